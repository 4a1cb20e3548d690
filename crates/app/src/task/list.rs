//! "Taken": what is to be done in the own dossiers, by urgency, 25 a page. The words of a task are opened only for the page
//! that is shown.

use domain::task::Whose;
use domain::{
    DossierId, DraftId, EmergencyId, EntryId, LegalDomain, Origin, TaskId, Urgency, amsterdam_date,
};
use domain::{people, plan};
use jiff::civil::Date;
use policy::May;
use policy::actions::{ListCaseload, ListTasks as TasksListed, OwnDesktop};
use store::client::caseload::{self, Case};
use store::client::tasks::{self, Waiting};
use store::{Error, Text, Undone, UseCase, Work};

use super::sources;

/// Lines on one page.
pub const PAGE: usize = 25;

/// Which of them to show.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum View {
    /// The own, and those of who is away for whom one stands in.
    #[default]
    Mine,
    /// What nobody works on.
    Team,
}

/// What to show.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Filter {
    pub view: View,
    /// Only these.
    pub urgency: Option<Urgency>,
    /// 1 is the first.
    pub page: usize,
}

/// Something to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// None where it names no client.
    pub dossier: Option<DossierId>,
    /// Whose dossier it is; empty where it names no client.
    pub name: String,
    pub domain: Option<LegalDomain>,
    pub due: Option<Date>,
    pub item: Item,
}

/// What it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Item {
    /// Somebody wrote it down.
    Task {
        id: TaskId,
        /// The step that the page shows.
        step: i64,
        words: Text,
        whose: Whose,
        /// For whom the worker stands in; empty otherwise.
        owner: String,
    },
    /// An own emergency access is to be explained; the client by number.
    Explanation { emergency: EmergencyId, number: i64 },
    /// No contact since this day.
    Silent { since: Date },
    /// The client will read an entry. `kind` is a `domain::EntryKind` code.
    Readable { entry: EntryId, kind: String },
    /// The privacy notice was not given.
    Notice,
    /// A draft that goes by itself.
    Draft { draft: DraftId },
    /// A day of the plan.
    Plan { kind: plan::DueKind },
    /// A day about the people around the client.
    People { kind: people::DueKind },
}

impl Item {
    /// Where it comes from.
    pub const fn origin(&self) -> Origin {
        match self {
            Self::Task { .. } => Origin::Written,
            Self::Explanation { .. } => Origin::Explanation,
            Self::Silent { .. } => Origin::Silent,
            Self::Readable { .. } => Origin::Readable,
            Self::Notice => Origin::Notice,
            Self::Draft { .. } => Origin::Draft,
            Self::Plan { .. } => Origin::Plan,
            Self::People { .. } => Origin::People,
        }
    }
}

impl Line {
    pub(super) fn about(case: &Case, domain: LegalDomain, due: Option<Date>, item: Item) -> Self {
        Self { dossier: Some(case.dossier), name: case.fields.full_name(), domain: Some(domain), due, item }
    }

    pub(super) fn about_client(case: &Case, due: Date, item: Item) -> Self {
        let name = case.fields.full_name();
        Self { dossier: Some(case.dossier), name, domain: None, due: Some(due), item }
    }

    pub(super) const fn of_nobody(due: Option<Date>, item: Item) -> Self {
        Self { dossier: None, name: String::new(), domain: None, due, item }
    }
}

/// How many there are of each urgency, in the order of `Urgency::ALL`.
pub type Counts = [usize; 5];

/// One page of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TaskList {
    pub lines: Vec<Line>,
    /// Of the chosen view, before the urgency was chosen.
    pub counts: Counts,
    /// How many nobody works on.
    pub team: usize,
    /// How many fit.
    pub found: usize,
    pub page: usize,
    pub last_page: usize,
}

/// Lists what is to be done.
#[derive(Clone, Copy, Debug)]
pub struct ListTasks(pub Filter);

