//! "Wie mag wat zien?": the authorization model, for everybody.

use askama::Template;

use super::Frame;

/// `/autorisatiemodel` (ACC-14)
#[derive(Template)]
#[template(path = "model/model.html")]
pub struct ModelPage {
    pub frame: Frame,
    /// Twelve signs that stand in each record.
    pub version: String,
    /// "22 november 2026"
    pub day: String,
    pub subjects: Vec<SubjectLines>,
    /// A law and the functions that work with it.
    pub domains: Vec<(String, String)>,
    pub permits: Vec<RuleLine>,
    pub forbids: Vec<RuleLine>,
    /// What the house forbids besides.
    pub of_the_house: Vec<RuleLine>,
}

/// The deeds under one heading.
pub struct SubjectLines {
    /// The id of the heading.
    pub id: String,
    pub heading: String,
    pub deeds: Vec<DeedLine>,
}

/// Deeds that the same people may do, and who they are. Empty: nobody.
pub struct DeedLine {
    pub what: Vec<String>,
    pub who: Vec<WhoLine>,
}

/// Roles that may do it in the same circumstances.
#[derive(PartialEq, Eq)]
pub struct WhoLine {
    /// "Wie betrokken is"; empty where nothing has to be said.
    pub when: String,
    pub roles: String,
    pub fresh: bool,
}

/// One rule.
pub struct RuleLine {
    /// What other pages point at.
    pub id: String,
    pub says: String,
    /// As the engine reads it.
    pub source: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for ModelPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let frame = || public("/autorisatiemodel");
            let words = formal();
            let rule = |id: &str| RuleLine {
                id: id.to_owned(),
                says: words.code("rule", id),
                source: format!(
                    "@id(\"{id}\")\npermit (principal is Staff, action, resource is Part)\nwhen {{ principal.ready }};"
                ),
            };
            let everybody =
                ["worker", "youth-worker", "debt-counsellor", "coordinator", "deputy", "decision-officer"]
                    .map(|code| words.code("function", code))
                    .join(", ");
            let deed = |what: &str, who: Vec<WhoLine>| DeedLine {
                what: vec![words.code("deed", what), LONG_WORD.to_owned()],
                who,
            };
            let who = |when: &str, roles: &str, fresh| WhoLine {
                when: words.code("when", when),
                roles: roles.to_owned(),
                fresh,
            };
            let subjects = || {
                vec![
                    SubjectLines {
                        id: "over-dossier".into(),
                        heading: words.code("subject", "dossier"),
                        deeds: vec![
                            deed("ReadDossier", vec![who("involved", &everybody, false)]),
                            deed("RevealBsn", vec![who("involved", &everybody, true)]),
                            deed(
                                "ReadInvolvements",
                                vec![
                                    who("involved", &everybody, false),
                                    who("own-team", &words.code("function", "coordinator"), false),
                                ],
                            ),
                        ],
                    },
                    SubjectLines {
                        id: "over-own".into(),
                        heading: words.code("subject", "own"),
                        deeds: vec![deed("ReadOwnDossier", Vec::new())],
                    },
                ]
            };
            let house = RuleLine {
                id: "local-no-notes".into(),
                says: format!("Wij noemen dit {LONG_WORD}."),
                source: format!("@id(\"local-{LONG_WORD}\")\nforbid (principal, action, resource);"),
            };
            let page = |of_the_house| Self {
                frame: frame(),
                version: "bad32aabd91c".into(),
                day: "22 november 2026".into(),
                subjects: subjects(),
                domains: vec![
                    (words.code("domain", "wmo"), everybody.clone()),
                    (words.code("domain", "voluntary"), everybody.clone()),
                ],
                permits: vec![rule("involved-reads"), rule("own-drafts")],
                forbids: vec![rule("wall-conflict")],
                of_the_house,
            };
            vec![("typical", page(Vec::new())), ("house", page(vec![house]))]
        }
    }
}
