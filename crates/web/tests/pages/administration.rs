//! `/beheer` through the pages: a colleague from first day to last, nothing typed is lost, and nothing of a client.

use domain::amsterdam_date;
use jiff::SignedDuration;
use testkit::World;

use crate::browser::Browser;
use crate::street::{Street, word};

/// The fields of a date.
fn day(name: &'static str, date: jiff::civil::Date) -> [(String, String); 3] {
    [
        (name.to_owned(), date.day().to_string()),
        (format!("{name}-month"), date.month().to_string()),
        (format!("{name}-year"), date.year().to_string()),
    ]
}

fn fields<'a>(fixed: &[(&'a str, &'a str)], date: &'a [(String, String)]) -> Vec<(&'a str, &'a str)> {
    let date = date.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    fixed.iter().copied().chain(date).collect()
}

testkit::both_engines! {
    async fn a_colleague_is_prepared_moved_and_ended_and_nothing_typed_is_lost(w: World) {
        let mut kees = Browser::of(&w, "kees").await;
        let today = amsterdam_date(w.now());
        let team = w.ria().member().team.expect("a team").to_string();
        let from = day("from", today);
        kees.get("/beheer/gebruikers/nieuw").await;

        let wrong = kees.post("/beheer/gebruikers/nieuw", &fields(&[("name", "Yara & co"), ("function", "worker")], &from)).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.text().contains("Yara &amp; co") || wrong.text().contains("Yara &#38; co"), "{wrong:?}");
        let new = [("name", "Yara Nieuwenhuis"), ("function", "worker"), ("team", team.as_str())];
        let done = kees.post("/beheer/gebruikers/nieuw", &fields(&new, &from)).await;
        assert_eq!(done.status, 303, "{done:?}");
        let address = done.location().split('?').next().expect("an address").to_owned();

        let yara = kees.get(&address).await;
        assert!(yara.text().contains("Yara Nieuwenhuis") && yara.text().contains("Kees Brand"), "{yara:?}");
        let read = kees.get(&format!("{address}/wijzigen")).await.field("read");
        let to = [("function", "youth-worker"), ("team", team.as_str()), ("read", read.as_str())];
        let moved = kees.post(&format!("{address}/wijzigen"), &fields(&to, &from)).await;
        assert_eq!(moved.status, 303, "{moved:?}");
        let again = kees.post(&format!("{address}/wijzigen"), &fields(&to, &from)).await;
        assert_eq!(again.status, 422, "somebody else changed it");

        let address = moved.location().split('?').next().expect("an address").to_owned();
        let read = kees.get(&format!("{address}/beeindigen")).await.field("read");
        let nothing = kees.post(&format!("{address}/beeindigen"), &[("read", &read)]).await;
        assert_eq!(nothing.status, 422);
        let last = day("last", today);
        let ended = kees.post(&format!("{address}/beeindigen"), &fields(&[("when", "after"), ("read", &read)], &last)).await;
        assert_eq!(ended.status, 303, "{ended:?}");
        let list = kees.post("/beheer/gebruikers", &[("text", "nieuwenh")]).await;
        assert!(list.text().contains("Yara Nieuwenhuis") && !list.text().contains("Ria de Wit"), "{list:?}");
    }

    async fn teams_and_functions_say_who_works_where_and_in_which_domains(w: World) {
        let mut kees = Browser::of(&w, "kees").await;

        let page = kees.get("/beheer/teams").await;

        assert_eq!(page.status, 200);
        assert!(page.text().contains("Wijkteam Noord") && page.text().contains("hier nu."), "{page:?}");
        assert!(page.text().contains("schuldhulpverlener") && page.text().contains("Geen dossiers"), "{page:?}");
    }

    async fn after_minutes_a_change_asks_for_password_and_code_and_keeps_the_form(w: World) {
        let mut kees = Browser::of(&w, "kees").await;
        let address = format!("/beheer/gebruikers/{}/beeindigen", w.samira().staff());
        kees.get(&address).await;
        w.clock.advance(SignedDuration::from_mins(12));

        let asked = kees.post(&address, &[("when", "now"), ("read", "0")]).await;

        assert_eq!((asked.status, asked.location().starts_with("/opnieuw")), (303, true));
    }

    async fn the_pages_of_the_administrator_hold_nothing_of_a_client(w: World) {
        let _street = Street::build(&w).await;
        let mut kees = Browser::of(&w, "kees").await;
        let ria = w.ria().staff();
        let one = format!("/beheer/gebruikers/{ria}");
        let all = ["", "/wijzigen", "/beeindigen", "/training", "/inlogcode"].map(|deed| format!("{one}{deed}"));

        for path in all.iter().map(String::as_str).chain(["/beheer", "/beheer/gebruikers", "/beheer/gebruikers/nieuw", "/beheer/teams"]) {
            let page = kees.get(path).await;
            assert_eq!(page.status, 200, "{path}");
            for word in word::all() {
                assert!(!page.text().contains(word), "{word} on {path}");
            }
        }
        for who in ["ria", "joost", "olga"] {
            let mut other = Browser::new(&w);
            other.cookies.insert("sessie".to_owned(), w.person(who).cookie().await);
            assert_eq!(other.get("/beheer").await.status, 403, "{who}");
            assert_eq!(other.get("/beheer/teams").await.status, 403, "{who}");
            assert_eq!(other.get(&format!("/beheer/gebruikers/{}", w.samira().staff())).await.status, 403, "{who}");
        }
    }
}
