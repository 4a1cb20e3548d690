//! A client's question about a look as facts: whose look, whose turn to answer, how late. For the client it is
//! decided on their own dossier.

use domain::inquiry::{Candidate, answerers, dpo_sees};
use domain::{
    ClientId, ControllerId, DossierId, Function, InquiryId, PersonId, Pseudonym, TeamId, amsterdam_date,
};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::{ActorFacts, InquiryFacts, Thing, Walls};

use super::parts;
use crate::db::Tx;
use crate::error::Error;
use crate::record::Note;
use crate::{params, sql};

/// What decides who answers a question.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About {
    pub(crate) controller: ControllerId,
    pub(crate) dossier: DossierId,
    pub(crate) client: ClientId,
    /// The client as a natural person.
    pub(crate) subject: PersonId,
    /// Who looked.
    pub(crate) looker: PersonId,
    /// The team of the look.
    pub(crate) look_team: Option<TeamId>,
    /// The team that has the dossier.
    pub(crate) dossier_team: TeamId,
}

pub(super) async fn of_inquiry(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    inquiry: InquiryId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let row = tx
        .opt(
            sql!(
                "SELECT q.controller, q.dossier, q.client, c.person, s.person, q.team, d.team, q.due_on,
                        q.answered_at, c.pseudonym
                   FROM inquiry q
                   JOIN client c ON c.id = q.client
                   JOIN dossier d ON d.id = q.dossier
                   JOIN staff s ON s.id = q.staff
                  WHERE q.id = $1"
            ),
            params![inquiry],
        )
        .await?;
    let Some(row) = row else { return Ok(Vec::new()) };
    note.items.push(inquiry.uuid());
    let about = About {
        controller: row.get(0)?,
        dossier: row.get(1)?,
        client: row.get(2)?,
        subject: row.get(3)?,
        looker: row.get(4)?,
        look_team: row.get(5)?,
        dossier_team: row.get(6)?,
    };
    let Some(post) = actor.staff() else {
        return parts::of_dossier(tx, actor, now, about.dossier, None, note).await;
    };
    note.subject = Some(row.get::<Pseudonym>(9)?);
    note.object = Some(about.dossier.uuid());
    let due: Date = row.get(7)?;
    let open = row.get::<Option<Timestamp>>(8)?.is_none();
    let known = candidates(tx, about, now).await?;
    let walls = walls(tx, (Some(about.client), about.dossier), post.staff, now).await?;
    Ok(vec![Thing::Inquiry(InquiryFacts {
        inquiry,
        controller: about.controller,
        looker: about.looker,
        subject: about.subject,
        answers: answerers(about.looker, &known).iter().any(|it| it.staff == post.staff),
        walls,
        long_overdue: open && dpo_sees(due, amsterdam_date(now)),
    })])
}

/// Who of the controller may have to answer, as it is now.
pub(crate) async fn candidates(
    tx: &mut Tx<'_>,
    about: About,
    now: Timestamp,
) -> Result<Vec<Candidate>, Error> {
    let rows = tx
        .all(
            sql!(
                "SELECT s.id, s.person, s.function, s.team,
                        NOT EXISTS (SELECT 1
                                      FROM absence a
                                     WHERE a.staff = s.id AND a.superseded_at IS NULL
                                       AND a.valid_from <= $6 AND a.valid_until > $6),
                        EXISTS (SELECT 1
                                  FROM conflict k
                                  JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                 WHERE k.staff = s.id AND x.client = $4 AND k.superseded_at IS NULL
                                   AND k.valid_from <= $6 AND (k.valid_until IS NULL OR k.valid_until > $6)),
                        EXISTS (SELECT 1
                                  FROM exclusion e
                                 WHERE e.dossier = $5 AND e.staff = s.id AND e.superseded_at IS NULL
                                   AND e.valid_from <= $6 AND (e.valid_until IS NULL OR e.valid_until > $6))
                   FROM staff s
                  WHERE s.controller = $1 AND s.valid_from <= $6
                    AND (s.valid_until IS NULL OR s.valid_until > $6)
                    AND (s.function = 'data-protection-officer'
                         OR (s.function IN ('coordinator', 'deputy') AND s.team IN ($2, $3)))
                  ORDER BY s.id"
            ),
            params![about.controller, about.look_team, about.dossier_team, about.client, about.dossier, now],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (person, team): (PersonId, Option<TeamId>) = (row.get(1)?, row.get(3)?);
            let (conflict, excluded): (bool, bool) = (row.get(5)?, row.get(6)?);
            Ok(Candidate {
                staff: row.get(0)?,
                person,
                function: row.get::<Function>(2)?,
                of_look_team: team.is_some() && team == about.look_team,
                of_dossier_team: team == Some(about.dossier_team),
                at_work: row.get(4)?,
                walled: conflict || excluded || person == about.subject,
            })
        })
        .collect()
}

/// What stands between this worker and the client.
pub(crate) async fn walls(
    tx: &mut Tx<'_>,
    (client, dossier): (Option<ClientId>, DossierId),
    staff: domain::StaffId,
    now: Timestamp,
) -> Result<Walls, Error> {
    let row = tx
        .one(
            sql!(
                "SELECT EXISTS (SELECT 1
                                  FROM conflict k
                                  JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                 WHERE k.staff = $1 AND x.client = $2 AND k.superseded_at IS NULL
                                   AND k.valid_from <= $4 AND (k.valid_until IS NULL OR k.valid_until > $4)),
                        EXISTS (SELECT 1
                                  FROM exclusion e
                                 WHERE e.dossier = $3 AND e.staff = $1 AND e.superseded_at IS NULL
                                   AND e.valid_from <= $4 AND (e.valid_until IS NULL OR e.valid_until > $4))"
            ),
            params![staff, client, dossier, now],
        )
        .await?;
    Ok(Walls { conflict: row.get(0)?, excluded: row.get(1)?, hidden: false })
}
