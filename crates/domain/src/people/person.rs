//! A related person, who is kept only when informed and agreed, or on a ground of the list (CON-27).
//! Consent to be kept is never consent to share.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::codes::coded;
use crate::text_input::{FieldProblem, Input};

coded! {
    /// What somebody is to the client. Also the word that stays when the name goes.
    pub enum Relation, "relation" {
        /// Mother.
        Mother = "mother",
        /// Father.
        Father = "father",
        /// Partner.
        Partner = "partner",
        /// Former partner.
        FormerPartner = "former-partner",
        /// Child.
        Child = "child",
        /// Brother or sister.
        Sibling = "sibling",
        /// Grandparent.
        Grandparent = "grandparent",
        /// Step-parent.
        StepParent = "step-parent",
        /// Foster parent.
        FosterParent = "foster-parent",
        /// Other family.
        OtherFamily = "other-family",
        /// Informal carer.
        InformalCarer = "informal-carer",
        /// Neighbour.
        Neighbour = "neighbour",
        /// Friend.
        Friend = "friend",
        /// Somebody of a school.
        School = "school",
        /// Doctor or other care professional.
        CareProfessional = "care-professional",
        /// Another professional, such as a mentor by profession.
        Professional = "professional",
        /// A certified institution (GI).
        CertifiedInstitution = "certified-institution",
        /// Somebody else.
        Other = "other",
    }
}

coded! {
    /// On what ground a third person is kept without their agreement (CON-27).
    pub enum KeptFor, "ground to keep a person" {
        /// Holds authority or is guardian: the law asks for them.
        AuthorityHolderOrGuardian = "authority-or-guardian",
        /// Lives in the household, for support under the Wmo; as little as possible.
        HouseholdWmo = "household-wmo",
        /// Cares for the client.
        InformalCarer = "informal-carer",
        /// A law obliges to keep them.
        LegalDuty = "legal-duty",
        /// May be a danger. Not informed while that is unsafe.
        SafetySuspicion = "safety-suspicion",
        /// Meets the client by profession: work contact data only.
        ProfessionalCapacity = "professional",
    }
}

coded! {
    /// How somebody was told that they are kept.
    pub enum HowInformed, "way of informing" {
        /// In a conversation.
        Talked = "talked",
        /// By telephone.
        Phoned = "phoned",
        /// By letter or e-mail.
        Written = "written",
        /// By the client.
        ByClient = "by-client",
    }
}

/// After this many days a suspicion is looked at again (CON-27).
pub const SAFETY_RECHECK_DAYS: i64 = 30;

const NAME_MAX: usize = 120;
const LINE_MAX: usize = 200;

/// When and how somebody was told.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Informed {
    /// The day.
    pub on: Date,
    /// How.
    pub how: HowInformed,
}

/// Why somebody may be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeptOn {
    /// They know and agree.
    Agreed {
        /// When they were told.
        informed: Informed,
        /// When they agreed.
        on: Date,
    },
    /// A ground of the list.
    Ground {
        /// Which.
        ground: KeptFor,
        /// When they were told; none: not yet, or not while it is unsafe.
        informed: Option<Informed>,
        /// From this day the ground was looked at.
        since: Date,
    },
    /// Only the role word is left.
    RoleWord,
}

/// How somebody is reached. Empty: not known.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Contact {
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Address; of the person, not of the dossier.
    pub address: String,
    /// Nobody but the workers may learn the address (RGT-09).
    pub address_secret: bool,
    /// We may call them.
    pub may_call: bool,
}

/// Somebody around the client.
///
/// INVARIANT: made by [`RelatedPerson::new`] or [`RelatedPerson::as_role_word`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RelatedPerson {
    /// What they are to the client.
    pub relation: Relation,
    /// The name as typed; empty when only the role word is left.
    pub name: String,
    /// How to reach them.
    pub contact: Contact,
    /// Why they may be kept.
    pub kept: KeptOn,
    /// The day they turn 18, where they are a minor.
    pub minor_until: Option<Date>,
    /// They are under curatele themselves.
    pub under_curatele: bool,
    /// The client does not read this, because somebody dangerous may read along (MOD-07).
    pub hidden_from_client: bool,
}

