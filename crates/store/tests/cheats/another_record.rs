//! The right to read one dossier, used to ask for an entry by an id of one's own.

use domain::EntryId;
use policy::actions::ReadEntry;
use store::client::entries;
use store::{Error, Work};

async fn read(work: &mut Work<'_, ReadEntry>, other: EntryId) -> Result<(), Error> {
    entries::one(work, other).await?;
    Ok(())
}

fn main() {}
