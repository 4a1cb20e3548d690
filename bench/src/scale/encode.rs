//! Turns the plan into what stands in the tables: sealed with real keys, found by real blind indexes, every deed a
//! canonical record with its salt and its leaf. Runs beside the filling, a batch ahead of it.

use std::sync::Arc;
use std::sync::mpsc::SyncSender;

use domain::days::INVOLVEMENT_GRACE;
use domain::{BirthDate, amsterdam_date, fold};
use jiff::{Timestamp, ToSpan};
use ledger::{Checkpoint, Frontier, Record, Salt, Signer, leaf_hash};
use uuid::Uuid;
use vault::{DataKey, Entropy, KeyId, KeyRing, Place, Secrets, WrappedKey};

use super::entropy::DrawnEntropy;
use super::house::{House, Post};
use super::plan::{Deed, Dice, Event, Generation, Life, Plan};
use super::said;

/// Events in one batch.
const BATCH: usize = 8192;
/// Entries that one look shows at most: a page and one more.
const SHOWN: usize = 51;
/// Of what length the texts are; 200 on average.
const LENGTHS: [usize; 5] = [60, 120, 180, 240, 400];
const TEXT: &str = "Gebeld over de uitkering en de brief van de verhuurder. De buurvrouw helpt met de boodschappen. \
    Samen een lijst gemaakt van wat er deze week moet gebeuren, en afgesproken wie wat doet. Volgende keer kijken we \
    naar de zorgtoeslag, de school van de jongste en het formulier voor de huur. Het gaat beter dan vorige maand; \
    slapen lukt nog niet goed. De huisarts weet ervan. We bellen vrijdag opnieuw, en anders komt er iemand langs.";

/// What is handed to the filling at a time.
#[derive(Default)]
pub struct Batch {
    pub opened: Vec<Opened>,
    pub written: Vec<Written>,
    pub lines: Vec<Line>,
    /// Size of the tree, note and when.
    pub checkpoints: Vec<(i64, String, i64)>,
}

/// A dossier with all that is made with it.
pub struct Opened {
    pub at: i64,
    pub number: i64,
    pub post: Post,
    pub person: Uuid,
    pub is_new_person: bool,
    pub client: Uuid,
    pub pseudonym: Uuid,
    pub core_key: WrappedKey,
    pub fields: Vec<(Uuid, &'static str, Vec<u8>)>,
    pub token: [u8; 32],
    pub dossier: Uuid,
    pub notice: Uuid,
    pub agreement: Uuid,
    pub part: Uuid,
    pub part_key: WrappedKey,
    pub question: Vec<u8>,
    pub changed: i64,
    pub involvement: Uuid,
    pub reason: Vec<u8>,
    pub closed: Option<Closed>,
}

/// How a dossier was closed.
pub struct Closed {
    pub at: i64,
    pub until: i64,
    pub closing: Uuid,
    pub involvement: Uuid,
    pub reason: Vec<u8>,
    pub end_reason: Vec<u8>,
}

/// An entry in its first version.
pub struct Written {
    pub at: i64,
    pub post: Post,
    pub client: Uuid,
    pub part: Uuid,
    pub entry: Uuid,
    pub version: Uuid,
    pub day: String,
    pub facts: Vec<u8>,
    pub opinion: Vec<u8>,
    pub reason: Vec<u8>,
}

/// A line of the record with its leaf.
pub struct Line {
    pub bytes: Vec<u8>,
    pub salt: [u8; 32],
    pub leaf: [u8; 32],
}

/// Every line once more, as little as the projections need.
#[derive(Default)]
pub struct Told {
    /// Of each line the dossier; [`Told::NOBODY`] for none.
    pub case: Vec<u32>,
    pub worker: Vec<u16>,
    pub deed: Vec<Deed>,
    pub at: Vec<i64>,
    /// Of each dossier its pseudonym.
    pub subjects: Vec<Uuid>,
}

impl Told {
    pub const NOBODY: u32 = u32::MAX;
}

/// Somebody who is measured.
pub struct Measured {
    pub worker: u32,
    pub dossier: Uuid,
    pub surname: String,
    pub birth: BirthDate,
    pub resident: Option<u32>,
}

/// What is left when everything was encoded.
pub struct Encoded {
    pub tree: Frontier,
    pub told: Told,
    pub measured: Vec<Measured>,
}

/// Encodes a whole plan.
pub struct Encoder<'w> {
    pub house: &'w House,
    pub secrets: Secrets,
    pub entropy: Arc<DrawnEntropy>,
    pub signer: Signer,
    /// A record for each deed, in the order of [`Deed::ALL`].
    pub examples: Vec<Record>,
    pub tree: Frontier,
    /// The number of the last dossier that is there.
    pub number: i64,
    /// A checkpoint is signed after so many lines.
    pub sign_after: u64,
}

/// A dossier while its generation lives.
struct Case {
    person: Uuid,
    client: Uuid,
    pseudonym: Uuid,
    dossier: Uuid,
    part: Uuid,
    involvement: Uuid,
    key: Option<DataKey>,
    entries: Vec<Uuid>,
    changed: i64,
    resident: bool,
    surname: String,
    birth: BirthDate,
}

