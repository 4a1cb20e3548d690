//! The days of withholding, at their edges: midnight in Amsterdam, day 30, day 90, and who is left to decide.

use jiff::civil::date;
use uuid::Uuid;

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

const PROPOSED: Date = date(2026, 3, 2);

fn waiting() -> Running {
    Running { first_on: PROPOSED, proposed_on: PROPOSED, review_on: None, team_can: true }
}

fn until(review_on: Date) -> Running {
    Running { review_on: Some(review_on), ..waiting() }
}

#[test]
fn a_proposal_hides_for_five_working_days_and_not_a_millisecond_longer() {
    // Monday 2 March 2026; the fifth working day is Monday the 9th.
    assert_eq!(lapses(at("2026-03-02T09:00:00Z")), at("2026-03-09T23:00:00Z"));
    // 23:30 UTC is Tuesday already.
    assert_eq!(lapses(at("2026-03-02T23:30:00Z")), at("2026-03-10T23:00:00Z"));
    // Over Good Friday and Easter Monday; summer time by then.
    assert_eq!(lapses(at("2026-04-01T09:00:00Z")), at("2026-04-10T22:00:00Z"));
    assert_eq!(lapses(Timestamp::MAX), Timestamp::MAX);
}

#[test]
fn a_review_lies_within_thirty_days() {
    let on = |wanted| review_day(wanted, PROPOSED, PROPOSED, Decider::Team);

    assert_eq!(on(date(2026, 4, 1)), Ok(date(2026, 4, 1)));
    assert_eq!(on(date(2026, 4, 2)), Err(ReviewDayError::TooLate { max: date(2026, 4, 1) }));
    assert_eq!(on(PROPOSED), Err(ReviewDayError::NotLater));
    assert_eq!(on(date(2026, 3, 1)), Err(ReviewDayError::NotLater));
    assert_eq!(on(Date::MIN), Err(ReviewDayError::NotLater));
    assert_eq!(on(Date::MAX), Err(ReviewDayError::TooLate { max: date(2026, 4, 1) }));
}

#[test]
fn the_team_stops_at_ninety_days_and_the_officer_goes_on() {
    let ninety = date(2026, 5, 31);
    let today = date(2026, 5, 15);
    assert_eq!(last_day_without_officer(PROPOSED), ninety);

    assert_eq!(review_day(ninety, PROPOSED, today, Decider::Team), Ok(ninety));
    let next = date(2026, 6, 1);
    assert_eq!(
        review_day(next, PROPOSED, today, Decider::Team),
        Err(ReviewDayError::TooLate { max: ninety })
    );
    assert_eq!(review_day(next, PROPOSED, today, Decider::Officer), Ok(next));
    for late in [ninety, next] {
        let wanted = date(2026, 6, 10);
        assert_eq!(review_day(wanted, PROPOSED, late, Decider::Team), Err(ReviewDayError::OfficerOnly));
        assert_eq!(review_day(wanted, PROPOSED, late, Decider::Officer), Ok(wanted));
    }
    let month = Err(ReviewDayError::TooLate { max: date(2026, 6, 14) });
    assert_eq!(review_day(date(2026, 6, 15), PROPOSED, today, Decider::Officer), month, "nor the officer");
}

#[test]
fn the_officer_joins_when_the_team_is_silent() {
    assert!(!waiting().officers_turn(date(2026, 3, 3)), "Tuesday is the first working day");
    assert!(waiting().officers_turn(date(2026, 3, 4)));

    let review = date(2026, 4, 1);
    // Good Friday and Easter Monday stand between: the fifth working day is Friday the 10th.
    assert!(!until(review).officers_turn(date(2026, 4, 9)));
    assert!(until(review).officers_turn(date(2026, 4, 10)));
    assert!(!board_hears(review, date(2026, 4, 16)));
    assert!(board_hears(review, date(2026, 4, 17)));
    assert_eq!(overdue_by(review, review), 0);
}

#[test]
fn the_officer_joins_at_once_when_nobody_of_the_team_can() {
    let alone = Running { team_can: false, ..waiting() };

    assert!(alone.officers_turn(PROPOSED));
    assert!(!waiting().officers_turn(PROPOSED));
}

