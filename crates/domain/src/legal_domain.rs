//! The six legal domains (MOD-02) and how long each keeps what is written (RET-01).
//! A dossier has one part per domain; nearly every other rule starts by asking which one.

use crate::codes::coded;

coded! {
    /// The law under which a dossier part is kept (MOD-02).
    pub enum LegalDomain, "legal domain" {
        /// Jeugdwet: access and referral by the college.
        YouthAccess = "youth-access",
        /// Jeugdwet § 7.3: youth care actually delivered.
        YouthCare = "youth-care",
        /// Wmo 2015: support and provisions.
        Wmo = "wmo",
        /// Participatiewet: income and work.
        Participation = "participation",
        /// Wet gemeentelijke schuldhulpverlening.
        DebtCounselling = "debt-counselling",
        /// Welfare work a resident asks for, without a statutory task.
        Voluntary = "voluntary",
    }
}

/// How long a part is kept and from which moment (RET-01).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Keep {
    /// Whole calendar years.
    pub years: u8,
    /// Where counting starts.
    pub from: KeptFrom,
}

/// The moment from which a retention term counts (RET-01, RET-02, RET-03, RET-04).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(clippy::enum_variant_names, reason = "the law counts from the last of something")]
pub enum KeptFrom {
    /// The last content change anywhere in the part.
    LastChange,
    /// The last change of each single item (RET-04).
    LastChangePerItem,
    /// The last contact with the client or representative (RET-03).
    LastContact,
}

impl LegalDomain {
    /// The retention term (RET-01). `None` where the controller must set one from its selection
    /// list first: Participation and DebtCounselling have no default.
    pub const fn kept_for(self) -> Option<Keep> {
        match self {
            Self::YouthAccess | Self::YouthCare => Some(Keep { years: 20, from: KeptFrom::LastChange }),
            Self::Wmo => Some(Keep { years: 15, from: KeptFrom::LastChangePerItem }),
            Self::Voluntary => Some(Keep { years: 5, from: KeptFrom::LastContact }),
            Self::Participation | Self::DebtCounselling => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_codes_never_change() {
        let codes: Vec<_> = LegalDomain::ALL.iter().map(|domain| domain.code()).collect();

        assert_eq!(
            codes,
            ["youth-access", "youth-care", "wmo", "participation", "debt-counselling", "voluntary"]
        );
    }

    #[test]
    fn each_domain_keeps_by_its_own_term() {
        let terms: Vec<_> = LegalDomain::ALL
            .iter()
            .map(|domain| domain.kept_for().map(|keep| (keep.years, keep.from)))
            .collect();

        assert_eq!(
            terms,
            [
                Some((20, KeptFrom::LastChange)),
                Some((20, KeptFrom::LastChange)),
                Some((15, KeptFrom::LastChangePerItem)),
                None,
                None,
                Some((5, KeptFrom::LastContact)),
            ]
        );
    }
}
