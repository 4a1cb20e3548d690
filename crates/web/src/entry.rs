//! Notes: choosing a dossier, writing, reading with versions; correcting is in `correct`.

use app::caseload::{Case, ChooseOwn};
use app::dossier::{DossierRead, ReadIt};
use app::draft::{Keep, Kept, Known};
use app::entry::{EntryRead, ReadOne, Write, WriteRefused};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::entry::OccurredError;
use domain::text_input::InputProblem;
use domain::{
    DataCategory, DelayGround, DossierId, EntryId, EntryKind, EntryTextError, LegalDomain, PartId, Source,
    Visibility,
};
use jiff::Timestamp;
use serde::Deserialize;
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::dossier::{Asked, masthead};
use crate::page::StaffPage;
use crate::people::strip::may_name_somebody;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::sign_in::{clock, lengthened};
use crate::standing::shield;
use crate::typed_date::{self, date, time};
use crate::view::changes::{Effort, Since};
use crate::view::dossier::Tab;
use crate::view::entry::{ChooseDossierPage, DossierChoice, EntryDetail, EntryPage, NotePage, Version};
use crate::view::{Choice, FieldErrors, Flash, Form, Tone, Typed};
use crate::wording::{age, birth_date, domain, happened, icon, kinds, moment, sources};

pub(crate) mod correct;
pub(crate) mod delay;
pub(crate) mod withdraw;

/// How many dossiers stand on top when choosing.
const LATELY: usize = 5;

/// `/werk/notitie`
pub(crate) async fn choose(page: StaffPage) -> Result<Response, Response> {
    page.show(ChooseOwn, &page, |cases, page| {
        let words = page.words();
        let today = page.today();
        // A line for each part: where the note belongs is chosen with for whom it is.
        let choices = |case: &Case| {
            let age = age(words, &birth_date(&case.fields), today);
            let one = case.domains.len() == 1;
            let line = |part: &LegalDomain| DossierChoice {
                href: match one {
                    true => format!("/werk/notitie/{}", case.dossier),
                    false => format!("/werk/notitie/{}?deel={part}", case.dossier),
                },
                name: case.fields.full_name(),
                about: format!("{age}, {}", domain(words, *part)),
            };
            case.domains.iter().map(|(part, _)| line(part)).collect::<Vec<_>>()
        };
        let mut lately: Vec<&Case> = cases.iter().collect();
        lately.sort_by_key(|case| std::cmp::Reverse(case.last_content_change));
        html(&ChooseDossierPage {
            frame: page.frame(),
            recent: lately.into_iter().take(LATELY).flat_map(choices).collect(),
            all: cases.iter().flat_map(choices).collect(),
        })
    })
    .await
}

/// Only the head of a dossier: for whom, and in which parts one may write.
pub(crate) fn head_of(dossier: DossierId) -> ReadIt {
    ReadIt { dossier, page: 0, take: 0 }
}

/// Which part was chosen on the way to the form.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct ForPart {
    deel: String,
}

/// `/werk/notitie/{dossier}`
pub(crate) async fn new(
    page: StaffPage,
    Path(dossier): Path<String>,
    Query(chosen): Query<ForPart>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => {
            let mut typed = Typed::default();
            typed_date::put(&mut typed, "happened", page.today());
            // What is most often right; a note after a call is two clicks and its text.
            typed.put("kind", EntryKind::Phone.code());
            typed.put("source", Source::Client.code());
            typed.put("category", DataCategory::General.code());
            if let Some(part) = read.head.parts.iter().find(|part| part.domain.code() == chosen.deel) {
                typed.put("part", part.id.to_string());
            }
            page.form_once().with(typed)
        }
    };
    Ok(html(&note_page(&page, &read, form, None)))
}

pub(crate) fn dossier_id(page: &StaffPage, typed: &str) -> Result<DossierId, Response> {
    // What is no id answers as what does not exist.
    typed.parse().map_err(|_| refused::denied(page, &[]))
}

