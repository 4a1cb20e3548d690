//! `/beheer/teams`: the teams, and the functions with what they may work in.

use askama::Template;

use crate::view::Frame;

/// `/beheer/teams`
#[derive(Template)]
#[template(path = "administration/teams.html")]
pub struct TeamsPage {
    pub frame: Frame,
    pub teams: Vec<TeamRow>,
    pub functions: Vec<FunctionRow>,
}

/// A team.
#[derive(Clone, Debug)]
pub struct TeamRow {
    pub name: String,
    pub phone: String,
    /// How many work there now.
    pub working: String,
    /// How many begin there later; none without any.
    pub coming: Option<String>,
}

/// A function.
#[derive(Clone, Debug)]
pub struct FunctionRow {
    pub name: String,
    /// The legal domains, or that there are none.
    pub domains: String,
    /// Who gives it.
    pub given: String,
}
