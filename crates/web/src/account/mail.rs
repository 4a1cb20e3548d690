//! Where somebody at work wants to be told by e-mail that there is something.

use app::account::NotConfirmed;
use axum::response::Response;
use domain::MailAddress;

use super::OwnPage;
use crate::answer::{html, to_mend};
use crate::sent::Sent;
use crate::view::account::MailPage;
use crate::view::{FieldErrors, Form, Typed};

/// Asks for it; the field holds the present one.
pub(crate) async fn ask(own: OwnPage) -> Result<Response, Response> {
    own.confirmed()?;
    let typed = match own.given_back().await? {
        Some(typed) => typed,
        None => {
            let told = own.app().mail_address(&own.session).await.map_err(|e| own.failed(&e))?;
            let mut typed = Typed::default();
            typed.put("mail", told.map(|told| told.address.as_str().to_owned()).unwrap_or_default());
            typed
        }
    };
    Ok(html(&page(&own, own.form().with(typed))))
}

/// Changes it; an empty field takes it away.
pub(crate) async fn change(sent: Sent) -> Result<Response, Response> {
    let Sent { page: of, typed, body } = sent;
    let own = OwnPage::of(of).await?;
    if !own.is_fresh() {
        return Err(own.confirm_first(body).await);
    }
    let address: Option<MailAddress> = match typed.get("mail").trim() {
        "" => None,
        written => match written.parse() {
            Ok(address) => Some(address),
            Err(_) => {
                let mut errors = FieldErrors::default();
                errors.put("mail", own.t("account-mail-wrong"));
                return Ok(to_mend(&page(&own, own.form().with(typed).but(errors))));
            }
        },
    };
    let changed = own.app().change_mail_address(own.visit.request, &own.session, address).await;
    Ok(match changed.map_err(|e| own.failed(&e))? {
        Ok(()) => own.done("anders"),
        Err(NotConfirmed) => own.confirm_first(body).await,
    })
}

fn page(own: &OwnPage, form: Form) -> MailPage {
    MailPage { frame: own.frame(), form, base: own.base }
}
