//! Ending one's own sessions: one, or all but this one. Asks nothing first: whoever sees a stranger there must
//! be quick, and ending too much costs a new sign-in.

use axum::extract::Path;
use axum::response::Response;
use domain::SessionId;

use super::{OwnPage, OwnSent};
use crate::answer;
use crate::refused;

/// Ends one session. Of oneself: that is signing out.
pub(crate) async fn end_one(Path(session): Path<String>, sent: OwnSent) -> Result<Response, Response> {
    let OwnPage { page, base } = &sent.own;
    let Ok(which) = session.parse::<SessionId>() else { return Err(refused::absent(page)) };
    let ended = page.app().end_own_session(page.visit.request, &page.session, which).await;
    if !ended.map_err(|e| sent.own.failed(&e))? {
        // Another's, or ended already: the list says what there is.
        return Ok(answer::see_other(base));
    }
    if which == page.session.id {
        return Ok(answer::without_session(&page.visit, answer::see_other("/uitloggen")));
    }
    Ok(sent.own.done("sessie"))
}

/// Ends all but this one.
pub(crate) async fn end_others(sent: OwnSent) -> Result<Response, Response> {
    let page = &sent.own.page;
    let ended = page.app().end_other_sessions(page.visit.request, &page.session).await;
    ended.map_err(|e| sent.own.failed(&e))?;
    Ok(sent.own.done("sessie"))
}