/// The form to write a note, with what was typed in it.
pub(crate) fn note_page(
    page: &StaffPage,
    read: &DossierRead,
    form: Form,
    draft: Option<(Known, String)>,
) -> NotePage {
    let words = page.words();
    let dossier = read.head.dossier;
    let (known, draft_saved) = match draft {
        Some((known, saved)) => (Some(known), Some(saved)),
        None => (known_draft(&form.values), None),
    };
    let coded = |family, code: &str| Choice::new(code, words.code(family, code));
    NotePage {
        frame: page.frame(),
        form,
        name: read.client.full_name(),
        dossier: format!("/werk/dossier/{dossier}"),
        parts: read
            .head
            .parts
            .iter()
            // What is closed is frozen; the gate refuses it as well.
            .filter(|p| p.closed_at.is_none())
            .map(|p| Choice::new(p.id.to_string(), domain(words, p.domain)))
            .collect(),
        kinds: kinds(words),
        sources: sources(words),
        categories: DataCategory::ALL.iter().map(|c| coded("category", c.code())).collect(),
        grounds: DelayGround::ALL.iter().map(|g| coded("ground", g.code())).collect(),
        family: format!("/werk/gezinsbezoek?met={dossier}"),
        action: format!("/werk/notitie/{dossier}"),
        autosave: format!("/werk/notitie/{dossier}/concept"),
        draft: known.map(|known| known.id.to_string()).unwrap_or_default(),
        draft_seen: known.and_then(|known| known.seen).map(seen).unwrap_or_default(),
        draft_saved,
    }
}

/// The draft that a form knows.
pub(crate) fn known_draft(typed: &Typed) -> Option<Known> {
    let id = typed.get("draft").parse().ok()?;
    let seen = typed.get("draft-seen").parse().ok().and_then(|at| Timestamp::from_millisecond(at).ok());
    Some(Known { id, seen })
}

/// How new a draft is, as a form remembers it.
pub(crate) fn seen(changed_at: Timestamp) -> String {
    changed_at.as_millisecond().to_string()
}

/// That it was kept, and that it was kept beside another one.
pub(crate) fn said(page: &StaffPage, kept: Kept) -> String {
    let key = if kept.apart { "draft-saved-apart" } else { "draft-saved" };
    page.words().with(key, &[("time", clock(page).into())])
}

/// Keeps or files what was typed.
pub(crate) async fn write(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let dossier = dossier_id(&page, &dossier)?;
    if typed.get("deed") == "draft" {
        let kept = keep(&page, dossier, &typed, body).await?;
        let read = page.read(head_of(dossier)).await?;
        let known = Known { id: kept.id, seen: Some(kept.changed_at) };
        return Ok(html(&note_page(&page, &read, page.form_again(typed), Some((known, said(&page, kept))))));
    }
    let mut errors = FieldErrors::default();
    if let Some(write) = as_typed(&page, &typed, &mut errors) {
        match page.perform(write).await? {
            Ok(written) => {
                let names = match may_name_somebody(&typed) {
                    true => format!("&namen={}", written.entry),
                    false => String::new(),
                };
                return Ok(see_other(&format!(
                    "/werk/dossier/{}/tijdlijn?bewaard=1{names}",
                    written.dossier
                )));
            }
            Err(why) => say_why(page.words(), why, &mut errors),
        }
    }
    let read = page.read(head_of(dossier)).await?;
    Ok(to_mend(&note_page(&page, &read, page.form_again(typed).but(errors), None)))
}

/// What was typed as an entry; what is missing goes to `errors`.
fn as_typed(page: &StaffPage, typed: &Typed, errors: &mut FieldErrors) -> Option<Write> {
    let words = page.words();
    let part = typed.get("part").parse::<PartId>();
    if part.is_err() {
        errors.put("part", words.t("entry-part-missing"));
    }
    if typed.get("facts").is_empty() && typed.get("opinion").is_empty() {
        errors.put("facts", words.t("entry-facts-missing"));
    }
    let kind = typed.get("kind").parse::<EntryKind>().ok();
    let kind = kind.filter(|kind| EntryKind::written().any(|written| written == *kind)).ok_or(());
    if kind.is_err() {
        errors.put("kind", words.t("entry-kind-missing"));
    }
    let source = typed.get("source").parse();
    if source.is_err() {
        errors.put("source", words.t("entry-source-missing"));
    }
    let category = typed.get("category").parse();
    if category.is_err() {
        errors.put("category", words.t("fault-unknown-choice"));
    }
    let happened_on = date(typed, "happened", words, errors);
    if happened_on.is_none() && errors.of("happened").is_none() {
        errors.put("happened", words.t("fault-missing"));
    }
    let happened_at = time(typed.get("time"));
    if happened_at.is_err() {
        errors.put("time", words.t("entry-time-wrong"));
    }
    let visibility = visibility(words, typed, errors);
    let form = once(typed).unwrap_or_else(|| page.app().random_id());
    if !errors.is_empty() {
        return None;
    }
    Some(Write {
        part: part.ok()?,
        kind: kind.ok()?,
        source: source.ok()?,
        category: category.ok()?,
        happened_on: happened_on?,
        happened_at: happened_at.ok()?,
        facts: typed.get("facts").to_owned(),
        opinion: typed.get("opinion").to_owned(),
        visibility: visibility?,
        form,
        draft: known_draft(typed),
    })
}

