//! Invented content for the pages about what stands between a worker and a dossier.

use super::*;
use crate::view::{Sample, sample::*};

fn held(frame: &Frame, at: usize, what: &str, may_end: bool) -> Held {
    Held {
        what: what.into(),
        since: "Sinds 19 november 2026.".into(),
        end: may_end.then(|| EndButton {
            action: "/werk/ik/afwezig/55cc/eind".into(),
            label: frame.t("absence-end"),
            form: form(frame.words).called(format!("eind-{at}")),
            grounds: Vec::new(),
        }),
    }
}

impl Sample for OwnPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = worker("/werk/ik");
        let line = frame.say2(
            "tie-line",
            &("kind", frame.t("conflict-with-neighbour").as_str()),
            &("about", frame.t("tie-of-address").as_str()),
        );
        let some = Self {
            conflicts: vec![held(&frame, 0, &line, false)],
            absences: vec![held(&frame, 1, "Afwezig", true), held(&frame, 2, "Afwezig", true)],
            carries_cases: true,
            frame,
        };
        vec![
            (
                "empty",
                Self { frame: worker("/werk/ik"), conflicts: vec![], absences: vec![], carries_cases: false },
            ),
            ("typical", some),
        ]
    }
}

impl Sample for ConflictPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = worker("/werk/ik/belang");
        let words = frame.words;
        let page = |form| Self {
            frame: worker("/werk/ik/belang"),
            form,
            kinds: coded(
                words,
                "conflict-with",
                &["relative", "household", "neighbour", "acquaintance", "other"],
            ),
            abouts: vec![
                Choice::new("person", words.t("tie-about-person")),
                Choice::new("address", words.t("tie-about-address")),
            ],
        };
        let wrong = form(words)
            .with([("about", "address"), ("address", LONG_NAME)])
            .but([("kind", words.t("tie-kind-missing")), ("address", words.t("tie-address-too-little"))]);
        vec![("typical", page(form(words))), ("errors", page(wrong))]
    }
}

impl Sample for AbsencePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = worker("").words;
        let own = |form| Self {
            frame: worker("/werk/ik/afwezig"),
            form,
            people: vec![],
            action: "/werk/ik/afwezig".into(),
            cancel: "/werk/ik".into(),
        };
        let wrong = form(words)
            .with([("from", "40")])
            .but([("from", words.code("fault", "no-such-day")), ("until", words.code("fault", "missing"))]);
        let team = Self {
            frame: coordinator("/toezicht/team/afwezig"),
            people: vec![Choice::new("aa", "Samira Bouzid"), Choice::new("bb", LONG_NAME)],
            action: "/toezicht/team/afwezig".into(),
            cancel: "/toezicht/team".into(),
            ..own(form(words))
        };
        vec![("own", own(form(words))), ("errors", own(wrong)), ("team", team)]
    }
}

impl Sample for TeamPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = coordinator("/toezicht/team");
        let load = frame.words.with("team-load", &[("now", 38.into()), ("later", 2.into())]);
        let member = |name: &str, held| TeamMember {
            name: name.into(),
            function: "buurtteammedewerker".into(),
            load: load.clone(),
            replaced: frame.words.with("team-replaced", &[("name", LONG_NAME.into())]),
            leaves: frame.words.with("team-leaves", &[("day", "31 december 2026".into())]),
            hand_on: "/toezicht/overdragen/55cc".into(),
            find: "/toezicht?voor=55cc".into(),
            held,
        };
        let people = vec![
            member("Samira Bouzid", vec![]),
            member(LONG_NAME, vec![held(&frame, 0, "Afwezig", true), held(&frame, 1, "Familie", true)]),
            member(ARABIC_NAME, vec![held(&frame, 2, "Buur", false)]),
        ];
        let row = |number: &str, domain: &str, back: &str| UnattendedRow {
            number: number.into(),
            domain: domain.into(),
            from: String::new(),
            back: back.into(),
            assign: "/toezicht/toewijzen/8f3a".into(),
        };
        let unattended = vec![
            row("1012", "Wmo", ""),
            row(
                "1015",
                "Participatiewet",
                &frame.words.with("team-unattended-back", &[("day", "3 december 2026".into())]),
            ),
            row("1048", LONG_WORD, ""),
        ];
        let words = frame.words;
        let page = |frame: Frame, unattended: Vec<UnattendedRow>, people| Self {
            divides: frame.path.ends_with("team"),
            frame,
            team: "team Noord".into(),
            soon: unattended
                .iter()
                .map(|row: &UnattendedRow| UnattendedRow {
                    from: words.with("team-soon-from", &[("day", "3 december 2026".into())]),
                    ..row.clone()
                })
                .collect(),
            unattended,
            people,
        };
        vec![
            ("empty", page(coordinator("/toezicht/team"), vec![], vec![])),
            ("typical", page(coordinator("/toezicht/team"), vec![], people.clone())),
            ("unattended", page(frame, unattended, people)),
        ]
    }
}

