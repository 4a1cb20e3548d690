//! A visit to several members of a family: one form, a note in each dossier, all or none (MOD-03).

mod write;

pub use write::{Note, NoteRefused};
