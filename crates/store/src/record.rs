//! The record of every look and deed: made before anything is shown, appended in the transaction of
//! the deed or handed to the writer (DESIGN §4, "The record").

use domain::{DossierId, LegalDomain, Pseudonym};
use ledger::{Outcome, Record, Salt};
use policy::{Action, ActorFacts, Capacity, Kind};
use uuid::Uuid;

use crate::clock::Surroundings;
use crate::db::Tx;
use crate::error::Error;
use crate::faults::{Fault, Faults};
use crate::value::Value;
use crate::{pair, params, sql};

/// One line, ready to be kept: canonical bytes and the salt that keeps them from being guessed.
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) bytes: Vec<u8>,
    pub(crate) salt: [u8; 32],
}

impl Line {
    pub(crate) fn of(record: &Record, surroundings: &Surroundings) -> Self {
        Self { bytes: record.encode(), salt: surroundings.entropy.bytes32() }
    }

    pub(crate) fn leaf(&self) -> ledger::Hash {
        ledger::leaf_hash(&Salt(self.salt), &self.bytes)
    }
}

/// Appends lines and marks them as waiting for their numbers.
pub(crate) async fn append<'l>(
    tx: &mut Tx<'_>,
    lines: impl IntoIterator<Item = &'l Line>,
    faults: &Faults,
) -> Result<(), Error> {
    let lines: Vec<_> =
        lines.into_iter().map(|line| params![line.bytes.as_slice(), line.salt].to_vec()).collect();
    if lines.is_empty() {
        return Ok(());
    }
    if faults.is(Fault::InsertFails) {
        return Err(Error::Unavailable("planned failure".into()));
    }
    let insert = pair! {
        sqlite: "INSERT INTO record (bytes, salt) VALUES ($1, $2)",
        postgres: "INSERT INTO record (bytes, salt) VALUES ($1, $2) RETURNING row_no",
    };
    let rows = tx.insert_each(insert, &lines).await?;
    let waiting: Vec<_> = rows.into_iter().map(|row| vec![Value::Int(row)]).collect();
    tx.run_each(sql!("INSERT INTO record_waiting (row_no) VALUES ($1)"), &waiting).await
}

/// What a use case tells the record while it runs. Ids and codes only.
#[derive(Default, Clone, Debug)]
pub struct Note {
    pub(crate) subject: Option<Pseudonym>,
    pub(crate) object: Option<Uuid>,
    pub(crate) domains: Vec<LegalDomain>,
    pub(crate) items: Vec<Uuid>,
    pub(crate) count: u64,
    pub(crate) basis: &'static str,
    pub(crate) basis_id: Option<Uuid>,
    pub(crate) policies: Vec<String>,
    pub(crate) reason: &'static str,
    pub(crate) also_about: Vec<Pseudonym>,
    /// Whose an item is, where the lines of a deed name different ones.
    pub(crate) items_of: Vec<ItemOf>,
    /// It went by an emergency access, or was about opening one (ACC-18).
    pub(crate) emergency: bool,
    /// A wall stood before what the deed found; the asker was not told.
    pub(crate) walled: bool,
}

/// An item that a deed showed, and whose it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ItemOf {
    pub(crate) subject: Pseudonym,
    pub(crate) dossier: DossierId,
    /// None: it is the client's own, under no law.
    pub(crate) domain: Option<LegalDomain>,
    pub(crate) item: Uuid,
}

/// What every record of one request shares.
#[derive(Clone, Copy, Debug)]
pub struct Asker {
    /// Who asks.
    pub who: Who,
    /// One id for everything that one request does.
    pub correlation: Uuid,
}

/// Who asks: a session, or a clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Who {
    Session(domain::SessionId),
    System(policy::Job),
}

/// The lines of one deed: the actor's line, and one more per further person it was about.
pub(crate) fn lines<A: Action>(
    asker: Asker,
    actor: &ActorFacts,
    outcome: Outcome,
    note: &Note,
    context: &Context<'_>,
) -> Vec<Line> {
    let mut record = Record {
        id: context.surroundings.entropy.uuid_v7(context.now_ms),
        occurred_at: context.now_ms,
        correlation: asker.correlation,
        event: A::NAME.to_owned(),
        kind: kind(A::KIND),
        outcome,
        account: actor.account.map(|id| id.uuid()),
        purpose: A::PURPOSE.to_owned(),
        subject: note.subject.map(|id| id.uuid()),
        object_kind: object_kind(note).to_owned(),
        object: note.object,
        domains: note.domains.iter().map(|d| d.code().to_owned()).collect(),
        items: note.items.clone(),
        count: note.count,
        basis: note.basis.to_owned(),
        basis_id: note.basis_id,
        policies: note.policies.clone(),
        policy_set: context.policy_version.to_owned(),
        reason: note.reason.to_owned(),
        emergency: note.emergency,
        source: context.surroundings.node.clone(),
        access_point: "web".to_owned(),
        ..Record::default()
    };
    match &actor.capacity {
        Capacity::Own { .. } => record.capacity = ledger::Capacity::Own,
        Capacity::Proxy(proxy) => {
            record.capacity = ledger::Capacity::Proxy;
            record.on_behalf_of = Some(proxy.on_behalf_of.uuid());
        }
        Capacity::System(job) => {
            record.capacity = ledger::Capacity::System;
            record.function = job.name().to_owned();
            record.access_point = "clock".to_owned();
        }
        Capacity::Staff(staff) => {
            record.capacity = ledger::Capacity::Staff;
            record.staff = Some(staff.staff.uuid());
            record.function = staff.function.code().to_owned();
            record.team = staff.team.map(|id| id.uuid());
            record.controller = Some(staff.controller.uuid());
        }
    }
    if note.subject.is_some() {
        // The line of one client names what is theirs; what others were shown stands on their own.
        let of_others =
            |item: &Uuid| note.items_of.iter().any(|it| it.item == *item && note.subject != Some(it.subject));
        record.items.retain(|item| !of_others(item));
    }
    let mut lines = vec![Line::of(&record, context.surroundings)];
    for other in &note.also_about {
        record.id = context.surroundings.entropy.uuid_v7(context.now_ms);
        record.subject = Some(other.uuid());
        if !note.items_of.is_empty() {
            about_one(&mut record, note.items_of.iter().filter(|it| it.subject == *other));
        }
        lines.push(Line::of(&record, context.surroundings));
    }
    lines
}

/// Leaves in a line what was shown of one person, and nothing of another.
fn about_one<'n>(record: &mut Record, theirs: impl Iterator<Item = &'n ItemOf>) {
    record.items.clear();
    record.domains.clear();
    for it in theirs {
        record.items.push(it.item);
        record.object = Some(it.dossier.uuid());
        "dossier".clone_into(&mut record.object_kind);
        record.domains.extend(it.domain.map(|domain| domain.code().to_owned()));
    }
    record.domains.sort();
    record.domains.dedup();
    record.count = record.items.len() as u64;
}

/// What the lines of one deed take from around it.
pub(crate) struct Context<'a> {
    pub(crate) surroundings: &'a Surroundings,
    pub(crate) now_ms: i64,
    pub(crate) policy_version: &'a str,
}

fn object_kind(note: &Note) -> &'static str {
    if note.object.is_some() { "dossier" } else { "" }
}

const fn kind(kind: Kind) -> ledger::Kind {
    match kind {
        Kind::Create => ledger::Kind::Create,
        Kind::Read => ledger::Kind::Read,
        Kind::Update => ledger::Kind::Update,
        Kind::Delete => ledger::Kind::Delete,
        Kind::Execute => ledger::Kind::Execute,
    }
}
