//! All dossiers of somebody at once: a colleague for a time, others when somebody leaves. Each dossier by itself, and nobody
//! learns why one did not go.

use app::involvement::{
    HandOver, PassOn, ReadLeaver, ReadStandIn, StandIn, StoodIn, WithoutWorker, WithoutWorkerSoon,
};
use app::standing::{About, Declare, Exclude, OwnAbsence, Protect};
use app::task::{Filter, Item, ListTasks, Write};
use app::{NoneDone, NotDone};
use domain::{BirthDate, ConflictKind, LegalDomain, PartId, ProtectionGround, StaffId, ToldHow};
use jiff::SignedDuration;
use store::Fault;
use testkit::{BILAL, Dossier, FATMA, Intake, NADIA, World, both_engines};
use uuid::Uuid;

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn stands_in(w: &World, parts: &[PartId], to: StaffId, form: Uuid) -> Vec<StandIn> {
    let deed = |part: &PartId| {
        StandIn(HandOver {
            part: *part,
            to,
            starts: Some(w.now() + DAY),
            ends: Some(w.now() + DAY * 8),
            note: "Ik ben bereikbaar via de balie.".into(),
            wish: String::new(),
            told_how: ToldHow::NotYet,
            told_on: None,
            reason: "Vervangt Ria.".into(),
            form,
        })
    };
    parts.iter().map(deed).collect()
}

/// Three dossiers of Ria: of Bilal, Fatma and Nadia.
async fn of_ria(w: &World) -> [Dossier; 3] {
    let mut all = Vec::new();
    for resident in [BILAL, FATMA, NADIA] {
        all.push(w.ria().takes_in(Intake::of(resident).about(&[LegalDomain::Wmo])).await);
    }
    all.try_into().unwrap_or_else(|_| panic!("three"))
}

fn parts(all: &[Dossier]) -> Vec<PartId> {
    all.iter().map(Dossier::first_part).collect()
}

async fn declares(w: &World, who: &'static str, resident: &testkit::Resident) {
    let about =
        About::Person { surname: resident.surname.into(), birth_date: BirthDate::full(resident.born) };
    w.person(who).performs(Declare { kind: ConflictKind::Relative, about }).await.expect("declared");
}

async fn soon(w: &World, who: &'static str) -> Vec<i64> {
    let team = w.person(who).member().team;
    let told = w.person(who).looks(WithoutWorkerSoon(team)).await.expect("their team");
    told.into_iter().map(|it| it.number).collect()
}

fn passes_on(w: &World, parts: &[PartId], to: StaffId) -> Vec<PassOn> {
    let (from, form) = (w.ria().staff(), w.random_id());
    let deed = |part: &PartId| PassOn {
        part: *part,
        from,
        to,
        starts: None,
        reason: "Uw medewerker heeft een andere baan.".into(),
        form,
    };
    parts.iter().map(deed).collect()
}

