//! Who can see a dossier now and why, and what a change would do: the engine asked for each worker with a fact about the
//! dossier (ACC-14). No content, and nothing is written but the record of the asking.

use domain::{DossierId, Function, LegalDomain, Readiness, ReadinessFacts, StaffId, amsterdam_date};
use policy::actions::{ExplainAccess, ReadDossier, ReadInvolvements};
use policy::suppose::{Change, Effect, effects};
use policy::{Action, ActorFacts, Capacity, May, StaffFacts, Thing, Verdict, decide};

use crate::error::Error;
use crate::facts::coordinator_absent;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// What is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Question {
    /// The number of the dossier at the officer's own controller.
    pub number: i64,
    /// What is supposed about one worker, if anything.
    pub suppose: Option<(StaffId, Change)>,
}

/// The answer about a dossier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explained {
    pub number: i64,
    pub domains: Vec<LegalDomain>,
    pub team_name: String,
    /// Everybody with a fact about it, by name.
    pub people: Vec<Seer>,
    pub supposed: Option<Supposed>,
}

/// A worker and what they may see now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seer {
    pub staff: StaffId,
    pub name: String,
    pub function: Function,
    /// Empty for a function of the whole organisation.
    pub team_name: String,
    /// The facts there are about them and this dossier.
    pub facts: Facts,
    /// Pledge, training and account are in order; otherwise nothing opens.
    pub ready: bool,
    /// Per law: whether the content opens, and by which policies or why not.
    pub sees: Vec<(LegalDomain, Verdict)>,
    /// Knows that the dossier is there and who works with it, without its content.
    pub knows: bool,
}

/// What ties a worker to a dossier, or keeps them from it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Facts {
    pub involved: bool,
    pub coordinates: bool,
    pub conflict: bool,
    pub excluded: bool,
    /// It is open to them now in an emergency (ACC-03).
    pub emergency: bool,
}

/// What a supposed change would do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Supposed {
    pub name: String,
    /// As [`Seer::ready`]: of who is not, nothing changes.
    pub ready: bool,
    pub effects: Vec<Effect>,
}

/// Somebody of the own controller, to suppose something about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Colleague {
    pub staff: StaffId,
    pub name: String,
    pub function: Function,
}

/// Everybody with a post at the own controller now.
pub async fn colleagues<A: May<ExplainAccess>>(work: &mut Work<'_, A>) -> Result<Vec<Colleague>, Error> {
    let (controller, now) = (work.staff()?.controller, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT s.id, s.name, s.function
                   FROM staff s
                  WHERE s.controller = $1 AND s.valid_from <= $2 AND (s.valid_until IS NULL OR s.valid_until > $2)
                  ORDER BY s.name, s.id"
            ),
            params![controller, now],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(Colleague { staff: row.get(0)?, name: row.get(1)?, function: row.get(2)? }))
        .collect()
}

/// The answer. `None`: no dossier of the own controller has this number, or a wall stands between the officer and it;
/// the two sound the same.
pub async fn explained<A: May<ExplainAccess>>(
    work: &mut Work<'_, A>,
    question: Question,
    pledge_text: u32,
) -> Result<Option<Explained>, Error> {
    let controller = work.staff()?.controller;
    let found = work
        .tx
        .opt(
            sql!(
                "SELECT d.id, c.pseudonym, t.name
                   FROM dossier d
                   JOIN client c ON c.id = d.client
                   JOIN team t ON t.id = d.team
                  WHERE d.controller = $1 AND d.number = $2"
            ),
            params![controller, question.number],
        )
        .await?;
    let Some(found) = found else { return Ok(None) };
    let dossier: DossierId = found.get(0)?;
    let things = work.things_of(dossier).await?;
    let domains: Vec<LegalDomain> = things.iter().filter_map(domain_of).collect();
    work.concerns(found.get(1)?, dossier.uuid(), domains.clone());
    if things.is_empty() || !things.iter().all(|thing| work.may(thing)) {
        return Ok(None);
    }

    let supposed_about = question.suppose.map(|(staff, _)| staff);
    let rows = people(work, dossier, supposed_about).await?;
    let (mut people, mut supposed) = (Vec::with_capacity(rows.len()), None);
    for row in &rows {
        let actor = actor(work, row, pledge_text).await?;
        let things = work.things_to(&actor, dossier).await?;
        let seer = seer(work, row, &actor, &things)?;
        if let Some((staff, change)) = question.suppose
            && staff == seer.staff
        {
            let effects = effects(work.policies_running(), &actor, &things, change);
            supposed = Some(Supposed { name: seer.name.clone(), ready: seer.ready, effects });
        }
        let Facts { involved, coordinates, conflict, excluded, emergency } = seer.facts;
        // Somebody who is only supposed about has no line of their own.
        if involved || coordinates || conflict || excluded || emergency {
            people.push(seer);
        }
    }
    work.counts(people.len());
    Ok(Some(Explained { number: question.number, domains, team_name: found.get(2)?, people, supposed }))
}

