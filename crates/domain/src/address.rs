//! What two ways of writing the same Dutch address have in common: postcode and house number. Only to
//! compare blind (ACC-05); what is stored and shown is what was typed.

use crate::fold_name;

/// The canonical text of an address: "1234ab|12" or "1234ab|12bis". `None` when no Dutch postcode or no house
/// number can be found in it: an address that says too little must not match.
pub fn address_key(address: &str) -> Option<String> {
    let (before, postcode, after) = around_postcode(address)?;
    let number = house_number(before).or_else(|| house_number(after))?;
    Some(format!("{}|{number}", postcode.to_lowercase()))
}

/// The four digits of the first postcode in an address: the neighbourhood, and not the home.
pub fn postcode_area(address: &str) -> Option<String> {
    around_postcode(address).map(|(_, postcode, _)| postcode.chars().take(4).collect())
}

/// The text around the first postcode: four digits that do not begin with 0 and two letters, with or without
/// a space, standing by themselves.
fn around_postcode(text: &str) -> Option<(&str, String, &str)> {
    let alone = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    for (at, _) in text.char_indices() {
        let (before, rest) = text.split_at(at);
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        if digits.len() != 4 || digits.starts_with('0') || !alone(before.chars().next_back()) {
            continue;
        }
        let tail = rest[4..].strip_prefix([' ', '\u{a0}']).unwrap_or(&rest[4..]);
        let letters: String = tail.chars().take_while(|c| c.is_ascii_alphabetic()).take(3).collect();
        if letters.len() == 2 && alone(tail[2..].chars().next()) {
            return Some((before, format!("{digits}{letters}"), &tail[2..]));
        }
    }
    None
}

/// The last word that begins with a digit, with what is added to it: in "2e Kade 14 bis" that is "14bis".
fn house_number(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty()).collect();
    let at = words.iter().rposition(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(words[at..].iter().take(2).map(|word| fold_name(word)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_in_many_hands_has_one_key() {
        for typed in [
            "Voorbeeldkade 12, 1234 AB Waterrijk",
            "voorbeeldkade 12\n1234AB  waterrijk",
            "Voorbeeldkade 12\r\n1234 ab",
            "1234AB 12",
            "Waterrijk, Voorbeeldkade   12 ,1234 AB",
        ] {
            assert_eq!(address_key(typed).as_deref(), Some("1234ab|12"), "{typed}");
        }
    }

    #[test]
    fn an_addition_is_another_home() {
        for (typed, key) in [
            ("2e Kade 14-II, 1234 AB Waterrijk", "1234ab|14ii"),
            ("2e Kade 14 bis, 1234 AB Waterrijk", "1234ab|14bis"),
            ("Plein 1945 3a 1234AB", "1234ab|3a"),
        ] {
            assert_eq!(address_key(typed).as_deref(), Some(key), "{typed}");
        }
    }

    #[test]
    fn an_address_that_says_too_little_has_no_key() {
        for typed in [
            "",
            "Voorbeeldkade 12",
            "1234 AB",
            "0234 AB 12",
            "12345 AB 1",
            "1234 ABC 12",
            "Straße ñ 🏠",
            "1234 A",
        ] {
            assert_eq!(address_key(typed), None, "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn anything_typed_is_read_without_a_fall(typed in ".*") {
            let _ = address_key(&typed);
        }
    }
}
