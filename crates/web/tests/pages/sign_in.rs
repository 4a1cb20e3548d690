//! Signing in says nothing to who does not belong, and asks everything of who does (ACC-13, ACC-16, ACC-17).

use jiff::SignedDuration;
use testkit::{Engine, PASSWORD, World};

use crate::browser::{Browser, fresh_code, router_with};
use crate::street::{Street, word};

/// Somebody who never signs in by accident.
const WRONG: &str = "000000";

testkit::both_engines! {
    async fn a_wrong_name_a_wrong_password_and_a_wrong_code_get_the_same_answers(w: World) {
        let mut answers = Vec::new();
        for (name, password) in [("niemand", PASSWORD), ("ria", "fout"), ("ria", PASSWORD), ("bilal", "fout")] {
            let mut browser = Browser::new(&w);
            browser.get("/inloggen").await;
            let first = browser.post("/inloggen", &[("name", name), ("password", password)]).await;
            let asked = browser.get(&first.location()).await;
            let wrong = browser.post("/inloggen/code", &[("code", WRONG)]).await;

            let (token, cookie) = (browser.csrf.clone(), browser.cookies["aanmelden"].clone());
            let told = [first, asked, wrong].map(|answer| {
                let answer = answer.but_for_its_id();
                let headers = format!("{:?}", answer.headers).replace(&cookie, "COOKIE");
                (answer.status, headers, answer.text().replace(&token, "TOKEN"))
            });
            answers.push(told);
        }

        assert_eq!(answers[0][2].0, 422);
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    }

    async fn a_code_works_once(w: World) {
        let mut one = first_step(&w, "ria").await;
        let mut other = first_step(&w, "ria").await;
        let code = fresh_code(&w, "ria");

        let used = one.post("/inloggen/code", &[("code", &code)]).await;
        let again = other.post("/inloggen/code", &[("code", &code)]).await;

        assert_eq!((used.status, again.status), (303, 422));
        assert!(!other.is_signed_in().await);
    }

    async fn two_sign_ins_with_one_code_at_the_same_moment_make_one_session(w: World) {
        let (mut one, mut other) = (first_step(&w, "ria").await, first_step(&w, "ria").await);
        let code = fresh_code(&w, "ria");
        let fields = [("code", code.as_str())];

        let (a, b) = tokio::join!(one.post("/inloggen/code", &fields), other.post("/inloggen/code", &fields));

        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422], "{a:?} {b:?}");
    }

    async fn the_second_step_needs_the_first(w: World) {
        let mut browser = first_step(&w, "ria").await;
        browser.cookies.insert("aanmelden".to_owned(), "f".repeat(64));
        browser.get("/inloggen/code").await;
        let code = fresh_code(&w, "ria");

        let skipped = browser.post("/inloggen/code", &[("code", &code)]).await;

        assert_eq!(skipped.location(), "/inloggen?waarom=voorbij");
        let mut late = first_step(&w, "ria").await;
        w.clock.advance(SignedDuration::from_mins(6));
        let code = fresh_code(&w, "ria");
        let too_late = late.post("/inloggen/code", &[("code", &code)]).await;
        assert_eq!(too_late.location(), "/inloggen?waarom=voorbij", "five minutes are enough to find a code");
    }

    async fn who_did_not_sign_the_pledge_is_led_to_it_and_then_works(w: World) {
        let mut lotte = Browser::of(&w, "lotte").await;

        assert_eq!(lotte.get("/werk").await.location(), "/werk/niet-klaar");
        assert_eq!(lotte.get("/werk/niet-klaar").await.location(), "/werk/geheimhouding");
        let page = lotte.get("/werk/geheimhouding").await;
        assert_eq!(page.status, 200);
        for path in ["/werk/dossiers", "/werk/nieuw", "/werk/notitie", "/werk/concepten"] {
            assert_eq!(lotte.get(path).await.location(), "/werk/niet-klaar", "{path}");
        }
        let an_older_text = lotte.post("/werk/geheimhouding", &[("version", "0")]).await;
        assert_eq!(an_older_text.location(), "/werk/geheimhouding");
        assert_eq!(lotte.get("/werk").await.location(), "/werk/niet-klaar", "nothing was signed");
        let signed = lotte.post("/werk/geheimhouding", &[("version", &page.field("version"))]).await;

        assert_eq!(signed.location(), "/werk");
        assert_eq!(lotte.get("/werk").await.status, 200);
    }

    async fn an_expired_training_leads_to_a_page_that_says_so(w: World) {
        w.clock.advance(SignedDuration::from_hours(24 * 400));
        let mut ria = Browser::of(&w, "ria").await;

        let shown = ria.get(&ria.clone().get("/werk").await.location()).await;

        assert_eq!(shown.status, 403);
        assert!(shown.text().contains("training") && shown.text().contains("Wijkteam Noord"), "{shown:?}");
        w.store.add_training(w.ria().staff(), domain::amsterdam_date(w.now())).await.expect("trained");
        assert_eq!(ria.get("/werk").await.location(), "/werk/niet-klaar", "asked again at the next sign-in");
        ria.signs_in(&w, "ria").await;
        assert_eq!(ria.get("/werk").await.status, 200);
    }

    async fn a_bsn_and_an_end_ask_for_password_and_code_once_more(w: World) {
        let street = Street::build(&w).await;
        let bsn = format!("/werk/dossier/{}/bsn", street.dossier);
        let end = format!("/werk/dossier/{}/toegang/{}/eind", street.dossier, street.wmo_involvement);
        let mut ria = Browser::of(&w, "ria").await;
        w.clock.advance(SignedDuration::from_mins(6));

        for path in [&bsn, &end] {
            assert_eq!(ria.get(path).await.location(), format!("/opnieuw?terug={path}"));
            let sent = ria.post(path, &[("reason", "Voor de aanvraag")]).await;
            assert_eq!(sent.location(), format!("/opnieuw?terug={path}"));
        }
        let wrong = ria.post("/opnieuw", &[("password", "fout"), ("code", &fresh_code(&w, "ria"))]).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(ria.get(&bsn).await.status, 303, "a wrong password confirms nothing");
        ria.signs_in_again(&w, "ria").await;
        let kept = ria.get(&end).await;
        assert!(kept.text().contains("Voor de aanvraag"), "what was typed last comes back: {kept:?}");
        let shown = ria.post(&bsn, &[("reason", "Voor de aanvraag")]).await;

        assert!(shown.text().contains(word::BSN_SPACED), "{shown:?}");
        let last = ria.post(&end, &[("reason", "Het doel is bereikt")]).await;
        assert_eq!(last.status, 422, "the last one cannot leave: {last:?}");
        assert_eq!(ria.get("/werk/dossiers").await.status, 200, "the sign-in was confirmed, not replaced");
    }

    async fn assigning_where_extra_protection_holds_asks_once_more_and_keeps_what_was_typed(w: World) {
        let street = Street::build(&w).await;
        let path = format!("/toezicht/toewijzen/{}", street.dossier);
        let mut joost = Browser::of(&w, "joost").await;
        w.clock.advance(SignedDuration::from_mins(6));
        let himself = w.joost().staff().to_string();
        let typed = [
            ("worker", himself.as_str()),
            ("domain", "wmo"),
            ("role", "support"),
            ("reason", "Kent de wijk."),
        ];

        assert_eq!(joost.get(&path).await.location(), format!("/opnieuw?terug={path}"));
        assert_eq!(joost.post(&path, &typed).await.location(), format!("/opnieuw?terug={path}"));
        joost.signs_in_again(&w, "joost").await;

        assert!(joost.get(&path).await.text().contains("Kent de wijk."));
        assert_eq!(joost.post(&path, &typed).await.status, 303);
    }

    async fn signing_in_again_is_limited_like_signing_in(w: World) {
        let mut ria = Browser::of(&w, "ria").await;

        for _ in 0..5 {
            let wrong = ria.post("/opnieuw", &[("password", "fout"), ("code", WRONG)]).await;
            assert_eq!(wrong.status, 422);
        }

        let code = fresh_code(&w, "ria");
        let too_often = ria.post("/opnieuw", &[("password", PASSWORD), ("code", &code)]).await;
        assert_eq!(too_often.status, 429);
    }

    async fn a_cookie_from_before_signing_in_is_worth_nothing_after(w: World) {
        let planted = "a".repeat(64);
        let mut browser = Browser::new(&w);
        browser.cookies.insert("sessie".to_owned(), planted.clone());

        browser.signs_in(&w, "ria").await;

        assert_ne!(browser.cookies["sessie"], planted);
        assert!(!browser.cookies.contains_key("aanmelden"), "the first step is over");
        let mut attacker = Browser::new(&w);
        attacker.cookies.insert("sessie".to_owned(), planted);
        assert!(!attacker.is_signed_in().await);
        let before = browser.cookies["sessie"].clone();
        browser.signs_in(&w, "ria").await;
        assert_ne!(browser.cookies["sessie"], before, "each sign-in has a token of its own");
    }

    async fn nobody_is_led_elsewhere_after_signing_in(w: World) {
        let elsewhere = [
            "https://elders.example/",
            "//elders.example",
            "/\\elders.example",
            "\\\\elders.example",
            "https:elders.example",
            "javascript:alert(1)",
            "/%2F/elders.example",
            "/%5Celders.example",
            "/werk@elders.example",
            "/werk\r\nSet-Cookie: sessie=x",
            "%2F%2Felders.example",
            "/werk#//elders.example",
            "\t//elders.example",
        ];
        for terug in elsewhere {
            let asked = Browser::new(&w).get(&format!("/inloggen?{}", crate::browser::encoded(&[("terug", terug)]))).await;
            assert_eq!(asked.field("terug"), "", "{terug}");

            let mut browser = Browser::new(&w);
            browser.get("/inloggen").await;
            let first = browser.post("/inloggen", &[("name", "ria"), ("password", PASSWORD), ("terug", terug)]).await;
            assert_eq!(first.location(), "/inloggen/code", "{terug}");
            browser.get("/inloggen/code").await;
            let code = fresh_code(&w, "ria");
            let done = browser.post("/inloggen/code", &[("code", &code), ("terug", terug)]).await;
            assert_eq!(done.location(), "/werk", "{terug}");
            browser.get("/opnieuw").await;
            let code = fresh_code(&w, "ria");
            let again = [("password", PASSWORD), ("code", code.as_str()), ("terug", terug)];
            assert_eq!(browser.post("/opnieuw", &again).await.location(), "/", "{terug}");
            let language = browser.get(&format!("/taal/en?{}", crate::browser::encoded(&[("terug", terug)]))).await;
            assert_eq!(language.location(), "/", "{terug}");
        }
        let mut browser = Browser::new(&w);
        let done = browser.signs_in_from(&w, "ria", "/inloggen?terug=/werk/dossiers").await;
        assert_eq!(done.location(), "/werk/dossiers");
    }
}

#[test]
fn cookies_are_out_of_reach_of_scripts_and_other_sites() {
    testkit::run(Engine::Sqlite, async |w: World| {
        for secure in [true, false] {
            let mut browser = Browser::at(router_with(&w, secure));
            let mut set = browser.get("/inloggen").await.set_cookies();
            let done = browser.signs_in(&w, "ria").await;
            set.extend(done.set_cookies());

            assert!(set.iter().any(|line| line.starts_with("sessie=")));
            for line in set {
                for flag in ["; HttpOnly", "; SameSite=Lax", "; Path=/"] {
                    assert!(line.contains(flag), "{line}");
                }
                assert_eq!(line.contains("; Secure"), secure, "{line}");
                assert!(!line.contains("Domain="), "{line}");
                assert!(!line.contains("Max-Age") || line.contains("=;"), "gone with the browser: {line}");
            }
        }
    });
}

/// A browser that gave a name and the right password.
async fn first_step(w: &World, who: &str) -> Browser {
    let mut browser = Browser::new(w);
    browser.get("/inloggen").await;
    let first = browser.post("/inloggen", &[("name", who), ("password", PASSWORD)]).await;
    browser.get(&first.location()).await;
    browser
}
