//! What was closed: in each legal domain, by whoever led it, at the end of its story, and nothing after it.
//! ACC-01, RET-02.

use std::collections::BTreeMap;

use super::{WORLD, legal, order, part, resident, staff};
use crate::demo::content::closings::Closing;
use crate::demo::content::world::{At, at};
use domain::{ClosingReason, LegalDomain};

/// Whoever was involved may look for this many days more (ACC-01).
const GRACE_DAYS: u32 = 14;

/// Whether somebody leads this part of this client at a moment, as far as nobody closed it.
fn leads(who: &str, key: &str, domain: &str, at: At) -> bool {
    resident(key)
        .involvements
        .iter()
        .any(|one| one.staff == who && one.domain == domain && one.role == "lead" && super::lasts(one, at))
}

/// The closing of this part, unless a new question opened it again.
pub fn closed(key: &str, domain: &str) -> Option<&'static Closing> {
    let again = WORLD.reopenings.iter().any(|again| again.resident == key && again.domain == domain);
    let found = WORLD.closings.iter().find(|one| one.resident == key && one.domain == domain);
    found.filter(|_| !again)
}

#[test]
fn in_each_legal_domain_something_is_closed() {
    let mut counts = BTreeMap::new();
    for closing in WORLD.closings {
        assert_eq!(part(resident(closing.resident), closing.domain).domain, closing.domain);
        *counts.entry(legal(closing.domain)).or_insert(0) += 1;
    }

    assert_eq!(counts.len(), LegalDomain::ALL.len(), "{counts:?}");
}

#[test]
fn who_closes_leads_the_part_and_says_why() {
    for closing in WORLD.closings {
        assert!(closing.reason.parse::<ClosingReason>().is_ok(), "{closing:?}");
        assert!(leads(closing.by, closing.resident, closing.domain, closing.at), "{closing:?}");
        assert!(!closing.result.trim().is_empty() && closing.result.trim() == closing.result);
    }
    assert!(WORLD.closings.is_sorted_by_key(|one| order(one.at)));
}

#[test]
fn nothing_is_written_after_the_last_word_and_nobody_looks_beyond_the_fourteen_days() {
    for closing in WORLD.closings {
        let client = resident(closing.resident);
        let entries = client.entries.iter().filter(|entry| entry.domain == closing.domain);
        for entry in entries {
            let moments = [Some(entry.happened), entry.written, entry.correction.map(|later| later.at)];
            let last = moments.into_iter().flatten().map(order).max();
            assert!(last < Some(order(closing.at)), "{closing:?}");
        }
        let others = |who: &str| {
            client.involvements.iter().any(|one| one.staff == who && closed(client.key, one.domain).is_none())
        };
        let gone = at(closing.at.days_ago.saturating_sub(GRACE_DAYS), closing.at.time);
        let late = WORLD
            .looks
            .iter()
            .find(|look| look.resident == client.key && !others(look.staff) && order(look.at) > order(gone));
        assert!(late.is_none(), "{late:?}");
    }
    for draft in WORLD.drafts {
        assert!(closed(draft.resident, draft.domain).is_none(), "{draft:?}");
    }
}

#[test]
fn a_new_question_is_noted_by_somebody_who_helps_with_another() {
    for again in WORLD.reopenings {
        let before =
            WORLD.closings.iter().find(|one| one.resident == again.resident && one.domain == again.domain);
        let elsewhere = resident(again.resident)
            .involvements
            .iter()
            .any(|one| one.staff == again.by && one.domain != again.domain && super::lasts(one, again.at));

        assert!(before.is_some_and(|closing| order(closing.at) < order(again.at)), "{again:?}");
        assert!(order(again.at) < order(again.assigned));
        assert!(elsewhere, "{again:?}");
        assert_eq!(staff(again.assigned_by).team, Some(resident(again.resident).team));
        assert!(super::function(staff(again.assigned_by)).coordinates());
    }
    assert_eq!(WORLD.reopenings.len(), 1);
}
