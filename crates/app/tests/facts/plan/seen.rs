//! Who sees a plan: its own part's workers and the client. No count, no line and no answer for anybody else.

use app::dossier::Close;
use app::emergency::{Form, Open, Opened, Whom};
use app::plan::{AnswerQuestion, AskOwn, MarkStep, ReadOwnVersion, ReadOwnVersions, ReadVersions};
use app::standing::Exclude;
use domain::LegalDomain::{DebtCounselling, Wmo};
use domain::{BirthDate, ClosingReason, EmergencyLength, EmergencyReason, PlanQuestionId, Sentence};
use jiff::civil::date;
use testkit::both_engines;

use super::*;

both_engines! {
    async fn a_worker_of_another_domain_sees_neither_the_plan_nor_a_count(w: World) {
        let dossier = w.ria().takes_in(two_parts()).await;
        let (wmo, debt) = (dossier.part(Wmo), dossier.part(DebtCounselling));
        w.joost().assigns(debt, w.daan().staff()).await.expect("assigned");
        saves(&w, w.ria(), wmo, None, 0, goal("Ik wil rust.")).await.expect("saved");

        let seen = plans(w.daan(), dossier.id).await;

        assert_eq!(seen.iter().map(|it| (it.domain, it.version)).collect::<Vec<_>>(), [(DebtCounselling, 0)]);
        let versions = ReadVersions { dossier: dossier.id, domain: Wmo };
        assert_eq!(w.daan().looks(versions).await.expect("his part is another"), []);
        denied(&saves(&w, w.daan(), wmo, None, 1, goal("Van Daan.")).await);
        let both = plans(w.ria(), dossier.id).await;
        assert_eq!(both.len(), 2, "who works with both sees one after the other");
    }

    async fn the_client_reads_the_earlier_versions_and_nobody_elses(w: World) {
        let (dossier, first, _) = with_a_step(&w, date(2026, 4, 1)).await;
        let law = plan(w.ria(), dossier.id).await.domain;
        let asked = ReadOwnVersion { dossier: dossier.id, domain: law, number: 1 };

        let list = w.bilal().looks(ReadOwnVersions { dossier: dossier.id, domain: law }).await.expect("his own");
        let one = w.bilal().looks(asked).await.expect("his own").expect("there");

        assert_eq!(list.iter().map(|it| it.number).collect::<Vec<_>>(), [2, 1]);
        assert!(one.before.goals.is_empty(), "before the first there was nothing");
        assert!(one.after.goals.iter().any(|it| it.id == first));
        let none = ReadOwnVersion { number: 3, ..asked };
        assert_eq!(w.bilal().looks(none).await.expect("his own"), None);
        denied(&w.fatma().looks(asked).await);
        denied(&w.ria().looks(asked).await);
    }

    async fn who_is_not_involved_or_not_wanted_hears_what_they_hear_of_nothing(w: World) {
        let (dossier, first) = with_a_goal(&w).await;
        let nowhere = DossierId(w.random_id());
        w.joost().performs(Exclude { dossier: dossier.id, staff: w.samira().staff() }).await.expect("his team");

        for who in [w.samira(), w.tom(), w.joost(), w.kees(), w.wouter()] {
            let there = format!("{:?}", who.looks(ReadPlans(dossier.id)).await);
            let not_there = format!("{:?}", who.looks(ReadPlans(nowhere)).await);
            assert_eq!(there, not_there);
            denied(&saves(&w, who, dossier.first_part(), Some(first), 1, goal("Anders.")).await);
        }
        denied(&w.fatma().looks(ReadOwnPlans(dossier.id)).await);
        denied(&w.fatma().performs(answers(dossier.first_part(), 1, Answer::Agreed, "")).await);
    }

    async fn the_plan_of_a_closed_part_is_read_and_not_written(w: World) {
        let (dossier, first, own) = with_a_step(&w, date(2026, 4, 1)).await;
        let part = dossier.first_part();
        let close = Close {
            part,
            reason: ClosingReason::GoalReached,
            result: "Bilal redt het zelf.".into(),
            contact: None, why: "De hulp is gestopt.".into(),
        };
        w.ria().performs(close).await.expect("closed");

        assert_eq!(plan(w.ria(), dossier.id).await.version, 2);
        assert_eq!(own_plan(&w, dossier.id).await.version, 2);
        denied(&saves(&w, w.ria(), part, Some(first), 2, goal("Toch.")).await);
        denied(&w.ria().performs(MarkStep { part, step: own, done: true }).await);
        denied(&agrees(&w, part, 2, How::Talk).await);
        let question = PlanQuestionId(w.random_id());
        denied(&w.ria().performs(AnswerQuestion { part, question, text: "Ja.".into() }).await);
        denied(&w.bilal().performs(answers(part, 2, Answer::Agreed, "")).await);
        denied(&w.bilal().performs(done(part, own)).await);
        denied(&w.bilal().performs(AskOwn { part, item: None, words: "Hoe?".into(), form: w.random_id() }).await);
    }

    async fn who_is_here_in_an_emergency_reads_and_changes_nothing(w: World) {
        let (dossier, first) = with_a_goal(&w).await;
        let form = Form {
            surname: BILAL.surname.to_owned(),
            birth_date: BirthDate::full(BILAL.born),
            bsn: None,
            reason: EmergencyReason::ClientPresent,
            sentence: Sentence::new("Staat aan de balie, kan niet wachten.").expect("a sentence"),
            length: EmergencyLength::USUAL,
        };
        w.tom().signs_in_again().await;
        let opened = w.tom().performs(Open { whom: Whom::Sought(Box::new(form)), form: w.random_id() }).await;
        assert!(matches!(opened, Ok(Opened::Now { .. })), "{opened:?}");

        let seen = plan(w.tom(), dossier.id).await;

        assert_eq!((seen.version, seen.works_with), (1, false));
        let part = dossier.first_part();
        denied(&saves(&w, w.tom(), part, Some(first), 1, goal("Van Tom.")).await);
        let on = amsterdam_date(w.now());
        denied(&w.tom().performs(Agree { part, version: 1, on, how: How::Talk }).await);
        let print = app::plan::Print { dossier: dossier.id, purpose: domain::plan::PrintPurpose::Meeting };
        denied(&w.tom().performs(print).await);
    }

    async fn the_client_sees_who_looked_at_the_plan(w: World) {
        let (dossier, _) = with_a_goal(&w).await;
        w.samira().looks(ReadPlans(dossier.id)).await.expect("involved");

        let looks = w.bilal().sees_looks(dossier.id).await.expect("his own");

        let of_samira = looks.looks.iter().find(|it| it.event == "ReadPlan" && it.staff_name == "Samira Haddad");
        assert!(of_samira.is_some(), "{looks:?}");
    }
}
