//! Saving a plan as a new version, and noting that an agreement is done. The days that ask for work follow along.

use std::collections::BTreeSet;

use domain::plan::{Due, Plan, Side, due};
use domain::{DataCategory, PartId, PlanItemId, Source, amsterdam_date};
use policy::actions::{MarkOwnStep, OfPart, WritePlan};
use policy::{Action, May};

use super::{PartPlan, content_place};
use crate::client::search;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// Saves the next version of the plan that was read in this deed. Says its number.
pub async fn save<A>(work: &mut Work<'_, A>, now: &PartPlan, next: &Plan) -> Result<i64, Error>
where
    A: May<WritePlan> + Action<About = OfPart>,
{
    let (part, domain, controller) = {
        let facts = work.part()?;
        (facts.part, facts.domain, facts.controller)
    };
    let (at, number) = (work.now(), now.version + 1);
    let changed = if now.version == 0 {
        let (client, _) = crate::client::keys::of_client(work, now.dossier).await?;
        work.tx
            .run(
                sql!(
                    "INSERT INTO plan (part, controller, domain, category, subject, source, version, recorded_at,
                                       content_changed_at)
                     VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $7)
                         ON CONFLICT (part) DO NOTHING"
                ),
                params![
                    part,
                    controller,
                    domain.code(),
                    DataCategory::Plan.code(),
                    client,
                    Source::Client.code(),
                    at
                ],
            )
            .await?
    } else {
        work.tx
            .run(
                sql!(
                    "UPDATE plan
                        SET version = version + 1, content_changed_at = $3
                      WHERE part = $1 AND version = $2"
                ),
                params![part, now.version, at],
            )
            .await?
    };
    if changed == 0 {
        // Saved by somebody else since this deed read it: the next attempt sees theirs.
        return Err(Error::Conflict);
    }
    let document = serde_json::to_string(next).map_err(|_| Error::Record("a plan that is no text".into()))?;
    let key = work.part_key(part, domain).await?;
    let (id, author) = (work.new_id(), work.staff_id()?);
    let sealed = work.seal(&key, content_place(id), &document);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO plan_version (id, part, version, author, content, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6)"
            ),
            params![id, part, number, author, sealed, at],
        )
        .await?;
    search::put_plan(work, part, &key, next).await?;
    work.names(id);
    follow(work, part, now, next).await?;
    touch(work, part, Contact::None).await?;
    Ok(number)
}

/// The days of the next version, but for what is done.
async fn follow<A: Action>(
    work: &mut Work<'_, A>,
    part: PartId,
    now: &PartPlan,
    next: &Plan,
) -> Result<(), Error> {
    let is_open = |due: &Due| now.done(due.item).is_none();
    let before: BTreeSet<Due> = due(&now.plan).into_iter().filter(is_open).collect();
    let after: BTreeSet<Due> = due(next).into_iter().filter(is_open).collect();
    for gone in before.difference(&after) {
        forget(work, part, gone.item).await?;
    }
    for new in after.difference(&before) {
        keep(work, part, *new).await?;
    }
    Ok(())
}

async fn forget<A: Action>(work: &mut Work<'_, A>, part: PartId, item: PlanItemId) -> Result<(), Error> {
    work.tx
        .run(
            sql!(
                "DELETE FROM plan_date
                  WHERE part = $1 AND item = $2"
            ),
            params![part, item],
        )
        .await?;
    Ok(())
}

async fn keep<A: Action>(work: &mut Work<'_, A>, part: PartId, due: Due) -> Result<(), Error> {
    work.tx
        .run_one(
            sql!("INSERT INTO plan_date (part, item, kind, due_on) VALUES ($1, $2, $3, $4)"),
            params![part, due.item, due.kind.code(), due.on],
        )
        .await
}

/// The worker notes that an agreement is done, or that it is not. False: so it stood already.
pub async fn mark<A>(
    work: &mut Work<'_, A>,
    now: &PartPlan,
    step: PlanItemId,
    done: bool,
) -> Result<bool, Error>
where
    A: May<WritePlan> + Action<About = OfPart>,
{
    put_mark(work, now, step, done, Side::Worker).await
}

/// The client says so of an agreement of their own.
pub async fn mark_own<A>(
    work: &mut Work<'_, A>,
    now: &PartPlan,
    step: PlanItemId,
    done: bool,
) -> Result<bool, Error>
where
    A: May<MarkOwnStep> + Action<About = OfPart>,
{
    put_mark(work, now, step, done, Side::Client).await
}

async fn put_mark<A: Action>(
    work: &mut Work<'_, A>,
    now: &PartPlan,
    step: PlanItemId,
    done: bool,
    side: Side,
) -> Result<bool, Error> {
    if now.done(step).is_some() == done {
        return Ok(false);
    }
    let (part, at, author) = (now.part, work.now(), work.actor().account);
    work.tx
        .run(
            sql!(
                "UPDATE plan_mark
                    SET superseded_at = $3
                  WHERE part = $1 AND item = $2 AND superseded_at IS NULL"
            ),
            params![part, step, at],
        )
        .await?;
    let id = work.new_id();
    work.tx
        .run_one(
            sql!(
                "INSERT INTO plan_mark (id, part, item, done, side, marked_on, author, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
            ),
            params![id, part, step, done, side.code(), amsterdam_date(at), author, at],
        )
        .await?;
    work.names(step.uuid());
    forget(work, part, step).await?;
    if !done && let Some(again) = due(&now.plan).into_iter().find(|it| it.item == step) {
        keep(work, part, again).await?;
    }
    let contact = if side == Side::Client { Contact::ByClient } else { Contact::None };
    touch(work, part, contact).await?;
    Ok(true)
}

/// Whether the client was heard from, which restarts the clock of RET-03.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::client) enum Contact {
    ByClient,
    None,
}

/// The clocks of the part: what is said about the plan is content (RET-02).
pub(in crate::client) async fn touch<A: Action>(
    work: &mut Work<'_, A>,
    part: PartId,
    contact: Contact,
) -> Result<(), Error> {
    let now = work.now();
    work.tx
        .run_one(
            sql!(
                "UPDATE dossier_part
                    SET last_content_change = $2,
                        last_client_contact = CASE WHEN $3 THEN $2 ELSE last_client_contact END
                  WHERE id = $1"
            ),
            params![part, now, contact == Contact::ByClient],
        )
        .await
}
