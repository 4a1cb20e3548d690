//! The residents: keys, ages, numbers, addresses and what must be there before the first entry.
//! MOD-06, BSN-01, BSN-02, CON-03, PST-06.

use std::collections::BTreeSet;

use super::{DEMO_DAY, WORLD, function, kind, legal, order, part, resident, staff};
use crate::demo::content::world::Resident;
use domain::{BirthDate, Bsn};

fn age(key: &str) -> u16 {
    let born: BirthDate = resident(key).birth_date.parse().expect("a birth date");
    domain::age_on(born.date().expect("a full birth date"), DEMO_DAY)
}

#[test]
fn about_sixty_people_are_helped_and_no_two_clients_share_a_key() {
    let keys: BTreeSet<_> = WORLD.residents.iter().map(|resident| resident.key).collect();
    let people: BTreeSet<_> = WORLD.residents.iter().map(|resident| resident.person).collect();

    assert_eq!(keys.len(), WORLD.residents.len());
    assert!((58..=72).contains(&people.len()), "{}", people.len());
}

#[test]
fn ages_lie_on_both_sides_of_twelve_sixteen_and_eighteen() {
    let ages = ["finn", "noor", "sem", "dmytro", "jaylano", "agnieszka"].map(age);
    // One day before the birthday, and the birthday itself.
    let borders = ["zofia", "emirhan", "yara", "jan-verbeek", "rayan", "chaniqua"].map(age);

    assert_eq!(ages, [9, 12, 14, 15, 17, 29]);
    assert_eq!(borders, [11, 12, 15, 16, 17, 18]);
    assert_eq!((age("novi"), age("sophia")), (0, 94));
}

#[test]
fn the_people_of_the_story_have_the_ages_it_tells() {
    assert_eq!(age("marjolein"), 38);
    assert_eq!(age("bhagwandin"), 58);
}

#[test]
fn birth_dates_are_known_to_the_day_the_month_or_the_year() {
    let born = |key: &str| resident(key).birth_date.parse::<BirthDate>().expect("a birth date");
    let known = |key| (born(key).year(), born(key).month(), born(key).day());

    assert_eq!(known("adam"), (Some(2012), Some(2), Some(29)));
    assert_eq!(known("mehmet"), (Some(1974), Some(2), None));
    assert_eq!(known("yildiz"), (Some(1959), None, None));
    // Without a year nobody can be looked for, and without that no dossier is opened (ACC-02).
    assert!(WORLD.residents.iter().all(|resident| born(resident.key).year().is_some()));
}

#[test]
fn every_birth_date_exists() {
    for resident in WORLD.residents {
        assert!(resident.birth_date.parse::<BirthDate>().is_ok(), "{}", resident.key);
    }
}

#[test]
fn parts_fit_the_controller_and_whoever_took_the_question_in() {
    for resident in WORLD.residents {
        let taker = staff(resident.intake.by);
        assert_eq!(taker.team, Some(resident.team), "{}", resident.key);
        assert_eq!(taker.controller, resident.controller, "{}", resident.key);
        for part in resident.parts {
            let domain = legal(part.domain);
            assert!(kind(resident).domains().contains(&domain), "{} {domain}", resident.key);
            assert!(function(taker).opens_parts_in(domain), "{} {domain}", resident.key);
        }
    }
}

#[test]
fn a_number_passes_the_test_and_stands_only_where_it_may() {
    for resident in WORLD.residents {
        let Some(bsn) = resident.bsn else { continue };
        let allowed = resident.parts.iter().any(|part| kind(resident).bsn_allowed(legal(part.domain)));
        let test_number = matches!(bsn, "111222333" | "123456782" | "012345672") || bsn.starts_with("99999");

        assert!(Bsn::parse(bsn).is_ok(), "{}", resident.key);
        assert!(allowed, "{}", resident.key);
        assert!(test_number, "{}", resident.key);
    }
}

#[test]
fn no_two_people_share_a_number() {
    let numbers: Vec<_> = WORLD.residents.iter().filter_map(|resident| resident.bsn).collect();
    let unique: BTreeSet<_> = numbers.iter().collect();

    assert_eq!(unique.len(), numbers.len());
}

#[test]
fn the_notice_comes_first_and_voluntary_help_is_agreed_on() {
    for resident in WORLD.residents {
        assert!(order(resident.intake.at) <= order(resident.notice.delivered), "{}", resident.key);
        for entry in resident.entries {
            assert!(order(resident.notice.delivered) < order(entry.happened), "{}", resident.key);
            assert!(order(part(resident, entry.domain).opened) < order(entry.happened), "{}", resident.key);
        }
        for part in resident.parts {
            assert!(order(resident.notice.delivered) <= order(part.opened), "{}", resident.key);
        }
        for part in resident.parts.iter().filter(|part| part.domain == "voluntary") {
            let agreed = resident.support_agreement.expect(resident.key);
            assert!(order(agreed) <= order(part.opened), "{}", resident.key);
        }
    }
}

