//! Sealed values: ciphertext that names its key and opens only in the place it was sealed for.
//! The store keeps them in columns; a deed opens them with the data key its `Work` carries.

use std::fmt;

use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

use crate::aead::{Cipher, NONCE, TAG, bind};
use crate::secret::Secret;
use crate::words::WordIndex;
use crate::{Entropy, FileKey};

/// The format this code writes, the first byte of every sealed value.
const VERSION: u8 = 1;
/// Version and key id.
const HEADER: usize = 1 + 16;

/// Names a data key: the id of its row on the key shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub Uuid);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a sealed value belongs. A value that somebody moves to another place no longer opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The table, as the SQL text names it.
    pub table: &'static str,
    /// The id of the row.
    pub row: Uuid,
    /// The column, as the SQL text names it.
    pub column: &'static str,
}

/// The key of one dossier part: seals and opens its values. Wiped when dropped, and never shown.
///
/// The prepared cipher is kept with it, so opening fifty values prepares the key once.
#[derive(Debug)]
pub struct DataKey {
    id: KeyId,
    bytes: Secret,
    cipher: Cipher,
}

/// A sealed value: version (1), key id (16), nonce (12), ciphertext and tag (the length of the value + 16).
///
/// The length of the value can be read from it; nothing else can.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

/// Why a value does not open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The value names another key than the one given.
    #[error("the value is sealed with key {named}, not with key {given}")]
    OtherKey {
        /// The key the value names.
        named: KeyId,
        /// The key it was opened with.
        given: KeyId,
    },
    /// A bit was changed, or the value stands in another place than it was sealed for.
    #[error("the sealed value in {table}.{column} was altered or moved")]
    Altered {
        /// The table it was read from.
        table: &'static str,
        /// The column it was read from.
        column: &'static str,
    },
    /// The value opened, and is not UTF-8.
    #[error("the sealed value in {table}.{column} is not text")]
    NotText {
        /// The table it was read from.
        table: &'static str,
        /// The column it was read from.
        column: &'static str,
    },
}

/// Why bytes are no sealed value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotSealed {
    /// Shorter than an empty sealed value.
    #[error("a sealed value has at least {least} bytes, not {length}")]
    TooShort {
        /// The bytes there are.
        length: usize,
        /// The bytes there must be.
        least: usize,
    },
    /// Written by a later version of the product, or not sealed at all.
    #[error("sealed format {0} is unknown to this version")]
    UnknownVersion(u8),
}

impl DataKey {
    /// Draws a fresh key. Put it on the shelf (see [`crate::KeyRing::wrap`]) before a value is sealed with it.
    pub fn generate(id: KeyId, entropy: &dyn Entropy) -> Self {
        Self::holding(id, Secret::generate(entropy))
    }

    /// The key with these bytes, which came from the shelf.
    pub(crate) fn holding(id: KeyId, bytes: Secret) -> Self {
        let cipher = Cipher::new(bytes.expose());
        Self { id, bytes, cipher }
    }

    /// The name of this key.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The bytes, for wrapping.
    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.bytes.expose()
    }

    /// What finds words among the texts that this key seals.
    pub fn word_index(&self) -> WordIndex {
        WordIndex::of(self.bytes.expose())
    }

    /// Seals `plain` for one place. Sealing the same text twice gives two different values.
    pub fn seal(&self, place: Place, plain: &[u8], entropy: &dyn Entropy) -> Sealed {
        let mut header = [0; HEADER];
        header[0] = VERSION;
        header[1..].copy_from_slice(self.id.0.as_bytes());
        Sealed(self.cipher.seal(&header, &place.bound_to(self.id), plain, entropy))
    }

    /// Opens a value in its place.
    ///
    /// # Errors
    /// [`OpenError::OtherKey`] when the value names another key, [`OpenError::Altered`] when it was changed or
    /// belongs elsewhere.
    pub fn open(&self, place: Place, sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        if sealed.key_id() != self.id {
            return Err(OpenError::OtherKey { named: sealed.key_id(), given: self.id });
        }
        self.cipher
            .open(&place.bound_to(self.id), &sealed.0[HEADER..])
            .ok_or(OpenError::Altered { table: place.table, column: place.column })
    }

    /// Opens a value that is text. The text is not wiped: it is on its way to a page.
    ///
    /// # Errors
    /// As [`DataKey::open`], and [`OpenError::NotText`] when the value is not UTF-8.
    pub fn open_text(&self, place: Place, sealed: &Sealed) -> Result<String, OpenError> {
        let mut plain = self.open(place, sealed)?;
        String::from_utf8(std::mem::take(&mut *plain)).map_err(|refused| {
            refused.into_bytes().zeroize();
            OpenError::NotText { table: place.table, column: place.column }
        })
    }
}

