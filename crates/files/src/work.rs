//! What is done with the bytes of a file. Nobody calls this with a stranger's file but the confined process.

use domain::document::{FILE_MAX, FileKind, FileRefused};

use crate::{kind, office, pdf, photo};

/// A file as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TakenIn {
    /// What it is.
    pub kind: FileKind,
    /// How many sheets it shows, at least one.
    pub sheets: u16,
    /// What is kept: photos drawn anew, everything else as it came.
    pub bytes: Vec<u8>,
}

/// One sheet as a reader sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shown {
    /// A picture, as JPEG.
    Jpeg(Vec<u8>),
    /// A picture, as PNG.
    Png(Vec<u8>),
    /// Words, one line a paragraph.
    Words(String),
}

/// Looks at a file: what it is, whether it can be shown, and what of it is kept.
///
/// # Errors
/// [`FileRefused`].
pub fn take_in(bytes: &[u8]) -> Result<TakenIn, FileRefused> {
    match bytes.len() {
        0 => return Err(FileRefused::Empty),
        long if long > FILE_MAX => return Err(FileRefused::TooLarge),
        _ => {}
    }
    let kind = kind::kind_of(bytes)?;
    let (sheets, kept) = match kind {
        FileKind::Jpeg | FileKind::Png => (1, photo::stripped(kind, bytes)?),
        FileKind::Pdf => {
            let sheets = pdf::sheets(bytes)?;
            // What cannot be drawn is told now, not to whoever wants to read it in a year.
            pdf::drawn(bytes, 1)?;
            (sheets, bytes.to_vec())
        }
        FileKind::Word | FileKind::OpenText => {
            office::words(kind, bytes)?;
            (1, bytes.to_vec())
        }
        FileKind::Text => (1, bytes.to_vec()),
    };
    Ok(TakenIn { kind, sheets, bytes: kept })
}

/// One sheet of a file that was taken in. `number` counts from 1.
///
/// # Errors
/// [`FileRefused::Broken`] when there is no such sheet or it cannot be shown.
pub fn sheet(kind: FileKind, bytes: Vec<u8>, number: u16) -> Result<Shown, FileRefused> {
    if number != 1 && kind != FileKind::Pdf {
        return Err(FileRefused::Broken);
    }
    match kind {
        FileKind::Jpeg => Ok(Shown::Jpeg(bytes)),
        FileKind::Png => Ok(Shown::Png(bytes)),
        FileKind::Pdf => pdf::drawn(&bytes, number).map(Shown::Png),
        FileKind::Word | FileKind::OpenText => office::words(kind, &bytes).map(Shown::Words),
        FileKind::Text => {
            let text = String::from_utf8(bytes).map_err(|_| FileRefused::Broken)?;
            Ok(Shown::Words(text.trim_start_matches('\u{feff}').to_owned()))
        }
    }
}
