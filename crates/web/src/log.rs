//! `/fg/logboek` and `/toezicht/logboek`: reading the record per client, per member of staff, per team and day. What is
//! asked for goes in a form and not in an address, which stays in histories; password and code come first (ACC-16).

use app::log::{Choosable, Choose, Lines, LogLine, PAGE, ReadClientLog, ReadTeamLog, ReadWorkerLog, Window};
use axum::response::Response;
use domain::log::LogReason;
use domain::{StaffId, TeamId, amsterdam_midnight};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use text::Words;

use crate::answer::{html, to_mend};
use crate::page::StaffPage;
use crate::sent::StaffSent;
use crate::typed_date::{self, date};
use crate::view::log::{LogHomePage, LogPage, LogRow, Shown};
use crate::view::{Choice, FieldErrors, Form, Typed};
use crate::wording::{domain, moment, number};

/// Days that a form offers at first.
const DAYS: i32 = 7;

/// Which of the three views.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    Client,
    Worker,
    Team,
    /// The coordinator's: the own team.
    OwnTeam,
}

impl View {
    const fn path(self) -> &'static str {
        match self {
            Self::Client => "/fg/logboek/klant",
            Self::Worker => "/fg/logboek/medewerker",
            Self::Team => "/fg/logboek/team",
            Self::OwnTeam => "/toezicht/logboek",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Client => "log-client-title",
            Self::Worker => "log-worker-title",
            Self::Team | Self::OwnTeam => "log-team-title",
        }
    }

    const fn is_of_one_day(self) -> bool {
        matches!(self, Self::Team | Self::OwnTeam)
    }
}

/// `/fg/logboek`
pub(crate) async fn home(page: StaffPage) -> Result<Response, Response> {
    page.show(Choose, &page, |_, page| html(&LogHomePage { frame: page.frame() })).await
}

pub(crate) async fn ask_client(page: StaffPage) -> Result<Response, Response> {
    ask(page, View::Client).await
}

pub(crate) async fn ask_worker(page: StaffPage) -> Result<Response, Response> {
    ask(page, View::Worker).await
}

pub(crate) async fn ask_team(page: StaffPage) -> Result<Response, Response> {
    ask(page, View::Team).await
}

pub(crate) async fn ask_own_team(page: StaffPage) -> Result<Response, Response> {
    ask(page, View::OwnTeam).await
}

pub(crate) async fn client(sent: StaffSent) -> Result<Response, Response> {
    read(sent, View::Client).await
}

pub(crate) async fn worker(sent: StaffSent) -> Result<Response, Response> {
    read(sent, View::Worker).await
}

pub(crate) async fn team(sent: StaffSent) -> Result<Response, Response> {
    read(sent, View::Team).await
}

pub(crate) async fn own_team(sent: StaffSent) -> Result<Response, Response> {
    read(sent, View::OwnTeam).await
}

/// Who and what can be chosen. Asking it puts a stranger on the record, and turns them away (ACC-19).
async fn choosable(page: &StaffPage, view: View) -> Result<Choosable, Response> {
    match view {
        View::OwnTeam => {
            page.read(app::standing::ReadTeamStanding(page.post.team)).await?;
            Ok(Choosable::default())
        }
        View::Client | View::Worker | View::Team => page.read(Choose).await,
    }
}

async fn ask(page: StaffPage, view: View) -> Result<Response, Response> {
    let known = choosable(&page, view).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => at_first(page.form(), view, page.today()),
    };
    Ok(html(&log_page(&page, view, &known, form, None)))
}

/// The last week, or today.
fn at_first(mut form: Form, view: View, today: Date) -> Form {
    if view.is_of_one_day() {
        typed_date::put(&mut form.values, "day", today);
    } else {
        typed_date::put(&mut form.values, "from", today.checked_sub(DAYS.days()).unwrap_or(today));
        typed_date::put(&mut form.values, "until", today);
    }
    form
}

fn log_page(page: &StaffPage, view: View, known: &Choosable, form: Form, shown: Option<Shown>) -> LogPage {
    let words = page.words();
    let posts = known.posts.iter().map(|(id, name, function)| {
        Choice::new(id.to_string(), format!("{name}, {}", words.code("function", function.code())))
    });
    LogPage {
        frame: page.frame(),
        form,
        title: words.t(view.title()),
        by_number: view == View::Client,
        workers: if view == View::Worker { posts.collect() } else { Vec::new() },
        teams: if view == View::Team {
            known.teams.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect()
        } else {
            Vec::new()
        },
        one_day: view.is_of_one_day(),
        reasons: LogReason::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("reading", it.code())))
            .collect(),
        action: view.path().to_owned(),
        back: if view == View::OwnTeam { String::new() } else { "/fg/logboek".to_owned() },
        shown,
    }
}

/// What was asked for, when it can be read.
struct Wanted {
    client: i64,
    staff: Option<StaffId>,
    team: Option<TeamId>,
    reason: LogReason,
    window: Window,
}

