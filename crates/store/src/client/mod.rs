//! Client data. Every function takes the `Work` of a decided deed and no id of its own: it selects by
//! what the work is about and by the parts the policies allowed.

pub mod absences;
pub mod activation;
pub mod assessed;
pub mod birth_date;
pub mod breaches;
pub mod bsn;
pub mod candidates;
pub mod caseload;
pub mod conflicts;
pub mod contacts;
pub mod documents;
pub mod drafts;
pub mod emergency;
pub mod entries;
pub mod explained;
pub mod family_plans;
pub mod fields;
pub mod handovers;
pub mod informed;
pub mod inquiries;
pub mod intake;
pub mod involvements;
pub(crate) mod keys;
pub mod loads;
pub mod log;
pub mod log_review;
pub mod masthead;
mod notices;
pub mod owner;
pub mod parts;
pub mod people;
pub mod plans;
pub mod portal;
pub mod posts;
pub mod protections;
pub mod queue;
pub mod reviews;
pub mod search;
pub mod searched;
pub mod shields;
pub mod tasks;
pub mod today;
pub mod unattended;
pub mod withhold;

use domain::PartId;
use policy::Action;

use crate::error::Error;
use crate::value::Value;
use crate::work::Work;

/// A dossier has at most one part per legal domain.
const PARTS: usize = 6;

/// The allowed parts as the six parameters that static SQL can hold: the first one fills up.
fn six_parts<A: Action>(work: &Work<'_, A>) -> Result<Vec<Value>, Error> {
    let first: PartId = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.part;
    let mut ids: Vec<Value> = work.parts().iter().map(|part| Value::from(part.part)).collect();
    if ids.len() > PARTS {
        return Err(Error::Rows { expected: PARTS as u64, met: ids.len() as u64 });
    }
    ids.resize(PARTS, Value::from(first));
    Ok(ids)
}
