//! What a file is, told from its first bytes. Its name and what a browser says of it play no part.

use domain::document::{FileKind, FileRefused};

use crate::office;

/// What the bytes are.
///
/// # Errors
/// [`FileRefused::UnknownKind`] for what is none of the kinds that are taken in.
pub(crate) fn kind_of(bytes: &[u8]) -> Result<FileKind, FileRefused> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Ok(FileKind::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Ok(FileKind::Png),
        // Becomes a PNG: it is a picture of a screen more often than a photo.
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(FileKind::Png),
        [b'P', b'K', 0x03, 0x04, ..] => office::kind_of(bytes),
        _ if starts_as_pdf(bytes) => Ok(FileKind::Pdf),
        _ if is_plain_text(bytes) => Ok(FileKind::Text),
        _ => Err(FileRefused::UnknownKind),
    }
}

/// Some scanners write a little before the header; readers look within the first kilobyte, so do we.
fn starts_as_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(1024)].windows(5).any(|five| five == b"%PDF-")
}

/// Words and nothing that is read by a machine: a page, a drawing in XML or a script is none of the kinds.
fn is_plain_text(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    let start = text.trim_start_matches('\u{feff}').trim_start();
    !text.contains(strange)
        && !start.starts_with('<')
        && !start.starts_with("#!")
        && !start.starts_with("{\\rtf")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_tell_and_the_rest_is_refused() {
        assert_eq!(kind_of(b"\xFF\xD8\xFF\xE0rest"), Ok(FileKind::Jpeg));
        assert_eq!(kind_of(b"\x89PNG\r\n\x1a\nrest"), Ok(FileKind::Png));
        assert_eq!(kind_of(b"%PDF-1.7 rest"), Ok(FileKind::Pdf));
        assert_eq!(kind_of("Beste Samira,\r\n\tliefs é".as_bytes()), Ok(FileKind::Text));
        for refused in [
            &b"MZ\x90\x00program"[..],
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
            b"\xEF\xBB\xBF <?xml version='1.0'?>",
            b"<!DOCTYPE html><p>hoi",
            b"#!/bin/sh\nrm",
            b"{\\rtf1 hoi}",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1old word",
            b"PK\x03\x04 a zip of something",
            b"text with a \x00 in it",
            b"\xFF\xFEH\x00o\x00i\x00",
        ] {
            assert_eq!(kind_of(refused), Err(FileRefused::UnknownKind), "{refused:?}");
        }
    }
}