impl Encoder<'_> {
    /// Encodes everything and hands it over batch by batch.
    ///
    /// # Errors
    /// When the filling stopped, or an example does not fit.
    pub fn run(mut self, mut plan: Plan, to: &SyncSender<Batch>) -> Result<Encoded, String> {
        let (mut told, mut measured) = (Told::default(), Vec::new());
        let mut dice = Dice(7);
        for generation in plan.generations.clone() {
            let life = plan.live(generation);
            let mut cases = self.cases(&plan, generation, &life, &mut dice, &mut measured);
            told.subjects.extend(cases.iter().map(|case| case.pseudonym));
            for events in life.events.chunks(BATCH) {
                let mut batch = Batch::default();
                for event in events {
                    self.encode(generation, event, &mut cases, &mut batch)?;
                    told.case.push(if matches!(event.deed, Deed::Search | Deed::List) {
                        Told::NOBODY
                    } else {
                        generation.first + event.case
                    });
                    told.worker.push(event.worker);
                    told.deed.push(event.deed);
                    told.at.push(event.at);
                }
                to.send(batch).map_err(|_| "the filling stopped".to_owned())?;
            }
        }
        Ok(Encoded { tree: self.tree, told, measured })
    }

    fn cases(
        &self,
        plan: &Plan,
        generation: Generation,
        life: &Life,
        dice: &mut Dice,
        measured: &mut Vec<Measured>,
    ) -> Vec<Case> {
        let mut cases = Vec::with_capacity(life.changed.len());
        for (case, changed) in (0..generation.count).zip(&life.changed) {
            let worker = case % plan.workers;
            let is_measured = generation.is_now
                && worker < plan.measured_workers()
                && case / plan.workers < super::plan::OPENED;
            let resident = (is_measured && case < Plan::measured_residents(plan.workers)).then_some(case);
            let surname = if is_measured { format!("Meetveld{}", letters(case)) } else { surname(dice) };
            let days = i32::try_from(dice.below(29_000)).unwrap_or_default();
            let born = jiff::civil::date(1930, 1, 1).saturating_add(days.days());
            let made = Case {
                person: resident
                    .map_or_else(|| self.entropy.uuid_random(), |at| self.house.residents[at as usize]),
                client: self.entropy.uuid_random(),
                pseudonym: self.entropy.uuid_random(),
                dossier: self.entropy.uuid_random(),
                part: self.entropy.uuid_random(),
                involvement: Uuid::nil(),
                key: None,
                entries: Vec::new(),
                changed: *changed,
                resident: resident.is_some(),
                surname,
                birth: BirthDate::full(born),
            };
            if is_measured {
                let (dossier, surname, birth) = (made.dossier, made.surname.clone(), made.birth);
                measured.push(Measured { worker, dossier, surname, birth, resident });
            }
            cases.push(made);
        }
        cases
    }

    fn encode(
        &mut self,
        generation: Generation,
        event: &Event,
        cases: &mut [Case],
        batch: &mut Batch,
    ) -> Result<(), String> {
        let post = self.house.posts[usize::from(event.worker)];
        let case = &mut cases[event.case as usize];
        match event.deed {
            Deed::Open => batch.opened.push(self.open(generation, event.at, post, case)?),
            Deed::Write | Deed::Close => batch.written.push(self.write(event.at, post, case)?),
            Deed::Search | Deed::Look | Deed::List => {}
        }
        batch.lines.push(self.line(event, post, case));
        if self.tree.size().is_multiple_of(self.sign_after) {
            let (size, root) = (self.tree.size(), self.tree.root());
            let checkpoint = Checkpoint { origin: self.signer.name().to_owned(), size, root };
            let note = checkpoint.sign(&self.signer).map_err(said)?;
            batch.checkpoints.push((size.cast_signed(), note, event.at));
        }
        Ok(())
    }

    fn line(&mut self, event: &Event, post: Post, case: &Case) -> Line {
        let entropy = &*self.entropy;
        let record = &mut self.examples[event.deed as usize];
        record.id = entropy.uuid_v7(event.at);
        record.occurred_at = event.at;
        record.correlation = entropy.uuid_random();
        record.account = Some(post.account);
        record.staff = Some(post.staff);
        record.team = Some(post.team);
        record.items.clear();
        if !matches!(event.deed, Deed::Search | Deed::List) {
            record.subject = Some(case.pseudonym);
            record.object = Some(case.dossier);
            record.basis_id = record.basis_id.and(Some(case.involvement));
        }
        match event.deed {
            Deed::Open => record.items.push(case.involvement),
            Deed::Write | Deed::Close => record.items.extend(case.entries.last()),
            Deed::Look => {
                record.items.extend(case.entries.iter().rev().take(SHOWN));
                record.count = record.items.len() as u64;
            }
            Deed::Search | Deed::List => {}
        }
        let bytes = record.encode();
        let salt = entropy.bytes32();
        let leaf = leaf_hash(&Salt(salt), &bytes);
        self.tree.append(leaf);
        Line { bytes, salt, leaf: leaf.0 }
    }

    fn open(
        &mut self,
        generation: Generation,
        at: i64,
        post: Post,
        case: &mut Case,
    ) -> Result<Opened, String> {
        let entropy = &*self.entropy;
        let (core, core_key) = new_key(&self.secrets.keks, entropy, at);
        let (key, part_key) = new_key(&self.secrets.keks, entropy, at);
        let seal = |place: Place, text: &str| key.seal(place, text.as_bytes(), entropy).into_bytes();
        let birth = case.birth.to_string();
        let values = [
            ("surname", case.surname.as_str()),
            ("given-names", "Anna Maria"),
            ("phone", "0600000000"),
            ("birth-date", birth.as_str()),
            ("contact-phone", domain::SafeContact::unasked().phone.code()),
            ("contact-mail", domain::SafeContact::unasked().mail.code()),
            ("contact-post", domain::SafeContact::unasked().post.code()),
        ];
        let fields = values.into_iter().map(|(name, value)| {
            let row = entropy.uuid_v7(at);
            let place = Place { table: "client_field", row, column: "value" };
            (row, name, core.seal(place, value.as_bytes(), entropy).into_bytes())
        });
        let folded = fold::name_and_birth(&case.surname, &case.birth).ok_or("a name that is not one")?;
        case.involvement = entropy.uuid_v7(at);
        let reason_of = |row| Place { table: "involvement", row, column: "reason" };
        let closed = (!generation.is_now).then(|| {
            let row = entropy.uuid_v7(case.changed);
            Closed {
                at: case.changed,
                until: case.changed + INVOLVEMENT_GRACE.as_millis() as i64,
                closing: entropy.uuid_v7(case.changed),
                involvement: row,
                reason: seal(reason_of(row), ""),
                end_reason: seal(Place { table: "involvement", row, column: "end_reason" }, "Klaar."),
            }
        });
        self.number += 1;
        let opened = Opened {
            at,
            number: self.number,
            post,
            person: case.person,
            is_new_person: !case.resident,
            client: case.client,
            pseudonym: case.pseudonym,
            core_key,
            fields: fields.collect(),
            token: self.secrets.index.token(self.house.controller, "name-birth", &folded),
            dossier: case.dossier,
            notice: entropy.uuid_v7(at),
            agreement: entropy.uuid_v7(at),
            part: case.part,
            part_key,
            question: seal(
                Place { table: "dossier_part", row: case.part, column: "question" },
                "Ik wil weer overzicht over mijn geld.",
            ),
            changed: case.changed,
            involvement: case.involvement,
            reason: seal(reason_of(case.involvement), ""),
            closed,
        };
        case.key = Some(key);
        Ok(opened)
    }

    fn write(&self, at: i64, post: Post, case: &mut Case) -> Result<Written, String> {
        let entropy = &*self.entropy;
        let key = case.key.as_ref().ok_or("written before it was opened")?;
        let (entry, version) = (entropy.uuid_v7(at), entropy.uuid_v7(at));
        let seal = |column, text: &str| {
            let place = Place { table: "entry_version", row: version, column };
            key.seal(place, text.as_bytes(), entropy).into_bytes()
        };
        let length = LENGTHS[case.entries.len() % LENGTHS.len()];
        case.entries.push(entry);
        Ok(Written {
            at,
            post,
            client: case.client,
            part: case.part,
            entry,
            version,
            day: amsterdam_date(Timestamp::from_millisecond(at).map_err(said)?).to_string(),
            facts: seal("facts", &TEXT[..length]),
            opinion: seal("opinion", ""),
            reason: seal("reason", ""),
        })
    }
}

