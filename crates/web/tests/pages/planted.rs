//! What leaves is on the record: whenever a body holds a planted word, that very request made a record that
//! names the item or whose dossier it is (DESIGN §1.1). And each kind of person sees only their words.

use testkit::World;
use uuid::Uuid;
use web::ROUTES;

use crate::browser::{Answer, Browser};
use crate::street::{Street, note, word};

testkit::both_engines! {
    async fn no_planted_word_leaves_without_a_record_that_names_it(w: World) {
        let street = Street::build(&w).await;
        let mut seen = Vec::new();

        for who in PEOPLE {
            let may = may_see(who);
            let mut browser = Browser::new(&w);
            for (method, route) in ROUTES {
                for (path, body) in requests(&w, &street, method, route) {
                    // "Snel weg" signs out; everything else is asked within minutes of signing in.
                    if let Some(who) = who && !browser.cookies.contains_key("sessie") {
                        browser.signs_in(&w, who).await;
                    }
                    let answer = ask(&mut browser, &path, body.as_deref()).await;
                    for word in words_in(&answer) {
                        assert!(may.contains(&word), "{who:?} sees {word} at {method} {path}\n{answer:?}");
                        named(&w, &street, &answer, word).await.unwrap_or_else(|records| {
                            panic!("{word} leaves for {who:?} at {method} {path}, recorded as {records}")
                        });
                        seen.push((who, word));
                    }
                }
            }
        }

        // The walk reaches every word of everybody: otherwise it proves nothing.
        for who in PEOPLE {
            for word in may_see(who) {
                assert!(seen.contains(&(who, word)), "{who:?} was never shown {word}");
            }
        }
    }
}

const PEOPLE: [Option<&str>; 14] = [
    None,
    Some("ria"),
    Some("samira"),
    Some("joost"),
    Some("karin"),
    Some("tom"),
    Some("daan"),
    Some("ingeborg"),
    Some("nadia"),
    Some("petra"),
    Some("kees"),
    Some("wouter"),
    Some("bilal"),
    Some("fatma"),
];

/// The words each person may see, all of which the walk must reach.
fn may_see(who: Option<&str>) -> Vec<&'static str> {
    match who {
        // The number is shown masked; the whole of it, in groups, only after a reason.
        Some("ria") => {
            let not = [word::BSN, word::RELATIVE, word::ASKED];
            word::all().into_iter().filter(|word| !not.contains(word)).collect()
        }
        Some("daan") => {
            let his = [word::PERSON, word::DEBT, &[word::CONTACT]].concat();
            his.into_iter().filter(|w| *w != word::BSN).collect()
        }
        Some("joost") => vec![word::INVOLVEMENT_REASON, word::CONTACT, word::ASKED],
        // About nobody, and for everybody of the team who takes in.
        Some("samira" | "ingeborg" | "nadia") => vec![word::CONTACT],
        Some("bilal") => {
            let hers =
                [word::PERSON, word::OTHER_DOMAINS, &[word::DEBT_FACTS, word::DEBT_QUESTION, word::ASKED]]
                    .concat();
            let not = [word::BSN, word::BSN_SPACED, word::HIDDEN];
            hers.into_iter().filter(|word| !not.contains(word)).collect()
        }
        _ => Vec::new(),
    }
}

async fn ask(browser: &mut Browser, path: &str, body: Option<&[(String, String)]>) -> Answer {
    match body {
        None => browser.get(path).await,
        Some(fields) => {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            browser.post(path, &fields).await
        }
    }
}

type Asked = (String, Option<Vec<(String, String)>>);

