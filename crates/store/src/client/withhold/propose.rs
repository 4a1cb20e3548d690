//! A proposal to tell the client later. It hides from this moment on, for the few days that a second person has; what
//! the client saw already is not withheld any more.

use domain::withhold::{lapses, looked_from};
use domain::{
    DossierId, EmergencyId, HiddenFrom, PersonId, Pseudonym, StaffId, WithheldKind, WithholdGround,
    WithholdId, WithholdStep,
};
use jiff::Timestamp;
use policy::actions::{OfWithholdable, PrepareWithhold, ProposeWithhold};
use policy::{Action, May};

use super::step;
use crate::client::notices;
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
    /// The acting worker proposed it before, and nobody agreed: somebody else may propose it now.
    pub proposed_before: bool,
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

    /// A look at that moment, unless it was hidden from whoever looked.
    fn look(&mut self, proxy: bool, at: Timestamp, earlier: &[Earlier]) {
        if earlier.iter().any(|it| it.hid(proxy, at)) {
            return;
        }
        match proxy {
            true => self.proxy = true,
            false => self.client = true,
        }
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
    /// They proposed it before and nobody agreed: one worker alone withholds nothing.
    Before,
}

/// The access the work is about.
pub async fn withholdable<A>(work: &mut Work<'_, A>) -> Result<Withholdable, Error>
where
    A: May<PrepareWithhold> + Action<About = OfWithholdable>,
{
    let (emergency, staff, now) = (work.about().0, work.staff_id()?, work.now());
    let row = work
        .tx
        .one(
            sql!(
                "SELECT g.dossier, g.number, s.name, g.opened_at, g.subject, c.person, g.approved_by IS NOT NULL,
                        (SELECT MIN(r.asked_at)
                           FROM emergency_request r
                          WHERE r.staff = g.staff AND r.dossier = g.dossier AND r.used_at = g.opened_at)
                   FROM emergency_access g
                   JOIN staff s ON s.id = g.staff
                   LEFT JOIN client c ON c.pseudonym = g.subject
                  WHERE g.id = $1"
            ),
            params![emergency],
        )
        .await?;
    let (dossier, opened_at): (DossierId, Timestamp) = (row.get(0)?, row.get(3)?);
    let earlier = earlier(work, dossier, emergency).await?;
    let client = Seer { subject: row.get(4)?, person: row.get(5)? };
    let from = looked_from(opened_at, row.get(6)?, row.get(7)?);
    let seen = seen(work, client, &earlier, from).await?;
    let asked = asked(work, dossier, &earlier, opened_at).await?;
    work.by_emergency(emergency);
    Ok(Withholdable {
        emergency,
        dossier,
        number: row.get(1)?,
        name: row.get(2)?,
        opened_at,
        running: earlier.iter().find(|it| it.runs(now)).map(|it| it.id),
        seen: Seen { client: seen.client || asked.client, proxy: seen.proxy || asked.proxy },
        proposed_before: earlier.iter().any(|it| it.proposer == staff && !it.confirmed && !it.runs(now)),
    })
}

/// A notice about the same access, running or over.
struct Earlier {
    id: WithholdId,
    proposer: StaffId,
    confirmed: bool,
    hidden_from: HiddenFrom,
    from: Timestamp,
    /// None: confirmed, and not ended.
    until: Option<Timestamp>,
}

impl Earlier {
    fn runs(&self, now: Timestamp) -> bool {
        self.until.is_none_or(|until| until > now)
    }

    /// Whether it was hidden from this reader at that moment: then their look showed nothing of it.
    fn hid(&self, proxy: bool, at: Timestamp) -> bool {
        let whom = proxy || self.hidden_from == HiddenFrom::ClientAndProxies;
        whom && self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

async fn earlier<A: Action>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
    emergency: EmergencyId,
) -> Result<Vec<Earlier>, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, proposed_by, confirmed_at IS NOT NULL, hidden_from, proposed_at,
                        CASE WHEN confirmed_at IS NULL AND ended_at IS NULL THEN lapses_at ELSE ended_at END
                   FROM withhold_notice
                  WHERE dossier = $1 AND what_id = $2
                  ORDER BY proposed_at, id"
            ),
            params![dossier, emergency],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Earlier {
                id: row.get(0)?,
                proposer: row.get(1)?,
                confirmed: row.get(2)?,
                hidden_from: row.get::<String>(3)?.parse().map_err(|_| Error::Column { column: 3 })?,
                from: row.get(4)?,
                until: row.get(5)?,
            })
        })
        .collect()
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
    if found.proposed_before {
        return Ok(Proposed::Before);
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
    notices::withholding_proposed(work, id).await?;
    work.names(id.uuid());
    Ok(Proposed::Now(id))
}

/// Whose own account it is that could have shown it.
#[derive(Clone, Copy)]
struct Seer {
    subject: Pseudonym,
    /// None when the dossier is gone.
    person: Option<PersonId>,
}

/// Whether an account that could be the endangering person's showed it since, while it was not hidden: what is numbered,
/// and the tail that is not yet.
async fn seen<A: Action>(
    work: &mut Work<'_, A>,
    client: Seer,
    earlier: &[Earlier],
    since: Timestamp,
) -> Result<Seen, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT a.person, l.at
                   FROM look_at_client l
                   JOIN account a ON a.id = l.account
                  WHERE l.subject = $1 AND l.at >= $2 AND l.outcome = 'done' AND l.staff IS NULL
                    AND l.event IN ('ReadOwnAccess', 'ReadOwnDossier', 'ReadOwnEntry', 'AskAboutLook')"
            ),
            params![client.subject, since],
        )
        .await?;
    let mut seen = Seen::default();
    for row in rows {
        seen.look(Some(row.get(0)?) != client.person, row.get(1)?, earlier);
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
        let at = Timestamp::from_millisecond(record.occurred_at).map_err(|e| Error::Record(e.to_string()))?;
        let of_it = record.subject == Some(client.subject.uuid())
            && at >= since
            && record.outcome == ledger::Outcome::Done
            && SHOWS_IT.contains(&record.event.as_str());
        match record.capacity {
            ledger::Capacity::Own if of_it => seen.look(false, at, earlier),
            ledger::Capacity::Proxy if of_it => seen.look(true, at, earlier),
            _ => {}
        }
    }
    Ok(seen)
}

/// Whether somebody who saw the list asked about a look since then.
async fn asked<A: Action>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
    earlier: &[Earlier],
    since: Timestamp,
) -> Result<Seen, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT asked_at
                   FROM inquiry
                  WHERE dossier = $1 AND looked_at >= $2"
            ),
            params![dossier, since],
        )
        .await?;
    let mut seen = Seen::default();
    for row in rows {
        seen.look(false, row.get(0)?, earlier);
    }
    Ok(seen)
}
