//! An emergency access as something that is judged: who had a part in it, and whose turn it is. It is judged also when
//! the dossier is gone; then nobody stands behind a wall of it any more.

use domain::review::{Case, reviewers};
use domain::{ClientId, ControllerId, EmergencyId, PersonId, TeamId, amsterdam_date};
use jiff::Timestamp;
use policy::{ActorFacts, ReviewFacts, Thing};
use uuid::Uuid;

use super::inquiry::{About, candidates, walls};
use crate::db::Tx;
use crate::error::Error;
use crate::record::Note;
use crate::value::Row;
use crate::{params, sql};

pub(super) async fn of_review(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    emergency: EmergencyId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let Some(post) = actor.staff() else { return Ok(Vec::new()) };
    let row = tx
        .opt(
            sql!(
                "SELECT g.controller, g.team, g.dossier, c.id, c.person, s.person, a.person, g.opened_at,
                        g.judged_at, g.subject
                   FROM emergency_access g
                   JOIN staff s ON s.id = g.staff
                   LEFT JOIN staff a ON a.id = g.approved_by
                   LEFT JOIN client c ON c.pseudonym = g.subject
                  WHERE g.id = $1"
            ),
            params![emergency],
        )
        .await?;
    let Some(row) = row else { return Ok(Vec::new()) };
    note.items.push(emergency.uuid());
    note.subject = Some(row.get(9)?);
    note.object = Some(row.get(2)?);
    let (about, case) = about(&row)?;
    let known = candidates(tx, about, now).await?;
    let mine = reviewers(case, &known, amsterdam_date(now));
    Ok(vec![Thing::Review(ReviewFacts {
        emergency,
        controller: about.controller,
        team: about.dossier_team,
        accessor: case.accessor,
        approver: case.approver,
        subject: row.get(4)?,
        judges: mine.iter().any(|it| it.staff == post.staff),
        judged: row.get::<Option<Timestamp>>(8)?.is_some(),
        walls: walls(tx, (Some(about.client), about.dossier), post.staff, now).await?,
    })])
}

/// What decides who judges, from the first eight columns: controller, team, dossier, client, the client's person, the
/// person who opened it, the one who approved, and when.
pub(crate) fn about(row: &Row) -> Result<(About, Case), Error> {
    let (controller, team): (ControllerId, TeamId) = (row.get(0)?, row.get(1)?);
    let accessor = row.get(5)?;
    let about = About {
        controller,
        dossier: row.get(2)?,
        client: row.get::<Option<ClientId>>(3)?.unwrap_or(ClientId(Uuid::nil())),
        subject: row.get::<Option<PersonId>>(4)?.unwrap_or(PersonId(Uuid::nil())),
        looker: accessor,
        look_team: None,
        dossier_team: team,
    };
    Ok((about, Case { accessor, approver: row.get(6)?, opened: row.get(7)? }))
}
