//! Log review (ACC-22): a clock finds what stands out in the record, people say what it was, and the data protection
//! officer sets from where on. A finding is a question to somebody, never a verdict.

mod judge;
mod list;
mod review;
mod thresholds;

pub use domain::log_review::{Finding, Found, Thresholds, ThresholdsError, TypedThresholds, Verdict};
pub use judge::{Judge, JudgeRefused, ReadOne};
pub use list::{List, Listed, PAGE, Today};
pub use review::{ReviewNext, Reviewed};
pub use store::client::log_review::{Line, Made, One, Said, SoFar};
pub use thresholds::{ChangeRefused, ChangeThem, History};
