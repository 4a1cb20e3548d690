//! The codes of a second factor as people type them: six digits of an app, a code of a printed list, a
//! recovery code. Letters and digits that look alike are one, so that what is read from paper fits.

use crate::codes::coded;

/// Codes on one printed list.
pub const LIST_LENGTH: u32 = 40;
/// Recovery codes in one set.
pub const RECOVERY_CODES: u32 = 10;
/// Signs of a code on a list: about 39 bits, and the page asks for one numbered code.
const LIST_SIGNS: usize = 8;
/// Signs of a recovery code: about 78 bits, for any of ten fits.
const RECOVERY_SIGNS: usize = 16;
/// Signs of an activation code: about 59 bits.
const ACTIVATION_SIGNS: usize = 12;
/// No 0, O, 1, I, L, U or V: nothing on paper can be read two ways.
const SIGNS: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRSTWXYZ";

coded! {
    /// Codes that work once and are kept as keyed hashes.
    pub enum CodeKind, "kind of code" {
        /// Ten, shown once, for when the second factor is lost.
        Recovery = "recovery",
        /// A numbered list, printed at the desk.
        List = "list",
    }
}

/// The second factor, as it was given.
#[derive(Clone, PartialEq, Eq)]
pub enum Given {
    /// Codes of the app: the one, and where it is asked the one after it.
    App { code: String, next: String },
    /// The code of the list with the number that was asked.
    List { code: String },
    /// Any recovery code.
    Recovery { code: String },
}

impl CodeKind {
    /// Signs of one code.
    pub const fn signs(self) -> usize {
        match self {
            Self::Recovery => RECOVERY_SIGNS,
            Self::List => LIST_SIGNS,
        }
    }

    /// Codes of one set.
    pub const fn count(self) -> u32 {
        match self {
            Self::Recovery => RECOVERY_CODES,
            Self::List => LIST_LENGTH,
        }
    }
}

/// A code from random bytes, in groups of four. The bytes are random and more than enough: a byte that would
/// favour some signs is passed over. None when they ran out.
pub fn from_random(bytes: &[u8], signs: usize) -> Option<String> {
    // The largest multiple of the number of signs that a byte can reach.
    let fair = bytes.iter().filter(|&&byte| usize::from(byte) < 256 / SIGNS.len() * SIGNS.len());
    let chosen: Vec<char> =
        fair.map(|&byte| char::from(SIGNS[usize::from(byte) % SIGNS.len()])).take(signs).collect();
    let groups = chosen.chunks(4).map(|group| group.iter().collect::<String>());
    (chosen.len() == signs).then(|| groups.collect::<Vec<_>>().join(" "))
}

/// An activation code from random bytes.
pub fn activation_code(bytes: &[u8]) -> Option<String> {
    from_random(bytes, ACTIVATION_SIGNS)
}

/// A typed code without what people put between the groups, in capitals. What is longer than any code is
/// cut: it fits nothing.
pub fn folded(typed: &str) -> String {
    typed.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_uppercase()).take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_however_it_is_typed() {
        let code = from_random(&[7; 64], CodeKind::Recovery.signs()).expect("enough bytes");

        assert_eq!(code, "9999 9999 9999 9999");
        for typed in ["9999-9999-9999-9999", " 9999999999999999 ", "9999 9999 9999\u{a0}9999"] {
            assert_eq!(folded(typed), folded(&code));
        }
        assert_eq!(folded("abcd-efgh"), "ABCDEFGH");
    }

    #[test]
    fn too_few_random_bytes_make_no_code() {
        assert_eq!(from_random(&[1; 7], 8), None);
        assert_eq!(from_random(&[255; 64], 8), None, "255 would favour some signs");
    }

    #[test]
    fn each_sign_is_as_likely_as_any_other() {
        let mut counts = [0_u32; 256];
        for byte in 0..=255_u8 {
            if let Some(code) = from_random(&[byte], 1) {
                counts[usize::from(code.as_bytes()[0])] += 1;
            }
        }

        let used: Vec<u32> = counts.into_iter().filter(|&count| count > 0).collect();
        assert_eq!(used.len(), SIGNS.len());
        assert!(used.iter().all(|&count| count == used[0]), "{used:?}");
    }

    #[test]
    fn nothing_on_paper_can_be_read_two_ways() {
        for confusing in b"01OILUV" {
            assert!(!SIGNS.contains(confusing));
        }
    }
}
