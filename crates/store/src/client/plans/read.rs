//! Reading the plans of the parts that were decided: four statements, whatever the number of goals.

use domain::plan::{Plan, Statement};
use domain::{LegalDomain, PartId, PlanQuestionId};
use jiff::Timestamp;
use policy::actions::{ReadOwnPlan, ReadPlan};
use policy::{Action, May};
use uuid::Uuid;
use vault::Sealed;

use super::{Answered, Done, PartPlan, Question, Said, content_place, question_place};
use crate::client::six_parts;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// A version in the list of versions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    pub number: i64,
    pub author_name: String,
    pub recorded_at: Timestamp,
}

/// The plans as they are now, one for each part the reader may see.
pub async fn now<A: May<ReadPlan>>(work: &mut Work<'_, A>) -> Result<Vec<PartPlan>, Error> {
    of_parts(work).await
}

/// The same, for the client.
pub async fn own_now<A: May<ReadOwnPlan>>(work: &mut Work<'_, A>) -> Result<Vec<PartPlan>, Error> {
    of_parts(work).await
}

async fn of_parts<A: Action>(work: &mut Work<'_, A>) -> Result<Vec<PartPlan>, Error> {
    let with = six_parts(work)?;
    let mut plans: Vec<PartPlan> = work
        .parts()
        .iter()
        .map(|part| PartPlan {
            part: part.part,
            dossier: part.dossier,
            domain: part.domain,
            closed: part.closed,
            works_with: part.involvement.is_some(),
            version: 0,
            author_name: String::new(),
            changed_at: None,
            plan: Plan::default(),
            said: Vec::new(),
            done: Vec::new(),
            questions: Vec::new(),
        })
        .collect();
    newest(work, &with, &mut plans).await?;
    said(work, &with, &mut plans).await?;
    done(work, &with, &mut plans).await?;
    questions(work, &with, &mut plans).await?;
    Ok(plans)
}

/// The plan of a part; the query asked for no others.
fn of(plans: &mut [PartPlan], part: PartId) -> Result<&mut PartPlan, Error> {
    plans.iter_mut().find(|it| it.part == part).ok_or(Error::Rows { expected: 1, met: 0 })
}

async fn newest<A: Action>(
    work: &mut Work<'_, A>,
    with: &[crate::value::Value],
    plans: &mut [PartPlan],
) -> Result<(), Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT p.part, p.version, v.id, v.content, s.name, v.recorded_at
                   FROM plan p
                   JOIN plan_version v ON v.part = p.part AND v.version = p.version
                   JOIN staff s ON s.id = v.author
                  WHERE p.part IN ($1, $2, $3, $4, $5, $6)"
            ),
            with,
        )
        .await?;
    for row in rows {
        let sealed: Sealed = row.get(3)?;
        let content = open(work, row.get(2)?, &sealed).await?;
        let plan = of(plans, row.get(0)?)?;
        (plan.version, plan.author_name) = (row.get(1)?, row.get(4)?);
        (plan.changed_at, plan.plan) = (Some(row.get(5)?), content);
    }
    Ok(())
}

/// The document of a version; the record names it.
async fn open<A: Action>(work: &mut Work<'_, A>, version: Uuid, sealed: &Sealed) -> Result<Plan, Error> {
    let document = work.open(content_place(version), sealed).await?;
    work.names(version);
    serde_json::from_str(&document).map_err(|_| Error::Record("a plan that is no plan".into()))
}

async fn said<A: Action>(
    work: &mut Work<'_, A>,
    with: &[crate::value::Value],
    plans: &mut [PartPlan],
) -> Result<(), Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT t.part, t.version, t.side, t.answer, t.how, t.said_on, s.name, t.recorded_at
                   FROM plan_statement t
                   LEFT JOIN staff s ON s.id = t.staff
                  WHERE t.part IN ($1, $2, $3, $4, $5, $6)
                  ORDER BY t.recorded_at, t.id"
            ),
            with,
        )
        .await?;
    for row in rows {
        let code = |column| -> Result<String, Error> { row.get(column) };
        let statement = Statement {
            version: row.get(1)?,
            side: code(2)?.parse().map_err(|_| Error::Column { column: 2 })?,
            answer: code(3)?.parse().map_err(|_| Error::Column { column: 3 })?,
            how: code(4)?.parse().map_err(|_| Error::Column { column: 4 })?,
            on: row.get(5)?,
        };
        let staff_name = row.get::<Option<String>>(6)?.unwrap_or_default();
        let said = Said { statement, staff_name, recorded_at: row.get(7)? };
        of(plans, row.get(0)?)?.said.push(said);
    }
    Ok(())
}

