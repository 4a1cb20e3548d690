//! What the client hid is left out in SQL (RGT-R11, MOD-07); asking the policies about each entry gives the same. Random
//! worlds: who is involved, and shields of both audiences, ended, to come and superseded, on entries of several authors.

use std::collections::{BTreeMap, BTreeSet};

use app::NotDone;
use app::caseload::ChooseOwn;
use app::dossier::ReadIt;
use app::entry::ReadOne;
use domain::{EntryId, Function, InvolvementId, LegalDomain, PartId};
use jiff::{SignedDuration, Timestamp};
use policy::{ActorFacts, Capacity, PartFacts, StaffFacts, Thing, Walls, decide};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use testkit::{BILAL, Dossier, Intake, World, both_engines};
use uuid::Uuid;

const WORKERS: [(&str, Function); 4] = [
    ("ria", Function::Worker),
    ("samira", Function::Worker),
    ("daan", Function::DebtCounsellor),
    ("joost", Function::Coordinator),
];
const DOMAINS: [LegalDomain; 2] = [LegalDomain::DebtCounselling, LegalDomain::Voluntary];
/// Who wrote the entries, by their place in `WORKERS`, and in which of `DOMAINS`.
const WRITTEN: [(usize, usize); 8] = [(0, 0), (0, 1), (1, 1), (2, 0), (3, 1), (1, 0), (0, 1), (2, 0)];
const ROUNDS: usize = 20;

/// When something holds; minutes count from the moment of asking.
#[derive(Clone, Copy, Debug)]
struct When {
    from: i64,
    until: Option<i64>,
    superseded: bool,
}

impl When {
    fn is_now(self) -> bool {
        !self.superseded && self.from <= 0 && self.until.is_none_or(|until| until > 0)
    }

    fn sql(self, now: Timestamp) -> String {
        let at = |minutes: i64| (now + SignedDuration::from_mins(minutes)).as_millisecond();
        let until = self.until.map_or("NULL".to_owned(), |until| at(until).to_string());
        format!("{}, {until}, 0, {}", at(self.from), if self.superseded { "1" } else { "NULL" })
    }
}

fn when() -> impl Strategy<Value = When> {
    let from = prop_oneof![Just(-1_i64), Just(0), Just(1), -5000..500_i64];
    let until = proptest::option::of(prop_oneof![Just(-1_i64), Just(0), Just(1), -500..5000_i64]);
    (from, until, proptest::bool::weighted(0.2)).prop_map(|(from, until, superseded)| When {
        from,
        until,
        superseded,
    })
}

/// A shield on one of the entries: from one worker, or from all but the author.
#[derive(Clone, Debug)]
struct Shield {
    entry: usize,
    from: Option<usize>,
    when: When,
}

fn shield() -> impl Strategy<Value = Shield> {
    (0..WRITTEN.len(), proptest::option::of(0..WORKERS.len()), when())
        .prop_map(|(entry, from, when)| Shield { entry, from, when })
}

/// Who is assigned to which of `DOMAINS`; when that holds is for each world to say.
const ASSIGNED: [(usize, usize); 7] = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (3, 0), (3, 1)];

struct Street {
    dossier: Dossier,
    parts: [PartId; 2],
    entries: Vec<EntryId>,
    opened: Timestamp,
}

/// One dossier in which everybody wrote, each at a moment of their own.
async fn street(w: &World) -> Street {
    let dossier = w.ria().takes_in(Intake::of(BILAL).about(&DOMAINS)).await;
    let opened = w.now();
    let parts = DOMAINS.map(|domain| dossier.part(domain));
    for (worker, domain) in ASSIGNED.into_iter().skip(2) {
        w.joost().assigns(parts[domain], w.person(WORKERS[worker].0).staff()).await.expect("fits");
    }
    let mut entries = Vec::new();
    for (author, domain) in WRITTEN {
        w.clock.advance(SignedDuration::from_mins(1));
        let written = w.person(WORKERS[author].0).writes(parts[domain], "Er is gebeld.").await;
        entries.push(written.expect("involved").entry);
    }
    Street { dossier, parts, entries, opened }
}

/// Changes the rows around the product.
async fn arrange(w: &World, street: &Street, involved: &[When], shields: &[Shield]) {
    let (raw, now) = (w.raw(), w.now());
    let staff = |worker: usize| raw.id(w.person(WORKERS[worker].0).staff().uuid());
    let mut text = String::from("DELETE FROM shield;");
    for ((worker, domain), when) in ASSIGNED.iter().zip(involved) {
        text += &format!(
            "UPDATE involvement
                SET (valid_from, valid_until, recorded_at, superseded_at) = ({})
              WHERE part = {} AND staff = {};",
            when.sql(now),
            raw.id(street.parts[*domain].uuid()),
            staff(*worker),
        );
    }
    for (number, Shield { entry, from, when }) in (1_u128..).zip(shields) {
        let id = raw.id(Uuid::from_u128(number));
        text += &format!(
            "INSERT INTO shield (id, shield, entry, part, audience, staff, lift_ground, author, valid_from,
                                 valid_until, recorded_at, superseded_at)
             VALUES ({id}, {id}, {}, {}, '{}', {}, '', {}, {});",
            raw.id(street.entries[*entry].uuid()),
            raw.id(street.parts[WRITTEN[*entry].1].uuid()),
            if from.is_some() { "one-worker" } else { "other-workers" },
            from.map_or("NULL".to_owned(), staff),
            staff(WRITTEN[*entry].0),
            when.sql(now),
        );
    }
    raw.run(&text).await;
}

