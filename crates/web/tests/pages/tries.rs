//! Guessing is slow for whoever guesses, also at names that nobody has, and the owner gets in (ACC-16, decision
//! 0012).

use jiff::SignedDuration;
use testkit::{PASSWORD, World};

use crate::browser::{Answer, Browser, fresh_code};

const WRONG: &str = "000000";
const STRANGER: &str = "198.51.100.7";

testkit::both_engines! {
    async fn five_wrong_tries_make_their_network_wait_and_no_other(w: World) {
        let statuses = guesses(&w, STRANGER, "ria", 5).await;
        let right_but_too_late = tries(&w, STRANGER, "ria", PASSWORD).await;

        assert_eq!(statuses, [422; 5]);
        assert_eq!(right_but_too_late.status, 429, "{right_but_too_late:?}");
        assert!(right_but_too_late.text().contains("ander netwerk"));
        let mut other_name = Browser::new(&w).from(STRANGER);
        assert_eq!(other_name.signs_in(&w, "samira").await.location(), "/werk", "another name goes on there");
        assert_eq!(Browser::of(&w, "ria").await.get("/werk").await.status, 200, "its owner is elsewhere");
        w.clock.advance(SignedDuration::from_mins(15));
        assert_eq!(Browser::new(&w).from(STRANGER).signs_in(&w, "ria").await.location(), "/werk");
    }

    async fn a_name_nobody_has_is_slowed_as_one_that_somebody_has(w: World) {
        let mut told = Vec::new();
        for (name, network) in [("niemand", "198.51.100.1"), ("ria", "198.51.100.2"), (" BILAL ", "198.51.100.3")] {
            let mut answers = Vec::new();
            for _ in 0..7 {
                answers.push(tries(&w, network, name, "fout").await);
            }
            // More from elsewhere: from the twentieth on two codes are asked.
            for network in 4..8 {
                guesses(&w, &format!("198.51.{network}.{}", name.len()), name, 4).await;
            }
            let mut browser = Browser::new(&w).from("198.51.100.99");
            let first = begins(&mut browser, name, "fout").await;
            answers.push(browser.get(&first.location()).await);
            answers.push(browser.post("/inloggen/code", &[("code", WRONG)]).await);
            answers.push(browser.post("/inloggen/code", &[("code", WRONG), ("code-next", WRONG)]).await);
            told.push(answers.into_iter().map(plain).collect::<Vec<_>>());
        }

        let statuses: Vec<u16> = told[0].iter().map(|(status, _)| *status).collect();
        assert_eq!(statuses, [422, 422, 422, 422, 422, 429, 429, 200, 422, 422]);
        assert!(told[0][7].1.contains("name=\"code-next\""), "{}", told[0][7].1);
        assert!(told.iter().all(|one| *one == told[0]), "{told:#?}");
    }

    async fn a_name_that_nobody_has_costs_the_same_work(w: World) {
        w.raw().run("UPDATE account SET active = FALSE WHERE login_name = 'daan'").await;
        w.raw().run("UPDATE account SET password_hash = '' WHERE login_name = 'tom'").await;
        let mut costs = Vec::new();
        for (network, (name, password)) in (1..).zip([
            ("niemand", PASSWORD),
            ("nie\0mand", PASSWORD),
            ("ria", "fout"),
            ("ria", PASSWORD),
            ("bilal", "fout"),
            ("daan", PASSWORD),
            ("tom", ""),
            ("tom", "fout"),
        ]) {
            let before = work(&w).await;
            let answer = tries(&w, &format!("198.51.100.{network}"), name, if password.is_empty() { " " } else { password }).await;
            assert_eq!(answer.status, 422, "{name}");
            let after = work(&w).await;
            costs.push(after.iter().zip(before).map(|(after, before)| after - before).collect::<Vec<_>>());
        }

        assert_eq!(costs[0], [1, 1, 1, 3], "a slow hash, a line, a first step, three counts");
        // The second and later tries at one name find the count of that name there.
        for (cost, number) in costs.iter().zip(0..) {
            assert_eq!(cost[..3], costs[0][..3], "{number}: {costs:?}");
        }
    }

    async fn a_code_from_the_desk_costs_the_same_work_whoever_it_is_tried_for(w: World) {
        let mut costs = Vec::new();
        for (network, name) in (1..).zip(["niemand", "ria", "bilal"]) {
            let before = work(&w).await;
            let mut browser = Browser::new(&w).from(&format!("198.51.100.{network}"));
            browser.get("/activeren").await;
            let answer = browser.post("/activeren", &[("name", name), ("code", "AAAA BBBB CCCC")]).await;
            assert_eq!(answer.status, 422, "{name}");
            let after = work(&w).await;
            costs.push(after.iter().zip(before).map(|(after, before)| after - before).collect::<Vec<_>>());
        }

        assert!(costs.iter().all(|cost| *cost == [0, 1, 0, 2]), "{costs:?}");
    }

    async fn whoever_guesses_from_everywhere_makes_the_owner_give_two_codes_and_never_shuts_them_out(w: World) {
        for network in 0..6 {
            guesses(&w, &format!("203.0.113.{network}"), "ria", 5).await;
        }
        let mut ria = Browser::new(&w);
        begins(&mut ria, "ria", PASSWORD).await;
        ria.get("/inloggen/code").await;

        let one_code = fresh_code(&w, "ria");
        let asked = ria.post("/inloggen/code", &[("code", &one_code)]).await;
        let unrelated = ria.post("/inloggen/code", &[("code", &one_code), ("code-next", WRONG)]).await;
        w.clock.advance(SignedDuration::from_secs(30));
        let now = w.now().as_second() / 30;
        let (first, next) = (w.ria().code(now - 1), w.ria().code(now));
        let done = ria.post("/inloggen/code", &[("code", &first), ("code-next", &next)]).await;

        assert_eq!((asked.status, unrelated.status), (422, 422));
        assert!(asked.text().contains("volgende code"), "{asked:?}");
        assert_eq!(asked.field("code"), one_code, "what was typed is there");
        assert_eq!(done.location(), "/werk");
        w.clock.advance(SignedDuration::from_hours(25));
        assert_eq!(Browser::new(&w).signs_in(&w, "ria").await.location(), "/werk", "a day later one is enough");
    }

    async fn tries_at_the_same_moment_are_all_counted(w: World) {
        let mut browser = Browser::new(&w).from(STRANGER);
        begins(&mut browser, "ria", PASSWORD).await;
        browser.get("/inloggen/code").await;

        let mut tasks = Vec::new();
        for _ in 0..12 {
            let mut copy = browser.clone();
            tasks.push(tokio::spawn(async move { copy.post("/inloggen/code", &[("code", WRONG)]).await.status }));
        }
        let mut compared = 0;
        for task in tasks {
            // 503: two wrote at the same moment; nothing was compared.
            match task.await.expect("it answers") {
                422 => compared += 1,
                429 | 503 => {}
                status => panic!("{status}"),
            }
        }

        assert!((1..=5).contains(&compared), "{compared}");
    }

    async fn a_network_that_begins_and_never_finishes_waits_with_every_name(w: World) {
        let stranger = "2001:db8:7:7::1";
        for name in 0..100 {
            let mut browser = Browser::new(&w).from(&format!("2001:db8:7:7::{name:x}"));
            assert_eq!(begins(&mut browser, &format!("naam{name}"), "fout").await.status, 303);
        }

        assert_eq!(begins(&mut Browser::new(&w).from(stranger), "ria", PASSWORD).await.status, 429);
        assert_eq!(begins(&mut Browser::new(&w).from(stranger), "nog-niemand", "x").await.status, 429);
        let mut next_door = Browser::new(&w).from("2001:db8:7:8::1");
        assert_eq!(next_door.signs_in(&w, "ria").await.location(), "/werk");
    }

    async fn an_office_behind_one_address_signs_in_all_morning(w: World) {
        for _ in 0..60 {
            for who in ["ria", "samira"] {
                let done = Browser::new(&w).from(STRANGER).signs_in(&w, who).await;
                assert_eq!(done.location(), "/werk");
            }
        }
    }

    async fn of_a_try_no_name_and_no_address_is_kept(w: World) {
        guesses(&w, STRANGER, "zilverreiger", 3).await;

        let rows = w.raw().rows("SELECT token, tries, since FROM sign_in_try").await;
        assert_eq!(rows.len(), 3, "the network, the name, and both");
        assert!(rows.iter().all(|row| row[0].bytes().len() == 32));
        let kept = w.raw().rows("SELECT name FROM pending_sign_in").await;
        assert!(kept.iter().all(|row| row[0].bytes().len() == 32));
        w.clock.advance(SignedDuration::from_hours(25));
        w.store.tidy().await.expect("it tidies");
        assert!(w.raw().rows("SELECT token FROM sign_in_try").await.is_empty(), "a day later it is gone");
    }

    async fn a_failed_try_is_on_the_record_with_a_reason_and_without_a_name(w: World) {
        guesses(&w, STRANGER, "niemand", 1).await;
        guesses(&w, STRANGER, "ria", 1).await;

        let records = w.records().await;
        let [nobody, ria] = &records[records.len() - 2..] else { panic!("two lines") };
        for record in [nobody, ria] {
            assert_eq!((record.event.as_str(), record.reason.as_str()), ("SignIn", "password"));
            assert_eq!(record.outcome, ledger::Outcome::Denied);
        }
        assert_eq!((nobody.account, ria.account), (None, Some(w.ria().member().account.uuid())));
    }
}

