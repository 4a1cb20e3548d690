//! Writing: each save a version, two people at once, what is stopped, what a page costs.

use app::plan::{MarkStep, Print, ReadDueDates, ReadVersion, ReadVersions};
use app::task::{Filter, Item, ListTasks};
use domain::LegalDomain::Voluntary;
use domain::plan::{Change, DueKind, PlanRefused, PrintPurpose, Side, differences};
use jiff::ToSpan;
use jiff::civil::date;
use testkit::both_engines;

use super::*;

both_engines! {
    async fn of_two_workers_who_change_one_goal_at_once_one_holds_and_the_other_gets_both_texts(w: World) {
        let (dossier, first) = with_a_goal(&w).await;
        let part = dossier.first_part();
        let (ria, samira) = (w.ria().asker().await, w.samira().asker().await);

        let (one, two) = tokio::join!(
            w.app.perform(ria, save(&w, part, Some(first), 1, goal("Van Ria."))),
            w.app.perform(samira, save(&w, part, Some(first), 1, goal("Van Samira."))),
        );

        let stale = match (one, two) {
            (Ok(_), Err(NotDone::Rejected(SaveRefused::Stale(stale))))
            | (Err(NotDone::Rejected(SaveRefused::Stale(stale))), Ok(_)) => stale,
            other => panic!("one holds and one hears: {other:?}"),
        };
        let now = plan(w.ria(), dossier.id).await;
        assert_eq!(now.version, 2);
        assert_eq!(stale.now.plan, now.plan, "the other text as it stands");
        assert_eq!(stale.item, first);
    }

    async fn of_two_who_change_different_things_at_once_both_are_kept(w: World) {
        let (dossier, first) = with_a_goal(&w).await;
        let part = dossier.first_part();
        let (ria, samira) = (w.ria().asker().await, w.samira().asker().await);

        let (one, two) = tokio::join!(
            w.app.perform(ria, save(&w, part, Some(first), 1, goal("Van Ria."))),
            w.app.perform(samira, save(&w, part, None, 1, goal("Van Samira."))),
        );

        one.expect("kept");
        two.expect("kept too");
        let now = plan(w.ria(), dossier.id).await;
        let words: Vec<_> = now.plan.goals.iter().map(|goal| goal.own_words.as_str()).collect();
        assert_eq!((now.version, words), (3, vec!["Van Ria.", "Van Samira."]));
    }

    async fn two_first_goals_at_once_make_one_plan(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let part = dossier.first_part();
        w.joost().assigns(part, w.samira().staff()).await.expect("assigned");
        let (ria, samira) = (w.ria().asker().await, w.samira().asker().await);

        let (one, two) = tokio::join!(
            w.app.perform(ria, save(&w, part, None, 0, goal("Van Ria."))),
            w.app.perform(samira, save(&w, part, None, 0, goal("Van Samira."))),
        );

        one.expect("kept");
        two.expect("kept too");
        assert_eq!(plan(w.ria(), dossier.id).await.plan.goals.len(), 2);
    }

    async fn a_form_sent_twice_saves_once_and_what_changes_nothing_is_no_version(w: World) {
        let (dossier, first) = with_a_goal(&w).await;
        let twice = save(&w, dossier.first_part(), None, 1, goal("Leren fietsen."));

        let answers = [
            w.ria().performs(twice.clone()).await.expect("saved"),
            w.ria().performs(twice).await.expect("the same"),
        ];
        let same = saves(&w, w.ria(), dossier.first_part(), Some(first), 2, goal("Ik wil rust.")).await;

        assert_eq!(answers[0], answers[1]);
        assert_eq!(same.expect("no error"), Saved::Unchanged(dossier.id));
        assert_eq!(plan(w.ria(), dossier.id).await.version, 2);
    }

    async fn a_stopped_goal_leaves_a_trace_and_earlier_versions_stay(w: World) {
        let (dossier, first) = with_a_goal(&w).await;
        let stop = Change::Stop { why: "Bilal wil iets anders.".into() };

        saves(&w, w.samira(), dossier.first_part(), Some(first), 1, stop).await.expect("stopped");

        let now = plan(w.ria(), dossier.id).await;
        assert_eq!(now.plan.goals[0].stopped.as_ref().map(|it| it.why.as_str()), Some("Bilal wil iets anders."));
        let versions = w.ria().looks(ReadVersions { dossier: dossier.id, domain: Voluntary }).await.expect("hers");
        let told: Vec<_> = versions.iter().map(|it| (it.number, it.author_name.as_str())).collect();
        assert_eq!(told, [(2, "Samira Haddad"), (1, "Ria de Wit")]);
        let asked = ReadVersion { dossier: dossier.id, domain: Voluntary, number: 2 };
        let read = w.ria().looks(asked).await.expect("hers").expect("there");
        assert_eq!(differences(&read.before, &read.after).len(), 1);
        assert!(read.before.goals[0].stopped.is_none(), "the earlier version is what it was");
        let none = ReadVersion { number: 3, ..asked };
        assert_eq!(w.ria().looks(none).await.expect("hers"), None);
        let again = saves(&w, w.ria(), dossier.first_part(), Some(first), 2, goal("Toch.")).await;
        assert!(matches!(again, Err(NotDone::Rejected(SaveRefused::Plan(PlanRefused::Gone)))), "{again:?}");
    }

    async fn what_was_written_is_sealed(w: World) {
        let (dossier, _) = with_a_goal(&w).await;

        let content = w.raw().one("SELECT content FROM plan_version").await;

        assert!(!content.bytes().windows(4).any(|it| it == b"rust"), "no words in the database");
        let gone = w.raw().one("SELECT category FROM plan").await;
        assert_eq!(gone.text(), "plan", "{}", dossier.number);
    }

    async fn the_page_costs_the_same_with_one_goal_and_with_forty(w: World) {
        let (dossier, _) = with_a_goal(&w).await;
        let asker = w.ria().asker().await;
        let mut costs = Vec::new();

        for round in 0..2 {
            let before = store::tally();
            let found = w.app.look(asker, ReadPlans(dossier.id)).await.expect("involved");
            found.done().await.expect("recorded");
            let cost = store::tally().since(before);
            costs.push((cost.statements, cost.decisions));
            for number in 0..39 * (1 - round) {
                let words = goal(&format!("Doel {number}."));
                saves(&w, w.ria(), dossier.first_part(), None, 1, words).await.expect("saved");
            }
        }

        assert_eq!(plan(w.ria(), dossier.id).await.plan.goals.len(), 40);
        assert_eq!(costs[0], costs[1]);
    }

    async fn the_days_that_ask_for_work_follow_the_newest_version(w: World) {
        let today = amsterdam_date(w.now());
        let by = today.saturating_add(7.days());
        let (dossier, first, own) = with_a_step(&w, by).await;
        let part = dossier.first_part();
        let planned = Change::Evaluation { planned: today.saturating_add(30.days()) };
        saves(&w, w.ria(), part, None, 2, planned).await.expect("saved");
        let days = async |until: i32| {
            let last = today.saturating_add(until.days());
            let found = w.ria().looks(ReadDueDates { last }).await.expect("carries cases");
            found.iter().map(|it| (it.kind, it.on)).collect::<Vec<_>>()
        };

        assert_eq!(days(6).await, []);
        assert_eq!(days(7).await, [(DueKind::Step, by)]);
        assert_eq!(days(30).await.len(), 2);
        assert_eq!(w.ria().looks(ReadDueDates { last: by }).await.expect("hers")[0].dossier, dossier.id);
        assert_eq!(w.tom().looks(ReadDueDates { last: by }).await.expect("carries cases"), [], "not his");
        let tasks = w.ria().looks(ListTasks(Filter::default())).await.expect("carries cases");
        let due = tasks.lines.iter().filter(|line| matches!(line.item, Item::Plan { kind: DueKind::Step }));
        assert_eq!(due.map(|line| (line.dossier, line.due)).collect::<Vec<_>>(), [(Some(dossier.id), Some(by))]);

        w.ria().performs(MarkStep { part, step: own, done: true }).await.expect("hers");
        assert_eq!(days(7).await, [], "done asks for nothing");
        let later = step(first, Doer::Client, Some(today.saturating_add(5.days())));
        saves(&w, w.ria(), part, Some(own), 3, later).await.expect("saved");
        assert_eq!(days(7).await, [], "also with another day");
        w.ria().performs(MarkStep { part, step: own, done: false }).await.expect("undone");
        assert_eq!(days(7).await, [(DueKind::Step, today.saturating_add(5.days()))]);
        let stop = Change::Stop { why: "Klaar ermee.".into() };
        saves(&w, w.ria(), part, Some(first), 4, stop).await.expect("stopped");
        assert_eq!(days(7).await, [], "nor does an agreement of a goal that was stopped");
    }

    async fn a_print_says_on_the_record_for_what(w: World) {
        let (dossier, _) = with_a_goal(&w).await;

        let purpose = PrintPurpose::Meeting;
        let printed = w.ria().performs(Print { dossier: dossier.id, purpose }).await.expect("hers");

        assert_eq!(printed[0].plan.goals.len(), 1);
        let record = w.last_record().await;
        assert_eq!((record.event.as_str(), record.reason.as_str()), ("PrintPlan", "print-meeting"));
        denied(&w.tom().performs(Print { dossier: dossier.id, purpose }).await);
    }

    async fn who_did_what_when_stays_known(w: World) {
        let (dossier, _, own) = with_a_step(&w, date(2026, 4, 1)).await;
        let part = dossier.first_part();

        w.bilal().performs(done(part, own)).await.expect("his own");
        w.ria().performs(MarkStep { part, step: own, done: true }).await.expect("already so");

        let now = plan(w.ria(), dossier.id).await;
        assert_eq!(now.done(own).map(|it| it.side), Some(Side::Client), "the first who said it");
        assert_eq!(now.version, 2, "no version: what was agreed stays");
        w.ria().performs(MarkStep { part, step: own, done: false }).await.expect("undone");
        let marks = w.raw().one("SELECT COUNT(*) FROM plan_mark").await;
        assert_eq!(marks.int(), 2, "the trace stays");
    }
}
