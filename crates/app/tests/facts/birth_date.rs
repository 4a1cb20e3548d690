//! A birth date that was wrong: what is seen, who looks along, what was known before, who finds the client, and a portal that
//! nobody of that age has (C41, CON-25, PST-08).

use app::NotDone;
use app::dossier::{CorrectBirthDate, CorrectRefused, ReadBirthDate};
use app::intake::{Known, Search};
use app::people::ReadThem;
use app::standing::{About, Declare, ReadOwn};
use domain::people::{BirthFault, BirthSeen};
use domain::{BirthDate, ConflictKind, Source};
use jiff::SignedDuration;
use jiff::civil::date;
use testkit::{BILAL, Dossier, Outcome, World, both_engines};

const SEEN: BirthSeen = BirthSeen::IdentityDocument;

fn born(text: &str) -> BirthDate {
    text.parse().expect("a birth date")
}

/// From the date that BILAL has to another, as somebody does who looks no further.
fn correct(dossier: &Dossier, to: &str, seen: BirthSeen) -> CorrectBirthDate {
    CorrectBirthDate {
        dossier: dossier.id,
        known: BirthDate::full(BILAL.born),
        born: born(to),
        source: Source::Client,
        seen,
        agreed: false,
        second: None,
    }
}

/// The same, read and with a colleague who looked along.
fn with_second(w: &World, dossier: &Dossier, to: &str) -> CorrectBirthDate {
    CorrectBirthDate { agreed: true, second: Some(w.joost().staff()), ..correct(dossier, to, SEEN) }
}

fn refused<T: std::fmt::Debug>(done: Result<T, NotDone<CorrectRefused>>) -> CorrectRefused {
    match done {
        Err(NotDone::Rejected(why)) => why,
        other => panic!("{other:?}"),
    }
}

async fn known(w: &World, dossier: &Dossier) -> BirthDate {
    w.ria().looks(ReadThem(dossier.id)).await.expect("involved").born
}

/// Whether a client of this name and birth date is found.
async fn is_found(w: &World, by: BirthDate) -> bool {
    let search = Search { surname: BILAL.surname.to_owned(), birth_date: by, bsn: None };
    w.samira().performs(search).await.expect("searched") == Known::Possibly
}

