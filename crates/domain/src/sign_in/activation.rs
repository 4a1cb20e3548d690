//! A way in, given at a desk after seeing an identity document (ACC-16). Of the document only its kind is
//! kept: no number, no copy.

use jiff::SignedDuration;

use crate::codes::coded;

/// How long an activation can be used: 14 days, and once.
pub const ACTIVATION_TTL: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How long somebody may take between the code and the new password.
pub const ACTIVATING: SignedDuration = SignedDuration::from_mins(30);
/// Under this age nobody has an account of their own (PST-08).
pub const YOUNGEST: u16 = 12;

coded! {
    /// A kind of identity document, as the Wet op de identificatieplicht names them.
    pub enum Document, "identity document" {
        /// A passport.
        Passport = "passport",
        /// A Dutch or European identity card.
        IdentityCard = "identity-card",
        /// A driving licence.
        DrivingLicence = "driving-licence",
        /// A residence document.
        ResidencePermit = "residence-document",
    }
}

/// Two plain words and a number, made for a resident who gets an account: easy to remember, hard to guess, and it
/// tells nobody who it is. `random` is chance.
pub fn login_name(random: [u8; 16]) -> String {
    let at = |byte: usize| usize::from(random[byte]) % WORDS.len();
    let number = 100 + u32::from(u16::from_be_bytes([random[2], random[3]])) % 900;
    format!("{}-{}-{number}", WORDS[at(0)], WORDS[at(1)])
}

/// Short words that everybody can spell.
const WORDS: [&str; 64] = [
    "appel", "bank", "berg", "blad", "bloem", "boek", "boom", "boot", "bord", "brood", "brug", "bus", "dak",
    "deur", "doos", "dorp", "druif", "eend", "egel", "fiets", "fluit", "gans", "gras", "haas", "hek", "hert",
    "hoed", "honing", "huis", "jas", "kaars", "kat", "kers", "klok", "knoop", "koek", "krant", "lamp",
    "lepel", "maan", "markt", "melk", "molen", "muis", "muts", "noot", "paard", "park", "peer", "plein",
    "poort", "regen", "rivier", "roos", "schaap", "sjaal", "ster", "stoel", "strand", "tafel", "trein",
    "tuin", "vis", "wolk",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_to_sign_in_with_is_two_words_and_a_number() {
        assert_eq!(login_name([0; 16]), "appel-appel-100");
        assert_eq!(login_name([255; 16]), "wolk-wolk-835");
    }

    #[test]
    fn no_word_stands_twice() {
        let mut words = WORDS.to_vec();
        words.sort_unstable();
        words.dedup();

        assert_eq!(words.len(), WORDS.len());
    }
}
