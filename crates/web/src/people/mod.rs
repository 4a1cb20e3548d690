//! The people around a client and who decides: the page, adding, changing and ending. What is said is in `told`, what is
//! typed in `typed`. The client's own page is `portal::people`.

pub(crate) mod strip;
mod told;
mod typed;

use app::dossier::DossierRead;
use app::people::{EndFact, EndPerson, KeepRefused, Kept, People, ReadThem};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{EndReason, FactKind};
use domain::{PeopleFactId, PeopleVersionId, amsterdam_date};
use serde::Deserialize;
use text::Words;

use crate::answer::{html, see_other, to_mend, with_status};
use crate::dossier::masthead;
use crate::entry::{dossier_id, head_of};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::typed_date;
use crate::view::dossier::Tab;
use crate::view::people::{DueLine, Group, PeopleEndPage, PeopleFormPage, PeoplePage};
use crate::view::{Choice, FieldErrors, Flash, Form, Tone, Typed};
use crate::wording::moment;
use told::Reader;
pub(crate) use told::name;

/// What the address may add: what was done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    bewaard: String,
}

/// The reader may change something: works with it, it is not all closed, and nobody is here in an emergency only.
fn may_change(page: &StaffPage, read: &DossierRead) -> bool {
    page.post.function.carries_cases() && read.own_open_parts().next().is_some()
}

/// The address of the page.
fn base(read: &DossierRead) -> String {
    format!("/werk/dossier/{}/mensen", read.head.dossier)
}

/// `/werk/dossier/{dossier}/mensen`
pub(crate) async fn show(
    page: StaffPage,
    Path(dossier): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    page.show(ReadThem(dossier), &(&page, &read, &asked), |people, (page, read, asked)| {
        let mut frame = page.frame();
        if asked.bewaard == "1" {
            frame.flash = Some(Flash { tone: Tone::Done, text: page.t("people-kept") });
        }
        html(&people_page(page, read, people, frame))
    })
    .await
}

fn people_page(
    page: &StaffPage,
    read: &DossierRead,
    people: &People,
    frame: crate::view::Frame,
) -> PeoplePage {
    let (words, now, today) = (page.words(), page.app().now(), page.today());
    let base = if may_change(page, read) { base(read) } else { String::new() };
    let reader = Reader { words, people, base: &base };
    let group = |kind: FactKind| Group {
        id: kind.code(),
        title: words.code("people-kind", kind.code()),
        none: words.code("people-none", kind.code()),
        cards: people
            .kept
            .iter()
            .filter(|it| it.held.says.kind() == kind && it.held.period.until().is_none_or(|end| now < end))
            .map(|it| reader.card(it))
            .collect(),
        add: (!base.is_empty())
            .then(|| (format!("{base}/nieuw/{}", kind.code()), words.code("people-add", kind.code()))),
    };
    let mut past: Vec<&Kept> =
        people.kept.iter().filter(|it| it.held.period.until().is_some_and(|end| end <= now)).collect();
    past.sort_by_key(|it| std::cmp::Reverse(it.held.period.until()));
    PeoplePage {
        masthead: masthead(page, read, Tab::People),
        contradictions: people.contradictions.iter().map(|it| reader.contradiction(*it)).collect(),
        due: due(&reader, today),
        groups: FactKind::ALL
            .iter()
            .map(|kind| group(*kind))
            // Nobody holds authority over an adult; what was recorded and still holds is shown all the same.
            .filter(|it| {
                it.id != FactKind::Authority.code() || !it.cards.is_empty() || !reader.is_adult(today)
            })
            .collect(),
        turns: reader.turns(today),
        past: past.into_iter().map(|it| told::ended(reader.card(it))).collect(),
        frame,
    }
}

/// The days that ask for work, each once: a birthday has two days on which it is told.
fn due(reader: &Reader<'_>, today: jiff::civil::Date) -> Vec<DueLine> {
    let mut lines: Vec<_> = reader.people.due.iter().map(|it| (it.on, it.kind, it.fact)).collect();
    lines.dedup();
    lines
        .into_iter()
        .map(|(on, kind, fact)| DueLine {
            day: reader.words.date(on),
            what: reader.due(kind, fact),
            late: on < today,
        })
        .collect()
}

/// What a form is about.
struct Target {
    kind: FactKind,
    /// None: something new.
    kept: Option<Kept>,
}

impl Target {
    /// The fact with this id that has not ended.
    fn of(page: &StaffPage, people: &People, fact: &str) -> Result<Self, Response> {
        let id = fact.parse::<PeopleFactId>().map_err(|_| refused::denied(page, &[]))?;
        let kept = people.one(id).filter(|it| it.end_reason.is_none());
        let kept = kept.ok_or_else(|| refused::absent(page))?;
        Ok(Self { kind: kept.held.says.kind(), kept: Some(kept.clone()) })
    }