impl Sample for TeamFiguresPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let words = coordinator("").words;
        let row = |name: &str, waited: &str| TeamFigureRow {
            name: name.into(),
            opened: "12".into(),
            closed: words.with("team-figures-few", &[("count", 5.into())]),
            waited: waited.into(),
        };
        let page = |count: i64, months, domains| Self {
            frame: coordinator("/toezicht/team/cijfers"),
            team: "team Noord".into(),
            waiting: words.with("team-figures-waiting", &[("count", count.into())]),
            months,
            domains,
        };
        vec![
            ("empty", page(0, vec![row("november 2026", &words.t("team-figures-nobody"))], vec![])),
            (
                "typical",
                page(
                    6,
                    vec![row("oktober 2026", "3 dagen"), row("november 2026", "1 dag")],
                    vec![row("Wmo", "")],
                ),
            ),
            ("long", page(1, vec![row(LONG_WORD, "400 dagen")], vec![row(LONG_WORD, "")])),
        ]
    }
}

impl Sample for DeputyPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/toezicht/vervanging";
        let words = coordinator(path).words;
        let page = |frame: Frame, form, deputies: &[&str]| Self {
            times: if deputies.is_empty() { vec![] } else { vec![held(&frame, 0, "Afwezig", true)] },
            frame,
            form,
            deputies: deputies.iter().map(|name| (*name).to_owned()).collect(),
            arranges: true,
        };
        let wrong = form(words)
            .with([("from", "31"), ("from-month", "2"), ("from-year", "2026")])
            .but([("from", words.t("deputy-overlaps")), ("until", words.t("absence-passed"))]);
        let deputy = Self { arranges: false, ..page(coordinator(path), form(words), &["Derya Aksoy"]) };
        vec![
            ("empty", page(coordinator(path), form(words), &[])),
            ("typical", page(coordinator(path), form(words), &["Derya Aksoy"])),
            ("long", page(long_worker(path), form(words), &[LONG_NAME, ARABIC_NAME])),
            ("errors", page(coordinator(path), wrong, &["Derya Aksoy"])),
            ("deputy", deputy),
        ]
    }
}

impl Sample for ProtectionPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = coordinator("/werk/dossier/8f3a/bescherming");
        let words = frame.words;
        let page = |form, held| Self {
            frame: coordinator("/werk/dossier/8f3a/bescherming"),
            form,
            number: "1012".into(),
            held,
            grounds: coded(words, "protection-for", &["employee", "secret-address", "safety"]),
            action: "/werk/dossier/8f3a/bescherming".into(),
            cancel: "/werk/dossier/8f3a/toegang".into(),
        };
        let wrong = form(words).but([("ground", words.t("protection-ground-missing"))]);
        vec![
            ("empty", page(form(words), vec![])),
            ("typical", page(form(words), vec![held(&frame, 0, "Het adres is geheim", true)])),
            ("errors", page(wrong, vec![])),
        ]
    }
}

impl Sample for ExclusionPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = coordinator("/toezicht/uitsluiten/8f3a");
        let words = frame.words;
        let page = |form, held| Self {
            frame: coordinator("/toezicht/uitsluiten/8f3a"),
            form,
            number: "1012".into(),
            held,
            workers: vec![Choice::new("aa", "Samira Bouzid"), Choice::new("bb", LONG_NAME)],
            action: "/toezicht/uitsluiten/8f3a".into(),
            cancel: "/werk/dossier/8f3a/toegang".into(),
        };
        let wrong = form(words).but([("worker", words.t("exclusion-who-missing"))]);
        vec![
            ("empty", page(form(words), vec![])),
            ("typical", page(form(words), vec![held(&frame, 0, LONG_NAME, true)])),
            ("errors", page(wrong, vec![])),
        ]
    }
}

impl Sample for ShieldPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/werk/dossier/8f3a/notitie/55cc/afschermen";
        let words = worker(path).words;
        let page = |form, held| Self {
            frame: worker(path),
            masthead: Masthead::invented(),
            form,
            entry: EntryDetail::invented(),
            held,
            audiences: vec![
                Choice::new("other-workers", words.t("audience-other-workers"))
                    .hint(words.t("audience-other-workers-about")),
                Choice::new("aa", LONG_NAME),
            ],
            action: path.into(),
            cancel: "/werk/dossier/8f3a/notitie/55cc".into(),
        };
        let mut hidden = held(&worker(path), 0, "andere medewerkers", true);
        if let Some(end) = &mut hidden.end {
            end.grounds = coded(words, "lift", &["client-agrees", "danger", "legal-duty"]);
        }
        let wrong = form(words).but([("audience", words.t("shield-audience-missing"))]);
        vec![
            ("typical", page(form(words), vec![])),
            ("hidden", page(form(words), vec![hidden])),
            ("errors", page(wrong, vec![])),
        ]
    }
}