#[test]
fn safe_contact_uses_known_words_and_nothing_real() {
    for resident in WORLD.residents {
        let safe = &resident.safe_contact;
        for channel in [safe.phone, safe.mail, safe.post] {
            assert!(channel.parse::<domain::Safe>().is_ok(), "{}", resident.key);
        }
        assert!(resident.email.is_none_or(|email| email.ends_with("@example.nl")), "{}", resident.key);
        // No Dutch mobile number starts with 06-0.
        assert!(resident.phone.is_none_or(|phone| phone.starts_with("06-00000")), "{}", resident.key);
        assert!(matches!(resident.address_form, "mevrouw" | "meneer" | "none"), "{}", resident.key);
    }
}

#[test]
fn a_secret_address_is_in_no_text() {
    let family: Vec<_> = WORLD.residents.iter().filter(|resident| resident.secret_address).collect();
    let keys: Vec<_> = family.iter().map(|resident| resident.key).collect();

    assert_eq!(keys, ["lotte", "noor", "finn", "magdalena", "zofia", "jan-verbeek"]);
    for resident in WORLD.residents {
        for entry in resident.entries {
            let told = ["Zilverschoon", "Egelskop"].iter().find(|street| entry.facts.contains(**street));
            assert_eq!(told, None, "{}", resident.key);
        }
    }
}

#[test]
fn parents_apart_share_the_children_and_not_the_address() {
    let [mother, child, father] = ["magdalena", "zofia", "mark-verbeek"].map(resident);

    assert_eq!(child.address.street, mother.address.street);
    assert_ne!(mother.address.street, father.address.street);
    assert_eq!(child.surname, father.surname);
    assert!(mother.secret_address && child.secret_address && !father.secret_address);
}

#[test]
fn every_way_to_be_reached_and_not_to_be_reached_is_there() {
    let some = |fits: fn(&Resident) -> bool| WORLD.residents.iter().any(|resident| fits(resident));

    assert!(some(|one| one.phone.is_none() && one.email.is_none()), "only a letter");
    assert!(some(|one| one.safe_contact.phone == "unsafe" && one.safe_contact.post == "unsafe"));
    assert!(some(|one| one.safe_contact.mail == "unknown" && one.safe_contact.post == "unknown"));
    assert!(some(|one| one.safe_contact.note.is_none()));
    assert!(some(|one| one.bsn.is_none() && kind(one).code() == "municipality"));
    assert!(some(|one| one.given_names.is_empty()), "no more than a name to be called by");
    assert!(some(|one| one.address_form == "none"));
    assert!(some(|one| one.surname.chars().count() + one.given_names.chars().count() > 100));
}

#[test]
fn every_way_to_talk_with_somebody_is_there() {
    for told in WORLD.spoken {
        assert_eq!(resident(told.resident).key, told.resident);
        assert_eq!(WORLD.spoken.iter().filter(|other| other.resident == told.resident).count(), 1);
    }
    let some = |fits: fn(&crate::demo::content::spoken::Spoken) -> bool| WORLD.spoken.iter().any(fits);

    assert!(some(|told| told.interpreter == "language" && told.letters == "nl"));
    assert!(some(|told| told.interpreter == "no"), "asked, and not needed");
    assert!(some(|told| told.best.is_empty() && told.interpreter == "writing"));
    assert!(some(|told| told.best == "nl-signed"));
    assert!(some(|told| told.best.parse::<domain::Language>().is_err() && !told.best.is_empty()));
}

#[test]
fn some_questions_say_what_they_are_about_and_by_whom_somebody_is_rather_helped() {
    for wish in WORLD.wishes {
        assert_eq!(resident(wish.resident).key, wish.resident);
        assert_eq!(WORLD.wishes.iter().filter(|other| other.resident == wish.resident).count(), 1);
        assert!(wish.life_area.parse::<domain::LifeArea>().is_ok(), "{wish:?}");
    }
    for prefers in [None, Some("woman"), Some("man")] {
        assert!(WORLD.wishes.iter().any(|wish| wish.prefers == prefers), "{prefers:?}");
    }
}

#[test]
fn names_come_from_many_places() {
    let names: String =
        WORLD.residents.iter().map(|one| format!("{} {}, ", one.given_names, one.surname)).collect();

    for name in ["van der Linden", "'t Hoen", "Aydın", "Çelik", "Benali", "El Khatib", "Ramdin", "Tjon A Ten"]
    {
        assert!(names.contains(name), "{name}");
    }
    for name in ["Wójcik", "Zieliński", "Kovalenko", "Petrenko", "Nguyen"] {
        assert!(names.contains(name), "{name}");
    }
}

#[test]
fn portal_accounts_belong_to_adults() {
    for account in WORLD.portal_accounts {
        let mut clients =
            WORLD.residents.iter().filter(|resident| resident.person == account.person).peekable();
        assert!(clients.peek().is_some(), "{}", account.person);
        for client in clients {
            let born: BirthDate = client.birth_date.parse().expect("a birth date");
            let youngest = domain::age_on(born.latest().expect("a year"), DEMO_DAY);
            assert!(youngest >= 18, "{}", client.key);
        }
    }
}
