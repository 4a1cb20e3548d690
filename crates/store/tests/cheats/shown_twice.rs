//! One result, shown twice.

use store::{Awaiting, Error};

async fn twice(awaiting: Awaiting<String>) -> Result<(), Error> {
    awaiting.show(&(), |text, ()| text.clone()).await?;
    awaiting.show(&(), |text, ()| text.clone()).await?;
    Ok(())
}

fn main() {}
