//! All dossiers at once on the pages: a worker is away, a worker leaves; and the client's own view on the worker's screen.

use app::standing::Exclude;
use testkit::{BILAL, FATMA, World};

use crate::browser::{Answer, Browser};

const PATH: &str = "/werk/vervanging";

async fn arranges(browser: &mut Browser, worker: &str, once: &str) -> Answer {
    let fields = [
        ("once", once),
        ("worker", worker),
        ("from", "3"),
        ("from-month", "3"),
        ("from-year", "2026"),
        ("until", "10"),
        ("until-month", "3"),
        ("until-year", "2026"),
        ("note", "Bel de balie als er iets is."),
    ];
    browser.post(PATH, &fields).await
}

testkit::both_engines! {
    async fn what_does_not_go_is_told_without_a_reason_and_the_absence_is_written_down(w: World) {
        let bilal = w.ria().opens_dossier_of(BILAL).await;
        w.ria().opens_dossier_of(FATMA).await;
        w.joost().performs(Exclude { dossier: bilal.id, staff: w.samira().staff() }).await.expect("his team");
        let mut ria = Browser::of(&w, "ria").await;
        let asked = ria.get(PATH).await;
        assert!(asked.text().contains("Het gaat om 2 onderdelen"), "{asked:?}");

        let worker = w.samira().staff().to_string();
        let done = arranges(&mut ria, &worker, &asked.field("once")).await;
        let again = arranges(&mut ria, &worker, &asked.field("once")).await;

        assert_eq!(done.status, 200, "{done:?}");
        assert!(done.text().contains("Gelukt: 1 onderdeel") && done.text().contains("Niet gelukt"), "{done:?}");
        assert!(done.text().contains(BILAL.surname) && !done.text().contains(FATMA.surname), "{done:?}");
        assert!(again.text().contains("Gelukt: 1 onderdeel"), "sent twice it is done once: {again:?}");
        assert_eq!(w.raw().rows("SELECT id FROM handover").await.len(), 1);
        assert_eq!(w.raw().rows("SELECT id FROM absence").await.len(), 1);
        let client = Browser::of(&w, "fatma").await.get("/mijn").await;
        assert!(client.text().contains("vervangt"), "{client:?}");
        let team = Browser::of(&w, "joost").await.get("/toezicht/team").await;
        assert!(team.text().contains("Straks zonder medewerker"), "{team:?}");
        assert!(!team.text().contains(BILAL.surname), "by number: {team:?}");
    }

    async fn what_is_missing_is_said_and_what_was_typed_stays(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        let mut ria = Browser::of(&w, "ria").await;
        ria.get(PATH).await;

        let wrong = ria.post(PATH, &[("note", "Dit bleef staan."), ("from", "40")]).await;

        assert_eq!(wrong.status, 422);
        assert!(wrong.text().contains("Dit bleef staan.") && wrong.text().contains("Kies een collega."), "{wrong:?}");
        assert_eq!(w.raw().rows("SELECT id FROM handover").await.len(), 0);
    }

    async fn the_coordinator_hands_on_what_a_colleague_leaves_by_number(w: World) {
        let bilal = w.ria().opens_dossier_of(BILAL).await;
        w.ria().opens_dossier_of(FATMA).await;
        let mut joost = Browser::of(&w, "joost").await;
        let path = format!("/toezicht/overdragen/{}", w.ria().staff());
        let team = joost.get("/toezicht/team").await;
        assert!(team.text().contains(&format!("href=\"{path}\"")), "{team:?}");
        let asked = joost.get(&path).await;
        assert!(asked.text().contains("Het gaat om 2 onderdelen") && !asked.text().contains(BILAL.surname), "{asked:?}");

        let (worker, part) = (w.samira().staff().to_string(), format!("to-{}", bilal.first_part()));
        let fields = [
            ("once", asked.field("once")),
            ("worker", worker),
            (part.as_str(), "nobody".to_owned()),
            ("reason", "Ria heeft een andere baan.".to_owned()),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let done = joost.post(&path, &fields).await;

        assert!(done.text().contains("Gelukt: 1 onderdeel"), "{done:?}");
        assert!(w.samira().reads(bilal.id).await.is_err(), "nobody was chosen for that one");
        let elsewhere = Browser::of(&w, "karin").await.get(&path).await;
        assert_eq!(elsewhere.status, 404, "another team: {elsewhere:?}");
    }

    async fn together_shows_the_clients_own_view_without_a_menu_and_the_client_reads_that_it_was_done(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().writes(dossier.first_part(), "Bilal belt de huisarts.").await.expect("involved");

        let mut ria = Browser::of(&w, "ria").await;
        let page = ria.get(&format!("/werk/dossier/{}/samen-kijken", dossier.id)).await;

        assert_eq!(page.status, 200, "{page:?}");
        assert!(page.text().contains("Bilal belt de huisarts.") && page.text().contains("Stop met samen kijken"), "{page:?}");
        assert!(!page.text().contains("/werk/dossiers"), "the worker's menu is off");
        assert!(!page.text().contains("/mijn/dossier/"), "nothing leads to the client's own pages");
        let looked = Browser::of(&w, "bilal").await.get("/mijn/gekeken").await;
        assert!(looked.text().contains("keek samen met de klant"), "{looked:?}");
    }
}
