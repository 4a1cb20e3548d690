//! Invented tasks, in every state of their pages.

use super::*;
use crate::view::{Sample, sample::*};

fn button(form: Form, label: String, back: &'static str) -> Button {
    Button { action: "/werk/dossier/8f3a/taken/91bc/klaar".into(), label, form, step: 3, back }
}

pub(in crate::view) fn line(frame: &Frame, what: &str, name: &str) -> Line {
    Line {
        href: "/werk/dossier/8f3a/taken/91bc".into(),
        what: what.into(),
        written: true,
        name: name.into(),
        about: "Wmo".into(),
        when: frame.say("task-by", "day", "22 november 2026"),
        done: Some(button(form(frame.words), frame.t("task-done"), "taken")),
        pick_up: None,
    }
}

pub(in crate::view) fn undo(frame: &Frame, back: &'static str) -> Option<Button> {
    Some(button(form(frame.words), frame.t("task-undo"), back))
}

pub(in crate::view) fn groups(frame: &Frame, name: &str) -> Vec<Group> {
    let group = |code: &str, lines| Group {
        label: frame.say2("tasks-group", &("urgency", &frame.words.code("urgency", code)), &("count", "2")),
        code: code.into(),
        lines,
    };
    let silent = Line {
        written: false,
        done: None,
        ..line(frame, &frame.say("task-silent", "day", "20 augustus 2026"), name)
    };
    let free = Line {
        about: frame.t("task-of-team"),
        pick_up: Some(button(form(frame.words), frame.t("task-pick-up"), "team")),
        ..line(frame, "Bel de woningbouw terug over het slot.", name)
    };
    vec![
        group("late", vec![line(frame, "Brief van de huisarts opvragen", name), silent]),
        group("today", vec![free]),
    ]
}

impl Sample for TasksPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |frame: Frame, groups, undo| {
            let link = |href: &str, label: String, current| Link { href: href.into(), label, current };
            Self {
                views: vec![
                    link("/werk/taken", frame.t("tasks-mine"), true),
                    link("/werk/taken?van=team", frame.say("tasks-team", "count", 4), false),
                ],
                urgencies: vec![
                    link("/werk/taken", frame.t("tasks-all"), true),
                    link("/werk/taken?wanneer=late", frame.words.code("urgency", "late"), false),
                ],
                groups,
                lead: frame.say("tasks-count", "count", 4),
                undo,
                pages: Pages { current: 1, last: 3 },
                page_base: "/werk/taken?".into(),
                frame,
            }
        };
        let frame = || worker("/werk/taken");
        let empty = Self {
            lead: frame().t("tasks-none"),
            pages: Pages { current: 1, last: 1 },
            ..page(frame(), vec![], None)
        };
        let long = long_worker("/werk/taken");
        vec![
            ("empty", empty),
            ("typical", page(frame(), groups(&frame(), "Rosa Bhagwandin"), undo(&frame(), "taken"))),
            ("long", page(long_worker("/werk/taken"), groups(&long, LONG_NAME), None)),
        ]
    }
}

impl Sample for DossierTasksPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = || worker("/werk/dossier/8f3a/taken");
        let words = frame().words;
        let page = |masthead, form, open, done| Self {
            frame: frame(),
            masthead,
            form,
            open,
            done,
            undo: None,
            owners: vec![
                Choice::new("me", words.t("task-owner-me")),
                Choice::new("", words.t("task-owner-team")),
                Choice::new("aa", LONG_NAME),
            ],
            parts: coded(words, "domain", &["wmo", "debt-counselling"]),
            grounds: coded(words, "ground", &["danger-to-client", "told-in-person-first"]),
            action: "/werk/dossier/8f3a/taken".into(),
        };
        let wrong = form(words)
            .with([("what", LONG_WORD), ("due", "40"), ("visible-from", "3")])
            .but([("due", words.t("fault-no-such-day")), ("ground", words.t("task-ground-missing"))]);
        let some = || vec![line(&frame(), "Bel de huisarts", ""), line(&frame(), LONG_WORD, "")];
        let done = || vec![Line { done: None, ..line(&frame(), "Formulier gestuurd", "") }];
        vec![
            ("empty", page(Masthead::invented(), form(words), vec![], vec![])),
            (
                "typical",
                Self {
                    undo: undo(&frame(), "dossier"),
                    ..page(Masthead::invented(), form(words), some(), done())
                },
            ),
            ("errors", page(Masthead::long(), wrong, some(), vec![])),
            ("emergency", Self { owners: vec![], ..page(Masthead::invented(), form(words), vec![], vec![]) }),
        ]
    }
}

impl Sample for TaskPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = || worker("/werk/dossier/8f3a/taken/91bc");
        let page = |masthead, what: &str, name: &str| {
            let frame = frame();
            Self {
                masthead,
                what: what.into(),
                facts: vec![
                    (frame.t("task-due"), "22 november 2026".into()),
                    (frame.t("task-owner"), name.into()),
                ],
                done: Some(button(form(frame.words), frame.t("task-done"), "dossier")),
                pick_up: None,
                undo: None,
                postpone: "/werk/dossier/8f3a/taken/91bc/verzetten".into(),
                pass_on: "/werk/dossier/8f3a/taken/91bc/doorgeven".into(),
                changed: String::new(),
                steps: vec![StepLine {
                    what: frame.words.with(
                        "task-step-postponed",
                        &[("by", name.into()), ("day", "22 november 2026".into()), ("owner", "".into())],
                    ),
                    when: "20 november 2026 om 14.32 uur".into(),
                    reason: "De huisarts is met vakantie.".into(),
                }],
                back: "/werk/dossier/8f3a/taken".into(),
                frame,
            }
        };
        let mut taken = page(Masthead::invented(), "Bel de huisarts", "Samira Bouzid");
        taken.changed = taken.steps[0].what.clone();
        taken.done = None;
        vec![
            ("typical", page(Masthead::invented(), "Bel de huisarts", "Samira Bouzid")),
            ("taken", taken),
            ("long", page(Masthead::long(), LONG_WORD, LONG_NAME)),
        ]
    }
}

impl Sample for PostponePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let page = |form| Self {
            frame: worker("/werk/dossier/8f3a/taken/91bc/verzetten"),
            masthead: Masthead::invented(),
            form,
            what: "Bel de huisarts".into(),
            step: 3,
            action: "/werk/dossier/8f3a/taken/91bc/verzetten".into(),
            cancel: "/werk/dossier/8f3a/taken/91bc".into(),
        };
        let wrong = form(words)
            .with([("reason", LONG_WORD)])
            .but([("due", words.t("task-due-missing")), ("reason", words.t("task-reason-missing"))]);
        vec![("typical", page(form(words))), ("errors", page(wrong))]
    }
}

impl Sample for PassOnPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let page = |form| Self {
            frame: worker("/werk/dossier/8f3a/taken/91bc/doorgeven"),
            masthead: Masthead::invented(),
            form,
            what: "Bel de huisarts".into(),
            step: 3,
            owners: vec![Choice::new("aa", LONG_NAME), Choice::new("team", words.t("task-owner-team"))],
            action: "/werk/dossier/8f3a/taken/91bc/doorgeven".into(),
            cancel: "/werk/dossier/8f3a/taken/91bc".into(),
        };
        let wrong = form(words).but([("owner", words.t("task-owner-missing"))]);
        vec![("typical", page(form(words))), ("errors", page(wrong))]
    }
}
