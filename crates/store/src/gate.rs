//! The one door to client data. `perform` and `look` begin a transaction, load the facts, ask the
//! policies, run the use case, write the record and only then let the result out (DESIGN §1.1, §4).

use std::future::Future;
use std::sync::Arc;

use jiff::Timestamp;
use ledger::Outcome;
use policy::{Action, ActorFacts, PartFacts, Policies, Thing, Verdict, decide};
use tokio::sync::oneshot;

use crate::db::Tx;
use crate::error::Error;
use crate::facts::{self, Facts};
use crate::faults::Fault;
use crate::once::{guarded, once};
use crate::postgres::Postgres;
use crate::reading::Unopened;
use crate::record::{Asker, Context, Line, Note, lines};
use crate::store::{Core, Engine, Store};
use crate::work::{Turn, Work};

/// How often a deed is tried when others change the same things at the same time (PostgreSQL).
pub(crate) const ATTEMPTS: u64 = 8;

/// Lets the others go first: longer with each attempt, and for how long is chance, so that those who met do not meet
/// again at once.
pub(crate) async fn gives_way(core: &Core, attempt: u64) {
    let mut chance = [0; 1];
    core.surroundings.entropy.fill(&mut chance);
    let milliseconds = attempt * (1 + u64::from(chance[0] % 8));
    tokio::time::sleep(std::time::Duration::from_millis(milliseconds)).await;
}

/// What a person or a clock does. Performing it is the only way to client data.
pub trait UseCase: Clone + Send + 'static {
    /// Which right it needs; the policies decide about exactly this.
    type Action: Action<About: Facts>;
    /// What comes out.
    type Out: Send + 'static;
    /// What a person can do wrong here.
    type Refusal: Send + 'static;

    /// What it is about.
    fn about(&self) -> <Self::Action as Action>::About;

    /// The deed itself. Short: no hashing of passwords, no files, no rendering.
    fn run(
        self,
        work: &mut Work<'_, Self::Action>,
    ) -> impl Future<Output = Result<Self::Out, Undone<Self::Refusal>>> + Send;
}

/// Why a use case stopped; nothing of it remains but its record.
#[derive(Debug)]
pub enum Undone<R> {
    /// A rule or the input stands in the way; the person can do something about it.
    Rejected(R),
    /// The store failed.
    Failed(Error),
}

impl<R> From<Error> for Undone<R> {
    fn from(e: Error) -> Self {
        Self::Failed(e)
    }
}

/// Why nothing was done or shown.
#[derive(Debug)]
pub enum NotDone<R> {
    /// The policies did not allow it. Of the ids that forbade, those that tell nothing about what was
    /// asked for; the record has all of them.
    Denied { policies: Vec<String> },
    /// The session has ended or was ended.
    SignedOut,
    /// A rule or the input stands in the way.
    Rejected(R),
    /// The store failed, or the record could not be written.
    Failed(Error),
}

/// One of several deeds that could not be done; nothing remains of the others.
#[derive(Debug)]
pub struct NoneDone<R> {
    /// Which, counted from nought.
    pub which: usize,
    /// Why.
    pub why: NotDone<R>,
}

impl<R> NoneDone<R> {
    /// Others changed the same things at the same time; it can be tried again.
    const fn met_another(&self) -> bool {
        matches!(self.why, NotDone::Failed(Error::Conflict))
    }
}

/// The store failed, for all of them.
fn none<R>(e: Error) -> Vec<NoneDone<R>> {
    vec![NoneDone { which: 0, why: NotDone::Failed(e) }]
}

/// A result that waits for its record. There is no way to look inside before the record is durable.
#[must_use = "nothing is shown until the record is durable"]
pub struct Awaiting<T> {
    out: T,
    unopened: Unopened,
    durable: oneshot::Receiver<Result<(), Error>>,
}

impl<T> Awaiting<T> {
    /// Opens the texts and renders while the record is being written, and hands the result over when it
    /// is durable. A plain `fn`: it captures nothing, so nothing slips out early.
    pub async fn show<C, S>(self, context: &C, render: fn(&T, &C) -> S) -> Result<S, Error> {
        let shown = self.unopened.open().map(|()| render(&self.out, context));
        durable(self.durable).await?;
        shown
    }

    /// Opens the texts while the record is being written, waits for it, then gives the result.
    pub async fn done(self) -> Result<T, Error> {
        let opened = self.unopened.open();
        durable(self.durable).await?;
        opened.map(|()| self.out)
    }
}

pub(crate) async fn durable(answer: oneshot::Receiver<Result<(), Error>>) -> Result<(), Error> {
    answer.await.unwrap_or_else(|_| Err(Error::Unavailable("the writer's answer was lost".into())))
}

