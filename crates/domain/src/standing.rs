//! Facts that stand between a worker and a dossier: conflicts of interest, exclusions, shields, extra
//! protection; and absence, which says who replaces whom. Each holds from a moment until another.

use crate::codes::coded;

coded! {
    /// Why the data protection officer looks into something (§16.2 C6).
    pub enum InvestigationGround, "ground for an investigation" {
        /// Somebody complained.
        Complaint = "complaint",
        /// The client asked who can see what.
        ClientAsked = "client-asked",
        /// A check of the rules.
        Check = "check",
    }
}

coded! {
    /// Why a worker may not help somebody (ACC-05).
    pub enum ConflictKind, "kind of conflict" {
        /// A relative.
        Relative = "relative",
        /// Somebody the worker lives with, or who lives at the worker's own address.
        Household = "household",
        /// A neighbour.
        Neighbour = "neighbour",
        /// A friend, or somebody the worker knows well.
        Acquaintance = "acquaintance",
        /// Something else, which the worker need not tell.
        Other = "other",
    }
}

coded! {
    /// From whom an entry is hidden (RGT-R11). Whoever wrote it is never among them.
    pub enum ShieldAudience, "audience of a shield" {
        /// Every worker but its author.
        OtherWorkers = "other-workers",
        /// One worker.
        OneWorker = "one-worker",
    }
}

coded! {
    /// On what ground a shield is lifted by somebody else than the client (RGT-R11, C27).
    pub enum LiftGround, "ground for lifting" {
        /// The client asked or agreed.
        ClientAgrees = "client-agrees",
        /// Somebody is in danger (SHA-01 c and d).
        Danger = "danger",
        /// A law or a judge orders it (SHA-01 g).
        LegalDuty = "legal-duty",
    }
}

coded! {
    /// Why a dossier has extra protection (ACC-03).
    pub enum ProtectionGround, "ground for protection" {
        /// The client works here.
        Employee = "employee",
        /// The client is related to somebody who works here.
        RelativeOfEmployee = "relative-of-employee",
        /// The client is widely known.
        WellKnown = "well-known",
        /// Nobody may learn the address.
        SecretAddress = "secret-address",
        /// Somebody is a danger to the client.
        Safety = "safety",
    }
}
