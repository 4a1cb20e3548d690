//! Permit and transaction in one value. Only the gate makes one; it cannot be cloned, forged, kept or
//! used for another action, and it carries the record of what it was used for.

use std::sync::Arc;

use domain::{DossierId, LegalDomain, PartId, Pseudonym, StaffId};
use jiff::Timestamp;
use policy::actions::OfDossier;
use policy::{Action, ActorFacts, PartFacts, Policies, StaffFacts, Thing, Verdict, decide};
use uuid::Uuid;
use vault::{DataKey, Entropy, KeyId, Place, Sealed};

use crate::db::Tx;
use crate::error::Error;
use crate::facts::Facts;
use crate::reading::{Text, Unopened};
use crate::record::{ItemOf, Note};
use crate::store::Core;

/// What a use case is to the gate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Reads; shown when its record is durable.
    Look,
    /// Changes something, in one transaction with its record.
    Deed,
}

/// The right to do `A`, here and now.
pub struct Work<'t, A: Action> {
    pub(crate) tx: Tx<'t>,
    core: &'t Arc<Core>,
    actor: &'t ActorFacts,
    about: A::About,
    parts: Vec<PartFacts>,
    now: Timestamp,
    pub(crate) note: &'t mut Note,
    /// In a look: what is opened while its record is written. In a deed there is no later.
    unopened: Option<Unopened>,
    /// The key that was taken last: what lies together is mostly sealed together.
    last_key: Option<Arc<DataKey>>,
}

impl<'t, A: Action> Work<'t, A> {
    #[expect(clippy::too_many_arguments, reason = "made in one place, by the gate")]
    pub(crate) fn begin(
        tx: Tx<'t>,
        core: &'t Arc<Core>,
        actor: &'t ActorFacts,
        about: A::About,
        parts: Vec<PartFacts>,
        now: Timestamp,
        note: &'t mut Note,
        kind: Turn,
    ) -> Self {
        let unopened = (kind == Turn::Look).then(Unopened::default);
        Self { tx, core, actor, about, parts, now, note, unopened, last_key: None }
    }

    /// What the deed is about.
    pub fn about(&self) -> &A::About {
        &self.about
    }

    /// The parts this actor may do this with, now. Store functions select by nothing else.
    pub fn parts(&self) -> &[PartFacts] {
        &self.parts
    }

    /// The one part, for a deed about a part or an entry.
    pub fn part(&self) -> Result<&PartFacts, Error> {
        match self.parts.as_slice() {
            [one] => Ok(one),
            parts => Err(Error::Rows { expected: 1, met: parts.len() as u64 }),
        }
    }

    /// Who acts, as the facts were in this transaction.
    pub fn actor(&self) -> &ActorFacts {
        self.actor
    }

    /// The post of the actor. Deeds of staff only; anything else is a bug.
    pub fn staff(&self) -> Result<&StaffFacts, Error> {
        self.actor.staff().ok_or_else(|| Error::Record("a deed of staff by somebody else".into()))
    }

    /// The instant of the deed.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// A fresh id, ordered by time.
    pub fn new_id(&self) -> Uuid {
        self.core.surroundings.entropy.uuid_v7(self.now.as_millisecond())
    }

    /// An id that tells nothing, not even when it was made.
    pub fn random_id(&self) -> Uuid {
        self.core.surroundings.entropy.uuid_random()
    }

    /// The keyed hash of something to find a client by (ACC-02, BSN-06).
    pub(crate) fn index(&self, controller: domain::ControllerId, kind: &str, folded: &str) -> [u8; 32] {
        self.core.index.token(controller.uuid(), kind, folded)
    }

    /// Names an item that is shown or changed; the record lists it.
    pub(crate) fn names(&mut self, item: Uuid) {
        self.note.items.push(item);
    }

    /// Names an item of somebody the deed is also about: it stands on their line, and the items of others do not.
    pub(crate) fn names_of(&mut self, of: ItemOf) {
        self.names(of.item);
        self.also_concerns(of.subject);
        self.note.items_of.push(of);
    }

    /// How many things a list holds.
    pub(crate) fn counts(&mut self, count: usize) {
        self.note.count = count as u64;
    }

    /// Whom the deed is about, when that is known only while it runs.
    pub(crate) fn concerns(&mut self, subject: Pseudonym, dossier: Uuid, domains: Vec<LegalDomain>) {
        self.note.subject = Some(subject);
        self.note.object = Some(dossier);
        self.note.domains = domains;
    }

