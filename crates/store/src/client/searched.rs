//! The proof of a search: this worker looked for exactly this person, a moment ago, and nobody was found (ACC-02).
//! Made by a search only, asked for when a dossier is opened. Nothing is stored: it is a keyed hash.

use std::fmt;
use std::str::FromStr;

use domain::days::SEARCH_HOLDS;
use jiff::Timestamp;
use policy::actions::{CheckExistence, CreateDossier};
use policy::{Action, May};

use super::intake::Sought;
use crate::error::Error;
use crate::work::Work;

const CONTEXT: &str = "searched";

/// A proof as it travels in a form: "milliseconds.64 hex digits". It tells nothing about whom was looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Searched {
    at: Timestamp,
    tag: [u8; 32],
}

impl fmt::Debug for Searched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Searched({})", self.at)
    }
}

impl fmt::Display for Searched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.", self.at.as_millisecond())?;
        self.tag.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The text is no proof.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no proof of a search")]
pub struct NoProof;

impl FromStr for Searched {
    type Err = NoProof;

    fn from_str(text: &str) -> Result<Self, NoProof> {
        let (at, hex) = text.split_once('.').ok_or(NoProof)?;
        let at = Timestamp::from_millisecond(at.parse().map_err(|_| NoProof)?).map_err(|_| NoProof)?;
        if hex.len() != 64 || !hex.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NoProof);
        }
        let mut tag = [0; 32];
        for (byte, pair) in tag.iter_mut().zip(hex.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| NoProof)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| NoProof)?;
        }
        Ok(Self { at, tag })
    }
}

/// The proof that the acting worker looked for this person now.
pub fn prove<A: May<CheckExistence>>(work: &Work<'_, A>, sought: &Sought) -> Result<Searched, Error> {
    let at = work.now();
    Ok(Searched { at, tag: work.tag(CONTEXT, &bytes(work, sought, at)?) })
}

/// Whether the acting worker looked for exactly this person, not longer ago than a search holds.
pub fn proves<A: May<CreateDossier>>(
    work: &Work<'_, A>,
    sought: &Sought,
    proof: &Searched,
) -> Result<bool, Error> {
    let age = work.now().duration_since(proof.at);
    let fits = work.tag_fits(CONTEXT, &bytes(work, sought, proof.at)?, &proof.tag);
    Ok(fits && !age.is_negative() && age <= SEARCH_HOLDS)
}

/// Who, when and whom. A folded name has no bar in it, so no two searches are equal.
fn bytes<A: Action>(work: &Work<'_, A>, sought: &Sought, at: Timestamp) -> Result<Vec<u8>, Error> {
    let mut bytes = work.staff_id()?.uuid().as_bytes().to_vec();
    bytes.extend(at.as_millisecond().to_be_bytes());
    bytes.extend(sought.whom().as_bytes());
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_comes_back_from_a_form_as_it_went() {
        let at = Timestamp::from_millisecond(1_772_442_000_123).expect("an instant");
        let proof = Searched { at, tag: [0xa7; 32] };

        assert_eq!(proof.to_string().parse(), Ok(proof));
    }

    #[test]
    fn what_is_no_proof_is_refused() {
        let long = "1.".to_owned() + &"é".repeat(32);
        for text in ["", ".", "1.", "x.00", "9999999999999999.00", "1772442000123", &long] {
            assert_eq!(text.parse::<Searched>(), Err(NoProof), "{text}");
        }
    }
}
