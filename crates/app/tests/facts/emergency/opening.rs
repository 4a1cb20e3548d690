//! Opening it (ACC-03): who may, what opens, once at a time, and that an ordinary open costs no more.

use testkit::both_engines;

use super::*;

/// What one look at a dossier with one part costs, its record included; with what emergency access needs to know in it.
const STATEMENTS_OF_AN_OPEN: u64 = 11;
const DECISIONS_OF_AN_OPEN: u64 = 1;

both_engines! {
    async fn an_ordinary_open_makes_as_many_statements_and_decisions_as_before(w: World) {
        let dossier = bilals(&w).await;
        w.ria().reads(dossier.id).await.expect("involved");
        let asker = w.ria().asker().await;
        let before = store::tally();

        let look = app::dossier::ReadIt { dossier: dossier.id, page: 0, take: app::dossier::PAGE };
        let found = w.app.look(asker, look).await.expect("involved");

        found.done().await.expect("recorded");
        let cost = store::tally().since(before);
        assert_eq!((cost.statements, cost.decisions), (STATEMENTS_OF_AN_OPEN, DECISIONS_OF_AN_OPEN));
    }

    async fn who_is_not_involved_opens_it_reads_adds_and_nothing_else(w: World) {
        let dossier = bilals(&w).await;
        denied(&w.tom().reads(dossier.id).await);

        assert_eq!(opened(&w, "tom", &BILAL).await, dossier.id);

        let read = w.tom().reads(dossier.id).await.expect("open");
        assert!(read.emergency.is_some() && read.is_only_emergency());
        let kinds: Vec<&str> = read.entries.iter().map(|entry| entry.kind.as_str()).collect();
        assert_eq!(kinds, ["emergency", "phone"], "it stands in the dossier itself");
        assert_eq!(&*read.entries[0].facts, "Staat aan de balie, kan niet wachten.");
        let phone = read.entries[1].id;
        w.tom().looks(ReadOne(phone)).await.expect("open");
        w.tom().writes(dossier.first_part(), "Gesproken aan de balie.").await.expect("adding is allowed");
        let people = w.tom().looks(app::people::ReadThem(dossier.id)).await.expect("whom to call");
        assert!(people.kept.is_empty());
        let end = app::people::EndPerson {
            dossier: dossier.id,
            known: (domain::PeopleFactId(w.random_id()), domain::PeopleVersionId(w.random_id())),
            on: domain::amsterdam_date(w.now()),
            reason: domain::people::EndReason::Over,
        };
        denied(&w.tom().performs(end).await);
        denied(&w.tom().corrects(phone, 1, "Anders.").await);
        denied(&w.tom().performs(Hide { entry: phone, audience: ShieldAudience::OtherWorkers, staff: None }).await);
        denied(&w.tom().assigns(dossier.first_part(), w.tom().staff()).await);
        denied(&w.tom().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Safety }).await);
        let involvement = read.involved[0].id;
        denied(&w.tom().ends(involvement).await);
        let list = w.tom().looks(ChooseOwn).await.expect("a list");
        assert_eq!(list.len(), 1, "the list shows it as well");
        assert_eq!(list[0].domains, [(LegalDomain::Voluntary, "emergency".to_owned())]);
        assert_eq!(list[0].fields.full_name(), "Bilal Amrani");
    }

    async fn a_second_window_finds_the_first_and_lengthens_nothing(w: World) {
        let dossier = bilals(&w).await;
        let Ok(Opened::Now { until, .. }) = opens(&w, "tom", form(&BILAL)).await else { panic!("it opens") };
        w.clock.advance(SignedDuration::from_mins(3));

        let longer = Form { length: EmergencyLength::Eight, ..form(&BILAL) };
        let second = opens(&w, "tom", longer).await.expect("it answers");

        assert_eq!(second, Opened::Already { dossier: dossier.id, until });
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, 1);
    }

    async fn two_windows_at_once_open_one_access(w: World) {
        bilals(&w).await;
        w.tom().signs_in_again().await;
        let asker = w.tom().asker().await;
        let open = |id| Open { whom: Whom::Sought(Box::new(form(&BILAL))), form: id };
        let (one, two) = (open(w.random_id()), open(w.random_id()));

        let (one, two) = tokio::join!(w.app.perform(asker, one), w.app.perform(asker, two));

        let both = [one.expect("it answers"), two.expect("it answers")];
        let now = both.iter().filter(|it| matches!(it, Opened::Now { .. })).count();
        assert_eq!(now, 1, "{both:?}");
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, 1);
        assert_eq!(count(&w, "SELECT COUNT(*) FROM entry WHERE kind = 'emergency'").await, 1);
    }

    async fn a_name_that_is_mended_in_the_same_form_is_looked_for(w: World) {
        let dossier = bilals(&w).await;
        w.tom().signs_in_again().await;
        let before = count(&w, "SELECT COUNT(*) FROM existence_check").await;
        let token = w.random_id();
        let open = |form| Open { whom: Whom::Sought(Box::new(form)), form: token };
        let nobody = Resident { surname: "Amrany", ..BILAL };

        assert_eq!(w.tom().performs(open(form(&nobody))).await.ok(), Some(Opened::Cannot));
        let mended = w.tom().performs(open(form(&BILAL))).await;
        let again = w.tom().performs(open(form(&BILAL))).await;
        let searches = count(&w, "SELECT COUNT(*) FROM existence_check").await;

        assert!(matches!(mended, Ok(Opened::Now { .. })), "{mended:?}");
        assert_eq!(again.ok(), Some(Opened::Involved { dossier: dossier.id }), "what the first one opened");
        w.tom().performs(Ask { form: form(&nobody), once: token }).await.expect("asking always works");
        for _ in 0..2 {
            w.tom().performs(Ask { form: form(&BILAL), once: token }).await.expect("asking always works");
        }
        assert_eq!(searches - before, 2);
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_request").await, 2);
    }

    async fn a_form_sent_twice_opens_once_also_after_the_end(w: World) {
        let dossier = bilals(&w).await;
        w.tom().signs_in_again().await;
        let open = Open { whom: Whom::Sought(Box::new(form(&BILAL))), form: w.random_id() };
        w.tom().performs(open.clone()).await.expect("it opens");
        w.tom().performs(End(access(&w, "tom").await)).await.expect("his own");

        w.tom().performs(open).await.expect("it answers");

        denied(&w.tom().reads(dossier.id).await);
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, 1);
    }

    async fn when_the_record_cannot_be_written_nothing_opens(w: World) {
        let dossier = bilals(&w).await;
        w.tom().signs_in_again().await;

        for fault in [store::Fault::InsertFails, store::Fault::CommitFails] {
            let asker = w.tom().asker().await;
            w.breaks(Some(fault));
            let open = Open { whom: Whom::Sought(Box::new(form(&BILAL))), form: w.random_id() };
            assert!(matches!(w.app.perform(asker, open).await, Err(NotDone::Failed(_))));
            w.breaks(None);
        }

        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, 0);
        assert_eq!(count(&w, "SELECT COUNT(*) FROM entry WHERE kind = 'emergency'").await, 0);
        denied(&w.tom().reads(dossier.id).await);
    }

    async fn whoever_carries_no_cases_has_no_emergency(w: World) {
        bilals(&w).await;
        for who in ["kees", "ingeborg", "lotte"] {
            denied(&opens(&w, who, form(&BILAL)).await);
            denied(&w.person(who).looks(Begin).await);
        }
        let late = w.tom();
        late.signs_in().await;
        w.clock.advance(SignedDuration::from_mins(14));
        let stale = late.performs(Open { whom: Whom::Sought(Box::new(form(&BILAL))), form: w.random_id() }).await;
        assert!(
            matches!(&stale, Err(NotDone::Denied { policies }) if *policies == ["wall-stale-sign-in"]),
            "{stale:?}"
        );
    }

    async fn it_reaches_the_domains_of_the_function_only(w: World) {
        use LegalDomain::{Participation, Voluntary, Wmo};
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[Wmo, Voluntary]).with_bsn()).await;
        let by_number = Form { surname: String::new(), birth_date: BirthDate::UNKNOWN,
                               bsn: Some(domain::Bsn::parse(BILAL.bsn).expect("a number")), ..form(&BILAL) };

        assert!(matches!(opens(&w, "petra", by_number).await, Ok(Opened::Now { .. })));

        let read = w.petra().reads(dossier.id).await.expect("open");
        let domains: Vec<LegalDomain> = read.head.parts.iter().map(|part| part.domain).collect();
        assert_eq!(domains, [Wmo]);
        assert!(read.entries.iter().all(|entry| entry.domain == Wmo));
        let _ = Participation;
    }

    async fn who_works_with_one_part_opens_the_others_and_who_works_with_all_needs_none(w: World) {
        use LegalDomain::{DebtCounselling, Voluntary};
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[DebtCounselling, Voluntary]).for_the_queue()).await;
        w.joost().assigns(dossier.part(Voluntary), w.person("samira").staff()).await.expect("his team");
        assert!(w.person("samira").reads(dossier.id).await.expect("involved").emergency.is_none());

        let answer = opens(&w, "samira", form(&BILAL)).await;

        assert!(matches!(answer, Ok(Opened::Now { .. })), "{answer:?}");
        let read = w.person("samira").reads(dossier.id).await.expect("open");
        assert!(read.emergency.is_some() && read.works_with == [Voluntary], "the rest is not hers to change");
        let entries: Vec<LegalDomain> = read.entries.iter().map(|entry| entry.domain).collect();
        assert_eq!(entries, [DebtCounselling], "only what she did not work with was opened");
        w.joost().assigns(dossier.part(DebtCounselling), w.person("samira").staff()).await.expect("his team");
        assert_eq!(opens(&w, "samira", form(&BILAL)).await.ok(), Some(Opened::Involved { dossier: dossier.id }));
        assert!(w.person("samira").reads(dossier.id).await.expect("involved").emergency.is_none());
    }
}
