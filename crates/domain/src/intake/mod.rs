//! Taking a client in: what may be asked, and what must be true before anything is kept.
//! `needs` shapes the form, `opening` judges what was posted.

mod needs;
mod opening;

pub use needs::{Field, FieldGap, IntakeNeeds, Need, Why, field_needed};
pub use opening::{IntakeRefused, Opening, Preconditions};
