//! What a sealed value promises: it comes back as it was, in its own place, with its own key, or not at all.
//! Runs against the public face of the crate.

use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use uuid::Uuid;
use vault::{DataKey, Entropy, KeyId, NotSealed, OpenError, Place, Sealed, SeededEntropy};

const PLACE: Place = Place { table: "entry", row: Uuid::from_u128(5), column: "body" };
const ALTERED: OpenError = OpenError::Altered { table: "entry", column: "body" };

fn key(number: u128, entropy: &dyn Entropy) -> DataKey {
    DataKey::generate(KeyId(Uuid::from_u128(number)), entropy)
}

/// The error of an attempt that must fail.
fn refusal(key: &DataKey, place: Place, sealed: &Sealed) -> OpenError {
    key.open(place, sealed).expect_err("the value must not open")
}

proptest! {
    #[test]
    fn any_bytes_come_back(plain: Vec<u8>, seed: u64, row: u128) {
        let entropy = SeededEntropy::new(seed);
        let key = key(1, &entropy);
        let place = Place { row: Uuid::from_u128(row), ..PLACE };

        let stored = key.seal(place, &plain, &entropy).into_bytes();

        let sealed = Sealed::from_bytes(stored).expect("what was sealed has the right shape");
        prop_assert_eq!(sealed.key_id(), key.id());
        let opened = key.open(place, &sealed).expect("the value opens in its place");
        prop_assert_eq!(&*opened, &plain);
    }

    #[test]
    fn any_text_comes_back(plain: String, seed: u64) {
        let entropy = SeededEntropy::new(seed);
        let key = key(1, &entropy);

        let sealed = key.seal(PLACE, plain.as_bytes(), &entropy);

        prop_assert_eq!(key.open_text(PLACE, &sealed), Ok(plain));
    }

    #[test]
    fn a_flipped_bit_anywhere_is_noticed(plain: Vec<u8>, at: proptest::sample::Index, bit in 0..8_u8) {
        let entropy = SeededEntropy::new(1);
        let key = key(1, &entropy);
        let mut stored = key.seal(PLACE, &plain, &entropy).into_bytes();

        let at = at.index(stored.len());
        stored[at] ^= 1_u8 << bit;

        let opened = Sealed::from_bytes(stored).map(|sealed| key.open(PLACE, &sealed).is_ok());
        prop_assert!(matches!(opened, Err(NotSealed::UnknownVersion(_)) | Ok(false)));
    }

    #[test]
    fn a_value_that_lost_its_end_is_noticed(plain: Vec<u8>, kept: proptest::sample::Index) {
        let entropy = SeededEntropy::new(1);
        let key = key(1, &entropy);
        let mut stored = key.seal(PLACE, &plain, &entropy).into_bytes();

        stored.truncate(kept.index(stored.len()));

        let opened = Sealed::from_bytes(stored).map(|sealed| key.open(PLACE, &sealed).is_ok());
        let noticed = matches!(opened, Err(NotSealed::TooShort { .. }) | Ok(false));
        prop_assert!(noticed);
    }

    #[test]
    fn foreign_bytes_never_open(foreign: Vec<u8>, id in any::<u128>()) {
        let key = key(id, &SeededEntropy::new(1));
        let version_and_key = [&[1], key.id().0.as_bytes().as_slice()].concat();

        let bare = Sealed::from_bytes(foreign.clone());
        let dressed = Sealed::from_bytes([version_and_key, foreign].concat());

        for sealed in [bare, dressed].into_iter().flatten() {
            prop_assert!(key.open(PLACE, &sealed).is_err());
        }
    }
}

#[test]
fn a_value_moved_to_another_row_does_not_open() {
    let entropy = SeededEntropy::new(1);
    let key = key(1, &entropy);
    let sealed = key.seal(PLACE, b"Bilal", &entropy);

    let row = Uuid::from_u128(6);

    assert_eq!(refusal(&key, Place { row, ..PLACE }, &sealed), ALTERED);
}

#[test]
fn a_value_moved_to_another_column_does_not_open() {
    let entropy = SeededEntropy::new(1);
    let key = key(1, &entropy);
    let sealed = key.seal(PLACE, b"Bilal", &entropy);

    let title = Place { column: "title", ..PLACE };

    let refused = refusal(&key, title, &sealed).to_string();
    assert_eq!(refused, "the sealed value in entry.title was altered or moved");
}

