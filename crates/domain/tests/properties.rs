//! Properties that hold for any input: dates, ages, folding, and text that comes back as typed.
//! Examples live beside each rule; here chance looks for what nobody thought of.

use domain::access_summary::summarise;
use domain::anonymous_contact::{Sign, signs};
use domain::people::{
    AuthorityKind, Basis, Contact, DocumentSeen, Fact, Held, KeptFor, KeptOn, ParentalAuthority,
    RelatedPerson, Relation, Scope, Seen, age_line, authority_holders, unknown_names,
};
use domain::{
    BirthDate, Bsn, EntryText, Function, Input, LanguageNeeds, Look, PeopleFactId, PeopleVersionId, Period,
    StaffId, Standing, TypedLanguage, age_on, bands_on, fold_name,
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

fn instant(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("in range")
}

/// Texts of authority in any order: who, when it holds, when it was recorded and replaced.
fn any_history() -> impl Strategy<Value = Vec<Held>> {
    let one = (
        0u128..6,
        0u128..3,
        0usize..4,
        0i64..100,
        0i64..60,
        0i64..100,
        0i64..60,
        any::<bool>(),
        any::<bool>(),
    );
    proptest::collection::vec(one, 0..12).prop_map(|all| {
        let person = |id: u128, under_curatele| Held {
            fact: PeopleFactId(Uuid::from_u128(id)),
            version: PeopleVersionId(Uuid::from_u128(id)),
            says: Fact::Person(RelatedPerson {
                relation: Relation::Mother,
                name: "Ria".into(),
                contact: Contact::default(),
                kept: KeptOn::Ground {
                    ground: KeptFor::AuthorityHolderOrGuardian,
                    informed: None,
                    since: date(2026, 1, 1),
                },
                minor_until: None,
                under_curatele,
                hidden_from_client: false,
            }),
            period: Period::since(instant(0)),
            recorded_at: instant(0),
            superseded_at: None,
        };
        let mut facts = vec![person(0, false), person(1, false), person(2, true)];
        for (fact, who, kind, from, long, recorded, known_for, ends, replaced) in all {
            let period =
                Period::new(instant(from), ends.then(|| instant(from + long))).expect("it ends later");
            facts.push(Held {
                fact: PeopleFactId(Uuid::from_u128(100 + fact)),
                version: PeopleVersionId(Uuid::from_u128(facts.len() as u128)),
                says: Fact::Authority(ParentalAuthority {
                    person: PeopleFactId(Uuid::from_u128(who)),
                    kind: AuthorityKind::ALL[kind],
                    basis: Basis::CourtDecision,
                    recognised_on: None,
                    scope: Scope::Whole,
                    seen: Seen { document: DocumentSeen::CourtDecision, on: date(2026, 1, 1) },
                }),
                period,
                recorded_at: instant(recorded),
                superseded_at: replaced.then(|| instant(recorded + known_for)),
            });
        }
        facts
    })
}

proptest! {
    #[test]
    fn who_held_authority_follows_from_what_was_known_then(facts in any_history(), at in 0i64..200, known in 0i64..200) {
        let (at, known) = (instant(at), instant(known));
        let answer = authority_holders(&facts, at, known);

        // What was recorded later, or replaced before, has no part in it.
        let then: Vec<Held> = facts.iter().filter(|held| held.known(known)).cloned().collect();
        prop_assert_eq!(&answer, &authority_holders(&then, at, known));
        // The order in which it lies in the table does not matter to who holds it.
        let backwards: Vec<Held> = facts.iter().rev().cloned().collect();
        let mut there = authority_holders(&backwards, at, known).holders;
        there.reverse();
        prop_assert_eq!(&answer.holders, &there);
        // Whoever is under curatele holds nothing, and each holder has a text that says so for that moment.
        let curatele = PeopleFactId(Uuid::from_u128(2));
        for holder in &answer.holders {
            prop_assert_ne!(holder.person, curatele);
            prop_assert!(facts.iter().any(|held| held.fact == holder.authority && held.holds(at, known)));
        }
        prop_assert!(!answer.is_clear() || answer.contradictions.is_empty());
    }

    #[test]
    fn a_birthday_is_the_first_day_of_that_age(born in any_date()) {
        for turn in age_line(&BirthDate::full(born)) {
            prop_assert!(turn.is_certain());
            prop_assert_eq!(i32::from(age_on(born, turn.first)), i32::from(turn.age));
            prop_assert_eq!(i32::from(age_on(born, turn.first.yesterday().expect("a day"))), i32::from(turn.age) - 1);
        }
    }

    #[test]
    fn names_are_found_in_any_text_without_a_panic(text in typed_text()) {
        for name in unknown_names(&text, &domain::people::Known::default()) {
            prop_assert!(name.split(' ').all(|word| text.contains(word)));
        }
    }
}
