//! Second factors, used up: a step of the app, a code that works once. Made and compared elsewhere; here each
//! is taken out of use in the transaction of what it is used for, also when two sign-ins race.

use domain::sign_in::CodeKind;
use domain::{AccountId, PasskeyId};

use super::{Chore, Desk, passkeys};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

/// The second factor that was given, and fits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Factor {
    /// Codes of the app: the first and the last 30-second step; the same when one was asked.
    App { first: i64, last: i64 },
    /// A code that works once, by its keyed hash. A list fits only at the number that was asked.
    Code { kind: CodeKind, hash: [u8; 32], number: Option<u32> },
    /// A passkey that answered, and what is to be kept of it from now on: its counter moves.
    Passkey { id: PasskeyId, body: String },
}

/// What an account has of codes that work once.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct CodesLeft {
    pub recovery: u32,
    pub list: u32,
    /// The number that a sign-in asks for next.
    pub next_on_list: Option<u32>,
}

impl Store {
    /// What an account has of codes that work once.
    pub async fn codes_left(&self, account: AccountId) -> Result<CodesLeft, Error> {
        self.glance(Left(account)).await
    }
}

/// Takes a factor out of use; false when it was used before, or does not fit.
pub(super) async fn use_up(desk: &mut Desk<'_>, account: AccountId, factor: &Factor) -> Result<bool, Error> {
    let used = match factor {
        Factor::App { first, last } => {
            desk.tx
                .run(
                    sql!(
                        "UPDATE account
                            SET last_code_step = $3
                          WHERE id = $1 AND last_code_step < $2 AND active = TRUE"
                    ),
                    params![account, *first, *last],
                )
                .await?
        }
        Factor::Code { kind, hash, number } => {
            let now = desk.now;
            let number = number.map(i64::from);
            desk.tx
                .run(
                    sql!(
                        "UPDATE one_time_code
                            SET used_at = $4
                          WHERE account = $1 AND kind = $2 AND hash = $3 AND used_at IS NULL
                            AND number = COALESCE($5, number)
                            AND EXISTS (SELECT 1 FROM account a WHERE a.id = $1 AND a.active = TRUE)"
                    ),
                    params![account, kind.code(), *hash, now, number],
                )
                .await?
        }
        Factor::Passkey { id, body } => passkeys::used(desk, account, *id, body).await?,
    };
    Ok(used == 1)
}

#[derive(Clone)]
struct Left(AccountId);

impl Chore for Left {
    type Out = CodesLeft;

    async fn run(self, desk: &mut Desk<'_>) -> Result<CodesLeft, Error> {
        let rows = desk
            .tx
            .all(
                sql!(
                    "SELECT kind, COUNT(*), MIN(number)
                       FROM one_time_code
                      WHERE account = $1 AND used_at IS NULL
                      GROUP BY kind"
                ),
                params![self.0],
            )
            .await?;
        let mut left = CodesLeft::default();
        for row in rows {
            let (kind, count, next): (String, u64, u64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            match kind.parse() {
                Ok(CodeKind::Recovery) => left.recovery = count,
                Ok(CodeKind::List) => (left.list, left.next_on_list) = (count, u32::try_from(next).ok()),
                Err(_) => return Err(Error::Column { column: 0 }),
            }
        }
        Ok(left)
    }
}
