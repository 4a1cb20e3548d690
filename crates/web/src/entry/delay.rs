//! The second person of a delay: a colleague on the page of the note, the coordinator on a list without words.

use app::entry::{AgreeToDelay, DelayRefused, Entry, ListWaiting, WaitingDelay};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::{EntryId, amsterdam_date};
use jiff::Timestamp;
use serde::Deserialize;
use text::Words;

use super::ids;
use crate::answer::{html, see_other};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::entry::{DelayForm, DelayRow, DelaysPage};
use crate::view::{Flash, Tone};
use crate::wording::{domain, number};

/// What the address may add: what was decided.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    later: String,
}

/// The sentence for what was decided.
pub(crate) fn flash(words: Words, later: &str) -> Option<Flash> {
    let (tone, key) = match later {
        "1" => (Tone::Done, "delay-agreed"),
        "0" => (Tone::Done, "delay-refused"),
        "niets" => (Tone::Note, "delay-nothing"),
        "eigen" => (Tone::Note, "delay-own"),
        "al" => (Tone::Note, "delay-not-waiting"),
        _ => return None,
    };
    Some(Flash { tone, text: words.t(key) })
}

/// What the client sees of a note that is delayed, and who agreed.
pub(crate) fn said(words: Words, entry: &Entry, now: Timestamp) -> Option<String> {
    let until = entry.visible_from?;
    let day = |day| [("day", words.date(day).into())];
    if let Some((at, name)) = &entry.delay_decided {
        let agreed = entry.delay_lapses_at.is_none();
        let key = if agreed { "delay-said-agreed" } else { "delay-said-refused" };
        let on = if agreed { until } else { amsterdam_date(*at) };
        return Some(words.with(key, &[("name", name.as_str().into()), ("day", words.date(on).into())]));
    }
    let lapses = entry.delay_lapses_at?;
    let key = if lapses <= now { "delay-said-lapsed" } else { "delay-said-waits" };
    (until > amsterdam_date(now)).then(|| words.with(key, &day(amsterdam_date(lapses))))
}

/// The form of the second person, when the reader can be that person.
pub(crate) fn form(page: &StaffPage, entry: &Entry, base: &str) -> Option<DelayForm> {
    let waits = entry.awaits_second(page.today(), page.app().now()) && entry.withdrawn.is_none();
    (waits && entry.author != page.post.staff)
        .then(|| DelayForm { form: page.form().called("delay"), action: format!("{base}/later") })
}

/// `/werk/dossier/{dossier}/notitie/{entry}/later`
pub(crate) async fn decide(
    Path((dossier, entry)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let (dossier, entry) = ids(&sent.page, &dossier, &entry)?;
    let done = decided(&sent, entry).await?;
    Ok(see_other(&format!("/werk/dossier/{dossier}/notitie/{entry}?later={done}")))
}

async fn decided(sent: &StaffSent, entry: EntryId) -> Result<&'static str, Response> {
    let agreed = match sent.typed.get("says") {
        "agree" => Some(true),
        "refuse" => Some(false),
        _ => None,
    };
    Ok(match sent.page.perform(AgreeToDelay { entry, agreed }).await? {
        Ok(_) if agreed == Some(true) => "1",
        Ok(_) => "0",
        Err(DelayRefused::NotChosen) => "niets",
        Err(DelayRefused::Own) => "eigen",
        Err(DelayRefused::NotWaiting) => "al",
    })
}

/// `/toezicht/uitgesteld`
pub(crate) async fn list(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    page.show(ListWaiting(page.post.team), &(&page, &asked), |rows, (page, asked)| {
        let mut frame = page.frame();
        frame.flash = flash(page.words(), &asked.later);
        let rows = rows.iter().enumerate().map(|(at, it)| row(page, at, it)).collect();
        html(&DelaysPage { frame, rows })
    })
    .await
}

fn row(page: &StaffPage, at: usize, it: &WaitingDelay) -> DelayRow {
    let words = page.words();
    DelayRow {
        number: number(it.number),
        part: domain(words, it.domain),
        author: it.author.clone(),
        ground: words.code("ground", &it.ground),
        until: words.date(it.until),
        lapses: words.date(amsterdam_date(it.lapses_at)),
        decide: (!it.own).then(|| DelayForm {
            form: page.form().called(format!("delay-{at}")),
            action: format!("/toezicht/uitgesteld/{}", it.entry),
        }),
    }
}

/// `/toezicht/uitgesteld/{entry}`
pub(crate) async fn decide_in_list(Path(entry): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let Ok(entry) = entry.parse::<EntryId>() else { return Err(refused::denied(&sent.page, &[])) };
    let done = decided(&sent, entry).await?;
    Ok(see_other(&format!("/toezicht/uitgesteld?later={done}")))
}
