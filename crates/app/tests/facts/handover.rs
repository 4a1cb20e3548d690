//! Handing a dossier over: for good and for a time, to whom it can go, what goes along, and what the client reads.

use app::NotDone;
use app::involvement::{HandOver, HandOverRefused, ReadHandOver};
use app::standing::{About, Declare, Exclude, Protect};
use app::task::{Filter, Item, ListTasks, Write};
use domain::handover::SpanError;
use domain::{
    BirthDate, ConflictKind, DossierId, LegalDomain, ProtectionGround, StaffId, ToldHow, amsterdam_date,
};
use jiff::SignedDuration;
use store::Fault;
use testkit::{BILAL, Dossier, Intake, Person, World, both_engines};

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

fn hand_over(w: &World, dossier: &Dossier, to: StaffId) -> HandOver {
    HandOver {
        part: dossier.first_part(),
        to,
        starts: None,
        ends: None,
        note: "De huur is betaald. De dochter belt op maandag.".into(),
        wish: "Bel mij na tien uur.".into(),
        told_how: ToldHow::Phone,
        told_on: Some(amsterdam_date(w.now())),
        reason: "Neemt de hulp over.".into(),
        form: w.random_id(),
    }
}

async fn of_bilal(w: &World) -> Dossier {
    w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await
}

async fn reads(who: Person<'_>, dossier: DossierId) -> bool {
    who.reads(dossier).await.is_ok()
}

fn does_not_fit(done: &Result<(), NotDone<HandOverRefused>>) {
    assert!(matches!(done, Err(NotDone::Rejected(HandOverRefused::DoesNotFit))), "{done:?}");
}

