//! What stands out today so far: counted when it is asked for, and kept nowhere. The day is judged when it is over.

use domain::log_review::{Found, Thresholds, findings};
use domain::{AccountId, Function, amsterdam_date};
use policy::May;
use policy::actions::ListFindings;

use super::accesses::of_day;
use super::namesake::{Names, Tokens};
use super::thresholds::changes;
use super::{Post, bounds, is_the_actors, posts_of};
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// What stands out today in what one member of staff did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SoFar {
    pub staff_name: String,
    pub function: Function,
    pub found: Vec<Found>,
}

/// Of everybody whose findings the reader judges, by name. Only numbered lines count: those of a second ago come next.
pub async fn so_far<A: May<ListFindings>>(work: &mut Work<'_, A>) -> Result<Vec<SoFar>, Error> {
    let controller = work.staff()?.controller;
    let today = amsterdam_date(work.now());
    let (from, until) = bounds(today)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT account
                   FROM staff
                  WHERE controller = $1 AND valid_from < $3 AND (valid_until IS NULL OR valid_until > $2)"
            ),
            params![controller, from, until],
        )
        .await?;
    let by = Thresholds::on(&changes(&mut work.tx, controller).await?, today);
    let mut all = Vec::new();
    for row in rows {
        let account: AccountId = row.get(0)?;
        let mut posts: Vec<Post> = posts_of(&mut work.tx, account, today).await?;
        posts.retain(|it| it.controller == controller);
        let Some(first) = posts.first().cloned() else { continue };
        if !is_the_actors(work, first.person, &posts)? {
            continue;
        }
        let names = Names::of(controller, posts.iter().map(|it| it.name.as_str()));
        let accesses = of_day(work, account, controller, &names, today, Tokens::Passing).await?;
        let found = findings(today, &accesses, &by);
        if !found.is_empty() {
            all.push(SoFar { staff_name: first.name, function: first.function, found });
        }
    }
    all.sort_by(|one, other| one.staff_name.cmp(&other.staff_name));
    work.counts(all.len());
    Ok(all)
}
