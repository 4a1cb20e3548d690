//! The preconditions of ACC-13 as facts: signed pledge, training, active account.

use domain::{ReadinessFacts, SessionId, StaffId};
use ledger::{Capacity, Kind, Outcome};
use uuid::Uuid;

use super::{Chore, Desk, house_record};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

impl Store {
    /// What `domain::Readiness` judges.
    pub async fn readiness(&self, staff: StaffId) -> Result<ReadinessFacts, Error> {
        self.glance(Facts(staff)).await
    }

    /// Signs the pledge for this text version. Signing twice is signing once.
    pub async fn sign_pledge(
        &self,
        correlation: Uuid,
        staff: StaffId,
        text_version: u32,
    ) -> Result<(), Error> {
        self.chore(Sign { correlation, staff, text_version }).await
    }

    /// When this text of the pledge was signed, if it was.
    pub async fn pledge_signed_at(
        &self,
        staff: StaffId,
        text_version: u32,
    ) -> Result<Option<jiff::Timestamp>, Error> {
        self.glance(SignedAt { staff, text_version }).await
    }

    /// The session may open client data from now on.
    pub async fn session_ready(&self, session: SessionId, ready: bool) -> Result<(), Error> {
        self.chore(Ready { session, ready }).await
    }

    /// Notes that a training was passed.
    pub async fn add_training(&self, staff: StaffId, passed_on: jiff::civil::Date) -> Result<(), Error> {
        self.chore(Training { staff, passed_on }).await
    }
}

#[derive(Clone)]
struct Facts(StaffId);

impl Chore for Facts {
    type Out = ReadinessFacts;

    async fn run(self, desk: &mut Desk<'_>) -> Result<ReadinessFacts, Error> {
        let now = desk.now;
        let row = desk
            .tx
            .one(
                sql!(
                    "SELECT CASE WHEN a.active AND s.valid_from <= $2
                                      AND (s.valid_until IS NULL OR s.valid_until > $2) THEN TRUE ELSE FALSE END,
                            (SELECT MAX(p.text_version) FROM pledge_signature p WHERE p.staff = s.id),
                            (SELECT MAX(t.passed_on) FROM training t WHERE t.staff = s.id)
                       FROM staff s
                       JOIN account a ON a.id = s.account
                      WHERE s.id = $1"
                ),
                params![self.0, now],
            )
            .await?;
        let signed: Option<i64> = row.get(1)?;
        Ok(ReadinessFacts {
            account_active: row.get(0)?,
            pledge_signed: signed.and_then(|version| u32::try_from(version).ok()),
            trained_on: row.get(2)?,
        })
    }
}

#[derive(Clone)]
struct Sign {
    correlation: Uuid,
    staff: StaffId,
    text_version: u32,
}

impl Chore for Sign {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let now = desk.now;
        let signed = desk
            .tx
            .run(
                sql!(
                    "INSERT INTO pledge_signature (staff, text_version, signed_at)
                     VALUES ($1, $2, $3)
                         ON CONFLICT (staff, text_version) DO NOTHING"
                ),
                params![self.staff, i64::from(self.text_version), now],
            )
            .await?;
        if signed == 1 {
            let mut record = house_record("SignPledge", Kind::Create, Outcome::Done, self.correlation);
            record.staff = Some(self.staff.uuid());
            record.capacity = Capacity::Staff;
            record.count = u64::from(self.text_version);
            desk.record(record);
        }
        Ok(())
    }
}

#[derive(Clone)]
struct SignedAt {
    staff: StaffId,
    text_version: u32,
}

impl Chore for SignedAt {
    type Out = Option<jiff::Timestamp>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let row = desk
            .tx
            .opt(
                sql!(
                    "SELECT signed_at
                       FROM pledge_signature
                      WHERE staff = $1 AND text_version = $2"
                ),
                params![self.staff, i64::from(self.text_version)],
            )
            .await?;
        row.map(|row| row.get(0)).transpose()
    }
}

#[derive(Clone)]
struct Ready {
    session: SessionId,
    ready: bool,
}

impl Chore for Ready {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        desk.tx
            .run_one(
                sql!(
                    "UPDATE session
                        SET ready = $2
                      WHERE id = $1"
                ),
                params![self.session, self.ready],
            )
            .await
    }
}

#[derive(Clone)]
struct Training {
    staff: StaffId,
    passed_on: jiff::civil::Date,
}

impl Chore for Training {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let now = desk.now;
        desk.tx
            .run(
                sql!(
                    "INSERT INTO training (staff, passed_on, recorded_at)
                     VALUES ($1, $2, $3)
                         ON CONFLICT (staff, passed_on) DO NOTHING"
                ),
                params![self.staff, self.passed_on, now],
            )
            .await?;
        Ok(())
    }
}
