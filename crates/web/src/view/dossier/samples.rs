//! Invented content for the pages of a dossier.
//! Empty, typical, long names and errors: what the page test renders and a person looks at.

use super::*;
use crate::view::{Sample, sample::*};

impl Masthead {
    pub(in crate::view) fn invented() -> Self {
        Self {
            base: "/werk/dossier/8f3a".into(),
            name: "Rosa Bhagwandin".into(),
            age: "58 jaar".into(),
            born: "9 maart 1968".into(),
            phones: vec![PhoneLine {
                number: "06 12 00 00 56".into(),
                words: "veilig om te bellen".into(),
                may_call: true,
            }],
            language: String::new(),
            safe_words: String::new(),
            flags: vec![],
            workers: vec![samira()],
            bsn: Some("•••••2333".into()),
            emergency: None,
            only_emergency: false,
            tab: Tab::Overview,
            may_write: true,
        }
    }

    /// Opened in an emergency.
    pub(in crate::view) fn in_emergency(frame: &Frame) -> Self {
        let end = EndButton {
            action: "/werk/noodtoegang/55cc/eind".into(),
            label: frame.t("emergency-end"),
            form: form(frame.words).called("eind"),
            grounds: Vec::new(),
        };
        Self {
            emergency: Some(EmergencyBanner { until: "18.32 uur".into(), end }),
            only_emergency: true,
            ..Self::long()
        }
    }

    pub(in crate::view) fn long() -> Self {
        Self {
            name: LONG_NAME.into(),
            phones: vec![
                PhoneLine { number: "06 12 00 00 56".into(), words: "niet bellen".into(), may_call: false },
                PhoneLine {
                    number: "+31 30 765 43 99".into(),
                    words: "alleen op werkdagen".into(),
                    may_call: true,
                },
            ],
            language: "Spreekt het best: Koerdisch (Kurmanji), of anders Arabisch".into(),
            safe_words: "Alleen bellen op werkdagen vóór 15.00 uur. Nooit een bericht inspreken.".into(),
            flags: vec!["adres geheim".into(), "twee gezagsouders".into(), "tolk nodig: Koerdisch".into()],
            workers: vec![
                samira(),
                joost(),
                Contact { name: ARABIC_NAME.into(), role: LONG_WORD.into(), phone: String::new() },
            ],
            bsn: None,
            ..Self::invented()
        }
    }

    fn at(self, tab: Tab) -> Self {
        Self { tab, ..self }
    }
}

impl TimelineEntry {
    pub(in crate::view) fn invented(kind: &str, icon: &str) -> Self {
        Self {
            href: "/werk/dossier/8f3a/notitie/11bb".into(),
            icon: icon.into(),
            kind: kind.into(),
            happened: "20 november 2026 om 14.30 uur".into(),
            author: "Samira Bouzid".into(),
            part: "Wmo".into(),
            facts: facts().into(),
            opinion: opinion().into(),
            version: 1,
            later: String::new(),
            awaits: false,
            withdrawn: None,
        }
    }
}

fn part() -> PartCard {
    PartCard {
        domain: "Wmo (hulp en ondersteuning thuis)".into(),
        question: "\"Ik kom er niet meer uit met de huur. En ik wil dat mijn zoon weer slaapt.\"".into(),
        life_area: "Opgroeien en opvoeden".into(),
        since: "3 november 2026".into(),
        last_contact: "20 november 2026".into(),
        closed: String::new(),
        close: Some("/werk/dossier/8f3a/afsluiten/wmo".into()),
        reopen: Some("/werk/dossier/8f3a/heropenen/wmo".into()),
        workers: vec![samira()],
    }
}

