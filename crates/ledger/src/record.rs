//! One line of the log: who did what, to what, why, and what came of it (NEN 7513, rule ACC-18).
//! A record holds ids and codes, never content, names or BSN; the client is a pseudonym.

use uuid::Uuid;

use crate::Hash;
use crate::codec::{Content, DecodeError, VERSION, codes, next_field, put_field};

/// Defines [`Record`] and, from the same list, its bytes: field and format cannot drift apart.
macro_rules! record {
    ($(#[$about:meta])* pub struct Record { $( $(#[$doc:meta])* pub $field:ident: $type:ty, )+ }) => {
        $(#[$about])*
        pub struct Record { $( $(#[$doc])* pub $field: $type, )+ }

        impl Record {
            /// The canonical bytes, in the format of [`codec`](crate::codec).
            ///
            /// # Panics
            /// When one field is 4 GiB or more.
            #[must_use]
            pub fn encode(&self) -> Vec<u8> {
                let mut out = Vec::with_capacity(512);
                out.push(VERSION);
                $( put_field(&mut out, &self.$field); )+
                out
            }

            /// Reads canonical bytes, and nothing else.
            ///
            /// # Errors
            /// Names the first field that is not as [`encode`](Self::encode) writes it.
            pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
                let mut rest = after_version(bytes)?;
                $(
                    let $field: $type = take(&mut rest, stringify!($field))?;
                )+
                let record = Self { $($field),+ };
                if !rest.is_empty() {
                    return Err(DecodeError::Trailing);
                }
                // Each type has one form only, so this cannot happen; a log that lasts 20 years asks anyway.
                if record.encode() != bytes {
                    return Err(DecodeError::NotCanonical);
                }
                Ok(record)
            }

            /// Whether [`decode`](Self::decode) reads these bytes, without building the record.
            pub(crate) fn check(bytes: &[u8]) -> Result<(), DecodeError> {
                let mut rest = after_version(bytes)?;
                $(
                    skip::<$type>(&mut rest, stringify!($field))?;
                )+
                if rest.is_empty() { Ok(()) } else { Err(DecodeError::Trailing) }
            }
        }
    };
}

/// The next field, read. Never inlined: thirty copies of it in one function keep the optimiser busy for
/// longer than anybody waits.
#[inline(never)]
fn take<T: Content>(rest: &mut &[u8], field: &'static str) -> Result<T, DecodeError> {
    let content = next_field(rest).ok_or(DecodeError::Short(field))?;
    T::read(content).ok_or(DecodeError::Field(field))
}

/// The next field, looked at and left out. Never inlined, as [`take`].
#[inline(never)]
fn skip<T: Content>(rest: &mut &[u8], field: &'static str) -> Result<(), DecodeError> {
    let content = next_field(rest).ok_or(DecodeError::Short(field))?;
    if T::fits(content) { Ok(()) } else { Err(DecodeError::Field(field)) }
}

record! {
/// A line of the log, version 1. The order of the fields is the order of their bytes.
///
/// `Record { event: "ReadDossier".into(), ..Record::default() }` is a read that was done, by nobody known.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Record {
    /// The record itself.
    pub id: Uuid,
    /// When it happened: UTC, milliseconds since 1970.
    pub occurred_at: i64,
    /// What belongs to one request: joins the processing lines to the actor line.
    pub correlation: Uuid,
    /// Our name of the action: `ReadDossier`.
    pub event: String,
    /// What kind of action it is.
    pub kind: Kind,
    /// What came of it.
    pub outcome: Outcome,
    /// The account that acted; nothing for a system job and for somebody not signed in.
    pub account: Option<Uuid>,
    /// In what capacity the account acted.
    pub capacity: Capacity,
    /// The staff member the account is of.
    pub staff: Option<Uuid>,
    /// The person or staff member for whom was acted (the responsible user of NEN 7513).
    pub on_behalf_of: Option<Uuid>,
    /// The function acted in, as a code.
    pub function: String,
    /// The team acted in.
    pub team: Option<Uuid>,
    /// The organisation that answers for the data.
    pub controller: Option<Uuid>,
    /// The purpose, as a code.
    pub purpose: String,
    /// The client concerned, as a pseudonym whose mapping goes when the dossier goes.
    pub subject: Option<Uuid>,
    /// What sort of thing was acted on: `dossier`, `entry`.
    pub object_kind: String,
    /// The thing acted on.
    pub object: Option<Uuid>,
    /// The legal domains touched, as codes.
    pub domains: Vec<String>,
    /// The items shown, added or changed.
    pub items: Vec<Uuid>,
    /// How many things the action was about: the hits of a search, the rows of a list.
    pub count: u64,
    /// What gave the right, as a code: `involvement`, `break-glass`, `review`, `proxy`, `share`.
    pub basis: String,
    /// The involvement, emergency access, proxy or share that gave the right.
    pub basis_id: Option<Uuid>,
    /// The ids of the policies that decided.
    pub policies: Vec<String>,
    /// The version of the policy set.
    pub policy_set: String,
    /// The reason given or the reason of the refusal, as a code.
    pub reason: String,
    /// Whether this was emergency access.
    pub emergency: bool,
    /// The system that wrote the record.
    pub source: String,
    /// The network access point.
    pub access_point: String,
    /// Further codes and numbers, by name, in the order written.
    pub detail: Vec<(String, String)>,
}
}

impl Record {
    /// The `event` of encoded bytes, read without looking at the rest.
    ///
    /// # Errors
    /// When the bytes end before it, or it is not text.
    pub fn peek_event(bytes: &[u8]) -> Result<&str, DecodeError> {
        const EVENT: &str = "event";
        let mut rest = after_version(bytes)?;
        // id, occurred_at and correlation come first.
        let event = (0..4).map_while(|_| next_field(&mut rest)).nth(3).ok_or(DecodeError::Short(EVENT))?;
        str::from_utf8(event).map_err(|_| DecodeError::Field(EVENT))
    }
}

fn after_version(bytes: &[u8]) -> Result<&[u8], DecodeError> {
    match bytes {
        [VERSION, rest @ ..] => Ok(rest),
        _ => Err(DecodeError::Version),
    }
}

/// The kind of action, by the letters of NEN 7513 (EventActionCode).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Kind {
    /// `C`: something new was written.
    Create,
    /// `R`: something was shown.
    #[default]
    Read,
    /// `U`: something was changed.
    Update,
    /// `D`: something was destroyed.
    Delete,
    /// `E`: something was done that is none of these: a search, a sign-in.
    Execute,
}
codes!(Kind { Create => "C", Read => "R", Update => "U", Delete => "D", Execute => "E" });

/// What came of the action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Outcome {
    /// `done`: it happened, or was prepared to be shown. The default: over-recording is the right side to err on.
    #[default]
    Done,
    /// `denied`: the policy refused.
    Denied,
    /// `failed`: allowed, but it went wrong and changed nothing.
    Failed,
}
codes!(Outcome { Done => "done", Denied => "denied", Failed => "failed" });

/// In what capacity somebody acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Capacity {
    /// `self`: a client, about themselves.
    Own,
    /// `proxy`: for another, by authority or proxy.
    Proxy,
    /// `staff`: as a member of a team.
    Staff,
    /// `system`: a job.
    System,
    /// `anonymous`: nobody signed in.
    #[default]
    Anonymous,
}
codes!(Capacity {
    Own => "self",
    Proxy => "proxy",
    Staff => "staff",
    System => "system",
    Anonymous => "anonymous",
});

