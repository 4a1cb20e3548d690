//! What stands between a worker and a dossier: declared conflicts (ACC-05), the client's wish, hidden entries
//! (RGT-R11), extra protection (ACC-03), and a deputy without an absent coordinator (ACC-09).

use app::NotDone;
use app::caseload::ChooseOwn;
use app::entry::{Hide, LiftShield, ReadShields, ShieldRefused};
use app::involvement::{Assign, AssignRefused, EndRefused, Queue, ReadWho};
use app::standing::{
    About, AbsenceRefused, Declare, DeclareRefused, EndConflict, EndTeamAbsence, Exclude, ExcludeRefused,
    Include, LiftProtection, NotHeld, OwnAbsence, Protect, ReadExcluded, ReadOwn, ReadProtected,
    ReadTeamStanding, TeamAbsence,
};
use domain::{
    BirthDate, ConflictKind, DossierId, LegalDomain, LiftGround, ProtectionGround, RoleInCase, ShieldAudience,
};
use jiff::SignedDuration;
use testkit::{BILAL, Dossier, FATMA, Intake, Outcome, Resident, World, both_engines};

fn somebody(of: &Resident) -> About {
    let born = BirthDate::from_fields(
        &of.born.day().to_string(),
        &of.born.month().to_string(),
        &of.born.year().to_string(),
        jiff::civil::date(2026, 11, 1),
    );
    About::Person { surname: of.surname.to_owned(), birth_date: born.expect("a birth date") }
}

async fn ria_declares(w: &World, about: About) {
    w.ria().performs(Declare { kind: ConflictKind::Relative, about }).await.expect("declared");
}

async fn assigned(w: &World, dossier: &Dossier, who: &'static str) -> Result<(), NotDone<AssignRefused>> {
    let deed = Assign {
        part: dossier.first_part(),
        staff: w.person(who).staff(),
        role: RoleInCase::Support,
        reason: "Kent de wijk.".into(),
        from: None,
        until: None,
    };
    w.joost().performs(deed).await.map(|_| ())
}

