//! What does not open, and asking the coordinator (ACC-03): one answer for everything, extra protection by a live approval.

use testkit::both_engines;

use super::*;

both_engines! {
    async fn of_everything_that_does_not_open_there_is_one_answer_and_a_record(w: World) {
        let everything = Everything::build(&w).await;

        for (what, who, form) in everything.tries() {
            let answer = opens(&w, who, form).await.expect("it answers");
            let record = w.last_record().await;

            assert_eq!(answer, Opened::Cannot, "{what}");
            assert_eq!((record.event.as_str(), record.outcome), ("OpenEmergency", Outcome::Denied), "{what}");
            assert!(record.emergency, "{what}");
            assert!(record.items.is_empty(), "{what}");
        }
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, 0);
    }

    async fn what_does_not_open_costs_the_same_whatever_the_reason(w: World) {
        let everything = Everything::build(&w).await;
        let mut costs = Vec::new();

        for (what, who, form) in everything.tries() {
            w.person(who).signs_in_again().await;
            // The key of the controller is at hand, or is not, whoever is asked about.
            asks(&w, who, form.clone()).await;
            let asker = w.person(who).asker().await;
            let open = Open { whom: Whom::Sought(Box::new(form.clone())), form: w.random_id() };
            let ask = Ask { form, once: w.random_id() };
            let before = store::tally();
            w.app.perform(asker, open).await.expect("it answers");
            let opening = store::tally().since(before);
            w.app.perform(asker, ask).await.expect("it answers");
            costs.push((what, opening, store::tally().since(before)));
        }

        let (_, opening, both) = costs[0];
        assert!(opening.statements >= 4 && opening.decisions >= 7, "{opening:?}");
        assert!(costs.iter().all(|cost| (cost.1, cost.2) == (opening, both)), "{costs:?}");
    }

    async fn asking_always_works_and_only_the_coordinator_knows_whether_there_is_anything(w: World) {
        let everything = Everything::build(&w).await;
        let mut own = Vec::new();

        for (what, who, form) in everything.tries() {
            asks(&w, who, form).await;
            own.push((what, who));
        }

        for (what, who) in own {
            let mine = w.person(who).looks(Begin).await.expect("carries cases").requests;
            assert!(mine.iter().all(|it| matches!(it.stage, Stage::Asked { .. })), "{what}");
        }
        let of_noord = waiting(&w, "joost").await;
        let approvable: Vec<&str> =
            of_noord.iter().filter(|it| it.approvable).map(|it| it.name.as_str()).collect();
        assert_eq!(approvable, ["Samira Haddad"], "extra protection, asked by somebody without a wall");
        for it in of_noord.iter().filter(|it| !it.approvable) {
            denied(&approves(&w, "joost", it.id).await);
        }
    }

    async fn extra_protection_opens_after_a_live_approval_once_and_within_the_hour(w: World) {
        let dossier = bilals(&w).await;
        w.ria().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Employee }).await.expect("hers");
        assert_eq!(opens(&w, "tom", form(&BILAL)).await.ok(), Some(Opened::Cannot));
        asks(&w, "tom", form(&BILAL)).await;
        let request = waiting(&w, "devi").await[0].id;
        assert_eq!(opens_approved(&w, "tom", request).await, Opened::Cannot, "not approved yet");

        approves(&w, "devi", request).await.expect("the deputy may as well");

        let second = approves(&w, "joost", request).await;
        assert!(matches!(second, Err(NotDone::Rejected(ApproveRefused::NotWaiting))), "{second:?}");
        assert_eq!(opens_approved(&w, "samira", request).await, Opened::Cannot, "it is Tom's");
        assert!(matches!(opens_approved(&w, "tom", request).await, Opened::Now { .. }));
        w.tom().reads(dossier.id).await.expect("open");
        w.tom().performs(End(access(&w, "tom").await)).await.expect("his own");
        assert_eq!(opens_approved(&w, "tom", request).await, Opened::Cannot, "an approval opens once");

        asks(&w, "tom", form(&BILAL)).await;
        let late = waiting(&w, "joost").await[0].id;
        approves(&w, "joost", late).await.expect("his team");
        w.clock.advance(SignedDuration::from_mins(61));
        assert_eq!(opens_approved(&w, "tom", late).await, Opened::Cannot, "not live any more");
    }

    async fn nobody_approves_their_own_question(w: World) {
        let dossier = bilals(&w).await;
        w.ria().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Employee }).await.expect("hers");

        asks(&w, "joost", form(&BILAL)).await;

        assert!(waiting(&w, "joost").await.is_empty());
        let request = waiting(&w, "devi").await[0].id;
        denied(&approves(&w, "joost", request).await);
        denied(&approves(&w, "karin", request).await);
        denied(&approves(&w, "tom", request).await);
        approves(&w, "devi", request).await.expect("the deputy");
    }

    async fn behind_a_wall_a_question_of_another_team_does_not_exist(w: World) {
        let dossier = bilals(&w).await;
        w.ria().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Employee }).await.expect("hers");
        let about = About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) };
        w.joost().performs(Declare { kind: ConflictKind::Relative, about }).await.expect("declared");
        w.store
            .give_mail_address(w.joost().member().account, "joost@voorbeeldstad.example".parse().expect("an address"))
            .await
            .expect("an account");

        asks(&w, "tom", form(&BILAL)).await;

        assert!(waiting(&w, "joost").await.is_empty(), "it would tell that his team has the dossier");
        assert_eq!(w.joost().looks(app::emergency::Count(w.joost().member().team)).await.expect("his team"), 0);
        assert_eq!(count(&w, "SELECT COUNT(*) FROM outbox").await, 0);
        assert_eq!(waiting(&w, "devi").await.len(), 1);
        assert_eq!(waiting(&w, "karin").await.len(), 1, "whose own worker asks");
        // A question of the own team's worker is seen as each of them is, whoever it is about.
        asks(&w, "samira", form(&BILAL)).await;
        let own = waiting(&w, "joost").await;
        assert!(own.len() == 1 && !own[0].approvable);
    }

    async fn danger_opens_extra_protection_at_once(w: World) {
        let dossier = bilals(&w).await;
        w.ria().performs(Protect { dossier: dossier.id, ground: ProtectionGround::SecretAddress }).await.expect("hers");

        let answer = opens(&w, "tom", because(EmergencyReason::ImmediateDanger, &BILAL)).await;

        assert!(matches!(answer, Ok(Opened::Now { .. })), "{answer:?}");
        w.tom().reads(dossier.id).await.expect("open");
        assert_eq!(w.tom().looks(ChooseOwn).await.expect("a list").len(), 1);
    }

    async fn a_wall_that_came_after_the_approval_holds(w: World) {
        let dossier = bilals(&w).await;
        w.ria().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Employee }).await.expect("hers");
        asks(&w, "tom", form(&BILAL)).await;
        let request = waiting(&w, "joost").await[0].id;
        approves(&w, "joost", request).await.expect("his team");

        w.joost().performs(Exclude { dossier: dossier.id, staff: w.tom().staff() }).await.expect("his team");

        assert_eq!(opens_approved(&w, "tom", request).await, Opened::Cannot);
    }

    async fn attempts_count_with_the_searches_of_the_day(w: World) {
        let nobody = Resident { surname: "Niemand", ..BILAL };
        w.tom().signs_in_again().await;
        for _ in 0..30 {
            let open = Open { whom: Whom::Sought(Box::new(form(&nobody))), form: w.random_id() };
            assert!(matches!(w.tom().performs(open).await, Ok(Opened::Cannot)));
        }

        let open = Open { whom: Whom::Sought(Box::new(form(&nobody))), form: w.random_id() };
        let refused = w.tom().performs(open).await;

        assert!(matches!(refused, Err(NotDone::Rejected(OpenRefused::TooMany))), "{refused:?}");
        asks(&w, "tom", form(&nobody)).await;
    }
}

