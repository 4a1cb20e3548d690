//! Invented people around a client: empty, typical, long names and errors.

use super::*;
use crate::view::{Sample, sample::*};

const BASE: &str = "/werk/dossier/8f3a/mensen";

fn line(label: &str, value: &str) -> (String, String) {
    (label.to_owned(), value.to_owned())
}

impl FactCard {
    fn invented(title: &str, fact: &str) -> Self {
        Self {
            title: title.into(),
            flags: vec!["adres geheim".into()],
            lines: vec![
                line("Wat is deze persoon van de klant?", "moeder"),
                line("Waarom mag deze persoon hier staan?", "Heeft gezag of is voogd"),
                line("Telefoonnummer", "06 12 00 00 91"),
                line("Sinds", "14 juni 2017"),
            ],
            about: "Vastgelegd door Samira Bouzid op 3 november 2026 om 10.12 uur. Bron: de klant zelf."
                .into(),
            change: format!("{BASE}/{fact}"),
            end: format!("{BASE}/{fact}/eind"),
        }
    }

    fn long() -> Self {
        Self {
            flags: vec!["adres geheim".into(), "niet bellen".into(), LONG_WORD.into()],
            lines: vec![
                line("Adres", &format!("{LONG_WORD} 1234, {LONG_NAME}")),
                line("E-mailadres", &format!("{LONG_WORD}@voorbeeld.example")),
            ],
            ..Self::invented(LONG_NAME, "22bb")
        }
    }
}

impl Sample for PeoplePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let group = |kind: &'static str, cards: Vec<FactCard>, may_add: bool| Group {
            id: kind,
            title: words.code("people-kind", kind),
            none: words.code("people-none", kind),
            cards,
            add: may_add.then(|| (format!("{BASE}/nieuw/{kind}"), words.code("people-add", kind))),
        };
        let page = |masthead: Masthead, groups| Self {
            frame: worker(BASE),
            masthead: Masthead { tab: super::super::dossier::Tab::People, ..masthead },
            contradictions: Vec::new(),
            due: Vec::new(),
            groups,
            turns: Vec::new(),
            past: Vec::new(),
        };
        let kinds = ["person", "authority", "representative", "capacity", "scheme"];
        let empty = |may_add| kinds.map(|kind| group(kind, Vec::new(), may_add)).to_vec();
        let with = |cards: Vec<FactCard>| {
            let mut groups = empty(true);
            groups[0].cards = cards;
            groups
        };
        let turn = |when: &str, passed| TurnLine {
            when: when.into(),
            changes: words.t("people-changes-16"),
            passed,
        };
        let emergency = worker(BASE);
        vec![
            ("empty", page(Masthead::invented(), empty(true))),
            (
                "typical",
                Self {
                    due: vec![
                        DueLine {
                            day: "1 november 2026".into(),
                            what: "Een beoordeling loopt af: geld.".into(),
                            late: true,
                        },
                        DueLine {
                            day: "20 april 2027".into(),
                            what: words.t("due-kind-turns-16"),
                            late: false,
                        },
                    ],
                    turns: vec![
                        turn("Wordt 12 op 20 april 2023", true),
                        turn("Wordt 16 op 20 april 2027", false),
                    ],
                    past: vec![FactCard {
                        change: String::new(),
                        end: String::new(),
                        ..FactCard::invented("Wensley Pinas", "33cc")
                    }],
                    ..page(Masthead::invented(), with(vec![FactCard::invented("Chantal de Groot", "11aa")]))
                },
            ),
            (
                "contradiction-long",
                Self {
                    frame: long_worker(BASE),
                    contradictions: vec![words.with(
                        "contradiction-sole-beside-joint",
                        &[("first", LONG_NAME.into()), ("second", ARABIC_NAME.into())],
                    )],
                    ..page(
                        Masthead::long(),
                        with(vec![FactCard::long(), FactCard::invented(ARABIC_NAME, "44dd")]),
                    )
                },
            ),
            ("emergency", page(Masthead::in_emergency(&emergency), empty(false))),
        ]
    }
}

