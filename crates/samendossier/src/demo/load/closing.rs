//! Help that stops, and a question that opens a part again.

use app::dossier::{AddQuestion, Close};
use app::involvement::Assign;
use domain::RoleInCase;

use super::sign_in::Wanted;
use super::{Loader, Why, code, refused};
use crate::demo::content::closings::{Closing, ENDS, Reopening};

impl Loader<'_> {
    pub(super) async fn close(&mut self, closing: &'static Closing) -> Result<(), Why> {
        let close = Close {
            part: self.part(closing.resident, closing.domain)?,
            reason: code(closing.reason)?,
            result: closing.result.to_owned(),
            contact: None,
            why: ENDS.to_owned(),
        };
        let asker = self.asker(closing.by, Wanted::Live).await?;
        self.app.perform(asker, close).await.map_err(refused)
    }

    pub(super) async fn ask_again(&mut self, again: &'static Reopening) -> Result<(), Why> {
        let resident = self.world.residents.iter().find(|resident| resident.key == again.resident);
        let controller = resident.and_then(|resident| {
            self.world.controllers.iter().find(|controller| controller.key == resident.controller)
        });
        let question = AddQuestion {
            dossier: self.opened(again.resident)?.dossier,
            kind: code(controller.ok_or("a question of nobody")?.kind)?,
            domain: Some(code(again.domain)?),
            question: again.question.to_owned(),
            life_area: None,
            agreement: None,
            form: self.store.random_id(),
        };
        let asker = self.asker(again.by, Wanted::Live).await?;
        self.app.perform(asker, question).await.map_err(refused)
    }

    pub(super) async fn take_up(&mut self, again: &'static Reopening) -> Result<(), Why> {
        let assign = Assign {
            part: self.part(again.resident, again.domain)?,
            staff: self.post(again.worker)?,
            role: RoleInCase::Lead,
            reason: again.reason.to_owned(),
            from: None,
            until: None,
        };
        let asker = self.asker(again.assigned_by, Wanted::Fresh).await?;
        self.app.perform(asker, assign).await.map(drop).map_err(refused)
    }
}
