//! The clock that counts a day that is over: once, after a crash, on two nodes, when it falls back.

use testkit::both_engines;

use super::*;

both_engines! {
    async fn a_review_that_dies_halfway_goes_on_where_it_was_and_finds_everything_once(w: World) {
        let mut w = w;
        any_look_stands_out(&w, MONDAY).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.samira().reads(dossier.id).await.expect_err("not involved");
        w.joost().looks(ReadWho(dossier.id)).await.expect("his team");
        w.sequences().await;
        w.clock.set("2026-03-03T09:00:00Z");

        for _ in 0..3 {
            assert_eq!(step(&w, 2).await, Reviewed::Some(MONDAY));
        }
        w.restarts().await;
        reviews(&w).await;

        let expected = [
            "2026-03-02 Joost Meijer many-dossiers 1/0>0",
            "2026-03-02 Ria de Wit many-dossiers 1/0>0",
            "2026-03-02 Samira Haddad many-dossiers 1/1>0",
        ];
        assert_eq!(told(&w).await, expected);
        assert_eq!(step(&w, 20).await, Reviewed::Nothing);
        assert_eq!(told(&w).await, expected);
    }

    async fn two_nodes_at_once_find_everything_once(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.samira().reads(dossier.id).await.expect_err("not involved");
        w.sequences().await;
        w.clock.set("2026-03-03T09:00:00Z");
        let other = w.app.clone();
        let node = async |app: &app::App| {
            for _ in 0..30 {
                let asker = Asker { who: Who::System(Job::ReviewLog), correlation: w.random_id() };
                match app.perform(asker, ReviewNext { at_most: 1 }).await {
                    Ok(_) | Err(NotDone::Failed(app::Error::Conflict)) => {}
                    Err(why) => panic!("{why:?}"),
                }
            }
        };

        tokio::join!(node(&w.app), node(&other));

        let expected =
            ["2026-03-02 Ria de Wit many-dossiers 1/0>0", "2026-03-02 Samira Haddad many-dossiers 1/1>0"];
        assert_eq!(told(&w).await, expected);
        assert_eq!(step(&w, 20).await, Reviewed::Nothing);
    }

    async fn a_clock_that_falls_back_makes_no_second_finding_and_loses_no_access(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        let dossiers = three(&w).await;
        sets(&w, date(2026, 3, 3), Thresholds { dossiers: 0, ..Thresholds::FIRST }).await;
        w.clock.set("2026-03-03T08:00:00Z");
        w.ria().reads(dossiers[0].id).await.expect("involved");
        reviews_at(&w, "2026-03-04T09:00:00Z").await;
        assert_eq!(told(&w).await[0], "2026-03-03 Ria de Wit many-dossiers 1/0>0");

        w.clock.set("2026-03-03T12:00:00Z");
        reviews(&w).await;
        w.ria().reads(dossiers[1].id).await.expect("involved");
        reviews_at(&w, "2026-03-04T12:00:00Z").await;

        let lines = told(&w).await;
        assert_eq!(lines[0], "2026-03-03 Ria de Wit many-dossiers 2/0>0", "{lines:?}");
        assert_eq!(lines.iter().filter(|it| it.starts_with("2026-03-03")).count(), 1, "{lines:?}");
    }

    async fn a_day_waits_until_it_is_over_and_every_line_of_it_is_numbered(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        w.sequences().await;

        w.clock.set("2026-03-02T23:59:59Z");
        assert_eq!(step(&w, 20).await, Reviewed::Nothing, "an hour after midnight at the earliest");
        w.sequences().await;
        w.clock.set("2026-03-02T22:59:00Z");
        w.joost().looks(List::default()).await.expect("his list");
        w.clock.set("2026-03-03T00:00:00Z");
        assert_eq!(step(&w, 20).await, Reviewed::Nothing, "a line of Monday has no number yet");
        w.sequences().await;

        assert_eq!(step(&w, 20).await, Reviewed::Day(MONDAY));
    }

    async fn two_of_a_hundred_days_are_drawn_as_a_random_check(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        for _ in 0..3 {
            for _ in 0..20 {
                w.clock.set_to(w.now() + SignedDuration::from_hours(24));
                w.ria().reads(dossier.id).await.expect("involved");
                for who in ["samira", "daan", "tom", "nadia"] {
                    w.person(who).reads(dossier.id).await.expect_err("not involved");
                }
            }
            reviews(&w).await;
        }

        // Of three hundred days of somebody.
        let listed = w.person("olga").looks(List::default()).await.expect("hers").waiting;
        let drawn: Vec<_> = listed.iter().filter(|it| it.finding == Finding::Sample).collect();
        assert!((1..20).contains(&drawn.len()), "{drawn:?}");
        assert!(drawn.iter().all(|it| it.times == 1 && it.ordinary == 0), "{drawn:?}");
        says(&w, "olga", drawn[0].id, Verdict::Explained, 0).await.expect("hers to judge");
    }

    async fn today_is_counted_when_asked_for_and_kept_nowhere(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().looks(ReadWho(dossier.id)).await.expect("his team");
        w.sequences().await;

        let names = |found: Vec<app::log_review::SoFar>| -> Vec<String> {
            found.into_iter().map(|it| it.staff_name).collect()
        };
        let of_joost = names(w.joost().looks(Today).await.expect("his"));
        let of_olga = names(w.person("olga").looks(Today).await.expect("hers"));

        assert_eq!(of_joost, ["Ria de Wit"], "never his own");
        assert_eq!(of_olga, ["Joost Meijer", "Ria de Wit"]);
        denied(&w.ria().looks(Today).await);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM log_finding").await.int(), 0);
    }
}
