//! People around the residents and who decides, recorded by whoever works with them.

use app::Asker;
use app::people::{EndPerson, KeepFact, KeepPerson, Kept, ReadThem};
use domain::people::{
    AuthorityKind, Basis, CapacityAssessment, Contact, DocumentSeen, EndReason, Fact, HowInformed, Informed,
    Matter, Outcome, ParentalAuthority, Representative, RepresentativeKind, Scope, Seen, TypedPerson,
};
use domain::{DossierId, PartId, Source, StaffId};
use jiff::ToSpan;
use jiff::civil::Date;

use super::sign_in::Wanted;
use super::{Loader, Why, code, refused};
use crate::demo::content::people::{Telling, Tells};

impl Loader<'_> {
    pub(super) async fn tell(&mut self, telling: &'static Telling) -> Result<(), Why> {
        let asker = self.asker(telling.by, Wanted::Live).await?;
        let dossier = self.opened(telling.resident)?.dossier;
        let today = domain::amsterdam_date(self.store.now());
        match &telling.what {
            Tells::Person { .. } => {
                let typed = typed(&telling.what, today)?;
                let keep = KeepPerson {
                    dossier,
                    known: None,
                    typed,
                    part: None,
                    from: today,
                    source: Source::Client,
                    form: self.store.random_id(),
                };
                self.app.perform(asker, keep).await.map(drop).map_err(refused)
            }
            Tells::Joint { name } => {
                let says = Fact::Authority(ParentalAuthority {
                    person: self.found(asker, dossier, name).await?.held.fact,
                    kind: AuthorityKind::Joint,
                    basis: Basis::AuthorityRegister,
                    recognised_on: None,
                    scope: Scope::Whole,
                    seen: Seen { document: DocumentSeen::AuthorityRegister, on: today },
                });
                self.record(asker, dossier, says, None, None).await
            }
            Tells::Mentor { name, second } => {
                let says = Fact::Representative(Representative {
                    person: self.found(asker, dossier, name).await?.held.fact,
                    kind: RepresentativeKind::Mentor,
                    matters: Vec::new(),
                    seen: Seen { document: DocumentSeen::CourtDecision, on: today },
                });
                let second = self.post(second)?;
                self.record(asker, dossier, says, None, Some(second)).await
            }
            Tells::Money { domain, assessor, reasons, days, second } => {
                let says = Fact::Capacity(CapacityAssessment {
                    matter: Matter::Finance,
                    outcome: Outcome::Incapable,
                    assessor: (*assessor).to_owned(),
                    reasons: (*reasons).to_owned(),
                    made_on: today,
                    valid_until: today.saturating_add(i64::from(*days).days()),
                });
                let (part, second) = (self.part(telling.resident, domain)?, self.post(second)?);
                self.record(asker, dossier, says, Some(part), Some(second)).await
            }
            Tells::Withdrawn { name } => {
                let held = self.found(asker, dossier, name).await?.held;
                let known = (held.fact, held.version);
                let end = EndPerson { dossier, known, on: today, reason: EndReason::AgreementWithdrawn };
                self.app.perform(asker, end).await.map_err(refused)
            }
        }
    }

    async fn record(
        &self,
        asker: Asker,
        dossier: DossierId,
        says: Fact,
        part: Option<PartId>,
        second: Option<StaffId>,
    ) -> Result<(), Why> {
        let from = domain::amsterdam_date(self.store.now());
        let (known, source, form) = (None, Source::Representative, self.store.random_id());
        let keep = KeepFact { dossier, known, says, part, from, second, source, form };
        self.app.perform(asker, keep).await.map(drop).map_err(refused)
    }

    /// Who stands there by this name.
    async fn found(&self, asker: Asker, dossier: DossierId, name: &str) -> Result<Kept, Why> {
        let read = self.app.look(asker, ReadThem(dossier)).await.map_err(refused)?;
        let people = read.done().await.map_err(super::failed)?;
        let found = people
            .kept
            .into_iter()
            .find(|it| matches!(&it.held.says, Fact::Person(person) if person.name == name));
        found.ok_or_else(|| format!("nobody is called {name}"))
    }
}

fn typed(what: &Tells, today: Date) -> Result<TypedPerson, Why> {
    let Tells::Person { relation, name, ground, phone, secret_address } = what else {
        return Err("no person".into());
    };
    let agreed = ground.is_empty();
    Ok(TypedPerson {
        relation: code(relation)?,
        name: (*name).to_owned(),
        contact: Contact {
            phone: (*phone).to_owned(),
            email: String::new(),
            address: (*secret_address).to_owned(),
            address_secret: !secret_address.is_empty(),
            may_call: !phone.is_empty(),
        },
        ground: if agreed { None } else { Some(code(ground)?) },
        informed: agreed.then_some(Informed { on: today, how: HowInformed::Talked }),
        agreed_on: agreed.then_some(today),
        minor_until: None,
        under_curatele: false,
        hidden_from_client: false,
    })
}
