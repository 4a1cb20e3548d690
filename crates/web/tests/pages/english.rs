//! The worker app in English: every page of staff, also with everything wrong in its form, says nothing in Dutch
//! but what a person typed. And the choice lasts as long as the session.

use scraper::{Html, Node};
use testkit::{Engine, World};
use web::{ROUTES, Settings};

use crate::browser::{Answer, Browser, router_of};
use crate::street::{Street, word};

/// Words that Dutch cannot do without and English does not have.
const DUTCH: [&str; 52] = [
    "aan",
    "alle",
    "alleen",
    "als",
    "bij",
    "dan",
    "dat",
    "deze",
    "dit",
    "door",
    "een",
    "en",
    "geen",
    "heb",
    "hebt",
    "heeft",
    "het",
    "hier",
    "hij",
    "hoe",
    "ik",
    "jaar",
    "je",
    "jij",
    "jouw",
    "kan",
    "kies",
    "kunt",
    "maar",
    "medewerker",
    "meer",
    "met",
    "moet",
    "naar",
    "niet",
    "nog",
    "nu",
    "of",
    "om",
    "ook",
    "staat",
    "uur",
    "van",
    "voor",
    "waarom",
    "wat",
    "weer",
    "wij",
    "wordt",
    "zij",
    "zijn",
    "zoek",
];
/// Of these, words that are English too.
const ENGLISH_TOO: [&str; 2] = ["of", "door"];
/// A Dutch name that stands as an example.
const NAME: &str = "van der Meer";

/// What a reader sees of a page, without what stands there as it was typed, or in a language of its own.
fn words_of(page: &Answer) -> Vec<String> {
    let html = Html::parse_document(&page.text());
    let mut text = String::new();
    for node in html.root_element().descendants() {
        let Node::Text(words) = node.value() else { continue };
        let kept = node.ancestors().filter_map(|above| above.value().as_element()).all(|above| {
            let typed = above.attr("translate") == Some("no")
                || matches!(above.name(), "textarea" | "script" | "style");
            let other = above.name() != "html" && above.attr("lang").is_some_and(|lang| lang != "en");
            !typed && !other
        });
        if kept {
            text.push_str(words);
            text.push(' ');
        }
    }
    let shown = ["placeholder", "aria-label", "title", "alt"];
    for element in html.root_element().descendants().filter_map(|node| node.value().as_element()) {
        for (name, value) in element.attrs() {
            if shown.contains(&name) || name.starts_with("data-") {
                text.push_str(value);
                text.push(' ');
            }
        }
    }
    // A Dutch word in brackets is there on purpose: the law calls it so.
    while let (Some(open), Some(close)) = (text.find('('), text.find(')')) {
        if open < close {
            text.replace_range(open..=close, " ")
        } else {
            text.replace_range(close..=close, " ")
        }
    }
    let text = text.replace(NAME, "");
    text.split(|sign: char| !sign.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The Dutch that is left on a page, with the words around it.
fn dutch_on(page: &Answer) -> Vec<String> {
    let words = words_of(page);
    let is_dutch = |word: &String| DUTCH.contains(&word.as_str()) && !ENGLISH_TOO.contains(&word.as_str());
    let around = |at: usize| words[at.saturating_sub(4)..words.len().min(at + 5)].join(" ");
    words.iter().enumerate().filter(|(_, word)| is_dutch(word)).map(|(at, _)| around(at)).collect()
}

/// A house that says in Dutch when it is open.
fn dutch_house() -> Settings {
    Settings {
        house_visit: "Langs bij de markt".to_owned(),
        house_hours: "van maandag tot en met vrijdag".to_owned(),
        ..Settings::default()
    }
}

fn is_for_staff(path: &str) -> bool {
    // What a client sees is Dutch, also on the worker's screen.
    if path.ends_with("/samen-kijken") {
        return false;
    }
    ["/werk", "/toezicht", "/beheer", "/opnieuw"].iter().any(|start| path.starts_with(start))
        || ["/", "/privacy"].contains(&path)
}

#[test]
fn every_page_of_staff_is_in_english_from_end_to_end() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let street = Street::build(&w).await;
        let mut faults = Vec::new();
        let mut seen = 0;
        for who in ["ria", "joost", "kees", "samira"] {
            let mut browser = Browser::at(router_of(&w, dutch_house()));
            for (method, route) in ROUTES.iter().filter(|(_, path)| is_for_staff(path)) {
                if !browser.is_signed_in().await {
                    browser.signs_in(&w, who).await;
                }
                browser.get("/taal/en?terug=/werk").await;
                let path = street.fill(route);
                let page = match *method {
                    "get" => browser.get(&path).await,
                    _ => browser.post(&path, &[]).await,
                };
                let is_page = page.header("content-type").starts_with("text/html");
                if page.status == 303 || !is_page {
                    continue;
                }
                seen += 1;
                let text = page.text();
                if !text.contains("<html lang=\"en\"") {
                    faults.push(format!("{who} {method} {route}: {} is no English page", page.status));
                    continue;
                }
                if !text.contains("/taal/nl?terug=") {
                    faults.push(format!("{who} {method} {route}: no way back to Dutch"));
                }
                faults.extend(
                    dutch_on(&page).into_iter().map(|found| format!("{who} {method} {route}: {found}")),
                );
            }
        }

        faults.sort();
        faults.dedup();
        assert!(seen > 100, "{seen}");
        assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    });
}

#[test]
fn what_a_person_wrote_stays_as_it_was_written() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let street = Street::build(&w).await;
        let mut ria = Browser::of(&w, "ria").await;
        ria.get("/taal/en?terug=/werk").await;

        let page = ria.get(&street.fill("/werk/dossier/{dossier}/tijdlijn")).await;

        assert!(page.text().contains(word::CORRECTION));
        assert!(!words_of(&page).contains(&word::CORRECTION.to_lowercase()), "it says that it is not ours");
        let details = ria.get(&street.fill("/werk/dossier/{dossier}/gegevens")).await.text();
        assert!(details.contains("Mr (meneer)"), "what was chosen from a list is ours");
    });
}

#[test]
fn the_language_lasts_as_long_as_the_session_and_leaves_nothing_behind() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let mut ria = Browser::of(&w, "ria").await;

        let chosen = ria.get("/taal/en?terug=/werk/dossiers").await;
        let page = ria.get(&chosen.location()).await;
        let left = ria.post("/uitloggen", &[]).await;
        ria.signs_in(&w, "samira").await;
        let next = ria.get("/werk/dossiers").await;

        let cookie = chosen.set_cookies().concat();
        assert!(cookie.starts_with("taal=en;") && !cookie.contains("Max-Age"), "{cookie}");
        assert!(
            page.text().contains("<html lang=\"en\"") && page.text().contains("lang=\"nl\" hreflang=\"nl\"")
        );
        assert!(
            left.set_cookies().iter().any(|line| line.starts_with("taal=;") && line.contains("Max-Age=0"))
        );
        assert!(next.text().contains("<html lang=\"nl\""));
    });
}
