//! "Waarom heeft u gekeken?" through the pages: asking, answering, going on; and what is not one's own does not exist.

use testkit::World;

use crate::browser::Browser;
use crate::street::{Street, looks, word};

testkit::both_engines! {
    async fn a_question_of_another_answers_as_one_that_does_not_exist(w: World) {
        let street = Street::build(&w).await;
        let nowhere = w.random_id().simple().to_string();
        let routes = ["/mijn/gekeken/vragen/ID", "/mijn/gekeken/vragen/ID/verder", "/mijn/gekeken/ID/vraag"];
        let mut fatma = Browser::of(&w, "fatma").await;

        for route in routes {
            for real in [&street.inquiry, &street.look] {
                let there = fatma.get(&route.replace("ID", real)).await.but_for_its_id();
                let not_there = fatma.get(&route.replace("ID", &nowhere)).await.but_for_its_id();
                assert_eq!(there, not_there, "{route}");
                assert_eq!(there.status, 404);
                if !route.ends_with("ID") {
                    let body = [("what", "complaint"), ("words", "Waarom?")];
                    let there = fatma.post(&route.replace("ID", real), &body).await.but_for_its_id();
                    let not_there = fatma.post(&route.replace("ID", &nowhere), &body).await.but_for_its_id();
                    assert_eq!(there, not_there, "{route}");
                }
            }
        }
    }

    async fn who_does_not_answer_learns_of_no_question(w: World) {
        let street = Street::build(&w).await;
        let nowhere = w.random_id().simple().to_string();

        for who in ["ria", "samira", "devi", "karin", "olga", "kees", "ingeborg", "wouter"] {
            let mut browser = Browser::of(&w, who).await;
            for real in [street.inquiry.as_str(), "geen-nummer"] {
                let there = browser.get(&format!("/toezicht/vragen/{real}")).await.but_for_its_id();
                let not_there = browser.get(&format!("/toezicht/vragen/{nowhere}")).await.but_for_its_id();
                assert_eq!(there, not_there, "{who}");
                let body = [("answer", "Zomaar.")];
                let there = browser.post(&format!("/toezicht/vragen/{real}"), &body).await.but_for_its_id();
                let not_there = browser.post(&format!("/toezicht/vragen/{nowhere}"), &body).await.but_for_its_id();
                assert_eq!(there, not_there, "{who}");
                assert_eq!(there.status, 403, "{who}");
            }
            let list = browser.get("/toezicht/vragen").await;
            assert!(!list.text().contains(&street.inquiry), "{who}");
        }
    }

    async fn asked_answered_and_gone_on_with(w: World) {
        let street = Street::build(&w).await;
        let (mut joost, mut bilal) = (Browser::of(&w, "joost").await, Browser::of(&w, "bilal").await);
        let own = format!("/mijn/gekeken/vragen/{}", street.inquiry);
        let desk = format!("/toezicht/vragen/{}", street.inquiry);

        let waiting = bilal.get(&own).await.text();
        assert!(waiting.contains("maandag 9 maart 2026"), "five working days after Monday: {waiting}");
        assert!(joost.get("/toezicht/vragen").await.text().contains(&desk));
        assert_eq!(joost.post(&desk, &[("answer", " ")]).await.status, 422);
        let done = joost.post(&desk, &[("answer", "Ria las de afspraak <terug>.")]).await;
        assert_eq!(done.location(), "/toezicht/vragen?klaar=1");

        let home = bilal.get("/mijn").await.text();
        assert!(home.contains("1 antwoord voor u"), "{home}");
        let list = bilal.get("/mijn/gekeken").await.text();
        assert!(list.contains("Lees het antwoord"), "{list}");
        let answer = bilal.get(&own).await.text();
        assert!(answer.contains("Ria las de afspraak &#60;terug&#62;."), "{answer}");
        assert!(!bilal.get("/mijn").await.text().contains("1 antwoord voor u"), "it was opened");

        assert_eq!(bilal.post(&format!("{own}/verder"), &[]).await.status, 422);
        for what in ["complaint", "access"] {
            assert_eq!(bilal.post(&format!("{own}/verder"), &[("what", what)]).await.location(), own);
        }
        let received = bilal.get(&own).await.text();
        assert!(received.contains("maandag 13 april 2026") && received.contains("maandag 30 maart 2026"), "{received}");
        assert_eq!(bilal.get(&format!("{own}/verder")).await.location(), own, "nothing is left to choose");
    }

    async fn an_answer_that_came_second_is_shown_beside_the_first(w: World) {
        let street = Street::build(&w).await;
        let desk = format!("/toezicht/vragen/{}", street.inquiry);
        let mut joost = Browser::of(&w, "joost").await;
        assert_eq!(joost.post(&desk, &[("answer", "De eerste.")]).await.status, 303);

        let second = joost.post(&desk, &[("answer", "De tweede.")]).await;

        assert_eq!(second.status, 422);
        assert!(second.text().contains("De eerste.") && second.text().contains("De tweede."), "{second:?}");
    }

    async fn what_was_typed_comes_back_when_it_is_too_long(w: World) {
        let street = Street::build(&w).await;
        let mut bilal = Browser::of(&w, "bilal").await;
        let long = "Waarom? ".repeat(200);

        let sent = bilal.post(&format!("/mijn/gekeken/{}/vraag", street.look), &[("words", &long)]).await;

        assert_eq!(sent.status, 422);
        assert!(sent.text().contains(&long), "{sent:?}");
    }

    async fn a_line_that_was_asked_about_leads_to_its_question(w: World) {
        let street = Street::build(&w).await;
        let mut bilal = Browser::of(&w, "bilal").await;

        let lines = looks(&bilal.get("/mijn/gekeken").await);

        assert!(lines.iter().any(|(id, _)| *id == street.look));
        assert!(lines.iter().all(|(_, told)| !told.contains("Ria")), "hers is asked about: {lines:?}");
        assert!(!lines.iter().any(|(_, told)| told.contains(word::ASKED)));
    }
}