#[test]
fn the_officer_has_two_weeks_before_the_ninety_days_end() {
    let ninety = date(2026, 5, 31);

    assert!(!until(date(2026, 5, 30)).officer_only(date(2026, 5, 16)));
    assert!(until(ninety).officer_only(date(2026, 5, 16)));
    assert!(!until(ninety).officers_turn(date(2026, 5, 16)));
    assert!(until(ninety).officers_turn(date(2026, 5, 17)));
    assert!(until(date(2026, 6, 20)).officer_only(ninety), "also after the officer extended it");
}

#[test]
fn when_the_ninety_days_are_over_it_is_the_officers_whatever_day_the_team_had_set() {
    let short = until(date(2026, 5, 29));

    assert!(!short.officer_only(date(2026, 5, 30)) && !short.officers_turn(date(2026, 5, 30)));
    for today in [date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 4)] {
        assert!(short.officer_only(today) && short.officers_turn(today), "{today}");
        assert_eq!(latest_review(PROPOSED, today, Decider::Team), None);
    }
}

#[test]
fn hiding_again_does_not_begin_the_ninety_days_anew() {
    let again = Running { proposed_on: date(2026, 5, 30), ..waiting() };

    assert!(!again.officer_only(date(2026, 5, 30)));
    assert!(again.officer_only(date(2026, 5, 31)) && again.officers_turn(date(2026, 5, 31)));
}

#[test]
fn what_came_of_it_is_hidden_and_nothing_else() {
    let tom = StaffId(Uuid::from_u128(1));
    let other = StaffId(Uuid::from_u128(2));
    let hidden = HiddenAccess {
        staff: tom,
        opened_at: at("2026-03-02T09:00:00Z"),
        asked_from: at("2026-03-02T09:00:00Z"),
        ended_at: at("2026-03-02T13:00:00Z"),
        domains: vec![LegalDomain::Wmo],
    };
    let (before, within, after) =
        (at("2026-03-02T08:59:59.999Z"), at("2026-03-02T10:00:00Z"), at("2026-03-02T13:00:00.001Z"));

    for edge in [hidden.opened_at, within, hidden.ended_at] {
        assert!(hidden.hides("ReadDossier", Some(tom), edge, true));
        assert!(!hidden.hides("ReadDossier", Some(tom), edge, false), "an ordinary look");
        assert!(!hidden.hides("ReadDossier", Some(other), edge, true), "somebody else's emergency");
    }
    for outside in [before, at("2026-03-02T13:00:10.001Z")] {
        assert!(!hidden.hides("ReadDossier", Some(tom), outside, true));
    }
    assert!(hidden.hides("ReadDossier", Some(tom), after, true), "it was on its way");
    for event in OVERSIGHT {
        assert!(!hidden.hides(event, Some(other), before, false));
        assert!(hidden.hides(event, Some(other), within, false));
        assert!(hidden.hides(event, Some(other), after, false), "whenever it is read about");
    }
    assert!(hidden.hides_entry(tom, within, LegalDomain::Wmo));
    assert!(!hidden.hides_entry(tom, within, LegalDomain::YouthCare), "in a part of his own");
    assert!(!hidden.hides_entry(other, within, LegalDomain::Wmo));
    assert!(!hidden.hides_entry(tom, after, LegalDomain::Wmo));
}

#[test]
fn the_look_at_the_question_that_somebody_approved_is_hidden_with_what_it_opened() {
    let joost = Some(StaffId(Uuid::from_u128(3)));
    let (asked, opened_at) = (at("2026-03-02T09:30:00Z"), at("2026-03-02T14:00:00Z"));
    let approved = HiddenAccess {
        staff: StaffId(Uuid::from_u128(1)),
        opened_at,
        asked_from: looked_from(opened_at, true, Some(asked)),
        ended_at: at("2026-03-02T18:00:00Z"),
        domains: vec![LegalDomain::Wmo],
    };

    assert!(approved.hides("ListEmergencies", joost, asked, false));
    assert!(!approved.hides("ListEmergencies", joost, asked - SignedDuration::from_millis(1), false));
    assert!(!approved.hides("ReadReview", joost, asked, false), "of something else");
    assert_eq!(looked_from(opened_at, false, None), opened_at);
    assert_eq!(
        looked_from(opened_at, true, None),
        at("2026-03-02T09:00:00Z"),
        "asked, approved, opened at the latest"
    );
}
