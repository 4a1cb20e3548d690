//! The invented organisation of every world: two controllers, three teams, staff in each function, residents.
//! Made through the store's own doors, so that accounts, pledges and training are what the product makes.

use std::collections::HashMap;

use argon2::password_hash::PasswordHasher;
use domain::{AccountId, ControllerId, ControllerKind, Function, PersonId, StaffId, TeamId};
use store::Store;
use store::office::accounts::NewAccount;
use store::office::organisation::{NewController, NewPost, NewTeam};
use uuid::Uuid;

/// Everybody's password.
pub const PASSWORD: &str = "fiets-appel-regen-lamp";
/// Everybody's secret for codes, base32.
pub const CODE_SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// A post of the house.
pub(crate) struct Post {
    /// The key, and the name to sign in with.
    pub(crate) who: &'static str,
    name: &'static str,
    function: Function,
    at: At,
    readiness: Ready,
}

/// Where somebody works.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Noord,
    Zuid,
    /// At the municipality, for all teams.
    Municipality,
    /// The team of the foundation.
    West,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ready {
    Yes,
    /// Trained, and the pledge is not signed.
    NoPledge,
}

const fn post(who: &'static str, name: &'static str, function: Function, at: At) -> Post {
    Post { who, name, function, at, readiness: Ready::Yes }
}

const POSTS: &[Post] = &[
    post("ria", "Ria de Wit", Function::Worker, At::Noord),
    post("samira", "Samira Haddad", Function::Worker, At::Noord),
    post("joost", "Joost Meijer", Function::Coordinator, At::Noord),
    post("devi", "Devi Ramdin", Function::Deputy, At::Noord),
    post("karin", "Karin Smit", Function::Coordinator, At::Zuid),
    post("tom", "Tom Bakker", Function::Worker, At::Zuid),
    post("daan", "Daan Vos", Function::DebtCounsellor, At::Noord),
    post("ingeborg", "Ingeborg Kok", Function::Intake, At::Noord),
    post("nadia", "Nadia Yildiz", Function::Worker, At::Noord),
    post("petra", "Petra Mulder", Function::DecisionOfficer, At::Municipality),
    post("kees", "Kees Brand", Function::FunctionalAdmin, At::Municipality),
    post("olga", "Olga Post", Function::DataProtectionOfficer, At::Municipality),
    post("wouter", "Wouter Dekker", Function::Worker, At::West),
    Post { readiness: Ready::NoPledge, ..post("lotte", "Lotte Prins", Function::Worker, At::Noord) },
];

/// Residents with a portal account.
const RESIDENTS: &[&str] = &["bilal", "fatma"];

/// Somebody who can sign in.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    pub person: PersonId,
    pub account: AccountId,
    /// None for a resident.
    pub staff: Option<StaffId>,
    pub team: Option<TeamId>,
    /// None for a resident.
    pub kind: Option<ControllerKind>,
}

/// The invented organisation.
#[derive(Clone, Debug)]
pub struct House {
    pub municipality: ControllerId,
    pub foundation: ControllerId,
    pub noord: TeamId,
    pub zuid: TeamId,
    pub west: TeamId,
    pub(crate) members: HashMap<&'static str, Member>,
}

impl House {
    pub(crate) async fn build(store: &Store) -> Self {
        let municipality = controller(store, ControllerKind::Municipality, "Gemeente Voorbeeldstad").await;
        let foundation = controller(store, ControllerKind::WelfareFoundation, "Stichting Samen West").await;
        let mut house = Self {
            municipality,
            foundation,
            noord: team(store, municipality, "Wijkteam Noord").await,
            zuid: team(store, municipality, "Wijkteam Zuid").await,
            west: team(store, foundation, "Welzijn West").await,
            members: HashMap::new(),
        };
        let password = cheap_hash();
        for post in POSTS {
            let member = house.member(store, post, &password).await;
            house.members.insert(post.who, member);
        }
        for who in RESIDENTS {
            let (person, account) = account(store, who, &password, false).await;
            let resident = Member { person, account, staff: None, team: None, kind: None };
            house.members.insert(who, resident);
        }
        house
    }

    async fn member(&self, store: &Store, post: &Post, password: &str) -> Member {
        let (person, account) = account(store, post.who, password, true).await;
        let (controller, team, kind) = match post.at {
            At::Noord => (self.municipality, Some(self.noord), ControllerKind::Municipality),
            At::Zuid => (self.municipality, Some(self.zuid), ControllerKind::Municipality),
            At::Municipality => (self.municipality, None, ControllerKind::Municipality),
            At::West => (self.foundation, Some(self.west), ControllerKind::WelfareFoundation),
        };
        let new = NewPost {
            person,
            account,
            controller,
            team,
            function: post.function,
            name: post.name.to_owned(),
            phone: "0800 0000".to_owned(),
            from: store.now(),
        };
        let staff = store.add_post(new).await.expect("a post");
        let today = domain::amsterdam_date(store.now());
        store.add_training(staff, today).await.expect("a training");
        if post.readiness == Ready::Yes {
            let text = app::sign_in::PLEDGE_TEXT;
            store.sign_pledge(Uuid::nil(), staff, text).await.expect("a pledge");
        }
        Member { person, account, staff: Some(staff), team, kind: Some(kind) }
    }
}

async fn controller(store: &Store, kind: ControllerKind, name: &str) -> ControllerId {
    let new = NewController {
        kind,
        name: name.to_owned(),
        phone: "0800 0001".to_owned(),
        dpo_contact: "fg@voorbeeld.example".to_owned(),
    };
    store.add_controller(new).await.expect("a controller")
}

async fn team(store: &Store, controller: ControllerId, name: &str) -> TeamId {
    let new = NewTeam { controller, name: name.to_owned(), phone: "0800 0002".to_owned() };
    store.add_team(new).await.expect("a team")
}

async fn account(store: &Store, who: &str, password: &str, is_staff: bool) -> (PersonId, AccountId) {
    let person = store.add_person().await.expect("a person");
    let new = NewAccount {
        person,
        login_name: who.to_owned(),
        password_hash: password.to_owned(),
        second_factor: CODE_SECRET.to_owned(),
        is_staff,
    };
    (person, store.add_account(new).await.expect("an account"))
}

/// A hash of `PASSWORD` that takes no time: the string says how it was made, so the product compares as quickly.
fn cheap_hash() -> String {
    let params = argon2::Params::new(8, 1, 1, None).expect("small and allowed");
    argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
        .hash_password_with_salt(PASSWORD.as_bytes(), b"salt of the test")
        .expect("a hash")
        .to_string()
}
