//! How old the owner of an account is, as their own dossiers have it: pages address a young person with *je* (ux §3.5).
//! Nothing else leaves here.

use domain::{BirthDate, PersonId};
use policy::actions::{AddressOwner, OfAccount, ReadOwnHome};
use policy::{Action, May};

use super::fields::open_all;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// The birth date of the resident who asks; unknown without a dossier that has it.
pub async fn own_birth_date<A: May<ReadOwnHome>>(work: &mut Work<'_, A>) -> Result<BirthDate, Error> {
    match work.actor().own_person() {
        Some(person) => birth_date(work, person).await,
        None => Ok(BirthDate::UNKNOWN),
    }
}

/// The same, of the owner of an account who is not signed in yet.
pub async fn birth_date_of_owner<A>(work: &mut Work<'_, A>) -> Result<BirthDate, Error>
where
    A: May<AddressOwner> + Action<About = OfAccount>,
{
    let account = work.about().0;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT person
                   FROM account
                  WHERE id = $1"
            ),
            params![account],
        )
        .await?;
    birth_date(work, row.get(0)?).await
}

async fn birth_date<A: Action>(work: &mut Work<'_, A>, person: PersonId) -> Result<BirthDate, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT f.id, f.field, f.value, f.source, f.valid_from
                   FROM client k
                   JOIN client_field f ON f.client = k.id
                  WHERE k.person = $1 AND f.field = 'birth-date'
                    AND f.superseded_at IS NULL AND f.valid_until IS NULL
                  ORDER BY k.recorded_at DESC, k.id"
            ),
            params![person],
        )
        .await?;
    Ok(open_all(work, &rows).await?.get("birth-date").parse().unwrap_or(BirthDate::UNKNOWN))
}
