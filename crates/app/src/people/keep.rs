//! Recording and changing: a person with why they may be kept, and everything about who decides.

use domain::people::{
    Fact, Held, KeptFor, ParentalAuthority, RelatedPerson, RepresentativeKind, TypedPerson,
};
use domain::{
    DossierId, Input, LegalDomain, PartId, PeopleFactId, PeopleVersionId, Period, Source, StaffId,
    amsterdam_date,
};
use jiff::civil::Date;
use policy::actions::{ChangeAuthority, ChangePeople, OfDossier};
use policy::{Action, May};
use store::client::people::{self, Kept, NewFact, Replaced};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

use super::{KeepRefused, begins, part_of, rejected, second};

const SAYS_MAX: usize = 1000;

/// A fact and the text of it that was on the screen.
pub type Known = (PeopleFactId, PeopleVersionId);

/// Keeps a person, new or changed (CON-27).
#[derive(Clone, Debug)]
pub struct KeepPerson {
    pub dossier: DossierId,
    /// None: somebody new.
    pub known: Option<Known>,
    pub typed: TypedPerson,
    /// The part that needs them; none: they are of the client.
    pub part: Option<PartId>,
    /// Since when they are what they are.
    pub from: Date,
    pub source: Source,
    /// The token of the form, so that sending it twice adds once.
    pub form: Uuid,
}

impl UseCase for KeepPerson {
    type Action = ChangePeople;
    type Out = PeopleFactId;
    type Refusal = KeepRefused;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ChangePeople>) -> Result<PeopleFactId, Undone<KeepRefused>> {
        if let Some(fact) = done(work, self.form).await? {
            return Ok(fact);
        }
        let now = work.now();
        let mut person = RelatedPerson::new(self.typed, amsterdam_date(now))
            .map_err(|why| Undone::Rejected(why.into()))?;
        let all = people::of_dossier(work).await?;
        let known = known(&all, self.known)?;
        let by_law = person.ground() == Some(KeptFor::AuthorityHolderOrGuardian);
        let in_office = known.is_some_and(|it| people::holds_office(&all, it.held.fact, now));
        // Who decides for the client is of the client: everybody who works with them must know.
        let part = match person.ground() {
            _ if by_law || in_office => None,
            // CON-27: the household is the Wmo's to know, and nobody else's.
            Some(KeptFor::HouseholdWmo) => Some(of_wmo(work)?),
            _ => part_of(work, self.part)?,
        };
        keep_looking_back(&mut person, known);
        let new = NewFact {
            says: Fact::Person(person),
            period: period(work, self.from, known)?,
            part,
            source: self.source,
            second: None,
        };
        let fact = put(work, self.known, known, &new).await?;
        work.done_now(self.form, &fact.to_string()).await?;
        Ok(fact)
    }
}

fn of_wmo<A: Action>(work: &Work<'_, A>) -> Result<PartId, Undone<KeepRefused>> {
    let part = work.parts().iter().find(|it| it.domain == LegalDomain::Wmo);
    part.map(|it| it.part).ok_or(Undone::Rejected(KeepRefused::NoWmoPart))
}

/// A ground that was looked at before is looked at again today only where somebody said so; the day of a suspicion moves
/// by each change, because each change is a look (CON-27).
fn keep_looking_back(person: &mut RelatedPerson, known: Option<&Kept>) {
    use domain::people::KeptOn;
    let Some(Fact::Person(before)) = known.map(|it| &it.held.says) else { return };
    if let (KeptOn::Ground { ground, since, .. }, KeptOn::Ground { ground: was, since: then, .. }) =
        (&mut person.kept, before.kept)
        && *ground == was
        && was != KeptFor::SafetySuspicion
    {
        *since = then;
    }
}

/// Records authority, representation, capacity or what a judge arranged, new or changed (CON-08, CON-10, C41).
#[derive(Clone, Debug)]
pub struct KeepFact {
    pub dossier: DossierId,
    /// None: something new.
    pub known: Option<Known>,
    /// No person: those are kept by [`KeepPerson`].
    pub says: Fact,
    /// The part that needs it: capacity only. None: it is of the client.
    pub part: Option<PartId>,
    pub from: Date,
    pub second: Option<StaffId>,
    pub source: Source,
    /// The token of the form, so that sending it twice adds once.
    pub form: Uuid,
}

impl UseCase for KeepFact {
    type Action = ChangeAuthority;
    type Out = PeopleFactId;
    type Refusal = KeepRefused;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ChangeAuthority>) -> Result<PeopleFactId, Undone<KeepRefused>> {
        if let Some(fact) = done(work, self.form).await? {
            return Ok(fact);
        }
        let all = people::of_dossier(work).await?;
        let known = known(&all, self.known)?;
        if known.is_some_and(|it| it.held.says.kind() != self.says.kind()) {
            return rejected(KeepRefused::Gone);
        }
        let part = self.check(work, &all)?;
        let second = second(work, self.second).await?;
        if let Some(person) = self.says.person() {
            of_the_client(work, &all, person).await?;
        }
        let new = NewFact {
            period: period(work, self.from, known)?,
            says: self.says,
            part,
            source: self.source,
            second,
        };
        let fact = put(work, self.known, known, &new).await?;
        work.done_now(self.form, &fact.to_string()).await?;
        Ok(fact)
    }
}

