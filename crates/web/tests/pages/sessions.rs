//! How long somebody is signed in, for every copy of the cookie, and what every answer says about itself.

use jiff::SignedDuration;
use testkit::{Engine, World};
use web::ROUTES;

use crate::browser::Browser;
use crate::street::Street;

testkit::both_engines! {
    async fn without_a_session_every_page_leads_to_signing_in_and_back(w: World) {
        let street = Street::build(&w).await;
        let open = ["/", "/privacy", "/autorisatiemodel", "/autorisatiemodel/tabel", "/static/{file}", "/healthz", "/readyz", "/taal/{code}", "/mijn/snel-weg"];
        let signing_in = ["/inloggen", "/inloggen/code", "/uitloggen"];
        let activating = ["/activeren", "/activeren/kies", "/activeren/kies/vraag"];
        let passkeys = ["/inloggen/passkey", "/inloggen/passkey/vraag"];

        for (method, route) in ROUTES {
            if open.contains(route) || activating.contains(route) || passkeys.contains(route) || (signing_in.contains(route) && *method == "get" || *route == "/inloggen")
                || *route == "/inloggen/code"
            {
                continue;
            }
            let path = street.fill(route);
            let mut nobody = Browser::new(&w);
            let answer = if *method == "get" { nobody.get(&path).await } else { nobody.post(&path, &[]).await };

            assert_eq!(answer.location(), format!("/inloggen?terug={path}"), "{method} {path}");
        }
    }

    async fn signing_out_ends_the_session_for_every_copy_of_its_cookie(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let mut copy = ria.clone();
        let mut elsewhere = Browser::of(&w, "ria").await;

        let left = ria.post("/uitloggen", &[]).await;

        assert_eq!(left.location(), "/uitloggen");
        assert!(!ria.cookies.contains_key("sessie"), "the browser forgets the cookie");
        assert_eq!(copy.get("/werk").await.location(), "/inloggen?terug=/werk&waarom=voorbij");
        assert_eq!(elsewhere.get("/werk").await.status, 200, "another session stays");
    }

    async fn snel_weg_ends_the_session_in_one_click_and_shows_nothing(w: World) {
        let street = Street::build(&w).await;
        let mut bilal = Browser::of(&w, "bilal").await;
        let mut copy = bilal.clone();
        assert_eq!(bilal.get(&format!("/mijn/dossier/{}", street.entry)).await.status, 200);

        let gone = bilal.get("/mijn/snel-weg").await;

        assert_eq!(gone.status, 200);
        assert!(!bilal.cookies.contains_key("sessie"));
        assert_eq!(copy.get("/mijn").await.status, 303);
    }

    async fn a_session_ends_after_a_quarter_of_an_hour_of_silence(w: World) {
        for (who, home) in [("ria", "/werk"), ("fatma", "/opnieuw")] {
            let mut browser = Browser::of(&w, who).await;

            w.clock.advance(SignedDuration::from_mins(15) - SignedDuration::from_secs(31));
            assert_eq!(browser.get(home).await.status, 200, "{who} in time");
            w.clock.advance(SignedDuration::from_mins(15) - SignedDuration::from_secs(31));
            assert_eq!(browser.get(home).await.status, 200, "{who} was busy");
            w.clock.advance(SignedDuration::from_mins(15));
            let over = browser.get(home).await;

            assert_eq!(over.location(), format!("/inloggen?terug={home}&waarom=voorbij"), "{who}");
        }
    }

    async fn a_session_ends_by_its_age_however_busy(w: World) {
        for (who, home, hours) in [("ria", "/werk", 10), ("fatma", "/opnieuw", 2)] {
            let mut browser = Browser::of(&w, who).await;
            let began = w.now() - SignedDuration::from_secs(30);

            let end = began + SignedDuration::from_hours(hours);
            while w.now() + SignedDuration::from_mins(10) < end {
                w.clock.advance(SignedDuration::from_mins(10));
                assert_eq!(browser.get(home).await.status, 200, "{who} at {}", w.now());
            }
            w.clock.set_to(end + SignedDuration::from_secs(30));

            assert_eq!(browser.get(home).await.status, 303, "{who}");
        }
    }

    async fn requests_of_one_session_at_the_same_moment_are_all_answered(w: World) {
        let mut one = Browser::of(&w, "ria").await;
        let (mut two, mut three) = (one.clone(), one.clone());

        for _ in 0..10 {
            // Long enough ago that each of them notes that the session was seen.
            w.clock.advance(SignedDuration::from_secs(31));
            let (a, b, c) = tokio::join!(one.get("/werk"), two.get("/werk/dossiers"), three.get("/werk/concepten"));
            assert_eq!([a.status, b.status, c.status], [200; 3], "{a:?} {b:?} {c:?}");
        }
    }

    async fn staying_signed_in_is_a_form_and_says_until_when(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        w.clock.advance(SignedDuration::from_mins(10));

        let stays = ria.post("/sessie", &[]).await;

        assert_eq!((stays.status, stays.header("session-seconds")), (204, "900"));
        w.clock.advance(SignedDuration::from_mins(10));
        assert_eq!(ria.get("/werk").await.status, 200);
    }

    async fn every_answer_keeps_itself_out_of_caches_frames_and_foreign_scripts(w: World) {
        let street = Street::build(&w).await;

        for who in [None, Some("ria"), Some("samira"), Some("bilal")] {
            for (method, route) in ROUTES {
                let mut browser = match who {
                    None => Browser::new(&w),
                    Some(who) => {
                        let mut browser = Browser::new(&w);
                        browser.cookies.insert("sessie".to_owned(), w.person(who).cookie().await);
                        browser.get("/").await;
                        browser
                    }
                };
                let path = street.fill(route);
                for path in [path.clone(), format!("{path}?terug=%FF&pagina=x&bij=%00")] {
                    let answer = match *method {
                        "get" => browser.get(&path).await,
                        _ => browser.post(&path, &[]).await,
                    };
                    assert_eq!(answer.header("cache-control"), "no-store", "{method} {path}");
                    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{method} {path}");
                    assert_eq!(answer.header("referrer-policy"), "no-referrer", "{method} {path}");
                    assert_eq!(answer.header("x-frame-options"), "DENY", "{method} {path}");
                    let csp = answer.header("content-security-policy");
                    for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
                        assert!(csp.contains(part), "{method} {path}: {csp}");
                    }
                    assert!(!csp.contains("unsafe"), "{csp}");
                    assert_eq!(answer.header("x-request-id").len(), 32, "{method} {path}");
                }
            }
        }
    }
}

#[test]
fn only_the_fixed_files_may_be_kept_by_a_browser() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let mut browser = Browser::new(&w);
        let page = browser.get("/").await.text();
        let style = page.split("rel=\"stylesheet\" href=\"").nth(1).and_then(|rest| rest.split('"').next());

        let file = browser.get(style.expect("the page has a style sheet")).await;

        assert_eq!((file.status, file.header("cache-control")), (200, "public, max-age=31536000, immutable"));
        assert!(file.header("content-security-policy").contains("default-src 'none'"));
        assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains(" onclick="));
    });
}
