//! A dossier whose only worker cannot work on it is told to the coordinator: by number, without a reason (ACC-05,
//! ACC-09).

use app::NotDone;
use app::involvement::{Queue, Unattended, WithoutWorker};
use app::standing::{About, Declare, Exclude, OwnAbsence};
use domain::{BirthDate, ConflictKind};
use jiff::SignedDuration;
use testkit::{BILAL, Dossier, FATMA, Intake, NADIA, Resident, World, both_engines};

const HOUR: SignedDuration = SignedDuration::from_hours(1);

async fn told(w: &World, who: &'static str) -> Vec<Unattended> {
    w.person(who).looks(WithoutWorker(w.person(who).member().team)).await.expect("their team")
}

async fn numbers(w: &World) -> Vec<i64> {
    told(w, "joost").await.into_iter().map(|it| it.number).collect()
}

async fn declares(w: &World, who: &'static str, resident: &Resident) {
    let about =
        About::Person { surname: resident.surname.into(), birth_date: BirthDate::full(resident.born) };
    w.person(who).performs(Declare { kind: ConflictKind::Relative, about }).await.expect("declared");
}

/// Bilal's dossier, with Ria alone.
async fn with_ria(w: &World) -> Dossier {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    w.ria().opens_dossier_of(FATMA).await;
    assert_eq!(numbers(w).await, [0; 0], "both have their worker");
    dossier
}

both_engines! {
    async fn a_declared_conflict_of_the_only_worker_is_told_as_a_dossier_without_a_worker(w: World) {
        let dossier = with_ria(&w).await;

        declares(&w, "ria", &BILAL).await;

        let told = told(&w, "joost").await;
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].dossier, told[0].number, told[0].back), (dossier.id, dossier.number, None));
        assert!(w.joost().looks(Queue::of(w.joost().member().team)).await.expect("his").waiting.is_empty(), "it is no new question");
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("he divides");
        assert_eq!(numbers(&w).await, [0; 0], "somebody can work on it again");
    }

    async fn an_exclusion_of_the_only_worker_is_told(w: World) {
        let dossier = with_ria(&w).await;

        w.joost().performs(Exclude { dossier: dossier.id, staff: w.ria().staff() }).await.expect("his team");

        assert_eq!(numbers(&w).await, [dossier.number]);
    }

    async fn an_absence_that_nobody_fills_is_told_with_its_end_and_passes_by_itself(w: World) {
        let dossier = with_ria(&w).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("fits");
        let (from, until) = (w.now() + HOUR, w.now() + HOUR * 9);
        w.ria().performs(OwnAbsence { from, until }).await.expect("her own");
        assert_eq!(numbers(&w).await, [0; 0], "it did not begin");

        w.clock.set_to(from);
        let told = told(&w, "joost").await;
        assert_eq!(told.len(), 1, "Samira works on Bilal's; nobody on Fatma's");
        assert_eq!((told[0].number, told[0].back), (dossier.number + 1, Some(until)));

        w.clock.set_to(until);
        assert_eq!(numbers(&w).await, [0; 0]);
    }

    async fn an_account_or_a_post_that_ended_is_told(w: World) {
        let dossier = with_ria(&w).await;
        let raw = w.raw();
        let member = w.ria().member();

        let account = raw.id(member.account.uuid());
        raw.run(&format!("UPDATE account SET active = FALSE WHERE id = {account}")).await;
        assert_eq!(numbers(&w).await, [dossier.number, dossier.number + 1]);
        raw.run(&format!("UPDATE account SET active = TRUE WHERE id = {account}")).await;
        assert_eq!(numbers(&w).await, [0; 0]);
        let (post, now) = (raw.id(w.ria().staff().uuid()), w.now().as_millisecond());
        raw.run(&format!("UPDATE staff SET valid_until = {now} WHERE id = {post}")).await;
        assert_eq!(numbers(&w).await, [dossier.number, dossier.number + 1]);
    }

    async fn what_is_closed_ended_or_never_assigned_is_not_told(w: World) {
        let dossier = with_ria(&w).await;
        w.ria().takes_in(Intake::of(NADIA).for_the_queue()).await;
        declares(&w, "ria", &BILAL).await;
        assert_eq!(numbers(&w).await, [dossier.number]);

        let raw = w.raw();
        let part = raw.id(dossier.first_part().uuid());
        raw.run(&format!("UPDATE dossier_part SET closed_at = 1 WHERE id = {part}")).await;

        assert_eq!(numbers(&w).await, [0; 0]);
    }

    async fn a_coordinator_behind_a_wall_of_their_own_is_told_nothing(w: World) {
        let dossier = with_ria(&w).await;
        declares(&w, "ria", &BILAL).await;
        declares(&w, "joost", &BILAL).await;

        assert_eq!(numbers(&w).await, [0; 0]);
        let (from, until) = (w.now(), w.now() + HOUR * 9);
        w.joost().performs(OwnAbsence { from, until }).await.expect("his own");
        let to_deputy: Vec<i64> = told(&w, "devi").await.into_iter().map(|it| it.number).collect();
        assert_eq!(to_deputy, [dossier.number], "whoever stands in is");
    }

    async fn it_is_told_to_who_coordinates_this_team_now_and_each_client_gets_a_line(w: World) {
        with_ria(&w).await;
        declares(&w, "ria", &BILAL).await;
        assert_eq!(told(&w, "karin").await, [], "another team");
        for who in ["ria", "devi", "tom"] {
            let refused = w.person(who).looks(WithoutWorker(w.person(who).member().team)).await;
            assert!(matches!(refused, Err(NotDone::Denied { .. })), "{who}: {refused:?}");
        }

        told(&w, "joost").await;

        let records = w.records().await;
        let [list, of_client] = &records[records.len() - 2..] else { panic!("two lines") };
        assert_eq!((list.event.as_str(), list.count, list.subject), ("ListQueue", 1, None));
        assert!(of_client.subject.is_some() && of_client.correlation == list.correlation);
    }
}
