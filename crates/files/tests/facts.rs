//! What comes in, what is refused, what is left of a photo, and what a process that reads files can still reach.

mod made;

use std::path::PathBuf;
use std::process::Command;

use domain::document::{FILE_MAX, FileKind, FileRefused};
use files::{Shown, Workshop, sheet, take_in};

const PROGRAM: &str = env!("CARGO_BIN_EXE_confined");

fn refused(bytes: &[u8]) -> FileRefused {
    take_in(bytes).expect_err("a file that is refused")
}

#[test]
fn a_photo_keeps_its_picture_and_loses_where_it_was_taken() {
    let photo = made::photo_with_place(30, 20);
    assert!(made::holds(&photo, b"52.0907N"), "the photo that comes in says where it was taken");

    let taken = take_in(&photo).expect("a photo");

    assert_eq!((taken.kind, taken.sheets), (FileKind::Jpeg, 1));
    assert!(!made::holds(&taken.bytes, b"Exif"));
    assert!(!made::holds(&taken.bytes, b"52.0907N"));
    // It lay on its side, and what said so is gone: it was turned.
    assert_eq!(made::size(&taken.bytes), (20, 30));
}

#[test]
fn a_picture_with_words_beside_it_loses_them() {
    let picture = made::picture_with_words(8, 8, b"Author\0Samira at home");
    assert!(made::holds(&picture, b"Samira at home"));

    let taken = take_in(&picture).expect("a picture");

    assert_eq!(taken.kind, FileKind::Png);
    assert!(!made::holds(&taken.bytes, b"Samira"));
}

#[test]
fn a_huge_photo_is_made_smaller_and_a_picture_made_to_burst_is_refused() {
    let wide = take_in(&made::photo(5000, 20)).expect("a wide photo");
    assert_eq!(made::size(&wide.bytes).0, 4000);

    assert_eq!(refused(&made::picture_that_says(60_000, 60_000)), FileRefused::TooMuch);
}

#[test]
fn a_pdf_is_drawn_sheet_by_sheet() {
    let pdf = made::pdf(3, "");

    let taken = take_in(&pdf).expect("a PDF");
    let drawn = |number| sheet(FileKind::Pdf, taken.bytes.clone(), number);

    assert_eq!((taken.kind, taken.sheets), (FileKind::Pdf, 3));
    let (Ok(Shown::Png(first)), Ok(Shown::Png(third))) = (drawn(1), drawn(3)) else { panic!("pictures") };
    assert_eq!(made::size(&first).0, 1240);
    // The square on a sheet stands where its number says: they are different pictures.
    assert_ne!(first, third);
    assert_eq!(drawn(4), Err(FileRefused::Broken));
    assert_eq!(drawn(0), Err(FileRefused::Broken));
}

#[test]
fn a_script_in_a_pdf_runs_nowhere_and_does_not_leave() {
    let pdf = made::pdf(1, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>");

    let taken = take_in(&pdf).expect("a PDF");
    let Ok(Shown::Png(drawn)) = sheet(taken.kind, taken.bytes, 1) else { panic!("a picture") };

    assert!(!made::holds(&drawn, b"JavaScript"));
}

#[test]
fn a_locked_pdf_a_half_one_and_an_endless_one_are_refused_by_name() {
    assert_eq!(refused(&made::locked_pdf()), FileRefused::Locked);
    assert_eq!(refused(b"%PDF-1.7\nnothing more"), FileRefused::Broken);
    assert_eq!(refused(&made::pdf(301, "")), FileRefused::TooMuch);
}

#[test]
fn a_document_of_a_word_processor_shows_its_words() {
    let word = made::word(
        "<w:p><w:r><w:t>Beste Daan &amp; Noor,</w:t></w:r></w:p><w:p><w:r><w:t>Tot morgen.</w:t></w:r></w:p>",
    );
    let open = made::open_text("<text:h>Verslag</text:h><text:p>Eén<text:s/>regel</text:p>", false);

    let of = |bytes: &[u8]| {
        let taken = take_in(bytes).expect("a document");
        (taken.kind, sheet(taken.kind, taken.bytes, 1).expect("its words"))
    };

    assert_eq!(of(&word), (FileKind::Word, Shown::Words("Beste Daan & Noor,\nTot morgen.".into())));
    assert_eq!(of(&open), (FileKind::OpenText, Shown::Words("Verslag\nEén regel".into())));
    assert_eq!(refused(&made::open_text("", true)), FileRefused::Locked);
}

#[test]
fn a_bomb_of_nothing_a_doctype_and_a_zip_of_things_are_refused() {
    let bomb = made::word(&"<w:p> </w:p>".repeat(4_000_000));
    assert!(bomb.len() < 1_000_000, "a bomb is small: {}", bomb.len());
    assert_eq!(refused(&bomb), FileRefused::TooMuch);

    let laugh = made::packed("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'ha'>]><w:p>&b;</w:p>");
    assert_eq!(refused(&laugh), FileRefused::Broken);
    assert_eq!(refused(&made::packed("virus.exe", b"MZ")), FileRefused::UnknownKind);
}

#[test]
fn nothing_too_much_and_another_name_than_its_bytes() {
    assert_eq!(refused(b""), FileRefused::Empty);
    assert_eq!(refused(&vec![b'a'; FILE_MAX + 1]), FileRefused::TooLarge);
    assert_eq!(refused(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), FileRefused::UnknownKind);
    assert_eq!(refused(b"\xFF\xD8\xFF\xE0 no photo"), FileRefused::Broken);
}

#[test]
fn the_confined_process_opens_connects_and_starts_nothing() {
    let said = Command::new(PROGRAM).arg("probe").output().expect("a process");

    assert!(said.status.success(), "{said:?}");
    assert_eq!(
        String::from_utf8_lossy(&said.stdout).trim(),
        "Probe { opens: false, connects: false, starts: false }"
    );
}

#[tokio::test]
async fn the_workshop_answers_as_the_work_itself() {
    let workshop = Workshop::new(PathBuf::from(PROGRAM));
    let word = made::word("<w:p><w:t>Hoi</w:t></w:p>");

    for file in
        [made::photo_with_place(30, 20), made::picture_with_words(8, 8, b"a\0b"), made::pdf(2, ""), word]
    {
        let taken = workshop.take_in(&file).await.expect("a process").expect("a file");
        assert_eq!(Ok(&taken), take_in(&file).as_ref());
        let shown = workshop.sheet(taken.kind, &taken.bytes, taken.sheets).await.expect("a process");
        assert_eq!(shown, sheet(taken.kind, taken.bytes, taken.sheets));
    }
    for file in [made::locked_pdf(), b"MZ\x90\0program".to_vec(), made::picture_that_says(60_000, 60_000)] {
        assert_eq!(workshop.take_in(&file).await.expect("a process"), Err(refused(&file)));
    }
}

#[tokio::test]
async fn a_large_photo_passes_through_the_confined_process() {
    let workshop = Workshop::new(PathBuf::from(PROGRAM));

    let taken = workshop.take_in(&made::photo(2400, 1800)).await.expect("a process").expect("a photo");

    assert_eq!(made::size(&taken.bytes), (2400, 1800));
}

#[tokio::test]
async fn without_its_program_the_workshop_says_so() {
    let workshop = Workshop::new(PathBuf::from("/nowhere/samendossier"));

    assert!(workshop.take_in(b"words").await.is_err());
}
