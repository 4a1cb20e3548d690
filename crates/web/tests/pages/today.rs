//! "Vandaag" on the page: what waits, folded when it is much, and for whom there is nothing, calm.

use testkit::{Engine, World};

use crate::browser::{Answer, Browser};
use crate::street::{note, parts, somebody, takes_in, writes};

/// Ria delays a note until this day of March 2026.
async fn delayed(ria: &mut Browser, dossier: &str, day: &str) -> String {
    let part = parts(&ria.get(&format!("/werk/notitie/{dossier}")).await).remove(0);
    let later = [
        ("visible", "later"),
        ("visible-from", day),
        ("visible-from-month", "3"),
        ("visible-from-year", "2026"),
        ("ground", "told-in-person-first"),
        ("announced", "yes"),
    ];
    writes(ria, dossier, &note(&part, "Eerst samen bespreken.", &later)).await
}

/// Joost makes Samira involved.
async fn assigned(w: &World, dossier: &str) {
    let staff = w.samira().staff().to_string();
    let fields =
        [("worker", staff.as_str()), ("domain", "voluntary"), ("role", "support"), ("reason", "Erbij.")];
    let done = Browser::of(w, "joost").await.post(&format!("/toezicht/toewijzen/{dossier}"), &fields).await;
    assert_eq!(done.status, 303, "{done:?}");
}

/// How often something stands in the list of what waits, in sight and folded.
fn waiting(answer: &Answer, what: &str) -> (usize, usize) {
    let html = answer.text();
    let list =
        html.split("id=\"waits\"").nth(1).expect("the list").split("</section>").next().expect("its end");
    let (seen, folded) = list.split_once("<details").unwrap_or((list, ""));
    (seen.matches(what).count(), folded.matches(what).count())
}

testkit::both_engines! {
    async fn a_day_without_anything_says_so_and_offers_to_write(w: World) {
        for (who, deed) in [("samira", "/werk/notitie"), ("ingeborg", "/werk/nieuw"), ("petra", "/werk/notitie")] {
            let page = Browser::of(&w, who).await.get("/werk").await;
            assert_eq!(page.status, 200, "{who}");
            assert!(page.text().contains("Niets voor vandaag."), "{who}: {page:?}");
            assert!(page.text().contains(&format!("href=\"{deed}\"")), "{who}");
        }
    }

    async fn what_is_new_and_what_the_client_will_read_is_told_with_where_to_go(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("El Idrissi", "Naima")).await;
        assigned(&w, &dossier).await;
        let entry = delayed(&mut ria, &dossier, "3").await;

        let page = Browser::of(&w, "samira").await.get("/werk").await;

        assert_eq!(waiting(&page, "Naima El Idrissi"), (2, 0), "{page:?}");
        assert_eq!(waiting(&page, &format!("href=\"/werk/dossier/{dossier}\"")), (1, 0));
        assert_eq!(waiting(&page, &format!("href=\"/werk/dossier/{dossier}/notitie/{entry}\"")), (1, 0));
        assert_eq!(waiting(&page, "Nieuw voor jou: Vrijwillige hulp, tweede medewerker"), (1, 0), "{page:?}");
        assert_eq!(waiting(&page, "Telefoongesprek: de klant kan dit lezen vanaf 3 maart 2026"), (1, 0), "{page:?}");
        assert!(!page.text().contains("Eerst samen bespreken."), "no content");
    }

    async fn a_deputy_sees_for_whom_they_stand_in(w: World) {
        let mut devi = Browser::of(&w, "devi").await;
        assert!(!devi.get("/werk").await.text().contains("Jij vervangt"));
        let joost = w.joost().staff().to_string();
        let absent = [
            ("worker", joost.as_str()),
            ("from", "1"),
            ("from-month", "3"),
            ("from-year", "2026"),
            ("until", "5"),
            ("until-month", "3"),
            ("until-year", "2026"),
        ];
        devi.get("/toezicht/team/afwezig").await;
        devi.post("/toezicht/team/afwezig", &absent).await.location();

        let page = devi.get("/werk").await.text();

        assert!(page.contains("Joost Meijer is er niet tot en met 5 maart 2026. Jij vervangt."), "{page}");
        assert!(page.contains("Er wacht niemand."), "and divides the questions");
    }

    async fn the_first_page_of_a_coordinator_is_no_look_at_any_client(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let mut waits = somebody("Jansen", "Piet");
        waits.retain(|(name, _)| *name != "role");
        waits.push(("role", "none".into()));
        takes_in(&mut ria, &waits).await;
        let mut joost = Browser::of(&w, "joost").await;

        let page = joost.get("/werk").await;

        assert!(page.text().contains("Er wacht 1 vraag op een medewerker."), "{page:?}");
        let request = page.request_id();
        let records = w.records().await;
        let of_this: Vec<_> = records.iter().filter(|it| it.correlation == request).collect();
        assert!(of_this.len() >= 2 && of_this.iter().all(|it| it.subject.is_none()), "{of_this:#?}");
    }
}

#[test]
fn many_lines_are_folded_behind_the_first_ones() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier =
            takes_in(&mut ria, &somebody("van der Meulen-Oosterhoff tot Drakensteijn", "Maria")).await;
        for _ in 0..8 {
            delayed(&mut ria, &dossier, "4").await;
        }

        let page = ria.get("/werk").await;

        assert_eq!(waiting(&page, "de klant kan dit lezen vanaf"), (5, 3));
        assert!(page.text().contains("Nog 3 tonen"));
    });
}

#[test]
fn a_name_is_looked_for_from_the_first_page_and_stands_in_no_address() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let mut ria = Browser::of(&w, "ria").await;
        takes_in(&mut ria, &somebody("Yıldız", "Kadir")).await;
        let page = ria.get("/werk").await.text();
        assert!(page.contains("method=\"post\" action=\"/werk/zoeken\""));

        let asked = ria.post("/werk/zoeken", &[("words", "yildiz")]).await;
        let address = asked.location();
        let found = ria.get(&address).await;

        assert!(found.text().contains("Kadir Yıldız"));
        assert!(!address.contains("yildiz") && !page.contains("?words="));
    });
}
