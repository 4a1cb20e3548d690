//! What waits for one person's word about somebody else's deed: an explanation that is asked or given (ACC-04), and a
//! proposal to tell the client later (SHA-12); and a breach whose clock runs (BRE-01).

use domain::{AccountId, ControllerId, EmergencyId, NoticeKind, WithholdId};
use policy::actions::DecideWithheld;
use policy::{Action, Thing, decide};

use super::{actor, post, put};
use crate::error::Error;
use crate::facts::withhold::{proposed, standing};
use crate::work::Work;
use crate::{params, sql};

/// Whoever opened the dossier is asked to explain.
pub(crate) async fn explanation_asked<A: Action>(
    work: &mut Work<'_, A>,
    emergency: EmergencyId,
) -> Result<(), Error> {
    let now = work.now();
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT g.controller, m.account
                   FROM emergency_access g
                   JOIN staff s ON s.id = g.staff
                   JOIN mail_address m ON m.account = s.account
                  WHERE g.id = $1 AND (s.valid_until IS NULL OR s.valid_until > $2)"
            ),
            params![emergency, now],
        )
        .await?;
    let Some(row) = row else { return Ok(()) };
    let (controller, account): (ControllerId, AccountId) = (row.get(0)?, row.get(1)?);
    put(work, NoticeKind::ExplanationAsked, controller, &[account]).await
}

/// They explained: whoever asked goes on.
pub(crate) async fn explained<A: Action>(work: &mut Work<'_, A>, question: uuid::Uuid) -> Result<(), Error> {
    let now = work.now();
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT g.controller, m.account
                   FROM emergency_question q
                   JOIN emergency_access g ON g.id = q.emergency
                   JOIN staff s ON s.id = q.asked_by
                   JOIN mail_address m ON m.account = s.account
                  WHERE q.id = $1 AND (s.valid_until IS NULL OR s.valid_until > $2)"
            ),
            params![question, now],
        )
        .await?;
    let Some(row) = row else { return Ok(()) };
    let (controller, account): (ControllerId, AccountId) = (row.get(0)?, row.get(1)?);
    put(work, NoticeKind::Explained, controller, &[account]).await
}

/// A breach was received: the data protection officers of the organisation.
pub(crate) async fn breach_received<A: Action>(work: &mut Work<'_, A>) -> Result<(), Error> {
    let (controller, now) = (work.staff()?.controller, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT m.account
                   FROM mail_address m
                   JOIN staff s ON s.account = m.account
                  WHERE s.controller = $1 AND s.function = 'data-protection-officer'
                    AND s.valid_from <= $2 AND (s.valid_until IS NULL OR s.valid_until > $2)
                  ORDER BY m.account"
            ),
            params![controller, now],
        )
        .await?;
    let told: Vec<AccountId> = rows.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?;
    put(work, NoticeKind::BreachReceived, controller, &told).await
}

/// A worker proposes to tell the client later: who may be the second person now, as the policies have it.
pub(crate) async fn withholding_proposed<A: Action>(
    work: &mut Work<'_, A>,
    notice: WithholdId,
) -> Result<(), Error> {
    let now = work.now();
    let row = work
        .tx
        .one(
            sql!(
                "SELECT w.controller, w.team, w.dossier, w.subject, c.id, c.person, g.staff, a.person,
                        w.proposed_by, p.person, w.proposed_at, w.review_on,
                        (SELECT MIN(f.proposed_at)
                           FROM withhold_notice f
                          WHERE f.dossier = w.dossier AND f.what_id = w.what_id)
                   FROM withhold_notice w
                   JOIN staff p ON p.id = w.proposed_by
                   LEFT JOIN emergency_access g ON g.id = w.what_id
                   LEFT JOIN staff a ON a.id = g.staff
                   LEFT JOIN client c ON c.pseudonym = w.subject
                  WHERE w.id = $1"
            ),
            params![notice],
        )
        .await?;
    let (about, running) = proposed(&row, notice)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT m.account, s.id, s.person, s.team, s.function
                   FROM mail_address m
                   JOIN staff s ON s.account = m.account
                  WHERE s.controller = $1 AND s.valid_from <= $3 AND (s.valid_until IS NULL OR s.valid_until > $3)
                    AND (s.function = 'data-protection-officer'
                         OR (s.function IN ('coordinator', 'deputy') AND s.team = $2))
                  ORDER BY m.account"
            ),
            params![about.controller, about.team, now],
        )
        .await?;
    let mut told = Vec::new();
    for row in &rows {
        let account: AccountId = row.get(0)?;
        let post = post(row, about.controller)?;
        let thing = Thing::Withholding(standing(&mut work.tx, &post, now, &about, running).await?);
        let decides = decide(work.policies_running(), DecideWithheld::NAME, &actor(&post), &thing).allowed;
        if decides && !told.contains(&account) {
            told.push(account);
        }
    }
    put(work, NoticeKind::WithholdingProposed, about.controller, &told).await
}
