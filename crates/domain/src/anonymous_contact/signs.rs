//! Words by which somebody could be recognised, in a text that should be about nobody (BAS-10). A hint for whoever
//! types, never a proof: what is not found here can still give somebody away.

use jiff::civil::Date;

use crate::Bsn;
use crate::codes::coded;

coded! {
    /// What a text seems to hold.
    pub enum Sign, "sign of a person" {
        /// A citizen service number.
        Bsn = "bsn",
        /// A name after a form of address, or after "heet".
        Name = "name",
        /// A street with a number, or a postcode.
        Address = "address",
        /// A telephone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// A date long enough ago to be a birth date.
        BirthDate = "birth-date",
    }
}

/// What a text seems to hold, each sign once, in the order of the list.
pub fn signs(text: &str, today: Date) -> Vec<Sign> {
    let numbers = numbers(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let holds = |sign: &&Sign| match sign {
        Sign::Bsn => numbers.iter().any(|number| is_bsn(number)),
        Sign::Name => words.windows(2).enumerate().any(|(at, pair)| names(pair[0], &words[at + 1..])),
        Sign::Address => is_address(&words),
        Sign::Phone => numbers.iter().any(|number| is_phone(number)),
        Sign::Email => words.iter().any(|word| is_email(word)),
        Sign::BirthDate => {
            numbers.iter().any(|number| is_past_date(number, today)) || is_written_date(&words, today)
        }
    };
    Sign::ALL.iter().filter(holds).copied().collect()
}

/// The numbers in a text as people write them: groups of digits with one sign between them.
fn numbers(text: &str) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    let mut groups: Vec<String> = Vec::new();
    let mut gap = 0;
    for c in text.chars() {
        match c {
            _ if c.is_ascii_digit() => {
                match groups.last_mut() {
                    Some(group) if gap == 0 => group.push(c),
                    _ => groups.push(c.to_string()),
                }
                gap = 0;
            }
            ' ' | '\u{A0}' | '.' | '-' | '/' | '(' | ')' if !groups.is_empty() && gap < 2 => gap += 1,
            _ => {
                if !groups.is_empty() {
                    all.push(std::mem::take(&mut groups));
                }
                gap = 0;
            }
        }
    }
    if !groups.is_empty() {
        all.push(groups);
    }
    all
}

/// Nine digits that pass the eleven test, written together or in the groups that people use.
fn is_bsn(groups: &[String]) -> bool {
    const SHAPES: [&[usize]; 3] = [&[9], &[3, 3, 3], &[4, 2, 3]];
    SHAPES.iter().any(|shape| {
        groups.windows(shape.len()).any(|window| {
            let fits = window.iter().map(String::len).eq(shape.iter().copied());
            fits && Bsn::parse(&window.concat()).is_ok()
        })
    })
}

/// Ten digits from 0, or a number with the code of the country.
fn is_phone(groups: &[String]) -> bool {
    (1..=groups.len().min(6)).any(|length| {
        groups.windows(length).any(|window| {
            let digits = window.concat();
            match digits.len() {
                10 => digits.starts_with('0'),
                11 => digits.starts_with("31"),
                12 => digits.starts_with("310"),
                13 => digits.starts_with("0031"),
                _ => false,
            }
        })
    })
}

/// Day, month and a year before this one: an appointment is this year or next.
fn is_past_date(groups: &[String], today: Date) -> bool {
    groups.windows(3).any(|window| {
        let number = |at: usize| window[at].parse::<i16>().unwrap_or(0);
        let written = match window[0].len() {
            4 => (number(0), number(1), number(2)),
            _ => (number(2), number(1), number(0)),
        };
        is_before_this_year(written, today)
    })
}

fn is_before_this_year((year, month, day): (i16, i16, i16), today: Date) -> bool {
    (1900..today.year()).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// "9 maart 1968".
fn is_written_date(words: &[&str], today: Date) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "maart", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    words.windows(3).any(|window| {
        let number = |at: usize| bare(window[at]).parse::<i16>().unwrap_or(0);
        let month = window[1].to_lowercase();
        let month = MONTHS.iter().any(|name| month.starts_with(name)) || month.starts_with("mrt");
        month && is_before_this_year((number(2), 1, number(0)), today)
    })
}

/// "mevrouw de Wit", "heet Bilal": a word that announces a name, and one.
fn names(announcing: &str, after: &[&str]) -> bool {
    const ANNOUNCE: [&str; 20] = [
        "mevrouw", "meneer", "mevr", "mw", "mv", "dhr", "heer", "mr", "mrs", "ms", "familie", "fam", "gezin",
        "heet", "heten", "genaamd", "naam", "called", "name", "family",
    ];
    const BETWEEN: [&str; 16] = [
        "is", "van", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "te", "in", "el", "al", "von", "la",
    ];
    if !ANNOUNCE.contains(&bare(announcing).to_lowercase().as_str()) {
        return false;
    }
    let name =
        after.iter().map(|word| bare(word)).find(|word| !BETWEEN.contains(&word.to_lowercase().as_str()));
    name.is_some_and(|name| name.chars().next().is_some_and(char::is_uppercase))
}

