//! The clock is injected: the binary passes the real one, tests and the demo world their own.

use jiff::Timestamp;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;
}

/// What a store takes from its surroundings.
#[derive(Clone)]
pub struct Surroundings {
    pub clock: std::sync::Arc<dyn Clock>,
    pub entropy: std::sync::Arc<dyn vault::Entropy>,
    /// The name of this node, for the record (NEN 7513 AuditSourceID).
    pub node: String,
}
