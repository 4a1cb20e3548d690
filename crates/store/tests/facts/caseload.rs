//! The caseload is filtered in SQL; asking the policies about each dossier gives the same list (DESIGN §4, "Lists").
//! Random worlds: involvements of everybody with everything, ended, future, superseded, over walls and borders;
//! declared conflicts and excluded workers, likewise.

use std::collections::BTreeSet;

use app::caseload::ChooseOwn;
use app::today::ReadToday;
use domain::{DossierId, Function, LegalDomain, PartId};
use jiff::{SignedDuration, Timestamp};
use policy::{ActorFacts, Capacity, PartFacts, StaffFacts, Thing, Walls, decide};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use store::NotDone;
use testkit::{BILAL, Dossier, FATMA, Intake, NADIA, Resident, World, both_engines};
use uuid::Uuid;

/// Whose list is asked for, with their function.
const WORKERS: [(&str, Function); 9] = [
    ("ria", Function::Worker),
    ("daan", Function::DebtCounsellor),
    ("joost", Function::Coordinator),
    ("nadia", Function::Worker),
    ("petra", Function::DecisionOfficer),
    ("ingeborg", Function::Intake),
    ("kees", Function::FunctionalAdmin),
    ("wouter", Function::Worker),
    ("lotte", Function::Worker),
];
const ROUNDS: usize = 24;

/// One involvement; minutes count from the moment of asking.
#[derive(Clone, Debug)]
struct Row {
    worker: usize,
    part: usize,
    from: i64,
    until: Option<i64>,
    superseded: bool,
}

impl Row {
    fn holds_now(&self) -> bool {
        !self.superseded && self.from <= 0 && self.until.is_none_or(|until| until > 0)
    }
}

fn row(parts: usize) -> impl Strategy<Value = Row> {
    let minutes = prop_oneof![Just(-1_i64), Just(0), Just(1), -5000..500_i64];
    let until = proptest::option::of(prop_oneof![Just(-1_i64), Just(0), Just(1), -500..5000_i64]);
    (0..WORKERS.len(), 0..parts, minutes, until, proptest::bool::weighted(0.2))
        .prop_map(|(worker, part, from, until, superseded)| Row { worker, part, from, until, superseded })
}

/// A wall between a worker and a client, of either kind.
#[derive(Clone, Debug)]
struct Wall {
    conflict: bool,
    row: Row,
}

fn wall(parts: usize) -> impl Strategy<Value = Wall> {
    (any::<bool>(), row(parts)).prop_map(|(conflict, row)| Wall { conflict, row })
}

/// An emergency access of a worker to the dossier of a part; `superseded`: somebody ended it.
#[derive(Clone, Debug)]
struct Emergency {
    cleared: bool,
    row: Row,
}

fn emergency(parts: usize) -> impl Strategy<Value = Emergency> {
    (any::<bool>(), row(parts)).prop_map(|(cleared, row)| Emergency { cleared, row })
}

/// What a world holds.
#[derive(Clone, Debug)]
struct Drawn {
    rows: Vec<Row>,
    walls: Vec<Wall>,
    emergencies: Vec<Emergency>,
    /// Extra protection of the dossier of a part; the worker is nobody.
    protected: Vec<Row>,
}

fn worlds(parts: usize) -> impl Strategy<Value = Drawn> {
    use proptest::collection::vec;
    let all = (
        vec(row(parts), 20..80),
        vec(wall(parts), 0..30),
        vec(emergency(parts), 0..40),
        vec(row(parts), 0..6),
    );
    all.prop_map(|(rows, walls, emergencies, protected)| Drawn { rows, walls, emergencies, protected })
}

/// A part as the test knows it.
struct Part {
    dossier: DossierId,
    part: PartId,
    domain: LegalDomain,
    at_foundation: bool,
    /// The member of the house whose dossier it is.
    of: &'static str,
}

async fn parts(w: &World) -> Vec<Part> {
    use LegalDomain::{DebtCounselling, Voluntary, Wmo, YouthAccess};
    let mut all = Vec::new();
    let mut add = |dossier: Dossier, at_foundation, of| {
        for (domain, part) in &dossier.parts {
            all.push(Part { dossier: dossier.id, part: *part, domain: *domain, at_foundation, of });
        }
    };
    // Of the same person; a search by another name finds nobody.
    let twin = Resident { surname: "El Amrani", ..BILAL };
    let wide = [YouthAccess, Wmo, DebtCounselling, Voluntary];
    add(w.ria().takes_in(Intake::of(BILAL).about(&wide).for_the_queue()).await, false, "bilal");
    add(
        w.ria().takes_in(Intake::of(FATMA).about(&[Wmo, DebtCounselling]).for_the_queue()).await,
        false,
        "fatma",
    );
    add(w.ria().takes_in(Intake::of(NADIA).about(&[Wmo, Voluntary]).for_the_queue()).await, false, "nadia");
    add(
        w.petra().takes_in(Intake::of(twin).about(&[LegalDomain::Participation]).for_the_queue()).await,
        false,
        "bilal",
    );
    add(w.wouter().takes_in(Intake::of(BILAL).for_the_queue()).await, true, "bilal");
    all
}

