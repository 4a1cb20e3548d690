//! `/toezicht/vragen`: what clients ask about looks, by the day an answer is due, and answering.

use app::inquiry::{Answer, AnswerRefused, Inquiry, ListWaiting, Name, ReadWaiting, Waiting};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::text_input::InputProblem;
use domain::{InquiryId, amsterdam_date};
use serde::Deserialize;
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::entry::problem_key;
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::inquiry::{AnswerPage, WaitingPage, WaitingRow};
use crate::view::{FieldErrors, Flash, Form, Tone};
use crate::wording::{day, number};

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    klaar: String,
}

/// `/toezicht/vragen`
pub(crate) async fn list(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    page.show(ListWaiting, &(&page, &asked), |waiting, (page, asked)| {
        let mut frame = page.frame();
        if !asked.klaar.is_empty() {
            frame.flash = Some(Flash { tone: Tone::Done, text: page.t("answer-done") });
        }
        html(&WaitingPage { frame, rows: waiting.iter().map(|it| row(page, it)).collect() })
    })
    .await
}

fn row(page: &StaffPage, it: &Waiting) -> WaitingRow {
    let words = page.words();
    WaitingRow {
        href: format!("/toezicht/vragen/{}", it.id),
        number: number(it.number),
        looker: format!("{}, {}", it.looker_name, words.code("function", &it.function)),
        looked: words.date(amsterdam_date(it.looked_at)),
        due: words.weekday_and_date(it.due_on),
        late: super::late(words, it.due_on, page.today()),
        watching: !it.yours,
    }
}

fn answer_page(page: &StaffPage, asked: &Inquiry, form: Form) -> AnswerPage {
    let (words, look) = (page.words(), &asked.look);
    let open = asked.answer.is_none();
    let due = words.with("answer-due", &[("day", words.weekday_and_date(asked.due_on).into())]);
    AnswerPage {
        frame: page.frame(),
        form,
        number: number(asked.number),
        line: super::line(words, look, who(words, look)),
        standing: match &look.role {
            Some(role) => words.with("answer-was-involved", &[("role", words.code("role", role).into())]),
            None => words.t("answer-was-not-involved"),
        },
        name: if asked.wants_name {
            words.with("answer-name", &[("name", look.staff_name.as_str().into())])
        } else {
            String::new()
        },
        words: asked.words.as_ref().map(|text| text.to_string()).unwrap_or_default(),
        asked: words.with("inquiry-asked-on", &[("day", day(words, asked.asked_at).into())]),
        due: if open { due } else { String::new() },
        late: if open { super::late(words, asked.due_on, page.today()) } else { String::new() },
        answer: asked.answer.as_ref().map(|given| super::answered(words, given)),
        yours: asked.yours,
        turn: super::turn(words, asked.turn),
        action: format!("/toezicht/vragen/{}", asked.id),
    }
}

/// "Samira Bouzid, buurtteammedewerker, Team Noord"
fn who(words: Words, look: &app::inquiry::AboutLook) -> String {
    format!("{}, {}", look.staff_name, super::function_of(words, &look.function, &look.team_name))
}

/// `/toezicht/vragen/{inquiry}`
pub(crate) async fn show(page: StaffPage, Path(inquiry): Path<String>) -> Result<Response, Response> {
    let Ok(id) = inquiry.parse::<InquiryId>() else { return Err(refused::denied(&page, &[])) };
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    page.show(ReadWaiting(id), &(&page, &form), |asked, (page, form)| {
        html(&answer_page(page, asked, (*form).clone()))
    })
    .await
}

/// Answers. When somebody else just did, both answers are shown and nothing typed is lost.
pub(crate) async fn answer(Path(inquiry): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let Ok(id) = inquiry.parse::<InquiryId>() else { return Err(refused::denied(&page, &[])) };
    let words = page.words();
    let mut errors = FieldErrors::default();
    let name = if typed.ticked("name") { Name::Told } else { Name::Kept };
    match page.perform(Answer { inquiry: id, text: typed.get("answer").to_owned(), name }).await? {
        Ok(()) => return Ok(see_other("/toezicht/vragen?klaar=1")),
        Err(AnswerRefused::Already) => errors.put("", words.t("answer-already")),
        Err(AnswerRefused::Text(why)) => match why.problem {
            InputProblem::Empty => errors.put("answer", words.t("answer-missing")),
            problem => errors.put("answer", words.t(problem_key(problem))),
        },
    }
    let asked = page.read(ReadWaiting(id)).await?;
    Ok(to_mend(&answer_page(&page, &asked, page.form_again(typed).but(errors))))
}
