//! How to talk with a client changed: the language they speak best, an interpreter, the language of letters.

use domain::{DossierId, LanguageNeeds, Source};
use policy::actions::{ChangeDetails, OfDossier};
use store::client::fields;
use store::{Undone, UseCase, Work};

/// Keeps how to talk with a client from now on. What was known before stays as an earlier version.
#[derive(Clone, Debug)]
pub struct ChangeLanguage {
    pub dossier: DossierId,
    /// All of it as it is now; what was not asked is not kept any more.
    pub needs: LanguageNeeds,
    /// Who said so.
    pub source: Source,
}

impl UseCase for ChangeLanguage {
    type Action = ChangeDetails;
    /// Whether anything changed.
    type Out = bool;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ChangeDetails>) -> Result<bool, Undone<Self::Refusal>> {
        Ok(fields::change(work, &self.needs.fields(), self.source).await?)
    }
}
