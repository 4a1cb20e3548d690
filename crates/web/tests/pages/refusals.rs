//! What a page refuses stands on the record as denied (ACC-19): no screen has a rule of its own.

use testkit::{Outcome, World};
use uuid::Uuid;
use web::ROUTES;

use crate::browser::{Answer, Browser};
use crate::street::Street;

testkit::both_engines! {
    async fn every_refusal_to_staff_is_on_the_record_as_denied(w: World) {
        let street = Street::build(&w).await;
        let mut refused: Vec<(String, Uuid)> = Vec::new();

        for who in ["wouter", "samira", "ria", "joost", "ingeborg", "petra", "kees"] {
            let mut browser = Browser::of(&w, who).await;
            // What is for who is not signed in has a form token of its own.
            let inside = |route: &str| !route.starts_with("/inloggen") && !route.starts_with("/activeren");
            for (method, route) in ROUTES.iter().filter(|(_, route)| inside(route)) {
                if !browser.is_signed_in().await {
                    browser.signs_in(&w, who).await;
                }
                let path = street.fill(route);
                let answer = if *method == "get" { browser.get(&path).await } else { browser.post(&path, &[]).await };
                if answer.status == 403 {
                    refused.push((format!("{who} {method} {route}"), answer.request_id()));
                }
            }
        }

        let records = w.records().await;
        assert!(refused.len() > 100, "{}", refused.len());
        for (what, request) in refused {
            let denied = records.iter().any(|it| it.correlation == request && it.outcome == Outcome::Denied);
            assert!(denied, "{what} was refused, and nobody will ever know");
        }
    }

    async fn who_takes_nobody_in_gets_no_page_of_the_desk_and_is_on_the_record(w: World) {
        let street = Street::build(&w).await;
        let mut kees = Browser::of(&w, "kees").await;
        let klaar = format!("/werk/nieuw/klaar/{}", street.dossier);

        for path in ["/werk/nieuw", "/werk/nieuw/opslaan", &klaar] {
            let answer = kees.get(path).await;
            assert_eq!(denied(&w, &answer).await, ["BeginIntake"], "{path}");
        }
        for path in ["/werk/nieuw", "/werk/nieuw/formulier", "/werk/nieuw/opslaan"] {
            let answer = kees.post(path, &[("surname", "Amrani")]).await;
            assert_eq!(denied(&w, &answer).await, ["BeginIntake"], "{path}");
        }
    }

    async fn who_is_involved_and_does_not_coordinate_assigns_nobody_and_sees_no_candidates(w: World) {
        let street = Street::build(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        let path = format!("/toezicht/toewijzen/{}", street.dossier);
        let samira = w.samira().staff().to_string();

        let asked = ria.get(&path).await;
        let sent = ria
            .post(&path, &[("worker", &samira), ("domain", "wmo"), ("role", "support"), ("reason", "Helpt")])
            .await;

        assert_eq!(denied(&w, &asked).await, ["ReadAssignable"]);
        assert_eq!(denied(&w, &sent).await, ["ReadAssignable"]);
        assert!(!asked.text().contains("Tom Bakker"));
    }

    async fn the_questions_of_no_team_are_refused_on_the_record(w: World) {
        let joost = w.raw().id(w.joost().staff().uuid());
        w.raw().run(&format!("UPDATE staff SET team = NULL WHERE id = {joost}")).await;
        let mut joost = Browser::of(&w, "joost").await;

        let refused = joost.get("/toezicht").await;

        assert_eq!(denied(&w, &refused).await, ["ListQueue"]);
    }

    async fn a_number_where_no_part_uses_it_is_refused_on_the_record(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = crate::street::takes_in(&mut ria, &crate::street::somebody("Amrani", "Bilal")).await;

        let refused = ria.post(&format!("/werk/dossier/{dossier}/bsn"), &[("reason", "Voor de brief")]).await;

        assert_eq!(denied(&w, &refused).await, ["RevealBsn"]);
    }
}

/// What this request was denied, by the record.
async fn denied(w: &World, answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 403, "{answer:?}");
    let request = answer.request_id();
    let records = w.records().await.into_iter();
    let denied = records.filter(|it| it.correlation == request && it.outcome == Outcome::Denied);
    denied.map(|it| it.event).collect()
}
