//! Judging emergency accesses (ACC-04): the case and the verdict, and what its pages share. The lists and the officer's
//! pages stand in files of their own.

pub(crate) mod board;
pub(crate) mod breach;
pub(crate) mod explain;
pub(crate) mod figures;
pub(crate) mod officer;

use app::review::{CaseRead, Exchange as Asked, Judge, JudgeRefused, Listed, Read, Stage, Verdict, Worker};
use axum::extract::Path;
use axum::response::Response;
use domain::text_input::InputProblem;
use domain::{EmergencyId, Outcome, Sentence, SentenceError};
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::entry::problem_key;
use crate::inquiry::{function_of, late};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::review::{CasePage, Exchange, ReviewRow, Said, WorkerLine};
use crate::view::{Choice, FieldErrors, Form};
use crate::wording::{day, domain, moment, number};

/// Where the reader's list is.
pub(crate) fn list_of(page: &StaffPage) -> &'static str {
    if page.post.function.oversees() { "/fg/noodtoegang" } else { "/toezicht/noodtoegang" }
}

/// How far the judging is, in a sentence.
pub(crate) fn state(words: Words, it: &Listed) -> String {
    let due = words.date(it.due);
    match &it.stage {
        Stage::Judged(verdict) => format!("{} {}", outcome(words, verdict.outcome), said_by(words, verdict)),
        Stage::Waiting if it.yours => words.with("review-due", &[("day", due.into())]),
        Stage::Asked { at } if it.yours => {
            words.with("review-asked", &[("day", due.into()), ("asked", day(words, *at).into())])
        }
        Stage::Explained { at } if it.yours => {
            words.with("review-explained", &[("day", due.into()), ("answered", day(words, *at).into())])
        }
        Stage::Waiting | Stage::Asked { .. } | Stage::Explained { .. } => turn(words, it),
    }
}

/// "Terecht."
pub(crate) fn outcome(words: Words, outcome: Outcome) -> String {
    words.code("review-was", outcome.code())
}

fn said_by(words: Words, verdict: &Verdict) -> String {
    let function = words.code("function", &verdict.function);
    words.with(
        "review-by",
        &[
            ("name", verdict.by.as_str().into()),
            ("function", function.into()),
            ("when", moment(words, verdict.at).into()),
        ],
    )
}

/// Who judges, where that is somebody else.
fn turn(words: Words, it: &Listed) -> String {
    words.code("review-turn", it.turn.map_or("nobody", domain::Function::code))
}

/// A row of a list. `with_team`: where several teams stand on it.
pub(crate) fn row(page: &StaffPage, it: &Listed, with_team: bool) -> ReviewRow {
    let words = page.words();
    let judged = matches!(it.stage, Stage::Judged(_));
    let opens = it.yours || judged || page.post.function.oversees();
    ReviewRow {
        href: if opens { format!("/toezicht/noodtoegang/{}", it.id) } else { String::new() },
        number: number(it.number),
        name: it.name.clone(),
        role: function_of(words, &it.function, &it.team_name),
        team: if with_team { it.dossier_team.clone() } else { String::new() },
        reason: words.code("emergency-reason", it.reason.code()),
        opened: moment(words, it.opened_at),
        state: state(words, it),
        late: if judged { String::new() } else { late(words, it.due, page.today()) },
        yours: it.yours,
    }
}

/// `/toezicht/noodtoegang/{emergency}`
pub(crate) async fn show(page: StaffPage, Path(emergency): Path<String>) -> Result<Response, Response> {
    let Ok(id) = emergency.parse::<EmergencyId>() else { return Err(refused::denied(&page, &[])) };
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    page.show(Read(id), &(&page, &form), |case, (page, form)| html(&case_page(page, case, (*form).clone())))
        .await
}

/// Judges. When somebody else just did, their verdict is shown and nothing typed is lost.
pub(crate) async fn judge(Path(emergency): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let Ok(id) = emergency.parse::<EmergencyId>() else { return Err(refused::denied(&page, &[])) };
    let words = page.words();
    let mut errors = FieldErrors::default();
    let outcome = typed.get("outcome").parse::<Outcome>();
    if outcome.is_err() {
        errors.put("outcome", words.t("review-outcome-missing"));
    }
    let written = sentence(words, "sentence", typed.get("sentence"), &mut errors);
    if let (Ok(outcome), Some(sentence)) = (outcome, written) {
        match page.perform(Judge { emergency: id, outcome, sentence }).await? {
            Ok(_) => return Ok(see_other(&format!("{}?klaar={}", list_of(&page), done(outcome)))),
            Err(JudgeRefused::Already) => errors.put("", words.t("review-already")),
            Err(JudgeRefused::StillOpen) => errors.put("outcome", words.t("review-still-open")),
            Err(JudgeRefused::AskedAlready) => errors.put("outcome", words.t("review-asked-already")),
        }
    }
    let case = page.read(Read(id)).await?;
    Ok(to_mend(&case_page(&page, &case, page.form_again(typed).but(errors))))
}

const fn done(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Justified => "terecht",
        Outcome::NotJustified => "datalek",
        Outcome::NeedsInfo => "gevraagd",
    }
}

