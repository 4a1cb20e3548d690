//! `/werk/dossier/{dossier}/overdragen`: a worker hands a dossier to a colleague, for good or for a time.

use app::dossier::DossierRead;
use app::involvement::{HandOver, HandOverRefused, Handed, ReadHandOver, ToHandOver};
use app::task::{ReadTasks, TasksRead};
use axum::extract::Path;
use axum::response::Response;
use domain::handover::SpanError;
use domain::text_input::{InputProblem, is_blank};
use domain::{DossierId, StaffId, ToldHow, amsterdam_date, amsterdam_midnight};
use jiff::{Timestamp, ToSpan};
use text::{Address, Lang, Words};

use crate::answer::{html, see_other, to_mend};
use crate::dossier::masthead;
use crate::entry::{dossier_id, head_of, problem_key};
use crate::page::StaffPage;
use crate::sent::{StaffSent, once};
use crate::today::waits_of;
use crate::typed_date::date;
use crate::view::dossier::Tab;
use crate::view::handover::{HandOverPage, HandedLine};
use crate::view::today::Line;
use crate::view::{Choice, FieldErrors, Form, Typed};
use crate::wording::{day, domain};

/// Everything the page shows.
struct Shown {
    dossier: DossierId,
    to: ToHandOver,
    read: DossierRead,
    tasks: TasksRead,
    waits: Vec<Line>,
}

async fn shown(page: &StaffPage, dossier: &str) -> Result<Shown, Response> {
    let dossier = dossier_id(page, dossier)?;
    let to = page.read(ReadHandOver(dossier)).await?;
    let tasks = page.read(ReadTasks(dossier)).await?;
    let read = page.read(head_of(dossier)).await?;
    let waits = waits_of(page, dossier, None).await?;
    Ok(Shown { dossier, to, read, tasks, waits })
}

/// `/werk/dossier/{dossier}/overdragen`
pub(crate) async fn ask(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    let shown = shown(&page, &dossier).await?;
    if shown.to.extra_protected && !page.is_fresh() {
        return Ok(see_other(&format!("/opnieuw?terug={}", page.visit.path)));
    }
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    Ok(html(&hand_over_page(&page, &shown, form)))
}

fn hand_over_page(page: &StaffPage, shown: &Shown, mut form: Form) -> HandOverPage {
    let words = page.words();
    form.values.put_if_empty("length", "for-good");
    let base = format!("/werk/dossier/{}", shown.dossier);
    let workers = shown.to.candidates.iter().map(|it| {
        let function = words.code("function", it.function.code());
        Choice::new(it.staff.to_string(), format!("{}, {function}", it.name))
    });
    let mine = shown.tasks.tasks.iter().filter(|it| it.standing.open);
    let mine = mine.filter(|it| it.standing.owner == Some(page.post.staff));
    HandOverPage {
        frame: page.frame(),
        masthead: masthead(page, &shown.read, Tab::Access),
        form,
        workers: workers.collect(),
        parts: shown.to.parts.iter().map(|(_, it)| Choice::new(it.code(), domain(words, *it))).collect(),
        lengths: ["for-good", "for-a-time"]
            .iter()
            .map(|it| Choice::new(*it, words.code("handover-length", it)))
            .collect(),
        ways: ToldHow::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("told-how", it.code())))
            .collect(),
        waits: shown.waits.clone(),
        tasks: mine.map(|it| it.what.to_string()).collect(),
        earlier: shown.to.earlier.iter().map(|it| earlier(words, it)).collect(),
        action: format!("{base}/overdragen"),
        cancel: format!("{base}/toegang"),
    }
}

fn earlier(words: Words, it: &Handed) -> HandedLine {
    let args = [
        ("from", it.from.as_str().into()),
        ("to", it.to.as_str().into()),
        ("domain", domain(words, it.domain).into()),
    ];
    let starts = day(words, it.starts);
    let told = match it.told {
        Some(on) => {
            let how = words.code("told-how", &it.told_how);
            words.with("handover-told", &[("how", how.into()), ("day", words.date(on).into())])
        }
        None => words.t("handover-not-told"),
    };
    HandedLine {
        what: words.with("handover-from-to", &args),
        when: match it.ends {
            // The last day is the one before the first moment without.
            Some(ends) => {
                let last = words.date(amsterdam_date(ends - 1.second()));
                words.with("handover-from-until", &[("from", starts.into()), ("until", last.into())])
            }
            None => words.with("handover-since", &[("from", starts.into())]),
        },
        note: it.note.to_string(),
        wish: it.wish.to_string(),
        told,
    }
}

