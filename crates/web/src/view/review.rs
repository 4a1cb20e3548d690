//! Judging an emergency access: the queue, one case, the explanation, what the board is told, and the figures.

use askama::Template;

use super::{Choice, Form, Frame};

/// An emergency access on a list.
#[derive(Clone, Debug, Default)]
pub struct ReviewRow {
    /// Empty where there is nothing the reader may open.
    pub href: String,
    /// Pseudonymous number.
    pub number: String,
    /// Who opened it.
    pub name: String,
    /// Their function and team, in words.
    pub role: String,
    /// Of whose dossier it is; empty where all are of one team.
    pub team: String,
    pub reason: String,
    pub opened: String,
    /// By when it is judged, or what was said when and by whom.
    pub state: String,
    /// "2 werkdagen te laat"; empty when in time or judged.
    pub late: String,
    /// The reader judges; otherwise they only look.
    pub yours: bool,
}

/// `/fg/noodtoegang`
#[derive(Template)]
#[template(path = "review/list.html")]
pub struct ReviewsPage {
    pub frame: Frame,
    /// What the reader judges, by its day.
    pub yours: Vec<ReviewRow>,
    /// What others judge.
    pub others: Vec<ReviewRow>,
    /// The newest first.
    pub judged: Vec<ReviewRow>,
    /// How many are so late that the board is told.
    pub overdue: usize,
}

/// `/toezicht/noodtoegang/{emergency}`. Fields: `outcome`, `sentence`.
#[derive(Template)]
#[template(path = "review/case.html")]
pub struct CasePage {
    pub frame: Frame,
    pub form: Form,
    /// Back to the list.
    pub back: &'static str,
    pub action: String,
    pub number: String,
    /// By when it is judged, in words; empty when that was done.
    pub due: String,
    /// "2 werkdagen te laat"; empty when in time.
    pub late: String,
    /// What stands, and by whom.
    pub verdict: Option<Said>,
    /// The breach that came of it, in words; empty when none did.
    pub breach: String,
    /// "Tom Bakker, buurtteammedewerker, Wijkteam Zuid"
    pub who: String,
    pub opened: String,
    pub until: String,
    pub reason: String,
    pub sentence: String,
    /// Which laws it reached, in words.
    pub domains: String,
    /// Who approved it; empty where nobody was asked.
    pub approved: String,
    /// "las het dossier: 2 keer"
    pub seen: Vec<String>,
    /// Who was involved and whether they were there; none: the dossier is gone.
    pub workers: Option<Vec<WorkerLine>>,
    /// "2 maart 2026: de klant is hier of belt. Terecht"
    pub earlier: Vec<String>,
    pub asked: Vec<Said>,
    pub exchanges: Vec<Exchange>,
    /// The reader judges.
    pub yours: bool,
    /// Who judges, where that is somebody else.
    pub turn: String,
    pub outcomes: Vec<Choice>,
}

/// Something that somebody said.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// What it is, in a sentence: "Terecht", "Gevraagd op 2 maart 2026".
    pub what: String,
    /// As it was typed; may be empty.
    pub words: String,
    /// By whom and when, in words; may be empty.
    pub by: String,
}

/// A worker who was involved at that moment.
#[derive(Clone, Debug, Default)]
pub struct WorkerLine {
    pub name: String,
    pub role: String,
    pub there: String,
}

/// A question of a reviewer, and the explanation.
#[derive(Clone, Debug, Default)]
pub struct Exchange {
    pub question: Said,
    /// None: it is waited for.
    pub answer: Option<Said>,
}

/// `/werk/noodtoegang/{emergency}/uitleg`. Field: `answer`.
#[derive(Template)]
#[template(path = "review/explain.html")]
pub struct ExplainPage {
    pub frame: Frame,
    pub form: Form,
    pub action: String,
    pub number: String,
    pub opened: String,
    pub reason: String,
    pub sentence: String,
    pub exchanges: Vec<Exchange>,
    /// An answer is waited for.
    pub is_asked: bool,
    pub verdict: Option<Said>,
}

/// `/fg/noodtoegang/bestuur`: to print.
#[derive(Template)]
#[template(path = "review/board.html")]
pub struct BoardPage {
    pub frame: Frame,
    pub form: Form,
    /// "22 november 2026"
    pub today: String,
    pub rows: Vec<BoardRow>,
    /// What was not told yet: sent along with the button.
    pub untold: Vec<String>,
}

/// A case that waited too long. Nobody's name but of who told the board.
#[derive(Clone, Debug, Default)]
pub struct BoardRow {
    pub team: String,
    pub opened: String,
    pub due: String,
    pub state: String,
    /// "Verteld op 2 maart 2026 door Ineke Postma"; empty when it was not.
    pub told: String,
}

/// `/toezicht/cijfers`
#[derive(Template)]
#[template(path = "review/figures.html")]
pub struct FiguresPage {
    pub frame: Frame,
    /// Back to the list.
    pub back: &'static str,
    pub teams: Vec<TeamRows>,
    /// Fewer are not told.
    pub small: usize,
}

/// The figures of a team, the newest quarter first.
#[derive(Clone, Debug, Default)]
pub struct TeamRows {
    pub team: String,
    pub rows: Vec<FigureRow>,
}

/// A quarter. "Te weinig" where somebody could be recognised.
#[derive(Clone, Debug, Default)]
pub struct FigureRow {
    /// "4e kwartaal 2026"
    pub quarter: String,
    pub opened: String,
    pub justified: String,
    pub days: String,
}

/// `/fg`
#[derive(Template)]
#[template(path = "review/officer.html")]
pub struct OfficerPage {
    pub frame: Frame,
    /// Today, in words.
    pub today: String,
    pub lines: Vec<OfficerLine>,
}

/// One kind of what waits.
#[derive(Clone, Debug)]
pub struct OfficerLine {
    pub href: &'static str,
    pub title: String,
    /// How many and by when, in a sentence, or that there is nothing.
    pub waits: String,
}

/// `/fg/datalekken`
#[derive(Template)]
#[template(path = "review/breaches.html")]
pub struct BreachesPage {
    pub frame: Frame,
    pub rows: Vec<BreachRow>,
}

/// A breach on the list.
#[derive(Clone, Debug, Default)]
pub struct BreachRow {
    pub href: String,
    pub reference: String,
    pub kind: String,
    pub aware: String,
    /// "nog 41 uur", or that the time is over.
    pub left: String,
    pub is_over: bool,
}

/// `/fg/datalekken/{breach}`
#[derive(Template)]
#[template(path = "review/breach.html")]
pub struct BreachPage {
    pub frame: Frame,
    pub breach: BreachRow,
    pub state: String,
    /// The last moment to report it, in words.
    pub due: String,
    /// Where it came from, in sentences; empty when that is gone.
    pub origin: Vec<String>,
    /// What the reviewer wrote; may be empty.
    pub sentence: String,
    pub judged: String,
    /// To the case; empty when it is gone.
    pub case: String,
}

#[cfg(any(test, feature = "samples"))]
#[path = "review/samples.rs"]
mod samples;
