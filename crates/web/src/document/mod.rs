//! Documents of a dossier: the list, one of them, and its sheets. Files come in by `add`.

mod add;
mod print;
mod withdraw;

use app::document::{Document, NotShown, Open, ReadOne, ReadThem, Shown, kept_until};
use app::dossier::{DossierRead, Part};
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::document::FileKind;
use domain::{DocumentId, DossierId};
use serde::Deserialize;
use text::Words;

pub(crate) use add::add;
pub(crate) use print::{ask as ask_print, print};
pub(crate) use withdraw::{ask as ask_withdraw, withdraw};

use crate::answer::html;
use crate::dossier::masthead;
use crate::entry::{dossier_id, head_of};
use crate::page::{Page, StaffPage};
use crate::refused;
use crate::view::document::{DocumentPage, DocumentsPage, Line, Sheet};
use crate::view::dossier::Tab;
use crate::view::{Choice, Flash, Form, Tone};
use crate::wording::{domain, moment, sources};

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) blad: u16,
    toegevoegd: u16,
    ingetrokken: String,
}

/// From whom it came, in words for staff.
const FROM: &str = "documents-from";
/// What the chooser of files offers first; the bytes decide what comes in.
const ACCEPT: &str = ".jpg,.jpeg,.png,.webp,.pdf,.docx,.odt,.txt";

/// `/werk/dossier/{dossier}/documenten`
pub(crate) async fn list(
    page: StaffPage,
    Path(dossier): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    let mut shown = list_page(&page, dossier, form).await?;
    if asked.toegevoegd > 0 {
        let text = page.words().with("documents-added", &[("count", u32::from(asked.toegevoegd).into())]);
        shown.frame.flash = Some(Flash { tone: Tone::Done, text });
    } else if asked.ingetrokken == "1" {
        shown.frame.flash = Some(Flash { tone: Tone::Done, text: page.t("documents-withdraw-done") });
    }
    Ok(html(&shown))
}

async fn list_page(page: &StaffPage, dossier: DossierId, mut form: Form) -> Result<DocumentsPage, Response> {
    let words = page.words();
    let documents = page.read(ReadThem(dossier)).await?;
    let read = page.read(head_of(dossier)).await?;
    form.values.put_if_empty("source", "client");
    form.values.put_if_empty("category", "general");
    let parts = if page.app().takes_documents() { own_parts(page, &read) } else { Vec::new() };
    let base = format!("/werk/dossier/{dossier}/documenten");
    Ok(DocumentsPage {
        frame: page.frame(),
        masthead: masthead(page, &read, Tab::Documents),
        form,
        lines: documents.iter().map(|it| line(words, (&base, FROM), it, &read.head.parts)).collect(),
        parts: parts.iter().map(|it| Choice::new(it.domain.code(), domain(words, it.domain))).collect(),
        sources: sources(words),
        categories: domain::DataCategory::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("category", it.code())))
            .collect(),
        accept: ACCEPT,
        scan: words.t(if page.app().scans_documents() {
            "documents-scanned"
        } else {
            "documents-not-scanned"
        }),
        action: base,
    })
}

/// The open parts that the reader works with.
fn own_parts<'r>(page: &StaffPage, read: &'r DossierRead) -> Vec<&'r Part> {
    if page.post.function.carries_cases() { read.own_open_parts().collect() } else { Vec::new() }
}

/// One document in a list, for a worker and for the client: the address of the list, and the words for from whom it came.
pub(crate) fn line(words: Words, (base, from): (&str, &str), it: &Document, parts: &[Part]) -> Line {
    if let Some(withdrawn) = &it.withdrawn {
        let said = [("author", withdrawn.by.as_str().into()), ("when", moment(words, withdrawn.at).into())];
        return Line {
            title: words.t("documents-withdrawn"),
            about: format!(
                "{} {}",
                words.with("withdrawn-said", &said),
                words.code("withdrawn", &withdrawn.ground)
            ),
            why: withdrawn.why.to_string(),
            ..Line::default()
        };
    }
    let about = [
        kind(words, it),
        words.date(it.dated),
        words.code(from, &it.source),
        size(words, it.size),
        domain(words, it.domain),
    ];
    Line {
        href: format!("{base}/{}", it.id),
        title: it.title.to_string(),
        about: about.join(", "),
        why: String::new(),
        kept: kept(words, it, parts),
    }
}

/// "PDF, 3 bladen"
fn kind(words: Words, it: &Document) -> String {
    let kind = words.code("file-kind", it.kind.code());
    match it.kind {
        FileKind::Pdf => words
            .with("documents-of-sheets", &[("kind", kind.into()), ("count", u32::from(it.sheets).into())]),
        _ => kind,
    }
}

/// Megabytes with one digit, as a file is measured everywhere; never nothing.
fn size(words: Words, bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    words.with(
        "documents-size",
        &[("whole", (tenths / 10).to_string().into()), ("tenth", (tenths % 10).to_string().into())],
    )
}

fn kept(words: Words, it: &Document, parts: &[Part]) -> String {
    let until = parts.iter().find(|part| part.id == it.part).and_then(|part| kept_until(it, part));
    until.map_or_else(
        || words.t("documents-kept-unknown"),
        |day| words.with("documents-kept-until", &[("day", words.date(day).into())]),
    )
}

