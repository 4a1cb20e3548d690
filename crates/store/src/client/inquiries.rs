//! Questions of clients about a look: asked on the own page, answered by whose turn it is, and what they become.
//! Words are sealed with the key of the client's own fields; the rest is what the list of looks shows too.

mod desk;

use domain::inquiry::answerers;
use domain::{ClientId, DataRight, DossierId, Function, InquiryId, Pursuit, StaffId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{AskAboutLook, OfInquiry, PursueInquiry, ReadInquiry, ReadOwnAccess, ReadOwnInquiry};
use policy::{Action, May};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::portal::Look;
use crate::error::Error;
use crate::facts::inquiry::{About, candidates};
use crate::reading::Text;
use crate::work::Work;
use crate::{params, sql};

pub use desk::{Name, Waiting, answer, waiting};

/// A question as the list of looks shows it: at its line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub id: InquiryId,
    /// The number of the look it was asked at.
    pub number: u64,
    pub asked_at: Timestamp,
    pub due_on: Date,
    pub answered: bool,
    /// The client opened the answer.
    pub seen: bool,
}

/// A new question.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    pub look: &'a Look,
    /// How many looks stand on its line.
    pub times: usize,
    pub words: Option<&'a str>,
    /// The client wants to know who it was as well.
    pub wants_name: bool,
    pub due_on: Date,
}

/// The look that a question is about, as the list showed it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AboutLook {
    pub at: Timestamp,
    /// How many looks stood on its line.
    pub times: u64,
    pub staff: StaffId,
    pub staff_name: String,
    pub function: String,
    pub team_name: String,
    pub event: String,
    pub reason: String,
    pub emergency: bool,
    /// The role in the case at that moment; none when they were not involved.
    pub role: Option<String>,
}

/// An answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    pub text: Text,
    pub at: Timestamp,
    pub function: String,
    pub team_name: String,
}

/// What became of a question: received, and when an answer is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Received {
    pub pursuit: Pursuit,
    pub at: Timestamp,
    pub due_on: Date,
}

/// A question, to its asker and to whoever answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inquiry {
    pub id: InquiryId,
    pub dossier: DossierId,
    /// The client's number: whoever answers is not told a name.
    pub number: i64,
    pub look: AboutLook,
    pub words: Option<Text>,
    pub asked_at: Timestamp,
    pub due_on: Date,
    pub answer: Option<Answer>,
    /// The client wants to know who it was as well.
    pub wants_name: bool,
    /// Whoever answered told the name.
    pub name_told: bool,
    /// In which function it is answered, as it is now; none: there is nobody, and somebody must be appointed.
    pub turn: Option<Function>,
    /// It is the reader's own turn.
    pub yours: bool,
}

/// Where an asker can turn to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doors {
    pub controller_name: String,
    pub controller_phone: String,
    pub dpo_contact: String,
    pub team_name: String,
    pub team_phone: String,
}

const fn place(inquiry: Uuid, column: &'static str) -> Place {
    Place { table: "inquiry", row: inquiry, column }
}

/// The questions that were asked about looks at the dossier.
pub async fn of_looks<A: May<ReadOwnAccess>>(work: &mut Work<'_, A>) -> Result<Vec<Asked>, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, number, asked_at, due_on, answered_at, seen_at
                   FROM inquiry
                  WHERE dossier = $1
                  ORDER BY number"
            ),
            params![dossier],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Asked {
                id: row.get(0)?,
                number: row.get(1)?,
                asked_at: row.get(2)?,
                due_on: row.get(3)?,
                answered: row.get::<Option<Timestamp>>(4)?.is_some(),
                seen: row.get::<Option<Timestamp>>(5)?.is_some(),
            })
        })
        .collect()
}

