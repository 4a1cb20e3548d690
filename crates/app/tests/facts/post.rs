//! Who works here, as what and from when to when (ACC-07, ACC-15): nobody gives themselves anything, of two at once one is
//! told, and what ends at midnight ends at midnight.

use app::NotDone;
use app::caseload::{Filter, ListOwn};
use app::post::{
    Appoint, AppointRefused, ChangeRefused, CountTeams, End, ListPosts, Move, NoteTraining, ReadOne, StopAll,
    TrainingRefused, When, lacks,
};
use app::sign_in::{Caller, SessionNow};
use domain::post::PostFault;
use domain::{Function, StaffId, amsterdam_date};
use jiff::SignedDuration;
use jiff::civil::date;
use testkit::{BILAL, PASSWORD, Person, World, both_engines};

fn appoint(w: &World, function: Function) -> Appoint {
    Appoint {
        name: "Yara Nieuwenhuis".into(),
        phone: "030 123 45 67".into(),
        function,
        team: w.ria().member().team,
        from: amsterdam_date(w.now()),
        form: w.random_id(),
    }
}

fn ends(staff: StaffId, when: When) -> End {
    End { staff, when, told: true, read: 0 }
}

fn moves(w: &World, staff: StaffId, function: Function) -> Move {
    let from = amsterdam_date(w.now());
    Move { staff, function, team: w.ria().member().team, from, told: true, read: 0 }
}

async fn kees(w: &World) -> Person<'_> {
    let kees = w.person("kees");
    kees.signs_in().await;
    kees
}

fn is_denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: Result<T, NotDone<R>>) -> bool {
    matches!(done, Err(NotDone::Denied { .. }))
}