async fn numbers_in_caseload(w: &World, who: &'static str) -> usize {
    w.person(who).looks(ChooseOwn).await.expect("a list").len()
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

async fn hides(w: &World, who: &'static str, entry: domain::EntryId, from: Option<&'static str>) {
    let audience = if from.is_some() { ShieldAudience::OneWorker } else { ShieldAudience::OtherWorkers };
    let staff = from.map(|who| w.person(who).staff());
    w.person(who).performs(Hide { entry, audience, staff }).await.expect("hidden");
}

both_engines! {
    async fn who_declares_a_conflict_is_out_at_once_also_when_involved(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let other = w.ria().opens_dossier_of(FATMA).await;
        w.ria().reads(dossier.id).await.expect("involved");

        ria_declares(&w, somebody(&BILAL)).await;

        denied(&w.ria().reads(dossier.id).await);
        denied(&w.ria().writes(dossier.first_part(), "Nog iets.").await);
        w.ria().reads(other.id).await.expect("nothing was declared about her");
        assert_eq!(numbers_in_caseload(&w, "ria").await, 1);
    }

    async fn a_conflict_declared_before_the_client_came_holds_as_well(w: World) {
        ria_declares(&w, somebody(&BILAL)).await;

        let dossier = w.ria().takes_in(Intake::of(BILAL)).await;

        denied(&w.ria().reads(dossier.id).await);
        let queue = w.joost().looks(Queue::of(w.joost().member().team)).await.expect("his team").waiting;
        assert_eq!(queue.len(), 1, "the question waits for somebody else");
    }

    async fn who_lives_at_a_declared_address_is_behind_the_wall(w: World) {
        let mut at_home = Intake::of(BILAL);
        at_home.address = "Voorbeeldkade 12\n1234 AB Waterrijk".into();
        let dossier = w.ria().takes_in(at_home).await;
        w.ria().reads(dossier.id).await.expect("involved");

        ria_declares(&w, About::Address("voorbeeldkade 12, 1234ab".into())).await;

        denied(&w.ria().reads(dossier.id).await);
    }

    async fn nothing_can_be_read_back_from_a_declaration(w: World) {
        w.ria().opens_dossier_of(BILAL).await;

        ria_declares(&w, somebody(&BILAL)).await;
        ria_declares(&w, somebody(&FATMA)).await;

        let own = w.ria().looks(ReadOwn).await.expect("her own");
        assert_eq!(own.conflicts.len(), 2, "the same for a client and for nobody");
        let kept = w.raw().rows("SELECT kind, about FROM conflict").await;
        assert!(kept.iter().all(|row| row[0].text() == "relative" && row[1].text() == "name-birth"));
        let record = w.last_record().await;
        assert!(record.subject.is_none(), "whom it is about is not on the record either");
    }

    async fn a_declaration_that_says_too_little_is_refused(w: World) {
        let nameless = About::Person { surname: " - ".into(), birth_date: BirthDate::UNKNOWN };
        for about in [nameless, About::Address("Voorbeeldkade 12".into())] {
            let refused = w.ria().performs(Declare { kind: ConflictKind::Other, about }).await;
            assert!(matches!(refused, Err(NotDone::Rejected(DeclareRefused::TooLittle))), "{refused:?}");
        }
    }

    async fn nobody_takes_down_their_own_wall(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        ria_declares(&w, somebody(&BILAL)).await;
        w.joost().performs(Declare { kind: ConflictKind::Neighbour, about: somebody(&FATMA) }).await.expect("declared");
        let team = w.joost().member().team;
        let known = w.joost().looks(ReadTeamStanding(team)).await.expect("his team").conflicts;
        let of = |who: &'static str| {
            known.iter().find(|it| it.staff == w.person(who).staff()).expect("declared").id
        };

        denied(&w.ria().performs(EndConflict { team, conflict: of("ria") }).await);
        let own = w.joost().performs(EndConflict { team, conflict: of("joost") }).await;
        assert!(matches!(own, Err(NotDone::Rejected(NotHeld))), "{own:?}");
        w.joost().performs(EndConflict { team, conflict: of("ria") }).await.expect("the coordinator may");

        w.ria().reads(dossier.id).await.expect("involved, and no wall any more");
    }

    async fn a_worker_behind_a_wall_is_not_assigned_and_nobody_says_why(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.person("samira").performs(Declare { kind: ConflictKind::Relative, about: somebody(&BILAL) }).await.expect("declared");

        let refused = assigned(&w, &dossier, "samira").await;

        assert!(matches!(refused, Err(NotDone::Rejected(AssignRefused::DoesNotFit))), "{refused:?}");
    }

    async fn an_excluded_worker_is_out_and_only_the_coordinator_knows_why(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let staff = w.ria().staff();
        w.joost().performs(Exclude { dossier: dossier.id, staff }).await.expect("his team");

        denied(&w.ria().reads(dossier.id).await);
        denied(&w.ria().looks(ReadWho(dossier.id)).await);
        denied(&w.ria().looks(ReadExcluded(dossier.id)).await);
        assert_eq!(numbers_in_caseload(&w, "ria").await, 0);
        let twice = w.joost().performs(Exclude { dossier: dossier.id, staff }).await;
        assert!(matches!(twice, Err(NotDone::Rejected(ExcludeRefused::NotNow))), "{twice:?}");

        let excluded = w.joost().looks(ReadExcluded(dossier.id)).await.expect("his team");
        let exclusion = excluded.exclusions[0].id;
        w.joost().performs(Include { dossier: dossier.id, exclusion }).await.expect("the client changed their mind");
        w.ria().reads(dossier.id).await.expect("involved as before");
    }

    async fn the_answer_to_an_excluded_worker_is_that_of_a_dossier_that_is_not_there(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().performs(Exclude { dossier: dossier.id, staff: w.ria().staff() }).await.expect("his team");

        let here = w.ria().reads(dossier.id).await;
        let nowhere = w.ria().reads(DossierId(w.random_id())).await;

        assert_eq!(format!("{here:?}"), format!("{nowhere:?}"));
    }

    async fn a_hidden_entry_was_never_written_for_whom_it_is_hidden_from(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        assigned(&w, &dossier, "samira").await.expect("fits");
        w.ria().writes(dossier.first_part(), "Voor iedereen.").await.expect("involved");
        let before = w.person("samira").reads(dossier.id).await.expect("involved");
        let listed = w.person("samira").looks(ChooseOwn).await.expect("a list");
        w.clock.advance(SignedDuration::from_hours(2));
        let secret = w.ria().writes(dossier.first_part(), "Alleen voor Ria.").await.expect("involved").entry;

        hides(&w, "ria", secret, None).await;

        assert_eq!(w.person("samira").reads(dossier.id).await.expect("involved"), before);
        assert_eq!(w.person("samira").looks(ChooseOwn).await.expect("a list"), listed, "also no newer date");
        denied(&w.person("samira").looks(app::entry::ReadOne(secret)).await);
        denied(&w.person("samira").looks(ReadShields(secret)).await);
        assert_eq!(w.ria().reads(dossier.id).await.expect("the author").entries.len(), 2);
        assert_eq!(w.bilal().reads_own(dossier.id).await.expect("his own").entries.len(), 2);
    }

    async fn an_entry_hidden_from_one_worker_is_read_by_another(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        for who in ["samira", "daan"] {
            let _ = assigned(&w, &dossier, who).await;
        }
        assigned(&w, &dossier, "joost").await.expect("a coordinator may carry a case");
        let entry = w.ria().writes(dossier.first_part(), "Niet voor Samira.").await.expect("involved").entry;

        hides(&w, "ria", entry, Some("samira")).await;

        denied(&w.person("samira").looks(app::entry::ReadOne(entry)).await);
        w.joost().looks(app::entry::ReadOne(entry)).await.expect("not hidden from him");
        let again = Hide { entry, audience: ShieldAudience::OneWorker, staff: Some(w.person("samira").staff()) };
        let again = w.ria().performs(again).await;
        assert!(matches!(again, Err(NotDone::Rejected(ShieldRefused::Already))), "{again:?}");
        let author = Hide { entry, audience: ShieldAudience::OneWorker, staff: Some(w.ria().staff()) };
        let author = w.ria().performs(author).await;
        assert!(matches!(author, Err(NotDone::Rejected(ShieldRefused::FromWhom))), "{author:?}");
    }

    async fn a_shield_is_lifted_on_a_ground_that_stands_on_the_record(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        assigned(&w, &dossier, "samira").await.expect("fits");
        let entry = w.ria().writes(dossier.first_part(), "Even niet.").await.expect("involved").entry;
        hides(&w, "ria", entry, None).await;
        let shield = w.ria().looks(ReadShields(entry)).await.expect("the author").shields[0].id;

        w.ria().performs(LiftShield { entry, shield, ground: LiftGround::ClientAgrees }).await.expect("lifted");

        assert_eq!(w.last_record().await.reason, "client-agrees");
        w.person("samira").looks(app::entry::ReadOne(entry)).await.expect("readable again");
        let twice = w.ria().performs(LiftShield { entry, shield, ground: LiftGround::Danger }).await;
        assert!(matches!(twice, Err(NotDone::Rejected(ShieldRefused::NotHeld))), "{twice:?}");
    }

    async fn who_is_assigned_to_a_protected_dossier_needs_a_fresh_sign_in_of_who_assigns(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Safety }).await.expect("involved");
        w.joost().session().await;
        w.clock.advance(SignedDuration::from_mins(11));

        let stale = assigned(&w, &dossier, "samira").await;
        assert!(matches!(&stale, Err(NotDone::Denied { policies }) if policies == &["wall-stale-sign-in"]), "{stale:?}");
        w.joost().signs_in_again().await;
        assigned(&w, &dossier, "samira").await.expect("signed in again");
    }

    async fn extra_protection_is_lifted_by_the_coordinator_alone(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        for _ in 0..2 {
            w.ria().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Employee }).await.expect("involved");
        }
        let (_, held) = w.ria().looks(ReadProtected(dossier.id)).await.expect("involved");
        assert_eq!(held.len(), 1, "one ground holds once");
        let lift = LiftProtection { dossier: dossier.id, protection: held[0].id };

        denied(&w.ria().performs(lift).await);
        denied(&w.person("samira").looks(ReadProtected(dossier.id)).await);
        w.joost().signs_in_again().await;
        w.joost().performs(lift).await.expect("the coordinator");

        assert!(!w.ria().reads(dossier.id).await.expect("involved").extra_protected);
    }

    async fn a_secret_address_gives_extra_protection_from_the_first_moment(w: World) {
        let mut secret = Intake::of(BILAL);
        secret.secret_address = true;

        let dossier = w.ria().takes_in(secret).await;

        let (_, held) = w.ria().looks(ReadProtected(dossier.id)).await.expect("involved");
        assert_eq!(held[0].ground, ProtectionGround::SecretAddress);
        assert!(w.ria().reads(dossier.id).await.expect("involved").extra_protected);
    }

    async fn a_deputy_acts_only_while_the_coordinator_is_absent(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let team = w.joost().member().team;
        let devi = w.person("devi");

        let refused = devi.looks(Queue::of(team)).await;
        assert!(matches!(&refused, Err(NotDone::Denied { policies }) if policies == &["wall-deputy-not-delegated"]), "{refused:?}");
        denied(&devi.looks(ReadWho(dossier.id)).await);

        // The coordinator is ill: the deputy says so, and it is on the record.
        let (from, until) = (w.now(), w.now() + SignedDuration::from_hours(8));
        devi.performs(TeamAbsence { team, staff: w.joost().staff(), from, until }).await.expect("of the team");
        assert_eq!(w.last_record().await.event, "RegisterAbsence");
        devi.looks(Queue::of(team)).await.expect("stands in");
        devi.looks(ReadWho(dossier.id)).await.expect("stands in");

        let absence = devi.looks(ReadTeamStanding(team)).await.expect("her team").absences[0].id;
        w.joost().performs(EndTeamAbsence { team, absence }).await.expect("he is back");
        denied(&devi.looks(Queue::of(team)).await);
    }

    async fn a_deputy_who_does_not_stand_in_leaves_no_question_without_a_worker(w: World) {
        let dossier = w.person("devi").takes_in(Intake::of(BILAL)).await;
        let read = w.person("devi").reads(dossier.id).await.expect("involved");
        let own = read.involved[0].id;
        w.person("devi").signs_in_again().await;

        let alone = w.person("devi").ends(own).await;

        assert!(matches!(alone, Err(NotDone::Rejected(EndRefused::LastOne))), "{alone:?}");
    }

    async fn an_absence_ends_by_itself_at_its_moment(w: World) {
        let team = w.joost().member().team;
        let until = w.now() + SignedDuration::from_mins(10);
        w.joost().performs(OwnAbsence { from: w.now(), until }).await.expect("his own");
        w.person("devi").looks(Queue::of(team)).await.expect("stands in");

        w.clock.set_to(until);

        denied(&w.person("devi").looks(Queue::of(team)).await);
    }

    async fn an_absence_that_makes_no_sense_is_refused(w: World) {
        let now = w.now();
        let hour = SignedDuration::from_hours(1);
        for (from, until, why) in [
            (now, now, AbsenceRefused::EndsBeforeItStarts),
            (now - hour * 3, now - hour, AbsenceRefused::Passed),
        ] {
            let refused = w.ria().performs(OwnAbsence { from, until }).await;
            assert!(matches!(refused, Err(NotDone::Rejected(it)) if it == why), "{refused:?}");
        }
        let team = w.joost().member().team;
        let other = TeamAbsence { team, staff: w.wouter().staff(), from: now, until: now + hour };
        let refused = w.joost().performs(other).await;
        assert!(matches!(refused, Err(NotDone::Rejected(AbsenceRefused::NotInTeam))), "{refused:?}");
        denied(&w.ria().performs(TeamAbsence { team, staff: w.ria().staff(), from: now, until: now + hour }).await);
        assert_eq!(w.last_record().await.outcome, Outcome::Denied);
    }

    async fn walls_of_another_domain_do_not_open_it(w: World) {
        let wide = Intake::of(BILAL).about(&[LegalDomain::Wmo, LegalDomain::DebtCounselling]);
        let dossier = w.ria().takes_in(wide).await;
        w.joost().performs(Exclude { dossier: dossier.id, staff: w.ria().staff() }).await.expect("his team");

        let part = dossier.part(LegalDomain::DebtCounselling);
        denied(&w.ria().writes(part, "Langs de andere kant.").await);
    }
}
