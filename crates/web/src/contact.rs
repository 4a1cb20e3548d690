//! `/werk/zonder-naam`: a question of somebody who stays anonymous (BAS-10), noted in a few taps.

use app::contact::{Contact, CountOwn, ListOwn, Note, Remove};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::anonymous_contact::{
    AnonymousContact, ContactDone, ContactFault, ContactKind, Sign, Topic, TypedContact,
};
use jiff::civil::Date;
use serde::Deserialize;
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::entry::problem_key;
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::typed_date;
use crate::view::caseload::Pages;
use crate::view::contact::{ContactLine, ContactsPage, NotePage, TopicCount};
use crate::view::{Choice, FieldErrors, Flash, Form, Tone};

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    pagina: u32,
    bewaard: String,
    weg: String,
}

/// `/werk/zonder-naam`
pub(crate) async fn ask(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let noted = this_year(&page).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => with_today(page.form_once(), page.today()),
    };
    let mut note = note_page(&page, form, noted);
    if !asked.bewaard.is_empty() {
        note.frame.flash = Some(Flash { tone: Tone::Done, text: page.t("contact-kept") });
    }
    Ok(html(&note))
}

/// How many were noted this year; it also asks whether the reader may be here at all, on the record (ACC-19).
async fn this_year(page: &StaffPage) -> Result<i64, Response> {
    let counts = page.read(CountOwn(page.post.team)).await?;
    let year = page.today().year();
    Ok(counts.iter().filter(|it| it.year == year).map(|it| it.count).sum())
}

/// Most are noted on the day itself.
fn with_today(mut form: Form, today: Date) -> Form {
    typed_date::put(&mut form.values, "day", today);
    form
}

fn note_page(page: &StaffPage, form: Form, noted: i64) -> NotePage {
    let words = page.words();
    let coded = |family: &'static str| move |code: &str| Choice::new(code, words.code(family, code));
    NotePage {
        frame: page.frame(),
        kinds: ContactKind::ALL.iter().map(|it| coded("contact-kind")(it.code())).collect(),
        topics: Topic::ALL.iter().map(|it| coded("topic")(it.code())).collect(),
        dones: ContactDone::ALL.iter().map(|it| coded("contact-done")(it.code())).collect(),
        look_again: form.values.ticked("looked"),
        form,
        noted: words.with("contact-noted", &[("count", noted.into())]),
    }
}

/// Notes the contact. What might tell who it was is asked about once; a citizen service number is never kept.
pub(crate) async fn note(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let words = page.words();
    let mut errors = FieldErrors::default();
    let day = typed_date::date(&typed, "day", words, &mut errors);
    let read = TypedContact {
        kind: typed.get("kind"),
        topic: typed.get("topic"),
        done: typed.get("done"),
        day,
        text: typed.get("text"),
        looked: typed.ticked("looked"),
    };
    if day.is_none() && errors.is_empty() {
        errors.put("day", words.t("fault-missing"));
    }
    let mut look_again = read.looked;
    match AnonymousContact::typed(read, page.today()) {
        Ok(contact) => {
            let form = once(&typed).unwrap_or_else(|| page.app().random_id());
            return match page.perform(Note { team: page.post.team, contact, form }).await? {
                Ok(()) => Ok(see_other("/werk/zonder-naam?bewaard=1")),
                Err(never) => match never {},
            };
        }
        Err(faults) => {
            look_again |= faults.iter().any(|fault| matches!(fault, ContactFault::MayTellWho(_)));
            say_why(words, &faults, &mut errors);
        }
    }
    let noted = this_year(&page).await?;
    let form = page.form_again(typed).but(in_order(&errors));
    Ok(to_mend(&NotePage { look_again, ..note_page(&page, form, noted) }))
}

