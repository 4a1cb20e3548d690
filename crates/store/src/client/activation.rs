//! Giving somebody a way in, at a desk: who it is about, and what of the old way ends. The desk hears only
//! whether it could be done (ACC-02).

use domain::sign_in::{ACTIVATION_TTL, CodeKind, Document, login_name};
use domain::{AccountId, PersonId, StaffId};
use jiff::Timestamp;
use policy::actions::{ActivateResident, ActivateStaff, ListAccounts, OfPost};
use policy::{May, Thing, Walls};
use uuid::Uuid;

use super::intake::BY_NAME;
use crate::error::Error;
use crate::office::own_account::{end_sessions, put_codes, tell};
use crate::work::Work;
use crate::{params, sql};

/// What is given.
#[derive(Clone)]
pub struct Given {
    /// What was seen; the kind only.
    pub document: Document,
    /// The keyed hash of the activation code. None: only a new list, the account stays as it is.
    pub code: Option<[u8; 32]>,
    /// The keyed hashes of a printed list; empty without one.
    pub list: Vec<[u8; 32]>,
}

/// What stands on the slip, beside the codes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slip {
    pub login_name: String,
    /// None for a list only.
    pub valid_until: Option<Timestamp>,
}

/// An account of a member of staff, as the administrator sees it. No client in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StaffAccount {
    pub staff: StaffId,
    pub name: String,
    pub function: String,
    pub team: String,
    pub login_name: String,
    /// Has a password.
    pub activated: bool,
}

struct Found {
    id: AccountId,
    login_name: String,
    activated: bool,
}

/// Gives the one client with this surname and birth date a way in; an account is made when there is none. `None`:
/// nobody, or more than one, or a list for somebody who has no account.
pub async fn for_resident<A: May<ActivateResident>>(
    work: &mut Work<'_, A>,
    name_and_birth: &str,
    given: &Given,
) -> Result<Option<Slip>, Error> {
    let (staff, controller, now) = (work.staff_id()?, work.staff()?.controller, work.now());
    let token = work.index(controller, BY_NAME, name_and_birth);
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT c.person, c.pseudonym, c.controller,
                        EXISTS (SELECT 1
                                  FROM conflict k
                                  JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                 WHERE k.staff = $2 AND x.client = c.id AND k.superseded_at IS NULL
                                   AND k.valid_from <= $3 AND (k.valid_until IS NULL OR k.valid_until > $3)),
                        EXISTS (SELECT 1
                                  FROM exclusion e
                                  JOIN dossier d ON d.id = e.dossier
                                 WHERE d.client = c.id AND e.staff = $2 AND e.superseded_at IS NULL
                                   AND e.valid_from <= $3 AND (e.valid_until IS NULL OR e.valid_until > $3))
                   FROM client_index i
                   JOIN client c ON c.id = i.client
                  WHERE i.token = $1 AND i.replaced_at IS NULL
                  ORDER BY c.recorded_at, c.id"
            ),
            params![token, staff, now],
        )
        .await?;
    work.counts(rows.len());
    let [row] = rows.as_slice() else {
        for row in &rows {
            work.also_concerns(row.get(1)?);
        }
        return Ok(None);
    };
    // One line, as for nobody: before a wall nothing more is done than where nobody was found.
    work.concerns_client(row.get(1)?);
    let person: PersonId = row.get(0)?;
    let walls = Walls { conflict: row.get(3)?, excluded: row.get(4)?, hidden: false };
    // Before a wall the answer is that of nobody: the desk does not learn that somebody is a client (ACC-02, ACC-05).
    if !work.may(&Thing::Applicant { controller: row.get(2)?, person, walls }) {
        return Ok(None);
    }
    let account = match (of_person(work, person).await?, given.code) {
        (Some(account), Some(_)) => account,
        (Some(account), None) if account.activated => account,
        (None, Some(_)) => new_account(work, person).await?,
        (_, None) => return Ok(None),
    };
    give(work, account, given).await.map(Some)
}

/// Gives the member of staff the work is about a way in.
pub async fn for_staff<A>(work: &mut Work<'_, A>, given: &Given) -> Result<Option<Slip>, Error>
where
    A: May<ActivateStaff> + policy::Action<About = OfPost>,
{
    let staff = work.about().0;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT a.id, a.login_name, a.password_hash <> ''
                   FROM staff f
                   JOIN account a ON a.id = f.account
                  WHERE f.id = $1 AND a.active = TRUE"
            ),
            params![staff],
        )
        .await?;
    let account = Found { id: row.get(0)?, login_name: row.get(1)?, activated: row.get(2)? };
    if given.code.is_none() && !account.activated {
        return Ok(None);
    }
    give(work, account, given).await.map(Some)
}

