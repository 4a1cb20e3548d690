//! An action that is not on the list.

use policy::Action;
use policy::actions::{Kind, OfDossier};

enum ReadEverything {}

impl Action for ReadEverything {
    type About = OfDossier;
    const NAME: &'static str = "ReadEverything";
    const KIND: Kind = Kind::Read;
    const PURPOSE: &'static str = "support";
}

fn main() {}
