//! `/werk/gezinsbezoek`: choosing who was visited, and one form that becomes a note in each dossier (MOD-03). All of them
//! are written, or none; which one cannot be any more is told by its number on the page, never by a name.

use app::caseload::{Case, ChooseOwn};
use app::dossier::{DossierRead, Part};
use app::draft::{Keep, Kept, Known};
use app::family_visit::{Note, NoteRefused};
use app::{NoneDone, NotDone};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::family_visit::{PEOPLE_MAX, PEOPLE_MIN, facts_for, named_in};
use domain::fold::fold_name;
use domain::{DossierId, EntryKind, Source};
use serde::Deserialize;

use crate::answer::{self, html, see_other, to_mend};
use crate::entry::{as_draft, head_of, known_draft, say_text, say_when, seen};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::sign_in::{clock, lengthened};
use crate::typed_date::{self, date, time};
use crate::view::family_visit::{ChooseFamilyPage, FamilyVisitPage, Visited};
use crate::view::{Choice, FieldErrors, Flash, Form, Tone, Typed};
use crate::wording::{age, birth_date, domain, sources};

/// The form a draft belongs to.
pub(crate) const FORM: &str = "family-visit";
/// So many dossiers stand on the page to choose from; a name finds the others.
const OFFERED: usize = 40;
/// How one meets a family.
const KINDS: [EntryKind; 3] = [EntryKind::Visit, EntryKind::Conversation, EntryKind::Phone];

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    /// A dossier that is chosen already.
    met: String,
    /// How many notes were kept.
    klaar: String,
}

/// `/werk/gezinsbezoek`
pub(crate) async fn ask(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    if let Some(typed) = page.given_back().await? {
        // What was typed before the session ended: the form itself when it had come that far.
        return match typed.get("kind").is_empty() {
            true => choose(&page, page.form_again(typed)).await.map(|it| html(&it)),
            false => write_page(&page, page.form_again(typed), None).await.map(|it| html(&it)),
        };
    }
    let mut typed = Typed::default();
    if asked.met.parse::<DossierId>().is_ok() {
        typed.put("with", asked.met);
    }
    let mut shown = choose(&page, page.form().with(typed)).await?;
    if let Ok(count) = asked.klaar.parse::<u8>() {
        let text = page.words().with("visit-saved", &[("count", i64::from(count).into())]);
        shown.frame.flash = Some(Flash { tone: Tone::Done, text });
    }
    Ok(html(&shown))
}

async fn choose(page: &StaffPage, form: Form) -> Result<ChooseFamilyPage, Response> {
    let cases = page.read(ChooseOwn).await?;
    let name = form.values.get("name").to_owned();
    let (people, more) = offered(page, cases.iter(), &form);
    Ok(ChooseFamilyPage { frame: page.frame(), form, name, people, more })
}

/// The people to choose from: those who are chosen, whatever is searched for, and those whose name fits. And whether there
/// are more of them than fit on the page.
pub(crate) fn offered<'c>(
    page: &StaffPage,
    cases: impl Iterator<Item = &'c Case>,
    form: &Form,
) -> (Vec<Choice>, bool) {
    let words = page.words();
    let wanted = fold_name(form.values.get("name"));
    let chosen = |case: &&Case| form.values.has("with", &case.dossier.to_string());
    let fits = |case: &&Case| fold_name(&case.fields.full_name()).contains(&wanted);
    let (first, rest): (Vec<&Case>, Vec<&Case>) = cases.partition(chosen);
    let rest: Vec<&Case> = rest.into_iter().filter(fits).collect();
    let more = rest.len() > OFFERED;
    let line = |case: &Case| {
        let domains: Vec<String> = case.domains.iter().map(|(part, _)| domain(words, *part)).collect();
        let about =
            format!("{}, {}", age(words, &birth_date(&case.fields), page.today()), domains.join(", "));
        Choice::new(case.dossier.to_string(), case.fields.full_name()).hint(about)
    };
    (first.into_iter().chain(rest.into_iter().take(OFFERED)).map(line).collect(), more)
}