/// Everybody at the controller with a fact about the dossier, and who something is supposed about.
async fn people<A: Action>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
    also: Option<StaffId>,
) -> Result<Vec<Row>, Error> {
    let (controller, now) = (work.staff()?.controller, work.now());
    work.tx
        .all(
            sql!(
                "SELECT s.id, s.person, s.controller, s.team, s.function, s.name, t.name, a.active,
                        (SELECT MAX(p.text_version) FROM pledge_signature p WHERE p.staff = s.id),
                        (SELECT MAX(r.passed_on) FROM training r WHERE r.staff = s.id)
                   FROM staff s
                   JOIN account a ON a.id = s.account
                   JOIN dossier d ON d.id = $2
                   LEFT JOIN team t ON t.id = s.team
                  WHERE s.controller = $1 AND s.valid_from <= $3 AND (s.valid_until IS NULL OR s.valid_until > $3)
                    AND (s.id = $4
                         OR (s.team = d.team AND s.function IN ('coordinator', 'deputy'))
                         OR s.id IN (SELECT i.staff
                                       FROM involvement i
                                      WHERE i.dossier = d.id AND i.superseded_at IS NULL
                                        AND i.valid_from <= $3 AND (i.valid_until IS NULL OR i.valid_until > $3))
                         OR s.id IN (SELECT g.staff
                                       FROM emergency_access g
                                      WHERE g.dossier = d.id AND g.ended_at IS NULL
                                        AND g.opened_at <= $3 AND g.ends_at > $3)
                         OR s.id IN (SELECT e.staff
                                       FROM exclusion e
                                      WHERE e.dossier = d.id AND e.superseded_at IS NULL
                                        AND e.valid_from <= $3 AND (e.valid_until IS NULL OR e.valid_until > $3))
                         OR s.id IN (SELECT k.staff
                                       FROM client_index x
                                       JOIN conflict k ON k.token = x.token AND k.about = x.kind
                                      WHERE x.client = d.client AND k.superseded_at IS NULL
                                        AND k.valid_from <= $3 AND (k.valid_until IS NULL OR k.valid_until > $3)))
                  ORDER BY s.name, s.id"
            ),
            params![controller, dossier, now, also],
        )
        .await
}

/// The facts of a worker as if they were signed in now, a moment ago.
async fn actor<A: Action>(work: &mut Work<'_, A>, row: &Row, pledge_text: u32) -> Result<ActorFacts, Error> {
    let now = work.now();
    let signed: Option<i64> = row.get(8)?;
    let facts = ReadinessFacts {
        account_active: row.get(7)?,
        pledge_signed: signed.and_then(|version| u32::try_from(version).ok()),
        trained_on: row.get(9)?,
    };
    let mut post = StaffFacts {
        staff: row.get(0)?,
        person: row.get(1)?,
        controller: row.get(2)?,
        team: row.get(3)?,
        function: row.get(4)?,
        coordinator_absent: false,
        ready: Readiness::judge(&facts, amsterdam_date(now), pledge_text).is_ok(),
    };
    if post.function == Function::Deputy {
        post.coordinator_absent = coordinator_absent(&mut work.tx, &post, now).await?;
    }
    Ok(ActorFacts { account: None, session: None, capacity: Capacity::Staff(post), fresh: true })
}

fn seer<A: Action>(
    work: &Work<'_, A>,
    row: &Row,
    actor: &ActorFacts,
    things: &[Thing],
) -> Result<Seer, Error> {
    let policies = work.policies_running();
    let asked = |action: &str, thing: &Thing| decide(policies, action, actor, thing);
    let mut facts =
        Facts { involved: false, coordinates: false, conflict: false, excluded: false, emergency: false };
    let (function, team) = actor.staff().map_or((Function::Intake, None), |post| (post.function, post.team));
    let mut sees = Vec::new();
    for thing in things {
        let Thing::Part(part) = thing else { continue };
        facts.involved |= part.involvement.is_some();
        facts.coordinates |= function.coordinates() && team == Some(part.team);
        facts.conflict |= part.walls.conflict;
        facts.excluded |= part.walls.excluded;
        facts.emergency |= part.emergency.is_some();
        sees.push((part.domain, asked(ReadDossier::NAME, thing)));
    }
    Ok(Seer {
        staff: row.get(0)?,
        name: row.get(5)?,
        function,
        team_name: row.get::<Option<String>>(6)?.unwrap_or_default(),
        facts,
        ready: actor.staff().is_some_and(|post| post.ready),
        sees,
        knows: things.iter().any(|thing| asked(ReadInvolvements::NAME, thing).allowed),
    })
}

fn domain_of(thing: &Thing) -> Option<LegalDomain> {
    match thing {
        Thing::Part(part) => Some(part.domain),
        _ => None,
    }
}
