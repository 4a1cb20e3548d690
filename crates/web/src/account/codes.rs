//! Recovery codes: asked for, shown once.

use app::account::NotConfirmed;
use axum::response::Response;

use super::{OwnPage, OwnSent};
use crate::answer::html;
use crate::view::account::{CodesPage, RenewCodesPage};

/// Asks first: the old ones stop working.
pub(crate) async fn ask(own: OwnPage) -> Result<Response, Response> {
    own.confirmed()?;
    Ok(html(&RenewCodesPage { frame: own.frame(), form: own.form(), base: own.base }))
}

/// Makes ten and shows them. The answer is the page itself: nothing that could be asked for again keeps them.
pub(crate) async fn renew(sent: OwnSent) -> Result<Response, Response> {
    let own = &sent.own;
    own.confirmed()?;
    let made = own.app().renew_recovery_codes(own.visit.request, &own.session).await;
    Ok(match made.map_err(|e| own.failed(&e))? {
        Ok(codes) => html(&CodesPage { frame: own.frame(), base: own.base, codes, activated: false }),
        Err(NotConfirmed) => own.to_confirm(),
    })
}
