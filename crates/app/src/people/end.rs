//! Ending: somebody is not there any more, withdraws their agreement, or does not decide any more. An end has a reason.

use domain::people::{EndReason, Fact, KeptOn};
use domain::{DossierId, StaffId, amsterdam_date, amsterdam_midnight};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{ChangeAuthority, ChangePeople, OfDossier};
use store::client::people::{self, Kept, NewFact, Replaced};
use store::{Undone, UseCase, Work};

use super::keep::{Known, known};
use super::{KeepRefused, rejected, second};

/// A person is not there any more, or does not agree any more to be kept (CON-27).
#[derive(Clone, Copy, Debug)]
pub struct EndPerson {
    pub dossier: DossierId,
    pub known: Known,
    /// The day; today is this minute.
    pub on: Date,
    pub reason: EndReason,
}

impl UseCase for EndPerson {
    type Action = ChangePeople;
    type Out = ();
    type Refusal = KeepRefused;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ChangePeople>) -> Result<(), Undone<KeepRefused>> {
        work.because(self.reason.code());
        let now = work.now();
        let all = people::of_dossier(work).await?;
        let kept = ended(&all, self.known)?;
        let Fact::Person(person) = &kept.held.says else { return rejected(KeepRefused::Gone) };
        let in_office = people::holds_office(&all, kept.held.fact, now);
        if self.reason == EndReason::AgreementWithdrawn {
            if !matches!(person.kept, KeptOn::Agreed { .. }) {
                return rejected(KeepRefused::NothingToWithdraw);
            }
            let left = Fact::Person(person.without_agreement(in_office, amsterdam_date(now)));
            return replaced(withdraw(work, kept, in_office, &left).await?, kept);
        }
        if in_office {
            return rejected(KeepRefused::HoldsOffice);
        }
        let at = at(self.on, kept, now)?;
        replaced(people::end(work, kept, at, self.reason, None).await?, kept)
    }
}

/// The name goes from every text there is; of who decides by law only the ground changes.
async fn withdraw(
    work: &mut Work<'_, ChangePeople>,
    kept: &Kept,
    in_office: bool,
    left: &Fact,
) -> Result<Replaced, store::Error> {
    if !in_office {
        return people::wipe(work, kept, left).await;
    }
    let new = NewFact {
        says: left.clone(),
        period: kept.held.period,
        part: kept.part,
        source: kept.source.parse().unwrap_or(domain::Source::OwnObservation),
        second: None,
    };
    people::change(work, (kept.held.fact, kept.held.version), &new).await
}

/// Authority, representation, an assessment or an arrangement of a judge does not hold any more.
#[derive(Clone, Copy, Debug)]
pub struct EndFact {
    pub dossier: DossierId,
    pub known: Known,
    /// The day; today is this minute.
    pub on: Date,
    pub reason: EndReason,
    pub second: Option<StaffId>,
}

impl UseCase for EndFact {
    type Action = ChangeAuthority;
    type Out = ();
    type Refusal = KeepRefused;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ChangeAuthority>) -> Result<(), Undone<KeepRefused>> {
        work.because(self.reason.code());
        let all = people::of_dossier(work).await?;
        let kept = ended(&all, self.known)?;
        if matches!(kept.held.says, Fact::Person(_)) || self.reason == EndReason::AgreementWithdrawn {
            return rejected(KeepRefused::Gone);
        }
        let at = at(self.on, kept, work.now())?;
        let second = second(work, self.second).await?;
        replaced(people::end(work, kept, at, self.reason, second).await?, kept)
    }
}

fn ended(all: &[Kept], on_screen: Known) -> Result<&Kept, Undone<KeepRefused>> {
    known(all, Some(on_screen))?.ok_or(Undone::Rejected(KeepRefused::Gone))
}

/// The first moment after it. Not before it began.
fn at(day: Date, kept: &Kept, now: Timestamp) -> Result<Timestamp, Undone<KeepRefused>> {
    let at = if day == amsterdam_date(now) { Some(now) } else { amsterdam_midnight(day) };
    let latest = amsterdam_date(now).saturating_add(jiff::Span::new().years(1));
    match at {
        Some(at) if at >= kept.held.period.from() && day <= latest => Ok(at),
        _ => rejected(KeepRefused::Days),
    }
}

fn replaced(done: Replaced, kept: &Kept) -> Result<(), Undone<KeepRefused>> {
    match done {
        Replaced::Done => Ok(()),
        Replaced::Stale => rejected(KeepRefused::Stale(Box::new(kept.clone()))),
    }
}
