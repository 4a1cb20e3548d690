//! A way in: seen at a desk, given on paper, taken once, within fourteen days; and everything of the old way ends
//! (ACC-16, ACC-02, PST-08).

use jiff::SignedDuration;
use testkit::{PASSWORD, World};
use totp_rs::{Builder, Secret};

use crate::browser::{Answer, Browser};
use crate::street::{belongs_to, somebody, takes_in};

/// The password that is chosen.
pub(crate) const NEW: &str = "drie groene fietsen";

testkit::both_engines! {
    async fn a_resident_gets_a_slip_at_the_desk_and_signs_in_with_an_app(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        takes_in(&mut ria, &somebody("Kwartelveen", "Zilvino")).await;

        let mut ingeborg = Browser::of(&w, "ingeborg").await;
        let slip = gives(&mut ingeborg, "kwartelveen", "activation", &[]).await;
        let (name, code) = slip_of(&slip);
        assert_eq!(slip.header("cache-control"), "no-store");
        assert!(!slip.text().contains("Zilvino") && !slip.text().to_lowercase().contains("kwartelveen"), "a lost slip names nobody");

        let (mut browser, page) = opens(&w, &name, &code.to_lowercase().replace(' ', "-")).await;
        let (secret, once) = (secret_of(&page), page.field("once"));
        let wrong = chooses(&mut browser, &once, &[("met", "app"), ("code", "000000")]).await;
        assert_eq!((wrong.status, secret_of(&wrong)), (422, secret.clone()));
        let done = chooses(&mut browser, &once, &[("met", "app"), ("code", &code_of(&w, &secret))]).await;

        assert_eq!(done.location(), "/inloggen?waarom=klaar");
        w.clock.advance(SignedDuration::from_secs(60));
        let signed_in = signs_in(&w, &name, NEW, &[("code", &code_of(&w, &secret))]).await.1;
        assert_eq!(signed_in.location(), "/mijn");
        let records = w.records().await;
        let issued = records.iter().find(|r| r.event == "ActivateResident").expect("on the record");
        assert_eq!((issued.correlation, issued.reason.as_str()), (slip.request_id(), "passport"));
        assert_eq!(issued.staff, Some(w.ingeborg().staff().uuid()));
        assert!(records.iter().any(|r| r.event == "Activate" && r.outcome == ledger::Outcome::Done));
    }

    async fn without_a_smartphone_a_printed_list_is_enough(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        takes_in(&mut ria, &somebody("Kwartelveen", "Zilvino")).await;
        let slip = gives(&mut ria, "Kwartelveen", "activation", &[("with-list", "1")]).await;
        let (name, code) = slip_of(&slip);
        let list = list_of(&slip);
        assert_eq!(list.len(), 40);

        let (mut browser, page) = opens(&w, &name, &code).await;
        let once = page.field("once");
        let second = chooses(&mut browser, &once, &[("met", "lijst"), ("list-code", &list[1])]).await;
        assert_eq!(second.status, 422, "the page asks for number 1");
        let done = chooses(&mut browser, &once, &[("met", "lijst"), ("list-code", &list[0])]).await;
        assert_eq!(done.location(), "/inloggen?waarom=klaar");

        let (asked, used) = with_list(&w, &name, &list[1].to_lowercase()).await;
        assert!(asked.text().contains("Code nummer 2 van"), "{asked:?}");
        assert_eq!(used.location(), "/mijn");
        let (asked, again) = with_list(&w, &name, &list[1]).await;
        assert!(asked.text().contains("Code nummer 3 van"));
        assert_eq!(again.status, 422, "each works once");
        assert_eq!(with_list(&w, &name, &list[3]).await.1.status, 422, "and only when it is asked for");

        let renewed = gives(&mut ria, "Kwartelveen", "list", &[]).await;
        assert!(list_of(&renewed).len() == 40 && !renewed.text().contains("Uw code"), "{renewed:?}");
        assert_eq!(with_list(&w, &name, &list[2]).await.1.status, 422, "the old list is nothing");
        w.clock.advance(SignedDuration::from_mins(16));
        assert_eq!(with_list(&w, &name, &list_of(&renewed)[0]).await.1.location(), "/mijn", "the password stayed");
    }

    async fn a_slip_works_once_and_for_fourteen_days(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        takes_in(&mut ria, &somebody("Kwartelveen", "Zilvino")).await;
        let (name, first) = slip_of(&gives(&mut ria, "Kwartelveen", "activation", &[]).await);
        w.clock.advance(SignedDuration::from_secs(60));
        ria.signs_in_again(&w, "ria").await;
        let (same, second) = slip_of(&gives(&mut ria, "Kwartelveen", "activation", &[]).await);

        assert_eq!(same, name, "one account, one name");
        assert_eq!(tries(&w, &name, &first).await.status, 422, "a new slip voids the old");
        let (mut one, page) = opens(&w, &name, &second).await;
        let (mut other, page_of_other) = opens(&w, &name, &second).await;
        let code = code_of(&w, &secret_of(&page));
        assert_eq!(chooses(&mut one, &page.field("once"), &[("met", "app"), ("code", &code)]).await.status, 303);
        let code = code_of(&w, &secret_of(&page_of_other));
        let used = chooses(&mut other, &page_of_other.field("once"), &[("met", "app"), ("code", &code)]).await;
        assert_eq!(used.location(), "/activeren?waarom=voorbij");
        assert_eq!(tries(&w, &name, &second).await.status, 422, "used");

        ria.signs_in(&w, "ria").await;
        let (_, third) = slip_of(&gives(&mut ria, "Kwartelveen", "activation", &[]).await);
        w.clock.advance(SignedDuration::from_hours(14 * 24) - SignedDuration::from_secs(61));
        let (mut slow, page) = opens(&w, &name, &third).await;
        w.clock.advance(SignedDuration::from_mins(31));
        let code = code_of(&w, &secret_of(&page));
        let late = chooses(&mut slow, &page.field("once"), &[("met", "app"), ("code", &code)]).await;
        assert_eq!(late.location(), "/activeren?waarom=voorbij");
        assert_eq!(tries(&w, &name, &third).await.status, 422, "fourteen days are over");
    }

    async fn a_new_way_in_ends_everything_of_the_old(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("Kwartelveen", "Zilvino")).await;
        belongs_to(&w, &dossier, w.bilal().member().person).await;
        let mut thief = Browser::of(&w, "bilal").await;
        thief.get("/mijn/inloggen/herstelcodes").await;
        let codes = list_of(&thief.post("/mijn/inloggen/herstelcodes", &[]).await);
        assert_eq!(codes.len(), 10);

        let slip = gives(&mut ria, "Kwartelveen", "activation", &[]).await;

        assert_eq!(slip_of(&slip).0, "bilal", "the account that is there");
        assert_eq!(thief.get("/mijn").await.status, 303, "signed out at once");
        let (_, recovery) = signs_in(&w, "bilal", PASSWORD, &[("met", "herstel"), ("code", &codes[0])]).await;
        let app = w.bilal().code(w.now().as_second() / 30);
        let (_, app) = signs_in(&w, "bilal", PASSWORD, &[("code", &app)]).await;
        assert_eq!((recovery.status, app.status), (422, 422));
        let kept = w.raw().rows("SELECT document, hash FROM activation").await;
        assert_eq!(kept.len(), 1);
        let (_, code) = slip_of(&slip);
        assert!(kept[0][1].bytes() != code.replace(' ', "").as_bytes() && kept[0][1].bytes().len() == 32);
    }

    async fn unknown_wrong_used_and_too_old_are_one_answer(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        takes_in(&mut ria, &somebody("Kwartelveen", "Zilvino")).await;
        let (name, code) = slip_of(&gives(&mut ria, "Kwartelveen", "activation", &[]).await);

        let mut told = Vec::new();
        for (network, name, code) in [
            ("198.51.100.1", "niemand-hier-100", code.as_str()),
            ("198.51.100.2", name.as_str(), "AAAA BBBB CCCC"),
            ("198.51.100.3", "ria", code.as_str()),
        ] {
            let mut answers = Vec::new();
            for _ in 0..6 {
                let mut browser = Browser::new(&w).from(network);
                browser.get("/activeren").await;
                let answer = browser.post("/activeren", &[("name", name), ("code", code)]).await;
                assert!(answer.status == 429 || answer.field("name") == name, "what was typed is there");
                let token = answer.field("csrf");
                let text = answer.text().replace(&format!("value=\"{name}\""), "NAME");
                answers.push((answer.status, if token.is_empty() { text } else { text.replace(&token, "TOKEN") }));
            }
            told.push(answers);
        }

        assert_eq!(told[0].iter().map(|(status, _)| *status).collect::<Vec<_>>(), [422, 422, 422, 422, 422, 429]);
        assert!(told.iter().all(|one| *one == told[0]), "{told:#?}");
    }

    async fn the_desk_hears_yes_or_no_and_each_question_counts(w: World) {
        let mut wouter = Browser::of(&w, "wouter").await;
        takes_in(&mut wouter, &somebody("Elders", "Zilvino")).await;
        let mut ingeborg = Browser::of(&w, "ingeborg").await;

        for surname in ["Niemand", "Elders"] {
            let answer = asks(&mut ingeborg, surname, "activation", &[]).await;
            assert_eq!(answer.status, 422, "{surname}");
            assert!(answer.text().contains("Met deze gegevens kan het niet"), "{surname}: {answer:?}");
            assert_eq!(answer.field("surname"), surname);
        }
        let none = w.raw().rows("SELECT id FROM activation").await;
        assert!(none.is_empty(), "nobody, and somebody of another organisation");
        let mut statuses = Vec::new();
        for _ in 0..30 {
            w.clock.advance(SignedDuration::from_secs(1));
            statuses.push(asks(&mut ingeborg, "Niemand", "activation", &[]).await.status);
        }
        assert_eq!((statuses[27], statuses[28], statuses[29]), (422, 429, 429), "thirty a day (ACC-02)");
    }

    async fn nobody_gives_themselves_a_way_in_as_the_client_they_are(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("Kwartelveen", "Nadia")).await;
        belongs_to(&w, &dossier, w.nadia().member().person).await;

        let own = asks(&mut Browser::of(&w, "nadia").await, "Kwartelveen", "activation", &[]).await;

        assert_eq!(own.status, 422);
        assert!(own.text().contains("Met deze gegevens kan het niet"));
        assert_eq!(gives(&mut ria, "Kwartelveen", "activation", &[]).await.status, 200, "a colleague does");
    }

    async fn a_child_under_twelve_gets_no_account(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let mut child = somebody("Kwartelveen", "Finn");
        for (name, value) in &mut child {
            if *name == "birth-date-year" {
                "2014".clone_into(value);
            }
        }
        takes_in(&mut ria, &child).await;

        let year = [("birth-date-year", "2014")];
        let answer = asks(&mut ria, "Kwartelveen", "activation", &year).await;

        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("onder de 12 jaar"), "{answer:?}");
    }

    async fn only_who_takes_in_and_signed_in_just_now_gives_a_slip(w: World) {
        let mut kees = Browser::of(&w, "kees").await;
        assert_eq!(kees.get("/werk/balie").await.status, 403);
        assert_eq!(asks(&mut kees, "Niemand", "activation", &[]).await.status, 403);
        let mut ria = Browser::of(&w, "ria").await;
        ria.get("/werk").await;
        w.clock.advance(SignedDuration::from_mins(6));
        assert_eq!(ria.get("/werk/balie").await.location(), "/opnieuw?terug=/werk/balie");
        assert_eq!(asks(&mut ria, "Niemand", "activation", &[]).await.location(), "/opnieuw?terug=/werk/balie");
    }

    async fn the_same_form_sent_twice_makes_one_slip(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        takes_in(&mut ria, &somebody("Kwartelveen", "Zilvino")).await;
        let once = ria.get("/werk/balie").await.field("once");

        let first = asks(&mut ria, "Kwartelveen", "activation", &[("once", &once)]).await;
        let again = asks(&mut ria, "Kwartelveen", "activation", &[("once", &once)]).await;

        assert_eq!((first.status, again.status), (200, 422));
        assert!(again.text().contains("al gemaakt"), "{again:?}");
        let (name, code) = slip_of(&first);
        opens(&w, &name, &code).await;
    }

    async fn the_administrator_gives_a_colleague_a_way_in_and_never_themselves(w: World) {
        let mut kees = Browser::of(&w, "kees").await;
        let list = kees.get("/beheer/gebruikers").await;
        assert!(list.text().contains("Ria de Wit") && !list.text().contains("Wouter Dekker"), "{list:?}");
        let of = |who: &'static str| format!("/beheer/gebruikers/{}/inlogcode", w.person(who).staff());
        assert!(list.text().contains(&w.ria().staff().to_string()) && !list.text().contains(&w.person("kees").staff().to_string()));
        let given = [("document", "identity-card"), ("what", "activation")];

        for who in ["kees", "wouter"] {
            assert_eq!(kees.get(&of(who)).await.status, 404, "{who}");
            assert_eq!(kees.post(&of(who), &given).await.status, 404, "{who}");
        }
        let mut old = Browser::of(&w, "ria").await;
        kees.get(&of("ria")).await;
        let nothing = kees.post(&of("ria"), &[("what", "activation")]).await;
        assert_eq!(nothing.status, 422, "no document, no slip");
        assert_eq!(old.get("/werk").await.status, 200);
        let slip = kees.post(&of("ria"), &given).await;

        let (name, code) = slip_of(&slip);
        assert_eq!(name, "ria");
        assert_eq!(old.get("/werk").await.status, 303);
        let (mut browser, page) = opens(&w, &name, &code).await;
        let secret = secret_of(&page);
        let done = chooses(&mut browser, &page.field("once"), &[("met", "app"), ("code", &code_of(&w, &secret))]).await;
        assert_eq!(done.status, 303, "{done:?}");
        w.clock.advance(SignedDuration::from_secs(60));
        assert_eq!(signs_in(&w, "ria", NEW, &[("code", &code_of(&w, &secret))]).await.1.location(), "/werk");
        for who in ["ria", "ingeborg", "joost"] {
            let mut other = Browser::new(&w);
            other.cookies.insert("sessie".to_owned(), w.person(if who == "ria" { "samira" } else { who }).cookie().await);
            assert_eq!(other.get("/beheer/gebruikers").await.status, 403, "{who}");
        }
    }
}

