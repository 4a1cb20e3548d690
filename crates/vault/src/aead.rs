//! AES-256-GCM with random nonces, the one cipher of this crate.
//! Sealed values and wrapped keys add their own header and binding around it.

use std::fmt;

use aes_gcm::{AeadInOut, Aes256Gcm, KeyInit, Nonce, Tag};
use zeroize::Zeroizing;

use crate::Entropy;

/// Bytes of the nonce that precedes each ciphertext.
pub(crate) const NONCE: usize = 12;
/// Bytes of the tag that follows each ciphertext.
pub(crate) const TAG: usize = 16;

/// The prepared state of one key. Preparing costs more than sealing a short value, so it is kept.
///
/// Nonces are drawn at random. NIST SP 800-38D allows 2^32 of them a key; a data key covers one part of one
/// dossier (thousands of values) and a key-encryption key wraps at most some millions of data keys.
pub(crate) struct Cipher(Box<Aes256Gcm>);

impl Cipher {
    /// Prepares the key. The state wipes itself when dropped.
    pub(crate) fn new(key: &[u8; 32]) -> Self {
        Self(Box::new(Aes256Gcm::new(key.into())))
    }

    /// Gives `header`, nonce, ciphertext, tag. `bound` must be given again to open; it is not in the result.
    pub(crate) fn seal(&self, header: &[u8], bound: &[u8], plain: &[u8], entropy: &dyn Entropy) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        entropy.fill(&mut nonce);

        let start = header.len() + NONCE;
        // All at once: a buffer that grows would leave plaintext behind in the memory it came from.
        let mut out = Vec::with_capacity(start + plain.len() + TAG);
        out.extend_from_slice(header);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(plain);
        let tag = self
            .0
            .encrypt_inout_detached(&Nonce::from(nonce), bound, (&mut out[start..]).into())
            .expect("a value is far shorter than 64 GiB, the limit of GCM");
        out.extend_from_slice(&tag);
        out
    }

    /// Opens nonce, ciphertext, tag. Nothing when a bit of it, of `bound` or of the key differs.
    pub(crate) fn open(&self, bound: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, rest) = sealed.split_first_chunk::<NONCE>()?;
        let (ciphertext, tag) = rest.split_last_chunk::<TAG>()?;
        let mut plain = Zeroizing::new(ciphertext.to_vec());
        self.0
            .decrypt_inout_detached(
                &Nonce::from(*nonce),
                bound,
                plain.as_mut_slice().into(),
                &Tag::from(*tag),
            )
            .ok()?;
        Some(plain)
    }
}

impl fmt::Debug for Cipher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..")
    }
}

/// Appends `part` with its length before it, so that parts cannot run into each other.
pub(crate) fn bind(bound: &mut Vec<u8>, part: &[u8]) {
    bound.extend_from_slice(&(part.len() as u64).to_be_bytes());
    bound.extend_from_slice(part);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A source that only gives zeros, for the published vector.
    struct Zeros;

    impl Entropy for Zeros {
        fn fill(&self, out: &mut [u8]) {
            out.fill(0);
        }
    }

    /// Test case 14 of the GCM specification (McGrew and Viega): zero key, zero nonce, one zero block.
    #[test]
    fn the_published_vector_comes_out() {
        let cipher = Cipher::new(&[0; 32]);

        let sealed = cipher.seal(b"", b"", &[0; 16], &Zeros);

        let expected: [u8; 32] = [
            0xce, 0xa7, 0x40, 0x3d, 0x4d, 0x60, 0x6b, 0x6e, 0x07, 0x4e, 0xc5, 0xd3, 0xba, 0xf3, 0x9d, 0x18,
            0xd0, 0xd1, 0xc8, 0xa7, 0x99, 0x99, 0x6b, 0xf0, 0x26, 0x5b, 0x98, 0xb5, 0xd4, 0x8a, 0xb9, 0x19,
        ];
        assert_eq!(sealed[NONCE..], expected);
    }

    #[test]
    fn what_is_too_short_to_be_sealed_does_not_open() {
        let cipher = Cipher::new(&[1; 32]);

        let opened = [0, 1, NONCE, NONCE + TAG - 1].map(|length| cipher.open(b"", &vec![0; length]));

        assert!(opened.iter().all(Option::is_none));
    }
}
