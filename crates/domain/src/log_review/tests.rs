//! Days as the record tells them, nasty ones first.

use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

const TUESDAY: Date = date(2026, 3, 3);

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn of(number: u128) -> Pseudonym {
    Pseudonym(Uuid::from_u128(number))
}

fn look(dossier: u128, when: &str) -> Access {
    Access::Look {
        at: at(when),
        of: of(dossier),
        refused: false,
        long_closed: false,
        namesake: false,
        sought: false,
    }
}

fn emergency(day: &str) -> Access {
    Access::Emergency { at: at(&format!("{day}T10:00:00Z")), refused: false }
}

fn found(day: Date, accesses: &[Access]) -> Vec<(Finding, u32)> {
    findings(day, accesses, &Thresholds::FIRST).into_iter().map(|it| (it.finding, it.times)).collect()
}

#[test]
fn an_ordinary_day_tells_nothing() {
    let day: Vec<_> = (0..60).map(|dossier| look(dossier, "2026-03-03T09:00:00Z")).collect();

    assert_eq!(found(TUESDAY, &day), []);
    assert_eq!(found(TUESDAY, &[]), []);
}

#[test]
fn the_sixty_first_dossier_stands_out_and_the_same_one_again_does_not() {
    let mut day: Vec<_> = (0..60).map(|dossier| look(dossier, "2026-03-03T09:00:00Z")).collect();
    day.extend((0..200).map(|_| look(7, "2026-03-03T10:00:00Z")));
    assert_eq!(found(TUESDAY, &day), []);

    day.push(look(60, "2026-03-03T11:00:00Z"));

    assert_eq!(found(TUESDAY, &day), [(Finding::ManyDossiers, 61)]);
}

#[test]
fn sixty_one_dossiers_over_midnight_are_of_two_days() {
    let mut night: Vec<_> = (0..60).map(|dossier| look(dossier, "2026-03-03T09:00:00Z")).collect();
    // Half past midnight of the fourth, in Amsterdam.
    night.push(look(60, "2026-03-03T23:30:00Z"));

    assert_eq!(found(TUESDAY, &night), []);
    assert_eq!(found(date(2026, 3, 4), &night), []);
}

#[test]
fn a_refused_look_counts_and_is_told_apart() {
    let mut day: Vec<_> = (0..60).map(|dossier| look(dossier, "2026-03-03T09:00:00Z")).collect();
    day.push(Access::Look {
        at: at("2026-03-03T09:00:00Z"),
        of: of(61),
        refused: true,
        long_closed: false,
        namesake: true,
        sought: false,
    });

    let told = findings(TUESDAY, &day, &Thresholds::FIRST);

    let many = Found { finding: Finding::ManyDossiers, times: 61, refused: 1, ordinary: 60 };
    let namesake = Found { finding: Finding::Namesake, times: 1, refused: 1, ordinary: 0 };
    assert_eq!(told, [many, namesake]);
}

#[test]
fn a_refused_dossier_that_is_asked_for_again_and_again_is_one_dossier() {
    let refused = |dossier| match look(dossier, "2026-03-03T09:00:00Z") {
        Access::Look { at, of, long_closed, namesake, sought, .. } => {
            Access::Look { at, of, refused: true, long_closed, namesake, sought }
        }
        other => other,
    };
    let mut day: Vec<_> = (0..60).map(|dossier| look(dossier, "2026-03-03T09:00:00Z")).collect();
    day.extend((0..61).map(|_| refused(60)));
    // Refused once and seen after all.
    day.push(refused(0));

    let [many] = findings(TUESDAY, &day, &Thresholds::FIRST)[..] else { panic!("one finding") };

    assert_eq!((many.finding, many.times, many.refused), (Finding::ManyDossiers, 61, 1));
    assert!(many.finding.showed(many.times, many.refused), "sixty were seen");
}

#[test]
fn searches_that_found_nobody_showed_nothing_and_neither_did_what_was_refused() {
    for finding in Finding::ALL {
        assert_eq!(finding.showed(3, 2), *finding != Finding::EmptySearches, "{finding}");
        assert!(!finding.showed(3, 3), "{finding}");
    }
}

#[test]
fn somebody_who_was_only_sought_counts_by_who_they_are() {
    let sought = |dossier| Access::Look {
        // A Sunday evening.
        at: at("2026-03-08T21:00:00Z"),
        of: of(dossier),
        refused: true,
        long_closed: true,
        namesake: true,
        sought: true,
    };
    let evening: Vec<_> = (0..61).map(sought).collect();
    let sunday = date(2026, 3, 8);

    assert_eq!(found(sunday, &evening), [(Finding::AfterClosing, 61), (Finding::Namesake, 61)]);
    assert_eq!(sample(sunday, &evening, 0), None, "no dossier was asked for");
}

