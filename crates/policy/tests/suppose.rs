//! "What would change if …": the same engine over facts that are supposed.

use domain::{
    AccountId, ControllerId, DossierId, Function, InvolvementId, LegalDomain, PartId, PersonId, SessionId,
    StaffId, TeamId,
};
use policy::suppose::{Change, Effect, effects};
use policy::{ActorFacts, Capacity, PartFacts, Policies, StaffFacts, Thing, Walls};
use uuid::Uuid;

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn staff(function: Function) -> ActorFacts {
    ActorFacts {
        account: Some(AccountId(id(1))),
        session: Some(SessionId(id(2))),
        capacity: Capacity::Staff(StaffFacts {
            staff: StaffId(id(3)),
            person: PersonId(id(4)),
            controller: ControllerId(id(5)),
            team: Some(TeamId(id(6))),
            function,
            coordinator_absent: false,
            ready: true,
        }),
        fresh: false,
    }
}

fn part(domain: LegalDomain, involved: bool) -> Thing {
    Thing::Part(PartFacts {
        part: PartId(id(7)),
        dossier: DossierId(id(8)),
        controller: ControllerId(id(5)),
        team: TeamId(id(6)),
        domain,
        subject: PersonId(id(40)),
        involvement: involved.then_some(InvolvementId(id(9))),
        walls: Walls::default(),
        extra_protected: false,
        closed: false,
        emergency: None,
        cleared: false,
    })
}

fn asked(function: Function, things: &[Thing], change: Change) -> Vec<Effect> {
    effects(&Policies::built_in().expect("the policies are right"), &staff(function), things, change)
}

fn deeds(effects: &[Effect], gained: bool) -> Vec<&str> {
    effects.iter().filter(|effect| effect.gained == gained).map(|effect| effect.action).collect()
}

#[test]
fn a_conflict_takes_everything_away_and_names_the_wall() {
    let things = [part(LegalDomain::Wmo, true)];

    let effects = asked(Function::Worker, &things, Change::Conflict(true));

    assert!(deeds(&effects, true).is_empty());
    assert!(deeds(&effects, false).contains(&"ReadDossier") && deeds(&effects, false).contains(&"RevealBsn"));
    assert!(effects.iter().all(|effect| effect.policies == ["wall-conflict"]), "{effects:?}");
}

#[test]
fn an_emergency_opens_the_domains_of_the_function_to_read_and_add_and_nothing_more() {
    let things = [part(LegalDomain::DebtCounselling, false), part(LegalDomain::Wmo, false)];

    let effects = asked(Function::DebtCounsellor, &things, Change::Emergency(true));

    assert!(deeds(&effects, false).is_empty());
    assert_eq!(
        deeds(&effects, true),
        [
            "ReadDossier",
            "ReadEntry",
            "WriteEntry",
            "ReadDocuments",
            "ReadDocument",
            "ReadPeople",
            "ReadInvolvements",
            "ReadPlan"
        ]
    );
    assert!(effects.iter().all(|effect| effect.domain == LegalDomain::DebtCounselling), "{effects:?}");
}

#[test]
fn an_emergency_is_no_way_past_a_wall_or_extra_protection() {
    let Thing::Part(open) = part(LegalDomain::Wmo, false) else { panic!("a part") };
    let conflict = PartFacts { walls: Walls { conflict: true, ..Walls::default() }, ..open.clone() };
    let protected = PartFacts { extra_protected: true, ..open };

    for part in [conflict, protected] {
        let effects = asked(Function::Worker, &[Thing::Part(part)], Change::Emergency(true));
        assert!(effects.is_empty(), "{effects:?}");
    }
}

#[test]
fn being_involved_under_one_law_gives_nothing_under_another() {
    let things = [part(LegalDomain::DebtCounselling, false), part(LegalDomain::Wmo, false)];

    let effects = asked(Function::Worker, &things, Change::Involved(LegalDomain::Wmo));

    assert!(effects.iter().all(|effect| effect.gained && effect.domain == LegalDomain::Wmo), "{effects:?}");
    assert!(deeds(&effects, true).contains(&"ReadDossier"));
    assert!(
        asked(Function::DebtCounsellor, &things, Change::Involved(LegalDomain::Wmo))
            .iter()
            .all(|effect| effect.action == "EndInvolvement"),
        "the function does not work in it"
    );
}

#[test]
fn a_deputy_gains_what_the_coordinator_may_and_no_content() {
    let things = [part(LegalDomain::Wmo, false)];

    let effects = asked(Function::Deputy, &things, Change::CoordinatorAbsent(true));

    let gained = deeds(&effects, true);
    assert!(gained.contains(&"AssignInvolvement") && gained.contains(&"ReadInvolvements"), "{gained:?}");
    assert!(!gained.contains(&"ReadDossier"));
}

#[test]
fn another_function_and_the_end_of_an_involvement_take_away() {
    let things = [part(LegalDomain::Wmo, true)];

    let function = asked(Function::Worker, &things, Change::Function(Function::DebtCounsellor));
    let ended = asked(Function::Worker, &things, Change::NotInvolved(LegalDomain::Wmo));

    assert!(deeds(&function, false).contains(&"ReadDossier"), "{function:?}");
    assert!(deeds(&ended, false).contains(&"ReadDossier") && deeds(&ended, true).is_empty(), "{ended:?}");
}

#[test]
fn what_is_so_already_changes_nothing() {
    let things = [part(LegalDomain::Wmo, true)];

    for change in [
        Change::Involved(LegalDomain::Wmo),
        Change::NotInvolved(LegalDomain::YouthCare),
        Change::Function(Function::Worker),
        Change::Conflict(false),
        Change::Excluded(false),
        Change::Emergency(false),
        Change::CoordinatorAbsent(true),
    ] {
        assert_eq!(asked(Function::Worker, &things, change), [], "{change:?}");
    }
}
