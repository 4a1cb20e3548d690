//! `/werk/balie`: a resident shows an identity document and gets a slip.

use app::activation::{Issued, ToResident, ToResidentRefused};
use app::intake::Begin;
use axum::http::StatusCode;
use axum::response::Response;
use domain::BirthDate;
use text::{Lang, Words};

use super::{document, documents, given, slip_page, whats};
use crate::answer::{html, see_other, to_mend, with_status};
use crate::page::StaffPage;
use crate::sent::{StaffSent, once};
use crate::typed_date;
use crate::view::activation::DeskPage;
use crate::view::{FieldErrors, Form};
use crate::wording::address_of_born;

/// Asks for what stands on the document.
pub(crate) async fn ask(page: StaffPage) -> Result<Response, Response> {
    may_give(&page).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    Ok(html(&desk_page(&page, form)))
}

/// Whoever takes in, which the policies say, on the record; with password and code of minutes ago (ACC-16).
async fn may_give(page: &StaffPage) -> Result<(), Response> {
    page.read(Begin).await?;
    if page.is_fresh() { Ok(()) } else { Err(see_other("/opnieuw?terug=/werk/balie")) }
}

fn desk_page(page: &StaffPage, form: Form) -> DeskPage {
    DeskPage { frame: page.frame(), form, documents: documents(page.words()), whats: whats(page.words()) }
}

/// Makes the slip.
pub(crate) async fn issue(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    may_give(&page).await?;
    let words = page.words();
    let mut errors = FieldErrors::default();
    // In the order of the form, as the list of mistakes is read.
    let document = document(words, &typed, &mut errors);
    if domain::text_input::is_blank(typed.get("surname")) {
        errors.put("surname", words.t("intake-surname-missing"));
    }
    let birth_date = typed_date::birth_date(&typed, "birth-date", page.today(), words, &mut errors);
    if birth_date.is_some_and(|date| date == BirthDate::UNKNOWN) {
        errors.put("birth-date", words.t("desk-birth-date-missing"));
    }
    let given = given(words, &typed, &mut errors);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let (Some(document), Some((with_code, with_list)), Some(birth_date), true) =
        (document, given, birth_date, errors.is_empty())
    {
        let slip = page.app().new_slip(document, with_code, with_list);
        let form = once(&typed).unwrap_or_else(|| page.app().random_id());
        let surname = typed.get("surname").to_owned();
        let give = ToResident { surname, birth_date, slip: slip.clone(), form };
        let why = match page.perform(give).await? {
            Ok(Issued::Slip(made)) => {
                let words = Words::new(Lang::Nl, address_of_born(&birth_date, page.today()));
                return Ok(slip_page(&page, words, made, slip, "/werk/balie"));
            }
            Ok(Issued::CannotSay) => "desk-cannot-say",
            Err(ToResidentRefused::Nothing) => "intake-surname-missing",
            Err(ToResidentRefused::TooYoung) => "desk-too-young",
            Err(ToResidentRefused::MadeAlready) => "desk-made-already",
            Err(ToResidentRefused::TooMany) => {
                status = StatusCode::TOO_MANY_REQUESTS;
                "desk-too-many"
            }
        };
        errors.put("", words.t(why));
        // A slip that was made is not made again by the same form; the next one is another.
        if why == "desk-made-already" {
            return Ok(to_mend(&desk_page(&page, page.form_once().but(errors))));
        }
    }
    Ok(with_status(status, &desk_page(&page, page.form_again(typed).but(errors))))
}
