//! Policies of a house, in a folder that the settings name: told by the doctor, refused at the start when they permit.

use std::fs;

use crate::house::House;

const GOOD: &str = "@id(\"local-night\")\n@reason(\"Ons huis laat dit niet toe.\")\n\
    forbid (principal is Staff, action == Action::\"RevealBsn\", resource is Part);\n";

#[test]
fn the_doctor_says_which_policies_a_house_has() {
    let house = House::set_up();
    let without = house.run(&["doctor"]);
    let folder = house.beside("policies");
    fs::create_dir(&folder).expect("a folder");
    fs::write(folder.join("huis.cedar"), GOOD).expect("written");

    let house = house.with("POLICIES", folder.display().to_string());
    let running = house.serve(&["serve"]);
    assert_eq!(running.stop(), Some(0));
    let with = house.run(&["doctor"]);

    assert_eq!(with.code, Some(0), "{with:?}");
    assert!(without.out.contains("of the program, none of the house; version "), "{without:?}");
    assert!(with.out.contains(&format!("1 of the house from {}; version ", folder.display())), "{with:?}");
    assert!(with.out.contains("local-night (huis.cedar) forbids: Ons huis laat dit niet toe."), "{with:?}");
    let version =
        |out: &str| out.split("; version ").nth(1).and_then(|rest| rest.get(..12)).map(str::to_owned);
    assert_ne!(version(&with.out), version(&without.out));
}

#[test]
fn what_is_wrong_with_a_policy_stops_the_start_by_file_and_name() {
    let house = House::set_up();
    let folder = house.beside("policies");
    fs::create_dir(&folder).expect("a folder");
    let house = house.with("POLICIES", folder.display().to_string());

    for (text, told) in [
        (
            GOOD.replace("forbid", "permit"),
            "huis.cedar: policy \"local-night\" permits something; a policy of a house may only forbid"
                .to_owned(),
        ),
        (
            GOOD.replace(";", " when { principal.shoe_size == 43 };"),
            "huis.cedar does not fit the schema".to_owned(),
        ),
        (GOOD.replace("@reason(\"Ons huis laat dit niet toe.\")", ""), "has no @reason".to_owned()),
    ] {
        fs::write(folder.join("huis.cedar"), text).expect("written");

        let answer = house.run(&["serve"]);

        let line = answer.trouble(2);
        assert!(line.starts_with(&format!("POLICIES={}: ", folder.display())), "{line}");
        assert!(line.contains(&told), "{line}");
    }
}
