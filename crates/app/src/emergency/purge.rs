//! The clock that throws accesses away after their term. It only throws away; what is hidden from a client still stays.

use domain::emergency::kept_since;
use domain::{amsterdam_date, amsterdam_midnight};
use policy::actions::{PurgeEmergencies, TheHouse};
use store::client::emergency;
use store::{Undone, UseCase, Work};

/// Throws away what is older than its term.
#[derive(Clone, Copy, Debug)]
pub struct PurgeOld;

impl UseCase for PurgeOld {
    type Action = PurgeEmergencies;
    type Out = u64;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> TheHouse {
        TheHouse
    }

    async fn run(self, work: &mut Work<'_, PurgeEmergencies>) -> Result<u64, Undone<Self::Refusal>> {
        let since = kept_since(amsterdam_date(work.now()));
        let Some(before) = amsterdam_midnight(since) else { return Ok(0) };
        Ok(emergency::purge(work, before).await?)
    }
}
