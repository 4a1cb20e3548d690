//! A permit cloned, to use it twice.

use policy::actions::ReadDossier;
use store::Work;

fn twice<'t>(work: &Work<'t, ReadDossier>) -> Work<'t, ReadDossier> {
    work.clone()
}

fn main() {}
