//! The house of a scale world, made by the product itself: organisation, workers, residents, and two dossiers, one open
//! and one closed, that everything else is made after.

use std::path::Path;
use std::sync::Arc;

use app::intake::{AgreementManner, Known, NewQuestion, NoticeManner, Open, Typed};
use app::{App, Asker, Who};
use domain::{
    BirthDate, ClosingReason, ControllerId, ControllerKind, DataCategory, EntryKind, Function, LanguageNeeds,
    LegalDomain, PartId, RoleInCase, SafeContact, Source, TeamId, Visibility, amsterdam_date,
};
use jiff::Timestamp;
use policy::Policies;
use store::office::accounts::NewAccount;
use store::office::organisation::{NewController, NewPost, NewTeam};
use store::{Store, Surroundings};
use uuid::Uuid;
use vault::{Entropy, Secrets, SeededEntropy};

use super::clock::SetClock;
use super::plan::{Plan, TEAM};
use super::{folder, said};
use crate::world::{FACTOR, PASSWORD, code, undone};

/// The secrets of every world that is measured: they hide nothing, for there is nobody in it.
pub fn secrets() -> Secrets {
    Secrets::generate("bench", &SeededEntropy::new(2026))
}

/// Who opens the two dossiers that are examples.
const FIRST: &str = "eerste";

/// Somebody who works here.
#[derive(Clone, Copy, Debug)]
pub struct Post {
    pub account: Uuid,
    pub staff: Uuid,
    pub team: Uuid,
}

/// What the product made.
pub struct House {
    pub controller: Uuid,
    /// The workers; who opened the first two dossiers is none of them.
    pub posts: Vec<Post>,
    /// The persons of the residents who can sign in.
    pub residents: Vec<Uuid>,
    pub installation: Uuid,
}

pub fn worker_login(worker: u32) -> String {
    format!("werker{worker}")
}

pub fn resident_login(resident: u32) -> String {
    format!("inwoner{resident}")
}

/// Makes it for a world of so many dossiers that ends at `now`.
pub async fn make(world: &Path, dossiers: u32, now: i64, entropy: Arc<dyn Entropy>) -> Result<House, String> {
    let clock = Arc::new(SetClock::at(Plan::begin(dossiers, now)));
    let surroundings = Surroundings { clock: Arc::clone(&clock) as _, entropy, node: "bench".into() };
    let policies = Policies::built_in().map_err(said)?;
    let store = Store::open(&folder::places(world), secrets(), policies, surroundings).await.map_err(said)?;
    let app = App::new(store.clone());
    let workers = Plan::workers_for(dossiers);
    let (mut making, controller) = Making::begin(&store, &app, now).await?;
    let mut posts = Vec::new();
    for worker in 0..workers {
        if worker % TEAM == 0 {
            making.new_team().await?;
        }
        posts.push(making.worker(worker_login(worker), making.now).await?);
    }
    let mut residents = Vec::new();
    for resident in 0..Plan::measured_residents(workers) {
        residents.push(making.account(resident_login(resident), false).await?.0);
    }
    making.worker(FIRST.into(), store.now()).await?;
    making.examples(&clock).await?;
    let node = store.random_id();
    while !matches!(store.sequence(node).await.map_err(said)?, Some(0)) {}
    let installation = store.installation();
    store.close();
    Ok(House { controller: controller.uuid(), posts, residents, installation })
}

struct Making<'a> {
    store: &'a Store,
    app: &'a App,
    controller: ControllerId,
    team: TeamId,
    teams: u32,
    proven: app::sign_in::Proven,
    /// The last day of the world: those who are measured are trained then.
    now: Timestamp,
}

impl<'a> Making<'a> {
    async fn begin(store: &'a Store, app: &'a App, now: i64) -> Result<(Self, ControllerId), String> {
        let new = NewController {
            kind: ControllerKind::Municipality,
            name: "Meetgemeente".into(),
            phone: "088-0000000".into(),
            dpo_contact: "088-0000001".into(),
        };
        let controller = store.add_controller(new).await.map_err(said)?;
        let proven = app.hash_and_prove(PASSWORD.into()).await.map_err(said)?;
        let now = Timestamp::from_millisecond(now).map_err(said)?;
        let team = TeamId(Uuid::nil());
        Ok((Self { store, app, controller, team, teams: 0, proven, now }, controller))
    }

    async fn new_team(&mut self) -> Result<(), String> {
        self.teams += 1;
        let new = NewTeam {
            controller: self.controller,
            name: format!("Meetteam {}", self.teams),
            phone: "088-0000002".into(),
        };
        self.team = self.store.add_team(new).await.map_err(said)?;
        Ok(())
    }

