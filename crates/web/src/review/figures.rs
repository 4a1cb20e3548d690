//! `/toezicht/cijfers`: how often dossiers are opened in an emergency, by team and quarter. Small groups are hidden.

use app::review::{Quarter, ReadFigures, SMALL};
use axum::response::Response;
use text::Words;

use crate::answer::html;
use crate::page::StaffPage;
use crate::view::review::{FigureRow, FiguresPage, TeamRows};

/// `/toezicht/cijfers`
pub(crate) async fn show(page: StaffPage) -> Result<Response, Response> {
    page.show(ReadFigures, &page, |teams, page| {
        let words = page.words();
        let teams = teams.iter().map(|it| TeamRows {
            team: it.team_name.clone(),
            rows: it.quarters.iter().map(|quarter| row(words, quarter)).collect(),
        });
        html(&FiguresPage {
            frame: page.frame(),
            back: super::list_of(page),
            teams: teams.collect(),
            small: SMALL,
        })
    })
    .await
}

fn row(words: Words, it: &Quarter) -> FigureRow {
    let hidden = || words.t("figures-hidden");
    let quarter = words.with(
        "figures-quarter-of",
        &[("quarter", i64::from(it.quarter).into()), ("year", it.year.to_string().into())],
    );
    let Some(figures) = it.figures else {
        return FigureRow { quarter, opened: hidden(), justified: hidden(), days: hidden() };
    };
    FigureRow {
        quarter,
        opened: figures.opened.to_string(),
        justified: figures.justified.map_or_else(hidden, |count| count.to_string()),
        days: figures
            .median_days
            .map_or_else(hidden, |days| words.with("figures-in-days", &[("days", days.into())])),
    }
}