both_engines! {
    async fn an_administrator_changes_nothing_about_their_own_post(w: World) {
        let kees = kees(&w).await;
        let own = kees.staff();

        assert!(is_denied(kees.performs(moves(&w, own, Function::Worker)).await));
        assert!(is_denied(kees.performs(ends(own, When::Now)).await));
        assert!(is_denied(kees.performs(NoteTraining { staff: own, passed_on: date(2026, 1, 1) }).await));
        assert!(is_denied(kees.looks(ReadOne(own)).await));
        assert!(is_denied(kees.performs(StopAll(own)).await));
    }

    async fn nobody_but_the_administrator_manages_posts_and_none_of_another_organisation(w: World) {
        for who in ["ria", "joost", "olga", "ingeborg"] {
            w.person(who).signs_in().await;
            assert!(is_denied(w.person(who).performs(appoint(&w, Function::Worker)).await), "{who}");
            assert!(is_denied(w.person(who).looks(ReadOne(w.samira().staff())).await), "{who}");
            assert!(is_denied(w.person(who).performs(ends(w.samira().staff(), When::Now)).await), "{who}");
        }
        let kees = kees(&w).await;
        let elsewhere = w.person("wouter").staff();

        assert!(is_denied(kees.looks(ReadOne(elsewhere)).await));
        assert!(is_denied(kees.performs(ends(elsewhere, When::Now)).await));
        let other_team = Appoint { team: w.person("wouter").member().team, ..appoint(&w, Function::Worker) };
        assert_eq!(refusal(kees.performs(other_team).await), AppointRefused::NoSuchTeam);
        assert!(!kees.looks(ListPosts).await.expect("their list").iter().any(|it| it.staff == elsewhere));
    }

    async fn no_administrator_and_no_officer_is_made_or_sent_away_from_a_page(w: World) {
        let kees = kees(&w).await;

        for function in [Function::FunctionalAdmin, Function::DataProtectionOfficer] {
            assert_eq!(refusal(kees.performs(appoint(&w, function)).await), AppointRefused::Post(PostFault::Privileged));
        }
        let up = kees.performs(moves(&w, w.samira().staff(), Function::FunctionalAdmin)).await;
        assert_eq!(refusal(up), ChangeRefused::Post(PostFault::Privileged));
        let away = kees.performs(ends(w.person("olga").staff(), When::Now)).await;
        assert_eq!(refusal(away), ChangeRefused::Post(PostFault::Privileged));
    }

    async fn of_two_who_change_a_post_at_once_the_second_is_told(w: World) {
        let kees = kees(&w).await;
        let samira = w.samira().staff();

        kees.performs(ends(samira, When::After(amsterdam_date(w.now())))).await.expect("the first");
        let second = kees.performs(moves(&w, samira, Function::YouthWorker)).await;

        assert_eq!(refusal(second), ChangeRefused::Overtaken);
        let post = kees.looks(ReadOne(samira)).await.expect("read").post;
        assert_eq!((post.turn, post.line.function), (1, Function::Worker));
        let again = End { read: 1, ..ends(samira, When::Now) };
        kees.performs(again).await.expect("after reading it may be changed again");
    }

    async fn access_stops_at_midnight_in_amsterdam_with_a_session_open(w: World) {
        let today = amsterdam_date(w.now());
        let kees = kees(&w).await;
        kees.performs(ends(w.samira().staff(), When::After(today))).await.expect("from tonight");
        let until = kees.looks(ReadOne(w.samira().staff())).await.expect("read").post.line.until.expect("an end");
        w.clock.set_to(until - SignedDuration::from_secs(60));
        w.samira().signs_in().await;
        let asker = w.samira().asker().await;

        w.clock.set_to(until - SignedDuration::from_millis(1));
        assert!(w.app.look(asker, ListOwn(Filter::default())).await.is_ok());
        w.clock.set_to(until);
        assert!(matches!(w.app.look(asker, ListOwn(Filter::default())).await, Err(NotDone::SignedOut)));
    }

    async fn whoever_is_sent_away_now_is_signed_out_and_does_not_come_back(w: World) {
        w.samira().signs_in().await;
        let cookie = w.samira().cookie().await;
        let kees = kees(&w).await;
        w.clock.advance(SignedDuration::from_secs(60));

        kees.performs(ends(w.samira().staff(), When::Now)).await.expect("ended");

        assert!(!matches!(w.app.session(&cookie).await.expect("it answers"), SessionNow::Live { .. }));
        let (caller, code) = (Caller::house(w.random_id()), w.samira().code(w.now().as_second() / 30));
        let again = w.app.sign_in(&caller, "samira", PASSWORD.to_owned(), code).await.expect("it answers");
        assert!(again.is_none(), "not as a resident either");
        let post = kees.looks(ReadOne(w.samira().staff())).await.expect("read").post;
        assert_eq!((post.sessions, post.changes.len()), (0, 1));
        let afterwards = kees.performs(End { read: 1, ..ends(w.samira().staff(), When::Now) }).await;
        assert_eq!(refusal(afterwards), ChangeRefused::Over, "what was stays as it was");
    }

    async fn a_post_with_dossiers_ends_only_when_the_coordinator_knows(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        let kees = kees(&w).await;
        let silent = End { told: false, ..ends(w.ria().staff(), When::Now) };

        assert_eq!(refusal(kees.performs(silent).await), ChangeRefused::Dossiers(1));
        let moved = Move { told: false, ..moves(&w, w.ria().staff(), Function::YouthWorker) };
        assert_eq!(refusal(kees.performs(moved).await), ChangeRefused::Dossiers(1));
        kees.performs(ends(w.ria().staff(), When::Now)).await.expect("access stops in any case");
    }

    async fn another_function_is_another_post_and_dossiers_stay_behind(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let kees = kees(&w).await;
        kees.performs(NoteTraining { staff: w.ria().staff(), passed_on: amsterdam_date(w.now()) }).await.expect("noted");

        let staff = kees.performs(moves(&w, w.ria().staff(), Function::YouthWorker)).await.expect("moved");

        assert_ne!(staff, w.ria().staff());
        let new = kees.looks(ReadOne(staff)).await.expect("read").post;
        assert_eq!((new.line.function, new.dossiers, new.turn), (Function::YouthWorker, 0, 1));
        let today = amsterdam_date(w.now());
        assert!(lacks(&new.line, today).pledge && !lacks(&new.line, today).training);
        assert!(matches!(w.ria().looks(app::dossier::ReadIt { dossier: dossier.id, page: 0, take: 50 }).await, Err(NotDone::SignedOut)));
        let old = kees.looks(ReadOne(w.ria().staff())).await.expect("read").post;
        assert!(old.goes_on && old.dossiers == 1, "{old:?}");
        let back = Move { read: 1, ..moves(&w, w.ria().staff(), Function::Worker) };
        assert_eq!(refusal(kees.performs(back).await), ChangeRefused::Over);
    }

    async fn somebody_new_works_after_code_pledge_and_training_and_a_form_sent_twice_is_one(w: World) {
        let kees = kees(&w).await;
        let new = appoint(&w, Function::Worker);

        let staff = kees.performs(new.clone()).await.expect("appointed");
        assert_eq!(kees.performs(new).await.expect("again"), staff);

        let post = kees.looks(ReadOne(staff)).await.expect("read").post;
        let today = amsterdam_date(w.now());
        assert!(!post.line.activated && lacks(&post.line, today).pledge && lacks(&post.line, today).training);
        assert_eq!((post.line.team.as_str(), post.turn), ("Wijkteam Noord", 1));
        let named: Vec<_> = kees.looks(ListPosts).await.expect("listed");
        assert_eq!(named.iter().filter(|it| it.name == "Yara Nieuwenhuis").count(), 1);
        let tomorrow = today.tomorrow().expect("a day");
        let future = kees.performs(NoteTraining { staff, passed_on: tomorrow }).await;
        assert_eq!(refusal(future), TrainingRefused::Future);
        kees.performs(NoteTraining { staff, passed_on: today }).await.expect("noted");
        assert!(!lacks(&kees.looks(ReadOne(staff)).await.expect("read").post.line, today).training);
    }

    async fn a_team_counts_who_works_there_now_apart_from_who_begins_later_and_not_who_left(w: World) {
        let kees = kees(&w).await;
        let noord = async || {
            let teams = kees.looks(CountTeams).await.expect("counted");
            let it = teams.into_iter().find(|it| it.name == "Wijkteam Noord").expect("Ria's team");
            (it.working, it.coming)
        };
        let (working, coming) = noord().await;
        let next_week = amsterdam_date(w.now()).checked_add(jiff::Span::new().days(7)).expect("a day");

        kees.performs(Appoint { from: next_week, ..appoint(&w, Function::Worker) }).await.expect("appointed");
        assert_eq!(noord().await, (working, coming + 1));
        kees.performs(ends(w.samira().staff(), When::Now)).await.expect("ended");
        assert_eq!(noord().await, (working - 1, coming + 1));
        w.clock.advance(SignedDuration::from_hours(24 * 8));
        kees.signs_in().await;
        assert_eq!(noord().await, (working, coming), "who was to begin has begun");
    }

    async fn only_the_administrator_sees_the_teams_and_those_of_the_own_organisation(w: World) {
        for who in ["ria", "joost", "olga", "ingeborg"] {
            w.person(who).signs_in().await;
            assert!(is_denied(w.person(who).looks(CountTeams).await), "{who}");
        }
        let elsewhere = w.person("wouter").member().team;
        let others = kees(&w).await.looks(app::post::ListTeams).await.expect("listed");

        let counted = kees(&w).await.looks(CountTeams).await.expect("counted");

        assert!(elsewhere.is_some() && others.iter().all(|it| Some(it.team) != elsewhere), "{others:?}");
        assert_eq!(counted.len(), others.len());
    }

    async fn yesterday_is_no_first_day_and_a_team_of_nobody_no_place(w: World) {
        let kees = kees(&w).await;
        let yesterday = amsterdam_date(w.now()).yesterday().expect("a day");

        let late = Appoint { from: yesterday, ..appoint(&w, Function::Worker) };
        assert_eq!(refusal(kees.performs(late).await), AppointRefused::Post(PostFault::Past));
        let alone = Appoint { team: None, ..appoint(&w, Function::Worker) };
        assert_eq!(refusal(kees.performs(alone).await), AppointRefused::Post(PostFault::NoTeam));
        let past = kees.performs(ends(w.samira().staff(), When::After(yesterday))).await;
        assert_eq!(refusal(past), ChangeRefused::Post(PostFault::Past));
        let same = kees.performs(moves(&w, w.samira().staff(), Function::Worker)).await;
        assert_eq!(refusal(same), ChangeRefused::Same);
    }
}

fn refusal<T: std::fmt::Debug, R: std::fmt::Debug>(done: Result<T, NotDone<R>>) -> R {
    match done {
        Err(NotDone::Rejected(why)) => why,
        other => panic!("rejected, not {other:?}"),
    }
}
