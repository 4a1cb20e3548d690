//! Who is involved with what: read, assigned, ended. A change supersedes a row and adds another, so
//! that "who was involved then" and "what did we know then" both stay answerable.

use domain::{DossierId, InvolvementId, LegalDomain, PartId, StaffId};
use jiff::Timestamp;
use policy::actions::{
    AssignInvolvement, CreateDossier, EndInvolvement, OfInvolvement, ReadInvolvements, ReadOwnAccess,
    ReadOwnDossier, ReadOwnEntry, ShieldEntry,
};
use policy::{Action, May};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::six_parts;
use crate::error::Error;
use crate::reading::Text;
use crate::value::{Row, Value};
use crate::work::Work;
use crate::{params, sql};

/// Somebody involved with one domain of a dossier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Involved {
    pub id: InvolvementId,
    pub staff: StaffId,
    pub name: String,
    pub function: String,
    pub phone: String,
    pub team_name: String,
    pub domain: LegalDomain,
    /// A `domain::involvement::RoleInCase` code.
    pub role: String,
    /// Why; empty for whoever took the question in.
    pub reason: Text,
    pub from: Timestamp,
    pub until: Option<Timestamp>,
}

impl Involved {
    /// Involved at this instant.
    pub fn is_now(&self, now: Timestamp) -> bool {
        self.from <= now && self.until.is_none_or(|until| now < until)
    }
}

/// A new involvement.
#[derive(Clone, Debug)]
pub struct Assignment {
    pub staff: StaffId,
    pub role: &'static str,
    pub reason: String,
    pub from: Timestamp,
    pub until: Option<Timestamp>,
}

const fn reason_place(row: Uuid) -> Place {
    Place { table: "involvement", row, column: "reason" }
}

const fn end_reason_place(row: Uuid) -> Place {
    Place { table: "involvement", row, column: "end_reason" }
}

/// Who is, was and will be involved with the allowed parts.
pub async fn of_dossier<A: May<ReadInvolvements>>(work: &mut Work<'_, A>) -> Result<Vec<Involved>, Error> {
    list(work).await
}

/// The same, for the resident.
pub async fn own<A: May<ReadOwnDossier>>(work: &mut Work<'_, A>) -> Result<Vec<Involved>, Error> {
    list(work).await
}

/// The same, for one entry of the resident.
pub async fn of_own_entry<A: May<ReadOwnEntry>>(work: &mut Work<'_, A>) -> Result<Vec<Involved>, Error> {
    list(work).await
}

/// The same, for whoever hides an entry from one of them.
pub async fn to_shield<A: May<ShieldEntry>>(work: &mut Work<'_, A>) -> Result<Vec<Involved>, Error> {
    list(work).await
}

/// The same, to tell a resident's own workers from others among those who looked.
pub async fn of_looks<A: May<ReadOwnAccess>>(work: &mut Work<'_, A>) -> Result<Vec<Involved>, Error> {
    list(work).await
}

async fn list<A: Action>(work: &mut Work<'_, A>) -> Result<Vec<Involved>, Error> {
    let with = six_parts(work)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT i.involvement, i.staff, s.name, s.function, s.phone, t.name, i.domain, i.role,
                        i.valid_from, i.valid_until, i.id, i.reason
                   FROM involvement i
                   JOIN staff s ON s.id = i.staff
                   LEFT JOIN team t ON t.id = s.team
                  WHERE i.part IN ($1, $2, $3, $4, $5, $6) AND i.superseded_at IS NULL
                  ORDER BY i.valid_from DESC, s.name, i.id"
            ),
            &with,
        )
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(involved(work, &row).await?);
    }
    Ok(all)
}

async fn involved<A: Action>(work: &mut Work<'_, A>, row: &Row) -> Result<Involved, Error> {
    let sealed: Sealed = row.get(11)?;
    Ok(Involved {
        id: row.get(0)?,
        staff: row.get(1)?,
        name: row.get(2)?,
        function: row.get(3)?,
        phone: row.get(4)?,
        team_name: row.get::<Option<String>>(5)?.unwrap_or_default(),
        domain: row.get(6)?,
        role: row.get(7)?,
        reason: work.text(reason_place(row.get(10)?), sealed).await?,
        from: row.get(8)?,
        until: row.get(9)?,
    })
}

/// The number a coordinator knows the part's dossier by.
pub async fn number_of<A: May<ReadInvolvements>>(work: &mut Work<'_, A>) -> Result<i64, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    work.tx
        .one(
            sql!(
                "SELECT number
                   FROM dossier
                  WHERE id = $1"
            ),
            params![dossier],
        )
        .await?
        .get(0)
}

