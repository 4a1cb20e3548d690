//! The blind index: finds equal values (a BSN, a name with a birth date) without opening them.
//! The store keeps the tokens in a column of their own; search before create looks them up.

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::Entropy;
use crate::mac::keyed_hash;
use crate::secret::Secret;

/// The key of all blind indexes. Each controller and each kind of value gets a key derived from it, so the same
/// BSN at two controllers gives two tokens that cannot be matched.
///
/// Whoever holds this key and the tokens can try all BSNs, as there are few. So it is kept with the other
/// secrets, apart from the data.
#[derive(Debug)]
pub struct BlindIndex(Secret);

impl BlindIndex {
    /// Copies the key; the caller wipes its own copy.
    pub fn new(key: &[u8; 32]) -> Self {
        Self(Secret::copy_of(key))
    }

    /// Draws a fresh key. Tokens made with another key are lost: they match nothing any more.
    pub fn generate(entropy: &dyn Entropy) -> Self {
        Self(Secret::generate(entropy))
    }

    /// The token of one value. `kind` names what the value is ("bsn", "name+born"); `folded` is the value after
    /// folding by the caller, as only equal bytes give equal tokens.
    pub fn token(&self, controller: Uuid, kind: &str, folded: &str) -> [u8; 32] {
        let label = b"samendossier blind index v1";
        let derived =
            Zeroizing::new(keyed_hash(self.0.expose(), &[label, controller.as_bytes(), kind.as_bytes()]));
        keyed_hash(&derived, &[folded.as_bytes()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::planted;

    const NOORD: Uuid = Uuid::from_u128(1);
    const ZUID: Uuid = Uuid::from_u128(2);

    #[test]
    fn equal_values_of_one_controller_match() {
        let index = BlindIndex::new(&[3; 32]);

        let token = index.token(NOORD, "bsn", "111222333");

        assert_eq!(token, index.token(NOORD, "bsn", "111222333"));
        assert_ne!(token, index.token(NOORD, "bsn", "123456782"));
    }

    #[test]
    fn equal_values_of_two_controllers_do_not_match() {
        let index = BlindIndex::new(&[3; 32]);

        let (noord, zuid) = (index.token(NOORD, "bsn", "111222333"), index.token(ZUID, "bsn", "111222333"));

        assert_ne!(noord, zuid);
    }

    #[test]
    fn equal_values_of_two_kinds_do_not_match() {
        let index = BlindIndex::new(&[3; 32]);

        let (bsn, phone) = (index.token(NOORD, "bsn", "111222333"), index.token(NOORD, "phone", "111222333"));

        assert_ne!(bsn, phone);
    }

    #[test]
    fn another_key_gives_other_tokens() {
        let one = BlindIndex::new(&[3; 32]);
        let other = BlindIndex::new(&[4; 32]);

        let token = one.token(NOORD, "bsn", "111222333");

        assert_ne!(token, other.token(NOORD, "bsn", "111222333"));
    }

    /// Tokens are kept for years, so the way they are made cannot change. This one was made outside this crate.
    #[test]
    fn a_token_made_earlier_still_matches() {
        let index = BlindIndex::new(&[3; 32]);

        let token = index.token(NOORD, "bsn", "111222333");

        let earlier: [u8; 32] = [
            0xab, 0x9e, 0x3b, 0x54, 0xb2, 0xe1, 0xaa, 0xf7, 0x1c, 0xd4, 0x41, 0x92, 0x85, 0x77, 0xe7, 0xcd,
            0x82, 0x00, 0xe4, 0x92, 0x27, 0xf4, 0xe4, 0x24, 0x07, 0x04, 0x88, 0x19, 0xfb, 0xaf, 0x8c, 0xc6,
        ];
        assert_eq!(token, earlier);
    }

    #[test]
    fn a_blind_index_is_never_shown() {
        let index = BlindIndex::new(&planted::BYTES);

        let shown = format!("{index:?}");

        planted::assert_absent(&shown);
    }
}
