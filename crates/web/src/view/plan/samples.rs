//! Invented plans: empty, typical, long names, errors, and forty goals.

use text::Words;

use super::*;
use crate::view::{Flash, Sample, Tone, dossier::Tab, sample::*};

const BASE: &str = "/werk/dossier/8f3a/plan/wmo";

fn stopped() -> StoppedLine {
    StoppedLine { on: "Gestopt op 5 maart 2026.".into(), why: "Mevrouw wil eerst iets anders.".into() }
}

fn edit(id: &str) -> Edit {
    Edit { change: format!("{BASE}/{id}/wijzigen"), stop: format!("{BASE}/{id}/stoppen") }
}

fn step(words: Words, id: &str, of_worker: bool) -> StepCard {
    StepCard {
        id: id.into(),
        title: words.with("plan-step-number", &[("number", "1".into())]),
        what: "De woningbouw bellen over de achterstand.".into(),
        who: words.code(if of_worker { "doer" } else { "doer-own" }, "client"),
        who_words: String::new(),
        purpose: "Weten wat er nog betaald moet worden.".into(),
        by: "1 april 2026".into(),
        is_late: true,
        done: String::new(),
        stopped: None,
        edit: of_worker.then(|| edit(id)),
        mark: Some(EndButton {
            action: format!("{BASE}/klaar/{id}"),
            label: words.t("plan-mark"),
            form: form(words),
            grounds: Vec::new(),
        }),
        ask: (!of_worker).then(|| format!("/mijn/plan/1a/vraag/{id}")),
    }
}

impl GoalCard {
    fn invented(words: Words, number: usize, of_worker: bool) -> Self {
        let id = format!("{number:04x}");
        Self {
            title: words.with("plan-goal-number", &[("number", number.to_string().into())]),
            own_words: "Ik wil weer rustig slapen en niet meer schrikken van de post.".into(),
            worker_words: "Eerst de huur, dan de rest.".into(),
            progress: words.code("progress", "forward"),
            stopped: None,
            steps: vec![step(words, &format!("{number:04x}-1"), of_worker)],
            edit: of_worker.then(|| edit(&id)),
            add_step: of_worker.then(|| format!("{BASE}/{id}/afspraak")),
            id,
        }
    }
}

impl PlanCard {
    /// A plan as it mostly is.
    pub(in crate::view) fn invented(words: Words, of_worker: bool) -> Self {
        let link = |end: &str| of_worker.then(|| format!("{BASE}/{end}"));
        let state = if of_worker { "plan-state" } else { "plan-own-state" };
        Self {
            anchor: "wmo".into(),
            domain: words.code("domain", "wmo"),
            state: words.code(state, "waits-for-client"),
            agreed: words.with(
                "plan-agreed-version",
                &[
                    ("number", 2_i64.into()),
                    ("day", "3 maart 2026".into()),
                    ("how", words.code("agreed-how", "talk").into()),
                ],
            ),
            changed: "Versie 3, bewaard op 5 maart 2026 door Samira Bouzid".into(),
            goals: vec![GoalCard::invented(words, 1, of_worker), {
                let mut goal = GoalCard::invented(words, 2, of_worker);
                goal.steps.clear();
                goal.worker_words.clear();
                goal
            }],
            provisions: vec![ProvisionCard {
                what: "Huishoudelijke hulp".into(),
                provider: "Thuiszorg De Lelie".into(),
                period: "vanaf 1 januari 2026".into(),
                stopped: None,
                edit: of_worker.then(|| edit("aa")),
            }],
            evaluations: vec![
                EvaluationCard {
                    title: words.with("plan-planned-on", &[("day", "1 juni 2026".into())]),
                    is_late: true,
                    edit: of_worker.then(|| edit("bb")),
                    hold: link("bb/terugkijken"),
                    ..EvaluationCard::default()
                },
                EvaluationCard {
                    title: words.with("plan-held-on", &[("day", "1 maart 2026".into())]),
                    held: Some(HeldLine {
                        own_words: "Het gaat beter met de post.".into(),
                        worker_words: "Ik zie dat ook.".into(),
                        progress: vec![("Doel 1".into(), words.code("progress", "forward"))],
                    }),
                    ..EvaluationCard::default()
                },
            ],
            questions: vec![QuestionCard::invented(words, of_worker)],
            may: May {
                add_goal: link("nieuw/doel"),
                add_provision: link("nieuw/voorziening"),
                add_evaluation: link("nieuw/evaluatie"),
                agree: link("afgesproken"),
                versions: link("versies"),
            },
            ..Self::default()
        }
    }

