//! Folds names so that spellings of one name meet in a blind index (ACC-02).
//! Only for looking up: what is stored and shown is what was typed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::BirthDate;

/// Folds a name to lower case letters and digits: no accents, no spaces, no signs.
/// Folding twice changes nothing. A name without letters or digits folds to nothing.
pub fn fold_name(name: &str) -> String {
    let plain = name.nfkd().filter(|&c| !is_combining_mark(c));
    let mut folded = String::with_capacity(name.len());
    for c in plain.flat_map(char::to_lowercase) {
        match spelled_out(c) {
            Some(letters) => folded.push_str(letters),
            None if c.is_alphanumeric() && !is_modifier(c) => folded.push(c),
            None => {}
        }
    }
    folded
}

/// The canonical text for "same surname, same birth date" (ACC-02), with room for a partial date.
/// `None` when either says nothing: an unknown date or a name without letters must not match.
pub fn name_and_birth(surname: &str, birth: &BirthDate) -> Option<String> {
    let folded = fold_name(surname);
    if folded.is_empty() || *birth == BirthDate::UNKNOWN { None } else { Some(format!("{folded}|{birth}")) }
}

/// Letters that Unicode does not take apart but people write with plain ones.
const fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        'þ' => "th",
        'ŋ' => "n",
        'ə' => "e",
        'ς' => "σ",
        'ґ' => "г",
        _ => return None,
    })
}

/// Apostrophe-like letters (U+02BC in Ukrainian, U+02BB in Hawaiian), often typed as a sign.
const fn is_modifier(c: char) -> bool {
    matches!(c, '\u{2B0}'..='\u{2FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(spellings: &[&str], folded: &str) {
        for spelling in spellings {
            assert_eq!(fold_name(spelling), folded, "{spelling}");
        }
    }

    #[test]
    fn dutch_spellings_meet() {
        same(&["van der Velde", "Van der VELDE", "Van-der Vélde ", "vanderVelde"], "vandervelde");
        same(&["'t Hart", "’t Hart", "T HART"], "thart");
        same(&["IJsbrand", "ĳsbrand", "Ijsbrand"], "ijsbrand");
        same(&["Daniël", "Danie\u{308}l", "Daniel"], "daniel");
    }

    #[test]
    fn turkish_spellings_meet() {
        same(&["Yıldırım", "YILDIRIM", "Yildirim"], "yildirim");
        same(&["İpek", "ipek", "IPEK"], "ipek");
        same(&["Öztürk", "Ozturk"], "ozturk");
        same(&["Çağlar Şen", "CAGLAR SEN"], "caglarsen");
    }

    #[test]
    fn polish_spellings_meet() {
        same(&["Wałęsiak", "Walesiak", "WAŁĘSIAK"], "walesiak");
        same(&["Żółć", "Zolc"], "zolc");
    }

    #[test]
    fn ukrainian_spellings_meet() {
        same(&["Мар'яненко", "Марʼяненко", "Мар’яненко", "МАР'ЯНЕНКО"], "маряненко");
        same(&["Ґалаґан", "Галаган"], "галаган");
    }

    #[test]
    fn vietnamese_spellings_meet() {
        same(&["Nguyễn", "Nguyê\u{303}n", "NGUYEN"], "nguyen");
        same(&["Đặng", "Dang"], "dang");
    }

    #[test]
    fn other_letters_are_spelled_out() {
        same(&["Großmann", "GROẞMANN", "Grossmann"], "grossmann");
        same(&["Sørensen", "Sorensen"], "sorensen");
        same(&["Æbelø", "Aebelo"], "aebelo");
    }

    #[test]
    fn different_names_stay_different() {
        assert_ne!(fold_name("Jansen"), fold_name("Janssen"));
        assert_ne!(fold_name("Müller"), fold_name("Mueller"));
    }

    #[test]
    fn folding_any_character_twice_changes_nothing() {
        for c in '\0'..=char::MAX {
            let once = fold_name(&c.to_string());

            assert_eq!(fold_name(&once), once, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn a_lookup_needs_a_name_and_a_date() {
        let born: BirthDate = "1990-04-00".parse().expect("a stored date");

        assert_eq!(name_and_birth("Öz-Türk", &born).as_deref(), Some("ozturk|1990-04-00"));
        assert_eq!(name_and_birth("—", &born), None);
        assert_eq!(name_and_birth("Öztürk", &BirthDate::UNKNOWN), None);
    }
}
