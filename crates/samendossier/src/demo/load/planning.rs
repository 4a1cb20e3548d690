//! A plan is made, agreed and asked about, by who makes it.

use app::plan::{Agree, AnswerOwn, AskOwn, MarkOwn, PartPlan, ReadOwnPlans, ReadPlans, Save};
use domain::plan::{Answer, Change, Doer};
use domain::{PartId, amsterdam_date};
use jiff::ToSpan;
use jiff::civil::Date;

use super::sign_in::Wanted;
use super::{Loader, Why, code, failed, refused};
use crate::demo::content::plans::{Planned, Plans};

impl Loader<'_> {
    pub(super) async fn planned(&mut self, it: &'static Planned) -> Result<(), Why> {
        let (dossier, part) = (self.opened(it.resident)?.dossier, self.part(it.resident, it.domain)?);
        let today = amsterdam_date(self.store.now());
        let Some(by) = it.by else { return self.plan_of_resident(it, part).await };
        let asker = self.asker(by, Wanted::Live).await?;
        let plans = self.app.look(asker, ReadPlans(dossier)).await.map_err(refused)?;
        let plan = of_part(plans.done().await.map_err(failed)?, part)?;
        if let Plans::Agreed { how } = it.what {
            let agree = Agree { part, version: plan.version, on: today, how: code(how)? };
            return self.app.perform(asker, agree).await.map(drop).map_err(refused);
        }
        let save = Save {
            part,
            item: None,
            seen: plan.version,
            change: change(&it.what, &plan, today)?,
            form: self.store.random_id(),
            draft: None,
        };
        self.app.perform(asker, save).await.map(drop).map_err(refused)
    }

    async fn plan_of_resident(&mut self, it: &'static Planned, part: PartId) -> Result<(), Why> {
        let dossier = self.opened(it.resident)?.dossier;
        let asker = self.resident(it.resident).await?;
        let plans = self.app.look(asker, ReadOwnPlans(dossier)).await.map_err(refused)?;
        let plan = of_part(plans.done().await.map_err(failed)?, part)?;
        match it.what {
            Plans::Yes => {
                let (version, words) = (plan.version, String::new());
                let yes = AnswerOwn { part, version, answer: Answer::Agreed, words };
                self.app.perform(asker, yes).await.map(drop).map_err(refused)
            }
            Plans::Done => {
                let mut steps = plan.plan.open_goals().flat_map(|goal| &goal.steps);
                let step = steps.find(|step| step.who == Doer::Client).ok_or("nothing is theirs to do")?.id;
                self.app.perform(asker, MarkOwn { part, step, done: true }).await.map(drop).map_err(refused)
            }
            Plans::Asks { words } => {
                let form = self.store.random_id();
                let ask = AskOwn { part, item: None, words: words.to_owned(), form };
                self.app.perform(asker, ask).await.map(drop).map_err(refused)
            }
            _ => Err("only a member of staff does that".to_owned()),
        }
    }
}

fn of_part(plans: Vec<PartPlan>, part: PartId) -> Result<PartPlan, Why> {
    plans.into_iter().find(|it| it.part == part).ok_or_else(|| "there is no such part".to_owned())
}

fn change(what: &Plans, plan: &PartPlan, today: Date) -> Result<Change, Why> {
    let after = |days: u32| today.saturating_add(i64::from(days).days());
    Ok(match what {
        Plans::Goal { own, worker } => {
            Change::Goal { own_words: (*own).to_owned(), worker_words: (*worker).to_owned() }
        }
        Plans::Step { what, who, who_words, purpose, within } => Change::Step {
            goal: plan.plan.goals.last().ok_or("there is no goal yet")?.id,
            what: (*what).to_owned(),
            who: code(who)?,
            who_words: (*who_words).to_owned(),
            purpose: (*purpose).to_owned(),
            by: Some(after(*within)),
        },
        Plans::Provision { what, provider } => Change::Provision {
            what: (*what).to_owned(),
            provider: (*provider).to_owned(),
            from: Some(today),
            until: None,
        },
        Plans::Evaluation { within } => Change::Evaluation { planned: after(*within) },
        Plans::Agreed { .. } | Plans::Yes | Plans::Done | Plans::Asks { .. } => {
            return Err("that is no change of the plan".to_owned());
        }
    })
}