    /// The same with everything long, stopped or done.
    pub(in crate::view) fn long(words: Words, of_worker: bool) -> Self {
        let mut card = Self::invented(words, of_worker);
        card.closed = words.t("plan-closed");
        let goal = &mut card.goals[0];
        goal.own_words = format!("{LONG_WORD}{LONG_WORD}\n{ARABIC_NAME} <script>alert(1)</script>");
        goal.stopped = Some(stopped());
        goal.steps[0].who_words = LONG_NAME.into();
        goal.steps[0].what = LONG_WORD.repeat(4);
        goal.steps[0].stopped = Some(stopped());
        let mut other = GoalCard::invented(words, 3, of_worker);
        other.steps[0].done = "Ja. De klant gaf dat door op 5 maart 2026.".into();
        card.goals.push(other);
        card.provisions[0].provider = LONG_NAME.into();
        card.provisions[0].stopped = Some(stopped());
        card.questions.push(QuestionCard {
            answer: Some((LONG_WORD.repeat(3), format!("{LONG_NAME}, 5 maart 2026"))),
            reply: None,
            ..QuestionCard::invented(words, of_worker)
        });
        card
    }

    fn forty(words: Words) -> Self {
        let goals = (1..=40).map(|number| GoalCard::invented(words, number, true)).collect();
        Self { goals, ..Self::invented(words, true) }
    }

    fn empty(words: Words) -> Self {
        let may = May { add_goal: Some(format!("{BASE}/nieuw/doel")), ..May::default() };
        Self { anchor: "wmo".into(), domain: words.code("domain", "wmo"), may, ..Self::default() }
    }
}

impl QuestionCard {
    fn invented(words: Words, of_worker: bool) -> Self {
        Self {
            about: words.t("plan-about-whole"),
            words: "Wie heeft het nummer van de woningbouw?".into(),
            asked: words.with("inquiry-asked-on", &[("day", "5 maart 2026".into())]),
            talk_first: true,
            answer: None,
            reply: of_worker.then(|| format!("{BASE}/vraag/cc")),
        }
    }
}

fn masthead(long: bool) -> Masthead {
    let masthead = if long { Masthead::long() } else { Masthead::invented() };
    Masthead { tab: Tab::Plan, ..masthead }
}

impl Sample for PlanPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let page = |cards, long| Self {
            frame: if long {
                long_worker("/werk/dossier/8f3a/plan")
            } else {
                worker("/werk/dossier/8f3a/plan")
            },
            masthead: masthead(long),
            cards,
            print: (!long).then(|| "/werk/dossier/8f3a/plan/afdrukken".to_owned()),
            family: "/werk/dossier/8f3a/gezinsplan".into(),
        };
        vec![
            ("empty", page(vec![PlanCard::empty(words)], false)),
            ("typical", page(vec![PlanCard::invented(words, true)], false)),
            ("long", page(vec![PlanCard::long(words, true)], true)),
            ("forty", page(vec![PlanCard::forty(words)], false)),
        ]
    }
}

