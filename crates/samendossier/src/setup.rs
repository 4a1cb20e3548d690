//! `setup FILE`: the first controllers, teams and staff of a new installation, from one TOML file. Passwords
//! and second factors are made here, printed once and kept nowhere else. Afterwards nothing can be set up
//! twice: the file describes a beginning.

mod plan;

use std::collections::HashMap;
use std::path::Path;

use app::App;
use domain::{ControllerId, TeamId};
use store::Store;
use store::office::accounts::NewAccount;
use store::office::organisation::{NewController, NewPost, NewTeam};

use crate::config::Config;
use crate::failure::Failure;
use crate::house::House;
use crate::{say, surroundings};
use plan::{Plan, Staff};

/// Letters of base32: no digit 0 or 1 to mistake for a letter.
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Sets up an empty installation.
///
/// # Errors
/// What is wrong with the file, or that something was set up before.
pub async fn run(config: &Config, file: &Path) -> Result<(), Failure> {
    let plan = Plan::read(file).map_err(|why| Failure::SetupFile { file: file.to_owned(), why })?;
    let house = House::open(config, surroundings::real(&config.node)).await?;
    if !house.store.is_empty().await? {
        return Err(Failure::AlreadySetUp { data: config.data.clone() });
    }
    let app = App::new(house.store.clone());
    let lines = carry_out(&house.store, &app, &plan).await?;
    house.store.note_each_other().await?;
    house.store.close();
    say::line("Hand each line to its person, in person. It is not kept and cannot be shown again.\n");
    for line in lines {
        say::line(&line);
    }
    Ok(())
}

async fn carry_out(store: &Store, app: &App, plan: &Plan) -> Result<Vec<String>, Failure> {
    let mut controllers: HashMap<&str, ControllerId> = HashMap::new();
    for controller in &plan.controller {
        let new = NewController {
            kind: controller.kind,
            name: controller.name.clone(),
            phone: controller.phone.clone(),
            dpo_contact: controller.dpo_contact.clone(),
        };
        controllers.insert(&controller.key, store.add_controller(new).await?);
    }
    let mut teams: HashMap<&str, TeamId> = HashMap::new();
    for team in &plan.team {
        // Unwrap safety: the plan was checked, so each key leads somewhere.
        let controller = controllers[team.controller.as_str()];
        let new = NewTeam { controller, name: team.name.clone(), phone: team.phone.clone() };
        teams.insert(&team.key, store.add_team(new).await?);
    }
    let mut lines = Vec::new();
    for staff in &plan.staff {
        let controller = controllers[staff.controller.as_str()];
        let team = staff.team.as_deref().map(|key| teams[key]);
        lines.push(employ(store, app, staff, controller, team).await?);
    }
    Ok(lines)
}

async fn employ(
    store: &Store,
    app: &App,
    staff: &Staff,
    controller: ControllerId,
    team: Option<TeamId>,
) -> Result<String, Failure> {
    let password =
        letters(&store.random32()[..20]).as_bytes().chunks(5).map(to_text).collect::<Vec<_>>().join("-");
    let second_factor = letters(&store.random32());
    let person = store.add_person().await?;
    let account = NewAccount {
        person,
        login_name: staff.login_name.clone(),
        password_hash: app.hash_password(password.clone()).await?,
        second_factor: second_factor.clone(),
        is_staff: true,
    };
    let account = store.add_account(account).await?;
    if let Some(mail) = &staff.mail {
        store.give_mail_address(account, mail.clone()).await?;
    }
    let post = NewPost {
        person,
        account,
        controller,
        team,
        function: staff.function,
        name: staff.name.clone(),
        phone: staff.phone.clone(),
        from: store.now(),
    };
    let post = store.add_post(post).await?;
    if let Some(day) = staff.trained_on {
        store.add_training(post, day).await?;
    }
    Ok(format!(
        "{}\n  sign in as   {}\n  password     {password}\n  second factor {second_factor}\n  \
         otpauth://totp/Samendossier:{}?secret={second_factor}&issuer=Samendossier\n",
        staff.name, staff.login_name, staff.login_name
    ))
}

/// Five bits of each byte as a letter: every letter is as likely as any other.
fn letters(random: &[u8]) -> String {
    random.iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect()
}

fn to_text(letters: &[u8]) -> String {
    letters.iter().map(|letter| char::from(*letter)).collect()
}
