//! The secrets as variables of the environment, for platforms that hand them out so.
//! Files are the better place: variables are inherited, and cannot change while the product runs.

use zeroize::Zeroizing;

use crate::file_provider::{NoKey, is_kek_id, key_in};
use crate::provider::{KeyProvider, ProviderError, Secrets};
use crate::{BlindIndex, Kek, KeyRing, SessionKey};

const KEKS: &str = "KEY_ENCRYPTION_KEYS";
const INDEX: &str = "KEY_BLIND_INDEX";
const LEDGER: &str = "KEY_LEDGER";
const SESSION: &str = "KEY_SESSION";

/// Reads the secrets from variables. Each key is 32 bytes in base64.
///
/// ```text
/// KEY_ENCRYPTION_KEYS   kek-2027-02:BASE64 kek-2026-11:BASE64   the one that wraps first
/// KEY_BLIND_INDEX       KEY_LEDGER   KEY_SESSION
/// ```
pub struct EnvironmentProvider<F>(F);

impl<F: Fn(&str) -> Option<String> + Send + Sync> EnvironmentProvider<F> {
    /// Asks `variable` for each value, when [`KeyProvider::load`] is called.
    pub const fn new(variable: F) -> Self {
        Self(variable)
    }

    fn text(&self, name: &'static str) -> Result<Zeroizing<String>, ProviderError> {
        match (self.0)(name).map(Zeroizing::new) {
            Some(text) if !text.trim().is_empty() => Ok(text),
            _ => Err(ProviderError::VariableMissing { name }),
        }
    }

    fn key(&self, name: &'static str) -> Result<Zeroizing<[u8; 32]>, ProviderError> {
        key_in(self.text(name)?.as_bytes()).map_err(|why| damaged(name, &why))
    }

    fn ring(&self) -> Result<KeyRing, ProviderError> {
        let text = self.text(KEKS)?;
        let mut keks = Vec::new();
        for entry in text.split_ascii_whitespace() {
            let Some((id, key)) = entry.split_once(':').filter(|(id, _)| is_kek_id(id)) else {
                return Err(ProviderError::VariableDamaged {
                    name: KEKS,
                    what: "an entry is no NAME:KEY".into(),
                });
            };
            let key = key_in(key.as_bytes()).map_err(|why| damaged(KEKS, &why))?;
            keks.push(Kek::new(id, &key));
        }
        KeyRing::new(keks).map_err(|why| ProviderError::VariableDamaged { name: KEKS, what: why.to_string() })
    }
}

impl<F: Fn(&str) -> Option<String> + Send + Sync> KeyProvider for EnvironmentProvider<F> {
    fn load(&self) -> Result<Secrets, ProviderError> {
        Ok(Secrets {
            keks: self.ring()?,
            index: BlindIndex::new(&*self.key(INDEX)?),
            ledger_seed: self.key(LEDGER)?,
            session_key: SessionKey::new(&*self.key(SESSION)?),
        })
    }
}

/// What is wrong, without a byte of the value.
fn damaged(name: &'static str, why: &NoKey) -> ProviderError {
    let what = match why {
        NoKey::NotBase64 => "a key is not base64".to_owned(),
        NoKey::Holds(length) => format!("a key holds {length} bytes, not 32"),
    };
    ProviderError::VariableDamaged { name, what }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";
    const OTHER: &str = "CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCA=";

    fn load(keks: &str, index: &str) -> Result<Secrets, ProviderError> {
        let (keks, index) = (keks.to_owned(), index.to_owned());
        EnvironmentProvider::new(move |name: &str| match name {
            KEKS => Some(keks.clone()),
            INDEX => Some(index.clone()),
            LEDGER | SESSION => Some(KEY.to_owned()),
            _ => None,
        })
        .load()
    }

    #[test]
    fn the_first_of_the_list_wraps_and_all_are_there() {
        let secrets = load(&format!("kek-2:{KEY}\n  kek-1:{OTHER}"), KEY).expect("they load");

        assert_eq!(secrets.keks.ids().collect::<Vec<_>>(), ["kek-2", "kek-1"]);
        assert_eq!(secrets.keks.sealing_kek(), "kek-2");
    }

    #[test]
    fn a_variable_that_is_not_there_is_named() {
        assert!(load("", KEY).expect_err("refused").to_string().contains("KEY_ENCRYPTION_KEYS is not set"));
        assert!(
            load(&format!("kek-1:{KEY}"), " ").expect_err("refused").to_string().contains("KEY_BLIND_INDEX")
        );
    }

    #[test]
    fn a_damaged_value_is_named_and_not_shown() {
        for (keks, told) in [
            (KEY.to_owned(), "an entry is no NAME:KEY"),
            (format!("Kek One:{KEY}"), "an entry is no NAME:KEY"),
            ("kek-1:geheim".to_owned(), "not base64"),
            (format!("kek-1:{}", &KEY[..40]), "holds 30 bytes, not 32"),
            (format!("kek-1:{KEY} kek-1:{OTHER}"), "kek-1 is there twice"),
        ] {
            let refused = load(&keks, KEY).expect_err("refused");

            let shown = format!("{refused} {refused:?}");
            assert!(shown.contains("KEY_ENCRYPTION_KEYS") && shown.contains(told), "{shown}");
            assert!(!shown.contains(&KEY[..20]) && !shown.contains("geheim"), "{shown}");
        }
    }
}