/// Shows a page of lines.
async fn read(sent: StaffSent, view: View) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    if !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let known = choosable(&page, view).await?;
    let mut errors = FieldErrors::default();
    let Some(wanted) = wanted(&page, view, &typed, &mut errors) else {
        let form = page.form_again(typed).but(errors);
        return Ok(to_mend(&log_page(&page, view, &known, form, None)));
    };
    let form = page.form_again(typed);
    let context = (&page, view, &known, &form);
    let (reason, window) = (wanted.reason, wanted.window);
    match (view, wanted.staff) {
        (View::Client, _) => {
            page.show(ReadClientLog { number: wanted.client, reason, window }, &context, render).await
        }
        (View::Worker, Some(staff)) => {
            page.show(ReadWorkerLog { staff, reason, window }, &context, render).await
        }
        _ => page.show(ReadTeamLog { team: wanted.team, reason, window }, &context, render).await,
    }
}

type Context<'a> = (&'a StaffPage, View, &'a Choosable, &'a Form);

fn render(found: &Lines, (page, view, known, form): &Context<'_>) -> Response {
    let words = page.words();
    let last = found.lines.last().filter(|_| found.more);
    let shown = Shown {
        rows: found.lines.iter().map(|line| row(words, line)).collect(),
        below: last.map(|it| format!("{}-{}", it.at.as_millisecond(), it.number)).unwrap_or_default(),
        is_first: form.values.get("below").is_empty(),
    };
    html(&log_page(page, *view, known, (*form).clone(), Some(shown)))
}

fn row(words: Words, line: &LogLine) -> LogRow {
    let function = match line.function.as_str() {
        "" => String::new(),
        code => words.code("function", code),
    };
    let known = domain::Function::ALL.iter().any(|it| it.code() == line.function);
    LogRow {
        at: moment(words, line.at),
        who: if line.staff_name.is_empty() { words.t("log-nobody") } else { line.staff_name.clone() },
        role: [if known { function } else { String::new() }, line.team_name.clone()]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        what: words.code("action", &line.event),
        domains: line.domains.iter().map(|it| domain(words, *it)).collect::<Vec<_>>().join(", "),
        outcome: words.code("outcome", &line.outcome),
        refused: line.outcome == "denied",
        reason: crate::portal::reason(words, &line.reason),
        emergency: line.emergency,
        client: line.client.map(number).unwrap_or_default(),
    }
}

fn wanted(page: &StaffPage, view: View, typed: &Typed, errors: &mut FieldErrors) -> Option<Wanted> {
    let words = page.words();
    let client = match (view, typed.get("number").trim().parse::<i64>()) {
        (View::Client, Ok(number)) if number >= 0 => number,
        (View::Client, _) => {
            errors.put("number", words.t("log-number-missing"));
            0
        }
        _ => 0,
    };
    let staff = typed.get("worker").parse::<StaffId>().ok();
    if view == View::Worker && staff.is_none() {
        errors.put("worker", words.t("log-worker-missing"));
    }
    let team = match view {
        View::OwnTeam => page.post.team,
        _ => typed.get("team").parse::<TeamId>().ok(),
    };
    if view == View::Team && team.is_none() {
        errors.put("team", words.t("log-team-missing"));
    }
    let (from, until) = if view.is_of_one_day() { ("day", "day") } else { ("from", "until") };
    let span = days(typed, words, (from, until), errors);
    let reason = typed.get("reason").parse::<LogReason>().ok();
    if reason.is_none() {
        errors.put("reason", words.t("log-reason-missing"));
    }
    let (from, until) = span?;
    if !errors.is_empty() {
        return None;
    }
    let window = Window { from, until, below: below(typed), take: PAGE };
    Some(Wanted { client, staff, team, reason: reason?, window })
}

/// From the first midnight to the one after the last day.
fn days(
    typed: &Typed,
    words: Words,
    (from, until): (&str, &str),
    errors: &mut FieldErrors,
) -> Option<(Timestamp, Timestamp)> {
    let first = date(typed, from, words, errors);
    let last = if from == until { first } else { date(typed, until, words, errors) };
    for (name, found) in [(from, first), (until, last)] {
        if found.is_none() && errors.of(name).is_none() {
            errors.put(name, words.t("fault-missing"));
        }
    }
    let (first, last) = (first?, last?);
    if last < first {
        errors.put(until, words.t("fault-ends-before-it-starts"));
        return None;
    }
    Some((amsterdam_midnight(first)?, amsterdam_midnight(last.tomorrow().ok()?)?))
}

/// The line that the next page goes on below; what does not parse starts at the top.
fn below(typed: &Typed) -> Option<(Timestamp, i64)> {
    let (at, number) = typed.get("below").split_once('-')?;
    Some((Timestamp::from_millisecond(at.parse().ok()?).ok()?, number.parse().ok()?))
}
