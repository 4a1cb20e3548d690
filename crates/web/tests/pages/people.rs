//! People and authority on the pages: what a worker adds, both texts when two change the same, what a note may name, and what
//! the client reads of others.

use testkit::World;

use crate::browser::Browser;
use crate::street::{belongs_to, somebody, takes_in};

const AGREED: [(&str, &str); 16] = [
    ("kind", "neighbour"),
    ("name", "Riet van Dam"),
    ("ground", "agreed"),
    ("informed", "1"),
    ("informed-month", "3"),
    ("informed-year", "2026"),
    ("informed-how", "talked"),
    ("agreed", "1"),
    ("agreed-month", "3"),
    ("agreed-year", "2026"),
    ("phone", "0600000091"),
    ("address", "Geheimlaan 9"),
    ("address-secret", "1"),
    ("from", "1"),
    ("from-month", "1"),
    ("source", "client"),
];

fn agreed() -> Vec<(&'static str, &'static str)> {
    [&AGREED[..], &[("from-year", "2020")]].concat()
}

fn with(
    mut fields: Vec<(&'static str, &'static str)>,
    changed: &[(&'static str, &'static str)],
) -> Vec<(&'static str, &'static str)> {
    for (name, value) in changed {
        fields.retain(|(field, _)| field != name);
        fields.push((name, value));
    }
    fields
}

/// The address of the first fact that can be changed.
fn first_fact(html: &str, page: &str) -> String {
    let rest = html
        .split(&format!("href=\"{page}/"))
        .find(|rest| rest.split('"').next().is_some_and(|id| id.len() == 32));
    format!("{page}/{}", &rest.expect("a fact")[..32])
}

testkit::both_engines! {
    async fn a_person_is_added_in_three_pages_and_nothing_typed_is_lost(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("Amrani", "Bilal")).await;
        belongs_to(&w, &dossier, w.bilal().member().person).await;
        let page = format!("/werk/dossier/{dossier}/mensen");
        let empty = ria.get(&page).await.text();
        assert!(empty.contains(&format!("{page}/nieuw/person")) && empty.contains("Er staan geen andere mensen"));

        let untold = with(agreed(), &[("informed", ""), ("informed-month", ""), ("informed-year", ""), ("name", "\"Riet\" <b>")]);
        let answer = ria.post(&format!("{page}/nieuw/person"), &untold).await;
        assert_eq!(answer.status, 422, "{answer:?}");
        assert!(answer.text().contains("De persoon weet nog niet dat dit hier staat."));
        assert_eq!((answer.field("name").as_str(), answer.field("address").as_str()), ("\"Riet\" <b>", "Geheimlaan 9"));
        let done = ria.post(&format!("{page}/nieuw/person"), &agreed()).await;

        let told = ria.get(&done.location()).await.text();
        for seen in ["Bewaard.", "Riet van Dam", "buur", "adres geheim", "Geheimlaan 9", "niet bellen", "in een gesprek"] {
            assert!(told.contains(seen), "{seen}");
        }
        let own = Browser::of(&w, "bilal").await.get("/mijn/mensen").await.text();
        assert!(own.contains("Riet van Dam") && own.contains("Deze persoon vindt het goed."));
        for kept_back in ["Geheimlaan", "0600000091", "geheim"] {
            assert!(!own.contains(kept_back), "{kept_back} is not the client's to read");
        }
    }

    async fn two_who_change_the_same_see_both_texts(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("Amrani", "Bilal")).await;
        let page = format!("/werk/dossier/{dossier}/mensen");
        ria.post(&format!("{page}/nieuw/person"), &agreed()).await;
        let fact = first_fact(&ria.get(&page).await.text(), &page);
        let mut other = Browser::of(&w, "ria").await;
        let form = ria.get(&fact).await;
        let version = form.field("version");
        assert_eq!((form.field("name").as_str(), form.field("from-year").as_str()), ("Riet van Dam", "2020"));
        let send = |name: &'static str| {
            let mut fields = with(agreed(), &[("name", name)]);
            fields.push(("version", Box::leak(version.clone().into_boxed_str())));
            fields
        };

        let first = ria.post(&fact, &send("Riet de Vries")).await;
        let second = other.post(&fact, &send("Marietje van Dam")).await;

        assert_eq!((first.status, second.status), (303, 409), "{second:?}");
        let both = second.text();
        assert!(both.contains("Riet de Vries") && both.contains("heeft dit op"), "{both}");
        assert_eq!(second.field("name"), "Marietje van Dam");
        let again = with(agreed(), &[("name", "Marietje van Dam")]);
        let newest = second.field("version");
        let kept = other.post(&fact, &[&again[..], &[("version", newest.as_str())]].concat()).await;
        assert_eq!(kept.status, 303, "what was typed can still be kept");
    }

    async fn who_withdraws_leaves_the_role_word(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("Amrani", "Bilal")).await;
        let page = format!("/werk/dossier/{dossier}/mensen");
        ria.post(&format!("{page}/nieuw/person"), &agreed()).await;
        let end = format!("{}/eind", first_fact(&ria.get(&page).await.text(), &page));
        let form = ria.get(&end).await;
        assert!(form.text().contains("Riet van Dam"));
        let version = form.field("version");
        let today = [("on", "2"), ("on-month", "3"), ("on-year", "2026"), ("version", version.as_str())];

        let nothing = ria.post(&end, &today).await;
        assert_eq!(nothing.status, 422, "{nothing:?}");
        let done = ria.post(&end, &[&today[..], &[("reason", "agreement-withdrawn")]].concat()).await;

        let left = ria.get(&done.location()).await.text();
        assert!(left.contains("Wil hier niet met naam staan") && !left.contains("Riet"), "{left}");
    }

    async fn a_note_that_names_a_stranger_asks_gently_and_is_kept(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("Amrani", "Bilal")).await;
        let note = ria.get(&format!("/werk/notitie/{dossier}")).await;
        let part = note.field("part");
        let writes = async |ria: &mut Browser, facts: &str| {
            let fields = [
                ("part", part.as_str()),
                ("kind", "phone"),
                ("source", "client"),
                ("category", "general"),
                ("happened", "2"),
                ("happened-month", "3"),
                ("happened-year", "2026"),
                ("facts", facts),
            ];
            let done = ria.post(&format!("/werk/notitie/{dossier}"), &fields).await;
            assert_eq!(done.status, 303, "{done:?}");
            ria.get(&done.location()).await.text()
        };

        let strange = writes(&mut ria, "Gebeld. De buurvrouw Riet zegt dat het beter gaat.").await;
        let known = writes(&mut ria, "Gebeld met Bilal over de brief.").await;
        let plain = writes(&mut ria, "Gebeld met de buurvrouw.").await;

        assert!(strange.contains("Deze notitie noemt iemand: Riet. Weet die persoon dat?"), "{strange}");
        assert!(strange.contains(&format!("/werk/dossier/{dossier}/mensen/nieuw/person")));
        for calm in [known, plain] {
            assert!(!calm.contains("noemt iemand") && calm.contains("Gebeld"));
        }
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM people_fact").await.int(), 0, "no list is kept");
    }

    async fn authority_asks_for_a_document_and_from_sixteen_on_for_a_colleague(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("Amrani", "Bilal")).await;
        let page = format!("/werk/dossier/{dossier}/mensen");
        ria.post(&format!("{page}/nieuw/person"), &with(agreed(), &[("kind", "professional")])).await;
        let form = ria.get(&format!("{page}/nieuw/representative")).await;
        assert!(form.text().contains("Wie keek mee?") && form.text().contains("Riet van Dam, andere professional"));
        let mentor = first_fact(&ria.get(&page).await.text(), &page);
        let mentor = mentor.rsplit('/').next().expect("an id").to_owned();
        let samira = w.samira().staff().to_string();
        let mut fields = vec![
            ("person", mentor.as_str()),
            ("kind", "mentor"),
            ("document", "court-decision"),
            ("seen", "1"),
            ("seen-month", "2"),
            ("seen-year", "2026"),
            ("from", "1"),
            ("from-month", "2"),
            ("from-year", "2026"),
            ("source", "client"),
        ];

        let alone = ria.post(&format!("{page}/nieuw/representative"), &fields).await;
        assert_eq!(alone.status, 422, "{alone:?}");
        fields.push(("second", samira.as_str()));
        let done = ria.post(&format!("{page}/nieuw/representative"), &fields).await;

        let told = ria.get(&done.location()).await.text();
        for seen in ["mentor", "hulp en zorg", "beslissing van de rechter, gezien op 1 februari 2026", "Samira Haddad"] {
            assert!(told.contains(seen), "{seen}");
        }
    }
}

