//! The covering projections, filled after the record and in the order of their keys: per client, and per actor.

use ledger::Record;
use rusqlite::Connection;

use super::encode::Told;
use super::example::Rows;
use super::fill::{begin, commit};
use super::house::House;
use super::plan::Deed;

/// Fills both. `first` is the number of the first line that is told.
pub fn fill(
    conn: &Connection,
    house: &House,
    examples: &[Record],
    told: &Told,
    first: u64,
) -> Result<(), String> {
    begin(conn)?;
    looks(conn, house, examples, told, first)?;
    deeds(conn, house, examples, told, first)?;
    commit(conn)
}

/// The lines of each key, in order: those of key `k` are `lines[from[k]..from[k + 1]]`.
struct ByKey {
    from: Vec<u32>,
    lines: Vec<u32>,
}

impl ByKey {
    /// By counting: sorting fifty million takes longer.
    fn of(keys: usize, key_of: impl Fn(usize) -> Option<usize>, lines: usize) -> Self {
        let mut from = vec![0_u32; keys + 1];
        for key in (0..lines).filter_map(&key_of) {
            from[key + 1] += 1;
        }
        for key in 0..keys {
            from[key + 1] += from[key];
        }
        let mut next = from.clone();
        let mut sorted = vec![0; from[keys] as usize];
        for line in 0..lines {
            if let Some(key) = key_of(line) {
                sorted[next[key] as usize] = line as u32;
                next[key] += 1;
            }
        }
        Self { from, lines: sorted }
    }

    fn lines(&self, key: usize) -> impl Iterator<Item = usize> + '_ {
        let lines = &self.lines[self.from[key] as usize..self.from[key + 1] as usize];
        lines.iter().map(|line| *line as usize)
    }
}

fn looks(
    conn: &Connection,
    house: &House,
    examples: &[Record],
    told: &Told,
    first: u64,
) -> Result<(), String> {
    let mut rows = Rows::like(
        conn,
        "look_at_client",
        "1",
        [
            "subject",
            "number",
            "at",
            "staff",
            "account",
            "team",
            "function",
            "event",
            "kind",
            "outcome",
            "basis",
            "reason",
            "emergency",
            "domains",
        ],
    )?;
    let domains: Vec<String> = examples.iter().map(|record| record.domains.join(" ")).collect();
    let case_of = |line: usize| (told.case[line] != Told::NOBODY).then(|| told.case[line] as usize);
    let by_case = ByKey::of(told.subjects.len(), case_of, told.case.len());
    let mut cases: Vec<usize> = (0..told.subjects.len()).collect();
    cases.sort_unstable_by_key(|case| told.subjects[*case]);
    for case in cases {
        for line in by_case.lines(case) {
            let post = house.posts[usize::from(told.worker[line])];
            let deed = told.deed[line] as usize;
            let record = &examples[deed];
            rows.put([
                told.subjects[case].as_bytes(),
                &number(first, line),
                &told.at[line],
                post.staff.as_bytes(),
                post.account.as_bytes(),
                post.team.as_bytes(),
                &record.function,
                &record.event,
                &record.kind.code(),
                &record.outcome.code(),
                &record.basis,
                &record.reason,
                &record.emergency,
                &domains[deed],
            ])?;
        }
    }
    Ok(())
}

fn deeds(
    conn: &Connection,
    house: &House,
    examples: &[Record],
    told: &Told,
    first: u64,
) -> Result<(), String> {
    let columns = ["account", "number", "at", "event", "kind", "outcome", "subject"];
    let mut rows = Rows::like(conn, "deed_of_actor", "1", columns)?;
    let worker_of = |line: usize| Some(usize::from(told.worker[line]));
    let by_worker = ByKey::of(house.posts.len(), worker_of, told.worker.len());
    let mut workers: Vec<usize> = (0..house.posts.len()).collect();
    workers.sort_unstable_by_key(|worker| house.posts[*worker].account);
    for worker in workers {
        for line in by_worker.lines(worker) {
            let record = &examples[told.deed[line] as usize];
            let case = told.case[line];
            let subject = (case != Told::NOBODY).then(|| told.subjects[case as usize].as_bytes());
            rows.put([
                house.posts[worker].account.as_bytes(),
                &number(first, line),
                &told.at[line],
                &record.event,
                &record.kind.code(),
                &record.outcome.code(),
                &subject,
            ])?;
        }
    }
    Ok(())
}

fn number(first: u64, line: usize) -> i64 {
    (first + line as u64).cast_signed()
}

/// The event of each deed, by the names of the policy.
pub fn event_of(deed: Deed) -> &'static str {
    use policy::Action;
    use policy::actions::{CheckExistence, ClosePart, CreateDossier, ListCaseload, ReadDossier, WriteEntry};
    match deed {
        Deed::Search => CheckExistence::NAME,
        Deed::Open => CreateDossier::NAME,
        Deed::Write => WriteEntry::NAME,
        Deed::Look => ReadDossier::NAME,
        Deed::Close => ClosePart::NAME,
        Deed::List => ListCaseload::NAME,
    }
}
