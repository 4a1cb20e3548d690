//! What stands out, through the pages: who sees and judges it, two verdicts at once, and the thresholds with their history.

use app::log_review::ReviewNext;
use app::{Asker, Job, Who};
use jiff::SignedDuration;
use testkit::World;

use crate::browser::{Answer, Browser};
use crate::street::{Street, word};

const LIMITS: &str = "/fg/opvallend/grenzen";

/// Thresholds as they are typed: any look stands out.
fn limits<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all = more.to_vec();
    all.extend([
        ("dossiers", "0"),
        ("empty-searches", "10"),
        ("out-of-hours", "3"),
        ("emergencies", "2"),
        ("begins", "7.00"),
        ("ends", "20.00"),
        ("from", "2"),
        ("from-month", "3"),
        ("from-year", "2026"),
        ("reason", "Proef <in> maart."),
    ]);
    all
}

/// A street, one day later, of which the clock looked through the record.
async fn reviewed(w: &World) -> Street {
    let mut olga = Browser::of(w, "olga").await;
    let kept = olga.post(LIMITS, &limits(&[])).await;
    assert_eq!(kept.location(), "/fg/opvallend/grenzen?bewaard=1", "{kept:?}");
    let street = Street::build(w).await;
    w.sequences().await;
    w.clock.set("2026-03-03T09:00:00Z");
    while w.store.log_review_is_due().await.expect("it can be read") {
        let asker = Asker { who: Who::System(Job::ReviewLog), correlation: w.random_id() };
        w.app.perform(asker, ReviewNext { at_most: 50 }).await.expect("the clock may");
        w.sequences().await;
    }
    street
}

/// The address of the finding whose link tells this.
fn link(list: &Answer, told: &str) -> String {
    let text = list.text();
    let links = text.split("href=\"").skip(1).filter_map(|rest| rest.split_once("</a>"));
    let found = links.filter(|(link, _)| link.contains("/opvallend/")).find(|(link, _)| link.contains(told));
    let (link, _) = found.unwrap_or_else(|| panic!("{told}: {text}"));
    link.split('"').next().expect("an address").to_owned()
}

/// The hidden fields of the form that is sent to this address.
fn hidden(page: &Answer, action: &str) -> Vec<(String, String)> {
    let text = page.text();
    let (_, form) = text.split_once(&format!("action=\"{action}\"")).expect("the form");
    let (form, _) = form.split_once("</form>").expect("its end");
    let inputs = form.split("<input type=\"hidden\" name=\"").skip(1);
    inputs
        .filter_map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"")?;
            Some((name.to_owned(), rest.split('"').next()?.to_owned()))
        })
        .filter(|(name, _)| name != "csrf")
        .collect()
}

