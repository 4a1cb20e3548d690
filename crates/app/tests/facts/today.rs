//! "Vandaag": what waits in the own dossiers, and nothing of what a wall stands before. On the record as one line.

use app::NotDone;
use app::dossier::Close;
use app::entry::{AgreeToDelay, Hide};
use app::involvement::{Assign, Queue, QueueSize};
use app::standing::{About, Declare, Exclude};
use app::today::{ReadToday, Wait, What};
use domain::{
    BirthDate, ClosingReason, ConflictKind, DelayGround, EntryId, LegalDomain, RoleInCase, ShieldAudience,
    Visibility,
};
use jiff::{SignedDuration, ToSpan};
use testkit::{BILAL, Dossier, FATMA, Intake, Person, World, both_engines};

async fn waits(who: Person<'_>) -> Vec<Wait> {
    who.looks(ReadToday).await.expect("carries cases").waits
}

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

async fn assigned(w: &World, dossier: &Dossier, domain: LegalDomain, who: &'static str) {
    w.joost().assigns(dossier.part(domain), w.person(who).staff()).await.expect("fits");
}

/// Ria writes something that Bilal may read this many days from now; Joost agrees.
async fn delayed(w: &World, dossier: &Dossier, days: i64) -> EntryId {
    let until = domain::amsterdam_date(w.now()).saturating_add(days.days());
    let ground = DelayGround::ToldInPersonFirst;
    let mut note = w.ria().note(dossier.first_part(), "Eerst samen bespreken.");
    note.visibility = Visibility::Delayed { until, ground, announced: true };
    let entry = w.ria().performs(note).await.expect("involved").entry;
    w.joost().performs(AgreeToDelay { entry, agreed: Some(true) }).await.expect("coordinates the team");
    entry
}

fn is_readable(waits: &[Wait], entry: EntryId) -> bool {
    waits.iter().any(|it| matches!(it.what, What::Readable { entry: of, .. } if of == entry))
}