/// Writes the rows around the product, with a reason that nobody opens.
async fn arrange(w: &World, parts: &[Part], drawn: &Drawn, now: Timestamp) {
    let Drawn { rows, walls, emergencies, protected } = drawn;
    let raw = w.raw();
    let mut text = String::from(
        "DELETE FROM involvement; DELETE FROM conflict; DELETE FROM exclusion;
         DELETE FROM emergency_access; DELETE FROM protection;",
    );
    let at = |minutes: i64| (now + SignedDuration::from_mins(minutes)).as_millisecond();
    for (number, row) in (1_u128..).zip(rows) {
        let (part, worker) = (&parts[row.part], w.person(WORKERS[row.worker].0).staff().uuid());
        text += &format!(
            "INSERT INTO involvement (id, involvement, dossier, part, domain, staff, role, reason, author,
                                      valid_from, valid_until, recorded_at, superseded_at)
             VALUES ({id}, {id}, {}, {}, '{}', {staff}, 'lead', {}, {staff}, {}, {}, 0, {});",
            raw.id(part.dossier.uuid()),
            raw.id(part.part.uuid()),
            part.domain,
            raw.bytes(&[0]),
            at(row.from),
            row.until.map_or("NULL".into(), |until| at(until).to_string()),
            if row.superseded { "1" } else { "NULL" },
            id = raw.id(Uuid::from_u128(number)),
            staff = raw.id(worker),
        );
    }
    for (number, Wall { conflict, row }) in (1_u128..).zip(walls) {
        let (dossier, worker) =
            (parts[row.part].dossier.uuid(), w.person(WORKERS[row.worker].0).staff().uuid());
        let (id, staff, dossier) = (raw.id(Uuid::from_u128(number)), raw.id(worker), raw.id(dossier));
        let until = row.until.map_or("NULL".into(), |until| at(until).to_string());
        let superseded = if row.superseded { "1" } else { "NULL" };
        let times = format!("{staff}, {}, {until}, 0, {superseded}", at(row.from));
        text += &if *conflict {
            // Somebody who declares a conflict about a client has the index of that client.
            format!(
                "INSERT INTO conflict (id, conflict, staff, kind, about, token, author, valid_from, valid_until,
                                       recorded_at, superseded_at)
                 SELECT {id}, {id}, {staff}, 'relative', x.kind, x.token, {times}
                   FROM client_index x JOIN dossier d ON d.client = x.client
                  WHERE d.id = {dossier} AND x.kind = 'name-birth';"
            )
        } else {
            format!(
                "INSERT INTO exclusion (id, exclusion, dossier, staff, author, valid_from, valid_until,
                                        recorded_at, superseded_at)
                 VALUES ({id}, {id}, {dossier}, {staff}, {times});"
            )
        };
    }
    for (number, Emergency { cleared, row }) in (1_u128..).zip(emergencies) {
        let (dossier, worker) =
            (parts[row.part].dossier.uuid(), w.person(WORKERS[row.worker].0).staff().uuid());
        text += &format!(
            "INSERT INTO emergency_access (id, dossier, number, subject, controller, team, staff, reason, sentence,
                                           hours, domains, cleared, opened_at, ends_at, ended_at, ended_how, review_due)
             VALUES ({id}, {}, 1, {id}, {}, {}, {}, 'other', {}, 4, '', {cleared}, {}, {}, {}, '', '2026-03-09');",
            raw.id(dossier),
            raw.id(w.house.municipality.uuid()),
            raw.id(w.house.noord.uuid()),
            raw.id(worker),
            raw.bytes(&[0]),
            at(row.from),
            at(row.until.unwrap_or(5000)),
            if row.superseded { "1" } else { "NULL" },
            id = raw.id(Uuid::from_u128(number)),
        );
    }
    for (number, row) in (1_u128..).zip(protected) {
        text += &format!(
            "INSERT INTO protection (id, protection, dossier, ground, author, valid_from, valid_until, recorded_at,
                                     superseded_at)
             VALUES ({id}, {id}, {}, 'safety', {id}, {}, {}, 0, {});",
            raw.id(parts[row.part].dossier.uuid()),
            at(row.from),
            row.until.map_or("NULL".into(), |until| at(until).to_string()),
            if row.superseded { "1" } else { "NULL" },
            id = raw.id(Uuid::from_u128(number)),
        );
    }
    raw.run(&text).await;
}