    /// Which client the deed turned out to be about, where that is one: they stand on its own line.
    pub(crate) fn concerns_client(&mut self, subject: Pseudonym) {
        self.note.subject = Some(subject);
    }

    /// One more person the deed is about: a line of their own, however often they are met in it.
    pub(crate) fn also_concerns(&mut self, subject: Pseudonym) {
        if self.note.subject != Some(subject) && !self.note.also_about.contains(&subject) {
            self.note.also_about.push(subject);
        }
    }

    /// Decides about something that was found while the deed ran. Before a wall the deed goes on as if nothing was
    /// found, so the asker hears what they hear of nobody; the record says denied, and by which policies.
    pub(crate) fn may(&mut self, thing: &Thing) -> bool {
        crate::tally::decision();
        let Verdict { allowed, policies } = decide(&self.core.policies, A::NAME, self.actor, thing);
        if !allowed {
            self.note.walled = true;
            self.note.policies = policies;
        }
        allowed
    }

    /// The running policies, for what is asked besides the deed itself.
    pub(crate) fn policies_running(&self) -> &Policies {
        &self.core.policies
    }

    /// The parts of a dossier as this asker's facts, whatever they may do with it. The record is not told.
    pub(crate) async fn things_of(&mut self, dossier: DossierId) -> Result<Vec<Thing>, Error> {
        let (actor, now) = (self.actor, self.now);
        OfDossier(dossier).things(&mut self.tx, actor, now, &mut Note::default()).await
    }

    /// The same as facts of another worker, for whoever explains what they may.
    pub(crate) async fn things_to(
        &mut self,
        actor: &ActorFacts,
        dossier: DossierId,
    ) -> Result<Vec<Thing>, Error> {
        OfDossier(dossier).things(&mut self.tx, actor, self.now, &mut Note::default()).await
    }

    /// Decides about the parts that were found while the deed ran: those that are allowed. At least six decisions are
    /// made, so that the answer takes as long for nothing as for much. None allowed: the record says denied and by
    /// which policies, and the deed goes on as if nothing was found.
    pub(crate) fn may_of(&mut self, found: Vec<PartFacts>) -> Vec<PartFacts> {
        let (mut yes, mut by_permit, mut by_forbid) = (Vec::new(), Vec::new(), Vec::new());
        let decoys = 6_usize.saturating_sub(found.len());
        for part in found {
            let thing = Thing::Part(part);
            crate::tally::decision();
            let Verdict { allowed, policies } = decide(&self.core.policies, A::NAME, self.actor, &thing);
            match thing {
                Thing::Part(part) if allowed => {
                    by_permit.extend(policies);
                    yes.push(part);
                }
                _ => by_forbid.extend(policies),
            }
        }
        for _ in 0..decoys {
            crate::tally::decision();
            let _ = decide(&self.core.policies, A::NAME, self.actor, &Thing::Part(nowhere()));
        }
        self.note.walled = yes.is_empty();
        self.note.policies = if yes.is_empty() { by_forbid } else { by_permit };
        self.note.policies.sort();
        self.note.policies.dedup();
        yes
    }

    /// On what the deed went, where that is known only while it runs.
    pub(crate) fn by_emergency(&mut self, emergency: domain::EmergencyId) {
        self.note.basis = "emergency";
        self.note.basis_id = Some(emergency.uuid());
    }

    /// The record's line is one of an emergency (ACC-18).
    pub(crate) fn in_emergency(&mut self) {
        self.note.emergency = true;
    }

    /// A code for the reason, where the rule asks for one.
    pub fn because(&mut self, reason: &'static str) {
        self.note.reason = reason;
    }

    /// Makes a key, on the shelf before this deed commits.
    pub(crate) async fn new_key(&mut self, covers: &'static str) -> Result<Arc<DataKey>, Error> {
        self.core.shelf.make(covers).await
    }

    /// The key by its id.
    pub(crate) async fn key(&mut self, id: KeyId) -> Result<Arc<DataKey>, Error> {
        match &self.last_key {
            Some(key) if key.id() == id => Ok(Arc::clone(key)),
            _ => {
                let key = self.core.shelf.take(id).await?;
                self.last_key = Some(Arc::clone(&key));
                Ok(key)
            }
        }
    }

    /// The key by its id; none when it is gone, and what it sealed with it.
    pub(crate) async fn key_if_there(&mut self, id: KeyId) -> Result<Option<Arc<DataKey>>, Error> {
        self.core.shelf.find(id).await
    }

