//! Finding words in the own dossiers (decision 0031). What is written leaves keyed tokens in the same transaction; a
//! search makes the same tokens, one set for each key of the own parts, and reads what they meet through the walls.

mod fill;
mod find;
mod index;

use domain::{DocumentId, DossierId, EntryId, LegalDomain};
use jiff::civil::Date;

use crate::reading::Text;

pub use fill::{Filled, fill_next};
pub use find::{Found, find};
pub(in crate::client) use index::{forget, put_document, put_entry, put_person, put_plan};

/// What can be found, and how the table says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::client) enum Kind {
    Entry,
    Plan,
    Person,
    Document,
}

impl Kind {
    pub(in crate::client) const ALL: [Self; 4] = [Self::Entry, Self::Plan, Self::Person, Self::Document];

    pub(in crate::client) const fn code(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Plan => "plan",
            Self::Person => "person",
            Self::Document => "document",
        }
    }
}

/// Something that was found, with the texts that the words stand in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    pub dossier: DossierId,
    pub what: What,
    /// The day it is about.
    pub day: Date,
    /// Who wrote it.
    pub by: String,
    pub texts: Vec<Text>,
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// `kind` is a `domain::EntryKind` code.
    Entry {
        id: EntryId,
        kind: String,
        domain: LegalDomain,
    },
    Plan {
        domain: LegalDomain,
    },
    /// Somebody around the client.
    Person,
    /// A document, by its title.
    Document {
        id: DocumentId,
        domain: LegalDomain,
    },
}
