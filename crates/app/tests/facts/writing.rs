//! Entries, drafts and forms: what is written once, kept byte for byte, corrected without losing anything.
//! Every fact runs on both engines.

use app::NotDone;
use app::draft::{Discard, Keep, KeepRefused, Kept, Known, ListOwn, PurgeOld, ReadOne};
use app::entry::{Correct, CorrectRefused, Corrected, Merge, WriteRefused};
use app::{Asker, Job, Who};
use domain::{DraftId, EntryKind};
use jiff::SignedDuration;
use testkit::{BILAL, World, both_engines};

/// Not trimmed, not normalised: blanks at both ends, combining signs, emoji, right to left, quotes.
const AWKWARD: &str = "  \u{feff}Cafe\u{301} 👨‍👩‍👧 \u{202e}שלום\u{202c} <script>'\"&amp;\t\n\n einde \u{a0} ";

/// As the page that kept it knows it.
fn known(kept: Kept) -> Known {
    Known { id: kept.id, seen: Some(kept.changed_at) }
}

fn kept(body: &str) -> Keep {
    Keep { draft: None, form: "entry", dossier: None, body: body.to_owned() }
}

fn system(w: &World) -> Asker {
    Asker { who: Who::System(Job::PurgeDrafts), correlation: w.random_id() }
}

