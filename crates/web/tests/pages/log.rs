//! The log views through the pages: password and code first, nothing asked for in an address, and no page for others.

use jiff::SignedDuration;
use testkit::World;

use crate::browser::Browser;
use crate::street::{Street, word};

const VIEWS: [&str; 3] = ["/fg/logboek/klant", "/fg/logboek/medewerker", "/fg/logboek/team"];

/// The fields of a whole form, of this month.
fn fields<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all = vec![
        ("reason", "log-sample"),
        ("from", "1"),
        ("from-month", "3"),
        ("from-year", "2026"),
        ("until", "31"),
        ("until-month", "3"),
        ("until-year", "2026"),
        ("day", "2"),
        ("day-month", "3"),
        ("day-year", "2026"),
    ];
    all.extend_from_slice(more);
    all
}

async fn number_of(w: &World, dossier: &str) -> String {
    let raw = w.raw();
    let id = raw.id(dossier.parse().expect("an id"));
    raw.one(&format!("SELECT number FROM dossier WHERE id = {id}")).await.int().to_string()
}

testkit::both_engines! {
    async fn the_officer_reads_the_lines_of_a_client_and_no_name_or_text(w: World) {
        let street = Street::build(&w).await;
        w.sequences().await;
        let number = number_of(&w, &street.dossier).await;
        let mut olga = Browser::of(&w, "olga").await;
        assert_eq!(olga.get("/fg/logboek").await.status, 200);

        let read = olga.post("/fg/logboek/klant", &fields(&[("number", &number)])).await;

        assert_eq!(read.status, 200, "{read:?}");
        let text = read.text();
        assert!(text.contains("Ria de Wit") && text.contains("maakte het dossier"), "{text}");
        for word in word::all() {
            assert!(!text.contains(word), "{word}");
        }
        assert!(!text.contains("[action-") && !text.contains("[outcome-"), "{text}");
    }

    async fn every_deed_of_the_street_has_words(w: World) {
        Street::build(&w).await;
        w.sequences().await;
        let (ria, joost) = (w.ria().staff().to_string(), w.joost().staff().to_string());
        let team = w.house.noord.to_string();
        let mut olga = Browser::of(&w, "olga").await;

        for (view, more) in [
            ("/fg/logboek/medewerker", [("worker", ria.as_str())]),
            ("/fg/logboek/medewerker", [("worker", joost.as_str())]),
            ("/fg/logboek/team", [("team", team.as_str())]),
        ] {
            let read = olga.post(view, &fields(&more)).await;
            assert_eq!(read.status, 200, "{view} {read:?}");
            let text = read.text();
            assert!(text.contains("logde in") || text.contains("bekeek"), "{view} {text}");
            assert!(!text.contains("[action-") && !text.contains("[outcome-"), "{view} {text}");
        }
    }

    async fn others_get_no_page_and_are_on_the_record(w: World) {
        for who in ["ria", "joost", "devi", "kees", "petra", "ingeborg"] {
            let mut browser = Browser::of(&w, who).await;
            for view in VIEWS {
                assert_eq!(browser.get(view).await.status, 403, "{who} {view}");
                assert_eq!(w.last_record().await.outcome, testkit::Outcome::Denied);
                assert_eq!(browser.post(view, &fields(&[("number", "1")])).await.status, 403, "{who} {view}");
            }
        }
    }

    async fn password_and_code_come_first_and_the_form_comes_back(w: World) {
        let mut olga = Browser::of(&w, "olga").await;
        w.clock.advance(SignedDuration::from_mins(11));

        let sent = olga.post("/fg/logboek/klant", &fields(&[("number", "4711")])).await;
        let form = olga.get("/fg/logboek/klant").await;

        assert_eq!(sent.location(), "/opnieuw?terug=/fg/logboek/klant");
        assert_eq!((form.field("number").as_str(), form.field("from-month").as_str()), ("4711", "3"));
    }

    async fn what_is_missing_is_told_at_once(w: World) {
        let mut olga = Browser::of(&w, "olga").await;

        let text = olga.post("/fg/logboek/klant", &[("number", "elf"), ("from", "40")]).await.text();

        for words in ["Vul een klantnummer in.", "Kies waarom je dit leest."] {
            assert!(text.contains(words), "{words} {text}");
        }
    }

    async fn many_lines_go_on_with_a_button_that_keeps_what_was_asked(w: World) {
        let street = Street::build(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        for _ in 0..55 {
            ria.get(&format!("/werk/dossier/{}", street.dossier)).await;
        }
        w.sequences().await;
        let number = number_of(&w, &street.dossier).await;
        let mut olga = Browser::of(&w, "olga").await;

        let first = olga.post("/fg/logboek/klant", &fields(&[("number", &number)])).await;
        let below = first.field("below");
        let second = olga.post("/fg/logboek/klant", &fields(&[("number", &number), ("below", &below)])).await;

        assert!(first.text().contains("Oudere regels"), "{first:?}");
        assert_eq!(second.status, 200);
        assert!(second.text().contains("maakte het dossier"), "the oldest line: {second:?}");
        assert_eq!(first.text().matches("<th class=\"utrecht-table__cell").count(), 50);
    }

    async fn a_coordinator_reads_the_own_team_of_a_day(w: World) {
        Street::build(&w).await;
        w.sequences().await;
        let mut joost = Browser::of(&w, "joost").await;
        let mut karin = Browser::of(&w, "karin").await;

        let of_joost = joost.post("/toezicht/logboek", &fields(&[])).await;
        // Another team in the form changes nothing: it is the reader's own.
        let noord = w.house.noord.to_string();
        let of_karin = karin.post("/toezicht/logboek", &fields(&[("team", &noord)])).await;

        assert!(of_joost.text().contains("Ria de Wit"), "{of_joost:?}");
        assert!(!of_karin.text().contains("Ria de Wit"), "{of_karin:?}");
    }
}
