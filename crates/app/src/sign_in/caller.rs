//! Who tries to sign in, as far as it is known before it is known who: the network, and what the browser
//! says that it is. And how often such a one may try (decision 0012).

use domain::sign_in::{Device, Network, Pace, TRIES_HERE, TRIES_NAME_WINDOW, TRIES_NETWORK, TRIES_WINDOW};
use store::Error;
use store::office::tries::Limit;
use uuid::Uuid;

use crate::App;

/// Somebody who tries to sign in.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    /// The id of the request, for the record.
    pub correlation: Uuid,
    pub network: Network,
    pub device: Device,
}

impl Caller {
    /// The house itself, as when the demo world is made.
    pub const fn house(correlation: Uuid) -> Self {
        Self { correlation, network: Network::none(), device: Device::UNKNOWN }
    }
}

/// A name as it is looked up and counted. No account has a name that this changes.
pub(crate) fn folded_name(typed: &str) -> String {
    typed.trim().to_lowercase()
}

impl App {
    /// What stands for a name where tries are counted. The same for names that nobody has.
    pub(crate) fn name_token(&self, folded: &str) -> [u8; 32] {
        self.store.tag("tries of a name", folded.as_bytes())
    }

    /// All sign-ins that a network began and did not finish.
    pub(crate) fn of_network(&self, network: Network) -> Limit {
        let token = self.store.tag("tries of a network", &network.bytes());
        Limit { token, within: TRIES_WINDOW, at_most: TRIES_NETWORK }
    }

    /// The tries of one network at one name.
    pub(crate) fn of_name_here(&self, name: [u8; 32], network: Network) -> Limit {
        let both = [name.as_slice(), &network.bytes()].concat();
        let token = self.store.tag("tries of a name here", &both);
        Limit { token, within: TRIES_WINDOW, at_most: TRIES_HERE }
    }

    /// The tries at one name from everywhere: they slow nobody, they change what is asked.
    pub(super) const fn of_name(name: [u8; 32]) -> Limit {
        Limit { token: name, within: TRIES_NAME_WINDOW, at_most: u64::MAX }
    }

    /// The tries to confirm one session.
    pub(super) fn of_session(&self, session: domain::SessionId) -> Limit {
        let token = self.store.tag("tries of a session", session.uuid().as_bytes());
        Limit { token, within: TRIES_WINDOW, at_most: TRIES_HERE }
    }

    /// What is asked at a name now.
    pub(super) async fn pace(&self, name: [u8; 32]) -> Result<Pace, Error> {
        let tries = self.store.tries(vec![Self::of_name(name)]).await?;
        Ok(Pace::after(tries.first().copied().unwrap_or_default()))
    }

    /// True when one of these is used up.
    pub(super) async fn is_spent(&self, limits: &[Limit]) -> Result<bool, Error> {
        let tries = self.store.tries(limits.to_vec()).await?;
        Ok(limits.iter().zip(tries).any(|(limit, tries)| tries >= limit.at_most))
    }
}
