//! Files that come in. The fields come first and are judged, with the policies, before a byte of a file is read; then one
//! file at a time is read, worked on and sealed, so that no request holds more than one.

use app::document::{Add, AddRefused, Bring, MayAdd, NotBrought};
use app::dossier::DossierRead;
use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::header;
use axum::response::Response;
use domain::document::{DocumentTitle, FILE_MAX, FILES_AT_ONCE, FileRefused, TitleError};
use domain::entry::OccurredError;
use domain::{DataCategory, DossierId, Source};
use jiff::civil::Date;
use multer::{Field, Multipart};

use super::{list_page, own_parts};
use crate::answer::{see_other, to_mend};
use crate::entry::{dossier_id, head_of};
use crate::page::{Page, StaffPage};
use crate::refused::{self, problem};
use crate::router::Web;
use crate::sent::{self, body_of, once};
use crate::typed_date::date;
use crate::view::refusal::Problem;
use crate::view::{FieldErrors, Flash, Tone, Typed};

/// The most that a whole form may bring, in bytes: what its files may, with room for the fields.
const FORM_MAX: u64 = (FILES_AT_ONCE * FILE_MAX) as u64 + 1_000_000;
/// The longest value of a field that is no file, in bytes.
const VALUE_MAX: usize = 10_000;
/// How much of a file that is too large is let pass, so that the browser hears why; then the connection ends.
const LET_PASS: usize = 2 * FILE_MAX;

/// A form with files.
struct Form {
    typed: Typed,
    /// The first file, not read yet.
    first: Option<Field<'static>>,
    /// What follows; none: the form came without files.
    rest: Option<Multipart<'static>>,
}

/// `/werk/dossier/{dossier}/documenten`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(dossier): Path<String>,
    request: Request,
) -> Result<Response, Response> {
    let (mut parts, body) = request.into_parts();
    let page = <StaffPage as FromRequestParts<Web>>::from_request_parts(&mut parts, &web).await?;
    let dossier = dossier_id(&page, &dossier)?;
    // First of all: who may not read the dossier hears nothing of the form.
    let head = page.read(head_of(dossier)).await?;
    let length =
        parts.headers.get(header::CONTENT_LENGTH).and_then(|it| it.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > FORM_MAX) {
        return Err(problem(&page.visit, page.frame(), Problem::TooLarge));
    }
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let sent = if kind.starts_with("multipart/form-data") {
        let boundary = multer::parse_boundary(kind).map_err(|_| unreadable(&page))?;
        before_files(&page, Multipart::new(body.into_data_stream(), boundary)).await?
    } else {
        // The same form without any file.
        let body = body_of(Request::from_parts(parts, body), &page.visit).await?;
        let typed = sent::fields(body.as_bytes()).ok_or_else(|| unreadable(&page))?;
        Form { typed, first: None, rest: None }
    };
    if !page.app().session_form_token_fits(&page.session, sent.typed.get("csrf")) {
        return Err(problem(&page.visit, page.frame(), Problem::PageTooOld));
    }
    taken(&page, &head, sent).await
}

fn unreadable(page: &Page) -> Response {
    problem(&page.visit, page.frame(), Problem::Unreadable)
}

/// Reads the fields up to the first file.
async fn before_files(page: &Page, mut form: Multipart<'static>) -> Result<Form, Response> {
    let mut pairs = Vec::new();
    loop {
        let next = form.next_field().await.map_err(|_| unreadable(page))?;
        let first = match next {
            Some(field) if field.name() == Some("bestand") => Some(field),
            Some(mut field) => {
                let name = field.name().unwrap_or_default().to_owned();
                let value = read(&mut field, VALUE_MAX).await.map_err(|_| unreadable(page))?;
                let value = value.and_then(|bytes| String::from_utf8(bytes).ok());
                pairs.push((name, value.ok_or_else(|| unreadable(page))?));
                // More fields than the form has are no form of ours.
                if pairs.len() > 40 {
                    return Err(unreadable(page));
                }
                continue;
            }
            None => None,
        };
        return Ok(Form { typed: Typed::from(pairs), first, rest: Some(form) });
    }
}