/// 32 random bytes that go into the leaf beside the record, so that a leaf alone says nothing about its record.
///
/// Destroyed together with the record: what is left cannot be guessed at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 32]);

impl std::fmt::Debug for Salt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Salt(..)")
    }
}

/// The leaf of a record: the RFC 6962 leaf over salt and bytes, `SHA-256(0x00 || salt || bytes)`.
#[must_use]
pub fn leaf_hash(salt: &Salt, bytes: &[u8]) -> Hash {
    Hash::of_leaf(&[&salt.0, bytes])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_without_building_agrees_with_reading() {
        let record = Record {
            event: "ReadDossier".into(),
            account: Some(Uuid::from_bytes([1; 16])),
            domains: vec!["wmo".into(), "youth".into()],
            items: vec![Uuid::from_bytes([2; 16])],
            detail: vec![("page".into(), "2".into())],
            ..Record::default()
        };
        let bytes = record.encode();
        assert_eq!(Record::check(&bytes), Ok(()));

        for at in 0..bytes.len() {
            for flip in [0x01, 0x02, 0x04, 0x10, 0x80, 0xff] {
                let mut changed = bytes.clone();
                changed[at] ^= flip;

                assert_eq!(
                    Record::check(&changed),
                    Record::decode(&changed).map(drop),
                    "byte {at}, {flip:x}"
                );
            }
            assert_eq!(Record::check(&bytes[..at]), Record::decode(&bytes[..at]).map(drop), "{at} bytes");
        }
    }
}
