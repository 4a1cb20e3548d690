//! check-arch: each crate imports only what its room allows.
//! Reads the manifests and the paths in the sources; the table below is the one in ARCHITECTURE.md.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proc_macro2::TokenTree;
use serde::Deserialize;

use crate::report::{Failure, Finding};
use crate::source;
use crate::tree::Tree;

/// What one crate may lean on.
struct Room {
    name: &'static str,
    /// Crates of ours that it may import.
    ours: &'static [&'static str],
    /// When set, the only outside crates it may import.
    only: Option<&'static [&'static str]>,
    /// Outside crates it may never import.
    never: &'static [&'static str],
    /// Parts of the standard library that would be I/O, a clock or a thread.
    std_never: &'static [&'static str],
}

const SQL_DRIVERS: &[&str] =
    &["rusqlite", "tokio_postgres", "deadpool_postgres", "postgres", "sqlx", "diesel", "sea_orm"];
const WEB: &[&str] = &["axum", "askama", "tower", "tower_http", "hyper", "http_body_util"];
const IO: &[&str] = &["fs", "net", "process", "thread", "env"];
const NO_STD_LIMIT: &[&str] = &[];

const ROOMS: &[Room] = &[
    Room {
        name: "domain",
        ours: &[],
        only: Some(&["serde", "thiserror", "jiff", "uuid", "unicode_normalization"]),
        never: &[],
        std_never: IO,
    },
    Room {
        name: "policy",
        ours: &["domain"],
        only: None,
        never: &["tokio"],
        std_never: &["net", "process", "thread"],
    },
    Room {
        name: "vault",
        ours: &["domain"],
        only: None,
        never: &["tokio", "cedar_policy"],
        std_never: &["net", "process"],
    },
    Room {
        name: "ledger",
        ours: &["domain"],
        only: None,
        never: &["tokio", "cedar_policy"],
        std_never: &["net", "process"],
    },
    Room {
        name: "store",
        ours: &["domain", "policy", "vault", "ledger"],
        only: None,
        never: &["axum", "askama", "cedar_policy"],
        std_never: NO_STD_LIMIT,
    },
    Room {
        name: "app",
        ours: &["domain", "files", "policy", "store", "documents", "exchange", "text"],
        only: None,
        never: &["axum", "askama", "cedar_policy"],
        std_never: &["net", "process"],
    },
    Room {
        name: "web",
        ours: &["app", "domain", "text"],
        only: None,
        never: &["cedar_policy", "aes_gcm", "ed25519_dalek"],
        std_never: &["process"],
    },
    Room {
        name: "mail",
        ours: &["domain", "store", "text"],
        only: None,
        never: &[],
        std_never: &["process"],
    },
    Room { name: "text", ours: &[], only: None, never: &["tokio"], std_never: &["net", "process", "thread"] },
    Room { name: "files", ours: &["domain"], only: None, never: &[], std_never: NO_STD_LIMIT },
    Room { name: "documents", ours: &["domain", "text"], only: None, never: &[], std_never: NO_STD_LIMIT },
    Room { name: "exchange", ours: &["domain"], only: None, never: &[], std_never: NO_STD_LIMIT },
    Room {
        name: "samendossier",
        ours: &[
            "app",
            "documents",
            "domain",
            "exchange",
            "files",
            "ledger",
            "mail",
            "policy",
            "store",
            "text",
            "vault",
            "web",
        ],
        only: None,
        never: &["cedar_policy"],
        std_never: NO_STD_LIMIT,
    },
];

/// Beside the product and never in it: what tests, measures and fills a store with invented people by the million.
const BESIDE: &[&str] = &["bench", "testkit", "xtask"];
/// The crate where SQL lives.
const SQL_ROOM: &str = "store";
/// The crates where HTTP lives.
const WEB_ROOMS: &[&str] = &["web", "samendossier"];

#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    dependencies: BTreeMap<String, toml::Value>,
}

/// Checks every crate under `crates/`.
pub fn check(tree: &Tree) -> Result<Vec<Finding>, Failure> {
    let names = tree.folders("crates")?;
    let ours: Vec<String> = names.iter().map(|name| name.replace('-', "_")).collect();
    let mut findings = Vec::new();
    for name in &names {
        let folder = PathBuf::from("crates").join(name);
        let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
            findings.push(Finding::in_file(
                &folder,
                "not in the table of xtask/src/arch.rs: say what it may import",
            ));
            continue;
        };
        check_manifest(tree, room, &ours, &mut findings)?;
        for file in tree.files(folder.join("src"), "rs")? {
            let tokens = source::tokens(&file, &tree.read(&file)?)?;
            check_source(room, &ours, &file, &tokens, &mut findings);
        }
    }
    findings.sort();
    findings.dedup();
    Ok(findings)
}

