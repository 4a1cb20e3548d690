//! `/werk/nieuw`: taking in a new question. First search, then only what is needed (BAS-03).

use askama::Template;

use super::{Choice, Contact, Form, Frame, language::LanguageFields};

/// Step 1, `/werk/nieuw`. Fields: `surname`, `birth-date` (+ `-month`, `-year`), `bsn`.
#[derive(Template)]
#[template(path = "intake/search.html")]
pub struct SearchPage {
    pub frame: Frame,
    pub form: Form,
    /// The controller may use the BSN for some domain (BSN-01); else the field is absent.
    pub bsn_allowed: bool,
    /// Whoever searches may open voluntary help, which needs no birth date (BAS-03).
    pub voluntary: bool,
}

/// What a search tells: never more than yes or no (ACC-02), or that there was nothing to look by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    Nobody,
    Perhaps,
    /// Neither a birth date nor a number: voluntary help only.
    NothingToMatch,
}

/// The answer to step 1, with what was typed on board (`form.values`) so that nobody types it twice.
#[derive(Template)]
#[template(path = "intake/search_result.html")]
pub struct SearchResultPage {
    pub frame: Frame,
    pub form: Form,
    pub found: Found,
    /// Asked by the form of step 2: `form.values` holds all of it, for the way back.
    pub from_form: bool,
    /// Who looks along when perhaps known.
    pub coordinator: Contact,
}

impl SearchResultPage {
    /// The text above the answer.
    const fn title(&self) -> &'static str {
        match self.found {
            Found::Nobody => "intake-unknown-title",
            Found::Perhaps => "intake-known-title",
            Found::NothingToMatch => "intake-no-date-title",
        }
    }
}

/// Step 2, `/werk/nieuw/formulier`, sent to `/werk/nieuw/opslaan`. Fields: those of `fields`; `domain`
/// (any of `domains`), `question-<code>` and `life-area-<code>` for each; `preferred-worker`; those of `language`; `agreement`; `notice`; `safe-phone`, `safe-mail`
/// and `safe-post` (one of `safeties`); `safe-note`; `secret-address`; `role`, `none` for the coordinator;
/// hidden `searched`, the proof of step 1.
#[derive(Template)]
#[template(path = "intake/form.html")]
pub struct IntakePage {
    pub frame: Frame,
    pub form: Form,
    /// About the person; only what this controller needs.
    pub fields: Vec<IntakeField>,
    pub language: LanguageFields,
    /// Whom the client would rather be helped by, or no matter whom.
    pub wishes: Vec<Choice>,
    /// What a question can be mostly about.
    pub life_areas: Vec<Choice>,
    pub domains: Vec<DomainChoice>,
    /// How the privacy notice was given (CON-03).
    pub notice_manners: Vec<Choice>,
    /// Version of the notice, "2026-11".
    pub notice_version: String,
    /// How agreement to support was given; asked with the voluntary domain.
    pub agreement_manners: Vec<Choice>,
    /// Whether a channel is safe: yes, no, not asked.
    pub safeties: Vec<Choice>,
    /// The role the worker takes, or none.
    pub roles: Vec<Choice>,
}

impl IntakePage {
    /// The id of a domain's tick box; the first is where the error summary leads.
    pub fn domain_id(&self, at: &usize) -> String {
        if *at == 0 { "domain".to_owned() } else { format!("domain-{at}") }
    }

    /// The name of a domain's question field.
    pub fn question_name(&self, domain: &DomainChoice) -> String {
        format!("question-{}", domain.choice.value)
    }

    /// The name of a domain's field of what its question is mostly about.
    pub fn life_area_name(&self, domain: &DomainChoice) -> String {
        format!("life-area-{}", domain.choice.value)
    }

    /// The roles, and leaving it to the coordinator.
    pub fn role_choices(&self) -> Vec<Choice> {
        let mut choices = self.roles.clone();
        choices.push(
            Choice::new("none", self.frame.t("intake-role-none")).hint(self.frame.t("intake-role-none-hint")),
        );
        choices
    }
}

/// A legal domain that can be chosen.
#[derive(Clone, Debug)]
pub struct DomainChoice {
    /// Code, name and explanation.
    pub choice: Choice,
    /// Agreement to support is needed (CON-03 b).
    pub voluntary: bool,
}

/// One field about the person.
#[derive(Clone, Debug)]
pub struct IntakeField {
    pub name: String,
    pub label: String,
    /// A line of explanation, or empty.
    pub hint: String,
    /// The answer to "Waarom vragen wij dit?" (BAS-03).
    pub why: String,
    pub required: bool,
    pub kind: FieldKind,
}

/// How a field is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Text,
    Area,
    Phone,
    Email,
    /// Three inputs: `name`, `name-month`, `name-year`.
    Date,
    /// Nine digits, masked elsewhere.
    Digits,
    Choice(Vec<Choice>),
}

/// What follows a completed intake.
#[derive(Template)]
#[template(path = "intake/done.html")]
pub struct IntakeDonePage {
    pub frame: Frame,
    pub name: String,
    pub domains: Vec<String>,
    /// The dossier; none when the worker did not become involved.
    pub dossier: Option<String>,
    /// The first note; none when the worker did not become involved.
    pub note: Option<String>,
}

#[cfg(any(test, feature = "samples"))]
mod samples;