/// Asks. None: there is a question at this look already, of another window.
pub async fn ask<A: May<AskAboutLook>>(
    work: &mut Work<'_, A>,
    new: Asking<'_>,
) -> Result<Option<InquiryId>, Error> {
    let look = new.look;
    let (Some(number), Some(staff)) = (look.number, look.staff) else { return Ok(None) };
    let part = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?;
    let (dossier, controller) = (part.dossier, part.controller);
    let (client, key) = super::keys::of_client(work, dossier).await?;
    let id = InquiryId(work.random_id());
    let words = new.words.map(|text| work.seal(&key, place(id.uuid(), "words"), text));
    let number = i64::try_from(number).map_err(|_| Error::Record("the ledger is full".into()))?;
    let (author, now) = (work.actor().account, work.now());
    let made = work
        .tx
        .run(
            sql!(
                "INSERT INTO inquiry (id, controller, dossier, client, number, times, looked_at, staff, function,
                                      team, event, reason, emergency, words, author, asked_at, due_on,
                                      wants_name)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
                     ON CONFLICT (dossier, number) DO NOTHING"
            ),
            params![
                id,
                controller,
                dossier,
                client,
                number,
                i64::try_from(new.times).unwrap_or(i64::MAX),
                look.at,
                staff,
                look.function.as_str(),
                look.team,
                look.event.as_str(),
                look.reason.as_str(),
                look.emergency,
                words,
                author,
                now,
                new.due_on,
                new.wants_name,
            ],
        )
        .await?;
    if made == 0 {
        return Ok(None);
    }
    work.names(id.uuid());
    super::notices::inquiry_asked(work, id).await?;
    Ok(Some(id))
}

/// The question the work is about, for its asker.
pub async fn own<A>(work: &mut Work<'_, A>) -> Result<(Inquiry, Doors, Vec<Received>), Error>
where
    A: May<ReadOwnInquiry> + Action<About = OfInquiry>,
{
    let inquiry = read(work).await?;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT c.name, c.phone, c.dpo_contact, t.name, t.phone
                   FROM dossier d
                   JOIN controller c ON c.id = d.controller
                   JOIN team t ON t.id = d.team
                  WHERE d.id = $1"
            ),
            params![inquiry.dossier],
        )
        .await?;
    let doors = Doors {
        controller_name: row.get(0)?,
        controller_phone: row.get(1)?,
        dpo_contact: row.get(2)?,
        team_name: row.get(3)?,
        team_phone: row.get(4)?,
    };
    let received = received(work).await?;
    Ok((inquiry, doors, received))
}

/// The client has the answer before them: their own page need not point at it any more.
pub async fn seen<A>(work: &mut Work<'_, A>) -> Result<(), Error>
where
    A: May<ReadOwnInquiry> + Action<About = OfInquiry>,
{
    let (id, now) = (work.about().0, work.now());
    work.tx
        .run(
            sql!(
                "UPDATE inquiry
                    SET seen_at = $2
                  WHERE id = $1 AND answered_at IS NOT NULL AND seen_at IS NULL"
            ),
            params![id, now],
        )
        .await?;
    Ok(())
}

/// The question the work is about, for whoever answers. No name of the client and nothing of the dossier.
pub async fn one<A>(work: &mut Work<'_, A>) -> Result<Inquiry, Error>
where
    A: May<ReadInquiry> + Action<About = OfInquiry>,
{
    read(work).await
}

async fn read<A: Action<About = OfInquiry>>(work: &mut Work<'_, A>) -> Result<Inquiry, Error> {
    let id = work.about().0;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT q.dossier, d.number, q.looked_at, q.times, q.staff, s.name, q.function, t.name, q.event,
                        q.reason, q.emergency, q.words, q.asked_at, q.due_on, q.answer, q.answered_at,
                        b.function, u.name, q.controller, q.client, c.person, s.person, q.team, d.team,
                        q.wants_name, q.name_told
                   FROM inquiry q
                   JOIN dossier d ON d.id = q.dossier
                   JOIN client c ON c.id = q.client
                   JOIN staff s ON s.id = q.staff
                   LEFT JOIN team t ON t.id = q.team
                   LEFT JOIN staff b ON b.id = q.answered_by
                   LEFT JOIN team u ON u.id = b.team
                  WHERE q.id = $1"
            ),
            params![id],
        )
        .await?;
    let (dossier, at, staff): (DossierId, Timestamp, StaffId) = (row.get(0)?, row.get(2)?, row.get(4)?);
    let words = match row.get::<Option<Sealed>>(11)? {
        Some(sealed) => Some(work.text(place(id.uuid(), "words"), sealed).await?),
        None => None,
    };
    let answer = match row.get::<Option<Sealed>>(14)? {
        Some(sealed) => Some(Answer {
            text: work.text(place(id.uuid(), "answer"), sealed).await?,
            at: row.get(15)?,
            function: row.get::<Option<String>>(16)?.unwrap_or_default(),
            team_name: row.get::<Option<String>>(17)?.unwrap_or_default(),
        }),
        None => None,
    };
    let about = About {
        controller: row.get(18)?,
        dossier,
        client: row.get(19)?,
        subject: row.get(20)?,
        looker: row.get(21)?,
        look_team: row.get(22)?,
        dossier_team: row.get(23)?,
    };
    let now = work.now();
    let known = candidates(&mut work.tx, about, now).await?;
    let turn = answerers(about.looker, &known);
    let reader = work.actor().staff().map(|post| post.staff);
    Ok(Inquiry {
        id,
        dossier,
        number: row.get(1)?,
        look: AboutLook {
            at,
            times: row.get(3)?,
            staff,
            staff_name: row.get(5)?,
            function: row.get(6)?,
            team_name: row.get::<Option<String>>(7)?.unwrap_or_default(),
            event: row.get(8)?,
            reason: row.get(9)?,
            emergency: row.get(10)?,
            role: role_then(work, dossier, staff, at).await?,
        },
        words,
        asked_at: row.get(12)?,
        due_on: row.get(13)?,
        yours: answer.is_none() && turn.iter().any(|it| Some(it.staff) == reader),
        turn: turn.first().map(|it| it.function),
        wants_name: row.get(24)?,
        name_told: row.get(25)?,
        answer,
    })
}

