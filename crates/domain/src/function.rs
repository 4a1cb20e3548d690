//! What somebody is employed to do, and which domains come with it (ACC-06, §16.1).
//! A function alone opens no dossier: that takes an involvement (ACC-01).

use crate::LegalDomain;
use crate::codes::coded;

coded! {
    /// A staff member's function.
    pub enum Function, "function" {
        /// Generalist in the neighbourhood team.
        Worker = "worker",
        /// Worker for children and families.
        YouthWorker = "youth-worker",
        /// Worker for debts.
        DebtCounsellor = "debt-counsellor",
        /// Front desk.
        Intake = "intake",
        /// Coordinator of a team (ACC-09).
        Coordinator = "coordinator",
        /// The coordinator's deputy (ACC-09).
        Deputy = "deputy",
        /// Municipal decision officer.
        DecisionOfficer = "decision-officer",
        /// Functional administrator: accounts and settings, no content (ACC-07).
        FunctionalAdmin = "functional-admin",
        /// Data protection officer: logs and registers, no content (ACC-10).
        DataProtectionOfficer = "data-protection-officer",
    }
}

impl Function {
    /// The domains whose parts this function may work in, once involved (ACC-06).
    pub const fn allowed_domains(self) -> &'static [LegalDomain] {
        use LegalDomain::{DebtCounselling, Participation, Voluntary, Wmo, YouthAccess, YouthCare};
        match self {
            // The worker's domains already hold those of the youth worker and the debt counsellor,
            // so they are also all a coordinator can be involved in.
            Self::Worker | Self::Coordinator | Self::Deputy => {
                &[YouthAccess, YouthCare, Wmo, DebtCounselling, Voluntary]
            }
            Self::YouthWorker => &[YouthAccess, YouthCare, Voluntary],
            Self::DebtCounsellor => &[DebtCounselling, Voluntary],
            Self::DecisionOfficer => &[Wmo, Participation],
            Self::Intake | Self::FunctionalAdmin | Self::DataProtectionOfficer => &[],
        }
    }

    /// May be made involved with a dossier at all.
    pub const fn carries_cases(self) -> bool {
        !self.allowed_domains().is_empty()
    }

    /// Assigns and ends involvements of the own team (ACC-09).
    pub const fn coordinates(self) -> bool {
        matches!(self, Self::Coordinator | Self::Deputy)
    }

    /// Manages accounts of staff (ACC-07, §16.2 row 36).
    pub const fn administers(self) -> bool {
        matches!(self, Self::FunctionalAdmin)
    }

    /// An administrator gives it. Whoever manages or oversees is appointed outside the application: nobody makes a
    /// second self, or the one who watches them (ACC-07).
    pub const fn is_given_by_administrators(self) -> bool {
        !self.administers() && !self.oversees()
    }

    /// Belongs to a team; the others serve the whole organisation.
    pub const fn is_of_a_team(self) -> bool {
        !matches!(self, Self::DecisionOfficer | Self::FunctionalAdmin | Self::DataProtectionOfficer)
    }

    /// Watches over the rules, without content (ACC-10).
    pub const fn oversees(self) -> bool {
        matches!(self, Self::DataProtectionOfficer)
    }

    /// May create a dossier (§16.2 row 3).
    pub const fn takes_in(self) -> bool {
        self.carries_cases() || matches!(self, Self::Intake)
    }

    /// May open a part of this domain at intake. The front desk opens any: it hands over to a
    /// worker and sees nothing afterwards (§16.2 rows 3 and 18, C40).
    pub fn opens_parts_in(self, domain: LegalDomain) -> bool {
        matches!(self, Self::Intake) || self.allowed_domains().contains(&domain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(asks: impl Fn(Function) -> bool) -> Vec<&'static str> {
        Function::ALL.iter().filter(|&&function| asks(function)).map(|function| function.code()).collect()
    }

    #[test]
    fn desk_administrator_and_officer_carry_no_cases() {
        let without = who(|function| !function.carries_cases());

        assert_eq!(without, ["intake", "functional-admin", "data-protection-officer"]);
    }

    #[test]
    fn a_dossier_is_created_by_those_who_help_and_by_the_desk() {
        let creators = who(Function::takes_in);

        assert_eq!(
            creators,
            [
                "worker",
                "youth-worker",
                "debt-counsellor",
                "intake",
                "coordinator",
                "deputy",
                "decision-officer"
            ]
        );
    }

    #[test]
    fn only_decision_officers_work_in_participation() {
        let allowed = who(|function| function.allowed_domains().contains(&LegalDomain::Participation));

        assert_eq!(allowed, ["decision-officer"]);
    }

    #[test]
    fn an_income_officer_has_no_youth_parts() {
        let youth = [LegalDomain::YouthAccess, LegalDomain::YouthCare];

        let allowed = Function::DecisionOfficer.allowed_domains();

        assert!(youth.iter().all(|domain| !allowed.contains(domain)));
    }

    #[test]
    fn coordinators_hold_the_union_of_the_workers() {
        let workers = [Function::Worker, Function::YouthWorker, Function::DebtCounsellor];
        let mut union: Vec<_> = workers.iter().flat_map(|worker| worker.allowed_domains()).copied().collect();
        union.sort_unstable();
        union.dedup();

        assert_eq!(Function::Coordinator.allowed_domains(), union);
        assert_eq!(Function::Deputy.allowed_domains(), union);
        assert_eq!(who(Function::coordinates), ["coordinator", "deputy"]);
    }

    #[test]
    fn the_desk_opens_any_part_and_an_administrator_none() {
        let desk = LegalDomain::ALL.iter().all(|&domain| Function::Intake.opens_parts_in(domain));
        let admin = LegalDomain::ALL.iter().any(|&domain| Function::FunctionalAdmin.opens_parts_in(domain));

        assert!(desk);
        assert!(!admin);
    }
}
