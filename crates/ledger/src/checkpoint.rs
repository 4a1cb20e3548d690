//! A checkpoint: what the log says about itself at one size (c2sp.org/tlog-checkpoint), signed as a note.
//! Whoever keeps one can later show that a line was removed or changed, whatever the database says by then.

use crate::purge::number;
use crate::{Hash, NoteError, Signer, Verifier};

/// The size and root of one log at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log, which is also the name of its key.
    pub origin: String,
    /// The number of leaves.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
}

/// Why a checkpoint is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// The note is malformed or not signed by the log.
    #[error("the note of the checkpoint does not open")]
    Note(#[from] NoteError),
    /// The text is not origin, size and root.
    #[error("the text of the checkpoint is malformed")]
    Malformed,
    /// It speaks of another log than the key is of.
    #[error("the checkpoint is of another log")]
    Origin,
}

impl Checkpoint {
    /// The text that is signed: origin, size, root, a line each.
    #[must_use]
    pub fn to_note_text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, self.root)
    }

    /// Reads the text back. Extension lines are allowed by the specification and passed over.
    ///
    /// # Errors
    /// [`CheckpointError::Malformed`] for an empty origin, a size with sign or leading zeroes, a root that is not
    /// 32 bytes, an empty line, or a missing last newline.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let text = text.strip_suffix('\n').ok_or(CheckpointError::Malformed)?;
        if text.split('\n').any(|line| line.is_empty() || line.contains('\r')) {
            return Err(CheckpointError::Malformed);
        }
        let mut lines = text.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(CheckpointError::Malformed);
        };
        Ok(Self {
            origin: origin.to_owned(),
            size: number(size).ok_or(CheckpointError::Malformed)?,
            root: Hash::from_base64(root).ok_or(CheckpointError::Malformed)?,
        })
    }

    /// The signed note.
    ///
    /// # Errors
    /// [`CheckpointError::Origin`] when the signer's name is not the origin.
    pub fn sign(&self, signer: &Signer) -> Result<String, CheckpointError> {
        if signer.name() != self.origin {
            return Err(CheckpointError::Origin);
        }
        Ok(signer.sign(&self.to_note_text())?)
    }

    /// Opens a signed note.
    ///
    /// # Errors
    /// When the signature is not of the log, the text is malformed, or the origin is not the name of the key.
    pub fn open(note: &str, verifier: &Verifier) -> Result<Self, CheckpointError> {
        let checkpoint = Self::parse(verifier.open(note)?)?;
        if checkpoint.origin != verifier.name() {
            return Err(CheckpointError::Origin);
        }
        Ok(checkpoint)
    }
}
