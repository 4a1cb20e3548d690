//! The policies of the house: POLICIES names a folder with files that only forbid (decision 0022). Judged before
//! anything is served.

use std::io::Read;
use std::path::{Path, PathBuf};

use policy::{LocalFile, Policies, PolicySetError};

use super::source::{SettingsFault, Source};

/// The most bytes a file of policies may have: some hundred policies.
const FILE_MAX: usize = 256 * 1024;

/// A house's own policies and where they came from.
#[derive(Clone, Debug)]
pub struct LocalPolicies {
    pub folder: PathBuf,
    pub files: Vec<LocalFile>,
}

/// Why a folder of policies cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PolicyFolderFault {
    #[error("there is no such folder: correct the path, or leave POLICIES empty")]
    NoFolder,
    #[error("{file} cannot be read ({why}): let this user read it")]
    Unreadable { file: String, why: String },
    #[error("{file} is larger than {} kB", FILE_MAX / 1024)]
    TooLarge { file: String },
    #[error("{file} is no text")]
    NotText { file: String },
    #[error("there is no .cedar file in it: leave POLICIES empty when the house has no policies of its own")]
    NoFile,
    #[error(transparent)]
    Policies(#[from] PolicySetError),
}

/// The policies that the settings name.
///
/// # Errors
/// [`SettingsFault`], with the line when the file of settings named them.
pub fn read(source: &Source) -> Result<Option<LocalPolicies>, SettingsFault> {
    let Some(folder) = source.text("POLICIES").map(PathBuf::from) else { return Ok(None) };
    match in_folder(&folder) {
        Ok(files) => Ok(Some(LocalPolicies { folder, files })),
        Err(fault) => Err(source.wrong("POLICIES", SettingsFault::Policies { folder, fault })),
    }
}

fn in_folder(folder: &Path) -> Result<Vec<LocalFile>, PolicyFolderFault> {
    if !folder.is_dir() {
        return Err(PolicyFolderFault::NoFolder);
    }
    let unreadable = |file: &Path, why: &std::io::Error| PolicyFolderFault::Unreadable {
        file: file.display().to_string(),
        why: why.kind().to_string(),
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|why| unreadable(folder, &why))? {
        let path = entry.map_err(|why| unreadable(folder, &why))?.path();
        if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("cedar")) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        let at_most = u64::try_from(FILE_MAX).unwrap_or(u64::MAX).saturating_add(1);
        std::fs::File::open(&path)
            .and_then(|file| file.take(at_most).read_to_end(&mut bytes))
            .map_err(|why| unreadable(&path, &why))?;
        if bytes.len() > FILE_MAX {
            return Err(PolicyFolderFault::TooLarge { file: name });
        }
        let Ok(text) = String::from_utf8(bytes) else {
            return Err(PolicyFolderFault::NotText { file: name });
        };
        files.push(LocalFile { name, text });
    }
    if files.is_empty() {
        return Err(PolicyFolderFault::NoFile);
    }
    Policies::with_local(&files)?;
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "@id(\"local-x\") @reason(\"Zo werkt ons huis.\") \
        forbid (principal is Staff, action == Action::\"WriteEntry\", resource is Part);";

    fn told(files: &[(&str, &[u8])]) -> Result<usize, String> {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("written");
        }
        let place = folder.path().display().to_string();
        let read =
            read(&Source::of_test(&[], &format!("# ours\npolicies = \"{place}\"\n")).expect("settings"));
        read.map(|found| found.map_or(0, |it| it.files.len()))
            .map_err(|fault| fault.to_string().replace(&place, "FOLDER"))
    }

    #[test]
    fn each_mistake_is_named_with_its_line() {
        let permit = GOOD.replace("forbid", "permit");
        let large = vec![b' '; FILE_MAX + 1];
        for (files, said) in [
            (&[][..], "there is no .cedar file in it"),
            (&[("a.txt", GOOD.as_bytes())], "there is no .cedar file in it"),
            (&[("a.cedar", permit.as_bytes())], "a.cedar: policy \"local-x\" permits something"),
            (
                &[("a.cedar", GOOD.as_bytes()), ("b.cedar", GOOD.as_bytes())],
                "two policies are called local-x",
            ),
            (&[("a.cedar", large.as_slice())], "a.cedar is larger than 256 kB"),
            (&[("a.cedar", b"\xff")], "a.cedar is no text"),
        ] {
            let told = told(files).expect_err("refused");
            assert!(told.starts_with("samendossier.toml, line 2: POLICIES=FOLDER: "), "{told}");
            assert!(told.contains(said), "{told}");
        }
    }

    #[test]
    fn a_folder_with_forbids_is_taken_and_none_is_none() {
        assert_eq!(told(&[("huis.cedar", GOOD.as_bytes()), ("lees.txt", b"\xff")]), Ok(1));
        assert!(read(&Source::of_test(&[], "").expect("settings")).expect("none").is_none());
    }
}
