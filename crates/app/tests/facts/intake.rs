//! Taking in: search before create, informed first, a BSN only where the law asks for one.
//! Every fact runs on both engines.

use app::NotDone;
use app::intake::{Known, Open, Search, SearchRefused};
use domain::LegalDomain::{Voluntary, Wmo};
use domain::days::SEARCH_HOLDS;
use domain::intake::IntakeRefused;
use domain::{BirthDate, Bsn};
use jiff::{SignedDuration, ToSpan};
use ledger::Outcome;
use testkit::{BILAL, FATMA, Intake, Resident, World, both_engines};

fn by_name(resident: Resident) -> Search {
    Search { surname: resident.surname.into(), birth_date: BirthDate::full(resident.born), bsn: None }
}

fn by_bsn(resident: Resident) -> Search {
    let bsn = Bsn::parse(resident.bsn).expect("a test BSN");
    Search { surname: String::new(), birth_date: BirthDate::UNKNOWN, bsn: Some(bsn) }
}

/// How many rows there are of what a search leaves.
async fn written(w: &World) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in ["record", "existence_check"] {
        counts.push(w.raw().one(&format!("SELECT COUNT(*) FROM {table}")).await.int());
    }
    counts
}

both_engines! {
    async fn a_search_answers_yes_or_no_and_is_recorded_also_without_a_hit(w: World) {
        w.ria().takes_in(Intake::of(BILAL).about(&[Wmo]).with_bsn()).await;

        let known = w.samira().performs(by_name(BILAL)).await.expect("allowed");
        let with_hit = w.records().await.into_iter().filter(|it| it.event == "CheckExistence").collect::<Vec<_>>();
        let unknown = w.samira().performs(by_name(FATMA)).await.expect("allowed");
        let without = w.last_record().await;

        assert!(matches!((known, unknown), (Known::Possibly, Known::NoMatch(_))), "{known:?} {unknown:?}");
        let by_samira: Vec<_> = with_hit.iter().filter(|it| it.staff == Some(w.samira().staff().uuid())).collect();
        assert_eq!(by_samira.len(), 2, "one for the question, one for the client");
        assert!(by_samira[0].subject.is_none() && by_samira[1].subject.is_some());
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
        let found = w.ria().performs(other_day).await.expect("allowed");
        assert!(matches!(found, Known::NoMatch(_)), "{found:?}");
    }

    async fn a_search_for_somebody_known_elsewhere_costs_what_one_for_nobody_costs(w: World) {
        w.wouter().takes_in(Intake::of(BILAL)).await;
        let mut costs = Vec::new();
        for search in [by_name(FATMA), by_bsn(FATMA), by_name(BILAL), by_bsn(BILAL)] {
            w.ria().session().await;
            let before = written(&w).await;
            let found = w.ria().performs(search).await.expect("allowed");
            assert!(matches!(found, Known::NoMatch(_)), "{found:?}");
            let after = written(&w).await;
            costs.push(after.iter().zip(before).map(|(after, before)| after - before).collect::<Vec<_>>());
        }

        assert!(costs.iter().all(|cost| *cost == [1, 1]), "a line and a question of the day: {costs:?}");
    }

    async fn equal_numbers_at_two_controllers_do_not_match(w: World) {
        w.ria().takes_in(Intake::of(BILAL).about(&[Wmo]).with_bsn()).await;

        assert_eq!(w.samira().performs(by_bsn(BILAL)).await.expect("allowed"), Known::Possibly);
        for search in [by_bsn(BILAL), by_name(BILAL)] {
            let found = w.wouter().performs(search).await.expect("allowed");
            assert!(matches!(found, Known::NoMatch(_)), "{found:?}");
        }
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
        let nothing = Search { surname: " '- ".into(), birth_date: BirthDate::full(BILAL.born), bsn: None };

        let refused = w.ria().performs(nothing).await;

        assert!(matches!(refused, Err(NotDone::Rejected(SearchRefused::Nothing))), "{refused:?}");
    }

    async fn a_surname_alone_finds_nobody_and_opens_only_voluntary_help(w: World) {
        w.ria().takes_in(Intake::of(BILAL).about(&[Wmo])).await;
        let without_a_date = |mut open: Open| {
            open.birth_date = BirthDate::UNKNOWN;
            open
        };
        let ria = w.ria();
        let voluntary = without_a_date(ria.intake(&Intake::of(BILAL)));
        let statutory = without_a_date(ria.intake(&Intake::of(BILAL).about(&[Wmo, Voluntary])));

        let found = ria.performs(voluntary.search()).await.expect("allowed");
        let Known::NothingToMatch(proof) = found else { panic!("a surname alone may tell nothing: {found:?}") };
        let recorded = w.last_record().await;
        assert_eq!((recorded.event.as_str(), recorded.count, recorded.subject), ("CheckExistence", 0, None));

        let refused = ria.performs(Open { searched: Some(proof), ..statutory }).await;
        assert!(matches!(&refused, Err(NotDone::Rejected(why)) if !why.gaps.is_empty()), "{refused:?}");
        let of_another = Open { searched: Some(proof), ..voluntary.clone() };
        let of_another = Open { typed: app::intake::Typed { surname: "Amrany".into(), ..of_another.typed }, ..of_another };
        let refused = ria.performs(of_another).await;
        assert!(matches!(&refused, Err(NotDone::Rejected(why)) if why.not_searched), "{refused:?}");
        let with_a_date = Open { birth_date: BirthDate::full(FATMA.born), searched: Some(proof), ..voluntary.clone() };
        let refused = ria.performs(with_a_date).await;
        assert!(matches!(&refused, Err(NotDone::Rejected(why)) if why.not_searched), "{refused:?}");
        let opened = ria.performs(Open { searched: Some(proof), ..voluntary }).await;
        assert!(opened.is_ok(), "{opened:?}");
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
        let intake = w.ria().searches_before(w.ria().intake(&Intake::of(BILAL))).await;

        let first = w.ria().performs(intake.clone()).await.expect("opened");
        let second = w.ria().performs(intake).await.expect("the same");

        assert_eq!(first, second);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM dossier").await.int(), 1);
    }

    async fn the_desk_hands_over_and_sees_nothing_afterwards(w: World) {
        let dossier = w.ingeborg().takes_in(Intake::of(BILAL).about(&[Wmo]).for_the_queue()).await;

        assert!(w.ingeborg().reads(dossier.id).await.is_err());
        let queue = w.joost().looks(app::involvement::Queue::of(Some(w.house.noord))).await.expect("the own team").waiting;
        assert_eq!(queue[0].dossier, dossier.id);
    }

    async fn no_dossier_is_opened_for_whom_nobody_looked_for(w: World) {
        let (ria, intake) = (w.ria(), w.ria().intake(&Intake::of(BILAL).about(&[Wmo])));
        let searched = ria.searches_before(intake.clone()).await;
        let of_samira = w.samira().searches_before(intake.clone()).await;
        let with = |change: &dyn Fn(&mut Open)| {
            let mut open = Open { form: w.random_id(), ..searched.clone() };
            change(&mut open);
            open
        };
        let forged = searched.searched.expect("a proof").to_string().replace('a', "b").parse().expect("it reads");

        let refused = [
            ("no search", intake.clone()),
            ("by somebody else", of_samira),
            ("a forged proof", with(&|open| open.searched = Some(forged))),
            ("another name", with(&|open| open.typed.surname = "Amrany".into())),
            ("another birth date", with(&|open| open.birth_date = BirthDate::full(FATMA.born))),
            ("a number that was not looked for", with(&|open| open.typed.bsn = BILAL.bsn.into())),
        ];
        for (what, open) in refused {
            let refused = ria.performs(open).await;
            assert!(matches!(&refused, Err(NotDone::Rejected(why)) if why.not_searched), "{what}: {refused:?}");
        }

        assert_eq!(w.raw().one("SELECT COUNT(*) FROM client").await.int(), 0);
        let spelled_otherwise = with(&|open| open.typed.surname = " ÁMRANI".into());
        assert!(ria.performs(spelled_otherwise).await.is_ok(), "the same person to the index");
    }

    async fn a_search_holds_an_hour(w: World) {
        let searched = w.ria().searches_before(w.ria().intake(&Intake::of(BILAL))).await;
        let again = Open { form: w.random_id(), ..searched.clone() };
        w.clock.advance(SEARCH_HOLDS);

        let in_time = w.ria().performs(searched).await;
        w.clock.advance(SignedDuration::from_millis(1));
        let too_late = w.ria().performs(again).await;

        assert!(in_time.is_ok(), "{in_time:?}");
        assert!(matches!(&too_late, Err(NotDone::Rejected(why)) if why.not_searched), "{too_late:?}");
    }

    async fn two_dossiers_never_have_the_same_number(w: World) {
        w.ria().session().await;
        w.samira().session().await;

        for n in 0..5 {
            let (ria, samira) = (w.ria(), w.samira());
            let born_later = |of: Resident| Intake::of(Resident { born: of.born + n.days(), ..of });
            let a = ria.searches_before(ria.intake(&born_later(BILAL))).await;
            let b = samira.searches_before(samira.intake(&born_later(FATMA))).await;
            let (of_ria, of_samira) = tokio::join!(ria.performs(a), samira.performs(b));
            assert_ne!(of_ria.expect("opened").number, of_samira.expect("opened").number);
        }
        w.clock.advance(SignedDuration::from_mins(1));

        let numbers = w.raw().rows("SELECT number FROM dossier ORDER BY number").await;
        let numbers: Vec<_> = numbers.iter().map(|row| row[0].int()).collect();
        assert_eq!(numbers, (1001..1011).collect::<Vec<_>>());
    }
}
