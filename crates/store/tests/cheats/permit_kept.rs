//! A permit kept for later, beyond the deed it was given for.

use std::sync::Mutex;

use policy::actions::{OfDossier, ReadDossier};
use store::{Undone, UseCase, Work};

static KEPT: Mutex<Option<&'static mut Work<'static, ReadDossier>>> = Mutex::new(None);

#[derive(Clone)]
struct Keeps(OfDossier);

impl UseCase for Keeps {
    type Action = ReadDossier;
    type Out = ();
    type Refusal = ();

    fn about(&self) -> OfDossier {
        self.0
    }

    async fn run(self, work: &mut Work<'_, ReadDossier>) -> Result<(), Undone<()>> {
        *KEPT.lock().unwrap() = Some(work);
        Ok(())
    }
}

fn main() {}
