//! A way in: given to residents at the desk, to staff by the administrator, and taken by its owner.

pub(crate) mod desk;
pub(crate) mod owner;
pub(crate) mod staff;

use app::activation::{NewSlip, Slip};
use axum::response::Response;
use domain::sign_in::Document;
use text::Words;

use crate::answer::html;
use crate::page::StaffPage;
use crate::view::activation::SlipPage;
use crate::view::{Choice, FieldErrors, Typed};
use crate::wording::day;

fn documents(words: Words) -> Vec<Choice> {
    Document::ALL.iter().map(|it| Choice::new(it.code(), words.code("document", it.code()))).collect()
}

fn whats(words: Words) -> Vec<Choice> {
    vec![
        Choice::new("activation", words.t("desk-what-activation"))
            .hint(words.t("desk-what-activation-about")),
        Choice::new("list", words.t("desk-what-list")).hint(words.t("desk-what-list-about")),
    ]
}

/// Which document was seen.
fn document(words: Words, typed: &Typed, errors: &mut FieldErrors) -> Option<Document> {
    let document = typed.get("document").parse();
    if document.is_err() {
        errors.put("document", words.t("desk-document-missing"));
    }
    document.ok()
}

/// What is given: with a code, with a list.
fn given(words: Words, typed: &Typed, errors: &mut FieldErrors) -> Option<(bool, bool)> {
    let with_code = match typed.get("what") {
        "activation" => true,
        "list" => false,
        _ => {
            errors.put("what", words.t("desk-what-missing"));
            return None;
        }
    };
    Some((with_code, !with_code || typed.ticked("with-list")))
}

/// The slip, in the words of who takes it home: the answer to the form itself, for nothing that could be asked
/// for again keeps the codes.
fn slip_page(page: &StaffPage, words: Words, slip: Slip, new: NewSlip, again: &'static str) -> Response {
    html(&SlipPage {
        frame: page.frame(),
        words,
        login_name: slip.login_name,
        code: new.code,
        // The last whole day: who reads "tot en met" may come at any hour of it.
        valid_until: slip.valid_until.map(|until| day(words, until - jiff::SignedDuration::from_hours(24))),
        list: new.list,
        again,
    })
}
