//! The canonical bytes of a record: fixed for ever, one way to write, one way to read.
//! The expected hashes were computed from the description in `codec`, by a program that is not this one.

use ledger::{Capacity, DecodeError, Kind, Outcome, Record, Salt, leaf_hash};
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

fn id(byte: u8) -> Uuid {
    Uuid::from_bytes([byte; 16])
}

fn read_by_a_worker() -> Record {
    Record {
        id: id(1),
        occurred_at: 1_772_440_200_123,
        correlation: id(2),
        event: "ReadDossier".into(),
        kind: Kind::Read,
        outcome: Outcome::Done,
        account: Some(id(3)),
        capacity: Capacity::Staff,
        staff: Some(id(4)),
        on_behalf_of: None,
        function: "social-worker".into(),
        team: Some(id(5)),
        controller: Some(id(6)),
        purpose: "support".into(),
        subject: Some(id(7)),
        object_kind: "dossier".into(),
        object: Some(id(8)),
        domains: vec!["wmo".into(), "youth".into()],
        items: vec![id(9), id(10)],
        count: 2,
        basis: "involvement".into(),
        basis_id: Some(id(11)),
        policies: vec!["involved-reads".into()],
        policy_set: "2026-03-01".into(),
        reason: String::new(),
        emergency: false,
        source: "samendossier".into(),
        access_point: "127.0.0.1".into(),
        detail: vec![("page".into(), "2".into())],
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn version_1_never_changes() {
    let full = read_by_a_worker().encode();
    let empty = Record::default().encode();

    let leaf = leaf_hash(&Salt([0x2a; 32]), &full);

    assert_eq!(full.len(), 471);
    assert_eq!(
        hex(&Sha256::digest(&full)),
        "ea7d9cc192fedb704c5d85822b685fb7c6db6515b6bc50ce6cc30260f47716be"
    );
    assert_eq!(
        hex(&Sha256::digest(&empty)),
        "aa31ccbdb64af21a5a4e105167cb11e3044d14c297e344a9b965fa7492b6ea89"
    );
    assert_eq!(format!("{leaf:?}"), "f3ffd5d1e3339077e276bcf3a9a8a5dbb7c42ef52bf5fd100336161745ddf3b2");
}

#[test]
fn what_was_written_is_read_back() {
    let record = read_by_a_worker();

    let bytes = record.encode();

    assert_eq!(Record::decode(&bytes), Ok(record));
    assert_eq!(Record::peek_event(&bytes), Ok("ReadDossier"));
}

#[test]
fn every_beginning_of_a_record_is_refused() {
    let bytes = read_by_a_worker().encode();

    for length in 0..bytes.len() {
        let read = Record::decode(&bytes[..length]);

        assert!(read.is_err(), "the first {length} bytes were read as a record");
    }
}

#[test]
fn bytes_after_the_record_are_refused() {
    let mut bytes = read_by_a_worker().encode();

    bytes.push(0);

    assert_eq!(Record::decode(&bytes), Err(DecodeError::Trailing));
}

#[test]
fn an_unknown_version_is_refused() {
    let mut bytes = read_by_a_worker().encode();

    bytes[0] = 2;

    assert_eq!(Record::decode(&bytes), Err(DecodeError::Version));
    assert_eq!(Record::peek_event(&bytes), Err(DecodeError::Version));
    assert_eq!(Record::decode(&[]), Err(DecodeError::Version));
}

/// The bytes of a record in which the content of field `at` is `content`.
fn with_field(at: usize, content: &[u8]) -> Vec<u8> {
    let bytes = read_by_a_worker().encode();
    let mut start = 1;
    let length =
        |start: usize| u32::from_be_bytes(bytes[start..start + 4].try_into().expect("four bytes")) as usize;
    for _ in 0..at {
        start += 4 + length(start);
    }
    let mut changed = bytes[..start].to_vec();
    changed.extend(u32::try_from(content.len()).expect("a short content").to_be_bytes());
    changed.extend(content);
    changed.extend(&bytes[start + 4 + length(start)..]);
    changed
}

#[test]
fn a_field_that_does_not_fit_its_type_is_refused_by_name() {
    let cases: [(usize, &[u8], &str); 14] = [
        (0, &[1; 15], "id"),
        (0, &[], "id"),
        (1, &[0; 4], "occurred_at"),
        (3, &[0xff, 0xfe], "event"),
        (4, b"X", "kind"),
        (4, b"r", "kind"),
        (5, b"", "outcome"),
        (7, b"own", "capacity"),
        (9, &[0; 17], "on_behalf_of"),
        (17, &[0, 0, 0, 1], "domains"),
        (17, &[0, 0, 0, 0, 9], "domains"),
        (18, &[0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0], "items"),
        (25, &[2], "emergency"),
        (28, &[0, 0, 0, 1, 0, 0, 0, 0], "detail"),
    ];

    for (at, content, name) in cases {
        let read = Record::decode(&with_field(at, content));

        assert_eq!(read, Err(DecodeError::Field(name)), "field {at} with {content:?}");
    }
}

#[test]
fn codes_are_read_back_and_no_two_are_alike() {
    let kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.code()).collect();

    assert_eq!(kinds, ["C", "R", "U", "D", "E"]);
    assert!(Kind::ALL.iter().all(|it| Kind::from_code(it.code()) == Some(*it)));
    assert!(Outcome::ALL.iter().all(|it| Outcome::from_code(it.code()) == Some(*it)));
    assert!(Capacity::ALL.iter().all(|it| Capacity::from_code(it.code()) == Some(*it)));
    assert_eq!(Capacity::Own.code(), "self");
}

#[test]
fn a_salt_does_not_show_itself() {
    let salt = Salt([7; 32]);

    let shown = format!("{salt:?}");

    assert_eq!(shown, "Salt(..)");
}

fn any_id() -> impl Strategy<Value = Uuid> {
    any::<[u8; 16]>().prop_map(Uuid::from_bytes)
}

fn maybe_id() -> impl Strategy<Value = Option<Uuid>> {
    proptest::option::of(any_id())
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(any::<String>(), 0..4)
}

prop_compose! {
    fn any_record()(
        (id, correlation, occurred_at, count, emergency) in
            (any_id(), any_id(), any::<i64>(), any::<u64>(), any::<bool>()),
        kind in proptest::sample::select(Kind::ALL),
        outcome in proptest::sample::select(Outcome::ALL),
        capacity in proptest::sample::select(Capacity::ALL),
        maybe in proptest::collection::vec(maybe_id(), 8),
        text in proptest::collection::vec(any::<String>(), 9),
        domains in texts(),
        policies in texts(),
        items in proptest::collection::vec(any_id(), 0..5),
        detail in proptest::collection::vec((any::<String>(), any::<String>()), 0..4),
    ) -> Record {
        let [event, function, purpose, object_kind, basis, policy_set, reason, source, access_point] =
            text.try_into().expect("nine texts");
        let [account, staff, on_behalf_of, team, controller, subject, object, basis_id] =
            maybe.try_into().expect("eight ids");
        Record {
            id, occurred_at, correlation, event, kind, outcome, account, capacity, staff, on_behalf_of, function,
            team, controller, purpose, subject, object_kind, object, domains, items, count, basis, basis_id,
            policies, policy_set, reason, emergency, source, access_point, detail,
        }
    }
}

proptest! {
    #[test]
    fn every_record_is_read_back(record in any_record()) {
        let bytes = record.encode();

        prop_assert_eq!(Record::peek_event(&bytes), Ok(record.event.as_str()));
        prop_assert_eq!(Record::decode(&bytes), Ok(record));
    }

    #[test]
    fn bytes_are_read_only_when_they_are_the_one_way_to_write(
        record in any_record(), at in any::<proptest::sample::Index>(), flip in 1..=255_u8,
    ) {
        let mut bytes = record.encode();
        let at = at.index(bytes.len());

        bytes[at] ^= flip;

        if let Ok(read) = Record::decode(&bytes) {
            prop_assert_ne!(&read, &record);
            prop_assert_eq!(read.encode(), bytes);
        }
    }
}
