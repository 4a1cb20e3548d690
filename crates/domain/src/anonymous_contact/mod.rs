//! A question of somebody who stays anonymous (BAS-10): when, how, about what, what was done. Not who. Nothing leads
//! from here to a dossier; who wants help with one is taken in like everybody (CON-03).

pub mod signs;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::codes::coded;
use crate::text_input::{FieldProblem, Input};
pub use signs::{Sign, signs};

coded! {
    /// How somebody asked.
    pub enum ContactKind, "kind of contact" {
        /// At the desk or the consulting hour.
        WalkIn = "walk-in",
        /// By telephone.
        Phone = "phone",
        /// By e-mail, chat or text message.
        Message = "message",
        /// In the street, at a school, in a community centre.
        Outside = "outside",
    }
}

coded! {
    /// What it was about.
    pub enum Topic, "topic" {
        /// Income, benefits, debts.
        Money = "money",
        /// Renting, moving, neighbours.
        Housing = "housing",
        /// Work, school, learning Dutch.
        Work = "work",
        /// Health and help at home.
        Care = "care",
        /// Growing up and raising children.
        Children = "children",
        /// Divorce, quarrels, grief.
        Relations = "relations",
        /// Meeting people, volunteering.
        Company = "company",
        /// Letters and forms.
        Papers = "papers",
        /// Not being safe.
        Safety = "safety",
        /// Anything else.
        Other = "other",
    }
}

coded! {
    /// What was done.
    pub enum ContactDone, "what was done" {
        /// Answered at once.
        Answered = "answered",
        /// Helped with a letter or a form.
        Helped = "helped",
        /// Told where to go.
        Referred = "referred",
        /// Comes back, or to a consulting hour.
        ComesBack = "comes-back",
        /// Wants help: goes on as an intake, which knows nothing of this.
        Intake = "intake",
    }
}

/// The longest text, in characters: a few words are enough.
pub const CONTACT_TEXT_MAX: usize = 500;

/// The first day whose contacts still have their text: the content of who is no client goes after three months
/// (RET-01).
pub fn text_kept_since(today: Date) -> Date {
    today.saturating_sub(3.months())
}

/// The first day whose contacts are still counted: last year and this one, to compare them.
pub fn counted_since(today: Date) -> Date {
    date((today.year() - 1).max(1), 1, 1)
}

/// What was typed, untouched.
#[derive(Clone, Copy, Default, Debug)]
pub struct TypedContact<'a> {
    /// A `ContactKind` code.
    pub kind: &'a str,
    /// A `Topic` code.
    pub topic: &'a str,
    /// A `ContactDone` code.
    pub done: &'a str,
    /// When; none when it could not be read, which is told elsewhere.
    pub day: Option<Date>,
    pub text: &'a str,
    /// Whoever typed looked again: nobody can be recognised by it.
    pub looked: bool,
}

/// What is wrong, in the order of the form.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ContactFault {
    #[error("it is not said how somebody asked")]
    Kind,
    #[error("it is not said what it was about")]
    Topic,
    #[error("it is not said what was done")]
    Done,
    #[error("the day is still to come")]
    InFuture,
    /// Its text would be gone at once.
    #[error("the day is too long ago")]
    TooLongAgo,
    #[error(transparent)]
    Text(FieldProblem),
    /// Never kept here, whatever is said about it (BSN-01).
    #[error("the text holds a citizen service number")]
    Bsn,
    /// Kept when whoever typed looked again.
    #[error("somebody might be recognised by the text")]
    MayTellWho(Vec<Sign>),
}

/// A contact that says nothing about who it was with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AnonymousContact {
    kind: ContactKind,
    topic: Topic,
    done: ContactDone,
    day: Date,
    text: Option<String>,
}

impl AnonymousContact {
    /// What was typed, when it may be kept.
    ///
    /// # Errors
    /// Everything that is wrong, at once.
    pub fn typed(typed: TypedContact<'_>, today: Date) -> Result<Self, Vec<ContactFault>> {
        let mut faults = Vec::new();
        let kind = read(typed.kind, ContactFault::Kind, &mut faults);
        let topic = read(typed.topic, ContactFault::Topic, &mut faults);
        let done = read(typed.done, ContactFault::Done, &mut faults);
        match typed.day {
            Some(day) if day > today => faults.push(ContactFault::InFuture),
            Some(day) if day < text_kept_since(today) => faults.push(ContactFault::TooLongAgo),
            _ => {}
        }
        let text = about_nobody(typed, today).map_err(|fault| faults.push(fault)).unwrap_or_default();
        match (kind, topic, done, typed.day) {
            (Some(kind), Some(topic), Some(done), Some(day)) if faults.is_empty() => {
                Ok(Self { kind, topic, done, day, text })
            }
            _ => Err(faults),
        }
    }

