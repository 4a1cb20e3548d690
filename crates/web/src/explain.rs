//! `/fg/toegang`: the data protection officer asks who can see a dossier now and why, and what a change would do. The
//! number and the answer never stand in an address.

use app::explain::{Begin, Change, Colleague, Effect, Explain, Explained, Question, Seer, Supposed};
use app::model::Model;
use axum::response::Response;
use domain::{Function, InvestigationGround, LegalDomain, StaffId};
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::page::StaffPage;
use crate::sent::StaffSent;
use crate::view::explain::{Answer, EffectLine, ExplainPage, SeerLine, SeesLine, SupposedLines};
use crate::view::{Choice, FieldErrors, Form, Typed};

const CHANGES: [&str; 11] = [
    "involved",
    "not-involved",
    "function",
    "conflict",
    "no-conflict",
    "excluded",
    "not-excluded",
    "coordinator-absent",
    "coordinator-back",
    "emergency",
    "no-emergency",
];

/// Asks which dossier, and why.
pub(crate) async fn ask(page: StaffPage) -> Result<Response, Response> {
    if !page.is_fresh() {
        return Ok(see_other("/opnieuw?terug=/fg/toegang"));
    }
    let colleagues = page.read(Begin).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    Ok(html(&explain_page(&page, &colleagues, form, None)))
}

/// Answers.
pub(crate) async fn answer(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    if !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let words = page.words();
    let (question, ground) = match asked(words, &typed) {
        Ok(asked) => asked,
        Err(errors) => {
            let colleagues = page.read(Begin).await?;
            let form = page.form_again(typed).but(errors);
            return Ok(to_mend(&explain_page(&page, &colleagues, form, None)));
        }
    };
    let (colleagues, explained) = page.read(Explain { question, ground }).await?;
    match explained {
        Some(explained) => {
            let answer = answered(words, page.app().model(), &explained, question);
            let form = page.form_again(typed);
            Ok(html(&explain_page(&page, &colleagues, form, Some(answer))))
        }
        None => {
            let errors = FieldErrors::from([("number", words.t("explain-no-dossier"))]);
            let form = page.form_again(typed).but(errors);
            Ok(to_mend(&explain_page(&page, &colleagues, form, None)))
        }
    }
}

fn explain_page(
    page: &StaffPage,
    colleagues: &[Colleague],
    form: Form,
    answer: Option<Answer>,
) -> ExplainPage {
    let words = page.words();
    let worker = |it: &Colleague| {
        let function = words.code("function", it.function.code());
        Choice::new(it.staff.to_string(), format!("{}, {function}", it.name))
    };
    let coded = |family: &str, codes: &[&str]| {
        codes.iter().map(|code| Choice::new(*code, words.code(family, code))).collect::<Vec<_>>()
    };
    let grounds: Vec<&str> = InvestigationGround::ALL.iter().map(|it| it.code()).collect();
    let domains: Vec<&str> = LegalDomain::ALL.iter().map(|it| it.code()).collect();
    let functions: Vec<&str> = Function::ALL.iter().map(|it| it.code()).collect();
    ExplainPage {
        frame: page.frame(),
        form,
        grounds: coded("investigation", &grounds),
        workers: colleagues.iter().map(worker).collect(),
        changes: coded("supposed", &CHANGES),
        domains: coded("domain", &domains),
        functions: coded("function", &functions),
        answer,
    }
}

/// What was typed, or everything that is wrong with it.
fn asked(words: Words, typed: &Typed) -> Result<(Question, InvestigationGround), FieldErrors> {
    let mut errors = FieldErrors::default();
    let number = typed.get("number").trim().parse::<i64>().ok().filter(|number| *number > 0);
    if number.is_none() {
        errors.put("number", words.t("explain-number-missing"));
    }
    let ground = typed.get("ground").parse::<InvestigationGround>();
    if ground.is_err() {
        errors.put("ground", words.t("explain-ground-missing"));
    }
    let suppose = suppose(words, typed, &mut errors);
    match (number, ground) {
        (Some(number), Ok(ground)) if errors.is_empty() => Ok((Question { number, suppose }, ground)),
        _ => Err(errors),
    }
}

fn suppose(words: Words, typed: &Typed, errors: &mut FieldErrors) -> Option<(StaffId, Change)> {
    let (worker, change) = (typed.get("worker"), typed.get("change"));
    if worker.is_empty() && change.is_empty() {
        return None;
    }
    let staff = worker.parse::<StaffId>().ok();
    if staff.is_none() {
        errors.put("worker", words.t("explain-worker-missing"));
    }
    let domain = typed.get("domain").parse::<LegalDomain>();
    let function = typed.get("function").parse::<Function>();
    let change = match change {
        "involved" | "not-involved" if domain.is_err() => {
            errors.put("domain", words.t("explain-domain-missing"));
            None
        }
        "function" if function.is_err() => {
            errors.put("function", words.t("explain-function-missing"));
            None
        }
        "involved" => domain.ok().map(Change::Involved),
        "not-involved" => domain.ok().map(Change::NotInvolved),
        "function" => function.ok().map(Change::Function),
        "conflict" | "no-conflict" => Some(Change::Conflict(change == "conflict")),
        "excluded" | "not-excluded" => Some(Change::Excluded(change == "excluded")),
        "coordinator-absent" | "coordinator-back" => {
            Some(Change::CoordinatorAbsent(change == "coordinator-absent"))
        }
        "emergency" | "no-emergency" => Some(Change::Emergency(change == "emergency")),
        _ => {
            errors.put("change", words.t("explain-change-missing"));
            None
        }
    };
    staff.zip(change)
}

