//! Invented content for the pages of notes.
//! Empty, typical, long names and errors: what the page test renders and a person looks at.

use super::*;
use crate::view::{Flash, Sample, Tone, dossier::Tab, sample::*};

fn choice(name: &str) -> DossierChoice {
    DossierChoice { href: "/werk/notitie/8f3a".into(), name: name.into(), about: "58 jaar, Wmo".into() }
}

impl Sample for ChooseDossierPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let some = |names: &[&str]| names.iter().map(|name| choice(name)).collect::<Vec<_>>();
        vec![
            ("empty", Self { frame: worker("/werk/notitie"), recent: vec![], all: vec![] }),
            (
                "typical",
                Self {
                    frame: worker("/werk/notitie"),
                    recent: some(&["Rosa Bhagwandin", "Bilal Özdemir"]),
                    all: some(&["Bilal Özdemir", "Chantal de Wit", "Riet van Dam", "Rosa Bhagwandin"]),
                },
            ),
            (
                "long",
                Self {
                    frame: long_worker("/werk/notitie"),
                    recent: some(&[LONG_NAME]),
                    all: some(&[LONG_NAME, ARABIC_NAME]),
                },
            ),
        ]
    }
}

impl NotePage {
    fn invented(frame: Frame, name: &str) -> Self {
        let words = frame.words;
        Self {
            form: form(words).with([
                ("kind", "phone"),
                ("happened", "22"),
                ("happened-month", "11"),
                ("happened-year", "2026"),
                ("time", "14.30"),
                ("source", "client"),
                ("category", "general"),
                ("visible", "now"),
            ]),
            name: name.into(),
            dossier: "/werk/dossier/8f3a".into(),
            parts: coded(words, "domain", &["wmo", "debt-counselling"]),
            kinds: coded(words, "kind", &["conversation", "phone", "visit", "consultation"]),
            sources: coded(words, "source", &["client", "own-observation", "third-party"]),
            categories: coded(words, "category", &["general", "health", "finance"]),
            grounds: coded(words, "ground", &["danger-to-client", "told-in-person-first"]),
            family: "/werk/gezinsbezoek?met=8f3a".into(),
            action: "/werk/notitie/8f3a".into(),
            autosave: "/werk/notitie/8f3a/concept".into(),
            draft: String::new(),
            draft_seen: String::new(),
            draft_saved: None,
            frame,
        }
    }
}

impl Sample for NotePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = || worker("/werk/notitie/8f3a");
        let mut draft = Self::invented(frame(), "Rosa Bhagwandin");
        draft.draft = "77aa".into();
        draft.draft_saved = Some("Concept bewaard om 14.32 uur.".into());
        draft.form.values.put("facts", facts());
        draft.form.values.put("opinion", opinion());
        let mut wrong = Self::invented(frame(), "Rosa Bhagwandin");
        wrong.form = wrong
            .form
            .with([
                ("facts", "\n\n  begint met twee regels </textarea><script>"),
                ("happened", "32"),
                ("visible", "later"),
            ])
            .but([
                ("part", frame().t("entry-part-missing")),
                ("kind", frame().t("entry-kind-missing")),
                ("happened", frame().words.code("fault", "no-such-day")),
                ("facts", frame().t("entry-facts-missing")),
                ("visible-from", frame().t("entry-visible-from-missing")),
            ]);
        let mut one_part = Self::invented(long_worker("/werk/notitie/8f3a"), LONG_NAME);
        one_part.parts.truncate(1);
        vec![
            ("empty", Self::invented(frame(), "Rosa Bhagwandin")),
            ("draft", draft),
            ("errors", wrong),
            ("long", one_part),
        ]
    }
}

impl EntryDetail {
    pub(in crate::view) fn invented() -> Self {
        Self {
            icon: "phone".into(),
            kind: "Telefoongesprek".into(),
            part: "Wmo".into(),
            author: "Samira Bouzid".into(),
            source: "de klant zelf".into(),
            happened: "20 november 2026 om 14.30 uur".into(),
            recorded: "20 november 2026 om 14.52 uur".into(),
            visible: "De klant kan deze notitie lezen.".into(),
        }
    }
}

impl Since {
    pub(in crate::view) fn invented() -> Self {
        let facts = "De huur is 600 euro.\nZij belt morgen de verhuurder.";
        let new = "De huur is 650 euro.\nZij heeft de verhuurder gebeld. <b>Hij wacht.</b>";
        Self::between((facts, "Ik maak mij zorgen."), (new, ""), &mut crate::view::changes::Effort::default())
    }
}

impl Version {
    pub(in crate::view) fn invented(number: u32, reason: &str) -> Self {
        Self {
            number,
            author: "Samira Bouzid".into(),
            at: "20 november 2026 om 14.52 uur".into(),
            reason: reason.into(),
            facts: facts(),
            opinion: opinion(),
            since: Since::invented(),
        }
    }
}

