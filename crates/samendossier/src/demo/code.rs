//! The codes of demo accounts. Their secrets are printed anyway; this saves whoever tries the demo an app.

use jiff::Timestamp;
use store::Clock;
use totp_rs::{Builder, Secret};

use super::content::WORLD;
use super::mark::Mark;
use crate::config::Config;
use crate::failure::Failure;
use crate::say;
use crate::surroundings::WallClock;

/// `code LOGIN`: the code of a demo account at this moment, alone on its line.
///
/// # Errors
/// When DATA holds no demo world or nobody there has this name.
pub fn tell(config: &Config, login_name: &str) -> Result<(), Failure> {
    if Mark::read(&config.data).is_none() {
        return Err(Failure::NotADemo { data: config.data.clone() });
    }
    let staff = WORLD.staff.iter().map(|staff| (staff.login_name, staff.totp_secret));
    let residents = WORLD.portal_accounts.iter().map(|account| (account.login_name, account.totp_secret));
    let found = staff.chain(residents).find(|(name, _)| *name == login_name);
    let (_, secret) = found.ok_or_else(|| Failure::NoSuchAccount(login_name.to_owned()))?;
    say::line(&code_of(secret, WallClock.now()));
    Ok(())
}

/// The six digits of this secret (base32) at this instant; empty for a secret that is none.
pub fn code_of(secret: &str, now: Timestamp) -> String {
    let code = || {
        let secret = Secret::try_from_base32(secret).ok()?;
        let totp = Builder::new().with_secret(secret).build().ok()?;
        Some(totp.generate(u64::try_from(now.as_second()).ok()?).to_string())
    };
    code().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_rfc_6238() {
        let at = |second| Timestamp::from_second(second).expect("an instant");

        assert_eq!(code_of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", at(59)), "287082");
        assert_eq!(code_of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", at(1_234_567_890)), "005924");
    }

    #[test]
    fn every_demo_account_has_a_code() {
        let secrets = WORLD.staff.iter().map(|staff| staff.totp_secret);

        for secret in secrets.chain(WORLD.portal_accounts.iter().map(|account| account.totp_secret)) {
            assert_eq!(code_of(secret, Timestamp::UNIX_EPOCH).len(), 6, "{secret}");
        }
    }
}