testkit::both_engines! {
    async fn the_coordinator_sees_what_stood_out_reads_the_log_of_that_day_and_judges(w: World) {
        reviewed(&w).await;
        let mut joost = Browser::of(&w, "joost").await;

        let list = joost.get("/toezicht/opvallend").await;
        let text = list.text();
        assert!(!text.contains("Joost Meijer, maandag") && !text.contains("Tom Bakker"), "{text}");
        for word in word::all() {
            assert!(!text.contains(word), "{word}");
        }
        let of_ria = link(&list, "Veel dossiers op een dag, Ria de Wit");
        let page = joost.get(&of_ria).await;
        assert!(page.text().contains("maandag 2 maart 2026"), "{page:?}");
        let fields = hidden(&page, "/toezicht/logboek");
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let log = joost.post("/toezicht/logboek", &fields).await;
        assert!(log.status == 200 && log.text().contains("Ria de Wit"), "{log:?}");
        let empty = joost.post(&of_ria, &[("sentence", " ")]).await;
        assert_eq!(empty.status, 422);
        for words in ["Kies een oordeel.", "Schrijf waarom je dat vindt."] {
            assert!(empty.text().contains(words), "{empty:?}");
        }

        let sentence = "Zij nam <alles> over van een zieke collega.";
        let done = joost.post(&of_ria, &[("verdict", "explained"), ("sentence", sentence), ("read", "0")]).await;

        assert_eq!(done.location(), "/toezicht/opvallend?klaar=1", "{done:?}");
        let text = joost.get(&of_ria).await.text();
        assert!(text.contains("Zij nam &#60;alles&#62; over") && text.contains("Dit is beoordeeld."), "{text}");
        assert!(joost.get("/toezicht/opvallend").await.text().contains("gewone verklaring"));
    }

    async fn of_two_at_once_the_second_reads_the_first_and_loses_nothing(w: World) {
        reviewed(&w).await;
        let (mut joost, mut olga) = (Browser::of(&w, "joost").await, Browser::of(&w, "olga").await);
        let of_joost = link(&joost.get("/toezicht/opvallend").await, "Veel dossiers op een dag, Ria de Wit");
        let of_olga = link(&olga.get("/fg/opvallend").await, "Veel dossiers op een dag, Ria de Wit");
        joost.get(&of_joost).await;
        olga.get(&of_olga).await;

        let first = [("verdict", "wrong"), ("sentence", "Zij kende de klant niet."), ("read", "0")];
        assert_eq!(joost.post(&of_joost, &first).await.status, 303);
        let second = [("verdict", "explained"), ("sentence", "Het was wijkdag."), ("read", "0")];
        let second = olga.post(&of_olga, &second).await;

        assert_eq!(second.status, 422);
        let text = second.text();
        for words in ["Iemand anders gaf net een oordeel.", "Zij kende de klant niet.", "Het was wijkdag."] {
            assert!(text.contains(words), "{words} {text}");
        }
    }

    async fn what_is_another_s_to_judge_answers_as_what_does_not_exist(w: World) {
        reviewed(&w).await;
        let nowhere = w.random_id().simple().to_string();
        let list = Browser::of(&w, "olga").await.get("/fg/opvallend").await;
        let id = |told: &str| link(&list, told).rsplit('/').next().expect("an id").to_owned();
        let (ria, joost) = (id("op een dag, Ria de Wit"), id("op een dag, Joost Meijer"));

        for (who, real) in [
            ("ria", &ria), ("samira", &ria), ("devi", &ria), ("karin", &ria), ("kees", &ria), ("wouter", &ria),
            ("joost", &joost),
        ] {
            let mut browser = Browser::of(&w, who).await;
            for desk in ["/toezicht/opvallend", "/fg/opvallend"] {
                let there = browser.get(&format!("{desk}/{real}")).await.but_for_its_id();
                let not_there = browser.get(&format!("{desk}/{nowhere}")).await.but_for_its_id();
                assert_eq!(there, not_there, "{who} {desk}");
                assert_eq!(there.status, 403, "{who}");
                let body = [("verdict", "explained"), ("sentence", "Zomaar."), ("read", "0")];
                let there = browser.post(&format!("{desk}/{real}"), &body).await.but_for_its_id();
                let not_there = browser.post(&format!("{desk}/{nowhere}"), &body).await.but_for_its_id();
                assert_eq!(there, not_there, "{who} {desk}");
            }
        }
        let mut devi = Browser::of(&w, "devi").await;
        let of_joost = link(&devi.get("/toezicht/opvallend").await, "op een dag, Joost Meijer");
        assert_eq!(devi.get(&of_joost).await.status, 200, "about the coordinator the deputy judges");
    }

    async fn today_so_far_is_for_who_judges(w: World) {
        let mut olga = Browser::of(&w, "olga").await;
        olga.post(LIMITS, &limits(&[])).await;
        Street::build(&w).await;
        w.sequences().await;

        let of_joost = Browser::of(&w, "joost").await.get("/toezicht/opvallend/vandaag").await;
        let of_karin = Browser::of(&w, "karin").await.get("/toezicht/opvallend/vandaag").await;

        assert!(of_joost.text().contains("Ria de Wit") && !of_joost.text().contains("Tom Bakker"), "{of_joost:?}");
        assert!(of_karin.text().contains("Tom Bakker") && !of_karin.text().contains("Ria de Wit"), "{of_karin:?}");
        assert_eq!(Browser::of(&w, "ria").await.get("/toezicht/opvallend/vandaag").await.status, 403);
    }

    async fn thresholds_are_changed_after_password_and_code_and_nothing_typed_is_lost(w: World) {
        let mut olga = Browser::of(&w, "olga").await;
        let first = olga.get(LIMITS).await;
        assert_eq!((first.field("dossiers").as_str(), first.field("begins").as_str()), ("60", "07.00"));
        w.clock.advance(SignedDuration::from_mins(11));

        let sent = olga.post(LIMITS, &limits(&[])).await;
        assert_eq!(sent.location(), "/opnieuw?terug=/fg/opvallend/grenzen");
        let form = olga.get(LIMITS).await;
        assert_eq!((form.field("dossiers").as_str(), form.field("from-month").as_str()), ("0", "3"));
        assert!(form.text().contains("Proef &#60;in&#62; maart."), "{form:?}");

        let mut olga = Browser::of(&w, "olga").await;
        let wrong = [("dossiers", "veel"), ("ends", "6.00"), ("from-year", "2025"), ("reason", " ")];
        let wrong = olga.post(LIMITS, &limits(&wrong)).await;
        assert_eq!(wrong.status, 422);
        for words in ["Vul een getal in", "De werkdag eindigt voordat", "Schrijf waarom je dit verandert."] {
            assert!(wrong.text().contains(words), "{words} {wrong:?}");
        }
        let past = olga.post(LIMITS, &limits(&[("from-year", "2025")])).await;
        assert!(past.text().contains("Deze dag is al voorbij."), "{past:?}");
        assert_eq!(olga.post(LIMITS, &limits(&[])).await.status, 303);
        let shown = olga.get(LIMITS).await.text();
        assert!(shown.contains("Proef &#60;in&#62; maart.") && shown.contains("Olga Post, 2 maart 2026"), "{shown}");
    }

    async fn thresholds_are_nobody_elses(w: World) {
        for who in ["ria", "joost", "devi", "kees", "petra", "ingeborg"] {
            let mut browser = Browser::of(&w, who).await;
            assert_eq!(browser.get(LIMITS).await.status, 403, "{who}");
            assert_eq!(w.last_record().await.outcome, testkit::Outcome::Denied);
            assert_eq!(browser.post(LIMITS, &limits(&[])).await.status, 403, "{who}");
        }
    }
}
