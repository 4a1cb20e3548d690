//! Invented content for the resident's pages about a question at a look.

use super::*;
use crate::view::inquiry::samples::answer;
use crate::view::{Sample, sample::*};

impl Sample for AskPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |words, line, form| Self {
            frame: portal("/mijn/gekeken/7c1e/vraag", words),
            form,
            line,
            nameless: true,
            action: "/mijn/gekeken/7c1e/vraag".into(),
            cancel: "/mijn/gekeken".into(),
        };
        let wrong =
            form(formal()).with([("words", LONG_WORD)]).but([("words", formal().t("fault-too-long"))]);
        vec![
            ("typical", page(formal(), Line::invented(), form(formal()))),
            ("je", page(informal(), Line::invented(), form(informal()))),
            ("long", page(formal(), Line::long(), form(formal()))),
            ("errors", page(formal(), Line::invented(), wrong)),
        ]
    }
}

impl Sample for OwnInquiryPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |words: text::Words| Self {
            frame: portal("/mijn/gekeken/vragen/8f3a", words),
            line: Line::invented(),
            words: "Ik had die dag geen afspraak.".into(),
            asked: words.with("inquiry-asked-on", &[("day", "21 november 2026".into())]),
            name: words.t("inquiry-name-asked"),
            due: words.with("inquiry-due", &[("day", "vrijdag 27 november 2026".into())]),
            late: false,
            turn: words.t("turn-deputy"),
            answer: None,
            received: vec![],
            pursue: Some("/mijn/gekeken/vragen/8f3a/verder".into()),
            team: Contact {
                name: "Team Noord".into(),
                role: "Gemeente Zonneweide".into(),
                phone: "030 765 43 22".into(),
            },
            back: "/mijn/gekeken".into(),
        };
        let mut late = page(formal());
        late.late = true;
        late.due = formal().with("inquiry-due-passed", &[("day", "vrijdag 27 november 2026".into())]);
        let received = |what: &str, handler: String| ReceivedLine {
            what: formal().t(what),
            received: formal().with("received-on", &[("day", "24 november 2026".into())]),
            due: formal().with("inquiry-due", &[("day", "dinsdag 5 januari 2027".into())]),
            handler,
            phone: "030 765 43 21".into(),
        };
        let controller = ("controller", "Gemeente Zonneweide".into());
        let both = Self {
            due: String::new(),
            turn: String::new(),
            answer: Some(answer()),
            received: vec![
                received(
                    "pursue-complaint",
                    formal().with("received-complaint-by", std::slice::from_ref(&controller)),
                ),
                received(
                    "right-access",
                    formal()
                        .with("received-request-by", &[controller, ("dpo", "fg@zonneweide.example".into())]),
                ),
            ],
            pursue: None,
            ..page(formal())
        };
        let mut long = page(formal());
        long.line = Line::long();
        long.words = LONG_WORD.repeat(3);
        long.answer = Some(Answered { text: LONG_WORD.repeat(4), by: LONG_NAME.into(), ..answer() });
        vec![
            ("waiting", page(formal())),
            ("je", page(informal())),
            ("late", late),
            (
                "answered",
                Self { due: String::new(), turn: String::new(), answer: Some(answer()), ..page(formal()) },
            ),
            ("both", both),
            ("long", long),
        ]
    }
}

impl Sample for PursuePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |words: text::Words, form| Self {
            frame: portal("/mijn/gekeken/vragen/8f3a/verder", words),
            form,
            choices: ["access", "rectification", "erasure"]
                .iter()
                .map(|code| {
                    Choice::new(*code, words.code("right", code)).hint(words.code("right-about", code))
                })
                .collect(),
            action: "/mijn/gekeken/vragen/8f3a/verder".into(),
            cancel: "/mijn/gekeken/vragen/8f3a".into(),
        };
        let wrong = form(formal()).but([("what", formal().t("pursue-missing"))]);
        vec![
            ("typical", page(formal(), form(formal()))),
            ("je", page(informal(), form(informal()))),
            ("errors", page(formal(), wrong)),
        ]
    }
}
