//! The clients who were met on a day: since when help has stopped, and by what their surname and address are compared
//! with those of the staff. All of them at once.

use std::collections::{HashMap, HashSet};

use domain::{AccountId, ClientId, Pseudonym};
use jiff::Timestamp;
use policy::Action;
use uuid::Uuid;
use vault::Sealed;

use super::accesses::Scope;
use super::bounds;
use super::namesake::{Names, insert, tokens};
use crate::client::fields;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// What becomes of the tokens of a client who has none yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tokens {
    /// Kept, so that the name is opened this once.
    Kept,
    /// Used here only: a look changes nothing.
    Passing,
}

/// What matters of a client who was met.
struct Client {
    id: ClientId,
    /// Since when help has stopped in every part; none while it goes on.
    closed_at: Option<Timestamp>,
    /// The tokens of the surname.
    surname: Vec<[u8; 32]>,
}

/// Those who were met. Whose dossier is gone is not among them.
#[derive(Default)]
pub(super) struct Clients {
    met: HashMap<Pseudonym, Client>,
    /// Who declared a conflict of interest with the address where this client lives.
    neighbours: HashSet<(AccountId, ClientId)>,
}

impl Clients {
    /// These clients, whom the accounts of the scope met that day.
    pub(super) async fn of<A: Action>(
        work: &mut Work<'_, A>,
        scope: Scope,
        wanted: HashSet<Pseudonym>,
        what: Tokens,
    ) -> Result<Self, Error> {
        if wanted.is_empty() {
            return Ok(Self::default());
        }
        let mut all =
            Self { met: met(work, scope, &wanted).await?, neighbours: neighbours(work, scope).await? };
        all.add_surnames(work, scope).await?;
        if all.met.values().any(|client| client.surname.is_empty()) {
            all.open_surnames(work, scope, what).await?;
        }
        Ok(all)
    }

    /// Since when help has stopped; none also where there is no dossier any more.
    pub(super) fn closed_at(&self, of: Pseudonym) -> Option<Timestamp> {
        self.met.get(&of).and_then(|client| client.closed_at)
    }

    /// Whether they share a surname, or the client lives where this account declared a conflict of interest: the product
    /// knows no other address of its staff.
    pub(super) fn shares<A: Action>(
        &self,
        work: &Work<'_, A>,
        account: AccountId,
        names: &Names,
        of: Pseudonym,
    ) -> bool {
        self.met.get(&of).is_some_and(|client| {
            names.are_of(work, client.id, &client.surname) || self.neighbours.contains(&(account, client.id))
        })
    }

    async fn add_surnames<A: Action>(&mut self, work: &mut Work<'_, A>, scope: Scope) -> Result<(), Error> {
        let (from, until) = bounds(scope.day)?;
        let rows = work
            .tx
            .all(
                sql!(
                    "SELECT c.pseudonym, x.token
                       FROM client c
                       JOIN client_index x ON x.client = c.id AND x.kind = 'surname'
                      WHERE c.pseudonym IN (SELECT d.subject
                                              FROM deed_of_actor d
                                              JOIN staff s ON s.account = d.account
                                             WHERE s.controller = $1 AND s.account >= $4 AND s.account <= $5
                                               AND (s.team = $6 OR $6 IS NULL)
                                               AND s.valid_from < $3 AND (s.valid_until IS NULL OR s.valid_until > $2)
                                               AND d.at >= $2 AND d.at < $3)"
                ),
                params![scope.controller, from, until, scope.first, scope.last, scope.team],
            )
            .await?;
        for row in rows {
            if let Some(client) = self.met.get_mut(&row.get(0)?) {
                client.surname.push(row.get(1)?);
            }
        }
        Ok(())
    }

