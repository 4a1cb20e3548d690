//! A finding as facts: about whom, and whether it is the asker's to judge. The posts of that day decide, so that who
//! changed teams since is judged by who was responsible then.

use domain::log_review::{About, Reader};
use domain::{AccountId, ControllerId, FindingId, Function, PersonId, TeamId, amsterdam_midnight};
use jiff::civil::Date;
use policy::{ActorFacts, StaffFacts, Thing};

use crate::db::Tx;
use crate::error::Error;
use crate::record::Note;
use crate::{params, sql};

/// Whether a finding about somebody with these posts is the reader's.
pub(crate) fn reviews(
    reader: &StaffFacts,
    person: PersonId,
    posts: impl Iterator<Item = (Option<TeamId>, Function)>,
) -> bool {
    let reader = Reader {
        person: reader.person,
        function: reader.function,
        coordinates_now: reader.coordinates_now(),
        team: reader.team,
    };
    let posts: Vec<_> = posts.collect();
    domain::log_review::reviews(reader, About { person, posts: &posts })
}

pub(super) async fn of_finding(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    finding: FindingId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let row = tx
        .opt(
            sql!(
                "SELECT f.controller, f.account, f.day, s.person
                   FROM log_finding f
                   JOIN staff s ON s.id = f.staff
                  WHERE f.id = $1"
            ),
            params![finding],
        )
        .await?;
    let Some(row) = row else { return Ok(Vec::new()) };
    note.items.push(finding.uuid());
    let (controller, account): (ControllerId, AccountId) = (row.get(0)?, row.get(1)?);
    let (day, worker): (Date, PersonId) = (row.get(2)?, row.get(3)?);
    let until = day.tomorrow().ok().and_then(amsterdam_midnight);
    let rows = tx
        .all(
            sql!(
                "SELECT team, function
                   FROM staff
                  WHERE account = $1 AND controller = $2 AND valid_from < $4
                    AND (valid_until IS NULL OR valid_until > $3)"
            ),
            params![account, controller, amsterdam_midnight(day), until],
        )
        .await?;
    let mut posts = Vec::with_capacity(rows.len());
    for row in rows {
        posts.push((row.get(0)?, row.get(1)?));
    }
    let reviews = actor.staff().is_some_and(|reader| reviews(reader, worker, posts.into_iter()));
    Ok(vec![Thing::Finding { finding, controller, worker, reviews }])
}
