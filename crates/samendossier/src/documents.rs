//! Documents of this installation: where their files lie, who draws them, who looks through them for harm.

use std::fs;
use std::path::{Path, PathBuf};

use app::document::{Desk, Scanner, Workshop};
use files::{NotConfined, Probe};
use store::Files;

use crate::config::Config;
use crate::failure::Failure;
use crate::{folder, say};

/// Readies what documents need.
///
/// # Errors
/// [`Failure::Unwritable`] for the folder, [`Failure::NoProgram`] when this program cannot be started again.
pub fn desk(config: &Config) -> Result<Desk, Failure> {
    folder::make_writable(&config.files, "FILES")?;
    let program =
        std::env::current_exe().map_err(|why| Failure::NoProgram { why: why.kind().to_string() })?;
    Ok(Desk {
        files: Files::in_folder(config.files.clone()),
        workshop: Workshop::new(program),
        scanner: config.scanner.clone().map(Scanner::new),
    })
}

/// `confined`: the process that reads files and can do nothing else. Started by the product, never by hand.
///
/// # Errors
/// When the process cannot give up its rights. Then nothing is read.
pub fn confined(probes: bool) -> Result<(), NotConfined> {
    if !probes {
        return files::confined();
    }
    let Probe { opens, connects, starts } = files::probe()?;
    say::line(if opens || connects || starts { "not confined" } else { "confined" });
    Ok(())
}

/// The files that lie there, by the name under which a backup keeps them: `files/ab/abcd…`.
///
/// # Errors
/// What the operating system said.
pub fn kept(folder: &Path) -> std::io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    let above = match fs::read_dir(folder) {
        Ok(above) => above,
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(found),
        Err(why) => return Err(why),
    };
    for two in above {
        let two = two?.path();
        if !two.is_dir() {
            continue;
        }
        for file in fs::read_dir(&two)? {
            let path = file?.path();
            let name = |path: &Path| {
                path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default()
            };
            let listed = format!("files/{}/{}", name(&two), name(&path));
            if is_kept(&listed) {
                found.push((listed, path));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a name in a backup is that of a file of a document, and leads nowhere else.
pub fn is_kept(name: &str) -> bool {
    let hex = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    match name.split('/').collect::<Vec<_>>().as_slice() {
        ["files", two, file] => file.len() == 32 && hex(file) && two.len() == 2 && file.starts_with(two),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_kept;

    #[test]
    fn only_the_name_of_a_file_is_taken_from_a_backup() {
        assert!(is_kept("files/ab/ab00112233445566778899aabbccddee"));
        for other in [
            "files/ab/ac00112233445566778899aabbccddee",
            "files/ab/ab00112233445566778899aabbccddee.part",
            "files/../ab00112233445566778899aabbccddee",
            "files/ab/../../keys",
            "ab00112233445566778899aabbccddee",
            "",
        ] {
            assert!(!is_kept(other), "{other}");
        }
    }
}