/// What was typed about somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypedPerson {
    /// What they are to the client.
    pub relation: Relation,
    /// Name.
    pub name: String,
    /// How to reach them.
    pub contact: Contact,
    /// The ground; none: they agree.
    pub ground: Option<KeptFor>,
    /// When and how they were told.
    pub informed: Option<Informed>,
    /// When they agreed.
    pub agreed_on: Option<Date>,
    /// The day they turn 18, where they are a minor.
    pub minor_until: Option<Date>,
    /// They are under curatele themselves.
    pub under_curatele: bool,
    /// The client does not read this.
    pub hidden_from_client: bool,
}

/// Why somebody is not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PersonFault {
    /// A field cannot be kept as typed.
    #[error(transparent)]
    Field(#[from] FieldProblem),
    /// Neither informed nor on a ground.
    #[error("the person was not told")]
    NotInformed,
    /// Told, and no word on whether they agree.
    #[error("the person did not agree")]
    NotAgreed,
    /// A day that has not been, or agreed before being told.
    #[error("the days do not fit")]
    Days,
    /// A private address of a professional.
    #[error("of a professional only work contact data are kept")]
    AddressOfProfessional,
    /// Told about a suspicion.
    #[error("who may be a danger is not told")]
    ToldTheDanger,
    /// Hidden from the client without a suspicion.
    #[error("only who may be a danger is hidden from the client")]
    HiddenWithoutDanger,
}

impl RelatedPerson {
    /// Reads what was typed (CON-27).
    ///
    /// # Errors
    /// [`PersonFault`]: the first thing that keeps this person from being kept.
    pub fn new(typed: TypedPerson, today: Date) -> Result<Self, PersonFault> {
        let TypedPerson {
            relation, contact, ground, informed, agreed_on, minor_until, under_curatele, ..
        } = typed;
        let name = Input::line("name", &typed.name, NAME_MAX)?;
        let contact = Contact {
            phone: Input::optional_line("phone", &contact.phone, LINE_MAX)?.unwrap_or_default(),
            email: Input::optional_line("email", &contact.email, LINE_MAX)?.unwrap_or_default(),
            address: Input::optional_line("address", &contact.address, LINE_MAX)?.unwrap_or_default(),
            ..contact
        };
        if informed.is_some_and(|told| told.on > today) || agreed_on.is_some_and(|on| on > today) {
            return Err(PersonFault::Days);
        }
        if typed.hidden_from_client && ground != Some(KeptFor::SafetySuspicion) {
            return Err(PersonFault::HiddenWithoutDanger);
        }
        let kept = match (ground, informed, agreed_on) {
            (None, None, _) => return Err(PersonFault::NotInformed),
            (None, Some(_), None) => return Err(PersonFault::NotAgreed),
            (None, Some(told), Some(on)) if on < told.on => return Err(PersonFault::Days),
            (None, Some(informed), Some(on)) => KeptOn::Agreed { informed, on },
            (Some(KeptFor::SafetySuspicion), Some(_), _) => return Err(PersonFault::ToldTheDanger),
            (Some(KeptFor::ProfessionalCapacity), ..) if !contact.address.is_empty() => {
                return Err(PersonFault::AddressOfProfessional);
            }
            (Some(ground), informed, _) => KeptOn::Ground { ground, informed, since: today },
        };
        let hidden_from_client = typed.hidden_from_client;
        Ok(Self { relation, name, contact, kept, minor_until, under_curatele, hidden_from_client })
    }

    /// The same person with only the role word left: agreement was withdrawn and no ground is there.
    #[must_use]
    pub fn as_role_word(&self) -> Self {
        Self {
            relation: self.relation,
            name: String::new(),
            contact: Contact::default(),
            kept: KeptOn::RoleWord,
            minor_until: None,
            under_curatele: false,
            hidden_from_client: self.hidden_from_client,
        }
    }

    /// What stays when agreement is withdrawn: a holder of authority or a representative is kept by law, anybody else
    /// by the role word (CON-27).
    #[must_use]
    pub fn without_agreement(&self, holds_office: bool, today: Date) -> Self {
        match self.kept {
            KeptOn::Agreed { informed, .. } if holds_office => Self {
                kept: KeptOn::Ground {
                    ground: KeptFor::AuthorityHolderOrGuardian,
                    informed: Some(informed),
                    since: today,
                },
                ..self.clone()
            },
            KeptOn::Agreed { .. } | KeptOn::RoleWord => self.as_role_word(),
            KeptOn::Ground { .. } => self.clone(),
        }
    }

    /// The ground, where somebody is kept without agreement.
    pub const fn ground(&self) -> Option<KeptFor> {
        match self.kept {
            KeptOn::Ground { ground, .. } => Some(ground),
            KeptOn::Agreed { .. } | KeptOn::RoleWord => None,
        }
    }

