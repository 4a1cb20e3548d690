//! What stands between a worker and a dossier is kept by everybody else in the content as well.
//! ACC-03, ACC-05, ACC-09, RGT-R11.

use super::{WORLD, acts, function, order, resident, staff};
use crate::demo::content::standing::Stands;

#[test]
fn what_is_said_is_in_order_and_uses_known_codes() {
    assert!(WORLD.standing.is_sorted_by_key(|one| order(one.at)));
    for standing in WORLD.standing {
        match standing.what {
            Stands::Conflict { kind, .. } => assert!(kind.parse::<domain::ConflictKind>().is_ok(), "{kind}"),
            Stands::Protected { ground, .. } => {
                assert!(ground.parse::<domain::ProtectionGround>().is_ok(), "{ground}");
            }
            Stands::Replaces { resident: key, domain, staff: who, .. } => {
                assert!(resident(key).parts.iter().any(|part| part.domain == domain), "{key} {domain}");
                assert!(function(staff(who)).carries_cases(), "{who}");
            }
            Stands::Emergency { resident: key, reason, sentence } => {
                assert!(resident(key).involvements.iter().all(|one| one.staff != standing.by), "{key}");
                assert!(reason.parse::<domain::EmergencyReason>().is_ok(), "{reason}");
                assert!(domain::Sentence::new(sentence).is_ok(), "{sentence}");
                assert!(function(staff(standing.by)).carries_cases(), "{}", standing.by);
            }
            Stands::Judged { accessor, outcome, sentence, .. } => {
                assert!(outcome.parse::<domain::Outcome>().is_ok(), "{outcome}");
                assert!(domain::Sentence::new(sentence).is_ok(), "{sentence}");
                assert_ne!(accessor, standing.by, "nobody judges what they opened");
            }
            Stands::Explained { sentence } => assert!(domain::Sentence::new(sentence).is_ok(), "{sentence}"),
            Stands::Later { ground, sentence } => {
                assert!(ground.parse::<domain::WithholdGround>().is_ok(), "{ground}");
                assert!(domain::Sentence::new(sentence).is_ok(), "{sentence}");
            }
            Stands::Agreed { days, sentence, .. } => {
                assert!(i64::from(days) <= domain::withhold::REVIEW_DAYS, "{days}");
                assert!(domain::Sentence::new(sentence).is_ok(), "{sentence}");
            }
            Stands::Told { sentence, .. } => assert!(domain::Sentence::new(sentence).is_ok(), "{sentence}"),
            Stands::Withdrawn { ground, .. } => {
                assert!(ground.parse::<domain::entry::WithdrawGround>().is_ok(), "{ground}");
            }
            Stands::Visited { shared, each } => {
                let names: Vec<String> =
                    each.iter().map(|(key, ..)| resident(key).given_names.to_owned()).collect();
                assert!(domain::family_visit::named_in(shared, &names).is_empty(), "{shared}");
            }
            Stands::Section { about, title, words, yes } => {
                assert!(domain::family_plan::Section::typed(title, words).is_ok(), "{title}");
                assert!(yes.iter().all(|key| about.iter().any(|(who, _)| who == key)), "{title}");
            }
            Stands::Absent { .. } | Stands::Unwanted { .. } | Stands::Hidden { .. } => {}
        }
    }
}

#[test]
fn who_is_absent_does_nothing() {
    let mut absent = 0;
    for standing in WORLD.standing {
        let Stands::Absent { staff, from, days } = standing.what else { continue };
        let away = (from.days_ago + 1).saturating_sub(days)..=from.days_ago;

        let busy: Vec<_> =
            acts().into_iter().filter(|(who, at, _)| *who == staff && away.contains(&at.days_ago)).collect();

        assert!(busy.is_empty(), "{busy:?}");
        absent += 1;
    }
    assert_eq!(absent, 4);
}

#[test]
fn a_deputy_divides_questions_only_while_the_coordinator_is_absent() {
    let coordinator = staff("joost");
    for resident in WORLD.residents {
        for involvement in resident.involvements.iter().filter(|one| one.assigned_by == "derya") {
            let absent = WORLD.standing.iter().any(|standing| {
                matches!(standing.what, Stands::Absent { staff, from, .. }
                    if staff == coordinator.key && from.days_ago == involvement.from.days_ago)
            });

            assert!(absent, "{}", resident.key);
        }
    }
    assert_eq!(function(staff("derya")), domain::Function::Deputy);
}

#[test]
fn who_declared_a_neighbour_or_is_not_wanted_is_not_involved() {
    for standing in WORLD.standing {
        let kept_out: Vec<_> = match standing.what {
            Stands::Unwanted { resident: key, staff } => vec![(resident(key), staff)],
            Stands::Conflict { address, .. } => {
                let there = |one: &&super::Resident| address.starts_with(one.address.street);
                WORLD.residents.iter().copied().filter(there).map(|one| (one, standing.by)).collect()
            }
            _ => continue,
        };

        assert!(!kept_out.is_empty(), "{standing:?}");
        for (resident, who) in kept_out {
            assert!(resident.involvements.iter().all(|one| one.staff != who), "{} {who}", resident.key);
        }
    }
}
