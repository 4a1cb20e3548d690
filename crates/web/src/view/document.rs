//! Documents of a dossier: the list with adding, one of them sheet by sheet, and withdrawing.

use askama::Template;

use super::dossier::Masthead;
use super::{Choice, Form, Frame};

/// One document in a list.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Empty where there is nothing to read: it was withdrawn.
    pub href: String,
    /// As it was typed, or that it was withdrawn.
    pub title: String,
    /// Kind, day, from whom, size, law: in words.
    pub about: String,
    /// Why it was withdrawn, as it was typed; may be empty.
    pub why: String,
    /// Until when it is kept, in words; may be empty.
    pub kept: String,
}

/// The sheet that is shown.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The address of the document.
    pub base: String,
    pub number: u16,
    pub last: u16,
    /// "Blad 2 van 5"
    pub said: String,
    /// What the picture is to whoever does not see it.
    pub alt: String,
    /// That it is a picture, and what to do when it cannot be read.
    pub picture_only: String,
    /// What stands on it; none: it is a picture.
    pub words: Option<String>,
}

impl Sheet {
    /// The address of the picture.
    pub fn picture(&self) -> String {
        format!("{}/blad/{}", self.base, self.number)
    }

    pub fn before(&self) -> String {
        format!("{}?blad={}", self.base, self.number.saturating_sub(1))
    }

    pub fn after(&self) -> String {
        format!("{}?blad={}", self.base, self.number.saturating_add(1))
    }
}

/// `/werk/dossier/{d}/documenten`. Fields: `part`, `source`, `category`, `dated` (+ `-month`, `-year`), `title`,
/// `bestand`.
#[derive(Template)]
#[template(path = "document/list.html")]
pub struct DocumentsPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    pub lines: Vec<Line>,
    /// Empty where the reader adds nothing.
    pub parts: Vec<Choice>,
    pub sources: Vec<Choice>,
    pub categories: Vec<Choice>,
    /// What the chooser of files offers first.
    pub accept: &'static str,
    /// Whether files are looked through for harm, in words.
    pub scan: String,
    pub action: String,
}

/// `/werk/dossier/{d}/documenten/{m}`; another sheet with `?blad=2`.
#[derive(Template)]
#[template(path = "document/one.html")]
pub struct DocumentPage {
    pub frame: Frame,
    pub masthead: Masthead,
    /// As it was typed, or that it was withdrawn.
    pub title: String,
    pub facts: Vec<(String, String)>,
    /// None: it was withdrawn.
    pub sheet: Option<Sheet>,
    /// Empty where the reader does not withdraw it.
    pub withdraw: String,
    /// Empty where the reader does not print it.
    pub print: String,
    pub back: String,
}

/// `/werk/dossier/{d}/documenten/{m}/intrekken`. Fields: `ground`, `why`.
#[derive(Template)]
#[template(path = "document/withdraw.html")]
pub struct WithdrawDocumentPage {
    pub frame: Frame,
    pub form: Form,
    pub name: String,
    pub title: String,
    pub grounds: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

/// `/werk/dossier/{d}/documenten/{m}/afdrukken`. Field: `purpose`.
#[derive(Template)]
#[template(path = "document/print.html")]
pub struct PrintDocumentPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    pub title: String,
    pub purposes: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

/// A document for paper.
#[derive(Template)]
#[template(path = "document/paper.html")]
pub struct PaperPage {
    pub frame: Frame,
    pub title: String,
    pub sheets: Vec<PaperSheet>,
    /// Who printed it when and for what (ACC-24); on every sheet.
    pub mark: String,
    pub back: String,
}

/// One sheet of it.
#[derive(Clone, Debug, Default)]
pub struct PaperSheet {
    /// The address of its picture.
    pub picture: String,
    pub alt: String,
    /// What stands on it; none: it is a picture.
    pub words: Option<String>,
}

#[cfg(any(test, feature = "samples"))]
pub(in crate::view) mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    pub(in crate::view) fn line(title: &str) -> Line {
        Line {
            href: "/werk/dossier/8f3a/documenten/77aa".into(),
            title: title.into(),
            about: "PDF, 3 bladen, 3 november 2026, van de klant, 0,4 MB, Wmo".into(),
            why: String::new(),
            kept: "Bewaren tot 3 november 2041".into(),
        }
    }

    pub(in crate::view) fn withdrawn() -> Line {
        Line {
            href: String::new(),
            title: "Ingetrokken document".into(),
            about: "Ingetrokken door Samira Bouzid, 3 november 2026.".into(),
            why: "Hoorde bij iemand anders.".into(),
            kept: String::new(),
        }
    }

    pub(in crate::view) fn sheet(words: Option<&str>) -> Option<Sheet> {
        Some(Sheet {
            base: "/werk/dossier/8f3a/documenten/77aa".into(),
            number: 2,
            last: 3,
            said: "Blad 2 van 3".into(),
            alt: "Beeld van blad 2 van het document".into(),
            picture_only: "Dit is een beeld.".into(),
            words: words.map(str::to_owned),
        })
    }

