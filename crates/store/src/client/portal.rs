//! What a resident sees of themselves: which dossiers, and who looked (ACC-21).

use domain::withhold::{HiddenAccess, NO_LOOKS};
use domain::{DossierId, LookId, PersonId, Pseudonym, StaffId, TeamId};
use jiff::Timestamp;
use policy::May;
use policy::actions::{ReadOwnAccess, ReadOwnHome};

use super::withhold::hidden;
use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A dossier of the person who asks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnDossier {
    pub dossier: DossierId,
    pub controller_name: String,
    pub team_name: String,
    pub team_phone: String,
    /// Answers to the person's questions that they did not open yet.
    pub new_answers: u64,
    /// A worker asks whether they agree with a plan, and they did not say yet.
    pub plan_waits: bool,
}

/// One look at a dossier, from the record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Look {
    /// How the resident's list names it; none when it has no number yet.
    pub id: Option<LookId>,
    /// The number of the line in the record; none when it was made a moment ago.
    pub number: Option<u64>,
    pub at: Timestamp,
    pub staff: Option<StaffId>,
    pub staff_name: String,
    pub function: String,
    /// The team it was made for, where there was one.
    pub team: Option<TeamId>,
    pub team_name: String,
    /// The action that was done, such as `ReadDossier`.
    pub event: String,
    /// On what it was allowed: `involvement`, `function`, …
    pub basis: String,
    pub reason: String,
    pub emergency: bool,
}

/// The dossiers of the person who asks, at every controller that helps them.
pub async fn own_dossiers<A: May<ReadOwnHome>>(work: &mut Work<'_, A>) -> Result<Vec<OwnDossier>, Error> {
    let person: PersonId =
        work.actor().own_person().ok_or_else(|| Error::Record("a portal without its person".into()))?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT d.id, c.name, t.name, t.phone,
                        (SELECT COUNT(*)
                           FROM inquiry q
                          WHERE q.dossier = d.id AND q.answered_at IS NOT NULL AND q.seen_at IS NULL),
                        EXISTS (SELECT 1
                                  FROM dossier_part p
                                  JOIN plan n ON n.part = p.id
                                  JOIN plan_statement a ON a.part = n.part AND a.version = n.version
                                 WHERE p.dossier = d.id AND p.closed_at IS NULL AND a.side = 'worker'
                                   AND a.how = 'portal'
                                   AND NOT EXISTS (SELECT 1
                                                     FROM plan_statement o
                                                    WHERE o.part = a.part AND o.version = a.version
                                                      AND (o.side = 'client' OR o.how <> 'portal')))
                   FROM client k
                   JOIN dossier d ON d.client = k.id
                   JOIN controller c ON c.id = d.controller
                   JOIN team t ON t.id = d.team
                  WHERE k.person = $1
                  ORDER BY c.name, d.recorded_at, d.id"
            ),
            params![person],
        )
        .await?;
    work.counts(rows.len());
    rows.iter()
        .map(|row| {
            Ok(OwnDossier {
                dossier: row.get(0)?,
                controller_name: row.get(1)?,
                team_name: row.get(2)?,
                team_phone: row.get(3)?,
                new_answers: row.get(4)?,
                plan_waits: row.get(5)?,
            })
        })
        .collect()
}

