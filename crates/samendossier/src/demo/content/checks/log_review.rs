//! What stands out in the demo is of each kind, said by who may say it, and in order (ACC-22).

use domain::log_review::{Finding, Verdict};

use super::{WORLD, function, order, resident, staff};
use crate::demo::content::log_review::Reviews;

#[test]
fn what_is_reviewed_is_in_order_and_uses_known_codes() {
    assert!(WORLD.reviews.is_sorted_by_key(|one| order(one.at)));
    for it in WORLD.reviews {
        match it.what {
            Reviews::Thresholds { .. } => assert!(function(staff(it.by)).oversees(), "{}", it.by),
            Reviews::Look { resident: key, .. } => {
                assert!(function(staff(it.by)).carries_cases() && !resident(key).surname.is_empty(), "{key}");
            }
            Reviews::Search { born, .. } => assert!(born.parse::<domain::BirthDate>().is_ok(), "{born}"),
            Reviews::Judge { of, finding, verdict, .. } => {
                assert!(
                    finding.parse::<Finding>().is_ok() && verdict.parse::<Verdict>().is_ok(),
                    "{finding}"
                );
                assert_ne!(staff(of).person, staff(it.by).person, "nobody judges themselves");
            }
            Reviews::Count => {}
        }
    }
}
