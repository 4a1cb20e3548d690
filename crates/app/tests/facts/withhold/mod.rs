//! Telling the client later (SHA-12): who may propose and decide, for how long, what is hidden meanwhile, and that nothing
//! of it can be seen from the client's own pages.

mod decided;
mod hidden;

use app::emergency::{
    Approve, Ask as AskApproval, Begin, End, Form, List as ListEmergencies, Open, Opened, Whom,
};
use app::inquiry::Ask;
use app::log::ReadTeamLog;
use app::portal::{LooksRead, NotThere, OwnRead, ReadOwnOne};
use app::standing::{About, Declare, Exclude, Protect};
use app::withhold::{
    Count, Decide, DecideRefused, Extend, List, Prepare, Propose, ProposeRefused, Read, Release, Says, Stage,
};
use app::{Asker, Job, NotDone, Who};
use domain::withhold::ReviewDayError;
use domain::{
    BirthDate, ConflictKind, DossierId, EmergencyId, EmergencyLength, EmergencyReason, HiddenFrom,
    LegalDomain, ProtectionGround, Sentence, WithholdGround, WithholdId,
};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use testkit::{BILAL, Dossier, Intake, NADIA, Resident, World};

fn sentence() -> Sentence {
    Sentence::new("De ex-partner leest mee op zijn telefoon.").expect("a sentence")
}

fn form(of: &Resident) -> Form {
    Form {
        surname: of.surname.to_owned(),
        birth_date: BirthDate::full(of.born),
        bsn: None,
        reason: EmergencyReason::ImmediateDanger,
        sentence: Sentence::new("Belde overstuur vanuit de auto.").expect("a sentence"),
        length: EmergencyLength::One,
    }
}

/// Somebody opens Bilal's dossier in an emergency and looks into it.
async fn breaks_in(w: &World, who: &'static str, of: &Resident) -> EmergencyId {
    w.person(who).signs_in_again().await;
    let open = Open { whom: Whom::Sought(Box::new(form(of))), form: w.random_id() };
    let opened = w.person(who).performs(open).await;
    let Ok(Opened::Now { dossier, .. }) = opened else { panic!("it opens: {opened:?}") };
    w.person(who).reads(dossier).await.expect("open");
    w.person(who).looks(Begin).await.expect("carries cases").lately[0].id
}

async fn bilals(w: &World) -> Dossier {
    let dossier = w.ria().opens_dossier_of(BILAL).await;
    w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("involved");
    dossier
}

fn proposal(emergency: EmergencyId) -> Propose {
    Propose {
        emergency,
        ground: WithholdGround::DangerToClient,
        hidden_from: HiddenFrom::ClientAndProxies,
        sentence: sentence(),
    }
}

async fn proposed(w: &World, who: &'static str, emergency: EmergencyId) -> WithholdId {
    w.person(who).performs(proposal(emergency)).await.expect("may propose")
}

async fn decides(
    w: &World,
    who: &'static str,
    notice: WithholdId,
    says: Says,
) -> Result<(), NotDone<DecideRefused>> {
    w.person(who).signs_in_again().await;
    w.person(who).performs(Decide { notice, says, sentence: sentence() }).await
}

fn later(review_on: Date) -> Says {
    Says::Later { review_on }
}

async fn extends(
    w: &World,
    who: &'static str,
    notice: WithholdId,
    (known, review_on): (Date, Date),
) -> Result<(), NotDone<DecideRefused>> {
    w.person(who).signs_in_again().await;
    w.person(who).performs(Extend { notice, known, review_on, sentence: sentence() }).await
}

async fn releases(
    w: &World,
    who: &'static str,
    notice: WithholdId,
    tell_ground: bool,
) -> Result<(), NotDone<DecideRefused>> {
    w.person(who).signs_in_again().await;
    w.person(who).performs(Release { notice, tell_ground, sentence: sentence() }).await
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

fn over(done: &Result<(), NotDone<DecideRefused>>) {
    assert!(matches!(done, Err(NotDone::Rejected(DecideRefused::Over))), "{done:?}");
}

async fn stage(w: &World, who: &'static str, notice: WithholdId) -> Stage {
    w.person(who).looks(Read(notice)).await.expect("may read it").stage
}

async fn listed(w: &World, who: &'static str) -> Vec<WithholdId> {
    w.person(who).looks(List).await.expect("oversees").iter().map(|row| row.id).collect()
}

/// Everything the client can read, as one value to compare.
async fn own_pages(w: &World, dossier: DossierId) -> (OwnRead, LooksRead) {
    w.sequences().await;
    let looks = w.bilal().sees_looks(dossier).await.expect("the own dossier");
    (w.bilal().reads_own(dossier).await.expect("the own dossier"), looks)
}

/// The same without when it was read.
async fn own(w: &World, dossier: DossierId) -> (OwnRead, LooksRead) {
    let (read, looks) = own_pages(w, dossier).await;
    (read, LooksRead { since: Timestamp::UNIX_EPOCH, ..looks })
}

/// Bilal's dossier, opened by Tom, and the proposal of Tom.
async fn proposed_by_tom(w: &World) -> (Dossier, EmergencyId, WithholdId) {
    let dossier = bilals(w).await;
    let emergency = breaks_in(w, "tom", &BILAL).await;
    let notice = proposed(w, "tom", emergency).await;
    (dossier, emergency, notice)
}

/// 2 March 2026 is where every world begins.
const REVIEW: Date = date(2026, 4, 1);

async fn reads_team_log(w: &World) {
    w.olga().signs_in_again().await;
    let window = app::log::Window {
        from: w.now() - SignedDuration::from_hours(24),
        until: w.now() + SignedDuration::from_hours(1),
        below: None,
        take: 50,
    };
    let reason = domain::log::LogReason::Sample;
    let team = Some(w.house.zuid);
    let lines = w.olga().looks(ReadTeamLog { team, reason, window }).await.expect("the officer");
    assert!(lines.lines.iter().any(|line| line.client.is_some()), "it names the client's number");
}
