//! Breaking the glass (ACC-03): opening, what does not open and asking, how it ends, who is told.

mod asking;
mod ending;
mod opening;
mod told;

use app::caseload::ChooseOwn;
use app::emergency::{
    Approve, ApproveRefused, Ask, Begin, End, EndRefused, Form, List, Open, OpenRefused, Opened, PurgeOld,
    Request, Stage, Whom,
};
use app::entry::{Hide, ReadOne};
use app::standing::{About, Declare, Exclude, Include, Protect, ReadExcluded};
use app::{Asker, Job, NotDone, Who};
use domain::{
    BirthDate, ConflictKind, DossierId, EmergencyLength, EmergencyReason, EmergencyRequestId, LegalDomain,
    ProtectionGround, Sentence, ShieldAudience,
};
use jiff::{SignedDuration, Timestamp};
use testkit::{BILAL, Dossier, FATMA, Intake, NADIA, Outcome, Resident, World};

fn form(of: &Resident) -> Form {
    Form {
        surname: of.surname.to_owned(),
        birth_date: BirthDate::full(of.born),
        bsn: None,
        reason: EmergencyReason::ClientPresent,
        sentence: Sentence::new("Staat aan de balie, kan niet wachten.").expect("a sentence"),
        length: EmergencyLength::USUAL,
    }
}

fn because(reason: EmergencyReason, of: &Resident) -> Form {
    Form { reason, ..form(of) }
}

async fn opens(w: &World, who: &'static str, form: Form) -> Result<Opened, NotDone<OpenRefused>> {
    w.person(who).signs_in_again().await;
    w.person(who).performs(Open { whom: Whom::Sought(Box::new(form)), form: w.random_id() }).await
}

async fn opened(w: &World, who: &'static str, of: &Resident) -> DossierId {
    match opens(w, who, form(of)).await {
        Ok(Opened::Now { dossier, .. }) => dossier,
        other => panic!("it opens: {other:?}"),
    }
}

async fn access(w: &World, who: &'static str) -> domain::EmergencyId {
    w.person(who).looks(Begin).await.expect("carries cases").openings[0].id
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

async fn count(w: &World, sql: &'static str) -> i64 {
    w.raw().rows(sql).await[0][0].int()
}

/// A dossier of Noord, of which Tom of Zuid knows nothing.
async fn bilals(w: &World) -> Dossier {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("involved");
    dossier
}

async fn asks(w: &World, who: &'static str, form: Form) {
    w.person(who).performs(Ask { form, once: w.random_id() }).await.expect("asking always works");
}

async fn waiting(w: &World, who: &'static str) -> Vec<Request> {
    w.person(who).looks(List(w.person(who).member().team)).await.expect("coordinates").requests
}

async fn approves(
    w: &World,
    who: &'static str,
    request: EmergencyRequestId,
) -> Result<(), NotDone<ApproveRefused>> {
    w.person(who).signs_in_again().await;
    w.person(who).performs(Approve(request)).await
}

async fn opens_approved(w: &World, who: &'static str, request: EmergencyRequestId) -> Opened {
    w.person(who).signs_in_again().await;
    let open = Open { whom: Whom::Approved(request), form: w.random_id() };
    w.person(who).performs(open).await.expect("carries cases")
}

/// The clock that throws away what is older than its term.
async fn purges(w: &World) -> u64 {
    let asker = Asker { who: Who::System(Job::PurgeEmergencies), correlation: w.random_id() };
    w.app.perform(asker, PurgeOld).await.expect("the clock may")
}
