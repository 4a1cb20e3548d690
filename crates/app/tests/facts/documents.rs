//! Documents: who reads them, who adds them, and what stands between. Every fact runs on both engines.

use app::NotDone;
use app::document::{
    Add, AddRefused, Bring, MayAdd, Print, ReadOne, ReadOwnAll, ReadOwnOne, ReadThem, Shown, Withdraw,
    kept_until,
};
use app::search::{Ask, Find, What};
use domain::LegalDomain::{Voluntary, Wmo};
use domain::entry::WithdrawGround;
use domain::plan::PrintPurpose;
use domain::{DataCategory, DocumentId, PartId, Source, amsterdam_date};
use jiff::SignedDuration;
use store::UNNAMED_TERM;
use testkit::{BILAL, Intake, Person, World, both_engines};

use crate::search::fills;

/// What Ria sends with a letter that says this.
async fn letter(w: &World, part: PartId, says: &str) -> Add {
    let brought = w.app.bring_in(says.as_bytes()).await.expect("a text");
    Add {
        part,
        source: Source::Client,
        category: DataCategory::General,
        dated: amsterdam_date(w.now()),
        documents: vec![Bring { title: format!("Brief: {says}"), brought }],
        form: w.random_id(),
    }
}

async fn brings(w: &World, part: PartId, says: &str) -> DocumentId {
    let deed = letter(w, part, says).await;
    let added = w.ria().performs(deed).await.expect("added");
    added.documents.expect("not there before").remove(0)
}

/// The documents that a search finds.
async fn found(who: Person<'_>, words: &str) -> Vec<DocumentId> {
    let asked = who.performs(Ask(words.into())).await.expect("carries cases");
    let found = who.looks(Find { asked, page: 1 }).await.expect("carries cases").expect("it is kept");
    assert_eq!(found.total, found.lines.len(), "the count tells of nothing that is not shown");
    let documents = found.lines.iter().filter_map(|line| match line.what {
        What::Document { id, .. } => Some(id),
        _ => None,
    });
    documents.collect()
}

