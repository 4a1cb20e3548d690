//! Telling the client later (SHA-12): the worker's proposal, from an emergency access of their own or of a dossier they work
//! with. Deciding about it is in `desk`.

pub(crate) mod desk;

use app::withhold::{Prepare, Propose, ProposeRefused, Withholdable};
use axum::extract::Path;
use axum::response::Response;
use domain::emergency::SENTENCE_MIN;
use domain::text_input::InputProblem;
use domain::{EmergencyId, HiddenFrom, Sentence, SentenceError, WithholdGround};
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::entry::problem_key;
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::withhold::ProposePage;
use crate::view::{Choice, FieldErrors, Form, Typed};
use crate::wording::{moment, number};

fn propose_page(page: &StaffPage, about: &Withholdable, form: Form) -> ProposePage {
    let words = page.words();
    let grounds =
        WithholdGround::ALL.iter().map(|it| Choice::new(it.code(), words.code("ground", it.code())));
    let whom = HiddenFrom::ALL.iter().map(|it| {
        let choice = Choice::new(it.code(), words.code("withhold-from", it.code()));
        match it {
            HiddenFrom::ClientAndProxies => choice.hint(words.t("withhold-from-client-and-proxies-hint")),
            HiddenFrom::ProxiesOnly => choice,
        }
    });
    ProposePage {
        frame: page.frame(),
        form,
        about: words.with(
            "withhold-about",
            &[
                ("number", number(about.number).into()),
                ("when", moment(words, about.opened_at).into()),
                ("name", about.name.as_str().into()),
            ],
        ),
        grounds: grounds.collect(),
        whom: whom.collect(),
        action: format!("/werk/noodtoegang/{}/later", about.emergency),
    }
}

fn id_of(page: &StaffPage, typed: &str) -> Result<EmergencyId, Response> {
    typed.parse().map_err(|_| refused::denied(page, &[]))
}

/// `/werk/noodtoegang/{emergency}/later`
pub(crate) async fn ask(page: StaffPage, Path(emergency): Path<String>) -> Result<Response, Response> {
    let about = page.read(Prepare(id_of(&page, &emergency)?)).await?;
    if let Some(running) = about.running {
        return Ok(see_other(&format!("/werk/achterhouden/{running}?al=1")));
    }
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    Ok(html(&propose_page(&page, &about, form)))
}

/// Proposes. It is hidden from then on.
pub(crate) async fn propose(Path(emergency): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (emergency, words) = (id_of(&page, &emergency)?, page.words());
    let mut errors = FieldErrors::default();
    let ground = typed.get("ground").parse::<WithholdGround>();
    if ground.is_err() {
        errors.put("ground", words.t("withhold-ground-missing"));
    }
    let hidden_from = typed.get("hidden-from").parse::<HiddenFrom>();
    if hidden_from.is_err() {
        errors.put("hidden-from", words.t("withhold-from-missing"));
    }
    let sentence = sentence(words, &typed, &mut errors);
    if let (Ok(ground), Ok(hidden_from), Some(sentence)) = (ground, hidden_from, sentence) {
        match page.perform(Propose { emergency, ground, hidden_from, sentence }).await? {
            Ok(notice) => return Ok(see_other(&format!("/werk/achterhouden/{notice}?voorgesteld=1"))),
            Err(ProposeRefused::Seen) => errors.put("", words.t("withhold-seen")),
            Err(ProposeRefused::Before) => errors.put("", words.t("withhold-before")),
        }
    }
    let about = page.read(Prepare(emergency)).await?;
    Ok(to_mend(&propose_page(&page, &about, page.form_again(typed).but(errors))))
}

/// Why, in at least as many characters as an emergency asks for.
fn sentence(words: Words, typed: &Typed, errors: &mut FieldErrors) -> Option<Sentence> {
    match Sentence::new(typed.get("sentence")) {
        Ok(sentence) => Some(sentence),
        Err(why) => {
            errors.put("sentence", told(words, why));
            None
        }
    }
}

fn told(words: Words, why: SentenceError) -> String {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    match why {
        SentenceError::TooShort { .. } => {
            words.with("emergency-sentence-short", &[("min", count(SENTENCE_MIN).into())])
        }
        SentenceError::Input(InputProblem::TooLong { max, .. }) => {
            words.with("emergency-sentence-long", &[("max", count(max).into())])
        }
        SentenceError::Input(problem) => words.t(problem_key(problem)),
    }
}
