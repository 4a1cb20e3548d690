//! The plan through the pages, as a browser without script meets it: bad input gives everything back, two people lose
//! nothing, a session that ends keeps the form, and what is not one's own does not exist.

use jiff::SignedDuration;
use testkit::World;

use crate::browser::Browser;
use crate::street::{Street, word};

/// The page of the plan, and the beginning of the addresses of its Wmo part.
fn addresses(street: &Street) -> (String, String) {
    let plan = format!("/werk/dossier/{}/plan", street.dossier);
    (plan.clone(), format!("{plan}/wmo"))
}

fn step<'a>(day: &'a str, month: &'a str, year: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("version", "1"),
        ("what", "De woningbouw bellen."),
        ("who", "client"),
        ("purpose", "Weten wat er nog betaald moet worden."),
        ("by", day),
        ("by-month", month),
        ("by-year", year),
        ("deed", "save"),
    ]
}

testkit::both_engines! {
    async fn what_is_wrong_is_said_at_the_field_and_everything_comes_back(w: World) {
        let street = Street::build(&w).await;
        let (_, wmo) = addresses(&street);
        let mut ria = Browser::of(&w, "ria").await;
        let new_step = format!("{wmo}/{}/afspraak", street.goal);

        for (day, month, year, says) in [
            ("30", "2", "2026", "Deze dag bestaat niet in die maand."),
            ("1", "3", "2026", "Deze datum is al voorbij."),
            ("1", "3", "2999", "Deze datum is te ver weg."),
        ] {
            let answer = ria.post(&new_step, &step(day, month, year)).await;
            assert_eq!(answer.status, 422, "{says}");
            let text = answer.text();
            assert!(text.contains(says), "{says}: {text}");
            assert!(text.contains("De woningbouw bellen.") && text.contains("Fout: "), "{says}");
        }
        let long = "a".repeat(10_000);
        let fields = [("version", "1"), ("own-words", long.as_str()), ("deed", "save")];
        let answer = ria.post(&format!("{wmo}/nieuw/doel"), &fields).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("Deze tekst is te lang.") && answer.text().contains(&long));
        let empty = ria.post(&format!("{wmo}/nieuw/doel"), &[("version", "1"), ("deed", "save")]).await;
        assert!(empty.text().contains("Vul dit veld in."));
    }

    async fn the_second_who_changes_a_goal_gets_both_texts_and_may_keep_both(w: World) {
        let street = Street::build(&w).await;
        let (plan, wmo) = addresses(&street);
        let (mut one, mut two) = (Browser::of(&w, "ria").await, Browser::of(&w, "ria").await);
        let goal = format!("{wmo}/{}/wijzigen", street.goal);
        assert!(two.get(&goal).await.text().contains(word::GOAL));
        let first = [("version", "1"), ("own-words", "Eerst de huur."), ("deed", "save")];
        assert_eq!(one.post(&goal, &first).await.status, 303);

        let late = [("version", "1"), ("own-words", "Eerst een baan."), ("deed", "save")];
        let both = two.post(&goal, &late).await;

        assert_eq!(both.status, 409);
        assert!(both.text().contains("Eerst de huur.") && both.text().contains("Eerst een baan."));
        let version = both.field("version");
        assert_eq!(version, "2");
        let keep = [("version", version.as_str()), ("own-words", "Eerst een baan."), ("deed", "both")];
        assert_eq!(two.post(&goal, &keep).await.status, 303);
        let page = one.get(&plan).await.text();
        assert!(page.contains("Eerst de huur.") && page.contains("Eerst een baan."), "{page}");
        let own = [("version", "3"), ("own-words", "Allebei samen."), ("deed", "save")];
        assert_eq!(two.post(&goal, &own).await.status, 303, "or the own text takes its place");
        let changes = one.get(&format!("{wmo}/versies/4")).await.text();
        for said in ["Eerst stond er:", "Eerst de huur.", "Nu staat er:", "Allebei samen."] {
            assert!(changes.contains(said), "{said}: {changes}");
        }
    }

    async fn a_draft_and_a_form_of_a_session_that_ended_come_back(w: World) {
        let street = Street::build(&w).await;
        let (_, wmo) = addresses(&street);
        let mut ria = Browser::of(&w, "ria").await;
        let new_goal = format!("{wmo}/nieuw/doel");
        let typed = [
            ("version", "1"),
            ("domain", "wmo"),
            ("target", "nieuw/doel"),
            ("own-words", "Ik wil leren fietsen."),
            ("deed", "draft"),
        ];

        let kept = ria.post(&format!("/werk/notitie/{}/concept", street.dossier), &typed).await;

        let draft = kept.header("draft").to_owned();
        assert_eq!(kept.status, 200);
        let again = ria.get(&format!("/werk/concepten/{draft}")).await;
        assert!(again.text().contains("Ik wil leren fietsen."));
        let (known, seen) = (again.field("draft"), again.field("draft-seen"));
        let filed = [
            ("version", "1"),
            ("own-words", "Ik wil leren fietsen."),
            ("draft", known.as_str()),
            ("draft-seen", seen.as_str()),
            ("deed", "save"),
        ];
        assert_eq!(ria.post(&new_goal, &filed).await.status, 303);
        assert_eq!(ria.get(&format!("/werk/concepten/{draft}")).await.status, 404, "it became a goal");

        w.clock.advance(SignedDuration::from_hours(13));
        let late = [("version", "2"), ("own-words", "Na de pauze."), ("deed", "save")];
        assert_eq!(ria.post(&new_goal, &late).await.status, 303);
        ria.signs_in(&w, "ria").await;
        assert!(ria.get(&new_goal).await.text().contains("Na de pauze."), "nothing typed is lost");
    }

    async fn asked_answered_agreed_and_done(w: World) {
        let street = Street::build(&w).await;
        let (plan, wmo) = addresses(&street);
        let (mut ria, mut bilal) = (Browser::of(&w, "ria").await, Browser::of(&w, "bilal").await);
        let added = ria.post(&format!("{wmo}/{}/afspraak", street.goal), &step("1", "4", "2026")).await;
        assert_eq!(added.status, 303, "{added:?}");
        let own_plan = format!("/mijn/plan?bij={}", street.dossier);
        let (part, page) = (&street.wmo, bilal.get(&own_plan).await.text());
        assert!(page.contains(word::GOAL) && page.contains("Dit is een voorstel."), "{page}");
        let action = format!("/mijn/plan/{}/vraag/", plain(part));
        let item: String = after(&page, &action).chars().take(32).collect();

        let asked = [("words", "Wie heeft het nummer?")];
        assert_eq!(bilal.post(&format!("{action}{item}"), &asked).await.status, 303);
        let today = ria.get("/werk").await.text();
        assert!(today.contains("De klant heeft een vraag over het plan"), "{today}");
        let seen = ria.get(&plan).await.text();
        let reply = format!("{wmo}/vraag/");
        let question: String = after(&seen, &reply).chars().take(32).collect();
        let told = [("answer", "Dat heb ik voor je.")];
        assert_eq!(ria.post(&format!("{reply}{question}"), &told).await.status, 303);
        assert!(!ria.get("/werk").await.text().contains("De klant heeft een vraag over het plan"));
        let twice = ria.post(&format!("{reply}{question}"), &[("answer", "Nog iets.")]).await;
        assert!(twice.text().contains("Dat heb ik voor je.") && twice.text().contains("Nog iets."), "nothing lost");

        let portal = [("how", "portal"), ("version", "2")];
        assert_eq!(ria.post(&format!("{wmo}/afgesproken"), &portal).await.status, 303);
        let home = bilal.get(&format!("/mijn?bij={}", street.dossier)).await.text();
        assert!(home.contains("Bent u het eens met uw plan?"), "{home}");
        let neither = bilal.post(&format!("/mijn/plan/{}/antwoord", plain(part)), &[("words", "Even denken.")]).await;
        assert_eq!(neither.status, 422);
        assert!(neither.text().contains("Even denken."));
        let yes = [("answer", "agreed"), ("version", "2")];
        assert_eq!(bilal.post(&format!("/mijn/plan/{}/antwoord", plain(part)), &yes).await.status, 303);
        let done = [("done", "1")];
        let klaar = format!("/mijn/plan/{}/klaar/{item}", plain(part));
        assert_eq!(bilal.post(&klaar, &done).await.status, 303);
        for page in [bilal.get(&own_plan).await.text(), ria.get(&plan).await.text()] {
            assert!(page.contains("Versie 2 is samen afgesproken"), "{page}");
            assert!(page.contains("Dat heb ik voor je."), "{page}");
        }
        assert!(!bilal.get(&format!("/mijn?bij={}", street.dossier)).await.text().contains("Bent u het eens met uw"));
        let large = bilal.get(&format!("/mijn/plan/groot?bij={}", street.dossier)).await;
        assert!(large.text().contains(word::GOAL) && large.text().contains("sd-large"));
    }

    async fn paper_says_who_printed_it_when_and_for_what(w: World) {
        let street = Street::build(&w).await;
        let (plan, _) = addresses(&street);
        let mut ria = Browser::of(&w, "ria").await;

        let for_nothing = ria.post(&format!("{plan}/afdrukken"), &[]).await;
        let printed = ria.post(&format!("{plan}/afdrukken"), &[("purpose", "print-meeting")]).await;

        assert_eq!(for_nothing.status, 422);
        let text = printed.text();
        assert!(text.contains("Afgedrukt door Ria de Wit op 2 maart 2026"), "{text}");
        assert!(text.contains("Waarvoor: een gesprek") && text.contains(word::GOAL), "{text}");
    }

    async fn a_plan_of_another_answers_as_one_that_does_not_exist(w: World) {
        let street = Street::build(&w).await;
        let nowhere = w.random_id().simple().to_string();
        let mut fatma = Browser::of(&w, "fatma").await;
        let mut daan = Browser::of(&w, "daan").await;

        for end in ["antwoord", "klaar/77", "vraag/plan"] {
            let real = format!("/mijn/plan/{}/{end}", street.wmo).replace("77", &street.goal);
            let other = format!("/mijn/plan/{nowhere}/{end}").replace("77", &street.goal);
            let body = [("answer", "agreed"), ("version", "1"), ("words", "Hallo?"), ("done", "1")];
            let there = fatma.post(&real, &body).await.but_for_its_id();
            let not_there = fatma.post(&other, &body).await.but_for_its_id();
            assert_eq!(there, not_there, "{end}");
            assert_eq!(there.status, 404, "{end}");
        }
        let (plan, wmo) = addresses(&street);
        let seen = daan.get(&plan).await;
        assert_eq!(seen.status, 200);
        assert!(!seen.text().contains(word::GOAL) && !seen.text().contains("Doel 1"), "not even a count");
        for path in [
            format!("{wmo}/versies"),
            format!("{wmo}/versies/1"),
            format!("{wmo}/nieuw/doel"),
            format!("{wmo}/{}/wijzigen", street.goal),
        ] {
            let there = daan.get(&path).await.but_for_its_id();
            let not_there = daan.get(&path.replace("wmo", "youth-care")).await.but_for_its_id();
            assert_eq!(there.status, 403, "{path}");
            assert_eq!(there, not_there, "{path}");
        }
    }
}

/// What stands after the first of these on a page.
fn after<'t>(text: &'t str, mark: &str) -> &'t str {
    text.split_once(mark).unwrap_or_else(|| panic!("{mark} is not on {text}")).1
}

/// Ids stand in our addresses without dashes.
fn plain(id: &str) -> String {
    id.replace('-', "")
}
