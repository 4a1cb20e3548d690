//! Who proposes and decides, two people, for how long; what passes with nobody deciding.

use testkit::both_engines;

use super::*;

both_engines! {
    async fn after_five_years_it_goes_unless_it_is_hidden_still(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        let left = async || {
            let asker = Asker { who: Who::System(Job::PurgeEmergencies), correlation: w.random_id() };
            w.app.perform(asker, app::emergency::PurgeOld).await.expect("the clock may");
            let count = async |sql: &str| w.raw().one(sql).await.int();
            (
                count("SELECT COUNT(*) FROM withhold_notice").await,
                count("SELECT COUNT(*) FROM withhold_step").await,
                count("SELECT COUNT(*) FROM emergency_access").await,
            )
        };

        w.clock.advance(jiff::SignedDuration::from_hours((5 * 365 + 3) * 24));
        assert_eq!(left().await, (1, 2, 1), "nothing shows it but a decision");
        w.raw().run("UPDATE withhold_notice SET ended_at = proposed_at + 1, ended_how = 'released'").await;
        assert_eq!(left().await, (0, 0, 0));
    }

    async fn what_waits_for_a_decision_is_counted_for_who_decides_and_tells_of_no_client(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        let count = async |who| w.person(who).looks(Count).await.expect("oversees");

        assert_eq!(count("joost").await, (1, Some(date(2026, 3, 9))), "five working days");
        let line = w.last_record().await;
        assert_eq!((line.event.as_str(), line.subject, line.items), ("ListWithheld", None, vec![]));
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        assert_eq!(count("joost").await, (0, None), "until its review");
        w.clock.set_to("2026-03-31T22:00:00Z".parse().expect("midnight in Amsterdam"));
        assert_eq!(count("joost").await, (1, Some(REVIEW)));
        releases(&w, "joost", notice, true).await.expect("hers to know");
        assert_eq!(count("joost").await, (0, None));
    }

    async fn the_proposer_and_who_looked_decide_nothing(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;

        denied(&decides(&w, "tom", notice, later(REVIEW)).await);
        denied(&releases(&w, "tom", notice, true).await);
        assert!(matches!(stage(&w, "tom", notice).await, Stage::Proposed { .. }), "reading is his");

        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        over(&decides(&w, "joost", notice, later(REVIEW)).await);
        denied(&extends(&w, "tom", notice, (REVIEW, date(2026, 4, 2))).await);
        denied(&releases(&w, "tom", notice, true).await);
    }

    async fn the_coordinator_who_looked_leaves_it_to_the_deputy_and_both_to_the_officer(w: World) {
        let dossier = bilals(&w).await;
        let emergency = breaks_in(&w, "joost", &BILAL).await;
        let notice = proposed(&w, "joost", emergency).await;

        denied(&decides(&w, "joost", notice, later(REVIEW)).await);
        denied(&decides(&w, "olga", notice, later(REVIEW)).await);
        assert!(listed(&w, "olga").await.is_empty(), "the deputy can");
        decides(&w, "devi", notice, later(REVIEW)).await.expect("the deputy, also while the coordinator is there");

        // The deputy works with the dossier and proposes it of another look of the coordinator: nobody of the team is left.
        w.joost().assigns(dossier.first_part(), w.person("devi").staff()).await.expect("his team");
        w.joost().performs(End(emergency)).await.expect("his own");
        let second = breaks_in(&w, "joost", &BILAL).await;
        let notice = proposed(&w, "devi", second).await;
        denied(&decides(&w, "joost", notice, later(REVIEW)).await);
        denied(&decides(&w, "devi", notice, later(REVIEW)).await);
        assert_eq!(listed(&w, "olga").await, [notice]);
        decides(&w, "olga", notice, later(REVIEW)).await.expect("at once");
    }

    async fn nobody_else_proposes_reads_or_decides(w: World) {
        let (dossier, emergency, notice) = proposed_by_tom(&w).await;
        w.joost().performs(Declare {
            about: About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) },
            kind: ConflictKind::Relative,
        }).await.expect("declared");

        for who in ["samira", "karin", "kees", "petra", "wouter", "joost", "olga"] {
            denied(&w.person(who).performs(proposal(emergency)).await);
            denied(&w.person(who).looks(Prepare(emergency)).await);
            denied(&w.person(who).looks(Read(notice)).await);
            denied(&decides(&w, who, notice, later(REVIEW)).await);
            denied(&releases(&w, who, notice, true).await);
        }
        assert!(listed(&w, "joost").await.is_empty(), "behind a wall");
        for who in ["tom", "samira", "kees"] {
            denied(&w.person(who).looks(List).await);
        }
        w.joost().performs(Exclude { dossier: dossier.id, staff: w.person("devi").staff() }).await.expect_err("walled");
        w.ria().looks(Prepare(emergency)).await.expect("she works with it");
    }

    async fn a_decision_asks_for_password_and_code_of_a_moment_ago(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        w.joost().signs_in().await;
        w.clock.advance(SignedDuration::from_mins(14));

        let says = later(REVIEW);
        let stale = w.joost().performs(Decide { notice, says, sentence: sentence() }).await;

        assert!(matches!(&stale, Err(NotDone::Denied { policies }) if policies == &["wall-stale-sign-in"]), "{stale:?}");
    }

    async fn two_windows_and_two_workers_make_one_notice(w: World) {
        let (_, emergency, notice) = proposed_by_tom(&w).await;

        assert_eq!(proposed(&w, "tom", emergency).await, notice);
        assert_eq!(proposed(&w, "ria", emergency).await, notice);

        assert_eq!(listed(&w, "joost").await, [notice]);
        let told = w.joost().looks(Read(notice)).await.expect("his team");
        assert_eq!(told.steps.len(), 1, "{told:?}");
        assert_eq!(&*told.steps[0].sentence, "De ex-partner leest mee op zijn telefoon.");
    }

    async fn a_proposal_nobody_answers_hides_for_five_working_days_and_comes_to_the_officer_first(w: World) {
        let (dossier, emergency, notice) = proposed_by_tom(&w).await;
        denied(&w.olga().looks(Read(notice)).await);

        // Monday 2 March; the second working day after it is the officer's as well.
        w.clock.set("2026-03-03T22:59:00Z");
        assert!(listed(&w, "olga").await.is_empty());
        w.clock.set("2026-03-03T23:00:00Z");
        assert_eq!(listed(&w, "olga").await, [notice]);
        w.clock.set("2026-03-09T22:59:00Z");
        assert!(own(&w, dossier.id).await.1.looks.iter().all(|look| !look.emergency));
        w.olga().signs_in_again().await;
        w.clock.set("2026-03-09T23:00:00Z");

        over(&decides(&w, "joost", notice, later(REVIEW)).await);
        assert_eq!(stage(&w, "joost", notice).await, Stage::Lapsed { on: date(2026, 3, 10) });
        assert_eq!(listed(&w, "joost").await, [notice], "the list says that it lapsed");
        let (_, looks) = own(&w, dossier.id).await;
        assert!(looks.looks.iter().any(|look| look.emergency));
        assert_eq!(looks.told_later.len(), 1);
        assert_eq!(looks.told_later[0].ground, None, "nobody agreed to the ground");
        let again = w.ria().performs(proposal(emergency)).await;
        assert!(matches!(again, Err(NotDone::Rejected(ProposeRefused::Seen))), "{again:?}");
    }

    async fn one_worker_alone_withholds_nothing_for_longer_than_the_five_days(w: World) {
        let (dossier, emergency, notice) = proposed_by_tom(&w).await;
        // The client looks while it is hidden and sees nothing of it: that is no seeing.
        w.clock.set("2026-03-05T09:00:00Z");
        assert!(own(&w, dossier.id).await.1.looks.iter().all(|look| !look.emergency));
        w.clock.set("2026-03-09T23:00:00Z");
        assert_eq!(stage(&w, "joost", notice).await, Stage::Lapsed { on: date(2026, 3, 10) });

        let again = w.tom().performs(proposal(emergency)).await;

        assert!(matches!(again, Err(NotDone::Rejected(ProposeRefused::Before))), "{again:?}");
        let other = proposed(&w, "ria", emergency).await;
        assert_ne!(other, notice);
        assert!(own(&w, dossier.id).await.1.looks.iter().all(|look| !look.emergency));
        decides(&w, "joost", other, Says::Now).await.expect("the second person");
        let third = w.ria().performs(proposal(emergency)).await;
        assert!(matches!(third, Err(NotDone::Rejected(ProposeRefused::Before))), "{third:?}");
    }

    async fn telling_and_hiding_again_does_not_begin_the_ninety_days_anew(w: World) {
        let (_, emergency, notice) = proposed_by_tom(&w).await;
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        w.clock.set("2026-05-29T09:00:00Z");
        releases(&w, "joost", notice, false).await.expect("his team");
        let second = proposed(&w, "ria", emergency).await;

        w.clock.set("2026-05-30T09:00:00Z");
        let beyond = decides(&w, "joost", second, later(date(2026, 6, 10))).await;
        assert!(
            matches!(&beyond, Err(NotDone::Rejected(DecideRefused::Review(ReviewDayError::TooLate { max })))
                if *max == date(2026, 5, 31)),
            "{beyond:?}"
        );
        w.clock.set("2026-05-31T09:00:00Z");
        let over = decides(&w, "joost", second, later(date(2026, 6, 10))).await;
        assert!(matches!(over, Err(NotDone::Rejected(DecideRefused::Review(ReviewDayError::OfficerOnly)))), "{over:?}");
        decides(&w, "olga", second, later(date(2026, 6, 10))).await.expect("the officer goes on");
    }

    async fn who_does_not_agree_shows_it_at_once(w: World) {
        let (dossier, emergency, notice) = proposed_by_tom(&w).await;

        decides(&w, "devi", notice, Says::Now).await.expect("the deputy may as well");

        over(&decides(&w, "joost", notice, later(REVIEW)).await);
        over(&releases(&w, "joost", notice, true).await);
        assert!(listed(&w, "joost").await.is_empty());
        // Nobody read it since: a better reason may be proposed again.
        let second = proposed(&w, "ria", emergency).await;
        assert_ne!(second, notice);
        decides(&w, "joost", second, Says::Now).await.expect("nor he");
        assert!(own(&w, dossier.id).await.1.looks.iter().any(|look| look.emergency));
    }

    async fn the_review_is_within_thirty_days_by_the_calendar_of_amsterdam(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        // 23:30 UTC on the 3rd is the 4th in Amsterdam.
        w.clock.set("2026-03-03T23:30:00Z");
        w.joost().signs_in_again().await;

        for (wanted, refused) in [
            (date(2026, 3, 4), ReviewDayError::NotLater),
            (date(2026, 4, 4), ReviewDayError::TooLate { max: date(2026, 4, 3) }),
        ] {
            let done = decides(&w, "joost", notice, later(wanted)).await;
            assert!(matches!(&done, Err(NotDone::Rejected(DecideRefused::Review(why))) if *why == refused), "{done:?}");
        }
        decides(&w, "joost", notice, later(date(2026, 4, 3))).await.expect("the thirtieth day");
        assert_eq!(stage(&w, "joost", notice).await, Stage::Withheld { review_on: date(2026, 4, 3) });
    }

    async fn a_review_day_that_passes_tells_nothing_and_comes_to_the_officer(w: World) {
        let (dossier, _, notice) = proposed_by_tom(&w).await;
        let before = own(&w, dossier.id).await;
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");

        w.clock.set("2026-04-02T09:00:00Z");
        assert!(listed(&w, "olga").await.is_empty());
        assert_eq!(listed(&w, "joost").await, [notice]);
        // Good Friday and Easter Monday do not count.
        w.clock.set("2026-04-10T09:00:00Z");
        assert_eq!(listed(&w, "olga").await, [notice]);
        assert_eq!(own(&w, dossier.id).await, before, "danger does not end because somebody is late");

        w.clock.set("2026-12-03T09:00:00Z");
        assert_eq!(listed(&w, "olga").await, [notice], "it stays on a list until somebody decides");
        releases(&w, "olga", notice, false).await.expect("long overdue");
    }

    async fn after_ninety_days_only_the_officer_extends(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        let ninety = date(2026, 5, 31);
        for (on, known, wanted) in [
            ("2026-04-01T09:00:00Z", REVIEW, date(2026, 5, 1)),
            ("2026-05-01T09:00:00Z", date(2026, 5, 1), ninety),
        ] {
            w.clock.set(on);
            extends(&w, "devi", notice, (known, wanted)).await.expect("within the days of the team");
        }
        assert_eq!(stage(&w, "joost", notice).await, Stage::Withheld { review_on: ninety });

        w.clock.set("2026-05-16T09:00:00Z");
        denied(&extends(&w, "joost", notice, (ninety, date(2026, 6, 10))).await);
        denied(&extends(&w, "olga", notice, (ninety, date(2026, 6, 10))).await);
        w.clock.set("2026-05-17T09:00:00Z");
        extends(&w, "olga", notice, (ninety, date(2026, 6, 16))).await.expect("two weeks ahead");
        denied(&extends(&w, "joost", notice, (date(2026, 6, 16), date(2026, 6, 17))).await);
        releases(&w, "joost", notice, true).await.expect("telling is always the team's as well");
    }

    async fn an_extension_on_top_of_another_is_refused(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        decides(&w, "joost", notice, later(date(2026, 3, 20))).await.expect("the second person");

        extends(&w, "devi", notice, (date(2026, 3, 20), date(2026, 3, 25))).await.expect("first");

        over(&extends(&w, "joost", notice, (date(2026, 3, 20), date(2026, 3, 30))).await);
        assert_eq!(stage(&w, "joost", notice).await, Stage::Withheld { review_on: date(2026, 3, 25) });
    }
}
