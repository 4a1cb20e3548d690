//! Who does what when: a city whose years pile up. Dossiers come in generations of 300 days; only those of the last are
//! open, forty a worker. Some have little in them, a few very much. What is measured is the same in every world.

use super::Size;

/// Dossiers a worker has now.
pub const CASELOAD: u32 = 40;
pub const TEAM: u32 = 10;
/// Of each measured worker this many dossiers are opened.
pub const OPENED: u32 = 4;
/// What a measured dossier has: entries, and looks of the last year.
pub const MEASURED: Shape = Shape { entries: 20, looks: 50 };

const MOST_WORKERS: u32 = 1000;
const MEASURED_WORKERS: u32 = 50;
const MEASURED_RESIDENTS: u32 = 10;
const GENERATION_MS: i64 = 300 * 24 * 3600 * 1000;
/// Of a hundred dossiers: how many, how much is written in each, how often one is looked at.
const SHARES: [(u32, u64, u64); 4] = [(50, 8, 10), (34, 20, 22), (13, 40, 40), (3, 133, 144)];

/// How much there is of a dossier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shape {
    pub entries: u32,
    pub looks: u32,
}

/// What is done. Each is one line on the record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deed {
    Search,
    Open,
    Write,
    Look,
    Close,
    List,
}

impl Deed {
    pub const ALL: [Self; 6] = [Self::Search, Self::Open, Self::Write, Self::Look, Self::Close, Self::List];
}

/// One thing that is done.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// Milliseconds since 1970.
    pub at: i64,
    /// Which of the generation; of no meaning for a list.
    pub case: u32,
    pub worker: u16,
    pub deed: Deed,
}

/// Those who have a dossier in the same time.
#[derive(Clone, Copy, Debug)]
pub struct Generation {
    /// The number of its first dossier, counted from 0.
    pub first: u32,
    pub count: u32,
    from: i64,
    until: i64,
    /// The last one: its dossiers are open.
    pub is_now: bool,
    lists: u64,
}

/// A generation, event by event.
pub struct Life {
    pub events: Vec<Event>,
    /// Of each dossier when it was written in last.
    pub changed: Vec<i64>,
}

/// The plan of one world, beside what the product wrote in it itself.
pub struct Plan {
    pub workers: u32,
    pub generations: Vec<Generation>,
    dossiers: u32,
    entries: Share,
    looks: Share,
    dice: Dice,
}

/// What is left to give, and the weight of those who have not had theirs.
struct Share {
    left: u64,
    weight: u64,
}

impl Plan {
    /// How many workers a world of so many dossiers has.
    pub fn workers_for(dossiers: u32) -> u32 {
        (dossiers.saturating_sub(2) / CASELOAD).clamp(1, MOST_WORKERS)
    }

    /// When the first day of a world is that ends at `now`.
    pub fn begin(dossiers: u32, now: i64) -> i64 {
        let generations = dossiers.div_ceil(Self::workers_for(dossiers) * CASELOAD);
        now - GENERATION_MS * i64::from(generations) - 24 * 3600 * 1000
    }

    /// The plan for `size` less what is `there` already, ending at `now`.
    ///
    /// # Errors
    /// When the three numbers do not fit together.
    pub fn new(size: Size, there: Size, now: i64) -> Result<Self, String> {
        let too_little = |what| format!("{size}: too few {what} for a world like this");
        let workers = Self::workers_for(size.dossiers);
        let dossiers = size.dossiers.checked_sub(there.dossiers).ok_or_else(|| too_little("dossiers"))?;
        let past = dossiers.checked_sub(workers * CASELOAD).ok_or_else(|| too_little("dossiers"))?;
        let measured = u64::from(Self::measured_workers_of(workers) * OPENED);
        let rest = |all: u64, taken: u64, what| all.checked_sub(taken).ok_or_else(|| too_little(what));
        let entries = rest(size.entries, there.entries, "entries")?;
        let other_entries = rest(entries, measured * u64::from(MEASURED.entries), "entries")?;
        // A line for each search, each dossier, each entry, each measured look; the rest are lists and looks.
        let lines = there.records + 2 * u64::from(dossiers) + entries + measured * u64::from(MEASURED.looks);
        let free = rest(size.records, lines, "records")?;
        let lists = free / 5;
        let (mut entry_weight, mut look_weight) = (0, 0);
        for dossier in 0..dossiers {
            if !is_measured(dossier, dossiers, workers) {
                let (entries, looks) = weights(dossier);
                (entry_weight, look_weight) = (entry_weight + entries, look_weight + looks);
            }
        }
        let generations = generations(past, workers, now, lists);
        Ok(Self {
            workers,
            generations,
            dossiers,
            entries: Share { left: other_entries, weight: entry_weight },
            looks: Share { left: free - lists, weight: look_weight },
            dice: Dice(2026),
        })
    }

    pub fn measured_workers(&self) -> u32 {
        Self::measured_workers_of(self.workers)
    }

    pub fn measured_residents(workers: u32) -> u32 {
        workers.min(MEASURED_RESIDENTS)
    }

