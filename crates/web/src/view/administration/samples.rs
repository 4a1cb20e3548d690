//! Invented colleagues: none missing anything, many missing much, long names, mistakes.

use super::teams::{FunctionRow, TeamRow, TeamsPage};
use super::*;
use crate::view::frame::Menu;
use crate::view::sample::*;
use crate::view::{Flash, Sample, Section, Tone};

const BASE: &str = "/beheer/gebruikers/77aa";

fn admin(path: &str) -> Frame {
    let menu = Menu { accounts: true, ..Menu::default() };
    Frame { section: Section::Worker(menu), ..worker(path) }
}

fn functions() -> Vec<Choice> {
    let words = worker("").words;
    coded(
        words,
        "function",
        &["worker", "youth-worker", "debt-counsellor", "intake", "coordinator", "deputy"],
    )
    .into_iter()
    .map(|choice| choice.hint("Jeugdhulp, Wmo, schulden, vrijwillige hulp"))
    .collect()
}

fn teams() -> Vec<Choice> {
    vec![Choice::new("11", "Noord"), Choice::new("12", LONG_WORD)]
}

impl Sample for AdminPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |todo: &[&str]| {
            let frame = admin("/beheer");
            Self {
                working: "29 medewerkers werken hier nu.".into(),
                todo: todo
                    .iter()
                    .map(|text| TodoLine { text: (*text).into(), form: form(frame.words) })
                    .collect(),
                frame,
            }
        };
        vec![
            ("typical", page(&["2 medewerkers hebben de belofte van geheimhouding nog niet getekend."])),
            ("many", page(&["2 medewerkers hebben nog geen inlogcode gebruikt.", LONG_WORD])),
            ("empty", page(&[])),
        ]
    }
}

impl Sample for UsersPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let row = |name: &str, team: &str, href: Option<&str>, flags: &[&str]| UserRow {
            href: href.map(Into::into),
            name: name.into(),
            function: "buurtteammedewerker".into(),
            team: team.into(),
            login_name: "appel-boot-482".into(),
            state: "Werkt hier nu".into(),
            flags: flags.iter().map(|flag| (*flag).into()).collect(),
        };
        let page = |rows: Vec<UserRow>, form, total| {
            let frame = admin("/beheer/gebruikers");
            let states = coded(
                frame.words,
                "post-state",
                &["now", "not-yet", "over", "waiting", "pledge", "training"],
            );
            let (found, pages) = (rows.len(), Pages { current: 1, last: if total > 25 { 3 } else { 1 } });
            Self { frame, form, states, rows, found, total, pages }
        };
        let words = worker("").words;
        let all = vec![
            row("Samira Bouzid", "Noord", Some(BASE), &[]),
            row(LONG_NAME, LONG_WORD, Some(BASE), &["geheimhouding", "training"]),
            row(ARABIC_NAME, "Noord", Some(BASE), &[]),
            row("Hennie Blok", "", None, &[]),
        ];
        let searched = form(words).with([("text", LONG_NAME), ("state", "over")]);
        vec![("typical", page(all, form(words), 61)), ("nothing", page(Vec::new(), searched, 61))]
    }
}

impl Sample for UserPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |name: &str, lacks: &[&str], fixed: Option<&str>| {
            let mut frame = admin(BASE);
            if !lacks.is_empty() {
                frame.flash = Some(Flash { tone: Tone::Done, text: frame.t("users-appointed") });
            }
            let fact = |key: &str, value: &str| (frame.t(key), value.to_owned());
            Self {
                facts: vec![
                    fact("users-function", "buurtteammedewerker"),
                    fact("users-domains", "jeugdhulp, Wmo, schulden, vrijwillige hulp"),
                    fact("users-team", LONG_WORD),
                    fact("users-login", "appel-boot-482"),
                    fact("users-period", "Vanaf 1 maart 2026"),
                    fact("users-dossiers", "12 dossiers"),
                ],
                lacks: lacks.iter().map(|line| (*line).into()).collect(),
                base: BASE.into(),
                code: fixed.is_none(),
                stop: fixed.is_none().then(|| form(frame.words)),
                fixed: fixed.map(Into::into),
                history: vec![HistoryRow {
                    what: "Begonnen op 1 maart 2026".into(),
                    by: format!("{LONG_NAME}, 22 november 2026 om 14.32 uur"),
                }],
                name: name.into(),
                frame,
            }
        };
        let over = "Deze medewerker werkt hier niet meer. Er verandert niets aan wat was.";
        vec![
            ("typical", page("Samira Bouzid", &[], None)),
            ("new", page(LONG_NAME, &["De belofte van geheimhouding is nog niet getekend."], None)),
            ("over", page("Samira Bouzid", &[], Some(over))),
        ]
    }
}