/// Work done so far: slow hashes, lines on the record, first steps kept, counts kept.
async fn work(w: &World) -> Vec<u64> {
    let mut counts = vec![w.app.slow_hashes()];
    for table in ["record", "pending_sign_in", "sign_in_try"] {
        let rows = w.raw().rows(&format!("SELECT COUNT(*) FROM {table}")).await;
        counts.push(u64::try_from(rows[0][0].int()).expect("a count"));
    }
    counts
}

/// Name and password, in this browser.
async fn begins(browser: &mut Browser, name: &str, password: &str) -> Answer {
    browser.get("/inloggen").await;
    browser.post("/inloggen", &[("name", name), ("password", password)]).await
}

/// One try from a network, in a browser of its own, as far as it gets.
async fn tries(w: &World, network: &str, name: &str, password: &str) -> Answer {
    let mut browser = Browser::new(w).from(network);
    let first = begins(&mut browser, name, password).await;
    if first.status != 303 {
        return first;
    }
    browser.get(&first.location()).await;
    browser.post("/inloggen/code", &[("code", WRONG)]).await
}

async fn guesses(w: &World, network: &str, name: &str, times: usize) -> Vec<u16> {
    let mut statuses = Vec::new();
    for _ in 0..times {
        statuses.push(tries(w, network, name, "fout").await.status);
    }
    statuses
}

/// What was told, but for the tokens of this browser.
fn plain(answer: Answer) -> (u16, String) {
    let token = answer.field("csrf");
    let text = answer.text();
    (answer.status, if token.is_empty() { text } else { text.replace(&token, "TOKEN") })
}