/// Sends the desk's form about somebody of 17 May 1984.
pub(crate) async fn asks(desk: &mut Browser, surname: &str, what: &str, more: &[(&str, &str)]) -> Answer {
    let mut fields = vec![
        ("document", "passport"),
        ("surname", surname),
        ("birth-date", "17"),
        ("birth-date-month", "5"),
        ("birth-date-year", "1984"),
        ("what", what),
    ];
    for (name, value) in more {
        fields.retain(|(field, _)| field != name);
        fields.push((name, value));
    }
    desk.post("/werk/balie", &fields).await
}

/// The slip that comes of it.
pub(crate) async fn gives(desk: &mut Browser, surname: &str, what: &str, more: &[(&str, &str)]) -> Answer {
    let once = desk.get("/werk/balie").await.field("once");
    let more = [more, &[("once", once.as_str())]].concat();
    let slip = asks(desk, surname, what, &more).await;
    assert_eq!(slip.status, 200, "{slip:?}");
    slip
}

/// Name and code on a slip.
pub(crate) fn slip_of(slip: &Answer) -> (String, String) {
    let text = slip.text();
    let mut codes = text.split("<code class=\"sd-code\" translate=\"no\">").skip(1);
    let mut next = || codes.next().and_then(|rest| rest.split('<').next()).unwrap_or_default().to_owned();
    (next(), next())
}

