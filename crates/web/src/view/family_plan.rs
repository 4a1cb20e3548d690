//! The plan of a family as its workers see it: sections with whom they are about, writing one, and who agreed that the
//! others read it.

use askama::Template;

use super::dossier::Masthead;
use super::plan::StoppedLine;
use super::{Choice, Form, Frame};

/// `/werk/dossier/{d}/gezinsplan`
#[derive(Template)]
#[template(path = "family_plan/plan.html")]
pub struct FamilyPlanPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub sections: Vec<SectionCard>,
    /// Where a section is added; none when the reader cannot.
    pub add: Option<String>,
    /// The client's own plan.
    pub back: String,
}

/// One section.
#[derive(Clone, Debug, Default)]
pub struct SectionCard {
    /// The anchor.
    pub id: String,
    /// Written by people, as are the words.
    pub title: String,
    pub words: String,
    /// The names of whom it is about.
    pub about: String,
    /// Who wrote it and when.
    pub changed: String,
    pub stopped: Option<StoppedLine>,
    /// The page of this section.
    pub href: String,
}

/// `/werk/dossier/{d}/gezinsplan/{s}`
#[derive(Template)]
#[template(path = "family_plan/section.html")]
pub struct FamilySectionPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub card: SectionCard,
    pub people: Vec<PersonLine>,
    /// Who reads it in the portal, in a sentence.
    pub portal: String,
    /// Noting what somebody said; none when there is nothing to say or the reader cannot.
    pub answer: Option<AnswerForm>,
    pub change: Option<String>,
    pub stop: Option<String>,
    /// Newest first; the first is what the card says.
    pub versions: Vec<VersionText>,
    pub back: String,
}

impl FamilySectionPage {
    fn mark(&self) -> String {
        self.answer.as_ref().map(|it| it.form.mark()).unwrap_or_default()
    }
}

/// Somebody whom a section is about.
#[derive(Clone, Debug, Default)]
pub struct PersonLine {
    pub name: String,
    /// The law under which it lies in their dossier.
    pub domain: String,
    /// Who says yes for them, in words (CON-04); empty where nobody is asked.
    pub who: String,
    /// What they said, in words; empty where nobody is asked.
    pub said: String,
}

/// Fields: `who` (ids of parts), `answer`, `how`, `on` (+ `-month`, `-year`); hidden `version`.
#[derive(Clone, Debug)]
pub struct AnswerForm {
    pub form: Form,
    pub who: Vec<Choice>,
    pub answers: Vec<Choice>,
    pub ways: Vec<Choice>,
    pub version: i64,
    pub action: String,
}

/// One version with its text.
#[derive(Clone, Debug, Default)]
pub struct VersionText {
    pub number: u32,
    pub saved: String,
    pub title: String,
    pub words: String,
}

/// `/werk/dossier/{d}/gezinsplan/nieuw` and `…/{s}/wijzigen`. Fields: `title`, `words`; for a new one `name`, `with` (ids of
/// dossiers) and `part`; else hidden `seen`. The button is `deed` = `save` or `search`.
#[derive(Template)]
#[template(path = "family_plan/form.html")]
pub struct FamilyFormPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    /// None: the section is there already, and its people stay.
    pub choose: Option<ChoosePeople>,
    /// The names of whom it is about.
    pub about: String,
    pub seen: i64,
    /// Somebody else was first: what it says now.
    pub theirs: Option<(String, String)>,
    pub action: String,
    pub cancel: String,
}

/// Whom a new section is about, besides the client.
#[derive(Clone, Debug, Default)]
pub struct ChoosePeople {
    /// The own dossiers that fit the name, and those that are chosen.
    pub people: Vec<Choice>,
    pub more: bool,
    /// A name was searched for.
    pub searched: bool,
    /// Parts of the client's own dossier; one needs no choice.
    pub parts: Vec<Choice>,
}

/// `…/{s}/stoppen`. Field: `why`; hidden `seen`.
#[derive(Template)]
#[template(path = "family_plan/stop.html")]
pub struct FamilyStopPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    pub title: String,
    pub seen: i64,
    pub action: String,
    pub cancel: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples;
