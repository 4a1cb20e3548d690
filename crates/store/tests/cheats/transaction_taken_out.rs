//! The transaction inside a permit, used without the permit's functions.

use policy::actions::ReadDossier;
use store::{Error, Work};

async fn around(work: &mut Work<'_, ReadDossier>) -> Result<(), Error> {
    work.tx.all(store::sql!("SELECT facts FROM entry_version"), &[]).await?;
    Ok(())
}

fn main() {}