fn asks(words: Words, kind: Kind) -> Asks {
    Asks {
        kind,
        version: 3,
        domain: "wmo".into(),
        target: "nieuw/doel".into(),
        doers: coded(words, "doer", &["client", "worker", "network", "provider"]),
        goals: if kind == Kind::Held {
            vec![("progress-1".into(), words.with("plan-form-progress", &[("goal", "Doel 1".into())]))]
        } else {
            Vec::new()
        },
        progress: coded(words, "progress", &["not-started", "forward", "stuck", "reached"]),
        draft: String::new(),
        draft_seen: String::new(),
    }
}

impl Sample for PlanFormPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let page = |kind: Kind, family, form| Self {
            frame: worker("/werk/dossier/8f3a/plan/wmo/nieuw/doel"),
            form,
            name: "Rosa Bhagwandin".into(),
            title: words.code(family, kind.code()),
            about: String::new(),
            asks: asks(words, kind),
            action: format!("{BASE}/nieuw/doel"),
            autosave: "/werk/notitie/8f3a/concept".into(),
            draft_saved: None,
            cancel: "/werk/dossier/8f3a/plan".into(),
        };
        let wrong = form(words)
            .with([
                ("what", "\n  begint leeg </textarea>"),
                ("by", "30"),
                ("by-month", "2"),
                ("by-year", "2026"),
            ])
            .but([
                ("who", words.t("plan-who-missing")),
                ("purpose", words.t("fault-empty")),
                ("by", words.t("fault-no-such-day")),
                ("", words.t("plan-too-many")),
            ]);
        let mut long = page(Kind::Step, "plan-edit", wrong);
        long.name = LONG_NAME.into();
        long.about = LONG_WORD.repeat(4);
        let mut draft = page(Kind::Goal, "plan-new", form(words));
        draft.draft_saved = Some("Concept bewaard om 14.32 uur.".into());
        vec![
            ("typical", draft),
            ("errors", long),
            ("provision", page(Kind::Provision, "plan-new", form(words))),
            ("evaluation", page(Kind::Evaluation, "plan-new", form(words))),
            ("held", page(Kind::Held, "plan-edit", form(words))),
            ("stop", page(Kind::Stop, "plan-edit", form(words))),
        ]
    }
}

impl Sample for PlanConflictPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let page = |own, author: &str| Self {
            frame: worker("/werk/dossier/8f3a/plan/wmo/77/wijzigen"),
            form: form(words).with([("own-words", "Ik wil vooral een baan.")]),
            name: "Rosa Bhagwandin".into(),
            author: author.into(),
            at: "5 maart 2026 om 14.32 uur".into(),
            own,
            theirs: vec![(words.t("plan-own-words"), "Ik wil rust en een baan.".into())],
            asks: asks(words, Kind::Goal),
            may_keep_both: true,
            may_keep_own: !own,
            action: format!("{BASE}/77/wijzigen"),
            cancel: "/werk/dossier/8f3a/plan".into(),
        };
        vec![("typical", page(false, "Derya Aksoy")), ("own", page(true, LONG_NAME))]
    }
}

impl Sample for VersionsPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |versions| Self {
            frame: worker("/werk/dossier/8f3a/plan/wmo/versies"),
            masthead: masthead(false),
            domain: "Wmo".into(),
            versions,
            back: "/werk/dossier/8f3a/plan".into(),
        };
        let line = |number, author: &str, agreed: &str| VersionLine {
            href: format!("{BASE}/versies/{number}"),
            number,
            saved: format!("bewaard op 5 maart 2026 door {author}"),
            agreed: agreed.into(),
        };
        vec![
            ("empty", page(vec![])),
            (
                "typical",
                page(vec![
                    line(2, LONG_NAME, ""),
                    line(1, "Samira Bouzid", "Samen afgesproken op 3 maart 2026."),
                ]),
            ),
        ]
    }
}

