//! The files of the workspace: where the root is, which files lie under a folder, what they say.
//! Every check reads through this, so that its tests can point it at a folder of their own.

use std::fs;
use std::path::{Path, PathBuf};

use crate::report::Failure;

/// A workspace on disk.
#[derive(Debug)]
pub struct Tree {
    root: PathBuf,
}

impl Tree {
    /// The workspace this tool belongs to: the folder above `xtask/`, or the current one when it moved since the build.
    pub fn of_this_workspace() -> Result<Self, Failure> {
        let here = std::env::current_dir().map_err(Failure::file(Path::new(".")))?;
        let holds_crates = |folder: &&Path| folder.join("crates").is_dir() && folder.join("xtask").is_dir();
        let root = here.ancestors().find(holds_crates).unwrap_or(&here).to_owned();
        Ok(Self { root })
    }

    /// A workspace at a given folder.
    #[cfg(test)]
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The full path of a file named relative to the root.
    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// The text of a file named relative to the root.
    pub fn read(&self, relative: impl AsRef<Path>) -> Result<String, Failure> {
        let path = self.path(&relative);
        fs::read_to_string(&path).map_err(Failure::file(relative.as_ref()))
    }

    /// The text of a file, or nothing when it is not there.
    pub fn read_if_there(&self, relative: impl AsRef<Path>) -> Result<Option<String>, Failure> {
        if self.path(&relative).exists() { self.read(relative).map(Some) } else { Ok(None) }
    }

    /// Writes a file, with its folders.
    pub fn write(&self, relative: impl AsRef<Path>, text: &str) -> Result<(), Failure> {
        let path = self.path(&relative);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Failure::file(folder))?;
        }
        fs::write(&path, text).map_err(Failure::file(relative.as_ref()))
    }

    /// All files with this extension under a folder, relative to the root, sorted; none when the folder is not there.
    pub fn files(&self, folder: impl AsRef<Path>, extension: &str) -> Result<Vec<PathBuf>, Failure> {
        let mut found = Vec::new();
        let start = self.path(&folder);
        if start.is_dir() {
            self.collect(&start, extension, &mut found)?;
        }
        found.sort();
        Ok(found)
    }

    fn collect(&self, folder: &Path, extension: &str, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
        for entry in fs::read_dir(folder).map_err(Failure::file(folder))? {
            let path = entry.map_err(Failure::file(folder))?.path();
            if path.is_dir() {
                self.collect(&path, extension, found)?;
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path.strip_prefix(&self.root).unwrap_or(&path).to_owned());
            }
        }
        Ok(())
    }

    /// The folders directly under a folder, by name, sorted.
    pub fn folders(&self, folder: impl AsRef<Path>) -> Result<Vec<String>, Failure> {
        let start = self.path(&folder);
        let mut found = Vec::new();
        for entry in fs::read_dir(&start).map_err(Failure::file(&start))? {
            let entry = entry.map_err(Failure::file(&start))?;
            if entry.path().is_dir() {
                found.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        found.sort();
        Ok(found)
    }
}
