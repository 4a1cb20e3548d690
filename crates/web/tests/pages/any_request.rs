//! Any request at all: every route, by people of every kind, with ids, queries, headers and bodies that nobody
//! would send. Never a fault of ours, and never a word of Bilal's dossier to who is not involved.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use testkit::World;
use web::ROUTES;

use crate::bad_input::sound;
use crate::browser::{Browser, FORM, encoded};
use crate::sheets::{nasty, sheets};
use crate::street::{Street, word};

/// Requests on each engine; REQUESTS says otherwise, for a long walk.
const REQUESTS: usize = 500;

/// Who asks. The first two are of Bilal's dossier; the others must not learn a word of it.
const PEOPLE: [Option<&str>; 7] =
    [Some("ria"), Some("bilal"), Some("samira"), Some("wouter"), Some("kees"), Some("fatma"), None];
const OF_THE_DOSSIER: usize = 2;

/// One request, before the ids and the token of the day are filled in.
#[derive(Clone, Debug)]
struct Odd {
    who: usize,
    route: usize,
    method: Option<&'static str>,
    /// Instead of each id of the address.
    ids: Option<String>,
    query: Vec<(String, String)>,
    header: Option<(&'static str, String)>,
    body: Body,
}

#[derive(Clone, Debug)]
enum Body {
    /// Fields beside the token of the form.
    Form(Vec<(String, String)>),
    /// Anything, under any name.
    Bytes(&'static str, Vec<u8>),
}

testkit::both_engines! {
    async fn no_request_breaks_the_house_or_lets_a_word_out(w: World) {
        let street = Street::build(&w).await;
        let (names, values) = words_of(&w, &street);
        let requests = std::env::var("REQUESTS").ok().and_then(|n| n.parse().ok()).unwrap_or(REQUESTS);
        let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &seed()));
        let odd = odd(names, values);
        let mut people: Vec<Browser> = Vec::new();
        for who in PEOPLE {
            people.push(match who {
                Some(who) => Browser::of(&w, who).await,
                None => Browser::new(&w),
            });
        }

        let mut answered = std::collections::BTreeMap::new();
        for _ in 0..requests {
            let odd = odd.new_tree(&mut runner).expect("a request").current();
            let browser = &mut people[odd.who];
            let (path, kind, body) = written(&odd, &street, &browser.csrf);
            let method = odd.method.unwrap_or(if ROUTES[odd.route].0 == "get" { "GET" } else { "POST" });
            let mut headers = vec![("content-type", kind)];
            headers.extend(odd.header.as_ref().map(|(name, value)| (*name, value.as_str())));

            let answer = browser.send_with(method, &path, &headers, body.clone()).await;

            let what = format!("{method} {path} of {odd:?}");
            *answered.entry(answer.status).or_insert(0) += 1;
            if method != "HEAD" && answer.status != 405 {
                sound(&answer, &what);
            }
            assert!(answer.header("content-security-policy").contains("default-src"), "{what}: {answer:?}");
            if odd.who >= OF_THE_DOSSIER {
                let (sent, text) = (format!("{odd:?}"), answer.text());
                // What was asked without a name is about nobody, and for everybody of the team.
                let not_theirs = |it: &&str| *it != word::CONTACT || PEOPLE[odd.who] != Some("samira");
                for word in word::all().into_iter().filter(|it| not_theirs(it)) {
                    assert!(sent.contains(word) || !text.contains(word), "{word}: {what}: {answer:?}");
                }
            }
            let signed_out = answer.status == 303 && answer.location().starts_with("/inloggen");
            if let Some(who) = PEOPLE[odd.who]
                && (signed_out || browser.cookies.is_empty())
                && !browser.is_signed_in().await
            {
                browser.signs_in(&w, who).await;
            }
        }
        assert!(answered.get(&200).is_some_and(|n| *n > requests / 20), "too few got through: {answered:?}");
        assert!(answered.get(&422).is_some_and(|n| *n > requests / 100), "too few were read: {answered:?}");
    }
}

/// SEED (a number) walks elsewhere; what it found is walked again with the same number.
fn seed() -> [u8; 32] {
    let number: u64 = std::env::var("SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number.to_be_bytes());
    seed
}

/// The names of all fields, and what people and programs put in them.
fn words_of(w: &World, street: &Street) -> (Vec<String>, Vec<String>) {
    let sheets = sheets(w, street);
    let mut names: Vec<String> = ["csrf", "terug", "pagina", "sorteer"].map(str::to_owned).to_vec();
    let mut values: Vec<String> = nasty().into_iter().map(|(_, text)| text).collect();
    for (name, value) in sheets.into_iter().flat_map(|sheet| sheet.fields) {
        names.push(name);
        values.push(value);
    }
    (names, values)
}

fn odd(names: Vec<String>, values: Vec<String>) -> impl Strategy<Value = Odd> {
    let text = || prop_oneof![3 => "\\PC{0,12}", 1 => any::<String>()];
    let value = prop_oneof![4 => select(values), 2 => text(), 1 => "[0-9]{1,25}", 1 => ".{200,4000}"];
    let fields = vec((prop_oneof![9 => select(names), 1 => text().boxed()], value), 0..12);
    let id = prop_oneof![
        "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}",
        text(),
        Just("..".to_owned()),
        Just("\0".to_owned()),
        "[0-9]{1,30}",
        "[a-z]{500,3000}",
    ];
    let methods = select(vec!["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"]);
    let names = select(vec![
        "accept-language",
        "host",
        "x-forwarded-for",
        "x-forwarded-proto",
        "origin",
        "referer",
        "range",
        "accept",
        "user-agent",
    ]);
    let kinds = select(vec![FORM, "application/json", "multipart/form-data; boundary=x", "text/plain", "x"]);
    let body = prop_oneof![
        6 => fields.clone().prop_map(Body::Form),
        1 => (kinds, vec(any::<u8>(), 0..600)).prop_map(|(kind, bytes)| Body::Bytes(kind, bytes)),
    ];
    let query = prop_oneof![4 => Just(Vec::new()), 1 => fields.prop_map(|fields| fields.into_iter().take(3).collect())];
    (
        0..PEOPLE.len(),
        0..ROUTES.len(),
        option::weighted(0.15, methods),
        option::weighted(0.2, id),
        query,
        option::weighted(0.2, (names, "[ -~]{0,60}")),
        body,
    )
        .prop_map(|(who, route, method, ids, query, header, body)| Odd {
            who,
            route,
            method,
            ids,
            query,
            header,
            body,
        })
}

/// The address, the kind and the body as they are sent.
fn written(odd: &Odd, street: &Street, csrf: &str) -> (String, &'static str, Vec<u8>) {
    let route = ROUTES[odd.route].1;
    let mut path = match &odd.ids {
        None => street.fill(route),
        Some(id) => {
            let id = encoded(&[("", id)]).replace('+', "%20");
            route
                .split('/')
                .map(|part| if part.starts_with('{') { &id[1..] } else { part })
                .collect::<Vec<_>>()
                .join("/")
        }
    };
    let pairs = |pairs: &[(String, String)]| {
        encoded(&pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>())
    };
    if !odd.query.is_empty() {
        path = format!("{path}?{}", pairs(&odd.query).chars().take(6000).collect::<String>());
    }
    match &odd.body {
        Body::Bytes(kind, bytes) => (path, kind, bytes.clone()),
        Body::Form(fields) => {
            let token = encoded(&[("csrf", csrf)]);
            (path, FORM, format!("{token}&{}", pairs(fields)).into_bytes())
        }
    }
}
