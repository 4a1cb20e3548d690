//! Signed notes and checkpoints: what the specification's example says, and everything that must be refused.

use ledger::{Checkpoint, CheckpointError, Hash, NoteError, Signer, Verifier};

/// The example of the signed-note specification.
const EXAMPLE_KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const EXAMPLE: &str = "This is an example message.\n\n\u{2014} example.com/foo \
    Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

const LOG: &str = "log.noord.example/record";

fn signer() -> Signer {
    Signer::new(LOG, [7; 32]).expect("a good name")
}

fn verifier() -> Verifier {
    Verifier::from_vkey(&signer().vkey()).expect("a good key")
}

fn checkpoint() -> Checkpoint {
    Checkpoint { origin: LOG.into(), size: 20_852_163, root: Hash::of_leaf(&[b"a tree"]) }
}

#[test]
fn the_example_of_the_specification_opens() {
    let verifier = Verifier::from_vkey(EXAMPLE_KEY).unwrap();

    let text = verifier.open(EXAMPLE);

    assert_eq!(text, Ok("This is an example message.\n"));
    assert_eq!(verifier.name(), "example.com/foo");
}

#[test]
fn the_example_with_one_letter_changed_does_not_open() {
    let verifier = Verifier::from_vkey(EXAMPLE_KEY).unwrap();

    let changed = EXAMPLE.replace("an example", "no example");

    assert_eq!(verifier.open(&changed), Err(NoteError::FalseSignature));
}

#[test]
fn what_is_signed_opens_blank_lines_and_all() {
    for text in
        ["one line\n", "\n", "two\n\nparts\n", "ends blank\n\n", "ends twice blank\n\n\n", "Zoë — ó\n"]
    {
        let note = signer().sign(text).unwrap();

        assert_eq!(verifier().open(&note), Ok(text));
    }
}

#[test]
fn signatures_of_others_are_passed_over() {
    let text = "a text\n";
    let mut note = signer().sign(text).unwrap();
    let line_of = |signer: &Signer| signer.sign(text).unwrap()[text.len() + 1..].to_owned();
    for other in 0..20 {
        note += &line_of(&Signer::new(&format!("witness.example/{other}"), [other; 32]).unwrap());
    }
    note += &line_of(&Signer::new(LOG, [99; 32]).unwrap());
    note += "\u{2014} later.example YWJjZGVmZ2hpamtsbW5vcA==\n";

    let opened = verifier().open(&note);

    assert_eq!(opened, Ok(text));
    let stranger = Verifier::from_vkey(&Signer::new("stranger.example", [1; 32]).unwrap().vkey()).unwrap();
    assert_eq!(stranger.open(&note), Err(NoteError::Unsigned));
}

#[test]
fn a_false_signature_of_the_known_key_spoils_the_note() {
    let note = signer().sign("a text\n").unwrap();
    let elsewhere = signer().sign("another text\n").unwrap();
    let moved = elsewhere.split("\n\n").nth(1).unwrap();

    let with_both = format!("{note}{moved}");

    assert_eq!(verifier().open(&with_both), Err(NoteError::FalseSignature));
    assert_eq!(verifier().open(&format!("a text\n\n{moved}")), Err(NoteError::FalseSignature));
}

#[test]
fn malformed_notes_are_refused() {
    let note = signer().sign("a text\n").unwrap();
    let signature = note.split("\n\n").nth(1).unwrap();
    let cases = [
        String::new(),
        "a text\n".into(),
        "a text\n\n".into(),
        note.trim_end().into(),
        format!("{note}\n"),
        format!("{note}no signature\n"),
        format!("a text\n{signature}"),
        note.replace('\u{2014}', "-"),
        note.replace("a text", "a\ttext"),
        note.replace("a text", "a\r\ntext"),
        note.replace("a text", "a\0text"),
        note.replace("=\n", "\n"),
        note.replace("=\n", "= \n"),
        format!("{note}\u{2014} name YWJjZA==\n"),
        format!("{note}\u{2014} na+me YWJjZGVmZw==\n"),
        format!("{note}\u{2014}  YWJjZGVmZw==\n"),
    ];

    for case in &cases {
        let opened = verifier().open(case);

        assert_eq!(opened, Err(NoteError::Malformed), "{case:?}");
    }
}

#[test]
fn a_note_that_is_too_large_is_neither_made_nor_read() {
    let text = format!("{}\n", "x".repeat(ledger::note::LARGEST));

    let made = signer().sign(&text);
    let note = format!("{text}\n\u{2014} {LOG} YWJjZGVmZw==\n");
    let read = verifier().open(&note).err();

    assert_eq!(made, Err(NoteError::TooLarge));
    assert_eq!(read, Some(NoteError::TooLarge));
}

