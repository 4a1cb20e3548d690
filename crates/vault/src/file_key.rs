//! Files: each has a key of its own, which stands sealed by the key of its part. So a file is sealed and opened outside
//! any transaction, and goes with the key of the part, in old backups too.

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::Entropy;
use crate::aead::{Cipher, bind};
use crate::secret::Secret;

/// The format this code writes, the first byte of every sealed file.
const VERSION: u8 = 1;

/// The key of one file. Wiped when dropped, and never shown.
#[derive(Debug)]
pub struct FileKey {
    bytes: Secret,
    cipher: Cipher,
}

impl FileKey {
    /// Draws a fresh key.
    pub fn generate(entropy: &dyn Entropy) -> Self {
        Self::of(Secret::generate(entropy))
    }

    pub(crate) fn holding(bytes: &[u8; 32]) -> Self {
        Self::of(Secret::copy_of(bytes))
    }

    fn of(bytes: Secret) -> Self {
        let cipher = Cipher::new(bytes.expose());
        Self { bytes, cipher }
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.bytes.expose()
    }

    /// Seals the bytes of the file with this id: version (1), nonce (12), ciphertext and tag (16 more than the file).
    pub fn seal(&self, file: Uuid, plain: &[u8], entropy: &dyn Entropy) -> Vec<u8> {
        self.cipher.seal(&[VERSION], &bound(file), plain, entropy)
    }

    /// Opens them. None: it is another file, or a bit of it was changed.
    pub fn open(&self, file: Uuid, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (version, rest) = sealed.split_first()?;
        if *version != VERSION {
            return None;
        }
        self.cipher.open(&bound(file), rest)
    }
}

fn bound(file: Uuid) -> Vec<u8> {
    let mut bound = vec![VERSION];
    bind(&mut bound, b"file");
    bound.extend_from_slice(file.as_bytes());
    bound
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::planted;
    use crate::{DataKey, KeyId, Place, SeededEntropy};

    const FILE: Uuid = Uuid::from_u128(7);

    #[test]
    fn a_file_opens_with_its_key_under_its_id_and_unchanged() {
        let entropy = SeededEntropy::new(1);
        let key = FileKey::generate(&entropy);
        let sealed = key.seal(FILE, b"a letter", &entropy);

        let changed = |at: usize| {
            let mut sealed = sealed.clone();
            sealed[at] ^= 1;
            key.open(FILE, &sealed)
        };

        assert_eq!(key.open(FILE, &sealed).as_deref().map(Vec::as_slice), Some(&b"a letter"[..]));
        assert!(key.open(Uuid::from_u128(8), &sealed).is_none());
        assert!(FileKey::generate(&entropy).open(FILE, &sealed).is_none());
        assert!((0..sealed.len()).all(|at| changed(at).is_none()));
        assert!((0..sealed.len()).all(|length| key.open(FILE, &sealed[..length]).is_none()));
    }

    #[test]
    fn a_file_key_stands_sealed_as_any_value_and_is_never_shown() {
        let entropy = SeededEntropy::new(2);
        let part = DataKey::generate(KeyId(Uuid::from_u128(1)), &entropy);
        let place = Place { table: "document", row: FILE, column: "file_key" };
        let key = FileKey::holding(&planted::BYTES);

        let sealed = part.seal_file_key(place, &key, &entropy);
        let opened = part.open_file_key(place, &sealed).expect("a key");

        assert_eq!(opened.expose(), &planted::BYTES);
        planted::assert_absent(&format!("{key:?}"));
        assert!(part.open_file_key(place, &part.seal(place, b"no key", &entropy)).is_err());
    }
}
