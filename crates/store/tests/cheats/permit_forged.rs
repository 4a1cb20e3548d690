//! A permit forged as a struct literal.

use policy::actions::{OfDossier, ReadDossier};
use store::Work;

fn forge(about: OfDossier) -> Work<'static, ReadDossier> {
    Work { about, parts: Vec::new() }
}

fn main() {}
