//! Involved only (DESIGN §1.2, ACC-01): who is not involved learns nothing, not even that a dossier exists.
//! Every fact runs on both engines.

use app::NotDone;
use app::caseload::{Filter, ListOwn};
use app::involvement::{Assign, AssignRefused, EndRefused, Queue, ReadWho, ReadWhom};
use domain::LegalDomain::{DebtCounselling, Voluntary, Wmo};
use domain::{DossierId, EntryId, RoleInCase};
use jiff::SignedDuration;
use ledger::Outcome;
use testkit::{BILAL, FATMA, Intake, NADIA, World, both_engines};

const SECOND: SignedDuration = SignedDuration::from_secs(1);

both_engines! {
    async fn a_colleague_of_the_same_team_is_denied(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;

        let denied = w.samira().reads(dossier.id).await;

        assert!(matches!(&denied, Err(NotDone::Denied { .. })), "{denied:?}");
        assert_eq!(w.last_record().await.outcome, Outcome::Denied);
    }

    async fn a_denial_is_the_same_for_a_dossier_that_does_not_exist(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo, DebtCounselling])).await;
        let written = w.ria().writes(dossier.part(Wmo), "Bilal belde.").await.expect("written");
        let (nowhere, nothing) = (DossierId(w.random_id()), EntryId(w.random_id()));

        for who in [w.samira(), w.tom(), w.karin(), w.ingeborg(), w.petra(), w.kees(), w.wouter(), w.lotte()] {
            let there = format!("{:?}", who.reads(dossier.id).await);
            let not_there = format!("{:?}", who.reads(nowhere).await);
            assert_eq!(there, not_there);

            let there = format!("{:?}", who.looks(app::entry::ReadOne(written.entry)).await);
            let not_there = format!("{:?}", who.looks(app::entry::ReadOne(nothing)).await);
            assert_eq!(there, not_there);

            let there = format!("{:?}", who.corrects(written.entry, 1, "Iets anders.").await);
            let not_there = format!("{:?}", who.corrects(nothing, 1, "Iets anders.").await);
            assert_eq!(there, not_there);
        }
    }

    async fn a_stale_sign_in_does_not_tell_that_a_part_exists(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo]).with_bsn()).await;
        let reveal = |part| app::dossier::Reveal { part, reason: "Voor de brief".into() };
        w.samira().signs_in().await;
        w.clock.advance(SignedDuration::from_mins(10));

        let there = format!("{:?}", w.samira().performs(reveal(dossier.part(Wmo))).await);
        let not_there = format!("{:?}", w.samira().performs(reveal(domain::PartId(w.random_id()))).await);

        assert_eq!(there, not_there);
    }

    async fn a_worker_of_the_dossier_hears_that_the_sign_in_is_stale(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo]).with_bsn()).await;
        let reveal = app::dossier::Reveal { part: dossier.part(Wmo), reason: "Voor de brief".into() };
        w.clock.advance(SignedDuration::from_mins(10));

        let stale = w.ria().performs(reveal.clone()).await;
        w.ria().signs_in_again().await;
        let fresh = w.ria().performs(reveal).await.expect("the number");

        let Err(NotDone::Denied { policies }) = stale else { panic!("{stale:?}") };
        assert_eq!(policies, ["wall-stale-sign-in"]);
        assert_eq!(fresh.digits(), BILAL.bsn);
    }

    async fn an_involvement_holds_from_its_first_instant_to_just_before_its_last(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().session().await;
        let (from, until) = (w.now() + SignedDuration::from_mins(2), w.now() + SignedDuration::from_mins(4));
        let assign = Assign {
            part: dossier.first_part(),
            staff: w.samira().staff(),
            role: RoleInCase::Replacement,
            reason: "Vervangt tijdens de vakantie".into(),
            from: Some(from),
            until: Some(until),
        };
        w.joost().performs(assign).await.expect("assigned");
        w.samira().session().await;

        let mut seen = Vec::new();
        let millisecond = SignedDuration::from_millis(1);
        for at in [from - millisecond, from, until - millisecond, until] {
            w.clock.set_to(at);
            seen.push(w.samira().reads(dossier.id).await.is_ok());
        }

        assert_eq!(seen, [false, true, true, false]);
    }

    async fn an_ended_involvement_opens_nothing(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let involvement = w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("assigned");
        w.samira().reads(dossier.id).await.expect("involved");

        w.joost().ends(involvement).await.expect("ended");

        assert!(matches!(w.samira().reads(dossier.id).await, Err(NotDone::Denied { .. })));
        assert!(matches!(
            w.joost().ends(involvement).await,
            Err(NotDone::Rejected(EndRefused::Already))
        ));
    }

    async fn the_last_worker_cannot_leave_without_a_successor(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let mine = w.ria().reads(dossier.id).await.expect("involved").involved[0].id;

        let alone = w.ria().ends(mine).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("assigned");
        let with_successor = w.ria().ends(mine).await;

        assert!(matches!(alone, Err(NotDone::Rejected(EndRefused::LastOne))), "{alone:?}");
        assert!(with_successor.is_ok(), "{with_successor:?}");
    }

    async fn nobody_is_assigned_twice_at_the_same_time(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;

        let again = w.joost().assigns(dossier.first_part(), w.ria().staff()).await;

        assert!(matches!(again, Err(NotDone::Rejected(AssignRefused::Already))), "{again:?}");
    }

    async fn nobody_is_assigned_over_a_wall(w: World) {
        let dossier = w.ria().takes_in(Intake::of(NADIA).about(&[Wmo])).await;
        let part = dossier.part(Wmo);

        for who in [w.nadia(), w.wouter(), w.daan(), w.kees(), w.ingeborg()] {
            let refused = w.joost().assigns(part, who.staff()).await;
            assert!(matches!(refused, Err(NotDone::Rejected(AssignRefused::DoesNotFit))), "{refused:?}");
        }
        let of_another_team = w.karin().assigns(part, w.tom().staff()).await;
        assert!(matches!(of_another_team, Err(NotDone::Denied { .. })), "{of_another_team:?}");
    }

    async fn who_may_not_work_is_no_candidate_and_cannot_be_assigned(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.store.close_account(w.nadia().member().account).await.expect("closed");
        let candidates = async || {
            let found = w.joost().looks(ReadWhom(dossier.id)).await.expect("the own team").candidates;
            found.into_iter().map(|it| it.staff).collect::<Vec<_>>()
        };

        let found = candidates().await;

        assert!(found.contains(&w.samira().staff()));
        for who in [w.lotte(), w.nadia(), w.kees(), w.ingeborg(), w.wouter()] {
            assert!(!found.contains(&who.staff()));
            let refused = w.joost().assigns(dossier.first_part(), who.staff()).await;
            assert!(matches!(refused, Err(NotDone::Rejected(AssignRefused::DoesNotFit))), "{refused:?}");
        }
        let session = w.lotte().session().await;
        w.app.sign_pledge(w.random_id(), &session).await.expect("signed");
        assert!(candidates().await.contains(&w.lotte().staff()), "with the pledge nothing is missing");
    }

    async fn who_has_an_expired_training_is_no_candidate_from_the_day_that_work_stops(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let joost = w.joost().staff();
        let mut seen = Vec::new();

        // Trained on 2 March 2026; a year, and thirty days of grace.
        for now in ["2027-04-01T21:59:00Z", "2027-04-01T22:00:00Z"] {
            w.clock.set(now);
            w.store.add_training(joost, domain::amsterdam_date(w.now())).await.expect("trained");
            let found = w.joost().looks(ReadWhom(dossier.id)).await.expect("the own team").candidates;
            let is_listed = found.iter().any(|it| it.staff == w.samira().staff());
            let assigned = w.joost().assigns(dossier.first_part(), w.samira().staff()).await;
            let does_not_fit = matches!(assigned, Err(NotDone::Rejected(AssignRefused::DoesNotFit)));
            seen.push((is_listed, does_not_fit));
        }

        assert_eq!(seen, [(true, false), (false, true)]);
    }

    async fn an_ended_session_is_no_actor(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asker = w.ria().asker().await;
        let before = w.records().await.len();

        let session = w.ria().session().await;
        w.app.sign_out(w.random_id(), &session).await.expect("signed out");
        let read = app::dossier::ReadIt { dossier: dossier.id, page: 0, take: 50 };
        let looked = w.app.look(asker, read).await;
        let wrote = w.app.perform(asker, w.ria().note(dossier.first_part(), "Te laat.")).await;

        assert!(matches!(looked, Err(NotDone::SignedOut)));
        assert!(matches!(wrote, Err(NotDone::SignedOut)));
        assert_eq!(w.records().await.len(), before + 1, "only the sign-out");
    }

    async fn a_session_ends_by_silence_and_by_age(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let read = app::dossier::ReadIt { dossier: dossier.id, page: 0, take: 50 };

        let asker = w.ria().asker().await;
        w.clock.advance(SignedDuration::from_mins(15) - SECOND);
        let just_in_time = w.app.look(asker, read).await;
        w.clock.advance(SECOND);
        let too_silent = w.app.look(asker, read).await;

        assert!(just_in_time.is_ok());
        assert!(matches!(too_silent, Err(NotDone::SignedOut)));

        w.ria().signs_in().await;
        let asker = w.ria().asker().await;
        for _ in 0..60 {
            w.clock.advance(SignedDuration::from_mins(10) - SECOND);
            w.ria().session().await;
            assert_eq!(w.ria().asker().await.who, asker.who, "busy, so still the same session");
        }
        w.clock.advance(SignedDuration::from_mins(1));
        assert!(matches!(w.app.look(asker, read).await, Err(NotDone::SignedOut)));
    }

    async fn who_is_not_ready_gets_nothing_of_a_client(w: World) {
        let lotte = w.lotte();
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("assigned");
        let (of_samira, of_lotte) = (w.raw().id(w.samira().staff().uuid()), w.raw().id(lotte.staff().uuid()));
        w.raw().run(&format!("UPDATE involvement SET staff = {of_lotte} WHERE staff = {of_samira}")).await;

        assert!(lotte.reads(dossier.id).await.is_err());
        assert!(lotte.writes(dossier.first_part(), "Zonder eed.").await.is_err());
        assert!(lotte.looks(ListOwn(Filter::default())).await.is_err());
        assert!(lotte.looks(app::draft::ListOwn).await.is_err());
        assert!(lotte.performs(lotte.intake(&Intake::of(FATMA))).await.is_err());

        let session = lotte.session().await;
        w.app.sign_pledge(w.random_id(), &session).await.expect("signed");
        assert!(lotte.reads(dossier.id).await.is_ok());
    }

    async fn an_expired_training_closes_the_door_at_the_next_sign_in(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.clock.advance(SignedDuration::from_hours(24 * 400));

        assert!(matches!(w.ria().reads(dossier.id).await, Err(NotDone::Denied { .. })));

        let today = domain::amsterdam_date(w.now());
        w.store.add_training(w.ria().staff(), today).await.expect("trained");
        w.clock.advance(SignedDuration::from_mins(20));
        assert!(w.ria().reads(dossier.id).await.is_ok());
    }

    async fn the_border_between_controllers_holds(w: World) {
        let here = w.ria().opens_dossier_of(BILAL).await;
        let there = w.wouter().opens_dossier_of(FATMA).await;

        assert!(w.wouter().reads(here.id).await.is_err());
        assert!(w.ria().reads(there.id).await.is_err());
        assert!(w.joost().looks(ReadWho(there.id)).await.is_err());
        assert!(w.joost().looks(Queue::of(Some(w.house.west))).await.is_err());
        assert!(w.wouter().reads(there.id).await.is_ok());
    }

    async fn an_involvement_by_mistake_does_not_climb_over_the_border(w: World) {
        let here = w.ria().opens_dossier_of(BILAL).await;
        let (wouter, ria) = (w.raw().id(w.wouter().staff().uuid()), w.raw().id(w.ria().staff().uuid()));
        w.raw().run(&format!("UPDATE involvement SET staff = {wouter} WHERE staff = {ria}")).await;

        assert!(w.wouter().reads(here.id).await.is_err());
        assert_eq!(w.wouter().looks(ListOwn(Filter::default())).await.expect("a list").total, 0);
    }

    async fn a_debt_counsellor_sees_the_debt_part_only(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo, DebtCounselling])).await;
        w.ria().writes(dossier.part(Wmo), "Over de traplift.").await.expect("written");
        let debt = w.ria().writes(dossier.part(DebtCounselling), "Over de huur.").await.expect("written");
        w.joost().assigns(dossier.part(DebtCounselling), w.daan().staff()).await.expect("assigned");

        let seen = w.daan().reads(dossier.id).await.expect("involved");

        let domains: Vec<_> = seen.head.parts.iter().map(|part| part.domain).collect();
        let entries: Vec<_> = seen.entries.iter().map(|entry| entry.id).collect();
        assert_eq!((domains, entries), (vec![DebtCounselling], vec![debt.entry]));
        assert!(seen.involved.iter().all(|worker| worker.domain == DebtCounselling));
        assert!(!format!("{seen:?}").contains("traplift"));
        let record = w.last_record().await;
        assert_eq!((record.domains, record.count), (vec!["debt-counselling".to_owned()], 1));
        let list = w.daan().looks(ListOwn(Filter::default())).await.expect("a list");
        assert_eq!(list.cases[0].domains, [(DebtCounselling, "support".to_owned())]);
    }

    async fn a_question_does_not_cross_the_wall_between_domains(w: World) {
        let mut intake = Intake::of(BILAL);
        intake.questions =
            vec![(Wmo, "Een traplift.".to_owned()), (DebtCounselling, "Huurschuld.".to_owned())];
        let dossier = w.ria().takes_in(intake).await;
        w.joost().assigns(dossier.part(DebtCounselling), w.daan().staff()).await.expect("assigned");

        let seen = w.daan().reads(dossier.id).await.expect("involved");

        let questions: Vec<_> = seen.head.parts.iter().map(|part| part.question.as_str()).collect();
        assert_eq!(questions, ["Huurschuld."]);
        let written = w.daan().writes(dossier.part(Wmo), "Over de muur.").await;
        assert!(matches!(written, Err(NotDone::Denied { .. })), "{written:?}");
    }

    async fn nobody_opens_the_own_dossier_as_staff(w: World) {
        let dossier = w.ria().opens_dossier_of(NADIA).await;
        let (nadia, ria) = (w.raw().id(w.nadia().staff().uuid()), w.raw().id(w.ria().staff().uuid()));
        w.raw().run(&format!("UPDATE involvement SET staff = {nadia} WHERE staff = {ria}")).await;

        assert!(w.nadia().reads(dossier.id).await.is_err());
        assert!(w.nadia().writes(dossier.first_part(), "Over mijzelf.").await.is_err());
        assert_eq!(w.nadia().looks(ListOwn(Filter::default())).await.expect("a list").total, 0);
    }

    async fn a_resident_opens_only_the_own_dossier(w: World) {
        let of_bilal = w.ria().opens_dossier_of(BILAL).await;
        let of_fatma = w.ria().opens_dossier_of(FATMA).await;

        assert!(w.bilal().reads_own(of_bilal.id).await.is_ok());
        assert!(w.bilal().sees_looks(of_bilal.id).await.is_ok());
        let other = format!("{:?}", w.bilal().reads_own(of_fatma.id).await);
        let nowhere = format!("{:?}", w.bilal().reads_own(DossierId(w.random_id())).await);
        assert_eq!(other, nowhere);
        assert!(w.bilal().sees_looks(of_fatma.id).await.is_err());
        assert!(w.bilal().reads(of_bilal.id).await.is_err(), "the portal is not the worker app");
    }

    async fn a_coordinator_sees_numbers_and_no_names(w: World) {
        let waits = w.ria().takes_in(Intake::of(BILAL).for_the_queue()).await;
        let runs = w.ria().opens_dossier_of(FATMA).await;

        let queue = w.joost().looks(Queue::of(Some(w.house.noord))).await.expect("the own team").waiting;
        let who = w.joost().looks(ReadWho(runs.id)).await.expect("the own team");

        let numbers: Vec<_> = queue.iter().map(|waiting| (waiting.dossier, waiting.number)).collect();
        assert_eq!(numbers, [(waits.id, waits.number)]);
        assert_eq!(who.number, runs.number);
        let shown = format!("{queue:?} {who:?}");
        for name in ["Amrani", "Bilal", "Özdemir", "Fatma", "papieren"] {
            assert!(!shown.contains(name), "{name} in {shown}");
        }
        assert!(w.joost().reads(runs.id).await.is_err());
        assert!(w.karin().looks(Queue::of(Some(w.house.noord))).await.is_err());
        assert!(w.karin().looks(ReadWho(runs.id)).await.is_err());
        assert!(w.ria().looks(Queue::of(Some(w.house.noord))).await.is_err());
    }

    async fn a_worker_without_a_team_is_told_to_those_who_may_know(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo, Voluntary])).await;
        w.joost().assigns(dossier.part(Wmo), w.petra().staff()).await.expect("assigned");

        let seen_by_ria = w.ria().reads(dossier.id).await.expect("involved");
        let seen_by_bilal = w.bilal().reads_own(dossier.id).await.expect("the own dossier");

        assert!(seen_by_ria.involved.iter().any(|worker| worker.staff == w.petra().staff()));
        assert!(seen_by_bilal.involved.iter().any(|worker| worker.staff == w.petra().staff()));
    }
}
