//! One's own way of signing in: seen and ended, changed and told, with nothing that can be used twice (ACC-16,
//! ACC-17, ACC-19).

use jiff::SignedDuration;
use testkit::{PASSWORD, World};
use totp_rs::{Builder, Secret};

use crate::browser::{Answer, Browser, fresh_code};

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like \
                      Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

testkit::both_engines! {
    async fn ones_sessions_are_listed_in_plain_words_and_ended_at_once(w: World) {
        for (who, base) in [("ria", "/werk/inloggen"), ("bilal", "/mijn/inloggen")] {
            let mut here = with_agent(&w, who, FIREFOX).await;
            let mut there = with_agent(&w, who, IPHONE).await;

            let page = here.get(base).await;
            let text = page.text();
            assert!(text.contains("Firefox op Linux") && text.contains("Safari op iPhone"), "{page:?}");
            let (before, this) = (text.find("Dit apparaat, nu"), text.find("Safari op iPhone"));
            assert!(before < this, "this one is marked, and first");
            let ends = ends(&page);
            assert_eq!(ends.len(), 1, "one's own session ends by signing out");

            let ended = here.post(&ends[0], &[]).await;

            assert_eq!(ended.location(), format!("{base}?klaar=sessie"));
            assert_eq!(there.get(base).await.location(), format!("/inloggen?terug={base}&waarom=voorbij"));
            let record = w.records().await.into_iter().rev().find(|r| r.event == "EndSession");
            let record = record.expect("it is on the record");
            assert_eq!(record.account, Some(w.person(who).member().account.uuid()));
            assert_eq!(record.correlation, ended.request_id());
            assert!(!here.get(base).await.text().contains("iPhone"));
        }
    }

    async fn all_others_end_in_one_step_and_this_one_stays(w: World) {
        let mut here = Browser::of(&w, "ria").await;
        let mut others = [Browser::of(&w, "ria").await, Browser::of(&w, "ria").await];
        let mut samira = Browser::of(&w, "samira").await;

        here.get("/werk/inloggen").await;
        let ended = here.post("/werk/inloggen/sessies", &[]).await;

        assert_eq!(ended.location(), "/werk/inloggen?klaar=sessie");
        for other in &mut others {
            assert_eq!(other.get("/werk").await.status, 303);
        }
        assert_eq!((here.get("/werk").await.status, samira.get("/werk").await.status), (200, 200));
        assert!(here.get("/werk/inloggen").await.text().contains("alleen hier ingelogd"));
    }

    async fn nobody_sees_or_ends_the_session_of_another(w: World) {
        let mut ria = with_agent(&w, "ria", IPHONE).await;
        let mut samira = Browser::of(&w, "samira").await;
        let of_ria = w.raw().rows("SELECT id FROM session ORDER BY created_at").await[0][0].bytes().to_vec();
        let of_ria = uuid::Uuid::from_slice(&of_ria).expect("an id").simple().to_string();

        assert!(!samira.get("/werk/inloggen").await.text().contains("iPhone"));
        let ended = samira.post(&format!("/werk/inloggen/sessies/{of_ria}"), &[]).await;
        let nowhere = samira.post(&format!("/werk/inloggen/sessies/{}", w.random_id().simple()), &[]).await;

        assert_eq!((ended.location(), nowhere.location()), ("/werk/inloggen".into(), "/werk/inloggen".into()));
        assert_eq!(ria.get("/werk").await.status, 200);
    }

    async fn each_recovery_code_signs_in_once_and_a_new_set_voids_the_old(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get("/werk/inloggen/herstelcodes").await;
        let first_set = codes(&ria.post("/werk/inloggen/herstelcodes", &[]).await);
        assert_eq!(first_set.len(), 10);
        assert!(!ria.get("/werk/inloggen/herstelcodes").await.text().contains(&first_set[0]), "shown once");

        let typed = first_set[3].replace(' ', "-").to_lowercase();
        let used = signs_in_with(&w, "ria", "herstel", &typed).await;
        let again = signs_in_with(&w, "ria", "herstel", &typed).await;
        let of_another = signs_in_with(&w, "samira", "herstel", &first_set[4]).await;

        assert_eq!(used.location(), "/werk");
        assert_eq!((again.status, of_another.status), (422, 422));
        assert!(ria.get("/werk/inloggen").await.text().contains("nog 9 herstelcodes"));
        ria.signs_in_again(&w, "ria").await;
        ria.get("/werk/inloggen/herstelcodes").await;
        let second_set = codes(&ria.post("/werk/inloggen/herstelcodes", &[]).await);
        assert_eq!(signs_in_with(&w, "ria", "herstel", &first_set[5]).await.status, 422, "void");
        assert_eq!(signs_in_with(&w, "ria", "herstel", &second_set[0]).await.location(), "/werk");
        for code in first_set.iter().chain(&second_set) {
            let folded = code.replace(' ', "");
            let kept = w.raw().rows("SELECT hash FROM one_time_code").await;
            assert!(kept.iter().all(|row| row[0].bytes().len() == 32 && row[0].bytes() != folded.as_bytes()));
        }
    }

    async fn one_recovery_code_at_the_same_moment_makes_one_session(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get("/werk/inloggen/herstelcodes").await;
        let set = codes(&ria.post("/werk/inloggen/herstelcodes", &[]).await);

        let (mut one, mut other) = (begun(&w, "ria", PASSWORD).await, begun(&w, "ria", PASSWORD).await);
        let fields = [("met", "herstel"), ("code", set[0].as_str())];
        let (a, b) = tokio::join!(one.post("/inloggen/code", &fields), other.post("/inloggen/code", &fields));

        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert!(statuses[0] == 303 && statuses[1] != 303, "{a:?} {b:?}");
    }

    async fn a_new_password_takes_the_place_of_the_old_everywhere(w: World) {
        for (who, base) in [("ria", "/werk/inloggen"), ("bilal", "/mijn/inloggen")] {
            let mut here = Browser::of(&w, who).await;
            let mut there = Browser::of(&w, who).await;
            let path = format!("{base}/wachtwoord");
            let new = "drie groene fietsen";

            here.get(&path).await;
            let short = here.post(&path, &[("password", "kort"), ("password-again", "kort")]).await;
            let differs = here.post(&path, &[("password", new), ("password-again", "drie groene fiets")]).await;
            assert_eq!((short.status, differs.status), (422, 422));
            assert!(!differs.text().contains("fiets"), "a password is not shown again");
            assert_eq!(there.get(base).await.status, 200, "nothing changed yet");
            let changed = here.post(&path, &[("password", new), ("password-again", new)]).await;

            assert_eq!(changed.location(), format!("{base}?klaar=anders"));
            assert_eq!(there.get(base).await.status, 303, "other sessions end");
            let record = w.records().await.into_iter().rev().find(|r| r.event == "ChangePassword");
            assert_eq!(record.expect("on the record").correlation, changed.request_id());
            let mut old = begun(&w, who, PASSWORD).await;
            let code = fresh_code(&w, who);
            assert_eq!(old.post("/inloggen/code", &[("code", &code)]).await.status, 422);
            let mut again = begun(&w, who, new).await;
            let code = fresh_code(&w, who);
            assert_eq!(again.post("/inloggen/code", &[("code", &code)]).await.status, 303);
        }
    }

    async fn what_changed_is_told_on_every_own_page_until_it_was_seen(w: World) {
        let mut bilal = Browser::of(&w, "bilal").await;
        bilal.get("/mijn/inloggen/herstelcodes").await;
        bilal.post("/mijn/inloggen/herstelcodes", &[]).await;
        let mut later = Browser::of(&w, "bilal").await;

        let told = "iets veranderd aan uw manier van inloggen";
        assert!(later.get("/mijn").await.text().contains(told));
        assert!(!Browser::of(&w, "fatma").await.get("/mijn").await.text().contains(told), "to nobody else");
        let seen = later.get("/mijn/inloggen").await;
        assert!(seen.text().contains("nieuwe herstelcodes gemaakt") && !seen.text().contains(told));
        assert!(!later.get("/mijn").await.text().contains(told));
    }

    async fn changes_ask_for_password_and_code_of_minutes_ago(w: World) {
        for (who, base) in [("ria", "/werk/inloggen"), ("bilal", "/mijn/inloggen")] {
            let mut browser = Browser::of(&w, who).await;
            browser.get(base).await;
            w.clock.advance(SignedDuration::from_mins(6));

            for page in ["wachtwoord", "app", "herstelcodes"] {
                let path = format!("{base}/{page}");
                let asked = format!("/opnieuw?terug={path}");
                assert_eq!(browser.get(&path).await.location(), asked);
                let new = "drie groene fietsen";
                let sent = browser.post(&path, &[("password", new), ("password-again", new)]).await;
                assert_eq!(sent.location(), asked);
            }
            assert!(w.raw().rows("SELECT hash FROM one_time_code").await.is_empty(), "nothing was made");
            assert_eq!(browser.get(base).await.status, 200, "looking does not ask");
        }
    }

    async fn a_password_typed_in_a_session_that_was_over_is_kept_nowhere(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get("/werk/inloggen/wachtwoord").await;
        w.clock.advance(SignedDuration::from_mins(20));

        let new = [("password", "drie groene fietsen"), ("password-again", "drie groene fietsen")];
        let sent = ria.post("/werk/inloggen/wachtwoord", &new).await;

        assert_eq!(sent.location(), "/inloggen?terug=/werk/inloggen/wachtwoord&waarom=voorbij");
        assert!(w.raw().rows("SELECT path FROM kept_form").await.is_empty());
    }

    async fn another_app_is_proved_before_the_old_one_stops(w: World) {
        let mut bilal = Browser::of(&w, "bilal").await;
        let mut there = Browser::of(&w, "bilal").await;
        let path = "/mijn/inloggen/app";
        let page = bilal.get(path).await;
        let (secret, once) = (secret_of(&page), page.field("once"));
        assert!(page.text().contains("<svg class=\"sd-qr\""), "{page:?}");
        assert_ne!(secret_of(&bilal.get(path).await), secret, "each form has a secret of its own");

        let wrong = bilal.post(path, &[("code", "000000"), ("once", &once)]).await;
        assert_eq!((wrong.status, secret_of(&wrong)), (422, secret.clone()), "the picture was scanned already");
        let old_code = fresh_code(&w, "bilal");
        let code = code_of(&w, &secret);
        let changed = bilal.post(path, &[("code", &code), ("once", &once)]).await;

        assert_eq!(changed.location(), "/mijn/inloggen?klaar=anders");
        assert_eq!(there.get("/mijn").await.status, 303, "other sessions end");
        let mut old = begun(&w, "bilal", PASSWORD).await;
        assert_eq!(old.post("/inloggen/code", &[("code", &old_code)]).await.status, 422, "the old app is nothing");
        let mut used = begun(&w, "bilal", PASSWORD).await;
        assert_eq!(used.post("/inloggen/code", &[("code", &code)]).await.status, 422, "that code was used");
        w.clock.advance(SignedDuration::from_secs(60));
        let mut new = begun(&w, "bilal", PASSWORD).await;
        let code = code_of(&w, &secret);
        assert_eq!(new.post("/inloggen/code", &[("code", &code)]).await.location(), "/mijn");
        let kept = w.raw().rows("SELECT second_factor FROM account").await;
        assert!(kept.iter().all(|row| !row[0].bytes().windows(16).any(|it| secret.as_bytes().starts_with(it))));
    }
}

