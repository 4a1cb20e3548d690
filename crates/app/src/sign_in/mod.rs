//! Signing in: password and code, the pledge, the session. Nothing of a client is reachable before.

mod code;
mod password;
mod pledge;
mod session;
mod steps;

pub use password::Passwords;
pub use pledge::{PLEDGE_TEXT, ReadyState};
pub use session::{NewToken, SessionNow};
pub use steps::{Again, Begun, SecondStep};
