//! Parental authority with its recorded basis (CON-08): who holds it on a day, as known on a day, and who never can.
//! Not "is a parent": a step-parent is one in the Jeugdwet, and a father may have none.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::{Contradiction, Fact, Held, RelatedPerson, Relation, Seen, contradictions};
use crate::codes::coded;
use crate::{PeopleFactId, amsterdam_date};

coded! {
    /// In which way somebody holds authority.
    pub enum AuthorityKind, "kind of authority" {
        /// Together with another.
        Joint = "joint",
        /// Alone.
        Sole = "sole",
        /// As guardian: a person or a certified institution.
        Guardian = "guardian",
        /// As guardian for now, by a judge.
        ProvisionalGuardian = "provisional-guardian",
    }
}

coded! {
    /// What authority rests on (CON-08).
    pub enum Basis, "basis of authority" {
        /// Marriage or registered partnership.
        Marriage = "marriage",
        /// Recognition from 1 January 2023 on.
        RecognitionSince2023 = "recognition-since-2023",
        /// An entry in the authority register.
        AuthorityRegister = "authority-register",
        /// A decision of a judge.
        CourtDecision = "court-decision",
        /// Alone by operation of law, as a mother who is not married.
        SoleByLaw = "sole-by-law",
    }
}

coded! {
    /// How far it reaches: a judge can give single matters to a guardian (CON-13).
    pub enum Scope, "scope of authority" {
        /// Everything.
        Whole = "whole",
        /// Enrolment at a school.
        School = "school",
        /// Consent to medical treatment.
        Treatment = "treatment",
        /// Asking for a residence permit.
        ResidencePermit = "residence-permit",
    }
}

coded! {
    /// Why somebody can never hold authority, or not as recorded (CON-08).
    pub enum Bar, "bar to authority" {
        /// Not a parent, and no judge decided.
        NotAParent = "not-a-parent",
        /// A foster parent is no guardian by that.
        FosterParent = "foster-parent",
        /// A grandparent is no guardian by that.
        Grandparent = "grandparent",
        /// A minor.
        Minor = "minor",
        /// Under curatele.
        UnderCuratele = "under-curatele",
        /// Recognised before 2023: authority needs an entry in the register.
        RecognisedBefore2023 = "recognised-before-2023",
    }
}

/// From this day recognising a child gives joint authority.
pub const RECOGNITION_GIVES_AUTHORITY: Date = date(2023, 1, 1);

/// Authority of one person over the client.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ParentalAuthority {
    /// Who.
    pub person: PeopleFactId,
    /// In which way.
    pub kind: AuthorityKind,
    /// What it rests on.
    pub basis: Basis,
    /// The day of recognition, where it rests on that.
    pub recognised_on: Option<Date>,
    /// How far it reaches.
    pub scope: Scope,
    /// What was seen.
    pub seen: Seen,
}

/// Why authority is not recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AuthorityFault {
    /// The person cannot hold it.
    #[error("the person cannot hold it: {0}")]
    Never(Bar),
    /// The document was seen after today.
    #[error("a day that has not been")]
    Days,
    /// The basis does not go with the way it is held.
    #[error("the basis does not fit")]
    BasisDoesNotFit,
}

impl ParentalAuthority {
    /// Whether this can be recorded of this person.
    ///
    /// # Errors
    /// [`AuthorityFault`]: the first reason why not.
    pub fn check(&self, person: &RelatedPerson, today: Date) -> Result<(), AuthorityFault> {
        let fits = match self.kind {
            AuthorityKind::Joint => self.basis != Basis::SoleByLaw,
            AuthorityKind::Sole => !matches!(self.basis, Basis::Marriage | Basis::RecognitionSince2023),
            AuthorityKind::Guardian => matches!(self.basis, Basis::CourtDecision | Basis::AuthorityRegister),
            AuthorityKind::ProvisionalGuardian => self.basis == Basis::CourtDecision,
        };
        if self.seen.on > today || self.recognised_on.is_some_and(|on| on > today) {
            return Err(AuthorityFault::Days);
        }
        if let Some(bar) = never_holds(person, self, today) {
            return Err(AuthorityFault::Never(bar));
        }
        if fits { Ok(()) } else { Err(AuthorityFault::BasisDoesNotFit) }
    }