/// What stands beside a document.
pub(crate) fn facts(words: Words, from: &str, it: &Document, parts: &[Part]) -> Vec<(String, String)> {
    let scanned = if it.scanned { "documents-was-scanned" } else { "documents-was-not-scanned" };
    vec![
        (words.t("documents-fact-kind"), format!("{}, {}", kind(words, it), size(words, it.size))),
        (words.t("documents-fact-day"), words.date(it.dated)),
        (words.t("documents-fact-from"), words.code(from, &it.source)),
        (
            words.t("documents-fact-added"),
            words.with(
                "documents-added-by",
                &[("author", it.author_name.as_str().into()), ("when", moment(words, it.recorded_at).into())],
            ),
        ),
        (words.t("task-part"), domain(words, it.domain)),
        (words.t("documents-fact-kept"), kept(words, it, parts)),
        (words.t("documents-fact-scan"), words.t(scanned)),
    ]
}

/// The title, or that it was withdrawn.
pub(crate) fn title(words: Words, it: &Document) -> String {
    if it.withdrawn.is_some() { words.t("documents-withdrawn") } else { it.title.to_string() }
}

/// The two ids of an address. What is no id is answered as what may not be read.
fn ids(page: &StaffPage, dossier: &str, document: &str) -> Result<(DossierId, DocumentId), Response> {
    let dossier = dossier_id(page, dossier)?;
    let document = document.parse::<DocumentId>().map_err(|_| refused::denied(page, &[]))?;
    Ok((dossier, document))
}

/// The document at this address, opened on the record.
async fn opened(page: &StaffPage, dossier: DossierId, document: DocumentId) -> Result<Open, Response> {
    let (stands_in, open) = page.read(ReadOne(document)).await?;
    if stands_in == dossier { Ok(open) } else { Err(refused::denied(page, &[])) }
}

/// `/werk/dossier/{dossier}/documenten/{document}`
pub(crate) async fn show(
    page: StaffPage,
    Path((dossier, document)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let (dossier, document) = ids(&page, &dossier, &document)?;
    let open = opened(&page, dossier, document).await?;
    let read = page.read(head_of(dossier)).await?;
    let words = page.words();
    let back = format!("/werk/dossier/{dossier}/documenten");
    let base = format!("{back}/{document}");
    let (is_there, part) = (open.file.is_some(), open.document.part);
    let may_withdraw = is_there && own_parts(&page, &read).iter().any(|own| own.id == part);
    let may_print = is_there && print::may_print(&page, &read, &open);
    Ok(html(&DocumentPage {
        frame: page.frame(),
        masthead: masthead(&page, &read, Tab::Documents),
        title: title(words, &open.document),
        facts: facts(words, FROM, &open.document, &read.head.parts),
        sheet: shown(&page, words, &open, (base.clone(), "documents-picture-only"), asked.blad).await?,
        withdraw: if may_withdraw { format!("{base}/intrekken") } else { String::new() },
        print: if may_print { format!("{base}/afdrukken") } else { String::new() },
        back,
    }))
}

/// The sheet that is asked for, for a page. A picture is fetched by an address of its own, on the record again.
pub(crate) async fn shown(
    page: &Page,
    words: Words,
    open: &Open,
    (base, picture_only): (String, &str),
    asked: u16,
) -> Result<Option<Sheet>, Response> {
    if open.file.is_none() {
        return Ok(None);
    }
    let last = open.document.sheets;
    let number = asked.clamp(1, last.max(1));
    let text = match open.document.kind.is_drawn() {
        true => None,
        false => match sheet(page, open, number).await? {
            Shown::Words(text) => Some(text),
            Shown::Jpeg(_) | Shown::Png(_) => None,
        },
    };
    let said = [("number", u32::from(number).into()), ("last", u32::from(last).into())];
    Ok(Some(Sheet {
        base,
        number,
        last,
        said: words.with("documents-sheet", &said),
        alt: words.with("documents-sheet-alt", &said),
        words: text,
        picture_only: words.t(picture_only),
    }))
}

async fn sheet(page: &Page, open: &Open, number: u16) -> Result<Shown, Response> {
    page.app().sheet(open, number).await.map_err(|why| match why {
        NotShown::Absent => refused::absent(page),
        NotShown::Failed(e) => refused::failed(&page.visit, &e),
    })
}

/// The picture of a sheet, as bytes.
pub(crate) async fn picture(page: &Page, open: &Open, number: &str) -> Result<Response, Response> {
    let number = number.parse::<u16>().map_err(|_| refused::absent(page))?;
    if !open.document.kind.is_drawn() {
        return Err(refused::absent(page));
    }
    let (kind, bytes) = match sheet(page, open, number).await? {
        Shown::Jpeg(bytes) => ("image/jpeg", bytes),
        Shown::Png(bytes) => ("image/png", bytes),
        Shown::Words(_) => return Err(refused::absent(page)),
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        // No name: what somebody keeps by hand tells nothing by how it is called.
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("inline")),
    ];
    Ok((headers, bytes).into_response())
}

/// `/werk/dossier/{dossier}/documenten/{document}/blad/{number}`
pub(crate) async fn sheet_of(
    page: StaffPage,
    Path((dossier, document, number)): Path<(String, String, String)>,
) -> Result<Response, Response> {
    let (dossier, document) = ids(&page, &dossier, &document)?;
    let open = opened(&page, dossier, document).await?;
    picture(&page, &open, &number).await
}