/// "Watermunt 10" cannot be told from other words; a street by its ending, and a postcode, can.
fn is_address(words: &[&str]) -> bool {
    const ENDINGS: [&str; 16] = [
        "straat",
        "laan",
        "weg",
        "plein",
        "kade",
        "gracht",
        "pad",
        "hof",
        "singel",
        "dijk",
        "steeg",
        "plantsoen",
        "park",
        "dreef",
        "markt",
        "boulevard",
    ];
    let street = words.windows(2).any(|pair| {
        let name = bare(pair[0]).to_lowercase();
        let number = bare(pair[1]).starts_with(|c: char| c.is_ascii_digit());
        number && ENDINGS.iter().any(|ending| name.len() > ending.len() && name.ends_with(ending))
    });
    let is_postcode = |digits: &str, letters: &str| {
        digits.len() == 4
            && digits.chars().all(|c| c.is_ascii_digit())
            && !digits.starts_with('0')
            && letters.len() == 2
            && letters.chars().all(|c| c.is_ascii_alphabetic())
    };
    let together = words
        .iter()
        .map(|word| bare(word))
        .any(|word| word.split_at_checked(4).is_some_and(|(digits, letters)| is_postcode(digits, letters)));
    // In small letters the second half is a word like any other: "in 2024 is".
    let apart = words.windows(2).any(|pair| {
        let letters = bare(pair[1]);
        is_postcode(bare(pair[0]), letters) && letters.chars().all(|c| c.is_ascii_uppercase())
    });
    street || together || apart
}

fn is_email(word: &str) -> bool {
    bare(word).split_once('@').is_some_and(|(before, after)| !before.is_empty() && after.contains('.'))
}

/// A word without what stands around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !['\'', '’'].contains(&c))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    fn found(text: &str) -> Vec<Sign> {
        signs(text, TODAY)
    }

    #[test]
    fn a_citizen_service_number_is_seen_however_it_is_written() {
        for text in ["BSN 111222333.", "111 222 333", "(111.222.333)", "1112.22.333", "nr:123456782,"] {
            assert!(found(text).contains(&Sign::Bsn), "{text}");
        }
        for text in ["111222334", "kamer 111 tot 222", "€ 123.456.789", "1112223330"] {
            assert!(!found(text).contains(&Sign::Bsn), "{text}");
        }
    }

    #[test]
    fn a_telephone_number_is_seen_however_it_is_written() {
        for text in [
            "0612345678",
            "06-12 34 56 78",
            "030 765 43 21",
            "+31 6 12345678",
            "0031612345678",
            "(030) 7654321",
            "bel 3 keer: 06-12345678",
        ] {
            assert_eq!(found(text), [Sign::Phone], "{text}");
        }
        for text in ["over 10 dagen", "€ 1.250,00", "om 10.30 uur", "3 maanden, 2.340 euro", "112"] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_name_is_seen_after_a_form_of_address() {
        for text in [
            "Mevrouw Bouzid belde",
            "vraag van mw. de Wit",
            "dhr. J. Jansen",
            "Meneer van 't Hoen",
            "zij heet Öznur",
            "De naam is Bilal",
            "familie El Idrissi",
            "Mr Smith",
        ] {
            assert_eq!(found(text), [Sign::Name], "{text}");
        }
        for text in [
            "Mevrouw belde over de huur",
            "een meneer vroeg iets",
            "mevrouw van de bibliotheek",
            "Belde voor haar buurman",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn an_address_is_seen_by_its_street_or_its_postcode() {
        for text in
            ["woont op de Voorbeeldstraat 12", "Zonnelaan 3b.", "1234 AB", "1234AB", "postcode 1234ab"]
        {
            assert_eq!(found(text), [Sign::Address], "{text}");
        }
        for text in
            ["in 2024 is het begonnen", "de straat op", "1234 huizen", "de hele weg", "weg 2", "Wmo 2015"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_birth_date_is_seen_and_an_appointment_is_not() {
        for text in ["9-3-1968", "geboren 09/03/1968", "1968-03-09", "9 maart 1968", "op 3 mrt 2025"] {
            assert_eq!(found(text), [Sign::BirthDate], "{text}");
        }
        for text in ["op 3-12-2026", "dinsdag 24 november", "1 januari 2027", "32-1-1968", "in 1968"] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn an_email_address_is_seen() {
        assert_eq!(found("mail: a.b@voorbeeld.example."), [Sign::Email]);
        assert_eq!(found("@buurthuis om 3 uur @ de markt"), []);
    }

    #[test]
    fn several_signs_are_all_told_once() {
        let text = "Mevrouw Bouzid, 06-12345678 of 06-87654321, Voorbeeldstraat 12, 111222333";

        assert_eq!(found(text), [Sign::Bsn, Sign::Name, Sign::Address, Sign::Phone]);
    }

    #[test]
    fn any_text_has_an_answer() {
        for text in [
            "",
            " ",
            "\u{202E}\u{0}",
            "é".repeat(600).as_str(),
            "ﬀ1234",
            "'t",
            "meneer",
            "1-",
            "--",
            "@.",
            "٣٤٥٦٧٨٩٠١",
        ] {
            found(text);
        }
    }
}
