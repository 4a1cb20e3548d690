//! The world that is measured: one worker, one dossier of 50 entries of 1 KB, on SQLite.

use std::path::Path;
use std::sync::Arc;

use app::intake::{Created, Known, NewQuestion, NoticeManner, Open, Typed};
use app::{App, Asker, NotDone, Who};
use domain::{
    BirthDate, ControllerId, ControllerKind, DataCategory, DossierId, EntryKind, Function, LanguageNeeds,
    LegalDomain, PartId, RoleInCase, SafeContact, Source, StaffId, TeamId, Visibility, amsterdam_date,
};
use jiff::{SignedDuration, Timestamp};
use policy::Policies;
use store::office::accounts::NewAccount;
use store::office::organisation::{NewController, NewPost, NewTeam};
use store::{Clock, Place, Places, Store, Surroundings};
use vault::{Secrets, SeededEntropy};

pub const PASSWORD: &str = "meten-is-weten";
pub const FACTOR: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const ENTRIES: usize = 50;
/// The file with the data, in the folder of a world.
pub const DATA: &str = "bench.db";

/// The clock on the wall.
pub struct RealClock;

impl Clock for RealClock {
    #[expect(clippy::disallowed_methods, reason = "the measuring program has a real clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// An open world.
pub struct World {
    pub store: Store,
    pub app: App,
    pub house: House,
    /// The worker who is measured.
    pub staff: StaffId,
    pub cookie: String,
    pub dossier: DossierId,
    pub part: PartId,
    pub asker: Asker,
}

pub fn said(e: impl std::fmt::Display) -> String {
    e.to_string()
}

pub fn undone<R>(e: NotDone<R>) -> String {
    match e {
        NotDone::Denied { policies } => format!("denied by {policies:?}"),
        NotDone::SignedOut => "signed out".into(),
        NotDone::Rejected(_) => "rejected".into(),
        NotDone::Failed(e) => e.to_string(),
    }
}

impl World {
    /// On SQLite, in a folder that exists.
    pub async fn make(folder: &Path) -> Result<Self, String> {
        let shelf = folder.join("shelf");
        std::fs::create_dir_all(&shelf).map_err(said)?;
        Self::at(Places { data: Place::File(folder.join(DATA)), shelf: Place::File(shelf.join("keys.db")) })
            .await
    }

    /// In two empty places.
    pub async fn at(places: Places) -> Result<Self, String> {
        let entropy = Arc::new(SeededEntropy::new(2026));
        let secrets = Secrets::generate("bench", &*entropy);
        let surroundings = Surroundings { clock: Arc::new(RealClock), entropy, node: "bench".into() };
        let policies = Policies::built_in().map_err(said)?;
        let store = Store::open(&places, secrets, policies, surroundings).await.map_err(said)?;
        let app = App::new(store.clone());
        let house = House::build(&store).await?;
        let Signed { staff, asker, cookie } = house.hire(&store, &app, "meter", Function::Worker).await?;
        let (dossier, part) = fill(&store, &app, asker).await?;
        Ok(Self { store, app, house, staff, cookie, dossier, part, asker })
    }

    /// The page of the dossier, as bytes: what the static page weighs.
    pub async fn page(&self) -> Result<Vec<u8>, String> {
        let read = app::dossier::ReadIt { dossier: self.dossier, page: 0, take: 50 };
        let awaiting = self.app.look(self.asker, read).await.map_err(undone)?;
        let found = awaiting.done().await.map_err(said)?;
        // The texts and about as much markup as the page has around them.
        let text: usize = found.entries.iter().map(|entry| entry.facts.len()).sum();
        Ok(vec![b'x'; text + text / 2])
    }
}

/// The house: one controller with one team.
#[derive(Clone, Copy)]
pub struct House {
    pub controller: ControllerId,
    pub team: TeamId,
}

impl House {
    async fn build(store: &Store) -> Result<Self, String> {
        let controller = NewController {
            kind: ControllerKind::Municipality,
            name: "Meetgemeente".into(),
            phone: "088-0000000".into(),
            dpo_contact: "088-0000001".into(),
        };
        let controller = store.add_controller(controller).await.map_err(said)?;
        let team = NewTeam { controller, name: "Meetteam".into(), phone: "088-0000002".into() };
        Ok(Self { controller, team: store.add_team(team).await.map_err(said)? })
    }

