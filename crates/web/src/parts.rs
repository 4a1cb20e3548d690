//! The parts of a dossier: a question under another law, and closing what is finished.

use app::dossier::{AddQuestion, AddRefused, Close, CloseRefused, DossierRead, Part, Reopen};
use app::intake::AgreementManner;
use app::task::ReadTasks;
use axum::extract::Path;
use axum::response::Response;
use domain::text_input::InputProblem;
use domain::{ClosingReason, DossierId, LegalDomain};
use text::{Address, Lang, Words};

use crate::answer::{html, see_other, to_mend};
use crate::dossier::masthead;
use crate::entry::{dossier_id, head_of, problem_key};
use crate::intake::{chosen, life_areas};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::today::waits_of;
use crate::typed_date::date;
use crate::view::dossier::Tab;
use crate::view::parts::{AddQuestionPage, ClosePage, ReopenPage};
use crate::view::today::Line;
use crate::view::{Choice, FieldErrors, Form};
use crate::wording::{day, domain};

/// `/werk/dossier/{dossier}/vraag`
pub(crate) async fn ask_question(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    Ok(html(&question_page(&page, &read, form)))
}

fn question_page(page: &StaffPage, read: &DossierRead, form: Form) -> AddQuestionPage {
    let words = page.words();
    let here =
        |d: LegalDomain| read.head.parts.iter().any(|part| part.domain == d && part.closed_at.is_none());
    let domains = page.post.controller_kind.domains().iter().filter(|d| !here(**d));
    AddQuestionPage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::Overview),
        form,
        domains: domains
            .map(|d| {
                Choice::new(d.code(), domain(words, *d)).hint(words.t(&format!("domain-{}-about", d.code())))
            })
            .collect(),
        life_areas: life_areas(words),
        agreements: vec![
            Choice::new("oral", words.t("agreement-manner-oral")),
            Choice::new("written", words.t("agreement-manner-written")),
        ],
        action: format!("/werk/dossier/{}/vraag", read.head.dossier),
        cancel: format!("/werk/dossier/{}", read.head.dossier),
    }
}

/// Adds the question. The answer is the same whether or not there was such a part already (ACC-06).
pub(crate) async fn add_question(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let words = page.words();
    let mut errors = FieldErrors::default();
    let deed = AddQuestion {
        dossier,
        kind: page.post.controller_kind,
        domain: typed.get("domain").parse().ok(),
        question: typed.get("question").to_owned(),
        life_area: chosen(words, &typed, "life-area", &mut errors),
        agreement: match typed.get("agreement") {
            "oral" => Some(AgreementManner::Oral),
            "written" => Some(AgreementManner::Written),
            _ => None,
        },
        form: once(&typed).unwrap_or_else(|| page.app().random_id()),
    };
    if !errors.is_empty() {
        return Ok(to_mend(&question_page(&page, &read, page.form_again(typed).but(errors))));
    }
    match page.perform(deed).await? {
        Ok(()) => return Ok(see_other(&format!("/werk/dossier/{dossier}?vraag=1"))),
        Err(AddRefused::Domain | AddRefused::Here) => errors.put("domain", words.t("add-domain-missing")),
        Err(AddRefused::Question(why)) => errors.put(
            "question",
            match why.problem {
                InputProblem::Empty => words.t("add-question-missing"),
                problem => words.t(problem_key(problem)),
            },
        ),
        Err(AddRefused::AgreementMissing) => errors.put("agreement", words.t("refused-agreement-missing")),
    }
    Ok(to_mend(&question_page(&page, &read, page.form_again(typed).but(errors))))
}

/// `/werk/dossier/{dossier}/afsluiten/{domain}`
pub(crate) async fn ask_close(
    page: StaffPage,
    Path((dossier, domain)): Path<(String, String)>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let part = open_part(&page, &read, &domain)?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    let open = open_ends(&page, dossier, part).await?;
    Ok(html(&close_page(&page, &read, part, (form, open))))
}

/// The open part of this domain; another one is as if it were not there.
fn open_part<'r>(page: &StaffPage, read: &'r DossierRead, domain: &str) -> Result<&'r Part, Response> {
    let found = read.head.parts.iter().find(|part| part.domain.code() == domain && part.closed_at.is_none());
    found.ok_or_else(|| refused::denied(page, &[]))
}

/// No contact with the client is known since the part was opened (RET-03).
fn contact_unknown(part: &Part) -> bool {
    part.last_client_contact <= part.opened_at
}

/// What is still open under this law, and the reader's own drafts about the client.
struct OpenEnds {
    tasks: Vec<String>,
    drafts: usize,
    /// What waits for the reader here, as Vandaag says it.
    waits: Vec<Line>,
}