impl Choices {
    fn sample(kind: &str) -> Self {
        let words = worker("").words;
        let people = vec![Choice::new("11aa", format!("{LONG_NAME}, moeder"))];
        let documents = coded(words, "document-seen", &["authority-register", "court-decision"]);
        let all = Self { sources: coded(words, "source", &["client", "representative"]), ..Self::default() };
        let seconds = vec![Choice::new("55ee", "Samira Bouzid, buurtteammedewerker")];
        match kind {
            "person" => Self {
                kinds: coded(words, "relation", &["mother", "father", "neighbour"]),
                grounds: {
                    let mut grounds = vec![Choice::new("agreed", words.t("people-agrees"))];
                    grounds.extend(coded(words, "kept-for", &["authority-or-guardian", "safety-suspicion"]));
                    grounds
                },
                informed: coded(words, "informed-how", &["talked", "phoned"]),
                parts: vec![Choice::new("", words.t("people-part-all")), Choice::new("66ff", "Wmo")],
                ..all
            },
            "authority" => Self {
                people,
                kinds: coded(words, "authority-kind", &["joint", "sole", "guardian"]),
                bases: coded(words, "authority-basis", &["marriage", "court-decision"]),
                scopes: coded(words, "authority-scope", &["whole", "school"]),
                documents,
                seconds,
                ..all
            },
            "representative" => Self {
                people,
                kinds: coded(words, "representative", &["curator", "mentor", "mandate"]),
                matters: coded(words, "matter", &["care", "finance"]),
                documents,
                ..all
            },
            "capacity" => Self {
                matters: coded(words, "matter", &["care", "finance"]),
                outcomes: coded(words, "capacity", &["capable", "incapable"]),
                parts: vec![Choice::new("66ff", "Wmo")],
                seconds,
                ..all
            },
            _ => Self { kinds: coded(words, "court-scheme", &["contact", "supervision"]), documents, ..all },
        }
    }
}

impl Sample for PeopleFormPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let page = |kind: &'static str, form| Self {
            frame: worker(BASE),
            masthead: Masthead::invented(),
            form,
            kind,
            title: words.code("people-add", kind),
            choices: Choices::sample(kind),
            version: String::new(),
            theirs: None,
            action: format!("{BASE}/nieuw/{kind}"),
            cancel: BASE.into(),
        };
        let wrong =
            form(words).with([("name", LONG_NAME), ("ground", "agreed"), ("address", LONG_WORD)]).but([
                ("informed", words.t("people-not-informed")),
                ("kind", words.t("fault-unknown-choice")),
                ("address", words.t("people-no-private-address")),
            ]);
        let stale = Self {
            version: "77aa".into(),
            theirs: Some((
                words.with("people-changed-by", &[("name", LONG_NAME.into()), ("when", "vandaag".into())]),
                FactCard { change: String::new(), end: String::new(), ..FactCard::long() },
            )),
            ..page("authority", form(words).with([("person", "11aa"), ("kind", "sole")]))
        };
        vec![
            ("person", page("person", form(words))),
            ("person-errors", Self { masthead: Masthead::long(), ..page("person", wrong) }),
            ("authority", page("authority", form(words))),
            ("stale", stale),
            ("representative", page("representative", form(words))),
            (
                "capacity-errors",
                page("capacity", form(words).but([("valid-until", words.t("people-too-long"))])),
            ),
            ("scheme", page("scheme", form(words))),
        ]
    }
}

impl Sample for PeopleEndPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let page = |form, card, seconds| Self {
            frame: worker(BASE),
            masthead: Masthead::invented(),
            form,
            title: words.t("people-end-title"),
            card: FactCard { change: String::new(), end: String::new(), ..card },
            reasons: coded(words, "end-reason", &["over", "died", "agreement-withdrawn", "mistake"]),
            seconds,
            version: "77aa".into(),
            action: format!("{BASE}/11aa/eind"),
            cancel: BASE.into(),
        };
        let seconds = vec![Choice::new("55ee", format!("{LONG_NAME}, {LONG_WORD}"))];
        vec![
            ("typical", page(form(words), FactCard::invented("Riet van Dam", "11aa"), Vec::new())),
            (
                "errors",
                page(
                    form(words).but([("reason", words.t("people-end-reason-missing"))]),
                    FactCard::long(),
                    seconds,
                ),
            ),
        ]
    }
}
