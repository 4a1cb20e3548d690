//! Why a part of a dossier is closed. How long whoever was involved may still look is in `days` (ACC-01).

use crate::codes::coded;

coded! {
    /// Why help in a legal domain stops.
    pub enum ClosingReason, "reason for closing" {
        /// What the client wanted has been reached.
        GoalReached = "goal-reached",
        /// The client goes on without us.
        ClientStops = "client-stops",
        /// Somebody else helps from now on.
        OtherHelp = "other-help",
        /// The client moved away.
        Moved = "moved",
        /// The client could no longer be reached.
        NoContact = "no-contact",
        /// The client died.
        Died = "died",
    }
}
