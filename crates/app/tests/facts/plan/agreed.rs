//! Agreed by both: nothing that was said is overwritten, and a later version is a proposal.

use app::plan::{AnswerQuestion, AskOwn, OwnRefused, TalkRefused};
use app::today::{ReadToday, What};
use domain::plan::{Side, State};
use jiff::civil::date;
use jiff::{SignedDuration, ToSpan};
use testkit::both_engines;

use super::*;

both_engines! {
    async fn the_client_agrees_to_what_was_on_the_screen_while_the_worker_saves_another(w: World) {
        let (dossier, first) = with_a_goal(&w).await;
        let part = dossier.first_part();
        saves(&w, w.ria(), part, Some(first), 1, goal("Ik wil rust en een baan.")).await.expect("saved");
        agrees(&w, part, 2, How::Portal).await.expect("asked");
        let (bilal, ria) = (w.bilal().asker().await, w.ria().asker().await);

        let (yes, saved) = tokio::join!(
            w.app.perform(bilal, answers(part, 2, Answer::Agreed, "")),
            w.app.perform(ria, save(&w, part, Some(first), 2, goal("Ik wil vooral een baan."))),
        );

        yes.expect("kept");
        saved.expect("kept too");
        for now in [plan(w.ria(), dossier.id).await, own_plan(&w, dossier.id).await] {
            let standing = now.standing();
            assert_eq!(standing.agreed.map(|it| it.version), Some(2));
            assert_eq!((now.version, standing.state), (3, State::Proposal));
        }
    }

    async fn a_late_yes_is_kept_with_the_version_it_was_said_of(w: World) {
        let (dossier, first) = with_a_goal(&w).await;
        let part = dossier.first_part();
        agrees(&w, part, 1, How::Portal).await.expect("asked");
        saves(&w, w.ria(), part, Some(first), 1, goal("Iets anders.")).await.expect("saved");

        let (_, newer) = w.bilal().performs(answers(part, 1, Answer::Agreed, "")).await.expect("kept");

        assert!(newer, "he hears that there is a newer one");
        let now = own_plan(&w, dossier.id).await;
        assert_eq!(now.standing().agreed.map(|it| it.version), Some(1));
        assert_eq!(now.standing().state, State::Proposal);
    }

    async fn who_agreed_is_never_overwritten(w: World) {
        let (dossier, _) = with_a_goal(&w).await;
        let part = dossier.first_part();
        agrees(&w, part, 1, How::Portal).await.expect("asked");
        w.bilal().performs(answers(part, 1, Answer::Agreed, "")).await.expect("agreed");
        let agreed = own_plan(&w, dossier.id).await.standing().agreed;
        w.clock.advance(SignedDuration::from_hours(50));

        w.bilal().performs(answers(part, 1, Answer::Agreed, "")).await.expect("again");
        w.bilal().performs(answers(part, 1, Answer::TalkFirst, "Toch even praten.")).await.expect("kept");

        let now = own_plan(&w, dossier.id).await;
        assert_eq!(now.standing().agreed, agreed, "the first day stands");
        assert_eq!(now.said.len(), 3, "the second yes added nothing, the talk did");
        assert_eq!(now.questions.len(), 1);
    }

    async fn a_talk_that_the_worker_noted_counts_on_its_day_and_not_before_the_version(w: World) {
        let (dossier, _) = with_a_goal(&w).await;
        let part = dossier.first_part();
        let today = amsterdam_date(w.now());
        let on = |on| Agree { part, version: 1, on, how: How::Talk };

        let tomorrow = w.ria().performs(on(today.saturating_add(1.day()))).await;
        let before = w.ria().performs(on(today.saturating_add((-1).days()))).await;
        let not_newest = agrees(&w, part, 2, How::Talk).await;

        assert!(matches!(tomorrow, Err(NotDone::Rejected(TalkRefused::InFuture))), "{tomorrow:?}");
        assert!(matches!(before, Err(NotDone::Rejected(TalkRefused::BeforeVersion))), "{before:?}");
        assert!(matches!(not_newest, Err(NotDone::Rejected(TalkRefused::NotNewest))), "{not_newest:?}");
        w.ria().performs(on(today)).await.expect("in a talk");
        let standing = own_plan(&w, dossier.id).await.standing();
        assert_eq!(standing.agreed.map(|it| (it.version, it.on)), Some((1, today)));
    }

    async fn a_wish_to_talk_first_waits_on_the_day_of_the_worker_until_it_is_answered(w: World) {
        let (dossier, _) = with_a_goal(&w).await;
        let part = dossier.first_part();
        agrees(&w, part, 1, How::Portal).await.expect("asked");
        w.bilal().performs(answers(part, 1, Answer::TalkFirst, "Ik snap doel 1 niet.")).await.expect("kept");
        let waiting = async |who: Person<'_>| {
            let today = who.looks(ReadToday).await.expect("carries cases");
            today.waits.iter().filter(|it| matches!(it.what, What::Plan { talk_first: true, .. })).count()
        };

        assert_eq!((waiting(w.ria()).await, waiting(w.samira()).await, waiting(w.tom()).await), (1, 1, 0));
        let now = plan(w.ria(), dossier.id).await;
        assert_eq!(now.standing().state, State::TalkFirst);
        let question = &now.questions[0];
        assert_eq!(question.words.as_ref().map(|it| it.as_str()), Some("Ik snap doel 1 niet."));
        let answer = AnswerQuestion { part, question: question.id, text: "Morgen bespreken wij het.".into() };
        w.ria().performs(answer.clone()).await.expect("answered");
        let twice = w.samira().performs(answer).await;
        assert!(matches!(twice, Err(NotDone::Rejected(TalkRefused::Answered))), "{twice:?}");
        assert_eq!(waiting(w.ria()).await, 0);
        let told = own_plan(&w, dossier.id).await.questions[0].answer.clone().expect("an answer");
        assert_eq!((&*told.text, told.staff_name.as_str()), ("Morgen bespreken wij het.", "Ria de Wit"));
    }

    async fn a_question_is_asked_once_and_about_what_is_there(w: World) {
        let (dossier, _, own) = with_a_step(&w, date(2026, 4, 1)).await;
        let part = dossier.first_part();
        let ask = |item, words: &str| AskOwn { part, item, words: words.into(), form: w.random_id() };
        let once = ask(Some(own), "Wie heeft het nummer?");

        for _ in 0..2 {
            w.bilal().performs(once.clone()).await.expect("asked");
        }

        assert_eq!(plan(w.ria(), dossier.id).await.questions.len(), 1);
        let nowhere = w.bilal().performs(ask(Some(PlanItemId(w.random_id())), "Wat?")).await;
        assert!(matches!(nowhere, Err(NotDone::Rejected(OwnRefused::Gone))), "{nowhere:?}");
        let long = w.bilal().performs(ask(None, &"a".repeat(10_000))).await;
        assert!(matches!(long, Err(NotDone::Rejected(OwnRefused::Words(_)))), "{long:?}");
    }

    async fn a_client_says_done_of_what_they_do_themselves_and_of_nothing_else(w: World) {
        let (dossier, first, own) = with_a_step(&w, date(2026, 4, 1)).await;
        let part = dossier.first_part();
        saves(&w, w.ria(), part, None, 2, step(first, Doer::Worker, None)).await.expect("saved");
        let of_ria = plan(w.ria(), dossier.id).await.plan.goals[0].steps[1].id;

        w.bilal().performs(done(part, own)).await.expect("his own");
        let not_his = w.bilal().performs(done(part, of_ria)).await;

        assert!(matches!(not_his, Err(NotDone::Rejected(OwnRefused::Gone))), "{not_his:?}");
        let now = own_plan(&w, dossier.id).await;
        assert_eq!(now.done.iter().map(|it| (it.item, it.side)).collect::<Vec<_>>(), [(own, Side::Client)]);
    }
}
