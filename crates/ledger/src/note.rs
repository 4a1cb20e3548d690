//! Signed notes as C2SP describes them (c2sp.org/signed-note), with Ed25519: text, blank line, signatures.
//! What the log signs travels in these, so that existing verifiers can read it.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroize as _;

/// The largest note that is written or read, in bytes: room for the 16 signatures of 5 kB the specification asks for.
pub const LARGEST: usize = 128 * 1024;

/// The signature type of plain Ed25519.
const ED25519: u8 = 0x01;

/// Before each signature: em dash, space.
const MARK: &str = "\u{2014} ";

/// Why a note, a name or a verifier key is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// A key name is empty or has a space, a plus or a control character.
    #[error("a key name may not be empty or hold a space, plus or control character")]
    Name,
    /// A verifier key is not `name+id+key`, or its parts do not belong together.
    #[error("the verifier key is malformed")]
    Key,
    /// The note is larger than [`LARGEST`].
    #[error("the note is too large")]
    TooLarge,
    /// The note is not text, blank line, signature lines; or it holds a control character.
    #[error("the note is malformed")]
    Malformed,
    /// No signature is of the known key.
    #[error("the note is not signed by the known key")]
    Unsigned,
    /// A signature claims to be of the known key and is not.
    #[error("the signature of the known key is false")]
    FalseSignature,
}

/// The name and number by which signature lines speak of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
struct KeyId {
    name: String,
    id: [u8; 4],
}

impl KeyId {
    fn new(name: &str, key: &VerifyingKey) -> Result<Self, NoteError> {
        if !is_key_name(name) {
            return Err(NoteError::Name);
        }
        let sum = Sha256::new()
            .chain_update(name)
            .chain_update([b'\n', ED25519])
            .chain_update(key.as_bytes())
            .finalize();
        Ok(Self { name: name.to_owned(), id: [sum[0], sum[1], sum[2], sum[3]] })
    }
}

/// Signs notes with one key.
pub struct Signer {
    id: KeyId,
    key: SigningKey,
}

impl Signer {
    /// A signer from the 32-byte Ed25519 seed. The seed given is wiped; the key is wiped when the signer goes.
    ///
    /// # Errors
    /// [`NoteError::Name`].
    pub fn new(name: &str, mut seed: [u8; 32]) -> Result<Self, NoteError> {
        let key = SigningKey::from_bytes(&seed);
        seed.zeroize();
        let id = KeyId::new(name, &key.verifying_key())?;
        Ok(Self { id, key })
    }

    /// The name in its signature lines.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.id.name
    }

    /// The public half, to hand out: `name+id+key`.
    #[must_use]
    pub fn vkey(&self) -> String {
        let mut key = vec![ED25519];
        key.extend(self.key.verifying_key().as_bytes());
        format!("{}+{:08x}+{}", self.id.name, u32::from_be_bytes(self.id.id), BASE64.encode(key))
    }

    /// The note over `text`, which ends in a newline.
    ///
    /// # Errors
    /// When the text does not, holds a control character, or is too large.
    pub fn sign(&self, text: &str) -> Result<String, NoteError> {
        if !text.ends_with('\n') || !is_plain(text) {
            return Err(NoteError::Malformed);
        }
        let mut signature = self.id.id.to_vec();
        signature.extend(self.key.sign(text.as_bytes()).to_bytes());
        let note = format!("{text}\n{MARK}{} {}\n", self.id.name, BASE64.encode(signature));
        if note.len() > LARGEST { Err(NoteError::TooLarge) } else { Ok(note) }
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Signer").field(&self.vkey()).finish()
    }
}

/// Opens notes that one known key signed.
#[derive(Clone, Debug)]
pub struct Verifier {
    id: KeyId,
    key: VerifyingKey,
}

impl Verifier {
    /// Reads a verifier key, `name+id+key`.
    ///
    /// # Errors
    /// [`NoteError::Name`] or [`NoteError::Key`].
    pub fn from_vkey(vkey: &str) -> Result<Self, NoteError> {
        // The name holds no plus; the base64 at the end may.
        let mut parts = vkey.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NoteError::Key);
        };
        let key = BASE64.decode(key).map_err(|_| NoteError::Key)?;
        let key = match key.split_first() {
            Some((&ED25519, key)) => <&[u8; 32]>::try_from(key).map_err(|_| NoteError::Key)?,
            _ => return Err(NoteError::Key),
        };
        let key = VerifyingKey::from_bytes(key).map_err(|_| NoteError::Key)?;
        let known = KeyId::new(name, &key)?;
        if format!("{:08x}", u32::from_be_bytes(known.id)) != id {
            return Err(NoteError::Key);
        }
        Ok(Self { id: known, key })
    }

    /// The name in the signature lines it looks for.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.id.name
    }

    /// The text of a note, its last newline included, when the known key signed it.
    /// Signatures of other keys are passed over, also when they share the name or the number.
    ///
    /// # Errors
    /// When the note is malformed, not signed by the known key, or signed falsely in its name.
    pub fn open<'note>(&self, note: &'note str) -> Result<&'note str, NoteError> {
        if note.len() > LARGEST {
            return Err(NoteError::TooLarge);
        }
        if !is_plain(note) {
            return Err(NoteError::Malformed);
        }
        // The last blank line counts: the text may hold blank lines too.
        let blank = note.rfind("\n\n").ok_or(NoteError::Malformed)?;
        let (text, lines) = (&note[..=blank], &note[blank + 2..]);
        let lines = lines.strip_suffix('\n').ok_or(NoteError::Malformed)?;

        let mut signed = false;
        for line in lines.split('\n') {
            let (name, id, signature) = signature_line(line).ok_or(NoteError::Malformed)?;
            if name != self.id.name || id != self.id.id {
                continue;
            }
            let signature = Signature::from_slice(&signature).map_err(|_| NoteError::FalseSignature)?;
            self.key.verify_strict(text.as_bytes(), &signature).map_err(|_| NoteError::FalseSignature)?;
            signed = true;
        }
        if signed { Ok(text) } else { Err(NoteError::Unsigned) }
    }
}

/// The name, the key's number and the signature of one line.
fn signature_line(line: &str) -> Option<(&str, [u8; 4], Vec<u8>)> {
    let (name, signature) = line.strip_prefix(MARK)?.split_once(' ')?;
    let mut id = BASE64.decode(signature).ok()?;
    if !is_key_name(name) || id.len() < 5 {
        return None;
    }
    let signature = id.split_off(4);
    Some((name, id.try_into().ok()?, signature))
}

fn is_key_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|sign: char| sign.is_whitespace() || sign == '+' || sign < ' ')
}

/// No ASCII control characters but newline.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte >= b' ' || byte == b'\n')
}
