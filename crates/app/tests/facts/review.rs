//! Judging an emergency access (ACC-04): whose turn it is, that a verdict stands, what comes of one, and that silence
//! approves nothing. Every fact runs on both engines.

use app::NotDone;
use app::emergency::{Approve, Ask, Begin, End, Form, List as OfTeam, Open, Opened, Whom};
use app::portal::LooksRead;
use app::review::{
    Count, Explain, ExplainRefused, Judge, JudgeRefused, Judged, List, Listed, Read, ReadQuestion, Stage,
    TellBoard,
};
use app::standing::{About, Declare, Exclude, OwnAbsence, Protect, TeamAbsence};
use app::today::ReadToday;
use domain::{
    BirthDate, ConflictKind, EmergencyId, EmergencyLength, EmergencyReason, Outcome, ProtectionGround,
    Sentence,
};
use jiff::{SignedDuration, Timestamp};
use testkit::{BILAL, Dossier, World, both_engines};

/// Everybody of the municipality who could be thought to judge.
const STAFF: [&str; 9] = ["ria", "samira", "joost", "devi", "karin", "olga", "kees", "ingeborg", "tom"];
const WHY: &str = "Er was niemand bereikbaar en het kon niet wachten.";

fn sentence(text: &str) -> Sentence {
    Sentence::new(text).expect("a sentence")
}

fn form() -> Form {
    Form {
        surname: BILAL.surname.to_owned(),
        birth_date: BirthDate::full(BILAL.born),
        bsn: None,
        reason: EmergencyReason::ClientPresent,
        sentence: sentence("Staat aan de balie, kan niet wachten."),
        length: EmergencyLength::USUAL,
    }
}

/// Somebody opens Bilal's dossier, of Noord.
async fn opens(w: &World, who: &'static str) -> EmergencyId {
    w.person(who).signs_in_again().await;
    let open = Open { whom: Whom::Sought(Box::new(form())), form: w.random_id() };
    let opened = w.person(who).performs(open).await.expect("carries cases");
    assert!(matches!(opened, Opened::Now { .. }), "{opened:?}");
    w.person(who).looks(Begin).await.expect("carries cases").openings[0].id
}

/// Bilal's dossier, of which Tom of Zuid knows nothing, and Tom's emergency access to it.
async fn opened_by(w: &World, who: &'static str) -> (Dossier, EmergencyId) {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("involved");
    (dossier, opens(w, who).await)
}

async fn judges(
    w: &World,
    who: &'static str,
    emergency: EmergencyId,
    outcome: Outcome,
) -> Result<Judged, NotDone<JudgeRefused>> {
    w.person(who).performs(Judge { emergency, outcome, sentence: sentence(WHY) }).await
}

async fn list_of(w: &World, who: &'static str) -> Vec<Listed> {
    match w.person(who).looks(List).await {
        Ok(all) => all,
        Err(NotDone::Denied { .. } | NotDone::SignedOut) => Vec::new(),
        Err(other) => panic!("{who}: {other:?}"),
    }
}

/// Whose turn it is by their lists; and that the policies say the same of each of them.
async fn turn_of(w: &World, emergency: EmergencyId) -> Vec<&'static str> {
    let mut turn = Vec::new();
    for who in STAFF {
        if !w.person(who).works_here().await {
            continue;
        }
        let listed = list_of(w, who).await.iter().any(|it| it.id == emergency && it.yours);
        let asker = w.person(who).asker().await;
        let counted = w.app.look(asker, Count).await;
        let counted = match counted {
            Ok(found) => found.done().await.expect("recorded").0,
            Err(_) => 0,
        };
        assert_eq!(counted, usize::from(listed), "{who}");
        // Asking an explanation twice shows who may, and changes nothing after the first.
        let asked = judges(w, who, emergency, Outcome::NeedsInfo).await;
        let may = !matches!(asked, Err(NotDone::Denied { .. } | NotDone::SignedOut));
        assert_eq!(listed, may, "{who}: {asked:?}");
        if listed {
            turn.push(who);
        }
    }
    turn
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

async fn count(w: &World, sql: &'static str) -> i64 {
    w.raw().rows(sql).await[0][0].int()
}

