//! A family visit: who was visited, and one form with a shared paragraph and a paragraph for each person.

use askama::Template;

use super::{Choice, Form, Frame};

/// `/werk/gezinsbezoek`: for whom? Field: `with`, the id of a dossier, at least twice.
#[derive(Template)]
#[template(path = "family_visit/choose.html")]
pub struct ChooseFamilyPage {
    pub frame: Frame,
    pub form: Form,
    /// The name that was searched for; empty for all.
    pub name: String,
    /// The own dossiers that fit, and those that are chosen.
    pub people: Vec<Choice>,
    /// There are more than fit on a page: search by name.
    pub more: bool,
}

/// One person of the visit.
#[derive(Clone, Debug, Default)]
pub struct Visited {
    /// Counted from one, as the page numbers them.
    pub number: usize,
    pub dossier: String,
    /// The client's name; empty when it is not the reader's any more.
    pub name: String,
    /// Parts this worker may write in; one needs no choice.
    pub parts: Vec<Choice>,
    /// It cannot be written any more; what was typed stays on the page and is not kept.
    pub gone: bool,
}

/// The form. Fields: `with` and `without` (dossier ids), `shared`, `kind`, `source`, `happened` (+ `-month`, `-year`),
/// `time`; for each dossier `part-`, `facts-`, `opinion-` and `there-` with its id; `names-fit`; hidden `draft`,
/// `draft-seen`; the button is `deed` = `save` or `draft`.
#[derive(Template)]
#[template(path = "family_visit/write.html")]
pub struct FamilyVisitPage {
    pub frame: Frame,
    pub form: Form,
    pub people: Vec<Visited>,
    /// Who is named in the shared paragraph, in words; none: nobody, or nobody looked yet.
    pub named: Option<String>,
    pub kinds: Vec<Choice>,
    pub sources: Vec<Choice>,
    pub there: Vec<Choice>,
    pub draft: String,
    pub draft_seen: String,
    /// "Concept bewaard om 14.32 uur."; none before the first save.
    pub draft_saved: Option<String>,
}

impl FamilyVisitPage {
    fn field(what: &str, person: &Visited) -> String {
        format!("{what}-{}", person.dossier)
    }
}

#[cfg(any(test, feature = "samples"))]
mod samples;
