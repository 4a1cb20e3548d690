//! Changing a plan: something new, another text, looking back, stopping. When somebody else was first, both texts stand
//! on the page and one or both can be kept; what is typed is kept as a draft meanwhile.

use app::dossier::DossierRead;
use app::draft::Known;
use app::plan::{PartPlan, Save, SaveRefused, Saved, Stale};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::plan::{Change, Doer, PlanRefused, Progress, Shown};
use domain::{DossierId, PlanItemId};
use text::Words;

use super::cards::goal_title;
use super::versions::lines;
use super::{cancel, done, here};
use crate::answer::{html, to_mend, with_status};
use crate::entry::{keep, known_draft, problem_key, said, seen};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::typed_date::{self, date};
use crate::view::plan::{Asks, Kind, PlanConflictPage, PlanFormPage};
use crate::view::{Choice, FieldErrors, Form, Typed};
use crate::wording::moment;

/// What a form is about.
#[derive(Clone, Copy)]
struct Target {
    kind: Kind,
    /// What is changed; none: something new.
    item: Option<PlanItemId>,
    /// Under which goal a new agreement comes.
    goal: Option<PlanItemId>,
}

impl Target {
    /// From the end of the address: `nieuw/doel`, `8f3a/wijzigen`. None: there is no such form here.
    fn of(plan: &PartPlan, typed: &str) -> Option<Self> {
        let new = |kind| Some(Self { kind, item: None, goal: None });
        match typed.split_once('/')? {
            ("nieuw", "doel") => new(Kind::Goal),
            ("nieuw", "voorziening") => new(Kind::Provision),
            ("nieuw", "evaluatie") => new(Kind::Evaluation),
            (id, deed) => {
                let id: PlanItemId = id.parse().ok()?;
                let there = plan.plan.find(id)?;
                let kind = match (deed, there) {
                    ("afspraak", Shown::Goal(_)) => {
                        return Some(Self { kind: Kind::Step, item: None, goal: Some(id) });
                    }
                    ("wijzigen", there) => kind_of(&there),
                    ("stoppen", _) => Kind::Stop,
                    ("terugkijken", Shown::Evaluation(_)) => Kind::Held,
                    _ => return None,
                };
                Some(Self { kind, item: Some(id), goal: None })
            }
        }
    }
}

/// Which form changes a thing.
pub(super) const fn kind_of(shown: &Shown<'_>) -> Kind {
    match shown {
        Shown::Goal(_) => Kind::Goal,
        Shown::Step(..) => Kind::Step,
        Shown::Provision(_) => Kind::Provision,
        Shown::Evaluation(_) => Kind::Evaluation,
    }
}

/// `/werk/dossier/{dossier}/plan/{domain}/nieuw/{what}`
pub(crate) async fn new(
    page: StaffPage,
    Path((dossier, domain, what)): Path<(String, String, String)>,
) -> Result<Response, Response> {
    show(&page, &dossier, &domain, &format!("nieuw/{what}")).await
}

/// `/werk/dossier/{dossier}/plan/{domain}/{item}/{deed}`
pub(crate) async fn edit(
    page: StaffPage,
    Path((dossier, domain, item, deed)): Path<(String, String, String, String)>,
) -> Result<Response, Response> {
    show(&page, &dossier, &domain, &format!("{item}/{deed}")).await
}

async fn show(page: &StaffPage, dossier: &str, domain: &str, end: &str) -> Result<Response, Response> {
    let (read, plan) = here(page, dossier, domain).await?;
    let Some(target) = Target::of(&plan, end) else { return Err(refused::absent(page)) };
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once().with(filled(page, &plan, target)),
    };
    Ok(html(&form_page(page, &read, &plan, (target, end), form, None)))
}

/// What stands in the plan now, as the form's fields.
fn filled(page: &StaffPage, plan: &PartPlan, target: Target) -> Typed {
    let mut typed = Typed::default();
    let mut put_day = |name: &str, day: Option<jiff::civil::Date>| {
        if let Some(day) = day {
            typed_date::put(&mut typed, name, day);
        }
    };
    let mut pairs: Vec<(&str, String)> = Vec::new();
    match (target.kind, target.item.and_then(|item| plan.plan.find(item))) {
        (Kind::Goal, Some(Shown::Goal(it))) => {
            pairs = vec![("own-words", it.own_words.clone()), ("worker-words", it.worker_words.clone())];
        }
        (Kind::Step, Some(Shown::Step(_, it))) => {
            put_day("by", it.by);
            pairs = vec![
                ("what", it.what.clone()),
                ("who", it.who.code().to_owned()),
                ("who-words", it.who_words.clone()),
                ("purpose", it.purpose.clone()),
            ];
        }
        (Kind::Provision, Some(Shown::Provision(it))) => {
            put_day("from", it.from);
            put_day("until", it.until);
            pairs = vec![("what", it.what.clone()), ("provider", it.provider.clone())];
        }
        (Kind::Evaluation, Some(Shown::Evaluation(it))) => put_day("planned", Some(it.planned)),
        (Kind::Held, Some(Shown::Evaluation(_))) => put_day("held", Some(page.today())),
        _ => {}
    }
    for (name, value) in pairs {
        typed.put(name, value);
    }
    if target.kind == Kind::Held {
        for goal in plan.plan.open_goals() {
            typed.put(format!("progress-{}", goal.id), goal.progress.code());
        }
    }
    typed
}

