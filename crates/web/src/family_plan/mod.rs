//! `/werk/dossier/{d}/gezinsplan`: the sections of a family's plan that this worker reads, one section with its versions, and
//! noting who lets the others read it. Writing is in `form`.

pub(crate) mod form;

use app::dossier::DossierRead;
use app::family_plan::{Answer, AnswerRefused, FamilySection, ReadFamilyPlan, ReadSection, Subject, Version};
use app::{NoneDone, NotDone};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::family_plan::who_says;
use domain::plan::How;
use domain::{AgeBand, DossierId, FamilySectionId, PartId};
use serde::Deserialize;
use text::Words;

use crate::answer::{self, html, see_other, to_mend};
use crate::dossier::masthead;
use crate::entry::{dossier_id, head_of};
use crate::page::StaffPage;
use crate::plan::cards::stopped;
use crate::plan::versions::saved_by;
use crate::refused;
use crate::sent::StaffSent;
use crate::typed_date::{self, date};
use crate::view::dossier::Tab;
use crate::view::family_plan::{
    AnswerForm, FamilyPlanPage, FamilySectionPage, PersonLine, SectionCard, VersionText,
};
use crate::view::{Choice, FieldErrors, Flash, Form, Tone, Typed};
use crate::wording::domain;

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    gedaan: String,
}

/// `/werk/dossier/{dossier}/gezinsplan`
pub(crate) async fn show(
    page: StaffPage,
    Path(dossier): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    page.show(ReadFamilyPlan(dossier), &(&page, &read, &asked), |sections, (page, read, asked)| {
        let dossier = read.head.dossier;
        let mut frame = page.frame();
        frame.flash = told(page, &asked.gedaan);
        html(&FamilyPlanPage {
            frame,
            masthead: masthead(page, read, Tab::Plan),
            sections: sections.iter().map(|it| card(page.words(), dossier, it)).collect(),
            add: may_add(page, read).then(|| format!("{}/nieuw", base(dossier))),
            back: format!("/werk/dossier/{dossier}/plan"),
        })
    })
    .await
}

fn base(dossier: DossierId) -> String {
    format!("/werk/dossier/{dossier}/gezinsplan")
}

/// What was done, if anything.
fn told(page: &StaffPage, what: &str) -> Option<Flash> {
    let key = match what {
        "bewaard" => "family-told-saved",
        "gestopt" => "family-told-stopped",
        "vastgelegd" => "family-told-answered",
        _ => return None,
    };
    Some(Flash { tone: Tone::Done, text: page.t(key) })
}

/// Who carries cases here adds a section; the gate asks again about each person it is about.
fn may_add(page: &StaffPage, read: &DossierRead) -> bool {
    page.post.function.carries_cases() && read.own_open_parts().next().is_some()
}

fn card(words: Words, dossier: DossierId, it: &FamilySection) -> SectionCard {
    let names: Vec<&str> = it.people.iter().map(|person| person.name.as_str()).collect();
    SectionCard {
        id: it.section.to_string(),
        title: it.content.title.clone(),
        words: it.content.words.clone(),
        about: names.join(", "),
        changed: saved_by(words, &it.author_name, it.changed_at),
        stopped: stopped(words, it.content.stopped.as_ref()),
        href: format!("{}/{}", base(dossier), it.section),
    }
}

/// One section with its dossier.
struct Here {
    read: DossierRead,
    section: FamilySection,
    versions: Vec<Version>,
}

impl Here {
    fn dossier(&self) -> DossierId {
        self.read.head.dossier
    }

    fn path(&self) -> String {
        format!("{}/{}", base(self.dossier()), self.section.section)
    }

    /// Whether this worker may write about everybody in it.
    fn may_write(&self, page: &StaffPage) -> bool {
        page.post.function.carries_cases() && self.section.people.iter().all(|person| person.works_with)
    }

    fn holds(&self) -> bool {
        self.section.content.stopped.is_none()
    }
}