/// The staff of one's own organisation and what they sign in with.
pub async fn accounts_of_staff<A: May<ListAccounts>>(
    work: &mut Work<'_, A>,
) -> Result<Vec<StaffAccount>, Error> {
    let (controller, now) = (work.staff()?.controller, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT f.id, f.name, f.function, t.name, a.login_name, a.password_hash <> ''
                   FROM staff f
                   JOIN account a ON a.id = f.account
                   LEFT JOIN team t ON t.id = f.team
                  WHERE f.controller = $1 AND a.active = TRUE
                    AND f.valid_from <= $2 AND (f.valid_until IS NULL OR f.valid_until > $2)"
            ),
            params![controller, now],
        )
        .await?;
    work.counts(rows.len());
    let mut all: Vec<StaffAccount> = rows
        .iter()
        .map(|row| {
            Ok(StaffAccount {
                staff: row.get(0)?,
                name: row.get(1)?,
                function: row.get(2)?,
                team: row.get::<Option<String>>(3)?.unwrap_or_default(),
                login_name: row.get(4)?,
                activated: row.get(5)?,
            })
        })
        .collect::<Result<_, Error>>()?;
    all.sort_by_key(|line| domain::fold_name(&line.name));
    Ok(all)
}

async fn of_person<A: May<ActivateResident>>(
    work: &mut Work<'_, A>,
    person: PersonId,
) -> Result<Option<Found>, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id, login_name, password_hash <> ''
                   FROM account
                  WHERE person = $1 AND kind = 'resident' AND active = TRUE"
            ),
            params![person],
        )
        .await?;
    row.map(|row| Ok(Found { id: row.get(0)?, login_name: row.get(1)?, activated: row.get(2)? })).transpose()
}

/// An account that nobody can sign in with until it is activated.
async fn new_account<A: May<ActivateResident>>(
    work: &mut Work<'_, A>,
    person: PersonId,
) -> Result<Found, Error> {
    let (id, now) = (AccountId(work.random_id()), work.now());
    let mut name = login_name(*work.random_id().as_bytes());
    while is_taken(work, &name).await? {
        name = login_name(*work.random_id().as_bytes());
    }
    work.tx
        .run_one(
            sql!(
                "INSERT INTO account (id, person, kind, login_name, password_hash, second_factor,
                                      last_code_step, active, recorded_at)
                 VALUES ($1, $2, 'resident', $3, '', $4, 0, TRUE, $5)"
            ),
            params![id, person, name.as_str(), Vec::<u8>::new(), now],
        )
        .await?;
    Ok(Found { id, login_name: name, activated: false })
}

async fn is_taken<A: May<ActivateResident>>(work: &mut Work<'_, A>, name: &str) -> Result<bool, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM account
                  WHERE login_name = $1"
            ),
            params![name],
        )
        .await?;
    Ok(row.is_some())
}

/// Ends the old way in, where a new one is given, and keeps what opens the new one.
async fn give<A: policy::Action>(
    work: &mut Work<'_, A>,
    account: Found,
    given: &Given,
) -> Result<Slip, Error> {
    work.names(account.id.uuid());
    let (id, now) = (account.id, work.now());
    let mut valid_until = None;
    let mut event = "list-renewed";
    if let Some(code) = given.code {
        event = "activation-issued";
        valid_until = Some(now + ACTIVATION_TTL);
        end_old_way(work, id).await?;
        let (activation, author) = (work.random_id(), work.staff_id()?);
        work.tx
            .run_one(
                sql!(
                    "INSERT INTO activation (id, account, hash, document, author, issued_at, valid_until)
                     VALUES ($1, $2, $3, $4, $5, $6, $7)"
                ),
                params![activation, id, code, given.document.code(), author, now, now + ACTIVATION_TTL],
            )
            .await?;
    }
    if !given.list.is_empty() {
        put_codes(&mut work.tx, now, id, CodeKind::List, &given.list).await?;
    }
    let told: (Uuid, Timestamp) = (work.new_id(), now);
    tell(&mut work.tx, told, id, event).await?;
    Ok(Slip { login_name: account.login_name, valid_until })
}

/// Password, app, codes, passkeys, earlier activations and sessions end together.
async fn end_old_way<A: policy::Action>(work: &mut Work<'_, A>, account: AccountId) -> Result<(), Error> {
    let now = work.now();
    work.tx
        .run_one(
            sql!(
                "UPDATE account
                    SET password_hash = '', second_factor = $2
                  WHERE id = $1"
            ),
            params![account, Vec::<u8>::new()],
        )
        .await?;
    for statement in
        [sql!("DELETE FROM one_time_code WHERE account = $1"), sql!("DELETE FROM passkey WHERE account = $1")]
    {
        work.tx.run(statement, params![account]).await?;
    }
    work.tx
        .run(
            sql!(
                "UPDATE activation
                    SET valid_until = $2
                  WHERE account = $1 AND used_at IS NULL AND valid_until > $2"
            ),
            params![account, now],
        )
        .await?;
    end_sessions(&mut work.tx, now, account, None).await?;
    Ok(())
}