async fn done<A: Action>(
    work: &mut Work<'_, A>,
    with: &[crate::value::Value],
    plans: &mut [PartPlan],
) -> Result<(), Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT part, item, marked_on, side
                   FROM plan_mark
                  WHERE part IN ($1, $2, $3, $4, $5, $6) AND superseded_at IS NULL AND done = TRUE
                  ORDER BY recorded_at, id"
            ),
            with,
        )
        .await?;
    for row in rows {
        let side: String = row.get(3)?;
        let side = side.parse().map_err(|_| Error::Column { column: 3 })?;
        of(plans, row.get(0)?)?.done.push(Done { item: row.get(1)?, on: row.get(2)?, side });
    }
    Ok(())
}

async fn questions<A: Action>(
    work: &mut Work<'_, A>,
    with: &[crate::value::Value],
    plans: &mut [PartPlan],
) -> Result<(), Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT q.part, q.id, q.item, q.kind, q.words, q.asked_at, q.answer, s.name, q.answered_at
                   FROM plan_question q
                   LEFT JOIN staff s ON s.id = q.answered_by
                  WHERE q.part IN ($1, $2, $3, $4, $5, $6)
                  ORDER BY q.asked_at, q.id"
            ),
            with,
        )
        .await?;
    for row in rows {
        let id: PlanQuestionId = row.get(1)?;
        work.names(id.uuid());
        let words = match row.get::<Option<Sealed>>(4)? {
            Some(sealed) => Some(work.text(question_place(id.uuid(), "words"), sealed).await?),
            None => None,
        };
        let answer = match (row.get::<Option<Sealed>>(6)?, row.get::<Option<Timestamp>>(8)?) {
            (Some(sealed), Some(at)) => Some(Answered {
                text: work.text(question_place(id.uuid(), "answer"), sealed).await?,
                staff_name: row.get::<Option<String>>(7)?.unwrap_or_default(),
                at,
            }),
            _ => None,
        };
        let kind: String = row.get(3)?;
        let question = Question {
            id,
            item: row.get(2)?,
            talk_first: kind == "talk-first",
            words,
            asked_at: row.get(5)?,
            answer,
        };
        of(plans, row.get(0)?)?.questions.push(question);
    }
    Ok(())
}

/// The part of this domain among those that were decided; none: to this reader there is none.
fn part_of<A: Action>(work: &Work<'_, A>, domain: LegalDomain) -> Option<PartId> {
    work.parts().iter().find(|part| part.domain == domain).map(|part| part.part)
}

/// The versions of the plan under a law, newest first; none for a part that the reader may not see.
pub async fn versions<A: May<ReadPlan>>(
    work: &mut Work<'_, A>,
    domain: LegalDomain,
) -> Result<Vec<Version>, Error> {
    all_versions(work, domain).await
}

/// The same, for the client.
pub async fn own_versions<A: May<ReadOwnPlan>>(
    work: &mut Work<'_, A>,
    domain: LegalDomain,
) -> Result<Vec<Version>, Error> {
    all_versions(work, domain).await
}

async fn all_versions<A: Action>(work: &mut Work<'_, A>, domain: LegalDomain) -> Result<Vec<Version>, Error> {
    let Some(part) = part_of(work, domain) else { return Ok(Vec::new()) };
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT v.version, s.name, v.recorded_at
                   FROM plan_version v
                   JOIN staff s ON s.id = v.author
                  WHERE v.part = $1
                  ORDER BY v.version DESC"
            ),
            params![part],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(Version { number: row.get(0)?, author_name: row.get(1)?, recorded_at: row.get(2)? }))
        .collect()
}

/// One version of the plan under a law, whole. Version 0 is the empty plan before the first.
pub async fn one<A: May<ReadPlan>>(
    work: &mut Work<'_, A>,
    domain: LegalDomain,
    version: i64,
) -> Result<Option<Plan>, Error> {
    version_of(work, domain, version).await
}

/// The same, for the client.
pub async fn own_one<A: May<ReadOwnPlan>>(
    work: &mut Work<'_, A>,
    domain: LegalDomain,
    version: i64,
) -> Result<Option<Plan>, Error> {
    version_of(work, domain, version).await
}

async fn version_of<A: Action>(
    work: &mut Work<'_, A>,
    domain: LegalDomain,
    version: i64,
) -> Result<Option<Plan>, Error> {
    let Some(part) = part_of(work, domain) else { return Ok(None) };
    if version == 0 {
        return Ok(Some(Plan::default()));
    }
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id, content
                   FROM plan_version
                  WHERE part = $1 AND version = $2"
            ),
            params![part, version],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sealed: Sealed = row.get(1)?;
    open(work, row.get(0)?, &sealed).await.map(Some)
}
