//! The citizen service number (BSN-02, BSN-05). Whatever prints it prints a mask;
//! the digits come out by one name only, so a reviewer can find every place.

use std::fmt;

/// A BSN that passes the eleven test. Passing is a format check, not proof that it exists (BSN-02).
/// Deliberately without serde: it leaves this type by [`Bsn::digits`] or masked.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Bsn(String);

/// Why a text is no BSN. Never repeats what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BsnError {
    /// Something other than the digits 0 to 9: letters, spaces, dots.
    #[error("a BSN has digits only")]
    NotDigits,
    /// Too few or too many digits. Eight digits are not padded: ask for the leading zero.
    #[error("a BSN has nine digits, not {got}")]
    NotNineDigits {
        /// How many were typed.
        got: usize,
    },
    /// The weighted sum is no multiple of eleven, or all digits are zero.
    #[error("the BSN fails the eleven test")]
    FailsElevenTest,
}

const WEIGHTS: [i32; 9] = [9, 8, 7, 6, 5, 4, 3, 2, -1];

impl Bsn {
    /// Reads exactly nine digits that pass the eleven test (BSN-02).
    ///
    /// # Errors
    /// [`BsnError`] says what is wrong without repeating the input.
    pub fn parse(typed: &str) -> Result<Self, BsnError> {
        if !typed.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(BsnError::NotDigits);
        }
        if typed.len() != 9 {
            return Err(BsnError::NotNineDigits { got: typed.len() });
        }
        let sum: i32 = typed.bytes().zip(WEIGHTS).map(|(byte, weight)| i32::from(byte - b'0') * weight).sum();
        // CBS uses 000000000 for the unborn; it passes the sum but is nobody's number.
        if sum % 11 != 0 || typed == "000000000" {
            return Err(BsnError::FailsElevenTest);
        }
        Ok(Self(typed.to_owned()))
    }

    /// All nine digits, for sealing, for the blind index and for a recorded reveal (BSN-05, BSN-06).
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Bsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "•••••{}", &self.0[5..])
    }
}

impl fmt::Debug for Bsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bsn({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_test_numbers_pass() {
        for digits in ["111222333", "123456782", "999990019", "012345672"] {
            let bsn = Bsn::parse(digits);

            assert_eq!(bsn.as_ref().map(Bsn::digits), Ok(digits));
        }
    }

    #[test]
    fn what_is_no_bsn_is_refused_with_its_reason() {
        let cases = [
            ("123456789", BsnError::FailsElevenTest),
            ("999999999", BsnError::FailsElevenTest),
            ("000000000", BsnError::FailsElevenTest),
            ("12345672", BsnError::NotNineDigits { got: 8 }),
            ("1234567820", BsnError::NotNineDigits { got: 10 }),
            ("", BsnError::NotNineDigits { got: 0 }),
            ("12345678a", BsnError::NotDigits),
            ("123 456 782", BsnError::NotDigits),
            (" 123456782", BsnError::NotDigits),
            ("1234.56.782", BsnError::NotDigits),
            ("١٢٣٤٥٦٧٨٢", BsnError::NotDigits),
        ];

        for (typed, why) in cases {
            assert_eq!(Bsn::parse(typed), Err(why), "{typed}");
        }
    }

    #[test]
    fn printing_shows_the_mask_only() {
        let bsn = Bsn::parse("123456782").expect("a valid test number");

        assert_eq!(bsn.to_string(), "•••••6782");
        assert_eq!(format!("{bsn:?}"), "Bsn(•••••6782)");
    }
}
