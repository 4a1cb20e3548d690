//! The resident's side: a question at a line, its answer, and going on with it.

use app::inquiry::{Ask, AskRefused, OwnInquiry, Pursue, ReadOwnInquiry, Received};
use app::portal::{LooksRead, ReadLooks};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::access_summary::{Who, told};
use domain::{DataRight, DossierId, InquiryId, LookId, Pursuit};

use crate::answer::{html, see_other, to_mend};
use crate::entry::problem_key;
use crate::inquiry as shared;
use crate::page::{Page, ResidentPage};
use crate::portal::{Asked, Chosen, reason};
use crate::refused;
use crate::sent::Sent;
use crate::view::inquiry::Line;
use crate::view::portal::inquiry::{AskPage, OwnInquiryPage, PursuePage, ReceivedLine};
use crate::view::{Choice, Contact, FieldErrors, Form};
use crate::wording::day;

/// The resident who sent a form, spoken to as on their own pages.
pub(crate) async fn resident(sent: Sent) -> Result<(ResidentPage, crate::view::Typed), Response> {
    if sent.page.session.post.is_some() {
        return Err(refused::not_yours(&sent.page));
    }
    Ok((ResidentPage(sent.page.in_own_words().await?), sent.typed))
}

/// What the list says of the line that this look stands on, and whether it leaves out a name; none: the list has no such
/// line.
fn line_of(page: &Page, read: &LooksRead, id: LookId) -> Option<(Line, bool)> {
    let words = page.words();
    let newest = *read.on_line(id).first()?;
    let line = read.lines().into_iter().find(|line| line.id == newest.id)?;
    let (who, nameless) = match told(&line) {
        Who::Named { name, .. } => (name, false),
        Who::ByFunction { function, team } => (shared::function_of(words, function.code(), &team), true),
    };
    let line = Line {
        day: words.weekday_and_date(domain::amsterdam_date(line.at)),
        who,
        what: shared::what(words, &line.action, read.on_line(id).len(), line.at),
        reason: reason(words, line.reason.as_deref().unwrap_or_default()),
        emergency: if line.emergency { words.t("looked-emergency") } else { String::new() },
    };
    Some((line, nameless))
}

fn ask_page(page: &Page, (line, nameless): (Line, bool), look: LookId, ending: &str, form: Form) -> AskPage {
    AskPage {
        frame: page.frame(),
        form,
        line,
        nameless,
        action: format!("/mijn/gekeken/{look}/vraag{ending}"),
        cancel: format!("/mijn/gekeken{ending}"),
    }
}

/// The dossier whose list is asked about, and the look of the address.
async fn place(
    page: &ResidentPage,
    look: &str,
    asked: &Asked,
) -> Result<(DossierId, String, LookId), Response> {
    let chosen = Chosen::of(page, asked).await?;
    match (chosen.dossier, look.parse()) {
        (Some(dossier), Ok(look)) => Ok((dossier, chosen.ending(), look)),
        _ => Err(refused::not_yours(page)),
    }
}

/// `/mijn/gekeken/{look}/vraag`
pub(crate) async fn ask(
    page: ResidentPage,
    Path(look): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let page = ResidentPage(page.0.in_own_words().await?);
    let (dossier, ending, look) = place(&page, &look, &asked).await?;
    let read = page.read(ReadLooks(dossier)).await?;
    if let Some(known) = read.asked_at(&read.on_line(look)) {
        return Ok(see_other(&format!("/mijn/gekeken/vragen/{}", known.id)));
    }
    let Some(line) = line_of(&page, &read, look) else { return Err(refused::not_yours(&page)) };
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    Ok(html(&ask_page(&page, line, look, &ending, form)))
}

/// Sends the question.
pub(crate) async fn send(
    Path(look): Path<String>,
    Query(asked): Query<Asked>,
    sent: Sent,
) -> Result<Response, Response> {
    let (page, typed) = resident(sent).await?;
    let (dossier, ending, look) = place(&page, &look, &asked).await?;
    let (words, wants_name) = (typed.get("words").to_owned(), typed.ticked("name"));
    match page.perform(Ask { dossier, look, words, wants_name }).await? {
        Ok(inquiry) => Ok(see_other(&format!("/mijn/gekeken/vragen/{inquiry}"))),
        Err(AskRefused::NotThere) => Err(refused::not_yours(&page)),
        Err(AskRefused::Words(why)) => {
            let read = page.read(ReadLooks(dossier)).await?;
            let Some(line) = line_of(&page, &read, look) else { return Err(refused::not_yours(&page)) };
            let errors = FieldErrors::from([("words", page.t(problem_key(why.problem)))]);
            let form = page.form_again(typed).but(errors);
            Ok(to_mend(&ask_page(&page, line, look, &ending, form)))
        }
    }
}

/// The question, noted as read where there is an answer.
async fn read(page: &ResidentPage, inquiry: &str) -> Result<(InquiryId, OwnInquiry), Response> {
    let Ok(id) = inquiry.parse::<InquiryId>() else { return Err(refused::not_yours(page)) };
    match page.perform(ReadOwnInquiry(id)).await? {
        Ok(own) => Ok((id, own)),
        Err(never) => match never {},
    }
}

/// `/mijn/gekeken/vragen/{inquiry}`
pub(crate) async fn show(page: ResidentPage, Path(inquiry): Path<String>) -> Result<Response, Response> {
    let page = ResidentPage(page.0.in_own_words().await?);
    let (id, own) = read(&page, &inquiry).await?;
    Ok(html(&own_page(&page, id, &own)))
}

