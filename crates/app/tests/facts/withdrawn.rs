//! Entries that are withdrawn: a trace for whom it concerns, the text for nobody (C24).
//! Every fact runs on both engines.

use app::NotDone;
use app::entry::{CorrectRefused, Corrected, ReadOne, Withdraw, WithdrawRefused, Write};
use app::portal::ReadOwnOne;
use domain::LegalDomain::{Voluntary, Wmo};
use domain::entry::WithdrawGround;
use domain::{DelayGround, EntryId, Visibility};
use jiff::SignedDuration;
use testkit::{BILAL, Dossier, Intake, World, both_engines};

fn withdraw(entry: EntryId) -> Withdraw {
    Withdraw { entry, ground: WithdrawGround::WrongDossier, why: "Van de buren.".into(), breach: false }
}

/// Three notes of Ria, an hour apart; the middle one is withdrawn.
async fn three_with_one_withdrawn(w: &World) -> (Dossier, EntryId) {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    let mut ids = Vec::new();
    for facts in ["Een.", "Geheim van de buren.", "Drie."] {
        let mut note = w.ria().note(dossier.first_part(), facts);
        note.opinion = format!("Mening bij {facts}");
        ids.push(w.ria().performs(note).await.expect("written").entry);
        w.clock.advance(SignedDuration::from_hours(1));
    }
    w.ria().corrects(ids[1], 1, "Nog meer geheim.").await.expect("corrected");
    w.ria().performs(withdraw(ids[1])).await.expect("withdrawn");
    (dossier, ids[1])
}