async fn open_ends(page: &StaffPage, dossier: DossierId, part: &Part) -> Result<OpenEnds, Response> {
    let read = page.read(ReadTasks(dossier)).await?;
    let open = read.tasks.iter().filter(|it| it.standing.open && it.part == part.id);
    let drafts = page.read(app::draft::ListOwn).await?;
    Ok(OpenEnds {
        tasks: open.map(|it| it.what.to_string()).collect(),
        drafts: drafts.iter().filter(|it| it.dossier == Some(dossier)).count(),
        waits: waits_of(page, dossier, Some(part.domain)).await?,
    })
}

fn close_page(
    page: &StaffPage,
    read: &DossierRead,
    part: &Part,
    (form, open): (Form, OpenEnds),
) -> ClosePage {
    let words = page.words();
    let base = format!("/werk/dossier/{}", read.head.dossier);
    let until = page.app().now() + domain::days::INVOLVEMENT_GRACE;
    ClosePage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::Overview),
        form,
        part: domain(words, part.domain),
        until: day(words, until),
        reasons: ClosingReason::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("closing", it.code())))
            .collect(),
        last_contact: if contact_unknown(part) {
            String::new()
        } else {
            words.with("close-last-contact", &[("day", day(words, part.last_client_contact).into())])
        },
        waits: open.waits,
        tasks: open.tasks,
        drafts: match open.drafts {
            0 => String::new(),
            count => words.with("close-open-drafts", &[("count", count.into())]),
        },
        action: format!("{base}/afsluiten/{}", part.domain),
        cancel: base,
    }
}

/// Closes the part.
pub(crate) async fn close(
    Path((dossier, domain)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let part = open_part(&page, &read, &domain)?;
    let words = page.words();
    let mut errors = FieldErrors::default();
    let reason = typed.get("reason").parse::<ClosingReason>();
    if reason.is_err() {
        errors.put("reason", words.t("close-reason-missing"));
    }
    if domain::text_input::is_blank(typed.get("result")) {
        errors.put("result", words.t("close-result-missing"));
    }
    let contact = match contact_unknown(part) {
        true => date(&typed, "contact", words, &mut errors),
        false => None,
    };
    if contact_unknown(part) && contact.is_none() && errors.of("contact").is_none() {
        errors.put("contact", words.t("close-contact-missing"));
    }
    if let (Ok(reason), true) = (reason, errors.is_empty()) {
        // Kept, and read by the client: the portal is Dutch, whatever the worker reads.
        let why = Words::new(Lang::Nl, Address::Formal).t("close-involvement-ends");
        let deed = Close { part: part.id, reason, result: typed.get("result").to_owned(), contact, why };
        match page.perform(deed).await? {
            Ok(()) => return Ok(see_other(&format!("/werk/dossier/{dossier}?gesloten=1"))),
            Err(CloseRefused::Contact) => errors.put("contact", words.t("close-contact-wrong")),
            Err(CloseRefused::Result(why)) => errors.put("result", words.t(problem_key(why.problem))),
        }
    }
    let open = open_ends(&page, dossier, part).await?;
    Ok(to_mend(&close_page(&page, &read, part, (page.form_again(typed).but(errors), open))))
}

/// `/werk/dossier/{dossier}/heropenen/{domain}`
pub(crate) async fn ask_reopen(
    page: StaffPage,
    Path((dossier, domain)): Path<(String, String)>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let part = closed_part(&page, &read, &domain)?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    Ok(html(&reopen_page(&page, &read, part, form)))
}

/// The closed part of this domain; another one is as if it were not there.
fn closed_part<'r>(page: &StaffPage, read: &'r DossierRead, domain: &str) -> Result<&'r Part, Response> {
    let found = read.head.parts.iter().find(|part| part.domain.code() == domain && part.closed_at.is_some());
    found.ok_or_else(|| refused::absent(page))
}

fn reopen_page(page: &StaffPage, read: &DossierRead, part: &Part, form: Form) -> ReopenPage {
    let words = page.words();
    let base = format!("/werk/dossier/{}", read.head.dossier);
    ReopenPage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::Overview),
        form,
        part: domain(words, part.domain),
        action: format!("{base}/heropenen/{}", part.domain),
        cancel: base,
    }
}

/// Opens the part again.
pub(crate) async fn reopen(
    Path((dossier, domain)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let part = closed_part(&page, &read, &domain)?;
    let words = page.words();
    // Kept, and read by the client: the portal is Dutch, whatever the worker reads.
    let said = Words::new(Lang::Nl, Address::Formal).t("reopen-said");
    let deed = Reopen { part: part.id, reason: typed.get("reason").to_owned(), said };
    let mut errors = FieldErrors::default();
    match page.perform(deed).await? {
        Ok(()) => return Ok(see_other(&format!("/werk/dossier/{dossier}?heropend=1"))),
        Err(why) => errors.put(
            "reason",
            match why.problem {
                InputProblem::Empty => words.t("reopen-reason-missing"),
                problem => words.t(problem_key(problem)),
            },
        ),
    }
    Ok(to_mend(&reopen_page(&page, &read, part, page.form_again(typed).but(errors))))
}
