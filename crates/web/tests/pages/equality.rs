//! Who is not involved cannot learn whether a dossier exists: status, headers and body are the same for one
//! that is there, one that is not, one elsewhere, and one's own (ACC-01, MOD-07).

use domain::EntryId;
use testkit::World;
use web::ROUTES;

use crate::browser::{Answer, Browser};
use crate::street::{Street, note};

const NOT_INVOLVED: [&str; 7] = ["nadia", "samira", "karin", "ingeborg", "petra", "kees", "lotte"];

testkit::both_engines! {
    async fn a_dossier_that_exists_answers_a_stranger_as_one_that_does_not(w: World) {
        let street = Street::build(&w).await;
        let nowhere = w.random_id().simple().to_string();
        let dossiers =
            [&street.dossier, &street.elsewhere, &street.of_nadia, &street.of_fatma, &"geen-nummer".to_owned()];
        let mut compared = 0;

        for who in NOT_INVOLVED {
            let mut browser = Browser::of(&w, who).await;
            for (method, route) in ROUTES.iter().filter(|(_, route)| route.contains("{dossier}")) {
                for body in bodies(&street) {
                    if *method == "get" && !body.is_empty() {
                        continue;
                    }
                    let there_not = street.fill_with(route, &nowhere, &nowhere, &nowhere);
                    let not_there = ask(&mut browser, method, &there_not, &body).await;
                    for dossier in dossiers {
                        // Karin coordinates Fatma's team; and a draft is about anything but what is no id.
                        let knows = who == "karin" && *dossier == street.of_fatma;
                        if knows || (dossier == "geen-nummer" && route.ends_with("/concept")) {
                            continue;
                        }
                        // Also with ids of entries and involvements that exist.
                        let path = street.fill_with(route, dossier, &street.entry, &street.involvement);
                        let there = ask(&mut browser, method, &path, &body).await;
                        assert!(
                            there == not_there,
                            "{who}: {method} {path} answers otherwise than {there_not}\n{there:?}\n{not_there:?}"
                        );
                        compared += 1;
                    }
                }
            }
        }

        assert!(compared > 500, "{compared}");
    }

    async fn a_draft_of_another_answers_as_one_that_does_not_exist(w: World) {
        let street = Street::build(&w).await;
        let nowhere = w.random_id().simple().to_string();

        for who in NOT_INVOLVED {
            let mut browser = Browser::of(&w, who).await;
            for (method, ending) in [("get", ""), ("post", "/weg")] {
                let theirs = ask(&mut browser, method, &format!("/werk/concepten/{}{ending}", street.draft), &[]).await;
                let not_there = ask(&mut browser, method, &format!("/werk/concepten/{nowhere}{ending}"), &[]).await;
                assert_eq!(theirs.status, not_there.status, "{who}");
                assert_eq!(
                    theirs.text().replace(&street.draft, "ID"),
                    not_there.text().replace(&nowhere, "ID"),
                    "{who}"
                );
            }
        }
        let mut ria = Browser::of(&w, "ria").await;
        let still_there = ria.get(&format!("/werk/concepten/{}", street.draft)).await;
        assert_eq!(still_there.status, 200, "nobody threw it away");
    }

    async fn behind_the_wall_between_domains_nothing_exists(w: World) {
        let street = Street::build(&w).await;
        let nowhere = EntryId(w.random_id()).to_string();
        let dossier = &street.dossier;
        let mut daan = Browser::of(&w, "daan").await;

        for (method, route) in ROUTES.iter().filter(|(_, r)| r.contains("{entry}") && r.starts_with("/werk")) {
            let not_there = ask(&mut daan, method, &street.fill_with(route, dossier, &nowhere, ""), &[]).await;
            for entry in [&street.entry, &street.hidden_entry, &street.entry_of_fatma] {
                let there = ask(&mut daan, method, &street.fill_with(route, dossier, entry, ""), &[]).await;
                assert_eq!(there, not_there, "{method} {route}");
            }
        }
        for (method, route) in ROUTES.iter().filter(|(_, r)| r.contains("{involvement}")) {
            let body = [("reason", "Het is klaar.")];
            let path = street.fill_with(route, dossier, "", &street.wmo_involvement);
            let there = ask(&mut daan, method, &path, &body).await;
            let not_there = ask(&mut daan, method, &street.fill_with(route, dossier, "", &nowhere), &body).await;
            assert_eq!(there, not_there, "{method} {route}");
        }
        let write = format!("/werk/notitie/{dossier}");
        let over_the_wall = ask(&mut daan, "post", &write, &note(&street.wmo, "Iets", &[])).await;
        let into_nothing = ask(&mut daan, "post", &write, &note(&nowhere, "Iets", &[])).await;
        assert_eq!(over_the_wall, into_nothing);
    }

    async fn an_entry_of_another_dossier_does_not_exist_in_ones_own(w: World) {
        let street = Street::build(&w).await;
        let nowhere = EntryId(w.random_id()).to_string();
        let mut ria = Browser::of(&w, "ria").await;

        for (method, route) in ROUTES.iter().filter(|(_, r)| r.contains("{entry}") && r.starts_with("/werk")) {
            let body = [("facts", "Anders."), ("version", "1")];
            let path = street.fill_with(route, &street.dossier, &street.entry_of_fatma, "");
            let there = ask(&mut ria, method, &path, &body).await;
            let path = street.fill_with(route, &street.dossier, &nowhere, "");
            let not_there = ask(&mut ria, method, &path, &body).await;
            assert_eq!(there, not_there, "{method} {route}");
            assert_eq!(there.status, 403);
        }
    }

    async fn a_resident_gets_the_same_answer_for_hidden_for_anothers_and_for_nothing(w: World) {
        let street = Street::build(&w).await;
        let nowhere = w.random_id().simple().to_string();
        let mut bilal = Browser::of(&w, "bilal").await;

        let not_there = bilal.get(&format!("/mijn/dossier/{nowhere}")).await.but_for_its_id();
        for entry in [&street.hidden_entry, &street.entry_of_fatma, &street.dossier, &"geen-nummer".to_owned()] {
            let there = bilal.get(&format!("/mijn/dossier/{entry}")).await.but_for_its_id();
            assert_eq!(there, not_there, "{entry}");
        }
        assert_eq!(not_there.status, 404);

        for (_, route) in ROUTES.iter().filter(|(_, r)| r.starts_with("/mijn") && !r.contains('{')) {
            // Of the account, whatever dossier is asked for.
            if *route == "/mijn/snel-weg" || route.starts_with("/mijn/inloggen") {
                continue;
            }
            let not_there = bilal.get(&format!("{route}?bij={nowhere}")).await.but_for_its_id();
            for dossier in [&street.of_fatma, &street.elsewhere, &"geen-nummer".to_owned()] {
                let there = bilal.get(&format!("{route}?bij={dossier}")).await.but_for_its_id();
                assert_eq!(there, not_there, "{route} {dossier}");
            }
            assert_eq!(not_there.status, 404, "{route}");
        }
    }

    async fn the_worker_app_does_not_exist_for_a_resident_nor_the_portal_for_staff(w: World) {
        let street = Street::build(&w).await;
        let mut bilal = Browser::of(&w, "bilal").await;
        let mut ria = Browser::of(&w, "ria").await;

        for (method, route) in ROUTES {
            let path = street.fill(route);
            let (browser, foreign) = if route.starts_with("/mijn") && *route != "/mijn/snel-weg" {
                (&mut ria, true)
            } else {
                (&mut bilal, ["/werk", "/toezicht", "/beheer"].iter().any(|app| route.starts_with(app)))
            };
            if foreign {
                let answer = ask(browser, method, &path, &[]).await;
                assert_eq!(answer.status, 404, "{method} {path}");
            }
        }
    }
}

/// Forms as somebody would send them who knows ids: empty, and whole.
fn bodies(street: &Street) -> Vec<Vec<(&str, &str)>> {
    let mut whole = note(&street.wmo, "Ik weet iets.", &[]);
    whole.extend([("reason", "Omdat het kan"), ("version", "1"), ("worker", "x"), ("role", "support")]);
    let draft = vec![("deed", "draft"), ("facts", "Ik weet iets.")];
    vec![Vec::new(), whole, draft]
}

/// Without what differs between any two requests: its id, and the id of a draft of one's own.
async fn ask(browser: &mut Browser, method: &str, path: &str, body: &[(&str, &str)]) -> Answer {
    let answer = if method == "get" { browser.get(path).await } else { browser.post(path, body).await };
    let mut answer = answer.but_for_its_id();
    answer.headers.remove("draft");
    answer
}
