//! `/toezicht/overdragen/{staff}`: the coordinator lets others go on with all that a colleague leaves, by number.

use app::involvement::{Leaver, LeftPart, PassOn, ReadLeaver, StoodIn};
use app::{NoneDone, NotDone};
use axum::extract::Path;
use axum::response::Response;
use domain::text_input::{InputProblem, is_blank};
use domain::{StaffId, amsterdam_midnight};
use jiff::ToSpan;
use text::Words;

use super::stand_in::{all_of, chosen_for};
use crate::answer::{self, html, see_other, to_mend};
use crate::entry::problem_key;
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::typed_date::date;
use crate::view::stand_in::{AllDonePage, LeavingPage, NotTaken, OnePart};
use crate::view::{Choice, FieldErrors, Form, Typed};
use crate::wording::{day, domain, number};

async fn leaver(page: &StaffPage, staff: &str) -> Result<(StaffId, Leaver), Response> {
    let staff: StaffId = staff.parse().map_err(|_| refused::absent(page))?;
    let found = page.read(ReadLeaver { team: page.post.team, staff }).await?;
    found.map(|it| (staff, it)).ok_or_else(|| refused::absent(page))
}

/// `/toezicht/overdragen/{staff}`
pub(crate) async fn ask(page: StaffPage, Path(staff): Path<String>) -> Result<Response, Response> {
    let (staff, leaver) = leaver(&page, &staff).await?;
    if !page.is_fresh() {
        return Ok(see_other(&format!("/opnieuw?terug={}", page.visit.path)));
    }
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    Ok(html(&leaving_page(&page, staff, &leaver, form)))
}

fn label(words: Words, part: &LeftPart) -> String {
    let dossier = words.with("team-unattended-number", &[("number", number(part.number).into())]);
    format!("{dossier}, {}", domain(words, part.domain))
}

fn leaving_page(page: &StaffPage, staff: StaffId, leaver: &Leaver, form: Form) -> LeavingPage {
    let words = page.words();
    let workers = leaver.colleagues.iter().map(|it| {
        let function = words.code("function", it.function.code());
        Choice::new(it.staff.to_string(), format!("{}, {function}", it.name))
    });
    let parts = leaver.parts.iter().map(|it| OnePart { id: it.part.to_string(), label: label(words, it) });
    // The last day is the one before the first moment without.
    let leaves = |until| words.with("team-leaves", &[("day", day(words, until - 1.second()).into())]);
    LeavingPage {
        frame: page.frame(),
        name: leaver.name.clone(),
        leaves: leaver.until.map(leaves).unwrap_or_default(),
        all: all_of(words, workers.collect(), parts.collect(), &form.values),
        form,
        action: format!("/toezicht/overdragen/{staff}"),
    }
}

/// Hands them on.
pub(crate) async fn hand_on(Path(staff): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let (staff, found) = leaver(&page, &staff).await?;
    if !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let words = page.words();
    let mut errors = FieldErrors::default();
    let deeds = as_typed(&page, (staff, &found), &typed, &mut errors);
    if errors.is_empty() {
        let all = deeds.iter().map(|(_, deed)| deed.clone()).collect();
        match page.app().perform_all(page.asker(), all).await {
            Ok(outs) => {
                let parts = deeds.iter().map(|(part, _)| *part).zip(outs);
                return Ok(html(&done_page(&page, &parts.collect::<Vec<_>>())));
            }
            Err(not_done) => {
                for NoneDone { why, .. } in not_done {
                    match why {
                        NotDone::Denied { .. } if errors.of("").is_none() => {
                            errors.put("", words.t("leaving-changed"))
                        }
                        NotDone::Denied { .. } => {}
                        NotDone::Rejected(why) => errors.put(
                            "reason",
                            match why.problem {
                                InputProblem::Empty => words.t("assign-reason-missing"),
                                problem => words.t(problem_key(problem)),
                            },
                        ),
                        NotDone::SignedOut => return Err(answer::to_sign_in(&page.visit.path, true)),
                        NotDone::Failed(e) => return Err(refused::failed(&page.visit, &e)),
                    }
                }
            }
        }
    }
    let (_, found) = leaver(&page, &staff.to_string()).await?;
    Ok(to_mend(&leaving_page(&page, staff, &found, page.form_again(typed).but(errors))))
}

fn as_typed<'a>(
    page: &StaffPage,
    (staff, leaver): (StaffId, &'a Leaver),
    typed: &Typed,
    errors: &mut FieldErrors,
) -> Vec<(&'a LeftPart, PassOn)> {
    let words = page.words();
    let worker = typed.get("worker").parse::<StaffId>();
    if worker.is_err() {
        errors.put("worker", words.t("handover-worker-missing"));
    }
    if is_blank(typed.get("reason")) {
        errors.put("reason", words.t("assign-reason-missing"));
    }
    let starts = date(typed, "from", words, errors);
    if starts.is_some_and(|day| day < page.today()) {
        errors.put("from", words.t("task-due-passed"));
    }
    if leaver.parts.is_empty() {
        errors.put("", words.t("leaving-none"));
    }
    let Ok(worker) = worker else { return Vec::new() };
    let form = once(typed).unwrap_or_else(|| page.app().random_id());
    let deed = |part: &'a LeftPart| {
        let deed = PassOn {
            part: part.part,
            from: staff,
            to: chosen_for(typed, part.part, worker)?,
            starts: starts.and_then(amsterdam_midnight),
            reason: typed.get("reason").to_owned(),
            form,
        };
        Some((part, deed))
    };
    leaver.parts.iter().filter_map(deed).collect()
}

fn done_page(page: &StaffPage, found: &[(&LeftPart, StoodIn)]) -> AllDonePage {
    let words = page.words();
    let of = |wanted: StoodIn| {
        let parts = found.iter().filter(move |(_, it)| *it == wanted);
        parts.map(|(part, _)| NotTaken {
            label: label(words, part),
            href: format!("/toezicht/toewijzen/{}", part.dossier),
        })
    };
    AllDonePage {
        frame: page.frame(),
        title: words.t("leaving-title"),
        taken: words.with("stand-in-taken", &[("count", of(StoodIn::Taken).count().into())]),
        absent: false,
        already: of(StoodIn::Already).collect(),
        not_taken: of(StoodIn::NotPossible).collect(),
        not_taken_next: words.t("leaving-not-taken-next"),
        back: "/toezicht/team".into(),
    }
}
