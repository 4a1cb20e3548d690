//! The Fluent files, embedded and parsed once per language.
//! Everything is immutable after the first use and shared between threads.

use std::sync::LazyLock;

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::Lang;

macro_rules! locale {
    ($lang:literal: $($feature:literal),+ $(,)?) => {
        &[$(($feature, include_str!(concat!("../locales/", $lang, "/", $feature, ".ftl")))),+]
    };
}

const NL: &[(&str, &str)] = locale!("nl":
    "access", "account", "activation", "administration", "caseload", "codes", "common", "contact", "document", "dossier", "drafts", "emergency",
    "entry", "errors", "explain", "family_plan", "family_visit", "handover", "inquiry", "intake", "involvement", "keys", "language",
    "log", "log_review", "mail", "model", "parts", "people", "plan", "pledge", "policy", "portal", "refusal",
    "review", "search", "sign_in", "standing", "task", "today", "withhold",
);

// The portal speaks Dutch only, for now; its keys fall back.
const EN: &[(&str, &str)] = locale!("en":
    "access", "account", "activation", "administration", "caseload", "codes", "common", "contact", "document", "dossier", "drafts", "emergency",
    "entry", "errors", "explain", "family_plan", "family_visit", "handover", "inquiry", "intake", "involvement", "keys", "language",
    "log", "log_review", "mail", "model", "parts", "people", "plan", "pledge", "policy", "refusal", "review",
    "search", "sign_in", "standing", "task", "today", "withhold",
);

/// The Fluent files of one language: feature and source text.
pub fn locales(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Nl => NL,
        Lang::En => EN,
    }
}

type Bundle = FluentBundle<FluentResource>;

static DUTCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::Nl));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En));

/// The parsed messages of one language.
pub(crate) fn of(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::Nl => &DUTCH,
        Lang::En => &ENGLISH,
    }
}

fn bundle(lang: Lang) -> Bundle {
    // Both codes parse; a test on plural forms would notice if one did not.
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    for (_, source) in locales(lang) {
        // A file with a mistake still gives its good messages; the tests refuse such a file.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(good, _)| good);
        bundle.add_resource_overriding(resource);
    }
    bundle
}