#[test]
fn looking_at_what_was_closed_and_at_a_namesake_stand_out_the_first_time() {
    let closed = Access::Look {
        at: at("2026-03-03T09:00:00Z"),
        of: of(1),
        refused: false,
        long_closed: true,
        namesake: true,
        sought: false,
    };

    assert_eq!(found(TUESDAY, &[closed]), [(Finding::AfterClosing, 1), (Finding::Namesake, 1)]);
}

#[test]
fn many_searches_for_nobody_stand_out_and_hits_do_not_count() {
    let search = |found| Access::Search { at: at("2026-03-03T09:00:00Z"), found };
    let mut day = vec![search(false); 10];
    day.extend([search(true); 30]);
    assert_eq!(found(TUESDAY, &day), []);

    day.push(search(false));

    assert_eq!(found(TUESDAY, &day), [(Finding::EmptySearches, 11)]);
}

#[test]
fn the_night_follows_the_clock_of_amsterdam_in_summer_and_winter() {
    let four = |when: &str| -> Vec<_> { (0..4).map(|dossier| look(dossier, when)).collect() };

    // 07:00 in winter is 06:00 UTC, in summer 05:00.
    assert_eq!(found(TUESDAY, &four("2026-03-03T06:00:00Z")), []);
    assert_eq!(found(TUESDAY, &four("2026-03-03T05:59:59Z")), [(Finding::OutOfHours, 4)]);
    assert_eq!(found(date(2026, 7, 7), &four("2026-07-07T05:00:00Z")), []);
    assert_eq!(found(date(2026, 7, 7), &four("2026-07-07T18:00:00Z")), [(Finding::OutOfHours, 4)]);
}

#[test]
fn the_hour_that_comes_twice_is_of_one_day() {
    // 25 October 2026: 03:00 summer time is 02:00 winter time. Both half past two are of that Sunday.
    let night = [
        look(1, "2026-10-25T00:30:00Z"),
        look(2, "2026-10-25T01:30:00Z"),
        look(3, "2026-10-25T22:59:59Z"),
        look(4, "2026-10-24T22:00:00Z"),
    ];

    assert_eq!(found(date(2026, 10, 25), &night), [(Finding::OutOfHours, 4)]);
    assert_eq!(found(date(2026, 10, 26), &night), []);
}

#[test]
fn a_weekend_and_a_holiday_are_out_of_hours_and_a_few_looks_are_ordinary() {
    let on = |day: &str, times| -> Vec<_> {
        (0..times).map(|dossier| look(dossier, &format!("{day}T10:00:00Z"))).collect()
    };

    assert_eq!(found(date(2026, 3, 7), &on("2026-03-07", 3)), []);
    assert_eq!(found(date(2026, 3, 7), &on("2026-03-07", 4)), [(Finding::OutOfHours, 4)]);
    assert_eq!(found(date(2026, 4, 6), &on("2026-04-06", 4)), [(Finding::OutOfHours, 4)]);
}

#[test]
fn the_third_emergency_in_thirty_days_stands_out_on_its_own_day_only() {
    let all = [emergency("2026-03-01"), emergency("2026-03-15"), emergency("2026-03-30")];

    assert_eq!(found(date(2026, 3, 30), &all), [(Finding::RepeatedEmergency, 3)]);
    assert_eq!(found(date(2026, 3, 15), &all), []);
    assert_eq!(found(date(2026, 3, 31), &all), [], "nothing happened that day");
    // The first was thirty days before: it does not count any more.
    let later = [emergency("2026-03-01"), emergency("2026-03-15"), emergency("2026-03-31")];
    assert_eq!(found(date(2026, 3, 31), &later), []);
}

#[test]
fn two_of_a_hundred_days_are_drawn_and_only_where_somebody_looked() {
    let day =
        [look(1, "2026-03-03T09:00:00Z"), look(1, "2026-03-03T10:00:00Z"), look(2, "2026-03-02T10:00:00Z")];

    let drawn: Vec<Found> = (0..100).filter_map(|dice| sample(TUESDAY, &day, dice)).collect();

    assert_eq!(drawn, [Found { finding: Finding::Sample, times: 2, refused: 0, ordinary: 0 }; 2]);
    assert_eq!(sample(TUESDAY, &day[2..], 0), None);
    assert_eq!(sample(TUESDAY, &[Access::Search { at: at("2026-03-03T09:00:00Z"), found: false }], 0), None);
}

