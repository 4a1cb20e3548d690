//! Signing in: password and code, the pledge, the session. Nothing of a client is reachable before.

mod caller;
mod code;
mod factor;
mod passkey;
mod password;
mod pledge;
mod session;
mod steps;

pub use caller::Caller;
pub(crate) use caller::folded_name;
pub(crate) use code::step_of;
pub use factor::Asked;
pub use passkey::{NoSuchOrigin, PasskeyRefused, Passkeys};
pub use password::{Passwords, Proven};
pub use pledge::{PLEDGE_TEXT, ReadyState};
pub use session::{NewToken, SessionNow};
pub use steps::{Again, Begun, FirstStep, SecondStep};
