//! Which fields the intake form has for the chosen domains, and why each is asked.
//! As much as needed, as little as possible (BAS-03); a BSN only where the law says so (BSN-01).

use crate::codes::coded;
use crate::{ControllerKind, LegalDomain};

coded! {
    /// A field of the intake form, in the order of the form.
    pub enum Field, "intake field" {
        /// Surname.
        Surname = "surname",
        /// Given name.
        GivenName = "given-name",
        /// Date of birth, possibly partial.
        BirthDate = "birth-date",
        /// Citizen service number.
        Bsn = "bsn",
        /// Telephone number.
        Phone = "phone",
        /// E-mail address.
        Email = "email",
        /// Where the client lives or gets post.
        Address = "address",
        /// The language the client speaks best, and whether an interpreter is needed.
        Language = "language",
        /// Whom the client would rather be helped by.
        PreferredWorker = "preferred-worker",
        /// How the client can be reached without harm (PST-06).
        SafeContact = "safe-contact",
        /// What the client asks, in their own words.
        Question = "question",
        /// What the question is mostly about.
        LifeArea = "life-area",
    }
}

coded! {
    /// Why a field is asked: the answer to "waarom vragen wij dit?" (BAS-03).
    pub enum Why, "reason to ask" {
        /// To know whom we help.
        KnowWho = "know-who",
        /// The law ties rights and consent to age (MOD-06).
        Age = "age",
        /// The law makes us use it (BSN-01).
        LegalDuty = "legal-duty",
        /// To call, write or invite.
        Reach = "reach",
        /// To understand each other.
        Understand = "understand",
        /// To reach the client without harm (PST-06).
        Safety = "safety",
        /// To know what is asked of us.
        Help = "help",
        /// To find a worker who fits.
        Fit = "fit",
    }
}

/// Whether a field is on the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// On the form, must be filled in.
    Required,
    /// On the form, may stay empty.
    Optional,
    /// Not on the form; posted anyway, it is refused.
    Absent,
}

/// Something wrong with which fields were filled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FieldGap {
    /// A required field is empty.
    #[error("{0} must be filled in")]
    Missing(Field),
    /// Phone, e-mail and address are all empty.
    #[error("one way to reach the client must be filled in")]
    NoWayToReach,
    /// A field that is not on the form was filled in.
    #[error("{0} may not be asked here")]
    NotAsked(Field),
}

/// The fields that a set of chosen domains needs at a kind of controller (BAS-03).
#[derive(Clone, Copy, Debug)]
pub struct IntakeNeeds<'a> {
    kind: ControllerKind,
    domains: &'a [LegalDomain],
}

/// Whether a field is asked by this kind of controller for these domains (BAS-03, BSN-01, BSN-04).
pub fn field_needed(field: Field, kind: ControllerKind, domains: &[LegalDomain]) -> Need {
    IntakeNeeds::new(kind, domains).need(field)
}

impl<'a> IntakeNeeds<'a> {
    /// The needs of these domains together. No domain needs nothing: without a purpose no field.
    pub const fn new(kind: ControllerKind, domains: &'a [LegalDomain]) -> Self {
        Self { kind, domains }
    }

    /// Whether a field is on the form.
    pub fn need(&self, field: Field) -> Need {
        if self.domains.is_empty() {
            return Need::Absent;
        }
        match field {
            Field::Surname | Field::Question => Need::Required,
            // A statutory task must know exactly whom it is about, also without BSN (BSN-04).
            Field::GivenName | Field::BirthDate if self.has_statutory_task() => Need::Required,
            // Never required: a baby, an undocumented person or an emergency has none (BSN-04).
            Field::Bsn if !self.uses_bsn() => Need::Absent,
            Field::GivenName
            | Field::BirthDate
            | Field::Bsn
            | Field::Phone
            | Field::Email
            | Field::Address
            | Field::Language
            | Field::PreferredWorker
            | Field::SafeContact
            | Field::LifeArea => Need::Optional,
        }
    }