    fn version(&self) -> String {
        self.kept.as_ref().map(|it| it.held.version.to_string()).unwrap_or_default()
    }
}

/// Head and people of a dossier that the reader may change.
async fn to_change(page: &StaffPage, dossier: &str) -> Result<(DossierRead, People), Response> {
    let dossier = dossier_id(page, dossier)?;
    let read = page.read(head_of(dossier)).await?;
    if !may_change(page, &read) {
        return Err(refused::denied(page, &[]));
    }
    let people = page.read(ReadThem(dossier)).await?;
    Ok((read, people))
}

fn form_page(
    page: &StaffPage,
    read: &DossierRead,
    people: &People,
    target: &Target,
    form: Form,
) -> PeopleFormPage {
    let (words, base) = (page.words(), base(read));
    let reader = Reader { words, people, base: "" };
    let (family, action) = match &target.kept {
        None => ("people-add", format!("{base}/nieuw/{}", target.kind.code())),
        Some(kept) => ("people-mend", format!("{base}/{}", kept.held.fact)),
    };
    PeopleFormPage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::People),
        form,
        kind: target.kind.code(),
        title: words.code(family, target.kind.code()),
        choices: reader.choices(target.kind),
        version: target.version(),
        theirs: None,
        action,
        cancel: base,
    }
}