impl KeepFact {
    /// What a rule says of it; gives the part it is kept under.
    fn check(
        &self,
        work: &Work<'_, ChangeAuthority>,
        all: &[Kept],
    ) -> Result<Option<PartId>, Undone<KeepRefused>> {
        let today = amsterdam_date(work.now());
        match &self.says {
            Fact::Person(_) => return rejected(KeepRefused::Gone),
            Fact::Authority(it) => check_authority(it, all, work)?,
            Fact::Representative(it) => {
                person(all, it.person, work)?;
                if it.kind == RepresentativeKind::Mandate && it.matters.is_empty() {
                    return rejected(KeepRefused::NoMatter);
                }
                if it.seen.on > today {
                    return rejected(KeepRefused::Days);
                }
            }
            // An assessment is made for the help of one part, and only who gives that help reads it.
            Fact::Capacity(it) => {
                it.check(today).map_err(|why| Undone::Rejected(why.into()))?;
                return match part_of(work, self.part)? {
                    Some(part) => Ok(Some(part)),
                    None => rejected(KeepRefused::NoSuchPart),
                };
            }
            Fact::Scheme(it) => {
                Input::text("says", &it.says, SAYS_MAX).map_err(|why| Undone::Rejected(why.into()))?;
                if it.seen.on > today {
                    return rejected(KeepRefused::Days);
                }
            }
        }
        Ok(None)
    }
}

fn check_authority<A: Action>(
    it: &ParentalAuthority,
    all: &[Kept],
    work: &Work<'_, A>,
) -> Result<(), Undone<KeepRefused>> {
    let person = person(all, it.person, work)?;
    it.check(person, amsterdam_date(work.now())).map_err(|why| Undone::Rejected(why.into()))
}

fn person<'k, A: Action>(
    all: &'k [Kept],
    person: PeopleFactId,
    work: &Work<'_, A>,
) -> Result<&'k RelatedPerson, Undone<KeepRefused>> {
    let there = all.iter().find_map(|it| match &it.held {
        Held { fact, says: Fact::Person(who), period, .. }
            if *fact == person && period.covers(work.now()) && !who.name.is_empty() =>
        {
            Some(who)
        }
        _ => None,
    });
    there.ok_or(Undone::Rejected(KeepRefused::NoSuchPerson))
}

/// A person who was needed by one part is of the client from now on: whoever decides is known to all who help.
async fn of_the_client(
    work: &mut Work<'_, ChangeAuthority>,
    all: &[Kept],
    person: PeopleFactId,
) -> Result<(), Undone<KeepRefused>> {
    let Some(kept) = all.iter().find(|it| it.held.fact == person && it.part.is_some()) else { return Ok(()) };
    let new = NewFact {
        says: kept.held.says.clone(),
        period: kept.held.period,
        part: None,
        source: kept.source.parse().unwrap_or(Source::OwnObservation),
        second: None,
    };
    match people::change(work, (person, kept.held.version), &new).await? {
        Replaced::Done => Ok(()),
        Replaced::Stale => rejected(KeepRefused::NoSuchPerson),
    }
}

async fn done<A: Action>(work: &mut Work<'_, A>, form: Uuid) -> Result<Option<PeopleFactId>, store::Error> {
    Ok(work.done_before(form).await?.and_then(|known| known.parse().ok()))
}

/// The text a form knew, among those that hold; somebody else's newer one is a stale form.
pub(super) fn known(all: &[Kept], known: Option<Known>) -> Result<Option<&Kept>, Undone<KeepRefused>> {
    let Some((fact, version)) = known else { return Ok(None) };
    match all.iter().find(|it| it.held.fact == fact) {
        None => rejected(KeepRefused::Gone),
        Some(it) if it.held.version != version => rejected(KeepRefused::Stale(Box::new(it.clone()))),
        Some(it) if it.end_reason.is_some() => rejected(KeepRefused::Gone),
        Some(it) => Ok(Some(it)),
    }
}

/// From the day on that was typed. A day that stays the same keeps its instant.
fn period<A: Action>(
    work: &Work<'_, A>,
    from: Date,
    known: Option<&Kept>,
) -> Result<Period, Undone<KeepRefused>> {
    let before = known.map(|it| it.held.period);
    match before {
        Some(it) if amsterdam_date(it.from()) == from => Ok(it),
        _ => {
            let until = before.and_then(Period::until);
            let from = begins(from, work.now())?;
            Period::new(from, until).map_err(|_| Undone::Rejected(KeepRefused::Days))
        }
    }
}

async fn put<A: May<ChangePeople>>(
    work: &mut Work<'_, A>,
    on_screen: Option<Known>,
    known: Option<&Kept>,
    new: &NewFact,
) -> Result<PeopleFactId, Undone<KeepRefused>> {
    let (Some(on_screen), Some(known)) = (on_screen, known) else { return Ok(people::add(work, new).await?) };
    match people::change(work, on_screen, new).await? {
        Replaced::Done => Ok(on_screen.0),
        Replaced::Stale => rejected(KeepRefused::Stale(Box::new(known.clone()))),
    }
}
