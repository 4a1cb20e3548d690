//! How facts become what the policies see: every function, domain and wall. The proofs say what the policies do
//! with attributes; they cannot see whether the attributes say what the facts say (decision 0022).

use domain::{
    AccountId, ControllerId, DossierId, Function, InvolvementId, LegalDomain, PartId, PersonId, SessionId,
    StaffId, TeamId,
};
use policy::{ActorFacts, Capacity, PartFacts, Policies, StaffFacts, Thing, Walls, decide};
use uuid::Uuid;

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn worker(function: Function, ready: bool) -> ActorFacts {
    ActorFacts {
        account: Some(AccountId(id(1))),
        session: Some(SessionId(id(2))),
        capacity: Capacity::Staff(StaffFacts {
            staff: StaffId(id(3)),
            person: PersonId(id(4)),
            controller: ControllerId(id(5)),
            team: Some(TeamId(id(6))),
            function,
            coordinator_absent: true,
            ready,
        }),
        fresh: true,
    }
}

/// A part at the own controller, of somebody else, of which the asker is involved.
fn part(domain: LegalDomain) -> PartFacts {
    PartFacts {
        part: PartId(id(7)),
        dossier: DossierId(id(8)),
        controller: ControllerId(id(5)),
        team: TeamId(id(6)),
        domain,
        subject: PersonId(id(40)),
        involvement: Some(InvolvementId(id(9))),
        emergency: None,
        cleared: false,
        walls: Walls::default(),
        extra_protected: false,
        closed: false,
    }
}

/// Yes and no for each bit of a number.
fn bits<const N: usize>() -> impl Iterator<Item = [bool; N]> {
    (0..1_usize << N).map(|number| std::array::from_fn(|bit| number >> bit & 1 == 1))
}

#[test]
fn a_dossier_opens_for_the_involved_of_its_domain_without_walls_and_for_nobody_else() {
    let policies = Policies::built_in().expect("the policies are right");
    let mut opened = 0;

    for &function in Function::ALL {
        for &domain in LegalDomain::ALL {
            for [involved, conflict, excluded, elsewhere, oneself, ready] in bits() {
                let mut part = part(domain);
                if elsewhere {
                    part.controller = ControllerId(id(50));
                }
                if oneself {
                    part.subject = PersonId(id(4));
                }
                part.involvement = part.involvement.filter(|_| involved);
                part.walls = Walls { conflict, excluded, hidden: false };

                let verdict = decide(&policies, "ReadDossier", &worker(function, ready), &Thing::Part(part));

                let works_in_it = function.allowed_domains().contains(&domain);
                let wall = conflict || excluded || elsewhere || oneself || !ready;
                assert_eq!(
                    verdict.allowed,
                    involved && works_in_it && !wall,
                    "{function:?} {domain:?} {verdict:?}"
                );
                opened += usize::from(verdict.allowed);
            }
        }
    }

    let pairs: usize = Function::ALL.iter().map(|function| function.allowed_domains().len()).sum();
    assert_eq!(opened, pairs, "once for each domain of each function");
}

#[test]
fn an_administrator_is_kept_out_by_name_whatever_the_facts() {
    let policies = Policies::built_in().expect("the policies are right");

    for &domain in LegalDomain::ALL {
        for (action, _, _) in policy::actions::ALL {
            let verdict = decide(
                &policies,
                action,
                &worker(Function::FunctionalAdmin, true),
                &Thing::Part(part(domain)),
            );

            let fits = verdict.policies != ["evaluation-error"];
            assert!(!verdict.allowed, "{action}");
            assert!(!fits || verdict.policies == ["wall-administrator"], "{action} {verdict:?}");
        }
    }
}