/// Who looked at the dossier, newest first: what is numbered, and the tail that is not yet. Only looks by others that
/// showed something, and that somebody opened it in an emergency (ACC-03). Left out are the resident's own; deeds of
/// writing, which may concern what is hidden from the resident (MOD-07); and all that came of an emergency access that
/// is told later (SHA-12).
pub async fn looks<A: May<ReadOwnAccess>>(
    work: &mut Work<'_, A>,
    since: Timestamp,
) -> Result<Vec<Look>, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let subject: Pseudonym = work
        .tx
        .one(
            sql!(
                "SELECT c.pseudonym
                   FROM dossier d
                   JOIN client c ON c.id = d.client
                  WHERE d.id = $1"
            ),
            params![dossier],
        )
        .await?
        .get(0)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT l.number, l.at, l.staff, s.name, l.function, t.name, l.event, l.basis, l.reason,
                        l.emergency, l.team
                   FROM look_at_client l
                   LEFT JOIN staff s ON s.id = l.staff
                   LEFT JOIN team t ON t.id = l.team
                  WHERE l.subject = $1 AND l.at >= $2 AND l.outcome = 'done'
                    AND (l.kind = 'R' OR (l.event = 'OpenEmergency' AND l.basis = 'emergency'))
                    AND l.staff IS NOT NULL
                  ORDER BY l.number DESC"
            ),
            params![subject, since],
        )
        .await?;
    let mut looks = tail(work, subject, since).await?;
    for row in &rows {
        let mut found = look(row)?;
        found.id = found.number.map(|number| named(work, subject, number));
        looks.push(found);
    }
    let hidden = hidden(work, dossier).await?;
    looks.retain(|look| {
        let hides = |it: &HiddenAccess| it.hides(&look.event, look.staff, look.at, look.emergency);
        !NO_LOOKS.contains(&look.event.as_str()) && !hidden.iter().any(hides)
    });
    work.counts(looks.len());
    Ok(looks)
}

/// A name for a look that tells nothing: not how many lines the record has, nor which are somebody else's.
fn named<A: May<ReadOwnAccess>>(work: &Work<'_, A>, subject: Pseudonym, number: u64) -> LookId {
    let tag = work.tag("look", &[subject.uuid().as_bytes().as_slice(), &number.to_be_bytes()].concat());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&tag[..16]);
    LookId(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

fn look(row: &Row) -> Result<Look, Error> {
    Ok(Look {
        id: None,
        number: Some(row.get(0)?),
        at: row.get(1)?,
        staff: row.get(2)?,
        staff_name: row.get::<Option<String>>(3)?.unwrap_or_default(),
        function: row.get(4)?,
        team_name: row.get::<Option<String>>(5)?.unwrap_or_default(),
        event: row.get(6)?,
        basis: row.get(7)?,
        reason: row.get(8)?,
        emergency: row.get(9)?,
        team: row.get(10)?,
    })
}

/// The lines the sequencer has not numbered yet: at most a second's worth.
async fn tail<A: May<ReadOwnAccess>>(
    work: &mut Work<'_, A>,
    subject: Pseudonym,
    since: Timestamp,
) -> Result<Vec<Look>, Error> {
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
    let mut looks = Vec::new();
    for row in rows {
        let bytes: Vec<u8> = row.get(0)?;
        let record = ledger::Record::decode(&bytes).map_err(|e| Error::Record(e.to_string()))?;
        let at = Timestamp::from_millisecond(record.occurred_at).map_err(|e| Error::Record(e.to_string()))?;
        let opened = record.event == "OpenEmergency" && record.basis == "emergency";
        let is_look =
            (record.kind == ledger::Kind::Read || opened) && record.outcome == ledger::Outcome::Done;
        if record.subject != Some(subject.uuid()) || !is_look || at < since {
            continue;
        }
        let Some(staff) = record.staff.map(StaffId) else { continue };
        let named = work
            .tx
            .opt(
                sql!(
                    "SELECT s.name, t.name
                       FROM staff s
                       LEFT JOIN team t ON t.id = $2
                      WHERE s.id = $1"
                ),
                params![staff, record.team],
            )
            .await?;
        let (staff_name, team_name) = match named {
            Some(row) => (row.get(0)?, row.get::<Option<String>>(1)?.unwrap_or_default()),
            None => (String::new(), String::new()),
        };
        looks.push(Look {
            id: None,
            number: None,
            at,
            staff: Some(staff),
            staff_name,
            function: record.function,
            team: record.team.map(TeamId),
            team_name,
            event: record.event,
            basis: record.basis,
            reason: record.reason,
            emergency: record.emergency,
        });
    }
    Ok(looks)
}
