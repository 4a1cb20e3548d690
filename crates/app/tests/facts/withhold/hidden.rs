//! What is hidden meanwhile and from whom: nothing of it can be seen from the client's own pages, until it is told.

use testkit::both_engines;

use super::*;

both_engines! {
    async fn from_the_proposal_on_the_client_s_pages_are_as_if_nobody_had_looked(w: World) {
        let dossier = bilals(&w).await;
        let before = own(&w, dossier.id).await;
        assert!(!before.1.looks.is_empty() || before.0.entries.len() == 1);

        let emergency = breaks_in(&w, "tom", &BILAL).await;
        w.tom().writes(dossier.first_part(), "Ik belde de politie.").await.expect("adding is allowed");
        w.joost().looks(ListEmergencies(w.joost().member().team)).await.expect("his team");
        let notice = proposed(&w, "tom", emergency).await;
        assert_eq!(own(&w, dossier.id).await, before, "proposed");

        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        w.tom().reads(dossier.id).await.expect("still open");
        w.joost().looks(Read(notice)).await.expect("his team");
        assert_eq!(listed(&w, "joost").await, [notice]);
        w.joost().looks(ListEmergencies(w.joost().member().team)).await.expect("his team");
        reads_team_log(&w).await;
        assert_eq!(own(&w, dossier.id).await, before, "decided");

        w.clock.set("2026-03-04T09:00:00Z");
        assert_eq!(own(&w, dossier.id).await, before, "after it ended");
        for entry in w.ria().reads(dossier.id).await.expect("involved").entries {
            let own = w.bilal().looks(ReadOwnOne(entry.id)).await;
            if entry.author == w.tom().staff() {
                assert!(matches!(own, Err(NotDone::Rejected(NotThere::NotForYou))), "{own:?}");
            } else {
                own.expect("an ordinary entry");
            }
        }
    }

    async fn only_who_acts_for_the_client_is_kept_out_when_that_was_chosen(w: World) {
        let dossier = bilals(&w).await;
        let emergency = breaks_in(&w, "tom", &BILAL).await;
        let before = own(&w, dossier.id).await;

        let notice = w.tom().performs(Propose { hidden_from: HiddenFrom::ProxiesOnly, ..proposal(emergency) })
            .await.expect("the client saw it, and that is no matter");
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");

        assert_eq!(own(&w, dossier.id).await, before);
        assert!(before.1.looks.iter().any(|look| look.event == "OpenEmergency"));
    }

    async fn what_the_client_saw_is_not_withheld_any_more(w: World) {
        let dossier = bilals(&w).await;
        let emergency = breaks_in(&w, "tom", &BILAL).await;
        w.bilal().sees_looks(dossier.id).await.expect("the own dossier");

        for sequenced in [false, true] {
            if sequenced {
                w.sequences().await;
            }
            let refused = w.tom().performs(proposal(emergency)).await;
            assert!(matches!(refused, Err(NotDone::Rejected(ProposeRefused::Seen))), "{refused:?}");
        }

        assert!(own(&w, dossier.id).await.1.looks.iter().any(|look| look.emergency));
        assert!(listed(&w, "joost").await.is_empty());
    }

    async fn released_once_and_everything_appears_with_from_when_until_when(w: World) {
        let (dossier, _, notice) = proposed_by_tom(&w).await;
        w.tom().writes(dossier.first_part(), "Ik belde de politie.").await.expect("adding is allowed");
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        w.clock.set("2026-03-20T09:00:00Z");

        releases(&w, "devi", notice, true).await.expect("the deputy may as well");

        over(&releases(&w, "joost", notice, false).await);
        over(&extends(&w, "joost", notice, (REVIEW, date(2026, 4, 10))).await);
        let (read, looks) = own(&w, dossier.id).await;
        let by_tom = read.entries.iter().filter(|entry| entry.author == w.tom().staff()).count();
        assert_eq!(by_tom, 2, "the line of the product and the note of Tom");
        assert!(looks.looks.iter().any(|look| look.event == "OpenEmergency"));
        assert!(looks.looks.iter().any(|look| look.event == "ReadDossier" && look.emergency));
        let told = &looks.told_later[0];
        assert_eq!((told.from, told.until), (date(2026, 3, 2), date(2026, 3, 20)));
        assert_eq!(told.ground, Some(WithholdGround::DangerToClient));
        assert!(looks.looks.iter().all(|look| !look.event.contains("Withh")), "{:?}", looks.looks);
        assert!(listed(&w, "joost").await.is_empty());
    }

    async fn another_line_of_the_same_day_can_be_asked_about_and_stays(w: World) {
        let dossier = bilals(&w).await;
        w.ria().reads(dossier.id).await.expect("involved");
        let (_, looks) = own_pages(&w, dossier.id).await;
        let rias = looks.looks.iter().find(|it| it.staff_name == "Ria de Wit").and_then(|it| it.id).expect("numbered");
        let emergency = breaks_in(&w, "tom", &BILAL).await;
        let notice = proposed(&w, "tom", emergency).await;
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");

        w.bilal().performs(Ask { dossier: dossier.id, look: rias, words: String::new(), wants_name: false }).await.expect("asked");

        let (_, after) = own_pages(&w, dossier.id).await;
        assert_eq!(after.asked.len(), 1);
        let line = after.on_line(rias);
        assert!(after.asked_at(&line).is_some(), "the question stands at its line");
    }

    async fn the_parts_close_meanwhile_and_it_stays_what_it_is(w: World) {
        let (dossier, _, notice) = proposed_by_tom(&w).await;
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        let before = own(&w, dossier.id).await.1;

        w.ria().performs(app::dossier::Close {
            part: dossier.first_part(),
            reason: domain::ClosingReason::GoalReached,
            result: "Het gaat goed.".into(),
            contact: None, why: "Afgesloten".into(),
        }).await.expect("hers to close");

        assert_eq!(own(&w, dossier.id).await.1.looks, before.looks);
        assert_eq!(listed(&w, "joost").await, [notice]);
        releases(&w, "joost", notice, true).await.expect("also of what is closed");
    }

    async fn who_works_with_the_dossier_is_told_to_keep_quiet_and_the_client_is_not(w: World) {
        let (dossier, _, notice) = proposed_by_tom(&w).await;
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");

        assert!(w.ria().reads(dossier.id).await.expect("involved").head.withheld);
        assert!(!w.bilal().reads_own(dossier.id).await.expect("the own dossier").head.withheld);

        releases(&w, "joost", notice, true).await.expect("his team");
        assert!(!w.ria().reads(dossier.id).await.expect("involved").head.withheld);
    }

    async fn the_coordinator_s_look_before_an_approved_opening_is_hidden_with_it(w: World) {
        let dossier = bilals(&w).await;
        let protect = Protect { dossier: dossier.id, ground: ProtectionGround::Employee };
        w.ria().performs(protect).await.expect("hers");
        let before = own(&w, dossier.id).await;
        w.clock.advance(SignedDuration::from_mins(5));
        let asked = Form { reason: EmergencyReason::ClientPresent, ..form(&BILAL) };
        w.tom().performs(AskApproval { form: asked, once: w.random_id() }).await.expect("asking always works");
        w.clock.advance(SignedDuration::from_mins(5));
        let waits = w.joost().looks(ListEmergencies(w.joost().member().team)).await.expect("his team").requests;
        w.joost().signs_in_again().await;
        w.joost().performs(Approve(waits[0].id)).await.expect("his team");
        w.clock.advance(SignedDuration::from_mins(5));
        w.tom().signs_in_again().await;
        let open = Open { whom: Whom::Approved(waits[0].id), form: w.random_id() };
        let opened = w.tom().performs(open).await;
        assert!(matches!(opened, Ok(Opened::Now { .. })), "{opened:?}");
        let emergency = w.tom().looks(Begin).await.expect("carries cases").openings[0].id;
        let shown = w.joost().looks(ListEmergencies(w.joost().member().team)).await;
        shown.expect("his team");

        proposed(&w, "tom", emergency).await;

        assert_eq!(own(&w, dossier.id).await, before);
    }

    async fn the_same_form_sent_again_after_the_end_is_no_line(w: World) {
        let dossier = bilals(&w).await;
        w.tom().signs_in_again().await;
        let once = w.random_id();
        let open = || Open { whom: Whom::Sought(Box::new(form(&BILAL))), form: once };
        w.tom().performs(open()).await.expect("carries cases");
        let emergency = w.tom().looks(Begin).await.expect("carries cases").lately[0].id;
        w.clock.advance(SignedDuration::from_mins(2));
        w.tom().performs(End(emergency)).await.expect("his own");
        proposed(&w, "tom", emergency).await;
        let before = own(&w, dossier.id).await;
        w.clock.advance(SignedDuration::from_mins(2));

        let again = w.tom().performs(open()).await;

        assert!(matches!(again, Ok(Opened::Involved { .. })), "{again:?}");
        assert_eq!(own(&w, dossier.id).await, before);
        assert!(before.1.looks.iter().all(|look| look.event != "OpenEmergency"));
    }

    async fn who_works_with_another_legal_domain_is_told_of_nothing(w: World) {
        let about = [LegalDomain::Voluntary, LegalDomain::DebtCounselling];
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&about)).await;
        w.joost().assigns(dossier.part(LegalDomain::DebtCounselling), w.daan().staff()).await.expect("his team");
        w.joost().assigns(dossier.part(LegalDomain::Voluntary), w.person("samira").staff()).await.expect("his team");
        // Daan works with the debts: an emergency opens only the other part to him.
        let emergency = breaks_in(&w, "daan", &BILAL).await;
        let notice = proposed(&w, "daan", emergency).await;
        w.joost().assigns(dossier.part(LegalDomain::DebtCounselling), w.person("nadia").staff()).await.expect("his team");

        assert!(w.person("samira").reads(dossier.id).await.expect("involved").head.withheld);
        assert!(!w.person("nadia").reads(dossier.id).await.expect("involved").head.withheld);
        w.person("samira").looks(Read(notice)).await.expect("she works with it");
        denied(&w.person("nadia").looks(Read(notice)).await);
        denied(&w.person("nadia").looks(Prepare(emergency)).await);
    }

    async fn a_worker_who_is_the_client_finds_nothing_of_it_at_work(w: World) {
        let dossier = w.ria().opens_dossier_of(NADIA).await;
        let emergency = breaks_in(&w, "tom", &NADIA).await;
        let notice = proposed(&w, "tom", emergency).await;

        let nadia = w.person("nadia");
        denied(&nadia.looks(Read(notice)).await);
        denied(&nadia.looks(Prepare(emergency)).await);
        denied(&nadia.performs(proposal(emergency)).await);
        denied(&nadia.reads(dossier.id).await);
    }

    async fn each_step_is_on_the_record_with_the_client_it_is_about(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        let subject = w.last_record().await.subject;
        assert!(subject.is_some());

        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        let decided = w.last_record().await;
        assert_eq!(decided.event, "DecideWithheld");
        assert_eq!(decided.policies, ["coordinator-decides-withholding"]);
        assert!(decided.items.contains(&notice.uuid()));
        w.joost().looks(List).await.expect("his team");
        let of_client = w.records().await.into_iter()
            .filter(|record| record.event == "ListWithheld" && record.subject == subject).count();
        assert_eq!(of_client, 1, "the list is a look at each client on it");
    }
}
