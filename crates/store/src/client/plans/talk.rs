//! What is said about a plan: that one agrees, that one wants to talk first, what one asks, and the answer.
//! Nothing that was said is changed; saying the same of the same version again adds nothing.

use domain::plan::{Answer, Side, Statement};
use domain::{PlanItemId, PlanQuestionId, StaffId};
use policy::actions::{AgreePlan, AnswerOwnPlan, AnswerPlan, AskAboutPlan, OfPart};
use policy::{Action, May};

use super::save::{Contact, touch};
use super::{PartPlan, question_place};
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// A question as the client sends it.
#[derive(Clone, Copy, Debug)]
pub struct NewQuestion<'a> {
    /// None: about the plan as a whole.
    pub item: Option<PlanItemId>,
    pub words: Option<&'a str>,
}

/// The worker says that a version is agreed, or asks the client in the portal.
pub async fn agree<A>(work: &mut Work<'_, A>, now: &PartPlan, said: Statement) -> Result<bool, Error>
where
    A: May<AgreePlan> + Action<About = OfPart>,
{
    let staff = work.staff_id()?;
    let is_new = state(work, now, said, Some(staff)).await?;
    if is_new {
        touch(work, now.part, Contact::None).await?;
    }
    Ok(is_new)
}

/// The client answers: agrees, or wants to talk first. What they want to say goes with it as a question.
pub async fn agree_own<A>(
    work: &mut Work<'_, A>,
    now: &PartPlan,
    said: Statement,
    words: Option<&str>,
) -> Result<bool, Error>
where
    A: May<AnswerOwnPlan> + Action<About = OfPart>,
{
    if !state(work, now, said, None).await? {
        return Ok(false);
    }
    let talk_first = said.answer == Answer::TalkFirst;
    if talk_first || words.is_some() {
        let kind = if talk_first { "talk-first" } else { "question" };
        put(work, now, kind, NewQuestion { item: None, words }).await?;
    }
    touch(work, now.part, Contact::ByClient).await?;
    Ok(true)
}

/// False: the same side said the same of this version last.
async fn state<A: Action>(
    work: &mut Work<'_, A>,
    now: &PartPlan,
    said: Statement,
    staff: Option<StaffId>,
) -> Result<bool, Error> {
    let same_side =
        |it: &&super::Said| it.statement.side == said.side && it.statement.version == said.version;
    let last = now.said.iter().rfind(same_side).map(|it| it.statement);
    let again = |last: Statement| {
        last.answer == said.answer
            && (said.side == Side::Client || (last.how, last.on) == (said.how, said.on))
    };
    if last.is_some_and(again) {
        return Ok(false);
    }
    let (id, author, at) = (work.new_id(), work.actor().account, work.now());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO plan_statement (id, part, version, side, answer, how, said_on, author, staff,
                                             recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
            ),
            params![
                id,
                now.part,
                said.version,
                said.side.code(),
                said.answer.code(),
                said.how.code(),
                said.on,
                author,
                staff,
                at
            ],
        )
        .await?;
    work.names(id);
    Ok(true)
}

/// The client asks something.
pub async fn ask_own<A>(
    work: &mut Work<'_, A>,
    now: &PartPlan,
    new: NewQuestion<'_>,
) -> Result<PlanQuestionId, Error>
where
    A: May<AskAboutPlan> + Action<About = OfPart>,
{
    let id = put(work, now, "question", new).await?;
    touch(work, now.part, Contact::ByClient).await?;
    Ok(id)
}

async fn put<A: Action>(
    work: &mut Work<'_, A>,
    now: &PartPlan,
    kind: &str,
    new: NewQuestion<'_>,
) -> Result<PlanQuestionId, Error> {
    let key = work.part_key(now.part, now.domain).await?;
    let id = PlanQuestionId(work.new_id());
    let words = new.words.map(|text| work.seal(&key, question_place(id.uuid(), "words"), text));
    let (author, at) = (work.actor().account, work.now());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO plan_question (id, part, item, kind, words, author, asked_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)"
            ),
            params![id, now.part, new.item, kind, words, author, at],
        )
        .await?;
    work.names(id.uuid());
    Ok(id)
}

/// The worker answers. False: there is no such question here, or it was answered already.
pub async fn answer<A>(work: &mut Work<'_, A>, question: PlanQuestionId, text: &str) -> Result<bool, Error>
where
    A: May<AnswerPlan> + Action<About = OfPart>,
{
    let (part, domain) = {
        let facts = work.part()?;
        (facts.part, facts.domain)
    };
    let key = work.part_key(part, domain).await?;
    let sealed = work.seal(&key, question_place(question.uuid(), "answer"), text);
    let (staff, at) = (work.staff_id()?, work.now());
    let answered = work
        .tx
        .run(
            sql!(
                "UPDATE plan_question
                    SET answer = $3, answered_by = $4, answered_at = $5
                  WHERE id = $1 AND part = $2 AND answered_at IS NULL"
            ),
            params![question, part, sealed, staff, at],
        )
        .await?;
    if answered == 1 {
        work.names(question.uuid());
        touch(work, part, Contact::None).await?;
    }
    Ok(answered == 1)
}
