//! Files through the pages: what comes in, what is said of what does not, and what a reader gets.

use app::document::{Desk, Scanner, Workshop};
use testkit::World;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixListener;

use crate::browser::{Answer, Browser, router};
use crate::street::{belongs_to, of_bilal, takes_in};

const FIELDS: [(&str, &str); 3] = [("part", "wmo"), ("source", "client"), ("category", "general")];

/// The smallest picture there is, one pixel.
fn picture() -> Vec<u8> {
    let mut head = b"\x89PNG\r\n\x1a\n".to_vec();
    head.extend(b"\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde");
    head.extend(b"\0\0\0\x0cIDATx\x9cc\xf8\xcf\xc0\0\0\x03\x01\x01\0\xc9\xfe\x92\xef");
    head.extend(b"\0\0\0\0IEND\xaeB`\x82");
    head
}

/// Ria's browser and the list of documents of Bilal's dossier, which has three parts.
async fn rias_list(w: &World) -> (Browser, String) {
    let mut ria = Browser::of(w, "ria").await;
    let dossier = takes_in(&mut ria, &of_bilal()).await;
    belongs_to(w, &dossier, w.bilal().member().person).await;
    let path = format!("/werk/dossier/{dossier}/documenten");
    ria.get(&path).await;
    (ria, path)
}

/// The addresses of the documents that a list shows.
fn shown(list: &Answer, path: &str) -> Vec<String> {
    let text = list.text();
    let link = format!("href=\"{path}/");
    let ids = text.split(&link).skip(1).filter_map(|rest| rest.split('"').next());
    ids.map(|id| format!("{path}/{id}")).collect()
}

async fn count(w: &World) -> usize {
    w.raw().rows("SELECT id FROM document").await.len()
}

fn files_in(folder: &std::path::Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| if path.is_dir() { files_in(&path) } else { 1 })
        .sum()
}

