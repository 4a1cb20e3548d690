//! How to talk with somebody: the language they speak best, an interpreter, the language of letters.
//! Asked only where it matters (BAS-03): somebody who gets along in Dutch has nothing here.

use crate::codes::coded;
use crate::text_input::{FieldProblem, Input, InputProblem};

coded! {
    /// A language that is often spoken in a neighbourhood; another one is written out. A sign language is a language.
    pub enum Language, "language" {
        /// Dutch.
        Dutch = "nl",
        /// Sign language of the Netherlands (NGT).
        DutchSign = "dse",
        /// Dutch with signs (NmG).
        SignedDutch = "nl-signed",
        /// Amharic.
        Amharic = "am",
        /// Arabic.
        Arabic = "ar",
        /// Berber, such as Tarifit.
        Berber = "ber",
        /// Bulgarian.
        Bulgarian = "bg",
        /// Cantonese.
        Cantonese = "yue",
        /// Dari.
        Dari = "prs",
        /// German.
        German = "de",
        /// English.
        English = "en",
        /// Persian.
        Persian = "fa",
        /// French.
        French = "fr",
        /// Hindi.
        Hindi = "hi",
        /// Hungarian.
        Hungarian = "hu",
        /// Kurdish, such as Kurmanji.
        Kurdish = "ku",
        /// Mandarin.
        Mandarin = "cmn",
        /// Moroccan Arabic.
        MoroccanArabic = "ary",
        /// Ukrainian.
        Ukrainian = "uk",
        /// Papiamento.
        Papiamento = "pap",
        /// Pashto.
        Pashto = "ps",
        /// Polish.
        Polish = "pl",
        /// Portuguese.
        Portuguese = "pt",
        /// Romanian.
        Romanian = "ro",
        /// Russian.
        Russian = "ru",
        /// Sarnami.
        Sarnami = "hns",
        /// Somali.
        Somali = "so",
        /// Spanish.
        Spanish = "es",
        /// Sranan.
        Sranan = "srn",
        /// Tamil.
        Tamil = "ta",
        /// Tigrinya.
        Tigrinya = "ti",
        /// Turkish.
        Turkish = "tr",
        /// Urdu.
        Urdu = "ur",
        /// Vietnamese.
        Vietnamese = "vi",
    }
}

impl Language {
    /// Spoken with hands: it stands at the top of a list and is no language of letters.
    pub const fn is_signed(self) -> bool {
        matches!(self, Self::DutchSign | Self::SignedDutch)
    }
}

coded! {
    /// Whether an interpreter comes along, and what kind.
    pub enum Interpreter, "interpreter" {
        /// Asked, and not needed.
        NotNeeded = "no",
        /// Between Dutch and the language that somebody speaks best, also when that is a sign language.
        InLanguage = "language",
        /// Writes along what is said.
        Writing = "writing",
        /// For who is deaf and blind.
        DeafBlind = "deafblind",
    }
}

impl Interpreter {
    /// Somebody has to be booked.
    pub fn is_needed(self) -> bool {
        self != Self::NotNeeded
    }
}

/// A language of somebody: one of the list, or written out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tongue {
    /// One of the list.
    Listed(Language),
    /// As it was typed.
    Named(String),
}

impl Tongue {
    /// As it is kept: a code of the list, or what was typed. Nothing when nothing is kept.
    pub fn read(kept: &str) -> Option<Self> {
        match (kept, kept.parse()) {
            ("", _) => None,
            (_, Ok(listed)) => Some(Self::Listed(listed)),
            (named, Err(_)) => Some(Self::Named(named.to_owned())),
        }
    }

    /// What is kept of it.
    pub fn kept(&self) -> &str {
        match self {
            Self::Listed(language) => language.code(),
            Self::Named(typed) => typed,
        }
    }
}

/// The longest name of a language, in characters.
pub const LANGUAGE_MAX: usize = 80;

/// What the form sends for a language that is not in the list.
pub const OTHER: &str = "other";

/// What was typed, untouched. Codes of `Language` and `Interpreter`; empty is not asked.
#[derive(Clone, Copy, Default, Debug)]
pub struct TypedLanguage<'a> {
    /// A code, or [`OTHER`].
    pub best: &'a str,
    /// The name of a language that is not in the list.
    pub named: &'a str,
    /// A code.
    pub interpreter: &'a str,
    /// A code.
    pub letters: &'a str,
}

/// What is wrong with it, in the order of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LanguageFault {
    /// A choice that was not offered.
    #[error("a choice that was not offered")]
    NoSuchChoice(&'static str),
    /// "Another language", and which is not said.
    #[error("the other language has no name")]
    NotNamed,
    /// A language of the list, and a name beside it.
    #[error("two languages are given")]
    Two,
    /// The name cannot be kept as typed.
    #[error(transparent)]
    Named(FieldProblem),
    /// An interpreter in the language that somebody speaks best, and that is Dutch or not said.
    #[error("it is not said in which language an interpreter is needed")]
    InWhichLanguage,
}

/// How to talk with somebody, as far as it was asked.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct LanguageNeeds {
    best: Option<Tongue>,
    interpreter: Option<Interpreter>,
    letters: Option<Language>,
}

impl LanguageNeeds {
    /// What was typed, when it makes sense together.
    ///
    /// # Errors
    /// Everything that is wrong, at once.
    pub fn typed(typed: TypedLanguage<'_>) -> Result<Self, Vec<LanguageFault>> {
        let mut faults = Vec::new();
        let best = best(typed, &mut faults);
        let interpreter = chosen(typed.interpreter, "interpreter", &mut faults);
        let letters: Option<Language> = chosen(typed.letters, "letter-language", &mut faults);
        if letters.is_some_and(Language::is_signed) {
            faults.push(LanguageFault::NoSuchChoice("letter-language"));
        }
        let in_dutch = matches!(best, None | Some(Tongue::Listed(Language::Dutch)));
        if faults.is_empty() && interpreter == Some(Interpreter::InLanguage) && in_dutch {
            faults.push(LanguageFault::InWhichLanguage);
        }
        if faults.is_empty() { Ok(Self { best, interpreter, letters }) } else { Err(faults) }
    }