impl UseCase for ListTasks {
    type Action = TasksListed;
    type Out = TaskList;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, TasksListed>) -> Result<TaskList, Undone<Self::Refusal>> {
        let filter = self.0;
        let cases = caseload::own(work).await?;
        let waiting = tasks::waiting(work, &cases).await?;
        let team = waiting.iter().filter(|it| it.whose == Whose::Team).count();
        let computed = match filter.view {
            View::Team => Vec::new(),
            View::Mine => {
                let parts = tasks::open_parts(work, &cases).await?;
                sources::all(work, &cases, &parts).await?
            }
        };
        let today = amsterdam_date(work.now());
        let is_team = filter.view == View::Team;
        let own = waiting.into_iter().filter(|it| (it.whose == Whose::Team) == is_team);
        let mut all: Vec<Row> = own.map(Row::Task).chain(computed.into_iter().map(Row::Line)).collect();
        let counts = counted(&all, today);
        all.retain(|row| filter.urgency.is_none_or(|wanted| row.urgency(today) == wanted));
        all.sort_by_cached_key(|row| (row.urgency(today), row.due(), row.name(&cases)));
        let found = all.len();
        let last_page = found.div_ceil(PAGE).max(1);
        let page = filter.page.clamp(1, last_page);
        let mut lines = Vec::new();
        for row in all.into_iter().skip((page - 1) * PAGE).take(PAGE) {
            lines.push(row.opened(work, &cases).await?);
        }
        Ok(TaskList { lines, counts, team, found, page, last_page })
    }
}

/// What is not opened yet.
enum Row {
    Task(Waiting),
    Line(Line),
}

impl Row {
    const fn due(&self) -> Option<Date> {
        match self {
            Self::Task(it) => it.due,
            Self::Line(it) => it.due,
        }
    }

    fn urgency(&self, today: Date) -> Urgency {
        Urgency::of(self.due(), today)
    }

    fn name(&self, cases: &[Case]) -> String {
        match self {
            Self::Task(it) => name_of(cases, it.dossier),
            Self::Line(it) => it.name.clone(),
        }
    }

    async fn opened<A: May<ListCaseload>>(
        self,
        work: &mut Work<'_, A>,
        cases: &[Case],
    ) -> Result<Line, Error> {
        match self {
            Self::Line(line) => Ok(line),
            Self::Task(task) => opened(work, cases, task).await,
        }
    }
}

fn name_of(cases: &[Case], dossier: DossierId) -> String {
    let case = cases.iter().find(|case| case.dossier == dossier);
    case.map(|case| case.fields.full_name()).unwrap_or_default()
}

async fn opened<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
    task: Waiting,
) -> Result<Line, Error> {
    let words = tasks::words_of(work, &task).await?;
    Ok(Line {
        dossier: Some(task.dossier),
        name: name_of(cases, task.dossier),
        domain: Some(task.domain),
        due: task.due,
        item: Item::Task {
            id: task.id,
            step: task.standing.step,
            words,
            whose: task.whose,
            owner: task.owner_name,
        },
    })
}

fn counted(all: &[Row], today: Date) -> Counts {
    let mut counts = Counts::default();
    for row in all {
        let at = Urgency::ALL.iter().position(|it| *it == row.urgency(today));
        if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    counts
}

/// How many stand on the page a day begins with, of each urgency.
const IN_SIGHT: usize = 10;

/// What is late, for today and for this week: the first of each, and how many there are; and how many nobody works on.
pub(crate) async fn soon<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
) -> Result<(Vec<Line>, Counts, usize), Error> {
    let today = amsterdam_date(work.now());
    let waiting = tasks::waiting(work, cases).await?;
    let parts = tasks::open_parts(work, cases).await?;
    let team = waiting.iter().filter(|it| it.whose == Whose::Team).count();
    let own = waiting.into_iter().filter(|it| it.whose != Whose::Team).map(Row::Task);
    let mut computed = sources::by_part(work, cases, &parts);
    computed.extend(sources::by_day(work, cases).await?);
    let mut all: Vec<Row> = own.chain(computed.into_iter().map(Row::Line)).collect();
    let counts = counted(&all, today);
    all.retain(|row| row.urgency(today).is_soon());
    all.sort_by_cached_key(|row| (row.urgency(today), row.due(), row.name(cases)));
    let mut lines: Vec<Line> = Vec::new();
    for row in all {
        let urgency = row.urgency(today);
        if lines.iter().filter(|line| Urgency::of(line.due, today) == urgency).count() < IN_SIGHT {
            lines.push(row.opened(work, cases).await?);
        }
    }
    Ok((lines, counts, team))
}
