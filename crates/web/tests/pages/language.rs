//! Language and interpreter on the pages: asked folded at intake, seen before calling, changed on the data page.

use testkit::{Engine, World};

use crate::browser::Browser;
use crate::street::{belongs_to, somebody, takes_in, word};

/// An intake of somebody who speaks this.
fn who_speaks(fields: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let mut all = somebody(word::SURNAME, word::GIVEN);
    all.extend(fields.iter().map(|(name, value)| (*name, (*value).to_owned())));
    all
}

fn fold_is_open(html: &str) -> bool {
    html.contains("<details class=\"sd-fold\" open>")
}

#[test]
fn at_intake_the_fields_are_folded_until_something_is_in_them() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let mut ria = Browser::of(&w, "ria").await;

        let empty = ria.post("/werk/nieuw/formulier", &[]).await.text();
        let filled = ria.post("/werk/nieuw/formulier", &[("letter-language", "pl")]).await.text();

        assert!(empty.contains("<details class=\"sd-fold\">") && !fold_is_open(&empty));
        assert!(fold_is_open(&filled));
    });
}

#[test]
fn an_interpreter_without_a_language_comes_back_with_everything_that_was_typed() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let mut ria = Browser::of(&w, "ria").await;
        let mut fields = who_speaks(&[("interpreter", "language"), ("letter-language", "nl")]);
        fields.push(("searched", String::new()));
        let sent: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();

        let answer = ria.post("/werk/nieuw/opslaan", &sent).await;

        assert_eq!(answer.status, 422, "{answer:?}");
        let html = answer.text();
        assert!(html.contains("Kies eerst in welke taal de tolk nodig is."));
        assert!(fold_is_open(&html));
        assert_eq!(answer.field("letter-language"), "nl");
        assert_eq!(answer.field("surname"), word::SURNAME);
        assert!(!html.contains("[language"), "each text is there");
    });
}

testkit::both_engines! {
    async fn what_is_asked_is_seen_before_calling_and_by_the_resident(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let asked = [("language", "ti"), ("interpreter", "language"), ("letter-language", "nl")];
        let dossier = takes_in(&mut ria, &who_speaks(&asked)).await;
        belongs_to(&w, &dossier, w.bilal().member().person).await;

        let overview = ria.get(&format!("/werk/dossier/{dossier}")).await.text();
        let list = ria.get("/werk/dossiers").await.text();
        let own = Browser::of(&w, "bilal").await.get("/mijn/gegevens").await.text();

        assert!(overview.contains("Spreekt het best: Tigrinya") && overview.contains("tolk nodig: Tigrinya"));
        assert!(list.contains("tolk nodig") && !list.contains("Tigrinya"), "a list says as little as it can");
        for seen in ["Taal bij gesprekken", "Tigrinya", "Ja, in deze taal", "Taal van brieven", "Nederlands"] {
            assert!(own.contains(seen), "{seen}");
        }
    }

    async fn it_is_changed_on_the_data_page_and_nothing_typed_is_lost(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("Yildiz", "Kadir")).await;
        let path = format!("/werk/dossier/{dossier}/gegevens/taal");
        let details = ria.get(&format!("/werk/dossier/{dossier}/gegevens")).await.text();
        assert!(details.contains(&path));

        let wrong = [("language", "tr"), ("language-other", "\"Zaza\" <b>"), ("source", "client")];
        let answer = ria.post(&path, &wrong).await;
        assert_eq!(answer.status, 422, "{answer:?}");
        assert_eq!(answer.field("language-other"), "\"Zaza\" <b>");
        assert_eq!(answer.field("language"), "tr");

        let right = [("language", "other"), ("language-other", "\"Zaza\" <b>"), ("interpreter", "language")];
        let nobody = ria.post(&path, &right).await;
        assert_eq!(nobody.status, 422, "it is not said who said so");
        let done = ria.post(&path, &[&right[..], &[("source", "representative")]].concat()).await;

        let told = ria.get(&done.location()).await;
        assert!(told.text().contains("Taal en tolk zijn bewaard."));
        assert!(told.text().contains("tolk nodig: &#34;Zaza&#34; &#60;b&#62;"), "{told:?}");
        let form = ria.get(&path).await;
        assert_eq!((form.field("language").as_str(), form.field("language-other").as_str()), ("other", "\"Zaza\" <b>"));
    }

    async fn a_choice_that_was_not_offered_is_no_bug_of_ours(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("Yildiz", "Kadir")).await;
        let path = format!("/werk/dossier/{dossier}/gegevens/taal");

        for (name, value) in [("language", "klingon"), ("interpreter", "ja"), ("letter-language", "dse"), ("source", "")] {
            let answer = ria.post(&path, &[("source", "client"), (name, value)][usize::from(name == "source")..]).await;
            assert_eq!(answer.status, 422, "{name}: {answer:?}");
        }
        let kept = w.raw().one("SELECT COUNT(*) FROM client_field WHERE field LIKE '%language'").await;
        assert_eq!(kept.int(), 0);
    }
}
