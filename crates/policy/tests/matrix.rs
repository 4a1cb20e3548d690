//! The policy matrix as a file that a reviewer reads, and the proof that each policy matters to somebody.
//! `UPDATE=1 cargo nextest run -p policy --test matrix` writes the file anew.

mod scenarios;

use policy::Policies;

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

#[test]
fn each_policy_matters_to_somebody_and_only_one_way() {
    let whole = scenarios::allowed(&built_in());
    let ids = built_in().ids().to_vec();
    assert!(ids.len() >= 30, "{ids:?}");

    for id in ids {
        let without = scenarios::allowed(&Policies::without(Some(&id)).expect("the others stand without it"));
        assert_ne!(without, whole, "nobody notices when {id} is removed");
        // Without a permit there is less, without a wall there is more.
        let (small, large) = if id.starts_with("wall-") { (&whole, &without) } else { (&without, &whole) };
        assert!(small.is_subset(large), "{id}");
    }
}

#[test]
fn a_deed_is_decided_where_it_fits_and_an_error_where_it_does_not() {
    let whole = built_in();
    let mut fitting = std::collections::BTreeSet::new();

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
