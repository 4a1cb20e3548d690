//! Which days ask for work in the own dossiers: what a list of tasks shows (CON-08, CON-10, CON-25, CON-27).

use domain::people::{DueKind, birthdays};
use domain::{BirthDate, DossierId, PeopleFactId, amsterdam_date};
use jiff::civil::Date;
use policy::May;
use policy::actions::{ListCaseload, OwnDesktop};
use store::client::caseload::{self, Case};
use store::client::people;
use store::{Error, Undone, UseCase, Work};

/// The days that are told by and with a day, over all own dossiers.
#[derive(Clone, Copy, Debug)]
pub struct DueDates {
    pub until: Date,
}

/// A day that asks for work.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct DueDate {
    /// The day itself.
    pub on: Date,
    /// From this day it is told; the same day, or some before a birthday.
    pub told_from: Date,
    pub kind: DueKind,
    pub dossier: DossierId,
    /// The fact it is about; none for a birthday.
    pub fact: Option<PeopleFactId>,
}

impl UseCase for DueDates {
    type Action = ListCaseload;
    type Out = Vec<DueDate>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, ListCaseload>) -> Result<Vec<DueDate>, Undone<Self::Refusal>> {
        let cases = caseload::own(work).await?;
        Ok(of_people(work, &cases, self.until, self.until).await?)
    }
}

/// The days in these dossiers, soonest first: birthdays that are told by `told`, the others through `until`.
pub(crate) async fn of_people<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
    told: Date,
    until: Date,
) -> Result<Vec<DueDate>, Error> {
    let today = amsterdam_date(work.now());
    // Who is there in an emergency only has nothing to change.
    let works_with = |case: &&Case| case.domains.iter().any(|(_, role)| role != "emergency");
    let mut all = Vec::new();
    for due in people::due_in_caseload(work, until).await? {
        let case = cases.iter().filter(works_with).find(|case| case.dossier == due.dossier);
        let sees = case.is_some_and(|it| it.domains.iter().any(|(domain, _)| *domain == due.domain));
        let found = DueDate {
            on: due.on,
            told_from: due.on,
            kind: due.kind,
            dossier: due.dossier,
            fact: Some(due.fact),
        };
        if sees && !all.contains(&found) {
            all.push(found);
        }
    }
    for case in cases.iter().filter(works_with) {
        let born: BirthDate = case.fields.get("birth-date").parse().unwrap_or(BirthDate::UNKNOWN);
        let told_now = birthdays(&born, today).into_iter().filter(|due| due.told_from <= told);
        all.extend(told_now.map(|due| DueDate {
            on: due.on,
            told_from: due.told_from,
            kind: due.kind,
            dossier: case.dossier,
            fact: None,
        }));
    }
    all.sort();
    Ok(all)
}
