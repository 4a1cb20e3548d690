//! A named person who does things: signs in with password and code, then performs the real use cases.
//! A session that ended is followed by a new one, as a person would; tests about its end use the asker itself.

use std::convert::Infallible;

use app::dossier::{DossierRead, ReadIt};
use app::entry::{Correct, Corrected, Merge, Write, WriteRefused, Written};
use app::intake::{Known, Open};
use app::involvement::{Assign, AssignRefused, End, EndRefused};
use app::portal::{LooksRead, OwnRead, ReadLooks, ReadOwn};
use app::sign_in::{Again, Caller, SessionNow};
use app::{Asker, NotDone, Session, UseCase};
use domain::sign_in::Given;
use domain::{
    DataCategory, DossierId, EntryId, EntryKind, InvolvementId, PartId, RoleInCase, SessionId, Source,
    StaffId, Visibility,
};
use jiff::SignedDuration;
use totp_rs::{Builder, Secret};

use crate::World;
use crate::dossier::{Dossier, Intake, Resident};
use crate::house::{CODE_SECRET, Member, PASSWORD};

/// Seconds that one code is valid for.
const STEP: i64 = 30;

/// What a person did not get, without a refusal of its own.
pub type Denied = NotDone<Infallible>;

/// A cookie, and what was used to get it.
#[derive(Clone, Debug)]
pub(crate) struct SignedIn {
    cookie: String,
    session: SessionId,
    code_step: i64,
}

/// Somebody of the house, in this world.
#[derive(Clone, Copy)]
pub struct Person<'w> {
    world: &'w World,
    who: &'static str,
}

impl<'w> Person<'w> {
    pub(crate) const fn new(world: &'w World, who: &'static str) -> Self {
        Self { world, who }
    }

    /// Person, account and post.
    pub fn member(&self) -> Member {
        self.world.house.members[self.who]
    }

    /// The own post.
    pub fn staff(&self) -> StaffId {
        self.member().staff.expect("a member of staff")
    }

    /// Signs in with password and code; an earlier session stays what it was. When the code of now is used up,
    /// waits half a minute for the next one.
    pub async fn signs_in(&self) -> SessionId {
        let app = &self.world.app;
        let step = self.unused_step();
        let code = self.code(step);
        let caller = Caller::house(self.world.random_id());
        let token = match app.sign_in(&caller, self.who, PASSWORD.to_owned(), code).await {
            Ok(Some(token)) => token,
            Ok(None) => panic!("{} did not give the right password and code", self.who),
            Err(why) => panic!("{} cannot sign in: {why}", self.who),
        };
        let SessionNow::Live { session, .. } = app.session(&token.cookie).await.expect("a session") else {
            panic!("a new session is live")
        };
        let now = SignedIn { cookie: token.cookie, session: session.id, code_step: step };
        self.world.signed_in.lock().expect("sound").insert(self.who, now);
        session.id
    }

    /// Password and code once more, as a sensitive deed asks.
    pub async fn signs_in_again(&self) {
        let session = self.session().await;
        let step = self.unused_step();
        let code = self.code(step);
        let given = Given::App { code, next: String::new() };
        let again =
            self.world.app.sign_in_again(self.world.random_id(), &session, PASSWORD.into(), &given).await;
        let Again::Confirmed(token) = again.expect("it answers") else { panic!("{} is confirmed", self.who) };
        if let Some(now) = self.world.signed_in.lock().expect("sound").get_mut(self.who) {
            now.code_step = step;
            now.cookie = token.cookie;
        }
    }

    /// The code of a 30-second step.
    pub fn code(&self, step: i64) -> String {
        let secret = Secret::try_from_base32(CODE_SECRET).expect("base32");
        let totp = Builder::new().with_secret(secret).build().expect("the usual settings");
        totp.generate(u64::try_from(step * STEP).expect("after 1970")).to_string()
    }

    fn unused_step(&self) -> i64 {
        let last = self.world.signed_in.lock().expect("sound").get(self.who).map(|it| it.code_step);
        let now = self.world.now().as_second() / STEP;
        let step = last.map_or(now, |last| now.max(last + 1));
        if step > now {
            self.world.clock.advance(SignedDuration::from_secs((step - now) * STEP));
        }
        step
    }

    /// The live session; signs in when there is none.
    pub async fn session(&self) -> Session {
        let known = self.world.signed_in.lock().expect("sound").get(self.who).map(|it| it.cookie.clone());
        if let Some(cookie) = known
            && let SessionNow::Live { session, .. } =
                self.world.app.session(&cookie).await.expect("it answers")
        {
            return session;
        }
        Box::pin(self.signs_in()).await;
        let cookie = self.world.signed_in.lock().expect("sound")[self.who].cookie.clone();
        match self.world.app.session(&cookie).await {
            Ok(SessionNow::Live { session, .. }) => session,
            _ => panic!("a new session is live"),
        }
    }

    /// The cookie of the live session.
    pub async fn cookie(&self) -> String {
        self.session().await;
        self.world.signed_in.lock().expect("sound")[self.who].cookie.clone()
    }

    /// The session of the last sign-in, whatever became of it.
    pub fn last_session(&self) -> SessionId {
        self.world.signed_in.lock().expect("sound")[self.who].session
    }

