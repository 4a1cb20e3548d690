//! What of the plans asks for work in the own dossiers: days, and what clients asked. Only in what the list of own
//! dossiers shows, so whatever stands between a worker and a client stands here too.

use domain::plan::DueKind;
use domain::{DossierId, LegalDomain, PlanItemId, PlanQuestionId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::May;
use policy::actions::ListCaseload;

use crate::client::caseload::Case;
use crate::client::today::shows;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// A day of a plan that asks for work.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DueDate {
    pub dossier: DossierId,
    pub domain: LegalDomain,
    pub item: PlanItemId,
    pub kind: DueKind,
    pub on: Date,
}

/// A question of a client that waits for an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub dossier: DossierId,
    pub domain: LegalDomain,
    pub question: PlanQuestionId,
    /// The client wants to talk about the plan before agreeing.
    pub talk_first: bool,
    pub at: Timestamp,
}

/// The days through `last`, those that passed included, soonest first; of open parts that the worker is involved with.
pub async fn due_dates<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
    last: Date,
) -> Result<Vec<DueDate>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT p.dossier, p.domain, d.item, d.kind, d.due_on
                   FROM involvement i
                   JOIN dossier_part p ON p.id = i.part
                   JOIN plan_date d ON d.part = p.id
                  WHERE i.staff = $1 AND i.superseded_at IS NULL
                    AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)
                    AND p.closed_at IS NULL AND d.due_on <= $3
                  ORDER BY d.due_on, d.item"
            ),
            params![staff, now, last],
        )
        .await?;
    let mut found: Vec<DueDate> = Vec::new();
    for row in rows {
        let (dossier, domain, kind): (DossierId, LegalDomain, String) =
            (row.get(0)?, row.get(1)?, row.get(3)?);
        let kind = kind.parse().map_err(|_| Error::Column { column: 3 })?;
        let due = DueDate { dossier, domain, item: row.get(2)?, kind, on: row.get(4)? };
        // Somebody can be involved with a part twice, in two roles.
        if shows(cases, dossier, domain) && !found.contains(&due) {
            found.push(due);
        }
    }
    Ok(found)
}

/// The questions that wait for an answer, oldest first.
pub async fn asked<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
) -> Result<Vec<Asked>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT p.dossier, p.domain, q.id, q.kind, q.asked_at
                   FROM involvement i
                   JOIN dossier_part p ON p.id = i.part
                   JOIN plan_question q ON q.part = p.id
                  WHERE i.staff = $1 AND i.superseded_at IS NULL
                    AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)
                    AND p.closed_at IS NULL AND q.answered_at IS NULL
                  ORDER BY q.asked_at, q.id"
            ),
            params![staff, now],
        )
        .await?;
    let mut found: Vec<Asked> = Vec::new();
    for row in rows {
        let (dossier, domain, question) = (row.get(0)?, row.get(1)?, row.get::<PlanQuestionId>(2)?);
        let known = found.iter().any(|it| it.question == question);
        if shows(cases, dossier, domain) && !known {
            let kind: String = row.get(3)?;
            work.names(question.uuid());
            let talk_first = kind == "talk-first";
            found.push(Asked { dossier, domain, question, talk_first, at: row.get(4)? });
        }
    }
    Ok(found)
}