both_engines! {
    async fn involved_reads_it_and_a_colleague_does_not_learn_that_it_is_there(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let document = brings(&w, dossier.first_part(), "Beste Bilal").await;

        let (of, open) = w.ria().looks(ReadOne(document)).await.expect("involved");
        let Ok(Shown::Words(words)) = w.app.sheet(&open, 1).await else { panic!("words") };

        assert_eq!((of, words.as_str()), (dossier.id, "Beste Bilal"));
        assert_eq!(open.document.title.to_string(), "Brief: Beste Bilal");
        for who in [w.samira(), w.joost(), w.karin(), w.person("kees"), w.fatma()] {
            assert!(matches!(who.looks(ReadOne(document)).await, Err(NotDone::Denied { .. })));
            assert!(matches!(who.looks(ReadThem(dossier.id)).await, Err(NotDone::Denied { .. })));
        }
        assert!(matches!(w.fatma().looks(ReadOwnOne(document)).await, Err(NotDone::Denied { .. })));
        assert_eq!(w.bilal().looks(ReadOwnAll(dossier.id)).await.expect("the own dossier").len(), 1);
    }

    async fn who_works_under_one_law_does_not_see_the_documents_of_another(w: World) {
        let intake = Intake { questions: vec![(Wmo, "Hulp".into()), (Voluntary, "Papieren".into())], ..Intake::of(BILAL) };
        let dossier = w.ria().takes_in(intake).await;
        let (wmo, voluntary) = (dossier.part(Wmo), dossier.part(Voluntary));
        let (of_wmo, of_voluntary) = (brings(&w, wmo, "Wmo").await, brings(&w, voluntary, "Vrij").await);
        w.joost().assigns(voluntary, w.samira().staff()).await.expect("assigned");

        let samira = w.samira().looks(ReadThem(dossier.id)).await.expect("involved");

        assert_eq!(samira.iter().map(|it| it.id).collect::<Vec<_>>(), [of_voluntary]);
        assert!(matches!(w.samira().looks(ReadOne(of_wmo)).await, Err(NotDone::Denied { .. })));
        assert_eq!(w.ria().looks(ReadThem(dossier.id)).await.expect("involved").len(), 2);
    }

    async fn each_look_at_one_names_it_on_the_record(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let document = brings(&w, dossier.first_part(), "Beste Bilal").await;

        w.ria().looks(ReadOne(document)).await.expect("involved");
        let record = w.last_record().await;

        assert_eq!(record.event, "ReadDocument");
        assert!(record.items.contains(&document.uuid()), "{record:?}");
        w.sequences().await;
        let looks = w.bilal().sees_looks(dossier.id).await.expect("the own dossier").looks;
        assert!(looks.iter().any(|it| it.event == "ReadDocument" && it.staff_name == "Ria de Wit"), "{looks:?}");
    }

    async fn withdrawn_opens_for_nobody_and_is_sealed_still(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let document = brings(&w, dossier.first_part(), "Geheim").await;
        let withdraw = Withdraw { document, ground: WithdrawGround::WrongDossier, why: "Van de buren".into() };

        w.ria().performs(withdraw.clone()).await.expect("withdrawn");
        w.ria().performs(withdraw).await.expect("twice is once");
        let (_, worker) = w.ria().looks(ReadOne(document)).await.expect("involved");
        let (_, client) = w.bilal().looks(ReadOwnOne(document)).await.expect("the own dossier");

        for open in [worker, client] {
            assert!(open.file.is_none() && open.document.title.is_empty());
            assert_eq!(open.document.withdrawn.as_ref().map(|it| it.by.as_str()), Some("Ria de Wit"));
            assert!(w.app.sheet(&open, 1).await.is_err());
        }
    }

    async fn a_print_has_a_purpose_on_the_record_and_only_whoever_works_with_it_prints(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let document = brings(&w, dossier.first_part(), "Geheim").await;
        let print = Print { document, purpose: PrintPurpose::Court };

        let (_, open) = w.ria().performs(print).await.expect("involved");
        let record = w.last_record().await;

        assert!(open.file.is_some());
        assert_eq!((record.event.as_str(), record.reason.as_str()), ("PrintDocument", "print-court"));
        assert!(record.items.contains(&document.uuid()));
        for who in ["samira", "joost", "kees", "ingeborg", "bilal"] {
            let done = w.person(who).performs(print).await;
            assert!(matches!(done, Err(NotDone::Denied { .. })), "{who}: {done:?}");
        }
    }

    async fn a_closed_part_takes_none_and_shows_what_it_has(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let part = dossier.first_part();
        let document = brings(&w, part, "Brief").await;
        let late = letter(&w, part, "Te laat").await;
        let (raw, now) = (w.raw(), w.now().as_millisecond());
        raw.run(&format!("UPDATE dossier_part SET closed_at = {now} WHERE id = {}", raw.id(part.uuid()))).await;

        assert!(matches!(w.ria().performs(late).await, Err(NotDone::Denied { .. })));
        assert!(matches!(w.ria().looks(MayAdd(part)).await, Err(NotDone::Denied { .. })));
        let withdraw = Withdraw { document, ground: WithdrawGround::WrongDossier, why: String::new() };
        assert!(matches!(w.ria().performs(withdraw).await, Err(NotDone::Denied { .. })));
        assert!(w.ria().looks(ReadOne(document)).await.is_ok());
    }

    async fn a_document_restarts_the_term_of_its_part_and_says_until_when_it_is_kept(w: World) {
        let intake = Intake { questions: vec![(Wmo, "Hulp".into())], ..Intake::of(BILAL) };
        let dossier = w.ria().takes_in(intake).await;
        w.clock.advance(SignedDuration::from_hours(24 * 40));

        brings(&w, dossier.part(Wmo), "Brief").await;
        let read = w.ria().reads(dossier.id).await.expect("involved");
        let documents = w.ria().looks(ReadThem(dossier.id)).await.expect("involved");

        assert_eq!(read.head.parts[0].last_content_change, w.now());
        let until = kept_until(&documents[0], &read.head.parts[0]).expect("Wmo has a term");
        assert_eq!(until, amsterdam_date(w.now()).checked_add(jiff::ToSpan::years(15)).expect("a day"));
    }

    async fn nothing_and_too_many_and_a_day_to_come_are_refused(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let good = letter(&w, dossier.first_part(), "Brief").await;
        let refused = |deed: Add| {
            let ria = w.ria();
            async move {
                match ria.performs(deed).await {
                    Err(NotDone::Rejected(why)) => why,
                    other => panic!("refused, not {other:?}"),
                }
            }
        };

        let none = Add { documents: Vec::new(), ..good.clone() };
        let many = Add { documents: vec![good.documents[0].clone(); 11], ..good.clone() };
        let future = Add { dated: good.dated.tomorrow().expect("a day"), ..good.clone() };
        let mut untitled = good.clone();
        untitled.documents[0].title = "  ".into();

        assert_eq!(refused(none).await, AddRefused::Count);
        assert_eq!(refused(many).await, AddRefused::Count);
        assert!(matches!(refused(future).await, AddRefused::Dated(_)));
        assert!(matches!(refused(untitled).await, AddRefused::Title(_)));
        assert!(w.ria().looks(ReadThem(dossier.id)).await.expect("involved").is_empty());
    }

    async fn when_the_key_of_the_part_is_gone_so_is_the_file(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let document = brings(&w, dossier.first_part(), "Beste Bilal").await;

        w.raw_shelf().run("DELETE FROM data_key WHERE covers = 'part'").await;
        // The shelf keeps what it took for a minute.
        w.clock.advance(SignedDuration::from_mins(2));

        assert!(w.ria().looks(ReadOne(document)).await.is_err());
    }

    async fn a_title_is_found_by_the_involved_under_that_law_until_it_is_withdrawn(w: World) {
        let intake = Intake { questions: vec![(Wmo, "Hulp".into()), (Voluntary, "Papieren".into())], ..Intake::of(BILAL) };
        let dossier = w.ria().takes_in(intake).await;
        let document = brings(&w, dossier.part(Wmo), "Privé en Schulden").await;
        w.joost().assigns(dossier.part(Voluntary), w.samira().staff()).await.expect("assigned");

        for words in ["prive", "schuld", "brief PRIVÉ"] {
            assert_eq!(found(w.ria(), words).await, [document], "{words}");
        }
        w.sequences().await;
        let looks = w.bilal().sees_looks(dossier.id).await.expect("the own dossier").looks;
        assert!(looks.iter().any(|it| it.event == "SearchOwn"), "a title that was shown is a look: {looks:?}");
        for who in [w.samira(), w.karin()] {
            assert_eq!(found(who, "schuld").await, [], "another law, or not involved");
        }

        let withdraw = Withdraw { document, ground: WithdrawGround::WrongDossier, why: String::new() };
        w.ria().performs(withdraw).await.expect("withdrawn");
        assert_eq!(found(w.ria(), "schuld").await, []);
        let left = w.raw().one("SELECT COUNT(*) FROM search_item WHERE kind = 'document'").await;
        assert_eq!(left.int(), 0, "no token stays behind");
    }

    async fn titles_from_before_are_made_findable_and_withdrawn_ones_are_not(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let stays = brings(&w, dossier.first_part(), "Zwager").await;
        let goes = brings(&w, dossier.first_part(), "Zwager zelf").await;
        let withdraw = Withdraw { document: goes, ground: WithdrawGround::WrongDossier, why: String::new() };
        w.ria().performs(withdraw).await.expect("withdrawn");
        w.raw().run("DELETE FROM search_token; DELETE FROM search_item;").await;
        w.raw().run("UPDATE search_fill SET last = NULL, filled = 0, finished_at = NULL;").await;
        assert_eq!(found(w.ria(), "zwager").await, []);

        while fills(&w).await {}

        assert_eq!(found(w.ria(), "zwager").await, [stays]);
    }

    async fn a_file_whose_deed_never_came_goes_after_its_term_and_a_document_keeps_its_own(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let add = letter(&w, dossier.first_part(), "Deze blijft.").await;
        w.ria().performs(add).await.expect("added");
        let kept = files(&w);
        w.app.bring_in(b"Deze kwam nooit verder.").await.expect("a text");
        let lost: Vec<_> = files(&w).into_iter().filter(|it| !kept.contains(it)).collect();
        let half = kept[0].with_extension("part");
        std::fs::write(&half, "half").expect("room");
        let strange = kept[0].with_file_name("van-iemand-anders.txt");
        std::fs::write(&strange, "not ours").expect("room");
        for path in files(&w) {
            let written = std::time::SystemTime::from(w.now());
            std::fs::File::options().write(true).open(path).and_then(|it| it.set_modified(written)).expect("ours");
        }

        w.clock.advance(UNNAMED_TERM);
        let early = sweeps(&w).await;
        w.clock.advance(SignedDuration::from_secs(1));
        let gone = sweeps(&w).await;

        assert_eq!((lost.len(), early, gone), (1, 0, 2));
        let left = files(&w);
        assert!(!left.contains(&lost[0]) && !left.contains(&half), "{left:?}");
        assert!(left.contains(&kept[0]) && left.contains(&strange), "{left:?}");
        let read = w.ria().looks(ReadThem(dossier.id)).await.expect("involved");
        assert_eq!(read.len(), 1);
    }
}

/// Every file that lies with documents.
fn files(w: &World) -> Vec<std::path::PathBuf> {
    let folders =
        std::fs::read_dir(w.files().folder()).expect("a folder").map(|it| it.expect("a folder").path());
    folders
        .flat_map(|it| std::fs::read_dir(it).expect("a folder"))
        .map(|it| it.expect("a file").path())
        .collect()
}

/// One round of the clock over all folders: how many went.
async fn sweeps(w: &World) -> usize {
    let mut gone = 0;
    for folder in 0..=u8::MAX {
        gone += w.store.sweep_files(&w.files(), folder).await.expect("a folder");
    }
    gone
}
