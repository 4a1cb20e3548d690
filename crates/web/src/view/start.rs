//! The front door: who we are, how to sign in, who to call, and what we do with data.

use askama::Template;

use super::Frame;

/// `/`
#[derive(Template)]
#[template(path = "start/start.html")]
pub struct StartPage {
    pub frame: Frame,
}

/// `/privacy`: the privacy notice (BAS-09), also read at intake (CON-03).
#[derive(Template)]
#[template(path = "start/notice.html")]
pub struct NoticePage {
    pub frame: Frame,
    /// Version of the text, "2026-11"; kept with every delivery.
    pub version: String,
    /// How to reach the data protection officer, one line.
    pub dpo: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{House, Sample, sample::*};

    impl Sample for StartPage {
        fn samples() -> Vec<(&'static str, Self)> {
            vec![
                ("typical", Self { frame: public("/") }),
                ("empty", Self { frame: Frame { house: House::default(), ..public("/") } }),
            ]
        }
    }

    impl Sample for NoticePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |words| Self {
                frame: Frame { words, ..public("/privacy") },
                version: "2026-11".into(),
                dpo: "Ineke Postma, fg@zonneweide.example".into(),
            };
            vec![("typical", page(formal())), ("je", page(informal()))]
        }
    }
}
