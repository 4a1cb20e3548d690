//! `/toezicht/achterhouden` and `/fg/achterhouden`: what is told later, by the day on which somebody decides, and deciding.
//! Whoever proposed it reads the same page at `/werk/achterhouden`.

use app::withhold::{
    Access, Decide, DecideRefused, Extend, List, Notice, Read, Release, Row, Says, Stage, Step,
};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::withhold::{Decider, ReviewDayError, board_hears, latest_review, overdue_by};
use domain::{Sentence, WithholdId, amsterdam_date};
use jiff::civil::Date;
use serde::Deserialize;
use text::Words;

use super::sentence;
use crate::answer::{html, see_other, to_mend};
use crate::inquiry::function_of;
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::typed_date;
use crate::view::withhold::{AccessLines, ListPage, ListRow, NoticePage, StepLine};
use crate::view::{Choice, FieldErrors, Flash, Form, Tone, Typed};
use crate::wording::{moment, number};

/// What the address may add: what was done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    klaar: String,
    voorgesteld: String,
    al: String,
}

impl Asked {
    fn flash(&self, words: Words) -> Option<Flash> {
        let (tone, key) = match (self.klaar.as_str(), self.voorgesteld.as_str(), self.al.as_str()) {
            ("later", _, _) => (Tone::Done, "withhold-done-later"),
            ("nu", _, _) => (Tone::Done, "withhold-done-now"),
            (_, "1", _) => (Tone::Done, "withhold-proposed"),
            (_, _, "1") => (Tone::Note, "withhold-already"),
            _ => return None,
        };
        Some(Flash { tone, text: words.t(key) })
    }
}

/// Where the reader finds their list; none for who only proposes.
fn base(page: &StaffPage) -> &'static str {
    if page.post.function.oversees() {
        "/fg/achterhouden"
    } else if page.post.function.coordinates() {
        "/toezicht/achterhouden"
    } else {
        "/werk/achterhouden"
    }
}

/// `/toezicht/achterhouden` and `/fg/achterhouden`
pub(crate) async fn list(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    page.show(List, &(&page, &asked), |rows, (page, asked)| {
        let mut frame = page.frame();
        frame.flash = asked.flash(page.words());
        let notes = page.post.coordinates_now && page.post.team.is_some();
        html(&ListPage { frame, notes, rows: rows.iter().map(|it| row(page, it)).collect() })
    })
    .await
}

fn row(page: &StaffPage, it: &Row) -> ListRow {
    let (words, today) = (page.words(), page.today());
    ListRow {
        href: format!("{}/{}", base(page), it.id),
        number: number(it.number),
        due: words.weekday_and_date(due(it.stage)),
        late: late(words, it.stage, today),
        ground: words.code("ground", it.ground.code()),
        state: state(words, it.stage),
        yours: open(it.stage) && (it.yours.decide || it.yours.extend),
    }
}

/// The day on which something is done or was.
fn due(stage: Stage) -> Date {
    match stage {
        // The last day on which somebody can decide.
        Stage::Proposed { lapses_at } => {
            let on = amsterdam_date(lapses_at);
            on.yesterday().unwrap_or(on)
        }
        Stage::Withheld { review_on } => review_on,
        Stage::Lapsed { on } | Stage::Refused { on } | Stage::Released { on } => on,
    }
}

const fn open(stage: Stage) -> bool {
    matches!(stage, Stage::Proposed { .. } | Stage::Withheld { .. })
}

fn state(words: Words, stage: Stage) -> String {
    let on = |key: &str, day: Date| words.with(key, &[("day", words.date(day).into())]);
    match stage {
        Stage::Proposed { lapses_at } => words.with(
            "withhold-state-proposed",
            &[("when", words.weekday_and_date(amsterdam_date(lapses_at)).into())],
        ),
        Stage::Withheld { review_on } => on("withhold-state-withheld", review_on),
        Stage::Lapsed { on: day } => on("withhold-state-lapsed", day),
        Stage::Refused { on: day } => on("withhold-state-refused", day),
        Stage::Released { on: day } => on("withhold-state-released", day),
    }
}

