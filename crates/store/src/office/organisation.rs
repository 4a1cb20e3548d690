//! Controllers, teams and posts.

use domain::{
    AccountId, ClientId, ControllerId, ControllerKind, DossierId, Function, PersonId, StaffId, TeamId,
};
use jiff::Timestamp;
use ledger::{Kind, Outcome};

use super::{Chore, Desk, house_record};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

/// A new controller.
#[derive(Clone, Debug)]
pub struct NewController {
    pub kind: ControllerKind,
    pub name: String,
    pub phone: String,
    /// How to reach the data protection officer.
    pub dpo_contact: String,
}

/// A new team.
#[derive(Clone, Debug)]
pub struct NewTeam {
    pub controller: ControllerId,
    pub name: String,
    pub phone: String,
}

/// A new post.
#[derive(Clone, Debug)]
pub struct NewPost {
    pub person: PersonId,
    pub account: AccountId,
    pub controller: ControllerId,
    /// None for functions that serve the whole organisation.
    pub team: Option<TeamId>,
    pub function: Function,
    pub name: String,
    pub phone: String,
    pub from: Timestamp,
}

/// Where residents can call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Team {
    pub id: TeamId,
    pub name: String,
    pub phone: String,
    pub controller_name: String,
}

impl Store {
    /// Adds a controller.
    pub async fn add_controller(&self, new: NewController) -> Result<ControllerId, Error> {
        self.chore(new).await
    }

    /// Adds a team.
    pub async fn add_team(&self, new: NewTeam) -> Result<TeamId, Error> {
        self.chore(new).await
    }

    /// Adds a natural person.
    pub async fn add_person(&self) -> Result<PersonId, Error> {
        self.chore(NewPerson).await
    }

    /// Adds a post: the authorisation to work (ACC-19).
    pub async fn add_post(&self, new: NewPost) -> Result<StaffId, Error> {
        self.chore(new).await
    }

    /// Says that a client is this natural person, so that their own portal account opens the dossier and
    /// they cannot open it as staff (ACC-05).
    pub async fn client_is_person(&self, dossier: DossierId, person: PersonId) -> Result<(), Error> {
        self.chore(ClientIsPerson { dossier, person }).await
    }

    /// The teams, for whoever needs to call one.
    pub async fn teams(&self) -> Result<Vec<Team>, Error> {
        self.glance(Teams).await
    }

    /// True when nobody was ever added: a fresh installation.
    pub async fn is_empty(&self) -> Result<bool, Error> {
        self.glance(IsEmpty).await
    }
}

impl Chore for NewController {
    type Out = ControllerId;

    async fn run(self, desk: &mut Desk<'_>) -> Result<ControllerId, Error> {
        let id = ControllerId(desk.entropy().uuid_random());
        let now = desk.now;
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO controller (id, kind, name, phone, dpo_contact, recorded_at)
                     VALUES ($1, $2, $3, $4, $5, $6)"
                ),
                params![id, self.kind.code(), self.name, self.phone, self.dpo_contact, now],
            )
            .await?;
        Ok(id)
    }
}

impl Chore for NewTeam {
    type Out = TeamId;

    async fn run(self, desk: &mut Desk<'_>) -> Result<TeamId, Error> {
        let id = TeamId(desk.entropy().uuid_random());
        let now = desk.now;
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO team (id, controller, name, phone, recorded_at)
                     VALUES ($1, $2, $3, $4, $5)"
                ),
                params![id, self.controller, self.name, self.phone, now],
            )
            .await?;
        Ok(id)
    }
}

#[derive(Clone)]
struct NewPerson;

impl Chore for NewPerson {
    type Out = PersonId;

    async fn run(self, desk: &mut Desk<'_>) -> Result<PersonId, Error> {
        let id = PersonId(desk.entropy().uuid_random());
        let now = desk.now;
        desk.tx
            .run_one(sql!("INSERT INTO person (id, recorded_at) VALUES ($1, $2)"), params![id, now])
            .await?;
        Ok(id)
    }
}

impl Chore for NewPost {
    type Out = StaffId;

    async fn run(self, desk: &mut Desk<'_>) -> Result<StaffId, Error> {
        let id = StaffId(desk.entropy().uuid_random());
        let now = desk.now;
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO staff (id, person, account, controller, team, function, name, phone,
                                        valid_from, recorded_at)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
                ),
                params![
                    id,
                    self.person,
                    self.account,
                    self.controller,
                    self.team,
                    self.function.code(),
                    self.name,
                    self.phone,
                    self.from,
                    now,
                ],
            )
            .await?;
        let mut record = house_record("AddPost", Kind::Create, Outcome::Done, desk.entropy().uuid_random());
        record.object_kind = "staff".to_owned();
        record.object = Some(id.uuid());
        record.function = self.function.code().to_owned();
        record.access_point = "clock".to_owned();
        desk.record(record);
        Ok(id)
    }
}

#[derive(Clone)]
struct ClientIsPerson {
    dossier: DossierId,
    person: PersonId,
}

impl Chore for ClientIsPerson {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let row = desk
            .tx
            .one(
                sql!(
                    "SELECT client
                       FROM dossier
                      WHERE id = $1"
                ),
                params![self.dossier],
            )
            .await?;
        let client: ClientId = row.get(0)?;
        desk.tx
            .run_one(
                sql!(
                    "UPDATE client
                        SET person = $2
                      WHERE id = $1"
                ),
                params![client, self.person],
            )
            .await?;
        let mut record =
            house_record("LinkPerson", Kind::Update, Outcome::Done, desk.entropy().uuid_random());
        record.object_kind = "dossier".to_owned();
        record.object = Some(self.dossier.uuid());
        record.access_point = "clock".to_owned();
        desk.record(record);
        Ok(())
    }
}

#[derive(Clone)]
struct Teams;

impl Chore for Teams {
    type Out = Vec<Team>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Vec<Team>, Error> {
        let rows = desk
            .tx
            .all(
                sql!(
                    "SELECT t.id, t.name, t.phone, c.name
                       FROM team t
                       JOIN controller c ON c.id = t.controller
                      ORDER BY c.name, t.name"
                ),
                params![],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(Team {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    phone: row.get(2)?,
                    controller_name: row.get(3)?,
                })
            })
            .collect()
    }
}

#[derive(Clone)]
struct IsEmpty;

impl Chore for IsEmpty {
    type Out = bool;

    async fn run(self, desk: &mut Desk<'_>) -> Result<bool, Error> {
        let count: i64 = desk
            .tx
            .one(
                sql!(
                    "SELECT COUNT(*)
                       FROM controller"
                ),
                params![],
            )
            .await?
            .get(0)?;
        Ok(count == 0)
    }
}