#[test]
fn a_text_that_could_not_be_read_back_is_not_signed() {
    for text in ["", "no newline", "a\ttab\n", "a\rreturn\n"] {
        assert_eq!(signer().sign(text), Err(NoteError::Malformed), "{text:?}");
    }
}

#[test]
fn a_key_name_has_no_space_plus_or_control_character() {
    for name in ["", "a b", "a+b", "a\u{a0}b", "a\u{2003}b", "a\nb", "a\u{7}b"] {
        assert_eq!(Signer::new(name, [1; 32]).unwrap_err(), NoteError::Name, "{name:?}");
    }
}

#[test]
fn a_verifier_key_whose_parts_do_not_belong_together_is_refused() {
    let vkey = signer().vkey();
    let (name_and_id, key) = vkey.rsplit_once('+').unwrap();
    let cases = [
        String::new(),
        "name".into(),
        name_and_id.into(),
        format!("other{vkey}"),
        format!("{name_and_id}+{}", &key[..20]),
        format!("{name_and_id}+{}", key.replacen("Ae", "Ag", 1)),
        format!("{vkey} "),
        EXAMPLE_KEY.replace("530d903a", "530D903A"),
        EXAMPLE_KEY.replace("530d903a", "530d903b"),
    ];

    for case in &cases {
        assert_eq!(Verifier::from_vkey(case).err(), Some(NoteError::Key), "{case:?}");
    }
}

#[test]
fn the_seed_is_never_shown() {
    let signer = Signer::new(LOG, [0xab; 32]).unwrap();

    let shown = format!("{signer:?}").to_lowercase();

    assert_eq!(shown, format!("signer({:?})", signer.vkey()).to_lowercase());
    assert!(!shown.contains("abab") && !shown.contains("171, 171"));
}

#[test]
fn a_signed_checkpoint_opens() {
    let note = checkpoint().sign(&signer()).unwrap();

    let opened = Checkpoint::open(&note, &verifier());

    assert_eq!(opened, Ok(checkpoint()));
    assert!(note.starts_with("log.noord.example/record\n20852163\n"));
}

#[test]
fn a_checkpoint_of_another_log_is_refused() {
    let other = Checkpoint { origin: "log.zuid.example/record".into(), ..checkpoint() };

    let smuggled = signer().sign(&other.to_note_text()).unwrap();

    assert_eq!(other.sign(&signer()), Err(CheckpointError::Origin));
    assert_eq!(Checkpoint::open(&smuggled, &verifier()), Err(CheckpointError::Origin));
}

#[test]
fn a_checkpoint_that_another_key_signed_is_refused() {
    let impostor = Signer::new(LOG, [8; 32]).unwrap();

    let note = checkpoint().sign(&impostor).unwrap();

    assert_eq!(Checkpoint::open(&note, &verifier()), Err(CheckpointError::Note(NoteError::Unsigned)));
}

#[test]
fn checkpoints_are_read_strictly() {
    let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    let good = [format!("log\n0\n{root}\n"), format!("log\n7\n{root}\n"), format!("log\n7\n{root}\nmore\n")];
    let bad = [
        String::new(),
        "log\n7\n".into(),
        format!("log\n7\n{root}"),
        format!("\n7\n{root}\n"),
        format!("log\n07\n{root}\n"),
        format!("log\n00\n{root}\n"),
        format!("log\n+7\n{root}\n"),
        format!("log\n-7\n{root}\n"),
        format!("log\n 7\n{root}\n"),
        format!("log\n7 \n{root}\n"),
        format!("log\n0x7\n{root}\n"),
        format!("log\n٧\n{root}\n"),
        format!("log\n\n{root}\n"),
        format!("log\n18446744073709551616\n{root}\n"),
        format!("log\n7\n{}\n", &root[..43]),
        format!("log\n7\n{root}=\n"),
        "log\n7\nAAAA\n".into(),
        format!("log\n7\n{root}\n\n"),
        format!("log\n7\n{root}\n\nmore\n"),
        format!("log\r\n7\r\n{root}\r\n"),
    ];

    for text in &good {
        assert!(Checkpoint::parse(text).is_ok(), "{text:?}");
    }
    for text in &bad {
        assert_eq!(Checkpoint::parse(text), Err(CheckpointError::Malformed), "{text:?}");
    }
}