testkit::both_engines! {
    async fn several_files_come_in_at_once_and_each_keeps_its_name(w: World) {
        let (mut ria, path) = rias_list(&w).await;

        let files = [("Brief_school.txt", "Beste ouders".as_bytes()), ("huis.png", &picture())];
        let done = ria.uploads(&path, &FIELDS, &files).await;
        let list = ria.get(&done.location()).await;

        assert_eq!(done.status, 303, "{done:?}");
        let text = list.text();
        assert!(text.contains("2 documenten zijn toegevoegd."), "{text}");
        assert!(text.contains("Brief school") && text.contains("huis") && text.contains("Bewaren tot"), "{text}");
        assert_eq!(shown(&list, &path).len(), 2);
    }

    async fn a_text_is_shown_as_words_and_a_picture_as_a_picture_nobody_keeps(w: World) {
        let (mut ria, path) = rias_list(&w).await;
        let files = [("brief.txt", "Beste <b>ouders</b>".as_bytes()), ("huis.png", &picture())];
        ria.uploads(&path, &FIELDS, &files).await;
        let list = ria.get(&path).await;

        let mut words = 0;
        for document in shown(&list, &path) {
            let page = ria.get(&document).await;
            assert_eq!(page.status, 200, "{page:?}");
            let picture = ria.get(&format!("{document}/blad/1")).await;
            if page.text().contains("Beste &#60;b&#62;ouders") {
                words += 1;
                assert_eq!(picture.status, 404);
            } else {
                assert_eq!((picture.status, picture.header("content-type")), (200, "image/png"));
                assert_eq!(picture.header("cache-control"), "no-store");
                assert_eq!(picture.header("content-disposition"), "inline");
            }
            assert_eq!(ria.get(&format!("{document}/blad/2")).await.status, 404);
        }
        assert_eq!(words, 1);
    }

    async fn on_paper_stands_who_printed_it_when_and_for_what(w: World) {
        let (mut ria, path) = rias_list(&w).await;
        let files = [("brief.txt", "Beste ouders".as_bytes())];
        ria.uploads(&path, &FIELDS, &files).await;
        let one = shown(&ria.get(&path).await, &path).remove(0);
        assert!(ria.get(&one).await.text().contains("Druk dit document af"));
        let print = format!("{one}/afdrukken");

        let asked = ria.post(&print, &[]).await;
        let paper = ria.post(&print, &[("purpose", "print-meeting")]).await;

        assert_eq!((asked.status, paper.status), (422, 200));
        assert!(asked.text().contains("Kies waarvoor je het afdrukt."));
        assert!(paper.text().contains("Beste ouders"));
        assert_eq!(paper.text().matches("Afgedrukt door Ria de Wit").count(), 2, "above and below");
        let withdraw = [("ground", "wrong-dossier"), ("why", "")];
        assert_eq!(ria.post(&format!("{one}/intrekken"), &withdraw).await.status, 303);
        assert_eq!(ria.post(&print, &[("purpose", "print-meeting")]).await.status, 404);
    }

    async fn one_bad_file_is_named_with_why_and_the_others_come_in(w: World) {
        let (mut ria, path) = rias_list(&w).await;

        let files = [
            ("goed.txt", "Goed".as_bytes()),
            ("plaatje.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
            ("leeg.pdf", b""),
            ("brief.pdf", b"MZ\x90\x00 a program"),
        ];
        let back = ria.uploads(&path, &FIELDS, &files).await;

        assert_eq!(back.status, 422, "{back:?}");
        let text = back.text();
        assert!(text.contains("1 document is toegevoegd."), "{text}");
        assert!(text.contains("plaatje: Dit soort bestand nemen we niet aan."), "{text}");
        assert!(text.contains("leeg: Dit bestand is leeg."), "{text}");
        assert!(text.contains("brief: Dit soort bestand"), "{text}");
        assert_eq!(count(&w).await, 1);
    }

    async fn what_is_wrong_with_the_fields_is_said_before_a_file_is_kept(w: World) {
        let (mut ria, path) = rias_list(&w).await;

        let wrong = [("source", "niemand"), ("dated", "31"), ("dated-month", "2"), ("dated-year", "2026"), ("title", "Mijn titel")];
        let back = ria.uploads(&path, &wrong, &[("brief.txt", b"Hoi")]).await;
        let none = ria.uploads(&path, &FIELDS, &[]).await;
        let nothing_chosen = ria.uploads(&path, &FIELDS, &[("", b"")]).await;
        let future = [&FIELDS[..], &[("dated", "1"), ("dated-month", "1"), ("dated-year", "2030")]].concat();
        let future = ria.uploads(&path, &future, &[("brief.txt", b"Hoi")]).await;

        assert_eq!(back.status, 422);
        assert!(back.text().contains("value=\"Mijn titel\""), "what was typed is still there: {back:?}");
        assert!(back.text().contains("Kies de bestanden opnieuw"), "{back:?}");
        for answer in [&none, &nothing_chosen] {
            assert_eq!(answer.status, 422);
            assert!(answer.text().contains("Kies een of meer bestanden."), "{answer:?}");
        }
        assert_eq!(future.status, 422);
        assert_eq!((count(&w).await, files_in(&w.folder().join("files"))), (0, 0));
    }

    async fn the_same_form_twice_adds_once_and_leaves_no_file_behind(w: World) {
        let (mut ria, path) = rias_list(&w).await;
        let once = ria.get(&path).await.field("once");
        let fields = [&FIELDS[..], &[("once", once.as_str())]].concat();

        let first = ria.uploads(&path, &fields, &[("brief.txt", b"Hoi")]).await;
        let second = ria.uploads(&path, &fields, &[("brief.txt", b"Hoi")]).await;

        assert_eq!((first.status, second.status), (303, 303));
        assert_eq!((count(&w).await, files_in(&w.folder().join("files"))), (1, 1));
    }

    async fn whoever_may_not_read_the_dossier_is_refused_before_the_form(w: World) {
        let (_, path) = rias_list(&w).await;

        for who in ["samira", "joost", "wouter", "kees"] {
            let mut other = Browser::of(&w, who).await;
            assert_eq!(other.get(&path).await.status, 403, "{who}");
            let sent = other.uploads(&path, &FIELDS, &[("brief.txt", b"Hoi")]).await;
            assert_eq!(sent.status, 403, "{who}: {sent:?}");
            let unreadable = other.send("POST", &path, Some("multipart/form-data"), b"no form".to_vec()).await;
            assert_eq!(unreadable.status, 403, "{who}");
        }
        assert_eq!((count(&w).await, files_in(&w.folder().join("files"))), (0, 0));
    }

    async fn the_client_reads_it_and_sees_who_looked(w: World) {
        let (mut ria, path) = rias_list(&w).await;
        ria.uploads(&path, &FIELDS, &[("brief.txt", b"Beste Bilal")]).await;
        let document = shown(&ria.get(&path).await, &path).remove(0);
        ria.get(&document).await;
        let mut bilal = Browser::of(&w, "bilal").await;
        let mut fatma = Browser::of(&w, "fatma").await;

        let list = bilal.get("/mijn/documenten").await;
        let own = shown(&list, "/mijn/documenten").remove(0);
        let read = bilal.get(&own).await;

        assert!(read.text().contains("Beste Bilal") && read.text().contains("van u"), "{read:?}");
        assert_eq!(fatma.get(&own).await.status, 404);
        let events: Vec<String> = w.records().await.iter().map(|record| record.event.clone()).collect();
        for event in ["AddDocument", "ReadDocument", "ReadOwnDocument"] {
            assert!(events.iter().any(|it| it == event), "{event} in {events:?}");
        }
    }

    async fn withdrawn_is_a_trace_for_both_and_the_file_opens_for_nobody(w: World) {
        let (mut ria, path) = rias_list(&w).await;
        ria.uploads(&path, &FIELDS, &[("geheim.txt", b"Geheim van de buren")]).await;
        let document = shown(&ria.get(&path).await, &path).remove(0);
        let form = format!("{document}/intrekken");
        ria.get(&form).await;

        let empty = ria.post(&form, &[]).await;
        let done = ria.post(&form, &[("ground", "wrong-dossier"), ("why", "Van de buren")]).await;
        let again = ria.post(&form, &[("ground", "wrong-dossier")]).await;
        let list = ria.get(&path).await;
        let page = ria.get(&document).await;
        let mut bilal = Browser::of(&w, "bilal").await;
        let own = bilal.get("/mijn/documenten").await;

        assert_eq!((empty.status, done.status, again.status), (422, 303, 303));
        for answer in [&list, &own] {
            assert!(answer.text().contains("Ingetrokken document") && answer.text().contains("Van de buren"));
        }
        for answer in [&list, &page, &own] {
            assert!(!answer.text().to_lowercase().contains("geheim"), "{answer:?}");
        }
        assert_eq!(ria.get(&format!("{document}/blad/1")).await.status, 404);
    }
}

#[tokio::test]
async fn more_than_the_largest_file_is_refused_and_not_kept() {
    let w = World::on(testkit::Engine::Sqlite).await;
    let (mut ria, path) = rias_list(&w).await;
    let large = vec![b'a'; domain::document::FILE_MAX + 1];

    let back = ria.uploads(&path, &FIELDS, &[("groot.txt", &large), ("klein.txt", b"Hoi")]).await;

    assert_eq!(back.status, 422);
    assert!(back.text().contains("groot: Dit bestand is groter dan 25 MB."), "{}", back.text());
    assert_eq!(count(&w).await, 1);
    let whole = [("content-type", "multipart/form-data; boundary=grens"), ("content-length", "300000000")];
    assert_eq!(ria.send_with("POST", &path, &whole, Vec::new()).await.status, 413);
}

#[tokio::test]
async fn a_full_disk_loses_nothing_and_adds_nothing() {
    let w = World::on(testkit::Engine::Sqlite).await;
    let (mut ria, path) = rias_list(&w).await;
    // A file where a folder is to come: whatever is written there fails, as on a disk that is full.
    let files = w.folder().join("files");
    std::fs::remove_dir_all(&files).expect("there");
    std::fs::write(&files, b"").expect("a file");

    let failed = ria.uploads(&path, &FIELDS, &[("brief.txt", b"Hoi")]).await;

    assert_eq!(failed.status, 503, "{failed:?}");
    assert_eq!(count(&w).await, 0);
    std::fs::remove_file(&files).expect("there");
    ria.get(&path).await;
    assert_eq!(ria.uploads(&path, &FIELDS, &[("brief.txt", b"Hoi")]).await.status, 303);
}

#[tokio::test]
async fn a_file_that_was_changed_on_disk_opens_for_nobody() {
    let w = World::on(testkit::Engine::Sqlite).await;
    let (mut ria, path) = rias_list(&w).await;
    ria.uploads(&path, &FIELDS, &[("brief.txt", b"Hoi Bilal")]).await;
    let document = shown(&ria.get(&path).await, &path).remove(0);
    let folder = w.folder().join("files");
    let two = std::fs::read_dir(&folder).expect("there").next().expect("one").expect("an entry").path();
    let file = std::fs::read_dir(two).expect("there").next().expect("one").expect("an entry").path();
    let sealed = std::fs::read(&file).expect("there");
    assert!(!sealed.windows(9).any(|part| part == b"Hoi Bilal"), "it lies there sealed");

    let mut changed = sealed;
    *changed.last_mut().expect("bytes") ^= 1;
    std::fs::write(&file, changed).expect("written");

    assert_eq!(ria.get(&document).await.status, 500);
    std::fs::remove_file(&file).expect("there");
    assert_eq!(ria.get(&document).await.status, 500);
}

/// A clamd that finds something in what holds "EICAR", and answers nothing when told to be silent.
async fn clamd(listener: UnixListener) {
    while let Ok((mut stream, _)) = listener.accept().await {
        let mut command = [0; 10];
        if stream.read_exact(&mut command).await.is_err() {
            continue;
        }
        let mut file = Vec::new();
        while let Ok(length @ 1..) = stream.read_u32().await {
            let mut piece = vec![0; length as usize];
            stream.read_exact(&mut piece).await.expect("a piece");
            file.extend(piece);
        }
        let found = file.windows(5).any(|part| part == b"EICAR");
        let line: &[u8] = if found { b"stream: Eicar FOUND\0" } else { b"stream: OK\0" };
        stream.write_all(line).await.expect("an answer");
    }
}

#[tokio::test]
async fn a_scanner_keeps_harm_out_and_without_its_answer_nothing_comes_in() {
    let mut w = World::on(testkit::Engine::Sqlite).await;
    let socket = w.folder().join("clamd");
    let listening = tokio::spawn(clamd(UnixListener::bind(&socket).expect("a socket")));
    let built = std::env::current_exe().expect("a test");
    let built = built.parent().and_then(std::path::Path::parent).expect("target/…/deps").join("confined");
    w.app = w.app.clone().with_documents(Desk {
        files: store_files(&w),
        workshop: Workshop::new(built),
        scanner: Some(Scanner::new(app::document::ScannerAt::Unix(socket))),
    });
    let (_, path) = rias_list(&w).await;
    let mut ria = Browser::at(router(&w));
    w.clock.advance(jiff::SignedDuration::from_secs(60));
    ria.signs_in(&w, "ria").await;

    let page = ria.get(&path).await;
    let harmful = ria.uploads(&path, &FIELDS, &[("brief.txt", b"EICAR")]).await;
    let clean = ria.uploads(&path, &FIELDS, &[("brief.txt", b"Hoi")]).await;
    listening.abort();
    let _ = listening.await;
    let silent = ria.uploads(&path, &FIELDS, &[("nog een.txt", b"Hoi")]).await;

    assert!(page.text().contains("Een virusscanner bekijkt elk bestand."));
    assert_eq!(harmful.status, 422);
    assert!(harmful.text().contains("De virusscanner vond iets"), "{harmful:?}");
    assert_eq!((clean.status, silent.status), (303, 503));
    assert_eq!(count(&w).await, 1);
}

fn store_files(w: &World) -> app::document::Files {
    app::document::Files::in_folder(w.folder().join("files"))
}