impl Sample for VersionPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let line = |before: &str, after: &str| ChangeLine {
            label: words.t("plan-own-words"),
            before: before.into(),
            after: after.into(),
        };
        let lines = vec![
            line("Ik wil rust.", "Ik wil rust en een baan."),
            line("", LONG_WORD),
            line("Weg.", ""),
            line("a", "a"),
        ];
        let page = Self {
            frame: worker("/werk/dossier/8f3a/plan/wmo/versies/2"),
            masthead: masthead(true),
            domain: "Wmo".into(),
            number: 2,
            saved: format!("bewaard op 5 maart 2026 door {LONG_NAME}"),
            changes: vec![ChangeCard { title: words.code("plan-edited", "goal"), lines }],
            back: format!("{BASE}/versies"),
        };
        vec![("typical", page)]
    }
}

impl Sample for AgreePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let page = |form| Self {
            frame: worker("/werk/dossier/8f3a/plan/wmo/afgesproken"),
            form,
            name: LONG_NAME.into(),
            domain: "Wmo".into(),
            version: 3,
            ways: coded(words, "agree-by", &["talk", "writing", "portal"]),
            action: format!("{BASE}/afgesproken"),
            cancel: "/werk/dossier/8f3a/plan".into(),
        };
        let wrong = form(words)
            .but([("how", words.t("plan-agree-how-missing")), ("on", words.t("plan-agree-before"))]);
        vec![("typical", page(form(words))), ("errors", page(wrong))]
    }
}

impl Sample for AnswerPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let page = |question, form| Self {
            frame: worker("/werk/dossier/8f3a/plan/wmo/vraag/cc"),
            form,
            name: LONG_NAME.into(),
            question,
            action: format!("{BASE}/vraag/cc"),
            cancel: "/werk/dossier/8f3a/plan".into(),
        };
        let question = QuestionCard::invented(words, true);
        let answered =
            QuestionCard { answer: Some(("Dat heb ik.".into(), LONG_NAME.into())), ..question.clone() };
        let wrong = form(words).but([("answer", words.t("fault-empty"))]);
        vec![
            ("typical", page(question.clone(), form(words))),
            ("errors", page(question, wrong)),
            ("answered", page(answered, form(words).with([("answer", "Bel mij even.")]))),
        ]
    }
}

impl Sample for PrintPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let page = |form| Self {
            frame: worker("/werk/dossier/8f3a/plan/afdrukken"),
            masthead: masthead(false),
            form,
            purposes: coded(words, "reason", &["print-meeting", "print-post"]),
            action: "/werk/dossier/8f3a/plan/afdrukken".into(),
            cancel: "/werk/dossier/8f3a/plan".into(),
        };
        let wrong = form(words).but([("purpose", words.t("plan-print-missing"))]);
        vec![("typical", page(form(words))), ("errors", page(wrong))]
    }
}

impl Sample for LargePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let on_paper = |mut card: PlanCard| {
            card.may = May::default();
            card.questions.clear();
            for goal in &mut card.goals {
                (goal.edit, goal.add_step) = (None, None);
                for step in &mut goal.steps {
                    (step.edit, step.mark, step.ask) = (None, None, None);
                }
            }
            card
        };
        let mut of_worker = Self {
            frame: worker("/werk/dossier/8f3a/plan/afdrukken"),
            name: LONG_NAME.into(),
            cards: vec![on_paper(PlanCard::long(worker("").words, false))],
            mark: format!("Afgedrukt door {LONG_NAME} op 5 maart 2026 om 14.32 uur."),
            back: "/werk/dossier/8f3a/plan".into(),
        };
        of_worker.frame.flash = Some(Flash { tone: Tone::Note, text: LONG_WORD.into() });
        let own = Self {
            frame: portal("/mijn/plan/groot", informal()),
            name: String::new(),
            cards: vec![on_paper(PlanCard::invented(informal(), false))],
            mark: "Zo stond het plan op 5 maart 2026.".into(),
            back: "/mijn/plan".into(),
        };
        vec![("worker", of_worker), ("je", own)]
    }
}
