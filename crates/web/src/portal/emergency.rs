//! `/mijn/gekeken/{look}/noodtoegang`: what the resident is told of an emergency access (ux §6.3).

use app::portal::{EmergencyRead, ReadEmergency};
use axum::extract::{Path, Query};
use axum::response::Response;

use super::{Asked, Chosen, later};
use crate::answer::html;
use crate::inquiry::function_of;
use crate::page::ResidentPage;
use crate::refused;
use crate::view::Contact;
use crate::view::portal::emergency::TellPage;
use crate::wording::{day, moment};

/// `/mijn/gekeken/{look}/noodtoegang`
pub(crate) async fn show(
    page: ResidentPage,
    Path(look): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let page = ResidentPage(page.0.in_own_words().await?);
    let chosen = Chosen::of(&page, &asked).await?;
    let (Some(dossier), Ok(look)) = (chosen.dossier, look.parse()) else {
        return Err(refused::not_yours(&page));
    };
    let found = page.read(ReadEmergency { dossier, look }).await?;
    let Some(found) = found else { return Err(refused::not_yours(&page)) };
    let ending = chosen.ending();
    let ask = format!("/mijn/gekeken/{look}/vraag{ending}");
    Ok(html(&tell_page(&page, &found, (ask, format!("/mijn/gekeken{ending}")))))
}

fn tell_page(page: &ResidentPage, found: &EmergencyRead, (ask, back): (String, String)) -> TellPage {
    let (words, told) = (page.words(), &found.told);
    let who = function_of(words, &found.look.function, &found.look.team_name);
    let domains: Vec<String> = told.domains.iter().map(|it| words.code("domain", it.code())).collect();
    let over = told.until <= page.app().now();
    let hours = [
        ("from", moment(words, told.opened_at).into()),
        ("until", words.time(domain::amsterdam(told.until).time()).into()),
    ];
    let due = words.weekday_and_date(told.review_due);
    TellPage {
        frame: page.frame(),
        short: words
            .with("told-short", &[("who", who.as_str().into()), ("day", day(words, told.opened_at).into())]),
        why: words.code("emergency-why", told.reason.code()),
        what: words.with("told-what", &[("parts", domains.join(", ").into())]),
        wrote: if told.wrote { words.t("told-wrote") } else { String::new() },
        how_long: words.with(if over { "told-until" } else { "told-until-still" }, &hours),
        next: words.with("told-next", &[("day", due.into())]),
        later: found.later.as_ref().map_or_else(String::new, |it| later(words, it)),
        team: Contact {
            name: told.team_name.clone(),
            role: words.t("coordinator-of-duty"),
            phone: told.team_phone.clone(),
        },
        ask,
        back,
    }
}
