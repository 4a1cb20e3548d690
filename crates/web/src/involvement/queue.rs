//! `/toezicht`: the questions that wait, by legal domain and by how long.

use app::involvement::{Queue, Queued, Waiting};
use axum::extract::Query;
use axum::response::Response;
use domain::{LegalDomain, amsterdam_date};
use jiff::civil::Date;
use serde::Deserialize;
use text::Words;

use crate::answer::html;
use crate::page::StaffPage;
use crate::view::caseload::Pages;
use crate::view::involvement::{QuestionRow, QuestionsPage};
use crate::view::task::Link;
use crate::wording::{domain, number};

/// Whoever waits this long waits in weeks.
const WEEKS_FROM: i64 = 14;

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    /// The code of a legal domain; any other text is no choice.
    onderdeel: String,
    /// Counts from 1.
    pagina: u32,
}

/// `/toezicht`
pub(crate) async fn show(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let to_judge = crate::today::to_judge(&page).await?.unwrap_or_default();
    let only = asked.onderdeel.parse::<LegalDomain>().ok();
    let queue = Queue { team: page.post.team, domain: only, page: asked.pagina };
    page.show(queue, &(&page, only, to_judge), |found, (page, only, to_judge)| {
        let (words, today) = (page.words(), page.today());
        html(&QuestionsPage {
            frame: page.frame(),
            team: page.post.team_name.clone(),
            total: found.total(),
            domains: domains(words, found, *only),
            questions: found.waiting.iter().map(|it| row(words, it, today)).collect(),
            pages: Pages { current: found.page as usize, last: found.last_page as usize },
            page_base: address(*only),
            to_judge: to_judge.clone(),
        })
    })
    .await
}

/// `/toezicht?onderdeel=wmo&`, to which a page number is added.
fn address(only: Option<LegalDomain>) -> String {
    let only = only.map_or_else(String::new, |only| format!("onderdeel={only}&"));
    format!("/toezicht?{only}")
}

/// What to choose from, with how many wait. Nothing when there is nothing to choose.
fn domains(words: Words, found: &Queued, only: Option<LegalDomain>) -> Vec<Link> {
    if only.is_none() && found.sizes.len() < 2 {
        return Vec::new();
    }
    let link = |of: Option<LegalDomain>, name: String, count: usize| Link {
        href: address(of).trim_end_matches(['?', '&']).to_owned(),
        label: words.with("questions-choice", &[("name", name.into()), ("count", count.into())]),
        current: of == only,
    };
    let all = link(None, words.t("questions-all"), found.total());
    let each = found.sizes.iter().map(|(of, count)| link(Some(*of), domain(words, *of), *count));
    [all].into_iter().chain(each).collect()
}

fn row(words: Words, question: &Waiting, today: Date) -> QuestionRow {
    let assign = format!("/toezicht/toewijzen/{}", question.dossier);
    let since = amsterdam_date(question.since);
    QuestionRow {
        read: format!("{assign}/vraag/{}", question.domain.code()),
        assign,
        number: number(question.number),
        domain: domain(words, question.domain),
        since: words.date(since),
        waiting: waits(words, since, today),
        intake_by: question.taken_in_by.clone(),
    }
}

/// "sinds vandaag", "13 dagen", "3 weken": whole weeks, as people say it.
fn waits(words: Words, since: Date, today: Date) -> String {
    let days = since.until(today).map_or(0, |span| i64::from(span.get_days()));
    if days < WEEKS_FROM {
        words.with("questions-waiting-days", &[("days", days.into())])
    } else {
        words.with("questions-waiting-weeks", &[("weeks", (days / 7).into())])
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn who_waits_two_weeks_waits_in_weeks() {
        let (words, since) = (Words::new(text::Lang::Nl, text::Address::Formal), date(2026, 3, 2));
        let after = |days: i64| waits(words, since, since.saturating_add(days.days()));

        assert_eq!(after(0), "sinds vandaag");
        assert_eq!(after(1), "1 dag");
        assert_eq!(after(13), "13 dagen");
        assert_eq!(after(14), "2 weken");
        assert_eq!(after(20), "2 weken");
        assert_eq!(after(21), "3 weken");
        assert_eq!(after(400), "57 weken");
    }
}
