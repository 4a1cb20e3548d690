//! What stands out today so far: counted when it is asked for, and kept nowhere. The day is judged when it is over.

use std::collections::HashMap;

use domain::log_review::{Found, Thresholds, findings};
use domain::{AccountId, Function, amsterdam_date};
use policy::May;
use policy::actions::ListFindings;

use super::accesses::{Scope, of_day};
use super::clients::Tokens;
use super::namesake::Names;
use super::thresholds::changes;
use super::{Post, is_the_actors, posts_between};
use crate::error::Error;
use crate::work::Work;

/// What stands out today in what one member of staff did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SoFar {
    pub staff_name: String,
    pub function: Function,
    pub found: Vec<Found>,
}

/// Of everybody whose findings the reader judges, by name. Only numbered lines count: those of a second ago come next.
/// However many there are, the same number of statements.
pub async fn so_far<A: May<ListFindings>>(work: &mut Work<'_, A>) -> Result<Vec<SoFar>, Error> {
    let reader = work.staff()?;
    let (controller, team) = (reader.controller, reader.team.filter(|_| !reader.function.oversees()));
    let today = amsterdam_date(work.now());
    let mut people: HashMap<AccountId, Post> = HashMap::new();
    let mut names: HashMap<AccountId, Names> = HashMap::new();
    for (account, held) in posts_between(&mut work.tx, controller, (today, today)).await? {
        let posts = || held.iter().map(|it| &it.post);
        let Some(first) = posts().next() else { continue };
        if is_the_actors(work, first.person, posts())? {
            names.insert(account, Names::of(controller, posts().map(|it| it.name.as_str())));
            people.insert(account, first.clone());
        }
    }
    if people.is_empty() {
        work.counts(0);
        return Ok(Vec::new());
    }
    let by = Thresholds::on(&changes(&mut work.tx, controller).await?, today);
    let scope = Scope::everybody(controller, today, team);
    let mut all = Vec::new();
    let mut days: Vec<_> = of_day(work, scope, &names, Tokens::Passing).await?.into_iter().collect();
    days.sort_unstable_by_key(|(account, _)| *account);
    for (account, accesses) in days {
        let found = findings(today, &accesses, &by);
        if let Some(post) = people.remove(&account).filter(|_| !found.is_empty()) {
            all.push(SoFar { staff_name: post.name, function: post.function, found });
        }
    }
    all.sort_by(|one, other| one.staff_name.cmp(&other.staff_name));
    work.counts(all.len());
    Ok(all)
}
