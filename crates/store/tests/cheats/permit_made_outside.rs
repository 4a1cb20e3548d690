//! A permit made by somebody else than the gate.

use policy::actions::ReadDossier;
use store::Work;

fn main() {
    let _ = Work::<'static, ReadDossier>::begin;
}