both_engines! {
    async fn one_form_gives_every_own_dossier_a_replacement_and_each_client_reads_it(w: World) {
        let all = of_ria(&w).await;
        let to = w.ria().looks(ReadStandIn).await.expect("her own");
        assert_eq!(to.parts.len(), 3);
        assert!(to.colleagues.iter().all(|it| it.staff != w.ria().staff()));
        let form = w.random_id();
        let deeds = stands_in(&w, &parts(&all), w.samira().staff(), form);
        let before = w.records().await.len();

        let outs = w.app.perform_all(w.ria().asker().await, deeds.clone()).await.expect("arranged");
        let again = w.app.perform_all(w.ria().asker().await, deeds).await.expect("sent twice");

        assert_eq!((outs, again), (vec![StoodIn::Taken; 3], vec![StoodIn::Taken; 3]));
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM handover").await.int(), 3);
        let lines: Vec<_> = w.records().await.into_iter().skip(before).filter(|it| it.event == "HandOver").collect();
        let subjects: std::collections::BTreeSet<_> = lines.iter().take(3).map(|it| format!("{:?}", it.subject)).collect();
        assert_eq!(subjects.len(), 3, "each client has a line of their own");
        let correlations: std::collections::BTreeSet<_> = lines.iter().take(3).map(|it| it.correlation).collect();
        assert_eq!(correlations.len(), 3, "and no line leads to another");
        let own = w.bilal().reads_own(all[0].id).await.expect("his own");
        assert!(matches!(&own.coming[..], [one] if one.staff == w.samira().staff() && one.until.is_some()));
        w.clock.advance(DAY);
        assert!(w.samira().reads(all[1].id).await.is_ok() && w.ria().reads(all[1].id).await.is_ok());
        w.clock.advance(DAY * 7);
        assert!(w.samira().reads(all[1].id).await.is_err(), "only for that time");
    }

    async fn where_a_wall_stands_the_answer_is_one_and_the_others_go_all_the_same(w: World) {
        let all = of_ria(&w).await;
        declares(&w, "samira", &BILAL).await;
        w.joost().performs(Exclude { dossier: all[1].id, staff: w.samira().staff() }).await.expect("his team");

        let deeds = stands_in(&w, &parts(&all), w.samira().staff(), w.random_id());
        let outs = w.app.perform_all(w.ria().asker().await, deeds).await.expect("arranged");

        assert_eq!(outs, [StoodIn::NotPossible, StoodIn::NotPossible, StoodIn::Taken]);
        let listed = w.ria().looks(ReadStandIn).await.expect("her own").colleagues;
        assert!(listed.iter().any(|it| it.staff == w.samira().staff()), "a name that is missing would tell");
    }

    async fn the_coordinator_is_told_in_time_of_what_nobody_takes_over(w: World) {
        let all = of_ria(&w).await;
        w.joost().performs(Exclude { dossier: all[1].id, staff: w.samira().staff() }).await.expect("his team");
        assert_eq!(soon(&w, "joost").await, [0; 0]);
        let (from, until) = (w.now() + DAY, w.now() + DAY * 8);
        w.ria().performs(OwnAbsence { from, until }).await.expect("her own");
        assert_eq!(soon(&w, "joost").await, [all[0].number, all[1].number, all[2].number]);

        let deeds = stands_in(&w, &parts(&all), w.samira().staff(), w.random_id());
        w.app.perform_all(w.ria().asker().await, deeds).await.expect("arranged");

        assert_eq!(soon(&w, "joost").await, [all[1].number]);
        assert_eq!(soon(&w, "karin").await, [0; 0], "another team");
        declares(&w, "joost", &FATMA).await;
        assert_eq!(soon(&w, "joost").await, [0; 0], "nothing behind a wall of his own");
        for who in ["ria", "devi", "tom", "kees"] {
            let refused = w.person(who).looks(WithoutWorkerSoon(w.person(who).member().team)).await;
            assert!(matches!(refused, Err(NotDone::Denied { .. })), "{who}: {refused:?}");
        }
    }

    async fn what_is_not_the_workers_stops_all_and_a_failing_store_too(w: World) {
        let own = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await.first_part();
        let elsewhere = w.samira().takes_in(Intake::of(NADIA).about(&[LegalDomain::Wmo])).await.first_part();

        let mixed = stands_in(&w, &[own, elsewhere], w.samira().staff(), w.random_id());
        let refused = w.app.perform_all(w.ria().asker().await, mixed).await.expect_err("not hers");
        assert!(matches!(&refused[..], [NoneDone { which: 1, why: NotDone::Denied { .. } }]), "{refused:?}");
        w.breaks(Some(Fault::CommitFails));
        let deeds = stands_in(&w, &[own], w.samira().staff(), w.random_id());
        let failed = w.app.perform_all(w.ria().asker().await, deeds).await;
        w.breaks(None);

        assert!(failed.is_err());
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM handover").await.int(), 0);
    }

    async fn who_leaves_is_succeeded_in_every_dossier_at_once_and_the_tasks_go_along(w: World) {
        let all = of_ria(&w).await;
        let task = Write {
            part: all[0].first_part(),
            what: "Bel de huisarts.".into(),
            due: None,
            owner: Some(w.ria().staff()),
            later: None,
            form: w.random_id(),
        };
        let id = w.ria().performs(task).await.expect("involved");
        let team = w.joost().member().team;
        let left = w.joost().looks(ReadLeaver { team, staff: w.ria().staff() }).await.expect("his").expect("of his team");
        let numbers: Vec<i64> = left.parts.iter().map(|it| it.number).collect();
        assert_eq!(numbers, [all[0].number, all[1].number, all[2].number]);
        w.joost().signs_in_again().await;

        let deeds = passes_on(&w, &parts(&all), w.samira().staff());
        let outs = w.app.perform_all(w.joost().asker().await, deeds).await.expect("his team");

        assert_eq!(outs, vec![StoodIn::Taken; 3]);
        for dossier in &all {
            assert!(w.samira().reads(dossier.id).await.is_ok());
            assert!(w.ria().reads(dossier.id).await.is_err());
        }
        let list = w.samira().looks(ListTasks(Filter::default())).await.expect("carries cases");
        assert!(list.lines.iter().any(|line| matches!(line.item, Item::Task { id: of, .. } if of == id)));
        let again = w.joost().looks(ReadLeaver { team, staff: w.ria().staff() }).await.expect("his").expect("known");
        assert_eq!(again.parts, []);
    }

    async fn a_last_day_strands_nothing_and_who_does_not_fit_is_not_told_why(w: World) {
        let all = of_ria(&w).await;
        let until = w.now() + DAY * 3;
        let (raw, staff) = (w.raw(), w.ria().staff());
        let post = raw.id(staff.uuid());
        raw.run(&format!("UPDATE staff SET valid_until = {} WHERE id = {post}", until.as_millisecond())).await;
        declares(&w, "samira", &BILAL).await;
        assert_eq!(soon(&w, "joost").await, [all[0].number, all[1].number, all[2].number]);
        w.joost().signs_in_again().await;

        let starts = Some(until);
        let deeds = passes_on(&w, &parts(&all), w.samira().staff());
        let deeds = deeds.into_iter().map(|it| PassOn { starts, ..it }).collect();
        let outs = w.app.perform_all(w.joost().asker().await, deeds).await.expect("his team");

        assert_eq!(outs, [StoodIn::NotPossible, StoodIn::Taken, StoodIn::Taken]);
        assert!(w.ria().reads(all[1].id).await.is_ok(), "until the last day she helps");
        assert_eq!(soon(&w, "joost").await, [all[0].number]);
        w.clock.set_to(until);
        let without = w.joost().looks(WithoutWorker(w.joost().member().team)).await.expect("his team");
        assert_eq!(without.iter().map(|it| it.number).collect::<Vec<_>>(), [all[0].number]);
    }

    async fn only_who_divides_the_team_hands_on_and_after_a_fresh_sign_in(w: World) {
        let all = of_ria(&w).await;
        w.joost().performs(Protect { dossier: all[0].id, ground: ProtectionGround::Employee }).await.expect("his");
        let to = w.samira().staff();
        for who in ["ria", "samira", "karin", "devi", "tom", "kees"] {
            w.person(who).signs_in_again().await;
            let refused = w.app.perform_all(w.person(who).asker().await, passes_on(&w, &parts(&all), to)).await;
            let refused = refused.expect_err(who);
            assert!(refused.iter().all(|it| matches!(it.why, NotDone::Denied { .. })), "{who}: {refused:?}");
        }
        w.joost().session().await;
        w.clock.advance(SignedDuration::from_mins(11));
        let stale = w.app.perform_all(w.joost().asker().await, passes_on(&w, &parts(&all), to)).await;
        assert!(stale.is_err_and(|it| matches!(it[0].why, NotDone::Denied { .. })));
        let team = w.person("karin").member().team;
        let found = w.person("karin").looks(ReadLeaver { team, staff: w.ria().staff() }).await.expect("her own team");
        assert_eq!(found, None, "nobody of her team");
    }
}