fn new_key(ring: &KeyRing, entropy: &DrawnEntropy, at: i64) -> (DataKey, WrappedKey) {
    let key = DataKey::generate(KeyId(entropy.uuid_v7(at)), entropy);
    let wrapped = ring.wrap(&key, entropy);
    (key, wrapped)
}

/// One of some thousands of names that nobody has.
fn surname(dice: &mut Dice) -> String {
    const BEGIN: [&str; 16] = [
        "Ol", "Bra", "Kne", "Vros", "Del", "Wim", "Tja", "Gro", "Hee", "Lui", "Mar", "Nie", "Pol", "Ras",
        "Sta", "Zwe",
    ];
    const MIDDLE: [&str; 12] =
        ["ber", "den", "kel", "man", "ner", "pel", "ren", "sen", "ter", "ver", "wel", "zen"];
    const END: [&str; 12] =
        ["berg", "dam", "haar", "hof", "kamp", "laar", "meer", "oord", "rode", "stra", "veld", "zand"];
    let mut pick = |from: &[&'static str]| from[dice.below(from.len() as u64) as usize];
    [pick(&BEGIN), pick(&MIDDLE), pick(&END)].concat()
}

/// A number in letters, for a name holds no digits.
fn letters(mut number: u32) -> String {
    let mut word = String::new();
    for _ in 0..4 {
        word.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    word
}
