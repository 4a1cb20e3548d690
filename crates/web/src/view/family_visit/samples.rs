//! Invented content for the pages of a family visit.
//! Empty, typical, long names, a warning, errors and a dossier that is not the reader's any more.

use super::*;
use crate::view::{Sample, sample::*};

impl Sample for ChooseFamilyPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/werk/gezinsbezoek";
        let page = |frame: Frame, people: Vec<Choice>, form: Form| Self {
            frame,
            form,
            name: String::new(),
            people,
            more: false,
        };
        let words = worker(path).words;
        let some = || {
            vec![
                Choice::new("aa", "Emre Yılmaz").hint("14 jaar, Jeugdhulp"),
                Choice::new("bb", "Noor Yılmaz").hint("41 jaar, Wmo"),
            ]
        };
        let long = vec![Choice::new("aa", LONG_NAME), Choice::new("bb", ARABIC_NAME)];
        let wrong = form(words).but([("with", words.t("visit-too-few"))]);
        vec![
            ("empty", page(worker(path), vec![], form(words))),
            ("typical", page(worker(path), some(), form(words))),
            ("errors", page(worker(path), some(), wrong)),
            (
                "long",
                Self { more: true, name: LONG_WORD.into(), ..page(long_worker(path), long, form(words)) },
            ),
        ]
    }
}

impl Sample for FamilyVisitPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/werk/gezinsbezoek";
        let words = worker(path).words;
        let person = |number, dossier: &str, name: &str| Visited {
            number,
            dossier: dossier.into(),
            name: name.into(),
            parts: coded(words, "domain", &["wmo", "debt-counselling"]),
            gone: false,
        };
        let page = |form: Form, people| Self {
            frame: worker(path),
            form,
            people,
            named: None,
            kinds: coded(words, "kind", &["visit", "conversation", "phone"]),
            sources: coded(words, "source", &["client", "own-observation"]),
            there: vec![
                Choice::new("yes", words.t("visit-there-yes")),
                Choice::new("no", words.t("visit-there-no")),
            ],
            draft: String::new(),
            draft_seen: String::new(),
            draft_saved: None,
        };
        let family = || {
            let mut noor = person(2, "bb", "Noor Yılmaz");
            noor.parts.truncate(1);
            vec![person(1, "aa", "Emre Yılmaz"), noor]
        };
        let typed = form(words).with([
            ("with", "aa"),
            ("with", "bb"),
            ("shared", facts().as_str()),
            ("facts-aa", facts().as_str()),
            ("there-aa", "yes"),
            ("kind", "visit"),
        ]);
        let named = Self {
            named: Some(words.with("visit-named", &[("names", LONG_NAME.into())])),
            draft: "77aa".into(),
            draft_saved: Some("Concept bewaard om 14.32 uur.".into()),
            ..page(typed.clone().but([("names-fit", words.t("visit-names-fit-missing"))]), family())
        };
        let mut gone = person(2, "bb", "");
        gone.gone = true;
        gone.parts.clear();
        let walled = page(
            typed
                .clone()
                .with([("without", "bb"), ("facts-bb", LONG_WORD)])
                .but([("", words.t("visit-gone"))]),
            vec![person(1, "aa", LONG_NAME), gone],
        );
        let wrong = page(
            typed.clone().but([
                ("facts-bb", words.t("visit-nothing")),
                ("happened", words.t("fault-in-future")),
                ("kind", words.t("entry-kind-missing")),
            ]),
            family(),
        );
        vec![("typical", page(typed, family())), ("named", named), ("gone", walled), ("errors", wrong)]
    }
}
