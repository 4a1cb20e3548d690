//! Terms and limits that are named constants until a screen or a second controller needs them set.
//! Each quotes its rule; values of §14.

use jiff::SignedDuration;

/// How long an unfinished draft is kept for its author (ACC-23): 7 days.
pub const DRAFT_TTL: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How long a form posted after the session ended is kept for its author (ux §2.0): 1 hour.
pub const KEPT_FORM_TTL: SignedDuration = SignedDuration::from_hours(1);

/// Existence checks one staff member may do in a day (ACC-02).
pub const DUP_CHECKS_PER_DAY: u32 = 30;

/// How long a search that found nobody lets its searcher open a dossier for that person (ACC-02): 1 hour.
/// After that the same search is done again; nobody notices but the record.
pub const SEARCH_HOLDS: SignedDuration = SignedDuration::from_hours(1);

/// How long an involvement outlives the closing of the case (ACC-01): 14 days.
pub const INVOLVEMENT_GRACE: SignedDuration = SignedDuration::from_hours(14 * 24);

/// How long what was assigned is new to a worker who wrote nothing yet: 7 days.
pub const ASSIGNED_LATELY: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How long before it ends an involvement is told of: 14 days, as long as one outlives the closing of a case.
pub const ENDS_SOON: SignedDuration = INVOLVEMENT_GRACE;

/// How far ahead a coordinator is told of dossiers that nobody will be able to work on: 28 days.
pub const LOOKED_AHEAD: SignedDuration = SignedDuration::from_hours(28 * 24);

/// How long before the client can read a delayed entry its workers are told: 7 days.
pub const READABLE_SOON: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How long the involved workers are told that somebody opened their dossier in an emergency (ACC-03): 14 days, beyond
/// the end of the review.
pub const EMERGENCY_TOLD: SignedDuration = SignedDuration::from_hours(14 * 24);
