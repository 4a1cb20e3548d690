//! The second factor: a time-based code of six digits (RFC 6238), each step once.

use jiff::Timestamp;
use totp_rs::{Builder, Secret};

/// One step earlier or later is accepted, for clocks that run a little off.
const SKEW: u16 = 1;

/// The 30-second step whose code this is, or none. `secret` is base32.
pub(crate) fn step_of(secret: &str, typed: &str, now: Timestamp) -> Option<i64> {
    // People type the code in two groups, as their phone shows it.
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let secret = Secret::try_from_base32(secret).ok()?;
    let totp = Builder::new().with_secret(secret).with_skew(SKEW).build().ok()?;
    let seconds = u64::try_from(now.as_second()).ok()?;
    i64::try_from(totp.check(&typed, seconds)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    // The secret and times of RFC 6238 appendix B, cut to six digits.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("an instant")
    }

    #[test]
    fn the_codes_of_rfc_6238_fit() {
        assert_eq!(step_of(SECRET, "287082", at(59)), Some(1));
        assert_eq!(step_of(SECRET, "081804", at(1_111_111_109)), Some(37_037_036));
        assert_eq!(step_of(SECRET, "005 924", at(1_234_567_890)), Some(41_152_263));
    }

    #[test]
    fn one_step_off_is_accepted_and_names_its_own_step() {
        assert_eq!(step_of(SECRET, "287082", at(59 + 30)), Some(1));
        assert_eq!(step_of(SECRET, "287082", at(59 + 61)), None);
    }

    #[test]
    fn what_is_no_code_does_not_fit() {
        for typed in ["", "28708", "2870820", "abcdef", "28\u{0}7082", "٢٨٧٠٨٢"] {
            assert_eq!(step_of(SECRET, typed, at(59)), None, "{typed:?}");
        }
    }
}