/// The bytes of a field, or none when there are more than these. What is too much is let pass, and not kept.
async fn read(field: &mut Field<'static>, most: usize) -> Result<Option<Vec<u8>>, multer::Error> {
    let (mut bytes, mut seen) = (Vec::new(), 0_usize);
    while let Some(chunk) = field.chunk().await? {
        seen += chunk.len();
        if seen > most {
            bytes = Vec::new();
            if seen > most + LET_PASS {
                break;
            }
        } else {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((seen <= most).then_some(bytes))
}

async fn taken(page: &StaffPage, head: &DossierRead, sent: Form) -> Result<Response, Response> {
    let Form { typed, first, rest } = sent;
    let dossier = head.head.dossier;
    let words = page.words();
    let mut errors = FieldErrors::default();
    let parts = own_parts(page, head);
    let chosen = parts.iter().find(|part| part.domain.code() == typed.get("part"));
    let part = chosen.or(if parts.len() == 1 { parts.first() } else { None }).map(|part| part.id);
    if let Some(part) = part {
        page.read(MayAdd(part)).await?;
    } else {
        errors.put("part", words.t("task-part-missing"));
    }
    let source = typed.get("source").parse::<Source>();
    if source.is_err() {
        errors.put("source", words.t("documents-source-missing"));
    }
    let category = typed.get("category").parse::<DataCategory>();
    if category.is_err() {
        errors.put("category", words.t("documents-category-missing"));
    }
    let dated = day(page, &typed, &mut errors);
    let title = typed.get("title").trim().to_owned();
    if !title.is_empty() && DocumentTitle::new(&title) == Err(TitleError::TooLong) {
        errors.put("title", words.t("documents-title-too-long"));
    }
    if first.is_none() {
        errors.put("bestand", words.t("documents-files-missing"));
    }
    let (Some(part), Ok(source), Ok(category), Some(dated), true) =
        (part, source, category, dated, errors.is_empty())
    else {
        let_pass(first, rest).await;
        if errors.of("bestand").is_none() {
            errors.put("bestand", words.t("documents-files-again"));
        }
        return again(page, dossier, typed, errors, 0).await;
    };
    let documents = brought(page, first, rest, &title, &mut errors).await?;
    if documents.is_empty() {
        return again(page, dossier, typed, errors, 0).await;
    }
    let form = once(&typed).unwrap_or_else(|| page.app().random_id());
    let deed = Add { part, source, category, dated, documents, form };
    let files: Vec<_> = deed.documents.iter().map(|it| it.brought.clone()).collect();
    let added = match page.perform(deed).await {
        Ok(Ok(added)) => added,
        Ok(Err(why)) => {
            give_back(page, &files).await;
            errors.put("bestand", words.t(reason(why)));
            return again(page, dossier, typed, errors, 0).await;
        }
        Err(refused) => {
            give_back(page, &files).await;
            return Err(refused);
        }
    };
    let count = match added.documents {
        Some(documents) => documents.len(),
        // The form was sent twice: what came in the first time stands there.
        None => {
            give_back(page, &files).await;
            files.len()
        }
    };
    if errors.is_empty() {
        return Ok(see_other(&format!("/werk/dossier/{dossier}/documenten?toegevoegd={count}")));
    }
    again(page, dossier, typed, errors, count).await
}

/// The day that was typed; none typed is today.
fn day(page: &StaffPage, typed: &Typed, errors: &mut FieldErrors) -> Option<Date> {
    let found = date(typed, "dated", page.words(), errors);
    if errors.of("dated").is_some() {
        return None;
    }
    match found {
        None => Some(page.today()),
        Some(day) if day > page.today() => {
            errors.put("dated", page.t("documents-dated-future"));
            None
        }
        Some(day) => Some(day),
    }
}

/// Reads the files one after the other; those that do not come in are named with why.
async fn brought(
    page: &StaffPage,
    first: Option<Field<'static>>,
    mut rest: Option<Multipart<'static>>,
    title: &str,
    errors: &mut FieldErrors,
) -> Result<Vec<Bring>, Response> {
    let words = page.words();
    let mut documents: Vec<Bring> = Vec::new();
    let mut met = 0_usize;
    let mut next = first;
    while let Some(mut field) = next {
        let name = field.file_name().unwrap_or_default().to_owned();
        let proposed = DocumentTitle::of_file(&name).map(|it| it.as_str().to_owned());
        let bytes = read(&mut field, FILE_MAX).await.map_err(|_| unreadable(page))?;
        drop(field);
        // A chooser in which nothing was chosen sends a file without a name and without bytes.
        let chosen = !(name.is_empty() && bytes.as_ref().is_some_and(Vec::is_empty));
        if chosen {
            met += 1;
            let came = match bytes {
                _ if met > FILES_AT_ONCE => {
                    errors
                        .put("bestand", words.with("documents-too-many", &[("count", FILES_AT_ONCE.into())]));
                    break;
                }
                None => Err(NotBrought::Refused(FileRefused::TooLarge)),
                Some(bytes) => page.app().bring_in(&bytes).await,
            };
            let called = proposed.unwrap_or_else(|| words.t("documents-no-name"));
            match came {
                Ok(brought) => documents.push(Bring { title: called, brought }),
                Err(NotBrought::Refused(why)) => {
                    let why = words.code("file-refused", why.code());
                    errors.put(
                        "bestand",
                        words.with("documents-refused", &[("file", called.into()), ("why", why.into())]),
                    );
                }
                Err(NotBrought::Failed(e)) => {
                    give_back(page, &documents.iter().map(|it| it.brought.clone()).collect::<Vec<_>>()).await;
                    return Err(refused::failed(&page.visit, &e));
                }
            }
        }
        next = following(&mut rest).await.map_err(|_| unreadable(page))?;
        if next.as_ref().is_some_and(|field| field.name() != Some("bestand")) {
            return Err(unreadable(page));
        }
    }
    if met == 0 {
        errors.put("bestand", words.t("documents-files-missing"));
    }
    // A title that was typed is of the one document; of several each keeps the name of its file.
    if let ([only], false) = (documents.as_mut_slice(), title.is_empty()) {
        title.clone_into(&mut only.title);
    }
    Ok(documents)
}

/// What still comes is let pass within bounds, so that the browser hears what is wrong.
async fn let_pass(first: Option<Field<'static>>, mut rest: Option<Multipart<'static>>) {
    let (mut seen, mut next) = (0_usize, first);
    while let Some(mut field) = next {
        while let Ok(Some(chunk)) = field.chunk().await {
            seen += chunk.len();
            if seen > LET_PASS {
                return;
            }
        }
        drop(field);
        next = following(&mut rest).await.ok().flatten();
    }
}

async fn following(rest: &mut Option<Multipart<'static>>) -> Result<Option<Field<'static>>, multer::Error> {
    match rest {
        Some(form) => form.next_field().await,
        None => Ok(None),
    }
}

async fn give_back(page: &StaffPage, files: &[app::document::Brought]) {
    for file in files {
        page.app().give_back(file).await;
    }
}

const fn reason(why: AddRefused) -> &'static str {
    match why {
        AddRefused::Title(TitleError::Empty) => "documents-title-empty",
        AddRefused::Title(TitleError::TooLong) => "documents-title-too-long",
        AddRefused::Dated(OccurredError::InFuture | OccurredError::TooEarly) => "documents-dated-future",
        AddRefused::Count => "documents-files-missing",
    }
}

/// The form again, with what is wrong; `added`: so many came in all the same.
async fn again(
    page: &StaffPage,
    dossier: DossierId,
    typed: Typed,
    errors: FieldErrors,
    added: usize,
) -> Result<Response, Response> {
    // What came in once must not come in again with the next sending: that is a form of its own.
    let mut form = if added > 0 { page.form_once().with(typed) } else { page.form_again(typed) };
    form = form.but(errors);
    let mut shown = list_page(page, dossier, form).await?;
    if added > 0 {
        let text = page.words().with("documents-added", &[("count", added.into())]);
        shown.frame.flash = Some(Flash { tone: Tone::Done, text });
    }
    Ok(to_mend(&shown))
}