fn visibility(words: Words, typed: &Typed, errors: &mut FieldErrors) -> Option<Visibility> {
    if typed.get("visible") != "later" {
        return Some(Visibility::Now);
    }
    let until = date(typed, "visible-from", words, errors);
    if until.is_none() && errors.of("visible-from").is_none() {
        errors.put("visible-from", words.t("entry-visible-from-missing"));
    }
    let ground = typed.get("ground").parse();
    if ground.is_err() {
        errors.put("ground", words.t("entry-ground-missing"));
    }
    Some(Visibility::Delayed { until: until?, ground: ground.ok()?, announced: typed.ticked("announced") })
}

fn say_why(words: Words, why: WriteRefused, errors: &mut FieldErrors) {
    match why {
        WriteRefused::Text(why) => say_text(words, why, errors),
        WriteRefused::When(why) => say_when(words, why, errors),
        WriteRefused::NotAnnounced => errors.put("announced", words.t("entry-not-announced")),
        WriteRefused::DelayPassed => errors.put("visible-from", words.t("entry-visible-from-wrong")),
    }
}

pub(crate) fn say_when(words: Words, why: OccurredError, errors: &mut FieldErrors) {
    match why {
        OccurredError::InFuture => errors.put("happened", words.t("fault-in-future")),
        OccurredError::TooEarly => errors.put("happened", words.t("fault-too-early")),
    }
}

pub(crate) fn say_text(words: Words, why: EntryTextError, errors: &mut FieldErrors) {
    match why {
        EntryTextError::BothBlank => errors.put("facts", words.t("entry-facts-missing")),
        EntryTextError::Facts(problem) => errors.put("facts", words.t(problem_key(problem))),
        EntryTextError::Opinion(problem) => errors.put("opinion", words.t(problem_key(problem))),
    }
}

/// The sentence for a problem with what was typed.
pub(crate) const fn problem_key(problem: InputProblem) -> &'static str {
    match problem {
        InputProblem::Empty => "fault-empty",
        InputProblem::TooLong { .. } => "fault-too-long",
        InputProblem::NotOneLine => "fault-not-one-line",
        InputProblem::ForbiddenCharacter { .. } => "fault-forbidden-character",
    }
}

/// Keeps what was typed so far; a form of the plan says which thing of it it is about.
pub(crate) async fn keep(
    page: &StaffPage,
    dossier: DossierId,
    typed: &Typed,
    body: String,
) -> Result<Kept, Response> {
    let form = if typed.get("target").is_empty() { "entry" } else { "plan" };
    as_draft(page, Keep { draft: known_draft(typed), form, dossier: Some(dossier), body }).await
}

/// Keeps a draft, whatever form it belongs to.
pub(crate) async fn as_draft(page: &StaffPage, keep: Keep) -> Result<Kept, Response> {
    match page.perform(keep).await? {
        Ok(kept) => Ok(kept),
        Err(_) => {
            let frame = page.frame();
            Err(refused::problem(&page.visit, frame, crate::view::refusal::Problem::TooLarge))
        }
    }
}

/// Keeps the draft while somebody types; answers with one line, and which draft it is and how new for the next time.
pub(crate) async fn autosave(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let dossier = dossier_id(&page, &dossier)?;
    let kept = keep(&page, dossier, &typed, body).await?;
    let told = [("draft", kept.id.to_string()), ("draft-seen", seen(kept.changed_at))];
    Ok((StatusCode::OK, lengthened(&page), told, said(&page, kept)).into_response())
}

