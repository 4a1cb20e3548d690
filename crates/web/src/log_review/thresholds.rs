//! `/fg/opvallend/grenzen`: from where on something stands out, what held before, and a change with its reason.

use app::log_review::{
    ChangeRefused, ChangeThem, History, Made, Thresholds, ThresholdsError, TypedThresholds,
};
use axum::extract::Query;
use axum::response::Response;
use domain::log_review::Change;
use domain::text_input::InputProblem;
use serde::Deserialize;
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::entry::problem_key;
use crate::page::StaffPage;
use crate::sent::StaffSent;
use crate::typed_date;
use crate::view::log_review::{ThresholdsPage, ThresholdsRow};
use crate::view::{FieldErrors, Flash, Form, Tone, Typed};
use crate::wording::day;

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    bewaard: String,
}

/// `/fg/opvallend/grenzen`
pub(crate) async fn ask(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let history = page.read(History).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => at_first(&page, &history),
    };
    let mut shown = thresholds_page(&page, &history, form);
    if !asked.bewaard.is_empty() {
        shown.frame.flash = Some(Flash { tone: Tone::Done, text: page.t("thresholds-kept") });
    }
    Ok(html(&shown))
}

/// What holds today.
fn held(page: &StaffPage, history: &[Made]) -> Thresholds {
    let changes: Vec<Change> = history.iter().map(|it| it.change).collect();
    Thresholds::on(&changes, page.today())
}

/// What holds today, from today on: whoever changes one number types one number.
fn at_first(page: &StaffPage, history: &[Made]) -> Form {
    let (mut form, held, words) = (page.form(), held(page, history), page.words());
    form.values.put("dossiers", held.dossiers.to_string());
    form.values.put("empty-searches", held.empty_searches.to_string());
    form.values.put("out-of-hours", held.out_of_hours.to_string());
    form.values.put("emergencies", held.emergencies.to_string());
    form.values.put("begins", clock(words, held.begins));
    form.values.put("ends", clock(words, held.ends));
    typed_date::put(&mut form.values, "from", page.today());
    form
}

/// "7.00", as one types it.
fn clock(words: Words, time: jiff::civil::Time) -> String {
    words.time(time).trim_end_matches(" uur").to_owned()
}

fn thresholds_page(page: &StaffPage, history: &[Made], form: Form) -> ThresholdsPage {
    let (words, held) = (page.words(), held(page, history));
    ThresholdsPage {
        now: vec![
            (words.t("thresholds-dossiers"), held.dossiers.to_string()),
            (words.t("thresholds-empty-searches"), held.empty_searches.to_string()),
            (words.t("thresholds-out-of-hours"), held.out_of_hours.to_string()),
            (words.t("thresholds-emergencies"), held.emergencies.to_string()),
            (words.t("thresholds-hours"), hours(words, &held)),
        ],
        history: history.iter().map(|it| row(words, it)).collect(),
        frame: page.frame(),
        form,
    }
}

fn hours(words: Words, it: &Thresholds) -> String {
    let (from, until) = (words.time(it.begins), words.time(it.ends));
    words.with("thresholds-from-until", &[("from", from.into()), ("until", until.into())])
}

fn row(words: Words, it: &Made) -> ThresholdsRow {
    let held = &it.change.thresholds;
    let what = words.with(
        "thresholds-line",
        &[
            ("dossiers", i64::from(held.dossiers).into()),
            ("searches", i64::from(held.empty_searches).into()),
            ("late", i64::from(held.out_of_hours).into()),
            ("emergencies", i64::from(held.emergencies).into()),
            ("hours", hours(words, held).into()),
        ],
    );
    let by = [("who", it.by.as_str().into()), ("when", day(words, it.change.made_at).into())];
    ThresholdsRow {
        since: words.date(it.change.from),
        what,
        reason: it.reason.to_string(),
        by: words.with("finding-said-by", &by),
    }
}

/// Changes the thresholds, after password and code (ACC-16).
pub(crate) async fn change(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let history = page.read(History).await?;
    if !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let words = page.words();
    let mut errors = FieldErrors::default();
    let thresholds = read(&typed, words, &mut errors);
    let from = typed_date::date(&typed, "from", words, &mut errors);
    if from.is_none() && errors.of("from").is_none() {
        errors.put("from", words.t("fault-missing"));
    }
    if domain::text_input::is_blank(typed.get("reason")) {
        errors.put("reason", words.t("thresholds-reason-missing"));
    }
    if let (Some(thresholds), Some(from), true) = (thresholds, from, errors.is_empty()) {
        let change = ChangeThem { from, thresholds, reason: typed.get("reason").to_owned() };
        match page.perform(change).await? {
            Ok(()) => return Ok(see_other("/fg/opvallend/grenzen?bewaard=1")),
            Err(ChangeRefused::Past) => errors.put("from", words.t("thresholds-past")),
            Err(ChangeRefused::Reason(why)) => match why.problem {
                InputProblem::Empty => errors.put("reason", words.t("thresholds-reason-missing")),
                problem => errors.put("reason", words.t(problem_key(problem))),
            },
        }
    }
    Ok(to_mend(&thresholds_page(&page, &history, page.form_again(typed).but(errors))))
}

fn read(typed: &Typed, words: Words, errors: &mut FieldErrors) -> Option<Thresholds> {
    let number = |name| typed.get(name).trim().parse::<u32>().ok();
    let time = |name| typed_date::time(typed.get(name)).ok().flatten();
    let typed = TypedThresholds {
        dossiers: number("dossiers"),
        empty_searches: number("empty-searches"),
        out_of_hours: number("out-of-hours"),
        emergencies: number("emergencies"),
        begins: time("begins"),
        ends: time("ends"),
    };
    match typed.read() {
        Ok(thresholds) => Some(thresholds),
        Err(wrong) => {
            for why in wrong {
                match why {
                    ThresholdsError::Number(field) => errors.put(field, words.t("thresholds-number-wrong")),
                    ThresholdsError::Time(field) => errors.put(field, words.t("thresholds-time-wrong")),
                    ThresholdsError::EndsFirst => errors.put("ends", words.t("thresholds-ends-first")),
                }
            }
            None
        }
    }
}
