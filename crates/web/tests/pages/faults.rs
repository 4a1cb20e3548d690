//! When the record cannot be written, nothing is shown (DESIGN §1.1): the failure at each of the four places,
//! met by people in the middle of their work.

use jiff::SignedDuration;
use testkit::{Fault, World};
use web::ROUTES;

use crate::browser::{Answer, Browser};
use crate::street::{Street, entries, note, word};

const PLACES: [Fault; 4] = [Fault::QueueClosed, Fault::InsertFails, Fault::CommitFails, Fault::AnswerLost];

testkit::both_engines! {
    async fn without_its_record_nothing_is_shown(w: World) {
        let street = Street::build(&w).await;

        for who in ["ria", "daan", "joost", "bilal"] {
            let mut browser = Browser::of(&w, who).await;
            for (_, route) in ROUTES.iter().filter(|(method, route)| *method == "get" && !route.contains("snel")) {
                let path = street.fill(route);
                let well = browser.get(&path).await;
                for fault in PLACES {
                    w.breaks(Some(fault));
                    let answer = browser.get(&path).await;
                    w.breaks(None);
                    shows_nothing(&answer, &format!("{who} {path} {fault:?}"));
                    if well.status == 200 && shows_something(&well) {
                        calm(&answer, &format!("{who} {path} {fault:?}"));
                    }
                }
                assert_eq!(browser.get(&path).await.status, well.status, "{who} {path} works again");
            }
        }
    }

    async fn without_its_record_nothing_is_done(w: World) {
        let street = Street::build(&w).await;
        let path = format!("/werk/notitie/{}", street.dossier);
        let bsn = format!("/werk/dossier/{}/bsn", street.dossier);
        let timeline = format!("/werk/dossier/{}/tijdlijn", street.dossier);
        let mut ria = Browser::of(&w, "ria").await;
        let before = entries(&ria.get(&timeline).await).len();

        for fault in [Fault::QueueClosed, Fault::InsertFails, Fault::CommitFails] {
            let once = ria.get(&path).await.field("once");
            let fields = note(&street.wmo, "Tijdens de storing", &[("once", &once)]);
            w.breaks(Some(fault));
            let note = ria.post(&path, &fields).await;
            let number = ria.post(&bsn, &[("reason", "Voor de aanvraag")]).await;
            w.breaks(None);

            calm(&note, &format!("{fault:?}"));
            calm(&number, &format!("{fault:?}"));
            assert_eq!(entries(&ria.get(&timeline).await).len(), before, "{fault:?}");
        }
    }

    async fn a_lost_answer_is_settled_by_sending_again(w: World) {
        let street = Street::build(&w).await;
        let path = format!("/werk/notitie/{}", street.dossier);
        let timeline = format!("/werk/dossier/{}/tijdlijn", street.dossier);
        let mut ria = Browser::of(&w, "ria").await;
        let before = entries(&ria.get(&timeline).await).len();
        let once = ria.get(&path).await.field("once");
        let fields = note(&street.wmo, "Onzeker", &[("once", &once)]);

        w.breaks(Some(Fault::AnswerLost));
        let unknown = ria.post(&path, &fields).await;
        w.breaks(None);
        let again = ria.post(&path, &fields).await;

        calm(&unknown, "the answer was lost");
        assert_eq!(again.status, 303, "{again:?}");
        assert_eq!(entries(&ria.get(&timeline).await).len(), before + 1);
    }

    async fn what_was_typed_in_an_outage_is_given_back_and_done_once(w: World) {
        let street = Street::build(&w).await;
        let path = format!("/werk/notitie/{}", street.dossier);
        let timeline = format!("/werk/dossier/{}/tijdlijn", street.dossier);
        let mut ria = Browser::of(&w, "ria").await;
        let typed = "  Hij zei: \"nee\" & <b>ging</b>.\r\nDaarna 🐎 belde hij nog eens.";

        for fault in PLACES {
            let before = entries(&ria.get(&timeline).await).len();
            let once = ria.get(&path).await.field("once");
            let fields = note(&street.wmo, typed, &[("once", &once)]);
            w.breaks(Some(fault));
            let answer = ria.post(&path, &fields).await;
            w.breaks(None);

            calm(&answer, &format!("{fault:?}"));
            assert!(answer.text().contains(&format!("action=\"{path}\"")), "{fault:?}: {answer:?}");
            for (name, value) in &fields {
                assert_eq!(answer.field(name), value.replace("\r\n", "\n"), "{fault:?} {name}");
            }
            let again: Vec<(&str, String)> = fields.iter().map(|(name, _)| (*name, answer.field(name))).collect();
            let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
            for _ in 0..2 {
                assert_eq!(ria.post(&path, &again).await.status, 303, "{fault:?}");
            }
            assert_eq!(entries(&ria.get(&timeline).await).len(), before + 1, "{fault:?}");
        }

        w.breaks(Some(Fault::InsertFails));
        let password = ria.post("/opnieuw", &[("password", "een-geheim-woord"), ("code", "123456")]).await;
        w.breaks(None);
        assert!(!password.text().contains("een-geheim-woord"), "what is secret is typed again: {password:?}");
    }

    async fn signing_in_and_out_fail_calmly_and_work_again(w: World) {
        for fault in PLACES {
            let mut browser = Browser::new(&w);
            browser.get("/inloggen").await;
            w.breaks(Some(fault));
            let answer = browser.post("/inloggen", &[("name", "ria"), ("password", testkit::PASSWORD)]).await;
            w.breaks(None);
            // Nothing of a client is reachable before the code; only some places are on this path.
            assert!([303, 503].contains(&answer.status), "{fault:?}: {answer:?}");

            let mut ria = Browser::of(&w, "ria").await;
            w.breaks(Some(fault));
            let out = ria.post("/uitloggen", &[]).await;
            w.breaks(None);
            assert!([303, 503].contains(&out.status), "{fault:?}: {out:?}");
        }
    }

    async fn a_failing_clock_tick_of_the_session_shows_nothing_either(w: World) {
        let street = Street::build(&w).await;
        let path = format!("/werk/dossier/{}", street.dossier);
        let mut ria = Browser::of(&w, "ria").await;

        for fault in PLACES {
            // Long enough ago that the session's being seen is written down first.
            w.clock.advance(SignedDuration::from_secs(31));
            w.breaks(Some(fault));
            let answer = ria.get(&path).await;
            w.breaks(None);
            shows_nothing(&answer, &format!("{fault:?}"));
            calm(&answer, &format!("{fault:?}"));
            assert_eq!(ria.get(&path).await.status, 200);
        }
    }
}

fn shows_something(answer: &Answer) -> bool {
    word::all().iter().any(|word| answer.text().contains(word))
}

fn shows_nothing(answer: &Answer, when: &str) {
    for word in word::all() {
        assert!(!answer.text().contains(word), "{when}: shows {word}");
        assert!(!format!("{:?}", answer.headers).contains(word), "{when}: tells {word}");
    }
    assert!(answer.status < 500 || answer.status == 503, "{when}: {answer:?}");
}

/// The page of an outage: says what to do and which request it was, and holds nothing else.
fn calm(answer: &Answer, when: &str) {
    assert_eq!(answer.status, 503, "{when}: {answer:?}");
    let id = answer.request_id().simple().to_string();
    assert!(answer.text().contains(&id), "{when}: names its request");
    assert!(answer.text().contains("<h1"), "{when}: is a page");
    shows_nothing(answer, when);
}
