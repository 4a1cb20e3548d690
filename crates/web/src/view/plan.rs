//! The plan: what worker and client see of it, the forms to change it, its versions, and the page on paper.

use askama::Template;

use super::dossier::Masthead;
use super::standing::EndButton;
use super::{Choice, Form, Frame};

/// The plan of one part, to a worker or to the client; what the reader may not do is none.
#[derive(Clone, Debug, Default)]
pub struct PlanCard {
    /// The code of the legal domain, for the address of this part of the page.
    pub anchor: String,
    /// Legal domain in words.
    pub domain: String,
    /// That help under this law has stopped; empty while it goes on.
    pub closed: String,
    /// How it stands with the newest version, in words; empty where there is none.
    pub state: String,
    /// The newest version is what both agreed.
    pub is_agreed: bool,
    /// Which version is agreed, when and how; empty where none is.
    pub agreed: String,
    /// "Versie 3, bewaard op 5 maart 2026 door Samira Bouzid"; empty where there is none.
    pub changed: String,
    pub goals: Vec<GoalCard>,
    pub provisions: Vec<ProvisionCard>,
    pub evaluations: Vec<EvaluationCard>,
    pub questions: Vec<QuestionCard>,
    pub may: May,
}

/// What a worker may do with a plan, as links.
#[derive(Clone, Debug, Default)]
pub struct May {
    pub add_goal: Option<String>,
    pub add_provision: Option<String>,
    pub add_evaluation: Option<String>,
    pub agree: Option<String>,
    pub versions: Option<String>,
}

/// Changing and stopping one thing, as links.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    pub change: String,
    pub stop: String,
}

/// That something is no longer part of the plan.
#[derive(Clone, Debug, Default)]
pub struct StoppedLine {
    /// "Gestopt op 5 maart 2026."
    pub on: String,
    pub why: String,
}

/// One goal.
#[derive(Clone, Debug, Default)]
pub struct GoalCard {
    pub id: String,
    /// "Doel 2"
    pub title: String,
    pub own_words: String,
    /// Empty when the worker added nothing.
    pub worker_words: String,
    /// How it goes, in words.
    pub progress: String,
    pub stopped: Option<StoppedLine>,
    pub steps: Vec<StepCard>,
    pub edit: Option<Edit>,
    /// Where an agreement is added.
    pub add_step: Option<String>,
}

/// An agreement under a goal.
#[derive(Clone, Debug, Default)]
pub struct StepCard {
    pub id: String,
    /// "Afspraak 2"
    pub title: String,
    pub what: String,
    /// Who does it, in words.
    pub who: String,
    /// What else is known of who: a role word, a name; may be empty.
    pub who_words: String,
    pub purpose: String,
    /// In words; empty without a day.
    pub by: String,
    /// The day has passed and it is not done.
    pub is_late: bool,
    /// "Klaar. Genoteerd op 5 maart 2026."; empty while it is not.
    pub done: String,
    pub stopped: Option<StoppedLine>,
    pub edit: Option<Edit>,
    /// Saying that it is done, or taking that back.
    pub mark: Option<EndButton>,
    /// Where a question about it is asked.
    pub ask: Option<String>,
}

/// Help that the client gets.
#[derive(Clone, Debug, Default)]
pub struct ProvisionCard {
    pub what: String,
    pub provider: String,
    /// In words; empty without days.
    pub period: String,
    pub stopped: Option<StoppedLine>,
    pub edit: Option<Edit>,
}

/// A moment to look back.
#[derive(Clone, Debug, Default)]
pub struct EvaluationCard {
    /// "Gepland op 1 juni 2026", or when it was held.
    pub title: String,
    /// The day has passed and it was not held.
    pub is_late: bool,
    pub held: Option<HeldLine>,
    pub stopped: Option<StoppedLine>,
    pub edit: Option<Edit>,
    /// Where it is noted that it took place.
    pub hold: Option<String>,
}

/// What came of looking back.
#[derive(Clone, Debug, Default)]
pub struct HeldLine {
    pub own_words: String,
    /// May be empty.
    pub worker_words: String,
    /// The goal and how it goes with it, in words.
    pub progress: Vec<(String, String)>,
}

/// What the client asked.
#[derive(Clone, Debug, Default)]
pub struct QuestionCard {
    /// What it is about: "het hele plan", "Afspraak 1 van doel 2".
    pub about: String,
    /// Empty when nothing was added to the wish to talk.
    pub words: String,
    pub asked: String,
    /// The client wants to talk before agreeing.
    pub talk_first: bool,
    /// The answer and who gave it when; none while it waits.
    pub answer: Option<(String, String)>,
    /// Where it is answered.
    pub reply: Option<String>,
}

/// `/werk/dossier/{d}/plan`
#[derive(Template)]
#[template(path = "plan/plan.html")]
pub struct PlanPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub cards: Vec<PlanCard>,
    /// Where it is printed; none in an emergency.
    pub print: Option<String>,
    /// The plan of the family.
    pub family: String,
}

/// What a form of the plan is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Goal,
    Step,
    Provision,
    Evaluation,
    Held,
    Stop,
}

impl Kind {
    /// The end of the keys of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Step => "step",
            Self::Provision => "provision",
            Self::Evaluation => "evaluation",
            Self::Held => "held",
            Self::Stop => "stop",
        }
    }
}

