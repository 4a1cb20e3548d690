//! A passkey as the first way in, and as the proof before a sensitive deed (decision 0019). The device is that of
//! `passkeys`.

use jiff::SignedDuration;
use ledger::Outcome;
use testkit::World;

use crate::activation::{NEW, chooses, code_of, gives, list_of, opens, secret_of, signs_in, slip_of};
use crate::browser::{Answer, Browser};
use crate::passkeys::{self, Device, asked, made};
use crate::street::{somebody, takes_in};

/// Somebody who holds a slip, at the page of the choice.
async fn with_slip(w: &World) -> (String, String, Browser, Answer) {
    let mut ria = Browser::of(w, "ria").await;
    takes_in(&mut ria, &somebody("Kwartelveen", "Zilvino")).await;
    let (name, code) = slip_of(&gives(&mut ria, "Kwartelveen", "activation", &[]).await);
    let (browser, page) = opens(w, &name, &code).await;
    (name, code, browser, page)
}

/// Asks for the question that makes a passkey, with this password.
async fn asks_for_passkey(browser: &mut Browser, once: &str, password: &str) -> Answer {
    let fields = [("password", password), ("password-again", password), ("once", once), ("met", "passkey")];
    browser.post("/activeren/kies/vraag", &fields).await
}

/// Activates with a passkey; gives the device and the page with codes.
async fn activates(browser: &mut Browser, once: &str, seed: u8) -> (Device, Answer) {
    let question = asks_for_passkey(browser, once, NEW).await;
    assert_eq!((question.status, question.header("content-type")), (200, "application/json"), "{question:?}");
    let mut device = Device::new(seed);
    let answer = device.makes(&serde_json::from_slice(&question.body).expect("JSON"));
    let done = chooses(browser, once, &[("met", "passkey"), ("antwoord", &answer)]).await;
    (device, done)
}

fn takes_away(page: &Answer) -> Option<String> {
    let text = page.text();
    let mut forms = text.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    forms.find(|to| to.ends_with("/weg")).map(str::to_owned)
}

