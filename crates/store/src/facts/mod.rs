//! What a decision needs to know, read in the transaction of the deed. No content.

mod actor;
pub(crate) mod finding;
pub(crate) mod inquiry;
mod parts;
pub(crate) mod review;
pub(crate) mod withhold;

use std::future::Future;

use jiff::Timestamp;
use policy::actions::{
    AtDesk, OfAccount, OfDocument, OfDossier, OfEmergency, OfEmergencyRequest, OfEntry, OfFinding, OfInquiry,
    OfInvolvement, OfPart, OfPost, OfPostEver, OfReview, OfTask, OfTeam, OfWithheld, OfWithholdable,
    OwnDesktop, OwnPortal, TheHouse,
};
use policy::{ActorFacts, Capacity, Thing};

pub(crate) use actor::{actor, coordinator_absent};

use crate::db::Tx;
use crate::error::Error;
use crate::record::Note;

/// What a deed can be about, and how its facts are found. Nothing found is nothing allowed.
pub trait Facts: Clone + Send + Sync {
    #[doc(hidden)]
    fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> impl Future<Output = Result<Vec<Thing>, Error>> + Send;
}

impl Facts for OfDossier {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        parts::of_dossier(tx, actor, now, self.0, None, note).await
    }
}

impl Facts for OfPart {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        parts::of_part(tx, actor, now, self.0, note).await
    }
}

impl Facts for OfEntry {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        parts::of_entry(tx, actor, now, self.0, note).await
    }
}

impl Facts for OfDocument {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        parts::of_document(tx, actor, now, self.0, note).await
    }
}

impl Facts for OfTask {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        parts::of_task(tx, actor, now, self.0, note).await
    }
}

impl Facts for OfInvolvement {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        parts::of_involvement(tx, actor, now, self.0, note).await
    }
}

impl Facts for OfInquiry {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        inquiry::of_inquiry(tx, actor, now, self.0, note).await
    }
}

impl Facts for OfFinding {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        _: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        finding::of_finding(tx, actor, self.0, note).await
    }
}

impl Facts for OfEmergency {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        _: &ActorFacts,
        _: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        parts::of_emergency(tx, self.0, note).await
    }
}

impl Facts for OfReview {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        review::of_review(tx, actor, now, self.0, note).await
    }
}

impl Facts for OfWithholdable {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        withhold::of_emergency(tx, actor, now, self.0, note).await
    }
}

impl Facts for OfWithheld {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        withhold::of_notice(tx, actor, now, self.0, note).await
    }
}

impl Facts for OfEmergencyRequest {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        actor: &ActorFacts,
        now: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        parts::of_request(tx, actor, now, self.0, note).await
    }
}

impl Facts for AtDesk {
    async fn things(
        &self,
        _: &mut Tx<'_>,
        actor: &ActorFacts,
        _: Timestamp,
        _: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        Ok(actor.staff().map(|staff| Thing::Desk { controller: staff.controller }).into_iter().collect())
    }
}

impl Facts for OfPost {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        _: &ActorFacts,
        now: Timestamp,
        _: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        let row = tx
            .opt(
                crate::sql!(
                    "SELECT controller, person
                       FROM staff
                      WHERE id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)"
                ),
                crate::params![self.0, now],
            )
            .await?;
        let Some(row) = row else { return Ok(Vec::new()) };
        Ok(vec![Thing::Post { staff: self.0, controller: row.get(0)?, person: row.get(1)? }])
    }
}

impl Facts for OfPostEver {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        _: &ActorFacts,
        _: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        let row = tx
            .opt(
                crate::sql!(
                    "SELECT controller, person
                       FROM staff
                      WHERE id = $1"
                ),
                crate::params![self.0],
            )
            .await?;
        let Some(row) = row else { return Ok(Vec::new()) };
        note.items.push(self.0.uuid());
        Ok(vec![Thing::Post { staff: self.0, controller: row.get(0)?, person: row.get(1)? }])
    }
}

impl Facts for OfAccount {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        _: &ActorFacts,
        _: Timestamp,
        note: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        let row = tx
            .opt(
                crate::sql!(
                    "SELECT person
                       FROM account
                      WHERE id = $1 AND active = TRUE AND kind = 'resident'"
                ),
                crate::params![self.0],
            )
            .await?;
        let Some(row) = row else { return Ok(Vec::new()) };
        note.items.push(self.0.uuid());
        Ok(vec![Thing::Portal { person: row.get(0)? }])
    }
}

impl Facts for OwnDesktop {
    async fn things(
        &self,
        _: &mut Tx<'_>,
        actor: &ActorFacts,
        _: Timestamp,
        _: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        Ok(actor.staff().map(|staff| Thing::Desktop { owner: staff.staff }).into_iter().collect())
    }
}

impl Facts for OfTeam {
    async fn things(
        &self,
        tx: &mut Tx<'_>,
        _: &ActorFacts,
        _: Timestamp,
        _: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        match self.0 {
            Some(team) => parts::queue(tx, team).await,
            None => Ok(Vec::new()),
        }
    }
}

impl Facts for OwnPortal {
    async fn things(
        &self,
        _: &mut Tx<'_>,
        actor: &ActorFacts,
        _: Timestamp,
        _: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        let person = actor.own_person().or_else(|| actor.proxy().map(|proxy| proxy.on_behalf_of));
        Ok(person.map(|person| Thing::Portal { person }).into_iter().collect())
    }
}

impl Facts for TheHouse {
    async fn things(
        &self,
        _: &mut Tx<'_>,
        actor: &ActorFacts,
        _: Timestamp,
        _: &mut Note,
    ) -> Result<Vec<Thing>, Error> {
        Ok(match actor.capacity {
            Capacity::System(_) => vec![Thing::House],
            Capacity::Own { .. } | Capacity::Proxy(_) | Capacity::Staff(_) => Vec::new(),
        })
    }
}