fn check_manifest(
    tree: &Tree,
    room: &Room,
    ours: &[String],
    findings: &mut Vec<Finding>,
) -> Result<(), Failure> {
    let file = PathBuf::from("crates").join(room.name).join("Cargo.toml");
    let manifest: Manifest = toml::from_str(&tree.read(&file)?)
        .map_err(|source| Failure::Manifest { path: file.clone(), source })?;
    for dependency in manifest.dependencies.keys() {
        if let Some(why) = refusal(room, ours, &dependency.replace('-', "_")) {
            findings.push(Finding::in_file(&file, why));
        }
    }
    Ok(())
}

fn check_source(
    room: &Room,
    ours: &[String],
    file: &Path,
    tokens: &[TokenTree],
    findings: &mut Vec<Finding>,
) {
    for (path, line) in source::paths(tokens) {
        let head = path[0].as_str();
        let known = [SQL_DRIVERS, WEB, BESIDE].iter().any(|names| names.contains(&head))
            || ours.iter().any(|name| name == head);
        if (known || room.never.contains(&head))
            && head != room.name
            && let Some(why) = refusal(room, ours, head)
        {
            findings.push(Finding::at(file, line, why));
        }
        if head == "std"
            && let Some(part) = path.get(1)
            && room.std_never.contains(&part.as_str())
        {
            findings.push(Finding::at(
                file,
                line,
                format!("{} may not use std::{part}: it has no I/O of its own", room.name),
            ));
        }
    }
    if room.name != SQL_ROOM {
        for text in source::strings(tokens).iter().filter(|text| looks_like_sql(&text.value)) {
            findings.push(Finding::at(
                file,
                text.line,
                format!("SQL outside {SQL_ROOM}: write a function there"),
            ));
        }
    }
    if room.name == "app" {
        findings.extend(leaks(tokens).into_iter().map(|(name, line)| {
            Finding::at(
                file,
                line,
                format!("re-exports {name} or a module of it: name the types that web may have"),
            )
        }));
    }
}

/// Why a room may not import a crate, or nothing when it may.
fn refusal(room: &Room, ours: &[String], name: &str) -> Option<String> {
    let is_ours = ours.iter().any(|own| own == name);
    if BESIDE.contains(&name) {
        return Some(format!("{} may not import {name}: it stands beside the product", room.name));
    }
    if is_ours {
        return (!room.ours.contains(&name)).then(|| {
            let allowed =
                if room.ours.is_empty() { "no crate of ours".to_owned() } else { room.ours.join(", ") };
            format!("{} may not import {name} (it may import {allowed})", room.name)
        });
    }
    if let Some(only) = room.only
        && !only.contains(&name)
    {
        return Some(format!("{} may import only {}, not {name}", room.name, only.join(", ")));
    }
    if SQL_DRIVERS.contains(&name) && room.name != SQL_ROOM {
        return Some(format!("{} may not import {name}: only {SQL_ROOM} speaks SQL", room.name));
    }
    if WEB.contains(&name) && !WEB_ROOMS.contains(&room.name) {
        return Some(format!(
            "{} may not import {name}: only {} know about HTTP",
            room.name,
            WEB_ROOMS.join(" and ")
        ));
    }
    room.never.contains(&name).then(|| format!("{} may not import {name}", room.name))
}

/// `pub use store`, `pub use store::*` and `pub use store::client`, and the same of policy and vault. Named types may be
/// handed on: web cannot do without the words of a use case.
fn leaks(tokens: &[TokenTree]) -> Vec<(String, usize)> {
    const KEPT_INSIDE: [&str; 3] = ["store", "policy", "vault"];
    let mut found = Vec::new();
    for (at, window) in tokens.windows(3).enumerate() {
        if let [TokenTree::Ident(public), TokenTree::Ident(import), TokenTree::Ident(name)] = window
            && public == "pub"
            && import == "use"
            && KEPT_INSIDE.iter().any(|kept| name == kept)
        {
            let is_end = |token: &TokenTree| matches!(token, TokenTree::Punct(end) if end.as_char() == ';');
            let path: Vec<String> =
                tokens[at + 2..].iter().take_while(|t| !is_end(t)).map(ToString::to_string).collect();
            if !names_types_only(&path.concat()) {
                found.push((name.to_string(), name.span().start().line));
            }
        }
    }
    found
}

