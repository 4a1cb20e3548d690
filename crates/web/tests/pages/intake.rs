//! Search before create (ACC-02): who is typed in step 2 is who was looked for, or is looked for then, on the record.

use testkit::{Outcome, World};

use crate::browser::{Answer, Browser};
use crate::street::{somebody, takes_in};

/// The event of a search on the record.
const SEARCH: &str = "CheckExistence";
/// How many searches a day has (ACC-02).
const A_DAY: usize = 30;

testkit::both_engines! {
    async fn another_name_in_step_two_is_looked_for_before_anything_is_made(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        takes_in(&mut ria, &somebody("Amrani", "Bilal")).await;
        let mut samira = Browser::of(&w, "samira").await;
        let form = step_two(&mut samira, "Iemand").await;
        let before = searches(&w).await;

        let mut typed = somebody("Ámrani", "  Žlutý 🐎 <b> ");
        typed.push(("address", "Pad 1\nTweede regel".to_owned()));
        let sent = saves(&mut samira, &typed, &form).await;

        assert_eq!(sent.status, 200, "{sent:?}");
        assert!(sent.text().contains("Mogelijk bekend"), "{sent:?}");
        assert_eq!(dossiers(&w).await, 1, "nothing was made");
        let after = searches(&w).await;
        assert_eq!(after.0, before.0 + 2, "one line for the question, one for the client");
        assert_eq!(after.1, before.1 + 1, "and who was found is on it");

        // The way back: everything that was typed, and another name that is nobody's.
        let back = goes_on(&mut samira, &sent).await;
        for (name, value) in &typed {
            if ["notice", "agreement", "domain", "role"].contains(name) {
                assert!(back.text().contains(&format!("value=\"{value}\" checked")), "{name}: {back:?}");
            } else {
                assert_eq!(&back.field(name), value, "{name}");
            }
        }
        assert_eq!(back.field("once"), form.field("once"), "sending it is still the same sending");
        let sent = saves(&mut samira, &somebody("Iemand", "Anders"), &back).await;
        assert_eq!(sent.status, 303, "what was looked for first still holds: {sent:?}");
        assert_eq!(searches(&w).await, after, "and is not looked for twice");
    }

    async fn a_name_that_nobody_has_is_looked_for_and_the_dossier_is_made(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let form = step_two(&mut ria, "Jansen").await;
        let before = searches(&w).await;

        let sent = saves(&mut ria, &somebody("Janssen", "Piet"), &form).await;

        assert_eq!(sent.status, 303, "{sent:?}");
        assert_eq!((dossiers(&w).await, searches(&w).await.0), (1, before.0 + 1));
    }

    async fn a_number_that_is_added_in_step_two_is_looked_for(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let wmo = |surname| {
            let mut typed = somebody(surname, "Piet");
            typed.retain(|(name, _)| !["domain", "question-voluntary"].contains(name));
            typed.extend([("domain", "wmo".into()), ("question-wmo", "Een traplift.".into()), ("bsn", "111222333".into())]);
            typed
        };
        takes_in(&mut ria, &wmo("Jansen")).await;
        let form = step_two(&mut ria, "Pietersen").await;

        let sent = saves(&mut ria, &wmo("Pietersen"), &form).await;

        assert!(sent.text().contains("Mogelijk bekend"), "{sent:?}");
        assert_eq!(dossiers(&w).await, 1);
    }

    async fn when_the_searches_of_the_day_are_used_up_nothing_is_made_and_nothing_is_lost(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let form = step_two(&mut ria, "Iemand").await;
        for _ in 1..A_DAY {
            step_one(&mut ria, "Iemand").await;
        }

        let sent = saves(&mut ria, &somebody("Anders", "  Bo "), &form).await;

        assert_eq!(sent.status, 429, "{sent:?}");
        assert_eq!((sent.field("surname"), sent.field("given-names")), ("Anders".to_owned(), "  Bo ".to_owned()));
        assert_eq!(dossiers(&w).await, 0);
        let sent = saves(&mut ria, &somebody("Iemand", "Bo"), &form).await;
        assert_eq!(sent.status, 303, "who was looked for can be taken in: {sent:?}");
    }

    async fn a_date_that_is_not_kept_is_still_good_for_the_search(w: World) {
        let mut wouter = Browser::of(&w, "wouter").await;
        let form = step_two(&mut wouter, "Iemand").await;
        let before = searches(&w).await;

        let sent = saves(&mut wouter, &without_a_date("Iemand"), &form).await;

        assert_eq!(sent.status, 303, "{sent:?}");
        assert_eq!((dossiers(&w).await, searches(&w).await.0), (1, before.0 + 1), "on the record once more");
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM client_index WHERE kind = 'name-birth'").await.int(), 0);
    }

    async fn who_gives_no_birth_date_gets_voluntary_help(w: World) {
        let mut wouter = Browser::of(&w, "wouter").await;

        let answer = wouter.post("/werk/nieuw", &[("surname", "Iemand")]).await;
        assert!(answer.text().contains("Niet gezocht"), "{answer:?}");
        let form = goes_on(&mut wouter, &answer).await;
        let after_search = searches(&w).await;
        let sent = saves(&mut wouter, &without_a_date("Iemand"), &form).await;

        assert_eq!(sent.status, 303, "{sent:?}");
        assert_eq!((after_search.0, searches(&w).await.0), (1, 1), "asked once, and on the record");
    }

    async fn without_a_birth_date_there_is_no_statutory_help(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let answer = ria.post("/werk/nieuw", &[("surname", "Iemand")]).await;
        let form = goes_on(&mut ria, &answer).await;
        let mut typed = without_a_date("Iemand");
        typed.extend([("domain", "wmo".into()), ("question-wmo", "Een traplift.".into())]);

        let sent = saves(&mut ria, &typed, &form).await;

        assert_eq!(sent.status, 422, "{sent:?}");
        assert!(sent.text().contains("id=\"birth-date-error\""), "{sent:?}");
        assert_eq!(dossiers(&w).await, 0);
    }

    async fn a_search_without_a_surname_is_refused(w: World) {
        let mut wouter = Browser::of(&w, "wouter").await;

        for typed in ["", " ", "\u{200b}"] {
            let answer = wouter.post("/werk/nieuw", &[("surname", typed)]).await;
            assert_eq!(answer.status, 422, "{typed:?}: {answer:?}");
            assert!(answer.text().contains("id=\"surname-error\""), "{answer:?}");
        }
    }

    async fn a_double_click_after_another_name_makes_one_dossier_and_leads_to_it(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let mut twin = ria.clone();
        for n in 0..4 {
            let form = step_two(&mut ria, "Iemand").await;
            twin.csrf.clone_from(&ria.csrf);
            let typed = somebody(&format!("Klik{n}"), "Bo");

            let (a, b) = tokio::join!(saves(&mut ria, &typed, &form), saves(&mut twin, &typed, &form));

            assert_eq!(a.location(), b.location());
        }
        assert_eq!(dossiers(&w).await, 4);
    }
}