/// What a form of the plan asks, whichever page it stands on.
#[derive(Clone, Debug)]
pub struct Asks {
    pub kind: Kind,
    /// The version that was on the screen.
    pub version: i64,
    /// The legal domain's code, and which thing of the plan: what a draft needs to be opened again.
    pub domain: String,
    pub target: String,
    pub doers: Vec<Choice>,
    /// For looking back: each goal, named `progress-…`, with its words.
    pub goals: Vec<(String, String)>,
    pub progress: Vec<Choice>,
    /// The draft's id and how new it is; empty before the first save.
    pub draft: String,
    pub draft_seen: String,
}

/// `/werk/dossier/{d}/plan/{domain}/…`: something new, a change, looking back, stopping. Fields by kind: `own-words`,
/// `worker-words`; `what`, `who`, `who-words`, `purpose`, `by`; `what`, `provider`, `from`, `until`; `planned`; `held`,
/// `own-words`, `worker-words`, `progress-…`; `why`. The button is `deed` = `save` or `draft`.
#[derive(Template)]
#[template(path = "plan/form.html")]
pub struct PlanFormPage {
    pub frame: Frame,
    pub form: Form,
    /// The client's name.
    pub name: String,
    /// "Nieuw doel", "Afspraak wijzigen"
    pub title: String,
    /// What it is about, in the words of the plan; empty for something new.
    pub about: String,
    pub asks: Asks,
    pub action: String,
    pub autosave: String,
    pub draft_saved: Option<String>,
    pub cancel: String,
}

/// Two people changed the same thing. The own text is in `form`; nothing is lost. `deed` = `save` keeps the own text,
/// `both` keeps both.
#[derive(Template)]
#[template(path = "plan/conflict.html")]
pub struct PlanConflictPage {
    pub frame: Frame,
    pub form: Form,
    pub name: String,
    /// Who saved the newest version, and when.
    pub author: String,
    pub at: String,
    /// It was the reader, in another window.
    pub own: bool,
    /// Label and text of what stands there now.
    pub theirs: Vec<(String, String)>,
    pub asks: Asks,
    /// The own text can stand beside the other: it is something new then.
    pub may_keep_both: bool,
    /// The own text can take the place of the other: that was not stopped.
    pub may_keep_own: bool,
    pub action: String,
    /// Keeps the other's text.
    pub cancel: String,
}

/// `/werk/dossier/{d}/plan/{domain}/versies`
#[derive(Template)]
#[template(path = "plan/versions.html")]
pub struct VersionsPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub domain: String,
    /// Newest first.
    pub versions: Vec<VersionLine>,
    pub back: String,
}

/// One version in the list.
#[derive(Clone, Debug, Default)]
pub struct VersionLine {
    pub href: String,
    pub number: u32,
    /// Who saved it and when.
    pub saved: String,
    /// That it was agreed, when and how; empty otherwise.
    pub agreed: String,
}

/// `/werk/dossier/{d}/plan/{domain}/versies/{n}`: what changed in it.
#[derive(Template)]
#[template(path = "plan/version.html")]
pub struct VersionPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub domain: String,
    pub number: u32,
    pub saved: String,
    pub changes: Vec<ChangeCard>,
    /// The list of versions.
    pub back: String,
}

/// One thing that changed.
#[derive(Clone, Debug, Default)]
pub struct ChangeCard {
    /// "Nieuw doel", "Afspraak gewijzigd"
    pub title: String,
    pub lines: Vec<ChangeLine>,
}

/// One line of it.
#[derive(Clone, Debug, Default)]
pub struct ChangeLine {
    pub label: String,
    /// What stood there; empty when nothing did.
    pub before: String,
    pub after: String,
}

impl ChangeLine {
    /// It is what it was.
    pub fn is_same(&self) -> bool {
        self.before == self.after
    }
}

/// `/werk/dossier/{d}/plan/{domain}/afgesproken`. Fields: `how`, `on` (+ `-month`, `-year`); hidden `version`.
#[derive(Template)]
#[template(path = "plan/agree.html")]
pub struct AgreePage {
    pub frame: Frame,
    pub form: Form,
    pub name: String,
    pub domain: String,
    pub version: u32,
    pub ways: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

/// `/werk/dossier/{d}/plan/{domain}/vraag/{q}`. Field: `answer`.
#[derive(Template)]
#[template(path = "plan/answer.html")]
pub struct AnswerPage {
    pub frame: Frame,
    pub form: Form,
    pub name: String,
    pub question: QuestionCard,
    pub action: String,
    pub cancel: String,
}

/// `/werk/dossier/{d}/plan/afdrukken`. Field: `purpose`.
#[derive(Template)]
#[template(path = "plan/print.html")]
pub struct PrintPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    pub purposes: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

/// The plan in large letters, for paper and for weak eyes.
#[derive(Template)]
#[template(path = "plan/large.html")]
pub struct LargePage {
    pub frame: Frame,
    /// Whose plan it is; empty in the portal, where that is clear.
    pub name: String,
    pub cards: Vec<PlanCard>,
    /// Who printed it when and for what (ACC-24), or on which day the client opened it.
    pub mark: String,
    pub back: String,
}

#[cfg(any(test, feature = "samples"))]
pub(in crate::view) mod samples;