both_engines! {
    async fn what_was_written_is_read_byte_for_byte(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let mut note = w.ria().note(dossier.first_part(), AWKWARD);
        note.opinion = "regel een\r\nregel twee".into();
        w.ria().performs(note).await.expect("written");

        let read = w.ria().reads(dossier.id).await.expect("involved");

        assert_eq!(read.entries[0].facts, AWKWARD);
        assert_eq!(read.entries[0].opinion, "regel een\nregel twee");
    }

    async fn a_form_sent_twice_writes_once(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let note = w.ria().note(dossier.first_part(), "Bilal belde.");

        let first = w.ria().performs(note.clone()).await.expect("written");
        let second = w.ria().performs(note).await.expect("the same again");

        assert_eq!(first, second);
        assert_eq!(w.ria().reads(dossier.id).await.expect("involved").entries.len(), 1);
    }

    async fn a_form_sent_twice_at_the_same_time_writes_once(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asker = w.ria().asker().await;

        for round in 0..10 {
            let note = w.ria().note(dossier.first_part(), &format!("Ronde {round}."));
            let (one, two) =
                tokio::join!(w.app.perform(asker, note.clone()), w.app.perform(asker, note));
            assert_eq!(one.expect("written").entry, two.expect("the same").entry);
        }

        assert_eq!(w.ria().reads(dossier.id).await.expect("involved").entries.len(), 10);
    }

    async fn somebody_elses_form_token_is_a_form_of_ones_own(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("assigned");
        let note = w.ria().note(dossier.first_part(), "Van Ria.");
        let of_ria = w.ria().performs(note.clone()).await.expect("written");

        let mut of_samira = note;
        of_samira.facts = "Van Samira.".into();
        let of_samira = w.samira().performs(of_samira).await;

        assert!(!matches!(of_samira, Ok(written) if written == of_ria), "one person's token led to another's entry");
    }

    async fn an_empty_note_and_a_note_of_tomorrow_are_refused(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let empty = w.ria().writes(dossier.first_part(), " \n ").await;
        let mut tomorrow = w.ria().note(dossier.first_part(), "Morgen.");
        tomorrow.happened_on = tomorrow.happened_on.tomorrow().expect("a day");
        let tomorrow = w.ria().performs(tomorrow).await;

        assert!(matches!(empty, Err(NotDone::Rejected(WriteRefused::Text(_)))), "{empty:?}");
        assert!(matches!(tomorrow, Err(NotDone::Rejected(WriteRefused::When(_)))), "{tomorrow:?}");
        assert!(w.ria().reads(dossier.id).await.expect("involved").entries.is_empty());
    }

    async fn a_correction_keeps_what_was_there(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let entry = w.ria().writes(dossier.first_part(), "Huur: 700.").await.expect("written").entry;
        w.clock.advance(SignedDuration::from_mins(1));

        w.ria().corrects(entry, 1, "Huur: 750.").await.expect("corrected");

        let read = w.ria().looks(app::entry::ReadOne(entry)).await.expect("involved");
        let texts: Vec<_> = read.versions.iter().map(|version| version.facts.as_str()).collect();
        assert_eq!((read.entry.facts.as_str(), read.entry.version), ("Huur: 750.", 2));
        assert_eq!(texts, ["Huur: 750.", "Huur: 700."]);
    }

    async fn a_correction_that_changes_nothing_says_so_and_keeps_no_version(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let entry = w.ria().writes(dossier.first_part(), "Huur: 700.").await.expect("written").entry;
        w.clock.advance(SignedDuration::from_hours(25));

        let nothing = w.ria().corrects(entry, 1, "Huur: 700.").await.expect("no reason is asked for nothing");

        assert_eq!(nothing, Corrected::Unchanged);
        assert_eq!(w.ria().looks(app::entry::ReadOne(entry)).await.expect("involved").versions.len(), 1);
    }

    async fn a_correction_sent_twice_is_kept_once_and_told_twice(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let entry = w.ria().writes(dossier.first_part(), "Huur: 700.").await.expect("written").entry;

        let first = w.ria().corrects(entry, 1, "Huur: 750.").await.expect("corrected");
        let second = w.ria().corrects(entry, 1, "Huur: 750.").await.expect("the same");

        assert_eq!((first, second), (Corrected::NewVersion(dossier.id), Corrected::NewVersion(dossier.id)));
        assert_eq!(w.ria().looks(app::entry::ReadOne(entry)).await.expect("involved").versions.len(), 2);
    }

    async fn a_stale_correction_gives_the_newer_text_and_changes_nothing(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("assigned");
        let entry = w.ria().writes(dossier.first_part(), "Huur: 700.").await.expect("written").entry;
        w.samira().corrects(entry, 1, "Huur: 750.").await.expect("first");

        let stale = w.ria().corrects(entry, 1, "Huur: 760.").await;

        let Err(NotDone::Rejected(CorrectRefused::Stale(now))) = stale else { panic!("{stale:?}") };
        assert_eq!((now.facts.as_str(), now.version), ("Huur: 750.", 2));
        let read = w.ria().looks(app::entry::ReadOne(entry)).await.expect("involved");
        assert_eq!((read.entry.facts.as_str(), read.versions.len()), ("Huur: 750.", 2));
    }

    async fn both_texts_are_kept_when_two_corrected_also_when_that_is_sent_twice(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("assigned");
        let entry = w.ria().writes(dossier.first_part(), "Huur: 700.").await.expect("written").entry;
        w.samira().corrects(entry, 1, "Huur: 750.").await.expect("first");
        let also = |version| Correct {
            entry,
            version,
            facts: "Huur: 760.".into(),
            opinion: "Ik twijfel.".into(),
            reason: String::new(),
            merge: Merge::AddTo,
        };

        let unseen = w.ria().performs(also(1)).await;
        w.ria().performs(also(2)).await.expect("seen, and both are wanted");
        w.ria().performs(also(2)).await.expect("the same form");

        assert!(matches!(unseen, Err(NotDone::Rejected(CorrectRefused::Stale(_)))), "{unseen:?}");
        let read = w.ria().looks(app::entry::ReadOne(entry)).await.expect("involved");
        assert_eq!((read.entry.facts.as_str(), read.entry.version), ("Huur: 750.\n\nHuur: 760.", 3));
        assert_eq!(read.entry.opinion, "Ik twijfel.");
    }

    async fn of_two_corrections_at_the_same_time_one_holds_and_one_hears(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let entry = w.ria().writes(dossier.first_part(), "Nul.").await.expect("written").entry;
        let asker = w.ria().asker().await;

        for version in 1..=5 {
            let correct = |facts: &str| Correct {
                entry,
                version,
                facts: format!("{facts} {version}"),
                opinion: String::new(),
                reason: String::new(),
                merge: Merge::Replace,
            };
            let (one, two) =
                tokio::join!(w.app.perform(asker, correct("Een")), w.app.perform(asker, correct("Twee")));
            let stale = |it: &Result<_, _>| matches!(it, Err(NotDone::Rejected(CorrectRefused::Stale(_))));
            assert!(one.is_ok() ^ two.is_ok(), "{one:?} {two:?}");
            assert!(stale(&one) ^ stale(&two), "{one:?} {two:?}");
        }
    }

    async fn after_a_day_a_correction_needs_a_reason(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let entry = w.ria().writes(dossier.first_part(), "Huur: 700.").await.expect("written").entry;
        let correct = |version, facts: &str, reason: &str| Correct {
            entry,
            version,
            facts: facts.into(),
            opinion: String::new(),
            reason: reason.into(),
            merge: Merge::Replace,
        };

        w.clock.advance(SignedDuration::from_hours(24));
        let in_time = w.ria().performs(correct(1, "Huur: 710.", "")).await;
        w.clock.advance(SignedDuration::from_mins(1));
        let without = w.ria().performs(correct(2, "Huur: 750.", " ")).await;
        let with = w.ria().performs(correct(2, "Huur: 750.", "Bilal gaf de nieuwe huur door")).await;

        assert!(in_time.is_ok(), "{in_time:?}");
        assert!(matches!(without, Err(NotDone::Rejected(CorrectRefused::Reason(_)))), "{without:?}");
        assert!(with.is_ok(), "{with:?}");
        let read = w.ria().looks(app::entry::ReadOne(entry)).await.expect("involved");
        assert_eq!(read.versions[0].reason, "Bilal gaf de nieuwe huur door");
    }

    async fn the_day_without_a_reason_is_24_hours_also_when_the_clock_goes_forward(w: World) {
        // In the night of 28 to 29 March 2026 an hour falls out: the same time tomorrow is 23 hours later.
        w.clock.set("2026-03-28T14:00:00+01:00");
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let entry = w.ria().writes(dossier.first_part(), "Huur: 700.").await.expect("written").entry;

        w.clock.set("2026-03-29T14:59:00+02:00");
        let in_time = w.ria().corrects(entry, 1, "Huur: 710.").await;
        w.clock.set("2026-03-29T15:01:00+02:00");
        let late = w.ria().corrects(entry, 2, "Huur: 750.").await;

        assert!(in_time.is_ok(), "23 h 59: {in_time:?}");
        assert!(matches!(late, Err(NotDone::Rejected(CorrectRefused::Reason(_)))), "24 h 01: {late:?}");
    }

    async fn a_draft_survives_the_session_byte_for_byte(w: World) {
        let before = w.ria().session().await;
        let draft = w.ria().performs(kept(AWKWARD)).await.expect("kept").id;
        w.app.sign_out(w.random_id(), &before).await.expect("signed out");

        let after = w.ria().looks(ReadOne(draft)).await.expect("a new session").expect("still there");

        assert_ne!(w.ria().session().await.id, before.id);
        assert_eq!(after.body, AWKWARD);
    }

    async fn a_draft_is_its_authors_alone(w: World) {
        let draft = w.ria().performs(kept("Alleen van Ria.")).await.expect("kept").id;

        assert_eq!(w.samira().looks(ReadOne(draft)).await.expect("allowed to ask"), None);
        assert!(w.samira().looks(ListOwn).await.expect("an own list").is_empty());
        assert!(!w.samira().performs(Discard(draft)).await.expect("allowed to ask"));
        let over_it = Keep { draft: Some(Known { id: draft, seen: None }), ..kept("Van Samira.") };
        let of_samira = w.samira().performs(over_it).await.expect("a draft of her own");
        assert!(of_samira.id != draft && !of_samira.apart, "and nothing tells that there is another");
        let still = w.ria().looks(ReadOne(draft)).await.expect("hers").expect("still there");
        assert_eq!(still.body, "Alleen van Ria.");
    }

    async fn a_draft_is_kept_anew_when_it_expired_meanwhile(w: World) {
        let gone = DraftId(w.random_id());

        let known = Some(Known { id: gone, seen: Some(w.now()) });
        let draft = w.ria().performs(Keep { draft: known, ..kept("Verder.") }).await.expect("kept");

        assert!(!draft.apart, "nothing was changed elsewhere");
        assert_eq!(w.ria().looks(ReadOne(draft.id)).await.expect("hers").expect("there").body, "Verder.");
    }

    async fn two_pages_that_go_on_with_one_draft_lose_neither_text(w: World) {
        let first = w.ria().performs(kept("Begin.")).await.expect("kept");
        w.clock.advance(SignedDuration::from_secs(5));
        let desk = w.ria().performs(Keep { draft: Some(known(first)), ..kept("Begin, op kantoor.") }).await.expect("kept");
        w.clock.advance(SignedDuration::from_secs(5));
        let phone = w.ria().performs(Keep { draft: Some(known(first)), ..kept("Begin, op straat.") }).await.expect("kept");
        let unheard = w.ria().performs(Keep { draft: Some(known(first)), ..kept("Begin, op kantoor.") }).await.expect("kept");
        w.clock.advance(SignedDuration::from_secs(5));
        let on = w.ria().performs(Keep { draft: Some(known(phone)), ..kept("Begin, op straat. Verder.") }).await.expect("kept");

        assert_eq!((desk.id, desk.apart), (first.id, false));
        assert!(phone.apart && phone.id != first.id);
        assert_eq!(unheard, desk, "sent again because nobody heard the answer: it is there");
        assert_eq!((on.id, on.apart), (phone.id, false));
        let mut texts: Vec<String> = w.ria().looks(ListOwn).await.expect("hers").into_iter().map(|it| it.body).collect();
        texts.sort();
        assert_eq!(texts, ["Begin, op kantoor.", "Begin, op straat. Verder."]);
    }

    async fn two_pages_that_keep_one_draft_at_the_same_moment_lose_neither_text(w: World) {
        for round in 0..10 {
            let first = w.ria().performs(kept("Begin.")).await.expect("kept");
            w.clock.advance(SignedDuration::from_secs(5));
            let here = Keep { draft: Some(known(first)), ..kept(&format!("hier {round}")) };
            let there = Keep { draft: Some(known(first)), ..kept(&format!("daar {round}")) };

            let (ria, also_ria) = (w.ria(), w.ria());
            let (a, b) = tokio::join!(ria.performs(here), also_ria.performs(there));

            let (a, b) = (a.expect("kept"), b.expect("kept"));
            // Within one thousandth of a second both are as new, and the second text is the newer one of one page.
            let drafts = w.ria().looks(ListOwn).await.expect("hers");
            let is_there = |text: &str| drafts.iter().any(|draft| draft.body == text);
            assert!(a.apart != b.apart, "one of them was second: {a:?} {b:?}");
            assert!(is_there(&format!("hier {round}")) && is_there(&format!("daar {round}")));
        }
    }

    async fn a_draft_that_was_changed_elsewhere_stays_when_the_note_is_filed(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let first = w.ria().performs(kept("Bilal belde.")).await.expect("kept");
        w.clock.advance(SignedDuration::from_secs(5));
        w.ria().performs(Keep { draft: Some(known(first)), ..kept("Bilal belde, en kwam.") }).await.expect("kept");
        let mut note = w.ria().note(dossier.first_part(), "Bilal belde.");
        note.draft = Some(known(first));

        w.ria().performs(note).await.expect("written");

        let left = w.ria().looks(ListOwn).await.expect("hers");
        assert_eq!(left[0].body, "Bilal belde, en kwam.");
    }

    async fn a_draft_that_became_a_note_is_gone(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let draft = w.ria().performs(kept("Bilal belde.")).await.expect("kept");
        let mut note = w.ria().note(dossier.first_part(), "Bilal belde.");
        note.draft = Some(known(draft));

        w.ria().performs(note).await.expect("written");

        assert!(w.ria().looks(ListOwn).await.expect("hers").is_empty());
    }

    async fn drafts_are_thrown_away_after_seven_days(w: World) {
        let old = w.ria().performs(kept("Oud.")).await.expect("kept").id;
        w.clock.advance(SignedDuration::from_hours(1));
        let newer = w.ria().performs(kept("Een uur nieuwer.")).await.expect("kept");
        w.clock.advance(SignedDuration::from_hours(7 * 24 - 1));

        let on_the_day = w.app.perform(system(&w), PurgeOld).await.expect("the clock may");
        w.clock.advance(SignedDuration::from_millis(1));
        let after = w.app.perform(system(&w), PurgeOld).await.expect("the clock may");

        assert_eq!((on_the_day, after), (0, 1));
        assert_eq!(w.ria().looks(ReadOne(old)).await.expect("hers"), None);
        assert!(w.ria().looks(ReadOne(newer.id)).await.expect("hers").is_some());
        let purge = w.records().await.into_iter().rfind(|it| it.event == "PurgeDrafts").expect("a record");
        assert_eq!((purge.count, purge.function.as_str()), (1, "purge-drafts"));
    }

    async fn a_draft_that_is_too_long_is_refused(w: World) {
        let body = "x".repeat(app::draft::BODY_MAX + 1);

        let refused = w.ria().performs(kept(&body)).await;

        let got = body.len();
        assert!(matches!(refused, Err(NotDone::Rejected(KeepRefused::TooLong { got: told })) if told == got));
    }

    async fn a_form_of_an_ended_session_is_given_back_once_and_for_an_hour(w: World) {
        let session = w.ria().session().await;
        let keep = || w.app.keep_form(&session, "/werk/notitie".into(), AWKWARD.into());
        let take = |path: &str| w.app.take_form(&session, path.into());

        keep().await.expect("kept");
        assert!(take("/werk/ergens-anders").await.expect("it answers").is_none());
        let given = take("/werk/notitie").await.expect("it answers").expect("there");
        assert_eq!(given.body, AWKWARD);
        assert!(take("/werk/notitie").await.expect("it answers").is_none(), "once");

        keep().await.expect("kept");
        let other = w.samira().session().await;
        assert!(w.app.take_form(&other, "/werk/notitie".into()).await.expect("it answers").is_none());
        w.clock.advance(SignedDuration::from_hours(1));
        assert!(take("/werk/notitie").await.expect("it answers").is_some(), "an hour");

        keep().await.expect("kept");
        w.clock.advance(SignedDuration::from_hours(1) + SignedDuration::from_millis(1));
        assert!(take("/werk/notitie").await.expect("it answers").is_none(), "no longer");
    }

    async fn contact_with_the_client_moves_its_clock_and_an_internal_note_does_not(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let opened = w.ria().reads(dossier.id).await.expect("involved").head.parts[0].opened_at;
        w.clock.advance(SignedDuration::from_mins(1));
        let mut internal = w.ria().note(dossier.first_part(), "Overleg.");
        internal.kind = EntryKind::Consultation;

        w.ria().performs(internal).await.expect("written");
        let part = w.ria().reads(dossier.id).await.expect("involved").head.parts.remove(0);
        assert_eq!((part.last_client_contact, part.last_content_change), (opened, w.now()));

        w.clock.advance(SignedDuration::from_mins(1));
        w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("written");
        let part = w.ria().reads(dossier.id).await.expect("involved").head.parts.remove(0);
        assert_eq!((part.last_client_contact, part.last_content_change), (w.now(), w.now()));
    }
}
