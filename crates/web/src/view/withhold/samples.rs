//! Invented content for the pages about telling a client later.

use super::*;
use crate::view::{Flash, Sample, Tone, sample::*};

const SENTENCE: &str = "De ex-partner leest mee op de telefoon. De politie is erbij.";

fn proposal(frame: Frame, form: Form) -> ProposePage {
    let words = frame.words;
    let grounds = ["danger-to-client", "danger-to-other", "danger-to-worker", "criminal-investigation"];
    ProposePage {
        about: words.with(
            "withhold-about",
            &[
                ("number", "1012".into()),
                ("when", "22 november 2026 om 14.32 uur".into()),
                ("name", LONG_NAME.into()),
            ],
        ),
        grounds: coded(words, "ground", &grounds),
        whom: coded(words, "withhold-from", &["client-and-proxies", "proxies-only"]),
        action: "/werk/noodtoegang/55cc/later".into(),
        form,
        frame,
    }
}

impl Sample for ProposePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/werk/noodtoegang/55cc/later";
        let frame = worker(path);
        let words = frame.words;
        let wrong = form(words).with([("sentence", LONG_WORD)]).but([
            ("", words.t("withhold-seen")),
            ("ground", words.t("withhold-ground-missing")),
            ("hidden-from", words.t("withhold-from-missing")),
            ("sentence", frame.say("emergency-sentence-short", "min", 20)),
        ]);
        vec![
            ("typical", proposal(frame.clone(), form(words))),
            ("errors", proposal(frame, wrong)),
            ("long", proposal(long_worker(path), form(words).with([("sentence", LONG_WORD)]))),
        ]
    }
}

impl Sample for ListPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/toezicht/achterhouden";
        let frame = coordinator(path);
        let row = |late: &str, yours| ListRow {
            href: "/toezicht/achterhouden/55cc".into(),
            number: "1012".into(),
            due: "vrijdag 27 november 2026".into(),
            late: late.into(),
            ground: frame.words.code("ground", "investigation-veilig-thuis"),
            state: frame.say("withhold-state-withheld", "day", "27 november 2026"),
            yours,
        };
        let proposed = ListRow {
            state: frame.say("withhold-state-proposed", "when", "maandag 30 november 2026"),
            ..row("", true)
        };
        let mut done = frame.clone();
        done.flash = Some(Flash { tone: Tone::Done, text: done.t("withhold-done-later") });
        vec![
            ("empty", Self { frame: done, notes: false, rows: vec![] }),
            (
                "typical",
                Self {
                    frame: frame.clone(),
                    notes: true,
                    rows: vec![row("2 werkdagen te laat", true), proposed],
                },
            ),
            (
                "long",
                Self { frame: long_worker(path), notes: true, rows: vec![row("", false), row("", true)] },
            ),
        ]
    }
}

fn notice(frame: Frame, form: Form) -> NoticePage {
    let words = frame.words;
    let step = |what: &str, review: &str| StepLine {
        what: words.code("withhold-step", what),
        by: words.with(
            "withhold-step-by",
            &[
                ("name", "Joost Meijer".into()),
                ("function", "coördinator".into()),
                ("when", "22 november 2026 om 15.02 uur".into()),
            ],
        ),
        review: review.into(),
        sentence: SENTENCE.into(),
    };
    NoticePage {
        number: "1012".into(),
        state: frame.say("withhold-state-withheld", "day", "22 december 2026"),
        late: String::new(),
        board: false,
        ground: words.code("ground", "danger-to-client"),
        whom: words.code("withhold-from", "client-and-proxies"),
        access: Some(AccessLines {
            who: "Tom Bakker, buurtteammedewerker, Wijkteam Zuid".into(),
            opened: "22 november 2026 om 14.32 uur".into(),
            reason: words.code("emergency-reason", "immediate-danger"),
        }),
        steps: vec![
            step("proposed", ""),
            step("confirmed", &frame.say("withhold-step-review", "day", "22 december 2026")),
        ],
        says: coded(words, "withhold-says", &["extend", "tell", "bare"]),
        review_hint: frame.say("withhold-review-hint", "day", "22 december 2026"),
        officer_only: false,
        not_yours: false,
        action: "/toezicht/achterhouden/55cc".into(),
        back: "/toezicht/achterhouden".into(),
        form,
        frame,
    }
}

impl Sample for NoticePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/toezicht/achterhouden/55cc";
        let frame = coordinator(path);
        let words = frame.words;
        let wrong = form(words).with([("says", "extend"), ("sentence", "kort"), ("review", "31")]).but([
            ("", words.t("withhold-over")),
            ("says", words.t("withhold-says-missing")),
            ("review", frame.say("withhold-review-too-late", "day", "22 december 2026")),
            ("sentence", frame.say("emergency-sentence-short", "min", 20)),
        ]);
        let late = NoticePage {
            late: "12 werkdagen te laat".into(),
            board: true,
            officer_only: true,
            review_hint: String::new(),
            says: coded(words, "withhold-says", &["tell", "bare"]),
            ..notice(frame.clone(), form(words))
        };
        let mut long = notice(long_worker(path), form(words));
        long.steps.iter_mut().for_each(|step| step.sentence = LONG_WORD.repeat(2));
        long.says = Vec::new();
        long.not_yours = true;
        long.access = None;
        let proposed = NoticePage {
            state: frame.say("withhold-state-proposed", "when", "maandag 30 november 2026"),
            says: coded(words, "withhold-says", &["later", "now"]),
            ..notice(frame.clone(), form(words))
        };
        vec![
            ("proposed", proposed),
            ("typical", notice(frame.clone(), form(words))),
            ("errors", notice(frame, wrong)),
            ("late", late),
            ("long", long),
        ]
    }
}
