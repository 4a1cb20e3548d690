//! `/toezicht`: dividing questions. By number, never by name (ACC-09).

use askama::Template;

use super::{Choice, Form, Frame, access::InvolvedLine, caseload::Pages};

/// `/toezicht`: questions without a worker. Fields of the form, then in the address: `onderdeel`, `leefgebied`, `buurt`, `taal`,
/// `wens`; `voor` for a colleague; further pages with `?pagina=2`.
#[derive(Template)]
#[template(path = "involvement/questions.html")]
pub struct QuestionsPage {
    pub frame: Frame,
    /// The team: "team Noord".
    pub team: String,
    /// How many wait, whatever was chosen.
    pub total: usize,
    /// How many of them were chosen.
    pub found: usize,
    /// Something was chosen.
    pub chosen: bool,
    pub form: Form,
    /// The colleague for whom a question is looked for: code and name.
    pub for_whom: Option<(String, String)>,
    /// Each with how many wait; empty when there is nothing to choose.
    pub domains: Vec<Choice>,
    pub life_areas: Vec<Choice>,
    pub areas: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub wishes: Vec<Choice>,
    /// How long people wait, of all who wait; none for one or nobody.
    pub waits: Option<Waits>,
    /// Longest waiting first.
    pub questions: Vec<QuestionRow>,
    pub pages: Pages,
    /// The address of a page, without its number.
    pub page_base: String,
    /// How many emergency accesses are to be judged, and by when; empty when none are.
    pub to_judge: String,
}

impl QuestionsPage {
    /// There is something to choose from, or it was chosen.
    fn may_choose(&self) -> bool {
        let kinds = [&self.domains, &self.life_areas, &self.areas, &self.languages, &self.wishes];
        self.chosen || self.total > 1 && kinds.iter().any(|it| !it.is_empty())
    }
}

/// How long people wait (ux P6): a dot for each question, by whole weeks, without a name.
#[derive(Clone, Debug)]
pub struct Waits {
    /// What the picture says, in a sentence.
    pub message: String,
    pub weeks: Vec<Week>,
}

/// The questions of one week of waiting.
#[derive(Clone, Debug)]
pub struct Week {
    /// Under the dots: "0", "8+".
    pub mark: String,
    /// In words.
    pub name: String,
    pub count: usize,
}

impl Waits {
    /// As many as are drawn one by one; the number above tells how many there are.
    const DRAWN: usize = 10;
    const COLUMN: usize = 48;
    const ROW: usize = 16;
    const FOOT: usize = 190;

    /// The middle of a week, from the left.
    fn x(at: &usize) -> usize {
        Self::COLUMN / 2 + at * Self::COLUMN
    }

    /// Where the dots of a week stand, from below, counted from above.
    fn dots(week: &Week) -> Vec<usize> {
        (0..week.count.min(Self::DRAWN)).map(|it| Self::FOOT - 14 - it * Self::ROW).collect()
    }

    /// Where the number of a week stands, above its dots.
    fn number(week: &Week) -> usize {
        Self::FOOT - 10 - week.count.min(Self::DRAWN) * Self::ROW
    }

    fn width(&self) -> usize {
        self.weeks.len() * Self::COLUMN
    }

    /// Where the picture begins: above the highest number.
    fn top(&self) -> usize {
        self.weeks.iter().map(Self::number).min().unwrap_or_default().saturating_sub(18)
    }

    fn height(&self) -> usize {
        Self::FOOT + 26 - self.top()
    }
}

/// A question without a worker.
#[derive(Clone, Debug, Default)]
pub struct QuestionRow {
    pub assign: String,
    /// The question itself; reading it is on the record.
    pub read: String,
    /// Pseudonymous number: "2026-0147".
    pub number: String,
    /// Legal domain in words.
    pub domain: String,
    /// What it is mostly about, in words; empty when not asked.
    pub life_area: String,
    /// The four digits of the postcode; empty when not known, or the address is secret.
    pub area: String,
    /// Language, interpreter, whom the client would rather be helped by.
    pub wishes: Vec<String>,
    /// Since when, in words.
    pub since: String,
    /// "3 dagen", "3 weken"
    pub waiting: String,
    /// Who did the intake.
    pub intake_by: String,
}

/// `/toezicht/toewijzen/{d}/vraag/{domain}`: the question that waits, as the client put it.
#[derive(Template)]
#[template(path = "involvement/question.html")]
pub struct QuestionPage {
    pub frame: Frame,
    pub number: String,
    /// Legal domain in words.
    pub domain: String,
    /// Since when, in words.
    pub since: String,
    /// None: nothing waits here any more.
    pub question: Option<String>,
    pub assign: String,
}

/// `/toezicht/toewijzen/{d}`. Fields: `worker`, `domain`, `role`, `reason`,
/// `from` and `until` (each + `-month`, `-year`).
#[derive(Template)]
#[template(path = "involvement/assign.html")]
pub struct AssignPage {
    pub frame: Frame,
    pub form: Form,
    pub number: String,
    /// Who may be chosen; excluded workers are absent, without saying why.
    pub workers: Vec<Choice>,
    pub domains: Vec<Choice>,
    pub roles: Vec<Choice>,
    /// Involved already.
    pub involved: Vec<InvolvedLine>,
    pub action: String,
}

