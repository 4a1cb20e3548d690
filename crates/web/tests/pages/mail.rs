//! The own address for e-mail: given, changed and taken away by its owner, after password and code, and nobody else's.

use testkit::World;

use crate::browser::{Browser, fresh_code};

const PAGE: &str = "/werk/inloggen/mail";

testkit::both_engines! {
    async fn an_address_is_given_changed_and_taken_away(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let nobody = ria.get("/werk/inloggen").await.text();
        assert!(nobody.contains("Je krijgt geen e-mail"));
        assert!(nobody.contains("Er worden nu geen e-mails verstuurd."), "no more is promised than there is");

        ria.get(PAGE).await;
        let given = ria.post(PAGE, &[("mail", " ria@Gemeente.example ")]).await;
        let told = ria.get("/werk/inloggen").await.text();
        let filled = ria.get(PAGE).await.text();
        let taken = ria.post(PAGE, &[("mail", "  ")]).await;

        assert_eq!(given.location(), "/werk/inloggen?klaar=anders");
        assert!(told.contains("ria@gemeente.example") && told.contains("Het adres voor e-mail is veranderd."), "{told}");
        assert!(filled.contains("value=\"ria@gemeente.example\""), "{filled}");
        assert_eq!(taken.location(), "/werk/inloggen?klaar=anders");
        assert!(ria.get("/werk/inloggen").await.text().contains("Je krijgt geen e-mail"));
        assert!(w.raw().rows("SELECT account FROM mail_address").await.is_empty());
        let changes = w.records().await.into_iter().filter(|record| record.event == "ChangeMailAddress");
        assert_eq!(changes.count(), 2, "each change is on the record");
    }

    async fn what_is_no_address_comes_back_as_it_was_typed(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        for typed in ["ria@gemeente", "ria@gemeente.example, tom@gemeente.example", "ria@gemeente.example\r\nBcc: x@y.nl"] {
            ria.get(PAGE).await;
            let answer = ria.post(PAGE, &[("mail", typed)]).await;

            assert_eq!(answer.status, 422, "{typed:?}");
            assert!(answer.text().contains("Schrijf een e-mailadres zoals"), "{answer:?}");
            assert!(answer.text().contains("ria@gemeente"), "what was typed comes back");
        }
        assert!(w.raw().rows("SELECT account FROM mail_address").await.is_empty());
    }

    async fn password_and_code_come_first_and_what_was_typed_stays(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get(PAGE).await;
        w.clock.advance(jiff::SignedDuration::from_mins(6));

        let asked = ria.post(PAGE, &[("mail", "ria@gemeente.example")]).await;
        assert_eq!(asked.location(), format!("/opnieuw?terug={PAGE}"));
        assert!(w.raw().rows("SELECT account FROM mail_address").await.is_empty());
        ria.get(&asked.location()).await;
        let code = fresh_code(&w, "ria");
        let again = [("password", testkit::PASSWORD), ("code", code.as_str()), ("terug", PAGE)];
        let back = ria.post("/opnieuw", &again).await;

        assert_eq!(back.location(), PAGE);
        assert!(ria.get(PAGE).await.text().contains("value=\"ria@gemeente.example\""));
    }

    async fn a_resident_is_told_in_the_portal_only(w: World) {
        let mut bilal = Browser::of(&w, "bilal").await;

        let page = bilal.get("/mijn/inloggen").await.text();
        let elsewhere = bilal.get(PAGE).await;

        assert!(!page.contains("e-mail"), "{page}");
        assert_eq!(elsewhere.status, 404);
    }

    async fn an_address_that_fails_is_pointed_at(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get(PAGE).await;
        ria.post(PAGE, &[("mail", "ria@gemeente.example")]).await;
        let raw = w.raw();
        let (account, house) = (raw.id(w.ria().member().account.uuid()), raw.id(w.house.municipality.uuid()));
        let later = w.now().as_millisecond() + 1;
        let row = format!(
            "INSERT INTO outbox (id, controller, account, kind, state, message_id, tries, repeats, due_at, created_at, ended_at)
             VALUES ({account}, {house}, {account}, 'emergency-opened', 'given-up', '', 1, 0, {later}, {later}, {later})"
        );
        raw.run(&row).await;

        let told = ria.get("/werk/inloggen").await.text();

        assert!(told.contains("Het laatste bericht kwam misschien niet aan."), "{told}");
    }
}
