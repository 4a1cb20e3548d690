//! The plan as a document: what is refused, what leaves a trace, what counts as agreed.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::text_input::InputProblem;

const TODAY: Date = date(2026, 3, 2);

fn id(number: u128) -> PlanItemId {
    PlanItemId(Uuid::from_u128(number))
}

fn goal_of(own_words: &str) -> Change {
    Change::Goal { own_words: own_words.into(), worker_words: String::new() }
}

fn step_of(goal: u128, by: Option<Date>) -> Change {
    Change::Step {
        goal: id(goal),
        what: "De woningbouw bellen.".into(),
        who: Doer::Client,
        who_words: String::new(),
        purpose: "Weten wat er nog betaald moet worden.".into(),
        by,
    }
}

fn with(plan: &Plan, place: Place, what: &Change) -> Plan {
    change(plan, place, what, TODAY).expect("it fits")
}

fn one_goal() -> Plan {
    with(&Plan::default(), Place::New(id(1)), &goal_of("Ik wil rust in mijn hoofd."))
}

fn refused(plan: &Plan, place: Place, what: &Change) -> PlanRefused {
    change(plan, place, what, TODAY).expect_err("it is refused")
}

#[test]
fn a_goal_without_words_or_with_ten_thousand_is_refused_by_its_field() {
    let empty = refused(&Plan::default(), Place::New(id(1)), &goal_of(" \n\u{200b} "));
    let long = refused(&Plan::default(), Place::New(id(1)), &goal_of(&"a".repeat(10_000)));

    let problem = |why| match why {
        PlanRefused::Field(it) => (it.field, it.problem),
        other => panic!("{other:?}"),
    };
    assert_eq!(problem(empty), ("own-words", InputProblem::Empty));
    assert_eq!(problem(long), ("own-words", InputProblem::TooLong { max: TEXT_MAX, got: 10_000 }));
}

#[test]
fn a_plan_holds_sixty_goals_and_a_stopped_one_makes_room() {
    let mut plan = Plan::default();
    for number in 0..GOALS_MAX {
        plan = with(&plan, Place::New(id(number as u128)), &goal_of("Een doel."));
    }

    assert_eq!(refused(&plan, Place::New(id(999)), &goal_of("Nog een.")), PlanRefused::TooMany);
    plan = with(&plan, Place::There(id(0)), &Change::Stop { why: "Niet meer nodig.".into() });
    plan = with(&plan, Place::New(id(999)), &goal_of("Nog een."));
    assert_eq!(plan.goals.len(), GOALS_MAX + 1, "the stopped one leaves a trace");
}

#[test]
fn a_day_by_which_something_is_done_lies_ahead_and_one_that_passed_may_stand() {
    let yesterday = TODAY.yesterday().expect("a day");
    let plan = one_goal();

    assert_eq!(refused(&plan, Place::New(id(2)), &step_of(1, Some(yesterday))), PlanRefused::DayPassed("by"));
    assert_eq!(
        refused(&plan, Place::New(id(2)), &step_of(1, Some(date(2999, 1, 1)))),
        PlanRefused::DayTooFar("by")
    );
    let plan = with(&plan, Place::New(id(2)), &step_of(1, Some(TODAY)));
    let later = change(&plan, Place::There(id(2)), &step_of(1, Some(TODAY)), date(2026, 5, 1));
    assert!(later.is_ok(), "the day that was agreed stays what it was");
    let other = change(&plan, Place::There(id(2)), &step_of(1, Some(date(2026, 4, 1))), date(2026, 5, 1));
    assert_eq!(other, Err(PlanRefused::DayPassed("by")));
}

#[test]
fn somebody_of_the_network_is_named_by_a_word() {
    let plan = one_goal();
    let mut step = step_of(1, None);
    if let Change::Step { who, .. } = &mut step {
        *who = Doer::Network;
    }

    let why = refused(&plan, Place::New(id(2)), &step);

    assert!(matches!(why, PlanRefused::Field(it) if it.field == "who-words"), "{why:?}");
}

#[test]
fn a_stopped_goal_leaves_a_trace_and_takes_nothing_more() {
    let plan = with(&one_goal(), Place::New(id(2)), &step_of(1, Some(date(2026, 4, 1))));

    let plan = with(&plan, Place::There(id(1)), &Change::Stop { why: "Bilal wil iets anders.".into() });

    let goal = plan.goal(id(1)).expect("a trace");
    assert_eq!(goal.own_words, "Ik wil rust in mijn hoofd.");
    assert_eq!(
        goal.stopped.as_ref().map(|it| (it.on, it.why.as_str())),
        Some((TODAY, "Bilal wil iets anders."))
    );
    assert_eq!(due(&plan), [], "and asks for no work");
    for (place, what) in [
        (Place::There(id(1)), goal_of("Toch weer.")),
        (Place::New(id(3)), step_of(1, None)),
        (Place::There(id(2)), step_of(1, None)),
        (Place::There(id(1)), Change::Stop { why: "Nog eens.".into() }),
        (Place::There(id(2)), Change::Stop { why: "Nog eens.".into() }),
        (Place::There(id(77)), goal_of("Wat er niet is.")),
    ] {
        assert_eq!(refused(&plan, place, &what), PlanRefused::Gone, "{what:?}");
    }
}

