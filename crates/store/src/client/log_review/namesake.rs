//! Whether a client has the surname or the address of a member of staff, compared blind. The tokens of a surname are made
//! with the client in them, so that two clients of one name have nothing in common for whoever sees the table.

use domain::surname::{surname_keys, surname_keys_of_full_name};
use domain::{AccountId, ClientId, ControllerId};
use policy::Action;
use uuid::Uuid;
use vault::Sealed;

use crate::client::fields;
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
}

/// What becomes of the tokens of a client who has none yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tokens {
    /// Kept, so that the name is opened this once.
    Kept,
    /// Used here only: a look changes nothing.
    Passing,
}

/// Whether they share a surname, or the client lives where this account declared a conflict of interest: the product
/// knows no other address of its staff.
pub(super) async fn shares<A: Action>(
    work: &mut Work<'_, A>,
    account: AccountId,
    client: ClientId,
    names: &Names,
    tokens: Tokens,
) -> Result<bool, Error> {
    let known = work
        .tx
        .all(
            sql!(
                "SELECT token
                   FROM client_index
                  WHERE client = $1 AND kind = 'surname'"
            ),
            params![client],
        )
        .await?;
    let known: Vec<[u8; 32]> = match known.is_empty() {
        false => known.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?,
        true => of_field(work, client, names.controller, tokens).await?,
    };
    if names.keys.iter().any(|key| known.contains(&token(work, names.controller, client, key))) {
        return Ok(true);
    }
    work.tx
        .one(
            sql!(
                "SELECT EXISTS (SELECT 1
                                  FROM client_index x
                                  JOIN conflict k ON k.token = x.token AND k.about = x.kind
                                  JOIN staff s ON s.id = k.staff
                                 WHERE x.client = $1 AND x.kind = 'address' AND s.account = $2
                                   AND k.superseded_at IS NULL)"
            ),
            params![client, account],
        )
        .await?
        .get(0)
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

async fn insert<A: Action>(
    work: &mut Work<'_, A>,
    client: ClientId,
    tokens: &[[u8; 32]],
) -> Result<(), Error> {
    let rows: Vec<_> = tokens.iter().map(|token| params![*token, BY_SURNAME, client].to_vec()).collect();
    work.tx.run_each(sql!("INSERT INTO client_index (token, kind, client) VALUES ($1, $2, $3)"), &rows).await
}

/// One for each way to compare it; of no surname one that matches nobody, so that it is not looked for again.
fn tokens<A: Action>(
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

/// The tokens of a client who was taken in before they were kept, from the surname as it is written now.
async fn of_field<A: Action>(
    work: &mut Work<'_, A>,
    client: ClientId,
    controller: ControllerId,
    what: Tokens,
) -> Result<Vec<[u8; 32]>, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id, value
                   FROM client_field
                  WHERE client = $1 AND field = 'surname' AND superseded_at IS NULL AND valid_until IS NULL"
            ),
            params![client],
        )
        .await?;
    let surname = match row {
        Some(row) => {
            let (id, sealed): (Uuid, Sealed) = (row.get(0)?, row.get(1)?);
            work.open(fields::place(id), &sealed).await?
        }
        None => String::new(),
    };
    let tokens = tokens(work, controller, client, &surname);
    if what == Tokens::Kept {
        insert(work, client, &tokens).await?;
    }
    Ok(tokens)
}