/// Every reason for which nothing opens.
struct Everything;

const RELATIVE: Resident = Resident { surname: "de Boer", bsn: "012345672", who: None, ..FATMA };

impl Everything {
    async fn build(w: &World) -> Self {
        // Of Nadia herself; a relative of Samira's; Bilal excluded Daan; Fatma has extra protection.
        w.ria().opens_dossier_of(NADIA).await;
        w.ria().opens_dossier_of(RELATIVE).await;
        let about =
            About::Person { surname: RELATIVE.surname.into(), birth_date: BirthDate::full(RELATIVE.born) };
        w.tom().performs(Declare { kind: ConflictKind::Relative, about }).await.expect("declared");
        let bilal = w.ria().opens_dossier_of(BILAL).await;
        w.joost().performs(Exclude { dossier: bilal.id, staff: w.tom().staff() }).await.expect("his team");
        let fatma = w.ria().opens_dossier_of(FATMA).await;
        w.ria()
            .performs(Protect { dossier: fatma.id, ground: ProtectionGround::Safety })
            .await
            .expect("hers");
        w.wouter().opens_dossier_of(Resident { surname: "Westers", who: None, ..BILAL }).await;
        Self
    }

    fn tries(&self) -> Vec<(&'static str, &'static str, Form)> {
        let nobody = Resident { surname: "Niemand", ..BILAL };
        let elsewhere = Resident { surname: "Westers", ..BILAL };
        vec![
            ("nobody", "samira", form(&nobody)),
            ("another controller", "samira", form(&elsewhere)),
            ("another domain", "petra", form(&BILAL)),
            ("the own dossier", "nadia", form(&NADIA)),
            ("a declared relative", "tom", form(&RELATIVE)),
            ("excluded by the client", "tom", form(&BILAL)),
            ("extra protection", "samira", form(&FATMA)),
        ]
    }
}
