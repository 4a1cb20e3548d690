//! Opening a dossier for a new question (CON-03, MOD-02, BAS-03, BSN-01).

use domain::intake::{Field, FieldGap, IntakeNeeds, IntakeRefused, Opening, Preconditions};
use domain::text_input::{FieldProblem, is_blank};
use domain::{
    BirthDate, Bsn, BsnError, ControllerKind, Input, LanguageNeeds, LegalDomain, PreferredWorker, RoleInCase,
    SafeContact, fold,
};
use policy::actions::{AtDesk, CreateDossier};
use store::client::intake::{self, Created, NewDossier, NewQuestion};
use store::client::searched::{self, Searched};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

use super::Search;

/// The version of the privacy notice that is handed out now (BAS-09).
pub const NOTICE_TEXT: u32 = 1;

const LINE_MAX: usize = 200;
const QUESTION_MAX: usize = 20_000;

/// What was typed, untouched.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub surname: String,
    pub given_names: String,
    /// "mevrouw", "meneer" or "".
    pub salutation: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub bsn: String,
}

/// How the privacy notice was given (CON-03 a).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoticeManner {
    Told,
    Paper,
}

/// How the client agreed to be helped (CON-03 b).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AgreementManner {
    Oral,
    Written,
}

impl AgreementManner {
    /// The stored code.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Oral => "oral",
            Self::Written => "written",
        }
    }
}

/// Opens a dossier.
#[derive(Clone, Debug)]
pub struct Open {
    /// What kind of controller the actor works for; the border itself is held by the policies.
    pub kind: ControllerKind,
    pub team: domain::TeamId,
    pub typed: Typed,
    pub birth_date: BirthDate,
    pub safe_contact: SafeContact,
    /// How to talk with the client; nothing where it was not asked.
    pub language: LanguageNeeds,
    /// Whom the client would rather be helped by; none: no wish.
    pub prefers: Option<PreferredWorker>,
    /// The chosen domains, each with its own question as it was typed.
    pub questions: Vec<NewQuestion>,
    /// CON-03 (a): how the notice was given; none: it was not.
    pub notice: Option<NoticeManner>,
    /// CON-03 (b): how the client agreed; none: not yet.
    pub agreement: Option<AgreementManner>,
    /// The proof that exactly this person was looked for and nobody was found (ACC-02).
    pub searched: Option<Searched>,
    /// The role of the worker who takes in; none leaves it to the coordinator.
    pub my_role: Option<RoleInCase>,
    /// The token of the form, so that sending it twice opens one dossier.
    pub form: Uuid,
}

/// What is wrong. Everything at once, so that nobody solves one thing to meet the next.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OpenRefused {
    pub rules: Vec<IntakeRefused>,
    pub gaps: Vec<FieldGap>,
    pub fields: Vec<FieldProblem>,
    pub bsn: Option<BsnError>,
    /// Domains without a question of their own.
    pub no_question: Vec<LegalDomain>,
    /// Nothing else is wrong, and this person was not looked for: search before create (ACC-02).
    pub not_searched: bool,
}

impl OpenRefused {
    fn is_empty(&self) -> bool {
        self.rules.is_empty()
            && self.gaps.is_empty()
            && self.fields.is_empty()
            && self.bsn.is_none()
            && self.no_question.is_empty()
            && !self.not_searched
    }
}

impl UseCase for Open {
    type Action = CreateDossier;
    type Out = Created;
    type Refusal = OpenRefused;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, CreateDossier>) -> Result<Created, Undone<OpenRefused>> {
        let known = work.done_before(self.form).await?;
        if let Some(created) = known.as_deref().and_then(from_note) {
            return Ok(created);
        }
        let function = work.staff()?.function;
        let new = self.checked(function).map_err(Undone::Rejected)?;
        let proven = match (self.search().sought(), &self.searched) {
            (Some(sought), Some(proof)) => searched::proves(work, &sought, proof)?,
            _ => false,
        };
        if !proven {
            return Err(Undone::Rejected(OpenRefused { not_searched: true, ..OpenRefused::default() }));
        }
        let created = intake::create(work, &new).await?;
        work.done_now(self.form, &to_note(&created)).await?;
        Ok(created)
    }
}

impl Open {
    /// The search that must come before this, with the same words.
    #[must_use]
    pub fn search(&self) -> Search {
        let bsn = Bsn::parse(&self.typed.bsn).ok();
        Search { surname: self.typed.surname.clone(), birth_date: self.birth_date, bsn }
    }

    /// What is wrong, without opening anything: told together with what the form itself cannot read.
    #[must_use]
    pub fn faults(&self, function: domain::Function) -> OpenRefused {
        self.checked(function).err().unwrap_or_default()
    }