/// `/werk/dossier/{dossier}/notitie/{entry}`
pub(crate) async fn show(
    page: StaffPage,
    Path((dossier, entry)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let (dossier, entry) = ids(&page, &dossier, &entry)?;
    let read = page.read(head_of(dossier)).await?;
    page.show(ReadOne(entry), &(&page, &read, &asked), |found, (page, read, asked)| {
        if found.dossier != read.head.dossier {
            return refused::denied(page, &[]);
        }
        let words = page.words();
        let base = format!("/werk/dossier/{}/notitie/{}", found.dossier, found.entry.id);
        let mut frame = page.frame();
        if !asked.bewaard.is_empty() {
            frame.flash = Some(Flash { tone: Tone::Done, text: words.t("correct-saved") });
        }
        if let Some(flash) = delay::flash(words, &asked.later) {
            frame.flash = Some(flash);
        }
        if !asked.ingetrokken.is_empty() {
            frame.flash = Some(Flash { tone: Tone::Done, text: words.t("withdraw-done") });
        }
        if let Some(text) = asked.shielded(words) {
            frame.flash = Some(Flash { tone: Tone::Done, text });
        }
        // What the product wrote about an emergency is nobody's to change; nor is anything for whoever is here in one.
        let written = EntryKind::written().any(|kind| kind.code() == found.entry.kind);
        let own = read.works_with.contains(&found.entry.domain);
        let may_change = written && own && page.post.function.carries_cases();
        html(&EntryPage {
            frame,
            masthead: masthead(page, read, Tab::Timeline),
            entry: detail_of(words, &found.entry, page.app().now()),
            versions: versions(words, found),
            correct: (may_change && found.entry.withdrawn.is_none()).then(|| format!("{base}/corrigeren")),
            withdraw: (may_change && found.entry.withdrawn.is_none()).then(|| format!("{base}/intrekken")),
            delay: may_change.then(|| delay::form(page, &found.entry, &base)).flatten(),
            delayed: delay::said(words, &found.entry, page.app().now()).unwrap_or_default(),
            withdrawn: found.entry.withdrawn.as_ref().map(|it| withdraw::told(words, it)),
            hidden_from: found.shields.iter().map(|it| shield::audience(words, it)).collect(),
            shield: may_change.then(|| format!("{base}/afschermen")),
            later: found.emergency.map(|id| format!("/werk/noodtoegang/{id}/later")),
        })
    })
    .await
}

pub(crate) fn ids(page: &StaffPage, dossier: &str, entry: &str) -> Result<(DossierId, EntryId), Response> {
    let entry = entry.parse().map_err(|_| refused::denied(page, &[]))?;
    Ok((dossier_id(page, dossier)?, entry))
}

pub(crate) fn detail_of(words: Words, entry: &app::entry::Entry, now: Timestamp) -> EntryDetail {
    let visible = match entry.hidden_until(domain::amsterdam_date(now), now) {
        None => words.t("entry-visible-now"),
        Some(from) if entry.delay_announced => {
            words.with("entry-visible-later", &[("day", words.date(from).into())])
        }
        Some(from) => words.with("entry-visible-later-hidden", &[("day", words.date(from).into())]),
    };
    EntryDetail {
        icon: icon(&entry.kind),
        kind: words.code("kind", &entry.kind),
        part: domain(words, entry.domain),
        author: entry.author_name.clone(),
        source: words.code("source", &entry.source),
        happened: happened(words, entry),
        recorded: moment(words, entry.recorded_at),
        visible,
    }
}

fn versions(words: Words, read: &EntryRead) -> Vec<Version> {
    let mut effort = Effort::default();
    let newer = std::iter::once(None).chain(read.versions.iter().map(Some));
    read.versions
        .iter()
        .zip(newer)
        .map(|(version, newer)| Version {
            since: newer.map_or_else(Since::default, |newer| {
                let new = (newer.facts.as_str(), newer.opinion.as_str());
                Since::between((&version.facts, &version.opinion), new, &mut effort)
            }),
            number: u32::try_from(version.number).unwrap_or_default(),
            author: version.author_name.clone(),
            at: moment(words, version.recorded_at),
            reason: version.reason.to_string(),
            facts: version.facts.to_string(),
            opinion: version.opinion.to_string(),
        })
        .collect()
}