#[test]
fn an_evaluation_sets_the_words_of_each_goal_and_is_held_once() {
    let planned = date(2026, 3, 9);
    let plan = with(&one_goal(), Place::New(id(5)), &Change::Evaluation { planned });
    assert_eq!(due(&plan), [Due { on: planned, kind: DueKind::Evaluation, item: id(5) }]);
    let held = |on| Change::Held {
        on,
        own_words: "Het gaat beter.".into(),
        worker_words: String::new(),
        progress: vec![(id(1), Progress::Forward)],
    };

    let tomorrow = TODAY.tomorrow().expect("a day");
    assert_eq!(refused(&plan, Place::There(id(5)), &held(tomorrow)), PlanRefused::InFuture("held"));
    let after = with(&plan, Place::There(id(5)), &held(TODAY));

    assert_eq!(after.goals[0].progress, Progress::Forward);
    assert_eq!(due(&after), []);
    assert_eq!(refused(&after, Place::There(id(5)), &held(TODAY)), PlanRefused::Gone);
    assert_eq!(
        refused(&after, Place::There(id(5)), &Change::Stop { why: "Weg.".into() }),
        PlanRefused::Gone,
        "what took place is history"
    );
}

#[test]
fn a_provision_that_ends_before_it_begins_is_refused() {
    let provision = |from, until| Change::Provision {
        what: "Huishoudelijke hulp".into(),
        provider: "Thuiszorg De Lelie".into(),
        from,
        until,
    };
    let plan = one_goal();

    let wrong = provision(Some(TODAY), Some(date(2026, 3, 1)));
    assert_eq!(refused(&plan, Place::New(id(9)), &wrong), PlanRefused::UntilBeforeFrom);
    let plan = with(&plan, Place::New(id(9)), &provision(Some(date(2025, 1, 1)), None));
    assert_eq!(plan.provisions[0].from, Some(date(2025, 1, 1)), "it may have begun already");
}

#[test]
fn only_what_is_new_or_other_is_a_difference() {
    let before = with(&one_goal(), Place::New(id(2)), &step_of(1, None));
    let after = with(&before, Place::There(id(1)), &goal_of("Ik wil rust en een baan."));
    let more = with(&after, Place::New(id(3)), &goal_of("Leren fietsen."));

    assert!(differences(&before, &before).is_empty());
    let first = differences(&before, &after);
    assert_eq!(first.len(), 1, "its agreement did not change");
    assert_eq!(first[0].before.map(|it| it.id()), Some(id(1)));
    let second = differences(&after, &more);
    assert_eq!(second.len(), 1);
    assert!(second[0].before.is_none(), "it is new");
}

fn said(version: i64, side: Side, answer: Answer, how: How, day: i8) -> Statement {
    Statement { version, side, answer, how, on: date(2026, 3, day) }
}

#[test]
fn a_version_is_agreed_when_both_said_so_or_the_worker_noted_it() {
    use {Answer::*, How::*, Side::*};
    let asks = said(2, Worker, Agreed, Portal, 3);
    let yes = said(2, Client, Agreed, Portal, 5);
    let talk = said(2, Client, TalkFirst, Portal, 4);
    let noted = said(2, Worker, Agreed, Talk, 3);

    for (newest, all, version, state) in [
        (2, vec![], None, State::Proposal),
        (2, vec![asks], None, State::WaitsForClient),
        (2, vec![yes], None, State::WaitsForWorker),
        (2, vec![asks, talk], None, State::TalkFirst),
        (2, vec![asks, talk, yes], Some((2, 5)), State::Agreed),
        (2, vec![asks, yes], Some((2, 5)), State::Agreed),
        (2, vec![noted], Some((2, 3)), State::Agreed),
        (2, vec![noted, talk], Some((2, 3)), State::Agreed),
        (3, vec![asks, yes], Some((2, 5)), State::Proposal),
        (3, vec![asks, yes, said(3, Worker, Agreed, Portal, 6)], Some((2, 5)), State::WaitsForClient),
        (0, vec![], None, State::Proposal),
    ] {
        let found = standing(newest, &all);
        assert_eq!(found.agreed.map(|it| (it.version, it.on.day())), version, "{all:?}");
        assert_eq!(found.state, state, "{all:?}");
    }
}

#[test]
fn a_plan_reads_back_from_its_document_as_it_was() {
    let plan = with(&one_goal(), Place::New(id(2)), &step_of(1, Some(date(2026, 4, 1))));
    let plan = with(&plan, Place::New(id(5)), &Change::Evaluation { planned: date(2026, 6, 1) });

    let document = serde_json::to_string(&plan).expect("a document");

    assert_eq!(serde_json::from_str::<Plan>(&document).expect("a plan"), plan);
}

#[test]
fn a_log_line_holds_nothing_of_what_was_written() {
    assert_eq!(format!("{:?}", one_goal()), "Plan(1 goals, 0 provisions, 0 evaluations)");
    assert_eq!(format!("{:?}", goal_of("geheim")), "Goal");
}
