//! The policy matrix as a file that a reviewer reads, and the proof that each policy matters to somebody.
//! `UPDATE=1 cargo nextest run -p policy --test matrix` writes the file anew.

mod scenarios;

use std::collections::{BTreeMap, BTreeSet};

use policy::Policies;
use policy::model::{Role, When, grants, subject_of};

fn built_in() -> Policies {
    Policies::built_in().expect("the policies are right")
}

#[test]
fn the_matrix_is_as_it_was_reviewed() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/matrix.txt");
    let now = scenarios::matrix(&built_in());

    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &now).expect("the matrix can be written");
    }
    let reviewed = std::fs::read_to_string(file).unwrap_or_default();

    let changed = now.lines().zip(reviewed.lines()).find(|(now, reviewed)| now != reviewed);
    assert!(
        now == reviewed,
        "the matrix changed, first here: {changed:?}; look at it, then run with UPDATE=1"
    );
}

/// A question of the matrix that one policy decides alone.
struct Alone<'a> {
    action: &'static str,
    asker: &'a scenarios::Asker,
    situation: &'a scenarios::Situation,
    allowed: bool,
}

#[test]
fn each_policy_matters_to_somebody_and_only_one_way() {
    let policies = built_in();
    let everybody: Vec<_> =
        scenarios::askers().into_iter().map(|asker| (scenarios::situations(&asker.facts), asker)).collect();
    // Cedar names all permits that allow, or all walls that refuse: taking out one of several changes nothing.
    let mut alone: BTreeMap<String, Vec<Alone<'_>>> = BTreeMap::new();
    for (situations, asker) in &everybody {
        for situation in situations {
            for (action, _, _) in policy::actions::ALL {
                if !scenarios::fits(action, &asker.facts, &situation.thing) {
                    continue;
                }
                let verdict = policy::decide(&policies, action, &asker.facts, &situation.thing);
                if let [id] = verdict.policies.as_slice() {
                    let case = Alone { action, asker, situation, allowed: verdict.allowed };
                    alone.entry(id.clone()).or_default().push(case);
                }
            }
        }
    }
    assert!(policies.ids().len() >= 30, "{:?}", policies.ids());

    for id in policies.ids() {
        let without = Policies::without(Some(id)).expect("the others stand without it");
        let is_wall = id.starts_with("wall-");
        let mut noticed = false;
        for case in alone.get(id).into_iter().flatten() {
            let now = policy::decide(&without, case.action, &case.asker.facts, &case.situation.thing).allowed;
            // Without a permit there is less, without a wall there is more.
            assert_eq!(
                case.allowed, !is_wall,
                "{id}: {}: {} {}",
                case.asker.name, case.action, case.situation.name
            );
            noticed |= now != case.allowed;
        }
        assert!(noticed, "nobody notices when {id} is removed");
    }
}

#[test]
fn a_deed_is_decided_where_it_fits_and_an_error_where_it_does_not() {
    let whole = built_in();
    let mut fitting = BTreeSet::new();

    for asker in scenarios::askers() {
        for situation in scenarios::situations(&asker.facts) {
            for (action, _, _) in policy::actions::ALL {
                let verdict = policy::decide(&whole, action, &asker.facts, &situation.thing);
                let fits = scenarios::fits(action, &asker.facts, &situation.thing);
                let is_error = verdict.policies == ["evaluation-error"];
                assert_eq!(fits, !is_error, "{}: {action} {}", asker.name, situation.name);
                assert!(fits || !verdict.allowed);
                if fits {
                    fitting.insert(*action);
                }
            }
        }
    }

    assert_eq!(fitting.len(), policy::actions::ALL.len(), "each deed is in the table");
}

#[test]
fn the_published_model_says_neither_more_nor_less_than_the_matrix() {
    let whole = built_in();
    let mut matrix = BTreeSet::new();
    for asker in scenarios::askers() {
        let role = match &asker.facts.capacity {
            policy::Capacity::Staff(post) => Role::Staff(post.function),
            policy::Capacity::Own { .. } => Role::Resident,
            policy::Capacity::Proxy(_) => Role::Proxy,
            policy::Capacity::System(_) => Role::Clock,
        };
        for situation in scenarios::situations(&asker.facts) {
            for (action, _, _) in policy::actions::ALL {
                if scenarios::fits(action, &asker.facts, &situation.thing)
                    && policy::decide(&whole, action, &asker.facts, &situation.thing).allowed
                {
                    matrix.insert((*action, role.code()));
                }
            }
        }
    }

    let grants = grants(&whole);
    let mut model: BTreeSet<_> = grants.iter().map(|grant| (grant.action, grant.role.code())).collect();

    // The matrix knows a decision officer of no team; another installation puts them in one.
    for action in ["NoteContact", "ListContacts", "RemoveContact"] {
        assert!(model.remove(&(action, "decision-officer")));
    }
    let missing: Vec<_> = matrix.difference(&model).collect();
    let more: Vec<_> = model.difference(&matrix).collect();
    assert!(
        missing.is_empty(),
        "allowed in a situation for which policy/src/model.rs has no `When`: {missing:?}"
    );
    assert!(more.is_empty(), "no row of the matrix shows these: {more:?}");
    for (action, _, _) in policy::actions::ALL {
        assert!(subject_of(&whole, action).is_some(), "{action} stands under no heading");
    }
}

#[test]
fn the_published_model_says_when() {
    let grants = grants(&built_in());
    let one = |action, role: Role, when| {
        grants.iter().find(|grant| (grant.action, grant.role, grant.when) == (action, role, when))
    };
    let worker = Role::Staff(domain::Function::DebtCounsellor);
    let deputy = Role::Staff(domain::Function::Deputy);

    let reads = one("ReadDossier", worker, When::Involved).expect("the involved read");
    assert_eq!(reads.domains, [domain::LegalDomain::DebtCounselling, domain::LegalDomain::Voluntary]);
    assert!(!reads.fresh && one("ReadDossier", worker, When::OwnTeam).is_none());
    assert!(one("RevealBsn", worker, When::Involved).is_some_and(|grant| grant.fresh));
    assert!(one("AssignInvolvement", deputy, When::StandingIn).is_some());
    assert!(one("AssignInvolvement", deputy, When::OwnTeam).is_none());
    assert!(
        !grants.iter().any(|grant| grant.role == Role::Proxy),
        "the portal of representatives is not there yet"
    );
}
