//! What is said of the people around a client: cards, contradictions, days, choices. Nothing here decides.

use app::people::{Kept, People};
use domain::people::{
    AuthorityKind, Bar, Basis, Contradiction, DocumentSeen, DueKind, Fact, FactKind, HowInformed, KeptFor,
    KeptOn, Matter, Outcome, RelatedPerson, Relation, RepresentativeKind, SchemeKind, Scope, Seen,
};
use domain::{PeopleFactId, Source};
use jiff::civil::Date;
use text::Words;

use super::day;
use crate::view::Choice;
use crate::view::people::{Choices, FactCard, TurnLine};
use crate::wording::{domain as domain_name, moment, sources};

/// Whoever reads, and what they read.
pub(super) struct Reader<'r> {
    pub(super) words: Words,
    pub(super) people: &'r People,
    /// Under which address things are changed; empty when they are not.
    pub(super) base: &'r str,
}

/// The name, or the role word of who has none any more.
pub(crate) fn name(words: Words, person: &RelatedPerson) -> String {
    if person.name.is_empty() { words.code("relation", person.relation.code()) } else { person.name.clone() }
}

/// A card of what ended is not changed any more.
pub(super) fn ended(card: FactCard) -> FactCard {
    FactCard { change: String::new(), end: String::new(), ..card }
}

macro_rules! choices {
    ($words:expr, $kind:ty, $family:literal) => {
        <$kind>::ALL.iter().map(|it| Choice::new(it.code(), $words.code($family, it.code()))).collect()
    };
}

