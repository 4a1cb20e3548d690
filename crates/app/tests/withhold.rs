//! Telling the client later (SHA-12): who may propose and decide, for how long, what is hidden meanwhile, and that nothing
//! of it can be seen from the client's own pages.

use app::NotDone;
use app::emergency::{Begin, End, Form, List as ListEmergencies, Open, Opened, Whom};
use app::inquiry::Ask;
use app::log::ReadTeamLog;
use app::portal::{LooksRead, NotThere, OwnRead, ReadOwnOne};
use app::standing::{About, Declare, Exclude};
use app::withhold::{
    Count, Decide, DecideRefused, Extend, List, Prepare, Propose, ProposeRefused, Read, Release, Says, Stage,
};
use domain::withhold::ReviewDayError;
use domain::{
    BirthDate, ConflictKind, DossierId, EmergencyId, EmergencyLength, EmergencyReason, HiddenFrom, Sentence,
    WithholdGround, WithholdId,
};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use testkit::{BILAL, Dossier, NADIA, Resident, World, both_engines};

fn sentence() -> Sentence {
    Sentence::new("De ex-partner leest mee op zijn telefoon.").expect("a sentence")
}

fn form(of: &Resident) -> Form {
    Form {
        surname: of.surname.to_owned(),
        birth_date: BirthDate::full(of.born),
        bsn: None,
        reason: EmergencyReason::ImmediateDanger,
        sentence: Sentence::new("Belde overstuur vanuit de auto.").expect("a sentence"),
        length: EmergencyLength::One,
    }
}

/// Somebody opens Bilal's dossier in an emergency and looks into it.
async fn breaks_in(w: &World, who: &'static str, of: &Resident) -> EmergencyId {
    w.person(who).signs_in_again().await;
    let open = Open { whom: Whom::Sought(Box::new(form(of))), form: w.random_id() };
    let opened = w.person(who).performs(open).await;
    let Ok(Opened::Now { dossier, .. }) = opened else { panic!("it opens: {opened:?}") };
    w.person(who).reads(dossier).await.expect("open");
    w.person(who).looks(Begin).await.expect("carries cases").lately[0].id
}

async fn bilals(w: &World) -> Dossier {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("involved");
    dossier
}

fn proposal(emergency: EmergencyId) -> Propose {
    Propose {
        emergency,
        ground: WithholdGround::DangerToClient,
        hidden_from: HiddenFrom::ClientAndProxies,
        sentence: sentence(),
    }
}

async fn proposed(w: &World, who: &'static str, emergency: EmergencyId) -> WithholdId {
    w.person(who).performs(proposal(emergency)).await.expect("may propose")
}

async fn decides(
    w: &World,
    who: &'static str,
    notice: WithholdId,
    says: Says,
) -> Result<(), NotDone<DecideRefused>> {
    w.person(who).signs_in_again().await;
    w.person(who).performs(Decide { notice, says, sentence: sentence() }).await
}

fn later(review_on: Date) -> Says {
    Says::Later { review_on }
}

async fn extends(
    w: &World,
    who: &'static str,
    notice: WithholdId,
    (known, review_on): (Date, Date),
) -> Result<(), NotDone<DecideRefused>> {
    w.person(who).signs_in_again().await;
    w.person(who).performs(Extend { notice, known, review_on, sentence: sentence() }).await
}

