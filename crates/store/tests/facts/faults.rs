//! A record gets lost at one of four places: nothing is shown, nothing is said to be done, and afterwards
//! everything works again (DESIGN §1.1). Every fact runs on both engines.

use std::time::Duration;

use app::dossier::ReadIt;
use app::sign_in::{Caller, FirstStep, SecondStep};
use domain::sign_in::Given;
use store::{Fault, NotDone};
use testkit::{BILAL, World, both_engines};

const FAULTS: [Fault; 4] = [Fault::QueueClosed, Fault::InsertFails, Fault::CommitFails, Fault::AnswerLost];
const PLANTED: &str = "sprinkhaanlantaarn";

/// Nothing hangs: a lost answer is an answer too.
async fn in_time<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(10), future).await.expect("an answer, whatever it is")
}

both_engines! {
    async fn a_look_whose_record_is_lost_shows_nothing(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().writes(dossier.first_part(), PLANTED).await.expect("written");
        let asker = w.ria().asker().await;
        let read = ReadIt { dossier: dossier.id, page: 0, take: 50 };

        for fault in FAULTS {
            w.store.faults().set(Some(fault));
            let shown = in_time(async {
                match w.app.look(asker, read).await {
                    Ok(awaiting) => awaiting.show(&(), |read, ()| format!("{read:?}")).await.map_err(|e| format!("{e:?}")),
                    Err(why) => Err(format!("{why:?}")),
                }
            })
            .await;
            w.store.faults().set(None);

            let why = shown.expect_err("shown without a record");
            assert!(!why.contains(PLANTED), "{fault:?}: {why}");
            assert!(w.ria().reads(dossier.id).await.is_ok(), "after {fault:?}");
        }
    }

    async fn a_look_that_waits_for_its_record_gives_nothing_either(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asker = w.ria().asker().await;
        let read = ReadIt { dossier: dossier.id, page: 0, take: 50 };

        for fault in FAULTS {
            w.store.faults().set(Some(fault));
            let done = in_time(async {
                match w.app.look(asker, read).await {
                    Ok(awaiting) => awaiting.done().await.is_ok(),
                    Err(_) => false,
                }
            })
            .await;
            w.store.faults().set(None);

            assert!(!done, "{fault:?}");
        }
    }

    async fn a_denial_whose_record_is_lost_is_a_failure(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asker = w.samira().asker().await;
        let read = ReadIt { dossier: dossier.id, page: 0, take: 50 };

        for fault in FAULTS {
            w.store.faults().set(Some(fault));
            let denied = in_time(w.app.look(asker, read)).await;
            w.store.faults().set(None);

            assert!(matches!(denied, Err(NotDone::Failed(_))), "{fault:?}");
        }
        assert!(matches!(w.samira().reads(dossier.id).await, Err(NotDone::Denied { .. })));
    }

    async fn a_deed_whose_record_is_lost_is_not_said_to_be_done(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asker = w.ria().asker().await;
        let mut written = 0;

        for fault in FAULTS {
            let note = w.ria().note(dossier.first_part(), &format!("Tijdens {fault:?}."));
            w.store.faults().set(Some(fault));
            let done = in_time(w.app.perform(asker, note.clone())).await;
            w.store.faults().set(None);

            assert!(matches!(done, Err(NotDone::Failed(_))), "{fault:?}: {done:?}");
            let entries = w.ria().reads(dossier.id).await.expect("involved").entries.len();
            // When only the answer is lost the deed stands; sending the form again settles it.
            let stands = usize::from(fault == Fault::AnswerLost);
            assert_eq!(entries, written + stands, "{fault:?}");

            w.ria().performs(note).await.expect("the same form again");
            written += 1;
            assert_eq!(w.ria().reads(dossier.id).await.expect("involved").entries.len(), written, "{fault:?}");
        }
    }

    async fn everybody_in_a_lost_commit_hears_of_it(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asker = w.ria().asker().await;
        let read = ReadIt { dossier: dossier.id, page: 0, take: 50 };

        w.store.faults().set(Some(Fault::CommitFails));
        let mut tasks = Vec::new();
        for _ in 0..40 {
            let app = w.app.clone();
            tasks.push(tokio::spawn(async move {
                match app.look(asker, read).await {
                    Ok(awaiting) => awaiting.done().await.is_ok(),
                    Err(_) => false,
                }
            }));
        }
        for task in tasks {
            assert!(!in_time(task).await.expect("sound"), "shown without a record");
        }
        w.store.faults().set(None);

        assert!(w.ria().reads(dossier.id).await.is_ok());
        w.checkpoint().await;
        assert!(w.verifies(&[]).await.is_ok());
    }

    async fn nobody_signs_in_without_a_record(w: World) {
        let caller = Caller::house(w.random_id());
        let begun = w.app.first_step(&caller, "ria", testkit::PASSWORD.into()).await.expect("it answers");
        let FirstStep::On(begun) = begun else { panic!("nobody tried before") };
        let code = Given::App { code: w.ria().code(w.now().as_second() / 30), next: String::new() };

        w.store.faults().set(Some(Fault::InsertFails));
        let without = w.app.second_step(&caller, &begun.token.cookie, &code).await;
        w.store.faults().set(None);
        let with = w.app.second_step(&caller, &begun.token.cookie, &code).await;

        assert!(without.is_err());
        assert!(matches!(with, Ok(SecondStep::In { .. })), "the code was not used up");
    }
}
