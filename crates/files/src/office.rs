//! Documents of a word processor: packed XML, of which the words are shown. Pictures and layout are not.

use std::io::{Cursor, Read};

use domain::document::{FileKind, FileRefused};
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

/// What the words of a document may take unpacked, in bytes. A book is a few million.
const WORDS_MAX: u64 = 40_000_000;
/// The most files in one of these.
const FILES_MAX: usize = 5_000;

const WORD: &str = "word/document.xml";
const OPEN_TEXT: &str = "content.xml";

/// Which of the two a packed file is; a file in which other things are packed is neither.
pub(crate) fn kind_of(bytes: &[u8]) -> Result<FileKind, FileRefused> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileRefused::UnknownKind)?;
    if archive.len() > FILES_MAX {
        return Err(FileRefused::TooMuch);
    }
    if archive.index_for_name(WORD).is_some() {
        Ok(FileKind::Word)
    } else if archive.index_for_name("mimetype").is_some() && archive.index_for_name(OPEN_TEXT).is_some() {
        Ok(FileKind::OpenText)
    } else {
        Err(FileRefused::UnknownKind)
    }
}

/// The words, one line a paragraph.
pub(crate) fn words(kind: FileKind, bytes: &[u8]) -> Result<String, FileRefused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileRefused::Broken)?;
    let name = if kind == FileKind::Word { WORD } else { OPEN_TEXT };
    let packed = archive.by_name(name).map_err(|why| match why {
        ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword => FileRefused::Locked,
        _ => FileRefused::Broken,
    })?;
    // Counted while it is unpacked: what a file says of its own size is no promise.
    let mut xml = Vec::new();
    packed.take(WORDS_MAX + 1).read_to_end(&mut xml).map_err(|_| FileRefused::Broken)?;
    if xml.len() as u64 > WORDS_MAX {
        return Err(FileRefused::TooMuch);
    }
    if kind == FileKind::OpenText && is_locked(&mut archive) {
        return Err(FileRefused::Locked);
    }
    paragraphs(std::str::from_utf8(&xml).map_err(|_| FileRefused::Broken)?)
}

/// An ODT with a password packs what cannot be read as XML, and says so in its list of contents.
fn is_locked(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let Ok(listed) = archive.by_name("META-INF/manifest.xml") else { return false };
    let mut text = String::new();
    listed.take(1_000_000).read_to_string(&mut text).is_ok() && text.contains("encryption-data")
}

/// No document type is resolved and no entity but the five of XML, so nothing grows and nothing is fetched.
fn paragraphs(xml: &str) -> Result<String, FileRefused> {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    let mut inside = 0_usize;
    loop {
        match reader.read_event().map_err(|_| FileRefused::Broken)? {
            Event::Start(tag) if is_paragraph(tag.local_name().as_ref()) => inside += 1,
            Event::End(tag) if is_paragraph(tag.local_name().as_ref()) => {
                inside = inside.saturating_sub(1);
                text.push('\n');
            }
            Event::Empty(tag) | Event::Start(tag) => match tag.local_name().as_ref() {
                "tab" => text.push('\t'),
                "br" | "cr" | "line-break" => text.push('\n'),
                // ODF keeps a run of spaces as a tag.
                "s" if inside > 0 => text.push(' '),
                _ => {}
            },
            Event::Text(found) if inside > 0 => {
                text.push_str(&found);
            }
            Event::GeneralRef(found) if inside > 0 => {
                match found.resolve_char_ref().map_err(|_| FileRefused::Broken)? {
                    Some(c) => text.push(c),
                    None => text.push_str(quick_xml::escape::resolve_xml_entity(&found).unwrap_or_default()),
                }
            }
            Event::DocType(_) => return Err(FileRefused::Broken),
            Event::Eof => return Ok(text.trim_end().to_owned()),
            _ => {}
        }
    }
}

/// A paragraph or heading: `w:p`, `text:p`, `text:h`.
fn is_paragraph(name: &str) -> bool {
    matches!(name, "p" | "h")
}
