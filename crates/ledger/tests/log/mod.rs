//! A small log in memory, with checkpoints, for the tests of the audit.
//! Everything in it can be changed, as somebody with the database but without the key could.

use ledger::{
    Audit, Checkpoint, Failure, Frontier, Hash, Purge, Record, Report, Salt, Signer, Verifier, leaf_hash,
};
use uuid::Uuid;

pub const ORIGIN: &str = "log.noord.example/record";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub number: u64,
    pub leaf: Hash,
    pub record: Option<(Salt, Vec<u8>)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Log {
    pub lines: Vec<Line>,
    pub checkpoints: Vec<String>,
}

pub fn signer() -> Signer {
    Signer::new(ORIGIN, [7; 32]).expect("a good name")
}

/// The read of a dossier; `number` makes it one of a kind.
pub fn read(number: u64) -> Record {
    Record {
        id: Uuid::from_u64_pair(1, number),
        event: "ReadDossier".into(),
        count: number,
        ..Record::default()
    }
}

impl Log {
    /// `reads` lines, signed every `every` lines and at the end.
    pub fn of(reads: u64, every: u64) -> Self {
        let mut log = Self::default();
        for number in 0..reads {
            log.write(&read(number));
            if (number + 1) % every == 0 {
                log.sign_with(&signer());
            }
        }
        log.sign_with(&signer());
        log
    }

    pub fn write(&mut self, record: &Record) {
        self.write_bytes(record.encode());
    }

    pub fn write_bytes(&mut self, bytes: Vec<u8>) {
        let number = self.lines.len() as u64;
        let salt = Salt(Hash::of_leaf(&[b"salt", &number.to_be_bytes()]).0);
        let leaf = leaf_hash(&salt, &bytes);
        self.lines.push(Line { number, leaf, record: Some((salt, bytes)) });
    }

    /// Destroys records lawfully: the line that says so first.
    pub fn purge(&mut self, first: u64, last: u64) {
        self.write(&Purge { numbers: vec![first..=last], rule: "RET-02".into() }.to_record());
        for number in first..=last {
            self.lines[number as usize].record = None;
        }
    }

    pub fn sign_with(&mut self, signer: &Signer) {
        let mut tree = Frontier::new();
        tree.append_all(self.lines.iter().map(|line| line.leaf));
        let checkpoint = Checkpoint { origin: signer.name().into(), size: tree.size(), root: tree.root() };
        self.checkpoints.push(checkpoint.sign(signer).expect("the signer is of this log"));
    }

    pub fn audit(&self) -> Result<Report, Failure> {
        let verifier = Verifier::from_vkey(&signer().vkey()).expect("a good key");
        let mut audit = Audit::new(&verifier, ORIGIN, &self.checkpoints);
        for line in &self.lines {
            let record = line.record.as_ref().map(|(salt, bytes)| (salt, bytes.as_slice()));
            audit.leaf(line.number, line.leaf, record);
        }
        audit.finish()
    }
}
