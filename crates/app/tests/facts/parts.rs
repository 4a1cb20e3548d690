//! The parts of a dossier over time: added by a question, closed, opened again; and their clocks.

use app::NotDone;
use app::dossier::{AddQuestion, AddRefused, Close, CloseRefused, Reopen};
use app::intake::AgreementManner;
use app::involvement::{Assign, Queue};
use domain::LegalDomain::{DebtCounselling, Voluntary, Wmo, YouthCare};
use domain::{ClosingReason, ControllerKind, LegalDomain, PartId, RoleInCase};
use jiff::SignedDuration;
use testkit::{BILAL, Dossier, Intake, World, both_engines};

fn question(w: &World, dossier: &Dossier, domain: LegalDomain) -> AddQuestion {
    AddQuestion {
        dossier: dossier.id,
        kind: ControllerKind::Municipality,
        domain: Some(domain),
        question: "Ik heb ook schulden.".into(),
        life_area: None,
        agreement: None,
        form: w.random_id(),
    }
}

fn close(part: PartId) -> Close {
    Close {
        part,
        reason: ClosingReason::GoalReached,
        result: "Bilal redt het zelf.".into(),
        contact: None,
        why: "De hulp is gestopt.".into(),
    }
}

fn reopen(part: PartId, reason: &str) -> Reopen {
    Reopen { part, reason: reason.into(), said: "Dit onderdeel is weer open.".into() }
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

async fn waiting(w: &World) -> Vec<LegalDomain> {
    let queue = w.joost().looks(Queue::of(w.joost().member().team)).await.expect("his team").waiting;
    queue.iter().map(|it| it.domain).collect()
}

both_engines! {
    async fn a_question_under_another_law_waits_for_the_coordinator_and_not_for_who_noted_it(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;

        w.ria().performs(question(&w, &dossier, DebtCounselling)).await.expect("involved");

        assert_eq!(waiting(&w).await, [DebtCounselling]);
        let read = w.ria().reads(dossier.id).await.expect("involved");
        assert_eq!(read.head.parts.len(), 1, "she sees no part that she is not involved with (ACC-06)");
    }

    async fn who_cannot_see_a_part_does_not_learn_from_a_question_that_it_is_there(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;
        let other = w.ria().takes_in(Intake::of(testkit::FATMA).about(&[Wmo])).await;
        w.ria().performs(question(&w, &dossier, DebtCounselling)).await.expect("involved");

        let there = w.ria().performs(question(&w, &dossier, DebtCounselling)).await;
        let not_there = w.ria().performs(question(&w, &other, DebtCounselling)).await;

        assert_eq!(format!("{there:?}"), format!("{not_there:?}"));
        assert!(there.is_ok());
        let written = w.raw().one("SELECT COUNT(*) FROM entry WHERE domain = 'debt-counselling'").await.int();
        assert_eq!(written, 1, "the second question is kept as an entry of the part");
    }

    async fn the_same_form_twice_asks_once(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;
        let deed = question(&w, &dossier, DebtCounselling);

        for _ in 0..2 {
            w.ria().performs(deed.clone()).await.expect("involved");
        }

        assert_eq!(w.raw().one("SELECT COUNT(*) FROM entry").await.int(), 0);
    }

    async fn a_question_that_cannot_be_is_refused(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;
        let mut none = question(&w, &dossier, Wmo);
        none.domain = None;
        let mut empty = question(&w, &dossier, DebtCounselling);
        empty.question = " \n".into();

        for (deed, fits) in [
            (none, (|why| matches!(why, AddRefused::Domain)) as fn(&AddRefused) -> bool),
            (question(&w, &dossier, YouthCare), |why| matches!(why, AddRefused::Domain)),
            (question(&w, &dossier, Wmo), |why| matches!(why, AddRefused::Here)),
            (empty, |why| matches!(why, AddRefused::Question(_))),
            (question(&w, &dossier, Voluntary), |why| matches!(why, AddRefused::AgreementMissing)),
        ] {
            let refused = w.ria().performs(deed).await;
            assert!(matches!(&refused, Err(NotDone::Rejected(why)) if fits(why)), "{refused:?}");
        }
        let mut agreed = question(&w, &dossier, Voluntary);
        agreed.agreement = Some(AgreementManner::Oral);
        w.ria().performs(agreed).await.expect("agreed");
        denied(&w.samira().performs(question(&w, &dossier, DebtCounselling)).await);
    }

    async fn what_is_closed_is_frozen_and_readable_for_fourteen_days(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;
        let part = dossier.first_part();
        let entry = w.ria().writes(part, "Eerste gesprek.").await.expect("involved").entry;
        w.clock.advance(SignedDuration::from_hours(1));
        let closed_at = w.now();

        w.ria().performs(close(part)).await.expect("involved");

        denied(&w.ria().writes(part, "Toch nog iets.").await);
        denied(&w.ria().corrects(entry, 1, "Anders.").await);
        denied(&w.ria().performs(close(part)).await);
        let read = w.ria().reads(dossier.id).await.expect("fourteen days");
        assert_eq!(read.head.parts[0].closed_at, Some(closed_at));
        assert_eq!(read.head.parts[0].last_content_change, closed_at, "the last word is content (RET-02)");
        assert!(read.head.parts[0].last_client_contact < closed_at, "and no contact (RET-03)");
        assert_eq!(&*read.entries[0].facts, "Bilal redt het zelf.");

        w.clock.advance(domain::days::INVOLVEMENT_GRACE - SignedDuration::from_secs(1));
        w.ria().reads(dossier.id).await.expect("the last second");
        w.clock.advance(SignedDuration::from_secs(1));
        denied(&w.ria().reads(dossier.id).await);
        assert_eq!(w.bilal().reads_own(dossier.id).await.expect("his own").entries.len(), 2);
        assert_eq!(waiting(&w).await, [], "a closed part waits for nobody");
    }

    async fn an_involvement_that_ends_sooner_keeps_its_end(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;
        let tomorrow = w.now() + SignedDuration::from_hours(24);
        let deed = Assign {
            part: dossier.first_part(),
            staff: w.samira().staff(),
            role: RoleInCase::Replacement,
            reason: "Vervangt een dag.".into(),
            from: None,
            until: Some(tomorrow),
        };
        w.joost().performs(deed).await.expect("fits");

        w.ria().performs(close(dossier.first_part())).await.expect("involved");

        w.clock.set_to(tomorrow);
        denied(&w.samira().reads(dossier.id).await);
        w.ria().reads(dossier.id).await.expect("fourteen days");
    }

    async fn a_new_question_opens_a_closed_part_again(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo, DebtCounselling])).await;
        let debt = dossier.part(DebtCounselling);
        w.ria().performs(close(debt)).await.expect("involved");

        w.ria().performs(question(&w, &dossier, DebtCounselling)).await.expect("involved with the other part");

        let read = w.ria().reads(dossier.id).await.expect("involved");
        assert!(read.head.parts.iter().all(|part| part.closed_at.is_none()));
        w.ria().writes(debt, "We gaan verder.").await.expect("still within the fourteen days");
        let closings = w.raw().one("SELECT COUNT(*) FROM part_closing").await.int();
        assert_eq!(closings, 1, "that it was closed once stays known");
    }

    async fn closed_too_soon_it_opens_again_with_a_reason_and_everybody_goes_on_as_before(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;
        let part = dossier.first_part();
        let until = w.now() + SignedDuration::from_hours(24 * 60);
        let for_a_time = Assign {
            part,
            staff: w.samira().staff(),
            role: RoleInCase::Support,
            reason: "Kent de buurt.".into(),
            from: None,
            until: Some(until),
        };
        w.joost().performs(for_a_time).await.expect("his team");
        w.clock.advance(SignedDuration::from_hours(1));
        w.ria().performs(close(part)).await.expect("involved");
        w.clock.advance(SignedDuration::from_hours(24 * 13));
        let blank = w.ria().performs(reopen(part, " ")).await;
        assert!(matches!(blank, Err(NotDone::Rejected(_))), "{blank:?}");

        w.ria().performs(reopen(part, "Er kwam een brief.")).await.expect("involved still");

        w.ria().writes(part, "Het gaat weer verder.").await.expect("open");
        let own = w.bilal().reads_own(dossier.id).await.expect("his own");
        assert!(own.entries.iter().any(|it| it.facts.to_string().contains("Er kwam een brief.")), "he is told");
        w.clock.advance(SignedDuration::from_hours(24 * 20));
        assert!(w.ria().reads(dossier.id).await.is_ok(), "no end any more");
        assert!(w.samira().reads(dossier.id).await.is_ok(), "as long as before");
        w.clock.set_to(until);
        assert!(w.samira().reads(dossier.id).await.is_err(), "and no longer");
    }

    async fn what_is_open_or_closed_long_ago_or_not_ones_own_is_not_opened_again(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;
        let part = dossier.first_part();
        w.ria().performs(reopen(part, "Nog open.")).await.expect("involved");
        let read = w.bilal().reads_own(dossier.id).await.expect("his own");
        assert!(read.entries.iter().all(|it| !it.facts.to_string().contains("Nog open.")), "nothing happened");
        w.ria().performs(close(part)).await.expect("involved");

        for who in ["samira", "joost", "devi", "tom", "kees"] {
            denied(&w.person(who).performs(reopen(part, "Niet mijn dossier.")).await);
        }
        w.clock.advance(SignedDuration::from_hours(24 * 14));

        denied(&w.ria().performs(reopen(part, "Te laat.")).await);
    }

    async fn the_last_contact_is_kept_when_it_was_and_starts_the_clock(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;
        let part = dossier.first_part();
        w.clock.advance(SignedDuration::from_hours(24 * 10));
        let today = domain::amsterdam_date(w.now());
        let of = |contact| Close { contact: Some(contact), ..close(part) };
        for wrong in [today.tomorrow().expect("a day"), today - jiff::Span::new().days(11)] {
            let refused = w.ria().performs(of(wrong)).await;
            assert!(matches!(refused, Err(NotDone::Rejected(CloseRefused::Contact))), "{wrong}: {refused:?}");
        }

        let day = today - jiff::Span::new().days(4);
        w.ria().performs(of(day)).await.expect("involved");

        let read = w.ria().reads(dossier.id).await.expect("involved still");
        assert_eq!(domain::amsterdam_date(read.head.parts[0].last_client_contact), day);
    }
}
