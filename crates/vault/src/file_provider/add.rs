//! Adds a key-encryption key to the files of an installation, first in the list.
//! The others stay: they open what they wrapped, until the shelf is wrapped anew.

use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;

use super::create::{sync_directory, unwritable};
use super::{FileProvider, ORDER, is_kek_id};
use crate::{CreateError, Entropy, KeyProvider, ProviderError};

/// Why no key-encryption key was added.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// The keys that are there have to be right first.
    #[error(transparent)]
    Unfit(ProviderError),
    /// A name that cannot be used, or a file that cannot be written.
    #[error(transparent)]
    Create(CreateError),
}

impl FileProvider {
    /// Makes a key-encryption key and puts it first in the list, on disk when this returns. `kek_name` is what
    /// follows "kek-". Gives the id. It wraps nothing yet: the shelf says which key does.
    ///
    /// # Errors
    /// [`AddError`]; a key that is there is never overwritten.
    pub fn add_kek(&self, entropy: &dyn Entropy, kek_name: &str) -> Result<String, AddError> {
        let ring = self.load().map_err(AddError::Unfit)?.keks;
        let id = format!("kek-{kek_name}");
        if !is_kek_id(&id) || kek_name.starts_with("kek-") {
            return Err(AddError::Create(CreateError::BadName { name: kek_name.to_owned() }));
        }
        if ring.ids().any(|known| known == id) {
            let (dir, files) = (self.dir.clone(), vec![format!("{id}.key")]);
            return Err(AddError::Create(CreateError::AlreadyThere { dir, files }));
        }
        let mut order = format!("{id}\n");
        for known in ring.ids() {
            order.push_str(known);
            order.push('\n');
        }
        self.put_in_place(&id, &order, entropy).map_err(AddError::Create)?;
        Ok(id)
    }

    /// Both files get their name when they are whole: a server that starts at this moment meets neither half.
    fn put_in_place(&self, id: &str, order: &str, entropy: &dyn Entropy) -> Result<(), CreateError> {
        let (key, list) = (format!(".{id}.new"), format!(".{ORDER}.new"));
        for leftover in [&key, &list] {
            // Of an attempt that was cut off.
            let _ = fs::remove_file(self.dir.join(leftover));
        }
        self.write_key(&key, entropy)?;
        let path = self.dir.join(&list);
        let write = || {
            let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
            file.write_all(order.as_bytes())?;
            file.sync_all()
        };
        write().map_err(unwritable(&path))?;
        for (made, name) in [(&key, format!("{id}.key")), (&list, ORDER.to_owned())] {
            let name = self.dir.join(name);
            fs::rename(self.dir.join(made), &name).map_err(unwritable(&name))?;
        }
        sync_directory(&self.dir)
    }
}
