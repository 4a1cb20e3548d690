//! Where files come in and are shown: outside every deed.

use domain::document::{FileKind, FileRefused};
use files::{Scanner, Shown, Workshop};
use store::client::documents::Open;
use store::{Files, SealedFile};

use crate::App;

/// What an installation has for documents.
#[derive(Clone, Debug)]
pub struct Desk {
    pub files: Files,
    pub workshop: Workshop,
    /// None: nobody looks whether a file is harmful, and the pages say so.
    pub scanner: Option<Scanner>,
}

/// A file that lies sealed and belongs to no dossier yet.
#[derive(Clone, Debug)]
pub struct Brought {
    pub kind: FileKind,
    pub sheets: u16,
    /// In bytes, as it is kept.
    pub size: u64,
    pub scanned: bool,
    pub(super) file: SealedFile,
}

/// Why a file did not come in.
#[derive(Debug)]
pub enum NotBrought {
    /// It is the file.
    Refused(FileRefused),
    /// It is the house: no disk, no process, no scanner. The same file may come in later.
    Failed(store::Error),
}

/// Why a sheet is not shown.
#[derive(Debug)]
pub enum NotShown {
    /// There is no such sheet, or it cannot be drawn.
    Absent,
    Failed(store::Error),
}

impl App {
    /// The product takes documents here.
    #[must_use]
    pub fn with_documents(mut self, desk: Desk) -> Self {
        self.documents = Some(desk);
        self
    }

    /// Documents are taken in.
    pub fn takes_documents(&self) -> bool {
        self.documents.is_some()
    }

    /// Somebody looks whether a file is harmful.
    pub fn scans_documents(&self) -> bool {
        self.documents.as_ref().is_some_and(|desk| desk.scanner.is_some())
    }

    /// Works on a file, has it looked through, and seals it.
    ///
    /// # Errors
    /// [`NotBrought`]. Nothing is left of the file then.
    pub async fn bring_in(&self, bytes: &[u8]) -> Result<Brought, NotBrought> {
        let desk = self.desk().map_err(NotBrought::Failed)?;
        let taken = match desk.workshop.take_in(bytes).await {
            Ok(taken) => taken.map_err(NotBrought::Refused)?,
            Err(why) => return Err(NotBrought::Failed(unavailable(&why))),
        };
        if let Some(scanner) = &desk.scanner {
            // The file as it came: what is harmful in it may be what a photo loses.
            match scanner.is_clean(bytes).await {
                Ok(true) => {}
                Ok(false) => return Err(NotBrought::Refused(FileRefused::Harmful)),
                Err(why) => return Err(NotBrought::Failed(unavailable(&why))),
            }
        }
        let (kind, sheets, size) = (taken.kind, taken.sheets, taken.bytes.len() as u64);
        let file = self.store.keep_file(&desk.files, taken.bytes).await.map_err(NotBrought::Failed)?;
        Ok(Brought { kind, sheets, size, scanned: desk.scanner.is_some(), file })
    }

    /// Takes away a file whose deed was refused.
    pub async fn give_back(&self, brought: &Brought) {
        if let Ok(desk) = self.desk()
            && let Err(why) = desk.files.remove(&brought.file).await
        {
            // Without its key it is noise; only its room is lost.
            tracing::warn!(error = %why, "a file of no document stays");
        }
    }

    /// One sheet of a document that was opened by a deed. `number` counts from 1.
    ///
    /// # Errors
    /// [`NotShown`].
    pub async fn sheet(&self, open: &Open, number: u16) -> Result<Shown, NotShown> {
        let desk = self.desk().map_err(NotShown::Failed)?;
        let Some(file) = &open.file else { return Err(NotShown::Absent) };
        if number == 0 || number > open.document.sheets {
            return Err(NotShown::Absent);
        }
        let bytes = desk.files.open(file).await.map_err(NotShown::Failed)?;
        match desk.workshop.sheet(open.document.kind, &bytes, number).await {
            Ok(shown) => shown.map_err(|_| NotShown::Absent),
            Err(why) => Err(NotShown::Failed(unavailable(&why))),
        }
    }

    fn desk(&self) -> Result<&Desk, store::Error> {
        self.documents.as_ref().ok_or(store::Error::Unavailable("no place for documents is set".into()))
    }
}

fn unavailable(why: &dyn std::error::Error) -> store::Error {
    store::Error::Unavailable(why.to_string())
}