/// Hands it over.
pub(crate) async fn hand_over(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let shown = shown(&page, &dossier).await?;
    if shown.to.extra_protected && !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let words = page.words();
    let mut errors = FieldErrors::default();
    if let Some(deed) = as_handed_over(&page, &shown, &typed, &mut errors) {
        let for_good = deed.ends.is_none();
        match page.perform(deed).await? {
            // Whoever handed it over at once can no longer see it.
            Ok(()) if for_good => return Ok(see_other("/werk/dossiers?overgedragen=1")),
            Ok(()) => return Ok(see_other(&format!("/werk/dossier/{}/toegang", shown.dossier))),
            Err(why) => say_why(&why, words, &mut errors),
        }
    }
    Ok(to_mend(&hand_over_page(&page, &shown, page.form_again(typed).but(errors))))
}

pub(super) fn say_why(why: &HandOverRefused, words: Words, errors: &mut FieldErrors) {
    match why {
        HandOverRefused::DoesNotFit => errors.put("worker", words.t("handover-worker-not-possible")),
        HandOverRefused::Already => errors.put("worker", words.t("handover-worker-already")),
        HandOverRefused::Told => errors.put("told-on", words.t("handover-told-on-missing")),
        HandOverRefused::Span(SpanError::StartPassed) => errors.put("from", words.t("task-due-passed")),
        HandOverRefused::Span(SpanError::EndsBeforeItStarts) => {
            errors.put("until", words.t("fault-ends-before-it-starts"));
        }
        HandOverRefused::Text(why) => errors.put(
            why.field,
            match why.problem {
                InputProblem::Empty => words.t("handover-note-missing"),
                problem => words.t(problem_key(problem)),
            },
        ),
    }
}

fn as_handed_over(
    page: &StaffPage,
    shown: &Shown,
    typed: &Typed,
    errors: &mut FieldErrors,
) -> Option<HandOver> {
    let words = page.words();
    let to = typed.get("worker").parse::<StaffId>();
    if to.is_err() {
        errors.put("worker", words.t("handover-worker-missing"));
    }
    let parts = &shown.to.parts;
    let chosen = parts.iter().find(|(_, it)| it.code() == typed.get("part"));
    let part = chosen.or(if parts.len() == 1 { parts.first() } else { None });
    if part.is_none() {
        errors.put("part", words.t("task-part-missing"));
    }
    if is_blank(typed.get("note")) {
        errors.put("note", words.t("handover-note-missing"));
    }
    let told_how = typed.get("told").parse::<ToldHow>();
    if told_how.is_err() {
        errors.put("told", words.t("handover-told-missing"));
    }
    let told_on = date(typed, "told-on", words, errors);
    let starts = date(typed, "from", words, errors).and_then(amsterdam_midnight);
    let ends = until(typed, words, errors);
    if !errors.is_empty() {
        return None;
    }
    // Kept, and read by the client: the portal is Dutch, whatever the worker reads.
    let dutch = Words::new(Lang::Nl, Address::Formal);
    let reason = dutch.with("handover-reason", &[("name", page.post.name.as_str().into())]);
    Some(HandOver {
        part: part?.0,
        to: to.ok()?,
        starts,
        ends,
        note: typed.get("note").to_owned(),
        wish: typed.get("wish").to_owned(),
        told_how: told_how.ok()?,
        told_on,
        reason,
        form: once(typed).unwrap_or_else(|| page.app().random_id()),
    })
}

/// The first moment after the last day; only where it is for a time.
fn until(typed: &Typed, words: Words, errors: &mut FieldErrors) -> Option<Timestamp> {
    if typed.get("length") != "for-a-time" {
        return None;
    }
    let last = date(typed, "until", words, errors);
    if last.is_none() && errors.of("until").is_none() {
        errors.put("until", words.t("handover-until-missing"));
    }
    amsterdam_midnight(last?.saturating_add(1.day()))
}
