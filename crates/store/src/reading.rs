//! Texts that a look found. They are opened in `Awaiting`, while the record of the look is being
//! written (DESIGN §4, "Reads"); a deed opens them at once.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use vault::{DataKey, Place, Sealed};

use crate::error::Error;

/// A text that somebody wrote, as it came out of the store. While a look runs it is still sealed; whoever
/// receives it through `Awaiting` or from a deed reads it like any text.
#[derive(Clone)]
pub struct Text(Arc<OnceLock<String>>);

impl Text {
    /// The text.
    ///
    /// # Panics
    /// Inside the `run` of a look, where it is still sealed. The gate turns that into a failed look, so
    /// that a text that was not opened is never taken for an empty one.
    pub fn as_str(&self) -> &str {
        self.0.get().expect("a look's texts are opened after it ran")
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::from(String::new())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Arc::new(OnceLock::from(text)))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

/// Whether it is open and how long it is, never what it says.
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.get() {
            Some(text) => write!(f, "Text({} bytes)", text.len()),
            None => f.write_str("Text(sealed)"),
        }
    }
}

/// What a look found and did not open yet. It stays between the gate and `Awaiting`.
#[derive(Default)]
pub(crate) struct Unopened(Vec<One>);

struct One {
    text: Arc<OnceLock<String>>,
    key: Arc<DataKey>,
    place: Place,
    sealed: Sealed,
}

impl Unopened {
    /// A text that will be there when everything is opened.
    pub(crate) fn later(&mut self, key: Arc<DataKey>, place: Place, sealed: Sealed) -> Text {
        let text = Arc::new(OnceLock::new());
        self.0.push(One { text: Arc::clone(&text), key, place, sealed });
        Text(text)
    }

    /// Opens everything, or fails as a whole: half a page is no page.
    pub(crate) fn open(self) -> Result<(), Error> {
        for one in self.0 {
            let _ = one.text.set(one.key.open_text(one.place, &one.sealed)?);
        }
        Ok(())
    }
}
