//! The second person, the reviews and the release. What another decided a moment ago stands: nothing is overwritten.

use domain::withhold::Decider;
use domain::{WithholdStep, amsterdam_date};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{DecideWithheld, ExtendWithheld, OfWithheld, ReleaseWithheld};
use policy::{Action, May};

use super::step;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// What the second person says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decision {
    /// It stays hidden until somebody looks at it again on this day, and decides.
    Withhold { review_on: Date },
    /// The client is told from now on.
    Tell,
}

/// From which day the 90 days count, and in which capacity the acting worker sets a review day.
pub async fn term<A: Action<About = OfWithheld>>(work: &mut Work<'_, A>) -> Result<(Date, Decider), Error> {
    let id = work.about().0;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT MIN(f.proposed_at)
                   FROM withhold_notice w
                   JOIN withhold_notice f ON f.dossier = w.dossier AND f.what_id = w.what_id
                  WHERE w.id = $1"
            ),
            params![id],
        )
        .await?;
    let officer = work.staff()?.function.oversees();
    let by = if officer { Decider::Officer } else { Decider::Team };
    Ok((amsterdam_date(row.get::<Timestamp>(0)?), by))
}

/// Decides as the second person. False: it was decided, or waits no longer.
pub async fn decide<A>(work: &mut Work<'_, A>, decision: Decision, sentence: &str) -> Result<bool, Error>
where
    A: May<DecideWithheld> + Action<About = OfWithheld>,
{
    let (id, staff, now) = (work.about().0, work.staff_id()?, work.now());
    let (done, kind, review) = match decision {
        Decision::Withhold { review_on } => {
            let done = work
                .tx
                .run(
                    sql!(
                        "UPDATE withhold_notice
                            SET confirmed_by = $2, confirmed_at = $3, review_on = $4
                          WHERE id = $1 AND confirmed_at IS NULL AND ended_at IS NULL AND lapses_at > $3"
                    ),
                    params![id, staff, now, review_on],
                )
                .await?;
            (done, WithholdStep::Confirmed, Some(review_on))
        }
        Decision::Tell => {
            let done = work
                .tx
                .run(
                    sql!(
                        "UPDATE withhold_notice
                            SET ended_at = $3, ended_by = $2, ended_how = 'refused'
                          WHERE id = $1 AND confirmed_at IS NULL AND ended_at IS NULL AND lapses_at > $3"
                    ),
                    params![id, staff, now],
                )
                .await?;
            (done, WithholdStep::Refused, None)
        }
    };
    if done == 0 {
        return Ok(false);
    }
    step(work, id, kind, review, sentence).await?;
    Ok(true)
}

/// Sets a later review day. False: it runs no longer, or somebody else set one a moment ago.
pub async fn extend<A>(
    work: &mut Work<'_, A>,
    known: Date,
    review_on: Date,
    sentence: &str,
) -> Result<bool, Error>
where
    A: May<ExtendWithheld> + Action<About = OfWithheld>,
{
    let id = work.about().0;
    let extended = work
        .tx
        .run(
            sql!(
                "UPDATE withhold_notice
                    SET review_on = $3
                  WHERE id = $1 AND review_on = $2 AND confirmed_at IS NOT NULL AND ended_at IS NULL"
            ),
            params![id, known, review_on],
        )
        .await?;
    if extended == 0 {
        return Ok(false);
    }
    step(work, id, WithholdStep::Extended, Some(review_on), sentence).await?;
    Ok(true)
}

/// Tells the client from now on. False: that was done already.
pub async fn release<A>(work: &mut Work<'_, A>, tell_ground: bool, sentence: &str) -> Result<bool, Error>
where
    A: May<ReleaseWithheld> + Action<About = OfWithheld>,
{
    let (id, staff, now) = (work.about().0, work.staff_id()?, work.now());
    let released = work
        .tx
        .run(
            sql!(
                "UPDATE withhold_notice
                    SET ended_at = $3, ended_by = $2, ended_how = 'released', tell_ground = $4
                  WHERE id = $1 AND confirmed_at IS NOT NULL AND ended_at IS NULL"
            ),
            params![id, staff, now, tell_ground],
        )
        .await?;
    if released == 0 {
        return Ok(false);
    }
    step(work, id, WithholdStep::Released, None, sentence).await?;
    Ok(true)
}
