//! `/toezicht/opvallend` and `/fg/opvallend`: what stands out in the record, and what people say of it. The same pages for
//! the coordinator, the deputy and the data protection officer; what they hold is what the reader judges.

pub(crate) mod thresholds;

use app::log_review::{Finding, Found, Judge, JudgeRefused, Line, List, One, ReadOne, SoFar, Today, Verdict};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::FindingId;
use domain::text_input::InputProblem;
use serde::Deserialize;
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::entry::problem_key;
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::typed_date;
use crate::view::caseload::Pages;
use crate::view::log_review::{FindingPage, FindingRow, FindingsPage, SaidRow, TodayPage, TodayRow};
use crate::view::standing::EndButton;
use crate::view::{Choice, FieldErrors, Flash, Form, Tone};
use crate::wording::moment;

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    klaar: String,
    /// Counts from 1.
    pagina: u32,
}

/// Where the reader's list is.
fn base(page: &StaffPage) -> &'static str {
    if page.post.function.oversees() { "/fg/opvallend" } else { "/toezicht/opvallend" }
}

/// `/toezicht/opvallend`, `/fg/opvallend`
pub(crate) async fn list(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let list = List { page: asked.pagina.saturating_sub(1).min(10_000) };
    page.show(list, &(&page, &asked, list.page as usize + 1), |listed, (page, asked, current)| {
        let mut frame = page.frame();
        if !asked.klaar.is_empty() {
            frame.flash = Some(Flash { tone: Tone::Done, text: page.t("findings-judged") });
        }
        html(&FindingsPage {
            frame,
            base: base(page),
            waiting: listed.waiting.iter().map(|it| row(page, it, false)).collect(),
            settled: listed.settled.iter().map(|it| row(page, it, true)).collect(),
            pages: Pages { current: *current, last: if listed.more { *current + 1 } else { *current } },
            thresholds: page.post.function.oversees(),
        })
    })
    .await
}

fn row(page: &StaffPage, it: &Line, settled: bool) -> FindingRow {
    let words = page.words();
    let function = words.code("function", it.function.code());
    FindingRow {
        href: format!("{}/{}", base(page), it.id),
        day: words.weekday_and_date(it.day),
        who: it.staff_name.clone(),
        role: if it.team_name.is_empty() { function } else { format!("{function}, {}", it.team_name) },
        what: words.code("finding", it.finding.code()),
        times: times(words, it.finding.code(), it.times, it.ordinary),
        refused: match it.refused {
            0 => String::new(),
            many => {
                let of_dossiers = it.finding == Finding::ManyDossiers;
                let key = if of_dossiers { "finding-refused-dossiers" } else { "finding-refused" };
                words.with(key, &[("times", i64::from(many).into())])
            }
        },
        state: match it.verdict {
            Some(verdict) => words.code("finding-state", verdict.code()),
            None => words.t("findings-open"),
        },
        flagged: !settled || it.verdict == Some(Verdict::Wrong),
    }
}

/// "61 verschillende dossiers. Tot en met 60 is gewoon."
fn times(words: Words, finding: &str, times: u32, ordinary: u32) -> String {
    let key = format!("finding-times-{finding}");
    words.with(&key, &[("times", i64::from(times).into()), ("ordinary", i64::from(ordinary).into())])
}

/// `/toezicht/opvallend/vandaag`
pub(crate) async fn today(page: StaffPage) -> Result<Response, Response> {
    page.show(Today, &page, |found, page| {
        let people = found.iter().map(|it| so_far(page.words(), it)).collect();
        html(&TodayPage { frame: page.frame(), base: base(page), people })
    })
    .await
}

fn so_far(words: Words, it: &SoFar) -> TodayRow {
    let told = |found: &Found| {
        let code = found.finding.code();
        (words.code("finding", code), times(words, code, found.times, found.ordinary))
    };
    TodayRow {
        who: it.staff_name.clone(),
        role: words.code("function", it.function.code()),
        found: it.found.iter().map(told).collect(),
    }
}