impl Sample for EntryPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |frame, masthead, versions, correct: Option<&str>| Self {
            frame,
            masthead: Masthead { tab: Tab::Timeline, ..masthead },
            entry: EntryDetail::invented(),
            versions,
            correct: correct.map(Into::into),
            withdraw: correct.map(|href| href.replace("corrigeren", "intrekken")),
            delay: None,
            delayed: String::new(),
            withdrawn: None,
            hidden_from: vec!["andere medewerkers".into(), LONG_NAME.into()],
            shield: correct.map(|href| href.replace("corrigeren", "afschermen")),
            later: correct.is_none().then(|| "/werk/noodtoegang/55cc/later".to_owned()),
        };
        let path = "/werk/dossier/8f3a/notitie/11bb";
        let mut plain = Version::invented(1, "");
        plain.opinion.clear();
        let mut long = Version::invented(2, LONG_WORD);
        long.author = LONG_NAME.into();
        long.facts = format!("{LONG_WORD}{LONG_WORD}\n{ARABIC_NAME} <script>alert(1)</script>");
        vec![
            (
                "typical",
                page(
                    worker(path),
                    Masthead::invented(),
                    vec![plain],
                    Some("/werk/dossier/8f3a/notitie/11bb/corrigeren"),
                ),
            ),
            (
                "versions",
                page(
                    worker(path),
                    Masthead::invented(),
                    vec![Version::invented(2, "Het bedrag klopte niet."), Version::invented(1, "")],
                    Some("/werk/dossier/8f3a/notitie/11bb/corrigeren"),
                ),
            ),
            ("long", page(long_worker(path), Masthead::long(), vec![long, Version::invented(1, "")], None)),
            ("delayed", {
                let page = page(worker(path), Masthead::invented(), vec![Version::invented(1, "")], None);
                let words = page.frame.words;
                let delay = DelayForm { form: form(words).called("delay"), action: format!("{path}/later") };
                let delayed = words.with("delay-said-waits", &[("day", "28 november 2026".into())]);
                Self { delay: Some(delay), delayed, ..page }
            }),
            ("withdrawn", {
                let page = page(worker(path), Masthead::invented(), vec![], None);
                Self { withdrawn: Some(Trace::invented()), ..page }
            }),
        ]
    }
}

impl Sample for DelaysPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/toezicht/uitgesteld";
        let words = coordinator(path).words;
        let row = |at: usize, author: &str, own: bool| DelayRow {
            number: "2026-0412".into(),
            part: "Wmo".into(),
            author: author.into(),
            ground: "Gevaar voor de klant".into(),
            until: "3 december 2026".into(),
            lapses: "28 november 2026".into(),
            decide: (!own).then(|| DelayForm {
                form: form(words).called(format!("delay-{at}")),
                action: format!("{path}/11bb"),
            }),
        };
        vec![
            ("empty", Self { frame: coordinator(path), rows: vec![] }),
            (
                "typical",
                Self {
                    frame: coordinator(path),
                    rows: vec![row(0, LONG_NAME, false), row(1, "Joost", true)],
                },
            ),
        ]
    }
}

impl Trace {
    pub(in crate::view) fn invented() -> Self {
        Self {
            said: format!("Ingetrokken op 22 november 2026 om 9.10 uur door {LONG_NAME}."),
            ground: "Deze notitie hoort niet in dit dossier.".into(),
            why: LONG_WORD.into(),
        }
    }
}

impl Sample for WithdrawPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/werk/dossier/8f3a/notitie/11bb/intrekken";
        let words = worker(path).words;
        let page = |form, name: &str| Self {
            frame: worker(path),
            form,
            name: name.into(),
            entry: EntryDetail::invented(),
            grounds: coded(words, "withdrawn", &["wrong-dossier", "written-twice", "by-mistake"]),
            action: path.into(),
            cancel: "/werk/dossier/8f3a/notitie/11bb".into(),
        };
        let wrong = form(words)
            .with([("why", LONG_WORD), ("breach", "on")])
            .but([("ground", words.t("withdraw-ground-missing")), ("why", words.t("fault-too-long"))]);
        vec![("typical", page(form(words), "Rosa Bhagwandin")), ("errors", page(wrong, LONG_NAME))]
    }
}

impl Sample for CorrectPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |form: Form, reason_needed| Self {
            frame: worker("/werk/dossier/8f3a/notitie/11bb/corrigeren"),
            form,
            name: "Rosa Bhagwandin".into(),
            entry: EntryDetail::invented(),
            version: 1,
            reason_needed,
            action: "/werk/dossier/8f3a/notitie/11bb/corrigeren".into(),
            cancel: "/werk/dossier/8f3a/notitie/11bb".into(),
        };
        let words = worker("").words;
        let filled = form(words).with([("facts", facts().as_str()), ("opinion", opinion().as_str())]);
        let mut unchanged = page(filled.clone(), true);
        unchanged.frame.flash = Some(Flash { tone: Tone::Note, text: words.t("correct-unchanged") });
        vec![
            ("errors", page(filled.clone().but([("reason", words.t("entry-reason-missing"))]), true)),
            ("unchanged", unchanged),
            ("typical", page(filled, false)),
        ]
    }
}

impl Sample for ConflictPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let mut theirs = Version::invented(2, "Het bedrag klopte niet.");
        theirs.author = "Derya Aksoy".into();
        let page = |own| Self {
            frame: worker("/werk/dossier/8f3a/notitie/11bb/corrigeren"),
            form: form(words).with([("facts", facts().as_str()), ("opinion", ""), ("reason", "Aanvulling")]),
            name: "Rosa Bhagwandin".into(),
            theirs: theirs.clone(),
            own,
            reason_needed: true,
            action: "/werk/dossier/8f3a/notitie/11bb/corrigeren".into(),
            cancel: "/werk/dossier/8f3a/notitie/11bb".into(),
        };
        vec![("typical", page(false)), ("own", page(true))]
    }
}
