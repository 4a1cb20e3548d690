//! What is found: each of the six, refused accesses too, and what is left alone; thresholds with their history.

use testkit::both_engines;

use super::*;

both_engines! {
    async fn three_dossiers_over_midnight_are_of_two_days(w: World) {
        let dossiers = three(&w).await;
        sets(&w, date(2026, 3, 3), Thresholds { dossiers: 2, ..Thresholds::FIRST }).await;

        // Half past eleven in the evening, and half past midnight, in Amsterdam.
        w.clock.set("2026-03-03T22:30:00Z");
        w.ria().reads(dossiers[0].id).await.expect("involved");
        w.ria().reads(dossiers[1].id).await.expect("involved");
        w.clock.set("2026-03-03T23:30:00Z");
        w.ria().reads(dossiers[2].id).await.expect("involved");
        w.clock.set("2026-03-05T09:00:00Z");
        for dossier in &dossiers {
            w.ria().reads(dossier.id).await.expect("involved");
        }
        reviews_at(&w, "2026-03-06T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-05 Ria de Wit many-dossiers 3/0>2"]);
    }

    async fn a_namesake_stands_out_also_where_the_look_was_refused(w: World) {
        let dossier = w.ria().opens_dossier_of(NADIA).await;
        w.nadia().reads(dossier.id).await.expect_err("her own");
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-02 Nadia Yildiz namesake 1/1>0"]);
    }

    async fn an_attempt_on_a_namesake_stands_out_also_where_a_wall_refused_it(w: World) {
        w.ria().opens_dossier_of(NADIA).await;
        any_look_stands_out(&w, MONDAY).await;
        breaks_the_glass(&w, "nadia", &NADIA).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        let told_of_nadia = async || -> Vec<String> {
            told(&w).await.into_iter().filter(|it| it.contains("Nadia")).collect()
        };
        assert_eq!(told_of_nadia().await, ["2026-03-02 Nadia Yildiz namesake 1/1>0"], "and no dossier is counted");

        rings(&w, "nadia", &NADIA).await;
        searches(&w, "nadia", &NADIA).await;
        reviews_at(&w, "2026-03-04T09:00:00Z").await;

        let [line, _] = &told_of_nadia().await[..] else { panic!("two days") };
        assert!(line.starts_with("2026-03-03 Nadia Yildiz namesake 2/"), "asking and searching: {line}");
    }

    async fn a_form_sent_twice_is_one_attempt_and_another_window_is_another(w: World) {
        sets(&w, MONDAY, Thresholds { empty_searches: 0, emergencies: 1, ..Thresholds::FIRST }).await;
        let (open, once) = (w.random_id(), w.random_id());
        for _ in 0..3 {
            w.tom().signs_in_again().await;
            let open = Open { whom: Whom::Sought(Box::new(form(&FATMA))), form: open };
            w.tom().performs(open).await.expect("it answers");
        }
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM existence_check").await.int(), 1);
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        assert_eq!(told(&w).await, ["2026-03-02 Tom Bakker empty-searches 1/0>0"]);

        for _ in 0..3 {
            w.tom().performs(Ask { form: form(&FATMA), once }).await.expect("asking always works");
        }
        reviews_at(&w, "2026-03-04T09:00:00Z").await;
        let expected = [
            "2026-03-03 Tom Bakker empty-searches 1/0>0",
            "2026-03-03 Tom Bakker repeated-emergency 2/2>1",
        ];
        assert_eq!(told(&w).await[..2], expected);

        breaks_the_glass(&w, "tom", &FATMA).await;
        reviews_at(&w, "2026-03-05T09:00:00Z").await;
        assert_eq!(told(&w).await[1], "2026-03-04 Tom Bakker repeated-emergency 3/3>1");
    }

    async fn a_client_who_was_taken_in_before_names_were_indexed_is_met_all_the_same(w: World) {
        let dossier = w.ria().opens_dossier_of(NADIA).await;
        let index = "SELECT token FROM client_index WHERE kind = 'surname'";
        let before = w.raw().rows(index).await;
        assert_eq!(before.len(), 1);
        w.raw().run("DELETE FROM client_index WHERE kind = 'surname'").await;
        w.nadia().reads(dossier.id).await.expect_err("her own");

        w.sequences().await;
        let today = w.person("olga").looks(Today).await.expect("hers");
        assert_eq!(today.len(), 1, "{today:?}");
        assert_eq!(w.raw().rows(index).await, [] as [Vec<testkit::Cell>; 0], "a look changes nothing");
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-02 Nadia Yildiz namesake 1/1>0"]);
        assert_eq!(w.raw().rows(index).await, before, "the name is opened this once");
    }

    async fn two_clients_of_one_surname_have_nothing_in_common_in_the_index(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        w.ria().opens_dossier_of(Resident { who: None, given_names: "Karim", ..BILAL_SENIOR }).await;

        let tokens = w.raw().rows("SELECT DISTINCT token FROM client_index WHERE kind = 'surname'").await;

        assert_eq!(tokens.len(), 2);
    }

    async fn an_address_that_a_worker_declared_stands_out(w: World) {
        let intake = Intake { address: "Voorbeeldkade 12, 1234 AB Voorbeeldstad".into(), ..Intake::of(BILAL) };
        let dossier = w.ria().takes_in(intake).await;
        let about = About::Address("1234ab 12".into());
        w.samira().performs(Declare { kind: ConflictKind::Neighbour, about }).await.expect("declared");
        w.samira().reads(dossier.id).await.expect_err("behind a wall");
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-02 Samira Haddad namesake 1/1>0"]);
    }

    async fn looking_after_help_stopped_stands_out_when_the_involvement_is_over_and_not_before(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let close = app::dossier::Close {
            part: dossier.first_part(),
            reason: ClosingReason::GoalReached,
            result: "Het is gelukt.".into(),
            contact: None, why: "De vraag is afgesloten.".into(),
        };
        w.ria().performs(close).await.expect("closed");
        w.clock.set("2026-03-16T08:00:00Z");
        w.ria().reads(dossier.id).await.expect("fourteen days");
        w.clock.set("2026-03-17T10:00:00Z");
        w.ria().reads(dossier.id).await.expect_err("over");
        searches(&w, "tom", &BILAL).await;
        reviews_at(&w, "2026-03-18T09:00:00Z").await;

        let expected =
            ["2026-03-17 Ria de Wit after-closing 1/1>0", "2026-03-17 Tom Bakker after-closing 1/0>0"];
        assert_eq!(told(&w).await, expected, "learning that there was help is a look too");
    }

    async fn searches_that_find_nobody_count_and_so_do_attempts_and_questions_in_an_emergency(w: World) {
        sets(&w, MONDAY, Thresholds { empty_searches: 2, ..Thresholds::FIRST }).await;
        w.ria().opens_dossier_of(BILAL).await;
        searches(&w, "tom", &BILAL).await;
        searches(&w, "tom", &FATMA).await;
        breaks_the_glass(&w, "tom", &FATMA).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        assert_eq!(told(&w).await, [] as [String; 0]);

        searches(&w, "tom", &FATMA).await;
        breaks_the_glass(&w, "tom", &FATMA).await;
        rings(&w, "tom", &FATMA).await;
        reviews_at(&w, "2026-03-04T09:00:00Z").await;

        let expected = [
            "2026-03-03 Tom Bakker empty-searches 3/0>2",
            "2026-03-03 Tom Bakker repeated-emergency 3/3>2",
        ];
        assert_eq!(told(&w).await, expected, "two attempts and a question in a month as well");
    }

    async fn the_third_opening_in_a_month_stands_out(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        for day in ["2026-03-03T09:00:00Z", "2026-03-10T09:00:00Z", "2026-03-24T09:00:00Z"] {
            w.clock.set(day);
            breaks_the_glass(&w, "tom", &BILAL).await;
        }
        reviews_at(&w, "2026-03-25T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-24 Tom Bakker repeated-emergency 3/0>2"]);
    }

    async fn a_question_to_the_coordinator_counts_as_a_search_of_the_day_and_always_works(w: World) {
        let searches = "SELECT COUNT(*) FROM existence_check";
        let (once, form) = (w.random_id(), form(&FATMA));
        let again = form.clone();

        w.tom().performs(Ask { form: form.clone(), once }).await.expect("asked");
        w.tom().performs(Ask { form, once }).await.expect("sent twice");
        assert_eq!(w.raw().one(searches).await.int(), 1, "the same form asks once");
        for _ in 0..30 {
            rings(&w, "tom", &FATMA).await;
        }

        assert_eq!(w.raw().one(searches).await.int(), 31, "beyond the limit of a day as well");
        w.tom().signs_in_again().await;
        let open = Open { whom: Whom::Sought(Box::new(again)), form: w.random_id() };
        let opened = w.tom().performs(open).await;
        assert!(matches!(opened, Err(NotDone::Rejected(app::emergency::OpenRefused::TooMany))), "{opened:?}");
    }

    async fn looks_at_night_and_in_the_weekend_stand_out(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        for day in ["2026-03-03T19:30:00Z", "2026-03-07T10:00:00Z"] {
            w.clock.set(day);
            for _ in 0..4 {
                w.ria().reads(dossier.id).await.expect("involved");
            }
        }
        reviews_at(&w, "2026-03-09T09:00:00Z").await;

        let expected = ["2026-03-07 Ria de Wit out-of-hours 4/0>3", "2026-03-03 Ria de Wit out-of-hours 4/0>3"];
        assert_eq!(told(&w).await, expected);
    }

    async fn a_threshold_that_was_changed_yesterday_says_nothing_of_the_day_before(w: World) {
        let dossiers = three(&w).await;
        for day in ["2026-03-03T09:00:00Z", "2026-03-04T09:00:00Z", "2026-03-05T09:00:00Z"] {
            w.clock.set(day);
            for dossier in &dossiers {
                w.ria().reads(dossier.id).await.expect("involved");
            }
            if day.starts_with("2026-03-04") {
                sets(&w, date(2026, 3, 4), Thresholds { dossiers: 2, ..Thresholds::FIRST }).await;
            }
        }

        // The clock was down since Monday: each day is counted by what held on it.
        reviews_at(&w, "2026-03-06T09:00:00Z").await;

        let expected = ["2026-03-05 Ria de Wit many-dossiers 3/0>2", "2026-03-04 Ria de Wit many-dossiers 3/0>2"];
        assert_eq!(told(&w).await, expected);
        sets(&w, date(2026, 3, 6), Thresholds::FIRST).await;
        reviews_at(&w, "2026-03-09T09:00:00Z").await;
        assert_eq!(told(&w).await, expected, "what was found stays what it was");
    }

    async fn thresholds_are_the_officers_with_a_reason_after_password_and_code_and_never_of_yesterday(w: World) {
        let change = |from| ChangeThem { from, thresholds: Thresholds::FIRST, reason: "Proef in maart.".into() };
        for who in STAFF.into_iter().filter(|who| *who != "olga") {
            w.person(who).signs_in().await;
            denied(&w.person(who).performs(change(MONDAY)).await);
            denied(&w.person(who).looks(History).await);
        }
        w.person("olga").signs_in().await;

        let past = w.person("olga").performs(change(date(2026, 3, 1))).await;
        assert!(matches!(past, Err(NotDone::Rejected(ChangeRefused::Past))), "{past:?}");
        let empty = ChangeThem { reason: "  ".into(), ..change(MONDAY) };
        let empty = w.person("olga").performs(empty).await;
        assert!(matches!(empty, Err(NotDone::Rejected(ChangeRefused::Reason(_)))), "{empty:?}");
        w.person("olga").performs(change(date(2026, 3, 20))).await.expect("hers");
        w.person("olga").performs(change(MONDAY)).await.expect("hers");
        w.clock.advance(SignedDuration::from_mins(11));
        let stale = w.person("olga").performs(change(MONDAY)).await;

        let Err(NotDone::Denied { policies }) = stale else { panic!("{stale:?}") };
        assert_eq!(policies, ["wall-stale-sign-in"]);
        let history = w.person("olga").looks(History).await.expect("hers");
        let days: Vec<_> = history.iter().map(|it| (it.change.from, it.by.as_str(), &*it.reason)).collect();
        assert_eq!(days, [
            (date(2026, 3, 20), "Olga Post", "Proef in maart."),
            (MONDAY, "Olga Post", "Proef in maart."),
        ]);
    }
}