async fn releases(
    w: &World,
    who: &'static str,
    notice: WithholdId,
    tell_ground: bool,
) -> Result<(), NotDone<DecideRefused>> {
    w.person(who).signs_in_again().await;
    w.person(who).performs(Release { notice, tell_ground, sentence: sentence() }).await
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

fn over(done: &Result<(), NotDone<DecideRefused>>) {
    assert!(matches!(done, Err(NotDone::Rejected(DecideRefused::Over))), "{done:?}");
}

async fn stage(w: &World, who: &'static str, notice: WithholdId) -> Stage {
    w.person(who).looks(Read(notice)).await.expect("may read it").stage
}

async fn listed(w: &World, who: &'static str) -> Vec<WithholdId> {
    w.person(who).looks(List).await.expect("oversees").iter().map(|row| row.id).collect()
}

/// Everything the client can read, as one value to compare.
async fn own_pages(w: &World, dossier: DossierId) -> (OwnRead, LooksRead) {
    w.sequences().await;
    let looks = w.bilal().sees_looks(dossier).await.expect("the own dossier");
    (w.bilal().reads_own(dossier).await.expect("the own dossier"), looks)
}

/// The same without when it was read.
async fn own(w: &World, dossier: DossierId) -> (OwnRead, LooksRead) {
    let (read, looks) = own_pages(w, dossier).await;
    (read, LooksRead { since: Timestamp::UNIX_EPOCH, ..looks })
}

/// Bilal's dossier, opened by Tom, and the proposal of Tom.
async fn proposed_by_tom(w: &World) -> (Dossier, EmergencyId, WithholdId) {
    let dossier = bilals(w).await;
    let emergency = breaks_in(w, "tom", &BILAL).await;
    let notice = proposed(w, "tom", emergency).await;
    (dossier, emergency, notice)
}

/// 2 March 2026 is where every world begins.
const REVIEW: Date = date(2026, 4, 1);

both_engines! {
    async fn after_five_years_it_goes_unless_it_is_hidden_still(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        let left = async || {
            w.store.tidy().await.expect("tidied");
            let count = async |sql: &str| w.raw().one(sql).await.int();
            (
                count("SELECT COUNT(*) FROM withhold_notice").await,
                count("SELECT COUNT(*) FROM withhold_step").await,
                count("SELECT COUNT(*) FROM emergency_access").await,
            )
        };

        w.clock.advance(jiff::SignedDuration::from_hours((5 * 365 + 3) * 24));
        assert_eq!(left().await, (1, 2, 1), "nothing shows it but a decision");
        w.raw().run("UPDATE withhold_notice SET ended_at = proposed_at + 1, ended_how = 'released'").await;
        assert_eq!(left().await, (0, 0, 0));
    }

    async fn what_waits_for_a_decision_is_counted_for_who_decides_and_tells_of_no_client(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        let count = async |who| w.person(who).looks(Count).await.expect("oversees");

        assert_eq!(count("joost").await, (1, Some(date(2026, 3, 9))), "five working days");
        let line = w.last_record().await;
        assert_eq!((line.event.as_str(), line.subject, line.items), ("ListWithheld", None, vec![]));
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        assert_eq!(count("joost").await, (0, None), "until its review");
        w.clock.set_to("2026-03-31T22:00:00Z".parse().expect("midnight in Amsterdam"));
        assert_eq!(count("joost").await, (1, Some(REVIEW)));
        releases(&w, "joost", notice, true).await.expect("hers to know");
        assert_eq!(count("joost").await, (0, None));
    }

    async fn the_proposer_and_who_looked_decide_nothing(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;

        denied(&decides(&w, "tom", notice, later(REVIEW)).await);
        denied(&releases(&w, "tom", notice, true).await);
        assert!(matches!(stage(&w, "tom", notice).await, Stage::Proposed { .. }), "reading is his");

        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        over(&decides(&w, "joost", notice, later(REVIEW)).await);
        denied(&extends(&w, "tom", notice, (REVIEW, date(2026, 4, 2))).await);
        denied(&releases(&w, "tom", notice, true).await);
    }

    async fn the_coordinator_who_looked_leaves_it_to_the_deputy_and_both_to_the_officer(w: World) {
        let dossier = bilals(&w).await;
        let emergency = breaks_in(&w, "joost", &BILAL).await;
        let notice = proposed(&w, "joost", emergency).await;

        denied(&decides(&w, "joost", notice, later(REVIEW)).await);
        denied(&decides(&w, "olga", notice, later(REVIEW)).await);
        assert!(listed(&w, "olga").await.is_empty(), "the deputy can");
        decides(&w, "devi", notice, later(REVIEW)).await.expect("the deputy, also while the coordinator is there");

        // The deputy works with the dossier and proposes it of another look of the coordinator: nobody of the team is left.
        w.joost().assigns(dossier.first_part(), w.person("devi").staff()).await.expect("his team");
        w.joost().performs(End(emergency)).await.expect("his own");
        let second = breaks_in(&w, "joost", &BILAL).await;
        let notice = proposed(&w, "devi", second).await;
        denied(&decides(&w, "joost", notice, later(REVIEW)).await);
        denied(&decides(&w, "devi", notice, later(REVIEW)).await);
        assert_eq!(listed(&w, "olga").await, [notice]);
        decides(&w, "olga", notice, later(REVIEW)).await.expect("at once");
    }

    async fn nobody_else_proposes_reads_or_decides(w: World) {
        let (dossier, emergency, notice) = proposed_by_tom(&w).await;
        w.joost().performs(Declare {
            about: About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) },
            kind: ConflictKind::Relative,
        }).await.expect("declared");

        for who in ["samira", "karin", "kees", "petra", "wouter", "joost", "olga"] {
            denied(&w.person(who).performs(proposal(emergency)).await);
            denied(&w.person(who).looks(Prepare(emergency)).await);
            denied(&w.person(who).looks(Read(notice)).await);
            denied(&decides(&w, who, notice, later(REVIEW)).await);
            denied(&releases(&w, who, notice, true).await);
        }
        assert!(listed(&w, "joost").await.is_empty(), "behind a wall");
        for who in ["tom", "samira", "kees"] {
            denied(&w.person(who).looks(List).await);
        }
        w.joost().performs(Exclude { dossier: dossier.id, staff: w.person("devi").staff() }).await.expect_err("walled");
        w.ria().looks(Prepare(emergency)).await.expect("she works with it");
    }

    async fn a_decision_asks_for_password_and_code_of_a_moment_ago(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        w.joost().signs_in().await;
        w.clock.advance(SignedDuration::from_mins(14));

        let says = later(REVIEW);
        let stale = w.joost().performs(Decide { notice, says, sentence: sentence() }).await;

        assert!(matches!(&stale, Err(NotDone::Denied { policies }) if policies == &["wall-stale-sign-in"]), "{stale:?}");
    }

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

    async fn two_windows_and_two_workers_make_one_notice(w: World) {
        let (_, emergency, notice) = proposed_by_tom(&w).await;

        assert_eq!(proposed(&w, "tom", emergency).await, notice);
        assert_eq!(proposed(&w, "ria", emergency).await, notice);

        assert_eq!(listed(&w, "joost").await, [notice]);
        let told = w.joost().looks(Read(notice)).await.expect("his team");
        assert_eq!(told.steps.len(), 1, "{told:?}");
        assert_eq!(&*told.steps[0].sentence, "De ex-partner leest mee op zijn telefoon.");
    }

    async fn a_proposal_nobody_answers_hides_for_five_working_days_and_comes_to_the_officer_first(w: World) {
        let (dossier, emergency, notice) = proposed_by_tom(&w).await;
        denied(&w.olga().looks(Read(notice)).await);

        // Monday 2 March; the second working day after it is the officer's as well.
        w.clock.set("2026-03-03T22:59:00Z");
        assert!(listed(&w, "olga").await.is_empty());
        w.clock.set("2026-03-03T23:00:00Z");
        assert_eq!(listed(&w, "olga").await, [notice]);
        w.clock.set("2026-03-09T22:59:00Z");
        assert!(own(&w, dossier.id).await.1.looks.iter().all(|look| !look.emergency));
        w.olga().signs_in_again().await;
        w.clock.set("2026-03-09T23:00:00Z");

        over(&decides(&w, "joost", notice, later(REVIEW)).await);
        assert_eq!(stage(&w, "joost", notice).await, Stage::Lapsed { on: date(2026, 3, 10) });
        assert_eq!(listed(&w, "joost").await, [notice], "the list says that it lapsed");
        let (_, looks) = own(&w, dossier.id).await;
        assert!(looks.looks.iter().any(|look| look.emergency));
        assert_eq!(looks.told_later.len(), 1);
        assert_eq!(looks.told_later[0].ground, None, "nobody agreed to the ground");
        let again = w.tom().performs(proposal(emergency)).await;
        assert!(matches!(again, Err(NotDone::Rejected(ProposeRefused::Seen))), "{again:?}");
    }

    async fn who_does_not_agree_shows_it_at_once(w: World) {
        let (dossier, emergency, notice) = proposed_by_tom(&w).await;

        decides(&w, "devi", notice, Says::Now).await.expect("the deputy may as well");

        over(&decides(&w, "joost", notice, later(REVIEW)).await);
        over(&releases(&w, "joost", notice, true).await);
        assert!(listed(&w, "joost").await.is_empty());
        // Nobody read it since: a better reason may be proposed again.
        let second = proposed(&w, "ria", emergency).await;
        assert_ne!(second, notice);
        decides(&w, "joost", second, Says::Now).await.expect("nor he");
        assert!(own(&w, dossier.id).await.1.looks.iter().any(|look| look.emergency));
    }

    async fn the_review_is_within_thirty_days_by_the_calendar_of_amsterdam(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        // 23:30 UTC on the 3rd is the 4th in Amsterdam.
        w.clock.set("2026-03-03T23:30:00Z");
        w.joost().signs_in_again().await;

        for (wanted, refused) in [
            (date(2026, 3, 4), ReviewDayError::NotLater),
            (date(2026, 4, 4), ReviewDayError::TooLate { max: date(2026, 4, 3) }),
        ] {
            let done = decides(&w, "joost", notice, later(wanted)).await;
            assert!(matches!(&done, Err(NotDone::Rejected(DecideRefused::Review(why))) if *why == refused), "{done:?}");
        }
        decides(&w, "joost", notice, later(date(2026, 4, 3))).await.expect("the thirtieth day");
        assert_eq!(stage(&w, "joost", notice).await, Stage::Withheld { review_on: date(2026, 4, 3) });
    }

    async fn a_review_day_that_passes_tells_nothing_and_comes_to_the_officer(w: World) {
        let (dossier, _, notice) = proposed_by_tom(&w).await;
        let before = own(&w, dossier.id).await;
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");

        w.clock.set("2026-04-02T09:00:00Z");
        assert!(listed(&w, "olga").await.is_empty());
        assert_eq!(listed(&w, "joost").await, [notice]);
        // Good Friday and Easter Monday do not count.
        w.clock.set("2026-04-10T09:00:00Z");
        assert_eq!(listed(&w, "olga").await, [notice]);
        assert_eq!(own(&w, dossier.id).await, before, "danger does not end because somebody is late");

        w.clock.set("2026-12-03T09:00:00Z");
        assert_eq!(listed(&w, "olga").await, [notice], "it stays on a list until somebody decides");
        releases(&w, "olga", notice, false).await.expect("long overdue");
    }

    async fn after_ninety_days_only_the_officer_extends(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        decides(&w, "joost", notice, later(REVIEW)).await.expect("the second person");
        let ninety = date(2026, 5, 31);
        for (on, known, wanted) in [
            ("2026-04-01T09:00:00Z", REVIEW, date(2026, 5, 1)),
            ("2026-05-01T09:00:00Z", date(2026, 5, 1), ninety),
        ] {
            w.clock.set(on);
            extends(&w, "devi", notice, (known, wanted)).await.expect("within the days of the team");
        }
        assert_eq!(stage(&w, "joost", notice).await, Stage::Withheld { review_on: ninety });

        w.clock.set("2026-05-16T09:00:00Z");
        denied(&extends(&w, "joost", notice, (ninety, date(2026, 6, 10))).await);
        denied(&extends(&w, "olga", notice, (ninety, date(2026, 6, 10))).await);
        w.clock.set("2026-05-17T09:00:00Z");
        extends(&w, "olga", notice, (ninety, date(2026, 6, 16))).await.expect("two weeks ahead");
        denied(&extends(&w, "joost", notice, (date(2026, 6, 16), date(2026, 6, 17))).await);
        releases(&w, "joost", notice, true).await.expect("telling is always the team's as well");
    }

    async fn an_extension_on_top_of_another_is_refused(w: World) {
        let (_, _, notice) = proposed_by_tom(&w).await;
        decides(&w, "joost", notice, later(date(2026, 3, 20))).await.expect("the second person");

        extends(&w, "devi", notice, (date(2026, 3, 20), date(2026, 3, 25))).await.expect("first");

        over(&extends(&w, "joost", notice, (date(2026, 3, 20), date(2026, 3, 30))).await);
        assert_eq!(stage(&w, "joost", notice).await, Stage::Withheld { review_on: date(2026, 3, 25) });
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
            why: "Afgesloten".into(),
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

async fn reads_team_log(w: &World) {
    w.olga().signs_in_again().await;
    let window = app::log::Window {
        from: w.now() - SignedDuration::from_hours(24),
        until: w.now() + SignedDuration::from_hours(1),
        below: None,
        take: 50,
    };
    let reason = domain::log::LogReason::Sample;
    let team = Some(w.house.zuid);
    let lines = w.olga().looks(ReadTeamLog { team, reason, window }).await.expect("the officer");
    assert!(lines.lines.iter().any(|line| line.client.is_some()), "it names the client's number");
}