    /// Held as guardian.
    pub const fn is_guardianship(&self) -> bool {
        matches!(self.kind, AuthorityKind::Guardian | AuthorityKind::ProvisionalGuardian)
    }
}

/// Why this person cannot hold this authority on a day; none: they can (CON-08).
pub fn never_holds(person: &RelatedPerson, authority: &ParentalAuthority, on: Date) -> Option<Bar> {
    if person.minor_until.is_some_and(|adult| on < adult) {
        return Some(Bar::Minor);
    }
    if person.under_curatele {
        return Some(Bar::UnderCuratele);
    }
    if authority.is_guardianship() {
        return None;
    }
    // A judge can give a parent's partner authority beside the parent (BW 1:253t); nothing else can.
    let by_judge = matches!(authority.basis, Basis::CourtDecision | Basis::AuthorityRegister);
    match person.relation {
        Relation::Mother | Relation::Father => {
            let recognised = authority.recognised_on.is_some_and(|on| on >= RECOGNITION_GIVES_AUTHORITY);
            let rests_on_it = authority.basis == Basis::RecognitionSince2023;
            (rests_on_it && !recognised).then_some(Bar::RecognisedBefore2023)
        }
        Relation::StepParent if by_judge => None,
        Relation::FosterParent => Some(Bar::FosterParent),
        Relation::Grandparent => Some(Bar::Grandparent),
        _ => Some(Bar::NotAParent),
    }
}

/// Somebody who holds authority.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Holder {
    /// The fact that says so.
    pub authority: PeopleFactId,
    /// Who.
    pub person: PeopleFactId,
    /// In which way.
    pub kind: AuthorityKind,
    /// How far it reaches.
    pub scope: Scope,
}

/// Who held authority at an instant, by what was known at another.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Authority {
    /// Whoever is recorded and can hold it. Nobody: nobody is known, never "nobody is needed" (domain-rules §22).
    pub holders: Vec<Holder>,
    /// What does not fit together. Whoever relies on the holders looks here first.
    pub contradictions: Vec<Contradiction>,
}

impl Authority {
    /// Somebody is known and nothing contradicts it.
    pub const fn is_clear(&self) -> bool {
        !self.holders.is_empty() && self.contradictions.is_empty()
    }
}

