//! Asking: the words are kept sealed, their asker's alone, and go with the drafts (ACC-23).

use domain::DraftId;
use policy::actions::{OwnDesktop, SearchOwn};
use store::client::drafts;
use store::{Undone, UseCase, Work};

/// The longest question, in characters.
pub const LONGEST: usize = 200;
/// The most words that are looked for at once.
pub const WORDS_MAX: usize = 10;

/// Keeps what is searched.
#[derive(Clone, Debug)]
pub struct Ask(pub String);

/// Why nothing is searched.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AskRefused {
    #[error("nothing to look for")]
    Nothing,
    #[error("only words that stand in every text")]
    OnlySmallWords,
    #[error("more than {LONGEST} characters")]
    TooLong,
    #[error("more than {WORDS_MAX} words")]
    TooMany,
}

impl Ask {
    /// Whether this can be looked for.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn check(&self) -> Result<(), AskRefused> {
        if self.0.chars().count() > LONGEST {
            return Err(AskRefused::TooLong);
        }
        if !self.0.chars().any(char::is_alphanumeric) {
            return Err(AskRefused::Nothing);
        }
        match store::stems::distinct(&[&self.0]).len() {
            0 => Err(AskRefused::OnlySmallWords),
            words if words > WORDS_MAX => Err(AskRefused::TooMany),
            _ => Ok(()),
        }
    }
}

impl UseCase for Ask {
    type Action = SearchOwn;
    type Out = DraftId;
    type Refusal = AskRefused;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, SearchOwn>) -> Result<DraftId, Undone<AskRefused>> {
        self.check().map_err(Undone::Rejected)?;
        Ok(drafts::keep(work, None, drafts::SEARCH, None, &self.0).await?.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_looked_for_is_said() {
        let many = (10..21).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
        for (text, why) in [
            (String::new(), AskRefused::Nothing),
            ("🙂 …".into(), AskRefused::Nothing),
            ("de het een van".into(), AskRefused::OnlySmallWords),
            ("a b c".into(), AskRefused::OnlySmallWords),
            ("schuld ".repeat(1_500), AskRefused::TooLong),
            (many, AskRefused::TooMany),
        ] {
            assert_eq!(Ask(text).check(), Err(why));
        }
    }

    #[test]
    fn one_word_many_times_is_one_word() {
        assert_eq!(Ask("schuld schulden ".repeat(10)).check(), Ok(()));
    }
}