both_engines! {
    async fn a_day_that_was_wrong_is_corrected_and_what_was_known_stays(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.clock.advance(SignedDuration::from_hours(1));

        w.ria().performs(correct(&dossier, "1985-01-02", BirthSeen::Nothing)).await.expect("no age is crossed");

        let record = w.last_record().await;
        assert_eq!((record.event.as_str(), record.reason.as_str()), ("CorrectBirthDate", "nothing"));
        assert_eq!(known(&w, &dossier).await, born("1985-01-02"));
        let read = w.ria().looks(ReadBirthDate(dossier.id)).await.expect("involved");
        let versions: Vec<_> = read.versions.iter().map(|it| (it.born, it.superseded_at)).collect();
        assert_eq!(versions, [(born("1985-01-02"), None), (BirthDate::full(BILAL.born), Some(w.now()))]);
        assert_eq!(read.versions[0].second_name, None);
        let since = w.ria().reads(dossier.id).await.expect("involved").client;
        let field = since.0.iter().find(|it| it.name == "birth-date").expect("kept");
        assert!(field.since < w.now(), "it was always so");
        assert!(is_found(&w, born("1985-01-02")).await && !is_found(&w, BirthDate::full(BILAL.born)).await);

        let back = CorrectBirthDate { known: born("1985-01-02"), ..correct(&dossier, "1984-05-17", SEEN) };
        w.ria().performs(back).await.expect("it was right after all");
        assert!(!is_found(&w, born("1985-01-02")).await && is_found(&w, BirthDate::full(BILAL.born)).await);
    }

    async fn across_an_age_it_takes_a_document_reading_and_a_second(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let young = "2012-05-10";

        let unseen = refused(w.ria().performs(correct(&dossier, young, BirthSeen::Nothing)).await);
        assert!(matches!(&unseen, CorrectRefused::Fault(BirthFault::NothingSeen(_))), "{unseen:?}");
        let unread = refused(w.ria().performs(correct(&dossier, young, SEEN)).await);
        let ages: Vec<i16> = unread.crossed().iter().map(|it| it.age).collect();
        assert_eq!(ages, [16, 18], "{unread:?}");
        let alone = CorrectBirthDate { agreed: true, ..correct(&dossier, young, SEEN) };
        let alone = refused(w.ria().performs(alone).await);
        assert!(matches!(alone, CorrectRefused::SecondMissing(_)), "{alone:?}");
        let oneself = CorrectBirthDate { second: Some(w.ria().staff()), ..with_second(&w, &dossier, young) };
        let oneself = refused(w.ria().performs(oneself).await);
        assert!(matches!(oneself, CorrectRefused::NoSuchSecond(_)), "{oneself:?}");
        assert_eq!(known(&w, &dossier).await, BirthDate::full(BILAL.born), "nothing changed");

        w.ria().performs(with_second(&w, &dossier, young)).await.expect("seen, read, with a colleague");

        let people = w.ria().looks(ReadThem(dossier.id)).await.expect("involved");
        assert_eq!((people.born, people.needs_second), (born(young), false));
        assert_eq!(people.turns[1].first, date(2028, 5, 10), "the age line moves along");
        let read = w.ria().looks(ReadBirthDate(dossier.id)).await.expect("involved");
        assert_eq!(read.versions[0].seen, "identity-document");
        assert!(read.versions[0].second_name.is_some());
    }

    async fn two_who_correct_at_once_hear_of_each_other_and_the_same_twice_is_once(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().performs(correct(&dossier, "1985-01-02", SEEN)).await.expect("first");

        let late = refused(w.ria().performs(correct(&dossier, "1985-01-03", SEEN)).await);
        assert_eq!(late, CorrectRefused::Stale(born("1985-01-02")));
        w.ria().performs(correct(&dossier, "1985-01-02", SEEN)).await.expect("sent twice");

        let read = w.ria().looks(ReadBirthDate(dossier.id)).await.expect("involved");
        assert_eq!(read.versions.len(), 2, "corrected once");
    }

    async fn nobody_but_the_involved_corrects_it(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;

        for who in ["samira", "joost", "ingeborg", "kees", "tom", "wouter", "nadia"] {
            let done = w.person(who).performs(with_second(&w, &dossier, "2012-05-10")).await;
            assert!(matches!(done, Err(NotDone::Denied { .. })), "{who}: {done:?}");
            assert_eq!(w.last_record().await.outcome, Outcome::Denied);
            assert!(w.person(who).looks(ReadBirthDate(dossier.id)).await.is_err(), "{who}");
        }
        assert_eq!(known(&w, &dossier).await, BirthDate::full(BILAL.born));
    }

    async fn who_turns_out_to_be_under_twelve_has_no_portal_from_that_moment(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.bilal().reads_own(dossier.id).await.expect("his own");

        w.ria().performs(with_second(&w, &dossier, "2012-05-10")).await.expect("fourteen");
        w.bilal().reads_own(dossier.id).await.expect("from twelve on one has a portal");
        let younger = CorrectBirthDate { known: born("2012-05-10"), ..with_second(&w, &dossier, "2018-05-10") };
        w.ria().performs(younger).await.expect("eight");

        let open = "SELECT COUNT(*) FROM account a
                      LEFT JOIN session s ON s.account = a.id AND s.ended_at IS NULL
                     WHERE a.login_name = 'bilal' AND (a.active = TRUE OR s.id IS NOT NULL)";
        assert_eq!(w.raw().one(open).await.int(), 0, "no account, and the open page ends too");
    }

    async fn a_declared_conflict_stands_by_the_corrected_date_too(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().assigns(dossier.first_part(), w.samira().staff()).await.expect("of his team");
        w.samira().reads(dossier.id).await.expect("involved");
        let about = About::Person { surname: BILAL.surname.to_owned(), birth_date: BirthDate::full(BILAL.born) };
        w.samira().performs(Declare { kind: ConflictKind::Relative, about }).await.expect("declared");

        w.ria().performs(correct(&dossier, "1985-01-02", SEEN)).await.expect("corrected");

        assert!(matches!(w.samira().reads(dossier.id).await, Err(NotDone::Denied { .. })));
        let own = w.samira().looks(ReadOwn).await.expect("her own").conflicts;
        assert_eq!(own.len(), 1, "nothing tells her that somebody was corrected here");
    }
}