    /// The tokens of who was taken in before they were kept, from the surname as it is written now.
    async fn open_surnames<A: Action>(
        &mut self,
        work: &mut Work<'_, A>,
        scope: Scope,
        what: Tokens,
    ) -> Result<(), Error> {
        let (from, until) = bounds(scope.day)?;
        let rows = work
            .tx
            .all(
                sql!(
                    "SELECT f.client, f.id, f.value
                       FROM client c
                       JOIN client_field f ON f.client = c.id AND f.field = 'surname'
                      WHERE f.superseded_at IS NULL AND f.valid_until IS NULL
                        AND NOT EXISTS (SELECT 1 FROM client_index x WHERE x.client = c.id AND x.kind = 'surname')
                        AND c.pseudonym IN (SELECT d.subject
                                              FROM deed_of_actor d
                                              JOIN staff s ON s.account = d.account
                                             WHERE s.controller = $1 AND s.account >= $4 AND s.account <= $5
                                               AND (s.team = $6 OR $6 IS NULL)
                                               AND s.valid_from < $3 AND (s.valid_until IS NULL OR s.valid_until > $2)
                                               AND d.at >= $2 AND d.at < $3)"
                ),
                params![scope.controller, from, until, scope.first, scope.last, scope.team],
            )
            .await?;
        let mut written: HashMap<ClientId, (Uuid, Sealed)> = HashMap::new();
        for row in rows {
            written.insert(row.get(0)?, (row.get(1)?, row.get(2)?));
        }
        for client in self.met.values_mut().filter(|client| client.surname.is_empty()) {
            let surname = match written.get(&client.id) {
                Some((id, sealed)) => work.open(fields::place(*id), sealed).await?,
                None => String::new(),
            };
            client.surname = tokens(work, scope.controller, client.id, &surname);
            if what == Tokens::Kept {
                insert(work, client.id, &client.surname).await?;
            }
        }
        Ok(())
    }
}

async fn met<A: Action>(
    work: &mut Work<'_, A>,
    scope: Scope,
    wanted: &HashSet<Pseudonym>,
) -> Result<HashMap<Pseudonym, Client>, Error> {
    let (from, until) = bounds(scope.day)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT c.pseudonym, c.id,
                        (SELECT COUNT(*)
                           FROM dossier d
                           JOIN dossier_part p ON p.dossier = d.id
                          WHERE d.client = c.id AND p.closed_at IS NULL),
                        (SELECT MAX(p.closed_at)
                           FROM dossier d
                           JOIN dossier_part p ON p.dossier = d.id
                          WHERE d.client = c.id)
                   FROM client c
                  WHERE c.pseudonym IN (SELECT d.subject
                                          FROM deed_of_actor d
                                          JOIN staff s ON s.account = d.account
                                         WHERE s.controller = $1 AND s.account >= $4 AND s.account <= $5
                                           AND (s.team = $6 OR $6 IS NULL)
                                           AND s.valid_from < $3 AND (s.valid_until IS NULL OR s.valid_until > $2)
                                           AND d.at >= $2 AND d.at < $3)"
            ),
            params![scope.controller, from, until, scope.first, scope.last, scope.team],
        )
        .await?;
    let mut all = HashMap::new();
    for row in rows {
        let (of, open): (Pseudonym, i64) = (row.get(0)?, row.get(2)?);
        // Who has a post elsewhere too met others there: those are not this controller's.
        if wanted.contains(&of) {
            let closed_at = if open == 0 { row.get(3)? } else { None };
            all.insert(of, Client { id: row.get(1)?, closed_at, surname: Vec::new() });
        }
    }
    Ok(all)
}

async fn neighbours<A: Action>(
    work: &mut Work<'_, A>,
    scope: Scope,
) -> Result<HashSet<(AccountId, ClientId)>, Error> {
    let (from, until) = bounds(scope.day)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT o.account, x.client
                   FROM staff s
                   JOIN staff o ON o.account = s.account
                   JOIN conflict k ON k.staff = o.id
                   JOIN client_index x ON x.token = k.token AND x.kind = k.about
                  WHERE s.controller = $1 AND s.account >= $4 AND s.account <= $5 AND (s.team = $6 OR $6 IS NULL)
                    AND s.valid_from < $3 AND (s.valid_until IS NULL OR s.valid_until > $2)
                    AND k.superseded_at IS NULL AND x.kind = 'address'"
            ),
            params![scope.controller, from, until, scope.first, scope.last, scope.team],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