/// Reading the record of that day: of the worker for the officer, of the own team for a coordinator.
fn log_of(page: &StaffPage, it: &Line) -> EndButton {
    let mut form = page.form();
    form.values.put("reason", "log-signal");
    let action = if page.post.function.oversees() {
        form.values.put("worker", it.staff.to_string());
        typed_date::put(&mut form.values, "from", it.day);
        typed_date::put(&mut form.values, "until", it.day);
        "/fg/logboek/medewerker"
    } else {
        typed_date::put(&mut form.values, "day", it.day);
        "/toezicht/logboek"
    };
    EndButton { action: action.to_owned(), label: String::new(), form, grounds: Vec::new() }
}

fn finding_page(page: &StaffPage, found: &One, form: Form) -> FindingPage {
    let words = page.words();
    let verdicts = Verdict::ALL.iter().map(|it| {
        let hint = words.t(&format!("finding-verdict-{}-hint", it.code()));
        Choice { hint, ..Choice::new(it.code(), words.code("finding-verdict", it.code())) }
    });
    let said = found.said.iter().map(|it| {
        let who = format!("{}, {}", it.by, words.code("function", it.function.code()));
        SaidRow {
            verdict: words.code("finding-state", it.verdict.code()),
            sentence: it.sentence.to_string(),
            by: words.with("finding-said-by", &[("who", who.into()), ("when", moment(words, it.at).into())]),
        }
    });
    FindingPage {
        base: base(page),
        row: row(page, &found.line, found.settled),
        perhaps: words.code("finding-about", found.line.finding.code()),
        log: log_of(page, &found.line),
        said: said.collect(),
        settled: found.settled,
        verdicts: verdicts.collect(),
        frame: page.frame(),
        form,
    }
}

/// `/toezicht/opvallend/{finding}`
pub(crate) async fn show(page: StaffPage, Path(finding): Path<String>) -> Result<Response, Response> {
    let Ok(id) = finding.parse::<FindingId>() else { return Err(refused::denied(&page, &[])) };
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    page.show(ReadOne(id), &(&page, &form), |found, (page, form)| {
        html(&finding_page(page, found, (*form).clone()))
    })
    .await
}

/// Says what it was. When somebody else just did, that is read first and nothing typed is lost.
pub(crate) async fn judge(Path(finding): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let Ok(finding) = finding.parse::<FindingId>() else { return Err(refused::denied(&page, &[])) };
    // Whether the reader may, comes before what is missing in the form.
    let found = page.read(ReadOne(finding)).await?;
    let words = page.words();
    let mut errors = FieldErrors::default();
    let verdict = typed.get("verdict").parse::<Verdict>();
    if verdict.is_err() {
        errors.put("verdict", words.t("finding-verdict-missing"));
    }
    if domain::text_input::is_blank(typed.get("sentence")) {
        errors.put("sentence", words.t("finding-sentence-missing"));
    }
    let Some(verdict) = verdict.ok().filter(|_| errors.is_empty()) else {
        return Ok(to_mend(&finding_page(&page, &found, page.form_again(typed).but(errors))));
    };
    let read = typed.get("read").parse().unwrap_or_default();
    let judge = Judge { finding, verdict, sentence: typed.get("sentence").to_owned(), read };
    match page.perform(judge).await? {
        Ok(()) => return Ok(see_other(&format!("{}?klaar=1", base(&page)))),
        Err(JudgeRefused::Overtaken) => errors.put("", words.t("finding-overtaken")),
        Err(JudgeRefused::Sentence(why)) => match why.problem {
            InputProblem::Empty => errors.put("sentence", words.t("finding-sentence-missing")),
            problem => errors.put("sentence", words.t(problem_key(problem))),
        },
    }
    let found = page.read(ReadOne(finding)).await?;
    Ok(to_mend(&finding_page(&page, &found, page.form_again(typed).but(errors))))
}