    fn checked(&self, function: domain::Function) -> Result<NewDossier, OpenRefused> {
        let mut refused = OpenRefused::default();
        let bsn = match self.typed.bsn.as_str() {
            "" => None,
            typed => Bsn::parse(typed).map_err(|e| refused.bsn = Some(e)).ok(),
        };
        let before = Preconditions {
            notice_version: self.notice.map(|_| NOTICE_TEXT),
            support_agreement: self.agreement.is_some(),
        };
        let domains: Vec<LegalDomain> = self.questions.iter().map(|it| it.domain).collect();
        let opening = Opening {
            kind: self.kind,
            function,
            domains: &domains,
            bsn_given: bsn.is_some(),
            role_taken: self.my_role.is_some(),
            before,
        };
        if let Err(rules) = opening.judge() {
            refused.rules = rules;
        }
        // Without a domain nothing is needed yet: it is the domain that is missing.
        if !domains.is_empty() {
            refused.gaps = IntakeNeeds::new(self.kind, &domains).gaps(|field| self.filled(field));
        }
        // Each domain has a question of its own, told below per domain.
        refused.gaps.retain(|gap| *gap != FieldGap::Missing(Field::Question));
        let fields = self.fields(&mut refused.fields);
        let mut questions = Vec::new();
        for typed in &self.questions {
            match Input::optional_text("question", &typed.question, QUESTION_MAX) {
                Ok(Some(question)) => questions.push(NewQuestion { question, ..typed.clone() }),
                Ok(None) => refused.no_question.push(typed.domain),
                Err(problem) => refused.fields.push(problem),
            }
        }
        if !refused.is_empty() {
            return Err(refused);
        }
        Ok(NewDossier {
            fields,
            name_and_birth: fold::name_and_birth(&self.typed.surname, &self.birth_date),
            address: domain::address_key(&self.typed.address),
            bsn,
            questions,
            team: self.team,
            notice_version: i64::from(NOTICE_TEXT),
            notice_manner: match self.notice {
                Some(NoticeManner::Paper) => "paper",
                Some(NoticeManner::Told) | None => "told",
            },
            agreement: self.agreement.map(AgreementManner::code),
            // Whoever takes in a question and goes on with it needs no other reason.
            involve_me: self.my_role.map(|role| (role.code(), String::new())),
        })
    }

    fn filled(&self, field: Field) -> bool {
        let typed = &self.typed;
        match field {
            Field::Surname => !is_blank(&typed.surname),
            Field::GivenName => !is_blank(&typed.given_names),
            Field::BirthDate => self.birth_date != BirthDate::UNKNOWN,
            Field::Bsn => !typed.bsn.is_empty(),
            Field::Phone => !is_blank(&typed.phone),
            Field::Email => !is_blank(&typed.email),
            Field::Address => !is_blank(&typed.address),
            // Not asked is an answer.
            Field::Language | Field::PreferredWorker | Field::SafeContact | Field::LifeArea => true,
            Field::Question => self.questions.iter().any(|it| !is_blank(&it.question)),
        }
    }

    /// The fields to keep; what is wrong with them goes to `problems`.
    fn fields(&self, problems: &mut Vec<FieldProblem>) -> Vec<(&'static str, String, &'static str)> {
        let typed = &self.typed;
        let lines = [
            ("surname", &typed.surname),
            ("given-names", &typed.given_names),
            ("salutation", &typed.salutation),
            ("phone", &typed.phone),
            ("email", &typed.email),
        ];
        let mut fields = Vec::new();
        for (name, value) in lines {
            match Input::optional_line(name, value, LINE_MAX) {
                Ok(Some(value)) => fields.push((name, value, "client")),
                Ok(None) => {}
                Err(problem) => problems.push(problem),
            }
        }
        match Input::optional_text("address", &typed.address, LINE_MAX) {
            Ok(Some(value)) => fields.push(("address", value, "client")),
            Ok(None) => {}
            Err(problem) => problems.push(problem),
        }
        if self.birth_date != BirthDate::UNKNOWN {
            fields.push(("birth-date", self.birth_date.to_string(), "client"));
        }
        let contact = &self.safe_contact;
        for (name, safe) in
            [("contact-phone", contact.phone), ("contact-mail", contact.mail), ("contact-post", contact.post)]
        {
            fields.push((name, safe.code().to_owned(), "client"));
        }
        if !contact.note.is_empty() {
            fields.push(("contact-note", contact.note.clone(), "client"));
        }
        if contact.secret_address {
            fields.push(("secret-address", "yes".to_owned(), "client"));
        }
        if let Some(prefers) = self.prefers {
            fields.push(("preferred-worker", prefers.code().to_owned(), "client"));
        }
        let spoken = self.language.fields().into_iter();
        fields.extend(spoken.filter_map(|(name, value)| Some((name, value?, "client"))));
        fields
    }
}

/// What an earlier sending of the same form made: ids and codes only.
fn to_note(created: &Created) -> String {
    let parts = created.parts.iter().map(|(domain, part)| format!("{domain}={part}")).collect::<Vec<_>>();
    format!("{} {} {}", created.dossier, created.number, parts.join(","))
}

fn from_note(note: &str) -> Option<Created> {
    let mut words = note.split(' ');
    let dossier = words.next()?.parse().ok()?;
    let number = words.next()?.parse().ok()?;
    let parts = words.next()?.split(',').map(|part| {
        let (domain, id) = part.split_once('=')?;
        Some((domain.parse().ok()?, id.parse().ok()?))
    });
    Some(Created { dossier, number, parts: parts.collect::<Option<_>>()? })
}
