//! Questions of people who stay anonymous (BAS-10): noted by who takes in, read and counted by the team, taken away
//! when somebody could be recognised, and gone in time (RET-01).

use domain::anonymous_contact::{AnonymousContact, counted_since, text_kept_since};
use domain::{ContactId, TeamId, amsterdam_date};
use policy::actions::{ListContacts, NoteContact, OfTeam, PurgeContacts, RemoveContact, TheHouse};
use store::client::contacts;
pub use store::client::contacts::{Contact, Count};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

/// Contacts on one page.
pub const PAGE: u32 = 25;

/// Notes a contact of the own team.
#[derive(Clone, Debug)]
pub struct Note {
    pub team: Option<TeamId>,
    pub contact: AnonymousContact,
    /// The token of the form, so that sending it twice counts once.
    pub form: Uuid,
}

impl UseCase for Note {
    type Action = NoteContact;
    type Out = ();
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.team)
    }

    async fn run(self, work: &mut Work<'_, NoteContact>) -> Result<(), Undone<Self::Refusal>> {
        if work.done_before(self.form).await?.is_some() {
            return Ok(());
        }
        contacts::note(work, &self.contact).await?;
        work.done_now(self.form, "noted").await?;
        Ok(())
    }
}

/// How often the team was asked about what.
#[derive(Clone, Copy, Debug)]
pub struct CountOwn(pub Option<TeamId>);

impl UseCase for CountOwn {
    type Action = ListContacts;
    type Out = Vec<Count>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.0)
    }

    async fn run(self, work: &mut Work<'_, ListContacts>) -> Result<Vec<Count>, Undone<Self::Refusal>> {
        Ok(contacts::counts(work).await?)
    }
}

/// The contacts of the team.
#[derive(Clone, Copy, Debug)]
pub struct ListOwn {
    pub team: Option<TeamId>,
    /// 0 is the first page.
    pub page: u32,
}

/// One page of them, and the counts of all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contacts {
    /// Newest day first.
    pub contacts: Vec<Contact>,
    pub counts: Vec<Count>,
    /// There are older ones than these.
    pub more: bool,
}

impl UseCase for ListOwn {
    type Action = ListContacts;
    type Out = Contacts;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.team)
    }

    async fn run(self, work: &mut Work<'_, ListContacts>) -> Result<Contacts, Undone<Self::Refusal>> {
        let counts = contacts::counts(work).await?;
        // One more than fits tells whether there is more.
        let mut found = contacts::of_team(work, self.page.saturating_mul(PAGE), PAGE + 1).await?;
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        Ok(Contacts { contacts: found, counts, more })
    }
}

/// Takes a contact of the team away: somebody can be recognised by it, or it never happened. Whoever sees a name
/// there need not wait for who wrote it.
#[derive(Clone, Copy, Debug)]
pub struct Remove {
    pub team: Option<TeamId>,
    pub contact: ContactId,
}

impl UseCase for Remove {
    type Action = RemoveContact;
    /// False: it was gone already.
    type Out = bool;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.team)
    }

    async fn run(self, work: &mut Work<'_, RemoveContact>) -> Result<bool, Undone<Self::Refusal>> {
        Ok(contacts::remove(work, self.contact).await?)
    }
}

/// Throws away what is older than its term.
#[derive(Clone, Copy, Debug)]
pub struct PurgeOld;

impl UseCase for PurgeOld {
    type Action = PurgeContacts;
    type Out = u64;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> TheHouse {
        TheHouse
    }

    async fn run(self, work: &mut Work<'_, PurgeContacts>) -> Result<u64, Undone<Self::Refusal>> {
        let today = amsterdam_date(work.now());
        Ok(contacts::purge(work, text_kept_since(today), counted_since(today)).await?)
    }
}
