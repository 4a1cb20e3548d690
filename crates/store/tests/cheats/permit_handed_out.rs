//! A permit handed out as the result of its own deed.

use policy::actions::{OfDossier, ReadDossier};
use store::{Undone, UseCase, Work};

#[derive(Clone)]
struct HandsOut(OfDossier);

impl UseCase for HandsOut {
    type Action = ReadDossier;
    type Out = &'static mut Work<'static, ReadDossier>;
    type Refusal = ();

    fn about(&self) -> OfDossier {
        self.0
    }

    async fn run(self, work: &mut Work<'_, ReadDossier>) -> Result<Self::Out, Undone<()>> {
        Ok(work)
    }
}

fn main() {}
