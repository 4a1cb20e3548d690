//! Taking in: is this person possibly known, and opening a dossier for a new question.

use domain::{
    BirthDate, Bsn, ClientId, DossierId, LegalDomain, LifeArea, PartId, PersonId, ProtectionGround,
    Pseudonym, TeamId, amsterdam_date, fold,
};
use policy::actions::{CheckExistence, CreateDossier};
use policy::{Action, May};

use super::masthead::question_place;
use super::{bsn, conflicts, fields, involvements, log_review, protections, queue};
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// The kinds of blind index.
const BY_BSN: &str = "bsn";
pub(super) const BY_NAME: &str = "name-birth";
/// Not searched: it meets the addresses that workers declared (ACC-05).
pub(super) const BY_ADDRESS: &str = "address";

/// Somebody to look for, already folded by the rules.
#[derive(Clone)]
pub struct Sought {
    surname: String,
    birth: BirthDate,
    bsn: Option<Bsn>,
}

impl Sought {
    /// Whoever has this surname and birth date, or this number. `None` without a name and a number.
    pub fn of(surname: &str, birth: BirthDate, bsn: Option<Bsn>) -> Option<Self> {
        let surname = fold::fold_name(surname);
        (!surname.is_empty() || bsn.is_some()).then_some(Self { surname, birth, bsn })
    }

    /// Whether there is anything exact to look by; a surname alone is not (ACC-02).
    pub fn can_be_found(&self) -> bool {
        self.bsn.is_some() || fold::name_and_birth(&self.surname, &self.birth).is_some()
    }

    /// The one exact thing to look by, with the kind of its index: the number, else name and birth date.
    pub(super) fn exactly(&self) -> Option<(&'static str, String)> {
        match &self.bsn {
            Some(bsn) => Some((BY_BSN, bsn.digits().to_owned())),
            None => fold::name_and_birth(&self.surname, &self.birth).map(|folded| (BY_NAME, folded)),
        }
    }

    /// One text per person that can be looked for, also when the birth date is not known.
    pub(super) fn whom(&self) -> String {
        format!("{}|{}|{}", self.surname, self.birth, self.bsn.as_ref().map_or("", |bsn| bsn.digits()))
    }
}

/// A question under a legal domain, in the client's words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewQuestion {
    pub domain: LegalDomain,
    pub question: String,
    /// What it is mostly about; none: not asked.
    pub life_area: Option<LifeArea>,
}

/// A new dossier with its first question.
#[derive(Clone, Debug)]
pub struct NewDossier {
    /// Field code, value as typed, source code.
    pub fields: Vec<(&'static str, String, &'static str)>,
    /// To be found by, if both name and birth date are known.
    pub name_and_birth: Option<String>,
    /// `domain::address_key`, to be met by a declared conflict of interest (ACC-05).
    pub address: Option<String>,
    pub bsn: Option<Bsn>,
    /// Each domain with its own question: a shared one would carry content over the domain wall (ACC-06).
    pub questions: Vec<NewQuestion>,
    pub team: TeamId,
    /// CON-03 (a).
    pub notice_version: i64,
    pub notice_manner: &'static str,
    /// CON-03 (b); how the client agreed.
    pub agreement: Option<&'static str>,
    /// Makes the worker who takes in involved at once: role and reason.
    pub involve_me: Option<(&'static str, String)>,
}

/// What was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Created {
    pub dossier: DossierId,
    pub number: i64,
    pub parts: Vec<(LegalDomain, PartId)>,
}

/// How many searches the acting worker did today, this one included (ACC-02).
pub async fn count_check<A: May<CheckExistence>>(work: &mut Work<'_, A>) -> Result<u64, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let today = amsterdam_date(now);
    let id = work.new_id();
    work.tx
        .run_one(
            sql!(
                "INSERT INTO existence_check (id, staff, on_day, recorded_at)
                 VALUES ($1, $2, $3, $4)"
            ),
            params![id, staff, today, now],
        )
        .await?;
    work.tx
        .one(
            sql!(
                "SELECT COUNT(*)
                   FROM existence_check
                  WHERE staff = $1 AND on_day = $2"
            ),
            params![staff, today],
        )
        .await?
        .get(0)
}

/// Whether somebody may be known at this controller. The record gets a line for each client found, and
/// one for the question itself when there is none; the asker hears only yes or no (ACC-02).
pub async fn is_known<A: May<CheckExistence>>(
    work: &mut Work<'_, A>,
    sought: &Sought,
) -> Result<bool, Error> {
    let controller = work.staff()?.controller;
    let tokens = [
        fold::name_and_birth(&sought.surname, &sought.birth)
            .map(|folded| work.index(controller, BY_NAME, &folded)),
        sought.bsn.as_ref().map(|bsn| work.index(controller, BY_BSN, bsn.digits())),
    ];
    let mut found: Vec<Pseudonym> = Vec::new();
    for token in tokens.into_iter().flatten() {
        let rows = work
            .tx
            .all(
                sql!(
                    "SELECT c.pseudonym
                       FROM client_index i
                       JOIN client c ON c.id = i.client
                      WHERE i.token = $1 AND i.replaced_at IS NULL"
                ),
                params![token],
            )
            .await?;
        for row in rows {
            let pseudonym = row.get(0)?;
            if !found.contains(&pseudonym) {
                found.push(pseudonym);
            }
        }
    }
    work.counts(found.len());
    for client in &found {
        work.also_concerns(*client);
    }
    Ok(!found.is_empty())
}

