//! `/beheer`: who works here, as what and from when to when (ACC-07). Nothing of a client stands here.

pub(crate) mod change;
pub(crate) mod teams;
pub(crate) mod users;

use app::post::{Lacks, ListPosts, PostLine, TeamName, lacks};
use axum::response::Response;
use domain::Function;
use domain::post::PostState;
use text::Words;

use crate::answer::html;
use crate::page::StaffPage;
use crate::view::Choice;
use crate::view::administration::{AdminPage, TodoLine};
use crate::wording::domain as domain_name;

/// What a list of posts can be narrowed to, and what the first page counts.
const STATES: [&str; 6] = ["now", "not-yet", "over", "waiting", "pledge", "training"];

/// Whether a post is of a state.
fn is_of(state: &str, page: &StaffPage, it: &PostLine) -> bool {
    let at = PostState::at(page.app().now(), it.from, it.until);
    let lacking = || match at {
        PostState::Now => lacks(it, page.today()),
        PostState::NotYet | PostState::Over => Lacks::default(),
    };
    match state {
        "now" => at == PostState::Now,
        "not-yet" => at == PostState::NotYet,
        "over" => at == PostState::Over,
        "waiting" => at == PostState::Now && !it.activated,
        "pledge" => lacking().pledge,
        "training" => lacking().training,
        // Nothing chosen: who works here, or will.
        _ => at != PostState::Over,
    }
}

/// `/beheer`: what asks for attention, in words.
pub(crate) async fn start(page: StaffPage) -> Result<Response, Response> {
    page.show(ListPosts, &page, |posts, page| {
        let words = page.words();
        let count = |state: &str| posts.iter().filter(|it| is_of(state, page, it)).count();
        let todo = ["waiting", "pledge", "training"].into_iter().filter_map(|state| {
            let many = count(state);
            let mut form = page.form();
            form.values.put("state", state);
            let text = words.with(&format!("admin-todo-{state}"), &[("many", many.into())]);
            (many > 0).then_some(TodoLine { text, form })
        });
        html(&AdminPage {
            working: words.with("admin-working", &[("many", count("now").into())]),
            todo: todo.collect(),
            frame: page.frame(),
        })
    })
    .await
}

/// The functions that an administrator gives, each with its legal domains.
fn functions(words: Words) -> Vec<Choice> {
    let given = Function::ALL.iter().filter(|function| function.is_given_by_administrators());
    given
        .map(|&function| {
            Choice::new(function.code(), words.code("function", function.code()))
                .hint(domains(words, function))
        })
        .collect()
}

/// "jeugdhulp, Wmo", or that there are none.
fn domains(words: Words, function: Function) -> String {
    let names: Vec<String> = function.allowed_domains().iter().map(|it| domain_name(words, *it)).collect();
    if names.is_empty() { words.t("users-no-domains") } else { names.join(", ") }
}

fn teams(teams: &[TeamName]) -> Vec<Choice> {
    teams.iter().map(|it| Choice::new(it.team.to_string(), it.name.clone())).collect()
}
