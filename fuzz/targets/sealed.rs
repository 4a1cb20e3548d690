//! A sealed value, read from a row: what was not sealed with the key does not open, whatever it names.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use uuid::Uuid;
use vault::{DataKey, KeyId, Place, Sealed, SeededEntropy};

static KEY: LazyLock<DataKey> =
    LazyLock::new(|| DataKey::generate(KeyId(Uuid::nil()), &SeededEntropy::new(1)));

fuzz_target!(|bytes: &[u8]| {
    if let Ok(sealed) = Sealed::from_bytes(bytes.to_vec()) {
        assert_eq!(sealed.as_bytes(), bytes);
        let place = Place { table: "entry_version", row: Uuid::nil(), column: "fact" };
        assert!(KEY.open(place, &sealed).is_err());
        assert!(KEY.open_text(place, &sealed).is_err());
    }
});
