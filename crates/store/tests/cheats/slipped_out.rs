//! A page that slips the result out while the record is still being written.

use std::cell::RefCell;

use store::{Awaiting, Error};

async fn slip(awaiting: Awaiting<String>) -> Result<(), Error> {
    let out = RefCell::new(String::new());
    awaiting.show(&(), |text, ()| out.replace(text.clone())).await?;
    Ok(())
}

fn main() {}