impl Sample for DossierPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let mut long_part = part();
        long_part.question = LONG_WORD.repeat(3);
        let mut second = part();
        second.domain = "Schuldhulpverlening".into();
        let mut later = TimelineEntry::invented("Overleg", "conversation");
        later.later = "Zichtbaar voor de klant vanaf 3 december 2026".into();
        later.opinion = Text::default();
        later.version = 3;
        vec![
            (
                "empty",
                Self {
                    frame: worker("/werk/dossier/8f3a"),
                    masthead: Masthead::invented(),
                    parts: vec![part()],
                    latest: vec![],
                },
            ),
            (
                "typical",
                Self {
                    frame: worker("/werk/dossier/8f3a"),
                    masthead: Masthead::invented(),
                    parts: vec![part(), second],
                    latest: vec![
                        TimelineEntry::invented("Telefoongesprek", "phone"),
                        TimelineEntry::invented("Huisbezoek", "visit"),
                        later,
                    ],
                },
            ),
            (
                "in-emergency",
                Self {
                    frame: worker("/werk/dossier/8f3a"),
                    masthead: Masthead::in_emergency(&worker("/werk/dossier/8f3a")),
                    parts: vec![part()],
                    latest: vec![TimelineEntry::invented("Noodtoegang", "note")],
                },
            ),
            (
                "long",
                Self {
                    frame: long_worker("/werk/dossier/8f3a"),
                    masthead: Masthead::long(),
                    parts: vec![long_part],
                    latest: vec![TimelineEntry {
                        author: LONG_NAME.into(),
                        ..TimelineEntry::invented("Gesprek", "conversation")
                    }],
                },
            ),
        ]
    }
}

impl Sample for TimelinePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |months, last| Self {
            frame: worker("/werk/dossier/8f3a/tijdlijn"),
            masthead: Masthead::invented().at(Tab::Timeline),
            months,
            pages: Pages { current: 1, last },
            strip: None,
        };
        let strip = |names: &str| crate::view::people::NamesStrip {
            names: names.into(),
            add: "/werk/dossier/8f3a/mensen/nieuw/person".into(),
            correct: "/werk/dossier/8f3a/notitie/12ab/corrigeren".into(),
            later: "/werk/dossier/8f3a/tijdlijn".into(),
        };
        let month = |label: &str, anchor: &str| Month {
            label: label.into(),
            anchor: anchor.into(),
            entries: vec![
                TimelineEntry::invented("Telefoongesprek", "phone"),
                TimelineEntry::invented("Huisbezoek", "visit"),
            ],
        };
        vec![
            ("empty", page(vec![], 1)),
            ("typical", page(vec![month("november 2026", "2026-11"), month("oktober 2026", "2026-10")], 4)),
            ("name", Self { strip: Some(strip("Riet")), ..page(vec![month("november 2026", "2026-11")], 1) }),
            (
                "long",
                Self {
                    strip: Some(strip(&format!("{LONG_NAME}, {LONG_WORD} en {ARABIC_NAME}"))),
                    frame: long_worker("/werk/dossier/8f3a/tijdlijn"),
                    masthead: Masthead::long().at(Tab::Timeline),
                    ..page(vec![month("november 2026", "2026-11")], 1)
                },
            ),
        ]
    }
}

impl Sample for DetailsPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let line = |label: &str, value: &str| DetailLine {
            label: label.into(),
            value: value.into(),
            source: "de klant zelf".into(),
            since: "3 november 2026".into(),
            why: "Om contact met de klant te houden.".into(),
        };
        let page = |masthead: Masthead, fields| Self {
            frame: worker("/werk/dossier/8f3a/gegevens"),
            reveal_bsn: masthead.bsn.is_some().then(|| "/werk/dossier/8f3a/bsn".into()),
            change_language: Some("/werk/dossier/8f3a/gegevens/taal".into()),
            correct_birth_date: Some("/werk/dossier/8f3a/gegevens/geboortedatum".into()),
            masthead: masthead.at(Tab::Details),
            fields,
            informed: vec![
                "Privacyverklaring 2026-11 uitgelegd op 3 november 2026 door Samira Bouzid.".into(),
            ],
        };
        vec![
            (
                "typical",
                page(
                    Masthead::invented(),
                    vec![
                        line("Voornamen", "Rosa"),
                        line("Telefoon", "06 12 00 00 56"),
                        line("Adres", "Zonnelaan 12\n1234 AB Zonneweide"),
                    ],
                ),
            ),
            ("long", page(Masthead::long(), vec![line("Voornamen", LONG_NAME), line("Adres", LONG_WORD)])),
        ]
    }
}

impl Sample for BsnPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |form, shown: Option<&str>| Self {
            frame: worker("/werk/dossier/8f3a/bsn"),
            masthead: Masthead::invented().at(Tab::Details),
            form,
            shown: shown.map(Into::into),
        };
        let words = worker("").words;
        vec![
            ("typical", page(form(words), None)),
            ("errors", page(form(words).but([("reason", words.t("bsn-reason-missing"))]), None)),
            ("shown", page(form(words), Some("111 222 333"))),
        ]
    }
}
