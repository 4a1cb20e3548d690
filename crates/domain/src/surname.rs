//! Surnames that are the same to somebody who wonders whether two people are family: by each of their names, with and
//! without what comes before it. Only to compare blind (ACC-22); what is stored and shown is what was typed.

use crate::fold_name;

/// A name shorter than this, folded, says nothing.
const SHORTEST: usize = 2;

/// What a surname is compared by: as a whole, and each name of a double one. Folded, sorted, each once.
pub fn surname_keys(surname: &str) -> Vec<String> {
    let mut keys = vec![fold_name(surname)];
    if surname.contains(is_hyphen) {
        keys.extend(surname.split(is_hyphen).map(fold_name));
    }
    tidy(keys)
}

/// The same of a full name, of which nobody said where the surname begins: each way to begin it after the first name.
/// "Anna de Vries-Bakker" is compared by "de Vries-Bakker", "Vries-Bakker", "de Vries", "Vries" and "Bakker".
pub fn surname_keys_of_full_name(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let from = if words.len() > 1 { 1 } else { 0 };
    let keys = (from..words.len()).flat_map(|at| surname_keys(&words[at..].join(" "))).collect();
    tidy(keys)
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}')
}

fn tidy(mut keys: Vec<String>) -> Vec<String> {
    keys.retain(|key| key.chars().count() >= SHORTEST);
    keys.sort();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet(full_name: &str, surname: &str) -> bool {
        let keys = surname_keys_of_full_name(full_name);
        surname_keys(surname).iter().any(|key| keys.contains(key))
    }

    #[test]
    fn a_worker_meets_a_client_of_the_same_surname_however_it_is_written() {
        for (worker, client) in [
            ("Ria de Wit", "de Wit"),
            ("Ria de Wit", "DE WIT "),
            ("Ria de Wit", "Wit"),
            ("Anna Maria Jansen", "Jansen"),
            ("Anna Jansen-Bakker", "Jansen"),
            ("Anna Jansen - Bakker", "bakker"),
            ("Anna Jansen", "Jansen-de Groot"),
            ("Nadia Yıldız", "Yildiz"),
            ("Jansen", "Jansen"),
        ] {
            assert!(meet(worker, client), "{worker} and {client}");
        }
    }

    #[test]
    fn who_shares_a_first_name_or_a_prefix_only_does_not_meet() {
        for (worker, client) in [
            ("Ria de Wit", "Ria"),
            ("Ria de Wit", "de Groot"),
            ("Ria de Wit", "de"),
            ("Thomas Jansen", "Thomas"),
            ("Ria de Wit", "Janssen"),
            ("", ""),
            ("Ria", "-"),
            ("Ria A", "A"),
        ] {
            assert!(!meet(worker, client), "{worker} and {client}");
        }
    }

    proptest::proptest! {
        #[test]
        fn anything_typed_is_read_without_a_fall(typed in ".*") {
            let _ = (surname_keys(&typed), surname_keys_of_full_name(&typed));
        }

        #[test]
        fn keys_are_folded(typed in "\\PC{0,30}") {
            for key in surname_keys_of_full_name(&typed) {
                proptest::prop_assert_eq!(fold_name(&key), key);
            }
        }
    }
}
