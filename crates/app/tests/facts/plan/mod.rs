//! The plan (GOV-10): written as versions, agreed by both, seen by nobody else. Every fact runs on both engines.

mod agreed;
mod seen;
mod written;

use app::NotDone;
use app::plan::{Agree, AnswerOwn, MarkOwn, PartPlan, ReadOwnPlans, ReadPlans, Save, SaveRefused, Saved};
use domain::plan::{Answer, Change, Doer, How};
use domain::{DossierId, LegalDomain, PartId, PlanItemId, amsterdam_date};
use jiff::civil::Date;
use testkit::{BILAL, Dossier, Intake, Person, World};

fn goal(own_words: &str) -> Change {
    Change::Goal { own_words: own_words.to_owned(), worker_words: String::new() }
}

fn step(goal: PlanItemId, who: Doer, by: Option<Date>) -> Change {
    Change::Step {
        goal,
        what: "De woningbouw bellen.".into(),
        who,
        who_words: if matches!(who, Doer::Client | Doer::Worker) {
            String::new()
        } else {
            "buurvrouw".into()
        },
        purpose: "Weten wat er nog betaald moet worden.".into(),
        by,
    }
}

fn save(w: &World, part: PartId, item: Option<PlanItemId>, seen: i64, change: Change) -> Save {
    Save { part, item, seen, change, form: w.random_id(), draft: None }
}

async fn saves(
    w: &World,
    who: Person<'_>,
    part: PartId,
    item: Option<PlanItemId>,
    seen: i64,
    change: Change,
) -> Result<Saved, NotDone<SaveRefused>> {
    who.performs(save(w, part, item, seen, change)).await
}

/// The plans as a worker sees them.
async fn plans(who: Person<'_>, dossier: DossierId) -> Vec<PartPlan> {
    who.looks(ReadPlans(dossier)).await.expect("may read it")
}

async fn plan(who: Person<'_>, dossier: DossierId) -> PartPlan {
    plans(who, dossier).await.remove(0)
}

async fn own_plan(w: &World, dossier: DossierId) -> PartPlan {
    w.bilal().looks(ReadOwnPlans(dossier)).await.expect("his own").remove(0)
}

/// A dossier of Ria and Samira, with a plan of one goal.
async fn with_a_goal(w: &World) -> (Dossier, PlanItemId) {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("assigned");
    saves(w, w.ria(), dossier.first_part(), None, 0, goal("Ik wil rust.")).await.expect("saved");
    let first = plan(w.ria(), dossier.id).await.plan.goals[0].id;
    (dossier, first)
}

/// The same with an agreement of Bilal's own, by a day.
async fn with_a_step(w: &World, by: Date) -> (Dossier, PlanItemId, PlanItemId) {
    let (dossier, first) = with_a_goal(w).await;
    let change = step(first, Doer::Client, Some(by));
    saves(w, w.ria(), dossier.first_part(), None, 1, change).await.expect("saved");
    let own = plan(w.ria(), dossier.id).await.plan.goals[0].steps[0].id;
    (dossier, first, own)
}

async fn agrees(
    w: &World,
    part: PartId,
    version: i64,
    how: How,
) -> Result<DossierId, NotDone<app::plan::TalkRefused>> {
    let on = amsterdam_date(w.now());
    w.ria().performs(Agree { part, version, on, how }).await
}

fn answers(part: PartId, version: i64, answer: Answer, words: &str) -> AnswerOwn {
    AnswerOwn { part, version, answer, words: words.to_owned() }
}

fn done(part: PartId, step: PlanItemId) -> MarkOwn {
    MarkOwn { part, step, done: true }
}

fn two_parts() -> Intake {
    Intake::of(BILAL).about(&[LegalDomain::Wmo, LegalDomain::DebtCounselling])
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}