both_engines! {
    async fn the_answer_is_the_same_for_a_conflict_an_exclusion_and_the_client_themselves(w: World) {
        let dossier = of_bilal(&w).await;
        let somebody = About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) };
        w.nadia().performs(Declare { kind: ConflictKind::Neighbour, about: somebody }).await.expect("declared");
        w.joost().performs(Exclude { dossier: dossier.id, staff: w.samira().staff() }).await.expect("his team");

        for who in [w.nadia(), w.samira(), w.ingeborg(), w.lotte(), w.wouter(), w.daan(), w.ria()] {
            let done = w.ria().performs(hand_over(&w, &dossier, who.staff())).await;
            does_not_fit(&done);
        }
        let to = w.ria().looks(ReadHandOver(dossier.id)).await.expect("involved").candidates;
        assert!(to.iter().any(|it| it.staff == w.samira().staff()), "a name that is missing would tell");
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM handover").await.int(), 0);
    }

    async fn for_good_one_begins_as_the_other_ends_and_the_tasks_go_along(w: World) {
        let dossier = of_bilal(&w).await;
        let task = Write {
            part: dossier.first_part(),
            what: "Bel de huisarts.".into(),
            due: None,
            owner: Some(w.ria().staff()),
            later: None,
            form: w.random_id(),
        };
        let id = w.ria().performs(task).await.expect("involved");

        w.ria().performs(hand_over(&w, &dossier, w.samira().staff())).await.expect("Samira fits");

        assert!(reads(w.samira(), dossier.id).await);
        assert!(!reads(w.ria(), dossier.id).await);
        let list = w.samira().looks(ListTasks(Filter::default())).await.expect("carries cases");
        assert!(list.lines.iter().any(|line| matches!(line.item, Item::Task { id: of, .. } if of == id)));
        let earlier = w.samira().looks(ReadHandOver(dossier.id)).await.expect("involved").earlier;
        assert!(matches!(&earlier[..], [one] if one.wish == "Bel mij na tien uur." && one.ends.is_none()));
    }

    async fn until_its_day_the_old_worker_helps_and_the_client_reads_who_comes(w: World) {
        let dossier = of_bilal(&w).await;
        let starts = w.now() + days(5);
        let deed = HandOver { starts: Some(starts), ..hand_over(&w, &dossier, w.samira().staff()) };

        w.ria().performs(deed.clone()).await.expect("Samira fits");
        w.ria().performs(deed).await.expect("sent twice");

        assert!(reads(w.ria(), dossier.id).await && !reads(w.samira(), dossier.id).await);
        let own = w.bilal().reads_own(dossier.id).await.expect("his own");
        let coming: Vec<_> = own.coming.iter().map(|it| (it.staff, it.from)).collect();
        assert_eq!(coming, [(w.samira().staff(), starts)]);
        assert!(own.involved.iter().all(|it| it.staff == w.ria().staff()));
        w.clock.advance(days(5));
        assert!(!reads(w.ria(), dossier.id).await && reads(w.samira(), dossier.id).await);
        assert!(w.bilal().reads_own(dossier.id).await.expect("his own").coming.is_empty());
    }

    async fn for_a_time_both_may_and_then_only_the_first(w: World) {
        let dossier = of_bilal(&w).await;
        let ends = Some(w.now() + days(7));
        let deed = HandOver { ends, ..hand_over(&w, &dossier, w.samira().staff()) };

        w.ria().performs(deed.clone()).await.expect("Samira fits");
        let again = w.ria().performs(HandOver { form: w.random_id(), ..deed }).await;

        assert!(matches!(again, Err(NotDone::Rejected(HandOverRefused::Already))), "{again:?}");
        assert!(reads(w.ria(), dossier.id).await && reads(w.samira(), dossier.id).await);
        w.clock.advance(days(7));
        assert!(reads(w.ria(), dossier.id).await && !reads(w.samira(), dossier.id).await);
    }

    async fn when_the_store_fails_nobody_left_and_nobody_came(w: World) {
        let dossier = of_bilal(&w).await;

        w.breaks(Some(Fault::CommitFails));
        let failed = w.ria().performs(hand_over(&w, &dossier, w.samira().staff())).await;
        w.breaks(None);

        assert!(matches!(failed, Err(NotDone::Failed(_))), "{failed:?}");
        assert!(reads(w.ria(), dossier.id).await && !reads(w.samira(), dossier.id).await);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM handover").await.int(), 0);
    }

    async fn who_is_not_involved_hands_nothing_over(w: World) {
        let dossier = of_bilal(&w).await;

        for who in [w.samira(), w.joost(), w.tom(), w.kees()] {
            let done = who.performs(hand_over(&w, &dossier, w.samira().staff())).await;
            assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
            assert!(matches!(who.looks(ReadHandOver(dossier.id)).await, Err(NotDone::Denied { .. })));
        }
    }

    async fn with_extra_protection_it_asks_for_a_fresh_sign_in(w: World) {
        let dossier = of_bilal(&w).await;
        w.ria().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Safety }).await.expect("involved");
        w.clock.advance(SignedDuration::from_mins(14));
        w.ria().reads(dossier.id).await.expect("involved");

        let stale = w.ria().performs(hand_over(&w, &dossier, w.samira().staff())).await;
        w.ria().signs_in_again().await;
        let fresh = w.ria().performs(hand_over(&w, &dossier, w.samira().staff())).await;

        assert!(matches!(stale, Err(NotDone::Denied { .. })), "{stale:?}");
        fresh.expect("signed in again");
    }

    async fn what_does_not_fit_is_said(w: World) {
        let dossier = of_bilal(&w).await;
        let deed = || hand_over(&w, &dossier, w.samira().staff());

        let past = w.ria().performs(HandOver { starts: Some(w.now() - days(2)), ..deed() }).await;
        let told = w.ria().performs(HandOver { told_on: None, ..deed() }).await;
        let blank = w.ria().performs(HandOver { note: " ".into(), ..deed() }).await;

        assert!(matches!(past, Err(NotDone::Rejected(HandOverRefused::Span(SpanError::StartPassed)))), "{past:?}");
        assert!(matches!(told, Err(NotDone::Rejected(HandOverRefused::Told))), "{told:?}");
        assert!(matches!(blank, Err(NotDone::Rejected(HandOverRefused::Text(_)))), "{blank:?}");
    }
}