/// What the policies say, entry by entry, from what was arranged.
fn by_policies(
    w: &World,
    street: &Street,
    involved: &[When],
    shields: &[Shield],
    worker: usize,
) -> BTreeSet<EntryId> {
    let (who, function) = WORKERS[worker];
    let member = w.person(who).member();
    let actor = ActorFacts {
        account: Some(member.account),
        session: None,
        capacity: Capacity::Staff(StaffFacts {
            staff: member.staff.expect("staff"),
            person: member.person,
            controller: w.house.municipality,
            team: member.team,
            function,
            coordinator_absent: false,
            ready: true,
        }),
        fresh: true,
    };
    let is_allowed = |at: usize| {
        let (author, domain) = WRITTEN[at];
        let mut assigned = ASSIGNED.iter().zip(involved);
        let is_involved = assigned.any(|(it, when)| *it == (worker, domain) && when.is_now());
        let hidden = shields.iter().any(|it| {
            let from_worker = it.from.map_or(worker != author, |from| from == worker);
            it.entry == at && it.when.is_now() && from_worker
        });
        let facts = PartFacts {
            part: street.parts[domain],
            dossier: street.dossier.id,
            controller: w.house.municipality,
            team: w.house.noord,
            domain: DOMAINS[domain],
            subject: w.bilal().member().person,
            involvement: is_involved.then_some(InvolvementId(Uuid::nil())),
            walls: Walls { hidden, ..Walls::default() },
            emergency: None,
            cleared: false,
            extra_protected: false,
            closed: false,
        };
        decide(w.store.policies(), "ReadEntry", &actor, &Thing::Part(facts)).allowed
    };
    (0..WRITTEN.len()).filter(|at| is_allowed(*at)).map(|at| street.entries[at]).collect()
}

/// What the timeline shows, with when each was changed; nothing to whom the dossier is not there.
async fn by_timeline(w: &World, street: &Street, worker: usize) -> BTreeMap<EntryId, Timestamp> {
    let read = ReadIt { dossier: street.dossier.id, page: 0, take: 50 };
    match w.person(WORKERS[worker].0).looks(read).await {
        Ok(read) => read.entries.into_iter().map(|entry| (entry.id, entry.changed_at)).collect(),
        Err(NotDone::Denied { .. }) => BTreeMap::new(),
        Err(other) => panic!("{other:?}"),
    }
}

/// What opens when it is asked for by its address.
async fn by_address(w: &World, street: &Street, worker: usize) -> BTreeSet<EntryId> {
    let mut opened = BTreeSet::new();
    for entry in &street.entries {
        match w.person(WORKERS[worker].0).looks(ReadOne(*entry)).await {
            Ok(_) => assert!(opened.insert(*entry)),
            Err(NotDone::Denied { .. }) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    opened
}

both_engines! {
    async fn the_timeline_is_what_the_policies_allow_entry_by_entry(w: World) {
        let street = street(&w).await;
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let worlds =
            (proptest::collection::vec(when(), ASSIGNED.len()), proptest::collection::vec(shield(), 4..28));
        for (who, _) in WORKERS {
            w.person(who).session().await;
        }

        let (mut shown, mut hidden) = (0, 0);
        for round in 0..ROUNDS {
            let (involved, shields) = worlds.new_tree(&mut runner).expect("a world").current();
            arrange(&w, &street, &involved, &shields).await;
            for (worker, (who, _)) in WORKERS.iter().enumerate() {
                let told = format!("{who} in round {round}: {involved:#?} {shields:#?}");
                let meant = by_policies(&w, &street, &involved, &shields, worker);
                let timeline = by_timeline(&w, &street, worker).await;
                assert_eq!(timeline.keys().copied().collect::<BTreeSet<_>>(), meant, "timeline, {told}");
                assert_eq!(by_address(&w, &street, worker).await, meant, "address, {told}");
                // And no date in the list tells of more than is shown.
                let cases = w.person(who).looks(ChooseOwn).await.expect("a list");
                if let [case] = cases.as_slice() {
                    let newest = timeline.values().max().copied().unwrap_or(street.opened);
                    assert_eq!(case.last_content_change, newest, "date, {told}");
                }
                let without_shields = by_policies(&w, &street, &involved, &[], worker).len();
                (shown, hidden) = (shown + meant.len(), hidden + without_shields - meant.len());
            }
        }

        assert!(shown > 100 && hidden > 50, "the worlds hold something: {shown} shown, {hidden} hidden");
    }
}