impl Sample for NewUserPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |form| Self {
            frame: admin("/beheer/gebruikers/nieuw"),
            form,
            functions: functions(),
            teams: teams(),
        };
        let words = worker("").words;
        let wrong = form(words).with([("name", LONG_NAME), ("from", "1")]).but([
            ("function", words.t("users-function-missing")),
            ("team", words.t("users-team-missing")),
            ("from", words.t("users-past")),
        ]);
        vec![("typical", page(form(words))), ("errors", page(wrong))]
    }
}

impl Sample for MovePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |name: &str, form, dossiers: Option<&str>| Self {
            frame: admin("/beheer/gebruikers/77aa/wijzigen"),
            form,
            name: name.into(),
            base: BASE.into(),
            functions: functions(),
            teams: teams(),
            dossiers: dossiers.map(Into::into),
        };
        let words = worker("").words;
        let wrong =
            form(words).but([("", words.t("users-overtaken")), ("told", words.t("users-told-missing"))]);
        vec![
            ("typical", page("Samira Bouzid", form(words), None)),
            ("errors", page(LONG_NAME, wrong, Some("12 dossiers hebben een andere medewerker nodig."))),
        ]
    }
}

impl Sample for EndPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |name: &str, form, dossiers: Option<&str>| {
            let frame = admin("/beheer/gebruikers/77aa/beeindigen");
            Self {
                whens: vec![
                    Choice::new("now", frame.t("users-end-now")).hint(frame.t("users-end-now-hint")),
                    Choice::new("after", frame.t("users-end-after")),
                ],
                frame,
                form,
                name: name.into(),
                base: BASE.into(),
                dossiers: dossiers.map(Into::into),
            }
        };
        let words = worker("").words;
        let wrong = form(words)
            .but([("when", words.t("users-when-missing")), ("told", words.t("users-told-missing"))]);
        vec![
            ("typical", page("Samira Bouzid", form(words), None)),
            ("errors", page(LONG_NAME, wrong, Some("12 dossiers hebben een andere medewerker nodig."))),
        ]
    }
}

impl Sample for TrainingPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |name: &str, form| Self {
            frame: admin("/beheer/gebruikers/77aa/training"),
            form,
            name: name.into(),
            base: BASE.into(),
        };
        let words = worker("").words;
        let wrong = form(words).but([("passed", words.t("users-training-future"))]);
        vec![("typical", page("Samira Bouzid", form(words))), ("errors", page(LONG_NAME, wrong))]
    }
}

impl Sample for TeamsPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let team = |name: &str, phone: &str, coming: Option<&str>| TeamRow {
            name: name.into(),
            phone: phone.into(),
            working: "9 werken hier nu.".into(),
            coming: coming.map(Into::into),
        };
        let function = |name: &str, domains: &str| FunctionRow {
            name: name.into(),
            domains: domains.into(),
            given: "De beheerder".into(),
        };
        let page = |teams: Vec<TeamRow>| Self {
            frame: admin("/beheer/teams"),
            teams,
            functions: vec![
                function("buurtteammedewerker", "jeugdhulp, Wmo, schulden, vrijwillige hulp"),
                function("functioneel beheerder", "Geen dossiers"),
            ],
        };
        let long = team(LONG_WORD, "", Some("1 begint later."));
        vec![
            ("typical", page(vec![team("Noord", "030 123 45 67", None)])),
            ("long", page(vec![team("Noord", "030 123 45 67", None), long])),
            ("empty", page(Vec::new())),
        ]
    }
}
