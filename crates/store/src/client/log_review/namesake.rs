//! Whether a client has the surname of a member of staff, compared blind. The tokens of a surname are made
//! with the client in them, so that two clients of one name have nothing in common for whoever sees the table.

use domain::surname::{surname_keys, surname_keys_of_full_name};
use domain::{ClientId, ControllerId};
use policy::Action;

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// The kind of blind index. Not searched: it answers only "does this client have this surname".
const BY_SURNAME: &str = "surname";

/// By what somebody of the staff is compared.
pub(super) struct Names {
    controller: ControllerId,
    keys: Vec<String>,
}

impl Names {
    /// The names that somebody's posts have.
    pub(super) fn of<'n>(controller: ControllerId, names: impl Iterator<Item = &'n str>) -> Self {
        let mut keys: Vec<String> = names.flat_map(surname_keys_of_full_name).collect();
        keys.sort();
        keys.dedup();
        Self { controller, keys }
    }

    /// Whether a client with these tokens has one of the names.
    pub(super) fn are_of<A: Action>(
        &self,
        work: &Work<'_, A>,
        client: ClientId,
        tokens: &[[u8; 32]],
    ) -> bool {
        self.keys.iter().any(|key| tokens.contains(&token(work, self.controller, client, key)))
    }
}

/// Keeps the tokens of a new client's surname.
pub(crate) async fn keep<A: Action>(
    work: &mut Work<'_, A>,
    client: ClientId,
    surname: &str,
) -> Result<(), Error> {
    let controller = work.staff()?.controller;
    let tokens = tokens(work, controller, client, surname);
    insert(work, client, &tokens).await
}

pub(super) async fn insert<A: Action>(
    work: &mut Work<'_, A>,
    client: ClientId,
    tokens: &[[u8; 32]],
) -> Result<(), Error> {
    let rows: Vec<_> = tokens.iter().map(|token| params![*token, BY_SURNAME, client].to_vec()).collect();
    work.tx.run_each(sql!("INSERT INTO client_index (token, kind, client) VALUES ($1, $2, $3)"), &rows).await
}

/// One for each way to compare it; of no surname one that matches nobody, so that it is not looked for again.
pub(super) fn tokens<A: Action>(
    work: &Work<'_, A>,
    controller: ControllerId,
    client: ClientId,
    surname: &str,
) -> Vec<[u8; 32]> {
    let mut keys = surname_keys(surname);
    if keys.is_empty() {
        keys.push(String::new());
    }
    keys.iter().map(|key| token(work, controller, client, key)).collect()
}

fn token<A: Action>(work: &Work<'_, A>, controller: ControllerId, client: ClientId, key: &str) -> [u8; 32] {
    work.index(controller, BY_SURNAME, &format!("{client}|{key}"))
}
