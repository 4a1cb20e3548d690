//! Which accounts the staff of one's own organisation have, for the administrator.

use policy::actions::{AtDesk, ListAccounts};
use store::client::activation::{StaffAccount, accounts_of_staff};
use store::{Undone, UseCase, Work};

/// Lists them, by name.
#[derive(Clone, Copy, Debug)]
pub struct ListStaff;

impl UseCase for ListStaff {
    type Action = ListAccounts;
    type Out = Vec<StaffAccount>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListAccounts>) -> Result<Self::Out, Undone<Self::Refusal>> {
        Ok(accounts_of_staff(work).await?)
    }
}
