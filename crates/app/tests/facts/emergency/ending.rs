//! How it ends (ACC-03): by itself, by the worker, by the coordinator, by a wall, and what is kept of it for how long.

use testkit::both_engines;

use super::*;

both_engines! {
    async fn it_ends_by_itself_at_the_moment_that_was_said(w: World) {
        let dossier = bilals(&w).await;
        let Ok(Opened::Now { until, .. }) = opens(&w, "tom", form(&BILAL)).await else { panic!("it opens") };

        w.tom().signs_in().await;
        w.clock.set_to(until - SignedDuration::from_millis(1));
        w.tom().reads(dossier.id).await.expect("open until then");
        w.clock.set_to(until);

        denied(&w.tom().reads(dossier.id).await);
        denied(&w.tom().writes(dossier.first_part(), "Nog iets.").await);
        assert!(w.tom().looks(ChooseOwn).await.expect("a list").is_empty());
        assert!(w.tom().looks(Begin).await.expect("carries cases").openings.is_empty());
    }

    async fn four_hours_are_four_hours_in_the_night_of_the_clocks(w: World) {
        let dossier = bilals(&w).await;
        for night in ["2026-03-28T23:30:00Z", "2026-10-24T22:30:00Z"] {
            let begin: Timestamp = night.parse().expect("an instant");
            w.clock.set_to(begin);
            let Ok(Opened::Now { until, .. }) = opens(&w, "tom", form(&BILAL)).await else { panic!("it opens") };
            let opened_at = w.now();
            assert_eq!(until.duration_since(opened_at), SignedDuration::from_hours(4), "{night}");
            w.clock.set_to(until);
            denied(&w.tom().reads(dossier.id).await);
        }
    }

    async fn a_clock_that_falls_back_opens_nothing_and_lengthens_nothing(w: World) {
        let dossier = bilals(&w).await;
        opened(&w, "tom", &BILAL).await;
        w.tom().reads(dossier.id).await.expect("open");

        // As if the clock fell back two hours: seen from now it was opened later.
        let later = "UPDATE emergency_access SET opened_at = opened_at + 7200000, ends_at = ends_at + 7200000";
        w.raw().run(later).await;

        denied(&w.tom().reads(dossier.id).await);
        assert!(w.tom().looks(ChooseOwn).await.expect("a list").is_empty());
        let again = opens(&w, "tom", form(&BILAL)).await;
        assert!(matches!(again, Ok(Opened::Now { .. })), "a new one, with a notice of its own: {again:?}");
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, 2);
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access WHERE ended_at IS NULL").await, 1);
        w.clock.advance(SignedDuration::from_hours(4));
        denied(&w.tom().reads(dossier.id).await);
    }

    async fn worker_and_coordinator_and_deputy_end_it_and_nobody_else(w: World) {
        let dossier = bilals(&w).await;
        for who in ["tom", "joost", "devi"] {
            opened(&w, "tom", &BILAL).await;
            let id = access(&w, "tom").await;
            for other in ["samira", "karin", "kees"] {
                denied(&w.person(other).performs(End(id)).await);
            }
            w.tom().reads(dossier.id).await.expect("open");

            w.person(who).performs(End(id)).await.expect(who);

            denied(&w.tom().reads(dossier.id).await);
            let twice = w.person(who).performs(End(id)).await;
            assert!(matches!(twice, Err(NotDone::Rejected(EndRefused::Ended))), "{twice:?}");
        }
        denied(&w.joost().performs(End(domain::EmergencyId(w.random_id()))).await);
    }

    async fn a_wall_that_appears_ends_it_for_good(w: World) {
        let dossier = bilals(&w).await;
        let entry = w.ria().reads(dossier.id).await.expect("involved").entries[0].id;
        let staff = w.tom().staff();

        opened(&w, "tom", &BILAL).await;
        w.joost().performs(Exclude { dossier: dossier.id, staff }).await.expect("his team");
        denied(&w.tom().reads(dossier.id).await);
        let exclusion = w.joost().looks(ReadExcluded(dossier.id)).await.expect("his team").exclusions[0].id;
        w.joost().performs(Include { dossier: dossier.id, exclusion }).await.expect("the client wants him again");
        denied(&w.tom().reads(dossier.id).await);

        opened(&w, "tom", &BILAL).await;
        w.ria().performs(Hide { entry, audience: ShieldAudience::OtherWorkers, staff: None }).await.expect("hidden");
        denied(&w.tom().reads(dossier.id).await);

        opened(&w, "tom", &BILAL).await;
        let hide = Hide { entry, audience: ShieldAudience::OneWorker, staff: Some(w.person("samira").staff()) };
        let _ = w.ria().performs(hide).await;
        w.tom().reads(dossier.id).await.expect("hidden from somebody else");
        w.ria().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Safety }).await.expect("hers");
        denied(&w.tom().reads(dossier.id).await);

        let danger = because(EmergencyReason::ImmediateDanger, &BILAL);
        assert!(matches!(opens(&w, "tom", danger).await, Ok(Opened::Now { .. })));
        let about = About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) };
        w.tom().performs(Declare { kind: ConflictKind::Neighbour, about }).await.expect("declared");
        denied(&w.tom().reads(dossier.id).await);

        let how = w.raw().rows("SELECT ended_how FROM emergency_access").await;
        assert!(how.len() == 4 && how.iter().all(|row| row[0].text() == "wall"));
    }

    async fn who_loses_the_function_or_the_post_loses_it_at_once(w: World) {
        let dossier = bilals(&w).await;
        opened(&w, "tom", &BILAL).await;
        let raw = w.raw();
        let tom = raw.id(w.tom().staff().uuid());

        raw.run(&format!("UPDATE staff SET function = 'intake' WHERE id = {tom}")).await;
        denied(&w.tom().reads(dossier.id).await);
        raw.run(&format!("UPDATE staff SET function = 'decision-officer' WHERE id = {tom}")).await;
        denied(&w.tom().reads(dossier.id).await);
        raw.run(&format!("UPDATE staff SET function = 'worker' WHERE id = {tom}")).await;
        w.tom().reads(dossier.id).await.expect("the time has not passed");
    }

    async fn a_question_goes_after_thirty_days_and_an_access_after_five_years(w: World) {
        bilals(&w).await;
        opened(&w, "tom", &BILAL).await;
        asks(&w, "tom", form(&FATMA)).await;

        w.clock.advance(SignedDuration::from_hours(30 * 24 - 1));
        w.store.tidy().await.expect("tidied");
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_request").await, 1);
        w.clock.advance(SignedDuration::from_hours(2));
        w.store.tidy().await.expect("tidied");

        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_request").await, 0);
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, 1);
        for (hours, left) in [((5 * 365 + 1 - 32) * 24, 1), (3 * 24, 0)] {
            w.clock.advance(SignedDuration::from_hours(hours));
            w.store.tidy().await.expect("tidied");
            assert_eq!(purges(&w).await, u64::from(left == 0));
            assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, left, "five years");
            let record = w.last_record().await;
            assert_eq!((record.event.as_str(), record.function.as_str()), ("PurgeEmergencies", "purge-emergencies"));
            assert_eq!(record.count, u64::from(left == 0));
        }
    }

    async fn only_its_own_clock_throws_accesses_away(w: World) {
        bilals(&w).await;
        opened(&w, "tom", &BILAL).await;
        w.clock.advance(SignedDuration::from_hours(6 * 365 * 24));
        w.store.tidy().await.expect("tidied");

        let another = Asker { who: Who::System(Job::PurgeContacts), correlation: w.random_id() };
        denied(&w.app.perform(another, PurgeOld).await);
        w.joost().signs_in().await;
        denied(&w.joost().performs(PurgeOld).await);

        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, 1);
        assert_eq!(purges(&w).await, 1);
    }
}