/// Chooses, keeps a draft, or files the notes.
pub(crate) async fn send(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    match typed.get("deed") {
        "search" => choose(&page, page.form_again(typed)).await.map(|it| html(&it)),
        "draft" => {
            let kept = keep(&page, &typed, body).await?;
            let known = Known { id: kept.id, seen: Some(kept.changed_at) };
            let said = said(&page, kept);
            write_page(&page, page.form_again(typed), Some((known, said))).await.map(|it| html(&it))
        }
        "save" => save(page, typed).await,
        _ => chosen(page, typed).await,
    }
}

async fn chosen(page: StaffPage, typed: Typed) -> Result<Response, Response> {
    let count = dossiers(&typed).len();
    if !(PEOPLE_MIN..=PEOPLE_MAX).contains(&count) {
        let key = if count < PEOPLE_MIN { "visit-too-few" } else { "visit-too-many" };
        let errors = FieldErrors::from([("with", page.t(key))]);
        return Ok(to_mend(&choose(&page, page.form_again(typed).but(errors)).await?));
    }
    let mut first = Typed::default();
    for dossier in dossiers(&typed) {
        first.put("with", dossier.to_string());
        first.put(format!("there-{dossier}"), "yes");
    }
    typed_date::put(&mut first, "happened", page.today());
    first.put("kind", EntryKind::Visit.code());
    first.put("source", Source::OwnObservation.code());
    write_page(&page, page.form_once().with(first), None).await.map(|it| html(&it))
}