    /// When they were told.
    pub const fn informed(&self) -> Option<Informed> {
        match self.kept {
            KeptOn::Agreed { informed, .. } => Some(informed),
            KeptOn::Ground { informed, .. } => informed,
            KeptOn::RoleWord => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 3, 2);

    fn rick() -> TypedPerson {
        TypedPerson {
            relation: Relation::Friend,
            name: "Rick".into(),
            contact: Contact::default(),
            ground: None,
            informed: None,
            agreed_on: None,
            minor_until: None,
            under_curatele: false,
            hidden_from_client: false,
        }
    }

    fn told(on: Date) -> Option<Informed> {
        Some(Informed { on, how: HowInformed::Talked })
    }

    #[test]
    fn nobody_is_kept_untold_or_without_agreement() {
        let kept = |typed| RelatedPerson::new(typed, TODAY).map(|it| it.kept);

        assert_eq!(kept(rick()), Err(PersonFault::NotInformed));
        assert_eq!(kept(TypedPerson { agreed_on: Some(TODAY), ..rick() }), Err(PersonFault::NotInformed));
        assert_eq!(kept(TypedPerson { informed: told(TODAY), ..rick() }), Err(PersonFault::NotAgreed));
        let agreed = TypedPerson { informed: told(TODAY), agreed_on: Some(TODAY), ..rick() };
        assert!(matches!(kept(agreed), Ok(KeptOn::Agreed { .. })));
    }

    #[test]
    fn days_that_do_not_fit_are_refused() {
        let tomorrow = date(2026, 3, 3);
        for (told_on, agreed) in [(tomorrow, tomorrow), (TODAY, date(2026, 3, 1)), (TODAY, tomorrow)] {
            let typed = TypedPerson { informed: told(told_on), agreed_on: Some(agreed), ..rick() };
            assert_eq!(RelatedPerson::new(typed, TODAY), Err(PersonFault::Days), "{told_on} {agreed}");
        }
    }

    #[test]
    fn each_ground_of_the_list_stands_for_agreement() {
        for &ground in KeptFor::ALL {
            let kept =
                RelatedPerson::new(TypedPerson { ground: Some(ground), ..rick() }, TODAY).expect("a ground");
            assert_eq!(kept.ground(), Some(ground));
        }
    }

    #[test]
    fn a_professional_has_no_private_address_and_a_danger_is_not_told() {
        let contact = Contact { address: "Dorpsstraat 1".into(), ..Contact::default() };
        let doctor = TypedPerson { ground: Some(KeptFor::ProfessionalCapacity), contact, ..rick() };
        let danger = TypedPerson { ground: Some(KeptFor::SafetySuspicion), informed: told(TODAY), ..rick() };

        assert_eq!(RelatedPerson::new(doctor, TODAY), Err(PersonFault::AddressOfProfessional));
        assert_eq!(RelatedPerson::new(danger, TODAY), Err(PersonFault::ToldTheDanger));
    }

    #[test]
    fn only_a_danger_is_hidden_from_the_client() {
        let hidden = |ground| {
            RelatedPerson::new(
                TypedPerson { ground: Some(ground), hidden_from_client: true, ..rick() },
                TODAY,
            )
        };

        assert_eq!(hidden(KeptFor::InformalCarer), Err(PersonFault::HiddenWithoutDanger));
        assert!(hidden(KeptFor::SafetySuspicion).is_ok_and(|it| it.hidden_from_client));
    }

    #[test]
    fn withdrawing_leaves_the_role_word_unless_the_law_asks_for_them() {
        let typed = TypedPerson {
            contact: Contact { phone: "06 0000 0000".into(), ..Contact::default() },
            informed: told(TODAY),
            agreed_on: Some(TODAY),
            ..rick()
        };
        let rick = RelatedPerson::new(typed, TODAY).expect("he agreed");

        let gone = rick.without_agreement(false, TODAY);
        let father = rick.without_agreement(true, TODAY);

        assert_eq!((gone.name.as_str(), gone.contact, gone.kept), ("", Contact::default(), KeptOn::RoleWord));
        assert_eq!(gone.relation, Relation::Friend);
        assert_eq!(
            (father.name.as_str(), father.ground()),
            ("Rick", Some(KeptFor::AuthorityHolderOrGuardian))
        );
    }
}
