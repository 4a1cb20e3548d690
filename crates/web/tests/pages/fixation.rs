//! A cookie that somebody else knows leads nowhere: what was there before signing in is never taken over, and each proof
//! of who somebody is gives another one (ACC-16, ACC-17). Flags of cookies are in `sign_in`.

use testkit::{PASSWORD, World};

use crate::browser::{Browser, fresh_code};

/// A browser with this session cookie and nothing else.
fn with_cookie(w: &World, value: &str) -> Browser {
    let mut browser = Browser::new(w);
    browser.cookies.insert("sessie".to_owned(), value.to_owned());
    browser
}

/// The ids of the sessions there are, as they stand in addresses.
async fn sessions(w: &World) -> Vec<String> {
    let rows = w.raw().rows("SELECT id FROM session ORDER BY created_at").await;
    rows.iter()
        .map(|row| uuid::Uuid::from_slice(row[0].bytes()).expect("an id").simple().to_string())
        .collect()
}

testkit::both_engines! {
    async fn a_planted_session_cookie_is_never_adopted(w: World) {
        let ended = Browser::of(&w, "samira").await;
        let ended_value = ended.cookies["sessie"].clone();
        ended.clone().post("/uitloggen", &[]).await;
        let long = "f".repeat(64);
        let upper = "A".repeat(64);

        for planted in [long.as_str(), &upper, &ended_value, "", "x", "0", &"é".repeat(32)] {
            let mut victim = with_cookie(&w, planted);
            victim.signs_in(&w, "ria").await;

            assert_ne!(victim.cookies["sessie"], planted, "a new one");
            assert!(!with_cookie(&w, planted).is_signed_in().await, "{planted:?} leads to nobody");
        }
        let mut thief = with_cookie(&w, &long);
        assert_eq!(thief.get("/werk").await.location(), "/inloggen?terug=/werk&waarom=voorbij");
    }

    async fn a_planted_cookie_of_the_first_step_ends_with_it(w: World) {
        let mut thief = Browser::new(&w);
        thief.get("/inloggen").await;
        let planted = thief.cookies["aanmelden"].clone();
        let mut victim = Browser::new(&w);
        victim.cookies.insert("aanmelden".to_owned(), planted.clone());

        victim.get("/inloggen").await;
        let first = victim.post("/inloggen", &[("name", "ria"), ("password", PASSWORD)]).await;

        assert_ne!(victim.cookies["aanmelden"], planted, "the password was given under another one");
        thief.get("/inloggen/code").await;
        let code = fresh_code(&w, "ria");
        let tried = thief.post("/inloggen/code", &[("code", &code)]).await;
        assert_eq!(tried.location(), "/inloggen?waarom=voorbij", "nothing was begun there");
        victim.get(&first.location()).await;
        assert_eq!(victim.post("/inloggen/code", &[("code", &code)]).await.location(), "/werk");
        assert!(!victim.cookies.contains_key("aanmelden"), "and it is gone");
    }

    async fn each_proof_of_who_somebody_is_gives_another_cookie(w: World) {
        for (who, home) in [("ria", "/werk"), ("bilal", "/mijn/inloggen")] {
            let mut owner = Browser::new(&w);
            let mut values = Vec::new();
            for _ in 0..2 {
                owner.signs_in(&w, who).await;
                values.push(owner.cookies["sessie"].clone());
                owner.signs_in_again(&w, who).await;
                values.push(owner.cookies["sessie"].clone());
                assert_eq!(owner.get(home).await.status, 200, "the owner goes on");
            }

            let mut different = values.clone();
            different.sort();
            different.dedup();
            assert_eq!(different.len(), 4, "{who}: never the same one twice");
            for old in [&values[0], &values[2]] {
                let mut thief = with_cookie(&w, old);
                assert_eq!(thief.get(home).await.status, 303, "{who}: a copy from before signing in again");
            }
        }
        assert_eq!(sessions(&w).await.len(), 4, "confirming begins no session");
    }

    async fn a_failed_proof_changes_nothing(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let before = ria.cookies["sessie"].clone();
        ria.get("/opnieuw").await;

        let wrong = ria.post("/opnieuw", &[("password", "fout"), ("code", &fresh_code(&w, "ria"))]).await;

        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.set_cookies(), [""; 0]);
        assert_eq!(ria.cookies["sessie"], before);
        assert!(ria.is_signed_in().await);
    }

    async fn signing_out_ends_every_copy_of_the_cookie(w: World) {
        for quickly in [false, true] {
            let mut owner = Browser::of(&w, "bilal").await;
            let value = owner.cookies["sessie"].clone();
            let mut copy = with_cookie(&w, &value);
            assert_eq!(copy.get("/mijn/inloggen").await.status, 200);

            let out = if quickly { owner.get("/mijn/snel-weg").await } else { owner.post("/uitloggen", &[]).await };

            assert!(out.status == 200 || out.status == 303, "{out:?}");
            assert!(!owner.cookies.contains_key("sessie"), "it is gone from the browser");
            assert_eq!(copy.get("/mijn/inloggen").await.status, 303, "and the copy leads nowhere");
        }
    }

    async fn a_form_in_another_tab_is_taken_after_signing_in_again(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get("/werk/ik/belang").await;
        let of_the_tab = ria.csrf.clone();

        ria.signs_in_again(&w, "ria").await;
        let sent = ria.post("/werk/ik/belang", &[("csrf", &of_the_tab), ("surname", "Klaverzuring")]).await;

        assert_eq!(sent.status, 422, "it says what is missing: {sent:?}");
        assert_eq!(sent.field("surname"), "Klaverzuring");
    }

    async fn no_token_of_a_browser_that_is_not_signed_in_fits_a_session(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let session = sessions(&w).await.remove(0);
        let cookie = ria.cookies["sessie"].clone();
        for planted in [session.as_str(), &cookie] {
            // Whoever can plant the one cookie asks our own page for a token of it.
            let mut thief = Browser::new(&w);
            thief.cookies.insert("aanmelden".to_owned(), planted.to_owned());
            let token = thief.get("/inloggen/code").await.field("csrf");
            assert_eq!(token.len(), 64, "a token of that cookie");

            let forged = ria.post("/uitloggen", &[("csrf", &token)]).await;

            assert_ne!(forged.status, 303, "{forged:?}");
            assert!(ria.is_signed_in().await);
        }
    }
}
