//! Every route as every kind of person. `coverage.txt` is read by people: a tick that should be a cross is seen
//! there. A changed table is accepted with UPDATE=1, and the reviewer sees the difference.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use testkit::{Engine, World};
use web::ROUTES;

use crate::browser::Browser;
use crate::street::Street;

/// Each kind of person with what they are to Bilal's dossier.
const PEOPLE: [(&str, Option<&str>); 8] = [
    ("anonymous", None),
    ("elsewhere", Some("wouter")),
    ("colleague", Some("samira")),
    ("involved", Some("ria")),
    ("coordinator", Some("joost")),
    ("admin", Some("kees")),
    ("resident", Some("bilal")),
    ("other", Some("fatma")),
];

/// Pages about a dossier that answer with success to who is not involved, each with why. This list may only shrink.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("get", "/werk/nieuw/klaar/{dossier}", "says that something was made, and nothing about what or whether"),
    (
        "post",
        "/werk/notitie/{dossier}/concept",
        "a draft is its author's alone, whatever it is about (ACC-23)",
    ),
];
const EXCEPTIONS_AT_MOST: usize = 2;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/coverage.txt");

type Table = BTreeMap<(usize, &'static str, &'static str), Vec<u16>>;

testkit::both_engines! {
    async fn every_route_answers_each_kind_of_person_as_the_table_says(w: World) {
        let table = walk(&w).await;

        let printed = print(&table);

        if std::env::var_os("UPDATE").is_some() && w.engine() == Engine::Sqlite {
            std::fs::write(FILE, &printed).expect("the table is written");
        }
        let kept = std::fs::read_to_string(FILE).unwrap_or_default();
        for (method, path) in ROUTES {
            let row = format!("{method:<5}{path} ");
            assert!(kept.lines().any(|line| line.starts_with(&row)), "{row} is missing in tests/coverage.txt");
        }
        assert!(kept == printed, "tests/coverage.txt says otherwise; UPDATE=1 rewrites it. Now:\n{printed}");
    }
}

#[test]
fn who_is_not_involved_gets_no_page_about_a_dossier() {
    let table = std::fs::read_to_string(FILE).expect("the table, which the test above holds true");

    let mut used = Vec::new();
    for line in table.lines().skip(1) {
        let mut words = line.split_whitespace();
        let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let statuses: Vec<u16> = words.map(|word| word.parse().expect("a status")).collect();
        assert_eq!(statuses.len(), PEOPLE.len(), "{line}");
        assert!(statuses.iter().all(|status| *status < 500), "{line}");
        if ![
            "{dossier}",
            "{entry}",
            "{draft}",
            "{involvement}",
            "{absence}",
            "{conflict}",
            "{look}",
            "{inquiry}",
        ]
        .iter()
        .any(|id| path.contains(id))
        {
            continue;
        }
        for ((person, _), status) in PEOPLE.iter().zip(statuses) {
            let knows = *person == "involved"
                || (*person == "coordinator" && (path.contains("/to") || path.contains("/bescherming")))
                || (*person == "resident" && path.starts_with("/mijn/"));
            if knows || [303, 403, 404].contains(&status) {
                continue;
            }
            let known = EXCEPTIONS.iter().find(|(m, p, _)| *m == method && *p == path);
            let (m, p, _) = known.unwrap_or_else(|| panic!("{person} gets {status} from {method} {path}"));
            used.push((*m, *p));
        }
    }

    for (method, path, _) in EXCEPTIONS {
        assert!(used.contains(&(method, path)), "{method} {path} needs no exception any more: take it out");
    }
    const { assert!(EXCEPTIONS.len() <= EXCEPTIONS_AT_MOST, "this list may only shrink") };
}

/// Asks every route as every kind of person; forms are sent empty, with the person's own token.
async fn walk(w: &World) -> Table {
    let street = Street::build(w).await;
    let mut table = Table::new();
    for (_, who) in PEOPLE {
        let mut browser = Browser::new(w);
        for (at, (method, path)) in ROUTES.iter().enumerate() {
            if let Some(who) = who
                && !browser.is_signed_in().await
            {
                browser.signs_in(w, who).await;
            }
            let address = street.fill(path);
            let answer = match *method {
                "get" => browser.get(&address).await,
                _ => browser.post(&address, &[]).await,
            };
            table.entry((at, method, path)).or_default().push(answer.status);
        }
    }
    table
}

fn print(table: &Table) -> String {
    let width = ROUTES.iter().map(|(_, path)| path.len()).max().unwrap_or(0);
    let mut out = String::new();
    let mut line = |method: &str, path: &str, cells: Vec<String>| {
        let mut row = format!("{method:<5}{path:<width$}");
        for cell in cells {
            let _ = write!(row, " {cell:>11}");
        }
        let _ = writeln!(out, "{}", row.trim_end());
    };
    line("", "", PEOPLE.iter().map(|(person, _)| (*person).to_owned()).collect());
    for ((_, method, path), statuses) in table {
        line(method, path, statuses.iter().map(u16::to_string).collect());
    }
    out
}

#[test]
fn a_route_that_nobody_put_in_the_table_answers_not_found() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let street = Street::build(&w).await;
        let mut ria = Browser::of(&w, "ria").await;

        for (method, path) in ROUTES {
            let other = if *method == "get" { "post" } else { "get" };
            if ROUTES.contains(&(other, path)) {
                continue;
            }
            let address = street.fill(path);
            let answer = if other == "get" { ria.get(&address).await } else { ria.post(&address, &[]).await };
            assert_eq!(answer.status, 404, "{other} {path}");
        }
        for path in ["/werk/", "/werk/dossier", "/api", "/.git/config", "/mijn/../werk", "/werk//dossiers"] {
            assert_eq!(ria.get(path).await.status, 404, "{path}");
        }
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
            let answer =
                ria.send(method, &format!("/werk/dossier/{}", street.dossier), None, Vec::new()).await;
            assert_eq!(answer.status, 404, "{method}");
        }
    });
}
