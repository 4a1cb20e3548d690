//! A new password. Long beats strange: no rules about digits and signs, which make people write them down.

use store::Error;
use store::office::own_account::Change;
use store::office::sessions::Session;
use uuid::Uuid;

use super::NotConfirmed;
use crate::App;

/// Characters a password has at least. A sentence has them at once.
const AT_LEAST: usize = 12;
/// Longer than any sentence; keeps the work of comparing within bounds.
const AT_MOST: usize = 200;

/// Why a password is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PasswordRefused {
    #[error("too short")]
    TooShort,
    #[error("too long")]
    TooLong,
    #[error("easily guessed")]
    EasilyGuessed,
    #[error("the two are not the same")]
    NotTheSame,
}

/// Judges a new password, typed twice.
pub fn check_password(typed: &str, again: &str) -> Result<(), PasswordRefused> {
    let signs: Vec<char> = typed.chars().collect();
    if signs.len() < AT_LEAST {
        return Err(PasswordRefused::TooShort);
    }
    if signs.len() > AT_MOST {
        return Err(PasswordRefused::TooLong);
    }
    let mut different = signs.clone();
    different.sort_unstable();
    different.dedup();
    let folded = typed.to_lowercase();
    // Mostly one sign, a row of the keyboard, or the word itself.
    if different.len() < 5
        || ["1234567", "qwerty", "wachtwoord", "password", "samendossier"]
            .iter()
            .any(|bad| folded.contains(bad))
    {
        return Err(PasswordRefused::EasilyGuessed);
    }
    if typed != again {
        return Err(PasswordRefused::NotTheSame);
    }
    Ok(())
}

impl App {
    /// Changes one's own password; every other session ends.
    pub async fn change_password(
        &self,
        correlation: Uuid,
        session: &Session,
        password: String,
    ) -> Result<Result<(), NotConfirmed>, Error> {
        let hash = self.hash_password(password).await?;
        let owner = Self::owner(session, correlation);
        let changed = self.store.change_own_account(owner, Change::Password { hash }).await?;
        Ok(if changed { Ok(()) } else { Err(NotConfirmed) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_a_good_password_and_a_trick_is_not() {
        assert_eq!(check_password("drie groene fietsen", "drie groene fietsen"), Ok(()));
        assert_eq!(check_password("ömer zwemt graag", "ömer zwemt graag"), Ok(()));
        assert_eq!(check_password("W3lkom!", "W3lkom!"), Err(PasswordRefused::TooShort));
        assert_eq!(check_password("aaaaaaaaaaaaa", "aaaaaaaaaaaaa"), Err(PasswordRefused::EasilyGuessed));
        assert_eq!(check_password("Wachtwoord2026!", "Wachtwoord2026!"), Err(PasswordRefused::EasilyGuessed));
        assert_eq!(
            check_password("drie groene fietsen", "drie groene fiets"),
            Err(PasswordRefused::NotTheSame)
        );
        let long = "abcdefgh ".repeat(30);
        assert_eq!(check_password(&long, &long), Err(PasswordRefused::TooLong));
    }
}