async fn looks(w: &World, dossier: &Dossier) -> LooksRead {
    w.bilal().sees_looks(dossier.id).await.expect("the own dossier")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

both_engines! {
    async fn nobody_judges_or_reads_their_own_case_at_the_desk(w: World) {
        let (_, id) = opened_by(&w, "joost").await;

        for outcome in Outcome::ALL {
            denied(&judges(&w, "joost", id, *outcome).await);
        }
        denied(&w.joost().looks(Read(id)).await);
        assert!(list_of(&w, "joost").await.is_empty());
        assert_eq!(turn_of(&w, id).await, ["devi"], "while he is at work as well");
    }

    async fn who_approved_it_does_not_judge_it(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().performs(Protect { dossier: dossier.id, ground: ProtectionGround::Employee }).await.expect("hers");
        w.tom().performs(Ask { form: form(), once: w.random_id() }).await.expect("asking always works");
        let request = w.joost().looks(OfTeam(w.joost().member().team)).await.expect("his team").requests[0].id;
        w.joost().signs_in_again().await;
        w.joost().performs(Approve(request)).await.expect("his team");
        w.tom().signs_in_again().await;
        let open = Open { whom: Whom::Approved(request), form: w.random_id() };
        w.tom().performs(open).await.expect("approved");
        let id = w.tom().looks(Begin).await.expect("carries cases").openings[0].id;

        denied(&judges(&w, "joost", id, Outcome::Justified).await);
        assert_eq!(turn_of(&w, id).await, ["devi"]);
        w.person("devi").leaves().await;
        assert_eq!(turn_of(&w, id).await, ["olga"], "nobody of the team is left");
        assert_eq!(w.person("olga").looks(Read(id)).await.expect("her turn").approved_by, "Joost Meijer");
    }

    async fn of_the_only_coordinator_without_a_deputy_the_officer_judges_from_day_one(w: World) {
        let (_, id) = opened_by(&w, "joost").await;
        w.person("devi").leaves().await;
        w.joost().performs(End(id)).await.expect("his own");

        assert_eq!(turn_of(&w, id).await, ["olga"]);
        assert_eq!(judges(&w, "olga", id, Outcome::Justified).await.ok(), Some(Judged::Stands(None)));
    }

    async fn two_reviewers_at_once_give_one_verdict_and_the_second_learns_whose(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        w.tom().performs(End(id)).await.expect("his own");
        // Both have the page open; the coordinator was absent when the deputy opened hers.
        let (from, until) = (w.now(), w.now() + SignedDuration::from_hours(1));
        let absence = TeamAbsence { team: w.joost().member().team, staff: w.joost().staff(), from, until };
        w.person("devi").performs(absence).await.expect("her team");
        let asker = w.person("devi").asker().await;
        let other = w.person("devi").asker().await;
        let one = Judge { emergency: id, outcome: Outcome::Justified, sentence: sentence(WHY) };
        let two = Judge { emergency: id, outcome: Outcome::NotJustified, sentence: sentence(WHY) };

        let (one, two) = tokio::join!(w.app.perform(asker, one), w.app.perform(other, two));

        let stands = [&one, &two].iter().filter(|it| it.is_ok()).count();
        assert_eq!(stands, 1, "{one:?} {two:?}");
        let breaches = i64::from(matches!(two, Ok(Judged::Stands(Some(_)))));
        assert_eq!(count(&w, "SELECT COUNT(*) FROM breach").await, breaches, "the verdict and its breach go together");
        let late = judges(&w, "devi", id, Outcome::NotJustified).await;
        assert!(matches!(late, Err(NotDone::Rejected(JudgeRefused::Already))), "{late:?}");
        let read = w.person("devi").looks(Read(id)).await.expect("her team's");
        let Stage::Judged(verdict) = read.listed.stage else { panic!("it stands") };
        assert_eq!((verdict.by.as_str(), &*verdict.sentence), ("Devi Ramdin", WHY));
    }

    async fn silence_approves_nothing_and_after_ten_working_days_the_officer_judges(w: World) {
        // Monday 2 March 2026; the tenth working day is Monday 16 March, until midnight in Amsterdam (23:00 UTC).
        let (_, id) = opened_by(&w, "tom").await;
        assert_eq!(turn_of(&w, id).await, ["joost"]);

        w.clock.set_to(at("2026-03-16T22:50:00Z"));
        assert_eq!(list_of(&w, "joost").await.iter().map(|it| (it.yours, it.overdue)).next(), Some((true, false)));
        w.clock.set_to(at("2026-03-16T23:00:00Z"));
        assert_eq!(turn_of(&w, id).await, ["olga"]);
        let told = list_of(&w, "joost").await;
        assert_eq!(told.iter().map(|it| (it.yours, it.overdue)).next(), Some((false, true)), "he sees it waits");
        denied(&judges(&w, "joost", id, Outcome::Justified).await);
        denied(&w.joost().looks(Read(id)).await);

        w.clock.set_to(at("2026-12-31T12:00:00Z"));
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access WHERE judged_at IS NOT NULL").await, 0);
        assert_eq!(turn_of(&w, id).await, ["olga"], "months later it waits still");
    }

    async fn the_board_is_told_of_what_is_overdue_by_a_human_and_once(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        let olga = w.person("olga");
        assert_eq!(olga.performs(TellBoard(vec![id])).await.ok(), Some(0), "it is not overdue");
        w.clock.set_to(at("2026-03-16T23:00:00Z"));
        denied(&w.joost().performs(TellBoard(vec![id])).await);

        assert_eq!(olga.performs(TellBoard(vec![id, EmergencyId(w.random_id())])).await.ok(), Some(1));

        assert_eq!(olga.performs(TellBoard(vec![id])).await.ok(), Some(0), "once");
        let told = list_of(&w, "olga").await[0].board_told.clone();
        assert_eq!(told.map(|(_, by)| by), Some("Olga Post".to_owned()));
        assert_eq!(turn_of(&w, id).await, ["olga"], "telling judges nothing");
    }

    async fn what_should_not_have_been_is_a_breach_received_with_its_clock(w: World) {
        let (_, id) = opened_by(&w, "tom").await;

        let judged = judges(&w, "joost", id, Outcome::NotJustified).await;

        let Ok(Judged::Stands(Some(breach))) = judged else { panic!("{judged:?}") };
        let listed = w.person("olga").looks(app::breach::List).await.expect("oversees");
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].id, listed[0].emergency), (breach, Some(id)));
        assert_eq!(domain::breach::hours_left(listed[0].aware_at, w.now()), Some(72));
        assert!(listed[0].reference.starts_with("2026-"));
        let read = w.person("olga").looks(app::breach::Read(breach)).await.expect("oversees");
        let origin = read.and_then(|(_, origin)| origin).expect("it is there");
        assert!(
            matches!(&origin.about, app::breach::About::Emergency { accessor, .. } if accessor == "Tom Bakker")
        );
        assert_eq!(origin.judged_by, "Joost Meijer");
        for who in ["joost", "tom", "kees", "wouter"] {
            denied(&w.person(who).looks(app::breach::List).await);
            denied(&w.person(who).looks(app::breach::Read(breach)).await);
        }
    }

    async fn when_the_breach_cannot_be_written_there_is_no_verdict(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        for fault in [store::Fault::InsertFails, store::Fault::CommitFails] {
            let asker = w.joost().asker().await;
            w.breaks(Some(fault));
            let judge = Judge { emergency: id, outcome: Outcome::NotJustified, sentence: sentence(WHY) };
            assert!(matches!(w.app.perform(asker, judge).await, Err(NotDone::Failed(_))));
            w.breaks(None);
        }

        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_access WHERE judged_at IS NOT NULL").await, 0);
        assert_eq!(count(&w, "SELECT COUNT(*) FROM breach").await, 0);
    }

    async fn what_is_open_still_is_not_justified_yet(w: World) {
        let (dossier, id) = opened_by(&w, "tom").await;

        let early = judges(&w, "joost", id, Outcome::Justified).await;
        assert!(matches!(early, Err(NotDone::Rejected(JudgeRefused::StillOpen))), "{early:?}");
        w.tom().reads(dossier.id).await.expect("open still");
        w.clock.advance(SignedDuration::from_hours(4));

        assert!(judges(&w, "joost", id, Outcome::Justified).await.is_ok(), "over by time");
    }

    async fn what_should_not_have_been_opened_is_open_no_longer(w: World) {
        let (dossier, id) = opened_by(&w, "tom").await;
        w.tom().reads(dossier.id).await.expect("open");

        judges(&w, "joost", id, Outcome::NotJustified).await.expect("his turn");

        denied(&w.tom().reads(dossier.id).await);
        let ended = w.raw().rows("SELECT ended_how FROM emergency_access").await;
        assert_eq!(ended[0][0].text(), "coordinator");
    }

    async fn a_breach_tells_an_officer_behind_a_wall_nothing_of_what_it_came_from(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        let Ok(Judged::Stands(Some(breach))) = judges(&w, "joost", id, Outcome::NotJustified).await else {
            panic!("it stands")
        };
        let about = About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) };
        w.person("olga").performs(Declare { kind: ConflictKind::Neighbour, about }).await.expect("declared");

        let read = w.person("olga").looks(app::breach::Read(breach)).await.expect("oversees");

        assert!(read.is_some_and(|(_, origin)| origin.is_none()));
        assert_eq!(w.last_record().await.subject, None, "and the record tells of no client");
    }

    async fn what_is_right_is_no_breach(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        w.tom().performs(End(id)).await.expect("his own");

        judges(&w, "joost", id, Outcome::Justified).await.expect("his turn");

        assert_eq!(count(&w, "SELECT COUNT(*) FROM breach").await, 0);
        assert_eq!(w.last_record().await.reason, "justified");
    }

    async fn an_explanation_is_asked_given_and_comes_back_with_the_same_deadline(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        let due = list_of(&w, "joost").await[0].due;
        let explain = |text: &str| Explain { emergency: id, text: sentence(text) };
        let nothing = w.tom().performs(explain("Niemand nam de telefoon op die middag.")).await;
        assert!(matches!(nothing, Err(NotDone::Rejected(ExplainRefused::NotAsked))), "{nothing:?}");

        assert_eq!(judges(&w, "joost", id, Outcome::NeedsInfo).await.ok(), Some(Judged::Asked));

        let twice = judges(&w, "joost", id, Outcome::NeedsInfo).await;
        assert!(matches!(twice, Err(NotDone::Rejected(JudgeRefused::AskedAlready))), "{twice:?}");
        let today = w.tom().looks(ReadToday).await.expect("carries cases");
        assert_eq!(today.explains.iter().map(|it| it.id).collect::<Vec<_>>(), [id]);
        let asked = w.tom().looks(ReadQuestion(id)).await.expect("his own");
        assert!(asked.is_asked());
        assert_eq!((asked.due, &*asked.exchanges[0].question), (due, WHY));
        for who in ["ria", "samira", "joost", "devi", "olga"] {
            denied(&w.person(who).looks(ReadQuestion(id)).await);
            denied(&w.person(who).performs(explain("Ik was het niet, maar ik leg het uit.")).await);
        }
        w.tom().performs(explain("Niemand nam de telefoon op die middag.")).await.expect("his own");

        assert!(w.tom().looks(ReadToday).await.expect("carries cases").explains.is_empty());
        let again = list_of(&w, "joost").await;
        assert!(matches!(again[0].stage, Stage::Explained { .. }) && again[0].due == due);
        let case = w.joost().looks(Read(id)).await.expect("his turn");
        let (answer, _) = case.exchanges[0].answer.clone().expect("answered");
        assert_eq!(&*answer, "Niemand nam de telefoon op die middag.");
        judges(&w, "joost", id, Outcome::NeedsInfo).await.expect("he may ask on");
        w.tom().performs(End(id)).await.expect("his own");
        judges(&w, "joost", id, Outcome::Justified).await.expect("and judge without an answer");
        let late = w.tom().performs(explain("Dit komt na het oordeel binnen.")).await;
        assert!(matches!(late, Err(NotDone::Rejected(ExplainRefused::NotAsked))), "{late:?}");
        let told = w.tom().looks(ReadQuestion(id)).await.expect("his own").verdict;
        assert_eq!(told.map(|(outcome, _, _)| outcome), Some(Outcome::Justified));
    }

    async fn the_case_tells_kinds_and_counts_and_who_was_away_and_no_content(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().writes(dossier.first_part(), "Bilal belde over Kwartelveen.").await.expect("involved");
        let (from, until) = (w.now(), w.now() + SignedDuration::from_hours(48));
        w.ria().performs(OwnAbsence { from, until }).await.expect("her own");
        w.joost().assigns(dossier.first_part(), w.person("samira").staff()).await.expect("his team");
        let first = opens(&w, "tom").await;
        let _ = w.tom().performs(app::emergency::End(first)).await;
        judges(&w, "joost", first, Outcome::Justified).await.expect("his turn");
        w.clock.advance(SignedDuration::from_mins(1));
        let id = opens(&w, "tom").await;
        w.tom().reads(dossier.id).await.expect("open");
        w.tom().reads(dossier.id).await.expect("open");
        w.tom().writes(dossier.first_part(), "Gesproken aan de balie.").await.expect("open");
        w.clock.advance(SignedDuration::from_hours(5));
        w.sequences().await;

        let case = w.joost().looks(Read(id)).await.expect("his turn");

        let seen: Vec<(&str, u64)> = case.seen.iter().map(|it| (it.event.as_str(), it.times)).collect();
        assert_eq!(seen, [("ReadDossier", 2), ("OpenEmergency", 1), ("WriteEntry", 1)]);
        let workers: Vec<_> =
            case.workers.expect("it is there").into_iter().map(|it| (it.name, it.away, it.noted_later)).collect();
        assert_eq!(workers, [
            ("Ria de Wit".to_owned(), true, false),
            ("Samira Haddad".to_owned(), false, false),
        ]);
        assert_eq!(case.earlier.len(), 1);
        assert_eq!(case.earlier[0].outcome, Some(Outcome::Justified));
        assert_eq!(case.listed.name, "Tom Bakker");
        denied(&w.joost().reads(dossier.id).await);
    }

    async fn an_absence_that_was_noted_afterwards_is_said_to_be_so(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        let from = w.now() - SignedDuration::from_hours(1);
        w.clock.advance(SignedDuration::from_hours(1));
        let until = w.now() + SignedDuration::from_hours(8);
        let absence = TeamAbsence { team: w.joost().member().team, staff: w.ria().staff(), from, until };
        w.joost().performs(absence).await.expect("his team");

        let case = w.joost().looks(Read(id)).await.expect("his turn");

        let workers = case.workers.expect("it is there");
        assert!(workers[0].away && workers[0].noted_later, "{workers:?}");
    }

    async fn it_is_judged_also_when_the_dossier_is_gone(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        // As destruction leaves it: what was opened is not there any more, nor whose it was.
        let raw = w.raw();
        raw.run("UPDATE client SET pseudonym = person").await;
        raw.run("DELETE FROM look_at_client").await;

        let case = w.joost().looks(Read(id)).await.expect("his turn");
        assert!(case.workers.is_none() && case.seen.is_empty() && case.asked.is_empty());
        assert_eq!(&*case.listed.sentence, "Staat aan de balie, kan niet wachten.");
        assert!(judges(&w, "joost", id, Outcome::NotJustified).await.is_ok());
        assert_eq!(count(&w, "SELECT COUNT(*) FROM breach").await, 1);
    }

    async fn walls_stand_before_the_desk_too(w: World) {
        let (dossier, id) = opened_by(&w, "tom").await;
        let about = About::Person { surname: BILAL.surname.into(), birth_date: BirthDate::full(BILAL.born) };
        w.joost().performs(Declare { kind: ConflictKind::Neighbour, about }).await.expect("declared");
        assert_eq!(turn_of(&w, id).await, ["devi"]);

        let exclude = Exclude { dossier: dossier.id, staff: w.person("devi").staff() };
        let by_joost = w.joost().performs(exclude).await;
        denied(&by_joost);
        denied(&w.joost().looks(Read(id)).await);
        assert!(list_of(&w, "joost").await.is_empty());
        for who in ["karin", "wouter", "kees", "ria", "tom"] {
            denied(&w.person(who).looks(Read(id)).await);
        }
    }

    async fn an_absent_coordinator_gives_way_to_the_deputy(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        let (from, until) = (w.now(), w.now() + SignedDuration::from_hours(2));
        w.joost().performs(OwnAbsence { from, until }).await.expect("his own");

        assert_eq!(turn_of(&w, id).await, ["devi"]);
        w.clock.set_to(until);
        assert_eq!(turn_of(&w, id).await, ["joost"]);
    }

    async fn the_client_is_told_by_when_and_what_came_of_it(w: World) {
        let (dossier, id) = opened_by(&w, "tom").await;
        let opened_at = looks(&w, &dossier).await.judging[0].opened_at;
        let line = looks(&w, &dossier).await.looks.into_iter().find(|it| it.event == "OpenEmergency");
        assert_eq!(line.map(|it| it.at), Some(opened_at), "it stands at its line");
        let told = |read: &LooksRead| read.judging_of(opened_at).map(|it| (it.due, it.outcome));
        let due = jiff::civil::date(2026, 3, 9);
        assert_eq!(told(&looks(&w, &dossier).await), Some((due, None)));

        judges(&w, "joost", id, Outcome::NeedsInfo).await.expect("his turn");
        assert_eq!(told(&looks(&w, &dossier).await), Some((due, None)), "a question is nothing to tell");
        judges(&w, "joost", id, Outcome::NotJustified).await.expect("his turn");

        assert_eq!(told(&looks(&w, &dossier).await), Some((due, Some(Outcome::NotJustified))));
    }

    async fn a_judged_case_is_read_back_by_the_team_and_the_officer_only(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        denied(&w.person("devi").looks(Read(id)).await);
        w.person("olga").looks(Read(id)).await.expect("the officer sees each");
        w.tom().performs(End(id)).await.expect("his own");

        judges(&w, "joost", id, Outcome::Justified).await.expect("his turn");

        for who in ["joost", "devi", "olga"] {
            let case = w.person(who).looks(Read(id)).await.expect(who);
            assert!(!case.listed.yours && case.listed.turn.is_none(), "{who}");
            assert_eq!(list_of(&w, who).await.len(), 1, "{who}");
        }
        for who in ["karin", "ria", "tom", "kees", "wouter"] {
            denied(&w.person(who).looks(Read(id)).await);
        }
        denied(&w.joost().looks(Read(EmergencyId(w.random_id()))).await);
    }

    async fn what_the_client_asks_about_it_stands_in_the_case(w: World) {
        let (dossier, id) = opened_by(&w, "tom").await;
        w.sequences().await;
        let read = looks(&w, &dossier).await;
        let look = read.looks.iter().find(|it| it.event == "OpenEmergency").and_then(|it| it.id).expect("numbered");
        let words = "Ik stond daar niet aan de balie.".to_owned();
        w.bilal().performs(app::inquiry::Ask { dossier: dossier.id, look, words, wants_name: false }).await.expect("asked");

        let case = w.joost().looks(Read(id)).await.expect("his turn");

        assert_eq!(case.asked.len(), 1);
        assert_eq!(case.asked[0].words.as_deref(), Some("Ik stond daar niet aan de balie."));
        assert!(!case.asked[0].answered);
    }

    async fn a_breach_outlives_the_access_it_came_from(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        judges(&w, "joost", id, Outcome::NeedsInfo).await.expect("his turn");
        let Ok(Judged::Stands(Some(breach))) = judges(&w, "joost", id, Outcome::NotJustified).await else {
            panic!("it stands")
        };
        // As the end of its five years leaves it.
        w.raw().run("DELETE FROM emergency_access").await;

        let read = w.person("olga").looks(app::breach::Read(breach)).await.expect("oversees");
        assert!(read.is_some_and(|(_, origin)| origin.is_none()));
        assert_eq!(count(&w, "SELECT COUNT(*) FROM emergency_question").await, 0, "its question goes along");
        denied(&w.joost().looks(Read(id)).await);
    }

    async fn each_page_is_one_line_to_the_client_and_the_report_for_the_board_none(w: World) {
        let (_, id) = opened_by(&w, "tom").await;
        let subject = w.records().await.iter().find(|it| it.event == "OpenEmergency").and_then(|it| it.subject);
        let lines = async || w.records().await.iter().filter(|it| it.subject == subject).count();
        let before = lines().await;

        w.person("olga").looks(app::review::Board).await.expect("oversees");
        w.joost().looks(Count).await.expect("coordinates");
        assert_eq!(lines().await, before, "no client is told of");
        w.joost().looks(Read(id)).await.expect("his turn");
        assert_eq!(lines().await, before + 1);
        w.person("olga").looks(List).await.expect("oversees");
        assert_eq!(lines().await, before + 2);
        let told = w.joost().looks(OfTeam(w.joost().member().team)).await.expect("his team");
        assert!(told.openings[0].review.as_ref().is_some_and(|it| it.yours));
    }

    async fn figures_are_of_the_own_team_and_the_officers_of_each(w: World) {
        opened_by(&w, "tom").await;

        let joost = w.joost().looks(app::review::ReadFigures).await.expect("coordinates");
        assert_eq!(joost.len(), 1);
        assert_eq!(joost[0].quarters[0].figures, None, "one is too few to tell");
        assert!(w.karin().looks(app::review::ReadFigures).await.expect("coordinates").is_empty());
        assert_eq!(w.person("olga").looks(app::review::ReadFigures).await.expect("oversees").len(), 1);
        denied(&w.ria().looks(app::review::ReadFigures).await);
    }
}
