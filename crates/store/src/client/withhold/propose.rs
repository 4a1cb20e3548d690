//! A proposal to tell the client later. It hides from this moment on, for the few days that a second person has; what
//! the client saw already is not withheld any more.

use domain::withhold::lapses;
use domain::{
    DossierId, EmergencyId, HiddenFrom, PersonId, Pseudonym, WithheldKind, WithholdGround, WithholdId,
    WithholdStep,
};
use jiff::Timestamp;
use policy::actions::{OfWithholdable, PrepareWithhold, ProposeWithhold};
use policy::{Action, May};

use super::step;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// Looks of a client that show what came of an emergency access.
const SHOWS_IT: [&str; 4] = ["ReadOwnAccess", "ReadOwnDossier", "ReadOwnEntry", "AskAboutLook"];

/// An emergency access, as something that could be told later.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Withholdable {
    pub emergency: EmergencyId,
    pub dossier: DossierId,
    /// The client's number.
    pub number: i64,
    /// Who opened it.
    pub name: String,
    pub opened_at: Timestamp,
    /// The notice that runs already.
    pub running: Option<WithholdId>,
    pub seen: Seen,
}

/// Who saw it, as far as the product can tell.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Seen {
    /// Somebody with the client's own account.
    pub client: bool,
    /// Somebody who acts for the client.
    pub proxy: bool,
}

impl Seen {
    /// Whether hiding it now would make a gap that somebody can notice.
    pub const fn by(self, whom: HiddenFrom) -> bool {
        self.proxy || (self.client && matches!(whom, HiddenFrom::ClientAndProxies))
    }
}

/// What is proposed.
#[derive(Clone, Debug)]
pub struct New {
    pub ground: WithholdGround,
    pub hidden_from: HiddenFrom,
    pub sentence: String,
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proposed {
    /// Hidden from now on.
    Now(WithholdId),
    /// Another window, or somebody else, was first.
    Already(WithholdId),
    /// It was seen; nothing is hidden.
    Seen,
}

/// The access the work is about.
pub async fn withholdable<A>(work: &mut Work<'_, A>) -> Result<Withholdable, Error>
where
    A: May<PrepareWithhold> + Action<About = OfWithholdable>,
{
    let (emergency, now) = (work.about().0, work.now());
    let row = work
        .tx
        .one(
            sql!(
                "SELECT g.dossier, g.number, s.name, g.opened_at, g.subject, c.person,
                        (SELECT w.id
                           FROM withhold_notice w
                          WHERE w.what_id = g.id AND w.ended_at IS NULL
                            AND (w.confirmed_at IS NOT NULL OR w.lapses_at > $2)),
                        EXISTS (SELECT 1
                                  FROM inquiry q
                                 WHERE q.dossier = g.dossier AND q.looked_at >= g.opened_at)
                   FROM emergency_access g
                   JOIN staff s ON s.id = g.staff
                   LEFT JOIN client c ON c.pseudonym = g.subject
                  WHERE g.id = $1"
            ),
            params![emergency, now],
        )
        .await?;
    let (opened_at, subject): (Timestamp, Pseudonym) = (row.get(3)?, row.get(4)?);
    let mut seen = seen(work, subject, row.get(5)?, opened_at).await?;
    // A question about a look since then was asked by somebody who saw the list.
    seen.client |= row.get::<bool>(7)?;
    work.by_emergency(emergency);
    Ok(Withholdable {
        emergency,
        dossier: row.get(0)?,
        number: row.get(1)?,
        name: row.get(2)?,
        opened_at,
        running: row.get(6)?,
        seen,
    })
}

/// Proposes, and hides from now on.
pub async fn propose<A>(work: &mut Work<'_, A>, new: &New) -> Result<Proposed, Error>
where
    A: May<ProposeWithhold> + May<PrepareWithhold> + Action<About = OfWithholdable>,
{
    let found = withholdable(work).await?;
    if let Some(running) = found.running {
        return Ok(Proposed::Already(running));
    }
    if found.seen.by(new.hidden_from) {
        return Ok(Proposed::Seen);
    }
    let (id, staff, now) = (WithholdId(work.random_id()), work.staff_id()?, work.now());
    // One that lapsed is over from the moment it lapsed.
    work.tx
        .run(
            sql!(
                "UPDATE withhold_notice
                    SET ended_at = lapses_at
                  WHERE what_id = $1 AND ended_at IS NULL AND confirmed_at IS NULL AND lapses_at <= $2"
            ),
            params![found.emergency, now],
        )
        .await?;
    work.tx
        .run_one(
            sql!(
                "INSERT INTO withhold_notice (id, controller, team, dossier, number, subject, what, what_id, ground,
                                              hidden_from, proposed_by, proposed_at, lapses_at, ended_how,
                                              tell_ground)
                 SELECT $1, g.controller, g.team, g.dossier, g.number, g.subject, $3, g.id, $4, $5, $6, $7, $8, '',
                        FALSE
                   FROM emergency_access g
                  WHERE g.id = $2"
            ),
            params![
                id,
                found.emergency,
                WithheldKind::Emergency.code(),
                new.ground.code(),
                new.hidden_from.code(),
                staff,
                now,
                lapses(now),
            ],
        )
        .await?;
    step(work, id, WithholdStep::Proposed, None, &new.sentence).await?;
    work.names(id.uuid());
    Ok(Proposed::Now(id))
}

/// Whether an account that could be the endangering person's showed it since: what is numbered, and the tail that is
/// not yet.
async fn seen<A: Action>(
    work: &mut Work<'_, A>,
    subject: Pseudonym,
    client: Option<PersonId>,
    since: Timestamp,
) -> Result<Seen, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT a.person
                   FROM look_at_client l
                   JOIN account a ON a.id = l.account
                  WHERE l.subject = $1 AND l.at >= $2 AND l.outcome = 'done' AND l.staff IS NULL
                    AND l.event IN ('ReadOwnAccess', 'ReadOwnDossier', 'ReadOwnEntry', 'AskAboutLook')"
            ),
            params![subject, since],
        )
        .await?;
    let mut seen = Seen::default();
    for row in rows {
        match Some(row.get(0)?) == client {
            true => seen.client = true,
            false => seen.proxy = true,
        }
    }
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT r.bytes
                   FROM record_waiting w
                   JOIN record r ON r.row_no = w.row_no
                  ORDER BY w.row_no DESC"
            ),
            params![],
        )
        .await?;
    for row in rows {
        let bytes: Vec<u8> = row.get(0)?;
        let record = ledger::Record::decode(&bytes).map_err(|e| Error::Record(e.to_string()))?;
        let of_it = record.subject == Some(subject.uuid())
            && record.occurred_at >= since.as_millisecond()
            && record.outcome == ledger::Outcome::Done
            && SHOWS_IT.contains(&record.event.as_str());
        match record.capacity {
            ledger::Capacity::Own if of_it => seen.client = true,
            ledger::Capacity::Proxy if of_it => seen.proxy = true,
            _ => {}
        }
    }
    Ok(seen)
}