testkit::both_engines! {
    async fn a_slip_and_a_passkey_are_enough_and_ten_codes_come_with_them(w: World) {
        let (name, code, mut browser, page) = with_slip(&w).await;
        let once = page.field("once");
        assert!(page.text().contains("data-passkey-when=\"passkey\""), "{page:?}");

        let (mut device, done) = activates(&mut browser, &once, 3).await;

        assert_eq!(done.status, 200, "{done:?}");
        assert_eq!(done.header("cache-control"), "no-store");
        assert!(!browser.cookies.contains_key("aanmelden"), "the activation is over");
        let codes = list_of(&done);
        assert_eq!(codes.len(), 10);
        assert_eq!(passkeys::signs_in(&w, &mut device).await.1.location(), "/mijn");
        let (_, recovered) = signs_in(&w, &name, NEW, &[("met", "herstel"), ("code", &codes[0])]).await;
        assert_eq!(recovered.location(), "/mijn", "a lost device is no lost account");
        let (_, no_app) = signs_in(&w, &name, NEW, &[("code", "000000")]).await;
        assert_eq!(no_app.status, 422, "there is no app");
        let mut again = Browser::new(&w);
        again.get("/activeren").await;
        assert_eq!(again.post("/activeren", &[("name", &name), ("code", &code)]).await.status, 422, "used");
        let records = w.records().await;
        let of_this: Vec<_> = records.iter().filter(|it| it.correlation == done.request_id()).collect();
        assert!(of_this.iter().any(|it| it.event == "Activate" && it.outcome == Outcome::Done), "{of_this:?}");
    }

    async fn a_password_that_will_not_do_is_told_before_a_device_makes_anything(w: World) {
        let (_, _, mut browser, page) = with_slip(&w).await;
        let once = page.field("once");

        let short = asks_for_passkey(&mut browser, &once, "kort").await;
        assert_eq!((short.status, short.body.len()), (422, 0), "the script sends the form as it is");
        let kept = w.raw().rows("SELECT token FROM passkey_question").await;
        assert!(kept.is_empty(), "nothing was asked of the device");
        let fields = [("password", "kort"), ("password-again", "kort"), ("once", &*once), ("met", "passkey")];
        let told = browser.post("/activeren/kies", &fields).await;

        assert_eq!(told.status, 422);
        assert!(told.text().contains("minstens 12 tekens"), "{told:?}");
        assert!(told.text().contains("value=\"passkey\" checked"), "what was chosen stays chosen");
    }

    async fn an_answer_that_does_not_fit_activates_nothing(w: World) {
        let (_, _, mut browser, page) = with_slip(&w).await;
        let once = page.field("once");
        let mut ria = Browser::of(&w, "ria").await;
        ria.get("/werk/inloggen/passkey").await;
        let question = asked(&mut ria, "/werk/inloggen/passkey/vraag").await;
        let of_another = Device::new(9).makes(&question);

        for answer in ["", "{}", "[]", of_another.as_str(), &"x".repeat(10_000)] {
            asks_for_passkey(&mut browser, &once, NEW).await;
            let refused = chooses(&mut browser, &once, &[("met", "passkey"), ("antwoord", answer)]).await;
            assert_eq!(refused.status, 422, "{answer:.40}");
            assert!(refused.text().contains("De passkey maken lukte niet"), "{refused:?}");
            assert_eq!(secret_of(&refused), secret_of(&page), "the app of this form still fits");
        }
        assert!(w.raw().rows("SELECT id FROM passkey").await.is_empty());
        let code = code_of(&w, &secret_of(&page));
        let by_app = chooses(&mut browser, &once, &[("met", "app"), ("code", &code)]).await;
        assert_eq!(by_app.location(), "/inloggen?waarom=klaar", "another way is open");
        let late = asks_for_passkey(&mut browser, &once, NEW).await;
        assert_ne!(late.status, 200, "the slip was used");
    }

    async fn the_only_way_in_is_not_taken_away(w: World) {
        let (_, _, mut browser, page) = with_slip(&w).await;
        let (mut device, _) = activates(&mut browser, &page.field("once"), 3).await;
        let mut owner = passkeys::signs_in(&w, &mut device).await.0;
        let account = owner.get("/mijn/inloggen").await;
        assert!(takes_away(&account).is_none() && account.text().contains("uw enige manier"), "{account:?}");
        let rows = w.raw().rows("SELECT id FROM passkey").await;
        let id = uuid::Uuid::from_slice(rows[0][0].bytes()).expect("an id").simple();

        let forged = owner.post(&format!("/mijn/inloggen/passkey/{id}/weg"), &[]).await;
        assert_eq!(forged.location(), "/mijn/inloggen", "nothing changed");
        assert_eq!(passkeys::signs_in(&w, &mut device).await.1.location(), "/mijn");

        let page = owner.get("/mijn/inloggen/app").await;
        let code = code_of(&w, &secret_of(&page));
        let added = owner.post("/mijn/inloggen/app", &[("code", &code), ("once", &page.field("once"))]).await;
        assert_eq!(added.location(), "/mijn/inloggen?klaar=anders", "{added:?}");
        let away = takes_away(&owner.get("/mijn/inloggen").await).expect("there is an app now");
        assert_eq!(owner.post(&away, &[]).await.location(), "/mijn/inloggen?klaar=anders");
        assert_eq!(passkeys::signs_in(&w, &mut device).await.1.status, 422);
    }

    async fn a_passkey_proves_again_who_its_owner_is(w: World) {
        for (seed, who, base) in [(1, "ria", "/werk/inloggen"), (2, "bilal", "/mijn/inloggen")] {
            let mut owner = Browser::of(&w, who).await;
            let mut device = made(&mut owner, base, seed).await;
            let cookie = owner.cookies["sessie"].clone();
            w.clock.advance(SignedDuration::from_mins(6));
            let deed = format!("{base}/wachtwoord");
            let to = owner.get(&deed).await.location();

            let page = owner.get(&to).await;
            assert!(page.text().contains("action=\"/opnieuw/passkey\""), "{page:?}");
            let question = asked(&mut owner, "/opnieuw/passkey/vraag").await;
            let answer = device.answers(&question);
            let done = owner.post("/opnieuw/passkey", &[("antwoord", &answer), ("terug", &deed)]).await;

            assert_eq!(done.location(), deed);
            assert_eq!(owner.get(&deed).await.status, 200, "confirmed");
            assert_ne!(owner.cookies["sessie"], cookie, "under another cookie");
            let record = w.records().await.into_iter().rev().find(|it| it.correlation == done.request_id());
            assert_eq!(record.expect("on the record").event, "ConfirmSignIn");
            w.clock.advance(SignedDuration::from_mins(6));
            let heard = owner.post("/opnieuw/passkey", &[("antwoord", &answer), ("terug", &deed)]).await;
            assert_eq!(heard.status, 422, "an answer is heard once");
            assert_eq!(owner.get(&deed).await.status, 303);
        }
    }

    async fn the_passkey_of_another_or_of_another_question_proves_nothing(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let mut own = made(&mut ria, "/werk/inloggen", 1).await;
        let mut samira = Browser::of(&w, "samira").await;
        let mut of_samira = made(&mut samira, "/werk/inloggen", 2).await;
        w.clock.advance(SignedDuration::from_mins(6));
        ria.get("/opnieuw").await;

        let question = asked(&mut ria, "/opnieuw/passkey/vraag").await;
        let others = of_samira.answers(&question);
        let by_another = ria.post("/opnieuw/passkey", &[("antwoord", &others)]).await;
        let mut outside = Browser::new(&w);
        outside.get("/inloggen").await;
        let to_sign_in = own.answers(&asked(&mut outside, "/inloggen/passkey/vraag").await);
        let of_sign_in = ria.post("/opnieuw/passkey", &[("antwoord", &to_sign_in)]).await;

        for refused in [by_another, of_sign_in] {
            assert_eq!(refused.status, 422, "{refused:?}");
            assert!(refused.text().contains("Deze passkey klopt niet"));
        }
        assert_eq!(ria.get("/werk/inloggen/wachtwoord").await.status, 303, "not confirmed");
        let denied = w.records().await.into_iter().filter(|it| it.reason == "again").count();
        assert_eq!(denied, 2, "both are on the record");
    }

    async fn who_has_no_passkey_is_not_offered_one_before_a_deed(w: World) {
        let mut bilal = Browser::of(&w, "bilal").await;

        let page = bilal.get("/opnieuw?terug=/mijn").await;

        assert!(!page.text().contains("passkey"), "{page:?}");
        assert_eq!(bilal.get("/opnieuw/passkey").await.status, 200, "where a lost form leads");
    }
}
