//! Codes that work once. They are shown once, when they are made; what is kept tells nobody what they were.

use domain::sign_in::{CodeKind, code};
use store::Error;
use store::office::own_account::Change;
use store::office::sessions::Session;
use uuid::Uuid;

use super::NotConfirmed;
use crate::App;

/// A new set, to be shown once.
#[derive(Clone)]
pub struct NewCodes {
    /// In the order of their numbers, in groups of four.
    pub codes: Vec<String>,
    pub(crate) hashes: Vec<[u8; 32]>,
}

impl App {
    /// Ten new recovery codes; the old ones are worth nothing any more.
    pub async fn renew_recovery_codes(
        &self,
        correlation: Uuid,
        session: &Session,
    ) -> Result<Result<Vec<String>, NotConfirmed>, Error> {
        let new = self.new_codes(CodeKind::Recovery);
        let change = Change::Codes { kind: CodeKind::Recovery, hashes: new.hashes };
        let changed = self.store.change_own_account(Self::owner(session, correlation), change).await?;
        Ok(if changed { Ok(new.codes) } else { Err(NotConfirmed) })
    }

    /// A set of codes. Nothing is kept yet.
    pub(crate) fn new_codes(&self, kind: CodeKind) -> NewCodes {
        let codes: Vec<String> = (0..kind.count())
            .map(|_| self.random_code(|bytes| code::from_random(bytes, kind.signs())))
            .collect();
        let hashes = codes.iter().map(|code| self.code_hash(kind, code)).collect();
        NewCodes { codes, hashes }
    }

    /// A code made of as much chance as it takes: 32 bytes are enough for any code nearly always.
    pub(crate) fn random_code(&self, make: impl Fn(&[u8]) -> Option<String>) -> String {
        loop {
            if let Some(code) = make(&self.store.random32()) {
                return code;
            }
        }
    }
}
