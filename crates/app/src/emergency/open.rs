//! Opening: only now the product looks, and the attempt is on the record whatever it finds.

use domain::days::DUP_CHECKS_PER_DAY;
use domain::{DossierId, EmergencyRequestId};
use jiff::Timestamp;
use policy::actions::{AtDesk, OpenEmergency};
use store::client::{emergency, intake};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

use super::Form;

/// Opens a dossier in an emergency.
#[derive(Clone, Debug)]
pub struct Open {
    pub whom: Whom,
    /// The form: sent twice, it opens once.
    pub form: Uuid,
}

/// Which dossier.
#[derive(Clone, Debug)]
pub enum Whom {
    /// Of whoever is looked for.
    Sought(Box<Form>),
    /// The one that the coordinator approved just now.
    Approved(EmergencyRequestId),
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Opened {
    /// It is open until then.
    Now { dossier: DossierId, until: Timestamp },
    /// It was open already, until then; nothing became longer.
    Already { dossier: DossierId, until: Timestamp },
    /// The worker works with it: no emergency is needed.
    Involved { dossier: DossierId },
    /// The one answer: nobody, another controller, another domain, a wall, or extra protection.
    Cannot,
}

/// Why nothing was looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OpenRefused {
    #[error("nothing exact to look for")]
    Nothing,
    #[error("the searches of today are used up")]
    TooMany,
}

impl UseCase for Open {
    type Action = OpenEmergency;
    type Out = Opened;
    type Refusal = OpenRefused;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, OpenEmergency>) -> Result<Opened, Undone<OpenRefused>> {
        let (token, new) = match self.whom {
            Whom::Sought(form) => {
                let sought = form.sought().ok_or(Undone::Rejected(OpenRefused::Nothing))?;
                if intake::count_check(work).await? > u64::from(DUP_CHECKS_PER_DAY) {
                    return Err(Undone::Rejected(OpenRefused::TooMany));
                }
                let token =
                    emergency::token_of(work, &sought)?.ok_or(Undone::Rejected(OpenRefused::Nothing))?;
                let sentence = form.sentence.as_str().to_owned();
                (token, emergency::New { reason: form.reason, sentence, length: form.length, approval: None })
            }
            Whom::Approved(request) => {
                let Some(usable) = emergency::usable(work, request).await? else { return Ok(Opened::Cannot) };
                let approval = Some((request, usable.approved_by));
                let (reason, sentence, length) = (usable.reason, usable.sentence, usable.length);
                (usable.token, emergency::New { reason, sentence, length, approval })
            }
        };
        work.because(new.reason.code());
        let cleared = new.approval.is_some() || new.reason.needs_no_approval();
        let Some(found) = emergency::to_open(work, token, cleared).await? else { return Ok(Opened::Cannot) };
        let dossier = found.dossier;
        if found.not_involved().next().is_none() {
            return Ok(Opened::Involved { dossier });
        }
        // The same form, sent twice: the access that the first made runs, or has ended since and stays so.
        if work.done_before(self.form).await?.is_some() {
            return Ok(Opened::Involved { dossier });
        }
        let opened = emergency::open(work, &found, &new).await?;
        work.done_now(self.form, "open").await?;
        Ok(match opened {
            emergency::Opened::Now { until, .. } => Opened::Now { dossier, until },
            emergency::Opened::Already { until, .. } => Opened::Already { dossier, until },
        })
    }
}
