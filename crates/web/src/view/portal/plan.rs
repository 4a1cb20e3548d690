//! `/mijn/plan`: the own plan, in *u* or *je*. Agreeing, "Klaar" and a question.

use askama::Template;

use super::HouseChoice;
use crate::view::plan::{ChangeCard, PlanCard, StoppedLine, VersionLine};
use crate::view::{Form, Frame};

/// `/mijn/plan`
#[derive(Template)]
#[template(path = "portal/plan.html")]
pub struct OwnPlanPage {
    pub frame: Frame,
    pub houses: Vec<HouseChoice>,
    /// Empty: there is no plan yet.
    pub plans: Vec<OwnPlan>,
    /// The page in large letters.
    pub large: String,
    /// Sections of a plan with others; empty: there are none that they may read.
    pub family: Vec<OwnFamilySection>,
}

impl OwnPlanPage {
    /// "Fout: " before the title when an answer has to be mended.
    fn mark(&self) -> String {
        let answers = self.plans.iter().filter_map(|plan| plan.answer.as_ref());
        answers.map(|it| it.form.mark()).find(|mark| !mark.is_empty()).unwrap_or_default()
    }
}

/// The own plan of one part.
#[derive(Clone, Debug, Default)]
pub struct OwnPlan {
    pub card: PlanCard,
    /// The client is asked whether they agree; none when there is nothing to say.
    pub answer: Option<AnswerForm>,
    /// The earlier versions; none when there is only one.
    pub versions: Option<String>,
    /// Where a question about the whole plan is asked.
    pub ask: Option<String>,
}

/// A section of a plan with others (MOD-03).
#[derive(Clone, Debug)]
pub struct OwnFamilySection {
    /// None: they do not read it themselves yet.
    pub text: Option<OwnFamilyText>,
    /// "Dit gaat over u en 2 anderen."
    pub about: String,
    /// What they said about the others reading it; empty where it is about nobody else.
    pub said: String,
    pub form: Form,
    pub version: i64,
    pub action: String,
    /// Which buttons there are.
    pub may_yes: bool,
    pub may_no: bool,
    /// The anchor.
    pub id: String,
}

/// What it says.
#[derive(Clone, Debug)]
pub struct OwnFamilyText {
    /// Written by people, as are the words.
    pub title: String,
    pub words: String,
    pub changed: String,
    pub stopped: Option<StoppedLine>,
}

/// "Ik ben het eens" or "Ik wil er eerst over praten". Fields: `words`; hidden `version`; the button is `answer`.
#[derive(Clone, Debug)]
pub struct AnswerForm {
    pub form: Form,
    pub version: i64,
    pub action: String,
}

/// `/mijn/plan/{p}/versies`
#[derive(Template)]
#[template(path = "portal/plan_versions.html")]
pub struct OwnVersionsPage {
    pub frame: Frame,
    pub domain: String,
    /// Newest first.
    pub versions: Vec<VersionLine>,
    pub back: String,
}

/// `/mijn/plan/{p}/versies/{n}`: what changed in it.
#[derive(Template)]
#[template(path = "portal/plan_version.html")]
pub struct OwnVersionPage {
    pub frame: Frame,
    pub domain: String,
    pub number: u32,
    /// Who saved it and when.
    pub saved: String,
    pub changes: Vec<ChangeCard>,
    /// The list of versions.
    pub back: String,
}

/// `/mijn/plan/{p}/vraag/{i}`. Field: `words`.
#[derive(Template)]
#[template(path = "portal/plan_ask.html")]
pub struct PlanAskPage {
    pub frame: Frame,
    pub form: Form,
    /// What it is about, in words.
    pub about: String,
    /// The agreement's own words; empty for the whole plan.
    pub quote: String,
    pub action: String,
    pub cancel: String,
}

#[cfg(any(test, feature = "samples"))]
#[path = "plan/samples.rs"]
mod samples;