fn asks(words: Words, plan: &PartPlan, (target, end): (Target, &str), values: &Typed) -> Asks {
    let known = known_draft(values);
    let goals = plan.plan.goals.iter().enumerate().filter(|(_, goal)| goal.stopped.is_none());
    let asked = |(at, goal): (usize, &domain::plan::Goal)| {
        let title = goal_title(words, at);
        (format!("progress-{}", goal.id), words.with("plan-form-progress", &[("goal", title.into())]))
    };
    let coded = |family, code: &str| Choice::new(code, words.code(family, code));
    Asks {
        kind: target.kind,
        version: values.get("version").parse().unwrap_or(plan.version),
        domain: plan.domain.code().to_owned(),
        target: end.to_owned(),
        doers: Doer::ALL.iter().map(|it| coded("doer", it.code())).collect(),
        goals: if target.kind == Kind::Held { goals.map(asked).collect() } else { Vec::new() },
        progress: Progress::ALL.iter().map(|it| coded("progress", it.code())).collect(),
        draft: known.map(|known| known.id.to_string()).unwrap_or_default(),
        draft_seen: known.and_then(|known| known.seen).map(seen).unwrap_or_default(),
    }
}

fn form_page(
    page: &StaffPage,
    read: &DossierRead,
    plan: &PartPlan,
    (target, end): (Target, &str),
    form: Form,
    draft: Option<(Known, String)>,
) -> PlanFormPage {
    let words = page.words();
    let dossier = read.head.dossier;
    let mut asks = asks(words, plan, (target, end), &form.values);
    let draft_saved = draft.map(|(known, saved)| {
        asks.draft = known.id.to_string();
        asks.draft_seen = known.seen.map(seen).unwrap_or_default();
        saved
    });
    let family = if target.item.is_none() { "plan-new" } else { "plan-edit" };
    let on_top = match target.kind {
        Kind::Stop | Kind::Held => target.item,
        _ => target.goal,
    };
    PlanFormPage {
        frame: page.frame(),
        form,
        name: read.client.full_name(),
        title: words.code(family, target.kind.code()),
        about: on_top.and_then(|id| plan.plan.find(id)).map(first_words).unwrap_or_default(),
        asks,
        action: format!("/werk/dossier/{dossier}/plan/{}/{end}", plan.domain),
        autosave: format!("/werk/notitie/{dossier}/concept"),
        draft_saved,
        cancel: cancel(dossier, plan.domain.code()),
    }
}

/// By which words somebody knows a thing of the plan.
fn first_words(shown: Shown<'_>) -> String {
    match shown {
        Shown::Goal(it) => it.own_words.clone(),
        Shown::Step(_, it) => it.what.clone(),
        Shown::Provision(it) => it.what.clone(),
        Shown::Evaluation(_) => String::new(),
    }
}