/// Whether every leaf of a `use` path is a type: `store::{Error, office::Team}`.
fn names_types_only(path: &str) -> bool {
    let leaves =
        path.split(['{', '}', ',']).map(str::trim).filter(|part| !part.is_empty() && !part.ends_with("::"));
    let mut leaves = leaves.map(|part| part.rsplit("::").next().unwrap_or(part).trim()).peekable();
    leaves.peek().is_some() && leaves.all(|leaf| leaf.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Whether a string starts as a statement does. Capitals only: that is how SQL is written here.
pub fn looks_like_sql(text: &str) -> bool {
    const STARTS: [&str; 8] = [
        "SELECT ",
        "INSERT INTO ",
        "UPDATE ",
        "DELETE FROM ",
        "CREATE TABLE ",
        "ALTER TABLE ",
        "DROP TABLE ",
        "WITH ",
    ];
    let text = text.trim_start();
    let flat = text.split_whitespace().take(3).collect::<Vec<_>>().join(" ") + " ";
    let with = flat.starts_with("WITH ") && !text.contains(" AS (") && !text.contains(" AS\n");
    !with && STARTS.iter().any(|start| flat.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(crates: &[(&str, &str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let tree = Tree::at(folder.path());
        for (name, dependencies, source) in crates {
            let manifest = format!("[package]\nname = \"{name}\"\n\n[dependencies]\n{dependencies}");
            tree.write(format!("crates/{name}/Cargo.toml"), &manifest).expect("written");
            tree.write(format!("crates/{name}/src/lib.rs"), source).expect("written");
        }
        folder
    }

    fn messages(folder: &tempfile::TempDir) -> Vec<String> {
        let findings = check(&Tree::at(folder.path())).expect("the check runs");
        findings.into_iter().map(|finding| finding.to_string()).collect()
    }

    #[test]
    fn a_web_crate_that_imports_the_store_is_reported_in_its_manifest_and_its_source() {
        let folder = workspace(&[
            ("store", "", ""),
            ("web", "store.workspace = true\naxum = \"0.8\"\n", "\n\nuse store::Db;\nuse axum::Router;"),
        ]);

        let found = messages(&folder);

        assert_eq!(
            found,
            [
                "crates/web/Cargo.toml: web may not import store (it may import app, domain, text)",
                "crates/web/src/lib.rs:3: web may not import store (it may import app, domain, text)",
            ]
        );
    }

    #[test]
    fn the_rules_import_nothing_that_can_do_io() {
        let folder =
            workspace(&[("domain", "serde = \"1\"\ntokio = \"1\"\n", "fn a() { std::fs::read(\"x\"); }")]);

        let found = messages(&folder);

        assert_eq!(
            found,
            [
                "crates/domain/Cargo.toml: domain may import only serde, thiserror, jiff, uuid, unicode_normalization, not tokio",
                "crates/domain/src/lib.rs:1: domain may not use std::fs: it has no I/O of its own",
            ]
        );
    }

    #[test]
    fn a_driver_and_its_sql_stay_in_the_store() {
        let folder = workspace(&[
            ("store", "rusqlite = \"0.41\"\n", "fn a() { rusqlite::open(\"SELECT 1\"); }"),
            ("app", "tokio-postgres = \"0.7\"\n", "fn a() { b(\"SELECT name\\n FROM client\"); }"),
        ]);

        let found = messages(&folder);

        assert_eq!(
            found,
            [
                "crates/app/Cargo.toml: app may not import tokio_postgres: only store speaks SQL",
                "crates/app/src/lib.rs:1: SQL outside store: write a function there",
            ]
        );
    }

    #[test]
    fn the_app_hands_on_types_but_no_module_of_an_inner_crate() {
        let source = "pub use store::{Error, office::{Team, sessions::Post}};\npub use policy::Job;\n\
                      pub use store::client;\npub use policy::*;\npub use vault;";
        let folder = workspace(&[("policy", "", ""), ("store", "", ""), ("app", "", source)]);

        let lines: Vec<usize> =
            check(&Tree::at(folder.path())).expect("runs").into_iter().map(|finding| finding.line).collect();

        assert_eq!(lines, [3, 4, 5]);
    }

    #[test]
    fn what_measures_and_what_tests_is_never_in_the_product() {
        let folder = workspace(&[("samendossier", "bench = { path = \"../../bench\" }\n", "")]);

        let found = messages(&folder);

        let file = "crates/samendossier/Cargo.toml";
        assert_eq!(
            found,
            [format!("{file}: samendossier may not import bench: it stands beside the product")]
        );
    }

    #[test]
    fn a_new_crate_must_be_put_in_the_table() {
        let folder = workspace(&[("shed", "", "")]);

        assert_eq!(
            messages(&folder),
            ["crates/shed: not in the table of xtask/src/arch.rs: say what it may import"]
        );
    }

    #[test]
    fn prose_is_not_sql() {
        for prose in ["Select a worker", "With love", "WITH regard to", "UPDATED", "DELETE"] {
            assert!(!looks_like_sql(prose), "{prose}");
        }
        for sql in
            ["SELECT 1", "\n  UPDATE client\n SET x = 1", "WITH a AS (SELECT 1) SELECT 2", "INSERT INTO t"]
        {
            assert!(looks_like_sql(sql), "{sql}");
        }
    }
}