impl Reader<'_> {
    /// The name of a person by the fact that keeps them.
    fn person(&self, fact: PeopleFactId) -> String {
        match self.people.one(fact).map(|it| &it.held.says) {
            Some(Fact::Person(person)) => name(self.words, person),
            _ => self.words.t("people-nobody"),
        }
    }

    /// The name of whoever a fact is about.
    fn about(&self, fact: PeopleFactId) -> String {
        match self.people.one(fact).map(|it| &it.held.says) {
            Some(Fact::Person(person)) => name(self.words, person),
            Some(Fact::Capacity(it)) => self.words.code("matter", it.matter.code()),
            Some(Fact::Scheme(it)) => self.words.code("court-scheme", it.kind.code()),
            Some(says) => says.person().map_or_else(String::new, |person| self.person(person)),
            None => String::new(),
        }
    }

    /// One fact.
    pub(super) fn card(&self, kept: &Kept) -> FactCard {
        let words = self.words;
        let mut card = FactCard { title: self.about(kept.held.fact), ..FactCard::default() };
        match &kept.held.says {
            Fact::Person(person) => self.of_person(person, &mut card),
            Fact::Authority(it) => {
                self.line(&mut card, "people-card-authority", words.code("authority-kind", it.kind.code()));
                self.line(&mut card, "people-card-basis", words.code("authority-basis", it.basis.code()));
                if it.scope != Scope::Whole {
                    self.line(
                        &mut card,
                        "people-decides-about",
                        words.code("authority-scope", it.scope.code()),
                    );
                }
                self.seen(&mut card, it.seen);
            }
            Fact::Representative(it) => {
                self.line(&mut card, "people-card-as", words.code("representative", it.kind.code()));
                let reaches = Matter::ALL.iter().filter(|matter| it.reaches(**matter));
                let matters: Vec<String> =
                    reaches.map(|matter| words.code("matter", matter.code())).collect();
                self.line(&mut card, "people-decides-about", matters.join(", "));
                self.seen(&mut card, it.seen);
            }
            Fact::Capacity(it) => {
                self.line(&mut card, "people-card-outcome", words.code("capacity", it.outcome.code()));
                self.line(&mut card, "people-card-assessor", it.assessor.clone());
                self.line(&mut card, "people-card-why", it.reasons.clone());
                self.line(&mut card, "people-valid-until", words.date(it.valid_until));
                if it.valid_until < domain::amsterdam_date(self.now(kept)) {
                    card.flags.push(words.t("people-expired"));
                }
            }
            Fact::Scheme(it) => {
                self.line(&mut card, "people-card-says", it.says.clone());
                self.seen(&mut card, it.seen);
            }
        }
        self.when(kept, &mut card);
        if !self.base.is_empty() {
            card.change = format!("{}/{}", self.base, kept.held.fact);
            card.end = format!("{}/eind", card.change);
        }
        card
    }

    /// The moment that the page was made for: nothing on it is newer.
    fn now(&self, kept: &Kept) -> jiff::Timestamp {
        self.people.read_at.max(kept.held.recorded_at)
    }

    fn line(&self, card: &mut FactCard, label: &str, value: String) {
        if !value.is_empty() {
            card.lines.push((self.words.t(label), value));
        }
    }

    fn seen(&self, card: &mut FactCard, seen: Seen) {
        let value = self.words.with(
            "people-seen-on",
            &[
                ("document", self.words.code("document-seen", seen.document.code()).into()),
                ("day", self.words.date(seen.on).into()),
            ],
        );
        self.line(card, "people-card-document", value);
    }

    fn of_person(&self, person: &RelatedPerson, card: &mut FactCard) {
        let words = self.words;
        self.line(card, "people-card-relation", words.code("relation", person.relation.code()));
        let told = |informed: Option<domain::people::Informed>| match informed {
            Some(it) => words.with(
                "people-told",
                &[
                    ("day", words.date(it.on).into()),
                    ("how", words.code("informed-how", it.how.code()).into()),
                ],
            ),
            None => words.t("people-not-told"),
        };
        match person.kept {
            KeptOn::Agreed { informed, on } => {
                let agreed = words.with("people-agreed-on", &[("day", words.date(on).into())]);
                self.line(card, "people-card-why", agreed);
                self.line(card, "people-card-told", told(Some(informed)));
            }
            KeptOn::Ground { ground, informed, .. } => {
                self.line(card, "people-card-why", words.code("kept-for", ground.code()));
                let untold = ground == KeptFor::SafetySuspicion;
                let value = if untold { words.t("people-not-told-danger") } else { told(informed) };
                self.line(card, "people-card-told", value);
            }
            KeptOn::RoleWord => self.line(card, "people-card-why", words.t("people-role-word")),
        }
        let contact = &person.contact;
        self.line(card, "people-phone", contact.phone.clone());
        self.line(card, "people-email", contact.email.clone());
        self.line(card, "people-address", contact.address.clone());
        let flags = [
            (contact.address_secret, "people-flag-secret"),
            (!contact.phone.is_empty() && !contact.may_call, "people-flag-no-call"),
            (person.hidden_from_client, "people-flag-hidden"),
            (person.under_curatele, "people-flag-curatele"),
            (person.minor_until.is_some(), "people-flag-minor"),
        ];
        card.flags.extend(flags.iter().filter(|(on, _)| *on).map(|(_, key)| words.t(key)));
    }

    /// Since and until when, why it ended, who recorded it.
    fn when(&self, kept: &Kept, card: &mut FactCard) {
        let words = self.words;
        let period = kept.held.period;
        self.line(card, "people-since", day(words, period.from()));
        if let Some(until) = period.until() {
            self.line(card, "people-until", day(words, until));
        }
        if let Some(reason) = kept.end_reason {
            self.line(card, "people-ended-because", words.code("end-reason", reason.code()));
        }
        if let Some(second) = &kept.second_name {
            self.line(card, "people-card-second", second.clone());
        }
        card.about = words.with(
            "people-recorded",
            &[
                ("name", kept.author_name.as_str().into()),
                ("when", moment(words, kept.held.recorded_at).into()),
                ("source", words.code("source", &kept.source).into()),
            ],
        );
    }

    /// What does not fit, with the names.
    pub(super) fn contradiction(&self, it: Contradiction) -> String {
        let names: Vec<String> = it.facts().into_iter().map(|fact| self.about(fact)).collect();
        let bar = match it {
            Contradiction::NeverHolds(_, bar) => self.words.code("authority-bar", bar.code()),
            _ => String::new(),
        };
        let key = format!("contradiction-{}", it.code());
        self.words.with(
            &key,
            &[
                ("first", names.first().cloned().unwrap_or_default().into()),
                ("second", names.last().cloned().unwrap_or_default().into()),
                ("bar", bar.into()),
            ],
        )
    }

    /// What a day asks for.
    pub(super) fn due(&self, kind: DueKind, fact: Option<PeopleFactId>) -> String {
        let whom = fact.map_or_else(String::new, |fact| self.about(fact));
        self.words.with(&format!("due-kind-{}", kind.code()), &[("whom", whom.into())])
    }

    /// The last of these birthdays has been; who has no known age may be a child.
    pub(super) fn is_adult(&self, today: Date) -> bool {
        self.people.turns.last().is_some_and(|turn| turn.last <= today)
    }

    /// The birthdays at which something changes.
    pub(super) fn turns(&self, today: Date) -> Vec<TurnLine> {
        let words = self.words;
        let line = |turn: &domain::people::Turn| {
            let age = ("age", i64::from(turn.age).into());
            let when = if turn.is_certain() {
                words.with("people-turns-on", &[age, ("day", words.date(turn.first).into())])
            } else {
                let days =
                    [age, ("first", words.date(turn.first).into()), ("last", words.date(turn.last).into())];
                words.with("people-turns-between", &days)
            };
            let changes = words.t(match turn.age {
                12 => "people-changes-12",
                16 => "people-changes-16",
                _ => "people-changes-18",
            });
            TurnLine { when, changes, passed: turn.last <= today }
        };
        // Of an adult it is long ago.
        if self.is_adult(today) { Vec::new() } else { self.people.turns.iter().map(line).collect() }
    }

    /// Who can be the second professional; nobody where none is asked for.
    pub(super) fn seconds(&self) -> Vec<Choice> {
        if !self.people.needs_second {
            return Vec::new();
        }
        let choice = |it: &app::standing::Colleague| {
            let function = self.words.code("function", it.function.code());
            Choice::new(it.staff.to_string(), format!("{}, {function}", it.name))
        };
        self.people.colleagues.iter().map(choice).collect()
    }

    /// What can be chosen in the form of a kind.
    pub(super) fn choices(&self, kind: FactKind) -> Choices {
        let words = self.words;
        let mut all = Choices { sources: sources(words), ..Choices::default() };
        if kind != FactKind::Person {
            all.seconds = self.seconds();
        }
        if matches!(kind, FactKind::Authority | FactKind::Representative | FactKind::Scheme) {
            all.documents = choices!(words, DocumentSeen, "document-seen");
        }
        match kind {
            FactKind::Person => {
                all.kinds = choices!(words, Relation, "relation");
                all.grounds = vec![Choice::new("agreed", words.t("people-agrees"))];
                let grounds: Vec<Choice> = choices!(words, KeptFor, "kept-for");
                all.grounds.extend(grounds);
                all.informed = choices!(words, HowInformed, "informed-how");
                all.parts = self.parts();
            }
            FactKind::Authority => {
                all.people = self.everybody();
                all.kinds = choices!(words, AuthorityKind, "authority-kind");
                all.bases = choices!(words, Basis, "authority-basis");
                all.scopes = choices!(words, Scope, "authority-scope");
            }
            FactKind::Representative => {
                all.people = self.everybody();
                all.kinds = choices!(words, RepresentativeKind, "representative");
                all.matters = choices!(words, Matter, "matter");
            }
            FactKind::Capacity => {
                all.matters = choices!(words, Matter, "matter");
                all.outcomes = choices!(words, Outcome, "capacity");
                all.parts = self.parts();
                all.parts.retain(|it| !it.value.is_empty());
            }
            FactKind::Scheme => all.kinds = choices!(words, SchemeKind, "court-scheme"),
        }
        all
    }

    /// Which part needs it: everybody who helps, or one; nothing to choose where there is one part.
    fn parts(&self) -> Vec<Choice> {
        let mut parts = vec![Choice::new("", self.words.t("people-part-all"))];
        parts.extend(
            self.people
                .parts
                .iter()
                .map(|(part, domain)| Choice::new(part.to_string(), domain_name(self.words, *domain))),
        );
        if self.people.parts.len() > 1 { parts } else { Vec::new() }
    }

    /// Everybody who stands there by name.
    fn everybody(&self) -> Vec<Choice> {
        self.people
            .kept
            .iter()
            .filter(|it| it.is_now(self.people.read_at))
            .filter_map(|it| match &it.held.says {
                Fact::Person(person) if !person.name.is_empty() => {
                    let relation = self.words.code("relation", person.relation.code());
                    Some(Choice::new(it.held.fact.to_string(), format!("{}, {relation}", person.name)))
                }
                _ => None,
            })
            .collect()
    }
}

/// Why somebody cannot hold authority, as a sentence at the field.
pub(super) fn bar(words: Words, bar: Bar) -> String {
    words.with("people-bar", &[("bar", words.code("authority-bar", bar.code()).into())])
}

/// The code that a form begins with.
pub(super) const fn first_source() -> &'static str {
    Source::Client.code()
}
