//! What is recorded about the people around residents fits who works with them, and comes in order.
//! CON-08, CON-27.

use super::{WORLD, order, resident};
use crate::demo::content::people::Tells;

#[test]
fn people_are_recorded_in_order_by_whoever_is_involved_then() {
    assert!(WORLD.tellings.is_sorted_by_key(|one| order(one.at)));
    for telling in WORLD.tellings {
        let helped = resident(telling.resident).involvements.iter().any(|one| {
            one.staff == telling.by
                && order(one.from) <= order(telling.at)
                && one.until.is_none_or(|until| order(telling.at) < order(until))
        });

        assert!(helped, "{} about {}", telling.by, telling.resident);
        if let Tells::Person { relation, ground, .. } = telling.what {
            assert!(relation.parse::<domain::people::Relation>().is_ok(), "{relation}");
            assert!(ground.is_empty() || ground.parse::<domain::people::KeptFor>().is_ok(), "{ground}");
        }
    }
}
