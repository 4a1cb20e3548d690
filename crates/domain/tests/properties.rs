//! Properties that hold for any input: dates, ages, folding, and text that comes back as typed.
//! Examples live beside each rule; here chance looks for what nobody thought of.

use domain::access_summary::summarise;
use domain::anonymous_contact::{Sign, signs};
use domain::{
    BirthDate, Bsn, EntryText, Function, Input, LanguageNeeds, Look, Period, StaffId, Standing,
    TypedLanguage, age_on, bands_on, fold_name,
};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

fn any_date() -> impl Strategy<Value = Date> {
    (1900i16..=2100, 1i8..=12, 1i8..=31)
        .prop_filter_map("a day that exists", |(year, month, day)| Date::new(year, month, day).ok())
}

fn any_birth_date() -> impl Strategy<Value = BirthDate> {
    (any_date(), 0u8..4).prop_map(|(date, known)| {
        let full = BirthDate::full(date).to_string();
        let stored = match known {
            0 => "0000-00-00".to_owned(),
            1 => format!("{}-00-00", &full[..4]),
            2 => format!("{}-00", &full[..7]),
            _ => full,
        };
        stored.parse().expect("a stored date")
    })
}

fn any_instant() -> impl Strategy<Value = Timestamp> {
    (0i64..4_000_000_000).prop_map(|second| Timestamp::from_second(second).expect("in range"))
}

/// What a text area can hold: anything printable in any script, line ends and tabs.
fn typed_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![
            any::<char>().prop_filter("no control character", |c| !c.is_control()),
            Just('\n'),
            Just('\t'),
            Just(' '),
        ],
        0..200,
    )
    .prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn a_birth_date_reads_back_as_stored(born in any_birth_date()) {
        prop_assert_eq!(born.to_string().parse(), Ok(born));
    }

    #[test]
    fn a_form_gives_back_the_day_typed(date in any_date()) {
        let read = BirthDate::from_fields(
            &date.day().to_string(),
            &date.month().to_string(),
            &date.year().to_string(),
            date,
        );

        prop_assert_eq!(read, Ok(BirthDate::full(date)));
    }

    #[test]
    fn any_three_boxes_are_answered_without_panic(day in "[0-9 ]{0,3}|.*", month in "[0-9]{0,2}|.*", year in "(18|19|20|21)[0-9]{2}|.*", today in any_date()) {
        if let Ok(born) = BirthDate::from_fields(&day, &month, &year, today) {
            prop_assert!(born.earliest().is_none_or(|earliest| earliest <= today));
            prop_assert_eq!(born.to_string().parse(), Ok(born));
        }
    }

    #[test]
    fn age_goes_up_by_one_in_a_year_and_never_down(born in any_date(), today in any_date()) {
        let tomorrow = today.tomorrow().expect("in range");
        let next_year = today.saturating_add(jiff::Span::new().years(1));

        let age = age_on(born, today);

        prop_assert!(age_on(born, tomorrow) >= age);
        prop_assert!(age_on(born, next_year) <= age + 1 || today < born);
    }

    #[test]
    fn the_bands_of_a_partial_date_hold_every_day_it_can_be(born in any_date(), today in any_date()) {
        let exact = bands_on(&BirthDate::full(born), today);
        let by_year: BirthDate = format!("{:04}-00-00", born.year()).parse().expect("a stored date");

        let (youngest, oldest) = bands_on(&by_year, today);

        prop_assert_eq!(exact.0, exact.1);
        prop_assert!(youngest <= exact.0 && exact.0 <= oldest);
    }

    #[test]
    fn folding_twice_changes_nothing(name in any::<String>()) {
        let once = fold_name(&name);

        prop_assert_eq!(fold_name(&once), once);
    }

    #[test]
    fn folding_does_not_see_case_of_plain_letters(name in "[A-Za-z' -]{1,40}") {
        prop_assert_eq!(fold_name(&name.to_uppercase()), fold_name(&name.to_lowercase()));
    }

    #[test]
    fn an_entry_comes_back_byte_for_byte(facts in typed_text(), opinion in typed_text()) {
        let padded = format!("x{facts}");

        let entry = EntryText::new(&padded, &opinion).expect("text that can be kept");

        prop_assert_eq!(entry.facts(), &padded);
        prop_assert_eq!(entry.opinion(), &opinion);
    }

    #[test]
    fn a_form_posts_crlf_and_lf_is_kept(text in typed_text()) {
        let text = format!("x{text}");
        let posted = text.replace('\n', "\r\n");

        prop_assert_eq!(Input::text("facts", &posted, 1_000), Ok(text));
    }

    #[test]
    fn what_is_accepted_was_typed(typed in any::<String>()) {
        if let Ok(line) = Input::line("surname", &typed, 100) {
            prop_assert!(!line.contains(['\0', '\n', '\r']));
            prop_assert_eq!(line, typed);
        }
    }

    #[test]
    fn one_wrong_digit_fails_the_eleven_test(at in 0usize..9, digit in 0u8..10) {
        let mut digits = *b"123456782";
        prop_assume!(digits[at] != b'0' + digit);
        digits[at] = b'0' + digit;
        let typed = String::from_utf8(digits.to_vec()).expect("digits");

        prop_assert!(Bsn::parse(&typed).is_err());
    }

    #[test]
    fn an_ended_period_covers_no_more_than_before(from in any_instant(), end in any_instant(), at in any_instant()) {
        let open = Period::since(from);

        match open.ended(end) {
            Ok(ended) => prop_assert_eq!(ended.covers(at), open.covers(at) && at < end),
            Err(_) => prop_assert!(end < from),
        }
    }

    #[test]
    fn every_look_is_told_once(looks in proptest::collection::vec((any_instant(), 0u128..4, 0u8..3, any::<bool>()), 0..40)) {
        let looks: Vec<Look> = looks
            .into_iter()
            .map(|(at, staff, standing, emergency)| Look {
                id: None,
                at,
                staff: StaffId(Uuid::from_u128(staff)),
                standing: [Standing::Own, Standing::Involved, Standing::NotInvolved][usize::from(standing)],
                name: format!("Ria {staff}"),
                function: Function::Worker,
                team: "Noord".to_owned(),
                action: "ReadDossier".to_owned(),
                reason: None,
                emergency,
            })
            .collect();

        let days = summarise(&looks);

        let told: usize = days
            .iter()
            .map(|day| day.others.len() + day.own.iter().map(|own| own.times).sum::<usize>())
            .sum();
        prop_assert_eq!(told, looks.len());
        prop_assert!(days.is_sorted_by(|a, b| a.date > b.date));
    }

    #[test]
    fn a_citizen_service_number_is_seen_in_any_text(before in typed_text(), after in typed_text(), shape in 0usize..4) {
        let number = ["111222333", "111 222 333", "1112.22.333", "(999-990-019)"][shape];
        let no_digits = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
        let text = format!("{} {number} {}", no_digits(&before), no_digits(&after));

        prop_assert!(signs(&text, date(2026, 11, 22)).contains(&Sign::Bsn));
    }

    #[test]
    fn signs_are_told_once_and_in_order(text in typed_text()) {
        let found = signs(&text, date(2026, 11, 22));

        prop_assert!(found.is_sorted() && found.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn a_language_is_kept_as_it_was_typed(named in typed_text()) {
        let typed = TypedLanguage { best: "other", named: &named, ..TypedLanguage::default() };

        if let Ok(needs) = LanguageNeeds::typed(typed) {
            let [(_, kept), ..] = needs.fields();
            prop_assert_eq!(kept, Some(named));
        }
    }
}
