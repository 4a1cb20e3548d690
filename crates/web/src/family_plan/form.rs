//! Writing a section, changing its text and stopping it: for everybody it is about at once, or for nobody.

use app::caseload::{Case, ChooseOwn};
use app::dossier::DossierRead;
use app::family_plan::{Change, ReadFamilyPlan, Save, SaveRefused};
use app::{NoneDone, NotDone};
use axum::extract::Path;
use axum::response::Response;
use domain::family_plan::PEOPLE_MAX;
use domain::{DossierId, FamilyPlanId, FamilySectionId, LegalDomain, PartId};

use super::{Here, base, here, may_add};
use crate::answer::{self, html, see_other, to_mend};
use crate::dossier::masthead;
use crate::entry::{dossier_id, head_of, problem_key};
use crate::family_visit::{dossiers, head, offered, part_choices};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::view::dossier::Tab;
use crate::view::family_plan::{ChoosePeople, FamilyFormPage, FamilyStopPage};
use crate::view::{FieldErrors, Form, Typed};

/// The dossier in which a section is begun.
async fn begun(page: &StaffPage, dossier: &str) -> Result<DossierRead, Response> {
    let dossier = dossier_id(page, dossier)?;
    let read = page.read(head_of(dossier)).await?;
    // Who may not write here has no form here.
    if may_add(page, &read) { Ok(read) } else { Err(refused::absent(page)) }
}

/// `/werk/dossier/{dossier}/gezinsplan/nieuw`
pub(crate) async fn new(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    let read = begun(&page, &dossier).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    Ok(html(&new_page(&page, &read, form).await?))
}

async fn new_page(page: &StaffPage, read: &DossierRead, form: Form) -> Result<FamilyFormPage, Response> {
    let dossier = read.head.dossier;
    let cases = page.read(ChooseOwn).await?;
    let works = |case: &&Case| case.domains.iter().any(|(_, role)| role != "emergency");
    let others = cases.iter().filter(|case| case.dossier != dossier).filter(works);
    let (people, more) = offered(page, others, &form);
    let searched = !form.values.get("name").trim().is_empty();
    Ok(FamilyFormPage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::Plan),
        choose: Some(ChoosePeople { people, more, searched, parts: part_choices(page, read) }),
        about: read.client.full_name(),
        seen: 0,
        theirs: None,
        action: format!("{}/nieuw", base(dossier)),
        cancel: base(dossier),
        form,
    })
}

/// Searches for a name, or writes the section.
pub(crate) async fn save_new(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let read = begun(&page, &dossier).await?;
    if typed.get("deed") == "search" {
        return Ok(html(&new_page(&page, &read, page.form_again(typed)).await?));
    }
    let mut errors = FieldErrors::default();
    let parts = chosen_parts(&page, &read, &typed, &mut errors).await?;
    if errors.is_empty() {
        let dossier = read.head.dossier;
        let section = FamilySectionId(page.app().random_id());
        let change = Change::New {
            plan: plan_of(&page, dossier).await?,
            title: typed.get("title").to_owned(),
            words: typed.get("words").to_owned(),
        };
        let form = once(&typed).unwrap_or_else(|| page.app().random_id());
        if save(&page, &parts, section, &change, form, &mut errors).await?.is_none() && errors.is_empty() {
            return Ok(see_other(&format!("{}?gedaan=bewaard", base(dossier))));
        }
    }
    Ok(to_mend(&new_page(&page, &read, page.form_again(typed).but(errors)).await?))
}

/// The plan that the dossier is in, or a new one.
async fn plan_of(page: &StaffPage, dossier: DossierId) -> Result<FamilyPlanId, Response> {
    let sections = page.read(ReadFamilyPlan(dossier)).await?;
    let own = sections.iter().find(|it| it.people.iter().any(|person| person.dossier == dossier));
    Ok(own.map_or_else(|| FamilyPlanId(page.app().random_id()), |it| it.plan))
}

/// The part of everybody the section is about, the client's first: under the same law where there is one.
async fn chosen_parts(
    page: &StaffPage,
    read: &DossierRead,
    typed: &Typed,
    errors: &mut FieldErrors,
) -> Result<Vec<PartId>, Response> {
    let own = typed.get("part");
    let Some(own) = read.own_open_parts().find(|part| part.id.to_string() == own) else {
        errors.put("part", page.t("entry-part-missing"));
        return Ok(Vec::new());
    };
    let mut parts = vec![own.id];
    let others: Vec<DossierId> =
        dossiers(typed).into_iter().filter(|other| *other != read.head.dossier).collect();
    if others.len() >= PEOPLE_MAX {
        errors.put("with", page.t("family-form-too-many"));
        return Ok(parts);
    }
    for other in others {
        let theirs = head(page, other).await?;
        match theirs.and_then(|theirs| part_under(&theirs, own.domain)) {
            Some(part) => parts.push(part),
            None => errors.put("with", page.t("family-form-gone")),
        }
    }
    Ok(parts)
}

fn part_under(read: &DossierRead, law: LegalDomain) -> Option<PartId> {
    let same = read.own_open_parts().find(|part| part.domain == law);
    same.or_else(|| read.own_open_parts().next()).map(|part| part.id)
}

/// A section whose text this worker may change.
async fn to_change(page: &StaffPage, dossier: &str, section: &str) -> Result<Here, Response> {
    let here = here(page, dossier, section).await?;
    if here.may_write(page) && here.holds() { Ok(here) } else { Err(refused::absent(page)) }
}

