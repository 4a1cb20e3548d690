//! What the resident is told of an emergency access (ux §6.3), in *u* or *je*.

use askama::Template;

use crate::view::{Contact, Frame};

/// `/mijn/gekeken/{l}/noodtoegang`
#[derive(Template)]
#[template(path = "portal/emergency.html")]
pub struct TellPage {
    pub frame: Frame,
    /// Who looked, by function and team, and when.
    pub short: String,
    pub why: String,
    /// The parts that were opened, in a sentence.
    pub what: String,
    /// That something was written as well; empty otherwise.
    pub wrote: String,
    pub how_long: String,
    /// By when somebody else judges it.
    pub next: String,
    /// That it is told later than it was; empty otherwise.
    pub later: String,
    /// Whom to call.
    pub team: Contact,
    /// The question why, and who it was.
    pub ask: String,
    pub back: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for TellPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |words: text::Words| Self {
                frame: portal("/mijn/gekeken/7c1e/noodtoegang", words),
                short: words.with(
                    "told-short",
                    &[
                        ("who", "buurtteammedewerker, Wijkteam Zuid".into()),
                        ("day", "22 november 2026".into()),
                    ],
                ),
                why: words.code("emergency-why", "immediate-danger"),
                what: words.with("told-what", &[("parts", "Wmo, Schuldhulp".into())]),
                wrote: String::new(),
                how_long: words.with(
                    "told-until",
                    &[("from", "22 november 2026 om 14.32 uur".into()), ("until", "15.32 uur".into())],
                ),
                next: words.with("told-next", &[("day", "vrijdag 27 november 2026".into())]),
                later: String::new(),
                team: Contact {
                    name: "Wijkteam Noord".into(),
                    role: words.t("coordinator-of-duty"),
                    phone: "030 765 43 22".into(),
                },
                ask: "/mijn/gekeken/7c1e/vraag".into(),
                back: "/mijn/gekeken".into(),
            };
            let days = [("from", "2 maart 2026".into()), ("until", "20 maart 2026".into())];
            let mut long = page(formal());
            long.short =
                formal().with("told-short", &[("who", LONG_WORD.into()), ("day", "22 november 2026".into())]);
            long.wrote = formal().t("told-wrote");
            long.later = formal().with("looked-told-later", &days);
            long.team.name = LONG_NAME.into();
            vec![("typical", page(formal())), ("je", page(informal())), ("long", long)]
        }
    }
}
