//! A client of ours has a question under another law.

use domain::text_input::FieldProblem;
use domain::{ControllerKind, DossierId, EntryKind, Input, LegalDomain, LifeArea, Source, amsterdam_date};
use policy::actions::{self, OfDossier};
use store::client::entries::NewEntry;
use store::client::parts;
use store::{Undone, UseCase, Work};

use crate::intake::AgreementManner;

/// The longest question, in characters; as at intake.
const QUESTION_MAX: usize = 2000;

/// Adds a question. The coordinator finds somebody for it.
#[derive(Clone, Debug)]
pub struct AddQuestion {
    pub dossier: DossierId,
    /// The kind of the controller where it is asked.
    pub kind: ControllerKind,
    pub domain: Option<LegalDomain>,
    /// In the client's words.
    pub question: String,
    /// What it is mostly about; none: not asked.
    pub life_area: Option<LifeArea>,
    /// How the client agreed to voluntary support (CON-03b).
    pub agreement: Option<AgreementManner>,
    /// The token of the form.
    pub form: uuid::Uuid,
}

/// Why it was not added.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AddRefused {
    #[error("no domain of this controller was chosen")]
    Domain,
    #[error("the asker works on this part already")]
    Here,
    #[error(transparent)]
    Question(#[from] FieldProblem),
    #[error("voluntary support was not agreed to")]
    AgreementMissing,
}

impl UseCase for AddQuestion {
    type Action = actions::AddQuestion;
    type Out = ();
    type Refusal = AddRefused;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, actions::AddQuestion>) -> Result<(), Undone<AddRefused>> {
        let refused = |why| Err(Undone::Rejected(why));
        if work.done_before(self.form).await?.is_some() {
            return Ok(());
        }
        let Some(domain) = self.domain.filter(|domain| self.kind.domains().contains(domain)) else {
            return refused(AddRefused::Domain);
        };
        if work.parts().iter().any(|part| part.domain == domain && !part.closed) {
            return refused(AddRefused::Here);
        }
        let question = Input::text("question", &self.question, QUESTION_MAX)
            .map_err(|e| Undone::Rejected(AddRefused::Question(e)))?;
        if domain == LegalDomain::Voluntary && self.agreement.is_none() {
            return refused(AddRefused::AgreementMissing);
        }
        let entry = NewEntry {
            kind: EntryKind::Conversation.code(),
            source: Source::Client.code(),
            category: "general",
            happened_on: amsterdam_date(work.now()),
            happened_time: String::new(),
            facts: question,
            opinion: String::new(),
            visible_from: None,
            delay_ground: "",
            delay_announced: false,
            with_client: true,
        };
        let agreement = self.agreement.map(AgreementManner::code);
        parts::add_question(work, domain, self.life_area, &entry, agreement).await?;
        work.done_now(self.form, "added").await?;
        Ok(())
    }
}