/// What the list says after a deed, by the end of its address.
pub(crate) fn told(words: Words, done: &str) -> Option<String> {
    match done {
        "terecht" => Some(words.t("review-done-justified")),
        "datalek" => Some(words.t("review-done-breach")),
        "gevraagd" => Some(words.t("review-done-asked")),
        _ => None,
    }
}

/// A sentence as it must be, or what is wrong with it at its field.
pub(crate) fn sentence(
    words: Words,
    field: &'static str,
    typed: &str,
    errors: &mut FieldErrors,
) -> Option<Sentence> {
    match Sentence::new(typed) {
        Ok(sentence) => Some(sentence),
        Err(why) => {
            let size = |size: usize| i64::try_from(size).unwrap_or(i64::MAX);
            let told = match why {
                SentenceError::TooShort { min, .. } => {
                    words.with("emergency-sentence-short", &[("min", size(min).into())])
                }
                SentenceError::Input(InputProblem::TooLong { max, .. }) => {
                    words.with("emergency-sentence-long", &[("max", size(max).into())])
                }
                SentenceError::Input(problem) => words.t(problem_key(problem)),
            };
            errors.put(field, told);
            None
        }
    }
}

fn case_page(page: &StaffPage, case: &CaseRead, form: Form) -> CasePage {
    let (words, it) = (page.words(), &case.listed);
    let verdict = match &it.stage {
        Stage::Judged(verdict) => Some(Said {
            what: outcome(words, verdict.outcome),
            words: verdict.sentence.to_string(),
            by: said_by(words, verdict),
        }),
        _ => None,
    };
    let is_open = verdict.is_none();
    CasePage {
        frame: page.frame(),
        form,
        back: list_of(page),
        action: format!("/toezicht/noodtoegang/{}", it.id),
        number: number(it.number),
        due: if is_open {
            words.with("review-due", &[("day", words.date(it.due).into())])
        } else {
            String::new()
        },
        late: if is_open { late(words, it.due, page.today()) } else { String::new() },
        breach: match &case.breach {
            Some(reference) => words.with("review-breach", &[("reference", reference.as_str().into())]),
            None => String::new(),
        },
        verdict,
        who: format!("{}, {}", it.name, function_of(words, &it.function, &it.team_name)),
        opened: moment(words, it.opened_at),
        until: moment(words, it.ended_at.unwrap_or(it.ends_at)),
        reason: words.code("emergency-reason", it.reason.code()),
        sentence: it.sentence.to_string(),
        domains: case.domains.iter().map(|it| domain(words, *it)).collect::<Vec<_>>().join(", "),
        approved: case.approved_by.clone(),
        seen: case.seen.iter().map(|it| seen(words, it)).collect(),
        workers: case.workers.as_ref().map(|all| all.iter().map(|it| worker(words, it)).collect()),
        earlier: case.earlier.iter().map(|it| earlier(words, it)).collect(),
        asked: case.asked.iter().map(|it| client_asked(words, it)).collect(),
        exchanges: case.exchanges.iter().map(|it| exchange(words, it)).collect(),
        yours: it.yours,
        turn: turn(words, it),
        outcomes: Outcome::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("review-choice", it.code())))
            .collect(),
    }
}

fn seen(words: Words, it: &app::review::Seen) -> String {
    let times = i64::try_from(it.times).unwrap_or(i64::MAX);
    let (first, last) = (domain::amsterdam(it.first).time(), domain::amsterdam(it.last).time());
    words.with(
        "review-seen",
        &[
            ("what", words.code("action", &it.event).into()),
            ("times", times.into()),
            ("first", words.time(first).into()),
            ("last", words.time(last).into()),
        ],
    )
}

fn worker(words: Words, it: &Worker) -> WorkerLine {
    let there = match (it.away, it.noted_later) {
        (true, false) => "review-away",
        (true, true) => "review-away-noted-later",
        (false, _) => "review-there",
    };
    WorkerLine { name: it.name.clone(), role: words.code("role", &it.role), there: words.t(there) }
}

fn earlier(words: Words, it: &app::review::Earlier) -> String {
    let verdict = match it.outcome {
        Some(verdict) => outcome(words, verdict),
        None => words.t("review-not-judged"),
    };
    let reason = words.code("emergency-reason", it.reason.code());
    words.with(
        "review-earlier-one",
        &[("day", day(words, it.opened_at).into()), ("reason", reason.into()), ("verdict", verdict.into())],
    )
}

fn client_asked(words: Words, it: &app::review::ClientAsked) -> Said {
    let written = it.words.as_ref().map(|text| text.to_string()).unwrap_or_default();
    Said {
        what: words.with("inquiry-asked-on", &[("day", day(words, it.at).into())]),
        words: if written.is_empty() { words.t("answer-no-words") } else { written },
        by: words.t(if it.answered { "review-client-answered" } else { "review-client-waits" }),
    }
}

pub(crate) fn exchange(words: Words, it: &Asked) -> Exchange {
    Exchange {
        question: Said {
            what: String::new(),
            words: it.question.to_string(),
            by: format!("{}, {}", it.by, moment(words, it.asked_at)),
        },
        answer: it.answer.as_ref().map(|(text, at)| Said {
            what: String::new(),
            words: text.to_string(),
            by: moment(words, *at),
        }),
    }
}
