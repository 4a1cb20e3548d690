//! Whoever may not help a client gives them no way in either (ACC-05, ACC-16), and does not learn that there is
//! somebody to give one to (ACC-02). Tests of the pages are in `web/tests/pages/activation.rs`.

use app::NotDone;
use app::activation::{Issued, ToResident, ToResidentRefused};
use app::standing::{About, Declare, EndConflict, Exclude, Include, ReadExcluded, ReadTeamStanding};
use domain::days::DUP_CHECKS_PER_DAY;
use domain::sign_in::Document;
use domain::{BirthDate, ConflictKind};
use jiff::SignedDuration;
use ledger::Outcome;
use testkit::{BILAL, FATMA, Intake, NADIA, Resident, World, both_engines};

fn slip_for(w: &World, resident: &Resident) -> ToResident {
    ToResident {
        surname: resident.surname.to_owned(),
        birth_date: BirthDate::full(resident.born),
        slip: w.app.new_slip(Document::Passport, true, true),
        form: w.random_id(),
    }
}

fn about(resident: &Resident) -> About {
    About::Person { surname: resident.surname.to_owned(), birth_date: BirthDate::full(resident.born) }
}

/// What a worker hears who asks for a slip for this resident.
async fn hears(w: &World, who: &'static str, resident: &Resident) -> Issued {
    w.person(who).signs_in().await;
    w.person(who).performs(slip_for(w, resident)).await.expect("whoever takes in may ask")
}

/// The last question for a slip: how it ended, and the walls on the record.
async fn recorded(w: &World) -> (Outcome, Vec<String>) {
    let records = w.records().await;
    let last = records.last().expect("a record");
    assert_eq!(last.event, "ActivateResident");
    let of_one_deed: Vec<_> = records.iter().filter(|it| it.correlation == last.correlation).collect();
    assert!(of_one_deed.iter().all(|it| it.outcome == last.outcome && it.policies == last.policies));
    (last.outcome, last.policies.clone())
}

/// How many rows there are of what asking for a slip could leave.
async fn written(w: &World) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in ["record", "existence_check", "activation", "account_notice", "form_done"] {
        let rows = w.raw().rows(&format!("SELECT COUNT(*) FROM {table}")).await;
        counts.push(rows[0][0].int());
    }
    counts
}

async fn slips(w: &World) -> usize {
    w.raw().rows("SELECT id FROM activation").await.len()
}

both_engines! {
    async fn whoever_declared_a_conflict_hears_of_a_client_what_they_hear_of_nobody(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        w.samira().performs(Declare { kind: ConflictKind::Relative, about: about(&BILAL) }).await.expect("declared");

        let of_nobody = hears(&w, "samira", &FATMA).await;
        assert_eq!(recorded(&w).await.0, Outcome::Done);
        let of_client = hears(&w, "samira", &BILAL).await;

        assert_eq!((&of_client, &of_nobody), (&Issued::CannotSay, &Issued::CannotSay));
        assert_eq!(recorded(&w).await, (Outcome::Denied, vec!["wall-conflict-way-in".to_owned()]));
        let last = w.last_record().await;
        assert!(last.subject.is_some(), "it stands at the client");
        assert_eq!(slips(&w).await, 0);
        assert!(matches!(hears(&w, "ingeborg", &BILAL).await, Issued::Slip(_)), "a colleague gives it");
    }

    async fn everybody_at_a_declared_address_gets_their_slip_from_another(w: World) {
        let mut at_home = Intake::of(BILAL);
        at_home.address = "Voorbeeldkade 12\n1234 AB Waterrijk".into();
        w.ria().takes_in(at_home).await;
        let about = About::Address("voorbeeldkade 12, 1234ab".into());
        w.samira().performs(Declare { kind: ConflictKind::Household, about }).await.expect("declared");

        assert_eq!(hears(&w, "samira", &BILAL).await, Issued::CannotSay);
        assert_eq!(recorded(&w).await.0, Outcome::Denied);
    }

    async fn an_excluded_worker_gives_no_slip_also_when_involved(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().performs(Exclude { dossier: dossier.id, staff: w.ria().staff() }).await.expect("his team");

        assert_eq!(hears(&w, "ria", &BILAL).await, Issued::CannotSay);
        assert_eq!(recorded(&w).await, (Outcome::Denied, vec!["wall-excluded-way-in".to_owned()]));
        assert_eq!(slips(&w).await, 0);

        let exclusion = w.joost().looks(ReadExcluded(dossier.id)).await.expect("his team").exclusions[0].id;
        w.joost().performs(Include { dossier: dossier.id, exclusion }).await.expect("taken back");
        assert!(matches!(hears(&w, "ria", &BILAL).await, Issued::Slip(_)), "without the wall");
    }

    async fn a_worker_who_is_the_client_gets_no_slip_from_themselves(w: World) {
        w.ria().takes_in(Intake::of(NADIA)).await;

        assert_eq!(hears(&w, "nadia", &NADIA).await, Issued::CannotSay);
        assert_eq!(recorded(&w).await, (Outcome::Denied, vec!["wall-own-way-in".to_owned()]));
        assert!(matches!(hears(&w, "ria", &NADIA).await, Issued::Slip(_)), "a colleague gives it");
    }

    async fn a_wall_that_ended_stands_in_the_way_of_nothing(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        w.samira().performs(Declare { kind: ConflictKind::Neighbour, about: about(&BILAL) }).await.expect("declared");
        let team = w.joost().member().team;
        let conflict = w.joost().looks(ReadTeamStanding(team)).await.expect("his team").conflicts[0].id;
        w.joost().performs(EndConflict { team, conflict }).await.expect("the coordinator may");

        assert!(matches!(hears(&w, "samira", &BILAL).await, Issued::Slip(_)));
        assert_eq!(recorded(&w).await.0, Outcome::Done);
    }

    async fn before_a_wall_is_done_what_is_done_for_nobody(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        w.samira().performs(Declare { kind: ConflictKind::Relative, about: about(&BILAL) }).await.expect("declared");

        let mut work = Vec::new();
        for resident in [&FATMA, &BILAL] {
            w.samira().signs_in().await;
            let before = written(&w).await;
            w.samira().performs(slip_for(&w, resident)).await.expect("she takes in");
            let after = written(&w).await;
            work.push(after.iter().zip(before).map(|(after, before)| after - before).collect::<Vec<_>>());
        }

        assert_eq!(work[0], [1, 1, 0, 0, 0], "a line and a question of the day");
        assert_eq!(work[1], work[0]);
    }

    async fn questions_before_a_wall_count_among_those_of_the_day(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        w.samira().performs(Declare { kind: ConflictKind::Relative, about: about(&BILAL) }).await.expect("declared");
        w.samira().signs_in().await;
        for _ in 0..DUP_CHECKS_PER_DAY {
            w.clock.advance(SignedDuration::from_secs(1));
            let heard = w.samira().performs(slip_for(&w, &BILAL)).await;
            assert!(matches!(heard, Ok(Issued::CannotSay)), "{heard:?}");
        }

        let one_more = w.samira().performs(slip_for(&w, &BILAL)).await;

        assert!(matches!(one_more, Err(NotDone::Rejected(ToResidentRefused::TooMany))), "as of anybody: {one_more:?}");
    }
}