/// What somebody was to the client at a moment.
async fn role_then<A: Action>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
    staff: StaffId,
    at: Timestamp,
) -> Result<Option<String>, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT role
                   FROM involvement
                  WHERE dossier = $1 AND staff = $2 AND superseded_at IS NULL
                    AND valid_from <= $3 AND (valid_until IS NULL OR valid_until > $3)"
            ),
            params![dossier, staff, at],
        )
        .await?;
    let roles: Vec<String> = rows.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?;
    Ok(roles.iter().find(|role| *role == "lead").or(roles.first()).cloned())
}

async fn received<A: Action<About = OfInquiry>>(work: &mut Work<'_, A>) -> Result<Vec<Received>, Error> {
    let id = work.about().0;
    let complaint = work
        .tx
        .opt(
            sql!(
                "SELECT received_at, due_on
                   FROM complaint
                  WHERE inquiry = $1"
            ),
            params![id],
        )
        .await?;
    let request = work
        .tx
        .opt(
            sql!(
                "SELECT received_at, due_on, data_right
                   FROM rights_request
                  WHERE inquiry = $1"
            ),
            params![id],
        )
        .await?;
    let mut all = Vec::new();
    if let Some(row) = complaint {
        all.push(Received { pursuit: Pursuit::Complaint, at: row.get(0)?, due_on: row.get(1)? });
    }
    if let Some(row) = request {
        let right: DataRight = row.get::<String>(2)?.parse().map_err(|_| Error::Column { column: 2 })?;
        all.push(Received { pursuit: Pursuit::Request(right), at: row.get(0)?, due_on: row.get(1)? });
    }
    Ok(all)
}

/// Goes on with the question. False: that was done before; one complaint and one request come of one question.
pub async fn pursue<A>(work: &mut Work<'_, A>, pursuit: Pursuit, due: Date) -> Result<bool, Error>
where
    A: May<PursueInquiry> + Action<About = OfInquiry>,
{
    let inquiry = work.about().0;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT controller, client
                   FROM inquiry
                  WHERE id = $1"
            ),
            params![inquiry],
        )
        .await?;
    let (controller, client): (Uuid, ClientId) = (row.get(0)?, row.get(1)?);
    let (id, author, now) = (work.random_id(), work.actor().account, work.now());
    let made = match pursuit {
        Pursuit::Complaint => {
            work.tx
                .run(
                    sql!(
                        "INSERT INTO complaint (id, controller, client, inquiry, author, received_at, due_on)
                         VALUES ($1, $2, $3, $4, $5, $6, $7)
                             ON CONFLICT (inquiry) DO NOTHING"
                    ),
                    params![id, controller, client, inquiry, author, now, due],
                )
                .await?
        }
        Pursuit::Request(right) => {
            work.tx
                .run(
                    sql!(
                        "INSERT INTO rights_request (id, controller, client, inquiry, data_right, author,
                                                     received_at, due_on)
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                             ON CONFLICT (inquiry) DO NOTHING"
                    ),
                    params![id, controller, client, inquiry, right.code(), author, now, due],
                )
                .await?
        }
    };
    if made > 0 {
        work.names(id);
    }
    Ok(made > 0)
}