/// A section that this worker reads; another one is as if it were not there.
async fn here(page: &StaffPage, dossier: &str, section: &str) -> Result<Here, Response> {
    let dossier = dossier_id(page, dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let Ok(section) = section.parse::<FamilySectionId>() else { return Err(refused::absent(page)) };
    let found = page.read(ReadSection { dossier, section }).await?;
    let (section, versions) = found.ok_or_else(|| refused::absent(page))?;
    Ok(Here { read, section, versions })
}

/// `/werk/dossier/{dossier}/gezinsplan/{section}`
pub(crate) async fn section(
    page: StaffPage,
    Path((dossier, section)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let here = here(&page, &dossier, &section).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => {
            let mut typed = Typed::default();
            typed_date::put(&mut typed, "on", page.today());
            page.form().with(typed)
        }
    };
    let mut shown = section_page(&page, &here, form);
    shown.frame.flash = told(&page, &asked.gedaan);
    Ok(html(&shown))
}

fn section_page(page: &StaffPage, here: &Here, form: Form) -> FamilySectionPage {
    let words = page.words();
    let people = &here.section.people;
    let (alone, may_write) = (people.len() == 1, here.may_write(page) && here.holds());
    let all = people.iter().all(|person| person.said.is_some_and(|said| said.yes));
    let portal = match (alone, all) {
        (true, _) => "family-portal-alone",
        (false, true) => "family-portal-all",
        (false, false) => "family-portal-waits",
    };
    let version = |it: &Version| VersionText {
        number: u32::try_from(it.number).unwrap_or_default(),
        saved: saved_by(words, &it.author_name, it.recorded_at),
        title: it.content.title.clone(),
        words: it.content.words.clone(),
    };
    FamilySectionPage {
        frame: page.frame(),
        masthead: masthead(page, &here.read, Tab::Plan),
        card: card(words, here.dossier(), &here.section),
        people: people.iter().filter(|_| !alone).map(|person| line(page, person)).collect(),
        portal: words.t(portal),
        answer: (may_write && !alone).then(|| AnswerForm {
            form,
            who: people.iter().map(|it| Choice::new(it.part.to_string(), it.name.clone())).collect(),
            answers: [("yes", "family-answer-yes"), ("no", "family-answer-no")]
                .map(|(value, key)| Choice::new(value, words.t(key)))
                .into(),
            ways: [(How::Talk, "family-how-talk"), (How::Writing, "family-how-writing")]
                .map(|(how, key)| Choice::new(how.code(), words.t(key)))
                .into(),
            version: here.section.version,
            action: here.path(),
        }),
        change: may_write.then(|| format!("{}/wijzigen", here.path())),
        stop: may_write.then(|| format!("{}/stoppen", here.path())),
        versions: here.versions.iter().map(version).collect(),
        back: base(here.dossier()),
    }
}

fn line(page: &StaffPage, person: &Subject) -> PersonLine {
    let words = page.words();
    let who = match who_says(&person.born, page.today()) {
        AgeBand::Under12 => "family-says-parent",
        AgeBand::From12To15 => "family-says-both",
        AgeBand::From16To17 | AgeBand::Adult => "family-says-self",
    };
    let said = match &person.said {
        None => words.t("family-said-nothing"),
        Some(said) => {
            let key = if said.yes { "family-said-yes" } else { "family-said-no" };
            let how = words.code("agreed-how", said.how.code());
            words.with(key, &[("day", words.date(said.on).into()), ("how", how.into())])
        }
    };
    PersonLine { name: person.name.clone(), domain: domain(words, person.domain), who: words.t(who), said }
}

/// Notes what was said, of everybody who was ticked or of nobody.
pub(crate) async fn answer(
    Path((dossier, section)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let here = here(&page, &dossier, &section).await?;
    // About one person there is nobody else to read it.
    if !here.may_write(&page) || !here.holds() || here.section.people.len() == 1 {
        return Err(refused::absent(&page));
    }
    let mut errors = FieldErrors::default();
    let answers = as_typed(&page, &here, &typed, &mut errors);
    if errors.is_empty() {
        match page.app().perform_all(page.asker(), answers).await {
            Ok(_) => return Ok(see_other(&format!("{}?gedaan=vastgelegd", here.path()))),
            Err(not_done) => say_why(&page, not_done, &mut errors)?,
        }
    }
    // Sent again, it is about the text that is there now: the sentence above says so.
    Ok(to_mend(&section_page(&page, &here, page.form_again(typed).but(errors))))
}

fn as_typed(page: &StaffPage, here: &Here, typed: &Typed, errors: &mut FieldErrors) -> Vec<Answer> {
    let words = page.words();
    let ticked: Vec<PartId> = typed.all("who").filter_map(|id| id.parse().ok()).collect();
    let who: Vec<PartId> =
        here.section.people.iter().map(|it| it.part).filter(|part| ticked.contains(part)).collect();
    if who.is_empty() {
        errors.put("who", words.t("family-answer-who-missing"));
    }
    let yes = typed.get("answer");
    if !["yes", "no"].contains(&yes) {
        errors.put("answer", words.t("family-answer-what-missing"));
    }
    let how = typed.get("how").parse::<How>().ok().filter(|how| *how != How::Portal);
    if how.is_none() {
        errors.put("how", words.t("family-answer-how-missing"));
    }
    let on = date(typed, "on", words, errors);
    if on.is_none() && errors.of("on").is_none() {
        errors.put("on", words.t("fault-missing"));
    }
    let version = typed.get("version").parse().unwrap_or(0);
    if version != here.section.version {
        errors.put("", words.t("family-answer-newer"));
    }
    let (Some(how), Some(on)) = (how, on) else { return Vec::new() };
    let section = here.section.section;
    who.into_iter().map(|part| Answer { part, section, version, yes: yes == "yes", how, on }).collect()
}

fn say_why(
    page: &StaffPage,
    not_done: Vec<NoneDone<AnswerRefused>>,
    errors: &mut FieldErrors,
) -> Result<(), Response> {
    for NoneDone { why, .. } in not_done {
        let (field, key) = match why {
            NotDone::Rejected(AnswerRefused::InFuture) => ("on", "fault-in-future"),
            NotDone::Rejected(AnswerRefused::BeforeVersion) => ("on", "family-answer-before"),
            NotDone::Rejected(AnswerRefused::NotTheirs) => ("how", "family-answer-how-missing"),
            NotDone::Rejected(AnswerRefused::Gone) => ("", "family-answer-newer"),
            NotDone::Denied { .. } => ("", "family-form-gone"),
            NotDone::SignedOut => return Err(answer::to_sign_in(&page.visit.path, true)),
            NotDone::Failed(e) => return Err(refused::failed(&page.visit, &e)),
        };
        if errors.of(field).is_none() {
            errors.put(field, page.t(key));
        }
    }
    Ok(())
}