fn say_why(words: Words, faults: &[ContactFault], errors: &mut FieldErrors) {
    for fault in faults {
        let (field, message) = match fault {
            ContactFault::Kind => ("kind", words.t("contact-kind-missing")),
            ContactFault::Topic => ("topic", words.t("contact-topic-missing")),
            ContactFault::Done => ("done", words.t("contact-done-missing")),
            ContactFault::InFuture => ("day", words.t("contact-day-to-come")),
            ContactFault::TooLongAgo => ("day", words.t("contact-day-too-long-ago")),
            ContactFault::Text(why) => ("text", words.t(problem_key(why.problem))),
            ContactFault::Bsn => ("text", words.t("contact-holds-bsn")),
            ContactFault::MayTellWho(signs) => {
                ("text", words.with("contact-may-tell-who", &[("signs", said(words, signs).into())]))
            }
        };
        errors.put(field, message);
    }
}

fn said(words: Words, signs: &[Sign]) -> String {
    signs.iter().map(|sign| words.code("sign", sign.code())).collect::<Vec<_>>().join(", ")
}

/// The list of what is wrong is walked as the form is.
fn in_order(errors: &FieldErrors) -> FieldErrors {
    let mut sorted = FieldErrors::default();
    for name in ["kind", "topic", "done", "day", "text"] {
        if let Some(message) = errors.of(name) {
            sorted.put(name, message);
        }
    }
    sorted
}

/// `/werk/zonder-naam/lijst`
pub(crate) async fn list(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let skip = asked.pagina.saturating_sub(1).min(10_000);
    let listed = ListOwn { team: page.post.team, page: skip };
    page.show(listed, &(&page, &asked, skip), |found, (page, asked, skip)| {
        let words = page.words();
        let mut frame = page.frame();
        if !asked.weg.is_empty() {
            frame.flash = Some(Flash { tone: Tone::Done, text: words.t("contact-removed") });
        }
        let year = page.today().year();
        let current = *skip as usize + 1;
        html(&ContactsPage {
            frame,
            team: page.post.team_name.clone(),
            years: (year.to_string(), (year - 1).to_string()),
            counts: counts(words, &found.counts, year),
            contacts: found.contacts.iter().enumerate().map(|(at, it)| line(page, at, it)).collect(),
            pages: Pages { current, last: if found.more { current + 1 } else { current } },
        })
    })
    .await
}

/// Each topic that was asked about, this year and the last, and all together.
fn counts(words: Words, counts: &[app::contact::Count], year: i16) -> Vec<TopicCount> {
    let of = |topic: Option<Topic>, of_year: i16| -> i64 {
        let fits =
            |it: &&app::contact::Count| it.year == of_year && topic.is_none_or(|topic| it.topic == topic);
        counts.iter().filter(fits).map(|it| it.count).sum()
    };
    let row = |label: String, topic: Option<Topic>| TopicCount {
        label,
        this_year: of(topic, year).to_string(),
        last_year: of(topic, year - 1).to_string(),
    };
    let asked = Topic::ALL.iter().filter(|topic| counts.iter().any(|it| it.topic == **topic));
    let mut rows: Vec<TopicCount> =
        asked.map(|topic| row(words.code("topic", topic.code()), Some(*topic))).collect();
    if !rows.is_empty() {
        rows.push(row(words.t("contact-all"), None));
    }
    rows
}

fn line(page: &StaffPage, at: usize, contact: &Contact) -> ContactLine {
    let words = page.words();
    ContactLine {
        day: words.date(contact.happened_on),
        topic: words.code("topic", contact.topic.code()),
        kind: words.code("contact-kind", contact.kind.code()),
        done: words.code("contact-done", contact.done.code()),
        text: contact.text.as_ref().map(|text| text.to_string()).unwrap_or_default(),
        remove: format!("/werk/zonder-naam/{}/weg", contact.id),
        form: page.form().called(format!("contact-{at}")),
    }
}

/// Takes a contact away. That it was gone already is no mistake.
pub(crate) async fn remove(Path(contact): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let page = sent.page;
    let Ok(contact) = contact.parse() else { return Err(refused::absent(&page)) };
    match page.perform(Remove { team: page.post.team, contact }).await? {
        Ok(_) => Ok(see_other("/werk/zonder-naam/lijst?weg=1")),
        Err(never) => match never {},
    }
}
