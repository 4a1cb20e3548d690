//! Residents as they come to the desk, and the dossiers made for them.
//! Invented people; their BSNs pass the eleven test and belong to nobody.

use app::intake::{AgreementManner, Created, NewQuestion, NoticeManner, Open, Typed};
use domain::{
    BirthDate, ControllerKind, DossierId, LanguageNeeds, LegalDomain, LifeArea, PartId, PreferredWorker,
    RoleInCase, SafeContact, TeamId,
};
use uuid::Uuid;

/// Somebody who asks for help.
#[derive(Clone, Copy, Debug)]
pub struct Resident {
    pub surname: &'static str,
    pub given_names: &'static str,
    pub born: jiff::civil::Date,
    pub bsn: &'static str,
    pub phone: &'static str,
    /// The member of the house who this is, when they can sign in.
    pub who: Option<&'static str>,
}

/// Bilal, who can sign in.
pub const BILAL: Resident = Resident {
    surname: "Amrani",
    given_names: "Bilal",
    born: jiff::civil::date(1984, 5, 17),
    bsn: "111222333",
    phone: "06 0000 0001",
    who: Some("bilal"),
};

/// Fatma, who can sign in.
pub const FATMA: Resident = Resident {
    surname: "Özdemir",
    given_names: "Fatma",
    born: jiff::civil::date(1991, 11, 3),
    bsn: "123456782",
    phone: "06 0000 0002",
    who: Some("fatma"),
};

/// Nadia, who works in team Noord herself.
pub const NADIA: Resident = Resident {
    surname: "Yildiz",
    given_names: "Nadia",
    born: jiff::civil::date(1979, 1, 30),
    bsn: "999990019",
    phone: "06 0000 0003",
    who: Some("nadia"),
};

/// An intake as it is typed; every test changes only what it is about.
#[derive(Clone, Debug)]
pub struct Intake {
    pub resident: Resident,
    pub questions: Vec<(LegalDomain, String)>,
    /// Types the BSN too.
    pub with_bsn: bool,
    pub address: String,
    pub secret_address: bool,
    pub language: LanguageNeeds,
    pub prefers: Option<PreferredWorker>,
    /// What all of the questions are mostly about.
    pub life_area: Option<LifeArea>,
    /// The role of who takes in; none leaves it to the coordinator.
    pub my_role: Option<RoleInCase>,
    pub notice: Option<NoticeManner>,
    pub agreement: Option<AgreementManner>,
    /// The token of the form; a fresh one when none.
    pub form: Option<Uuid>,
}

impl Intake {
    /// For a resident: one voluntary question, the worker goes on with it.
    pub fn of(resident: Resident) -> Self {
        Self {
            resident,
            questions: vec![(LegalDomain::Voluntary, "Wie helpt mij met de papieren?".to_owned())],
            with_bsn: false,
            address: String::new(),
            secret_address: false,
            language: LanguageNeeds::default(),
            prefers: None,
            life_area: None,
            my_role: Some(RoleInCase::Lead),
            notice: Some(NoticeManner::Told),
            agreement: Some(AgreementManner::Oral),
            form: None,
        }
    }

    /// The same with these domains, each with a question of its own.
    pub fn about(mut self, domains: &[LegalDomain]) -> Self {
        self.questions =
            domains.iter().map(|domain| (*domain, format!("Een vraag over {domain}."))).collect();
        self
    }

    /// The same with the BSN typed.
    pub fn with_bsn(mut self) -> Self {
        self.with_bsn = true;
        self
    }

    /// The same, left to the coordinator.
    pub fn for_the_queue(mut self) -> Self {
        self.my_role = None;
        self
    }

    fn question(&self, domain: LegalDomain, question: &str) -> NewQuestion {
        NewQuestion { domain, question: question.to_owned(), life_area: self.life_area }
    }

    pub(crate) fn typed(&self, kind: ControllerKind, team: TeamId, form: Uuid) -> Open {
        let resident = self.resident;
        Open {
            kind,
            team,
            typed: Typed {
                surname: resident.surname.to_owned(),
                given_names: resident.given_names.to_owned(),
                phone: resident.phone.to_owned(),
                address: self.address.clone(),
                bsn: if self.with_bsn { resident.bsn.to_owned() } else { String::new() },
                ..Typed::default()
            },
            birth_date: BirthDate::full(resident.born),
            safe_contact: SafeContact { secret_address: self.secret_address, ..SafeContact::unasked() },
            language: self.language.clone(),
            prefers: self.prefers,
            questions: self
                .questions
                .iter()
                .map(|(domain, question)| self.question(*domain, question))
                .collect(),
            notice: self.notice,
            agreement: self.agreement,
            searched: None,
            my_role: self.my_role,
            form,
        }
    }
}

/// A dossier that was opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dossier {
    pub id: DossierId,
    pub number: i64,
    pub parts: Vec<(LegalDomain, PartId)>,
}

impl Dossier {
    /// The part of this domain.
    pub fn part(&self, domain: LegalDomain) -> PartId {
        let found = self.parts.iter().find(|(of, _)| *of == domain);
        found.unwrap_or_else(|| panic!("there is no part for {domain}")).1
    }

    /// The only part, or the first.
    pub fn first_part(&self) -> PartId {
        self.parts[0].1
    }
}

impl From<Created> for Dossier {
    fn from(created: Created) -> Self {
        Self { id: created.dossier, number: created.number, parts: created.parts }
    }
}
