//! The organisation of the demo world: controllers, teams, and everybody who works there.

use app::sign_in::Proven;
use domain::{AccountId, PersonId, StaffId};
use store::office::accounts::NewAccount;
use store::office::organisation::{NewController, NewPost, NewTeam};

use super::{Loader, Why, code, failed};
use crate::demo::content::world::Staff;
use crate::demo::content::world::at;
use crate::demo::plan::date_of;

/// Where everybody has their e-mail: a domain that is nobody's (RFC 2606).
const MAIL_DOMAIN: &str = "waterrijk.example";

/// A post that was made.
pub(in crate::demo) struct Post {
    pub(super) staff: StaffId,
    account: AccountId,
    pub(super) password: Proven,
}

impl Loader<'_> {
    pub(super) async fn organisation(&mut self) -> Result<(), Why> {
        for controller in self.world.controllers {
            // A controller answers the phone of its first team.
            let team = self.world.teams.iter().find(|team| team.controller == controller.key);
            let new = NewController {
                kind: code(controller.kind)?,
                name: controller.name.to_owned(),
                phone: team.map(|team| team.phone.to_owned()).unwrap_or_default(),
                dpo_contact: format!("fg-{}@example.nl", controller.key),
            };
            let id = self.store.add_controller(new).await.map_err(failed)?;
            self.controllers.insert(controller.key, id);
        }
        for team in self.world.teams {
            let controller = *self.controllers.get(team.controller).ok_or("a team without a controller")?;
            let new = NewTeam { controller, name: team.name.to_owned(), phone: team.phone.to_owned() };
            let id = self.store.add_team(new).await.map_err(failed)?;
            self.teams.insert(team.key, id);
        }
        Ok(())
    }

    /// The natural person of this key; one person, however many clients and posts.
    pub(super) async fn person(&mut self, key: &'static str) -> Result<PersonId, Why> {
        if let Some(person) = self.persons.get(key) {
            return Ok(*person);
        }
        let person = self.store.add_person().await.map_err(failed)?;
        self.persons.insert(key, person);
        Ok(person)
    }

    pub(super) async fn employ(&mut self, staff: &'static Staff) -> Result<(), Why> {
        let person = self.person(staff.person).await?;
        let password = self.app.hash_and_prove(staff.password.to_owned()).await.map_err(failed)?;
        let new = NewAccount {
            person,
            login_name: staff.login_name.to_owned(),
            password_hash: password.hash().to_owned(),
            second_factor: staff.totp_secret.to_owned(),
            is_staff: true,
        };
        let account = self.store.add_account(new).await.map_err(failed)?;
        let mail = format!("{}@{MAIL_DOMAIN}", staff.login_name).parse().map_err(|_| "no e-mail address")?;
        self.store.give_mail_address(account, mail).await.map_err(failed)?;
        let team = staff.team.and_then(|key| self.world.teams.iter().find(|team| team.key == key));
        let new = NewPost {
            person,
            account,
            controller: *self.controllers.get(staff.controller).ok_or("a post without a controller")?,
            team: team.and_then(|team| self.teams.get(team.key).copied()),
            function: code(staff.function)?,
            name: staff.name.to_owned(),
            phone: team.map(|team| team.phone.to_owned()).unwrap_or_default(),
            from: self.store.now(),
        };
        let post = self.store.add_post(new).await.map_err(failed)?;
        self.posts.insert(staff.key, Post { staff: post, account, password });
        Ok(())
    }

    pub(super) async fn note_training(&mut self, staff: &'static Staff, days_ago: u32) -> Result<(), Why> {
        let passed_on = date_of(at(days_ago, "00:00"), self.story_day);
        self.store.add_training(self.post(staff.key)?, passed_on).await.map_err(failed)
    }

    pub(super) async fn sign_pledge(&mut self, staff: &'static Staff) -> Result<(), Why> {
        let session = self.session(staff.key, super::sign_in::Wanted::Live).await?;
        self.app.sign_pledge(self.store.random_id(), &session).await.map_err(failed)
    }

    pub(super) async fn close_account(&mut self, staff: &'static Staff) -> Result<(), Why> {
        let account = self.posts.get(staff.key).map(|post| post.account).ok_or("no account")?;
        self.store.close_account(account).await.map_err(failed)
    }
}