/// What the policies say, part by part.
fn by_policies(
    w: &World,
    parts: &[Part],
    drawn: &Drawn,
    worker: usize,
) -> BTreeSet<(DossierId, LegalDomain)> {
    let Drawn { rows, walls, emergencies, protected } = drawn;
    let (who, function) = WORKERS[worker];
    let member = w.person(who).member();
    let foundation = who == "wouter";
    let controller = |at_foundation| if at_foundation { w.house.foundation } else { w.house.municipality };
    let actor = ActorFacts {
        account: Some(member.account),
        session: None,
        capacity: Capacity::Staff(StaffFacts {
            staff: member.staff.expect("staff"),
            person: member.person,
            controller: controller(foundation),
            team: member.team,
            function,
            coordinator_absent: false,
            ready: who != "lotte",
        }),
        fresh: true,
    };
    let is_involved =
        |index: usize| rows.iter().any(|row| row.worker == worker && row.part == index && row.holds_now());
    let stands = |conflict: bool, part: &Part| {
        walls.iter().any(|wall| {
            let same = parts[wall.row.part].dossier == part.dossier;
            wall.conflict == conflict && wall.row.worker == worker && wall.row.holds_now() && same
        })
    };
    let opened = |part: &Part| {
        let here = |it: &&Emergency| it.row.worker == worker && parts[it.row.part].dossier == part.dossier;
        emergencies.iter().filter(here).find(|it| it.row.holds_now())
    };
    let glass = policy::Emergency {
        id: domain::EmergencyId(Uuid::nil()),
        reason: domain::EmergencyReason::Other,
        until: Timestamp::MAX,
    };
    let allowed = parts.iter().enumerate().filter(|(index, part)| {
        let facts = PartFacts {
            part: part.part,
            dossier: part.dossier,
            controller: controller(part.at_foundation),
            team: w.house.noord,
            domain: part.domain,
            subject: w.person(part.of).member().person,
            involvement: is_involved(*index).then_some(domain::InvolvementId(Uuid::nil())),
            walls: Walls { conflict: stands(true, part), excluded: stands(false, part), hidden: false },
            emergency: opened(part).map(|_| glass),
            cleared: opened(part).is_some_and(|it| it.cleared),
            extra_protected: protected
                .iter()
                .any(|row| row.holds_now() && parts[row.part].dossier == part.dossier),
            closed: false,
        };
        decide(w.store.policies(), "ReadDossier", &actor, &Thing::Part(facts)).allowed
    });
    allowed.map(|(_, part)| (part.dossier, part.domain)).collect()
}

/// What the list shows. Who may have no list at all has an empty one.
async fn by_list(w: &World, worker: usize) -> BTreeSet<(DossierId, LegalDomain)> {
    match w.person(WORKERS[worker].0).looks(ChooseOwn).await {
        Ok(cases) => {
            let domains = |case: app::caseload::Case| {
                case.domains.into_iter().map(move |(domain, _)| (case.dossier, domain))
            };
            cases.into_iter().flat_map(domains).collect()
        }
        Err(NotDone::Denied { .. }) => BTreeSet::new(),
        Err(other) => panic!("{other:?}"),
    }
}

/// The parts in which something waits.
async fn waiting(w: &World, worker: usize) -> BTreeSet<(DossierId, LegalDomain)> {
    match w.person(WORKERS[worker].0).looks(ReadToday).await {
        Ok(today) => today.waits.into_iter().map(|wait| (wait.dossier, wait.domain)).collect(),
        Err(NotDone::Denied { .. }) => BTreeSet::new(),
        Err(other) => panic!("{other:?}"),
    }
}

both_engines! {
    async fn the_caseload_is_what_the_policies_allow_part_by_part(w: World) {
        let parts = parts(&w).await;
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let worlds = worlds(parts.len());
        for (who, _) in WORKERS {
            w.person(who).session().await;
        }
        let now = w.now();

        let (mut listed, mut ending, mut in_emergency) = (0, 0, 0);
        for round in 0..ROUNDS {
            let mut drawn = worlds.new_tree(&mut runner).expect("a world").current();
            // Of one worker and one dossier there is one at a time.
            let mut known = BTreeSet::new();
            drawn.emergencies.retain(|it| {
                it.row.superseded || known.insert((it.row.worker, parts[it.row.part].dossier))
            });
            arrange(&w, &parts, &drawn, now).await;
            in_emergency += drawn.emergencies.iter().filter(|it| it.row.holds_now()).count();
            for (worker, (who, _)) in WORKERS.iter().enumerate() {
                let list = by_list(&w, worker).await;
                listed += list.len();
                let meant = by_policies(&w, &parts, &drawn, worker);
                assert_eq!(list, meant, "{who} in round {round}: {drawn:#?}");
                let waits = waiting(&w, worker).await;
                ending += waits.len();
                assert!(waits.is_subset(&meant), "{who} in round {round}: {waits:?} of {meant:?}");
            }
        }

        let some = listed > 100 && ending > 20 && in_emergency > 50;
        assert!(some, "the worlds hold something: {listed} {ending} {in_emergency}");
    }
}
