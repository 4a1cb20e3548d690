//! `/werk/dossier/{d}/toegang`: who is involved with a dossier, and who looked (ACC-01, ACC-21).
//! Browser titles never hold a client's name: they stay in the history of the device.

use askama::Template;

use super::{Frame, dossier::Masthead, portal::inquiry::AskLink};

/// `/werk/dossier/{d}/toegang`
#[derive(Template)]
#[template(path = "access/access.html")]
pub struct AccessPage {
    pub frame: Frame,
    /// None for a coordinator who is not involved: number, no name.
    pub masthead: Option<Masthead>,
    /// The dossier's pseudonymous number, as in the queue.
    pub number: String,
    /// Involved now.
    pub involved: Vec<InvolvedLine>,
    /// Involved before.
    pub past: Vec<InvolvedLine>,
    /// The link to assign somebody; none when the reader may not.
    pub assign: Option<String>,
    /// Extra protection of the dossier; empty for whoever is here in an emergency only.
    pub protection: String,
    /// Handing it to a colleague; none when the reader is not involved.
    pub hand_over: Option<String>,
    /// For the coordinator: whom the client does not want.
    pub exclude: Option<String>,
}

/// One involvement.
#[derive(Clone, Debug, Default)]
pub struct InvolvedLine {
    pub name: String,
    /// Role in the case, in words.
    pub role: String,
    /// Legal domain in words.
    pub domain: String,
    /// In words.
    pub since: String,
    /// In words; empty without an end.
    pub until: String,
    pub reason: String,
    /// The link to end it; none when the reader may not.
    pub end: Option<String>,
}

/// The looks of one day.
#[derive(Clone, Debug, Default)]
pub struct LookDay {
    /// "vrijdag 20 november 2026"
    pub label: String,
    pub lines: Vec<LookLine>,
}

/// One line: somebody looked.
#[derive(Clone, Debug, Default)]
pub struct LookLine {
    /// A name, or a function and team: "coördinator, team Noord".
    pub who: String,
    /// What they are to the client: "uw vaste medewerker"; empty when `who` says it.
    pub role: String,
    /// "bekeek de tijdlijn", "schreef een notitie"
    pub what: String,
    /// Why they might; empty for the own workers of a client.
    pub reason: String,
    /// That the list left it out before, from when until when and why, in sentences; empty otherwise.
    pub later: String,
    /// The page that tells more: of an emergency access.
    pub about: Option<String>,
    /// Stands out: not one of the client's own workers.
    pub other: bool,
    /// By when somebody else judges it, or what came of that; empty where nothing is judged.
    pub judging: String,
    /// Asking why, or the answer; none when the line was made a moment ago.
    pub ask: Option<AskLink>,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, dossier::Tab, sample::*};

    impl InvolvedLine {
        pub(in crate::view) fn invented(name: &str, end: bool) -> Self {
            Self {
                name: name.into(),
                role: "vaste medewerker".into(),
                domain: "Wmo".into(),
                since: "3 november 2026".into(),
                until: String::new(),
                reason: "Intake gedaan".into(),
                end: end.then(|| "/werk/dossier/8f3a/toegang/55cc/eind".into()),
            }
        }
    }

    impl LookDay {
        pub(in crate::view) fn invented(label: &str) -> Self {
            Self {
                label: label.into(),
                lines: vec![
                    LookLine {
                        who: "Samira Bouzid".into(),
                        role: "vaste medewerker".into(),
                        what: "keek 3 keer en schreef 1 notitie".into(),
                        ..LookLine::default()
                    },
                    LookLine {
                        who: "Ingeborg de Haan".into(),
                        role: "vervanger".into(),
                        what: "bekeek de tijdlijn".into(),
                        reason: "Zij vervangt Samira Bouzid.".into(),
                        about: Some("/mijn/gekeken/7c1e/noodtoegang".into()),
                        later: "Wij vertelden dit later. Van 2 maart 2026 tot 20 maart 2026 stond dit niet in deze lijst."
                            .into(),
                        other: true,
                        judging: "Iemand anders beoordeelt of dit mocht. Dat gebeurt uiterlijk op 27 november 2026.".into(),
                        ask: Some(AskLink {
                            href: "/mijn/gekeken/7c1e/vraag".into(),
                            label: "Vraag waarom".into(),
                            ..AskLink::default()
                        }),
                    },
                ],
            }
        }
    }

    impl Sample for AccessPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let mut replacement = InvolvedLine::invented("Ingeborg de Haan", false);
            replacement.role = "vervanger".into();
            replacement.until = "30 november 2026".into();
            let page = |frame, masthead: Option<Masthead>, involved, past| Self {
                frame,
                masthead: masthead.map(|m| Masthead { tab: Tab::Access, ..m }),
                number: "2026-0147".into(),
                involved,
                past,
                assign: Some("/toezicht/toewijzen/8f3a".into()),
                protection: "/werk/dossier/8f3a/bescherming".into(),
                hand_over: Some("/werk/dossier/8f3a/overdragen".into()),
                exclude: Some("/toezicht/uitsluiten/8f3a".into()),
            };
            let path = "/werk/dossier/8f3a/toegang";
            vec![
                (
                    "typical",
                    page(
                        worker(path),
                        Some(Masthead::invented()),
                        vec![InvolvedLine::invented("Samira Bouzid", true), replacement],
                        vec![InvolvedLine {
                            until: "30 september 2026".into(),
                            ..InvolvedLine::invented("Derya Aksoy", false)
                        }],
                    ),
                ),
                (
                    "coordinator",
                    page(
                        coordinator(path),
                        None,
                        vec![InvolvedLine::invented("Samira Bouzid", true)],
                        vec![],
                    ),
                ),
                (
                    "long",
                    page(
                        long_worker(path),
                        Some(Masthead::long()),
                        vec![InvolvedLine {
                            reason: LONG_WORD.into(),
                            ..InvolvedLine::invented(LONG_NAME, true)
                        }],
                        vec![],
                    ),
                ),
                ("empty", page(coordinator(path), None, vec![], vec![])),
            ]
        }
    }
}
