//! A visit to a family is one form and a note in each dossier: all of them or none, and none that leads to another (MOD-03).
//! Every fact runs on both engines.

use std::collections::BTreeSet;

use app::family_visit::{Note, NoteRefused};
use app::portal::ReadOwnOne;
use app::{NoneDone, NotDone};
use domain::{EntryKind, EntryTextError, PartId, Source};
use jiff::SignedDuration;
use ledger::{Outcome, Record};
use testkit::{BILAL, Dossier, FATMA, Intake, NADIA, World, both_engines};
use uuid::Uuid;

/// Bilal, Fatma and Nadia are a family here; Ria helps all three.
async fn family(w: &World) -> [Dossier; 3] {
    let bilal = w.ria().opens_dossier_of(BILAL).await;
    let fatma = w.ria().opens_dossier_of(FATMA).await;
    let nadia = w.ria().takes_in(Intake::of(NADIA)).await;
    w.clock.advance(SignedDuration::from_hours(2));
    [bilal, fatma, nadia]
}

fn note(w: &World, part: PartId, form: Uuid, own: &str) -> Note {
    Note {
        part,
        kind: EntryKind::Visit,
        source: Source::OwnObservation,
        happened_on: domain::amsterdam_date(w.now()),
        happened_at: None,
        facts: domain::family_visit::facts_for("Samen gegeten.", own),
        opinion: String::new(),
        was_there: true,
        form,
        draft: None,
    }
}

fn notes(w: &World, family: &[Dossier; 3]) -> Vec<Note> {
    let form = w.random_id();
    let own = ["Bilal slaapt slecht.", "Fatma zoekt werk.", "Nadia gaat naar school."];
    family.iter().zip(own).map(|(dossier, own)| note(w, dossier.first_part(), form, own)).collect()
}

async fn entries(w: &World) -> usize {
    w.raw().rows("SELECT id FROM entry").await.len()
}

