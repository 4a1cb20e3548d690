//! `/toezicht`: the questions that wait, by what helps to find a worker who fits, and by how long.

use app::involvement::{Queue, QueueSize, Waiting};
use axum::extract::Query;
use axum::response::Response;
use domain::matching::Sought;
use domain::{Interpreter, LegalDomain, LifeArea, PreferredWorker, StaffId, amsterdam_date};
use jiff::civil::Date;
use serde::Deserialize;
use text::Words;

use crate::answer::{html, see_other};
use crate::language;
use crate::page::StaffPage;
use crate::sent::StaffSent;
use crate::view::caseload::Pages;
use crate::view::involvement::{QuestionRow, QuestionsPage, Waits, Week};
use crate::view::{Choice, Form, Typed};
use crate::wording::{domain, number};

/// Whoever waits this long waits in weeks.
const WEEKS_FROM: i64 = 14;

/// What the address may add: codes of what somebody chose, and nothing that somebody wrote. Any other text is no choice.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub(crate) struct Asked {
    onderdeel: String,
    leefgebied: String,
    /// The four digits of a postcode.
    buurt: String,
    taal: String,
    wens: String,
    /// The colleague for whom a question is looked for.
    voor: String,
    /// Counts from 1.
    pagina: usize,
}

impl Asked {
    fn domain(&self) -> Option<LegalDomain> {
        self.onderdeel.parse().ok()
    }

    fn sought(&self) -> Sought {
        let is_area = self.buurt.len() == 4 && self.buurt.bytes().all(|it| it.is_ascii_digit());
        let is_language =
            self.taal == domain::language::OTHER || self.taal.parse::<domain::Language>().is_ok();
        Sought {
            life_area: self.leefgebied.parse().ok(),
            area: is_area.then(|| self.buurt.clone()),
            language: is_language.then(|| self.taal.clone()),
            prefers: self.wens.parse().ok(),
        }
    }

    fn for_whom(&self) -> Option<StaffId> {
        self.voor.parse().ok()
    }