/// Whether this worker is already involved with the part at some moment of the period.
pub async fn overlaps<A: May<AssignInvolvement>>(
    work: &mut Work<'_, A>,
    staff: StaffId,
    from: Timestamp,
    until: Option<Timestamp>,
) -> Result<bool, Error> {
    let part = work.part()?.part;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT valid_from
                   FROM involvement
                  WHERE part = $1 AND staff = $2 AND superseded_at IS NULL
                    AND (valid_until IS NULL OR valid_until > $3)"
            ),
            params![part, staff, from],
        )
        .await?;
    for row in rows {
        let starts: Timestamp = row.get(0)?;
        if until.is_none_or(|until| starts < until) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether nobody else is involved with the part at `until`.
pub async fn is_last<A>(work: &mut Work<'_, A>, until: Timestamp) -> Result<bool, Error>
where
    A: May<EndInvolvement> + Action<About = OfInvolvement>,
{
    let (part, series) = (work.part()?.part, work.about().0);
    let others: i64 = work
        .tx
        .one(
            sql!(
                "SELECT COUNT(*)
                   FROM involvement
                  WHERE part = $1 AND involvement <> $2 AND superseded_at IS NULL
                    AND valid_from <= $3 AND (valid_until IS NULL OR valid_until > $3)"
            ),
            params![part, series, until],
        )
        .await?
        .get(0)?;
    Ok(others == 0)
}

/// Makes somebody involved with the part the work is about.
pub async fn assign<A: May<AssignInvolvement>>(
    work: &mut Work<'_, A>,
    new: &Assignment,
) -> Result<InvolvementId, Error> {
    let (dossier, part, domain) = {
        let facts = work.part()?;
        (facts.dossier, facts.part, facts.domain)
    };
    // Of two who divide at the same moment each sees that nobody is involved yet. Both write this row, so that one of them
    // is second, and is told so.
    work.tx
        .run_one(
            sql!(
                "UPDATE dossier_part
                    SET domain = domain
                  WHERE id = $1"
            ),
            params![part],
        )
        .await?;
    insert(work, dossier, part, domain, new).await
}

/// The first involvement of a new dossier: whoever took it in.
pub(super) async fn first<A: May<CreateDossier>>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
    part: PartId,
    domain: LegalDomain,
    role: &'static str,
    reason: &str,
) -> Result<InvolvementId, Error> {
    let new = Assignment {
        staff: work.staff_id()?,
        role,
        reason: reason.to_owned(),
        from: work.now(),
        until: None,
    };
    insert(work, dossier, part, domain, &new).await
}

async fn insert<A: Action>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
    part: PartId,
    domain: LegalDomain,
    new: &Assignment,
) -> Result<InvolvementId, Error> {
    let id = InvolvementId(work.new_id());
    let key = work.part_key(part, domain).await?;
    let reason = work.seal(&key, reason_place(id.uuid()), &new.reason);
    let (author, now) = (work.staff_id()?, work.now());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO involvement (id, involvement, dossier, part, domain, staff, role, reason, author,
                                          valid_from, valid_until, recorded_at)
                 VALUES ($1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
            ),
            params![
                id,
                dossier,
                part,
                domain.code(),
                new.staff,
                new.role,
                reason,
                author,
                new.from,
                new.until,
                now,
            ],
        )
        .await?;
    work.names(id.uuid());
    Ok(id)
}

/// Ends the involvement the work is about, at `until`. False: it had already ended.
pub async fn end<A>(work: &mut Work<'_, A>, until: Timestamp, why: &str) -> Result<bool, Error>
where
    A: May<EndInvolvement> + Action<About = OfInvolvement>,
{
    let series = work.about().0;
    end_series(work, series, until, why).await
}

/// Ends one involvement of the part the work is about.
pub(super) async fn end_series<A: Action>(
    work: &mut Work<'_, A>,
    series: InvolvementId,
    until: Timestamp,
    why: &str,
) -> Result<bool, Error> {
    change_end(work, series, Some(until), Some(why)).await
}

/// An involvement goes on as it would have: until then, or without an end.
pub(super) async fn goes_on_after_all<A: Action>(
    work: &mut Work<'_, A>,
    series: InvolvementId,
    until: Option<Timestamp>,
) -> Result<bool, Error> {
    change_end(work, series, until, None).await
}

/// Gives an involvement another end, or none. False: it had already ended.
async fn change_end<A: Action>(
    work: &mut Work<'_, A>,
    series: InvolvementId,
    until: Option<Timestamp>,
    why: Option<&str>,
) -> Result<bool, Error> {
    let (author, now) = (work.staff_id()?, work.now());
    let row = work
        .tx
        .one(
            sql!(
                "SELECT id, dossier, part, domain, staff, role, reason, valid_from, valid_until
                   FROM involvement
                  WHERE involvement = $1 AND superseded_at IS NULL"
            ),
            params![series],
        )
        .await?;
    let ended: Option<Timestamp> = row.get(8)?;
    if ended.is_some_and(|at| at <= now) {
        return Ok(false);
    }
    let old: Uuid = row.get(0)?;
    let (part, domain): (PartId, LegalDomain) = (row.get(2)?, row.get(3)?);
    let sealed: Sealed = row.get(6)?;
    let reason = work.open(reason_place(old), &sealed).await?;
    work.tx
        .run_one(
            sql!(
                "UPDATE involvement
                    SET superseded_at = $2
                  WHERE id = $1"
            ),
            params![old, now],
        )
        .await?;
    let id = work.new_id();
    let key = work.part_key(part, domain).await?;
    let reason = work.seal(&key, reason_place(id), &reason);
    let why = why.map(|why| work.seal(&key, end_reason_place(id), why));
    let values: [Value; 11] = [
        id.into(),
        series.into(),
        row.get::<DossierId>(1)?.into(),
        part.into(),
        domain.code().into(),
        row.get::<StaffId>(4)?.into(),
        row.get::<String>(5)?.into(),
        reason.into(),
        author.into(),
        row.get::<Timestamp>(7)?.into(),
        until.into(),
    ];
    let mut with = values.to_vec();
    with.extend([now.into(), why.into()]);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO involvement (id, involvement, dossier, part, domain, staff, role, reason, author,
                                          valid_from, valid_until, recorded_at, end_reason)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
            ),
            &with,
        )
        .await?;
    Ok(true)
}
