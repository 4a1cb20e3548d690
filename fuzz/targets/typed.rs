//! Everything that a person types: a value of ours or a named problem, and never another text than was typed.
#![no_main]

use domain::{
    BirthDate, Bsn, DossierId, Input, LegalDomain, SafeContact, address_key, fold_name, name_and_birth,
};
use jiff::civil::{Date, date};
use libfuzzer_sys::fuzz_target;

const TODAY: Date = date(2026, 3, 2);

fuzz_target!(|input: (&str, &str, &str, u8)| {
    let (typed, month, year, max) = input;
    let max = usize::from(max);
    if let Ok(line) = Input::line("field", typed, max) {
        assert_eq!(line, typed);
        assert!(line.chars().count() <= max && !line.contains('\n'));
    }
    if let Ok(text) = Input::text("field", typed, max) {
        assert_eq!(text, typed.replace("\r\n", "\n"));
        // What was kept once is kept again as it is.
        assert_eq!(Input::text("field", &text, max).as_ref(), Ok(&text));
    }
    if let Ok(contact) = SafeContact::unasked().with_note(typed) {
        assert!(contact.note.is_empty() || !contact.note.trim().is_empty());
    }
    let folded = fold_name(typed);
    assert_eq!(fold_name(&folded), folded);
    let _ = address_key(typed);
    if let Ok(bsn) = Bsn::parse(typed) {
        assert_eq!(bsn.digits(), typed);
        assert!(!bsn.to_string().contains(&typed[..5]));
    }
    if let Ok(id) = typed.parse::<DossierId>() {
        assert_eq!(id.to_string().parse(), Ok(id));
    }
    if let Ok(domain) = typed.parse::<LegalDomain>() {
        assert_eq!(domain.code(), typed);
    }
    if let Ok(born) = BirthDate::from_fields(typed, month, year, TODAY) {
        assert_eq!(born.to_string().parse(), Ok(born));
        assert!(born.earliest().is_none_or(|day| day <= TODAY));
        let _ = name_and_birth(month, &born);
    }
    if let Ok(born) = typed.parse::<BirthDate>() {
        assert_eq!(born.to_string(), typed);
        let _ = (born.date(), born.earliest(), born.latest());
    }
});
