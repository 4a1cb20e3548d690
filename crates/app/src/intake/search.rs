//! "Is this person possibly known?": exact, recorded, at most thirty times a day, and the answer is yes
//! or no (ACC-02).

use domain::days::DUP_CHECKS_PER_DAY;
use domain::{BirthDate, Bsn};
use policy::actions::{AtDesk, CheckExistence};
use store::client::intake::{self, Sought};
use store::client::searched::{self, Searched};
use store::{Undone, UseCase, Work};

/// Looks for a person.
#[derive(Clone, Debug)]
pub struct Search {
    pub surname: String,
    pub birth_date: BirthDate,
    pub bsn: Option<Bsn>,
}

/// All that is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Known {
    /// Nobody; the proof lets the searcher open a dossier for this person.
    NoMatch(Searched),
    /// Without a birth date or a number there is nothing exact to look by. The proof is of a person of whom
    /// no date is kept, so it opens voluntary help only: all other domains need the date (BAS-03).
    NothingToMatch(Searched),
    /// "Mogelijk bekend, de coördinator kijkt mee."
    Possibly,
}

/// Why nothing was looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SearchRefused {
    #[error("nothing to look for")]
    Nothing,
    #[error("the searches of today are used up")]
    TooMany,
}

impl Search {
    /// Whom it is for; none when neither a name nor a number was given.
    pub(super) fn sought(&self) -> Option<Sought> {
        Sought::of(&self.surname, self.birth_date, self.bsn.clone())
    }
}

impl UseCase for Search {
    type Action = CheckExistence;
    type Out = Known;
    type Refusal = SearchRefused;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, CheckExistence>) -> Result<Known, Undone<SearchRefused>> {
        let Some(sought) = self.sought() else {
            return Err(Undone::Rejected(SearchRefused::Nothing));
        };
        if intake::count_check(work).await? > u64::from(DUP_CHECKS_PER_DAY) {
            return Err(Undone::Rejected(SearchRefused::TooMany));
        }
        if intake::is_known(work, &sought).await? {
            return Ok(Known::Possibly);
        }
        let proof = searched::prove(work, &sought)?;
        Ok(if sought.can_be_found() { Known::NoMatch(proof) } else { Known::NothingToMatch(proof) })
    }
}