#[test]
fn a_value_moved_to_another_table_does_not_open() {
    let entropy = SeededEntropy::new(1);
    let key = key(1, &entropy);
    let sealed = key.seal(PLACE, b"Bilal", &entropy);

    let draft = Place { table: "draft", ..PLACE };

    let refused = refusal(&key, draft, &sealed).to_string();
    assert_eq!(refused, "the sealed value in draft.body was altered or moved");
}

#[test]
fn table_and_column_do_not_run_into_each_other() {
    let entropy = SeededEntropy::new(1);
    let key = key(1, &entropy);
    let place = |table, column| Place { table, column, ..PLACE };
    let sealed = key.seal(place("entry", "body"), b"Bilal", &entropy);

    let shifted = key.open(place("entryb", "ody"), &sealed);

    assert!(shifted.is_err());
}

#[test]
fn a_value_does_not_open_with_another_key_and_both_are_named() {
    let entropy = SeededEntropy::new(1);
    let (ours, theirs) = (key(1, &entropy), key(2, &entropy));

    let sealed = ours.seal(PLACE, b"Bilal", &entropy);

    let (named, given) = (ours.id(), theirs.id());
    let refused = refusal(&theirs, PLACE, &sealed);
    assert_eq!(refused, OpenError::OtherKey { named, given });
}

#[test]
fn a_value_does_not_open_with_other_bytes_under_the_same_id() {
    let entropy = SeededEntropy::new(1);
    let (ours, forged) = (key(1, &entropy), key(1, &entropy));

    let sealed = ours.seal(PLACE, b"Bilal", &entropy);

    assert_eq!(refusal(&forged, PLACE, &sealed), ALTERED);
}

#[test]
fn a_value_relabelled_with_another_key_id_does_not_open() {
    let entropy = SeededEntropy::new(1);
    let (ours, theirs) = (key(1, &entropy), key(2, &entropy));
    let mut stored = ours.seal(PLACE, b"Bilal", &entropy).into_bytes();

    stored[1..17].copy_from_slice(theirs.id().0.as_bytes());

    let sealed = Sealed::from_bytes(stored).expect("the shape is right");
    assert_eq!(refusal(&theirs, PLACE, &sealed), ALTERED);
}

#[test]
fn two_seals_of_the_same_text_differ() {
    let entropy = SeededEntropy::new(1);
    let key = key(1, &entropy);

    let one = key.seal(PLACE, b"Bilal", &entropy);
    let other = key.seal(PLACE, b"Bilal", &entropy);

    assert_ne!(one.as_bytes()[17..29], other.as_bytes()[17..29]);
    assert_ne!(one.as_bytes()[29..], other.as_bytes()[29..]);
}

#[test]
fn the_text_cannot_be_found_in_the_sealed_bytes() {
    let entropy = SeededEntropy::new(1);
    let key = key(1, &entropy);

    let sealed = key.seal(PLACE, b"Bilal", &entropy);

    let mut windows = sealed.as_bytes().windows(5);
    assert!(!windows.any(|window| window == b"Bilal"));
}

#[test]
fn bytes_that_are_no_text_are_refused_as_text() {
    let entropy = SeededEntropy::new(1);
    let key = key(1, &entropy);

    let sealed = key.seal(PLACE, &[0xff, 0xfe], &entropy);

    let refused = key.open_text(PLACE, &sealed);
    let (table, column) = ("entry", "body");
    assert_eq!(refused, Err(OpenError::NotText { table, column }));
}

#[test]
fn bytes_of_the_wrong_shape_are_no_sealed_value() {
    let shapes = [vec![], vec![1; 44], vec![2; 45], vec![1; 45]];

    let [empty, short, later, fits] = shapes.map(|bytes| Sealed::from_bytes(bytes).err());

    let too_short = |length| Some(NotSealed::TooShort { length, least: 45 });
    assert_eq!(empty, too_short(0));
    assert_eq!(short, too_short(44));
    assert_eq!(later, Some(NotSealed::UnknownVersion(2)));
    assert_eq!(fits, None);
}
