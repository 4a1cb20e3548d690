//! What does not fit together in what is known about authority. It is said and never settled by the product: somebody
//! looks at the register or asks the judge.

use jiff::Timestamp;

use super::{AuthorityKind, Bar, Basis, Fact, Held, ParentalAuthority, Scope, never_holds, person_of};
use crate::{PeopleFactId, Period, amsterdam_date};

/// Two facts, or one, that cannot be true.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Contradiction {
    /// Two people hold authority alone.
    TwoSole(PeopleFactId, PeopleFactId),
    /// One holds it alone (the first) while another holds it together.
    SoleBesideJoint(PeopleFactId, PeopleFactId),
    /// A judge gave it to one alone (the first) while another holds it by marriage.
    JudgeAgainstMarriage(PeopleFactId, PeopleFactId),
    /// A guardian (the first) for everything, beside a parent.
    GuardianBesideParent(PeopleFactId, PeopleFactId),
    /// More than two hold it together; these are the first and the last.
    MoreThanTwo(PeopleFactId, PeopleFactId),
    /// The other of two is not recorded.
    JointAlone(PeopleFactId),
    /// The same person twice, over periods that overlap.
    SamePersonTwice(PeopleFactId, PeopleFactId),
    /// Recorded of somebody who cannot hold it.
    NeverHolds(PeopleFactId, Bar),
}

impl Contradiction {
    /// A word for texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TwoSole(..) => "two-sole",
            Self::SoleBesideJoint(..) => "sole-beside-joint",
            Self::JudgeAgainstMarriage(..) => "judge-against-marriage",
            Self::GuardianBesideParent(..) => "guardian-beside-parent",
            Self::MoreThanTwo(..) => "more-than-two",
            Self::JointAlone(_) => "joint-alone",
            Self::SamePersonTwice(..) => "same-person-twice",
            Self::NeverHolds(..) => "never-holds",
        }
    }

    /// The facts it is about.
    pub fn facts(self) -> Vec<PeopleFactId> {
        match self {
            Self::TwoSole(a, b)
            | Self::SoleBesideJoint(a, b)
            | Self::JudgeAgainstMarriage(a, b)
            | Self::GuardianBesideParent(a, b)
            | Self::MoreThanTwo(a, b)
            | Self::SamePersonTwice(a, b) => vec![a, b],
            Self::JointAlone(a) | Self::NeverHolds(a, _) => vec![a],
        }
    }
}

/// What does not fit at an instant, by what was known at another. Periods that overlap count whenever they do.
pub fn contradictions(facts: &[Held], at: Timestamp, known_at: Timestamp) -> Vec<Contradiction> {
    let known: Vec<(&Held, &ParentalAuthority)> = facts
        .iter()
        .filter(|held| held.known(known_at))
        .filter_map(|held| match &held.says {
            Fact::Authority(it) => Some((held, it)),
            _ => None,
        })
        .collect();
    let now: Vec<_> = known.iter().copied().filter(|(held, _)| held.period.covers(at)).collect();
    let mut found = twice(&known);
    for (held, it) in &now {
        let bar = person_of(facts, it.person, at, known_at)
            .and_then(|who| never_holds(who, it, amsterdam_date(at)));
        found.extend(bar.map(|bar| Contradiction::NeverHolds(held.fact, bar)));
    }
    for (index, (a, of_a)) in now.iter().enumerate() {
        for (b, of_b) in now.iter().skip(index + 1).filter(|(_, it)| it.person != of_a.person) {
            found.extend(
                between((a.fact, of_a), (b.fact, of_b)).or_else(|| between((b.fact, of_b), (a.fact, of_a))),
            );
        }
    }
    let joint: Vec<PeopleFactId> =
        now.iter().filter(|(_, it)| it.kind == AuthorityKind::Joint).map(|(held, _)| held.fact).collect();
    match joint.as_slice() {
        [alone] if now.len() == 1 => found.push(Contradiction::JointAlone(*alone)),
        [first, _, .., last] => found.push(Contradiction::MoreThanTwo(*first, *last)),
        _ => {}
    }
    found
}

/// What the first contradicts in the second, if anything.
fn between(
    (a, of_a): (PeopleFactId, &ParentalAuthority),
    (b, of_b): (PeopleFactId, &ParentalAuthority),
) -> Option<Contradiction> {
    use AuthorityKind::{Joint, Sole};
    match (of_a.kind, of_b.kind) {
        (Sole, _) if of_a.basis == Basis::CourtDecision && of_b.basis == Basis::Marriage => {
            Some(Contradiction::JudgeAgainstMarriage(a, b))
        }
        (Sole, Sole) => Some(Contradiction::TwoSole(a, b)),
        (Sole, Joint) => Some(Contradiction::SoleBesideJoint(a, b)),
        (_, Sole | Joint) if of_a.is_guardianship() && of_a.scope == Scope::Whole => {
            Some(Contradiction::GuardianBesideParent(a, b))
        }
        _ => None,
    }
}