/// Opens a dossier: client, fields, parts, keys, notice, agreement, first involvement.
pub async fn create<A: May<CreateDossier>>(
    work: &mut Work<'_, A>,
    new: &NewDossier,
) -> Result<Created, Error> {
    let (client, pseudonym) = add_client(work, new).await?;
    let dossier = DossierId(work.random_id());
    let staff = work.staff()?.clone();
    let now = work.now();
    let number: i64 = work
        .tx
        .one(
            sql!(
                "SELECT COALESCE(MAX(number), 1000) + 1
                   FROM dossier
                  WHERE controller = $1"
            ),
            params![staff.controller],
        )
        .await?
        .get(0)?;
    work.tx
        .run_one(
            sql!(
                "INSERT INTO dossier (id, client, controller, team, taken_in_by, number, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)"
            ),
            params![dossier, client, staff.controller, new.team, staff.staff, number, now],
        )
        .await?;
    let domains = new.questions.iter().map(|it| it.domain).collect();
    work.concerns(pseudonym, dossier.uuid(), domains);
    add_notice(work, dossier, new).await?;
    if new.fields.iter().any(|(field, _, _)| *field == "secret-address") {
        protections::first(work, dossier, ProtectionGround::SecretAddress).await?;
    }
    // Whoever declared a conflict about this client leaves the question to the coordinator (ACC-05).
    let barred = conflicts::bars_taker(work, client).await?;
    let mut parts = Vec::new();
    for question in &new.questions {
        let domain = question.domain;
        let part = add_part(work, dossier, question, new.agreement).await?;
        parts.push((domain, part));
        let may_work = staff.function.carries_cases() && staff.function.allowed_domains().contains(&domain);
        if let Some((role, reason)) = new.involve_me.as_ref().filter(|_| may_work && !barred) {
            involvements::first(work, dossier, part, domain, role, reason).await?;
        }
    }
    Ok(Created { dossier, number, parts })
}

async fn add_client<A: May<CreateDossier>>(
    work: &mut Work<'_, A>,
    new: &NewDossier,
) -> Result<(ClientId, Pseudonym), Error> {
    let (client, person) = (ClientId(work.random_id()), PersonId(work.random_id()));
    let pseudonym = Pseudonym(work.random_id());
    let controller = work.staff()?.controller;
    let now = work.now();
    let key = work.new_key("client").await?;
    work.tx
        .run_one(sql!("INSERT INTO person (id, recorded_at) VALUES ($1, $2)"), params![person, now])
        .await?;
    work.tx
        .run_one(
            sql!(
                "INSERT INTO client (id, controller, person, pseudonym, core_key, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6)"
            ),
            params![client, controller, person, pseudonym, key.id(), now],
        )
        .await?;
    fields::write(work, client, &key, &new.fields).await?;
    let surname = new.fields.iter().find(|(field, _, _)| *field == "surname");
    log_review::keep_surname(work, client, surname.map_or("", |(_, value, _)| value)).await?;
    if let Some(folded) = &new.name_and_birth {
        add_index(work, client, BY_NAME, folded).await?;
    }
    if let Some(key) = &new.address {
        add_index(work, client, BY_ADDRESS, key).await?;
    }
    if let Some(number) = &new.bsn {
        bsn::write(work, client, &key, number).await?;
        add_index(work, client, BY_BSN, number.digits()).await?;
    }
    Ok((client, pseudonym))
}

async fn add_index<A: May<CreateDossier>>(
    work: &mut Work<'_, A>,
    client: ClientId,
    kind: &'static str,
    folded: &str,
) -> Result<(), Error> {
    let controller = work.staff()?.controller;
    let token = work.index(controller, kind, folded);
    work.tx
        .run_one(
            sql!("INSERT INTO client_index (token, kind, client) VALUES ($1, $2, $3)"),
            params![token, kind, client],
        )
        .await
}

async fn add_notice<A: May<CreateDossier>>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
    new: &NewDossier,
) -> Result<(), Error> {
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO privacy_notice_delivered (id, dossier, text_version, manner, author, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6)"
            ),
            params![id, dossier, new.notice_version, new.notice_manner, author, now],
        )
        .await
}

pub(super) async fn add_part<A: Action>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
    new: &NewQuestion,
    agreement: Option<&'static str>,
) -> Result<PartId, Error> {
    let domain = new.domain;
    let part = PartId(work.random_id());
    let (controller, author, now) = (work.staff()?.controller, work.staff_id()?, work.now());
    // The row of the key refers to the part, and the question in the part is sealed by the key: a part
    // starts with an empty question that is filled in below.
    work.tx
        .run_one(
            sql!(
                "INSERT INTO dossier_part (id, dossier, controller, domain, question, opened_at,
                                           last_content_change, last_client_contact)
                 VALUES ($1, $2, $3, $4, $5, $6, $6, $6)"
            ),
            params![part, dossier, controller, domain.code(), Vec::new(), now],
        )
        .await?;
    let key = work.part_key(part, domain).await?;
    let question = work.seal(&key, question_place(part.uuid()), &new.question);
    work.tx
        .run_one(
            sql!(
                "UPDATE dossier_part
                    SET question = $2
                  WHERE id = $1"
            ),
            params![part, question],
        )
        .await?;
    queue::keep_life_area(work, part, domain, new.life_area).await?;
    if let (LegalDomain::Voluntary, Some(manner)) = (domain, agreement) {
        let id = work.new_id();
        work.tx
            .run_one(
                sql!(
                    "INSERT INTO support_agreement (id, part, manner, author, recorded_at)
                     VALUES ($1, $2, $3, $4, $5)"
                ),
                params![id, part, manner, author, now],
            )
            .await?;
    }
    Ok(part)
}
