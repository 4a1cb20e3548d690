//! How to talk with a client: asked at intake where it matters, changed later, kept as it was said and when.

use app::NotDone;
use app::caseload::ChooseOwn;
use app::dossier::{ChangeLanguage, Close, Fields};
use domain::{ClosingReason, LanguageNeeds, LegalDomain, Source, TypedLanguage};
use jiff::SignedDuration;
use testkit::{BILAL, Dossier, FATMA, Intake, Outcome, World, both_engines};

fn needs(best: &str, named: &str, interpreter: &str, letters: &str) -> LanguageNeeds {
    LanguageNeeds::typed(TypedLanguage { best, named, interpreter, letters }).expect("it makes sense")
}

fn change(dossier: &Dossier, needs: LanguageNeeds) -> ChangeLanguage {
    ChangeLanguage { dossier: dossier.id, needs, source: Source::Client }
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

fn said(fields: &Fields) -> [&str; 3] {
    ["language", "interpreter", "letter-language"].map(|name| fields.get(name))
}

/// How many versions there are of a field, in all.
async fn versions(w: &World, field: &str) -> i64 {
    w.raw().one(&format!("SELECT COUNT(*) FROM client_field WHERE field = '{field}'")).await.int()
}

both_engines! {
    async fn where_it_was_not_asked_nothing_is_kept(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;

        let read = w.ria().reads(dossier.id).await.expect("involved");

        assert_eq!(said(&read.client), ["", "", ""]);
        assert_eq!(versions(&w, "language").await, 0);
    }

    async fn nobody_but_the_involved_changes_it(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;

        for who in ["samira", "joost", "ingeborg", "kees", "tom", "wouter", "nadia"] {
            denied(&w.person(who).performs(change(&dossier, needs("tr", "", "", ""))).await);
            assert_eq!(w.last_record().await.outcome, Outcome::Denied);
        }
        denied(&w.bilal().performs(change(&dossier, needs("tr", "", "", ""))).await);
        assert_eq!(versions(&w, "language").await, 0);
    }

    async fn a_closed_dossier_is_frozen_and_one_open_part_is_enough(w: World) {
        let wide = Intake::of(BILAL).about(&[LegalDomain::Wmo, LegalDomain::DebtCounselling]);
        let dossier = w.ria().takes_in(wide).await;
        let close = |part| Close {
            part,
            reason: ClosingReason::GoalReached,
            result: "Klaar.".into(),
            contact: None, why: "De hulp is gestopt.".into(),
        };

        w.ria().performs(close(dossier.part(LegalDomain::Wmo))).await.expect("involved");
        w.ria().performs(change(&dossier, needs("tr", "", "", ""))).await.expect("debts go on");
        w.ria().performs(close(dossier.part(LegalDomain::DebtCounselling))).await.expect("involved");

        denied(&w.ria().performs(change(&dossier, needs("pl", "", "", ""))).await);
        assert_eq!(said(&w.ria().reads(dossier.id).await.expect("fourteen days").client), ["tr", "", ""]);
    }

    async fn what_is_changed_is_read_by_worker_and_resident_with_its_source_and_day(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.clock.advance(SignedDuration::from_hours(1));

        let deed = ChangeLanguage {
            source: Source::Representative,
            ..change(&dossier, needs("other", "Wolof", "language", "nl"))
        };
        assert!(w.ria().performs(deed).await.expect("involved"));

        let record = w.last_record().await;
        assert_eq!((record.event.as_str(), record.items.len()), ("ChangeDetails", 3));
        let read = w.ria().reads(dossier.id).await.expect("involved").client;
        assert_eq!(said(&read), ["Wolof", "language", "nl"]);
        assert_eq!(said(&w.bilal().reads_own(dossier.id).await.expect("his own").fields), said(&read));
        let language = read.0.iter().find(|field| field.name == "language").expect("kept");
        assert_eq!((language.source.as_str(), language.since), ("representative", w.now()));
    }

    async fn every_version_stays_with_the_time_it_held(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().performs(change(&dossier, needs("tr", "", "language", ""))).await.expect("involved");
        let first = w.now();
        w.clock.advance(SignedDuration::from_mins(5));
        w.ria().performs(change(&dossier, needs("ku", "", "language", ""))).await.expect("involved");
        let second = w.now();

        let history = "SELECT valid_from, valid_until, superseded_at FROM client_field WHERE field = 'language'
                        ORDER BY recorded_at, valid_from";
        let rows = w.raw().rows(history).await;

        let at = |at: jiff::Timestamp| testkit::Cell::Int(at.as_millisecond());
        let none = testkit::Cell::Null;
        assert_eq!(rows, [
            vec![at(first), none.clone(), at(second)],
            vec![at(first), at(second), none.clone()],
            vec![at(second), none.clone(), none],
        ]);
        assert_eq!(versions(&w, "interpreter").await, 1, "what stays the same gets no new version");
    }

    async fn what_is_not_needed_any_more_goes_from_every_page(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().performs(change(&dossier, needs("tr", "", "language", "tr"))).await.expect("involved");

        assert!(w.ria().performs(change(&dossier, LanguageNeeds::default())).await.expect("involved"));

        assert_eq!(said(&w.ria().reads(dossier.id).await.expect("involved").client), ["", "", ""]);
        assert_eq!(said(&w.bilal().reads_own(dossier.id).await.expect("his own").fields), ["", "", ""]);
        let again = w.ria().performs(change(&dossier, LanguageNeeds::default())).await.expect("involved");
        assert!(!again, "nothing changed");
        assert!(w.last_record().await.items.is_empty());
    }

    async fn the_same_said_twice_changes_nothing(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let deed = change(&dossier, needs("uk", "", "language", "en"));

        assert!(w.ria().performs(deed.clone()).await.expect("involved"));
        w.clock.advance(SignedDuration::from_mins(1));
        assert!(!w.ria().performs(deed).await.expect("involved"));

        assert_eq!(versions(&w, "language").await, 1);
    }

    async fn a_list_warns_of_an_interpreter_and_says_no_more(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().opens_dossier_of(FATMA).await;
        w.ria().performs(change(&dossier, needs("dse", "", "language", "nl"))).await.expect("involved");

        let cases = w.ria().looks(ChooseOwn).await.expect("a list");

        let known: Vec<_> = cases.iter().map(|case| said(&case.fields)).collect();
        assert!(known.contains(&["", "language", ""]) && known.contains(&["", "", ""]), "{known:?}");
    }

    async fn another_controller_knows_nothing_of_it(w: World) {
        let here = w.ria().opens_dossier_of(BILAL).await;
        let there = w.wouter().opens_dossier_of(BILAL).await;

        w.ria().performs(change(&here, needs("tr", "", "language", "tr"))).await.expect("involved");

        assert_eq!(said(&w.wouter().reads(there.id).await.expect("involved").client), ["", "", ""]);
    }
}
