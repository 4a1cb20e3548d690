//! `/werk/toetsen`: which keys do something, and putting them off (WCAG 2.1.4).

use axum::response::Response;

use crate::answer::{html, see_other, to_mend};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::keys::KeysPage;
use crate::view::{Choice, FieldErrors, Form};

/// `/werk/toetsen`
pub(crate) async fn show(page: StaffPage) -> Result<Response, Response> {
    let mut form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    form.values.put_if_empty("keys", if page.session.keys_off { "off" } else { "on" });
    Ok(html(&keys_page(&page, form)))
}

fn keys_page(page: &StaffPage, form: Form) -> KeysPage {
    let words = page.words();
    let choices = ["on", "off"].map(|it| Choice::new(it, words.code("keys", it)));
    KeysPage { frame: page.frame(), form, choices: choices.into() }
}

/// Puts them on or off.
pub(crate) async fn put(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let off = match typed.get("keys") {
        "on" => false,
        "off" => true,
        _ => {
            let errors = FieldErrors::from([("keys", page.t("keys-missing"))]);
            return Ok(to_mend(&keys_page(&page, page.form_again(typed).but(errors))));
        }
    };
    page.app().put_keys(&page.session, off).await.map_err(|e| refused::failed(&page.visit, &e))?;
    Ok(see_other("/werk/toetsen"))
}
