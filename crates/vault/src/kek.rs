//! Key-encryption keys: a short list that wraps data keys for the key shelf.
//! The first of the list wraps, all of them unwrap, so a key can be replaced without a stop.

use std::fmt;

use uuid::Uuid;

use crate::aead::{Cipher, NONCE, TAG, bind};
use crate::secret::Secret;
use crate::{DataKey, Entropy, KeyId};

/// The format this code writes, the first byte of every wrapped key.
const VERSION: u8 = 1;
/// Version, nonce, key, tag.
const WRAPPED_LENGTH: usize = 1 + NONCE + 32 + TAG;

/// A key-encryption key. It wraps data keys and nothing else.
#[derive(Debug)]
pub struct Kek {
    id: String,
    cipher: Cipher,
}

/// The key-encryption keys in use, the one that wraps first.
#[derive(Debug)]
pub struct KeyRing(Vec<Kek>);

/// A data key as the shelf keeps it. Worthless without its key-encryption key.
#[derive(Clone, PartialEq, Eq)]
pub struct WrappedKey {
    /// The data key inside.
    pub id: KeyId,
    /// The key-encryption key that opens it, such as "kek-2026-11".
    pub kek: String,
    /// Version (1), nonce (12), ciphertext and tag (48).
    pub bytes: Vec<u8>,
}

/// Why keys make no ring.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RingError {
    /// Nothing could be wrapped.
    #[error("there is no key-encryption key")]
    Empty,
    /// It would not be known which one opens.
    #[error("key-encryption key {id} is there twice")]
    Duplicate {
        /// The id that is there twice.
        id: String,
    },
}

/// Why a data key does not come off the shelf.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnwrapError {
    /// The key-encryption key is not in the ring: it was taken out before all data keys were wrapped anew.
    #[error("data key {id} needs key-encryption key {kek}, which was not loaded")]
    UnknownKek {
        /// The data key.
        id: KeyId,
        /// The missing key-encryption key.
        kek: String,
    },
    /// Wrong length or version.
    #[error("the wrapped form of data key {id} is not one this version knows")]
    Malformed {
        /// The data key.
        id: KeyId,
    },
    /// A bit was changed, the row was given another id, or the key-encryption key has other bytes than before.
    #[error("data key {id} does not open with {kek}: one of them was altered")]
    Altered {
        /// The data key.
        id: KeyId,
        /// The key-encryption key that was tried.
        kek: String,
    },
}

impl Kek {
    /// Copies the key; the caller wipes its own copy. The id is stored with each data key it wraps.
    pub fn new(id: impl Into<String>, key: &[u8; 32]) -> Self {
        Self { id: id.into(), cipher: Cipher::new(key) }
    }

    /// Draws a fresh key.
    pub fn generate(id: impl Into<String>, entropy: &dyn Entropy) -> Self {
        Self::new(id, Secret::generate(entropy).expose())
    }

    /// The name of this key.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl KeyRing {
    /// A ring of these keys; the first wraps, all unwrap.
    ///
    /// # Errors
    /// [`RingError`] when there is none, or two have the same id.
    pub fn new(keks: Vec<Kek>) -> Result<Self, RingError> {
        if keks.is_empty() {
            return Err(RingError::Empty);
        }
        for (at, kek) in keks.iter().enumerate() {
            if keks[..at].iter().any(|earlier| earlier.id == kek.id) {
                return Err(RingError::Duplicate { id: kek.id.clone() });
            }
        }
        Ok(Self(keks))
    }

    /// The id of the key that wraps now. A shelf row that names another one is due for [`KeyRing::rewrap`].
    pub fn sealing_kek(&self) -> &str {
        &self.first().id
    }

    /// The ids in this ring, the one that wraps first.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(Kek::id)
    }

    /// Wraps a data key for the shelf.
    pub fn wrap(&self, key: &DataKey, entropy: &dyn Entropy) -> WrappedKey {
        wrap(self.first(), key, entropy)
    }

    /// Wraps a data key with the key of this id, whatever its place in the ring. None: it is not there.
    pub fn wrap_by(&self, kek: &str, key: &DataKey, entropy: &dyn Entropy) -> Option<WrappedKey> {
        let kek = self.0.iter().find(|known| known.id == kek)?;
        Some(wrap(kek, key, entropy))
    }

    /// Takes a data key off the shelf.
    ///
    /// # Errors
    /// [`UnwrapError`] when its key-encryption key is not in this ring, or the row was altered.
    pub fn unwrap(&self, wrapped: &WrappedKey) -> Result<DataKey, UnwrapError> {
        let id = wrapped.id;
        let Some(kek) = self.0.iter().find(|kek| kek.id == wrapped.kek) else {
            let kek = wrapped.kek.clone();
            return Err(UnwrapError::UnknownKek { id, kek });
        };
        if wrapped.bytes.len() != WRAPPED_LENGTH || wrapped.bytes[0] != VERSION {
            return Err(UnwrapError::Malformed { id });
        }
        let plain = kek
            .cipher
            .open(&bound_to(id, &kek.id), &wrapped.bytes[1..])
            .ok_or_else(|| UnwrapError::Altered { id, kek: kek.id.clone() })?;
        let bytes = plain.first_chunk().expect("the length was checked above");
        Ok(DataKey::holding(id, Secret::copy_of(bytes)))
    }

    /// Wraps a data key anew with the key that wraps now. The data it seals stays as it is.
    ///
    /// # Errors
    /// As [`KeyRing::unwrap`].
    pub fn rewrap(&self, wrapped: &WrappedKey, entropy: &dyn Entropy) -> Result<WrappedKey, UnwrapError> {
        Ok(self.wrap(&self.unwrap(wrapped)?, entropy))
    }

    fn first(&self) -> &Kek {
        // INVARIANT: `new` refuses an empty list, and nothing takes a key out.
        &self.0[0]
    }
}

fn wrap(kek: &Kek, key: &DataKey, entropy: &dyn Entropy) -> WrappedKey {
    let bound = bound_to(key.id(), &kek.id);
    WrappedKey {
        id: key.id(),
        kek: kek.id.clone(),
        bytes: kek.cipher.seal(&[VERSION], &bound, key.expose(), entropy),
    }
}

impl fmt::Debug for WrappedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WrappedKey(key {}, by {})", self.id, self.kek)
    }
}

/// What a wrapped key is bound to: version, key id, then the id of the key-encryption key with its length.
fn bound_to(KeyId(id): KeyId, kek: &str) -> Vec<u8> {
    let mut bound = Vec::with_capacity(64);
    bound.push(VERSION);
    bound.extend_from_slice(Uuid::as_bytes(&id));
    bind(&mut bound, kek.as_bytes());
    bound
}