    /// The fields of a client that keep it: name and value, no value where nothing was asked.
    pub fn fields(&self) -> [(&'static str, Option<String>); 3] {
        [
            ("language", self.best.as_ref().map(|best| best.kept().to_owned())),
            ("interpreter", self.interpreter.map(|it| it.code().to_owned())),
            ("letter-language", self.letters.map(|it| it.code().to_owned())),
        ]
    }
}

fn best(typed: TypedLanguage<'_>, faults: &mut Vec<LanguageFault>) -> Option<Tongue> {
    let named = Input::optional_line("language-other", typed.named, LANGUAGE_MAX);
    match (typed.best, named) {
        (_, Err(problem)) => {
            faults.push(LanguageFault::Named(problem));
            None
        }
        // Whoever names a language need not choose "another language" as well.
        ("" | OTHER, Ok(Some(name))) => Some(Tongue::Named(name)),
        (OTHER, Ok(None)) => {
            faults.push(LanguageFault::NotNamed);
            None
        }
        (_, Ok(Some(_))) => {
            faults.push(LanguageFault::Two);
            None
        }
        (code, Ok(None)) => chosen(code, "language", faults).map(Tongue::Listed),
    }
}

fn chosen<T: std::str::FromStr>(
    code: &str,
    field: &'static str,
    faults: &mut Vec<LanguageFault>,
) -> Option<T> {
    if code.is_empty() {
        return None;
    }
    let found = code.parse().ok();
    if found.is_none() {
        faults.push(LanguageFault::NoSuchChoice(field));
    }
    found
}

impl LanguageFault {
    /// The field of the form where it is told.
    pub const fn field(self) -> &'static str {
        match self {
            Self::NoSuchChoice(field) => field,
            Self::NotNamed | Self::Two | Self::Named(_) => "language-other",
            Self::InWhichLanguage => "language",
        }
    }

    /// What is wrong with the name, when that is what is wrong.
    pub const fn problem(self) -> Option<InputProblem> {
        match self {
            Self::Named(FieldProblem { problem, .. }) => Some(problem),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(best: &'static str, named: &'static str, interpreter: &'static str) -> TypedLanguage<'static> {
        TypedLanguage { best, named, interpreter, letters: "" }
    }

    fn kept(it: TypedLanguage<'_>) -> Result<Vec<(&'static str, String)>, Vec<LanguageFault>> {
        let needs = LanguageNeeds::typed(it)?;
        Ok(needs.fields().into_iter().filter_map(|(name, value)| Some((name, value?))).collect())
    }

    #[test]
    fn what_was_not_asked_keeps_nothing() {
        for blank in ["", "  ", "\u{200B}"] {
            assert_eq!(kept(typed("", blank, "")), Ok(vec![]));
        }
    }

    #[test]
    fn an_interpreter_in_the_own_language_needs_that_language() {
        for best in ["", "nl"] {
            let refused = kept(typed(best, "", "language"));
            assert_eq!(refused, Err(vec![LanguageFault::InWhichLanguage]), "{best:?}");
        }
        assert!(kept(typed("ti", "", "language")).is_ok());
        assert!(kept(typed("dse", "", "language")).is_ok(), "a sign language is a language");
        assert!(kept(typed("", "Wolof", "language")).is_ok());
        assert!(kept(typed("nl", "", "writing")).is_ok(), "who is deaf may speak Dutch best");
    }

    #[test]
    fn another_language_is_kept_as_it_was_typed() {
        let wolof = vec![("language", " Wolof (Gambia) ".to_owned())];

        assert_eq!(kept(typed("other", " Wolof (Gambia) ", "")), Ok(wolof.clone()));
        assert_eq!(kept(typed("", " Wolof (Gambia) ", "")), Ok(wolof));
        assert_eq!(kept(typed("other", " ", "")), Err(vec![LanguageFault::NotNamed]));
        assert_eq!(kept(typed("pl", "Wolof", "")), Err(vec![LanguageFault::Two]));
    }

    #[test]
    fn a_name_that_no_page_can_show_is_refused() {
        let long = "x".repeat(LANGUAGE_MAX + 1);
        for named in ["a\0b", "een\ntwee", long.as_str()] {
            let refused = kept(TypedLanguage { named, ..TypedLanguage::default() });
            let why = refused.expect_err("no page can show it");
            assert!(matches!(why[..], [LanguageFault::Named(_)]), "{why:?}");
        }
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let it = TypedLanguage { best: "xx", named: "", interpreter: "perhaps", letters: "dse" };

        let refused = kept(it).expect_err("nothing of it was offered");

        let fields: Vec<_> = refused.iter().map(|fault| fault.field()).collect();
        assert_eq!(fields, ["language", "interpreter", "letter-language"]);
    }

    #[test]
    fn a_language_reads_back_as_it_was_kept() {
        for language in Language::ALL {
            assert_eq!(Tongue::read(language.code()), Some(Tongue::Listed(*language)));
        }
        assert_eq!(Tongue::read("Wolof"), Some(Tongue::Named("Wolof".into())));
        assert_eq!(Tongue::read("Wolof").as_ref().map(Tongue::kept), Some("Wolof"));
        assert_eq!(Tongue::read(""), None);
        assert!("other".parse::<Language>().is_err(), "the form's word for another language is no language");
    }
}