    /// Why a field is on the form; `None` when it is not.
    pub fn why(&self, field: Field) -> Option<Why> {
        if self.need(field) == Need::Absent {
            return None;
        }
        Some(match field {
            Field::Surname | Field::GivenName => Why::KnowWho,
            Field::BirthDate => Why::Age,
            Field::Bsn => Why::LegalDuty,
            Field::Phone | Field::Email | Field::Address => Why::Reach,
            Field::Language => Why::Understand,
            Field::SafeContact => Why::Safety,
            Field::Question => Why::Help,
            Field::PreferredWorker | Field::LifeArea => Why::Fit,
        })
    }

    /// The fields on the form, in order.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(|&field| self.need(field) != Need::Absent)
    }

    /// Checks which fields were filled in; an empty answer means all is well.
    /// One way to reach the client is always needed (BAS-03).
    pub fn gaps(&self, filled: impl Fn(Field) -> bool) -> Vec<FieldGap> {
        let mut gaps: Vec<_> = Field::ALL
            .iter()
            .filter_map(|&field| match (self.need(field), filled(field)) {
                (Need::Required, false) => Some(FieldGap::Missing(field)),
                (Need::Absent, true) => Some(FieldGap::NotAsked(field)),
                _ => None,
            })
            .collect();
        let reachable = [Field::Phone, Field::Email, Field::Address].into_iter().any(&filled);
        if !self.domains.is_empty() && !reachable {
            gaps.push(FieldGap::NoWayToReach);
        }
        gaps
    }

    fn has_statutory_task(&self) -> bool {
        self.domains.iter().any(|&domain| domain != LegalDomain::Voluntary)
    }

    /// Whether any chosen domain allows a BSN here (BSN-01).
    pub(super) fn uses_bsn(&self) -> bool {
        self.domains.iter().any(|&domain| self.kind.bsn_allowed(domain))
    }
}

#[cfg(test)]
mod tests {
    use LegalDomain::{Voluntary, Wmo};

    use super::*;

    #[test]
    fn voluntary_help_asks_a_name_a_question_and_one_way_to_reach() {
        let needs = IntakeNeeds::new(ControllerKind::WelfareFoundation, &[Voluntary]);
        let required: Vec<_> = needs.fields().filter(|&field| needs.need(field) == Need::Required).collect();

        assert_eq!(required, [Field::Surname, Field::Question]);
        assert_eq!(needs.need(Field::Bsn), Need::Absent);
        assert_eq!(needs.gaps(|field| required.contains(&field)), [FieldGap::NoWayToReach]);
        for way in [Field::Phone, Field::Email, Field::Address] {
            assert_eq!(needs.gaps(|field| required.contains(&field) || field == way), []);
        }
    }

    #[test]
    fn a_bsn_on_a_form_without_it_is_a_gap() {
        let needs = IntakeNeeds::new(ControllerKind::WelfareFoundation, &[Voluntary]);

        assert_eq!(needs.gaps(|_| true), [FieldGap::NotAsked(Field::Bsn)]);
    }

    #[test]
    fn a_statutory_task_must_know_who_it_is() {
        let needs = IntakeNeeds::new(ControllerKind::Municipality, &[Voluntary, Wmo]);

        assert_eq!(needs.need(Field::GivenName), Need::Required);
        assert_eq!(needs.need(Field::BirthDate), Need::Required);
        assert_eq!(needs.need(Field::Bsn), Need::Optional);
    }

    #[test]
    fn every_field_on_the_form_has_a_reason_and_no_other() {
        for &kind in ControllerKind::ALL {
            for &domain in LegalDomain::ALL {
                let domains = [domain];
                let needs = IntakeNeeds::new(kind, &domains);
                for &field in Field::ALL {
                    let asked = field_needed(field, kind, &domains) != Need::Absent;
                    assert_eq!(needs.why(field).is_some(), asked, "{kind} {domain} {field}");
                }
            }
        }
    }

    #[test]
    fn without_a_domain_nothing_is_asked() {
        let needs = IntakeNeeds::new(ControllerKind::Municipality, &[]);

        assert_eq!(needs.fields().count(), 0);
    }
}
