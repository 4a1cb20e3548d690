//! Standing at the desk. Each page of an intake asks it first, so that whoever takes nobody in is refused on
//! the record (ACC-19), and not by a page that looks at a function.

use policy::actions::{AtDesk, BeginIntake};
use store::{Undone, UseCase, Work};

/// Asks whether one may take in; nothing of anybody comes out.
#[derive(Clone, Copy, Debug)]
pub struct Begin;

impl UseCase for Begin {
    type Action = BeginIntake;
    type Out = ();
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, _: &mut Work<'_, BeginIntake>) -> Result<(), Undone<Self::Refusal>> {
        Ok(())
    }
}
