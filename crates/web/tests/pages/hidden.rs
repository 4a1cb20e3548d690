//! Hidden means never written (MOD-07): two worlds that differ in one hidden thing answer with the same bytes.

use testkit::{Engine, World};
use web::ROUTES;

use crate::browser::{Answer, Browser};
use crate::street::{belongs_to, entries, involvement, note, parts, somebody, takes_in, writes};

const HIDDEN: &str = "Nachtschade";
const LATER_IDS: u64 = 77;

/// A world with one dossier, and three browsers in it.
struct House {
    w: World,
    dossier: String,
    parts: Vec<String>,
    entry: String,
    involvement: String,
    ria: Browser,
    bilal: Browser,
    daan: Browser,
}

impl House {
    /// Bilal in these domains; Daan works with the debts.
    async fn build(engine: Engine, domains: &[&'static str]) -> Self {
        let w = World::on(engine).await;
        let mut ria = Browser::of(&w, "ria").await;
        let mut joost = Browser::of(&w, "joost").await;
        let (bilal, daan) = (Browser::of(&w, "bilal").await, Browser::of(&w, "daan").await);
        let mut fields = somebody("Amrani", "Bilal");
        fields.retain(|(name, _)| !["domain", "question-voluntary"].contains(name));
        for domain in domains {
            fields.push(("domain", (*domain).to_owned()));
            fields.push(match *domain {
                "wmo" => ("question-wmo", "Een traplift.".to_owned()),
                _ => ("question-debt-counselling", "De huur.".to_owned()),
            });
        }
        let dossier = takes_in(&mut ria, &fields).await;
        belongs_to(&w, &dossier, w.bilal().member().person).await;
        let parts = parts(&ria.get(&format!("/werk/notitie/{dossier}")).await);
        let debt = parts[0].clone();
        w.ids_begin_again(11);
        let entry = writes(&mut ria, &dossier, &note(&debt, "De huur is betaald.", &[])).await;
        let staff = w.daan().staff().to_string();
        let assigned = [
            ("worker", staff.as_str()),
            ("domain", "debt-counselling"),
            ("role", "support"),
            ("reason", "Schulden"),
        ];
        assert_eq!(joost.post(&format!("/toezicht/toewijzen/{dossier}"), &assigned).await.status, 303);
        let involvement = involvement(&w, &debt, "daan").await;
        Self { w, dossier, parts, entry, involvement, ria, bilal, daan }
    }

    /// Every page of the portal, and of what Daan may open. Each answer with its headers.
    async fn pages(&mut self, hidden_entry: &str) -> Vec<(String, Answer)> {
        self.w.ids_begin_again(LATER_IDS);
        let mut pages = Vec::new();
        for (method, route) in ROUTES {
            if *method != "get" || route.starts_with("/static") || *route == "/mijn/snel-weg" {
                continue;
            }
            for entry in [&self.entry, hidden_entry] {
                let path = route
                    .replace("{dossier}", &self.dossier)
                    .replace("{entry}", entry)
                    .replace("{involvement}", &self.involvement)
                    .replace("{draft}", entry)
                    .replace("{code}", "nl");
                let browser = if route.starts_with("/mijn") { &mut self.bilal } else { &mut self.daan };
                pages.push((path.clone(), browser.get(&path).await));
                if route.starts_with("/mijn") {
                    let path = format!("{path}?bij={}", self.dossier);
                    pages.push((path.clone(), browser.get(&path).await));
                }
            }
        }
        pages
    }

    /// The address of an entry that Ria writes now in the last part.
    async fn writes(&mut self, more: &[(&str, &str)]) -> String {
        let part = self.parts.last().expect("a part").clone();
        writes(&mut self.ria, &self.dossier.clone(), &note(&part, HIDDEN, more)).await
    }

    /// What writing takes besides the writing: the pages that Ria opens for it.
    async fn only_looks(&mut self) {
        self.ria.get(&format!("/werk/dossier/{}/tijdlijn", self.dossier)).await;
        self.ria.get(&format!("/werk/notitie/{}", self.dossier)).await;
        self.ria.get(&format!("/werk/dossier/{}/tijdlijn", self.dossier)).await;
    }
}

fn equal(with: &[(String, Answer)], without: &[(String, Answer)]) {
    assert_eq!(with.len(), without.len());
    for ((path, one), (_, other)) in with.iter().zip(without) {
        assert!(one.status < 500, "{path}: {one:?}");
        assert!(!one.text().contains(HIDDEN), "{path}: {one:?}");
        assert!(one == other, "{path} tells that something is hidden:\n{one:?}\n\n{other:?}");
    }
}

const UNANNOUNCED: [(&str, &str); 5] = [
    ("visible", "later"),
    ("visible-from", "30"),
    ("visible-from-month", "3"),
    ("visible-from-year", "2026"),
    ("ground", "danger-to-client"),
];

async fn an_unannounced_entry_was_never_written(engine: Engine) {
    let mut with = House::build(engine, &["debt-counselling", "wmo"]).await;
    let mut without = House::build(engine, &["debt-counselling", "wmo"]).await;
    assert_eq!((&with.dossier, &with.entry), (&without.dossier, &without.entry), "the worlds begin equal");

    let hidden = with.writes(&UNANNOUNCED).await;
    without.only_looks().await;

    let (one, other) = (with.pages(&hidden).await, without.pages(&hidden).await);
    equal(&one, &other);
    let corrected = format!("/werk/dossier/{}/notitie/{hidden}/corrigeren", with.dossier);
    let done = with.ria.post(&corrected, &[("version", "1"), ("facts", HIDDEN), ("opinion", "Bang.")]).await;
    assert_eq!(done.status, 303, "{done:?}");
    equal(&with.pages(&hidden).await, &without.pages(&hidden).await);

    // The day it may be read it is there: the test above would pass on a page that shows nothing at all.
    with.w.clock.set("2026-03-30T09:00:00Z");
    with.bilal.signs_in(&with.w, "bilal").await;
    assert!(with.bilal.get("/mijn/dossier").await.text().contains(HIDDEN));
    assert!(with.bilal.get(&format!("/mijn/dossier/{hidden}")).await.text().contains(HIDDEN));
}

async fn an_announced_entry_tells_a_day_and_a_reason_only(engine: Engine) {
    let mut house = House::build(engine, &["debt-counselling", "wmo"]).await;
    let mut announced = UNANNOUNCED.to_vec();
    announced.retain(|(name, _)| *name != "ground");
    announced.push(("ground", "told-in-person-first"));
    announced.push(("announced", "ja"));

    let hidden = house.writes(&announced).await;

    let page = house.bilal.get("/mijn/dossier").await;
    assert!(page.text().contains("30 maart 2026") && !page.text().contains(HIDDEN), "{page:?}");
    assert_eq!(house.bilal.get(&format!("/mijn/dossier/{hidden}")).await.status, 404);
}

async fn an_entry_of_another_domain_was_never_written(engine: Engine) {
    let mut with = House::build(engine, &["debt-counselling", "wmo"]).await;
    let mut without = House::build(engine, &["debt-counselling", "wmo"]).await;

    let hidden = with.writes(&[]).await;
    without.only_looks().await;

    let at_work = |pages: Vec<(String, Answer)>| {
        pages.into_iter().filter(|(path, _)| !path.starts_with("/mijn")).collect::<Vec<_>>()
    };
    let (one, other) = (at_work(with.pages(&hidden).await), at_work(without.pages(&hidden).await));
    equal(&one, &other);
    let daans = with.daan.get(&format!("/werk/dossier/{}/tijdlijn", with.dossier)).await;
    assert_eq!(entries(&daans), [with.entry.clone()], "Daan does see the entry of his own domain");
}

async fn another_domains_part_was_never_opened(engine: Engine) {
    let mut with = House::build(engine, &["debt-counselling", "wmo"]).await;
    let mut without = House::build(engine, &["debt-counselling"]).await;

    let nothing = "0".repeat(32);
    let (one, other) = (with.pages(&nothing).await, without.pages(&nothing).await);

    let mut compared = 0;
    for ((path, one), (_, other)) in
        one.iter().zip(&other).filter(|((path, _), _)| !path.starts_with("/mijn"))
    {
        assert_eq!(one.status, other.status, "{path}");
        // More was made in one world before the ids began again: only the ids of the intake may differ.
        assert_eq!(without_ids(&with, &one.text()), without_ids(&without, &other.text()), "{path}");
        compared += 1;
    }
    assert!(compared > 20);
}

fn without_ids(house: &House, text: &str) -> String {
    text.replace(&house.dossier, "DOSSIER")
        .replace(&house.parts[0], "PART")
        .replace(&house.involvement, "INVOLVED")
}

macro_rules! on_both {
    ($($fact:ident)+) => {$(
        mod $fact {
            use super::*;

            #[test]
            fn sqlite() {
                run(Engine::Sqlite);
            }

            #[test]
            fn postgres() {
                run(Engine::Postgres);
            }

            fn run(engine: Engine) {
                // A fact in a world of its own would be a third; this runs beside it, where the engine is there.
                testkit::run(engine, async |_: World| super::$fact(engine).await);
            }
        }
    )+};
}

on_both! {
    an_unannounced_entry_was_never_written
    an_announced_entry_tells_a_day_and_a_reason_only
    an_entry_of_another_domain_was_never_written
    another_domains_part_was_never_opened
}
