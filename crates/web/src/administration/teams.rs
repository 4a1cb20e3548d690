//! The teams and who can be reached there, and what each function may work in. Neither says anything of a client.

use app::post::{CountTeams, TeamLine};
use axum::response::Response;
use domain::Function;
use text::Words;

use super::domains;
use crate::answer::html;
use crate::page::StaffPage;
use crate::view::administration::teams::{FunctionRow, TeamRow, TeamsPage};

/// `/beheer/teams`
pub(crate) async fn show(page: StaffPage) -> Result<Response, Response> {
    page.show(CountTeams, &page, |found, page| {
        let words = page.words();
        html(&TeamsPage {
            frame: page.frame(),
            teams: found.iter().map(|it| team(words, it)).collect(),
            functions: Function::ALL.iter().map(|&it| function(words, it)).collect(),
        })
    })
    .await
}

fn team(words: Words, it: &TeamLine) -> TeamRow {
    TeamRow {
        name: it.name.clone(),
        phone: it.phone.clone(),
        working: words.with("teams-working", &[("many", it.working.into())]),
        coming: (it.coming > 0).then(|| words.with("teams-coming", &[("many", it.coming.into())])),
    }
}

fn function(words: Words, it: Function) -> FunctionRow {
    let given = if it.is_given_by_administrators() { "teams-given-here" } else { "teams-given-elsewhere" };
    FunctionRow {
        name: words.code("function", it.code()),
        domains: domains(words, it),
        given: words.t(given),
    }
}
