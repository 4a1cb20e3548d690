//! Invented content for the pages of the portal.
//! Empty, typical, long names and errors: what the page test renders and a person looks at.

use super::*;
use crate::view::{Sample, dossier::DetailLine, sample::*};

fn houses(path: &str) -> Vec<HouseChoice> {
    vec![
        HouseChoice { name: "Gemeente Zonneweide".into(), href: path.into(), current: true },
        HouseChoice {
            name: "Stichting Welzijn Zonneweide".into(),
            href: format!("{path}?bij=2b"),
            current: false,
        },
    ]
}

fn one(path: &str) -> Vec<HouseChoice> {
    vec![HouseChoice { name: "Gemeente Zonneweide".into(), href: path.into(), current: true }]
}

impl Sample for HomePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |words, greeting: &str| Self {
            frame: portal("/mijn", words),
            greeting: greeting.into(),
            houses: one("/mijn"),
            asked: vec![],
            workers: vec![samira()],
            changes: vec![],
            news: Some("Sinds uw vorige bezoek: 2 nieuwe notities, 3 keer gekeken.".into()),
            answers: String::new(),
            first_visit: false,
            links: Tiles::default(),
        };
        let mut asked = page(formal(), "mevrouw Bhagwandin");
        asked.asked = vec![Asked {
            href: "/mijn/acties".into(),
            what: "Lees de afspraken van 20 november".into(),
            before: "vóór 3 december 2026".into(),
        }];
        asked.answers = formal().with("tile-looked-answers", &[("count", 2.into())]);
        let mut first = page(formal(), "mevrouw Bhagwandin");
        first.first_visit = true;
        first.news = None;
        let mut two = page(formal(), "mevrouw Bhagwandin");
        two.houses = houses("/mijn");
        two.changes = vec![formal().with(
            "portal-changes",
            &[
                ("domain", "Wmo".into()),
                ("name", LONG_NAME.into()),
                ("day", "1 december 2026".into()),
                ("now", "Samira Bouzid".into()),
            ],
        )];
        let mut long = page(formal(), LONG_NAME);
        long.workers = vec![Contact { name: LONG_NAME.into(), ..samira() }, joost()];
        long.houses = houses("/mijn");
        vec![
            ("empty", Self { news: None, workers: vec![], ..page(formal(), "mevrouw Bhagwandin") }),
            ("typical", page(formal(), "mevrouw Bhagwandin")),
            ("asked", asked),
            ("first-visit", first),
            ("two-houses", two),
            (
                "je",
                Self {
                    news: Some("Sinds je vorige bezoek: 1 nieuwe notitie.".into()),
                    ..page(informal(), "Emre")
                },
            ),
            ("long", long),
        ]
    }
}

impl Entry {
    fn invented(kind: &str, icon: &str) -> Self {
        Self {
            href: "/mijn/dossier/11bb".into(),
            icon: icon.into(),
            kind: kind.into(),
            happened: "20 november 2026 om 14.30 uur".into(),
            author: "Samira Bouzid".into(),
            author_role: "buurtteammedewerker".into(),
            about: String::new(),
            facts: facts(),
            opinion: opinion(),
            changed: String::new(),
            withdrawn: None,
        }
    }
}

impl Sample for DossierPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |words, months| Self {
            frame: portal("/mijn/dossier", words),
            houses: one("/mijn/dossier"),
            ending: String::new(),
            months,
        };
        let mut changed = Entry::invented("Huisbezoek", "visit");
        changed.changed = "Gewijzigd op 21 november 2026".into();
        changed.opinion.clear();
        let november = Month {
            label: "november 2026".into(),
            anchor: "2026-11".into(),
            lines: vec![
                Line::Later { on: "3 december 2026".into(), reason: "Eerst bespreken wij dit samen.".into() },
                Line::Entry(Box::new(Entry::invented("Telefoongesprek", "phone"))),
                Line::Entry(Box::new(changed)),
                Line::Entry(Box::new(Entry {
                    withdrawn: Some(Trace::invented()),
                    ..Entry::invented("Overleg", "conversation")
                })),
            ],
        };
        let long = Month {
            label: "oktober 2026".into(),
            anchor: "2026-10".into(),
            lines: vec![Line::Entry(Box::new(Entry {
                author: LONG_NAME.into(),
                facts: LONG_WORD.repeat(4),
                ..Entry::invented("Overleg", "conversation")
            }))],
        };
        vec![
            ("empty", page(formal(), vec![])),
            ("je-empty", page(informal(), vec![])),
            ("typical", page(formal(), vec![november.clone()])),
            ("long", Self { houses: houses("/mijn/dossier"), ..page(formal(), vec![november, long]) }),
        ]
    }
}

