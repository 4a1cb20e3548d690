//! Where randomness comes from: a trait, so that tests and the demo can replay a run.
//! The binary implements it over the operating system; this crate only has the seeded one.

use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::mac::keyed_hash;

/// The last millisecond that fits the 48 bits of a UUIDv7, in the year 10889.
const LAST_MILLISECOND: u64 = (1 << 48) - 1;

/// A source of random bytes. Keys, nonces, tokens and ids all come from here.
pub trait Entropy: Send + Sync {
    /// Fills `out` with bytes nobody can predict. An implementation that cannot do so must panic: going on
    /// with weak bytes would seal values under keys that can be guessed.
    fn fill(&self, out: &mut [u8]);

    /// An id that sorts by time: a UUIDv7 of `now_ms`, in milliseconds since 1970 UTC. A time before 1970
    /// counts as 1970. Ids of the same millisecond have no order among themselves.
    fn uuid_v7(&self, now_ms: i64) -> Uuid {
        let millis = u64::try_from(now_ms).unwrap_or(0).min(LAST_MILLISECOND);
        let mut rest = [0; 10];
        self.fill(&mut rest);
        uuid::Builder::from_unix_timestamp_millis(millis, &rest).into_uuid()
    }

    /// An id that tells nothing, not even its time: a UUIDv4.
    fn uuid_random(&self) -> Uuid {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// Thirty-two fresh bytes, for a token or a salt.
    fn bytes32(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.fill(&mut bytes);
        bytes
    }
}

/// The same bytes for the same seed, **for the demo and tests only**: whoever knows the seed knows every key.
///
/// A second run with the same seed repeats nonces as well as keys, so never let one open a store that an
/// earlier run has filled.
///
/// The stream is HMAC-SHA-256 over a counter, so how it is cut into calls does not matter.
pub struct SeededEntropy {
    stream: Mutex<Stream>,
}

struct Stream {
    key: Zeroizing<[u8; 32]>,
    next_block: u64,
    block: Zeroizing<[u8; 32]>,
    used: usize,
}

impl SeededEntropy {
    /// Starts the stream of this seed at its beginning.
    pub fn new(seed: u64) -> Self {
        let key = Sha256::new()
            .chain_update(b"samendossier seeded entropy v1")
            .chain_update(seed.to_be_bytes())
            .finalize();
        Self {
            stream: Mutex::new(Stream {
                key: Zeroizing::new(key.into()),
                next_block: 0,
                block: Zeroizing::default(),
                used: 32,
            }),
        }
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, out: &mut [u8]) {
        // A poisoned lock is harmless: the stream is whole after every byte.
        let mut stream = self.stream.lock().unwrap_or_else(PoisonError::into_inner);
        for byte in out {
            *byte = stream.next_byte();
        }
    }
}

impl Stream {
    fn next_byte(&mut self) -> u8 {
        if self.used == self.block.len() {
            *self.block = keyed_hash(&self.key, &[&self.next_block.to_be_bytes()]);
            self.next_block += 1;
            self.used = 0;
        }
        let byte = self.block[self.used];
        self.used += 1;
        byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_bytes_however_they_are_drawn() {
        let (at_once, in_pieces) = (SeededEntropy::new(7), SeededEntropy::new(7));

        let mut whole = [0; 100];
        at_once.fill(&mut whole);
        let mut pieces = [0; 100];
        for piece in pieces.chunks_mut(9) {
            in_pieces.fill(piece);
        }

        assert_eq!(whole, pieces);
    }

    #[test]
    fn another_seed_and_a_later_draw_give_other_bytes() {
        let seeded = SeededEntropy::new(7);

        let (first, second) = (seeded.bytes32(), seeded.bytes32());

        assert_ne!(first, second);
        assert_ne!(first, SeededEntropy::new(8).bytes32());
    }

    #[test]
    fn a_time_ordered_id_carries_its_millisecond() {
        let seeded = SeededEntropy::new(7);
        let second_of_march_2026 = 1_772_409_600_000;

        let early = seeded.uuid_v7(second_of_march_2026);
        let late = seeded.uuid_v7(second_of_march_2026 + 1);

        assert_eq!(early.get_version_num(), 7);
        assert_eq!(early.get_variant(), uuid::Variant::RFC4122);
        assert_eq!(early.as_u128() >> 80, 1_772_409_600_000);
        assert!(early < late);
    }

    #[test]
    fn a_time_outside_the_range_is_clamped() {
        let seeded = SeededEntropy::new(7);

        let before_1970 = seeded.uuid_v7(-1);
        let far_future = seeded.uuid_v7(i64::MAX);

        assert_eq!(before_1970.as_u128() >> 80, 0);
        assert_eq!(far_future.as_u128() >> 80, u128::from(LAST_MILLISECOND));
    }

    #[test]
    fn a_random_id_has_the_shape_of_version_4() {
        let seeded = SeededEntropy::new(7);

        let (one, other) = (seeded.uuid_random(), seeded.uuid_random());

        assert_eq!(one.get_version_num(), 4);
        assert_eq!(one.get_variant(), uuid::Variant::RFC4122);
        assert_ne!(one, other);
    }
}
