//! Breaking the glass (ACC-03): who may, what opens, how it ends, who is told, and that an ordinary open costs no more.

use app::NotDone;
use app::caseload::ChooseOwn;
use app::emergency::{
    Approve, ApproveRefused, Ask, Begin, End, EndRefused, Form, List, Open, OpenRefused, Opened, Request,
    Stage, Whom,
};
use app::entry::{Hide, ReadOne};
use app::standing::{About, Declare, Exclude, Include, Protect, ReadExcluded};
use domain::{
    BirthDate, ConflictKind, DossierId, EmergencyLength, EmergencyReason, EmergencyRequestId, LegalDomain,
    ProtectionGround, Sentence, ShieldAudience,
};
use jiff::{SignedDuration, Timestamp};
use testkit::{BILAL, Dossier, FATMA, Intake, NADIA, Outcome, Resident, World, both_engines};

/// What one look at a dossier with one part costs, its record included; with what emergency access needs to know in it.
const STATEMENTS_OF_AN_OPEN: u64 = 11;
const DECISIONS_OF_AN_OPEN: u64 = 1;

fn form(of: &Resident) -> Form {
    Form {
        surname: of.surname.to_owned(),
        birth_date: BirthDate::full(of.born),
        bsn: None,
        reason: EmergencyReason::ClientPresent,
        sentence: Sentence::new("Staat aan de balie, kan niet wachten.").expect("a sentence"),
        length: EmergencyLength::USUAL,
    }
}

fn because(reason: EmergencyReason, of: &Resident) -> Form {
    Form { reason, ..form(of) }
}

async fn opens(w: &World, who: &'static str, form: Form) -> Result<Opened, NotDone<OpenRefused>> {
    w.person(who).signs_in_again().await;
    w.person(who).performs(Open { whom: Whom::Sought(Box::new(form)), form: w.random_id() }).await
}

async fn opened(w: &World, who: &'static str, of: &Resident) -> DossierId {
    match opens(w, who, form(of)).await {
        Ok(Opened::Now { dossier, .. }) => dossier,
        other => panic!("it opens: {other:?}"),
    }
}

