//! A colleague takes over all own dossiers for a time: one form, each dossier by itself, all in one transaction.

use domain::{DossierId, LegalDomain, PartId};
use policy::actions::{HandOver as Hands, ListCaseload, OfPart, OwnDesktop};
use store::client::candidates::{self, Candidate};
use store::client::caseload;
use store::{Undone, UseCase, Work};
use uuid::Uuid;

use super::{HandOver, HandOverRefused};
use crate::caseload::in_order;
use crate::sign_in::PLEDGE_TEXT;

/// The own open dossiers, and the colleagues who could take over.
#[derive(Clone, Copy, Debug)]
pub struct ReadStandIn;

/// What is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ToStandIn {
    /// By name.
    pub parts: Vec<OwnPart>,
    /// Colleagues, by name. Who cannot take one of these stands there too: leaving a name out would tell (ACC-05).
    pub colleagues: Vec<Candidate>,
}

/// A part that the worker works on now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnPart {
    pub part: PartId,
    pub dossier: DossierId,
    pub domain: LegalDomain,
    /// Of the client.
    pub name: String,
    /// Handing it over asks for a fresh sign-in (ACC-03).
    pub extra_protected: bool,
}

impl UseCase for ReadStandIn {
    type Action = ListCaseload;
    type Out = ToStandIn;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, ListCaseload>) -> Result<ToStandIn, Undone<Self::Refusal>> {
        let cases = in_order(caseload::own(work).await?);
        let open = caseload::open_parts(work, &cases).await?;
        let mut parts = Vec::with_capacity(open.len());
        for case in &cases {
            let mut of_case: Vec<_> = open.iter().filter(|it| it.dossier == case.dossier).collect();
            of_case.sort_by_key(|it| it.domain);
            parts.extend(of_case.into_iter().map(|it| OwnPart {
                part: it.part,
                dossier: it.dossier,
                domain: it.domain,
                name: case.fields.full_name(),
                extra_protected: it.extra_protected,
            }));
        }
        Ok(ToStandIn { parts, colleagues: candidates::colleagues(work, PLEDGE_TEXT).await? })
    }
}

/// One part of those that go to a colleague for a time. Performed for all of them in one transaction, each under its own
/// permit and with its own line of the record. Whether a colleague fits differs per dossier: where one does not, the others
/// go all the same.
#[derive(Clone, Debug)]
pub struct StandIn(pub HandOver);

/// What came of one part. Nothing is said about why: it may be about somebody's private life (ACC-05).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StoodIn {
    /// The colleague works on it in that time.
    Taken,
    /// The colleague works on it already, in a part of that time or all of it.
    Already,
    /// The colleague cannot take it.
    NotPossible,
}

impl UseCase for StandIn {
    type Action = Hands;
    type Out = StoodIn;
    type Refusal = HandOverRefused;

    fn about(&self) -> OfPart {
        OfPart(self.0.part)
    }

    async fn run(self, work: &mut Work<'_, Hands>) -> Result<StoodIn, Undone<HandOverRefused>> {
        // Each part has a token of its own, so that "sent twice" leads from no dossier to another (decision 0030).
        let form = Uuid::from_u128(self.0.form.as_u128() ^ self.0.part.uuid().as_u128());
        let outcome = HandOver { form, ..self.0 }.run(work).await;
        match outcome {
            Ok(()) => Ok(StoodIn::Taken),
            // Refused before anything was written.
            Err(Undone::Rejected(HandOverRefused::DoesNotFit)) => {
                work.because("not-taken-over");
                Ok(StoodIn::NotPossible)
            }
            Err(Undone::Rejected(HandOverRefused::Already)) => {
                work.because("taken-over-already");
                Ok(StoodIn::Already)
            }
            Err(why) => Err(why),
        }
    }
}
