//! What a resident sees: the own dossier, what is delayed, and who looked.
//! Every fact runs on both engines.

use app::NotDone;
use app::entry::Write;
use app::portal::{LooksRead, OwnRead, ReadOwnOne};
use domain::LegalDomain::{DebtCounselling, Voluntary, Wmo};
use domain::{DelayGround, Visibility};
use jiff::SignedDuration;
use testkit::{BILAL, Dossier, FATMA, Intake, World, both_engines};

/// A note that the client reads from the ninth of March on.
fn delayed(w: &World, dossier: &Dossier, announced: bool) -> Write {
    let mut note = w.ria().note(dossier.first_part(), "Eerst de huisarts bellen.");
    note.visibility = Visibility::Delayed {
        until: jiff::civil::date(2026, 3, 9),
        ground: DelayGround::ToldInPersonFirst,
        announced,
    };
    note
}

/// Everything a resident is shown.
async fn shown(w: &World, dossier: &Dossier) -> (OwnRead, LooksRead) {
    let read = w.bilal().reads_own(dossier.id).await.expect("the own dossier");
    let looks = w.bilal().sees_looks(dossier.id).await.expect("the own dossier");
    (read, looks)
}

/// The looks without their numbers: a line that waits has none yet.
fn told(looks: &LooksRead) -> Vec<String> {
    let told = looks.looks.iter().map(|look| {
        format!(
            "{} {} {} {} {} {}",
            look.at, look.staff_name, look.function, look.team_name, look.event, look.basis
        )
    });
    told.collect()
}

/// Everything that was shown, texts included.
fn in_full(shown: &(OwnRead, LooksRead)) -> String {
    let texts = shown.0.entries.iter().map(|entry| format!("{}\n{}\n", &*entry.facts, &*entry.opinion));
    format!("{:#?}\n{}", shown, texts.collect::<String>())
}

