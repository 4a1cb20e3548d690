//! `/fg/datalekken`: breaches that were received, with the hours that are left to report them (BRE-02).

use app::breach::{About, Breach, List, Origin, Read};
use axum::extract::Path;
use axum::response::Response;
use domain::BreachId;
use domain::breach::{hours_left, report_due};
use text::Words;

use crate::answer::html;
use crate::page::StaffPage;
use crate::refused;
use crate::view::review::{BreachPage, BreachRow, BreachesPage};
use crate::wording::{moment, number};

/// `/fg/datalekken`
pub(crate) async fn list(page: StaffPage) -> Result<Response, Response> {
    page.show(List, &page, |all, page| {
        html(&BreachesPage { frame: page.frame(), rows: all.iter().map(|it| row(page, it)).collect() })
    })
    .await
}

fn row(page: &StaffPage, it: &Breach) -> BreachRow {
    let words = page.words();
    let left = hours_left(it.aware_at, page.app().now());
    BreachRow {
        href: format!("/fg/datalekken/{}", it.id),
        reference: it.reference.clone(),
        kind: words.code("breach-of", it.kind.code()),
        aware: moment(words, it.aware_at),
        left: match left {
            Some(hours) => words.with("breach-hours", &[("hours", hours.into())]),
            None => words.t("breach-over"),
        },
        is_over: left.is_none(),
    }
}

/// `/fg/datalekken/{breach}`
pub(crate) async fn show(page: StaffPage, Path(breach): Path<String>) -> Result<Response, Response> {
    let Ok(id) = breach.parse::<BreachId>() else { return Err(refused::absent(&page)) };
    page.show(Read(id), &page, |found, page| match found {
        Some((breach, origin)) => html(&breach_page(page, breach, origin.as_ref())),
        None => refused::absent(page),
    })
    .await
}

fn breach_page(page: &StaffPage, it: &Breach, origin: Option<&Origin>) -> BreachPage {
    let words = page.words();
    BreachPage {
        frame: page.frame(),
        breach: row(page, it),
        state: words.code("breach-state", it.state.code()),
        due: words.with("breach-due", &[("when", moment(words, report_due(it.aware_at)).into())]),
        origin: origin.map(|it| told(words, it)).unwrap_or_default(),
        sentence: origin.map(|it| it.sentence.to_string()).unwrap_or_default(),
        judged: origin
            .map(|it| words.with("breach-judged", &[("name", it.judged_by.as_str().into())]))
            .unwrap_or_default(),
        case: match (it.emergency, it.finding) {
            (Some(id), _) => format!("/toezicht/noodtoegang/{id}"),
            (None, Some(id)) => format!("/fg/opvallend/{id}"),
            (None, None) => String::new(),
        },
    }
}

fn told(words: Words, it: &Origin) -> Vec<String> {
    match &it.about {
        About::Emergency { number: of, team_name, opened_at, accessor } => vec![
            words.with(
                "breach-by",
                &[
                    ("name", accessor.as_str().into()),
                    ("number", number(*of).into()),
                    ("when", moment(words, *opened_at).into()),
                ],
            ),
            words.with("review-of-team", &[("team", team_name.as_str().into())]),
        ],
        About::Entry { number: of, worker, at } => vec![words.with(
            "breach-by-entry",
            &[
                ("name", worker.as_str().into()),
                ("number", number(*of).into()),
                ("when", moment(words, *at).into()),
            ],
        )],
        About::Finding { finding, day, worker } => vec![
            words
                .with("breach-by-log", &[("name", worker.as_str().into()), ("day", words.date(*day).into())]),
            words.code("finding", finding.code()),
        ],
    }
}
