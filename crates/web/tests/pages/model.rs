//! "Wie mag wat zien?": read without signing in, by the running policies, those of the house included, and about nobody.

use policy::{LocalFile, Policies};
use testkit::World;

use crate::browser::Browser;

const HOUSE: &str = r#"
@id("local-no-notes")
@reason("Bij ons schrijft <niemand> & zeker niet \"zomaar\".")
forbid (principal is Staff, action == Action::"WriteEntry", resource is Part);
"#;

/// The row of the table that begins with this deed and names this role.
fn row<'a>(csv: &'a str, deed: &str, role: &str) -> &'a str {
    csv.lines()
        .find(|line| line.starts_with(&format!("\"{deed}\";\"{role}\"")))
        .unwrap_or_else(|| panic!("no row for {deed}, {role}"))
}

/// The rules that the templates in this folder point at.
fn house_rules(folder: &std::path::Path) -> Vec<String> {
    let mut named = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the templates").map(|it| it.expect("one of them")) {
        if entry.path().is_dir() {
            named.extend(house_rules(&entry.path()));
        } else {
            let text = std::fs::read_to_string(entry.path()).expect("text");
            let after = text.split("let house_rule = \"").skip(1);
            named.extend(after.filter_map(|rest| rest.split_once('"')).map(|(rule, _)| rule.to_owned()));
        }
    }
    named
}

testkit::both_engines! {
    async fn anybody_reads_who_may_see_what(w: World) {
        let records = w.records().await.len();

        let page = Browser::new(&w).get("/autorisatiemodel").await;
        let table = Browser::new(&w).get("/autorisatiemodel/tabel").await;

        assert_eq!((page.status, table.status), (200, 200));
        assert!(page.text().contains("Uw dossier is alleen open voor wie bij u betrokken is."), "u, not je");
        assert!(page.text().contains(w.store.policies().version()), "the version that stands in each record");
        for id in w.store.policies().ids() {
            assert!(page.text().contains(&format!("@id(&#34;{id}&#34;)")), "{id} is not on the page");
        }
        assert!(!page.text().contains("[rule-") && !page.text().contains("[deed-"), "each has its sentence");
        assert_eq!(w.records().await.len(), records, "it is about rules, not about people");
    }

    async fn a_screen_where_a_rule_bites_points_at_the_rule_itself(w: World) {
        let model = Browser::new(&w).get("/autorisatiemodel").await;
        let ids: Vec<String> = w.store.policies().ids().iter().map(|id| format!("id=\"regel-{id}\"")).collect();
        for id in &ids {
            assert_eq!(model.text().matches(id.as_str()).count(), 1, "{id}");
        }

        let named = house_rules(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"));

        assert!(named.len() >= 6, "{named:?}");
        for rule in named {
            assert!(ids.contains(&format!("id=\"regel-{rule}\"")), "no rule is called {rule}");
        }
        let asks = Browser::of(&w, "ria").await.get("/werk/noodtoegang").await;
        assert!(asks.text().contains("href=\"/autorisatiemodel#regel-emergency-opens\""), "{asks:?}");
    }

    async fn the_table_says_yes_and_no_for_every_role(w: World) {
        let answer = Browser::new(&w).get("/autorisatiemodel/tabel").await;

        let text = answer.text();
        let csv = text.strip_prefix('\u{feff}').expect("spreadsheets see that it is UTF-8");
        assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
        assert!(csv.lines().count() > policy::actions::ALL.len() * 12, "a row for each deed and role");
        assert!(csv.lines().all(|line| line.matches("\";\"").count() == 5), "six cells each");
        let reads = row(csv, "Een dossier lezen", "schuldhulpverlener");
        assert!(reads.contains("\"ja\";\"Wie betrokken is\";\"nee\";\"involved-reads\""), "{reads}");
        let admin = row(csv, "Een dossier lezen", "functioneel beheerder");
        assert!(admin.contains("\"nee\";\"\";\"\";\"\""), "{admin}");
        let bsn = row(csv, "Het hele BSN zien", "buurtteammedewerker");
        assert!(bsn.contains("\"ja\";\"Wie betrokken is\";\"ja\""), "only after signing in again: {bsn}");
    }

    async fn what_the_house_forbids_is_in_it(w: World) {
        let mut w = w;
        let before = Browser::new(&w).get("/autorisatiemodel/tabel").await.text();
        let file = LocalFile { name: "huis.cedar".into(), text: HOUSE.into() };

        w.restarts_by(Policies::with_local(&[file]).expect("it only forbids")).await;
        let page = Browser::new(&w).get("/autorisatiemodel").await;
        let after = Browser::new(&w).get("/autorisatiemodel/tabel").await.text();

        assert!(page.text().contains("Wat deze organisatie ook verbiedt"));
        assert!(page.text().contains("Bij ons schrijft &#60;niemand&#62; &#38; zeker niet"), "its words, escaped");
        let writes = |csv: &str| row(csv, "Een notitie schrijven", "buurtteammedewerker").to_owned();
        assert!(writes(&before).contains("\"ja\""));
        assert!(writes(&after).contains("\"nee\""), "{}", writes(&after));
    }

    async fn a_worker_reads_it_in_english_with_the_own_menu(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get("/taal/en").await;

        let page = ria.get("/autorisatiemodel").await;

        assert!(page.text().contains("Who may see what?") && page.text().contains("href=\"/werk/dossiers\""), "{}", page.status);
        assert!(page.text().contains("Who is involved with a part may read it."));
    }
}
