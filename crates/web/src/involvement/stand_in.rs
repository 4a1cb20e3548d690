//! `/werk/vervanging`: a worker is away for a time, and colleagues take over all own dossiers at once.

use app::involvement::{HandOver, OwnPart, ReadStandIn, StandIn, StoodIn, ToStandIn};
use app::standing::{OwnAbsence, ReadOwn};
use app::{NoneDone, NotDone};
use axum::response::Response;
use domain::text_input::is_blank;
use domain::{PartId, StaffId, ToldHow};
use jiff::Timestamp;
use text::{Address, Lang, Words};

use super::hand_over;
use crate::answer::{self, html, see_other, to_mend};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::standing::days;
use crate::view::stand_in::{AllDonePage, AllOf, NotTaken, OnePart, StandInPage};
use crate::view::{Choice, FieldErrors, Form, Typed};
use crate::wording::domain;

/// Somebody else, or nobody, for one part.
const NOBODY: &str = "nobody";

/// `/werk/vervanging`
pub(crate) async fn ask(page: StaffPage) -> Result<Response, Response> {
    let to = page.read(ReadStandIn).await?;
    if asks_fresh(&page, &to) {
        return Ok(see_other(&format!("/opnieuw?terug={}", page.visit.path)));
    }
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    Ok(html(&stand_in_page(&page, &to, form)))
}

fn asks_fresh(page: &StaffPage, to: &ToStandIn) -> bool {
    to.parts.iter().any(|part| part.extra_protected) && !page.is_fresh()
}

fn label(words: Words, part: &OwnPart) -> String {
    format!("{}, {}", part.name, domain(words, part.domain))
}

fn stand_in_page(page: &StaffPage, to: &ToStandIn, form: Form) -> StandInPage {
    let words = page.words();
    let workers = to.colleagues.iter().map(|it| {
        let function = words.code("function", it.function.code());
        Choice::new(it.staff.to_string(), format!("{}, {function}", it.name))
    });
    let parts = to.parts.iter().map(|it| OnePart { id: it.part.to_string(), label: label(words, it) });
    let all = all_of(words, workers.collect(), parts.collect(), &form.values);
    StandInPage { frame: page.frame(), form, all }
}

/// The parts that go, with what was chosen for them.
pub(super) fn all_of(words: Words, workers: Vec<Choice>, parts: Vec<OnePart>, typed: &Typed) -> AllOf {
    let nobody = Choice::new(NOBODY, words.t("stand-in-nobody"));
    AllOf {
        count: words.with("stand-in-count", &[("count", parts.len().into())]),
        others: std::iter::once(nobody).chain(workers.iter().cloned()).collect(),
        workers,
        open: typed.pairs().iter().any(|(name, value)| name.starts_with("to-") && !value.is_empty()),
        parts,
    }
}

/// Who goes on with a part: who was chosen for it, or for all. None: nobody does.
pub(super) fn chosen_for(typed: &Typed, part: PartId, for_all: StaffId) -> Option<StaffId> {
    match typed.get(&format!("to-{part}")) {
        "" => Some(for_all),
        one => one.parse().ok(),
    }
}

/// Arranges it.
pub(crate) async fn arrange(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let to = page.read(ReadStandIn).await?;
    if asks_fresh(&page, &to) {
        return Err(page.confirm_first(body).await);
    }
    let mut errors = FieldErrors::default();
    if let Some(asked) = as_typed(&page, &to, &typed, &mut errors) {
        let deeds = asked.deeds.iter().map(|(_, deed)| deed.clone()).collect();
        match page.app().perform_all(page.asker(), deeds).await {
            Ok(outs) => {
                let absent = write_absence(&page, asked.from, asked.until).await?;
                let found = asked.deeds.iter().map(|(part, _)| *part).zip(outs);
                return Ok(html(&done_page(&page, &found.collect::<Vec<_>>(), absent)));
            }
            Err(not_done) => {
                for NoneDone { why, .. } in not_done {
                    match why {
                        NotDone::Denied { .. } if errors.of("").is_none() => {
                            errors.put("", page.t("stand-in-changed"))
                        }
                        NotDone::Denied { .. } => {}
                        NotDone::Rejected(why) => hand_over::say_why(&why, page.words(), &mut errors),
                        NotDone::SignedOut => return Err(answer::to_sign_in(&page.visit.path, true)),
                        NotDone::Failed(e) => return Err(refused::failed(&page.visit, &e)),
                    }
                }
            }
        }
    }
    // What changed meanwhile is read again: nothing stands on the form that is not the worker's any more.
    let to = page.read(ReadStandIn).await?;
    Ok(to_mend(&stand_in_page(&page, &to, page.form_again(typed).but(errors))))
}

