//! Opening: only now the product looks, and the attempt is on the record whatever it finds.

use domain::days::DUP_CHECKS_PER_DAY;
use domain::emergency::SENT_AGAIN;
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
    /// The form: sent twice with the same words, it opens once.
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
        match self.whom {
            Whom::Sought(form) => {
                let sought = form.sought().ok_or(Undone::Rejected(OpenRefused::Nothing))?;
                let token =
                    emergency::token_of(work, &sought)?.ok_or(Undone::Rejected(OpenRefused::Nothing))?;
                let sentence = form.sentence.as_str().to_owned();
                let new =
                    emergency::New { reason: form.reason, sentence, length: form.length, approval: None };
                let once =
                    emergency::as_sent(work, self.form, &token, (new.reason, &new.sentence, new.length));
                if let Some(answer) = sent_before(work, once).await? {
                    return Ok(answer);
                }
                if intake::count_check(work).await? > u64::from(DUP_CHECKS_PER_DAY) {
                    return Err(Undone::Rejected(OpenRefused::TooMany));
                }
                open(work, token, &new, once).await
            }
            Whom::Approved(request) => {
                if let Some(answer) = sent_before(work, self.form).await? {
                    return Ok(answer);
                }
                let Some(usable) = emergency::usable(work, request).await? else { return Ok(Opened::Cannot) };
                let approval = Some((request, usable.approved_by));
                let (reason, sentence, length) = (usable.reason, usable.sentence, usable.length);
                let new = emergency::New { reason, sentence, length, approval };
                open(work, usable.token, &new, self.form).await
            }
        }
    }
}

/// The same form, sent twice: the access that the first made runs, or has ended since and stays so. Nothing is looked for
/// again, and the log review leaves it out.
async fn sent_before(
    work: &mut Work<'_, OpenEmergency>,
    once: Uuid,
) -> Result<Option<Opened>, Undone<OpenRefused>> {
    let Some(led_to) = work.done_before(once).await? else { return Ok(None) };
    work.because(SENT_AGAIN);
    Ok(Some(led_to.parse().map_or(Opened::Cannot, |dossier| Opened::Involved { dossier })))
}

async fn open(
    work: &mut Work<'_, OpenEmergency>,
    token: [u8; 32],
    new: &emergency::New,
    once: Uuid,
) -> Result<Opened, Undone<OpenRefused>> {
    work.because(new.reason.code());
    let cleared = new.approval.is_some() || new.reason.needs_no_approval();
    let Some(found) = emergency::to_open(work, token, cleared).await? else {
        work.done_now(once, "").await?;
        return Ok(Opened::Cannot);
    };
    let dossier = found.dossier;
    work.done_now(once, &dossier.to_string()).await?;
    if found.not_involved().next().is_none() {
        return Ok(Opened::Involved { dossier });
    }
    Ok(match emergency::open(work, &found, new).await? {
        emergency::Opened::Now { until, .. } => Opened::Now { dossier, until },
        emergency::Opened::Already { until, .. } => Opened::Already { dossier, until },
    })
}