    pub(in crate::view) fn facts() -> Vec<(String, String)> {
        vec![("Soort".into(), "PDF".into()), ("Door".into(), LONG_NAME.into())]
    }

    impl Sample for DocumentsPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let page = |masthead, form, lines| Self {
                frame: worker("/werk/dossier/8f3a/documenten"),
                masthead,
                form,
                lines,
                parts: coded(words, "domain", &["wmo", "debt-counselling"]),
                sources: coded(words, "source", &["client", "third-party"]),
                categories: coded(words, "category", &["general", "health"]),
                accept: ".pdf",
                scan: words.t("documents-not-scanned"),
                action: "/werk/dossier/8f3a/documenten".into(),
            };
            let wrong = form(words).with([("title", LONG_WORD)]).but([
                ("dated", words.t("fault-no-such-day")),
                ("bestand", words.t("documents-files-missing")),
            ]);
            vec![
                ("empty", page(Masthead::invented(), form(words), vec![])),
                (
                    "typical",
                    page(Masthead::invented(), form(words), vec![line("Brief van school"), withdrawn()]),
                ),
                ("errors", page(Masthead::long(), wrong, vec![line(LONG_WORD), line(ARABIC_NAME)])),
                (
                    "emergency",
                    Self { parts: vec![], ..page(Masthead::invented(), form(words), vec![line("Brief")]) },
                ),
            ]
        }
    }

    impl Sample for DocumentPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |masthead, title: &str, sheet| Self {
                frame: worker("/werk/dossier/8f3a/documenten/77aa"),
                masthead,
                title: title.into(),
                facts: facts(),
                sheet,
                withdraw: "/werk/dossier/8f3a/documenten/77aa/intrekken".into(),
                print: "/werk/dossier/8f3a/documenten/77aa/afdrukken".into(),
                back: "/werk/dossier/8f3a/documenten".into(),
            };
            vec![
                ("typical", page(Masthead::invented(), "Brief van school", sheet(None))),
                ("words", page(Masthead::long(), LONG_WORD, sheet(Some(LONG_WORD)))),
                (
                    "withdrawn",
                    Self {
                        withdraw: String::new(),
                        print: String::new(),
                        ..page(Masthead::invented(), "Ingetrokken", None)
                    },
                ),
            ]
        }
    }

    impl Sample for PrintDocumentPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let page = |masthead, form, title: &str| Self {
                frame: worker("/werk/dossier/8f3a/documenten/77aa/afdrukken"),
                masthead,
                form,
                title: title.into(),
                purposes: coded(words, "reason", &["print-meeting", "print-court"]),
                action: "/werk/dossier/8f3a/documenten/77aa/afdrukken".into(),
                cancel: "/werk/dossier/8f3a/documenten/77aa".into(),
            };
            let wrong = form(words).but([("purpose", words.t("plan-print-missing"))]);
            vec![
                ("typical", page(Masthead::invented(), form(words), "Brief van school")),
                ("errors", page(Masthead::long(), wrong, LONG_WORD)),
            ]
        }
    }

    impl Sample for PaperPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let sheet = |number: u8, words: Option<&str>| PaperSheet {
                picture: format!("/werk/dossier/8f3a/documenten/77aa/blad/{number}"),
                alt: format!("Beeld van blad {number} van het document"),
                words: words.map(str::to_owned),
            };
            let page = |title: &str, sheets| Self {
                frame: worker("/werk/dossier/8f3a/documenten/77aa/afdrukken"),
                title: title.into(),
                sheets,
                mark: format!("Afgedrukt door {LONG_NAME} op 3 november 2026 om 10.00 uur."),
                back: "/werk/dossier/8f3a/documenten/77aa".into(),
            };
            vec![
                ("typical", page("Brief van school", vec![sheet(1, None), sheet(2, None)])),
                ("words", page(LONG_WORD, vec![sheet(1, Some(LONG_WORD))])),
            ]
        }
    }

    impl Sample for WithdrawDocumentPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let page = |form, name: &str| Self {
                frame: worker("/werk/dossier/8f3a/documenten/77aa/intrekken"),
                form,
                name: name.into(),
                title: LONG_WORD.into(),
                grounds: coded(words, "withdrawn", &["wrong-dossier"]),
                action: "/werk/dossier/8f3a/documenten/77aa/intrekken".into(),
                cancel: "/werk/dossier/8f3a/documenten/77aa".into(),
            };
            let wrong = form(words).but([("ground", words.t("withdraw-ground-missing"))]);
            vec![("typical", page(form(words), "Rosa Bhagwandin")), ("errors", page(wrong, LONG_NAME))]
        }
    }
}
