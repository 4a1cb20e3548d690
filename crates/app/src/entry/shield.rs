//! Hiding an entry from other workers because the client asks (RGT-R11, C26), and lifting that on a ground (C27).

use domain::{EntryId, EntryKind, LiftGround, ShieldAudience, ShieldId, StaffId};
use policy::actions::{OfEntry, ShieldEntry};
use store::client::entries::{self, Entry};
use store::client::involvements;
use store::client::shields::{self, Shield};
use store::{Undone, UseCase, Work};

/// The entry, what hides it now, and from whom it could be hidden.
#[derive(Clone, Copy, Debug)]
pub struct ReadShields(pub EntryId);

/// What is needed to decide.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShieldsRead {
    pub entry: Entry,
    pub shields: Vec<Shield>,
    /// Involved with this part now, but for the author: from whom it could be hidden by name.
    pub involved: Vec<(StaffId, String)>,
}

impl UseCase for ReadShields {
    type Action = ShieldEntry;
    type Out = ShieldsRead;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfEntry {
        OfEntry(self.0)
    }

    async fn run(self, work: &mut Work<'_, ShieldEntry>) -> Result<ShieldsRead, Undone<Self::Refusal>> {
        let entry = entries::to_shield(work).await?;
        let now = work.now();
        let mut involved: Vec<(StaffId, String)> = Vec::new();
        for worker in involvements::to_shield(work).await? {
            let known = involved.iter().any(|(staff, _)| *staff == worker.staff);
            if worker.is_now(now) && worker.staff != entry.author && !known {
                involved.push((worker.staff, worker.name));
            }
        }
        Ok(ShieldsRead { shields: shields::to_change(work).await?, entry, involved })
    }
}

/// Hides an entry.
#[derive(Clone, Copy, Debug)]
pub struct Hide {
    pub entry: EntryId,
    pub audience: ShieldAudience,
    /// For one worker: who.
    pub staff: Option<StaffId>,
}

/// Why nothing was hidden or lifted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ShieldRefused {
    /// One worker, and not said who; or the author.
    #[error("from whom is not clear")]
    FromWhom,
    #[error("the same holds already")]
    Already,
    #[error("it does not hold any more")]
    NotHeld,
}

impl UseCase for Hide {
    type Action = ShieldEntry;
    type Out = ();
    type Refusal = ShieldRefused;

    fn about(&self) -> OfEntry {
        OfEntry(self.entry)
    }

    async fn run(self, work: &mut Work<'_, ShieldEntry>) -> Result<(), Undone<ShieldRefused>> {
        let entry = entries::to_shield(work).await?;
        // What the product wrote about an emergency is seen by everybody whom it is about (ACC-03).
        if entry.kind == EntryKind::Emergency.code() {
            return Err(Undone::Rejected(ShieldRefused::FromWhom));
        }
        let staff = match (self.audience, self.staff) {
            (ShieldAudience::OtherWorkers, _) => None,
            (ShieldAudience::OneWorker, Some(staff)) if staff != entry.author => Some(staff),
            (ShieldAudience::OneWorker, _) => return Err(Undone::Rejected(ShieldRefused::FromWhom)),
        };
        let involved = involvements::to_shield(work).await?;
        if staff.is_some_and(|staff| involved.iter().all(|worker| worker.staff != staff)) {
            return Err(Undone::Rejected(ShieldRefused::FromWhom));
        }
        work.because(self.audience.code());
        if shields::holds(work, self.audience, staff).await? {
            return Err(Undone::Rejected(ShieldRefused::Already));
        }
        shields::add(work, self.audience, staff).await?;
        Ok(())
    }
}

/// Lifts a shield.
#[derive(Clone, Copy, Debug)]
pub struct LiftShield {
    pub entry: EntryId,
    pub shield: ShieldId,
    pub ground: LiftGround,
}

impl UseCase for LiftShield {
    type Action = ShieldEntry;
    type Out = ();
    type Refusal = ShieldRefused;

    fn about(&self) -> OfEntry {
        OfEntry(self.entry)
    }

    async fn run(self, work: &mut Work<'_, ShieldEntry>) -> Result<(), Undone<ShieldRefused>> {
        work.because(self.ground.code());
        if shields::lift(work, self.shield, self.ground).await? {
            Ok(())
        } else {
            Err(Undone::Rejected(ShieldRefused::NotHeld))
        }
    }
}
