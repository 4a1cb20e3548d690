//! What the ring promises: a data key comes off the shelf as it went on, also after a new key-encryption key.
//! Runs against the public face of the crate.

use uuid::Uuid;
use vault::{DataKey, Kek, KeyId, KeyRing, Place, RingError, SeededEntropy, UnwrapError, WrappedKey};

const ID: KeyId = KeyId(Uuid::from_u128(1));
const PLACE: Place = Place { table: "entry", row: Uuid::from_u128(5), column: "body" };

fn old() -> Kek {
    Kek::new("kek-2026-11", &[1; 32])
}

fn new() -> Kek {
    Kek::new("kek-2027-02", &[2; 32])
}

fn ring<const N: usize>(keks: [Kek; N]) -> KeyRing {
    KeyRing::new(keks.into()).expect("the keys make a ring")
}

#[test]
fn a_key_from_the_shelf_opens_what_it_sealed_before() {
    let entropy = SeededEntropy::new(1);
    let key = DataKey::generate(ID, &entropy);
    let sealed = key.seal(PLACE, b"Bilal", &entropy);

    let wrapped = ring([old()]).wrap(&key, &entropy);
    let again = ring([old()]).unwrap(&wrapped).expect("the key comes off the shelf");

    assert_eq!(again.id(), ID);
    assert_eq!(again.open_text(PLACE, &sealed).as_deref(), Ok("Bilal"));
}

#[test]
fn an_old_kek_still_opens_after_a_new_first_kek() {
    let entropy = SeededEntropy::new(1);
    let key = DataKey::generate(ID, &entropy);
    let sealed = key.seal(PLACE, b"Bilal", &entropy);
    let wrapped = ring([old()]).wrap(&key, &entropy);

    let both = ring([new(), old()]);

    let again = both.unwrap(&wrapped).expect("the old key still opens");
    assert_eq!(again.open_text(PLACE, &sealed).as_deref(), Ok("Bilal"));
    assert_eq!(both.sealing_kek(), "kek-2027-02");
    assert_eq!(both.wrap(&key, &entropy).kek, "kek-2027-02");
}

#[test]
fn a_rewrapped_key_no_longer_needs_the_old_kek() {
    let entropy = SeededEntropy::new(1);
    let key = DataKey::generate(ID, &entropy);
    let sealed = key.seal(PLACE, b"Bilal", &entropy);
    let wrapped = ring([old()]).wrap(&key, &entropy);

    let rewrapped = ring([new(), old()]).rewrap(&wrapped, &entropy).expect("both keys are there");

    assert_eq!((rewrapped.id, &*rewrapped.kek), (ID, "kek-2027-02"));
    let again = ring([new()]).unwrap(&rewrapped).expect("the new key opens alone");
    assert_eq!(again.open_text(PLACE, &sealed).as_deref(), Ok("Bilal"));
}

#[test]
fn an_unknown_kek_is_named() {
    let entropy = SeededEntropy::new(1);
    let wrapped = ring([old()]).wrap(&DataKey::generate(ID, &entropy), &entropy);

    let refused = ring([new()]).unwrap(&wrapped).expect_err("the old key is not there");

    let kek = "kek-2026-11".to_owned();
    assert!(refused.to_string().contains(&kek));
    assert_eq!(refused, UnwrapError::UnknownKek { id: ID, kek });
}

#[test]
fn a_wrapped_key_put_on_another_row_does_not_open() {
    let entropy = SeededEntropy::new(1);
    let ring = ring([old()]);
    let mut wrapped = ring.wrap(&DataKey::generate(ID, &entropy), &entropy);

    wrapped.id = KeyId(Uuid::from_u128(2));

    let refused = ring.unwrap(&wrapped).expect_err("the row is another one");
    assert!(matches!(refused, UnwrapError::Altered { .. }));
}

#[test]
fn a_wrapped_key_is_bound_to_the_name_of_its_kek() {
    let entropy = SeededEntropy::new(1);
    let mut wrapped = ring([old()]).wrap(&DataKey::generate(ID, &entropy), &entropy);
    let same_bytes_other_name = ring([Kek::new("kek-other", &[1; 32])]);

    wrapped.kek = "kek-other".to_owned();

    let refused = same_bytes_other_name.unwrap(&wrapped).expect_err("the name differs");
    assert!(matches!(refused, UnwrapError::Altered { .. }));
}

#[test]
fn a_flipped_bit_in_a_wrapped_key_is_noticed() {
    let entropy = SeededEntropy::new(1);
    let ring = ring([old()]);
    let wrapped = ring.wrap(&DataKey::generate(ID, &entropy), &entropy);

    for at in 0..wrapped.bytes.len() {
        let mut altered = wrapped.clone();
        altered.bytes[at] ^= 1;

        assert!(ring.unwrap(&altered).is_err(), "byte {at} can be changed unseen");
    }
}

#[test]
fn a_wrapped_key_of_the_wrong_length_is_refused() {
    let entropy = SeededEntropy::new(1);
    let ring = ring([old()]);
    let wrapped = ring.wrap(&DataKey::generate(ID, &entropy), &entropy);

    let with = |bytes| ring.unwrap(&WrappedKey { bytes, ..wrapped.clone() }).err();

    let malformed = Some(UnwrapError::Malformed { id: ID });
    assert_eq!(wrapped.bytes.len(), 61);
    assert_eq!(with(vec![]), malformed);
    assert_eq!(with(wrapped.bytes[..60].to_vec()), malformed);
    assert_eq!(with([&wrapped.bytes[..], &[0]].concat()), malformed);
}

#[test]
fn a_ring_needs_a_key_and_no_id_twice() {
    let none = KeyRing::new(vec![]).err();
    let twice = KeyRing::new(vec![old(), new(), old()]).err();

    let id = "kek-2026-11".to_owned();
    assert_eq!(none, Some(RingError::Empty));
    assert_eq!(twice, Some(RingError::Duplicate { id }));
}

#[test]
fn keys_and_wrapped_keys_are_shown_by_name_only() {
    let entropy = SeededEntropy::new(1);
    let ring = ring([Kek::new("kek-2026-11", &[0xA7; 32])]);
    let wrapped = ring.wrap(&DataKey::generate(ID, &entropy), &entropy);

    let (of_ring, of_wrapped) = (format!("{ring:?}"), format!("{wrapped:?}"));

    assert_eq!(of_ring, r#"KeyRing([Kek { id: "kek-2026-11", cipher: .. }])"#);
    let expected = "WrappedKey(key 00000000-0000-0000-0000-000000000001, by kek-2026-11)";
    assert_eq!(of_wrapped, expected);
}