/// The chosen dossiers, each once, in their order.
pub(crate) fn dossiers(typed: &Typed) -> Vec<DossierId> {
    let mut found: Vec<DossierId> = Vec::new();
    for id in typed.all("with").filter_map(|id| id.parse().ok()) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

/// One person of the form, as far as they are the worker's to write about.
struct Person {
    dossier: DossierId,
    number: usize,
    /// None: not, or not any more.
    read: Option<DossierRead>,
}

impl Person {
    fn field(&self, what: &str) -> String {
        format!("{what}-{}", self.dossier)
    }

    fn parts(&self, page: &StaffPage) -> Vec<Choice> {
        let Some(read) = &self.read else { return Vec::new() };
        part_choices(page, read)
    }
}

/// The parts of a dossier that the reader may write in.
pub(crate) fn part_choices(page: &StaffPage, read: &DossierRead) -> Vec<Choice> {
    let choice = |part: &Part| Choice::new(part.id.to_string(), domain(page.words(), part.domain));
    read.own_open_parts().map(choice).collect()
}

/// The people of the form. One who was left out stays left out, with what was typed.
async fn people(page: &StaffPage, typed: &Typed) -> Result<Vec<Person>, Response> {
    let mut found = Vec::new();
    for (at, dossier) in dossiers(typed).into_iter().take(PEOPLE_MAX).enumerate() {
        let left_out = typed.has("without", &dossier.to_string());
        let read = match left_out {
            true => None,
            false => head(page, dossier).await?,
        };
        let mut person = Person { dossier, number: at + 1, read };
        if person.parts(page).is_empty() {
            person.read = None;
        }
        found.push(person);
    }
    Ok(found)
}

/// The head of a dossier; none when it is not the worker's to see, whatever the reason is.
pub(crate) async fn head(page: &StaffPage, dossier: DossierId) -> Result<Option<DossierRead>, Response> {
    match page.app().look(page.asker(), head_of(dossier)).await {
        Ok(awaiting) => awaiting.done().await.map(Some).map_err(|e| refused::failed(&page.visit, &e)),
        Err(NotDone::Denied { .. }) => Ok(None),
        Err(NotDone::SignedOut) => Err(answer::to_sign_in(&page.visit.path, true)),
        Err(NotDone::Failed(e)) => Err(refused::failed(&page.visit, &e)),
        Err(NotDone::Rejected(never)) => match never {},
    }
}

/// The form, with what was typed in it.
pub(crate) async fn write_page(
    page: &StaffPage,
    form: Form,
    draft: Option<(Known, String)>,
) -> Result<FamilyVisitPage, Response> {
    let people = people(page, &form.values).await?;
    Ok(form_page(page, &people, form, draft))
}

fn form_page(
    page: &StaffPage,
    people: &[Person],
    form: Form,
    draft: Option<(Known, String)>,
) -> FamilyVisitPage {
    let words = page.words();
    let (known, draft_saved) = match draft {
        Some((known, saved)) => (Some(known), Some(saved)),
        None => (known_draft(&form.values), None),
    };
    let name = |person: &Person| person.read.as_ref().map(|it| it.client.full_name()).unwrap_or_default();
    let names: Vec<String> = people.iter().map(name).filter(|name| !name.is_empty()).collect();
    let named = named_in(form.values.get("shared"), &names).join(", ");
    // Only after somebody looked: nothing is said about a text that is still being written.
    let looked = !form.errors.is_empty() || form.values.ticked("names-fit");
    FamilyVisitPage {
        named: (looked && !named.is_empty()).then(|| words.with("visit-named", &[("names", named.into())])),
        frame: page.frame(),
        people: people
            .iter()
            .map(|person| Visited {
                number: person.number,
                dossier: person.dossier.to_string(),
                name: name(person),
                parts: person.parts(page),
                gone: person.read.is_none(),
            })
            .collect(),
        kinds: KINDS.iter().map(|kind| Choice::new(kind.code(), words.code("kind", kind.code()))).collect(),
        sources: sources(words),
        there: [("yes", "visit-there-yes"), ("no", "visit-there-no")]
            .map(|(value, key)| Choice::new(value, words.t(key)))
            .into(),
        draft: known.map(|known| known.id.to_string()).unwrap_or_default(),
        draft_seen: known.and_then(|known| known.seen).map(seen).unwrap_or_default(),
        draft_saved,
        form,
    }
}

async fn save(page: StaffPage, typed: Typed) -> Result<Response, Response> {
    if dossiers(&typed).is_empty() {
        return chosen(page, typed).await;
    }
    let mut people = people(&page, &typed).await?;
    let mut errors = FieldErrors::default();
    let gone = |person: &Person| person.read.is_none() && !typed.has("without", &person.dossier.to_string());
    if people.iter().any(gone) {
        errors.put("", page.t("visit-gone"));
    }
    let notes = as_typed(&page, &people, &typed, &mut errors);
    if errors.is_empty() && notes.is_empty() {
        errors.put("", page.t("visit-nobody-left"));
    }
    if errors.is_empty() {
        let count = notes.len();
        match page.app().perform_all(page.asker(), notes).await {
            Ok(_) => return Ok(see_other(&format!("/werk/gezinsbezoek?klaar={count}"))),
            Err(not_done) => say_why(&page, &mut people, not_done, &mut errors)?,
        }
    }
    Ok(to_mend(&form_page(&page, &people, page.form_again(typed).but(errors), None)))
}

/// What was typed as a note for each person; what is missing goes to `errors`.
fn as_typed(page: &StaffPage, people: &[Person], typed: &Typed, errors: &mut FieldErrors) -> Vec<Note> {
    let words = page.words();
    let writes: Vec<&Person> = people.iter().filter(|person| person.read.is_some()).collect();
    let shared = typed.get("shared");
    let names: Vec<String> =
        writes.iter().filter_map(|it| it.read.as_ref()).map(|it| it.client.full_name()).collect();
    if !named_in(shared, &names).is_empty() && !typed.ticked("names-fit") {
        errors.put("names-fit", words.t("visit-names-fit-missing"));
    }
    for person in &writes {
        let parts = person.parts(page);
        if parts.iter().all(|part| part.value != typed.get(&person.field("part"))) {
            errors.put(person.field("part"), words.t("entry-part-missing"));
        }
        let own = typed.get(&person.field("facts"));
        if shared.trim().is_empty() && own.trim().is_empty() && typed.get(&person.field("opinion")).is_empty()
        {
            errors.put(person.field("facts"), words.t("visit-nothing"));
        }
        if !["yes", "no"].contains(&typed.get(&person.field("there"))) {
            errors.put(person.field("there"), words.t("visit-there-missing"));
        }
    }
    let kind = typed.get("kind").parse::<EntryKind>().ok().filter(|kind| KINDS.contains(kind));
    if kind.is_none() {
        errors.put("kind", words.t("entry-kind-missing"));
    }
    let source = typed.get("source").parse::<Source>();
    if source.is_err() {
        errors.put("source", words.t("entry-source-missing"));
    }
    let happened_on = date(typed, "happened", words, errors);
    if happened_on.is_none() && errors.of("happened").is_none() {
        errors.put("happened", words.t("fault-missing"));
    }
    let happened_at = time(typed.get("time"));
    if happened_at.is_err() {
        errors.put("time", words.t("entry-time-wrong"));
    }
    let form = once(typed).unwrap_or_else(|| page.app().random_id());
    let (Some(kind), Ok(source), Some(happened_on), Ok(happened_at)) =
        (kind, source, happened_on, happened_at)
    else {
        return Vec::new();
    };
    let note = |(at, person): (usize, &&Person)| {
        Some(Note {
            part: typed.get(&person.field("part")).parse().ok()?,
            kind,
            source,
            happened_on,
            happened_at,
            facts: facts_for(shared, typed.get(&person.field("facts"))),
            opinion: typed.get(&person.field("opinion")).to_owned(),
            was_there: typed.get(&person.field("there")) == "yes",
            form,
            draft: known_draft(typed).filter(|_| at == 0),
        })
    };
    writes.iter().enumerate().filter_map(note).collect()
}

/// Why nothing was kept. Who was refused is left out from now on, and told by number.
fn say_why(
    page: &StaffPage,
    people: &mut [Person],
    not_done: Vec<NoneDone<NoteRefused>>,
    errors: &mut FieldErrors,
) -> Result<(), Response> {
    let written: Vec<usize> = (0..people.len()).filter(|at| people[*at].read.is_some()).collect();
    for NoneDone { which, why } in not_done {
        let Some(person) = written.get(which).and_then(|at| people.get_mut(*at)) else { continue };
        match why {
            NotDone::Denied { .. } => {
                person.read = None;
                if errors.of("").is_none() {
                    errors.put("", page.t("visit-gone"));
                }
            }
            NotDone::Rejected(NoteRefused::Text(why)) => {
                let mut said = FieldErrors::default();
                say_text(page.words(), why, &mut said);
                for (field, text) in said.pairs() {
                    errors.put(person.field(field), text.clone());
                }
            }
            NotDone::Rejected(NoteRefused::When(why)) => {
                if errors.of("happened").is_none() {
                    say_when(page.words(), why, errors);
                }
            }
            NotDone::SignedOut => return Err(answer::to_sign_in(&page.visit.path, true)),
            NotDone::Failed(e) => return Err(refused::failed(&page.visit, &e)),
        }
    }
    Ok(())
}

async fn keep(page: &StaffPage, typed: &Typed, body: String) -> Result<Kept, Response> {
    // It belongs to no dossier: nobody reads in a draft which dossiers belong together, but who wrote it.
    as_draft(page, Keep { draft: known_draft(typed), form: FORM, dossier: None, body }).await
}

fn said(page: &StaffPage, kept: Kept) -> String {
    let key = if kept.apart { "draft-saved-apart" } else { "draft-saved" };
    page.words().with(key, &[("time", clock(page).into())])
}

/// Keeps the draft while somebody types.
pub(crate) async fn autosave(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let kept = keep(&page, &typed, body).await?;
    let told = [("draft", kept.id.to_string()), ("draft-seen", seen(kept.changed_at))];
    Ok((StatusCode::OK, lengthened(&page), told, said(&page, kept)).into_response())
}
