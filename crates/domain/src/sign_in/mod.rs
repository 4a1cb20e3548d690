//! Signing in: how often one may try, from where, with which second factor, on what device.
//! Pure; the tries are counted by the store, the codes are made and compared by `app`.

pub mod activation;
pub mod code;
pub mod device;
pub mod network;
pub mod tries;

pub use activation::{ACTIVATING, ACTIVATION_TTL, Document, YOUNGEST, login_name};
pub use code::{CodeKind, Given, LIST_LENGTH, RECOVERY_CODES};
pub use device::{Browser, Device, System};
pub use network::Network;
pub use tries::{Pace, TRIES_HERE, TRIES_NAME, TRIES_NAME_WINDOW, TRIES_NETWORK, TRIES_WINDOW};