/// The same person in two facts whose periods overlap, now or ever.
fn twice(known: &[(&Held, &ParentalAuthority)]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for (index, (a, of_a)) in known.iter().enumerate() {
        for (b, of_b) in known.iter().skip(index + 1) {
            if of_a.person == of_b.person && of_a.scope == of_b.scope && overlap(a.period, b.period) {
                found.push(Contradiction::SamePersonTwice(a.fact, b.fact));
            }
        }
    }
    found
}

fn overlap(a: Period, b: Period) -> bool {
    let covers_something = |it: Period| it.until().is_none_or(|until| it.from() < until);
    let starts_within = |a: Period, b: Period| b.until().is_none_or(|until| a.from() < until);
    covers_something(a) && covers_something(b) && starts_within(a, b) && starts_within(b, a)
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn found(facts: &[Held]) -> Vec<Contradiction> {
        contradictions(facts, at(NOW), at(NOW))
    }

    #[test]
    fn two_who_hold_it_together_contradict_nothing() {
        assert_eq!(found(&parents()), []);
    }

    #[test]
    fn sole_recorded_beside_joint_is_said_and_both_stay() {
        let mut facts = parents();
        change(&mut facts, MOTHERS, |it| {
            (it.kind, it.basis) = (AuthorityKind::Sole, Basis::AuthorityRegister)
        });

        assert_eq!(found(&facts), [Contradiction::SoleBesideJoint(MOTHERS, FATHERS)]);
        assert_eq!(super::super::authority_holders(&facts, at(NOW), at(NOW)).holders.len(), 2);
    }

    #[test]
    fn two_who_hold_it_alone_and_a_judge_against_a_marriage() {
        let mut facts = parents();
        change(&mut facts, MOTHERS, |it| (it.kind, it.basis) = (AuthorityKind::Sole, Basis::CourtDecision));
        change(&mut facts, FATHERS, |it| (it.kind, it.basis) = (AuthorityKind::Joint, Basis::Marriage));
        assert_eq!(found(&facts), [Contradiction::JudgeAgainstMarriage(MOTHERS, FATHERS)]);

        change(&mut facts, FATHERS, |it| (it.kind, it.basis) = (AuthorityKind::Sole, Basis::CourtDecision));
        assert_eq!(found(&facts), [Contradiction::TwoSole(MOTHERS, FATHERS)]);
    }

    #[test]
    fn a_guardian_for_one_matter_stands_beside_parents_and_one_for_everything_does_not() {
        let guardian = |scope| ParentalAuthority {
            kind: AuthorityKind::Guardian,
            basis: Basis::CourtDecision,
            scope,
            ..joint(OTHER)
        };
        let with = |scope| {
            let mut facts = parents();
            facts.push(held(OTHER, Fact::Person(person(super::super::Relation::CertifiedInstitution))));
            facts.push(held(OTHERS, Fact::Authority(guardian(scope))));
            facts
        };

        assert_eq!(found(&with(Scope::School)), []);
        let said = found(&with(Scope::Whole));
        assert!(said.contains(&Contradiction::GuardianBesideParent(OTHERS, MOTHERS)), "{said:?}");
    }

    #[test]
    fn one_of_two_who_is_not_recorded_and_three_who_are() {
        let mut facts = parents();
        end(&mut facts, FATHERS, "2026-03-01T00:00:00Z");
        assert_eq!(found(&facts), [Contradiction::JointAlone(MOTHERS)]);

        let mut facts = parents();
        facts.push(held(OTHER, Fact::Person(person(super::super::Relation::StepParent))));
        let third = ParentalAuthority { basis: Basis::CourtDecision, ..joint(OTHER) };
        facts.push(held(OTHERS, Fact::Authority(third)));
        assert_eq!(found(&facts), [Contradiction::MoreThanTwo(MOTHERS, OTHERS)]);
    }

    #[test]
    fn periods_of_one_person_overlap_also_when_both_are_past() {
        let mut facts = parents();
        facts.push(held(OTHERS, Fact::Authority(joint(FATHER))));
        end(&mut facts, FATHERS, "2026-02-01T00:00:00Z");

        assert_eq!(found(&facts), [Contradiction::SamePersonTwice(OTHERS, FATHERS)]);
        mistake(&mut facts, OTHERS, "2026-02-15T00:00:00Z");
        assert_eq!(found(&facts), [Contradiction::JointAlone(MOTHERS)], "what never was overlaps nothing");
    }

    #[test]
    fn a_parent_who_came_under_curatele_later_is_named() {
        let mut facts = parents();
        change_person(&mut facts, FATHER, |it| it.under_curatele = true);

        assert_eq!(found(&facts), [Contradiction::NeverHolds(FATHERS, Bar::UnderCuratele)]);
        assert_eq!(super::super::authority_holders(&facts, at(NOW), at(NOW)).holders.len(), 1);
    }
}