/// `/werk/dossier/{dossier}/gezinsplan/{section}/wijzigen`
pub(crate) async fn edit(
    page: StaffPage,
    Path((dossier, section)): Path<(String, String)>,
) -> Result<Response, Response> {
    let here = to_change(&page, &dossier, &section).await?;
    let mut seen = here.section.version;
    let form = match page.given_back().await? {
        Some(typed) => {
            seen = typed.get("seen").parse().unwrap_or(seen);
            page.form_again(typed)
        }
        None => {
            let content = &here.section.content;
            page.form_once().with([("title", content.title.as_str()), ("words", content.words.as_str())])
        }
    };
    Ok(html(&edit_page(&page, &here, form, seen, None)))
}

fn edit_page(
    page: &StaffPage,
    here: &Here,
    form: Form,
    seen: i64,
    theirs: Option<(String, String)>,
) -> FamilyFormPage {
    let names: Vec<&str> = here.section.people.iter().map(|person| person.name.as_str()).collect();
    FamilyFormPage {
        frame: page.frame(),
        masthead: masthead(page, &here.read, Tab::Plan),
        form,
        choose: None,
        about: names.join(", "),
        seen,
        theirs,
        action: format!("{}/wijzigen", here.path()),
        cancel: here.path(),
    }
}

/// Saves the text, for everybody it is about.
pub(crate) async fn save_edit(
    Path((dossier, section)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let here = to_change(&page, &dossier, &section).await?;
    let seen = typed.get("seen").parse().unwrap_or(0);
    let change =
        Change::Text { seen, title: typed.get("title").to_owned(), words: typed.get("words").to_owned() };
    let mut errors = FieldErrors::default();
    let stale = save_here(&page, &here, &change, &typed, &mut errors).await?;
    if stale.is_none() && errors.is_empty() {
        return Ok(see_other(&format!("{}?gedaan=bewaard", here.path())));
    }
    let seen = stale.as_ref().map_or(seen, |(version, _)| *version);
    let theirs = stale.map(|(_, now)| (now.title, now.words));
    Ok(to_mend(&edit_page(&page, &here, page.form_again(typed).but(errors), seen, theirs)))
}

/// `/werk/dossier/{dossier}/gezinsplan/{section}/stoppen`
pub(crate) async fn ask_stop(
    page: StaffPage,
    Path((dossier, section)): Path<(String, String)>,
) -> Result<Response, Response> {
    let here = to_change(&page, &dossier, &section).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    Ok(html(&stop_page(&page, &here, form)))
}

fn stop_page(page: &StaffPage, here: &Here, form: Form) -> FamilyStopPage {
    FamilyStopPage {
        frame: page.frame(),
        masthead: masthead(page, &here.read, Tab::Plan),
        form,
        title: here.section.content.title.clone(),
        seen: here.section.version,
        action: format!("{}/stoppen", here.path()),
        cancel: here.path(),
    }
}

/// Stops the section, for everybody it is about.
pub(crate) async fn stop(
    Path((dossier, section)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let here = to_change(&page, &dossier, &section).await?;
    let seen = typed.get("seen").parse().unwrap_or(0);
    let change = Change::Stop { seen, why: typed.get("why").to_owned() };
    let mut errors = FieldErrors::default();
    match save_here(&page, &here, &change, &typed, &mut errors).await? {
        None if errors.is_empty() => {
            return Ok(see_other(&format!("{}?gedaan=gestopt", base(here.dossier()))));
        }
        // Somebody changed the text meanwhile: the newest is on the page that this goes back to.
        Some(_) => errors.put("", page.t("family-answer-newer")),
        None => {}
    }
    Ok(to_mend(&stop_page(&page, &here, page.form_again(typed).but(errors))))
}

async fn save_here(
    page: &StaffPage,
    here: &Here,
    change: &Change,
    typed: &Typed,
    errors: &mut FieldErrors,
) -> Result<Option<(i64, domain::family_plan::Section)>, Response> {
    let parts: Vec<PartId> = here.section.people.iter().map(|person| person.part).collect();
    let form = once(typed).unwrap_or_else(|| page.app().random_id());
    save(page, &parts, here.section.section, change, form, errors).await
}

/// Saves for everybody, or says in `errors` why for nobody. Gives what it says now when somebody else was first.
async fn save(
    page: &StaffPage,
    parts: &[PartId],
    section: FamilySectionId,
    change: &Change,
    form: uuid::Uuid,
    errors: &mut FieldErrors,
) -> Result<Option<(i64, domain::family_plan::Section)>, Response> {
    let one =
        |part: &PartId| Save { part: *part, section, people: parts.len(), change: change.clone(), form };
    let Err(not_done) = page.app().perform_all(page.asker(), parts.iter().map(one).collect()).await else {
        return Ok(None);
    };
    let mut theirs = None;
    for NoneDone { why, .. } in not_done {
        let (field, key) = match why {
            NotDone::Rejected(SaveRefused::Stale(now)) => {
                theirs = Some(*now);
                continue;
            }
            NotDone::Rejected(SaveRefused::Field(why)) => (why.field, problem_key(why.problem)),
            NotDone::Rejected(SaveRefused::TooManyPeople) => ("with", "family-form-too-many"),
            NotDone::Rejected(SaveRefused::TooMany) => ("", "family-form-full"),
            NotDone::Rejected(SaveRefused::Gone) | NotDone::Denied { .. } => ("", "family-form-gone"),
            NotDone::SignedOut => return Err(answer::to_sign_in(&page.visit.path, true)),
            NotDone::Failed(e) => return Err(refused::failed(&page.visit, &e)),
        };
        if errors.of(field).is_none() {
            errors.put(field, page.t(key));
        }
    }
    Ok(theirs)
}
