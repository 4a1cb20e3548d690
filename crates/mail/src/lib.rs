//! What leaves by e-mail: that there is something in the product, never what. Takes notices out of the outbox of the
//! store and hands each to a mail server, at least once and at most twice, with one Message-ID (decision 0024).

mod carrier;
mod folder;
mod letter;
mod postman;
mod smtp;

pub use carrier::{Carrier, Trouble};
pub use letter::Letterhead;
pub use postman::Postman;
pub use smtp::{Login, Patience, Roots, RootsFault, Server, Tls};
