//! Another password.

use app::account::{NotConfirmed, PasswordRefused, check_password};
use axum::response::Response;
use text::Words;

use super::{OwnPage, OwnSent};
use crate::answer::{html, to_mend};
use crate::view::account::PasswordPage;
use crate::view::{FieldErrors, Typed};

/// Asks for it.
pub(crate) async fn ask(own: OwnPage) -> Result<Response, Response> {
    own.confirmed()?;
    Ok(html(&PasswordPage { frame: own.frame(), form: own.form(), base: own.base }))
}

/// Changes it.
pub(crate) async fn change(sent: OwnSent) -> Result<Response, Response> {
    let own = &sent.own;
    own.confirmed()?;
    let errors = mistakes(own.words(), &sent.typed);
    if !errors.is_empty() {
        let form = own.form().but(errors);
        return Ok(to_mend(&PasswordPage { frame: own.frame(), form, base: own.base }));
    }
    let password = sent.typed.get("password").to_owned();
    let changed = own.app().change_password(own.visit.request, &own.session, password).await;
    Ok(match changed.map_err(|e| own.failed(&e))? {
        Ok(()) => own.done("anders"),
        Err(NotConfirmed) => own.to_confirm(),
    })
}

/// What is wrong with a new password, at its field.
pub(crate) fn mistakes(words: Words, typed: &Typed) -> FieldErrors {
    let mut errors = FieldErrors::default();
    let refused = check_password(typed.get("password"), typed.get("password-again")).err();
    let told = refused.map(|why| match why {
        PasswordRefused::TooShort => ("password", "account-password-short"),
        PasswordRefused::TooLong => ("password", "account-password-long"),
        PasswordRefused::EasilyGuessed => ("password", "account-password-easy"),
        PasswordRefused::NotTheSame => ("password-again", "account-password-differs"),
    });
    if let Some((field, key)) = told {
        errors.put(field, words.t(key));
    }
    errors
}
