//! The questions of clients as they are answered: what waits for the reader, and the answer.

use domain::inquiry::{Candidate, answerers, dpo_sees};
use domain::{InquiryId, PersonId, StaffId, TeamId, amsterdam_date};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{AnswerInquiry, ListInquiries, OfInquiry};
use policy::{Action, May};

use super::place;
use crate::error::Error;
use crate::facts::inquiry::{About, candidates};
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A question in the list of who answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
    pub id: InquiryId,
    /// The client's number.
    pub number: i64,
    pub looker_name: String,
    pub function: String,
    pub looked_at: Timestamp,
    pub asked_at: Timestamp,
    pub due_on: Date,
    /// It is the reader's turn; otherwise it is only theirs to see.
    pub yours: bool,
}

/// Whether the answer goes with the name of who looked.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Name {
    Told,
    #[default]
    Kept,
}

/// Answers. False: somebody else answered a moment ago, and their answer stands.
pub async fn answer<A>(work: &mut Work<'_, A>, text: &str, name: Name) -> Result<bool, Error>
where
    A: May<AnswerInquiry> + Action<About = OfInquiry>,
{
    let (id, staff, now) = (work.about().0, work.staff_id()?, work.now());
    let row = work
        .tx
        .one(
            sql!(
                "SELECT c.core_key
                   FROM inquiry q
                   JOIN client c ON c.id = q.client
                  WHERE q.id = $1"
            ),
            params![id],
        )
        .await?;
    let key = work.key(row.get(0)?).await?;
    let sealed = work.seal(&key, place(id.uuid(), "answer"), text);
    let answered = work
        .tx
        .run(
            sql!(
                "UPDATE inquiry
                    SET answer = $2, answered_by = $3, answered_at = $4, name_told = $5
                  WHERE id = $1 AND answered_at IS NULL"
            ),
            params![id, sealed, staff, now, name == Name::Told],
        )
        .await?;
    Ok(answered == 1)
}

/// What waits for the reader, the earliest due first: what they answer, and for the officer what is long overdue.
pub async fn waiting<A: May<ListInquiries>>(work: &mut Work<'_, A>) -> Result<Vec<Waiting>, Error> {
    let post = work.staff()?.clone();
    let now = work.now();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT q.id, d.number, s.name, q.function, q.looked_at, q.asked_at, q.due_on,
                        q.dossier, q.client, c.person, s.person, q.team, d.team
                   FROM inquiry q
                   JOIN dossier d ON d.id = q.dossier
                   JOIN client c ON c.id = q.client
                   JOIN staff s ON s.id = q.staff
                  WHERE q.controller = $1 AND q.answered_at IS NULL
                  ORDER BY q.due_on, q.asked_at, q.id"
            ),
            params![post.controller],
        )
        .await?;
    let mut all = Vec::new();
    for row in rows {
        let about = about(&row, post.controller)?;
        let known = candidates(&mut work.tx, about, now).await?;
        let yours = answerers(about.looker, &known).iter().any(|it| it.staff == post.staff);
        let due_on: Date = row.get(6)?;
        let late = post.function.oversees() && dpo_sees(due_on, amsterdam_date(now));
        let to_see = late && may_know(&known, post.staff, about.looker);
        if !yours && !to_see {
            continue;
        }
        all.push(Waiting {
            id: row.get(0)?,
            number: row.get(1)?,
            looker_name: row.get(2)?,
            function: row.get(3)?,
            looked_at: row.get(4)?,
            asked_at: row.get(5)?,
            due_on,
            yours,
        });
    }
    work.counts(all.len());
    Ok(all)
}

fn about(row: &Row, controller: domain::ControllerId) -> Result<About, Error> {
    Ok(About {
        controller,
        dossier: row.get(7)?,
        client: row.get(8)?,
        subject: row.get(9)?,
        looker: row.get(10)?,
        look_team: row.get::<Option<TeamId>>(11)?,
        dossier_team: row.get(12)?,
    })
}

/// No wall stands between the officer and this question; the same as the policies say of opening it.
fn may_know(known: &[Candidate], staff: StaffId, looker: PersonId) -> bool {
    known.iter().any(|it| it.staff == staff && !it.walled && it.person != looker)
}
