//! A notice that is told later as facts: whose look, who proposed it, who can still decide, and what stands between.
//! The same facts serve a proposal that is not made yet.

use domain::withhold::Running;
use domain::{
    ClientId, ControllerId, DossierId, EmergencyId, PersonId, Pseudonym, StaffId, TeamId, WithholdId,
    amsterdam_date,
};
use jiff::Timestamp;
use policy::{ActorFacts, StaffFacts, Thing, WithholdFacts};
use uuid::Uuid;

use super::inquiry::walls;
use crate::db::Tx;
use crate::error::Error;
use crate::record::Note;
use crate::value::Row;
use crate::{params, sql};

/// What decides who decides.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About {
    pub(crate) id: Uuid,
    pub(crate) controller: ControllerId,
    pub(crate) team: TeamId,
    pub(crate) dossier: DossierId,
    /// None when the dossier is gone.
    pub(crate) client: Option<ClientId>,
    /// The client as a natural person; none when the dossier is gone.
    pub(crate) person: Option<PersonId>,
    /// Whose look it is, as a post and as a person; none when the access is gone.
    pub(crate) accessor: Option<(StaffId, PersonId)>,
    /// Who proposed it; none as long as nobody did.
    pub(crate) proposer: Option<(StaffId, PersonId)>,
}

impl About {
    fn parties(&self) -> Vec<PersonId> {
        [self.accessor, self.proposer].into_iter().flatten().map(|(_, person)| person).collect()
    }
}

pub(super) async fn of_emergency(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    emergency: EmergencyId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let found = tx
        .opt(
            sql!(
                "SELECT g.controller, g.team, g.dossier, g.subject, c.id, c.person, g.staff, s.person
                   FROM emergency_access g
                   JOIN staff s ON s.id = g.staff
                   LEFT JOIN client c ON c.pseudonym = g.subject
                  WHERE g.id = $1"
            ),
            params![emergency],
        )
        .await?;
    let (Some(row), Some(post)) = (found, actor.staff()) else { return Ok(Vec::new()) };
    let about = about(&row, emergency.uuid())?;
    tell(note, &about, &row)?;
    let today = amsterdam_date(now);
    let running = Running { first_on: today, proposed_on: today, review_on: None, team_can: true };
    Ok(vec![Thing::Withholding(facts(tx, post, now, &about, running).await?)])
}

pub(super) async fn of_notice(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    notice: WithholdId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let found = tx
        .opt(
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
    let (Some(row), Some(post)) = (found, actor.staff()) else { return Ok(Vec::new()) };
    let (about, running) = proposed(&row, notice)?;
    tell(note, &about, &row)?;
    Ok(vec![Thing::Withholding(standing(tx, post, now, &about, running).await?)])
}

/// The facts of a notice, with who of the team could decide; `running` says how far it is.
pub(crate) async fn standing(
    tx: &mut Tx<'_>,
    post: &StaffFacts,
    now: Timestamp,
    about: &About,
    running: Running,
) -> Result<WithholdFacts, Error> {
    let team_can = team_can(tx, about, now).await?;
    facts(tx, post, now, about, Running { team_can, ..running }).await
}

fn tell(note: &mut Note, about: &About, row: &Row) -> Result<(), Error> {
    note.items.push(about.id);
    note.object = Some(about.dossier.uuid());
    note.subject = Some(row.get::<Pseudonym>(3)?);
    Ok(())
}

/// The first eight columns, in this order: controller, team, dossier, subject, client, their person, whose look, their
/// person.
fn about(row: &Row, id: Uuid) -> Result<About, Error> {
    let accessor: (Option<StaffId>, Option<PersonId>) = (row.get(6)?, row.get(7)?);
    Ok(About {
        id,
        controller: row.get(0)?,
        team: row.get(1)?,
        dossier: row.get(2)?,
        client: row.get(4)?,
        person: row.get(5)?,
        accessor: accessor.0.zip(accessor.1),
        proposer: None,
    })
}

/// The same with five more: who proposed it, their person, when, the review day, and when the first proposal about the
/// same access was made.
pub(crate) fn proposed(row: &Row, notice: WithholdId) -> Result<(About, Running), Error> {
    let proposer = Some((row.get(8)?, row.get(9)?));
    let (proposed_on, first_on) = (amsterdam_date(row.get(10)?), amsterdam_date(row.get(12)?));
    let running = Running { first_on, proposed_on, review_on: row.get(11)?, team_can: true };
    Ok((About { proposer, ..about(row, notice.uuid())? }, running))
}

async fn facts(
    tx: &mut Tx<'_>,
    post: &StaffFacts,
    now: Timestamp,
    about: &About,
    running: Running,
) -> Result<WithholdFacts, Error> {
    let involved: bool = tx
        .one(
            sql!(
                "SELECT EXISTS (SELECT 1
                                  FROM involvement i
                                  JOIN emergency_access g
                                    ON g.id = COALESCE((SELECT w.what_id FROM withhold_notice w WHERE w.id = $4), $4)
                                 WHERE i.dossier = $1 AND i.staff = $2 AND i.superseded_at IS NULL
                                   AND ' ' || g.domains || ' ' LIKE '% ' || i.domain || ' %'
                                   AND i.valid_from <= $3 AND (i.valid_until IS NULL OR i.valid_until > $3))"
            ),
            params![about.dossier, post.staff, now, about.id],
        )
        .await?
        .get(0)?;
    let own = [about.accessor, about.proposer].into_iter().flatten().any(|(staff, _)| staff == post.staff);
    let today = amsterdam_date(now);
    Ok(WithholdFacts {
        id: about.id,
        controller: about.controller,
        team: about.team,
        subject: about.person,
        parties: about.parties(),
        // Who works with another legal domain of the dossier knows of none of it (ACC-06).
        proposes: own || involved,
        walls: walls(tx, (about.client, about.dossier), post.staff, now).await?,
        officers_turn: running.officers_turn(today),
        officer_only: running.officer_only(today),
    })
}

/// Whether the team has somebody who can decide: a coordinator or a deputy who had no part in it and stands behind no
/// wall. Absence does not count: who is back on Monday can decide on Monday, and the officer joins by then.
async fn team_can(tx: &mut Tx<'_>, about: &About, now: Timestamp) -> Result<bool, Error> {
    let nobody = PersonId(Uuid::nil());
    let person = |of: Option<(StaffId, PersonId)>| of.map_or(nobody, |(_, person)| person);
    tx.one(
        sql!(
            "SELECT EXISTS (SELECT 1
                              FROM staff s
                             WHERE s.team = $1 AND s.function IN ('coordinator', 'deputy')
                               AND s.valid_from <= $7 AND (s.valid_until IS NULL OR s.valid_until > $7)
                               AND s.person <> $2 AND s.person <> $3 AND s.person <> $4
                               AND NOT EXISTS (SELECT 1
                                                 FROM conflict k
                                                 JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                                WHERE k.staff = s.id AND x.client = $5 AND k.superseded_at IS NULL
                                                  AND k.valid_from <= $7
                                                  AND (k.valid_until IS NULL OR k.valid_until > $7))
                               AND NOT EXISTS (SELECT 1
                                                 FROM exclusion e
                                                WHERE e.dossier = $6 AND e.staff = s.id
                                                  AND e.superseded_at IS NULL AND e.valid_from <= $7
                                                  AND (e.valid_until IS NULL OR e.valid_until > $7)))"
        ),
        params![
            about.team,
            person(about.accessor),
            person(about.proposer),
            about.person.unwrap_or(nobody),
            about.client,
            about.dossier,
            now,
        ],
    )
    .await?
    .get(0)
}