/// `/werk/dossier/{d}/toegang/{i}/eind`: says what ends before it ends. Field: `reason`.
#[derive(Template)]
#[template(path = "involvement/end.html")]
pub struct EndPage {
    pub frame: Frame,
    pub form: Form,
    pub number: String,
    pub involvement: InvolvedLine,
    /// Nobody else is involved with this domain.
    pub last_one: bool,
    /// The reader's own, who does not coordinate: the last one cannot leave (ux §2.3).
    pub yourself: bool,
    pub action: String,
    pub cancel: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for QuestionsPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let row = |number: &str, by: &str| QuestionRow {
                assign: "/toezicht/toewijzen/8f3a".into(),
                read: "/toezicht/toewijzen/8f3a/vraag/wmo".into(),
                number: number.into(),
                domain: "Wmo".into(),
                life_area: "Een huis, en daar blijven wonen".into(),
                area: "1234".into(),
                wishes: vec!["Oekraïens".into(), "tolk nodig".into(), "liever een vrouw".into()],
                since: "19 november 2026".into(),
                waiting: "3 dagen".into(),
                intake_by: by.into(),
            };
            let choice = |code: &str, name: &str| Choice::new(code, name);
            let words = coordinator("").words;
            let page = |total, questions: Vec<QuestionRow>, last| Self {
                frame: coordinator("/toezicht"),
                team: "team Noord".into(),
                total,
                found: questions.len(),
                chosen: false,
                form: form(words),
                for_whom: None,
                domains: vec![choice("wmo", "Wmo (80)"), choice("youth-care", LONG_NAME)],
                life_areas: vec![choice("home", "Een huis, en daar blijven wonen (12)")],
                areas: vec![choice("1234", "1234 (3)")],
                languages: vec![choice("uk", "Oekraïens (2)")],
                wishes: vec![choice("woman", "Liever een vrouw (2)")],
                waits: (total > 1).then(|| {
                    let week =
                        |at: usize, count| Week { mark: at.to_string(), name: format!("{at} weken"), count };
                    Waits {
                        message: "Er wachten 120 vragen. De langste wacht 3 weken.".into(),
                        weeks: vec![week(0, 100), week(1, 2), week(2, 0), week(3, 1)],
                    }
                }),
                questions,
                pages: Pages { current: 1, last },
                page_base: "/toezicht?".into(),
                to_judge: String::new(),
            };
            let two = || {
                let bare = QuestionRow {
                    life_area: String::new(),
                    area: String::new(),
                    wishes: vec![],
                    ..row("2026-0151", "Derya Aksoy")
                };
                vec![row("2026-0147", "Samira Bouzid"), bare]
            };
            let for_whom = Some(("55cc".to_owned(), LONG_NAME.to_owned()));
            vec![
                ("empty", page(0, vec![], 1)),
                ("typical", page(2, two(), 1)),
                ("long", Self { for_whom, ..page(1, vec![row("2026-0147", LONG_NAME)], 1) }),
                ("many", page(120, two(), 3)),
                (
                    "none-of",
                    Self { chosen: true, form: form(words).with([("wens", "man")]), ..page(40, vec![], 1) },
                ),
            ]
        }
    }

    impl Sample for QuestionPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |question: Option<&str>| Self {
                frame: coordinator("/toezicht/toewijzen/8f3a/vraag/wmo"),
                number: "2026-0147".into(),
                domain: "Wmo".into(),
                since: "19 november 2026".into(),
                question: question.map(ToOwned::to_owned),
                assign: "/toezicht/toewijzen/8f3a".into(),
            };
            vec![
                ("typical", page(Some("Ik kom de trap niet meer op.\nMijn dochter helpt mij nu."))),
                ("long", page(Some(LONG_WORD))),
                ("not-waiting", page(None)),
            ]
        }
    }

    impl Sample for AssignPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |form, involved| {
                let frame = coordinator("/toezicht/toewijzen/8f3a");
                let words = frame.words;
                Self {
                    frame,
                    form,
                    number: "2026-0147".into(),
                    workers: vec![
                        Choice::new("aa", "Samira Bouzid (38 dossiers)"),
                        Choice::new("bb", format!("{LONG_NAME} (12 dossiers)")),
                    ],
                    domains: coded(words, "domain", &["wmo"]),
                    roles: coded(words, "role", &["lead", "support", "replacement"]),
                    involved,
                    action: "/toezicht/toewijzen/8f3a".into(),
                }
            };
            let words = coordinator("").words;
            let wrong = form(words).with([("from", "40")]).but([
                ("worker", words.t("assign-worker-missing")),
                ("reason", words.t("assign-reason-missing")),
                ("from", words.code("fault", "no-such-day")),
            ]);
            vec![
                ("typical", page(form(words), vec![])),
                ("second", page(form(words), vec![InvolvedLine::invented("Derya Aksoy", false)])),
                ("errors", page(wrong, vec![])),
            ]
        }
    }

    impl Sample for EndPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |form, last_one| Self {
                frame: coordinator("/werk/dossier/8f3a/toegang/55cc/eind"),
                form,
                number: "2026-0147".into(),
                involvement: InvolvedLine::invented("Samira Bouzid", false),
                last_one,
                yourself: last_one,
                action: "/werk/dossier/8f3a/toegang/55cc/eind".into(),
                cancel: "/werk/dossier/8f3a/toegang".into(),
            };
            let words = coordinator("").words;
            vec![
                ("typical", page(form(words), false)),
                ("last", page(form(words).but([("reason", words.t("end-reason-missing"))]), true)),
            ]
        }
    }
}
