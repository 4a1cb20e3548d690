//! Taking in: search before create, informed first, a BSN only where the law asks for one.
//! Every fact runs on both engines.

use app::NotDone;
use app::intake::{Known, Search, SearchRefused};
use domain::LegalDomain::{Voluntary, Wmo};
use domain::intake::IntakeRefused;
use domain::{BirthDate, Bsn};
use jiff::SignedDuration;
use ledger::Outcome;
use testkit::{BILAL, FATMA, Intake, Resident, World, both_engines};

fn by_name(resident: Resident) -> Search {
    Search { surname: resident.surname.into(), birth_date: BirthDate::full(resident.born), bsn: None }
}

fn by_bsn(resident: Resident) -> Search {
    let bsn = Bsn::parse(resident.bsn).expect("a test BSN");
    Search { surname: String::new(), birth_date: BirthDate::UNKNOWN, bsn: Some(bsn) }
}

both_engines! {
    async fn a_search_answers_yes_or_no_and_is_recorded_also_without_a_hit(w: World) {
        w.ria().takes_in(Intake::of(BILAL).about(&[Wmo]).with_bsn()).await;

        let known = w.samira().performs(by_name(BILAL)).await.expect("allowed");
        let with_hit = w.records().await.into_iter().filter(|it| it.event == "CheckExistence").collect::<Vec<_>>();
        let unknown = w.samira().performs(by_name(FATMA)).await.expect("allowed");
        let without = w.last_record().await;

        assert_eq!((known, unknown), (Known::Possibly, Known::NoMatch));
        assert_eq!(with_hit.len(), 2, "one for the question, one for the client");
        assert!(with_hit[0].subject.is_none() && with_hit[1].subject.is_some());
        assert_eq!((without.event.as_str(), without.count, without.outcome), ("CheckExistence", 0, Outcome::Done));
        assert_eq!(without.staff, Some(w.samira().staff().uuid()));
    }

    async fn a_name_is_found_however_it_is_written(w: World) {
        w.ria().opens_dossier_of(FATMA).await;
        let mut search = by_name(FATMA);
        search.surname = "  OZDEMIR ".into();

        assert_eq!(w.ria().performs(search).await.expect("allowed"), Known::Possibly);
        let mut other_day = by_name(FATMA);
        other_day.birth_date = BirthDate::full(BILAL.born);
        assert_eq!(w.ria().performs(other_day).await.expect("allowed"), Known::NoMatch);
    }

    async fn equal_numbers_at_two_controllers_do_not_match(w: World) {
        w.ria().takes_in(Intake::of(BILAL).about(&[Wmo]).with_bsn()).await;

        assert_eq!(w.samira().performs(by_bsn(BILAL)).await.expect("allowed"), Known::Possibly);
        assert_eq!(w.wouter().performs(by_bsn(BILAL)).await.expect("allowed"), Known::NoMatch);
        assert_eq!(w.wouter().performs(by_name(BILAL)).await.expect("allowed"), Known::NoMatch);
        w.wouter().opens_dossier_of(BILAL).await;
        let tokens = w.raw().rows("SELECT token FROM client_index WHERE kind = 'name-birth'").await;
        assert_eq!(tokens.len(), 2);
        assert_ne!(tokens[0], tokens[1]);
    }

    async fn thirty_searches_a_day_and_no_more(w: World) {
        for _ in 0..30 {
            w.ria().performs(by_name(FATMA)).await.expect("within the limit");
        }

        let one_more = w.ria().performs(by_name(FATMA)).await;
        let of_somebody_else = w.samira().performs(by_name(FATMA)).await;

        assert!(matches!(one_more, Err(NotDone::Rejected(SearchRefused::TooMany))), "{one_more:?}");
        assert!(of_somebody_else.is_ok());
        let refused = w.records().await.into_iter().rfind(|it| it.outcome == Outcome::Failed);
        assert_eq!(refused.expect("recorded too").event, "CheckExistence");
        // The day ends in Amsterdam, an hour before UTC in winter.
        w.clock.set("2026-03-02T22:59:59Z");
        assert!(w.ria().performs(by_name(FATMA)).await.is_err());
        w.clock.set("2026-03-02T23:00:00Z");
        assert!(w.ria().performs(by_name(FATMA)).await.is_ok());
    }

    async fn a_search_for_nothing_is_refused(w: World) {
        let nothing = Search { surname: "Amrani".into(), birth_date: BirthDate::UNKNOWN, bsn: None };

        let refused = w.ria().performs(nothing).await;

        assert!(matches!(refused, Err(NotDone::Rejected(SearchRefused::Nothing))), "{refused:?}");
    }

    async fn the_foundation_may_not_keep_a_number(w: World) {
        let intake = w.wouter().intake(&Intake::of(BILAL).with_bsn());

        let refused = w.wouter().performs(intake).await;

        let Err(NotDone::Rejected(why)) = refused else { panic!("{refused:?}") };
        assert!(why.rules.contains(&IntakeRefused::BsnNotAllowed), "{why:?}");
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM client").await.int(), 0);
    }

    async fn a_number_is_masked_and_only_where_the_law_uses_it(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo, Voluntary]).with_bsn()).await;
        w.joost().assigns(dossier.part(Voluntary), w.samira().staff()).await.expect("assigned");

        let seen_by_ria = w.ria().reads(dossier.id).await.expect("involved").bsn.expect("masked");
        let seen_by_samira = w.samira().reads(dossier.id).await.expect("involved").bsn;

        assert!(!seen_by_ria.contains("11122233") && seen_by_ria.ends_with("333"), "{seen_by_ria}");
        assert_eq!(seen_by_samira, None);
    }

    async fn a_number_that_fails_the_eleven_test_is_refused(w: World) {
        let mut intake = w.ria().intake(&Intake::of(BILAL).about(&[Wmo]));
        intake.typed.bsn = "111222334".into();

        let refused = w.ria().performs(intake).await;

        assert!(matches!(refused, Err(NotDone::Rejected(why)) if why.bsn.is_some()));
    }

    async fn informed_first_and_agreed_where_it_is_voluntary(w: World) {
        let mut uninformed = Intake::of(BILAL);
        uninformed.notice = None;
        let mut not_agreed = Intake::of(BILAL);
        not_agreed.agreement = None;

        let rules = async |intake: &Intake| match w.ria().performs(w.ria().intake(intake)).await {
            Err(NotDone::Rejected(why)) => why.rules,
            other => panic!("{other:?}"),
        };

        assert_eq!(rules(&uninformed).await, [IntakeRefused::NoticeMissing]);
        assert_eq!(rules(&not_agreed).await, [IntakeRefused::AgreementMissing]);
    }

    async fn an_intake_sent_twice_opens_one_dossier(w: World) {
        let intake = w.ria().intake(&Intake::of(BILAL));

        let first = w.ria().performs(intake.clone()).await.expect("opened");
        let second = w.ria().performs(intake).await.expect("the same");

        assert_eq!(first, second);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM dossier").await.int(), 1);
    }

    async fn the_desk_hands_over_and_sees_nothing_afterwards(w: World) {
        let dossier = w.ingeborg().takes_in(Intake::of(BILAL).about(&[Wmo]).for_the_queue()).await;

        assert!(w.ingeborg().reads(dossier.id).await.is_err());
        let queue = w.joost().looks(app::involvement::Queue(Some(w.house.noord))).await.expect("the own team");
        assert_eq!(queue[0].dossier, dossier.id);
    }

    async fn two_dossiers_never_have_the_same_number(w: World) {
        w.ria().session().await;
        w.samira().session().await;

        for _ in 0..5 {
            let (ria, samira) = (w.ria(), w.samira());
            let (a, b) = (ria.intake(&Intake::of(BILAL)), samira.intake(&Intake::of(FATMA)));
            let (of_ria, of_samira) = tokio::join!(ria.performs(a), samira.performs(b));
            assert_ne!(of_ria.expect("opened").number, of_samira.expect("opened").number);
        }
        w.clock.advance(SignedDuration::from_mins(1));

        let numbers = w.raw().rows("SELECT number FROM dossier ORDER BY number").await;
        let numbers: Vec<_> = numbers.iter().map(|row| row[0].int()).collect();
        assert_eq!(numbers, (1001..1011).collect::<Vec<_>>());
    }
}
