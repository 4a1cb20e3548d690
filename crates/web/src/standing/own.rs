//! `/werk/ik`: whom a worker may not help (ACC-05) and when they are absent.

use app::standing::{About, Absence, Declare, DeclareRefused, EndOwnAbsence, NotHeld, OwnAbsence, ReadOwn};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::{BirthDate, ConflictKind};
use serde::Deserialize;

use super::{absence, conflict, days, end_button, form, say_why};
use crate::answer::{html, see_other, to_mend};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::typed_date;
use crate::view::standing::{AbsencePage, ConflictPage, OwnPage};
use crate::view::{Choice, FieldErrors, Flash, Form, Tone};

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    bewaard: String,
}

/// `/werk/ik`
pub(crate) async fn show(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    page.show(ReadOwn, &(&page, &asked), |own, (page, asked)| {
        let words = page.words();
        let mut frame = page.frame();
        if !asked.bewaard.is_empty() {
            frame.flash = Some(Flash { tone: Tone::Done, text: words.t("own-kept") });
        }
        let now = page.app().now();
        let back = |it: &Absence| {
            let label = words.t(if it.from > now { "absence-cancel" } else { "absence-end" });
            end_button(page, format!("/werk/ik/afwezig/{}/eind", it.id), label)
        };
        html(&OwnPage {
            frame,
            conflicts: own.conflicts.iter().map(|it| conflict(words, it, None)).collect(),
            absences: own.absences.iter().map(|it| absence(words, it, Some(back(it)))).collect(),
            carries_cases: page.post.function.carries_cases(),
        })
    })
    .await
}

fn conflict_page(page: &StaffPage, form: Form) -> ConflictPage {
    let words = page.words();
    let kinds =
        ConflictKind::ALL.iter().map(|k| Choice::new(k.code(), words.code("conflict-with", k.code())));
    ConflictPage {
        frame: page.frame(),
        form,
        kinds: kinds.collect(),
        abouts: vec![
            Choice::new("person", words.t("tie-about-person")),
            Choice::new("address", words.t("tie-about-address")),
        ],
    }
}

/// `/werk/ik/belang`
pub(crate) async fn ask_conflict(page: StaffPage) -> Result<Response, Response> {
    let form = form(&page).await?;
    Ok(html(&conflict_page(&page, form)))
}

/// Declares a conflict of interest. The answer is the same whether or not somebody is a client.
pub(crate) async fn declare(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let words = page.words();
    let mut errors = FieldErrors::default();
    let kind = typed.get("kind").parse::<ConflictKind>();
    if kind.is_err() {
        errors.put("kind", words.t("tie-kind-missing"));
    }
    let about = match typed.get("about") {
        "person" => {
            let born = typed_date::birth_date(&typed, "birth-date", page.today(), words, &mut errors);
            if domain::text_input::is_blank(typed.get("surname")) {
                errors.put("surname", words.t("tie-surname-missing"));
            }
            if born == Some(BirthDate::UNKNOWN) {
                errors.put("birth-date", words.t("fault-missing"));
            }
            born.map(|birth_date| About::Person { surname: typed.get("surname").to_owned(), birth_date })
        }
        "address" => Some(About::Address(typed.get("address").to_owned())),
        _ => {
            errors.put("about", words.t("tie-about-missing"));
            None
        }
    };
    if let (Ok(kind), Some(about), true) = (kind, about, errors.is_empty()) {
        let of_address = matches!(about, About::Address(_));
        match page.perform(Declare { kind, about }).await? {
            Ok(()) => return Ok(see_other("/werk/ik?bewaard=1")),
            Err(DeclareRefused::TooLittle) if of_address => {
                errors.put("address", words.t("tie-address-too-little"));
            }
            Err(DeclareRefused::TooLittle) => errors.put("surname", words.t("tie-surname-missing")),
        }
    }
    Ok(to_mend(&conflict_page(&page, page.form_again(typed).but(errors))))
}

fn absence_page(page: &StaffPage, form: Form) -> AbsencePage {
    AbsencePage {
        frame: page.frame(),
        form,
        people: Vec::new(),
        action: "/werk/ik/afwezig".into(),
        cancel: "/werk/ik".into(),
    }
}

/// `/werk/ik/afwezig`
pub(crate) async fn ask_absence(page: StaffPage) -> Result<Response, Response> {
    let form = form(&page).await?;
    Ok(html(&absence_page(&page, form)))
}

/// The worker will be absent.
pub(crate) async fn absent(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let mut errors = FieldErrors::default();
    if let Some((from, until)) = days(&typed, page.words(), &mut errors) {
        match page.perform(OwnAbsence { from, until }).await? {
            Ok(()) => return Ok(see_other("/werk/ik?bewaard=1")),
            Err(refused) => say_why(refused, page.words(), &mut errors),
        }
    }
    Ok(to_mend(&absence_page(&page, page.form_again(typed).but(errors))))
}

/// Back earlier.
pub(crate) async fn end_absence(Path(id): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let Ok(id) = id.parse() else { return Err(refused::absent(&sent.page)) };
    match sent.page.perform(EndOwnAbsence(id)).await? {
        // Ended twice is ended.
        Ok(()) | Err(NotHeld) => Ok(see_other("/werk/ik?bewaard=1")),
    }
}