    /// Somebody who works here, signed in.
    pub async fn hire(
        self,
        store: &Store,
        app: &App,
        login: &str,
        function: Function,
    ) -> Result<Signed, String> {
        let person = store.add_person().await.map_err(said)?;
        let passwords = Arc::new(app::sign_in::Passwords::new(store.random32(), store.random32()));
        let password_hash = passwords.hash(PASSWORD.into(), store.random32()).await.map_err(said)?;
        let account = NewAccount {
            person,
            login_name: login.into(),
            password_hash,
            second_factor: FACTOR.into(),
            is_staff: true,
        };
        let account = store.add_account(account).await.map_err(said)?;
        let post = NewPost {
            person,
            account,
            controller: self.controller,
            team: Some(self.team),
            function,
            name: "Mia Meter".into(),
            phone: "088-0000003".into(),
            from: store.now() - SignedDuration::from_hours(1),
        };
        let staff = store.add_post(post).await.map_err(said)?;
        store.add_training(staff, amsterdam_date(store.now())).await.map_err(said)?;
        store.sign_pledge(store.random_id(), staff, app::sign_in::PLEDGE_TEXT).await.map_err(said)?;

        let caller = app::sign_in::Caller::house(store.random_id());
        let signed_in = app.sign_in(&caller, login, PASSWORD.into(), code(app.now())?).await.map_err(said)?;
        let token = signed_in.ok_or("could not sign in")?;
        let session = match app.session(&token.cookie).await.map_err(said)? {
            app::sign_in::SessionNow::Live { session, .. } => session.id,
            _ => return Err("no session".into()),
        };
        let asker = Asker { who: Who::Session(session), correlation: store.random_id() };
        Ok(Signed { staff, asker, cookie: token.cookie })
    }
}

/// Somebody who is signed in.
pub struct Signed {
    pub staff: StaffId,
    pub asker: Asker,
    pub cookie: String,
}

pub fn code(now: Timestamp) -> Result<String, String> {
    let secret = totp_rs::Secret::try_from_base32(FACTOR).map_err(|e| format!("{e:?}"))?;
    let totp = totp_rs::Builder::new().with_secret(secret).build().map_err(|e| format!("{e:?}"))?;
    Ok(totp.generate(u64::try_from(now.as_second()).unwrap_or_default()).to_string())
}

async fn fill(store: &Store, app: &App, asker: Asker) -> Result<(DossierId, PartId), String> {
    let team = app.teams().await.map_err(said)?.first().ok_or("no team")?.id;
    let open = intake(store, team, "Meetveld".into(), Some(RoleInCase::Lead));
    let created = take_in(app, asker, open).await?;
    let (_, part) = created.parts[0];
    for at in 0..ENTRIES {
        app.perform(asker, note(store, part, at)).await.map_err(undone)?;
    }
    Ok((created.dossier, part))
}

/// Somebody with one question, as it is typed.
pub fn intake(store: &Store, team: TeamId, surname: String, my_role: Option<RoleInCase>) -> Open {
    Open {
        kind: ControllerKind::Municipality,
        team,
        typed: Typed { surname, given_names: "Anna".into(), phone: "0600000000".into(), ..Typed::default() },
        birth_date: BirthDate::full(jiff::civil::date(1980, 2, 3)),
        safe_contact: SafeContact::unasked(),
        language: LanguageNeeds::default(),
        prefers: None,
        questions: vec![NewQuestion {
            domain: LegalDomain::Wmo,
            question: "Hoe snel gaat het?".into(),
            life_area: None,
        }],
        notice: Some(NoticeManner::Told),
        agreement: None,
        searched: None,
        my_role,
        form: store.random_id(),
    }
}

/// Looks for somebody who is not known, and opens the dossier.
pub async fn take_in(app: &App, asker: Asker, open: Open) -> Result<Created, String> {
    let Known::NoMatch(proof) = app.perform(asker, open.search()).await.map_err(undone)? else {
        return Err("somebody new is known".into());
    };
    app.perform(asker, Open { searched: Some(proof), ..open }).await.map_err(undone)
}

/// An entry of 1 KB.
pub fn note(store: &Store, part: PartId, at: usize) -> app::entry::Write {
    app::entry::Write {
        part,
        kind: EntryKind::Phone,
        source: Source::Client,
        category: DataCategory::General,
        happened_on: amsterdam_date(store.now()),
        happened_at: None,
        facts: format!("{at:04} ").repeat(205),
        opinion: String::new(),
        visibility: Visibility::Now,
        form: store.random_id(),
        draft: None,
    }
}
