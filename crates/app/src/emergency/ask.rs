//! "Vraag de coördinator van dienst": it always works, and says nothing about whether there is anything to approve.

use domain::emergency::SENT_AGAIN;
use policy::actions::{AskApproval, AtDesk};
use store::client::{emergency, intake};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

use super::Form;
use super::open::OpenRefused;

/// Asks the coordinator to open a dossier.
#[derive(Clone, Debug)]
pub struct Ask {
    pub form: Form,
    /// The form: sent twice with the same words, it asks once.
    pub once: Uuid,
}

impl UseCase for Ask {
    type Action = AskApproval;
    type Out = ();
    type Refusal = OpenRefused;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, AskApproval>) -> Result<(), Undone<OpenRefused>> {
        let sought = self.form.sought().ok_or(Undone::Rejected(OpenRefused::Nothing))?;
        let token = emergency::token_of(work, &sought)?.ok_or(Undone::Rejected(OpenRefused::Nothing))?;
        let said = (self.form.reason, self.form.sentence.as_str(), self.form.length);
        let once = emergency::as_sent(work, self.once, &token, said);
        if work.done_before(once).await?.is_some() {
            work.because(SENT_AGAIN);
            return Ok(());
        }
        // It counts as a search of today (ACC-02), and always works: somebody may be in need.
        intake::count_check(work).await?;
        work.because(self.form.reason.code());
        let found = emergency::to_ask(work, token).await?;
        let asked = emergency::Asked {
            token,
            whom: self.form.whom(),
            reason: self.form.reason,
            sentence: self.form.sentence.as_str().to_owned(),
            length: self.form.length,
        };
        emergency::ask(work, &asked, found.as_ref()).await?;
        work.done_now(once, "asked").await?;
        Ok(())
    }
}