/// `/werk/dossier/{dossier}/mensen/nieuw/{kind}`
pub(crate) async fn ask_new(
    page: StaffPage,
    Path((dossier, kind)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (read, people) = to_change(&page, &dossier).await?;
    let target = Target { kind: kind_of(&page, &kind)?, kept: None };
    ask(&page, &read, &people, &target).await
}

/// `/werk/dossier/{dossier}/mensen/{fact}`
pub(crate) async fn ask_change(
    page: StaffPage,
    Path((dossier, fact)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (read, people) = to_change(&page, &dossier).await?;
    let target = Target::of(&page, &people, &fact)?;
    ask(&page, &read, &people, &target).await
}

async fn ask(
    page: &StaffPage,
    read: &DossierRead,
    people: &People,
    target: &Target,
) -> Result<Response, Response> {
    let mut given_back = None;
    let form = match page.given_back().await? {
        Some(typed) => {
            given_back = Some(typed.get("version").to_owned());
            page.form_again(typed)
        }
        None => page.form_once().with(typed::known(target.kind, target.kept.as_ref(), people, page.today())),
    };
    let mut shown = form_page(page, read, people, target, form);
    // What was typed before is about the text that was on the screen then.
    shown.version = given_back.filter(|it| !it.is_empty()).unwrap_or(shown.version);
    Ok(html(&shown))
}

fn kind_of(page: &StaffPage, kind: &str) -> Result<FactKind, Response> {
    kind.parse().map_err(|_| refused::absent(page))
}

/// Adds what was typed.
pub(crate) async fn add(
    Path((dossier, kind)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (read, people) = to_change(&page, &dossier).await?;
    let target = Target { kind: kind_of(&page, &kind)?, kept: None };
    save(&page, &read, &people, target, typed).await
}

/// Changes to what was typed.
pub(crate) async fn change(
    Path((dossier, fact)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (read, people) = to_change(&page, &dossier).await?;
    let target = Target::of(&page, &people, &fact)?;
    save(&page, &read, &people, target, typed).await
}

async fn save(
    page: &StaffPage,
    read: &DossierRead,
    people: &People,
    target: Target,
    typed: Typed,
) -> Result<Response, Response> {
    let words = page.words();
    let mut errors = FieldErrors::default();
    // A version that is no id is stale like any other that is not the newest.
    let known = target.kept.as_ref().map(|kept| (kept.held.fact, version_of(&typed)));
    let about = typed::About { dossier: read.head.dossier, kind: target.kind, known, people };
    let deed = typed::deed(page, &about, &typed, &mut errors);
    let done = match deed {
        Some(typed::Deed::Person(deed)) => page.perform(*deed).await?.map(drop),
        Some(typed::Deed::Fact(deed)) => page.perform(*deed).await?.map(drop),
        None => {
            let form = page.form_again(typed).but(errors);
            return Ok(to_mend(&form_page(page, read, people, &target, form)));
        }
    };
    match done {
        Ok(()) => Ok(see_other(&format!("{}?bewaard=1", base(read)))),
        Err(KeepRefused::Stale(theirs)) => Ok(stale(page, read, people, target.kind, &theirs, typed)),
        Err(why) => {
            typed::say_why(words, &why, &mut errors);
            let form = page.form_again(typed).but(errors);
            Ok(to_mend(&form_page(page, read, people, &target, form)))
        }
    }
}

fn version_of(typed: &Typed) -> PeopleVersionId {
    typed.get("version").parse().unwrap_or(PeopleVersionId(uuid::Uuid::nil()))
}

/// Somebody else was first: the newest text above what was typed, and nothing is lost.
fn stale(
    page: &StaffPage,
    read: &DossierRead,
    people: &People,
    kind: FactKind,
    theirs: &Kept,
    typed: Typed,
) -> Response {
    let words = page.words();
    let target = Target { kind, kept: Some(theirs.clone()) };
    let mut shown = form_page(page, read, people, &target, page.form_again(typed));
    shown.theirs = Some((changed_by(words, theirs), Reader { words, people, base: "" }.card(theirs)));
    with_status(StatusCode::CONFLICT, &shown)
}

fn changed_by(words: Words, theirs: &Kept) -> String {
    let when = moment(words, theirs.held.recorded_at);
    words.with("people-changed-by", &[("name", theirs.author_name.as_str().into()), ("when", when.into())])
}

fn end_page(
    page: &StaffPage,
    read: &DossierRead,
    people: &People,
    target: &Target,
    form: Form,
) -> Option<PeopleEndPage> {
    let (words, base) = (page.words(), base(read));
    let kept = target.kept.as_ref()?;
    let is_person = target.kind == FactKind::Person;
    let reasons = EndReason::ALL.iter().filter(|it| match it {
        EndReason::AgreementWithdrawn => is_person,
        EndReason::CameOfAge => target.kind == FactKind::Authority,
        EndReason::CourtDecision => !is_person,
        EndReason::Over | EndReason::Died | EndReason::Mistake => true,
    });
    let reader = Reader { words, people, base: "" };
    Some(PeopleEndPage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::People),
        form,
        title: words.t("people-end-title"),
        card: reader.card(kept),
        reasons: reasons.map(|it| Choice::new(it.code(), words.code("end-reason", it.code()))).collect(),
        seconds: if is_person { Vec::new() } else { reader.seconds() },
        version: target.version(),
        action: format!("{base}/{}/eind", kept.held.fact),
        cancel: base,
    })
}

/// `/werk/dossier/{dossier}/mensen/{fact}/eind`
pub(crate) async fn ask_end(
    page: StaffPage,
    Path((dossier, fact)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (read, people) = to_change(&page, &dossier).await?;
    let target = Target::of(&page, &people, &fact)?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => {
            let mut typed = Typed::default();
            typed_date::put(&mut typed, "on", page.today());
            page.form().with(typed)
        }
    };
    end_page(&page, &read, &people, &target, form).map(|it| html(&it)).ok_or_else(|| refused::absent(&page))
}

/// Ends it, for a reason.
pub(crate) async fn end(
    Path((dossier, fact)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (read, people) = to_change(&page, &dossier).await?;
    let target = Target::of(&page, &people, &fact)?;
    let Some(kept) = &target.kept else { return Err(refused::absent(&page)) };
    let (words, dossier, mut errors) = (page.words(), read.head.dossier, FieldErrors::default());
    let reason = typed.get("reason").parse::<EndReason>();
    if reason.is_err() {
        errors.put("reason", words.t("people-end-reason-missing"));
    }
    let on = typed::day(&typed, "on", words, &mut errors);
    let second = typed::second(&typed, words, &mut errors);
    let known = (kept.held.fact, version_of(&typed));
    if let (Ok(reason), Some(on), true) = (reason, on, errors.is_empty()) {
        let done = if target.kind == FactKind::Person {
            page.perform(EndPerson { dossier, known, on, reason }).await?
        } else {
            page.perform(EndFact { dossier, known, on, reason, second }).await?
        };
        match done {
            Ok(()) => return Ok(see_other(&format!("{}?bewaard=1", base(&read)))),
            Err(KeepRefused::Stale(theirs)) => errors.put("", changed_by(words, &theirs)),
            Err(KeepRefused::Days) => errors.put("on", words.t("people-days")),
            Err(why) => typed::say_why(words, &why, &mut errors),
        }
    }
    let target = Target { kept: people.one(kept.held.fact).cloned(), ..target };
    let form = page.form_again(typed).but(errors);
    let shown = end_page(&page, &read, &people, &target, form);
    shown.map(|it| to_mend(&it)).ok_or_else(|| refused::absent(&page))
}

/// The day on which a period begins or ends, in words.
fn day(words: Words, at: jiff::Timestamp) -> String {
    words.date(amsterdam_date(at))
}
