//! Taking in: search first, then a dossier for the question, and who of the house the client is.

use app::contact::Note;
use app::intake::{AgreementManner, Known, NOTICE_TEXT, NewQuestion, NoticeManner, Open, Search, Typed};
use domain::anonymous_contact::{AnonymousContact, TypedContact};
use domain::language::OTHER;
use domain::{BirthDate, Bsn, Language, LanguageNeeds, Safe, SafeContact, TypedLanguage};
use store::office::accounts::NewAccount;

use super::sign_in::Wanted;
use super::{Loader, Opened, Why, code, failed, refused};
use crate::demo::content::contacts::Contact;
use crate::demo::content::world::{Part, Resident};
use crate::demo::plan::date_of;

impl Loader<'_> {
    pub(super) async fn search(&mut self, resident: &'static Resident) -> Result<(), Why> {
        let birth_date: BirthDate = code(resident.birth_date)?;
        let bsn = resident.bsn.map(Bsn::parse).transpose().map_err(|why| why.to_string())?;
        let asker = self.asker(resident.intake.by, Wanted::Live).await?;
        let search = Search { surname: resident.surname.to_owned(), birth_date, bsn };
        match self.app.perform(asker, search).await.map_err(refused)? {
            Known::NoMatch(proof) | Known::NothingToMatch(proof) => {
                self.searched.insert(resident.key, proof);
                Ok(())
            }
            Known::Possibly => Err(format!("{} is known already", resident.key)),
        }
    }

    pub(super) async fn take_in(&mut self, resident: &'static Resident) -> Result<(), Why> {
        if resident.notice.version != NOTICE_TEXT {
            return Err(format!("notice {} is not handed out any more", resident.notice.version));
        }
        let at_once = resident.involvements.iter().find(|involvement| involvement.began_at_intake());
        let controller = self.world.controllers.iter().find(|one| one.key == resident.controller);
        let wish = self.world.wishes.iter().find(|one| one.resident == resident.key);
        let life_area = wish.map(|it| code(it.life_area)).transpose()?;
        let question = |part: &Part| {
            let question = resident.help_question.to_owned();
            Ok::<_, Why>(NewQuestion { domain: code(part.domain)?, question, life_area })
        };
        let open = Open {
            kind: code(controller.ok_or("a resident without a controller")?.kind)?,
            team: *self.teams.get(resident.team).ok_or("a resident without a team")?,
            typed: typed(resident),
            birth_date: code(resident.birth_date)?,
            safe_contact: safe_contact(resident)?,
            language: self.language(resident.key)?,
            prefers: wish.and_then(|it| it.prefers).map(code).transpose()?,
            // One question, in the resident's own words, that each of the domains takes up.
            questions: resident.parts.iter().map(question).collect::<Result<_, _>>()?,
            notice: Some(NoticeManner::Told),
            agreement: resident.support_agreement.map(|_| AgreementManner::Oral),
            searched: self.searched.get(resident.key).copied(),
            my_role: at_once.map(|involvement| code(involvement.role)).transpose()?,
            form: self.store.random_id(),
        };
        let asker = self.asker(resident.intake.by, Wanted::Live).await?;
        let created = self.app.perform(asker, open).await.map_err(refused)?;
        self.loaded.dossiers.push((resident.key, created.number, created.dossier));
        self.dossiers.insert(
            resident.key,
            Opened { dossier: created.dossier, number: created.number, parts: created.parts },
        );
        self.link(resident).await
    }

    /// How one talks with this resident, as far as it was asked.
    fn language(&self, key: &str) -> Result<LanguageNeeds, Why> {
        let Some(told) = self.world.spoken.iter().find(|one| one.resident == key) else {
            return Ok(LanguageNeeds::default());
        };
        let listed = told.best.is_empty() || told.best.parse::<Language>().is_ok();
        let (best, named) = if listed { (told.best, "") } else { (OTHER, told.best) };
        let (interpreter, letters) = (told.interpreter, told.letters);
        let typed = TypedLanguage { best, named, interpreter, letters };
        LanguageNeeds::typed(typed).map_err(|faults| format!("{faults:?}"))
    }

    /// Notes a question of somebody who stayed anonymous.
    pub(super) async fn note(&mut self, contact: &'static Contact) -> Result<(), Why> {
        let day = date_of(contact.at, self.story_day);
        let Contact { kind, topic, done, text, .. } = *contact;
        let typed = TypedContact { kind, topic, done, day: Some(day), text, looked: false };
        let noted = AnonymousContact::typed(typed, day).map_err(|faults| format!("{faults:?}"))?;
        let note = Note { team: self.team_of(contact.by), contact: noted, form: self.store.random_id() };
        let asker = self.asker(contact.by, Wanted::Live).await?;
        self.app.perform(asker, note).await.map_err(refused)
    }

    /// A client who signs in, for themselves or as staff, is one person in all of the house (ACC-05).
    async fn link(&mut self, resident: &'static Resident) -> Result<(), Why> {
        let account = self.world.portal_accounts.iter().find(|one| one.person == resident.person);
        let works_here = self.world.staff.iter().any(|one| one.person == resident.person);
        if account.is_none() && !works_here {
            return Ok(());
        }
        let has_account = self.persons.contains_key(resident.person);
        let person = self.person(resident.person).await?;
        let dossier = self.opened(resident.key)?.dossier;
        self.store.client_is_person(dossier, person).await.map_err(failed)?;
        if let Some(account) = account.filter(|_| !has_account) {
            let password_hash = self.app.hash_password(account.password.to_owned()).await.map_err(failed)?;
            let new = NewAccount {
                person,
                login_name: account.login_name.to_owned(),
                password_hash,
                second_factor: account.totp_secret.to_owned(),
                is_staff: false,
            };
            self.store.add_account(new).await.map_err(failed)?;
        }
        Ok(())
    }
}

fn typed(resident: &Resident) -> Typed {
    let address = &resident.address;
    Typed {
        surname: resident.surname.to_owned(),
        given_names: resident.given_names.to_owned(),
        salutation: if resident.address_form == "none" { "" } else { resident.address_form }.to_owned(),
        phone: resident.phone.unwrap_or_default().to_owned(),
        email: resident.email.unwrap_or_default().to_owned(),
        address: format!("{}\n{} {}", address.street, address.postcode, address.town),
        bsn: resident.bsn.unwrap_or_default().to_owned(),
    }
}

fn safe_contact(resident: &Resident) -> Result<SafeContact, Why> {
    let told = &resident.safe_contact;
    let safe = |channel: &str| code::<Safe>(channel);
    let contact = SafeContact {
        phone: safe(told.phone)?,
        mail: safe(told.mail)?,
        post: safe(told.post)?,
        note: String::new(),
        secret_address: resident.secret_address,
    };
    contact.with_note(told.note.unwrap_or_default()).map_err(|why| format!("{why:?}"))
}
