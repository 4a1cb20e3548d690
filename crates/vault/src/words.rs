//! Finds words among sealed texts without opening them: keyed hashes under a key that belongs to one data key.
//! Two data keys give two tokens for one word, and a token dies with its key.

use crate::mac::keyed_hash;
use crate::secret::Secret;

/// The words of the texts that one data key seals. Wiped when dropped, and never shown.
#[derive(Debug)]
pub struct WordIndex(Secret);

impl WordIndex {
    pub(crate) fn of(key: &[u8; 32]) -> Self {
        let derived = zeroize::Zeroizing::new(keyed_hash(key, &[b"samendossier words v1"]));
        Self(Secret::copy_of(&derived))
    }

    /// The token of one word, folded by the caller: 8 bytes of its keyed hash, as the number a column holds.
    pub fn token(&self, word: &str) -> i64 {
        let hash = keyed_hash(self.0.expose(), &[word.as_bytes()]);
        let [a, b, c, d, e, f, g, h, ..] = hash;
        i64::from_be_bytes([a, b, c, d, e, f, g, h])
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::secret::planted;
    use crate::{DataKey, KeyId};

    fn key(bytes: [u8; 32]) -> DataKey {
        DataKey::holding(KeyId(Uuid::from_u128(1)), Secret::copy_of(&bytes))
    }

    #[test]
    fn one_word_under_two_keys_has_two_tokens() {
        let (one, other) = (key([3; 32]).word_index(), key([4; 32]).word_index());

        assert_ne!(one.token("schuld"), other.token("schuld"));
    }

    #[test]
    fn one_word_under_one_key_has_one_token() {
        let key = key([3; 32]);

        assert_eq!(key.word_index().token("schuld"), key.word_index().token("schuld"));
        assert_ne!(key.word_index().token("schuld"), key.word_index().token("schul"));
    }

    #[test]
    fn a_word_index_is_never_shown() {
        let index = key(planted::BYTES).word_index();

        planted::assert_absent(&format!("{index:?}"));
    }

    /// Tokens are kept as long as the texts, so the way they are made cannot change.
    #[test]
    fn a_token_made_earlier_still_finds() {
        assert_eq!(key([3; 32]).word_index().token("schuld"), EARLIER);
    }

    /// Made outside this crate.
    const EARLIER: i64 = -4_740_407_553_926_821_003;
}
