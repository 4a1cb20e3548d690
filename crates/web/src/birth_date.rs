//! Correcting a birth date: what was seen, what it changes of who decides, who looked along.

use app::dossier::{Birth, BirthVersion, CorrectBirthDate, CorrectRefused, DossierRead, ReadBirthDate};
use axum::extract::Path;
use axum::response::Response;
use domain::people::{BirthFault, BirthSeen, Crossing, Reached};
use domain::{BirthDate, Source};
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::dossier::masthead;
use crate::entry::{dossier_id, head_of};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::typed_date;
use crate::view::birth_date::{BirthDatePage, Earlier};
use crate::view::dossier::Tab;
use crate::view::{Choice, FieldErrors, Form, Typed};
use crate::wording::{born, moment, sources};

/// The dossier, when there is anything in it that is not closed, and what is known.
async fn open_dossier(page: &StaffPage, dossier: &str) -> Result<(DossierRead, Birth), Response> {
    let dossier = dossier_id(page, dossier)?;
    let read = page.read(head_of(dossier)).await?;
    if read.head.parts.iter().all(|part| part.closed_at.is_some()) {
        return Err(refused::denied(page, &[]));
    }
    let birth = page.read(ReadBirthDate(dossier)).await?;
    Ok((read, birth))
}

/// `/werk/dossier/{dossier}/gegevens/geboortedatum`
pub(crate) async fn ask(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    let (read, birth) = open_dossier(&page, &dossier).await?;
    let mut on_screen = None;
    let form = match page.given_back().await? {
        Some(typed) => {
            on_screen = Some(typed.get("known").to_owned());
            page.form_again(typed)
        }
        None => page.form().with([("source", Source::Client.code())]),
    };
    let mut shown = birth_page(&page, &read, &birth, form);
    // What was typed before is about the date that was on the screen then.
    shown.known = on_screen.filter(|it| !it.is_empty()).unwrap_or(shown.known);
    Ok(html(&shown))
}

fn birth_page(page: &StaffPage, read: &DossierRead, birth: &Birth, form: Form) -> BirthDatePage {
    let words = page.words();
    let base = format!("/werk/dossier/{}/gegevens", read.head.dossier);
    let seconds = birth.colleagues.iter().map(|it| {
        let function = words.code("function", it.function.code());
        Choice::new(it.staff.to_string(), format!("{}, {function}", it.name))
    });
    BirthDatePage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::Details),
        form,
        now: said(words, &birth.known()),
        known: birth.known().to_string(),
        seen: BirthSeen::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("birth-seen", it.code())))
            .collect(),
        sources: sources(words),
        crossed: Vec::new(),
        seconds: seconds.collect(),
        versions: birth.versions.iter().map(|it| version(words, it)).collect(),
        action: format!("{base}/geboortedatum"),
        cancel: base,
    }
}

fn said(words: Words, date: &BirthDate) -> String {
    match born(words, date) {
        nothing if nothing.is_empty() => words.t("birth-unknown"),
        known => known,
    }
}

fn version(words: Words, it: &BirthVersion) -> Earlier {
    let by = [
        ("name", it.author_name.as_str().into()),
        ("when", moment(words, it.recorded_at).into()),
        ("source", words.code("source", &it.source).into()),
    ];
    let mut about = vec![words.with("people-recorded", &by)];
    if !it.seen.is_empty() {
        let seen = words.code("birth-seen", &it.seen);
        about.push(words.with("birth-was-seen", &[("seen", seen.into())]));
    }
    if let Some(second) = &it.second_name {
        about.push(words.with("birth-looked-along", &[("name", second.as_str().into())]));
    }
    if let Some(at) = it.superseded_at {
        about.push(words.with("birth-wrong-since", &[("when", moment(words, at).into())]));
    }
    Earlier { born: said(words, &it.born), about: about.join(" ") }
}

/// What changes, a sentence for each age.
fn crossings(words: Words, crossed: &[Crossing]) -> Vec<String> {
    let now = |it: &Crossing| match it.now {
        Reached::Yes => format!("{}-yes", it.age),
        Reached::No => format!("{}-no", it.age),
        Reached::Maybe => format!("{}-maybe", it.age),
    };
    crossed.iter().map(|it| words.code("birth-now", &now(it))).collect()
}

/// Corrects it, or says what has to be read or seen first.
pub(crate) async fn correct(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (read, birth) = open_dossier(&page, &dossier).await?;
    let mut errors = FieldErrors::default();
    let mut crossed = Vec::new();
    let mut known = typed.get("known").to_owned();
    if let Some(deed) = deed(&page, &read, &typed, &mut errors) {
        let base = format!("/werk/dossier/{}/gegevens", deed.dossier);
        match page.perform(deed).await? {
            Ok(()) => return Ok(see_other(&format!("{base}?verbeterd=1"))),
            Err(why) => {
                if let CorrectRefused::Stale(now) = &why {
                    known = now.to_string();
                }
                crossed = crossings(page.words(), why.crossed());
                say_why(page.words(), &why, &mut errors);
            }
        }
    }
    let mut shown = birth_page(&page, &read, &birth, page.form_again(typed).but(errors));
    shown.crossed = crossed;
    shown.known = known;
    Ok(to_mend(&shown))
}

fn deed(
    page: &StaffPage,
    read: &DossierRead,
    typed: &Typed,
    errors: &mut FieldErrors,
) -> Option<CorrectBirthDate> {
    let words = page.words();
    let date = typed_date::birth_date(typed, "born", page.today(), words, errors);
    let seen = typed.get("seen").parse::<BirthSeen>();
    if seen.is_err() {
        errors.put("seen", words.t("birth-seen-missing"));
    }
    let source = typed.get("source").parse::<Source>();
    if source.is_err() {
        errors.put("source", words.t("fault-unknown-choice"));
    }
    let second = match typed.get("second") {
        "" => None,
        chosen => chosen.parse().map_err(|_| errors.put("second", words.t("fault-unknown-choice"))).ok(),
    };
    // What is no date is stale like any other that is not what is known.
    let known = typed.get("known").parse().unwrap_or(BirthDate::UNKNOWN);
    let (born, seen, source) = (date?, seen.ok()?, source.ok()?);
    let dossier = read.head.dossier;
    let agreed = typed.ticked("agreed");
    errors.is_empty().then_some(CorrectBirthDate { dossier, known, born, source, seen, agreed, second })
}

fn say_why(words: Words, why: &CorrectRefused, errors: &mut FieldErrors) {
    match why {
        CorrectRefused::Fault(BirthFault::Nothing) => errors.put("born", words.t("fault-missing")),
        CorrectRefused::Fault(BirthFault::Same) => errors.put("born", words.t("birth-same")),
        CorrectRefused::Fault(BirthFault::NothingSeen(_)) => errors.put("seen", words.t("birth-see-first")),
        CorrectRefused::Stale(now) => {
            errors.put("born", words.with("birth-stale", &[("day", said(words, now).into())]));
        }
        CorrectRefused::ReadFirst(_) => errors.put("agreed", words.t("birth-read-first")),
        CorrectRefused::SecondMissing(_) | CorrectRefused::NoSuchSecond(_) => {
            errors.put("second", words.t("people-second-missing"));
        }
    }
}
