//! Log review (ACC-22): what the clock finds in every access of a day, who judges it, and from where on something stands
//! out. Every fact runs on both engines.

use app::emergency::{Ask, Form, Open, Whom};
use app::intake::Search;
use app::involvement::ReadWho;
use app::log_review::{
    ChangeRefused, ChangeThem, Finding, History, Judge, JudgeRefused, Line, List, ReadOne, ReviewNext,
    Reviewed, Thresholds, Today, Verdict,
};
use app::standing::{About, Declare, OwnAbsence};
use app::{Asker, Job, NotDone, Who};
use domain::{
    BirthDate, ClosingReason, ConflictKind, EmergencyLength, EmergencyReason, FindingId, Function, Sentence,
};
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use store::office::organisation::NewPost;
use testkit::{BILAL, Dossier, FATMA, Intake, NADIA, Outcome, Resident, World, both_engines};

/// Monday, when every world begins.
const MONDAY: Date = date(2026, 3, 2);
/// Everybody of the municipality who could be thought to judge.
const STAFF: [&str; 8] = ["ria", "samira", "joost", "devi", "karin", "olga", "kees", "ingeborg"];

/// One step of the clock that reviews.
async fn step(w: &World, at_most: u32) -> Reviewed {
    let asker = Asker { who: Who::System(Job::ReviewLog), correlation: w.random_id() };
    w.app.perform(asker, ReviewNext { at_most }).await.expect("the clock may")
}

/// Everything that is due.
async fn reviews(w: &World) {
    w.sequences().await;
    while w.store.log_review_is_due().await.expect("it can be read") {
        assert_ne!(step(w, 20).await, Reviewed::Nothing);
        w.sequences().await;
    }
}

/// Goes on to this moment and looks through every day before it.
async fn reviews_at(w: &World, instant: &str) {
    w.sequences().await;
    w.clock.set(instant);
    reviews(w).await;
}

async fn sets(w: &World, from: Date, thresholds: Thresholds) {
    w.person("olga").signs_in().await;
    let change = ChangeThem { from, thresholds, reason: "Wij kijken deze maand scherper.".into() };
    w.person("olga").performs(change).await.expect("hers to change");
}

/// Every dossier that is looked at stands out from this day on.
async fn any_look_stands_out(w: &World, from: Date) {
    sets(w, from, Thresholds { dossiers: 0, ..Thresholds::FIRST }).await;
}

async fn waiting(w: &World, who: &'static str) -> Vec<Line> {
    match w.person(who).looks(List).await {
        // What was drawn says nothing of what was found.
        Ok(listed) => listed.waiting.into_iter().filter(|it| it.finding != Finding::Sample).collect(),
        Err(NotDone::Denied { .. }) => Vec::new(),
        Err(other) => panic!("{who}: {other:?}"),
    }
}

/// What waits for the officer, as "day name finding times/refused>ordinary".
async fn told(w: &World) -> Vec<String> {
    let lines = waiting(w, "olga").await;
    lines
        .iter()
        .map(|it| {
            let (times, refused, ordinary) = (it.times, it.refused, it.ordinary);
            format!("{} {} {} {times}/{refused}>{ordinary}", it.day, it.staff_name, it.finding)
        })
        .collect()
}

async fn of(w: &World, name: &str, finding: Finding) -> Line {
    let lines = waiting(w, "olga").await;
    let found = lines.iter().find(|it| it.staff_name == name && it.finding == finding);
    found.cloned().unwrap_or_else(|| panic!("{name} {finding}: {lines:?}"))
}

/// Whose it is to judge, by their lists; and that the policies say the same of each of them.
async fn judges_of(w: &World, finding: FindingId) -> Vec<&'static str> {
    let mut judges = Vec::new();
    for who in STAFF {
        let listed = waiting(w, who).await.iter().any(|it| it.id == finding);
        let read = w.person(who).looks(ReadOne(finding)).await;
        assert_eq!(listed, read.is_ok(), "{who}: {read:?}");
        let empty = Judge { finding, verdict: Verdict::Explained, sentence: String::new(), read: 0 };
        let judged = w.person(who).performs(empty).await;
        assert_eq!(
            listed,
            matches!(judged, Err(NotDone::Rejected(JudgeRefused::Sentence(_)))),
            "{who}: {judged:?}"
        );
        if listed {
            judges.push(who);
        }
    }
    judges
}