testkit::both_engines! {
    async fn a_birth_date_is_corrected_with_what_changes_read_first(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let dossier = takes_in(&mut ria, &somebody("Yildiz", "Kadir")).await;
        let details = format!("/werk/dossier/{dossier}/gegevens");
        let path = format!("{details}/geboortedatum");
        assert!(ria.get(&details).await.text().contains(&path));
        let known = ria.get(&path).await.field("known");

        let wrong = [("known", known.as_str()), ("born", "31"), ("born-month", "2"), ("born-year", "2012")];
        let answer = ria.post(&path, &wrong).await;
        assert_eq!(answer.status, 422, "{answer:?}");
        assert_eq!((answer.field("born").as_str(), answer.field("born-year").as_str()), ("31", "2012"));
        assert!(answer.text().contains("Kies wat er gezien is."));

        let mut right = vec![("known", known.as_str()), ("born", "3"), ("born-month", "2"), ("born-year", "2012")];
        right.extend([("seen", "birth-certificate"), ("source", "representative")]);
        let first = ria.post(&path, &right).await;
        assert_eq!(first.status, 422, "it crosses ages: {first:?}");
        let html = first.text();
        assert!(html.contains("Jonger dan 16: kind en ouders met gezag beslissen samen"), "{html}");
        assert!(html.contains("Jonger dan 18") && !html.contains("Jonger dan 12"));
        let joost = w.joost().staff().to_string();
        right.extend([("second", joost.as_str()), ("agreed", "on")]);
        let done = ria.post(&path, &right).await;

        let told = ria.get(&done.location()).await.text();
        assert!(told.contains("De geboortedatum is verbeterd.") && told.contains("3 februari 2012"), "{told}");
        let page = ria.get(&path).await.text();
        assert!(page.contains("keek mee.") && page.contains("Gezien: Geboorteakte."), "{page}");
        let twice = ria.post(&path, &right).await;
        assert_eq!(twice.status, 303, "sent twice it is done: {twice:?}");
    }
}
