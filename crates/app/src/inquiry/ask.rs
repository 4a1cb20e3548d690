//! Asking why somebody looked, from a line of the own list.

use domain::inquiry::{QUESTION_MAX, answer_due};
use domain::{DossierId, FieldProblem, Input, InquiryId, LookId, amsterdam_date};
use policy::actions::{AskAboutLook, OfDossier};
use store::client::inquiries::{self, Asking};
use store::{Undone, UseCase, Work};

use crate::portal::looks_read;

/// A question at a line. Asking again at the same line leads to the question that is there.
#[derive(Clone, Debug)]
pub struct Ask {
    pub dossier: DossierId,
    /// Any look of the line.
    pub look: LookId,
    /// In the asker's own words; may be empty.
    pub words: String,
    /// Asks who it was as well; told by function and team until then.
    pub wants_name: bool,
}

/// Why a question was not asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AskRefused {
    /// The asker's list has no such line; whether the record has it makes no difference.
    #[error("there is no such look for this reader")]
    NotThere,
    /// The words cannot be kept as typed.
    #[error(transparent)]
    Words(#[from] FieldProblem),
}

impl UseCase for Ask {
    type Action = AskAboutLook;
    type Out = InquiryId;
    type Refusal = AskRefused;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, AskAboutLook>) -> Result<InquiryId, Undone<AskRefused>> {
        let read = looks_read(work).await?;
        let line = read.on_line(self.look);
        let newest = line.first().copied().ok_or(Undone::Rejected(AskRefused::NotThere))?;
        if let Some(known) = read.asked_at(&line) {
            return Ok(known.id);
        }
        let words = Input::optional_text("words", &self.words, QUESTION_MAX)
            .map_err(|why| Undone::Rejected(AskRefused::Words(why)))?;
        let due_on = answer_due(amsterdam_date(work.now()));
        let new = Asking {
            look: newest,
            times: line.len(),
            words: words.as_deref(),
            wants_name: self.wants_name,
            due_on,
        };
        match inquiries::ask(work, new).await? {
            Some(id) => Ok(id),
            None => Err(Undone::Rejected(AskRefused::NotThere)),
        }
    }
}