fn own_page(page: &ResidentPage, id: InquiryId, own: &OwnInquiry) -> OwnInquiryPage {
    let (words, asked) = (page.words(), &own.inquiry);
    let look = &asked.look;
    // The name of who was involved then; of others the function (ACC-21).
    let who = match (&look.role, look.emergency) {
        (Some(_), false) => look.staff_name.clone(),
        _ if asked.name_told => {
            format!("{}, {}", look.staff_name, shared::function_of(words, &look.function, &look.team_name))
        }
        _ => shared::function_of(words, &look.function, &look.team_name),
    };
    let late = domain::inquiry::late_by(asked.due_on, page.today()) > 0;
    let key = if late { "inquiry-due-passed" } else { "inquiry-due" };
    let open = asked.answer.is_none();
    OwnInquiryPage {
        frame: page.frame(),
        line: shared::line(words, look, who),
        words: asked.words.as_ref().map(|text| text.to_string()).unwrap_or_default(),
        asked: words.with("inquiry-asked-on", &[("day", day(words, asked.asked_at).into())]),
        name: if asked.wants_name { words.t("inquiry-name-asked") } else { String::new() },
        due: if open {
            words.with(key, &[("day", words.weekday_and_date(asked.due_on).into())])
        } else {
            String::new()
        },
        late,
        turn: if open { shared::turn(words, asked.turn) } else { String::new() },
        answer: asked.answer.as_ref().map(|given| shared::answered(words, given)),
        received: own.received.iter().map(|it| received(page, own, it)).collect(),
        pursue: (!choices(page, own).is_empty()).then(|| format!("/mijn/gekeken/vragen/{id}/verder")),
        team: Contact {
            name: own.doors.team_name.clone(),
            role: own.doors.controller_name.clone(),
            phone: own.doors.team_phone.clone(),
        },
        back: "/mijn/gekeken".to_owned(),
    }
}

fn received(page: &ResidentPage, own: &OwnInquiry, it: &Received) -> ReceivedLine {
    let words = page.words();
    let due = words.weekday_and_date(it.due_on);
    let controller = own.doors.controller_name.as_str();
    let (what, handler) = match it.pursuit {
        Pursuit::Complaint => (
            words.t("pursue-complaint"),
            words.with("received-complaint-by", &[("controller", controller.into())]),
        ),
        Pursuit::Request(right) => (
            words.code("right", right.code()),
            words.with(
                "received-request-by",
                &[("controller", controller.into()), ("dpo", own.doors.dpo_contact.as_str().into())],
            ),
        ),
    };
    ReceivedLine {
        what,
        received: words.with("received-on", &[("day", day(words, it.at).into())]),
        due: words.with("inquiry-due", &[("day", due.into())]),
        handler,
        phone: own.doors.controller_phone.clone(),
    }
}

/// What the question can still become: one complaint, and one request.
fn choices(page: &ResidentPage, own: &OwnInquiry) -> Vec<Choice> {
    let words = page.words();
    let has =
        |complaint: bool| own.received.iter().any(|it| matches!(it.pursuit, Pursuit::Complaint) == complaint);
    let mut all = Vec::new();
    if !has(true) {
        all.push(
            Choice::new("complaint", words.t("pursue-complaint")).hint(words.t("pursue-complaint-about")),
        );
    }
    if !has(false) {
        all.extend(DataRight::ALL.iter().map(|right| {
            Choice::new(right.code(), words.code("right", right.code()))
                .hint(words.code("right-about", right.code()))
        }));
    }
    all
}

fn pursue_page(page: &ResidentPage, id: InquiryId, own: &OwnInquiry, form: Form) -> PursuePage {
    PursuePage {
        frame: page.frame(),
        form,
        choices: choices(page, own),
        action: format!("/mijn/gekeken/vragen/{id}/verder"),
        cancel: format!("/mijn/gekeken/vragen/{id}"),
    }
}

/// `/mijn/gekeken/vragen/{inquiry}/verder`
pub(crate) async fn ask_pursuit(
    page: ResidentPage,
    Path(inquiry): Path<String>,
) -> Result<Response, Response> {
    let page = ResidentPage(page.0.in_own_words().await?);
    let (id, own) = read(&page, &inquiry).await?;
    if choices(&page, &own).is_empty() {
        return Ok(see_other(&format!("/mijn/gekeken/vragen/{id}")));
    }
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    Ok(html(&pursue_page(&page, id, &own, form)))
}

/// Makes a complaint or a request of it.
pub(crate) async fn pursue(Path(inquiry): Path<String>, sent: Sent) -> Result<Response, Response> {
    let (page, typed) = resident(sent).await?;
    let Ok(id) = inquiry.parse::<InquiryId>() else { return Err(refused::not_yours(&page)) };
    let pursuit = match typed.get("what") {
        "complaint" => Some(Pursuit::Complaint),
        code => code.parse().ok().map(Pursuit::Request),
    };
    let Some(pursuit) = pursuit else {
        let (id, own) = read(&page, &inquiry).await?;
        let errors = FieldErrors::from([("what", page.t("pursue-missing"))]);
        return Ok(to_mend(&pursue_page(&page, id, &own, page.form_again(typed).but(errors))));
    };
    match page.perform(Pursue { inquiry: id, pursuit }).await? {
        // Sent twice is sent once.
        Ok(_) => Ok(see_other(&format!("/mijn/gekeken/vragen/{id}"))),
        Err(never) => match never {},
    }
}
