//! How often something was tried: counted under a keyed hash, so that no name and no address is kept.

use jiff::{SignedDuration, Timestamp};

use super::{Chore, Desk};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

/// What is counted, over which time, and how often it may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limit {
    /// The keyed hash of what is tried.
    pub token: [u8; 32],
    /// A count older than this begins again.
    pub within: SignedDuration,
    pub at_most: u64,
}

impl Store {
    /// How often each was tried within its time.
    pub async fn tries(&self, limits: Vec<Limit>) -> Result<Vec<u64>, Error> {
        self.glance(Look(limits)).await
    }

    /// Takes one try of each limit, before anything is compared: tries at the same moment are all counted.
    /// `None`: one of them was used up, and nothing was taken. Otherwise how often each was tried before.
    pub async fn take_try(&self, limits: Vec<Limit>) -> Result<Option<Vec<u64>>, Error> {
        // Whoever must wait only reads, so that guessing does not hold up the others with writes.
        if spent(&limits, &self.tries(limits.clone()).await?) {
            return Ok(None);
        }
        self.chore(Take(limits)).await
    }

    /// A try that came to a good end: `forgotten` counts from nothing, each of `finished` one less.
    pub async fn try_succeeded(&self, forgotten: [u8; 32], finished: Vec<[u8; 32]>) -> Result<(), Error> {
        self.chore(Succeeded { forgotten, finished }).await
    }
}

fn spent(limits: &[Limit], tries: &[u64]) -> bool {
    limits.iter().zip(tries).any(|(limit, tries)| *tries >= limit.at_most)
}

async fn tries(desk: &mut Desk<'_>, limit: &Limit) -> Result<u64, Error> {
    let since: Timestamp = desk.now - limit.within;
    let row = desk
        .tx
        .opt(
            sql!(
                "SELECT tries
                   FROM sign_in_try
                  WHERE token = $1 AND since > $2"
            ),
            params![limit.token, since],
        )
        .await?;
    row.map_or(Ok(0), |row| row.get(0))
}

#[derive(Clone)]
struct Look(Vec<Limit>);

impl Chore for Look {
    type Out = Vec<u64>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Vec<u64>, Error> {
        let mut found = Vec::with_capacity(self.0.len());
        for limit in &self.0 {
            found.push(tries(desk, limit).await?);
        }
        Ok(found)
    }
}

#[derive(Clone)]
struct Take(Vec<Limit>);

impl Chore for Take {
    type Out = Option<Vec<u64>>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let before = Look(self.0.clone()).run(desk).await?;
        if spent(&self.0, &before) {
            return Ok(None);
        }
        let now = desk.now;
        for limit in &self.0 {
            let old = now - limit.within;
            desk.tx
                .run_one(
                    sql!(
                        "INSERT INTO sign_in_try (token, tries, since)
                         VALUES ($1, 1, $2)
                             ON CONFLICT (token) DO UPDATE
                            SET tries = CASE WHEN sign_in_try.since > $3 THEN sign_in_try.tries + 1 ELSE 1 END,
                                since = CASE WHEN sign_in_try.since > $3 THEN sign_in_try.since ELSE $2 END"
                    ),
                    params![limit.token, now, old],
                )
                .await?;
        }
        Ok(Some(before))
    }
}

#[derive(Clone)]
struct Succeeded {
    forgotten: [u8; 32],
    finished: Vec<[u8; 32]>,
}

impl Chore for Succeeded {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        desk.tx
            .run(
                sql!(
                    "DELETE FROM sign_in_try
                      WHERE token = $1"
                ),
                params![self.forgotten],
            )
            .await?;
        for token in self.finished {
            desk.tx
                .run(
                    sql!(
                        "UPDATE sign_in_try
                            SET tries = tries - 1
                          WHERE token = $1 AND tries > 0"
                    ),
                    params![token],
                )
                .await?;
        }
        Ok(())
    }
}