async fn access(w: &World, who: &'static str) -> domain::EmergencyId {
    w.person(who).looks(Begin).await.expect("carries cases").openings[0].id
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

async fn count(w: &World, sql: &'static str) -> i64 {
    w.raw().rows(sql).await[0][0].int()
}

/// A dossier of Noord, of which Tom of Zuid knows nothing.
async fn bilals(w: &World) -> Dossier {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("involved");
    dossier
}

async fn asks(w: &World, who: &'static str, form: Form) {
    w.person(who).performs(Ask { form, once: w.random_id() }).await.expect("asking always works");
}

async fn waiting(w: &World, who: &'static str) -> Vec<Request> {
    w.person(who).looks(List(w.person(who).member().team)).await.expect("coordinates").requests
}

async fn approves(
    w: &World,
    who: &'static str,
    request: EmergencyRequestId,
) -> Result<(), NotDone<ApproveRefused>> {
    w.person(who).signs_in_again().await;
    w.person(who).performs(Approve(request)).await
}

async fn opens_approved(w: &World, who: &'static str, request: EmergencyRequestId) -> Opened {
    w.person(who).signs_in_again().await;
    let open = Open { whom: Whom::Approved(request), form: w.random_id() };
    w.person(who).performs(open).await.expect("carries cases")
}

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

    async fn every_line_of_it_is_marked_and_says_why(w: World) {
        let dossier = bilals(&w).await;

        opened(&w, "tom", &BILAL).await;
        let opening = w.last_record().await;
        w.tom().reads(dossier.id).await.expect("open");
        let look = w.last_record().await;
        w.ria().reads(dossier.id).await.expect("involved");
        let ordinary = w.last_record().await;

        let access = access(&w, "tom").await.uuid();
        for record in [&opening, &look] {
            assert!(record.emergency);
            assert_eq!((record.basis.as_str(), record.basis_id), ("emergency", Some(access)));
            assert_eq!(record.reason, "client-present");
            assert_eq!(record.domains, ["voluntary"]);
            assert_eq!(record.subject, ordinary.subject);
        }
        assert_eq!(opening.event, "OpenEmergency");
        assert_eq!(look.policies, ["emergency-reads"]);
        assert!(!ordinary.emergency);
    }

    async fn it_ends_by_itself_at_the_moment_that_was_said(w: World) {
        let dossier = bilals(&w).await;
        let Ok(Opened::Now { until, .. }) = opens(&w, "tom", form(&BILAL)).await else { panic!("it opens") };

        w.tom().signs_in().await;
        w.clock.set_to(until - SignedDuration::from_millis(1));
        w.tom().reads(dossier.id).await.expect("open until then");
        w.clock.set_to(until);

        denied(&w.tom().reads(dossier.id).await);
        denied(&w.tom().writes(dossier.first_part(), "Nog iets.").await);
        assert!(w.tom().looks(ChooseOwn).await.expect("a list").is_empty());
        assert!(w.tom().looks(Begin).await.expect("carries cases").openings.is_empty());
    }

    async fn four_hours_are_four_hours_in_the_night_of_the_clocks(w: World) {
        let dossier = bilals(&w).await;
        for night in ["2026-03-28T23:30:00Z", "2026-10-24T22:30:00Z"] {
            let begin: Timestamp = night.parse().expect("an instant");
            w.clock.set_to(begin);
            let Ok(Opened::Now { until, .. }) = opens(&w, "tom", form(&BILAL)).await else { panic!("it opens") };
            let opened_at = w.now();
            assert_eq!(until.duration_since(opened_at), SignedDuration::from_hours(4), "{night}");
            w.clock.set_to(until);
            denied(&w.tom().reads(dossier.id).await);
        }
    }

    async fn a_clock_that_falls_back_opens_nothing_and_lengthens_nothing(w: World) {
        let dossier = bilals(&w).await;
        opened(&w, "tom", &BILAL).await;
        w.tom().reads(dossier.id).await.expect("open");

        // As if the clock fell back two hours: seen from now it was opened later.
        let later = "UPDATE emergency_access SET opened_at = opened_at + 7200000, ends_at = ends_at + 7200000";
        w.raw().run(later).await;

        denied(&w.tom().reads(dossier.id).await);
        assert!(w.tom().looks(ChooseOwn).await.expect("a list").is_empty());
        let again = opens(&w, "tom", form(&BILAL)).await;
        assert!(matches!(again, Ok(Opened::Now { .. })), "a new one, with a notice of its own: {again:?}");
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, 2);
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access WHERE ended_at IS NULL").await, 1);
        w.clock.advance(SignedDuration::from_hours(4));
        denied(&w.tom().reads(dossier.id).await);
    }

    async fn worker_and_coordinator_and_deputy_end_it_and_nobody_else(w: World) {
        let dossier = bilals(&w).await;
        for who in ["tom", "joost", "devi"] {
            opened(&w, "tom", &BILAL).await;
            let id = access(&w, "tom").await;
            for other in ["samira", "karin", "kees"] {
                denied(&w.person(other).performs(End(id)).await);
            }
            w.tom().reads(dossier.id).await.expect("open");

            w.person(who).performs(End(id)).await.expect(who);

            denied(&w.tom().reads(dossier.id).await);
            let twice = w.person(who).performs(End(id)).await;
            assert!(matches!(twice, Err(NotDone::Rejected(EndRefused::Ended))), "{twice:?}");
        }
        denied(&w.joost().performs(End(domain::EmergencyId(w.random_id()))).await);
    }

    async fn a_wall_that_appears_ends_it_for_good(w: World) {
        let dossier = bilals(&w).await;
        let entry = w.ria().reads(dossier.id).await.expect("involved").entries[0].id;
        let staff = w.tom().staff();

        opened(&w, "tom", &BILAL).await;
        w.joost().performs(Exclude { dossier: dossier.id, staff }).await.expect("his team");
        denied(&w.tom().reads(dossier.id).await);
        let exclusion = w.joost().looks(ReadExcluded(dossier.id)).await.expect("his team").exclusions[0].id;
        w.joost().performs(Include { dossier: dossier.id, exclusion }).await.expect("the client wants him again");
        denied(&w.tom().reads(dossier.id).await);

        opened(&w, "tom", &BILAL).await;
        w.ria().performs(Hide { entry, audience: ShieldAudience::OtherWorkers, staff: None }).await.expect("hidden");
        denied(&w.tom().reads(dossier.id).await);

        opened(&w, "tom", &BILAL).await;
        let hide = Hide { entry, audience: ShieldAudience::OneWorker, staff: Some(w.person("samira").staff()) };
        let _ = w.ria().performs(hide).await;
        w.tom().reads(dossier.id).await.expect("hidden from somebody else");
        w.ria().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Safety }).await.expect("hers");
        denied(&w.tom().reads(dossier.id).await);

        let danger = because(EmergencyReason::ImmediateDanger, &BILAL);
        assert!(matches!(opens(&w, "tom", danger).await, Ok(Opened::Now { .. })));
        let about = About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) };
        w.tom().performs(Declare { kind: ConflictKind::Neighbour, about }).await.expect("declared");
        denied(&w.tom().reads(dossier.id).await);

        let how = w.raw().rows("SELECT ended_how FROM emergency_access").await;
        assert!(how.len() == 4 && how.iter().all(|row| row[0].text() == "wall"));
    }

    async fn who_loses_the_function_or_the_post_loses_it_at_once(w: World) {
        let dossier = bilals(&w).await;
        opened(&w, "tom", &BILAL).await;
        let raw = w.raw();
        let tom = raw.id(w.tom().staff().uuid());

        raw.run(&format!("UPDATE staff SET function = 'intake' WHERE id = {tom}")).await;
        denied(&w.tom().reads(dossier.id).await);
        raw.run(&format!("UPDATE staff SET function = 'decision-officer' WHERE id = {tom}")).await;
        denied(&w.tom().reads(dossier.id).await);
        raw.run(&format!("UPDATE staff SET function = 'worker' WHERE id = {tom}")).await;
        w.tom().reads(dossier.id).await.expect("the time has not passed");
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

    async fn a_look_restarts_no_term(w: World) {
        let dossier = bilals(&w).await;
        let clocks = "SELECT last_content_change, last_client_contact FROM dossier_part";
        let before = w.raw().rows(clocks).await;
        w.clock.advance(SignedDuration::from_hours(48));

        opened(&w, "tom", &BILAL).await;
        w.tom().reads(dossier.id).await.expect("open");

        assert_eq!(format!("{:?}", w.raw().rows(clocks).await), format!("{before:?}"));
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

    async fn a_question_goes_after_thirty_days_and_an_access_after_five_years(w: World) {
        bilals(&w).await;
        opened(&w, "tom", &BILAL).await;
        asks(&w, "tom", form(&FATMA)).await;

        w.clock.advance(SignedDuration::from_hours(30 * 24 - 1));
        w.store.tidy().await.expect("tidied");
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_request").await, 1);
        w.clock.advance(SignedDuration::from_hours(2));
        w.store.tidy().await.expect("tidied");

        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_request").await, 0);
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, 1);
        for (hours, left) in [((5 * 365 + 1 - 32) * 24, 1), (3 * 24, 0)] {
            w.clock.advance(SignedDuration::from_hours(hours));
            w.store.tidy().await.expect("tidied");
            assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access").await, left, "five years");
        }
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

    async fn coordinator_and_deputy_are_told_at_once_and_others_of_nothing(w: World) {
        bilals(&w).await;

        opened(&w, "tom", &BILAL).await;

        for who in ["joost", "devi"] {
            let told = w.person(who).looks(List(w.person(who).member().team)).await.expect("coordinates").openings;
            assert_eq!(told.len(), 1, "{who}");
            assert_eq!((told[0].name.as_str(), told[0].team_name.as_str()), ("Tom Bakker", "Wijkteam Zuid"));
            assert_eq!(&*told[0].sentence, "Staat aan de balie, kan niet wachten.");
            assert_eq!(told[0].review_due, jiff::civil::date(2026, 3, 9));
            assert!(told[0].is_open(w.now()));
        }
        assert!(w.karin().looks(List(w.karin().member().team)).await.expect("her team").openings.is_empty());
        for who in ["ria", "tom", "kees"] {
            denied(&w.person(who).looks(List(w.joost().member().team)).await);
        }
    }

    async fn the_only_coordinator_opens_and_the_deputy_is_told(w: World) {
        let dossier = bilals(&w).await;

        opened(&w, "joost", &BILAL).await;

        w.joost().reads(dossier.id).await.expect("open");
        let told = w.person("devi").looks(List(w.joost().member().team)).await.expect("coordinates").openings;
        assert_eq!(told.len(), 1);
        w.person("devi").performs(End(told[0].id)).await.expect("the deputy");
        denied(&w.joost().reads(dossier.id).await);
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
