//! Numbering in the commit: on SQLite a record gets its number together with what it is about; on PostgreSQL it waits.
//! Whatever happens to the number, the record is there.

use app::dossier::ReadIt;
use jiff::SignedDuration;
use store::{Fault, Place};
use testkit::{BILAL, NODE, World, both_engines};
use uuid::Uuid;

const OTHER: Uuid = Uuid::from_u128(2);

async fn count(w: &World, table: &str) -> i64 {
    w.raw().one(&format!("SELECT COUNT(*) FROM {table}")).await.int()
}

fn is_sqlite(w: &World) -> bool {
    matches!(w.places().data, Place::File(_))
}

both_engines! {
    async fn a_commit_numbers_what_it_holds_where_one_process_writes(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let before = count(&w, "record_waiting").await;
        assert!(before > 0, "nobody numbered yet");
        w.store.numbers_in_each_commit(NODE);

        w.ria().reads(dossier.id).await.expect("involved");
        w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("involved");

        let (waiting, leaves, records) = (count(&w, "record_waiting").await, count(&w, "leaf").await, count(&w, "record").await);
        match is_sqlite(&w) {
            true => assert_eq!((waiting, leaves), (0, records), "also what waited from before"),
            false => assert_eq!((waiting, leaves), (records, 0), "its order is not that of the commits"),
        }
        w.checkpoint().await;
        assert!(w.verifies(&[]).await.is_ok());
        assert!(w.bilal().sees_looks(dossier.id).await.is_ok());
    }

    async fn together_they_get_as_many_numbers_as_there_are_records(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.store.numbers_in_each_commit(NODE);
        let asker = w.ria().asker().await;

        let mut tasks = Vec::new();
        for _ in 0..64 {
            let app = w.app.clone();
            let read = ReadIt { dossier: dossier.id, page: 0, take: 50 };
            tasks.push(tokio::spawn(async move { app.look(asker, read).await.expect("involved").done().await.is_ok() }));
        }
        for task in tasks {
            assert!(task.await.expect("sound"));
        }

        w.checkpoint().await;
        assert_eq!(count(&w, "leaf").await, count(&w, "record").await);
        assert!(w.verifies(&[]).await.is_ok());
    }

    async fn a_commit_that_fails_takes_its_numbers_with_it(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.store.numbers_in_each_commit(NODE);
        w.ria().reads(dossier.id).await.expect("involved");
        w.sequences().await;
        let before = (count(&w, "leaf").await, count(&w, "record").await);

        w.store.faults().set(Some(Fault::CommitFails));
        assert!(w.ria().reads(dossier.id).await.is_err());
        w.store.faults().set(None);

        assert_eq!((count(&w, "leaf").await, count(&w, "record").await), before);
        w.ria().reads(dossier.id).await.expect("involved");
        w.checkpoint().await;
        assert!(w.verifies(&[]).await.is_ok());
    }

    async fn what_cannot_be_numbered_is_on_the_record_all_the_same_and_gets_its_number_later(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.sequences().await;
        w.store.numbers_in_each_commit(NODE);
        w.raw().run("UPDATE tree SET size = size, frontier = salt FROM (SELECT salt FROM record LIMIT 1) AS nonsense").await;
        let before = count(&w, "record").await;

        w.ria().reads(dossier.id).await.expect("a tree that cannot be read keeps nobody from a look that is recorded");

        assert!(count(&w, "record").await > before && count(&w, "record_waiting").await > 0);
        assert!(w.store.sequence(NODE).await.is_err(), "the clock that tries again is told");
    }

    async fn while_another_has_the_lease_the_records_wait(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.store.sequence(OTHER).await.expect("it answers");
        w.store.numbers_in_each_commit(NODE);

        w.ria().reads(dossier.id).await.expect("involved");
        let waiting = count(&w, "record_waiting").await;
        w.clock.advance(SignedDuration::from_secs(11));
        w.ria().reads(dossier.id).await.expect("involved");

        assert!(waiting > 0, "two never number at once");
        w.checkpoint().await;
        assert_eq!((count(&w, "record_waiting").await, count(&w, "leaf").await), (0, count(&w, "record").await));
        assert!(w.verifies(&[]).await.is_ok());
    }
}