/// "3 werkdagen te laat"; empty when in time.
fn late(words: Words, stage: Stage, today: Date) -> String {
    let Stage::Withheld { review_on } = stage else { return String::new() };
    match overdue_by(review_on, today) {
        0 => String::new(),
        days => words.with("withhold-late", &[("days", i64::from(days).into())]),
    }
}

fn notice_page(page: &StaffPage, notice: &Notice, mut form: Form) -> NoticePage {
    let (words, today) = (page.words(), page.today());
    let latest = latest(page, notice);
    if let (Some(latest), true) = (latest, form.values.pairs().is_empty()) {
        typed_date::put(&mut form.values, "review", latest);
    }
    let base = base(page);
    NoticePage {
        frame: page.frame(),
        number: number(notice.number),
        state: state(words, notice.stage),
        late: late(words, notice.stage, today),
        board: match notice.stage {
            Stage::Withheld { review_on } => page.post.function.oversees() && board_hears(review_on, today),
            _ => false,
        },
        ground: words.code("ground", notice.ground.code()),
        whom: words.code("withhold-from", notice.hidden_from.code()),
        access: notice.access.as_ref().map(|it| access(words, it)),
        steps: notice.steps.iter().map(|it| step(words, it)).collect(),
        says: says(words, notice),
        review_hint: latest.map_or_else(String::new, |day| {
            words.with("withhold-review-hint", &[("day", words.date(day).into())])
        }),
        officer_only: notice.yours.decide && notice.yours.officer_only && !page.post.function.oversees(),
        not_yours: open(notice.stage) && !notice.yours.decide,
        action: format!("{base}/{}", notice.id),
        back: if base == "/werk/achterhouden" { "/werk/noodtoegang" } else { base }.to_owned(),
        form,
    }
}

/// The last review day that the reader can set.
fn latest(page: &StaffPage, notice: &Notice) -> Option<Date> {
    let by = if page.post.function.oversees() { Decider::Officer } else { Decider::Team };
    latest_review(notice.first_on, page.today(), by).filter(|_| notice.yours.extend)
}

fn access(words: Words, it: &Access) -> AccessLines {
    AccessLines {
        who: format!("{}, {}", it.name, function_of(words, &it.function, &it.team_name)),
        opened: moment(words, it.opened_at),
        reason: words.code("emergency-reason", it.reason.code()),
    }
}

fn step(words: Words, it: &Step) -> StepLine {
    let by = [
        ("name", it.name.as_str().into()),
        ("function", words.code("function", &it.function).into()),
        ("when", moment(words, it.at).into()),
    ];
    StepLine {
        what: words.code("withhold-step", it.step.code()),
        by: words.with("withhold-step-by", &by),
        review: it.review_on.map_or_else(String::new, |day| {
            words.with("withhold-step-review", &[("day", words.date(day).into())])
        }),
        sentence: it.sentence.to_string(),
    }
}

/// What the reader can decide about it now; empty when nothing.
fn says(words: Words, notice: &Notice) -> Vec<Choice> {
    let choice = |code: &str| Choice::new(code, words.code("withhold-says", code));
    if !notice.yours.decide {
        return Vec::new();
    }
    match notice.stage {
        Stage::Proposed { .. } => {
            notice.yours.extend.then(|| choice("later")).into_iter().chain([choice("now")]).collect()
        }
        Stage::Withheld { .. } => {
            let ground = words.code("told-later", notice.ground.code());
            let tell = words.with("withhold-says-tell-hint", &[("ground", ground.into())]);
            let mut all = Vec::new();
            all.extend(notice.yours.extend.then(|| choice("extend")));
            all.push(choice("tell").hint(tell));
            all.push(choice("bare").hint(words.t("withhold-says-bare-hint")));
            all
        }
        Stage::Lapsed { .. } | Stage::Refused { .. } | Stage::Released { .. } => Vec::new(),
    }
}

