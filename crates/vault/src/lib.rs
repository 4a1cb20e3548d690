//! Keys and ciphertext: sealed values, wrapped keys, blind indexes, session tags.
//! Pure crypto at the bottom of the house: no SQL, no network, no clock, no randomness of its own.
//!
//! ```text
//! KeyProvider ── loads ──▶ Secrets
//!                            ├ KeyRing      wraps and unwraps ▶ DataKey ┬ seals and opens ▶ Sealed
//!                            │                                          └ WordIndex finds words
//!                            ├ BlindIndex   finds equal values without opening them
//!                            ├ SessionKey   hashes session tokens, makes CSRF tags
//!                            └ ledger seed  handed to the ledger, which signs with it
//! ```
//!
//! A [`DataKey`] lives on the key shelf as a [`WrappedKey`], apart from the data. Destroying that row destroys
//! every [`Sealed`] value that names the key, in old backups too.

mod aead;
mod entropy;
mod environment_provider;
mod file_key;
mod file_provider;
mod index;
mod kek;
mod mac;
mod provider;
mod sealed;
mod secret;
mod words;

pub use entropy::{Entropy, SeededEntropy};
pub use environment_provider::EnvironmentProvider;
pub use file_key::FileKey;
pub use file_provider::{AddError, CreateError, FileProvider};
pub use index::BlindIndex;
pub use kek::{Kek, KeyRing, RingError, UnwrapError, WrappedKey};
pub use mac::SessionKey;
pub use provider::{KeyProvider, ProviderError, Secrets};
pub use sealed::{DataKey, KeyId, NotSealed, OpenError, Place, Sealed};
pub use words::WordIndex;
/// Wipes what it holds when dropped; here so that callers need no dependency of their own.
pub use zeroize::Zeroizing;
