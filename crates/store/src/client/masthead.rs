//! The head of a dossier: its parts with their question and clocks, and who is involved.

use domain::{DossierId, LegalDomain, PartId};
use jiff::Timestamp;
use policy::actions::{ReadDossier, ReadOwnDossier};
use policy::{Action, May};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::{queue, shields, six_parts};
use crate::error::Error;
use crate::reading::Text;
use crate::work::Work;
use crate::{params, sql};

/// A part the reader may see.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    pub id: PartId,
    pub domain: LegalDomain,
    /// The help question, in the client's words.
    pub question: Text,
    /// What it is mostly about: a `domain::LifeArea` code; none: not asked.
    pub life_area: Option<Text>,
    pub opened_at: Timestamp,
    pub closed_at: Option<Timestamp>,
    /// RET-02.
    pub last_content_change: Timestamp,
    /// RET-03.
    pub last_client_contact: Timestamp,
}

/// What a dossier's head says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    pub dossier: DossierId,
    /// The dossier's number at its controller, for the phone.
    pub number: i64,
    pub controller_name: String,
    pub team_name: String,
    pub team_phone: String,
    pub parts: Vec<Part>,
    /// Something about this dossier is told to the client later (SHA-12), so nobody tells it by accident. Never true for
    /// the client.
    pub withheld: bool,
}

pub(super) const fn question_place(part: Uuid) -> Place {
    Place { table: "dossier_part", row: part, column: "question" }
}

/// For an involved worker.
pub async fn of_dossier<A: May<ReadDossier>>(work: &mut Work<'_, A>) -> Result<Head, Error> {
    let mut head = head(work).await?;
    let seen = shields::changes_seen(work).await?;
    for part in &mut head.parts {
        part.as_seen(seen.get(&part.id));
    }
    Ok(head)
}

impl Part {
    /// Where something is hidden from the reader, the clocks say what the reader sees of them.
    fn as_seen(&mut self, newest: Option<&Timestamp>) {
        if let Some(newest) = newest {
            self.last_content_change = *newest;
            self.last_client_contact = self.last_client_contact.min(*newest);
        }
    }
}

/// For the resident. The clocks of a part run on hidden entries too, so they tell a resident no more than
/// when it was opened (MOD-07).
pub async fn own<A: May<ReadOwnDossier>>(work: &mut Work<'_, A>) -> Result<Head, Error> {
    let mut head = Head { withheld: false, ..head(work).await? };
    for part in &mut head.parts {
        (part.last_content_change, part.last_client_contact) = (part.opened_at, part.opened_at);
    }
    Ok(head)
}

async fn head<A: Action>(work: &mut Work<'_, A>) -> Result<Head, Error> {
    let now = work.now();
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT d.number, c.name, t.name, t.phone,
                        (SELECT STRING_AGG(g.domains, ' ')
                           FROM withhold_notice w
                           JOIN emergency_access g ON g.id = w.what_id
                          WHERE w.dossier = d.id AND w.ended_at IS NULL
                            AND (w.confirmed_at IS NOT NULL OR w.lapses_at > $2))
                   FROM dossier d
                   JOIN controller c ON c.id = d.controller
                   JOIN team t ON t.id = d.team
                  WHERE d.id = $1"
            ),
            params![dossier, now],
        )
        .await?;
    let parts = parts(work).await?;
    let withheld: Option<String> = row.get(4)?;
    Ok(Head {
        dossier,
        number: row.get(0)?,
        controller_name: row.get(1)?,
        team_name: row.get(2)?,
        team_phone: row.get(3)?,
        // What was opened in another legal domain only does not exist for this reader (ACC-06).
        withheld: withheld.is_some_and(|opened| {
            opened.split_whitespace().any(|domain| parts.iter().any(|part| part.domain.code() == domain))
        }),
        parts,
    })
}

async fn parts<A: Action>(work: &mut Work<'_, A>) -> Result<Vec<Part>, Error> {
    let ids = six_parts(work)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, domain, question, opened_at, closed_at, last_content_change, last_client_contact,
                        life_area
                   FROM dossier_part
                  WHERE id IN ($1, $2, $3, $4, $5, $6)
                  ORDER BY domain"
            ),
            &ids,
        )
        .await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        let id: PartId = row.get(0)?;
        let (sealed, life_area): (Sealed, Option<Sealed>) = (row.get(2)?, row.get(7)?);
        let life_area = match life_area {
            Some(sealed) => Some(work.text(queue::life_area_place(id.uuid()), sealed).await?),
            None => None,
        };
        parts.push(Part {
            id,
            domain: row.get(1)?,
            question: work.text(question_place(id.uuid()), sealed).await?,
            life_area,
            opened_at: row.get(3)?,
            closed_at: row.get(4)?,
            last_content_change: row.get(5)?,
            last_client_contact: row.get(6)?,
        });
    }
    Ok(parts)
}