pub(crate) fn list_of(page: &Answer) -> Vec<String> {
    let text = page.text();
    let found = text.split("<li><code class=\"sd-code\">").skip(1).filter_map(|rest| rest.split('<').next());
    found.map(str::to_owned).collect()
}

pub(crate) fn secret_of(page: &Answer) -> String {
    slip_of(page).0.replace(' ', "")
}

pub(crate) fn code_of(w: &World, secret: &str) -> String {
    let totp = Builder::new().with_secret(Secret::try_from_base32(secret).expect("base32")).build();
    totp.expect("the usual settings")
        .generate(u64::try_from(w.now().as_second()).expect("after 1970"))
        .to_string()
}

/// Gives name and code of a slip.
pub(crate) async fn tries(w: &World, name: &str, code: &str) -> Answer {
    let mut browser = Browser::new(w);
    browser.get("/activeren").await;
    browser.post("/activeren", &[("name", name), ("code", code)]).await
}

/// Gives name and code, and gets to the page of the choice.
pub(crate) async fn opens(w: &World, name: &str, code: &str) -> (Browser, Answer) {
    let mut browser = Browser::new(w);
    browser.get("/activeren").await;
    let opened = browser.post("/activeren", &[("name", name), ("code", code)]).await;
    assert_eq!(opened.location(), "/activeren/kies");
    let page = browser.get("/activeren/kies").await;
    assert_eq!(page.status, 200, "{page:?}");
    (browser, page)
}

/// Chooses a password and a second factor.
pub(crate) async fn chooses(browser: &mut Browser, once: &str, second: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("password", NEW), ("password-again", NEW), ("once", once)];
    fields.extend_from_slice(second);
    browser.post("/activeren/kies", &fields).await
}

/// Signs in; the page that asked for the second factor, and the answer to it.
pub(crate) async fn signs_in(
    w: &World,
    name: &str,
    password: &str,
    second: &[(&str, &str)],
) -> (Answer, Answer) {
    let mut browser = Browser::new(w);
    browser.get("/inloggen").await;
    let first = browser.post("/inloggen", &[("name", name), ("password", password)]).await;
    let with = second.iter().find(|(field, _)| *field == "met").map_or("app", |(_, value)| value);
    assert_eq!(first.status, 303, "{first:?}");
    let asked = browser.get(&format!("/inloggen/code?met={with}")).await;
    let answer = browser.post("/inloggen/code", second).await;
    (asked, answer)
}

async fn with_list(w: &World, name: &str, code: &str) -> (Answer, Answer) {
    signs_in(w, name, NEW, &[("met", "lijst"), ("code", code)]).await
}
