//! Makes a demo world by doing what its people did, through the use cases that people use: they sign in,
//! search, take in, assign, write, correct and look, each at their own moment.

mod closing;
mod desk;
mod document;
mod dossier;
mod inquiry;
mod log_review;
mod people;
mod planning;
mod sign_in;
mod staff;
mod standing;
mod task;

use std::collections::HashMap;

use app::intake::Searched;
use app::{App, NotDone};
use domain::{
    ControllerId, DossierId, EntryId, InquiryId, InvolvementId, LegalDomain, PartId, PersonId, StaffId,
    TaskId, TeamId,
};
use jiff::Timestamp;
use jiff::civil::Date;
use mail::Postman;
use store::Store;

use super::clock::SteppedClock;
use super::content::world::World;
use super::plan::{Deed, plan, story_day};

/// Why a world was not finished: which deed, and what the product said about it.
#[derive(Debug, thiserror::Error)]
#[error("{deed}: {why}")]
pub struct LoadFailed {
    pub deed: String,
    pub why: String,
}

/// What was made.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Loaded {
    /// How many deeds were done.
    pub deeds: usize,
    /// Number and id of each dossier, by the key of the resident, in the order of opening.
    pub dossiers: Vec<(&'static str, i64, DossierId)>,
    /// Deeds that the product does not know yet, by name.
    pub left_out: Vec<String>,
}

/// Why a deed was not done, before it has a name.
pub(super) type Why = String;

/// The world as it is being made: which key became which id.
pub(super) struct Loader<'w> {
    world: &'w World,
    app: &'w App,
    store: &'w Store,
    today: Date,
    story_day: Date,
    controllers: HashMap<&'static str, ControllerId>,
    teams: HashMap<&'static str, TeamId>,
    persons: HashMap<&'static str, PersonId>,
    posts: HashMap<&'static str, staff::Post>,
    /// The cookie of whoever signed in, by the key of the post.
    cookies: HashMap<&'static str, String>,
    dossiers: HashMap<&'static str, Opened>,
    /// What a search before an intake proved, by the key of the resident.
    searched: HashMap<&'static str, Searched>,
    involvements: HashMap<(&'static str, usize), InvolvementId>,
    entries: HashMap<(&'static str, usize), EntryId>,
    /// By who asked, and about whose look.
    inquiries: HashMap<(&'static str, &'static str), InquiryId>,
    /// By what is to be done.
    tasks: HashMap<&'static str, TaskId>,
    loaded: Loaded,
}

/// A dossier that was opened.
struct Opened {
    dossier: DossierId,
    number: i64,
    parts: Vec<(LegalDomain, PartId)>,
}

/// Makes the world in the empty store of `postman`, whose clock is `clock`: notices leave as they came. `now` is the real
/// present: nothing happens after it.
///
/// # Errors
/// [`LoadFailed`], with the first deed that the product refused.
pub async fn load(
    world: &World,
    app: &App,
    postman: &Postman,
    clock: &SteppedClock,
    now: Timestamp,
) -> Result<Loaded, LoadFailed> {
    let (today, store) = (domain::amsterdam_date(now), &postman.store);
    let story_day = story_day(today);
    let mut loader = Loader {
        world,
        app,
        store,
        today,
        story_day,
        controllers: HashMap::new(),
        teams: HashMap::new(),
        persons: HashMap::new(),
        posts: HashMap::new(),
        cookies: HashMap::new(),
        dossiers: HashMap::new(),
        searched: HashMap::new(),
        involvements: HashMap::new(),
        entries: HashMap::new(),
        inquiries: HashMap::new(),
        tasks: HashMap::new(),
        loaded: Loaded::default(),
    };
    let found = loader.organisation().await;
    found.map_err(|why| LoadFailed { deed: "controllers and teams".to_owned(), why })?;
    for event in plan(world, today) {
        let failed = |why: Why| LoadFailed { deed: event.deed.name(), why };
        if event.at > now {
            return Err(failed("it lies in the future".to_owned()));
        }
        clock.set(event.at);
        let tells = event.deed.tells_somebody();
        loader.perform(event.deed).await.map_err(failed)?;
        loader.loaded.deeds += 1;
        // One after the other, so that every run draws the same ids.
        while tells && postman.one().await.map_err(|why| failed(why.to_string()))? {}
    }
    Ok(loader.loaded)
}

impl Loader<'_> {
    async fn perform(&mut self, deed: Deed) -> Result<(), Why> {
        match deed {
            Deed::Employ(staff) => self.employ(staff).await,
            Deed::NoteTraining(staff, days_ago) => self.note_training(staff, days_ago).await,
            Deed::SignPledge(staff) => self.sign_pledge(staff).await,
            Deed::CloseAccount(staff) => self.close_account(staff).await,
            Deed::Search(resident) => self.search(resident).await,
            Deed::TakeIn(resident) => self.take_in(resident).await,
            Deed::Assign(resident, index) => self.assign(resident, index).await,
            Deed::Write(resident, index) => self.write(resident, index).await,
            Deed::Correct(resident, index) => self.correct(resident, index).await,
            Deed::Look(look) => self.look(look).await,
            Deed::Keep(draft) => self.keep(draft).await,
            Deed::Note(contact) => self.note(contact).await,
            Deed::Say(standing) => self.say(standing).await,
            Deed::Tell(telling) => self.tell(telling).await,
            Deed::End(resident, index) => self.end(resident, index).await,
            Deed::Close(closing) => self.close(closing).await,
            Deed::AskAgain(again) => self.ask_again(again).await,
            Deed::TakeUp(again) => self.take_up(again).await,
            Deed::Inquire(it) => self.inquire(it).await,
            Deed::Answer(it) => self.answer(it).await,
            Deed::Review(it) => self.review(it).await,
            Deed::Plan(it) => self.planned(it).await,
            Deed::AddDocument(it) => self.add_document(it).await,
            Deed::WriteTask(it) => self.write_task(it).await,
            Deed::DoTask(it) => self.do_task(it).await,
        }
    }

    fn post(&self, key: &str) -> Result<StaffId, Why> {
        self.posts.get(key).map(|post| post.staff).ok_or_else(|| format!("nobody is called {key}"))
    }

    fn opened(&self, key: &str) -> Result<&Opened, Why> {
        self.dossiers.get(key).ok_or_else(|| format!("{key} has no dossier yet"))
    }

    fn part(&self, key: &str, domain: &str) -> Result<PartId, Why> {
        let domain: LegalDomain = code(domain)?;
        let parts = &self.opened(key)?.parts;
        let part = parts.iter().find(|(of, _)| *of == domain);
        part.map(|(_, part)| *part).ok_or_else(|| format!("{key} has no part {domain}"))
    }
}

/// Reads a code of the content.
fn code<T: std::str::FromStr>(text: &str) -> Result<T, Why>
where
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|why| format!("{text}: {why}"))
}

/// What the product said no to.
fn refused<R: std::fmt::Debug>(not_done: NotDone<R>) -> Why {
    match not_done {
        NotDone::Denied { policies } if policies.is_empty() => "no policy allows it".to_owned(),
        NotDone::Denied { policies } => format!("denied by {}", policies.join(", ")),
        NotDone::SignedOut => "the session was over".to_owned(),
        NotDone::Rejected(why) => format!("rejected: {why:?}"),
        NotDone::Failed(why) => why.to_string(),
    }
}

fn failed(why: store::Error) -> Why {
    why.to_string()
}

#[cfg(test)]
mod tests;
