//! The people around a client, and who decides: read, recorded, changed, ended; what a note may name; what asks for work.

pub(crate) mod due;
mod end;
mod keep;
mod read;

use domain::people::{AuthorityFault, CapacityFault, PersonFault};
use domain::text_input::FieldProblem;
use domain::{BirthDate, PartId, StaffId, amsterdam_date, amsterdam_midnight};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use policy::actions::ReadPeople;
use policy::{Action, May};
use store::client::people;
pub use store::client::people::Kept;
use store::{Undone, Work};

pub use due::{DueDate, DueDates};
pub use end::{EndFact, EndPerson};
pub use keep::{KeepFact, KeepPerson, Known};
pub use read::{HeldAuthority, KnownNames, Own, People, ReadHeld, ReadOwn, ReadThem};

/// Why nothing was recorded.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum KeepRefused {
    #[error(transparent)]
    Person(#[from] PersonFault),
    #[error(transparent)]
    Authority(#[from] AuthorityFault),
    #[error(transparent)]
    Capacity(#[from] CapacityFault),
    /// A field cannot be kept as typed.
    #[error(transparent)]
    Field(#[from] FieldProblem),
    /// The person it names is not there.
    #[error("there is no such person")]
    NoSuchPerson,
    /// A mandate that says nothing.
    #[error("a mandate names what it is for")]
    NoMatter,
    /// A second professional is asked for, and nobody was named.
    #[error("a second professional is needed")]
    SecondMissing,
    /// Who acts cannot be the second.
    #[error("the second professional is somebody else")]
    SecondIsOneself,
    /// Nobody by that name works here.
    #[error("there is no such colleague")]
    NoSuchSecond,
    /// A day before 1900 or more than a year ahead, or an end before the beginning.
    #[error("the days do not fit")]
    Days,
    /// Kept for the household, and there is no help under the Wmo that the actor works with.
    #[error("there is no help under the Wmo")]
    NoWmoPart,
    /// Not one of the parts that the actor works with.
    #[error("there is no such part")]
    NoSuchPart,
    /// Somebody who holds authority or represents cannot be ended before that is.
    #[error("the person still holds authority or represents")]
    HoldsOffice,
    /// Nobody agreed, so nothing is withdrawn.
    #[error("there is no agreement to withdraw")]
    NothingToWithdraw,
    /// It ended, or was taken away, or is not theirs to see.
    #[error("it is not there any more")]
    Gone,
    /// Somebody else was first; this is the text as it is now.
    #[error("somebody else changed it")]
    Stale(Box<Kept>),
}

fn rejected<T>(why: impl Into<KeepRefused>) -> Result<T, Undone<KeepRefused>> {
    Err(Undone::Rejected(why.into()))
}

/// The instant from which something holds that holds from a day on.
fn begins(day: Date, now: Timestamp) -> Result<Timestamp, Undone<KeepRefused>> {
    let latest = amsterdam_date(now).saturating_add(jiff::Span::new().years(1));
    if day < date(1900, 1, 1) || day > latest {
        return rejected(KeepRefused::Days);
    }
    amsterdam_midnight(day).ok_or(Undone::Rejected(KeepRefused::Days))
}

/// The part is one of those the actor may change.
fn part_of<A: Action>(
    work: &Work<'_, A>,
    part: Option<PartId>,
) -> Result<Option<PartId>, Undone<KeepRefused>> {
    match part {
        Some(id) if !work.parts().iter().any(|it| it.part == id) => rejected(KeepRefused::NoSuchPart),
        part => Ok(part),
    }
}

/// C41: a change of capacity or authority of somebody who is or may be 16 has a second professional, who is not the
/// same person under another post.
async fn second<A: May<ReadPeople>>(
    work: &mut Work<'_, A>,
    named: Option<StaffId>,
) -> Result<Option<StaffId>, Undone<KeepRefused>> {
    let born = born(work).await?;
    let needed = domain::people::needs_second(&born, amsterdam_date(work.now()));
    let Some(named) = named else {
        return if needed { rejected(KeepRefused::SecondMissing) } else { Ok(None) };
    };
    if named == work.staff_id()? {
        return rejected(KeepRefused::SecondIsOneself);
    }
    let known = people::colleagues(work).await?;
    if known.iter().any(|it| it.staff == named) {
        Ok(Some(named))
    } else {
        rejected(KeepRefused::NoSuchSecond)
    }
}

/// The client's birth date, as it is known now.
async fn born<A: May<ReadPeople>>(work: &mut Work<'_, A>) -> Result<BirthDate, store::Error> {
    people::born(work).await
}