async fn with_agent(w: &World, who: &'static str, agent: &str) -> Browser {
    let mut browser = Browser::new(w);
    agent.clone_into(&mut browser.agent);
    browser.signs_in(w, who).await;
    browser
}

/// The addresses of the forms that end a session.
fn ends(page: &Answer) -> Vec<String> {
    let text = page.text();
    let forms = text.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    forms.filter(|to| to.contains("/sessies/")).map(str::to_owned).collect()
}

/// The codes on a page.
fn codes(page: &Answer) -> Vec<String> {
    assert_eq!(page.status, 200, "{page:?}");
    let text = page.text();
    let found = text.split("<code class=\"sd-code\">").skip(1).filter_map(|rest| rest.split('<').next());
    found.map(str::to_owned).collect()
}

/// The secret on a page, as a person copies it.
fn secret_of(page: &Answer) -> String {
    let text = page.text();
    let found = text.split("<code class=\"sd-code\" translate=\"no\">").nth(1);
    found.and_then(|rest| rest.split('<').next()).unwrap_or_default().replace(' ', "")
}

fn code_of(w: &World, secret: &str) -> String {
    let totp = Builder::new().with_secret(Secret::try_from_base32(secret).expect("base32")).build();
    totp.expect("the usual settings")
        .generate(u64::try_from(w.now().as_second()).expect("after 1970"))
        .to_string()
}

/// A browser that gave name and password.
async fn begun(w: &World, who: &str, password: &str) -> Browser {
    let mut browser = Browser::new(w);
    browser.get("/inloggen").await;
    let first = browser.post("/inloggen", &[("name", who), ("password", password)]).await;
    browser.get(&first.location()).await;
    browser
}

/// Signs in with another second factor than the app.
async fn signs_in_with(w: &World, who: &str, with: &str, code: &str) -> Answer {
    let mut browser = begun(w, who, PASSWORD).await;
    let asked = browser.get(&format!("/inloggen/code?met={with}")).await;
    assert_eq!(asked.status, 200, "{asked:?}");
    browser.post("/inloggen/code", &[("met", with), ("code", code)]).await
}