/// Something new.
pub(crate) async fn save_new(
    Path((dossier, domain, what)): Path<(String, String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    save(&dossier, &domain, &format!("nieuw/{what}"), sent).await
}

/// A change of what is there.
pub(crate) async fn save_edit(
    Path((dossier, domain, item, deed)): Path<(String, String, String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    save(&dossier, &domain, &format!("{item}/{deed}"), sent).await
}

async fn save(dossier: &str, domain: &str, end: &str, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let (read, plan) = here(&page, dossier, domain).await?;
    let Some(target) = Target::of(&plan, end) else { return Err(refused::absent(&page)) };
    if typed.get("deed") == "draft" {
        let kept = keep(&page, read.head.dossier, &typed, body).await?;
        let known = Known { id: kept.id, seen: Some(kept.changed_at) };
        let told = Some((known, said(&page, kept)));
        return Ok(html(&form_page(&page, &read, &plan, (target, end), page.form_again(typed), told)));
    }
    let words = page.words();
    let mut errors = FieldErrors::default();
    let keeps_both = typed.get("deed") == "both" && target.kind != Kind::Stop && target.kind != Kind::Held;
    if let Some(change) = as_typed(words, &plan, target, &typed, &mut errors) {
        let deed = Save {
            part: plan.part,
            item: target.item.filter(|_| !keeps_both),
            seen: typed.get("version").parse().unwrap_or(0),
            change,
            form: once(&typed).unwrap_or_else(|| page.app().random_id()),
            draft: known_draft(&typed),
        };
        match page.perform(deed).await? {
            Ok(Saved::NewVersion { dossier, .. }) => return Ok(done(dossier, domain, "bewaard")),
            Ok(Saved::Unchanged(dossier)) => return Ok(done(dossier, domain, "hetzelfde")),
            Err(SaveRefused::Plan(why)) => say_why(words, why, &mut errors),
            Err(SaveRefused::Stale(stale)) => {
                return Ok(conflict(&page, &read, (target, end), typed, &stale));
            }
        }
    }
    Ok(to_mend(&form_page(&page, &read, &plan, (target, end), page.form_again(typed).but(errors), None)))
}

/// What was typed as a change; what is missing goes to `errors`.
fn as_typed(
    words: Words,
    plan: &PartPlan,
    target: Target,
    typed: &Typed,
    errors: &mut FieldErrors,
) -> Option<Change> {
    let text = |name: &str| typed.get(name).to_owned();
    let needed = |name: &str, errors: &mut FieldErrors| {
        let found = date(typed, name, words, errors);
        if found.is_none() && errors.of(name).is_none() {
            errors.put(name, words.t("fault-missing"));
        }
        found
    };
    let change = match target.kind {
        Kind::Goal => Some(Change::Goal { own_words: text("own-words"), worker_words: text("worker-words") }),
        Kind::Step => {
            let who = typed.get("who").parse::<Doer>();
            if who.is_err() {
                errors.put("who", words.t("plan-who-missing"));
            }
            let by = date(typed, "by", words, errors);
            // Beside an agreement that somebody changed, the own one comes under the same goal.
            let beside = || target.item.and_then(|item| plan.plan.step(item)).map(|(goal, _)| goal.id);
            let goal = target.goal.or_else(beside)?;
            who.ok().map(|who| Change::Step {
                goal,
                what: text("what"),
                who,
                who_words: text("who-words"),
                purpose: text("purpose"),
                by,
            })
        }
        Kind::Provision => {
            let (from, until) = (date(typed, "from", words, errors), date(typed, "until", words, errors));
            Some(Change::Provision { what: text("what"), provider: text("provider"), from, until })
        }
        Kind::Evaluation => needed("planned", errors).map(|planned| Change::Evaluation { planned }),
        Kind::Held => needed("held", errors).map(|on| Change::Held {
            on,
            own_words: text("own-words"),
            worker_words: text("worker-words"),
            progress: plan
                .plan
                .open_goals()
                .filter_map(|goal| Some((goal.id, typed.get(&format!("progress-{}", goal.id)).parse().ok()?)))
                .collect(),
        }),
        Kind::Stop => Some(Change::Stop { why: text("why") }),
    };
    change.filter(|_| errors.is_empty())
}

fn say_why(words: Words, why: PlanRefused, errors: &mut FieldErrors) {
    match why {
        PlanRefused::Field(it) => errors.put(it.field, words.t(problem_key(it.problem))),
        PlanRefused::DayPassed(field) => errors.put(field, words.t("plan-day-passed")),
        PlanRefused::DayTooFar(field) => errors.put(field, words.t("plan-day-too-far")),
        PlanRefused::InFuture(field) => errors.put(field, words.t("fault-in-future")),
        PlanRefused::UntilBeforeFrom => errors.put("until", words.t("plan-until-before-from")),
        PlanRefused::TooMany => errors.put("", words.t("plan-too-many")),
        PlanRefused::Gone => errors.put("", words.t("plan-gone")),
    }
}

/// Both texts, and nothing lost. Sent again with the newest version, the own text is the next one.
fn conflict(
    page: &StaffPage,
    read: &DossierRead,
    (target, end): (Target, &str),
    typed: Typed,
    stale: &Stale,
) -> Response {
    let (words, now) = (page.words(), &stale.now);
    let dossier = read.head.dossier;
    let there = now.plan.find(stale.item);
    let is_stopped = there.is_none_or(|it| it.is_stopped());
    let mut asks = asks(words, now, (target, end), &typed);
    asks.version = now.version;
    let theirs = there.map(|it| lines(words, &it, "doer")).unwrap_or_default();
    let shown = PlanConflictPage {
        frame: page.frame(),
        form: page.form_again(typed),
        name: read.client.full_name(),
        author: now.author_name.clone(),
        at: now.changed_at.map(|at| moment(words, at)).unwrap_or_default(),
        own: now.author_name == page.post.name,
        theirs: theirs.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
        asks,
        may_keep_both: !matches!(target.kind, Kind::Stop | Kind::Held),
        may_keep_own: !is_stopped,
        action: format!("/werk/dossier/{dossier}/plan/{}/{end}", now.domain),
        cancel: cancel(dossier, now.domain.code()),
    };
    with_status(StatusCode::CONFLICT, &shown)
}

/// Goes on with a draft. Of a plan one may not change any more it does not open, and the draft stays.
pub(crate) async fn of_draft(
    page: &StaffPage,
    dossier: DossierId,
    typed: Typed,
    known: Known,
    saved: String,
) -> Result<Response, Response> {
    let (read, plan) = here(page, &dossier.to_string(), typed.get("domain")).await?;
    let end = typed.get("target").to_owned();
    let Some(target) = Target::of(&plan, &end) else { return Err(refused::absent(page)) };
    let form = page.form_again(typed);
    Ok(html(&form_page(page, &read, &plan, (target, &end), form, Some((known, saved)))))
}
