//! Reading the record per client, per member of staff, per team and day: who may, what it tells, and that it is itself on
//! the record. Every fact runs on both engines.

use app::NotDone;
use app::log::{Lines, ReadClientLog, ReadTeamLog, ReadWorkerLog, Window};
use app::standing::{About, Declare, OwnAbsence};
use domain::log::LogReason;
use domain::{BirthDate, ConflictKind, TeamId};
use jiff::{SignedDuration, Timestamp};
use testkit::{BILAL, Denied, Dossier, FATMA, Outcome, World, both_engines};

fn window(take: u32, below: Option<(Timestamp, i64)>) -> Window {
    let at = |text: &str| text.parse().expect("an instant");
    Window { from: at("2026-03-01T00:00:00Z"), until: at("2026-04-01T00:00:00Z"), below, take }
}

async fn of_client(w: &World, who: &'static str, number: i64) -> Result<Lines, Denied> {
    let read = ReadClientLog { number, reason: LogReason::Sample, window: window(50, None) };
    w.person(who).signs_in_again().await;
    w.person(who).looks(read).await
}

async fn of_worker(w: &World, who: &'static str, of: &'static str) -> Result<Lines, Denied> {
    let staff = w.person(of).staff();
    w.person(who).signs_in_again().await;
    w.person(who).looks(ReadWorkerLog { staff, reason: LogReason::Signal, window: window(50, None) }).await
}

async fn of_team(w: &World, who: &'static str, team: TeamId) -> Result<Lines, Denied> {
    w.person(who).signs_in_again().await;
    let read = ReadTeamLog { team: Some(team), reason: LogReason::Sample, window: window(50, None) };
    w.person(who).looks(read).await
}

/// What each line says, without when.
fn told(lines: &Lines) -> Vec<String> {
    let told = lines.lines.iter().map(|it| {
        let client = it.client.map(|number| number.to_string()).unwrap_or_default();
        format!("{} {} {} {client}", it.staff_name, it.event, it.outcome)
    });
    told.collect()
}

/// Ria works with Bilal; Samira tried to look.
async fn looked_and_tried(w: &World) -> Dossier {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    w.ria().reads(dossier.id).await.expect("involved");
    w.samira().reads(dossier.id).await.expect_err("not involved");
    w.sequences().await;
    dossier
}