    fn measured_workers_of(workers: u32) -> u32 {
        workers.min(MEASURED_WORKERS)
    }

    /// The lives of the next generation. To be called for each, in their order.
    pub fn live(&mut self, generation: Generation) -> Life {
        let mut events = Vec::new();
        let mut changed = Vec::with_capacity(generation.count as usize);
        for case in 0..generation.count {
            let shape = self.shape(generation.first + case);
            changed.push(self.live_one(generation, case, shape, &mut events));
        }
        let span = (generation.until - generation.from).unsigned_abs();
        for _ in 0..generation.lists {
            let at = generation.from + self.dice.below(span).cast_signed();
            let worker = self.dice.below(self.workers.into()) as u16;
            events.push(Event { at, case: 0, worker, deed: Deed::List });
        }
        events.sort_by_key(|event| event.at);
        Life { events, changed }
    }

    fn shape(&mut self, dossier: u32) -> Shape {
        if is_measured(dossier, self.dossiers, self.workers) {
            return MEASURED;
        }
        let (entries, looks) = weights(dossier);
        Shape { entries: self.entries.take(entries), looks: self.looks.take(looks) }
    }

    /// The events of one dossier; says when it was written in last.
    fn live_one(&mut self, generation: Generation, case: u32, shape: Shape, events: &mut Vec<Event>) -> i64 {
        let lead = case % self.workers;
        let span = (generation.until - generation.from) as u64;
        let begin = generation.from + self.dice.below(span * 2 / 5).cast_signed();
        let (mut writes, mut looks) = (u64::from(shape.entries), u64::from(shape.looks));
        let count = 2 + writes + looks;
        let step = ((generation.until - begin) as u64 / count).max(1);
        let mut changed = begin;
        for number in 0..count {
            let at = begin + (number * step + self.dice.below(step)).cast_signed();
            let deed = match number {
                0 => Deed::Search,
                1 => Deed::Open,
                // The last word of a dossier that is closed is an entry too.
                _ if number == count - 1 && !generation.is_now && writes > 0 => Deed::Close,
                _ => {
                    let held_back = u64::from(!generation.is_now).min(writes);
                    let can_write = writes - held_back;
                    if self.dice.below(can_write + looks) < can_write { Deed::Write } else { Deed::Look }
                }
            };
            match deed {
                Deed::Write | Deed::Close => (writes, changed) = (writes - 1, at),
                Deed::Look => looks -= 1,
                Deed::Open => changed = at,
                Deed::Search | Deed::List => {}
            }
            let by_colleague = deed == Deed::Look && self.dice.below(10) == 0;
            let worker = if by_colleague { self.colleague(lead) } else { lead };
            events.push(Event { at, case, worker: worker as u16, deed });
        }
        changed
    }

    /// Somebody of the same team.
    fn colleague(&mut self, worker: u32) -> u32 {
        let first = worker / TEAM * TEAM;
        let many = TEAM.min(self.workers - first);
        first + self.dice.below(many.into()) as u32
    }
}

impl Share {
    /// The part of this weight; in the end nothing is left.
    fn take(&mut self, weight: u64) -> u32 {
        let part = self.left * weight / self.weight.max(1);
        self.left -= part;
        self.weight -= weight;
        part as u32
    }
}

fn generations(past: u32, workers: u32, now: i64, lists: u64) -> Vec<Generation> {
    let size = workers * CASELOAD;
    let mut counts = Vec::new();
    if !past.is_multiple_of(size) {
        counts.push(past % size);
    }
    counts.extend((0..past / size).map(|_| size));
    counts.push(size);
    let many = counts.len() as i64;
    let (mut first, mut lists_left, mut dossiers_left) = (0, lists, u64::from(past + size));
    let mut generations = Vec::new();
    for (at, count) in (0_i64..).zip(counts) {
        let lists = lists_left * u64::from(count) / dossiers_left;
        generations.push(Generation {
            first,
            count,
            from: now - (many - at) * GENERATION_MS,
            until: now - (many - at - 1) * GENERATION_MS,
            is_now: at == many - 1,
            lists,
        });
        first += count;
        lists_left -= lists;
        dossiers_left -= u64::from(count);
    }
    generations
}

/// Which dossiers are measured: the first of each measured worker's present ones.
fn is_measured(dossier: u32, dossiers: u32, workers: u32) -> bool {
    let Some(case) = dossier.checked_sub(dossiers - workers * CASELOAD) else { return false };
    case % workers < Plan::measured_workers_of(workers) && case / workers < OPENED
}

fn weights(dossier: u32) -> (u64, u64) {
    let mut place = dossier.wrapping_mul(61) % 100;
    for (many, entries, looks) in SHARES {
        if place < many {
            return (entries, looks);
        }
        place -= many;
    }
    (0, 0)
}

/// Chance that is the same in each run (`SplitMix64`): nothing secret hangs on it.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `many`; 0 when there is none.
    pub fn below(&mut self, many: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        ((u128::from(z) * u128::from(many)) >> 64) as u64
    }
}
