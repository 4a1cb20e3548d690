//! Documents in a dossier: which files may come in, how large, how many at once, and how they are called.

use crate::codes::coded;

/// The largest file, in bytes: 25 MB.
pub const FILE_MAX: usize = 25_000_000;

/// How many files one form may bring.
pub const FILES_AT_ONCE: usize = 10;

/// The most sheets of one document that are shown. A longer one belongs in pieces.
pub const SHEETS_MAX: u16 = 300;

/// The longest title, in characters.
pub const TITLE_MAX: usize = 150;

coded! {
    /// What a file is, by what stands in it and never by its name.
    pub enum FileKind, "kind of file" {
        /// A photo or scan, kept as JPEG.
        Jpeg = "jpeg",
        /// A picture, kept as PNG.
        Png = "png",
        /// A PDF.
        Pdf = "pdf",
        /// Plain text.
        Text = "text",
        /// A document of a word processor (DOCX, Office Open XML).
        Word = "word",
        /// A document of a word processor (ODT, OpenDocument).
        OpenText = "open-text",
    }
}

impl FileKind {
    /// Shown as pictures of its sheets; the others as text.
    pub const fn is_drawn(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Pdf)
    }
}

coded! {
    /// Why a file does not come in. Each has its words for whoever brought it.
    pub enum FileRefused, "refused file" {
        /// There is nothing in it.
        Empty = "empty",
        /// More than [`FILE_MAX`].
        TooLarge = "too-large",
        /// None of [`FileKind`], whatever its name says.
        UnknownKind = "unknown-kind",
        /// It opens with a password only.
        Locked = "locked",
        /// It says what it is and cannot be read as that.
        Broken = "broken",
        /// Unpacked it is far larger than it looks, or has too many sheets.
        TooMuch = "too-much",
        /// The scanner found something.
        Harmful = "harmful",
    }
}

/// What is wrong with a title.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TitleError {
    /// Nothing but spaces.
    #[error("a document needs a title")]
    Empty,
    /// More than [`TITLE_MAX`].
    #[error("the title is too long")]
    TooLong,
}

/// How a document is called: one line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocumentTitle(String);

impl DocumentTitle {
    /// # Errors
    /// [`TitleError`] for an empty or a long one.
    pub fn new(typed: &str) -> Result<Self, TitleError> {
        let line = one_line(typed);
        match line.chars().count() {
            0 => Err(TitleError::Empty),
            long if long > TITLE_MAX => Err(TitleError::TooLong),
            _ => Ok(Self(line)),
        }
    }

    /// What a file's name says, without folder and ending, as a first proposal. None: it says nothing.
    pub fn of_file(name: &str) -> Option<Self> {
        let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = match last.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() && ending.len() <= 5 => stem,
            _ => last,
        };
        let spaced: String = stem.chars().map(|c| if c == '_' { ' ' } else { c }).collect();
        let short: String = one_line(&spaced).chars().take(TITLE_MAX).collect();
        Self::new(&short).ok()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn one_line(typed: &str) -> String {
    let visible: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_of_words() {
        assert_eq!(
            DocumentTitle::new("  Brief van\r\n de   woningbouw ").unwrap().as_str(),
            "Brief van de woningbouw"
        );
        assert_eq!(DocumentTitle::new(" \t\n"), Err(TitleError::Empty));
        assert!(DocumentTitle::new(&"é".repeat(TITLE_MAX)).is_ok());
        assert_eq!(DocumentTitle::new(&"é".repeat(TITLE_MAX + 1)), Err(TitleError::TooLong));
    }

    #[test]
    fn a_file_name_proposes_a_title_without_folder_and_ending() {
        let said = |name: &str| DocumentTitle::of_file(name).map(|title| title.as_str().to_owned());

        assert_eq!(said("C:\\Scans\\Brief_school.PDF").as_deref(), Some("Brief school"));
        assert_eq!(said("../../etc/passwd").as_deref(), Some("passwd"));
        assert_eq!(said(".pdf").as_deref(), Some(".pdf"));
        assert_eq!(said("besluit d.d. 3 mei").as_deref(), Some("besluit d.d. 3 mei"));
        assert_eq!(said("a\u{0}b\nc.png").as_deref(), Some("a b c"));
        assert_eq!(said(""), None);
        assert_eq!(said(&format!("{}.pdf", "x".repeat(400))).map(|t| t.len()), Some(TITLE_MAX));
    }
}