both_engines! {
    async fn when_one_of_three_excludes_the_worker_in_between_nothing_is_written_anywhere(w: World) {
        let family = family(&w).await;
        let notes = notes(&w, &family);
        let dossier = family[1].id;
        let staff = w.ria().staff();
        w.joost().performs(app::standing::Exclude { dossier, staff }).await.expect("the client wants it");
        let before = entries(&w).await;

        let not_done = w.app.perform_all(w.ria().asker().await, notes).await.expect_err("not all of them");

        assert!(matches!(not_done.as_slice(), [NoneDone { which: 1, why: NotDone::Denied { .. } }]), "{not_done:?}");
        assert_eq!(entries(&w).await, before);
        let told: Vec<_> = w.records().await.into_iter().rev().take(3).collect();
        let outcomes: Vec<_> = told.iter().rev().map(|it| it.outcome).collect();
        assert_eq!(outcomes, [Outcome::Failed, Outcome::Denied, Outcome::Failed]);
        assert!(told.iter().all(|it| it.items.is_empty() || it.outcome == Outcome::Denied));
    }

    async fn each_dossier_gets_its_own_words_and_the_shared_ones(w: World) {
        let family = family(&w).await;

        w.app.perform_all(w.ria().asker().await, notes(&w, &family)).await.expect("written");

        let own = ["Bilal slaapt slecht.", "Fatma zoekt werk.", "Nadia gaat naar school."];
        for (dossier, own) in family.iter().zip(own) {
            let read = w.ria().reads(dossier.id).await.expect("involved");
            assert_eq!(read.entries[0].facts.as_str(), format!("Samen gegeten.\n\n{own}"));
            assert_eq!(read.entries.len(), 1);
        }
    }

    async fn nothing_in_note_or_record_leads_from_one_to_another(w: World) {
        let family = family(&w).await;
        let before = w.records().await.len();

        let written = w.app.perform_all(w.ria().asker().await, notes(&w, &family)).await.expect("written");

        let mut lines = w.records().await.split_off(before);
        lines.retain(|it| it.event == "WriteEntry");
        assert_eq!(lines.len(), 3);
        let distinct = |of: fn(&Record) -> Vec<Uuid>| {
            let all: Vec<Uuid> = lines.iter().flat_map(of).collect();
            (all.len(), all.iter().collect::<BTreeSet<_>>().len())
        };
        assert_eq!(distinct(|it| vec![it.correlation]), (3, 3), "no request that joins them");
        assert_eq!(distinct(|it| it.subject.into_iter().collect()), (3, 3));
        assert_eq!(distinct(|it| it.object.into_iter().collect()), (3, 3));
        assert_eq!(distinct(|it| it.items.clone()), (3, 3), "each names its own entry and nothing else");
        assert!(lines.iter().all(|it| it.outcome == Outcome::Done));
        // An id that is ordered by time would begin alike.
        assert!(written.iter().all(|(_, entry)| entry.uuid().get_version_num() == 4));
    }

    async fn who_reads_two_of_them_sees_two_notes_and_no_link(w: World) {
        let family = family(&w).await;
        let written = w.app.perform_all(w.ria().asker().await, notes(&w, &family)).await.expect("written");

        let bilal = w.bilal().looks(ReadOwnOne(written[0].1)).await.expect("the own dossier");
        let shown = format!("{bilal:?}{}{}", &*bilal.entry.facts, &*bilal.entry.opinion);

        for other in &written[1..] {
            assert!(!shown.contains(&other.1.to_string()) && !shown.contains(&other.0.to_string()));
        }
        for word in ["Fatma", "Nadia", "werk", "school"] {
            assert!(!shown.contains(word), "{word}");
        }
        assert!(matches!(w.bilal().looks(ReadOwnOne(written[1].1)).await, Err(NotDone::Denied { .. })));
    }

    async fn the_same_form_twice_writes_once_also_at_the_same_time(w: World) {
        let family = family(&w).await;
        let notes = notes(&w, &family);
        let asker = w.ria().asker().await;

        let (one, two) =
            tokio::join!(w.app.perform_all(asker, notes.clone()), w.app.perform_all(asker, notes.clone()));
        let three = w.app.perform_all(asker, notes).await;

        let ids = |it: Result<Vec<_>, _>| -> Vec<_> {
            let it: Vec<(domain::DossierId, domain::EntryId)> = it.expect("written");
            it
        };
        let one = ids(one);
        assert_eq!((one.clone(), one), (ids(two), ids(three)));
        assert_eq!(entries(&w).await, 3);
    }

    async fn what_is_wrong_in_one_note_keeps_all_of_them_back(w: World) {
        let family = family(&w).await;
        let mut notes = notes(&w, &family);
        notes[2].facts = "é".repeat(domain::entry::ENTRY_TEXT_MAX + 1);

        let not_done = w.app.perform_all(w.ria().asker().await, notes).await.expect_err("not all of them");

        let [NoneDone { which: 2, why: NotDone::Rejected(NoteRefused::Text(EntryTextError::Facts(_))) }] =
            not_done.as_slice()
        else {
            panic!("{not_done:?}")
        };
        assert_eq!(entries(&w).await, 0);
    }

    async fn who_was_not_there_was_not_met(w: World) {
        let family = family(&w).await;
        let mut notes = notes(&w, &family);
        notes[1].was_there = false;

        w.app.perform_all(w.ria().asker().await, notes).await.expect("written");

        let now = w.now();
        let met = async |dossier: &Dossier| {
            w.ria().reads(dossier.id).await.expect("involved").head.parts[0].last_client_contact == now
        };
        assert!(met(&family[0]).await && !met(&family[1]).await && met(&family[2]).await);
    }

    async fn a_part_that_was_closed_in_between_is_refused_and_nothing_is_written(w: World) {
        let family = family(&w).await;
        let part = family[2].first_part();
        w.raw().run("UPDATE dossier_part SET closed_at = 1 WHERE id IN (SELECT id FROM dossier_part ORDER BY opened_at DESC LIMIT 1)").await;

        let not_done = w.app.perform_all(w.ria().asker().await, notes(&w, &family)).await.expect_err("not all");

        assert!(not_done.iter().any(|it| matches!(it.why, NotDone::Denied { .. })), "{not_done:?} {part}");
        assert_eq!(entries(&w).await, 0);
    }
}