fn denied<T: std::fmt::Debug>(done: &Result<T, Denied>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

both_engines! {
    async fn the_lines_of_a_client_are_the_officers_alone(w: World) {
        let dossier = looked_and_tried(&w).await;

        for who in ["ria", "samira", "joost", "devi", "kees", "petra", "ingeborg", "wouter"] {
            w.person(who).session().await;
            denied(&of_client(&w, who, dossier.number).await);
            assert_eq!(w.last_record().await.outcome, Outcome::Denied, "{who}");
            denied(&of_worker(&w, who, "ria").await);
        }
        w.person("olga").session().await;
        let read = of_client(&w, "olga", dossier.number).await.expect("hers to read");

        let number = dossier.number;
        let found = told(&read);
        assert_eq!(found[0], format!("Samira Haddad ReadDossier denied {number}"), "{found:?}");
        assert_eq!(found[1], format!("Ria de Wit ReadDossier done {number}"), "{found:?}");
    }

    async fn a_number_elsewhere_answers_as_one_that_nobody_has(w: World) {
        looked_and_tried(&w).await;
        w.person("olga").session().await;
        let nobody = of_client(&w, "olga", 99_999).await.expect("no lines");
        let nobody_recorded = w.last_record().await;
        // The foundation numbers its own dossiers; none of them is a number of the municipality's.
        for resident in [FATMA, BILAL] {
            w.wouter().opens_dossier_of(resident).await;
        }
        let raw = w.raw();
        let foundation = raw.id(w.house.foundation.uuid());
        raw.run(&format!("UPDATE dossier SET number = 77777 WHERE controller = {foundation} AND number = (SELECT MIN(number) FROM dossier WHERE controller = {foundation})")).await;
        w.sequences().await;

        let elsewhere = of_client(&w, "olga", 77_777).await.expect("no lines");

        assert_eq!(elsewhere, nobody);
        let recorded = w.last_record().await;
        assert_eq!((recorded.subject, recorded.object, recorded.outcome), (None, None, nobody_recorded.outcome));
        assert_eq!(recorded.count, nobody_recorded.count);
    }

    async fn behind_a_wall_there_is_nothing_and_the_record_says_why(w: World) {
        let dossier = looked_and_tried(&w).await;
        let born = BILAL.born;
        let birth_date = BirthDate::from_fields(
            &born.day().to_string(), &born.month().to_string(), &born.year().to_string(), jiff::civil::date(2026, 11, 1),
        ).expect("a birth date");
        let about = About::Person { surname: BILAL.surname.into(), birth_date };
        w.person("olga").performs(Declare { kind: ConflictKind::Neighbour, about }).await.expect("declared");

        let read = of_client(&w, "olga", dossier.number).await.expect("it sounds like nobody");
        let record = w.last_record().await;
        let of_ria = of_worker(&w, "olga", "ria").await.expect("hers to read");

        assert_eq!(read.lines, []);
        assert_eq!((record.outcome, record.policies), (Outcome::Denied, vec!["wall-conflict".to_owned()]));
        assert!(of_ria.lines.iter().all(|line| line.client.is_none()), "no number of them either: {:?}", told(&of_ria));
    }

    async fn password_and_code_come_first(w: World) {
        let dossier = looked_and_tried(&w).await;
        w.person("olga").session().await;
        w.clock.advance(SignedDuration::from_mins(11));
        let read = ReadClientLog { number: dossier.number, reason: LogReason::Sample, window: window(50, None) };

        let stale = w.person("olga").looks(read).await;

        let Err(NotDone::Denied { policies }) = stale else { panic!("{stale:?}") };
        assert_eq!(policies, ["wall-stale-sign-in"]);
        of_client(&w, "olga", dossier.number).await.expect("after password and code");
    }

    async fn reading_is_on_the_record_with_its_reason_and_the_client_sees_it(w: World) {
        let dossier = looked_and_tried(&w).await;
        w.person("olga").session().await;
        of_client(&w, "olga", dossier.number).await.expect("hers to read");

        let record = w.last_record().await;
        w.sequences().await;
        let looks = w.bilal().sees_looks(dossier.id).await.expect("his own");

        assert_eq!((record.event.as_str(), record.reason.as_str()), ("ReadClientLog", "log-sample"));
        let seen = looks.looks.iter().find(|look| look.event == "ReadClientLog").expect("he sees it");
        assert_eq!((seen.staff_name.as_str(), seen.reason.as_str()), ("Olga Post", "log-sample"));
        let again = of_client(&w, "olga", dossier.number).await.expect("hers to read");
        assert!(told(&again).iter().any(|line| line.contains("ReadClientLog")), "and the log has it too");
    }

    async fn a_worker_is_read_also_after_leaving_and_each_client_is_told(w: World) {
        let dossier = looked_and_tried(&w).await;
        let (raw, now) = (w.raw(), w.now().as_millisecond());
        let samira = raw.id(w.samira().staff().uuid());
        raw.run(&format!("UPDATE staff SET valid_until = {now} WHERE id = {samira}")).await;
        w.person("olga").session().await;

        let read = of_worker(&w, "olga", "samira").await.expect("hers to read");

        assert_eq!(told(&read)[0], format!("Samira Haddad ReadDossier denied {}", dossier.number));
        let records = w.records().await;
        let about: Vec<_> = records.iter().filter(|it| it.event == "ReadWorkerLog" && it.subject.is_some()).collect();
        assert_eq!(about.len(), 1, "one line for the one client whose number was told");
    }

    async fn a_team_is_its_coordinators_and_a_deputys_only_in_their_place(w: World) {
        looked_and_tried(&w).await;
        let (noord, zuid) = (w.house.noord, w.house.zuid);
        for who in ["joost", "devi", "olga", "ria"] {
            w.person(who).session().await;
        }

        let of_joost = of_team(&w, "joost", noord).await.expect("his team");
        denied(&of_team(&w, "joost", zuid).await);
        denied(&of_team(&w, "ria", noord).await);
        denied(&of_team(&w, "devi", noord).await);
        let (from, until) = (w.now(), w.now() + SignedDuration::from_hours(8));
        w.joost().performs(OwnAbsence { from, until }).await.expect("registered");
        of_team(&w, "devi", noord).await.expect("in his place");
        of_team(&w, "olga", zuid).await.expect("any team of the organisation");
        denied(&of_team(&w, "olga", w.house.west).await);

        let found = told(&of_joost);
        assert!(found.iter().any(|line| line.starts_with("Samira Haddad ReadDossier denied")), "{found:?}");
        assert!(found.iter().all(|line| !line.starts_with("Karin")), "{found:?}");
    }

    async fn a_coordinator_reads_no_number_of_another_teams_client(w: World) {
        let of_fatma = w.tom().opens_dossier_of(FATMA).await;
        w.ria().reads(of_fatma.id).await.expect_err("another team's");
        w.sequences().await;
        w.joost().session().await;
        w.person("olga").session().await;

        let of_joost = of_team(&w, "joost", w.house.noord).await.expect("his team");
        let of_olga = of_team(&w, "olga", w.house.noord).await.expect("hers to read");

        let tried = |lines: &Lines| told(lines).into_iter().find(|it| it.starts_with("Ria de Wit ReadDossier"));
        assert_eq!(tried(&of_joost).as_deref(), Some("Ria de Wit ReadDossier denied "));
        assert_eq!(tried(&of_olga), Some(format!("Ria de Wit ReadDossier denied {}", of_fatma.number)));
    }

    async fn the_pages_together_have_every_line_once(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        for _ in 0..3 {
            for _ in 0..4 {
                w.ria().reads(dossier.id).await.expect("involved");
                w.samira().reads(dossier.id).await.expect_err("not involved");
            }
            w.clock.advance(SignedDuration::from_mins(1));
        }
        w.sequences().await;
        w.person("olga").signs_in().await;
        let (staff, team) = (w.ria().staff(), Some(w.house.noord));
        let before: Timestamp = "2026-03-31T00:00:00Z".parse().expect("an instant");
        let reason = LogReason::Sample;

        for view in 0..3 {
            let read = async |window: Window| match view {
                0 => w.person("olga").looks(ReadClientLog { number: dossier.number, reason, window }).await,
                1 => w.person("olga").looks(ReadWorkerLog { staff, reason, window }).await,
                _ => w.person("olga").looks(ReadTeamLog { team, reason, window }).await,
            };
            let whole = read(window(200, None)).await.expect("hers to read");
            let (mut paged, mut below) = (Vec::new(), Some((before, i64::MAX)));
            loop {
                let page = read(window(5, below)).await.expect("hers to read");
                assert!(page.lines.len() <= 5);
                below = page.lines.last().map(|last| (last.at, last.number));
                paged.extend(page.lines);
                if !page.more {
                    break;
                }
            }
            let numbers = |lines: &[app::log::LogLine]| lines.iter().map(|it| it.number).collect::<Vec<_>>();
            assert!(whole.lines.len() >= 12 && !whole.more, "{view}");
            assert_eq!(numbers(&paged), numbers(&whole.lines), "{view}");
        }
    }

    async fn a_day_has_its_own_lines_only(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().reads(dossier.id).await.expect("involved");
        w.clock.set("2026-03-03T09:00:00Z");
        w.ria().reads(dossier.id).await.expect("involved");
        w.sequences().await;
        w.person("olga").signs_in().await;
        let day = |from: &str, until: &str| Window {
            from: from.parse().expect("an instant"),
            until: until.parse().expect("an instant"),
            below: None,
            take: 50,
        };
        let second = day("2026-03-01T23:00:00Z", "2026-03-02T23:00:00Z");
        let (team, reason) = (Some(w.house.noord), LogReason::Sample);

        let of_team = w.person("olga").looks(ReadTeamLog { team, reason, window: second }).await.expect("hers");
        let of_client = ReadClientLog { number: dossier.number, reason, window: second };
        let of_client = w.person("olga").looks(of_client).await.expect("hers");

        let looks = |lines: &Lines| told(lines).iter().filter(|it| it.contains("ReadDossier")).count();
        assert_eq!((looks(&of_team), looks(&of_client)), (1, 1));
    }

    async fn nothing_that_was_written_is_told(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().writes(dossier.first_part(), "Brandnetel").await.expect("written");
        w.sequences().await;
        w.person("olga").signs_in().await;

        let read = of_client(&w, "olga", dossier.number).await.expect("hers to read");

        let shown = format!("{read:?}");
        assert!(shown.contains("WriteEntry"), "{shown}");
        assert!(!shown.contains("Brandnetel") && !shown.contains(BILAL.surname), "{shown}");
    }

    async fn the_lines_of_one_account_are_found_by_an_index(w: World) {
        looked_and_tried(&w).await;
        let raw = w.raw();
        let account = raw.id(w.ria().member().account.uuid());
        let query = format!(
            "SELECT d.number FROM deed_of_actor d JOIN leaf l ON l.number = d.number JOIN record r ON r.row_no = l.row_no
              WHERE d.account = {account} AND d.at >= 0 AND d.at <= 99 AND (d.at < 99 OR d.number < 5)
              ORDER BY d.at DESC, d.number DESC LIMIT 256"
        );

        let plan: Vec<String> = match raw.postgres().await {
            None => {
                let rows = raw.rows(&format!("EXPLAIN QUERY PLAN {query}")).await;
                rows.iter().map(|row| row[3].text().to_owned()).collect()
            }
            Some(client) => {
                // A planner that knows of few rows would rather read them all.
                client.batch_execute("SET enable_seqscan = off").await.expect("PostgreSQL does it");
                let rows = client.query(&format!("EXPLAIN {query}"), &[]).await.expect("PostgreSQL answers");
                rows.iter().map(|row| row.get(0)).collect()
            }
        };

        let plan = plan.join("\n");
        assert!(plan.contains("deed_of_actor_at"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE") && !plan.contains("SCAN"), "{plan}");
    }
}
