//! Acting for another person: in which capacity and how far (ACC-11, roles R04 to R06 of §16).

use crate::LegalDomain;
use crate::codes::coded;

coded! {
    /// Why somebody may act for another person.
    pub enum ProxyKind, "proxy kind" {
        /// A parent with authority or a guardian, for a child (ROLE-R04).
        Authority = "authority",
        /// A curator, mentor, mandate holder or relative of CON-09, for an adult (ROLE-R05).
        Adult = "adult",
        /// A property administrator: finance only (ROLE-R06).
        Finance = "finance",
    }
}

/// The legal domains that a proxy reaches, as they are stored: codes with a comma between them.
pub fn scope_of(stored: &str) -> Result<Vec<LegalDomain>, crate::UnknownCode> {
    stored.split(',').filter(|code| !code.is_empty()).map(str::parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_read_domain_by_domain_and_an_unknown_one_is_refused() {
        assert_eq!(scope_of("wmo,youth-care"), Ok(vec![LegalDomain::Wmo, LegalDomain::YouthCare]));
        assert_eq!(scope_of(""), Ok(Vec::new()), "no scope reaches nothing");
        assert!(scope_of("wmo,everything").is_err());
    }
}