    async fn account(&self, login_name: String, is_staff: bool) -> Result<(Uuid, Uuid), String> {
        let person = self.store.add_person().await.map_err(said)?;
        let new = NewAccount {
            person,
            login_name,
            password_hash: self.proven.hash().to_owned(),
            second_factor: FACTOR.into(),
            is_staff,
        };
        let account = self.store.add_account(new).await.map_err(said)?;
        Ok((person.uuid(), account.uuid()))
    }

    async fn worker(&self, login: String, trained: Timestamp) -> Result<Post, String> {
        let name = format!("Mia Meter {login}");
        let (person, account) = self.account(login, true).await?;
        let new = NewPost {
            person: person.into(),
            account: account.into(),
            controller: self.controller,
            team: Some(self.team),
            function: Function::Worker,
            name,
            phone: "088-0000003".into(),
            from: self.store.now(),
        };
        let staff = self.store.add_post(new).await.map_err(said)?;
        self.store.add_training(staff, amsterdam_date(trained)).await.map_err(said)?;
        let correlation = self.store.random_id();
        self.store.sign_pledge(correlation, staff, app::sign_in::PLEDGE_TEXT).await.map_err(said)?;
        Ok(Post { account, staff: staff.uuid(), team: self.team.uuid() })
    }

    /// An open dossier and a closed one, each with an entry; one look at it and one at the list.
    async fn examples(&self, clock: &SetClock) -> Result<(), String> {
        let caller = app::sign_in::Caller::house(self.store.random_id());
        let code = code(self.app.now())?;
        let signed_in = self.app.sign_in_proven(&caller, FIRST, &self.proven, code).await;
        let token = signed_in.map_err(said)?.ok_or("could not sign in")?;
        let session = match self.app.session(&token.cookie).await.map_err(said)? {
            app::sign_in::SessionNow::Live { session, .. } => session.id,
            _ => return Err("no session".into()),
        };
        let asker = Asker { who: Who::Session(session), correlation: self.store.random_id() };
        let (dossier, _) = self.dossier(asker, "Eerste").await?;
        clock.goes_on();
        let (_, closed) = self.dossier(asker, "Tweede").await?;
        clock.goes_on();
        let close = app::dossier::Close {
            part: closed,
            reason: ClosingReason::GoalReached,
            result: "Klaar.".into(),
            contact: None,
            why: "Klaar.".into(),
        };
        self.app.perform(asker, close).await.map_err(undone)?;
        let read = app::dossier::ReadIt { dossier, page: 0, take: 50 };
        self.app.look(asker, read).await.map_err(undone)?.done().await.map_err(said)?;
        let list = app::caseload::ListOwn(app::caseload::Filter::default());
        self.app.look(asker, list).await.map_err(undone)?.done().await.map_err(said)?;
        Ok(())
    }

    async fn dossier(&self, asker: Asker, surname: &str) -> Result<(domain::DossierId, PartId), String> {
        let open = Open {
            kind: ControllerKind::Municipality,
            team: self.team,
            typed: Typed {
                surname: surname.into(),
                given_names: "Anna".into(),
                phone: "0600000000".into(),
                ..Typed::default()
            },
            birth_date: BirthDate::full(jiff::civil::date(1980, 2, 3)),
            safe_contact: SafeContact::unasked(),
            language: LanguageNeeds::default(),
            prefers: None,
            questions: vec![NewQuestion {
                domain: LegalDomain::Voluntary,
                question: "Hoe snel gaat het?".into(),
                life_area: None,
            }],
            notice: Some(NoticeManner::Told),
            agreement: Some(AgreementManner::Oral),
            searched: None,
            my_role: Some(RoleInCase::Lead),
            form: self.store.random_id(),
        };
        let Known::NoMatch(proof) = self.app.perform(asker, open.search()).await.map_err(undone)? else {
            return Err("somebody new is known".into());
        };
        let open = Open { searched: Some(proof), ..open };
        let created = self.app.perform(asker, open).await.map_err(undone)?;
        let (_, part) = created.parts[0];
        let write = app::entry::Write {
            part,
            kind: EntryKind::Phone,
            source: Source::Client,
            category: DataCategory::General,
            happened_on: amsterdam_date(self.store.now()),
            happened_at: None,
            facts: "Gebeld.".into(),
            opinion: String::new(),
            visibility: Visibility::Now,
            form: self.store.random_id(),
            draft: None,
        };
        self.app.perform(asker, write).await.map_err(undone)?;
        Ok((created.dossier, part))
    }
}