    /// Who asks, for one request.
    pub async fn asker(&self) -> Asker {
        self.world.app.asker(self.session().await.id, self.world.random_id())
    }

    /// Leaves the work at this moment, as a date in the organisation does: no deed, no line on the record.
    pub async fn leaves(&self) {
        let (raw, now) = (self.world.raw(), self.world.now().as_millisecond());
        let staff = raw.id(self.staff().uuid());
        raw.run(&format!("UPDATE staff SET valid_until = {now} WHERE id = {staff}")).await;
    }

    /// Whether their work has not ended; after that they do not sign in.
    pub async fn works_here(&self) -> bool {
        let (raw, now) = (self.world.raw(), self.world.now().as_millisecond());
        let staff = raw.id(self.staff().uuid());
        let here = format!(
            "SELECT id FROM staff WHERE id = {staff} AND (valid_until IS NULL OR valid_until > {now})"
        );
        !raw.rows(&here).await.is_empty()
    }

    /// Looks, and gets the result when its record is durable.
    pub async fn looks<U: UseCase>(&self, use_case: U) -> Result<U::Out, NotDone<U::Refusal>> {
        let asker = self.asker().await;
        let awaiting = self.world.app.look(asker, use_case).await?;
        awaiting.done().await.map_err(NotDone::Failed)
    }

    /// Performs something that changes something.
    pub async fn performs<U: UseCase>(&self, use_case: U) -> Result<U::Out, NotDone<U::Refusal>> {
        let asker = self.asker().await;
        self.world.app.perform(asker, use_case).await
    }

    /// Takes somebody in. A resident who can sign in finds the dossier in the portal.
    pub async fn takes_in(&self, intake: Intake) -> Dossier {
        let who = intake.resident.who;
        let open = self.searches_before(self.intake(&intake)).await;
        let dossier: Dossier = self.performs(open).await.expect("an intake").into();
        if let Some(who) = who {
            let person = self.world.house.members[who].person;
            self.world.store.client_is_person(dossier.id, person).await.expect("the person is known");
        }
        dossier
    }

    /// Looks for whom this intake is about, who must not be known yet, and goes on with the proof.
    pub async fn searches_before(&self, open: Open) -> Open {
        match self.performs(open.search()).await {
            Ok(Known::NoMatch(proof)) => Open { searched: Some(proof), ..open },
            other => panic!("somebody new is not known: {other:?}"),
        }
    }

    /// What an intake sends, without the search that comes before it.
    pub fn intake(&self, intake: &Intake) -> Open {
        let member = self.member();
        let kind = member.kind.expect("a member of staff");
        let team = member.team.unwrap_or(self.world.house.noord);
        intake.typed(kind, team, intake.form.unwrap_or_else(|| self.world.random_id()))
    }

    /// Takes a resident in with one voluntary question, and goes on with it.
    pub async fn opens_dossier_of(&self, resident: Resident) -> Dossier {
        self.takes_in(Intake::of(resident)).await
    }

    /// A note that says this, as it is sent.
    pub fn note(&self, part: PartId, facts: &str) -> Write {
        Write {
            part,
            kind: EntryKind::Phone,
            source: Source::Client,
            category: DataCategory::General,
            happened_on: domain::amsterdam_date(self.world.now()),
            happened_at: None,
            facts: facts.to_owned(),
            opinion: String::new(),
            visibility: Visibility::Now,
            form: self.world.random_id(),
            draft: None,
        }
    }

    /// Writes a note.
    pub async fn writes(&self, part: PartId, facts: &str) -> Result<Written, NotDone<WriteRefused>> {
        self.performs(self.note(part, facts)).await
    }

    /// Corrects a note from this version.
    pub async fn corrects(
        &self,
        entry: EntryId,
        version: i64,
        facts: &str,
    ) -> Result<Corrected, NotDone<app::entry::CorrectRefused>> {
        let (facts, opinion, reason) = (facts.to_owned(), String::new(), String::new());
        self.performs(Correct { entry, version, facts, opinion, reason, merge: Merge::Replace }).await
    }

    /// Opens a dossier.
    pub async fn reads(&self, dossier: DossierId) -> Result<DossierRead, Denied> {
        self.looks(ReadIt { dossier, page: 0, take: app::dossier::PAGE }).await
    }

    /// Reads the own dossier in the portal.
    pub async fn reads_own(&self, dossier: DossierId) -> Result<OwnRead, Denied> {
        self.looks(ReadOwn { dossier, page: 0 }).await
    }

    /// Sees in the portal who looked.
    pub async fn sees_looks(&self, dossier: DossierId) -> Result<LooksRead, Denied> {
        self.looks(ReadLooks(dossier)).await
    }

    /// Makes somebody involved at once, as their coordinator.
    pub async fn assigns(
        &self,
        part: PartId,
        staff: StaffId,
    ) -> Result<InvolvementId, NotDone<AssignRefused>> {
        let reason = "Vervangt tijdens de vakantie".to_owned();
        self.performs(Assign { part, staff, role: RoleInCase::Support, reason, from: None, until: None })
            .await
    }

    /// Ends an involvement at once.
    pub async fn ends(&self, involvement: InvolvementId) -> Result<(), NotDone<EndRefused>> {
        let reason = "Het doel is bereikt".to_owned();
        self.performs(End { involvement, until: None, reason }).await
    }
}