impl DataKey {
    /// Seals the key of a file for its place, as any other value.
    pub fn seal_file_key(&self, place: Place, key: &FileKey, entropy: &dyn Entropy) -> Sealed {
        self.seal(place, key.expose(), entropy)
    }

    /// Opens the key of a file.
    ///
    /// # Errors
    /// As [`DataKey::open`]; [`OpenError::Altered`] also when it is no key.
    pub fn open_file_key(&self, place: Place, sealed: &Sealed) -> Result<FileKey, OpenError> {
        let plain = self.open(place, sealed)?;
        let bytes = plain.as_slice().try_into().ok();
        bytes.map(FileKey::holding).ok_or(OpenError::Altered { table: place.table, column: place.column })
    }
}

impl Place {
    /// What a value is bound to besides its key: version, key id, row, then table and column with their lengths.
    fn bound_to(&self, key: KeyId) -> Vec<u8> {
        let mut bound = Vec::with_capacity(128);
        bound.push(VERSION);
        bound.extend_from_slice(key.0.as_bytes());
        bound.extend_from_slice(self.row.as_bytes());
        bind(&mut bound, self.table.as_bytes());
        bind(&mut bound, self.column.as_bytes());
        bound
    }
}

impl Sealed {
    /// Takes bytes from a column.
    ///
    /// # Errors
    /// [`NotSealed`] when the length or the version cannot be right. Whether it opens, only the key can tell.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, NotSealed> {
        let least = HEADER + NONCE + TAG;
        match bytes.first() {
            Some(&version) if version != VERSION => Err(NotSealed::UnknownVersion(version)),
            _ if bytes.len() < least => Err(NotSealed::TooShort { length: bytes.len(), least }),
            _ => Ok(Self(bytes)),
        }
    }

    /// The key that opens this value.
    pub fn key_id(&self) -> KeyId {
        let mut id = [0; 16];
        id.copy_from_slice(&self.0[1..HEADER]);
        KeyId(Uuid::from_bytes(id))
    }

    /// The bytes for a column.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes for a column, without a copy.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({} bytes, key {})", self.0.len(), self.key_id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededEntropy;
    use crate::secret::planted;

    const PLACE: Place = Place { table: "entry", row: Uuid::from_u128(5), column: "body" };

    #[test]
    fn a_data_key_is_never_shown() {
        let key = DataKey::holding(KeyId(Uuid::from_u128(1)), Secret::copy_of(&planted::BYTES));

        let shown = format!("{key:?} {key:#?}");

        planted::assert_absent(&shown);
    }

    #[test]
    fn a_shown_sealed_value_shows_its_key_id_and_no_ciphertext() {
        let key = DataKey::generate(KeyId(Uuid::from_u128(1)), &SeededEntropy::new(1));

        let sealed = key.seal(PLACE, b"", &SeededEntropy::new(2));

        let expected = "Sealed(45 bytes, key 00000000-0000-0000-0000-000000000001)";
        assert_eq!(format!("{sealed:?}"), expected);
    }

    /// What version 1 has written stays readable: this value was made outside this crate.
    #[test]
    fn a_value_sealed_by_version_1_opens() {
        let key = DataKey::holding(KeyId(Uuid::from_u128(1)), Secret::copy_of(&[9; 32]));
        let written: [u8; 68] = [
            0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
            0x01, 0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0xa8, 0x38, 0xf7,
            0xa3, 0x50, 0x6f, 0x48, 0x80, 0xf3, 0x22, 0x0c, 0xf2, 0xbf, 0xb1, 0xa2, 0x51, 0xbd, 0x55, 0xfb,
            0xc7, 0xef, 0x65, 0x5b, 0x1f, 0x12, 0x43, 0x96, 0x4a, 0xb7, 0xce, 0x20, 0xdb, 0x58, 0x6b, 0x7f,
            0xda, 0x67, 0x40, 0x8c,
        ];

        let sealed = Sealed::from_bytes(written.to_vec()).expect("the value has the right shape");

        let text = key.open_text(PLACE, &sealed);
        assert_eq!(text.as_deref(), Ok("Bilal belt morgen terug"));
    }
}