impl Sample for EntryPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |words, earlier| Self {
            frame: portal("/mijn/dossier/11bb", words),
            entry: Entry::invented("Telefoongesprek", "phone"),
            source: "van uzelf".into(),
            recorded: "20 november 2026 om 14.52 uur".into(),
            readers: "Samira Bouzid kan dit lezen. En u.".into(),
            earlier,
            hidden_from: vec!["andere medewerkers".into()],
            back: "/mijn/dossier".into(),
        };
        let earlier = Earlier {
            since: Since::invented(),
            until: "21 november 2026 om 9.10 uur".into(),
            reason: "Het bedrag klopte niet.".into(),
            facts: facts(),
            opinion: opinion(),
        };
        vec![("typical", page(formal(), vec![])), ("changed", page(informal(), vec![earlier]))]
    }
}

impl Sample for LookedPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page =
            |words, days| Self { frame: portal("/mijn/gekeken", words), houses: one("/mijn/gekeken"), days };
        vec![
            ("empty", page(formal(), vec![])),
            (
                "typical",
                page(
                    formal(),
                    vec![
                        LookDay::invented("vrijdag 20 november 2026"),
                        LookDay::invented("donderdag 19 november 2026"),
                    ],
                ),
            ),
            ("je", page(informal(), vec![LookDay::invented("vrijdag 20 november 2026")])),
        ]
    }
}

impl Sample for DetailsPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let line = |label: &str, value: &str| DetailLine {
            label: label.into(),
            value: value.into(),
            source: "van uzelf".into(),
            since: "3 november 2026".into(),
            why: "Zo kunnen wij contact met u houden.".into(),
        };
        let page = |words, fields| Self {
            frame: portal("/mijn/gegevens", words),
            houses: one("/mijn/gegevens"),
            questions: vec![OwnQuestion {
                domain: "Wmo".into(),
                question: "Ik kom de trap niet meer op.".into(),
                about: "Sinds 3 november 2026. Het gaat vooral over: een huis en daar blijven wonen.".into(),
            }],
            fields,
            informed: vec!["Op 3 november 2026 legde Samira Bouzid uit wat wij opschrijven.".into()],
        };
        vec![
            ("empty", page(formal(), vec![])),
            (
                "typical",
                page(
                    formal(),
                    vec![
                        line("Naam", "Rosa Bhagwandin"),
                        line("Telefoon", "06 12 00 00 56"),
                        line("Adres", "Zonnelaan 12\n1234 AB Zonneweide"),
                    ],
                ),
            ),
            ("long", page(informal(), vec![line("Naam", LONG_NAME), line("Adres", LONG_WORD)])),
        ]
    }
}

impl Sample for TodoPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |words, asked| Self { frame: portal("/mijn/acties", words), asked };
        let asked = Asked {
            href: "/mijn/dossier/11bb".into(),
            what: "Lees de afspraken van 20 november".into(),
            before: "vóór 3 december 2026".into(),
        };
        vec![
            ("empty", page(formal(), vec![])),
            ("je-empty", page(informal(), vec![])),
            ("typical", page(formal(), vec![asked])),
        ]
    }
}

impl Sample for SharedPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |words| Self { frame: portal("/mijn/gedeeld", words), houses: one("/mijn/gedeeld") };
        vec![("empty", page(formal())), ("je", page(informal()))]
    }
}