/// The same by hand: every access looked at for every finding, without the helpers of the rule.
fn by_hand(day: Date, all: &[Access], by: &Thresholds) -> (Vec<(Finding, u32)>, u32) {
    let (mut dossiers, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let (mut closed, mut namesake, mut empty, mut late, mut emergencies, mut now) = (0, 0, 0, 0, 0, false);
    for access in all {
        let here = access.at().to_zoned(jiff::tz::TimeZone::get("Europe/Amsterdam").expect("known"));
        let days_ago = (day - here.date()).get_days();
        if let Access::Emergency { .. } = access {
            emergencies += u32::from((0..30).contains(&days_ago));
            now |= days_ago == 0;
        }
        if days_ago != 0 {
            continue;
        }
        match access {
            Access::Look { of, refused, long_closed, namesake: same, sought, .. } => {
                closed += u32::from(*long_closed);
                namesake += u32::from(*same);
                if *sought {
                    continue;
                }
                dossiers.insert(*of);
                if !refused {
                    seen.insert(*of);
                }
                let at_work =
                    is_working_day(here.date()) && here.time() >= by.begins && here.time() < by.ends;
                late += u32::from(!at_work);
            }
            Access::Search { found, .. } => empty += u32::from(!found),
            Access::Emergency { .. } => {}
        }
    }
    let refused = u32::try_from(dossiers.difference(&seen).count()).expect("few");
    let dossiers = u32::try_from(dossiers.len()).expect("few");
    let told = [
        (Finding::ManyDossiers, dossiers, dossiers > by.dossiers),
        (Finding::AfterClosing, closed, closed > 0),
        (Finding::Namesake, namesake, namesake > 0),
        (Finding::EmptySearches, empty, empty > by.empty_searches),
        (Finding::OutOfHours, late, late > by.out_of_hours),
        (Finding::RepeatedEmergency, emergencies, now && emergencies > by.emergencies),
    ]
    .into_iter()
    .filter(|(_, _, stands_out)| *stands_out)
    .map(|(finding, times, _)| (finding, times));
    (told.collect(), refused)
}

/// Moments around the two changes of the clock in 2026, a weekend, Easter and New Year.
fn moment() -> impl Strategy<Value = Timestamp> {
    let around = prop_oneof![
        Just("2026-03-29T01:00:00Z"),
        Just("2026-10-25T01:00:00Z"),
        Just("2026-04-05T12:00:00Z"),
        Just("2026-12-31T23:00:00Z"),
    ];
    (around, -40 * 24 * 60_i64..40 * 24 * 60)
        .prop_map(|(near, minutes)| at(near) + jiff::SignedDuration::from_mins(minutes))
}

fn access() -> impl Strategy<Value = Access> {
    prop_oneof![
        (moment(), 0..8_u128, any::<[bool; 4]>()).prop_map(
            |(at, whose, [refused, long_closed, namesake, sought])| Access::Look {
                at,
                of: of(whose),
                refused,
                long_closed,
                namesake,
                sought
            }
        ),
        (moment(), any::<bool>()).prop_map(|(at, found)| Access::Search { at, found }),
        (moment(), any::<bool>()).prop_map(|(at, refused)| Access::Emergency { at, refused }),
    ]
}

proptest! {
    #[test]
    fn the_rule_counts_as_one_counts_by_hand(
        all in prop::collection::vec(access(), 0..60),
        dossiers in 0..4_u32, few in 0..3_u32, begins in 0..12_i8, pick in any::<prop::sample::Index>(),
    ) {
        let by = Thresholds {
            dossiers, empty_searches: few, out_of_hours: few, emergencies: few,
            begins: jiff::civil::time(begins, 30, 0, 0), ends: jiff::civil::time(begins + 9, 0, 0, 0),
        };
        // A day on which something happened, where there is one.
        let day = if all.is_empty() { TUESDAY } else { amsterdam_date(pick.get(&all).at()) };

        let found = findings(day, &all, &by);

        let (told, refused_dossiers) = by_hand(day, &all, &by);
        prop_assert_eq!(found.iter().map(|it| (it.finding, it.times)).collect::<Vec<_>>(), told);
        for many in found.iter().filter(|it| it.finding == Finding::ManyDossiers) {
            prop_assert_eq!(many.refused, refused_dossiers);
        }
    }

    #[test]
    fn the_order_in_which_lines_were_written_does_not_matter(all in prop::collection::vec(access(), 1..30)) {
        let day = amsterdam_date(all[0].at());
        let mut turned = all.clone();
        turned.reverse();

        prop_assert_eq!(findings(day, &all, &Thresholds::FIRST), findings(day, &turned, &Thresholds::FIRST));
    }
}