impl Store {
    /// Performs a use case that only reads. What it found can be shown when its record is durable.
    pub async fn look<U: UseCase>(
        &self,
        asker: Asker,
        use_case: U,
    ) -> Result<Awaiting<U::Out>, NotDone<U::Refusal>> {
        let core = Arc::clone(&self.core);
        let (found, lines) = match &self.engine {
            Engine::Sqlite(db) => db
                .read(|conn| {
                    once(async {
                        let mut tx = Tx::sqlite(conn);
                        tx.control("BEGIN").await?;
                        let done = attempt(tx, Arc::clone(&core), asker, use_case, false).await;
                        Ok((done.found, done.lines))
                    })
                })
                .and_then(|done| done)
                .map_err(NotDone::Failed)?,
            Engine::Postgres(db) => {
                let db = Arc::clone(db);
                // A task of its own: a caller that leaves must not leave a transaction open.
                let task = tokio::spawn(async move {
                    let conn = db.conn().await?;
                    let mut tx = Tx::postgres(&conn);
                    tx.control("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
                    let done = attempt(tx, core, asker, use_case, true).await;
                    close(conn, "COMMIT").await;
                    Ok((done.found, done.lines))
                });
                task.await.map_err(|_| Error::Panicked).and_then(|d| d).map_err(NotDone::Failed)?
            }
        };
        // Nobody to record: the session is over and nothing was looked at.
        if lines.is_empty() {
            return Err(match found {
                Err(not_done) => not_done,
                Ok(_) => NotDone::Failed(Error::Record("a look without a line".into())),
            });
        }
        let answer = self.hand_over(lines).await;
        match found {
            Ok((out, unopened)) => Ok(Awaiting { out, unopened, durable: answer }),
            Err(not_done) => {
                durable(answer).await.map_err(NotDone::Failed)?;
                Err(not_done)
            }
        }
    }

    /// Performs a use case that changes something. Facts, decision, deed and record are one transaction.
    pub async fn perform<U: UseCase>(
        &self,
        asker: Asker,
        use_case: U,
    ) -> Result<U::Out, NotDone<U::Refusal>> {
        let done = self.perform_each(vec![(asker, use_case)]).await;
        match done {
            Ok(mut outs) => {
                outs.pop().ok_or_else(|| NotDone::Failed(Error::Record("a deed without a result".into())))
            }
            Err(mut not_done) => Err(not_done.swap_remove(0).why),
        }
    }

    /// Performs the same use case for several things in one transaction: all of them, or none. Each is decided by itself
    /// and has its own line of the record with a correlation of its own, so that no line tells of another
    /// (decision 0030). When one cannot be done the others are undone; the answer names each that could not.
    pub async fn perform_all<U: UseCase>(
        &self,
        asker: Asker,
        use_cases: Vec<U>,
    ) -> Result<Vec<U::Out>, Vec<NoneDone<U::Refusal>>> {
        let apart = |use_case| {
            let correlation = self.core.surroundings.entropy.uuid_random();
            (Asker { correlation, ..asker }, use_case)
        };
        self.perform_each(use_cases.into_iter().map(apart).collect()).await
    }

    async fn perform_each<U: UseCase>(
        &self,
        deeds: Vec<(Asker, U)>,
    ) -> Result<Vec<U::Out>, Vec<NoneDone<U::Refusal>>> {
        let core = Arc::clone(&self.core);
        match &self.engine {
            Engine::Sqlite(db) => {
                let (answer, heard) = oneshot::channel();
                db.write(Box::new(move |conn| {
                    let found = conn.and_then(|conn| {
                        once(async { Ok(all_deeds(Tx::sqlite(conn), core, deeds, false).await) })
                    });
                    let found = found.unwrap_or_else(|e| Err(none(e)));
                    Box::new(move |committed| {
                        // The caller may have left; the deed stands all the same.
                        let _ = answer.send(match committed {
                            Ok(()) => found,
                            Err(e) => Err(none(e)),
                        });
                    })
                }));
                self.noted(heard.await.unwrap_or_else(|_| Err(none(Error::OutcomeUnknown))))
            }
            Engine::Postgres(db) => {
                for attempt in 1..ATTEMPTS {
                    let again = (Arc::clone(db), Arc::clone(&core), deeds.clone());
                    match on_postgres(again.0, again.1, again.2).await {
                        Err(not_done) if not_done.iter().any(NoneDone::met_another) => {
                            gives_way(&core, attempt).await;
                        }
                        done => return self.noted(done),
                    }
                }
                self.noted(on_postgres(Arc::clone(db), core, deeds).await)
            }
        }
    }

    /// Wakes the sequencer: there is something to number.
    fn noted<T>(&self, done: T) -> T {
        self.core.sequencer.notify_one();
        done
    }

    /// Hands the lines of a look to the writer.
    pub(crate) async fn hand_over(&self, lines: Vec<Line>) -> oneshot::Receiver<Result<(), Error>> {
        #[cfg(bench_floor)]
        if true {
            return crate::floor::drop_lines(&lines);
        }
        let (answer, heard) = oneshot::channel();
        match &self.engine {
            Engine::Sqlite(db) => {
                let faults = Arc::clone(&self.core.faults);
                db.write(Box::new(move |conn| {
                    let done = conn.and_then(|conn| {
                        let mut tx = Tx::sqlite(conn);
                        once(crate::record::append(&mut tx, &lines, &faults))
                    });
                    Box::new(move |committed| {
                        let _ = answer.send(done.and(committed));
                    })
                }));
            }
            Engine::Postgres(db) => db.record(crate::postgres::Waiting { lines, answer }).await,
        }
        self.noted(heard)
    }
}

/// A deed on PostgreSQL, in a task of its own: a caller that leaves must not leave it half done.
async fn on_postgres<U: UseCase>(
    db: Arc<Postgres>,
    core: Arc<Core>,
    deeds: Vec<(Asker, U)>,
) -> Result<Vec<U::Out>, Vec<NoneDone<U::Refusal>>> {
    let task = tokio::spawn(async move {
        let faults = Arc::clone(&core.faults);
        if faults.is(Fault::QueueClosed) {
            return Err(none(Error::Unavailable("planned failure".into())));
        }
        let conn = db.conn().await.map_err(none)?;
        conn.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ").await.map_err(|e| none(e.into()))?;
        let found = all_deeds(Tx::postgres(&conn), core, deeds, true).await;
        if faults.is(Fault::CommitFails) {
            close(conn, "ROLLBACK").await;
            return Err(none(Error::Unavailable("planned failure".into())));
        }
        // A failed deed was undone to its savepoint and recorded; that record is committed too.
        let committed = commit(conn).await;
        db.last_write().went(&committed);
        committed.map_err(none)?;
        if faults.is(Fault::AnswerLost) {
            return Err(none(Error::OutcomeUnknown));
        }
        found
    });
    task.await.unwrap_or_else(|_| Err(none(Error::OutcomeUnknown)))
}

/// Commits a deed. When the connection is gone at that moment, nobody knows whether it held.
pub(crate) async fn commit(conn: deadpool_postgres::Object) -> Result<(), Error> {
    match conn.batch_execute("COMMIT").await {
        Ok(()) => Ok(()),
        Err(e) => {
            // No answer, or the server went down while answering: it may have committed already.
            let unknown =
                e.code().is_none_or(|state| ["08", "57"].iter().any(|class| state.code().starts_with(class)));
            drop(deadpool_postgres::Object::take(conn));
            if unknown { Err(Error::OutcomeUnknown) } else { Err(e.into()) }
        }
    }
}

/// Ends a transaction whose outcome no longer matters; a connection that cannot is thrown away.
pub(crate) async fn close(conn: deadpool_postgres::Object, how: &'static str) {
    if conn.batch_execute(how).await.is_err() {
        drop(deadpool_postgres::Object::take(conn));
    }
}

/// One attempt: what it found, and the lines that tell of it. No lines: there is no one to record.
struct Attempt<T, R> {
    found: Result<(T, Unopened), NotDone<R>>,
    lines: Vec<Line>,
}

/// The deeds with their record, inside the transaction, undone as a whole when one of them cannot be done or the record
/// cannot be written. In the first case the record stays: it says who was refused what, and that the others failed.
async fn all_deeds<U: UseCase>(
    mut tx: Tx<'_>,
    core: Arc<Core>,
    deeds: Vec<(Asker, U)>,
    may_wait: bool,
) -> Result<Vec<U::Out>, Vec<NoneDone<U::Refusal>>> {
    tx.control("SAVEPOINT whole").await.map_err(none)?;
    let (mut outs, mut not_done, mut told) = (Vec::new(), Vec::new(), Vec::new());
    let alone = deeds.len() == 1;
    for (which, (asker, use_case)) in deeds.into_iter().enumerate() {
        let tried = try_in(&mut tx, &core, asker, use_case, may_wait, Turn::Deed).await;
        told.push(tried.told);
        match tried.found {
            Ok((out, _)) => outs.push(out),
            Err(why) => not_done.push(NoneDone { which, why }),
        }
        // Once the store fails there is nothing to find out about the rest.
        if not_done.iter().any(|it| matches!(it.why, NotDone::Failed(_) | NotDone::SignedOut)) {
            break;
        }
    }
    let undone = !not_done.is_empty() && !alone;
    if undone {
        tx.control("ROLLBACK TO whole").await.map_err(none)?;
    }
    let lines: Vec<Line> =
        told.into_iter().flatten().flat_map(|told| told.lines::<U::Action>(&core, undone)).collect();
    if let Err(e) = crate::record::append(&mut tx, &lines, &core.faults).await {
        // On the failure of this the transaction itself is lost, which everyone in it will hear.
        let _ = tx.control("ROLLBACK TO whole").await;
        let _ = tx.control("RELEASE whole").await;
        return Err(none(e));
    }
    tx.control("RELEASE whole").await.map_err(none)?;
    if not_done.is_empty() { Ok(outs) } else { Err(not_done) }
}

/// A look: the transaction holds nothing to undo.
async fn attempt<U: UseCase>(
    mut tx: Tx<'_>,
    core: Arc<Core>,
    asker: Asker,
    use_case: U,
    may_wait: bool,
) -> Attempt<U::Out, U::Refusal> {
    let tried = try_in(&mut tx, &core, asker, use_case, may_wait, Turn::Look).await;
    let lines = tried.told.map_or_else(Vec::new, |told| told.lines::<U::Action>(&core, false));
    Attempt { found: tried.found, lines }
}

async fn try_in<U: UseCase>(
    tx: &mut Tx<'_>,
    core: &Arc<Core>,
    asker: Asker,
    use_case: U,
    may_wait: bool,
    turn: Turn,
) -> Tried<U::Out, U::Refusal> {
    let now = core.surroundings.clock.now();
    let actor = match facts::actor(&mut tx.for_one_deed(), asker.who, now).await {
        Ok(Some(actor)) => actor,
        Ok(None) => return Tried { found: Err(NotDone::SignedOut), told: None },
        Err(e) => return Tried { found: Err(NotDone::Failed(e)), told: None },
    };
    let mut note = Note::default();
    let found = decided_and_run(tx, core, &actor, use_case, &mut note, now, may_wait, turn).await;
    let outcome = match &found {
        Ok(_) if !note.walled => Outcome::Done,
        Ok(_) | Err(NotDone::Denied { .. } | NotDone::SignedOut) => Outcome::Denied,
        Err(NotDone::Rejected(_) | NotDone::Failed(_)) => Outcome::Failed,
    };
    Tried { found, told: Some(Told { asker, actor, outcome, note, now }) }
}

/// What came of one use case, and what the record will say of it; nothing when there is no one to record.
struct Tried<T, R> {
    found: Result<(T, Unopened), NotDone<R>>,
    told: Option<Told>,
}

/// What the record says of one use case.
struct Told {
    asker: Asker,
    actor: ActorFacts,
    outcome: Outcome,
    note: Note,
    now: Timestamp,
}

impl Told {
    /// The lines; `undone` when it was done and then undone with the others.
    fn lines<A: Action>(mut self, core: &Core, undone: bool) -> Vec<Line> {
        if undone && self.outcome == Outcome::Done {
            self.outcome = Outcome::Failed;
            self.note.items.clear();
            self.note.also_about.clear();
        }
        let context = Context {
            surroundings: &core.surroundings,
            now_ms: self.now.as_millisecond(),
            policy_version: core.policies.version(),
        };
        lines::<A>(self.asker, &self.actor, self.outcome, &self.note, &context)
    }
}

#[expect(clippy::too_many_arguments, reason = "the one place where everything about a deed meets")]
async fn decided_and_run<U: UseCase>(
    tx: &mut Tx<'_>,
    core: &Arc<Core>,
    actor: &ActorFacts,
    use_case: U,
    note: &mut Note,
    now: Timestamp,
    may_wait: bool,
    turn: Turn,
) -> Result<(U::Out, Unopened), NotDone<U::Refusal>> {
    // A look leaves nothing to undo.
    let deed = turn == Turn::Deed;
    if deed {
        tx.control("SAVEPOINT deed").await.map_err(NotDone::Failed)?;
    }
    let about = use_case.about();
    let found = async {
        let things = about.things(&mut tx.for_one_deed(), actor, now, note).await.map_err(NotDone::Failed)?;
        let parts = allowed::<U::Action>(&core.policies, actor, &things, note).map_err(NotDone::widen)?;
        let mut work =
            Work::<U::Action>::begin(tx.for_one_deed(), core, actor, about, parts, now, note, turn);
        let done = guarded(may_wait, use_case.run(&mut work)).await;
        match done {
            Ok(Ok(out)) => work.ended().map(|unopened| (out, unopened)).map_err(NotDone::Failed),
            Ok(Err(Undone::Rejected(why))) => Err(NotDone::Rejected(why)),
            Ok(Err(Undone::Failed(e))) | Err(e) => Err(NotDone::Failed(e)),
        }
    }
    .await;
    // What a failed deed had touched is undone; its record, outside this savepoint, stays.
    if found.is_err() {
        note.items.clear();
        note.also_about.clear();
    }
    let end = match (deed, &found) {
        (false, _) => Ok(()),
        (true, Ok(_)) => tx.control("RELEASE deed").await,
        (true, Err(_)) => match tx.control("ROLLBACK TO deed").await {
            Ok(()) => tx.control("RELEASE deed").await,
            Err(e) => Err(e),
        },
    };
    match (found, end) {
        (Ok(_), Err(e)) => Err(NotDone::Failed(e)),
        (found, _) => found,
    }
}

/// Asks about each thing. The parts that are allowed go with the work; none allowed is a denial.
fn allowed<A: Action>(
    policies: &Policies,
    actor: &ActorFacts,
    things: &[Thing],
    note: &mut Note,
) -> Result<Vec<PartFacts>, NotDone<std::convert::Infallible>> {
    let mut yes = false;
    let mut parts = Vec::new();
    let mut by_permit = Vec::new();
    let mut by_forbid = Vec::new();
    for thing in things {
        crate::tally::decision();
        let Verdict { allowed, policies } = decide(policies, A::NAME, actor, thing);
        if !allowed {
            by_forbid.extend(policies);
            continue;
        }
        yes = true;
        by_permit.extend(policies);
        if let Thing::Part(part) = thing {
            parts.push(part.clone());
        }
    }
    let mut deciding = if yes { by_permit } else { by_forbid };
    deciding.sort();
    deciding.dedup();
    note.policies.clone_from(&deciding);
    if !yes {
        return Err(NotDone::Denied { policies: told::<A>(policies, actor, things) });
    }
    note.domains = parts.iter().map(|part| part.domain).collect();
    // What an emergency access opens is never folded into what one is involved with.
    let opened = parts.iter().filter(|part| part.involvement.is_none()).find_map(|part| part.emergency);
    if let Some(emergency) = opened {
        note.basis = "emergency";
        note.basis_id = Some(emergency.id.uuid());
        note.reason = emergency.reason.code();
        note.emergency = true;
    } else if let Some(involvement) = parts.iter().find_map(|part| part.involvement) {
        note.basis = "involvement";
        note.basis_id = Some(involvement.uuid());
    } else if actor.own_person().is_some() {
        note.basis = "self";
    } else if let Some(proxy) = actor.proxy() {
        note.basis = "proxy";
        note.basis_id = Some(proxy.proxy.uuid());
    } else if actor.staff().is_some() {
        note.basis = "function";
    } else {
        note.basis = "job";
    }
    Ok(parts)
}

/// What the asker hears of a denial; the record names all that decided. Nothing that would sound
/// different if the thing did not exist (ACC-01): the wall that stands around the asker everywhere, and
/// that signing in again is enough, to whom may know of the thing.
fn told<A: Action>(policies: &Policies, actor: &ActorFacts, things: &[Thing]) -> Vec<String> {
    if actor.staff().is_some_and(|post| !post.ready) {
        return vec!["wall-not-ready".to_owned()];
    }
    // Only about the own team, of which the deputy knows that it is there.
    if actor.staff().is_some_and(|post| post.function.coordinates() && !post.coordinates_now())
        && things.iter().any(|thing| matches!(thing, Thing::Team { .. }))
    {
        return vec!["wall-deputy-not-delegated".to_owned()];
    }
    let fresh = ActorFacts { fresh: true, ..actor.clone() };
    if !actor.fresh && things.iter().any(|thing| decide(policies, A::NAME, &fresh, thing).allowed) {
        return vec!["wall-stale-sign-in".to_owned()];
    }
    Vec::new()
}

impl NotDone<std::convert::Infallible> {
    /// The same, for any kind of refusal.
    fn widen<R>(self) -> NotDone<R> {
        match self {
            Self::Denied { policies } => NotDone::Denied { policies },
            Self::SignedOut => NotDone::SignedOut,
            Self::Rejected(never) => match never {},
            Self::Failed(e) => NotDone::Failed(e),
        }
    }
}
