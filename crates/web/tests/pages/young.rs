//! A young person is addressed with *je* from the slip on, an adult with *u* (ux §3.5). The age is read by a policy of its
//! own, is on the record, and leaves as nothing but a word.

use ledger::{Capacity, Outcome};
use testkit::World;

use crate::activation::{NEW, chooses, code_of, gives, opens, secret_of, signs_in, slip_of, tries};
use crate::browser::Browser;
use crate::street::{belongs_to, somebody, takes_in};

/// Takes in somebody who was born on 17 May of this year.
async fn born_in(ria: &mut Browser, surname: &str, year: &str) {
    let mut fields = somebody(surname, "Noa");
    for (name, value) in &mut fields {
        if *name == "birth-date-year" {
            year.clone_into(value);
        }
    }
    takes_in(ria, &fields).await;
}

testkit::both_engines! {
    async fn who_is_under_eighteen_reads_je_and_an_adult_u(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        for (surname, year, young) in [("Kwartelveen", "2010", true), ("Elders", "1984", false)] {
            w.clock.advance(jiff::SignedDuration::from_mins(1));
            ria.signs_in(&w, "ria").await;
            born_in(&mut ria, surname, year).await;
            let slip = gives(&mut ria, surname, "activation", &[("birth-date-year", year)]).await;
            let (name, code) = slip_of(&slip);
            let says = |text: &str, je: &str, u: &str| {
                let (said, not) = if young { (je, u) } else { (u, je) };
                assert!(text.contains(said) && !text.contains(not), "{surname}: {text}");
            };
            says(&slip.text(), "Je gebruikersnaam", "Uw gebruikersnaam");

            let (mut browser, page) = opens(&w, &name, &code).await;
            says(&page.text(), "Kies hoe je inlogt", "Kies hoe u inlogt");
            let once = page.field("once");
            let wrong = browser.post("/activeren/kies", &[("once", &once), ("password", "wachtwoord12")]).await;
            says(&wrong.text(), "Kies waarmee je wilt inloggen", "Kies waarmee u wilt inloggen");
            let app_code = code_of(&w, &secret_of(&page));
            chooses(&mut browser, &once, &[("met", "app"), ("code", &app_code)]).await;

            w.clock.advance(jiff::SignedDuration::from_secs(60));
            let mut owner = Browser::new(&w);
            owner.get("/inloggen").await;
            owner.post("/inloggen", &[("name", &name), ("password", NEW)]).await;
            owner.get("/inloggen/code").await;
            let app_code = code_of(&w, &secret_of(&page));
            assert_eq!(owner.post("/inloggen/code", &[("code", &app_code)]).await.location(), "/mijn");
            says(&owner.get("/mijn/inloggen").await.text(), "Zo log je in", "Zo logt u in");
            let short = owner.post("/mijn/inloggen/wachtwoord", &[("password", "aaaaaaaaaaaaa")]).await;
            says(&short.text(), "die alleen jij kent", "die alleen u kent");
            for path in ["/mijn/inloggen/app", "/mijn/inloggen/herstelcodes", "/mijn/inloggen/passkey"] {
                let text = owner.get(path).await.text();
                assert_eq!(text.contains(" je "), young, "{path}: {text}");
            }
            let again = owner.get("/opnieuw?met=herstel").await;
            says(&again.text(), "Je kreeg tien", "U kreeg tien");
        }
    }

    async fn before_the_code_is_right_nobody_is_known_and_everybody_is_u(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        born_in(&mut ria, "Kwartelveen", "2010").await;
        let slip = gives(&mut ria, "Kwartelveen", "activation", &[("birth-date-year", "2010")]).await;
        let (name, _) = slip_of(&slip);

        let of_young = tries(&w, &name, "AAAA BBBB CCCC").await;
        let of_nobody = tries(&w, "niemand-hier-100", "AAAA BBBB CCCC").await;

        for answer in [of_young, of_nobody] {
            assert!(answer.text().contains("Op uw strook"), "{answer:?}");
        }
        let (_, code) = signs_in(&w, &name, NEW, &[("code", "000000")]).await;
        assert!(code.text().contains("op uw telefoon"), "nor at signing in: {code:?}");
    }

    async fn that_the_house_read_an_age_is_on_the_record(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        born_in(&mut ria, "Kwartelveen", "2010").await;
        let slip = gives(&mut ria, "Kwartelveen", "activation", &[("birth-date-year", "2010")]).await;
        let (name, code) = slip_of(&slip);

        let (_, page) = opens(&w, &name, &code).await;

        let records = w.records().await;
        let read = records.iter().rfind(|it| it.event == "AddressOwner").expect("a line");
        assert_eq!((read.capacity, read.outcome, read.correlation), (Capacity::System, Outcome::Done, page.request_id()));
        assert_eq!(read.policies, ["activation-addresses-owner"]);
    }

    async fn of_staff_no_age_is_read(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let of_nadia = takes_in(&mut ria, &somebody("Kwartelveen", "Nadia")).await;
        belongs_to(&w, &of_nadia, w.nadia().member().person).await;
        Browser::of(&w, "nadia").await.get("/werk/inloggen").await;
        let mut kees = Browser::of(&w, "kees").await;
        let desk = format!("/beheer/gebruikers/{}/inlogcode", w.nadia().staff());
        kees.get(&desk).await;
        let slip = kees.post(&desk, &[("document", "identity-card"), ("what", "activation")]).await;
        let (name, code) = slip_of(&slip);
        opens(&w, &name, &code).await;

        let ages = ["ReadOwnHome", "AddressOwner"];
        let read = w.records().await.into_iter().filter(|it| ages.contains(&it.event.as_str())).count();

        assert_eq!(read, 0, "also of one who is a client");
    }
}
