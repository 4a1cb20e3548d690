//! `/fg/noodtoegang`: all that is and was judged, for the data protection officer; and the report for the board about
//! what waited too long. That the board was told is said by a human being (ACC-04).

use app::review::{Board, List, Listed, Stage, TellBoard};
use axum::extract::Query;
use axum::response::Response;
use serde::Deserialize;
use text::Words;

use super::{list_of, outcome, row, told};
use crate::answer::{html, see_other};
use crate::page::StaffPage;
use crate::sent::StaffSent;
use crate::view::review::{BoardPage, BoardRow, ReviewsPage};
use crate::view::{Flash, Tone};
use crate::wording::day;

/// What the address may add: what was done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    klaar: String,
}

/// `/fg/noodtoegang`
pub(crate) async fn list(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    if page.post.function.coordinates() {
        return Ok(see_other(list_of(&page)));
    }
    page.show(List, &(&page, asked), |all, (page, asked)| {
        let mut frame = page.frame();
        frame.flash = told(page.words(), &asked.klaar).map(|text| Flash { tone: Tone::Done, text });
        let rows = |fits: fn(&Listed) -> bool| {
            all.iter().filter(|it| fits(it)).map(|it| row(page, it, true)).collect()
        };
        let is_judged = |it: &Listed| matches!(it.stage, Stage::Judged(_));
        html(&ReviewsPage {
            frame,
            yours: rows(|it| it.yours),
            others: rows(|it| !it.yours && !matches!(it.stage, Stage::Judged(_))),
            judged: rows(|it| matches!(it.stage, Stage::Judged(_))),
            overdue: all.iter().filter(|it| it.overdue && !is_judged(it)).count(),
        })
    })
    .await
}

/// `/fg/noodtoegang/bestuur`: what waited longer than ten working days. No client and no worker is told of.
pub(crate) async fn report(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    if page.post.function.coordinates() {
        return Ok(see_other(list_of(&page)));
    }
    page.show(Board, &(&page, asked), |late, (page, asked)| {
        let words = page.words();
        let mut frame = page.frame();
        if asked.klaar == "verteld" {
            frame.flash = Some(Flash { tone: Tone::Done, text: page.t("board-done") });
        }
        html(&BoardPage {
            frame,
            form: page.form(),
            today: words.date(page.today()),
            rows: late.iter().map(|it| board_row(words, it)).collect(),
            untold: late.iter().filter(|it| it.board_told.is_none()).map(|it| it.id.to_string()).collect(),
        })
    })
    .await
}

fn board_row(words: Words, it: &Listed) -> BoardRow {
    BoardRow {
        team: it.dossier_team.clone(),
        opened: day(words, it.opened_at),
        due: words.date(it.due),
        state: match &it.stage {
            Stage::Judged(verdict) => {
                let when = words.with("board-judged", &[("day", day(words, verdict.at).into())]);
                format!("{} {when}", outcome(words, verdict.outcome))
            }
            _ => words.t("review-not-judged"),
        },
        told: match &it.board_told {
            Some((at, by)) => {
                words.with("board-told-by", &[("day", day(words, *at).into()), ("name", by.as_str().into())])
            }
            None => String::new(),
        },
    }
}

/// The board was told of what stood on the report.
pub(crate) async fn tell(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let told = typed.pairs().iter().filter(|(name, _)| name == "told");
    let told = told.filter_map(|(_, id)| id.parse().ok()).collect();
    match page.perform(TellBoard(told)).await? {
        Ok(_) => Ok(see_other("/fg/noodtoegang/bestuur?klaar=verteld")),
        Err(never) => match never {},
    }
}
