//! A visit to several members of a family at once (MOD-03): what each dossier gets of what was typed, and which names a
//! shared paragraph must not hold. There is no family dossier; each note stands alone.

use crate::fold::fold_name;
use crate::text_input;

/// So many people in one visit at most; more is a meeting.
pub const PEOPLE_MAX: usize = 8;
/// A visit to one person is an ordinary note.
pub const PEOPLE_MIN: usize = 2;

/// The facts of one person's note: the shared paragraph, a blank line, and what is theirs alone. What says nothing adds
/// nothing.
pub fn facts_for(shared: &str, own: &str) -> String {
    match (text_input::is_blank(shared), text_input::is_blank(own)) {
        (true, _) => own.to_owned(),
        (false, true) => shared.to_owned(),
        (false, false) => {
            let ends = ['\r', '\n'];
            format!("{}\n\n{}", shared.trim_end_matches(ends), own.trim_start_matches(ends))
        }
    }
}

/// Which of these people the text names, by a given name or a surname, however it is written; each once, in their order.
/// Everybody's note holds the shared paragraph, so a name in it tells of the others. One letter is no name.
pub fn named_in<'n>(text: &str, people: &'n [String]) -> Vec<&'n str> {
    let words: Vec<String> = text.split(|sign: char| !is_of_a_word(sign)).map(fold_name).collect();
    let is_named = |name: &&String| {
        name.split_whitespace()
            .flat_map(|part| part.split('-'))
            .map(fold_name)
            .filter(|part| part.chars().count() > 1 && !PARTICLES.contains(&part.as_str()))
            .any(|part| words.contains(&part) || words.iter().any(|word| is_genitive(word, &part)))
    };
    people.iter().filter(is_named).map(String::as_str).collect()
}

/// Parts of a surname that are ordinary words.
const PARTICLES: [&str; 14] =
    ["van", "de", "der", "den", "het", "ten", "ter", "te", "in", "op", "el", "al", "bin", "ibn"];

/// "Emres" is Emre's.
fn is_genitive(word: &str, name: &str) -> bool {
    word.strip_suffix('s') == Some(name)
}

fn is_of_a_word(sign: char) -> bool {
    // A name with an accent that is a sign of its own stays one word.
    sign.is_alphanumeric() || matches!(sign, '\'' | '’' | '\u{300}'..='\u{36F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let family = people(&["Emre Yılmaz", "Noor van der Berg", "José El-Amrani"]);

        assert_eq!(named_in("EMRE was boos.", &family), ["Emre Yılmaz"]);
        assert_eq!(named_in("Emre's broer, en Emres jas.", &family), ["Emre Yılmaz"]);
        assert_eq!(
            named_in("Mevrouw Yilmaz en jose\u{301} praatten.", &family),
            ["Emre Yılmaz", "José El-Amrani"]
        );
        assert_eq!(named_in("Bij amrani thuis.", &family), ["José El-Amrani"]);
    }

    #[test]
    fn an_ordinary_word_is_no_name() {
        let family = people(&["Noor van der Berg", "A. de Wit"]);

        assert!(named_in("Wij spraken over de huur van het huis, a en b.", &family).is_empty());
        assert!(named_in("", &family).is_empty());
        assert_eq!(named_in("De muur is wit.", &family), ["A. de Wit"], "rather one question too many");
    }

    #[test]
    fn each_person_gets_the_shared_paragraph_and_only_their_own() {
        assert_eq!(
            facts_for("Samen gegeten.\n", "\nNoor sliep slecht."),
            "Samen gegeten.\n\nNoor sliep slecht."
        );
        assert_eq!(facts_for("Samen gegeten.", " "), "Samen gegeten.");
        assert_eq!(facts_for(" \n", "Noor sliep slecht."), "Noor sliep slecht.");
        assert_eq!(facts_for("", ""), "");
    }
}
