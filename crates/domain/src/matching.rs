//! What helps to find a worker who fits a question, before anybody is involved: what it is mostly about, where somebody
//! lives, the language, who they would rather be helped by (ACC-09). No more of it than that is needed (BAS-03).

use crate::address::postcode_area;
use crate::codes::coded;
use crate::language::{Interpreter, Language, Tongue};

coded! {
    /// What a question is mostly about (*leefgebied*).
    pub enum LifeArea, "life area" {
        /// Money and debts.
        Money = "money",
        /// A home, and staying in it.
        Home = "home",
        /// Work, and how the day is spent.
        Work = "work",
        /// Growing up and bringing up.
        GrowingUp = "growing-up",
        /// Health, of body and mind.
        Health = "health",
        /// Looking after oneself and the household.
        DailyLife = "daily-life",
        /// People around somebody.
        People = "people",
        /// Letters, forms and whom to ask for what.
        Papers = "papers",
        /// None of these.
        Other = "other",
    }
}

coded! {
    /// Whom a client would rather be helped by. Without a wish nothing is kept.
    pub enum PreferredWorker, "preferred worker" {
        /// A woman.
        Woman = "woman",
        /// A man.
        Man = "man",
    }
}

/// What is known about a question that waits, as far as it was asked.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Match {
    /// What it is mostly about.
    pub life_area: Option<LifeArea>,
    /// The four digits of the postcode. Never of an address that is secret.
    pub area: Option<String>,
    /// The language to talk in, when that is not Dutch.
    pub language: Option<Tongue>,
    /// Somebody has to come along to translate or write.
    pub interpreter: Option<Interpreter>,
    /// Whom the client would rather be helped by.
    pub prefers: Option<PreferredWorker>,
}

impl Match {
    /// From a client's own fields, as they are kept, and the area of life of one question.
    pub fn of<'a>(field: impl Fn(&str) -> &'a str, life_area: Option<LifeArea>) -> Self {
        let spoken = Tongue::read(field("language"));
        let secret = !field("secret-address").is_empty();
        Self {
            life_area,
            area: if secret { None } else { postcode_area(field("address")) },
            language: spoken.filter(|it| *it != Tongue::Listed(Language::Dutch)),
            interpreter: field("interpreter").parse().ok().filter(|it: &Interpreter| it.is_needed()),
            prefers: field("preferred-worker").parse().ok(),
        }
    }
}

/// What to look for in the questions that wait; none of a kind is any of it.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Sought {
    /// What it is mostly about.
    pub life_area: Option<LifeArea>,
    /// The four digits of a postcode.
    pub area: Option<String>,
    /// As it is kept of a listed language, or [`crate::language::OTHER`] for all that are written out.
    pub language: Option<String>,
    /// Whom the client would rather be helped by.
    pub prefers: Option<PreferredWorker>,
}

impl Sought {
    /// Whether a question is among what is looked for.
    pub fn fits(&self, known: &Match) -> bool {
        fn meets<T: PartialEq>(sought: Option<&T>, known: Option<&T>) -> bool {
            sought.is_none() || sought == known
        }
        let spoken = known.language.as_ref().map(|it| language_choice(it).to_owned());
        meets(self.life_area.as_ref(), known.life_area.as_ref())
            && meets(self.area.as_ref(), known.area.as_ref())
            && meets(self.language.as_ref(), spoken.as_ref())
            && meets(self.prefers.as_ref(), known.prefers.as_ref())
    }
}

/// What a language is chosen by. A name that somebody wrote stands in no address and no list.
pub fn language_choice(spoken: &Tongue) -> &str {
    match spoken {
        Tongue::Listed(language) => language.code(),
        Tongue::Named(_) => crate::language::OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(fields: &'static [(&'static str, &'static str)]) -> Match {
        let field = |name: &str| fields.iter().find(|(it, _)| *it == name).map_or("", |(_, value)| value);
        Match::of(field, Some(LifeArea::Home))
    }

    #[test]
    fn an_area_is_four_digits_and_a_secret_address_has_none() {
        let open = client(&[("address", "Voorbeeldkade 12, 1234 AB Waterrijk")]);
        let secret = client(&[("address", "Voorbeeldkade 12, 1234 AB Waterrijk"), ("secret-address", "yes")]);
        let vague = client(&[("address", "bij de haven")]);

        assert_eq!(open.area.as_deref(), Some("1234"));
        assert_eq!((secret.area, vague.area), (None, None));
    }

    #[test]
    fn dutch_is_no_language_to_look_for_and_not_needed_is_no_interpreter() {
        let dutch = client(&[("language", "nl"), ("interpreter", "no")]);

        assert_eq!((dutch.language, dutch.interpreter), (None, None));
    }

    #[test]
    fn a_language_that_was_written_out_is_found_as_another_one() {
        let written = client(&[("language", "Fula")]);
        let other = Sought { language: Some("other".into()), ..Sought::default() };

        assert!(other.fits(&written));
        assert!(!Sought { language: Some("Fula".into()), ..Sought::default() }.fits(&written));
    }

    #[test]
    fn what_is_not_known_is_not_found_by_it_and_what_is_not_sought_does_not_matter() {
        let unknown = Match::default();
        let woman = Sought { prefers: Some(PreferredWorker::Woman), ..Sought::default() };

        assert!(Sought::default().fits(&unknown));
        assert!(!woman.fits(&unknown));
        assert!(woman.fits(&client(&[("preferred-worker", "woman")])));
        assert!(!woman.fits(&client(&[("preferred-worker", "man")])));
    }
}
