//! What people wrote is nowhere to be read outside the product: not in the data file, the write-ahead log,
//! the shelf or what the server keeps on disk; neither after it was thrown away. On both engines.

use std::io::BufRead;
use std::path::{Path, PathBuf};

use app::contact::Note;
use app::dossier::Reveal;
use app::draft::{Discard, Keep};
use app::entry::{Correct, Merge};
use app::intake::NewQuestion;
use domain::LegalDomain::{Voluntary, Wmo};
use domain::anonymous_contact::{AnonymousContact, TypedContact};
use domain::{LanguageNeeds, LifeArea, SafeContact, TypedLanguage};
use jiff::SignedDuration;
use testkit::{BILAL, Intake, World, both_engines};

/// In every kind of text a word that is nowhere else.
const PLANTED: &[&str] = &[
    "Zonnebloemkamp",
    "Zilverlingtje",
    "0699112233",
    "zeepaardje@voorbeeld.example",
    "Zandkorrelstraat",
    "zigzagcontact",
    "zwaluwvraag",
    "zeesterfeiten",
    "zwanenmening",
    "zomerfeiten",
    "zalmreden",
    "zebraconcept",
    "zegelformulier",
    "zonnewijzerreden",
    "zoutvatreden",
    "Zandlopertaal",
    "zuringcontact",
    "zeewiervraag",
    "zandbankantwoord",
    "growing-up",
    "999990019",
];
/// Written in the clear by design: the control that the scan reads what it should.
const CLEAR: &str = "Wijkteam Noord";

/// Everything a person can type, typed.
async fn typed(w: &World) {
    let mut open = w.ria().intake(&Intake::of(BILAL).about(&[Wmo, Voluntary]));
    open.typed.surname = "Zonnebloemkamp".into();
    open.typed.given_names = "Zilverlingtje".into();
    open.typed.phone = "0699112233".into();
    open.typed.email = "zeepaardje@voorbeeld.example".into();
    open.typed.address = "Zandkorrelstraat 1".into();
    open.typed.bsn = "999990019".into();
    open.safe_contact = SafeContact::unasked().with_note("zigzagcontact").expect("a note");
    let spoken = TypedLanguage { named: "Zandlopertaal", ..TypedLanguage::default() };
    open.language = LanguageNeeds::typed(spoken).expect("a language");
    let question = |domain, question: &str| NewQuestion {
        domain,
        question: question.into(),
        life_area: Some(LifeArea::GrowingUp),
    };
    open.questions = vec![question(Wmo, "zwaluwvraag een"), question(Voluntary, "zwaluwvraag twee")];
    let open = w.ria().searches_before(open).await;
    let dossier: testkit::Dossier = w.ria().performs(open).await.expect("opened").into();
    let mut note = w.ria().note(dossier.part(Wmo), "zeesterfeiten");
    note.opinion = "zwanenmening".into();
    let entry = w.ria().performs(note).await.expect("written").entry;
    let (facts, reason) = ("zomerfeiten".into(), "zalmreden".into());
    let correct = Correct { entry, version: 1, facts, opinion: String::new(), reason, merge: Merge::Replace };
    w.ria().performs(correct).await.expect("corrected");
    let assign = app::involvement::Assign {
        part: dossier.part(Wmo),
        staff: w.samira().staff(),
        role: domain::RoleInCase::Support,
        reason: "zonnewijzerreden".into(),
        from: None,
        until: None,
    };
    w.joost().performs(assign).await.expect("assigned");
    let reveal = Reveal { part: dossier.part(Wmo), reason: "zoutvatreden".into() };
    w.ria().performs(reveal).await.expect("revealed");
    let typed = TypedContact {
        kind: "phone",
        topic: "other",
        done: "answered",
        day: Some(domain::amsterdam_date(w.now())),
        text: "zuringcontact",
        looked: true,
    };
    let contact = AnonymousContact::typed(typed, domain::amsterdam_date(w.now())).expect("about nobody");
    let team = w.ria().member().team;
    w.ria().performs(Note { team, contact, form: w.random_id() }).await.expect("her team");
    w.ria().looks(app::contact::ListOwn { team, page: 0 }).await.expect("her team");
    let session = w.ria().session().await;
    w.app.keep_form(&session, "/werk/notitie".into(), "zegelformulier".into()).await.expect("kept");
    let person = w.bilal().member().person;
    w.store.client_is_person(dossier.id, person).await.expect("the person is known");
    w.ria().reads(dossier.id).await.expect("involved");
    w.sequences().await;
    let looks = w.bilal().sees_looks(dossier.id).await.expect("his own");
    let look = looks.looks.iter().find_map(|look| look.id).expect("a line with a number");
    let ask =
        app::inquiry::Ask { dossier: dossier.id, look, words: "zeewiervraag".into(), wants_name: false };
    let inquiry = w.bilal().performs(ask).await.expect("asked");
    let answer =
        app::inquiry::Answer { inquiry, text: "zandbankantwoord".into(), name: app::inquiry::Name::Kept };
    w.joost().performs(answer).await.expect("answered");
    // All of it is read once, so that readers have had it in their hands too.
    w.ria().reads(dossier.id).await.expect("involved");
    w.bilal().performs(app::inquiry::ReadOwnInquiry(inquiry)).await.expect("his own");
    w.bilal().reads_own(dossier.id).await.expect("his own");
}

