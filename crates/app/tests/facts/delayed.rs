//! A client reads an entry later only when a second person agrees (SHA-12). Every fact runs on both engines.

use app::NotDone;
use app::entry::{AgreeToDelay, DelayRefused, ListWaiting, ReadOne};
use app::standing::{About, Declare};
use domain::{BirthDate, ConflictKind, DelayGround, EntryId, Visibility};
use testkit::{BILAL, Dossier, World, both_engines};

/// The Monday on which the facts begin.
const START: jiff::civil::Date = jiff::civil::date(2026, 3, 2);

/// Ria writes on a Monday what Bilal may read after a month, and he may not know of it.
async fn in_a_month(w: &World) -> (Dossier, EntryId) {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    let mut note = w.ria().note(dossier.first_part(), "Zijn broer leest mee op zijn telefoon.");
    let until = jiff::civil::date(2026, 4, 1);
    note.visibility = Visibility::Delayed { until, ground: DelayGround::DangerToClient, announced: false };
    let entry = w.ria().performs(note).await.expect("involved").entry;
    (dossier, entry)
}

async fn client_reads(w: &World, dossier: &Dossier) -> usize {
    w.bilal().reads_own(dossier.id).await.expect("the own dossier").entries.len()
}

fn says(entry: EntryId, agreed: bool) -> AgreeToDelay {
    AgreeToDelay { entry, agreed: Some(agreed) }
}

both_engines! {
    async fn without_a_second_person_it_is_hidden_for_five_working_days(w: World) {
        let (dossier, entry) = in_a_month(&w).await;

        w.clock.set("2026-03-09T22:59:59Z");
        assert_eq!(client_reads(&w, &dossier).await, 0, "hidden at once, and until the fifth working day has passed");
        w.clock.set("2026-03-09T23:00:00Z");

        assert_eq!(client_reads(&w, &dossier).await, 1, "midnight in Amsterdam; nothing had to run");
        let late = w.joost().performs(says(entry, true)).await;
        assert!(matches!(late, Err(NotDone::Rejected(DelayRefused::NotWaiting))), "{late:?}");
    }

    async fn with_a_second_person_it_is_hidden_until_its_day(w: World) {
        let (dossier, entry) = in_a_month(&w).await;

        w.joost().performs(says(entry, true)).await.expect("coordinates the team");

        w.clock.set("2026-03-31T21:59:59Z");
        assert_eq!(client_reads(&w, &dossier).await, 0);
        w.clock.set("2026-03-31T22:00:00Z");
        assert_eq!(client_reads(&w, &dossier).await, 1);
    }

    async fn who_does_not_agree_lets_the_client_read_it_now(w: World) {
        let (dossier, entry) = in_a_month(&w).await;

        w.joost().performs(says(entry, false)).await.expect("coordinates the team");

        assert_eq!(client_reads(&w, &dossier).await, 1);
        let read = w.ria().looks(ReadOne(entry)).await.expect("involved").entry;
        let (at, by) = read.delay_decided.expect("somebody decided");
        assert_eq!((at, by.as_str()), (w.now(), "Joost Meijer"));
        let again = w.joost().performs(says(entry, true)).await;
        assert!(matches!(again, Err(NotDone::Rejected(DelayRefused::NotWaiting))), "{again:?}");
    }

    async fn an_empty_form_decides_nothing(w: World) {
        let (dossier, entry) = in_a_month(&w).await;

        let empty = w.joost().performs(AgreeToDelay { entry, agreed: None }).await;

        assert!(matches!(empty, Err(NotDone::Rejected(DelayRefused::NotChosen))), "{empty:?}");
        assert_eq!(client_reads(&w, &dossier).await, 0);
        w.joost().performs(says(entry, true)).await.expect("it still waits");
    }

    async fn whoever_wrote_it_is_not_the_second_person(w: World) {
        let (_, entry) = in_a_month(&w).await;

        let own = w.ria().performs(says(entry, true)).await;

        assert!(matches!(own, Err(NotDone::Rejected(DelayRefused::Own))), "{own:?}");
    }

    async fn a_colleague_of_the_part_can_be_the_second_person_and_nobody_else(w: World) {
        let (dossier, entry) = in_a_month(&w).await;
        w.samira().performs(says(entry, true)).await.expect_err("not involved");
        w.joost().assigns(dossier.first_part(), w.nadia().staff()).await.expect("assigned");

        w.nadia().performs(says(entry, true)).await.expect("works with the part");
    }

    async fn the_coordinator_sees_a_ground_and_a_day_and_not_a_word(w: World) {
        let (_, entry) = in_a_month(&w).await;
        let team = w.joost().member().team;

        let waiting = w.joost().looks(ListWaiting(team)).await.expect("coordinates");

        assert_eq!(waiting.len(), 1);
        assert_eq!((waiting[0].entry, waiting[0].ground.as_str(), waiting[0].own), (entry, "danger-to-client", false));
        assert_eq!(waiting[0].until, jiff::civil::date(2026, 4, 1));
        let told = format!("{waiting:?}");
        assert!(!told.contains("broer") && !told.contains("Bilal"), "{told}");
        w.joost().performs(says(entry, true)).await.expect("coordinates");
        assert!(w.joost().looks(ListWaiting(team)).await.expect("coordinates").is_empty());
    }

    async fn a_coordinator_behind_a_wall_neither_sees_nor_decides(w: World) {
        let (_, entry) = in_a_month(&w).await;
        let team = w.joost().member().team;
        let [day, month, year] = [BILAL.born.day().into(), BILAL.born.month().into(), BILAL.born.year()].map(|it: i16| it.to_string());
        let birth_date = BirthDate::from_fields(&day, &month, &year, START).expect("a birth date");
        let about = About::Person { surname: BILAL.surname.into(), birth_date };
        w.joost().performs(Declare { kind: ConflictKind::Neighbour, about }).await.expect("declared");

        assert!(w.joost().looks(ListWaiting(team)).await.expect("coordinates").is_empty());
        w.joost().performs(says(entry, true)).await.expect_err("a wall");
    }
}
