//! `/werk/dossier/{dossier}/samen-kijken`: the client's own view on the worker's screen, in the client's words, until the
//! worker stops.

use app::portal::Together;
use axum::extract::Path;
use axum::response::Response;
use text::{Lang, Words};

use super::{changes, months};
use crate::answer::html;
use crate::entry::dossier_id;
use crate::page::StaffPage;
use crate::view::Section;
use crate::view::portal::Line;
use crate::view::portal::together::TogetherPage;
use crate::wording::{address_of, contacts, greeting};

/// `/werk/dossier/{dossier}/samen-kijken`
pub(crate) async fn show(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    page.show(Together(dossier), &&page, |read, page| {
        // The portal is Dutch, and says *u* or *je* to the client, whatever the worker reads.
        let words = Words::new(Lang::Nl, address_of(&read.fields, page.today()));
        let mut frame = page.frame();
        (frame.words, frame.section) = (words, Section::Public);
        let mut months = months(words, read);
        for line in months.iter_mut().flat_map(|month| &mut month.lines) {
            if let Line::Entry(entry) = line {
                // What lies behind it is the client's alone.
                entry.href = String::new();
            }
        }
        html(&TogetherPage {
            worker: page.post.name.clone(),
            greeting: greeting(&read.fields, words.address),
            months,
            more: read.more,
            workers: contacts(words, &read.involved, page.app().now()),
            changes: changes(words, read),
            stop: format!("/werk/dossier/{}", read.head.dossier),
            frame,
        })
    })
    .await
}
