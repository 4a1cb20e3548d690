//! Randomness of the operating system, drawn a megabyte at a time: a large world takes gigabytes of it.
//! Never a seed: a world is opened again, and ids and nonces must not repeat then.

use std::fs::File;
use std::io::Read;
use std::sync::{Mutex, PoisonError};

use vault::Entropy;

use super::said;

const DRAWN: usize = 1 << 20;

/// Random bytes and how many of them were used.
pub struct DrawnEntropy(Mutex<Drawn>);

struct Drawn {
    source: File,
    bytes: Vec<u8>,
    used: usize,
}

impl DrawnEntropy {
    pub fn new() -> Result<Self, String> {
        let source = File::open("/dev/urandom").map_err(said)?;
        Ok(Self(Mutex::new(Drawn { source, bytes: vec![0; DRAWN], used: DRAWN })))
    }
}

impl Entropy for DrawnEntropy {
    fn fill(&self, out: &mut [u8]) {
        let mut drawn = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Drawn { source, bytes, used } = &mut *drawn;
        if *used + out.len() > bytes.len() {
            source.read_exact(bytes).expect("the operating system has no randomness");
            *used = 0;
        }
        out.copy_from_slice(&bytes[*used..*used + out.len()]);
        *used += out.len();
    }
}
