//! Who asks, as it is in this transaction: a session that was ended a moment ago is no actor.

use domain::proxy::scope_of;
use domain::session::{SessionKind, SessionState, confirmed_recently};
use domain::{Function, PersonId, ProxyId, StaffId};
use jiff::Timestamp;
use policy::{ActorFacts, Capacity, ProxyFacts, StaffFacts};

use crate::db::Tx;
use crate::error::Error;
use crate::record::Who;
use crate::value::Row;
use crate::{params, sql};

/// The actor, or none when the session is over (ACC-17), the account or post is not active (ACC-13) or the
/// right to act for another has ended (CON-26).
pub(crate) async fn actor(tx: &mut Tx<'_>, who: Who, now: Timestamp) -> Result<Option<ActorFacts>, Error> {
    let session = match who {
        Who::System(job) => {
            return Ok(Some(ActorFacts {
                account: None,
                session: None,
                capacity: Capacity::System(job),
                fresh: false,
            }));
        }
        Who::Session(session) => session,
    };
    let row = tx
        .opt(
            sql!(
                "SELECT s.account, a.person, s.staff, s.ready, s.created_at, s.seen_at, s.confirmed_at,
                        f.controller, f.team, f.function, f.valid_from, f.valid_until, s.proxy
                   FROM session s
                   JOIN account a ON a.id = s.account
                   LEFT JOIN staff f ON f.id = s.staff
                  WHERE s.id = $1 AND s.ended_at IS NULL AND a.active = TRUE"
            ),
            params![session],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };

    let person: PersonId = row.get(1)?;
    let staff: Option<StaffId> = row.get(2)?;
    let kind = if staff.is_some() { SessionKind::Staff } else { SessionKind::Portal };
    let state = SessionState::judge(row.get(4)?, row.get(5)?, now, kind);
    if !matches!(state, SessionState::Live { .. }) {
        return Ok(None);
    }
    let proxy: Option<ProxyId> = row.get(12)?;
    let capacity = match (staff, proxy) {
        (None, None) => Capacity::Own { person },
        (None, Some(proxy)) => match proxy_of(tx, proxy, person, now).await? {
            Some(proxy) => Capacity::Proxy(proxy),
            None => return Ok(None),
        },
        (Some(staff), _) => match post(&row, staff, person, now)? {
            Some(mut post) => {
                // Asked for deputies only: nobody else acts for the coordinator.
                post.coordinator_absent =
                    post.function == Function::Deputy && coordinator_absent(tx, &post, now).await?;
                Capacity::Staff(post)
            }
            None => return Ok(None),
        },
    };
    let fresh = confirmed_recently(Some(row.get(6)?), now);
    Ok(Some(ActorFacts { account: Some(row.get(0)?), session: Some(session), capacity, fresh }))
}

/// The proxy, when it holds now and is this person's.
async fn proxy_of(
    tx: &mut Tx<'_>,
    proxy: ProxyId,
    person: PersonId,
    now: Timestamp,
) -> Result<Option<ProxyFacts>, Error> {
    let row = tx
        .opt(
            sql!(
                "SELECT for_person, kind, domains
                   FROM proxy
                  WHERE proxy = $1 AND person = $2 AND superseded_at IS NULL
                    AND valid_from <= $3 AND (valid_until IS NULL OR valid_until > $3)"
            ),
            params![proxy, person, now],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let (kind, domains): (String, String) = (row.get(1)?, row.get(2)?);
    Ok(Some(ProxyFacts {
        proxy,
        person,
        on_behalf_of: row.get(0)?,
        kind: kind.parse().map_err(|_| Error::Column { column: 1 })?,
        domains: scope_of(&domains).map_err(|_| Error::Column { column: 2 })?,
    }))
}

/// Whether no coordinator of the own team is at work now: absent, or the place is vacant (ACC-09).
pub(crate) async fn coordinator_absent(
    tx: &mut Tx<'_>,
    post: &StaffFacts,
    now: Timestamp,
) -> Result<bool, Error> {
    tx.one(
        sql!(
            "SELECT NOT EXISTS (SELECT 1
                                  FROM staff s
                                 WHERE s.team = $1 AND s.function = 'coordinator'
                                   AND s.valid_from <= $2 AND (s.valid_until IS NULL OR s.valid_until > $2)
                                   AND NOT EXISTS (SELECT 1
                                                     FROM absence a
                                                    WHERE a.staff = s.id AND a.superseded_at IS NULL
                                                      AND a.valid_from <= $2 AND a.valid_until > $2))"
        ),
        params![post.team, now],
    )
    .await?
    .get(0)
}

fn post(row: &Row, staff: StaffId, person: PersonId, now: Timestamp) -> Result<Option<StaffFacts>, Error> {
    let from: Timestamp = row.get(10)?;
    let until: Option<Timestamp> = row.get(11)?;
    if now < from || until.is_some_and(|until| now >= until) {
        return Ok(None);
    }
    Ok(Some(StaffFacts {
        staff,
        person,
        controller: row.get(7)?,
        team: row.get(8)?,
        function: row.get(9)?,
        coordinator_absent: false,
        ready: row.get(3)?,
    }))
}
