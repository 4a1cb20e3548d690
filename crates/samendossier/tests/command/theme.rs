//! A theme in a folder, named in the settings: served, judged by the doctor, refused at the start.

use std::fs;

use crate::house::House;

/// The theme of our own making that the documentation shows.
const EXAMPLE: &str = include_str!("../../../../docs/operating/theme-example/waterrijk.css");
const CLASS: &str = "waterrijk-theme";

/// The same house with a theme of this content.
fn themed(house: House, css: &str) -> House {
    let folder = house.beside("theme");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("waterrijk.css"), css).expect("written");
    house.with("THEME", folder.display().to_string()).with("THEME_CLASS", CLASS)
}

#[test]
fn the_example_is_served_and_can_be_read() {
    let house = themed(House::set_up(), EXAMPLE);

    let running = house.serve(&["serve"]);
    let page = running.get("/").expect("an answer");
    let href = page.split("href=\"/static/theme-").nth(1).and_then(|rest| rest.split('"').next());
    let css = running.get(&format!("/static/theme-{}", href.expect("a theme"))).expect("an answer");
    assert_eq!(running.stop(), Some(0));
    let doctor = house.run(&["doctor"]);

    assert!(page.contains("voorbeeld-theme waterrijk-theme\""), "{page}");
    assert!(css.contains("text/css") && css.contains("--basis-color-accent-1-bg-subtle: #e6f3ef"), "{css}");
    assert_eq!(doctor.code, Some(0), "{doctor:?}");
    assert!(doctor.out.contains("ok    theme      .waterrijk-theme from "), "{doctor:?}");
    assert!(doctor.out.contains("21 texts stand out enough"), "{doctor:?}");
}

#[test]
fn the_doctor_warns_of_text_that_cannot_be_read_and_of_what_it_cannot_compute() {
    let css = EXAMPLE.replace("#0b5a8a", "#7fb8d8").replace("#11604b", "oklch(0.4 0.1 170)");
    let house = themed(House::set_up(), &css);

    let doctor = house.run(&["doctor"]);

    assert_eq!(doctor.code, Some(0), "a warning is not wrong: {doctor:?}");
    let low = doctor.out.lines().find(|line| line.starts_with("look  theme      --utrecht-link-color on "));
    assert!(low.is_some_and(|line| line.contains("2.1") && line.contains("less than 4.5")), "{doctor:?}");
    assert!(doctor.out.contains("the contrast cannot be computed"), "{doctor:?}");
}

#[test]
fn a_theme_that_leads_elsewhere_stops_the_start_by_file_and_line() {
    let house = House::set_up();
    let folder = house.beside("theme");
    let settings = house.beside("settings.toml");
    let place = folder.display();
    fs::create_dir(&folder).expect("a folder");
    fs::write(&settings, format!("node = \"een\"\ntheme = \"{place}\"\ntheme_class = \"{CLASS}\"\n"))
        .expect("written");
    let house = house.with("CONFIG", settings.display().to_string());

    for (css, told) in [
        ("@import url('https://fonts.example/x.css');", "waterrijk.css, line 1: @import is not for a theme"),
        (
            ".waterrijk-theme{\nbackground:url(https://x.example/a.png)}",
            "waterrijk.css, line 2: url(https://x.example/a.png) leads elsewhere",
        ),
        (".waterrijk-theme{", "waterrijk.css, line 1: something that began here does not end"),
    ] {
        fs::write(folder.join("waterrijk.css"), css).expect("written");

        let answer = house.run(&["serve"]);

        let line = answer.trouble(2);
        assert!(line.starts_with(&format!("{}, line 2: THEME={place}: ", settings.display())), "{line}");
        assert!(line.contains(told), "{line}");
    }
}
