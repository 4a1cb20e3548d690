//! How to talk with a client: what is typed about it at intake and later, and how it is said.

use app::dossier::{ChangeLanguage, DossierRead, Fields};
use axum::extract::Path;
use axum::response::Response;
use domain::language::OTHER;
use domain::{Interpreter, Language, LanguageFault, LanguageNeeds, Source, Tongue, TypedLanguage, fold_name};
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::dossier::masthead;
use crate::entry::{dossier_id, head_of, problem_key};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::dossier::Tab;
use crate::view::language::{LanguageFields, LanguagePage};
use crate::view::{Choice, FieldErrors, Form, Typed};
use crate::wording::sources;

/// What can be chosen. Dutch and sign languages stand first, the others by name.
pub(crate) fn fields(words: Words) -> LanguageFields {
    let choice = |it: &Language| Choice::new(it.code(), words.code("language", it.code()));
    let first = |it: &&Language| **it == Language::Dutch || it.is_signed();
    let mut others: Vec<Choice> = Language::ALL.iter().filter(|it| !first(it)).map(choice).collect();
    others.sort_by_cached_key(|it| fold_name(&it.label));
    let mut languages: Vec<Choice> = Language::ALL.iter().filter(first).map(choice).collect();
    let mut letters = vec![choice(&Language::Dutch)];
    letters.extend(others.iter().cloned());
    languages.extend(others);
    languages.push(Choice::new(OTHER, words.t("language-other")));
    LanguageFields {
        languages,
        interpreters: Interpreter::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("interpreter", it.code())))
            .collect(),
        letters,
    }
}

/// What was typed about language; what is wrong with it goes to `errors`, and then nothing is kept.
pub(crate) fn needs(typed: &Typed, words: Words, errors: &mut FieldErrors) -> LanguageNeeds {
    let typed = TypedLanguage {
        best: typed.get("language"),
        named: typed.get("language-other"),
        interpreter: typed.get("interpreter"),
        letters: typed.get("letter-language"),
    };
    LanguageNeeds::typed(typed).unwrap_or_else(|faults| {
        for fault in faults {
            let key = match fault {
                LanguageFault::NoSuchChoice(_) => "fault-unknown-choice",
                LanguageFault::NotNamed => "language-not-named",
                LanguageFault::Two => "language-two",
                LanguageFault::InWhichLanguage => "language-in-which",
                LanguageFault::Named(why) => problem_key(why.problem),
            };
            errors.put(fault.field(), words.t(key));
        }
        LanguageNeeds::default()
    })
}

/// A language by name, as it is kept.
pub(crate) fn name(words: Words, kept: &str) -> String {
    match Tongue::read(kept) {
        Some(Tongue::Listed(language)) => words.code("language", language.code()),
        Some(Tongue::Named(typed)) => typed,
        None => String::new(),
    }
}

/// "Spreekt het best: Pools". Empty where it was not asked, and for Dutch.
pub(crate) fn spoken(words: Words, fields: &Fields) -> String {
    match fields.get("language") {
        "" | "nl" => String::new(),
        kept => words.with("language-spoken", &[("language", name(words, kept).into())]),
    }
}

/// "tolk nodig: Pools". The language is said where it is known to the reader.
pub(crate) fn flag(words: Words, fields: &Fields) -> Option<String> {
    let needed = fields.get("interpreter").parse::<Interpreter>().ok().filter(|it| it.is_needed())?;
    let language = name(words, fields.get("language"));
    Some(match needed {
        Interpreter::InLanguage if !language.is_empty() => {
            words.with("flag-interpreter-in", &[("language", language.into())])
        }
        Interpreter::Writing => words.t("flag-interpreter-writing"),
        Interpreter::DeafBlind => words.t("flag-interpreter-deafblind"),
        Interpreter::InLanguage | Interpreter::NotNeeded => words.t("flag-interpreter"),
    })
}

/// The form filled in with what is known.
fn known(fields: &Fields) -> Typed {
    let mut typed = Typed::default();
    match Tongue::read(fields.get("language")) {
        Some(Tongue::Listed(language)) => typed.put("language", language.code()),
        Some(Tongue::Named(name)) => {
            typed.put("language", OTHER);
            typed.put("language-other", name);
        }
        None => {}
    }
    for name in ["interpreter", "letter-language"] {
        typed.put(name, fields.get(name));
    }
    typed.put("source", Source::Client.code());
    typed
}

/// `/werk/dossier/{dossier}/gegevens/taal`
pub(crate) async fn ask(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    let read = open_dossier(&page, &dossier).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form().with(known(&read.client)),
    };
    Ok(html(&language_page(&page, &read, form)))
}

/// The dossier, when there is anything in it that is not closed.
async fn open_dossier(page: &StaffPage, dossier: &str) -> Result<DossierRead, Response> {
    let read = page.read(head_of(dossier_id(page, dossier)?)).await?;
    let is_open = read.head.parts.iter().any(|part| part.closed_at.is_none());
    if is_open { Ok(read) } else { Err(refused::denied(page, &[])) }
}

fn language_page(page: &StaffPage, read: &DossierRead, form: Form) -> LanguagePage {
    let words = page.words();
    let base = format!("/werk/dossier/{}/gegevens", read.head.dossier);
    LanguagePage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::Details),
        form,
        language: fields(words),
        sources: sources(words),
        action: format!("{base}/taal"),
        cancel: base,
    }
}

/// Keeps how to talk with the client.
pub(crate) async fn change(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let read = open_dossier(&page, &dossier).await?;
    let words = page.words();
    let mut errors = FieldErrors::default();
    let needs = needs(&typed, words, &mut errors);
    let source = typed.get("source").parse::<Source>();
    if source.is_err() {
        errors.put("source", words.t("fault-unknown-choice"));
    }
    if let (Ok(source), true) = (source, errors.is_empty()) {
        let dossier = read.head.dossier;
        return match page.perform(ChangeLanguage { dossier, needs, source }).await? {
            Ok(_) => Ok(see_other(&format!("/werk/dossier/{dossier}/gegevens?bewaard=1"))),
            Err(never) => match never {},
        };
    }
    Ok(to_mend(&language_page(&page, &read, page.form_again(typed).but(errors))))
}