fn id_of(page: &StaffPage, typed: &str) -> Result<WithholdId, Response> {
    typed.parse().map_err(|_| refused::denied(page, &[]))
}

/// `/toezicht/achterhouden/{notice}`, `/fg/achterhouden/{notice}` and `/werk/achterhouden/{notice}`
pub(crate) async fn show(
    page: StaffPage,
    Path(notice): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let id = id_of(&page, &notice)?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    page.show(Read(id), &(&page, &form, &asked), |found, (page, form, asked)| {
        let mut shown = notice_page(page, found, (*form).clone());
        shown.frame.flash = asked.flash(page.words());
        html(&shown)
    })
    .await
}

/// What was chosen, with what it needs.
enum Deed {
    Decide(Says),
    Extend { known: Date, review_on: Date },
    Release { tell_ground: bool },
}

/// Decides, after password and code of minutes ago (ACC-16).
pub(crate) async fn decide(Path(notice): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let (id, words) = (id_of(&page, &notice)?, page.words());
    let found = page.read(Read(id)).await?;
    let mut errors = FieldErrors::default();
    let deed = deed(&page, &found, &typed, &mut errors);
    let why = sentence(words, &typed, &mut errors);
    if let (Some(deed), Some(why)) = (deed, why) {
        if !page.is_fresh() {
            return Err(page.confirm_first(body).await);
        }
        let shown = matches!(deed, Deed::Release { .. } | Deed::Decide(Says::Now));
        match done(&page, id, deed, why).await? {
            Ok(()) => {
                let done = if shown { "nu" } else { "later" };
                return Ok(see_other(&format!("{}?klaar={done}", base(&page))));
            }
            Err(DecideRefused::Over) => errors.put("", words.t("withhold-over")),
            Err(DecideRefused::Review(why)) => errors.put("review", review_told(words, why)),
        }
    }
    let found = page.read(Read(id)).await?;
    Ok(to_mend(&notice_page(&page, &found, page.form_again(typed).but(errors))))
}

async fn done(
    page: &StaffPage,
    notice: WithholdId,
    deed: Deed,
    sentence: Sentence,
) -> Result<Result<(), DecideRefused>, Response> {
    match deed {
        Deed::Decide(says) => page.perform(Decide { notice, says, sentence }).await,
        Deed::Extend { known, review_on } => {
            page.perform(Extend { notice, known, review_on, sentence }).await
        }
        Deed::Release { tell_ground } => page.perform(Release { notice, tell_ground, sentence }).await,
    }
}

fn deed(page: &StaffPage, notice: &Notice, typed: &Typed, errors: &mut FieldErrors) -> Option<Deed> {
    let words = page.words();
    match (typed.get("says"), notice.stage) {
        ("later", _) => Some(Deed::Decide(Says::Later { review_on: review(words, typed, errors)? })),
        ("now", _) => Some(Deed::Decide(Says::Now)),
        ("extend", Stage::Withheld { review_on: known }) => {
            Some(Deed::Extend { known, review_on: review(words, typed, errors)? })
        }
        ("extend", _) => {
            errors.put("", words.t("withhold-over"));
            None
        }
        ("tell", _) => Some(Deed::Release { tell_ground: true }),
        ("bare", _) => Some(Deed::Release { tell_ground: false }),
        _ => {
            errors.put("says", words.t("withhold-says-missing"));
            None
        }
    }
}

fn review(words: Words, typed: &Typed, errors: &mut FieldErrors) -> Option<Date> {
    let day = typed_date::date(typed, "review", words, errors);
    if day.is_none() && errors.of("review").is_none() {
        errors.put("review", words.t("withhold-review-missing"));
    }
    day
}

fn review_told(words: Words, why: ReviewDayError) -> String {
    match why {
        ReviewDayError::NotLater => words.t("withhold-review-not-later"),
        ReviewDayError::TooLate { max } => {
            words.with("withhold-review-too-late", &[("day", words.date(max).into())])
        }
        ReviewDayError::OfficerOnly => words.t("withhold-officer-only"),
    }
}
