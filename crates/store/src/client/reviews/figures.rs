//! What the figures are counted from: of the teams the reader may know of, when each dossier was opened and judged.

use domain::{Outcome, TeamId};
use jiff::Timestamp;
use policy::May;
use policy::actions::ListReviews;

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// One emergency access, as a figure: nobody's name and no dossier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judging {
    pub team: TeamId,
    pub team_name: String,
    pub opened_at: Timestamp,
    pub judged_at: Option<Timestamp>,
    pub outcome: Option<Outcome>,
}

/// Those opened from a moment on: of the own team, for the officer of every team of the organisation. By team, oldest
/// first.
pub async fn figures<A: May<ListReviews>>(
    work: &mut Work<'_, A>,
    since: Timestamp,
) -> Result<Vec<Judging>, Error> {
    let post = work.staff()?.clone();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT g.team, t.name, g.opened_at, g.judged_at, g.verdict
                   FROM team t
                   JOIN emergency_access g ON g.team = t.id
                  WHERE t.controller = $1 AND ($2 OR t.id = $3) AND g.opened_at >= $4 AND g.opened_at <= $5
                  ORDER BY t.name, t.id, g.opened_at, g.id"
            ),
            params![post.controller, post.function.oversees(), post.team, since, work.now()],
        )
        .await?;
    work.counts(rows.len());
    rows.iter()
        .map(|row| {
            let code: Option<String> = row.get(4)?;
            Ok(Judging {
                team: row.get(0)?,
                team_name: row.get(1)?,
                opened_at: row.get(2)?,
                judged_at: row.get(3)?,
                outcome: code
                    .map(|code| code.parse().map_err(|_| Error::Column { column: 4 }))
                    .transpose()?,
            })
        })
        .collect()
}
