//! One's own passkeys: made, and taken away.

use app::account::Removed;
use app::sign_in::PasskeyRefused;
use axum::extract::Path;
use axum::response::Response;
use domain::PasskeyId;

use super::{OwnPage, OwnSent};
use crate::answer::{html, see_other, to_mend};
use crate::passkey::json;
use crate::refused;
use crate::view::FieldErrors;
use crate::view::account::PasskeyPage;

/// Asks for one more.
pub(crate) async fn ask(own: OwnPage) -> Result<Response, Response> {
    offered(&own)?;
    own.confirmed()?;
    Ok(html(&PasskeyPage { frame: own.frame(), form: own.form(), base: own.base }))
}

fn offered(own: &OwnPage) -> Result<(), Response> {
    if own.app().offers_passkeys() { Ok(()) } else { Err(refused::absent(own)) }
}

/// The question that makes it, for the script.
pub(crate) async fn question(sent: OwnSent) -> Result<Response, Response> {
    let own = &sent.own;
    own.confirmed()?;
    let asked = own.app().ask_new_passkey(&own.session).await.map_err(|e| own.failed(&e))?;
    asked.map(json).ok_or_else(|| refused::absent(own))
}

/// The answer.
pub(crate) async fn add(sent: OwnSent) -> Result<Response, Response> {
    let own = &sent.own;
    offered(own)?;
    own.confirmed()?;
    let (app, answer) = (own.app(), sent.typed.get("antwoord"));
    let added = app.add_passkey(own.visit.request, &own.session, answer, own.visit.device).await;
    Ok(match added.map_err(|e| own.failed(&e))? {
        Ok(()) => own.done("anders"),
        Err(PasskeyRefused::NotConfirmed) => own.to_confirm(),
        Err(PasskeyRefused::DoesNotFit) => {
            let mut errors = FieldErrors::default();
            errors.put("", own.t("passkey-wrong"));
            let form = own.form().but(errors);
            to_mend(&PasskeyPage { frame: own.frame(), form, base: own.base })
        }
    })
}

/// Takes one away. Asks for password and code first, then for the deed again.
pub(crate) async fn remove(Path(passkey): Path<String>, sent: OwnSent) -> Result<Response, Response> {
    let own = &sent.own;
    let Ok(id) = passkey.parse::<PasskeyId>() else { return Err(refused::absent(own)) };
    let removed = own.app().remove_passkey(own.visit.request, &own.session, id).await;
    Ok(match removed.map_err(|e| own.failed(&e))? {
        Removed::Gone => own.done("anders"),
        // The page offers no such button: something else was taken away meanwhile. It says why.
        Removed::LastWay => see_other(own.base),
        Removed::NotConfirmed => see_other(&format!("/opnieuw?terug={}", own.base)),
    })
}
