//! Another app for codes.

use app::account::AppRefused;
use axum::response::Response;

use super::{OwnPage, OwnSent};
use crate::answer::{html, to_mend};
use crate::qr::picture;
use crate::view::account::AppPage;
use crate::view::{FieldErrors, Form};

/// Shows a new secret.
pub(crate) async fn ask(own: OwnPage) -> Result<Response, Response> {
    own.confirmed()?;
    Ok(html(&page(&own, own.form_once())))
}

/// Takes it, when the app proves that it has it.
pub(crate) async fn change(sent: OwnSent) -> Result<Response, Response> {
    let own = &sent.own;
    own.confirmed()?;
    let (form, code) = (sent.typed.get("once"), sent.typed.get("code"));
    let changed = own.app().change_app(own.visit.request, &own.session, form, code).await;
    Ok(match changed.map_err(|e| own.failed(&e))? {
        Ok(()) => own.done("anders"),
        Err(AppRefused::NotConfirmed) => own.to_confirm(),
        Err(AppRefused::WrongCode) => {
            let mut errors = FieldErrors::default();
            errors.put("code", own.t("account-app-wrong"));
            to_mend(&page(own, own.form_again(sent.typed.clone()).but(errors)))
        }
    })
}

/// The page of one form: the same form has the same secret.
fn page(own: &OwnPage, form: Form) -> AppPage {
    let new = own.app().new_app(own.session.id.uuid(), &form.once);
    AppPage { frame: own.frame(), form, base: own.base, picture: picture(&new.uri), secret: new.secret }
}
