//! The right to see who is involved, used to read what was written.

use policy::actions::ReadInvolvements;
use store::client::entries::{self, Page};
use store::{Error, Work};

async fn read(work: &mut Work<'_, ReadInvolvements>) -> Result<(), Error> {
    entries::timeline(work, Page { skip: 0, take: 50 }).await?;
    Ok(())
}

fn main() {}
