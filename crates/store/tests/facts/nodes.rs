//! Several processes on one installation: starting together, one at a time numbering the record, saying who is there.

use std::sync::Arc;

use jiff::SignedDuration;
use store::{Attendance, OpenError, Outgrown, Place, Store, Surroundings};
use testkit::{BILAL, Dice, World, both_engines, open_store, secrets};
use uuid::Uuid;

const ONE: Uuid = Uuid::from_u128(1);
const OTHER: Uuid = Uuid::from_u128(2);

/// Everything in both places goes, as if they were made a moment ago.
async fn emptied(w: &World) {
    for (raw, place) in [(w.raw(), &w.places().data), (w.raw_shelf(), &w.places().shelf)] {
        match place {
            Place::File(path) => {
                for end in ["", "-wal", "-shm"] {
                    let _ = std::fs::remove_file(format!("{}{end}", path.display()));
                }
            }
            Place::Url(_) => raw.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public").await,
        }
    }
}

async fn opens(w: &World, seed: u64) -> Result<Store, OpenError> {
    let policies = policy::Policies::built_in().expect("the policies are right");
    let (clock, entropy) = (Arc::clone(&w.clock) as _, Arc::new(Dice::new(seed)) as _);
    let surroundings = Surroundings { clock, entropy, node: format!("node-{seed}") };
    Store::open(w.places(), secrets(), policies, surroundings).await
}

both_engines! {
    async fn two_that_start_at_the_same_moment_on_nothing_make_one_installation(w: World) {
        w.store.close();
        for round in 0..5 {
            emptied(&w).await;

            let (a, b, c) = tokio::join!(opens(&w, 100 + round), opens(&w, 200 + round), opens(&w, 300 + round));

            let ids = [a, b, c].map(|opened| opened.expect("it opens").installation());
            assert_eq!([ids[0]; 3], ids);
        }
    }

    async fn one_that_was_killed_before_it_made_the_shelf_is_started_again(w: World) {
        w.store.close();
        emptied(&w).await;
        let first = opens(&w, 100).await.expect("it opens").installation();
        match &w.places().shelf {
            Place::File(path) => std::fs::remove_file(path).expect("gone"),
            Place::Url(_) => w.raw_shelf().run("DROP SCHEMA public CASCADE; CREATE SCHEMA public").await,
        }

        let again = opens(&w, 101).await.expect("nothing was sealed yet");

        assert_eq!(again.installation(), first);
    }

    async fn a_shelf_that_is_gone_while_something_is_sealed_is_never_made_again(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        w.store.close();
        match &w.places().shelf {
            Place::File(path) => std::fs::remove_file(path).expect("gone"),
            Place::Url(_) => w.raw_shelf().run("DROP SCHEMA public CASCADE; CREATE SCHEMA public").await,
        }

        let Err(why) = opens(&w, 100).await else { panic!("a lost shelf was hidden") };

        assert!(why.to_string().contains("put back the key shelf"), "{why}");
    }

    async fn an_older_program_does_not_open_and_a_running_one_finds_out(w: World) {
        assert_eq!(w.store.outgrown().await.expect("it answers"), None);
        w.raw().run("INSERT INTO schema_version (number, name, applied_at) VALUES (9999, '9999_later', 0)").await;

        let running = w.store.outgrown().await.expect("it answers");
        let Err(started) = opens(&w, 100).await else { panic!("it opened what it does not know") };

        assert!(matches!(running, Some(Outgrown { schema: 9999, known_schema: 1..=9998 })), "{running:?}");
        assert!(started.to_string().contains("use the newer program"), "{started}");
    }

    async fn one_at_a_time_numbers_and_the_next_one_after_a_while(w: World) {
        let other = open_store(w.places(), &w.clock, &Arc::new(Dice::new(100))).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;

        let one = w.store.sequence(ONE).await.expect("it answers");
        w.ria().reads(dossier.id).await.expect("involved");
        let refused = other.sequence(OTHER).await.expect("it answers");
        w.clock.advance(SignedDuration::from_secs(11));
        let taken = other.sequence(OTHER).await.expect("it answers");
        w.ria().reads(dossier.id).await.expect("involved");
        let late = w.store.sequence(ONE).await.expect("it answers");

        assert!(one.is_some_and(|lines| lines > 0), "{one:?}");
        assert_eq!(refused, None, "the other has it");
        assert!(taken.is_some_and(|lines| lines > 0), "{taken:?}");
        assert_eq!(late, None, "whoever lost it does not go on");
        w.clock.advance(SignedDuration::from_secs(11));
        w.sequences().await;
        assert!(w.verifies(&[]).await.is_ok());
    }

    async fn a_lease_by_a_clock_that_is_ahead_holds_nobody_up(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let now = w.now();
        w.clock.advance(SignedDuration::from_hours(3));
        w.store.sequence(ONE).await.expect("it answers");
        w.clock.set_to(now);
        w.ria().reads(dossier.id).await.expect("involved");

        let taken = w.store.sequence(OTHER).await.expect("it answers");

        assert!(taken.is_some_and(|lines| lines > 0), "{taken:?}");
    }

    async fn nodes_say_that_they_are_there_and_two_with_one_name_find_out(w: World) {
        let first = w.store.attend("noord", ONE).await.expect("noted");
        let beside = w.store.attend("zuid", OTHER).await.expect("noted");
        let twin = w.store.attend("noord", OTHER).await.expect("noted");
        let again = w.store.attend("noord", ONE).await.expect("noted");

        assert_eq!(first, Attendance { before: None, others: Vec::new() });
        assert_eq!(beside.others[0].name, "noord");
        assert_eq!(beside.others[0].seen_at, w.now());
        assert_eq!((twin.before, again.before), (Some(ONE), Some(OTHER)));

        let names = async || w.store.nodes().await.expect("read").into_iter().map(|it| it.name).collect::<Vec<_>>();
        assert_eq!(names().await, ["noord", "zuid"]);
        w.store.leave("noord", OTHER).await.expect("not there under this name any more");
        assert_eq!(names().await, ["noord", "zuid"], "only the process itself takes itself away");
        w.store.leave("noord", ONE).await.expect("gone");
        assert_eq!(names().await, ["zuid"]);
        w.clock.advance(SignedDuration::from_mins(3));
        assert!(names().await.is_empty(), "who says nothing is not there");
        w.clock.advance(SignedDuration::from_hours(25));
        w.store.attend("oost", ONE).await.expect("noted");
        let left = w.raw().one("SELECT COUNT(*) FROM lease WHERE name LIKE 'node:%'").await.int();
        assert_eq!(left, 1, "what was left behind is thrown away");
    }
}
