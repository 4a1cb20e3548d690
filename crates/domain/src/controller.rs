//! The organisation responsible for its own dossiers (CTL-02).
//! Its kind decides which domains it may open parts for and whether it may use the BSN.

use crate::LegalDomain;
use crate::codes::coded;

coded! {
    /// What kind of organisation a controller is (CTL-02).
    pub enum ControllerKind, "controller kind" {
        /// The college of a municipality (CTL-01).
        Municipality = "municipality",
        /// A youth care provider, also when the provider is a neighbourhood team.
        YouthCareProvider = "youth-care-provider",
        /// A Wmo provider.
        WmoProvider = "wmo-provider",
        /// A foundation for welfare work.
        WelfareFoundation = "welfare-foundation",
        /// Anything else; opens nothing until its task is known.
        Other = "other",
    }
}

impl ControllerKind {
    /// The domains this kind of controller may open dossier parts for (CTL-01, BAS-01).
    /// A municipality delivers no youth care itself by default: a team that does is a provider,
    /// and so a controller of its own. `Other` has none: without a known task there is no basis.
    pub const fn domains(self) -> &'static [LegalDomain] {
        use LegalDomain::{DebtCounselling, Participation, Voluntary, Wmo, YouthAccess, YouthCare};
        match self {
            Self::Municipality => &[YouthAccess, Wmo, Participation, DebtCounselling, Voluntary],
            Self::YouthCareProvider => &[YouthCare, Voluntary],
            Self::WmoProvider => &[Wmo, Voluntary],
            Self::WelfareFoundation => &[Voluntary],
            Self::Other => &[],
        }
    }

    /// Whether this controller may record a BSN for this domain (BSN-01). For Voluntary never:
    /// a foundation may not, and for a municipality it is off by default.
    pub const fn bsn_allowed(self, domain: LegalDomain) -> bool {
        use LegalDomain::{DebtCounselling, Participation, Wmo, YouthAccess, YouthCare};
        matches!(
            (self, domain),
            (Self::Municipality, Wmo | YouthAccess | Participation | DebtCounselling)
                | (Self::YouthCareProvider, YouthCare)
                | (Self::WmoProvider, Wmo)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foundation_never_uses_the_bsn() {
        let allowed = LegalDomain::ALL
            .iter()
            .filter(|&&domain| ControllerKind::WelfareFoundation.bsn_allowed(domain))
            .count();

        assert_eq!(allowed, 0);
    }

    #[test]
    fn a_municipality_uses_the_bsn_for_its_statutory_tasks_only() {
        let allowed: Vec<_> = LegalDomain::ALL
            .iter()
            .copied()
            .filter(|&domain| ControllerKind::Municipality.bsn_allowed(domain))
            .collect();

        assert_eq!(
            allowed,
            [
                LegalDomain::YouthAccess,
                LegalDomain::Wmo,
                LegalDomain::Participation,
                LegalDomain::DebtCounselling
            ]
        );
    }

    #[test]
    fn providers_use_the_bsn_for_what_they_deliver() {
        let youth = ControllerKind::YouthCareProvider;
        let wmo = ControllerKind::WmoProvider;

        assert!(youth.bsn_allowed(LegalDomain::YouthCare));
        assert!(wmo.bsn_allowed(LegalDomain::Wmo));
        assert!(!youth.bsn_allowed(LegalDomain::Voluntary));
        assert!(!wmo.bsn_allowed(LegalDomain::YouthCare));
    }

    #[test]
    fn no_kind_has_a_bsn_for_a_domain_it_may_not_open() {
        for &kind in ControllerKind::ALL {
            for &domain in LegalDomain::ALL {
                if kind.bsn_allowed(domain) {
                    assert!(kind.domains().contains(&domain), "{kind} {domain}");
                }
            }
        }
    }

    #[test]
    fn youth_care_is_opened_by_its_provider_only() {
        let openers: Vec<_> = ControllerKind::ALL
            .iter()
            .copied()
            .filter(|kind| kind.domains().contains(&LegalDomain::YouthCare))
            .collect();

        assert_eq!(openers, [ControllerKind::YouthCareProvider]);
    }
}