/// The route with each id there is; forms empty, and filled in so far that the page comes back.
fn requests(w: &World, street: &Street, method: &str, route: &str) -> Vec<Asked> {
    let mut paths = Vec::new();
    for dossier in [&street.dossier, &street.of_fatma, &street.elsewhere] {
        for entry in [&street.entry, &street.debt_entry, &street.hidden_entry] {
            for involvement in [&street.involvement, &street.wmo_involvement] {
                let path = street.fill_with(route, dossier, entry, involvement);
                if !paths.contains(&path) {
                    paths.push(path);
                }
            }
        }
    }
    if method == "get" {
        let mut asked: Vec<Asked> = paths.iter().map(|path| (path.clone(), None)).collect();
        if route.starts_with("/mijn") {
            asked.extend(paths.iter().map(|path| (format!("{path}?bij={}", street.dossier), None)));
        }
        return asked;
    }
    let owned = |fields: Vec<(&str, &str)>| {
        fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>()
    };
    let once = w.random_id().to_string();
    let almost = match route {
        "/werk/dossier/{dossier}/bsn" => owned(vec![("reason", "Voor de aanvraag.")]),
        "/werk/notitie/{dossier}" => owned(note(&street.wmo, "", &[("once", &once)])),
        "/werk/dossier/{dossier}/notitie/{entry}/corrigeren" => {
            owned(vec![("version", "0"), ("facts", "Anders.")])
        }
        "/toezicht/toewijzen/{dossier}" => owned(vec![("domain", "wmo"), ("reason", "Erbij")]),
        "/werk/dossiers" => owned(vec![("text", "kwartel"), ("order", "changed")]),
        _ => Vec::new(),
    };
    // A draft is thrown away only once, and a session ended only by its own test.
    let leaves =
        ["/uitloggen", "/werk/concepten/{draft}/weg", "/werk/zonder-naam/{contact}/weg"].contains(&route);
    let bodies = if leaves {
        vec![]
    } else if almost.is_empty() {
        vec![vec![]]
    } else {
        vec![vec![], almost]
    };
    paths.iter().flat_map(|path| bodies.iter().map(|body| (path.clone(), Some(body.clone())))).collect()
}

fn words_in(answer: &Answer) -> Vec<&'static str> {
    let everything = format!("{:?}{}", answer.headers, answer.text());
    word::all().into_iter().filter(|word| everything.contains(word)).collect()
}

/// Whether a record of this request says what was shown; if not, all records it made.
async fn named(w: &World, street: &Street, answer: &Answer, word: &str) -> Result<(), String> {
    let id = |typed: &str| typed.parse::<Uuid>().expect("an id");
    let records = w.records_of(answer.request_id()).await;
    let fits = records.iter().filter(|r| r.outcome.code() == "done").any(|record| match word {
        word::ASKED => {
            is_about(record.subject, record.object, street) && record.items.contains(&id(&street.inquiry))
        }
        word::DRAFT => record.items.contains(&id(&street.draft)),
        word::CONTACT => record.items.contains(&id(&street.fill("{contact}"))),
        // A list of one's own clients is one line with a count (DESIGN §4, "The record").
        word::SURNAME | word::GIVEN if ["ListCaseload", "ListTasks"].contains(&record.event.as_str()) => {
            record.count > 0
        }
        word::TASK => record.items.contains(&id(&street.task)),
        word::FIRST_FACTS | word::OPINION | word::CORRECTION | word::CORRECTION_REASON => {
            is_about(record.subject, record.object, street) && record.items.contains(&id(&street.entry))
        }
        word::DEBT_FACTS => {
            is_about(record.subject, record.object, street) && record.items.contains(&id(&street.debt_entry))
        }
        word::HIDDEN => {
            is_about(record.subject, record.object, street)
                && record.items.contains(&id(&street.hidden_entry))
        }
        word::BSN_SPACED => is_about(record.subject, record.object, street) && record.event == "RevealBsn",
        _ => is_about(record.subject, record.object, street),
    });
    if fits { Ok(()) } else { Err(format!("{records:#?}")) }
}

fn is_about(subject: Option<Uuid>, object: Option<Uuid>, street: &Street) -> bool {
    subject == Some(street.subject) && object == street.dossier.parse().ok()
}