    /// A text to be shown: opened when the look is over, or at once in a deed. What the use case itself
    /// must know, such as a name to sort by, goes through `open`.
    pub(crate) async fn text(&mut self, place: Place, sealed: Sealed) -> Result<Text, Error> {
        let key = self.key(sealed.key_id()).await?;
        match &mut self.unopened {
            Some(unopened) => Ok(unopened.later(key, place, sealed)),
            None => Ok(Text::from(key.open_text(place, &sealed)?)),
        }
    }

    /// Opens a sealed text where it stands; the value names its key.
    pub(crate) async fn open(&mut self, place: Place, sealed: &Sealed) -> Result<String, Error> {
        let key = self.key(sealed.key_id()).await?;
        Ok(key.open_text(place, sealed)?)
    }

    /// Seals a text for where it will stand.
    pub(crate) fn seal(&self, key: &DataKey, place: Place, text: &str) -> Sealed {
        key.seal(place, text.as_bytes(), self.entropy())
    }

    /// Seals the key of a file for where it will stand.
    pub(crate) fn seal_file_key(&self, key: &DataKey, place: Place, file: &vault::FileKey) -> Sealed {
        key.seal_file_key(place, file, self.entropy())
    }

    fn entropy(&self) -> &dyn Entropy {
        &*self.core.surroundings.entropy
    }

    /// The key that seals new content of a part: one for the part, or for Wmo one for this quarter
    /// (RET-04: Wmo terms run per item from its last change).
    pub(crate) async fn part_key(
        &mut self,
        part: PartId,
        domain: LegalDomain,
    ) -> Result<Arc<DataKey>, Error> {
        crate::client::keys::of_part(self, part, domain).await
    }

    /// The policies that allowed this, for the deed's own page.
    pub fn policies(&self) -> &[String] {
        &self.note.policies
    }

    /// The post's own id.
    pub fn staff_id(&self) -> Result<StaffId, Error> {
        Ok(self.staff()?.staff)
    }

    /// Where an earlier sending of the same form led, if there was one: a form sent twice does its deed once.
    pub async fn done_before(&mut self, form: Uuid) -> Result<Option<String>, Error> {
        let (form, account) = (self.form_of_ones_own(form), self.actor.account);
        let row = self
            .tx
            .opt(
                crate::sql!(
                    "SELECT location
                       FROM form_done
                      WHERE token = $1 AND account = $2"
                ),
                crate::params![form, account],
            )
            .await?;
        row.map(|row| row.get(0)).transpose()
    }

    /// Notes where this sending of the form leads.
    pub async fn done_now(&mut self, form: Uuid, location: &str) -> Result<(), Error> {
        let (form, account, now) = (self.form_of_ones_own(form), self.actor.account, self.now);
        self.tx
            .run_one(
                crate::sql!(
                    "INSERT INTO form_done (token, account, location, done_at) VALUES ($1, $2, $3, $4)"
                ),
                crate::params![form, account, location, now],
            )
            .await
    }

    /// The token as it is kept: of this deed by this account. Sent with another form, or by somebody else,
    /// it is another token.
    fn form_of_ones_own(&self, form: Uuid) -> Uuid {
        let account = self.actor.account.map_or_else(Uuid::nil, |id| id.uuid());
        let whole = [form.as_bytes().as_slice(), account.as_bytes(), A::NAME.as_bytes()].concat();
        let tag = self.core.session_key.tag("once", &whole);
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&tag[..16]);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// The keyed hash of something that leaves in a form and comes back.
    pub(crate) fn tag(&self, context: &str, data: &[u8]) -> [u8; 32] {
        self.core.session_key.tag(context, data)
    }

    /// Whether a tag fits, in constant time.
    pub(crate) fn tag_fits(&self, context: &str, data: &[u8], tag: &[u8]) -> bool {
        self.core.session_key.verify(context, data, tag)
    }

    /// The end of the work: what is still sealed, or the first error that its statements met.
    pub(crate) fn ended(self) -> Result<Unopened, Error> {
        self.tx.poison().map_or(Ok(()), Err)?;
        Ok(self.unopened.unwrap_or_default())
    }
}

/// A part that is nobody's.
fn nowhere() -> PartFacts {
    PartFacts {
        part: PartId(Uuid::nil()),
        dossier: domain::DossierId(Uuid::nil()),
        controller: domain::ControllerId(Uuid::nil()),
        team: domain::TeamId(Uuid::nil()),
        domain: LegalDomain::Wmo,
        subject: domain::PersonId(Uuid::nil()),
        involvement: None,
        emergency: None,
        cleared: false,
        walls: policy::Walls::default(),
        extra_protected: false,
        closed: false,
    }
}
