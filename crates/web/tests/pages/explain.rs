//! The desk of the data protection officer: who can see a dossier now and why, and what a change would do.

use testkit::World;

use crate::browser::Browser;
use crate::street::{Street, word};

/// The number of a dossier, as letters give it.
async fn number_of(w: &World, dossier: &str) -> String {
    let id = w.raw().id(dossier.parse().expect("an id"));
    w.raw().one(&format!("SELECT number FROM dossier WHERE id = {id}")).await.int().to_string()
}

testkit::both_engines! {
    async fn the_officer_hears_who_sees_it_and_reads_nothing_of_it(w: World) {
        let street = Street::build(&w).await;
        let number = number_of(&w, &street.dossier).await;
        let mut olga = Browser::of(&w, "olga").await;

        let answer = olga.post("/fg/toegang", &[("number", &number), ("ground", "client-asked")]).await;

        let page = answer.text();
        assert_eq!(answer.status, 200, "{page}");
        assert!(page.contains("Ria de Wit") && page.contains("ziet de inhoud."), "{page}");
        assert!(page.contains("Wie betrokken is bij een onderdeel, mag het lezen."), "with the rule");
        for planted in word::all() {
            assert!(!page.contains(planted), "{planted} is content");
        }
        let mut bilal = Browser::of(&w, "bilal").await;
        let looked = bilal.get("/mijn/gekeken").await.text();
        assert!(looked.contains("keek wie bij het dossier kan") && looked.contains("De klant vraagt het"), "{looked}");
    }

    async fn a_change_is_shown_and_what_was_typed_stays(w: World) {
        let street = Street::build(&w).await;
        let number = number_of(&w, &street.dossier).await;
        let mut olga = Browser::of(&w, "olga").await;
        let nadia = w.nadia().staff().to_string();

        let typed = [("number", number.as_str()), ("ground", "check"), ("worker", &nadia), ("change", "involved"), ("domain", "wmo")];
        let page = olga.post("/fg/toegang", &typed).await.text();

        assert!(page.contains("Als dit verandert voor Nadia Yildiz: wordt betrokken (Wmo)"), "{page}");
        assert!(page.contains("Mag dan wel") && page.contains("Een dossier lezen"));
        assert!(page.contains("Er is niets veranderd."));
        assert!(page.contains(&format!("value=\"{number}\"")) && page.contains(&format!("value=\"{nadia}\" selected")));
    }

    async fn what_is_missing_is_told_at_once_and_what_is_not_there_sounds_as_what_may_not_be_asked(w: World) {
        let mut olga = Browser::of(&w, "olga").await;

        let empty = olga.post("/fg/toegang", &[("number", "12x"), ("change", "function")]).await;
        let unknown = olga.post("/fg/toegang", &[("number", "999999"), ("ground", "complaint")]).await;

        let text = empty.text();
        assert_eq!((empty.status, unknown.status), (422, 422));
        for why in ["Gebruik alleen cijfers", "Kies waarom je dit vraagt", "Kies om welke medewerker het gaat", "Kies de andere functie"] {
            assert!(text.contains(why), "{why}");
        }
        assert!(text.contains("value=\"12x\""), "what was typed comes back");
        assert!(unknown.text().contains("Er is geen dossier met dit nummer"));
    }

    async fn it_asks_for_password_and_code_and_gives_the_form_back(w: World) {
        let mut olga = Browser::of(&w, "olga").await;
        w.clock.advance(jiff::SignedDuration::from_mins(6));

        let sent = olga.post("/fg/toegang", &[("number", "12"), ("ground", "check")]).await;

        assert_eq!(sent.location(), "/opnieuw?terug=/fg/toegang");
        olga.signs_in_again(&w, "olga").await;
        let form = olga.get("/fg/toegang").await.text();
        assert!(form.contains("value=\"12\"") && form.contains("value=\"check\" checked"), "{form}");
    }

    async fn nobody_else_gets_the_page(w: World) {
        for who in ["ria", "joost", "kees", "wouter"] {
            let mut browser = Browser::of(&w, who).await;
            let asked = browser.get("/fg/toegang").await;
            let sent = browser.post("/fg/toegang", &[("number", "1"), ("ground", "check")]).await;
            assert_eq!((asked.status, sent.status), (403, 403), "{who}");
        }
    }
}