both_engines! {
    async fn a_note_is_readable_at_once(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("written");

        let (read, _) = shown(&w, &dossier).await;

        assert_eq!(read.entries[0].facts, "Bilal belde.");
        assert_eq!(read.involved[0].name, "Ria de Wit");
    }

    async fn a_hidden_note_changes_no_byte_of_what_the_resident_is_shown(w: World) {
        let other = World::on(w.engine()).await;
        let mut answers = Vec::new();
        for (world, hides) in [(&w, true), (&other, false)] {
            let dossier = world.ria().takes_in(Intake::of(BILAL).about(&[Voluntary, Wmo])).await;
            let of_fatma = world.ria().opens_dossier_of(FATMA).await;
            world.ria().writes(dossier.first_part(), "Zichtbaar.").await.expect("written");
            world.clock.advance(SignedDuration::from_mins(2));
            // In the other world the same note goes to somebody else: the log grows alike, the ids are alike.
            let mut note = delayed(world, &dossier, false);
            if !hides {
                note.part = of_fatma.first_part();
            }
            world.ria().performs(note).await.expect("written");
            world.clock.advance(SignedDuration::from_mins(2));
            world.ria().reads(dossier.id).await.expect("involved");
            let before = in_full(&shown(world, &dossier).await);
            world.sequences().await;
            answers.push([before, in_full(&shown(world, &dossier).await)]);
        }

        assert_eq!(answers[0], answers[1]);
        assert!(answers[0][0].contains("Zichtbaar."));
    }

    async fn a_hidden_note_is_there_from_its_day_on(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().performs(delayed(&w, &dossier, false)).await.expect("written");

        let mut seen = Vec::new();
        // The ninth begins in Amsterdam at 23:00 UTC of the eighth.
        for instant in ["2026-03-02T10:00:00Z", "2026-03-08T22:59:59Z", "2026-03-08T23:00:00Z"] {
            w.clock.set(instant);
            let (read, _) = shown(&w, &dossier).await;
            seen.push((read.entries.len(), read.announced.len()));
        }

        assert_eq!(seen, [(0, 0), (0, 0), (1, 0)]);
        assert_eq!(w.ria().reads(dossier.id).await.expect("involved").entries.len(), 1, "the worker sees it always");
    }

    async fn a_hidden_note_does_not_open_by_its_id(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let hidden = w.ria().performs(delayed(&w, &dossier, true)).await.expect("written").entry;

        let early = w.bilal().looks(ReadOwnOne(hidden)).await;
        w.clock.set("2026-03-09T09:00:00Z");
        let in_time = w.bilal().looks(ReadOwnOne(hidden)).await;

        assert!(matches!(early, Err(NotDone::Rejected(_))), "{early:?}");
        assert_eq!(in_time.expect("its day has come").entry.facts, "Eerst de huisarts bellen.");
        assert!(matches!(w.fatma().looks(ReadOwnOne(hidden)).await, Err(NotDone::Denied { .. })));
    }

    async fn an_announced_note_tells_its_day_and_not_its_text(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().performs(delayed(&w, &dossier, true)).await.expect("written");

        let (read, _) = shown(&w, &dossier).await;

        assert!(read.entries.is_empty());
        assert_eq!(read.announced[0].visible_from, jiff::civil::date(2026, 3, 9));
        assert!(!format!("{read:?}").contains("huisarts"));
    }

    async fn danger_and_investigations_are_never_announced(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;

        for ground in DelayGround::ALL {
            let mut note = delayed(&w, &dossier, true);
            if let Visibility::Delayed { ground: of, .. } = &mut note.visibility {
                *of = *ground;
            }
            let done = w.ria().performs(note).await;
            let refused = matches!(done, Err(NotDone::Rejected(app::entry::WriteRefused::NotAnnounced)));
            assert_eq!(refused, !ground.may_be_announced(), "{ground:?}: {done:?}");
        }
    }

    async fn a_delay_ends_after_today_and_within_ninety_days(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let until = |until| Write {
            visibility: Visibility::Delayed { until, ground: DelayGround::ToldInPersonFirst, announced: true },
            ..w.ria().note(dossier.first_part(), "Later.")
        };

        assert!(w.ria().performs(until(jiff::civil::date(2026, 3, 2))).await.is_err());
        assert!(w.ria().performs(until(jiff::civil::date(2026, 3, 3))).await.is_ok());
        assert!(w.ria().performs(until(jiff::civil::date(2026, 5, 31))).await.is_ok());
        assert!(w.ria().performs(until(jiff::civil::date(2026, 6, 1))).await.is_err());
    }

    async fn who_looked_is_the_same_before_and_after_it_is_numbered(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo, DebtCounselling])).await;
        w.joost().assigns(dossier.part(Wmo), w.petra().staff()).await.expect("assigned");
        w.joost().assigns(dossier.part(DebtCounselling), w.daan().staff()).await.expect("assigned");
        for who in [w.ria(), w.petra(), w.daan(), w.ria()] {
            w.clock.advance(SignedDuration::from_secs(30));
            who.reads(dossier.id).await.expect("involved");
        }

        let before = told(&w.bilal().sees_looks(dossier.id).await.expect("the own dossier"));
        w.sequences().await;
        let after = told(&w.bilal().sees_looks(dossier.id).await.expect("the own dossier"));
        w.ria().reads(dossier.id).await.expect("involved");
        let half = told(&w.bilal().sees_looks(dossier.id).await.expect("the own dossier"));

        assert_eq!(before, after);
        assert_eq!(half[1..], before[..]);
        assert_eq!(before.len(), 4, "{before:#?}");
        assert!(before.iter().any(|look| look.contains("Petra Mulder")));
    }

    async fn own_looks_writing_and_refusals_are_no_looks(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("written");
        w.samira().reads(dossier.id).await.expect_err("not involved");
        shown(&w, &dossier).await;
        w.ria().looks(app::caseload::ListOwn(app::caseload::Filter::default())).await.expect("hers");

        for _ in 0..2 {
            let (_, looks) = shown(&w, &dossier).await;
            assert!(looks.looks.is_empty(), "{looks:?}");
            w.sequences().await;
        }
    }

    async fn a_look_at_somebody_else_is_not_told(w: World) {
        let of_bilal = w.ria().opens_dossier_of(BILAL).await;
        let of_fatma = w.ria().opens_dossier_of(FATMA).await;
        w.ria().reads(of_fatma.id).await.expect("involved");

        assert!(w.bilal().sees_looks(of_bilal.id).await.expect("the own dossier").looks.is_empty());
        assert_eq!(w.fatma().sees_looks(of_fatma.id).await.expect("the own dossier").looks.len(), 1);
    }

    async fn both_controllers_are_on_the_residents_first_page(w: World) {
        let here = w.ria().opens_dossier_of(BILAL).await;
        let there = w.wouter().opens_dossier_of(BILAL).await;

        let home = w.bilal().looks(app::portal::Home).await.expect("the own page");

        let dossiers: Vec<_> = home.iter().map(|own| own.dossier).collect();
        assert_eq!(dossiers, [here.id, there.id]);
        assert!(w.wouter().reads(here.id).await.is_err());
    }
}