    /// How somebody asked.
    pub const fn kind(&self) -> ContactKind {
        self.kind
    }

    /// What it was about.
    pub const fn topic(&self) -> Topic {
        self.topic
    }

    /// What was done.
    pub const fn done(&self) -> ContactDone {
        self.done
    }

    /// When.
    pub const fn day(&self) -> Date {
        self.day
    }

    /// A few words, if there are any.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }
}

fn read<T: std::str::FromStr>(
    code: &str,
    missing: ContactFault,
    faults: &mut Vec<ContactFault>,
) -> Option<T> {
    let found = code.parse().ok();
    if found.is_none() {
        faults.push(missing);
    }
    found
}

fn about_nobody(typed: TypedContact<'_>, today: Date) -> Result<Option<String>, ContactFault> {
    let text = Input::optional_text("text", typed.text, CONTACT_TEXT_MAX).map_err(ContactFault::Text)?;
    let found = signs(text.as_deref().unwrap_or_default(), today);
    match () {
        () if found.contains(&Sign::Bsn) => Err(ContactFault::Bsn),
        () if !found.is_empty() && !typed.looked => Err(ContactFault::MayTellWho(found)),
        () => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    fn good() -> TypedContact<'static> {
        TypedContact {
            kind: "phone",
            topic: "money",
            done: "answered",
            day: Some(TODAY),
            ..TypedContact::default()
        }
    }

    fn faults(typed: TypedContact<'_>) -> Vec<ContactFault> {
        AnonymousContact::typed(typed, TODAY).err().unwrap_or_default()
    }

    #[test]
    fn a_few_codes_and_a_day_are_enough() {
        let kept = AnonymousContact::typed(good(), TODAY).expect("enough");

        assert_eq!(
            (kept.kind(), kept.topic(), kept.done()),
            (ContactKind::Phone, Topic::Money, ContactDone::Answered)
        );
        assert_eq!((kept.day(), kept.text()), (TODAY, None));
        assert_eq!(faults(TypedContact { text: " \u{200B}", ..good() }), []);
    }

    #[test]
    fn a_citizen_service_number_is_never_kept() {
        for looked in [false, true] {
            let typed = TypedContact { text: "Haar nummer is 111222333.", looked, ..good() };
            assert_eq!(faults(typed), [ContactFault::Bsn]);
        }
    }

    #[test]
    fn what_looks_like_a_person_is_asked_about_once() {
        let typed = TypedContact { text: "Mevrouw Bouzid belde.", ..good() };

        assert_eq!(faults(typed), [ContactFault::MayTellWho(vec![Sign::Name])]);
        assert_eq!(faults(TypedContact { looked: true, ..typed }), []);
    }

    #[test]
    fn a_day_is_not_to_come_and_not_longer_ago_than_its_text_is_kept() {
        for (day, fault) in [
            (date(2026, 11, 23), Some(ContactFault::InFuture)),
            (date(2026, 11, 22), None),
            (date(2026, 8, 22), None),
            (date(2026, 8, 21), Some(ContactFault::TooLongAgo)),
        ] {
            assert_eq!(
                faults(TypedContact { day: Some(day), ..good() }),
                fault.into_iter().collect::<Vec<_>>(),
                "{day}"
            );
        }
        assert!(
            AnonymousContact::typed(TypedContact { day: None, ..good() }, TODAY).is_err(),
            "told elsewhere"
        );
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let typed = TypedContact { text: "a\0", day: Some(date(2027, 1, 1)), ..TypedContact::default() };

        let wrong = faults(typed);

        assert!(
            matches!(
                wrong[..],
                [
                    ContactFault::Kind,
                    ContactFault::Topic,
                    ContactFault::Done,
                    ContactFault::InFuture,
                    ContactFault::Text(_)
                ]
            ),
            "{wrong:?}"
        );
    }

    #[test]
    fn a_text_is_kept_three_months_and_a_count_this_year_and_the_last() {
        for (today, text, count) in [
            (date(2026, 11, 22), date(2026, 8, 22), date(2025, 1, 1)),
            (date(2026, 5, 31), date(2026, 2, 28), date(2025, 1, 1)),
            (date(2027, 1, 1), date(2026, 10, 1), date(2026, 1, 1)),
            (date(2028, 2, 29), date(2027, 11, 29), date(2027, 1, 1)),
        ] {
            assert_eq!((text_kept_since(today), counted_since(today)), (text, count), "{today}");
        }
    }
}
