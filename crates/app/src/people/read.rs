//! Who is around a client and who decides, for the worker and for the client.

use domain::people::{
    Authority, Contradiction, Due, Held, Known, Turn, age_line, authority_holders, contradictions, due,
    needs_second,
};
use domain::{BirthDate, DossierId, LegalDomain, PartId, amsterdam_date};
use jiff::Timestamp;
use policy::actions::{OfDossier, ReadOwnPeople, ReadPeople};
use store::client::absences::Colleague;
use store::client::people::{self, Kept};
use store::{Undone, UseCase, Work};

/// The people of a dossier.
#[derive(Clone, Copy, Debug)]
pub struct ReadThem(pub DossierId);

/// What a worker sees of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct People {
    /// What is known now, of the client and of the parts the reader may see.
    pub kept: Vec<Kept>,
    /// What does not fit together.
    pub contradictions: Vec<Contradiction>,
    /// What asks for work, the soonest first.
    pub due: Vec<Due>,
    pub born: BirthDate,
    /// The moment for which all this is said.
    pub read_at: Timestamp,
    /// The birthdays at which something changes.
    pub turns: Vec<Turn>,
    /// A change of authority or capacity has a second professional (C41).
    pub needs_second: bool,
    /// Who that can be.
    pub colleagues: Vec<Colleague>,
    /// The parts the reader sees, those that are open: where something can be recorded.
    pub parts: Vec<(PartId, LegalDomain)>,
}

impl People {
    /// The newest text of a fact.
    pub fn one(&self, fact: domain::PeopleFactId) -> Option<&Kept> {
        self.kept.iter().find(|it| it.held.fact == fact)
    }
}

impl UseCase for ReadThem {
    type Action = ReadPeople;
    type Out = People;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadPeople>) -> Result<People, Undone<Self::Refusal>> {
        let (now, today) = (work.now(), amsterdam_date(work.now()));
        let kept = people::of_dossier(work).await?;
        let born = people::born(work).await?;
        let held: Vec<Held> = kept.iter().map(|it| it.held.clone()).collect();
        Ok(People {
            contradictions: contradictions(&held, now, now),
            due: due(&held, &born, now, today),
            turns: age_line(&born),
            needs_second: needs_second(&born, today),
            colleagues: people::colleagues(work).await?,
            parts: work.parts().iter().filter(|it| !it.closed).map(|it| (it.part, it.domain)).collect(),
            read_at: now,
            kept,
            born,
        })
    }
}

/// Who held authority at an instant, by what was known at another: what consent will ask (CON-04, CON-25).
#[derive(Clone, Copy, Debug)]
pub struct ReadHeld {
    pub dossier: DossierId,
    pub at: Timestamp,
    pub known_at: Timestamp,
}

/// The answer, with every text it rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeldAuthority {
    pub authority: Authority,
    pub history: Vec<Kept>,
}

impl UseCase for ReadHeld {
    type Action = ReadPeople;
    type Out = HeldAuthority;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ReadPeople>) -> Result<HeldAuthority, Undone<Self::Refusal>> {
        let history = people::history(work).await?;
        let held: Vec<Held> = history.iter().map(|it| it.held.clone()).collect();
        Ok(HeldAuthority { authority: authority_holders(&held, self.at, self.known_at), history })
    }
}

/// Whose name may stand in a note of this dossier.
#[derive(Clone, Copy, Debug)]
pub struct KnownNames(pub DossierId);

impl UseCase for KnownNames {
    type Action = ReadPeople;
    type Out = Known;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadPeople>) -> Result<Known, Undone<Self::Refusal>> {
        Ok(people::known_names(work).await?)
    }
}

/// The people in one's own dossier.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwn(pub DossierId);

/// What a client reads of them: what holds now, without what is hidden.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Own {
    pub kept: Vec<Kept>,
}

impl UseCase for ReadOwn {
    type Action = ReadOwnPeople;
    type Out = Own;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadOwnPeople>) -> Result<Own, Undone<Self::Refusal>> {
        let now = work.now();
        let mut kept = people::own(work).await?;
        kept.retain(|it| it.is_now(now));
        Ok(Own { kept })
    }
}
