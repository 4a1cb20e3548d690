//! The second factor: a time-based code of six digits (RFC 6238), each step once.

use jiff::Timestamp;
use totp_rs::{Builder, Secret};

/// One step earlier or later is accepted, for clocks that run a little off.
const SKEW: u16 = 1;
/// Seconds of one step.
const STEP: i64 = 30;

/// The 30-second step whose code this is, or none. `secret` is base32.
pub(crate) fn step_of(secret: &str, typed: &str, now: Timestamp) -> Option<i64> {
    // People type the code in two groups, as their phone shows it.
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let secret = Secret::try_from_base32(secret).ok()?;
    let totp = Builder::new().with_secret(secret).with_skew(SKEW).build().ok()?;
    let seconds = u64::try_from(now.as_second()).ok()?;
    i64::try_from(totp.check(&typed, seconds)?).ok()
}

/// Two codes that follow each other, as steps. The last is of now; the first is the one before it, which may
/// be a little older than one code alone may be.
pub(crate) fn pair_of(secret: &str, first: &str, last: &str, now: Timestamp) -> Option<(i64, i64)> {
    let last = step_of(secret, last, now)?;
    let a_step_ago = Timestamp::from_second((last - 1).checked_mul(STEP)?).ok()?;
    // With the skew a code of two steps ago would fit too; it must be the one before.
    (step_of(secret, first, a_step_ago)? == last - 1).then_some((last - 1, last))
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
    fn two_codes_fit_only_when_they_follow_each_other() {
        // 287082 is the code of step 1; those around it are made here.
        let code = |step: u64| {
            let secret = Secret::try_from_base32(SECRET).expect("base32");
            Builder::new()
                .with_secret(secret)
                .build()
                .expect("the usual settings")
                .generate(step * 30)
                .to_string()
        };
        let (one, two, three) = (code(1), code(2), code(3));

        assert_eq!(pair_of(SECRET, &one, &two, at(70)), Some((1, 2)));
        assert_eq!(pair_of(SECRET, &one, &two, at(100)), Some((1, 2)), "typed slowly");
        assert_eq!(pair_of(SECRET, &two, &one, at(70)), None, "the wrong way round");
        assert_eq!(pair_of(SECRET, &one, &three, at(95)), None, "one was left out");
        assert_eq!(pair_of(SECRET, &one, &one, at(70)), None);
        assert_eq!(pair_of(SECRET, &one, &two, at(150)), None, "too long ago");
        assert_eq!(pair_of(SECRET, "", &two, at(70)), None);
    }

    #[test]
    fn what_is_no_code_does_not_fit() {
        for typed in ["", "28708", "2870820", "abcdef", "28\u{0}7082", "٢٨٧٠٨٢"] {
            assert_eq!(step_of(SECRET, typed, at(59)), None, "{typed:?}");
        }
    }
}