    /// What was chosen, by the names of the form.
    fn chosen(&self) -> Vec<(&'static str, String)> {
        let sought = self.sought();
        let chosen = [
            ("onderdeel", self.domain().map(|it| it.code().to_owned())),
            ("leefgebied", sought.life_area.map(|it| it.code().to_owned())),
            ("buurt", sought.area),
            ("taal", sought.language),
            ("wens", sought.prefers.map(|it| it.code().to_owned())),
        ];
        chosen.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

/// `/toezicht`
pub(crate) async fn show(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let to_judge = crate::today::to_judge(&page).await?.unwrap_or_default();
    let queue = Queue {
        team: page.post.team,
        domain: asked.domain(),
        sought: asked.sought(),
        for_whom: asked.for_whom(),
        page: asked.pagina,
    };
    page.show(queue, &(&page, asked, to_judge), |found, (page, asked, to_judge)| {
        let (words, today) = (page.words(), page.today());
        let for_whom = found.for_whom.as_ref().and(asked.for_whom());
        html(&QuestionsPage {
            frame: page.frame(),
            team: page.post.team_name.clone(),
            total: found.total,
            found: found.found,
            chosen: !asked.chosen().is_empty(),
            form: filter(page, asked),
            for_whom: for_whom.map(|it| (it.to_string(), found.for_whom.clone().unwrap_or_default())),
            domains: choices(words, &found.sizes.domains, |it| (it.code().into(), domain(words, *it))),
            life_areas: choices(words, &found.sizes.life_areas, |it: &LifeArea| {
                (it.code().into(), words.code("life-area", it.code()))
            }),
            areas: choices(words, &found.sizes.areas, |it| (it.clone(), it.clone())),
            languages: choices(words, &found.sizes.languages, |it| (it.clone(), language_name(words, it))),
            wishes: choices(words, &found.sizes.prefers, |it: &PreferredWorker| {
                (it.code().into(), words.code("preferred-worker", it.code()))
            }),
            waits: (found.total > 1).then(|| waits_of(words, &found.sizes.weeks)),
            questions: found.waiting.iter().map(|it| row(words, it, (today, for_whom))).collect(),
            pages: Pages { current: found.page, last: found.last_page },
            page_base: address(asked),
            to_judge: to_judge.clone(),
        })
    })
    .await
}

/// What was chosen goes into the address: codes only, so that a page of the list can be gone back to.
pub(crate) async fn choose(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    page.read(QueueSize(page.post.team)).await?;
    let get = |name: &str| typed.get(name).to_owned();
    let asked = Asked {
        onderdeel: get("onderdeel"),
        leefgebied: get("leefgebied"),
        buurt: get("buurt"),
        taal: get("taal"),
        wens: get("wens"),
        voor: get("voor"),
        pagina: 1,
    };
    Ok(see_other(address(&asked).trim_end_matches(['?', '&'])))
}

/// The form that chooses, with what was chosen.
fn filter(page: &StaffPage, asked: &Asked) -> Form {
    let chosen: Vec<(String, String)> =
        asked.chosen().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    page.form().with(Typed::from(chosen))
}

/// `/toezicht?onderdeel=wmo&`, to which a page number is added.
fn address(asked: &Asked) -> String {
    let mut address = "/toezicht?".to_owned();
    let for_whom = asked.for_whom().map(|it| ("voor", it.to_string()));
    for (name, value) in asked.chosen().into_iter().chain(for_whom) {
        address.push_str(&format!("{name}={value}&"));
    }
    address
}

/// What to choose from, with how many wait. Nothing when nobody waits with any of it.
fn choices<T>(words: Words, sizes: &[(T, usize)], said: impl Fn(&T) -> (String, String)) -> Vec<Choice> {
    let choice = |(it, count): &(T, usize)| {
        let (code, name) = said(it);
        Choice::new(
            code,
            words.with("questions-choice", &[("name", name.into()), ("count", (*count).into())]),
        )
    };
    sizes.iter().map(choice).collect()
}

/// How long people wait, by whole weeks.
fn waits_of(words: Words, weeks: &[usize]) -> Waits {
    let last = weeks.len() - 1;
    let name = |at: usize| {
        let key = if at == last { "waits-week-longer" } else { "waits-week" };
        words.with(key, &[("weeks", at.into())])
    };
    let longest = weeks.iter().rposition(|count| *count > 0).unwrap_or_default();
    let total: usize = weeks.iter().sum();
    let message = words.with("waits-message", &[("count", total.into()), ("longest", name(longest).into())]);
    let weeks = weeks.iter().enumerate().map(|(at, count)| Week {
        mark: if at == last { format!("{at}+") } else { at.to_string() },
        name: name(at),
        count: *count,
    });
    Waits { message, weeks: weeks.collect() }
}

fn language_name(words: Words, code: &str) -> String {
    if code == domain::language::OTHER { words.t("language-other") } else { language::name(words, code) }
}

fn row(words: Words, question: &Waiting, (today, for_whom): (Date, Option<StaffId>)) -> QuestionRow {
    let assign = format!("/toezicht/toewijzen/{}", question.dossier);
    let since = amsterdam_date(question.since);
    let known = &question.known;
    let interpreter = match known.interpreter {
        None | Some(Interpreter::NotNeeded) => None,
        Some(Interpreter::Writing) => Some("flag-interpreter-writing"),
        Some(Interpreter::DeafBlind) => Some("flag-interpreter-deafblind"),
        Some(Interpreter::InLanguage) => Some("flag-interpreter"),
    };
    let wishes = [
        known.language.as_ref().map(|it| language::name(words, it.kept())),
        interpreter.map(|key| words.t(key)),
        known.prefers.map(|it| match it {
            PreferredWorker::Woman => words.t("questions-prefers-woman"),
            PreferredWorker::Man => words.t("questions-prefers-man"),
        }),
    ];
    QuestionRow {
        read: format!("{assign}/vraag/{}", question.domain.code()),
        assign: match for_whom {
            Some(staff) => format!("{assign}?medewerker={staff}&onderdeel={}", question.domain),
            None => format!("{assign}?onderdeel={}", question.domain),
        },
        number: number(question.number),
        domain: domain(words, question.domain),
        life_area: known.life_area.map_or_else(String::new, |it| words.code("life-area", it.code())),
        area: known.area.clone().unwrap_or_default(),
        wishes: wishes.into_iter().flatten().collect(),
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