both_engines! {
    async fn a_withdrawn_note_leaves_its_place_and_not_a_word(w: World) {
        let (dossier, gone) = three_with_one_withdrawn(&w).await;

        let worker = w.ria().reads(dossier.id).await.expect("involved").entries;
        let client = w.bilal().reads_own(dossier.id).await.expect("the own dossier").entries;

        for entries in [&worker, &client] {
            assert_eq!(entries.len(), 3, "the pages and their count are what they were");
            let trace = entries[1].withdrawn.as_ref().expect("it says that it was withdrawn");
            assert_eq!((trace.by.as_str(), trace.ground.as_str()), ("Ria de Wit", "wrong-dossier"));
            assert_eq!((trace.why.as_str(), trace.at), ("Van de buren.", w.now()));
            assert!(entries[1].facts.is_empty() && entries[1].opinion.is_empty());
            assert!(entries[0].withdrawn.is_none() && entries[2].withdrawn.is_none());
        }
        assert_eq!(worker[1].id, gone);
    }

    async fn no_version_of_it_opens_for_anybody(w: World) {
        let (_, gone) = three_with_one_withdrawn(&w).await;

        let worker = w.ria().looks(ReadOne(gone)).await.expect("involved");
        let client = w.bilal().looks(ReadOwnOne(gone)).await.expect("the own dossier");

        assert!(worker.versions.is_empty() && client.versions.is_empty());
        assert!(worker.entry.facts.is_empty() && client.entry.facts.is_empty());
        assert!(client.entry.withdrawn.is_some());
        let kept = w.raw().rows("SELECT facts FROM entry_version").await;
        assert_eq!(kept.len(), 4, "it is kept, sealed: a right can still reach it");
    }

    async fn a_delayed_note_that_is_withdrawn_tells_the_client_nothing_before_its_day(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let note = Write {
            visibility: Visibility::Delayed {
                until: jiff::civil::date(2026, 3, 9),
                ground: DelayGround::DangerToOther,
                announced: false,
            },
            ..w.ria().note(dossier.first_part(), "Later.")
        };
        let entry = w.ria().performs(note).await.expect("written").entry;
        w.ria().performs(withdraw(entry)).await.expect("withdrawn");

        let before = w.bilal().reads_own(dossier.id).await.expect("the own dossier").entries.len();
        w.clock.set("2026-03-09T09:00:00Z");
        let after = w.bilal().reads_own(dossier.id).await.expect("the own dossier").entries;

        assert_eq!((before, after.len()), (0, 1));
        assert!(after[0].withdrawn.is_some());
    }

    async fn who_corrects_meanwhile_hears_it_and_changes_nothing(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("assigned");
        let entry = w.ria().writes(dossier.first_part(), "Huur: 700.").await.expect("written").entry;
        w.ria().performs(withdraw(entry)).await.expect("withdrawn");

        let late = w.samira().corrects(entry, 1, "Huur: 750.").await;

        assert!(matches!(late, Err(NotDone::Rejected(CorrectRefused::Withdrawn))), "{late:?}");
        assert_eq!(w.raw().rows("SELECT id FROM entry_version").await.len(), 1);
    }

    async fn of_a_correction_and_a_withdrawal_at_the_same_time_no_text_stays_readable(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asker = w.ria().asker().await;
        for round in 0..5 {
            let entry = w.ria().writes(dossier.first_part(), "Nul.").await.expect("written").entry;
            let correct = app::entry::Correct {
                entry,
                version: 1,
                facts: format!("Ronde {round}."),
                opinion: String::new(),
                reason: String::new(),
                merge: app::entry::Merge::Replace,
            };

            let (corrected, withdrawn) =
                tokio::join!(w.app.perform(asker, correct), w.app.perform(asker, withdraw(entry)));

            assert!(withdrawn.is_ok(), "{withdrawn:?}");
            let first = matches!(corrected, Ok(Corrected::NewVersion(_)));
            assert!(first || matches!(corrected, Err(NotDone::Rejected(CorrectRefused::Withdrawn))), "{corrected:?}");
            assert!(w.ria().looks(ReadOne(entry)).await.expect("involved").versions.is_empty());
        }
    }

    async fn withdrawing_twice_keeps_the_first_reason(w: World) {
        let (dossier, gone) = three_with_one_withdrawn(&w).await;
        w.clock.advance(SignedDuration::from_hours(1));

        let again = Withdraw { ground: WithdrawGround::ByMistake, why: "Anders.".into(), ..withdraw(gone) };
        let again = w.ria().performs(again).await.expect("it is so already");

        let read = w.ria().looks(ReadOne(gone)).await.expect("involved");
        let trace = read.entry.withdrawn.expect("withdrawn");
        assert_eq!((again, trace.ground.as_str(), trace.why.as_str()), (dossier.id, "wrong-dossier", "Van de buren."));
    }

    async fn only_who_works_with_the_part_withdraws(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Voluntary, Wmo])).await;
        let entry = w.ria().writes(dossier.first_part(), "Een.").await.expect("written").entry;

        let (colleague, client) = (w.samira().performs(withdraw(entry)).await, w.bilal().performs(withdraw(entry)).await);
        let coordinator = w.joost().performs(withdraw(entry)).await;

        for refused in [colleague, client, coordinator] {
            assert!(matches!(refused, Err(NotDone::Denied { .. })), "{refused:?}");
        }
        assert!(w.ria().looks(ReadOne(entry)).await.expect("involved").entry.withdrawn.is_none());
    }

    async fn what_the_product_wrote_about_an_emergency_is_not_withdrawn(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let entry = w.ria().writes(dossier.first_part(), "Een.").await.expect("written").entry;
        w.raw().run("UPDATE entry SET kind = 'emergency'").await;

        let refused = w.ria().performs(withdraw(entry)).await;

        assert!(matches!(refused, Err(NotDone::Rejected(WithdrawRefused::NotWritten))), "{refused:?}");
    }

    async fn a_breach_is_received_only_when_somebody_says_so(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let one = w.ria().writes(dossier.first_part(), "Een.").await.expect("written").entry;
        let two = w.ria().writes(dossier.first_part(), "Twee.").await.expect("written").entry;

        w.ria().performs(withdraw(one)).await.expect("withdrawn");
        w.ria().performs(Withdraw { breach: true, ..withdraw(two) }).await.expect("withdrawn");
        w.ria().performs(Withdraw { breach: true, ..withdraw(two) }).await.expect("sent twice");

        let listed = w.person("olga").looks(app::breach::List).await.expect("oversees");
        assert_eq!(listed.iter().map(|it| it.entry).collect::<Vec<_>>(), [Some(two)]);
        let read = w.person("olga").looks(app::breach::Read(listed[0].id)).await.expect("oversees");
        let origin = read.and_then(|(_, origin)| origin).expect("it is there");
        assert!(matches!(&origin.about, app::breach::About::Entry { worker, .. } if worker == "Ria de Wit"));
        assert!(origin.sentence.is_empty(), "its words are not the officer's to read");

        w.raw().run("UPDATE client SET person = (SELECT person FROM staff WHERE name LIKE 'Olga%')").await;
        let read = w.person("olga").looks(app::breach::Read(listed[0].id)).await.expect("oversees");
        assert!(read.expect("the breach is there").1.is_none(), "nothing about oneself");
    }
}
