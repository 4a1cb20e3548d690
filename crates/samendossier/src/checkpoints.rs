//! The file with signed checkpoints, outside the database: who edits the database cannot edit this too,
//! least of all when it is copied elsewhere. Notes one after the other, each closed by a line of its own.

use std::fs::OpenOptions;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Closes a note; no note holds such a line.
const END: &str = "====\n";
/// So much of the end of the file is read to add a note; a note has some 250 bytes.
const TAIL: u64 = 64 * 1024;

/// The notes in the file, oldest first. No file: no notes.
///
/// # Errors
/// When the file is there and cannot be read.
pub fn kept(path: &Path) -> io::Result<Vec<String>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(text
            .split_inclusive(END)
            .filter_map(|note| note.strip_suffix(END))
            .map(str::to_owned)
            .collect()),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(why) => Err(why),
    }
}

/// Adds a note, unless it is the last one there; on disk when this returns. A note that was cut off by a
/// crash counts for nothing and makes way.
///
/// # Errors
/// What the operating system said.
pub fn keep(path: &Path, note: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().read(true).append(true).create(true).mode(0o600).open(path)?;
    let skipped = file.metadata()?.len().saturating_sub(TAIL);
    file.seek(SeekFrom::Start(skipped))?;
    let mut tail = Vec::new();
    file.read_to_end(&mut tail)?;
    let end = tail.windows(END.len()).rposition(|bytes| bytes == END.as_bytes());
    let whole = end.map_or(0, |at| at + END.len());
    if skipped > 0 && whole == 0 {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it holds something else than checkpoints"));
    }
    if whole < tail.len() {
        file.set_len(skipped + whole as u64)?;
    }
    if tail[..whole].ends_with(format!("{note}{END}").as_bytes()) {
        return Ok(());
    }
    file.write_all(format!("{note}{END}").as_bytes())?;
    file.sync_all()?;
    // A new file outlives a power cut only when its folder is on disk as well.
    match path.parent() {
        Some(folder) if whole == 0 && !folder.as_os_str().is_empty() => {
            std::fs::File::open(folder)?.sync_all()
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_come_back_in_order_and_each_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("checkpoints.txt");

        for note in ["een\n\n— a\n", "twee\n\n— b\n", "twee\n\n— b\n"] {
            keep(&file, note).expect("kept");
        }

        assert_eq!(kept(&file).expect("read"), ["een\n\n— a\n", "twee\n\n— b\n"]);
    }

    #[test]
    fn a_note_that_was_cut_off_makes_way() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("checkpoints.txt");
        std::fs::write(&file, "een\n====\ntw").expect("written");

        let before = kept(&file).expect("read");
        keep(&file, "drie\n").expect("kept");

        assert_eq!(before, ["een\n"]);
        assert_eq!(kept(&file).expect("read"), ["een\n", "drie\n"]);
    }

    #[test]
    fn a_long_file_is_added_to_and_one_that_is_something_else_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, other) = (folder.path().join("checkpoints.txt"), folder.path().join("other"));
        let many = "één\n====\n".repeat(20_000);
        std::fs::write(&file, &many).expect("written");
        std::fs::write(&other, "x".repeat(100_000)).expect("written");

        keep(&file, "twee\n").expect("kept");
        keep(&file, "twee\n").expect("kept");
        let refused = keep(&other, "twee\n").expect_err("no file with checkpoints");

        assert_eq!(std::fs::read_to_string(&file).expect("read"), format!("{many}twee\n====\n"));
        assert_eq!(refused.kind(), io::ErrorKind::InvalidData);
        assert_eq!(std::fs::metadata(&other).expect("there").len(), 100_000);
    }

    #[test]
    fn without_a_file_nothing_was_kept() {
        let folder = tempfile::tempdir().expect("a folder");

        assert_eq!(kept(&folder.path().join("none")).expect("no file"), Vec::<String>::new());
    }
}