/// Who held authority over the client at `at`, by what was known at `known_at` (CON-08). Contradictions are said, not
/// settled; who cannot hold it is no holder.
pub fn authority_holders(facts: &[Held], at: Timestamp, known_at: Timestamp) -> Authority {
    let day = amsterdam_date(at);
    let holders = facts.iter().filter(|held| held.holds(at, known_at)).filter_map(|held| {
        let Fact::Authority(it) = &held.says else { return None };
        let person = super::person_of(facts, it.person, at, known_at)?;
        never_holds(person, it, day).is_none().then_some(Holder {
            authority: held.fact,
            person: it.person,
            kind: it.kind,
            scope: it.scope,
        })
    });
    Authority { holders: holders.collect(), contradictions: contradictions(facts, at, known_at) }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn names(facts: &[Held], day: &str, known: &str) -> Vec<PeopleFactId> {
        authority_holders(facts, at(day), at(known)).holders.iter().map(|it| it.person).collect()
    }

    #[test]
    fn authority_ended_by_a_judge_is_over_the_minute_it_is_recorded() {
        let mut facts = parents();
        end(&mut facts, FATHERS, "2026-03-02T10:00:00Z");

        let before = authority_holders(&facts, at("2026-03-02T09:59:59Z"), at("2026-03-02T09:59:59Z"));
        let after = authority_holders(&facts, at("2026-03-02T10:00:00Z"), at("2026-03-02T10:00:00Z"));

        assert_eq!(before.holders.len(), 2);
        assert_eq!(after.holders.iter().map(|it| it.person).collect::<Vec<_>>(), [MOTHER]);
    }

    #[test]
    fn what_was_known_before_a_correction_keeps_its_answer() {
        let mut facts = parents();
        // On the second it turns out that the father never held it.
        mistake(&mut facts, FATHERS, "2026-03-02T10:00:00Z");

        assert_eq!(names(&facts, "2026-02-01T12:00:00Z", "2026-03-01T12:00:00Z"), [MOTHER, FATHER]);
        assert_eq!(names(&facts, "2026-02-01T12:00:00Z", "2026-03-03T12:00:00Z"), [MOTHER]);
    }

    #[test]
    fn who_cannot_hold_it_is_refused_and_is_no_holder() {
        let joint = ParentalAuthority { basis: Basis::Marriage, ..joint(MOTHER) };
        let who = |relation, change: fn(&mut RelatedPerson)| {
            let mut person = person(relation);
            change(&mut person);
            never_holds(&person, &joint, date(2026, 3, 2))
        };

        assert_eq!(who(Relation::StepParent, |_| ()), Some(Bar::NotAParent));
        assert_eq!(who(Relation::FosterParent, |_| ()), Some(Bar::FosterParent));
        assert_eq!(who(Relation::Grandparent, |_| ()), Some(Bar::Grandparent));
        assert_eq!(who(Relation::Mother, |it| it.under_curatele = true), Some(Bar::UnderCuratele));
        assert_eq!(who(Relation::Mother, |it| it.minor_until = Some(date(2026, 3, 3))), Some(Bar::Minor));
        assert_eq!(who(Relation::Mother, |it| it.minor_until = Some(date(2026, 3, 2))), None);
        assert_eq!(who(Relation::Mother, |_| ()), None);
        let by_judge = ParentalAuthority { basis: Basis::CourtDecision, ..joint };
        assert_eq!(never_holds(&person(Relation::StepParent), &by_judge, date(2026, 3, 2)), None);
    }

    #[test]
    fn recognition_before_2023_gives_nothing_without_the_register() {
        let father = person(Relation::Father);
        let on = |recognised_on, basis| {
            let authority = ParentalAuthority { recognised_on, basis, ..joint(FATHER) };
            never_holds(&father, &authority, date(2026, 3, 2))
        };

        let early = Some(date(2022, 12, 31));
        assert_eq!(on(early, Basis::RecognitionSince2023), Some(Bar::RecognisedBefore2023));
        assert_eq!(on(None, Basis::RecognitionSince2023), Some(Bar::RecognisedBefore2023));
        assert_eq!(on(Some(date(2023, 1, 1)), Basis::RecognitionSince2023), None);
        assert_eq!(on(early, Basis::AuthorityRegister), None);
    }

    #[test]
    fn a_guardian_may_be_a_foster_parent_or_an_institution() {
        let guardian =
            ParentalAuthority { kind: AuthorityKind::Guardian, basis: Basis::CourtDecision, ..joint(MOTHER) };

        for relation in [Relation::FosterParent, Relation::Grandparent, Relation::CertifiedInstitution] {
            assert_eq!(guardian.check(&person(relation), date(2026, 3, 2)), Ok(()), "{relation}");
        }
    }

    #[test]
    fn a_basis_goes_with_the_way_it_is_held() {
        let mother = person(Relation::Mother);
        let check =
            |kind, basis| ParentalAuthority { kind, basis, ..joint(MOTHER) }.check(&mother, date(2026, 3, 2));

        let does_not_fit = Err(AuthorityFault::BasisDoesNotFit);
        assert_eq!(check(AuthorityKind::Sole, Basis::Marriage), does_not_fit);
        assert_eq!(check(AuthorityKind::Joint, Basis::SoleByLaw), does_not_fit);
        assert_eq!(check(AuthorityKind::ProvisionalGuardian, Basis::AuthorityRegister), does_not_fit);
        assert_eq!(check(AuthorityKind::Sole, Basis::SoleByLaw), Ok(()));
    }

    #[test]
    fn nobody_known_is_not_clear() {
        assert!(!authority_holders(&[], at(NOW), at(NOW)).is_clear());
        assert!(authority_holders(&parents(), at(NOW), at(NOW)).is_clear());
    }
}
