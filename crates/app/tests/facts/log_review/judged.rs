//! Who judges what stood out, once, and what comes of it: a breach where somebody saw what they should not have.

use testkit::both_engines;

use super::*;

both_engines! {
    async fn the_coordinators_own_looks_are_the_deputys_and_the_officers_to_judge(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().looks(ReadWho(dossier.id)).await.expect("his team");
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        let of_joost = of(&w, "Joost Meijer", Finding::ManyDossiers).await.id;
        let of_ria = of(&w, "Ria de Wit", Finding::ManyDossiers).await.id;

        assert_eq!(judges_of(&w, of_joost).await, ["devi", "olga"]);
        assert_eq!(judges_of(&w, of_ria).await, ["joost", "olga"]);
        let (from, until) = (w.now(), w.now() + SignedDuration::from_hours(8));
        w.joost().performs(OwnAbsence { from, until }).await.expect("registered");
        assert_eq!(judges_of(&w, of_ria).await, ["joost", "devi", "olga"], "the deputy in his place");
    }

    async fn who_works_for_two_teams_is_counted_as_one_and_judged_by_either(w: World) {
        sets(&w, MONDAY, Thresholds { dossiers: 1, ..Thresholds::FIRST }).await;
        let member = w.samira().member();
        let post = NewPost {
            person: member.person,
            account: member.account,
            controller: w.house.municipality,
            team: Some(w.house.zuid),
            function: Function::Worker,
            name: "Samira Haddad".into(),
            phone: String::new(),
            from: w.now(),
        };
        w.store.add_post(post).await.expect("a post");
        let (one, other) = (w.ria().opens_dossier_of(BILAL).await, w.tom().opens_dossier_of(FATMA).await);
        w.samira().reads(one.id).await.expect_err("not involved");
        w.samira().reads(other.id).await.expect_err("not involved");
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-02 Samira Haddad many-dossiers 2/2>1"]);
        let finding = of(&w, "Samira Haddad", Finding::ManyDossiers).await.id;
        assert_eq!(judges_of(&w, finding).await, ["joost", "karin", "olga"]);
    }

    async fn who_left_is_found_and_judged_by_who_was_responsible_that_day(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        w.clock.advance(SignedDuration::from_hours(2));
        w.person("ria").leaves().await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        let finding = of(&w, "Ria de Wit", Finding::ManyDossiers).await.id;

        assert_eq!(judges_of(&w, finding).await, ["joost", "olga"]);
    }

    async fn another_organisation_sees_judges_and_counts_only_its_own(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.wouter().opens_dossier_of(FATMA).await;
        w.ria().opens_dossier_of(FATMA).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-02 Ria de Wit many-dossiers 1/0>0"], "sixty is ordinary at the foundation");
        let finding = of(&w, "Ria de Wit", Finding::ManyDossiers).await.id;
        denied(&w.wouter().looks(ReadOne(finding)).await);
    }

    async fn of_two_verdicts_at_once_the_second_reads_the_first_and_a_settled_finding_stays_so(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        let finding = of(&w, "Ria de Wit", Finding::ManyDossiers).await.id;

        says(&w, "joost", finding, Verdict::Asked, 0).await.expect("his to judge");
        let second = says(&w, "olga", finding, Verdict::Wrong, 0).await;
        assert!(matches!(second, Err(NotDone::Rejected(JudgeRefused::Overtaken))), "{second:?}");
        assert_eq!(of(&w, "Ria de Wit", Finding::ManyDossiers).await.verdict, Some(Verdict::Asked), "it waits still");
        says(&w, "olga", finding, Verdict::Explained, 1).await.expect("after reading it");

        let read = w.joost().looks(ReadOne(finding)).await.expect("his to read");
        let said: Vec<_> = read.said.iter().map(|it| (it.by.as_str(), it.verdict)).collect();
        assert_eq!(said, [("Joost Meijer", Verdict::Asked), ("Olga Post", Verdict::Explained)]);
        assert_eq!(&*read.said[1].sentence, "Was een groot huisbezoek met de hele straat.");
        assert!(read.settled && waiting(&w, "olga").await.is_empty());
        let late = says(&w, "joost", finding, Verdict::Wrong, 2).await;
        assert!(matches!(late, Err(NotDone::Rejected(JudgeRefused::Overtaken))), "{late:?}");
        let listed = w.joost().looks(List::default()).await.expect("his");
        assert_eq!(listed.settled.iter().map(|it| it.verdict).collect::<Vec<_>>(), [Some(Verdict::Explained)]);
    }

    async fn a_verdict_stands_on_the_record_and_its_sentence_is_sealed(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        let finding = of(&w, "Ria de Wit", Finding::ManyDossiers).await.id;
        says(&w, "joost", finding, Verdict::Wrong, 0).await.expect("his to judge");

        let record = w.last_record().await;

        assert_eq!((record.event.as_str(), record.reason.as_str()), ("JudgeFinding", "wrong"));
        let breach = w.person("olga").looks(app::breach::List).await.expect("oversees").remove(0);
        assert_eq!((record.items, record.outcome), (vec![finding.uuid(), breach.id.uuid()], Outcome::Done));
        let sealed = w.raw().one("SELECT sentence FROM log_verdict").await;
        assert!(!sealed.bytes().windows(10).any(|part| part == b"huisbezoek"));
    }

    async fn what_should_not_have_been_looked_at_is_received_as_one_breach(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        w.samira().opens_dossier_of(FATMA).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        let (wrong, explained) =
            (of(&w, "Ria de Wit", Finding::ManyDossiers).await.id, of(&w, "Samira Haddad", Finding::ManyDossiers).await.id);
        says(&w, "joost", wrong, Verdict::Asked, 0).await.expect("his to judge");
        says(&w, "joost", explained, Verdict::Explained, 0).await.expect("his to judge");
        assert!(w.person("olga").looks(app::breach::List).await.expect("oversees").is_empty());

        says(&w, "joost", wrong, Verdict::Wrong, 1).await.expect("his to judge");
        says(&w, "joost", wrong, Verdict::Wrong, 2).await.expect_err("it is settled");

        let listed = w.person("olga").looks(app::breach::List).await.expect("oversees");
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].emergency, listed[0].finding), (None, Some(wrong)));
        let read = w.person("olga").looks(app::breach::Read(listed[0].id)).await.expect("oversees");
        let origin = read.and_then(|(_, origin)| origin).expect("it is there");
        assert!(matches!(&origin.about, app::breach::About::Finding { worker, .. } if worker == "Ria de Wit"));
        assert_eq!(origin.judged_by, "Joost Meijer");
    }

    async fn where_every_look_was_refused_nothing_was_breached(w: World) {
        w.ria().opens_dossier_of(NADIA).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.nadia().reads(dossier.id).await.expect_err("not involved");
        any_look_stands_out(&w, MONDAY).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        let refused = waiting(&w, "olga").await.into_iter().find(|it| it.times == it.refused).expect("only refused");

        says(&w, "olga", refused.id, Verdict::Wrong, 0).await.expect("hers to judge");

        assert!(w.person("olga").looks(app::breach::List).await.expect("oversees").is_empty());
    }

    async fn a_refused_dossier_that_is_asked_for_again_hides_none_that_was_seen(w: World) {
        sets(&w, MONDAY, Thresholds { dossiers: 1, ..Thresholds::FIRST }).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.samira().opens_dossier_of(FATMA).await;
        for _ in 0..2 {
            w.samira().reads(dossier.id).await.expect_err("not involved");
        }
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        assert_eq!(told(&w).await, ["2026-03-02 Samira Haddad many-dossiers 2/1>1"]);

        let finding = of(&w, "Samira Haddad", Finding::ManyDossiers).await.id;
        says(&w, "joost", finding, Verdict::Wrong, 0).await.expect("his to judge");

        assert_eq!(w.person("olga").looks(app::breach::List).await.expect("oversees").len(), 1);
    }

    async fn searches_that_found_nobody_are_no_breach(w: World) {
        sets(&w, MONDAY, Thresholds { empty_searches: 0, ..Thresholds::FIRST }).await;
        searches(&w, "tom", &FATMA).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        let finding = of(&w, "Tom Bakker", Finding::EmptySearches).await.id;

        says(&w, "karin", finding, Verdict::Wrong, 0).await.expect("hers to judge");

        assert!(w.person("olga").looks(app::breach::List).await.expect("oversees").is_empty());
    }

    async fn after_five_years_a_finding_goes_with_what_was_said_of_it_and_a_day_before_it_stays(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        w.clock.set("2026-03-03T09:00:00Z");
        w.ria().opens_dossier_of(FATMA).await;
        reviews_at(&w, "2026-03-04T09:00:00Z").await;
        let lines = waiting(&w, "olga").await;
        assert_eq!(lines.len(), 2, "{lines:?}");
        for line in &lines {
            says(&w, "joost", line.id, Verdict::Explained, 0).await.expect("his to judge");
        }
        w.raw().run("UPDATE log_finding SET day = '2021-03-04' WHERE day = '2026-03-02'").await;
        w.raw().run("UPDATE log_finding SET day = '2021-03-03' WHERE day = '2026-03-03'").await;

        reviews_at(&w, "2026-03-05T09:00:00Z").await;

        let kept = w.raw().rows("SELECT f.day FROM log_finding f JOIN log_verdict v ON v.finding = f.id").await;
        assert_eq!(kept.iter().map(|row| row[0].text()).collect::<Vec<_>>(), ["2021-03-04"]);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM log_verdict").await.int(), 1);
    }
}