/// What was asked: which parts, and from when until when.
struct Asked<'a> {
    deeds: Vec<(&'a OwnPart, StandIn)>,
    from: Timestamp,
    until: Timestamp,
}

fn as_typed<'a>(
    page: &StaffPage,
    to: &'a ToStandIn,
    typed: &Typed,
    errors: &mut FieldErrors,
) -> Option<Asked<'a>> {
    let words = page.words();
    let worker = typed.get("worker").parse::<StaffId>();
    if worker.is_err() {
        errors.put("worker", words.t("handover-worker-missing"));
    }
    if is_blank(typed.get("note")) {
        errors.put("note", words.t("handover-note-missing"));
    }
    let period = days(typed, words, errors);
    if period.is_some_and(|(from, until)| until <= from) {
        errors.put("until", words.t("fault-ends-before-it-starts"));
    }
    if to.parts.is_empty() {
        errors.put("", words.t("stand-in-none"));
    }
    let (Ok(worker), Some((from, until)), true) = (worker, period, errors.is_empty()) else { return None };
    // Kept, and read by the client: the portal is Dutch, whatever the worker reads.
    let dutch = Words::new(Lang::Nl, Address::Formal);
    let reason = dutch.with("handover-reason-for-a-time", &[("name", page.post.name.as_str().into())]);
    let form = once(typed).unwrap_or_else(|| page.app().random_id());
    let deed = |part: &'a OwnPart| {
        let deed = HandOver {
            part: part.part,
            to: chosen_for(typed, part.part, worker)?,
            starts: Some(from),
            ends: Some(until),
            note: typed.get("note").to_owned(),
            wish: String::new(),
            told_how: ToldHow::NotYet,
            told_on: None,
            reason: reason.clone(),
            form,
        };
        Some((part, StandIn(deed)))
    };
    Some(Asked { deeds: to.parts.iter().filter_map(deed).collect(), from, until })
}

/// Writes down that the worker is away, unless that stands there. False: it could not be.
async fn write_absence(page: &StaffPage, from: Timestamp, until: Timestamp) -> Result<bool, Response> {
    let own = page.read(ReadOwn).await?;
    if own.absences.iter().any(|it| it.from <= from && until <= it.until) {
        return Ok(true);
    }
    Ok(page.perform(OwnAbsence { from, until }).await?.is_ok())
}

fn done_page(page: &StaffPage, found: &[(&OwnPart, StoodIn)], absent: bool) -> AllDonePage {
    let words = page.words();
    let of = |wanted: StoodIn| {
        let parts = found.iter().filter(move |(_, it)| *it == wanted);
        parts.map(|(part, _)| NotTaken {
            label: label(words, part),
            href: format!("/werk/dossier/{}/overdragen", part.dossier),
        })
    };
    AllDonePage {
        frame: page.frame(),
        title: words.t("stand-in-title"),
        taken: words.with("stand-in-taken", &[("count", of(StoodIn::Taken).count().into())]),
        absent,
        already: of(StoodIn::Already).collect(),
        not_taken: of(StoodIn::NotPossible).collect(),
        not_taken_next: words.t("stand-in-not-taken-next"),
        back: "/werk/ik".into(),
    }
}