both_engines! {
    async fn a_day_without_anything_is_empty(w: World) {
        w.ria().opens_dossier_of(BILAL).await;

        let today = w.ria().looks(ReadToday).await.expect("carries cases");

        assert_eq!((today.cases.len(), today.waits.len()), (1, 0), "her own intake is not new to her");
        assert_eq!(waits(w.samira()).await, []);
    }

    async fn who_carries_no_cases_has_no_such_day(w: World) {
        for who in ["ingeborg", "kees", "lotte"] {
            let refused = w.person(who).looks(ReadToday).await;
            assert!(matches!(refused, Err(NotDone::Denied { .. })), "{who}: {refused:?}");
        }
    }

    async fn behind_a_wall_nothing_waits(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        let other = w.ria().takes_in(Intake::of(FATMA).about(&[LegalDomain::Wmo])).await;
        for dossier in [&dossier, &other] {
            assigned(&w, dossier, LegalDomain::Wmo, "samira").await;
            delayed(&w, dossier, 2).await;
        }
        assert_eq!(waits(w.samira()).await.len(), 4);

        let somebody = About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) };
        w.samira().performs(Declare { kind: ConflictKind::Neighbour, about: somebody }).await.expect("declared");
        let left = waits(w.samira()).await;
        assert!(left.len() == 2 && left.iter().all(|it| it.dossier == other.id), "{left:?}");
        w.joost().performs(Exclude { dossier: other.id, staff: w.samira().staff() }).await.expect("his team");

        assert_eq!(waits(w.samira()).await, []);
        assert!(w.last_record().await.items.is_empty(), "and no entry of it is on the record");
    }

    async fn what_is_hidden_from_a_worker_was_never_written(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        assigned(&w, &dossier, LegalDomain::Wmo, "samira").await;
        let before = waits(w.samira()).await;
        let entry = delayed(&w, &dossier, 1).await;
        assert!(is_readable(&waits(w.samira()).await, entry), "it waits for all who work with him");

        let hide = Hide { entry, audience: ShieldAudience::OtherWorkers, staff: None };
        w.ria().performs(hide).await.expect("involved");

        assert_eq!(waits(w.samira()).await, before);
        assert!(is_readable(&waits(w.ria()).await, entry), "the author still knows");
    }

    async fn another_part_of_the_same_dossier_says_nothing(w: World) {
        let wide = Intake::of(BILAL).about(&[LegalDomain::Wmo, LegalDomain::DebtCounselling]);
        let dossier = w.ria().takes_in(wide).await;
        let entry = delayed(&w, &dossier, 1).await;
        assigned(&w, &dossier, LegalDomain::DebtCounselling, "daan").await;

        let for_daan = waits(w.daan()).await;

        assert_eq!(dossier.first_part(), dossier.part(LegalDomain::Wmo));
        assert!(!is_readable(&for_daan, entry));
        assert!(for_daan.iter().all(|it| it.domain == LegalDomain::DebtCounselling), "{for_daan:?}");
    }

    async fn what_was_assigned_waits_until_something_is_written_or_a_week_passed(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        assigned(&w, &dossier, LegalDomain::Wmo, "samira").await;

        let new = waits(w.samira()).await;
        assert!(matches!(&new[..], [Wait { what: What::Assigned { role, .. }, .. }] if role == "support"), "{new:?}");
        assert_eq!(new[0].name, "Bilal Amrani");
        w.ria().writes(dossier.first_part(), "Samira komt erbij.").await.expect("involved");
        assert_eq!(waits(w.samira()).await.len(), 1, "another's note is not hers");
        w.samira().writes(dossier.first_part(), "Kennisgemaakt.").await.expect("involved");
        assert_eq!(waits(w.samira()).await, []);

        let other = w.ria().takes_in(Intake::of(FATMA).about(&[LegalDomain::Wmo])).await;
        assigned(&w, &other, LegalDomain::Wmo, "samira").await;
        w.clock.advance(days(7) - SignedDuration::from_mins(1));
        assert_eq!(waits(w.samira()).await.len(), 1);
        w.clock.advance(SignedDuration::from_mins(2));
        assert_eq!(waits(w.samira()).await, []);
    }

    async fn an_involvement_that_a_colleague_ends_is_not_new(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        assigned(&w, &dossier, LegalDomain::Wmo, "samira").await;
        let close = Close {
            part: dossier.first_part(),
            reason: ClosingReason::GoalReached,
            result: "Klaar.".into(),
            contact: None, why: "De hulp is gestopt.".into(),
        };
        w.samira().performs(close).await.expect("involved");

        let left = waits(w.ria()).await;

        assert!(matches!(&left[..], [Wait { what: What::Ends { closed: true, .. }, .. }]), "{left:?}");
    }

    async fn an_entry_waits_the_week_before_the_client_reads_it_and_on_the_day(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        let entry = delayed(&w, &dossier, 8).await;
        let mut seen = Vec::new();

        for _ in 0..=9 {
            seen.push(is_readable(&waits(w.ria()).await, entry));
            w.clock.advance(days(1));
        }

        assert_eq!(seen, [&[false][..], &[true; 8], &[false]].concat());
    }

    async fn an_involvement_that_ends_waits_two_weeks_beforehand(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        let until = w.now() + days(20);
        let assign = Assign {
            part: dossier.first_part(),
            staff: w.samira().staff(),
            role: RoleInCase::Replacement,
            reason: "Vakantie.".into(),
            from: None,
            until: Some(until),
        };
        w.joost().performs(assign).await.expect("fits");
        w.samira().writes(dossier.first_part(), "Kennisgemaakt.").await.expect("involved");

        w.clock.set_to(until - days(14) - SignedDuration::from_mins(1));
        assert_eq!(waits(w.samira()).await, []);
        w.clock.set_to(until - days(14));
        let ends = waits(w.samira()).await;
        assert!(matches!(&ends[..], [Wait { what: What::Ends { until: at, closed: false }, .. }] if *at == until), "{ends:?}");
        w.clock.set_to(until);
        assert_eq!(waits(w.samira()).await, []);
    }

    async fn what_is_new_comes_first_then_what_comes_first(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        let other = w.ria().takes_in(Intake::of(FATMA).about(&[LegalDomain::Wmo])).await;
        let assign = Assign {
            part: other.first_part(),
            staff: w.samira().staff(),
            role: RoleInCase::Replacement,
            reason: "Vakantie.".into(),
            from: None,
            until: Some(w.now() + days(3)),
        };
        w.joost().performs(assign).await.expect("fits");
        w.clock.advance(SignedDuration::from_secs(1));
        assigned(&w, &dossier, LegalDomain::Wmo, "samira").await;
        let (late, soon) = (delayed(&w, &dossier, 5).await, delayed(&w, &dossier, 1).await);

        let order: Vec<String> = waits(w.samira())
            .await
            .into_iter()
            .map(|it| match it.what {
                What::Assigned { .. } => it.name,
                What::Readable { entry, .. } if entry == soon => "soon".into(),
                What::Readable { entry, .. } if entry == late => "late".into(),
                What::Readable { .. } => "unknown".into(),
                What::Ends { .. } => "ends".into(),
                What::Emergency { .. } | What::Opened => "emergency".into(),
                What::Plan { .. } => "plan".into(),
            })
            .collect();

        assert_eq!(order, ["Fatma Özdemir", "Bilal Amrani", "soon", "ends", "late"]);
    }

    async fn the_day_is_one_line_on_the_record_that_names_what_it_shows(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        w.ria().opens_dossier_of(FATMA).await;
        let entry = delayed(&w, &dossier, 1).await;
        let before = w.records().await.len();

        waits(w.ria()).await;

        let records = w.records().await;
        assert_eq!(records.len(), before + 1);
        let line = &records[before];
        assert_eq!((line.event.as_str(), line.count, line.subject), ("ListCaseload", 2, None));
        assert_eq!(line.items, [entry.uuid()]);
    }

    async fn how_many_questions_wait_is_counted_without_a_line_for_each_client(w: World) {
        w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo]).for_the_queue()).await;
        w.ria().takes_in(Intake::of(FATMA).about(&[LegalDomain::Wmo, LegalDomain::Voluntary]).for_the_queue()).await;
        let somebody = About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) };
        w.joost().performs(Declare { kind: ConflictKind::Neighbour, about: somebody }).await.expect("declared");
        let team = w.joost().member().team;
        let listed = w.joost().looks(Queue::of(team)).await.expect("his team").waiting.len();
        let before = w.records().await.len();

        let size = w.joost().looks(QueueSize(team)).await.expect("his team");

        assert_eq!((size, listed), (2, 2), "what stands behind his own wall is not counted");
        let records = w.records().await;
        assert_eq!((records.len(), records[before].count), (before + 1, 2));
        assert!(records[before].subject.is_none());
        for who in ["ria", "karin", "devi"] {
            let refused = w.person(who).looks(QueueSize(team)).await;
            assert!(matches!(refused, Err(NotDone::Denied { .. })), "{who}: {refused:?}");
        }
    }
}
