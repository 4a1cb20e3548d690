//! The canonical bytes of a record, version 1, described so that an outsider can write a reader.
//! Whatever is stored or hashed goes through here; the order of the fields stands in [`record`](crate::record).
//!
//! ```text
//! record = 01  field × 29                       one version byte, then every field, in the order of `Record`
//! field  = length  content                      length: 4 bytes, big endian, the number of bytes of content
//! ```
//!
//! The content depends on the type of the field:
//!
//! | type           | content                                                                            |
//! |----------------|------------------------------------------------------------------------------------|
//! | id             | 16 bytes, the UUID from left to right                                              |
//! | id or nothing  | 16 bytes, or 0 bytes for nothing                                                   |
//! | moment         | 8 bytes, big endian, two's complement: milliseconds since 1970-01-01T00:00Z        |
//! | number         | 8 bytes, big endian, not negative                                                  |
//! | yes or no      | 1 byte, `01` or `00`                                                               |
//! | text           | UTF-8, as it is: not trimmed, not normalised                                       |
//! | code           | the letters of the code: see [`Kind`](crate::Kind), [`Outcome`](crate::Outcome), [`Capacity`](crate::Capacity) |
//! | list           | count (4 bytes, big endian), then each item as a field of its own                  |
//! | pairs          | count (4 bytes, big endian) of the pairs, then of each pair two fields of text     |
//!
//! There is exactly one way to write a record. A reader refuses an unknown version, a wrong length, an unknown
//! code, text that is not UTF-8 and anything after the last field. A new field means a new version byte.

use uuid::Uuid;

/// The version byte of the only format there is.
pub const VERSION: u8 = 1;

/// Why bytes are not a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The first byte names a format this reader does not know (or there is none).
    #[error("the record is of an unknown version")]
    Version,
    /// The bytes end in the middle of this field.
    #[error("the record ends in the middle of `{0}`")]
    Short(&'static str),
    /// This field holds something its type does not allow.
    #[error("the field `{0}` does not hold what it should")]
    Field(&'static str),
    /// There are bytes after the last field.
    #[error("there are bytes after the last field")]
    Trailing,
    /// Writing the record again gives other bytes.
    #[error("the record is not in its canonical form")]
    NotCanonical,
}

/// A type that can be the content of a field.
pub(crate) trait Content: Sized {
    /// Appends the content, without its length.
    fn put(&self, out: &mut Vec<u8>);

    /// Reads the content back. `None` when it is not what [`put`](Self::put) writes.
    fn read(content: &[u8]) -> Option<Self>;

    /// Whether [`read`](Self::read) would succeed; written so that nothing is allocated.
    fn fits(content: &[u8]) -> bool {
        Self::read(content).is_some()
    }
}

/// Appends a length and the content it counts. Never inlined, for the optimiser's sake: see `record`.
#[inline(never)]
pub(crate) fn put_field(out: &mut Vec<u8>, content: &impl Content) {
    let start = out.len();
    out.extend([0; 4]);
    content.put(out);
    let length = count(out.len() - start - 4);
    out[start..start + 4].copy_from_slice(&length);
}

/// Splits the next field off the front of `bytes`.
pub(crate) fn next_field<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = next_count(bytes)?;
    let (content, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(content)
}

fn next_count(bytes: &mut &[u8]) -> Option<usize> {
    let (count, rest) = bytes.split_first_chunk::<4>()?;
    *bytes = rest;
    usize::try_from(u32::from_be_bytes(*count)).ok()
}

/// Lengths and counts are 4 bytes. A record holds ids and codes: the gate bounds it to kilobytes.
fn count(of: usize) -> [u8; 4] {
    u32::try_from(of).expect("a record field stays far below 4 GiB").to_be_bytes()
}

impl Content for Uuid {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend(self.as_bytes());
    }
    fn read(content: &[u8]) -> Option<Self> {
        Self::from_slice(content).ok()
    }
}

impl Content for Option<Uuid> {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend(self.iter().flat_map(Uuid::as_bytes));
    }
    fn read(content: &[u8]) -> Option<Self> {
        if content.is_empty() { Some(None) } else { Uuid::read(content).map(Some) }
    }
}

impl Content for i64 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend(self.to_be_bytes());
    }
    fn read(content: &[u8]) -> Option<Self> {
        content.try_into().ok().map(Self::from_be_bytes)
    }
}

impl Content for u64 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend(self.to_be_bytes());
    }
    fn read(content: &[u8]) -> Option<Self> {
        content.try_into().ok().map(Self::from_be_bytes)
    }
}

impl Content for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }
    fn read(content: &[u8]) -> Option<Self> {
        match content {
            [0] => Some(false),
            [1] => Some(true),
            _ => None,
        }
    }
}

impl Content for String {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend(self.as_bytes());
    }
    fn read(content: &[u8]) -> Option<Self> {
        str::from_utf8(content).ok().map(Self::from)
    }
    fn fits(content: &[u8]) -> bool {
        str::from_utf8(content).is_ok()
    }
}

impl<T: Content> Content for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend(count(self.len()));
        for item in self {
            put_field(out, item);
        }
    }
    fn read(mut content: &[u8]) -> Option<Self> {
        let count = next_count(&mut content)?;
        // An item takes at least its own length, so a count that lies cannot make us reserve much.
        let mut items = Self::with_capacity(count.min(content.len() / 4));
        for _ in 0..count {
            items.push(T::read(next_field(&mut content)?)?);
        }
        content.is_empty().then_some(items)
    }
    fn fits(mut content: &[u8]) -> bool {
        let Some(count) = next_count(&mut content) else { return false };
        (0..count).all(|_| next_field(&mut content).is_some_and(T::fits)) && content.is_empty()
    }
}

/// Pairs of codes and numbers, such as `("rule", "RET-02")`.
impl Content for Vec<(String, String)> {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend(count(self.len()));
        for (name, value) in self {
            put_field(out, name);
            put_field(out, value);
        }
    }
    fn read(mut content: &[u8]) -> Option<Self> {
        let count = next_count(&mut content)?;
        let mut pairs = Self::with_capacity(count.min(content.len() / 8));
        for _ in 0..count {
            let name = String::read(next_field(&mut content)?)?;
            let value = String::read(next_field(&mut content)?)?;
            pairs.push((name, value));
        }
        content.is_empty().then_some(pairs)
    }
    fn fits(mut content: &[u8]) -> bool {
        let Some(count) = next_count(&mut content) else { return false };
        let mut text_fits = || next_field(&mut content).is_some_and(String::fits);
        (0..count).all(|_| text_fits() && text_fits()) && content.is_empty()
    }
}

/// An enum whose variants are written as letters: `Read => "R"`.
macro_rules! codes {
    ($of:ident { $($variant:ident => $code:literal),+ $(,)? }) => {
        impl $of {
            /// Every value, in the order of the source.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The letters that stand for it in the canonical bytes and in exports.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value these letters stand for.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::codec::Content for $of {
            fn put(&self, out: &mut Vec<u8>) {
                out.extend(self.code().as_bytes());
            }
            fn read(content: &[u8]) -> Option<Self> {
                Self::from_code(str::from_utf8(content).ok()?)
            }
        }
    };
}
pub(crate) use codes;