/// Every file in which something could be left behind.
async fn files(w: &World) -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(w.folder(), &mut found);
    for raw in [w.raw(), w.raw_shelf()] {
        if raw.file().is_none() {
            raw.run("CHECKPOINT").await;
            let home = raw.one("SELECT current_setting('data_directory')").await;
            let number =
                raw.one("SELECT oid::bigint FROM pg_database WHERE datname = current_database()").await;
            let home = PathBuf::from(home.text());
            walk(&home.join("base").join(number.int().to_string()), &mut found);
            walk(&home.join("pg_wal"), &mut found);
        }
    }
    found
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

/// Which of these words stand in some file, in UTF-8 or UTF-16 of either order.
async fn readable(w: &World, words: &[&'static str]) -> Vec<String> {
    let mut needles = Vec::new();
    for word in words {
        needles.push((*word, word.as_bytes().to_vec()));
        // From the first letter to the last, both orders of UTF-16 are the same for plain letters.
        let mut wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        wide.pop();
        needles.push((*word, wide));
    }
    let mut found = Vec::new();
    for file in files(w).await {
        // The server may take a file away while we look.
        let Ok(bytes) = std::fs::read(&file) else { continue };
        for (word, needle) in &needles {
            if holds(&bytes, needle) {
                found.push(format!("{word} in {}", file.display()));
            }
        }
    }
    found
}

/// Hops from one first byte to the next: a server's log is many megabytes, and this build is not optimised.
fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    let (first, others) = needle.split_first().expect("a word");
    let mut rest = bytes;
    while rest.skip_until(*first).expect("a slice") > 0 {
        if rest.starts_with(others) {
            return true;
        }
    }
    false
}

both_engines! {
    async fn what_people_wrote_is_nowhere_in_the_clear(w: World) {
        typed(&w).await;
        let body = "facts=zebraconcept".to_owned();
        let draft = Keep { draft: None, form: "entry", dossier: None, body };
        let draft = w.ria().performs(draft).await.expect("kept");
        w.checkpoint().await;

        assert!(!readable(&w, &[CLEAR]).await.is_empty(), "the scan reads what is there");
        assert_eq!(readable(&w, PLANTED).await, [""; 0], "while at work");

        assert!(w.ria().performs(Discard(draft.id)).await.expect("hers"));
        let session = w.ria().session().await;
        w.app.take_form(&session, "/werk/notitie".into()).await.expect("it answers").expect("there");
        assert_eq!(readable(&w, PLANTED).await, [""; 0], "after drafts and forms are gone");
    }

    async fn what_was_deleted_is_not_left_on_a_free_page(w: World) {
        let mut w = w;
        let body = "zebraconcept ".repeat(400);
        let draft = Keep { draft: None, form: "entry", dossier: None, body };
        let draft = w.ria().performs(draft).await.expect("kept");
        let sealed = w.raw().one("SELECT body FROM draft").await.bytes().to_vec();

        assert!(w.ria().performs(Discard(draft.id)).await.expect("hers"));
        w.restarts().await;

        // PostgreSQL leaves dead rows until it vacuums: there only the key's end destroys what was sealed.
        if w.raw().file().is_some() {
            let bytes = std::fs::read(w.raw().file().expect("a file")).expect("the data");
            assert!(!holds(&bytes, &sealed[40..120]), "the sealed draft is still in the file");
        }
        assert_eq!(readable(&w, &["zebraconcept"]).await, [""; 0]);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM draft").await.int(), 0);
    }

    async fn the_same_text_is_sealed_differently_each_time(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        for _ in 0..5 {
            w.ria().writes(dossier.first_part(), "Precies hetzelfde.").await.expect("written");
            w.clock.advance(SignedDuration::from_secs(1));
        }

        let sealed = w.raw().rows("SELECT facts FROM entry_version").await;

        let mut bodies: Vec<_> = sealed.iter().map(|row| row[0].bytes().to_vec()).collect();
        bodies.sort();
        bodies.dedup();
        assert_eq!(bodies.len(), 5);
    }

    async fn a_sealed_value_opens_only_where_it_stands(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        for facts in ["De een.", "De ander."] {
            w.ria().writes(dossier.first_part(), facts).await.expect("written");
        }
        let raw = w.raw();
        raw.run("UPDATE entry_version SET opinion = facts").await;

        let moved = w.ria().reads(dossier.id).await;

        let sealed = matches!(moved, Err(store::NotDone::Failed(store::Error::Sealed(_))));
        assert!(sealed, "a text that was moved to another column is not shown");
    }

    async fn without_its_key_a_text_is_gone(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("written");
        let key = w.raw().one("SELECT data_key FROM part_key").await;
        let key = uuid::Uuid::from_slice(key.bytes()).expect("an id");

        let shelf = w.raw_shelf();
        shelf.run(&format!("DELETE FROM data_key WHERE id = {}", shelf.id(key))).await;
        // A key that was used lately is remembered for a minute.
        w.clock.advance(SignedDuration::from_secs(60));
        let gone = w.ria().reads(dossier.id).await;

        assert!(matches!(gone, Err(store::NotDone::Failed(store::Error::Sealed(_)))), "{gone:?}");
    }
}
