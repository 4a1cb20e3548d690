//! Why somebody reads the record, as a code (§16.2 C6): each reading has a reason, and stands on the record with it.

use crate::codes::coded;

coded! {
    /// Why lines of the record are read.
    pub enum LogReason, "reason to read the log" {
        /// Somebody complained, or asked why somebody looked.
        Complaint = "log-complaint",
        /// A client wants to know who looked.
        Request = "log-request",
        /// Something seems wrong.
        Signal = "log-signal",
        /// A random check (ACC-22).
        Sample = "log-sample",
    }
}
