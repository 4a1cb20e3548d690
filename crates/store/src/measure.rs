//! For `make bench` and for nothing else: a record without a look, to measure what recording alone costs.

use crate::error::Error;
use crate::gate::durable;
use crate::record::{Asker, Line};
use crate::store::Store;

impl Store {
    /// Puts a line on the record of somebody who looked at nothing; durable when this returns. Each line is of a client
    /// of its own, so that the projections are filled at as many places.
    ///
    /// # Errors
    /// As any record that cannot be written.
    pub async fn record_for_measuring(&self, asker: Asker) -> Result<(), Error> {
        let record = ledger::Record {
            id: self.core.surroundings.entropy.uuid_v7(self.now().as_millisecond()),
            occurred_at: self.now().as_millisecond(),
            correlation: asker.correlation,
            account: Some(asker.correlation),
            subject: Some(self.random_id()),
            event: "Measure".to_owned(),
            policy_set: self.core.policies.version().to_owned(),
            source: self.core.surroundings.node.clone(),
            ..ledger::Record::default()
        };
        durable(self.hand_over(vec![Line::of(&record, &self.core.surroundings)]).await).await
    }
}
