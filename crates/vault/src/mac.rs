//! Keyed hashes: HMAC-SHA-256 over parts that cannot run into each other.
//! Sessions and CSRF use [`SessionKey`]; the blind index and the seeded entropy build on the same hash.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::Entropy;
use crate::secret::Secret;

/// The key that hashes session tokens before they are stored, and makes CSRF tags.
#[derive(Debug)]
pub struct SessionKey(Secret);

impl SessionKey {
    /// Copies the key; the caller wipes its own copy.
    pub fn new(key: &[u8; 32]) -> Self {
        Self(Secret::copy_of(key))
    }

    /// Draws a fresh key.
    pub fn generate(entropy: &dyn Entropy) -> Self {
        Self(Secret::generate(entropy))
    }

    /// The tag of `data` for one use. A tag made for one `context` ("session", "csrf") is worthless in another.
    pub fn tag(&self, context: &str, data: &[u8]) -> [u8; 32] {
        let label = b"samendossier session v1";
        keyed_hash(self.0.expose(), &[label, context.as_bytes(), data])
    }

    /// Says whether `tag` is the tag of `data`, in a time that does not depend on where they differ.
    #[must_use]
    pub fn verify(&self, context: &str, data: &[u8], tag: &[u8]) -> bool {
        self.tag(context, data).ct_eq(tag).into()
    }
}

/// HMAC-SHA-256 of the parts, each preceded by its length: ("ab", "c") and ("a", "bc") give different hashes.
pub(crate) fn keyed_hash(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::planted;

    #[test]
    fn a_tag_verifies_only_its_own_data_in_its_own_context() {
        let key = SessionKey::new(&[1; 32]);

        let tag = key.tag("session", b"token");

        assert!(key.verify("session", b"token", &tag));
        assert!(!key.verify("csrf", b"token", &tag));
        assert!(!key.verify("session", b"tokem", &tag));
        assert!(!SessionKey::new(&[2; 32]).verify("session", b"token", &tag));
    }

    #[test]
    fn a_tag_that_is_cut_or_changed_does_not_verify() {
        let key = SessionKey::new(&[1; 32]);
        let tag = key.tag("session", b"token");

        let mut changed = tag;
        changed[31] ^= 1;

        assert!(!key.verify("session", b"token", &changed));
        assert!(!key.verify("session", b"token", &tag[..31]));
        assert!(!key.verify("session", b"token", &[]));
    }

    #[test]
    fn context_and_data_do_not_run_into_each_other() {
        let key = SessionKey::new(&[1; 32]);

        let one = key.tag("ab", b"c");
        let other = key.tag("a", b"bc");

        assert_ne!(one, other);
    }

    /// Sessions outlive a new version of the product. This tag was made outside this crate.
    #[test]
    fn a_tag_made_earlier_still_verifies() {
        let key = SessionKey::new(&[1; 32]);

        let earlier: [u8; 32] = [
            0x97, 0x37, 0x61, 0xee, 0x12, 0xec, 0xce, 0x55, 0x2c, 0xcb, 0x65, 0x5d, 0xc3, 0x4d, 0x31, 0xf5,
            0xb8, 0x51, 0xf7, 0xd2, 0x07, 0x7a, 0xb3, 0xea, 0x41, 0x5a, 0xa0, 0xb5, 0xad, 0xb0, 0xbd, 0x64,
        ];

        assert!(key.verify("session", b"token", &earlier));
    }

    #[test]
    fn a_session_key_is_never_shown() {
        let key = SessionKey::new(&planted::BYTES);

        let shown = format!("{key:?}");

        planted::assert_absent(&shown);
    }
}
