//! Who may be made involved: staff of the controller whose post is active and who may work today (ACC-13), with
//! a function that works in the domain (ACC-06). One query and one rule, for the list and for the deed.

use domain::{Function, LegalDomain, PersonId, Readiness, ReadinessFacts, StaffId, amsterdam_date};
use policy::actions::{AssignInvolvement, ListCaseload, ListQueue, ReadAssignable};
use policy::{Action, May};

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// Somebody who may be assigned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    pub staff: StaffId,
    pub name: String,
    pub function: Function,
    person: PersonId,
}

impl Candidate {
    fn works_in(&self, domain: LegalDomain) -> bool {
        self.function.carries_cases() && self.function.allowed_domains().contains(&domain)
    }
}

/// Who may be assigned to one of the allowed parts, by name. The client of the dossier is not left out: a name
/// that is missing would tell that a colleague is a client (ACC-05).
pub async fn list<A: May<ReadAssignable>>(
    work: &mut Work<'_, A>,
    pledge_text: u32,
) -> Result<Vec<Candidate>, Error> {
    let domains: Vec<LegalDomain> = work.parts().iter().map(|part| part.domain).collect();
    let mut candidates = ready(work, pledge_text).await?;
    candidates.retain(|candidate| domains.iter().any(|domain| candidate.works_in(*domain)));
    Ok(candidates)
}

/// Whether this worker may be involved with the part the work is about: a candidate for its domain at its
/// controller (CTL-03, ACC-06, ACC-13), not for their own dossier or one behind a wall of
/// their own (ACC-05).
pub async fn fits<A: May<AssignInvolvement>>(
    work: &mut Work<'_, A>,
    staff: StaffId,
    pledge_text: u32,
) -> Result<bool, Error> {
    let (controller, domain, subject) = {
        let part = work.part()?;
        (part.controller, part.domain, part.subject)
    };
    if controller != work.staff()?.controller {
        return Ok(false);
    }
    if super::conflicts::bars(work, staff).await? {
        return Ok(false);
    }
    let candidates = ready(work, pledge_text).await?;
    let fits = |it: &Candidate| it.staff == staff && it.person != subject && it.works_in(domain);
    Ok(candidates.iter().any(fits))
}

/// Who carries cases and may work today, by name, but for the asker: to choose who takes over for a time. Whether they fit
/// is asked for each dossier.
pub async fn colleagues<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    pledge_text: u32,
) -> Result<Vec<Candidate>, Error> {
    let me = work.staff_id()?;
    let mut all = ready(work, pledge_text).await?;
    all.retain(|it| it.staff != me && it.function.carries_cases());
    Ok(all)
}

/// The same, for whoever divides what somebody else leaves.
pub async fn successors<A: May<ListQueue>>(
    work: &mut Work<'_, A>,
    pledge_text: u32,
) -> Result<Vec<Candidate>, Error> {
    let mut all = ready(work, pledge_text).await?;
    all.retain(|it| it.function.carries_cases());
    Ok(all)
}

/// Staff of the actor's controller whose account and post are active, and who may work today.
async fn ready<A: Action>(work: &mut Work<'_, A>, pledge_text: u32) -> Result<Vec<Candidate>, Error> {
    let (controller, now) = (work.staff()?.controller, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT s.id, s.name, s.function, s.person,
                        (SELECT MAX(p.text_version) FROM pledge_signature p WHERE p.staff = s.id),
                        (SELECT MAX(t.passed_on) FROM training t WHERE t.staff = s.id)
                   FROM staff s
                   JOIN account a ON a.id = s.account
                  WHERE s.controller = $1 AND a.active = TRUE
                    AND s.valid_from <= $2 AND (s.valid_until IS NULL OR s.valid_until > $2)
                  ORDER BY s.name, s.id"
            ),
            params![controller, now],
        )
        .await?;
    let mut candidates = Vec::with_capacity(rows.len());
    for row in rows {
        let signed: Option<i64> = row.get(4)?;
        let facts = ReadinessFacts {
            account_active: true,
            pledge_signed: signed.and_then(|version| u32::try_from(version).ok()),
            trained_on: row.get(5)?,
        };
        if Readiness::judge(&facts, amsterdam_date(now), pledge_text).is_ok() {
            candidates.push(Candidate {
                staff: row.get(0)?,
                name: row.get(1)?,
                function: row.get(2)?,
                person: row.get(3)?,
            });
        }
    }
    Ok(candidates)
}