async fn says(
    w: &World,
    who: &'static str,
    finding: FindingId,
    verdict: Verdict,
    read: u32,
) -> Result<(), NotDone<JudgeRefused>> {
    let sentence = "Was een groot huisbezoek met de hele straat.".to_owned();
    w.person(who).performs(Judge { finding, verdict, sentence, read }).await
}

/// Ria's dossiers of three residents.
async fn three(w: &World) -> [Dossier; 3] {
    [
        w.ria().opens_dossier_of(BILAL).await,
        w.ria().opens_dossier_of(FATMA).await,
        w.ria().opens_dossier_of(NADIA).await,
    ]
}

async fn rings(w: &World, who: &'static str, of: &Resident) {
    let form = form(of);
    w.person(who).performs(Ask { form, once: w.random_id() }).await.expect("asking always works");
}

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

async fn breaks_the_glass(w: &World, who: &'static str, of: &Resident) {
    w.person(who).signs_in_again().await;
    let open = Open { whom: Whom::Sought(Box::new(form(of))), form: w.random_id() };
    w.person(who).performs(open).await.expect("carries cases");
}

async fn leaves(w: &World, who: &'static str) {
    let (raw, now) = (w.raw(), w.now().as_millisecond());
    let staff = raw.id(w.person(who).staff().uuid());
    raw.run(&format!("UPDATE staff SET valid_until = {now} WHERE id = {staff}")).await;
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

both_engines! {
    async fn three_dossiers_over_midnight_are_of_two_days(w: World) {
        let dossiers = three(&w).await;
        sets(&w, date(2026, 3, 3), Thresholds { dossiers: 2, ..Thresholds::FIRST }).await;

        // Half past eleven in the evening, and half past midnight, in Amsterdam.
        w.clock.set("2026-03-03T22:30:00Z");
        w.ria().reads(dossiers[0].id).await.expect("involved");
        w.ria().reads(dossiers[1].id).await.expect("involved");
        w.clock.set("2026-03-03T23:30:00Z");
        w.ria().reads(dossiers[2].id).await.expect("involved");
        w.clock.set("2026-03-05T09:00:00Z");
        for dossier in &dossiers {
            w.ria().reads(dossier.id).await.expect("involved");
        }
        reviews_at(&w, "2026-03-06T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-05 Ria de Wit many-dossiers 3/0>2"]);
    }

    async fn a_threshold_that_was_changed_yesterday_says_nothing_of_the_day_before(w: World) {
        let dossiers = three(&w).await;
        for day in ["2026-03-03T09:00:00Z", "2026-03-04T09:00:00Z", "2026-03-05T09:00:00Z"] {
            w.clock.set(day);
            for dossier in &dossiers {
                w.ria().reads(dossier.id).await.expect("involved");
            }
            if day.starts_with("2026-03-04") {
                sets(&w, date(2026, 3, 4), Thresholds { dossiers: 2, ..Thresholds::FIRST }).await;
            }
        }

        // The clock was down since Monday: each day is counted by what held on it.
        reviews_at(&w, "2026-03-06T09:00:00Z").await;

        let expected = ["2026-03-05 Ria de Wit many-dossiers 3/0>2", "2026-03-04 Ria de Wit many-dossiers 3/0>2"];
        assert_eq!(told(&w).await, expected);
        sets(&w, date(2026, 3, 6), Thresholds::FIRST).await;
        reviews_at(&w, "2026-03-09T09:00:00Z").await;
        assert_eq!(told(&w).await, expected, "what was found stays what it was");
    }

    async fn a_review_that_dies_halfway_goes_on_where_it_was_and_finds_everything_once(w: World) {
        let mut w = w;
        any_look_stands_out(&w, MONDAY).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.samira().reads(dossier.id).await.expect_err("not involved");
        w.joost().looks(ReadWho(dossier.id)).await.expect("his team");
        w.sequences().await;
        w.clock.set("2026-03-03T09:00:00Z");

        for _ in 0..3 {
            assert_eq!(step(&w, 2).await, Reviewed::Some(MONDAY));
        }
        w.restarts().await;
        reviews(&w).await;

        let expected = [
            "2026-03-02 Joost Meijer many-dossiers 1/0>0",
            "2026-03-02 Ria de Wit many-dossiers 1/0>0",
            "2026-03-02 Samira Haddad many-dossiers 1/1>0",
        ];
        assert_eq!(told(&w).await, expected);
        assert_eq!(step(&w, 20).await, Reviewed::Nothing);
        assert_eq!(told(&w).await, expected);
    }

    async fn two_nodes_at_once_find_everything_once(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.samira().reads(dossier.id).await.expect_err("not involved");
        w.sequences().await;
        w.clock.set("2026-03-03T09:00:00Z");
        let other = w.app.clone();
        let node = async |app: &app::App| {
            for _ in 0..30 {
                let asker = Asker { who: Who::System(Job::ReviewLog), correlation: w.random_id() };
                match app.perform(asker, ReviewNext { at_most: 1 }).await {
                    Ok(_) | Err(NotDone::Failed(app::Error::Conflict)) => {}
                    Err(why) => panic!("{why:?}"),
                }
            }
        };

        tokio::join!(node(&w.app), node(&other));

        let expected =
            ["2026-03-02 Ria de Wit many-dossiers 1/0>0", "2026-03-02 Samira Haddad many-dossiers 1/1>0"];
        assert_eq!(told(&w).await, expected);
        assert_eq!(step(&w, 20).await, Reviewed::Nothing);
    }

    async fn a_clock_that_falls_back_makes_no_second_finding_and_loses_no_access(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        let dossiers = three(&w).await;
        sets(&w, date(2026, 3, 3), Thresholds { dossiers: 0, ..Thresholds::FIRST }).await;
        w.clock.set("2026-03-03T08:00:00Z");
        w.ria().reads(dossiers[0].id).await.expect("involved");
        reviews_at(&w, "2026-03-04T09:00:00Z").await;
        assert_eq!(told(&w).await[0], "2026-03-03 Ria de Wit many-dossiers 1/0>0");

        w.clock.set("2026-03-03T12:00:00Z");
        reviews(&w).await;
        w.ria().reads(dossiers[1].id).await.expect("involved");
        reviews_at(&w, "2026-03-04T12:00:00Z").await;

        let lines = told(&w).await;
        assert_eq!(lines[0], "2026-03-03 Ria de Wit many-dossiers 2/0>0", "{lines:?}");
        assert_eq!(lines.iter().filter(|it| it.starts_with("2026-03-03")).count(), 1, "{lines:?}");
    }

    async fn a_day_waits_until_it_is_over_and_every_line_of_it_is_numbered(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        w.sequences().await;

        w.clock.set("2026-03-02T23:59:59Z");
        assert_eq!(step(&w, 20).await, Reviewed::Nothing, "an hour after midnight at the earliest");
        w.sequences().await;
        w.clock.set("2026-03-02T22:59:00Z");
        w.joost().looks(List).await.expect("his list");
        w.clock.set("2026-03-03T00:00:00Z");
        assert_eq!(step(&w, 20).await, Reviewed::Nothing, "a line of Monday has no number yet");
        w.sequences().await;

        assert_eq!(step(&w, 20).await, Reviewed::Day(MONDAY));
    }

    async fn the_coordinators_own_looks_are_the_deputys_and_the_officers_to_judge(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().looks(ReadWho(dossier.id)).await.expect("his team");
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        let of_joost = of(&w, "Joost Meijer", Finding::ManyDossiers).await.id;
        let of_ria = of(&w, "Ria de Wit", Finding::ManyDossiers).await.id;

        assert_eq!(judges_of(&w, of_joost).await, ["devi", "olga"]);
        assert_eq!(judges_of(&w, of_ria).await, ["joost", "olga"]);
        let (from, until) = (w.now(), w.now() + SignedDuration::from_hours(8));
        w.joost().performs(OwnAbsence { from, until }).await.expect("registered");
        assert_eq!(judges_of(&w, of_ria).await, ["joost", "devi", "olga"], "the deputy in his place");
    }

    async fn who_works_for_two_teams_is_counted_as_one_and_judged_by_either(w: World) {
        sets(&w, MONDAY, Thresholds { dossiers: 1, ..Thresholds::FIRST }).await;
        let member = w.samira().member();
        let post = NewPost {
            person: member.person,
            account: member.account,
            controller: w.house.municipality,
            team: Some(w.house.zuid),
            function: Function::Worker,
            name: "Samira Haddad".into(),
            phone: String::new(),
            from: w.now(),
        };
        w.store.add_post(post).await.expect("a post");
        let (one, other) = (w.ria().opens_dossier_of(BILAL).await, w.tom().opens_dossier_of(FATMA).await);
        w.samira().reads(one.id).await.expect_err("not involved");
        w.samira().reads(other.id).await.expect_err("not involved");
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-02 Samira Haddad many-dossiers 2/2>1"]);
        let finding = of(&w, "Samira Haddad", Finding::ManyDossiers).await.id;
        assert_eq!(judges_of(&w, finding).await, ["joost", "karin", "olga"]);
    }

    async fn who_left_is_found_and_judged_by_who_was_responsible_that_day(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        w.clock.advance(SignedDuration::from_hours(2));
        leaves(&w, "ria").await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        let finding = of(&w, "Ria de Wit", Finding::ManyDossiers).await.id;

        assert_eq!(judges_of(&w, finding).await, ["joost", "olga"]);
    }

    async fn another_organisation_sees_judges_and_counts_only_its_own(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.wouter().opens_dossier_of(FATMA).await;
        w.ria().opens_dossier_of(FATMA).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-02 Ria de Wit many-dossiers 1/0>0"], "sixty is ordinary at the foundation");
        let finding = of(&w, "Ria de Wit", Finding::ManyDossiers).await.id;
        denied(&w.wouter().looks(ReadOne(finding)).await);
    }

    async fn a_namesake_stands_out_also_where_the_look_was_refused(w: World) {
        let dossier = w.ria().opens_dossier_of(NADIA).await;
        w.nadia().reads(dossier.id).await.expect_err("her own");
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-02 Nadia Yildiz namesake 1/1>0"]);
    }

    async fn a_client_who_was_taken_in_before_names_were_indexed_is_met_all_the_same(w: World) {
        let dossier = w.ria().opens_dossier_of(NADIA).await;
        let index = "SELECT token FROM client_index WHERE kind = 'surname'";
        let before = w.raw().rows(index).await;
        assert_eq!(before.len(), 1);
        w.raw().run("DELETE FROM client_index WHERE kind = 'surname'").await;
        w.nadia().reads(dossier.id).await.expect_err("her own");

        w.sequences().await;
        let today = w.person("olga").looks(Today).await.expect("hers");
        assert_eq!(today.len(), 1, "{today:?}");
        assert_eq!(w.raw().rows(index).await, [] as [Vec<testkit::Cell>; 0], "a look changes nothing");
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-02 Nadia Yildiz namesake 1/1>0"]);
        assert_eq!(w.raw().rows(index).await, before, "the name is opened this once");
    }

    async fn two_clients_of_one_surname_have_nothing_in_common_in_the_index(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        w.ria().opens_dossier_of(Resident { who: None, given_names: "Karim", ..BILAL_SENIOR }).await;

        let tokens = w.raw().rows("SELECT DISTINCT token FROM client_index WHERE kind = 'surname'").await;

        assert_eq!(tokens.len(), 2);
    }

    async fn an_address_that_a_worker_declared_stands_out(w: World) {
        let intake = Intake { address: "Voorbeeldkade 12, 1234 AB Voorbeeldstad".into(), ..Intake::of(BILAL) };
        let dossier = w.ria().takes_in(intake).await;
        let about = About::Address("1234ab 12".into());
        w.samira().performs(Declare { kind: ConflictKind::Neighbour, about }).await.expect("declared");
        w.samira().reads(dossier.id).await.expect_err("behind a wall");
        reviews_at(&w, "2026-03-03T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-02 Samira Haddad namesake 1/1>0"]);
    }

    async fn looking_after_help_stopped_stands_out_when_the_involvement_is_over_and_not_before(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let close = app::dossier::Close {
            part: dossier.first_part(),
            reason: ClosingReason::GoalReached,
            result: "Het is gelukt.".into(),
            why: "De vraag is afgesloten.".into(),
        };
        w.ria().performs(close).await.expect("closed");
        w.clock.set("2026-03-16T08:00:00Z");
        w.ria().reads(dossier.id).await.expect("fourteen days");
        w.clock.set("2026-03-17T10:00:00Z");
        w.ria().reads(dossier.id).await.expect_err("over");
        reviews_at(&w, "2026-03-18T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-17 Ria de Wit after-closing 1/1>0"]);
    }

    async fn searches_that_find_nobody_count_and_so_do_attempts_and_questions_in_an_emergency(w: World) {
        sets(&w, MONDAY, Thresholds { empty_searches: 2, ..Thresholds::FIRST }).await;
        w.ria().opens_dossier_of(BILAL).await;
        let search = |of: Resident| Search {
            surname: of.surname.into(), birth_date: BirthDate::full(of.born), bsn: None,
        };
        w.tom().performs(search(BILAL)).await.expect("somebody");
        w.tom().performs(search(FATMA)).await.expect("nobody");
        breaks_the_glass(&w, "tom", &FATMA).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        assert_eq!(told(&w).await, [] as [String; 0]);

        w.tom().performs(search(FATMA)).await.expect("nobody");
        breaks_the_glass(&w, "tom", &FATMA).await;
        rings(&w, "tom", &FATMA).await;
        reviews_at(&w, "2026-03-04T09:00:00Z").await;

        let expected = [
            "2026-03-03 Tom Bakker empty-searches 3/0>2",
            "2026-03-03 Tom Bakker repeated-emergency 3/3>2",
        ];
        assert_eq!(told(&w).await, expected, "two attempts and a question in a month as well");
    }

    async fn the_third_opening_in_a_month_stands_out(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        for day in ["2026-03-03T09:00:00Z", "2026-03-10T09:00:00Z", "2026-03-24T09:00:00Z"] {
            w.clock.set(day);
            breaks_the_glass(&w, "tom", &BILAL).await;
        }
        reviews_at(&w, "2026-03-25T09:00:00Z").await;

        assert_eq!(told(&w).await, ["2026-03-24 Tom Bakker repeated-emergency 3/0>2"]);
    }

    async fn a_question_to_the_coordinator_counts_as_a_search_of_the_day_and_always_works(w: World) {
        let searches = "SELECT COUNT(*) FROM existence_check";
        let (once, form) = (w.random_id(), form(&FATMA));
        let again = form.clone();

        w.tom().performs(Ask { form: form.clone(), once }).await.expect("asked");
        w.tom().performs(Ask { form, once }).await.expect("sent twice");
        assert_eq!(w.raw().one(searches).await.int(), 1, "the same form asks once");
        for _ in 0..30 {
            rings(&w, "tom", &FATMA).await;
        }

        assert_eq!(w.raw().one(searches).await.int(), 31, "beyond the limit of a day as well");
        w.tom().signs_in_again().await;
        let open = Open { whom: Whom::Sought(Box::new(again)), form: w.random_id() };
        let opened = w.tom().performs(open).await;
        assert!(matches!(opened, Err(NotDone::Rejected(app::emergency::OpenRefused::TooMany))), "{opened:?}");
    }

    async fn looks_at_night_and_in_the_weekend_stand_out(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        for day in ["2026-03-03T19:30:00Z", "2026-03-07T10:00:00Z"] {
            w.clock.set(day);
            for _ in 0..4 {
                w.ria().reads(dossier.id).await.expect("involved");
            }
        }
        reviews_at(&w, "2026-03-09T09:00:00Z").await;

        let expected = ["2026-03-07 Ria de Wit out-of-hours 4/0>3", "2026-03-03 Ria de Wit out-of-hours 4/0>3"];
        assert_eq!(told(&w).await, expected);
    }

    async fn of_two_verdicts_at_once_the_second_reads_the_first_and_a_settled_finding_stays_so(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        let finding = of(&w, "Ria de Wit", Finding::ManyDossiers).await.id;

        says(&w, "joost", finding, Verdict::Asked, 0).await.expect("his to judge");
        let second = says(&w, "olga", finding, Verdict::Wrong, 0).await;
        assert!(matches!(second, Err(NotDone::Rejected(JudgeRefused::Overtaken))), "{second:?}");
        assert_eq!(of(&w, "Ria de Wit", Finding::ManyDossiers).await.verdict, Some(Verdict::Asked), "it waits still");
        says(&w, "olga", finding, Verdict::Explained, 1).await.expect("after reading it");

        let read = w.joost().looks(ReadOne(finding)).await.expect("his to read");
        let said: Vec<_> = read.said.iter().map(|it| (it.by.as_str(), it.verdict)).collect();
        assert_eq!(said, [("Joost Meijer", Verdict::Asked), ("Olga Post", Verdict::Explained)]);
        assert_eq!(&*read.said[1].sentence, "Was een groot huisbezoek met de hele straat.");
        assert!(read.settled && waiting(&w, "olga").await.is_empty());
        let late = says(&w, "joost", finding, Verdict::Wrong, 2).await;
        assert!(matches!(late, Err(NotDone::Rejected(JudgeRefused::Overtaken))), "{late:?}");
        let listed = w.joost().looks(List).await.expect("his");
        assert_eq!(listed.settled.iter().map(|it| it.verdict).collect::<Vec<_>>(), [Some(Verdict::Explained)]);
    }

    async fn a_verdict_stands_on_the_record_and_its_sentence_is_sealed(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        let finding = of(&w, "Ria de Wit", Finding::ManyDossiers).await.id;
        says(&w, "joost", finding, Verdict::Wrong, 0).await.expect("his to judge");

        let record = w.last_record().await;

        assert_eq!((record.event.as_str(), record.reason.as_str()), ("JudgeFinding", "wrong"));
        let breach = w.person("olga").looks(app::breach::List).await.expect("oversees").remove(0);
        assert_eq!((record.items, record.outcome), (vec![finding.uuid(), breach.id.uuid()], Outcome::Done));
        let sealed = w.raw().one("SELECT sentence FROM log_verdict").await;
        assert!(!sealed.bytes().windows(10).any(|part| part == b"huisbezoek"));
    }

    async fn what_should_not_have_been_looked_at_is_received_as_one_breach(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        w.samira().opens_dossier_of(FATMA).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        let (wrong, explained) =
            (of(&w, "Ria de Wit", Finding::ManyDossiers).await.id, of(&w, "Samira Haddad", Finding::ManyDossiers).await.id);
        says(&w, "joost", wrong, Verdict::Asked, 0).await.expect("his to judge");
        says(&w, "joost", explained, Verdict::Explained, 0).await.expect("his to judge");
        assert!(w.person("olga").looks(app::breach::List).await.expect("oversees").is_empty());

        says(&w, "joost", wrong, Verdict::Wrong, 1).await.expect("his to judge");
        says(&w, "joost", wrong, Verdict::Wrong, 2).await.expect_err("it is settled");

        let listed = w.person("olga").looks(app::breach::List).await.expect("oversees");
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].emergency, listed[0].finding), (None, Some(wrong)));
        let read = w.person("olga").looks(app::breach::Read(listed[0].id)).await.expect("oversees");
        let origin = read.and_then(|(_, origin)| origin).expect("it is there");
        assert!(matches!(&origin.about, app::breach::About::Finding { worker, .. } if worker == "Ria de Wit"));
        assert_eq!(origin.judged_by, "Joost Meijer");
    }

    async fn where_every_look_was_refused_nothing_was_breached(w: World) {
        w.ria().opens_dossier_of(NADIA).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.nadia().reads(dossier.id).await.expect_err("not involved");
        any_look_stands_out(&w, MONDAY).await;
        reviews_at(&w, "2026-03-03T09:00:00Z").await;
        let refused = waiting(&w, "olga").await.into_iter().find(|it| it.times == it.refused).expect("only refused");

        says(&w, "olga", refused.id, Verdict::Wrong, 0).await.expect("hers to judge");

        assert!(w.person("olga").looks(app::breach::List).await.expect("oversees").is_empty());
    }

    async fn two_of_a_hundred_days_are_drawn_as_a_random_check(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        for _ in 0..3 {
            for _ in 0..20 {
                w.clock.set_to(w.now() + SignedDuration::from_hours(24));
                w.ria().reads(dossier.id).await.expect("involved");
                for who in ["samira", "daan", "tom", "nadia"] {
                    w.person(who).reads(dossier.id).await.expect_err("not involved");
                }
            }
            reviews(&w).await;
        }

        // Of three hundred days of somebody.
        let listed = w.person("olga").looks(List).await.expect("hers").waiting;
        let drawn: Vec<_> = listed.iter().filter(|it| it.finding == Finding::Sample).collect();
        assert!((1..20).contains(&drawn.len()), "{drawn:?}");
        assert!(drawn.iter().all(|it| it.times == 1 && it.ordinary == 0), "{drawn:?}");
        says(&w, "olga", drawn[0].id, Verdict::Explained, 0).await.expect("hers to judge");
    }

    async fn after_five_years_a_finding_goes_with_what_was_said_of_it_and_a_day_before_it_stays(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        w.ria().opens_dossier_of(BILAL).await;
        w.clock.set("2026-03-03T09:00:00Z");
        w.ria().opens_dossier_of(FATMA).await;
        reviews_at(&w, "2026-03-04T09:00:00Z").await;
        let lines = waiting(&w, "olga").await;
        assert_eq!(lines.len(), 2, "{lines:?}");
        for line in &lines {
            says(&w, "joost", line.id, Verdict::Explained, 0).await.expect("his to judge");
        }
        w.raw().run("UPDATE log_finding SET day = '2021-03-04' WHERE day = '2026-03-02'").await;
        w.raw().run("UPDATE log_finding SET day = '2021-03-03' WHERE day = '2026-03-03'").await;

        reviews_at(&w, "2026-03-05T09:00:00Z").await;

        let kept = w.raw().rows("SELECT f.day FROM log_finding f JOIN log_verdict v ON v.finding = f.id").await;
        assert_eq!(kept.iter().map(|row| row[0].text()).collect::<Vec<_>>(), ["2021-03-04"]);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM log_verdict").await.int(), 1);
    }

    async fn thresholds_are_the_officers_with_a_reason_after_password_and_code_and_never_of_yesterday(w: World) {
        let change = |from| ChangeThem { from, thresholds: Thresholds::FIRST, reason: "Proef in maart.".into() };
        for who in STAFF.into_iter().filter(|who| *who != "olga") {
            w.person(who).signs_in().await;
            denied(&w.person(who).performs(change(MONDAY)).await);
            denied(&w.person(who).looks(History).await);
        }
        w.person("olga").signs_in().await;

        let past = w.person("olga").performs(change(date(2026, 3, 1))).await;
        assert!(matches!(past, Err(NotDone::Rejected(ChangeRefused::Past))), "{past:?}");
        let empty = ChangeThem { reason: "  ".into(), ..change(MONDAY) };
        let empty = w.person("olga").performs(empty).await;
        assert!(matches!(empty, Err(NotDone::Rejected(ChangeRefused::Reason(_)))), "{empty:?}");
        w.person("olga").performs(change(date(2026, 3, 20))).await.expect("hers");
        w.person("olga").performs(change(MONDAY)).await.expect("hers");
        w.clock.advance(SignedDuration::from_mins(11));
        let stale = w.person("olga").performs(change(MONDAY)).await;

        let Err(NotDone::Denied { policies }) = stale else { panic!("{stale:?}") };
        assert_eq!(policies, ["wall-stale-sign-in"]);
        let history = w.person("olga").looks(History).await.expect("hers");
        let days: Vec<_> = history.iter().map(|it| (it.change.from, it.by.as_str(), &*it.reason)).collect();
        assert_eq!(days, [
            (date(2026, 3, 20), "Olga Post", "Proef in maart."),
            (MONDAY, "Olga Post", "Proef in maart."),
        ]);
    }

    async fn today_is_counted_when_asked_for_and_kept_nowhere(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.joost().looks(ReadWho(dossier.id)).await.expect("his team");
        w.sequences().await;

        let names = |found: Vec<app::log_review::SoFar>| -> Vec<String> {
            found.into_iter().map(|it| it.staff_name).collect()
        };
        let of_joost = names(w.joost().looks(Today).await.expect("his"));
        let of_olga = names(w.person("olga").looks(Today).await.expect("hers"));

        assert_eq!(of_joost, ["Ria de Wit"], "never his own");
        assert_eq!(of_olga, ["Joost Meijer", "Ria de Wit"]);
        denied(&w.ria().looks(Today).await);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM log_finding").await.int(), 0);
    }
}

/// Somebody else of Bilal's surname.
const BILAL_SENIOR: Resident = Resident { born: date(1950, 2, 3), bsn: "012345672", ..BILAL };
