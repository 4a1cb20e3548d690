//! Keys from the environment: a wrong one is named, and never repeated (a key is 44 characters).
#![no_main]

use libfuzzer_sys::fuzz_target;
use vault::{EnvironmentProvider, KeyProvider};

fuzz_target!(|input: (&str, &str)| {
    let (keys, one) = input;
    let provider = EnvironmentProvider::new(|name| {
        Some(if name == "KEY_ENCRYPTION_KEYS" { keys } else { one }.to_owned())
    });
    match provider.load() {
        Ok(secrets) => assert!(secrets.keks.ids().count() >= 1),
        Err(why) => {
            let told = format!("{why} {why:?}");
            let is_key = |text: &&str| {
                text.len() >= 40 && text.bytes().all(|c| c.is_ascii_alphanumeric() || b"+/=".contains(&c))
            };
            for secret in keys.split([' ', ':']).chain([one]).filter(is_key) {
                assert!(!told.contains(secret), "a key in an error");
            }
        }
    }
});
