//! Facts that stand between a worker and a dossier, and who says them.

pub(crate) mod deputy;
pub(crate) mod dossier;
pub(crate) mod figures;
pub(crate) mod own;
pub(crate) mod shield;
pub(crate) mod team;

use app::standing::{Absence, AbsenceRefused, Conflict};
use domain::amsterdam_midnight;
use jiff::{Timestamp, ToSpan};
use text::Words;

use crate::page::Page;
use crate::typed_date::date;
use crate::view::standing::{EndButton, Held};
use crate::view::{FieldErrors, Form, Typed};
use crate::wording::day;

/// A button that ends something. Its form has a name of its own: there are more of them on a page.
pub(crate) fn end_button(page: &Page, action: String, label: String) -> EndButton {
    let name = format!("eind-{}", action.replace('/', "-"));
    EndButton { action, label, form: page.form().called(name), grounds: Vec::new() }
}

/// "Familie, met naam en geboortedatum": what can be told of a declared conflict.
fn conflict(words: Words, conflict: &Conflict, end: Option<EndButton>) -> Held {
    let about = words.t(if conflict.of_address { "tie-of-address" } else { "tie-of-person" });
    Held {
        what: words.with(
            "tie-line",
            &[("kind", words.code("conflict-with", conflict.kind.code()).into()), ("about", about.into())],
        ),
        since: words.with("held-since", &[("day", day(words, conflict.since).into())]),
        end,
    }
}

/// "Afwezig van 1 tot en met 5 december 2026".
fn absence(words: Words, absence: &Absence, end: Option<EndButton>) -> Held {
    let last = absence.until - 1.second();
    Held {
        what: words.t("absence-line"),
        since: words.with(
            "absence-from-until",
            &[("from", day(words, absence.from).into()), ("until", day(words, last).into())],
        ),
        end,
    }
}

/// The first and the last day as typed, as instants: from the first midnight to the one after the last day.
pub(crate) fn days(typed: &Typed, words: Words, errors: &mut FieldErrors) -> Option<(Timestamp, Timestamp)> {
    let first = date(typed, "from", words, errors);
    let last = date(typed, "until", words, errors);
    for (name, found) in [("from", first), ("until", last)] {
        if found.is_none() && errors.of(name).is_none() {
            errors.put(name, words.t("fault-missing"));
        }
    }
    let after = last?.tomorrow().ok()?;
    Some((amsterdam_midnight(first?)?, amsterdam_midnight(after)?))
}

/// Where it is told why an absence was not kept.
fn say_why(refused: AbsenceRefused, words: Words, errors: &mut FieldErrors) {
    let (field, key) = match refused {
        AbsenceRefused::EndsBeforeItStarts => ("until", "fault-ends-before-it-starts"),
        AbsenceRefused::Passed => ("until", "absence-passed"),
        AbsenceRefused::Overlaps => ("from", "deputy-overlaps"),
        AbsenceRefused::NotInTeam => ("worker", "absence-not-in-team"),
    };
    errors.put(field, words.t(key));
}

/// The form with what was typed before the session was over, or an empty one.
async fn form(page: &Page) -> Result<Form, axum::response::Response> {
    Ok(match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    })
}
