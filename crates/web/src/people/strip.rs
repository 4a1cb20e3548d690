//! After a note was saved: whether it names somebody who is not known here (CON-27). A hint and never a block; what it finds
//! is shown once and kept nowhere.

use app::dossier::DossierRead;
use domain::EntryId;
use domain::people::{Known, candidates, unknown_names};

use crate::page::StaffPage;
use crate::view::Typed;
use crate::view::people::NamesStrip;

/// The note may name somebody: then it is looked up after saving. Where nothing looks like a name nothing is asked.
pub(crate) fn may_name_somebody(typed: &Typed) -> bool {
    ["facts", "opinion"].iter().any(|field| !candidates(typed.get(field)).is_empty())
}

/// The names in a note that nobody here has, if any; and what can be done about it.
pub(crate) fn strip(
    page: &StaffPage,
    read: &DossierRead,
    entry: EntryId,
    known: &Known,
) -> Option<NamesStrip> {
    let entry = read.entries.iter().find(|it| it.id == entry)?;
    let mut names = unknown_names(&entry.facts, known);
    for name in unknown_names(&entry.opinion, known) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let last = names.pop()?;
    let words = page.words();
    let names = match names.as_slice() {
        [] => last,
        others => words.with("names-and", &[("others", others.join(", ").into()), ("last", last.into())]),
    };
    let base = format!("/werk/dossier/{}", read.head.dossier);
    Some(NamesStrip {
        names,
        add: format!("{base}/mensen/nieuw/person"),
        correct: format!("{base}/notitie/{}/corrigeren", entry.id),
        later: format!("{base}/tijdlijn"),
    })
}