fn answered(words: Words, model: &Model, explained: &Explained, question: Question) -> Answer {
    let number = explained.number.to_string();
    let seeing =
        explained.people.iter().filter(|it| it.sees.iter().any(|(_, verdict)| verdict.allowed)).count();
    let all = i64::try_from(explained.people.len()).unwrap_or(i64::MAX);
    let seeing = i64::try_from(seeing).unwrap_or(i64::MAX);
    Answer {
        heading: words.with(
            "explain-dossier",
            &[("number", number.into()), ("team", explained.team_name.as_str().into())],
        ),
        count: words.with("explain-count", &[("all", all.into()), ("seeing", seeing.into())]),
        people: explained.people.iter().map(|person| seer_line(words, model, person)).collect(),
        supposed: explained
            .supposed
            .as_ref()
            .zip(question.suppose)
            .map(|(supposed, (_, change))| supposed_lines(words, model, supposed, change)),
    }
}

fn seer_line(words: Words, model: &Model, person: &Seer) -> SeerLine {
    let function = words.code("function", person.function.code());
    let role =
        if person.team_name.is_empty() { function } else { format!("{function}, {}", person.team_name) };
    let facts = [
        (person.facts.involved, "explain-fact-involved"),
        (person.facts.coordinates, "explain-fact-coordinates"),
        (person.facts.conflict, "explain-fact-conflict"),
        (person.facts.excluded, "explain-fact-excluded"),
        (person.facts.emergency, "explain-fact-emergency"),
        (!person.ready, "explain-fact-not-ready"),
    ];
    let mut sees: Vec<SeesLine> = Vec::new();
    for (domain, verdict) in &person.sees {
        let domain = words.code("domain", domain.code());
        let why = why(words, model, &verdict.policies);
        match sees.iter_mut().find(|line| line.allowed == verdict.allowed && line.why == why) {
            Some(line) => line.domains.push(domain),
            None => sees.push(SeesLine { domains: vec![domain], allowed: verdict.allowed, why }),
        }
    }
    SeerLine {
        name: person.name.clone(),
        role,
        facts: facts.into_iter().filter(|(holds, _)| *holds).map(|(_, key)| words.t(key)).collect(),
        sees,
        knows: person.knows && !person.sees.iter().any(|(_, verdict)| verdict.allowed),
    }
}

fn supposed_lines(words: Words, model: &Model, supposed: &Supposed, change: Change) -> SupposedLines {
    let code = match change {
        Change::Involved(_) => "involved",
        Change::NotInvolved(_) => "not-involved",
        Change::Function(_) => "function",
        Change::Conflict(true) => "conflict",
        Change::Conflict(false) => "no-conflict",
        Change::Excluded(true) => "excluded",
        Change::Excluded(false) => "not-excluded",
        Change::CoordinatorAbsent(true) => "coordinator-absent",
        Change::CoordinatorAbsent(false) => "coordinator-back",
        Change::Emergency(true) => "emergency",
        Change::Emergency(false) => "no-emergency",
    };
    let what = match change {
        Change::Involved(domain) | Change::NotInvolved(domain) => words.code("domain", domain.code()),
        Change::Function(function) => words.code("function", function.code()),
        _ => String::new(),
    };
    let change = words.code("supposed", code);
    let change = if what.is_empty() { change } else { format!("{change} ({what})") };
    let lines = |gained| effect_lines(words, model, &supposed.effects, gained);
    SupposedLines {
        heading: words
            .with("explain-if", &[("name", supposed.name.as_str().into()), ("change", change.into())]),
        not_ready: !supposed.ready,
        gained: lines(true),
        lost: lines(false),
    }
}

fn effect_lines(words: Words, model: &Model, effects: &[Effect], gained: bool) -> Vec<EffectLine> {
    let mut lines: Vec<EffectLine> = Vec::new();
    for effect in effects.iter().filter(|effect| effect.gained == gained) {
        let (domain, deed) = (words.code("domain", effect.domain.code()), words.code("deed", effect.action));
        let why = why(words, model, &effect.policies);
        match lines.iter_mut().find(|line| line.domain == domain && line.why == why) {
            Some(line) => line.deeds.push(deed),
            None => lines.push(EffectLine { domain, deeds: vec![deed], why }),
        }
    }
    lines
}

/// The sentences of the rules that decided; of a house's own, its own reason.
fn why(words: Words, model: &Model, rules: &[String]) -> String {
    if rules.is_empty() {
        return words.t("explain-no-rule");
    }
    let says = rules.iter().map(|id| {
        let own = model.of_the_house.iter().find(|rule| rule.id == *id).and_then(|rule| rule.reason.clone());
        own.unwrap_or_else(|| words.code("rule", id))
    });
    says.collect::<Vec<_>>().join(" ")
}