/// What is typed in step 2 for voluntary help, without a birth date.
fn without_a_date(surname: &str) -> Vec<(&'static str, String)> {
    let mut typed = somebody(surname, "Bo");
    typed.retain(|(name, _)| !name.starts_with("birth-date"));
    typed
}

/// Step 1 for somebody of this name, born as `somebody` is.
async fn step_one(worker: &mut Browser, surname: &str) -> Answer {
    let born = [("birth-date", "17"), ("birth-date-month", "5"), ("birth-date-year", "1984")];
    let found = worker.post("/werk/nieuw", &[vec![("surname", surname)], born.to_vec()].concat()).await;
    assert!(found.text().contains("Niet gevonden"), "{found:?}");
    found
}

async fn step_two(worker: &mut Browser, surname: &str) -> Answer {
    let found = step_one(worker, surname).await;
    let form = goes_on(worker, &found).await;
    assert_eq!(form.field("surname"), surname);
    form
}

/// The answer to a search, sent on as it is: all its fields are hidden.
async fn goes_on(worker: &mut Browser, page: &Answer) -> Answer {
    let inputs = scraper::Selector::parse("main input[type=hidden]").expect("a selector");
    let page = page.page();
    let value = |it: &scraper::ElementRef<'_>, name| it.attr(name).unwrap_or_default().to_owned();
    let fields: Vec<_> = page.select(&inputs).map(|it| (value(&it, "name"), value(&it, "value"))).collect();
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    worker.post("/werk/nieuw/formulier", &fields).await
}

async fn saves(worker: &mut Browser, typed: &[(&'static str, String)], form: &Answer) -> Answer {
    let (once, searched) = (form.field("once"), form.field("searched"));
    let mut fields: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend([("once", once.as_str()), ("searched", searched.as_str())]);
    worker.post("/werk/nieuw/opslaan", &fields).await
}

async fn dossiers(w: &World) -> i64 {
    w.raw().one("SELECT COUNT(*) FROM dossier").await.int()
}

/// The lines of searches on the record, and how many of them are about a client.
async fn searches(w: &World) -> (usize, usize) {
    let records = w.records().await;
    let done: Vec<_> =
        records.iter().filter(|it| it.event == SEARCH && it.outcome == Outcome::Done).collect();
    (done.len(), done.iter().filter(|it| it.subject.is_some()).count())
}
