//! A right that includes another one, written elsewhere than in the action list.

use policy::May;
use policy::actions::{ReadDossier, ReadInvolvements};

impl May<ReadDossier> for ReadInvolvements {}

fn main() {}
