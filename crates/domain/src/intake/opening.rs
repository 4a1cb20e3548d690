//! What must be true before a dossier is opened and the first word is kept.
//! Informed first, agreed where voluntary (CON-03), by a controller and a function with that task.

use super::IntakeNeeds;
use crate::{ControllerKind, Function, LegalDomain};

/// What happened before the first entry (CON-03).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Preconditions {
    /// The version of the privacy notice that was delivered.
    pub notice_version: Option<u32>,
    /// The client agreed to voluntary support.
    pub support_agreement: bool,
}

/// What somebody wants to open.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// The kind of controller that will be responsible.
    pub kind: ControllerKind,
    /// The function of who takes the client in.
    pub function: Function,
    /// The domains chosen.
    pub domains: &'a [LegalDomain],
    /// Whether a BSN was filled in.
    pub bsn_given: bool,
    /// Whether who takes the client in also takes a role in the case.
    pub role_taken: bool,
    /// What happened before.
    pub before: Preconditions,
}

/// Why no dossier is opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum IntakeRefused {
    /// No domain was chosen, so there is no purpose (BAS-02).
    #[error("no domain was chosen")]
    NoDomain,
    /// The function creates no dossiers (§16.2 row 3).
    #[error("this function takes nobody in")]
    FunctionTakesNobodyIn,
    /// This kind of controller has no task in the domain (BAS-01).
    #[error("the controller may not open {0}")]
    DomainNotForController(LegalDomain),
    /// This function does not work in the domain (ACC-06).
    #[error("the function may not open {0}")]
    DomainNotForFunction(LegalDomain),
    /// No chosen domain allows a BSN (BSN-01).
    #[error("a BSN may not be recorded here")]
    BsnNotAllowed,
    /// This function carries no cases, so it takes no role (ACC-06).
    #[error("the function takes no role in a case")]
    RoleNotForFunction,
    /// The privacy notice was not delivered (CON-03a).
    #[error("the privacy notice was not delivered")]
    NoticeMissing,
    /// Voluntary support was not agreed to (CON-03b).
    #[error("voluntary support was not agreed to")]
    AgreementMissing,
}

impl Opening<'_> {
    /// Judges whether a dossier may be opened with these parts.
    ///
    /// # Errors
    /// Every reason why not, in the order of the form.
    pub fn judge(&self) -> Result<(), Vec<IntakeRefused>> {
        let mut refused = Vec::new();
        if self.domains.is_empty() {
            refused.push(IntakeRefused::NoDomain);
        }
        if !self.function.takes_in() {
            refused.push(IntakeRefused::FunctionTakesNobodyIn);
        }
        for &domain in self.domains {
            if !self.kind.domains().contains(&domain) {
                refused.push(IntakeRefused::DomainNotForController(domain));
            } else if self.function.takes_in() && !self.function.opens_parts_in(domain) {
                refused.push(IntakeRefused::DomainNotForFunction(domain));
            }
        }
        if self.bsn_given && !IntakeNeeds::new(self.kind, self.domains).uses_bsn() {
            refused.push(IntakeRefused::BsnNotAllowed);
        }
        if self.role_taken && self.function.takes_in() && !self.function.carries_cases() {
            refused.push(IntakeRefused::RoleNotForFunction);
        }
        if self.before.notice_version.is_none() {
            refused.push(IntakeRefused::NoticeMissing);
        }
        if self.domains.contains(&LegalDomain::Voluntary) && !self.before.support_agreement {
            refused.push(IntakeRefused::AgreementMissing);
        }
        if refused.is_empty() { Ok(()) } else { Err(refused) }
    }
}

#[cfg(test)]
mod tests {
    use LegalDomain::{Participation, Voluntary, Wmo, YouthCare};

    use super::*;

    const INFORMED: Preconditions = Preconditions { notice_version: Some(1), support_agreement: false };
    const AGREED: Preconditions = Preconditions { support_agreement: true, ..INFORMED };

    fn wmo_by_a_worker() -> Opening<'static> {
        Opening {
            kind: ControllerKind::Municipality,
            function: Function::Worker,
            domains: &[Wmo],
            bsn_given: true,
            role_taken: true,
            before: INFORMED,
        }
    }

    #[test]
    fn an_informed_client_is_taken_in() {
        assert_eq!(wmo_by_a_worker().judge(), Ok(()));
    }

    #[test]
    fn nothing_is_kept_before_the_notice() {
        let opening =
            Opening { before: Preconditions { notice_version: None, ..AGREED }, ..wmo_by_a_worker() };

        assert_eq!(opening.judge(), Err(vec![IntakeRefused::NoticeMissing]));
    }

    #[test]
    fn voluntary_support_waits_for_agreement_and_statutory_help_does_not() {
        let voluntary = Opening { domains: &[Wmo, Voluntary], ..wmo_by_a_worker() };
        let agreed = Opening { before: AGREED, ..voluntary };

        assert_eq!(voluntary.judge(), Err(vec![IntakeRefused::AgreementMissing]));
        assert_eq!(agreed.judge(), Ok(()));
        assert_eq!(wmo_by_a_worker().judge(), Ok(()));
    }

    #[test]
    fn a_foundation_opens_voluntary_only_and_without_bsn() {
        let opening =
            Opening { kind: ControllerKind::WelfareFoundation, before: AGREED, ..wmo_by_a_worker() };

        assert_eq!(
            opening.judge(),
            Err(vec![IntakeRefused::DomainNotForController(Wmo), IntakeRefused::BsnNotAllowed,])
        );
    }

    #[test]
    fn a_function_opens_its_own_domains_and_the_desk_any() {
        let income = Opening { domains: &[Participation], ..wmo_by_a_worker() };
        let at_the_desk = Opening { function: Function::Intake, role_taken: false, ..income };

        assert_eq!(income.judge(), Err(vec![IntakeRefused::DomainNotForFunction(Participation)]));
        assert_eq!(at_the_desk.judge(), Ok(()));
    }

    #[test]
    fn the_desk_takes_no_role_in_a_case() {
        let opening = Opening { function: Function::Intake, ..wmo_by_a_worker() };

        assert_eq!(opening.judge(), Err(vec![IntakeRefused::RoleNotForFunction]));
        assert_eq!(Opening { role_taken: false, ..opening }.judge(), Ok(()));
    }

    #[test]
    fn an_administrator_takes_nobody_in() {
        let opening = Opening { function: Function::FunctionalAdmin, ..wmo_by_a_worker() };

        assert_eq!(opening.judge(), Err(vec![IntakeRefused::FunctionTakesNobodyIn]));
    }

    #[test]
    fn all_reasons_are_given_at_once() {
        let opening = Opening {
            domains: &[YouthCare, Voluntary],
            before: Preconditions { notice_version: None, support_agreement: false },
            ..wmo_by_a_worker()
        };

        assert_eq!(
            opening.judge(),
            Err(vec![
                IntakeRefused::DomainNotForController(YouthCare),
                IntakeRefused::BsnNotAllowed,
                IntakeRefused::NoticeMissing,
                IntakeRefused::AgreementMissing,
            ])
        );
        assert!(
            Opening { domains: &[], ..opening }
                .judge()
                .is_err_and(|refused| refused.contains(&IntakeRefused::NoDomain))
        );
    }
}
