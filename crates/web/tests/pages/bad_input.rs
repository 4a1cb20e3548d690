//! Whatever somebody types or tampers with: a calm answer, never a fault of ours; the typed text comes back
//! as it was typed, and nothing of it becomes part of the page.

use domain::EntryId;
use testkit::World;

use crate::activation::{gives, opens, slip_of};
use crate::browser::{Answer, Browser, FORM, encoded, field_of, fresh_code};
use crate::sheets::{Sheet, nasty, of_slip, sheets};
use crate::street::{Street, note, somebody, takes_in};

testkit::both_engines! {
    async fn nothing_that_is_typed_in_a_field_breaks_a_page(w: World) {
        let street = Street::build(&w).await;
        let mut came_back = 0;

        for sheet in forms(&w, &street).await {
            for (at, (field, _)) in sheet.fields.iter().enumerate() {
                for (kind, typed) in nasty() {
                    let mut browser = ready(&w, &sheet).await;
                    let mut fields = sheet.fields.clone();
                    // Each sending is one of its own, unless the token itself is what is typed.
                    if let Some((_, once)) = fields.iter_mut().find(|(name, _)| name == "once") {
                        *once = w.random_id().to_string();
                    }
                    fields[at].1.clone_from(&typed);

                    let answer = send(&mut browser, &sheet.path, &fields).await;

                    let what = format!("{} with {kind} in {field}", sheet.path);
                    sound(&answer, &what);
                    if ![422, 429].contains(&answer.status) || !answer.text().contains("name=\"csrf\"") {
                        continue;
                    }
                    let page = answer.page();
                    for shown in sheet.shows_again {
                        let sent = fields.iter().find(|(name, _)| name == shown).map_or("", |(_, value)| value);
                        let back = field_of(&page, shown);
                        // The refusal after too many tries is a page without the form.
                        if answer.status == 422 || !back.is_empty() {
                            assert_eq!(back, as_parsed(sent), "{what}: {shown} comes back");
                            came_back += 1;
                        }
                    }
                }
            }
        }

        assert!(came_back > 300, "{came_back}");
    }

    async fn a_text_of_a_megabyte_and_an_empty_form_are_answered_calmly(w: World) {
        let street = Street::build(&w).await;
        let long = "a".repeat(1_000_000);

        for sheet in forms(&w, &street).await {
            let mut browser = ready(&w, &sheet).await;
            sound(&send(&mut browser, &sheet.path, &[]).await, &sheet.path);
            for field in sheet.shows_again {
                let mut browser = ready(&w, &sheet).await;
                let mut fields = sheet.fields.clone();
                let (_, value) = fields.iter_mut().find(|(name, _)| name == field).expect("a field");
                value.clone_from(&long);

                let answer = send(&mut browser, &sheet.path, &fields).await;

                sound(&answer, &format!("{} with a megabyte in {field}", sheet.path));
                if answer.status == 422 {
                    assert!(answer.text().contains(&long), "{}: {field} comes back", sheet.path);
                }
            }
            let mut browser = ready(&w, &sheet).await;
            let too_large = format!("csrf={}&x={}", browser.csrf, "a".repeat(1024 * 1024)).into_bytes();
            let answer = browser.send("POST", &sheet.path, Some(FORM), too_large).await;
            assert_eq!(answer.status, 413, "{}", sheet.path);
            assert!(answer.text().contains("<h1"), "{}", sheet.path);
        }
    }

    async fn what_is_no_form_is_refused_calmly(w: World) {
        let street = Street::build(&w).await;

        for sheet in forms(&w, &street).await {
            for kind in [None, Some("application/json"), Some("text/plain"), Some("multipart/form-data; boundary=x"), Some("")] {
                let mut browser = ready(&w, &sheet).await;
                let body = format!("csrf={}", browser.csrf).into_bytes();
                let answer = browser.send("POST", &sheet.path, kind, body).await;
                assert_eq!(answer.status, 400, "{} as {kind:?}", sheet.path);
                assert!(answer.text().contains("<h1"), "{}", sheet.path);
            }
            let token = ready(&w, &sheet).await.csrf;
            for body in [
                b"csrf=\xFF\xFE&facts=\xC0\x80".to_vec(),
                format!("csrf={token}&facts=%FF%FE%C0%80&reason=%ED%A0%80").into_bytes(),
                format!("csrf={token}&%00=%00&facts=%00&reason=%00&name=%00&password=%00").into_bytes(),
                format!("csrf={token}&facts=%&reason=%4&name=%zz").into_bytes(),
                format!("csrf={token}&csrf=x&{}", "a=1&".repeat(20_000)).into_bytes(),
                format!("csrf={token}&=&&&=;;&facts").into_bytes(),
                vec![0; 4096],
            ] {
                let mut browser = ready(&w, &sheet).await;
                let answer = browser.send("POST", &sheet.path, Some(FORM), body).await;
                sound(&answer, &sheet.path);
            }
        }
    }

    async fn a_tampered_id_is_refused_like_one_that_does_not_exist(w: World) {
        let street = Street::build(&w).await;
        let nowhere = EntryId(w.random_id()).to_string();
        let path = format!("/werk/notitie/{}", street.dossier);
        let mut ria = Browser::of(&w, "ria").await;

        for part in [&nowhere, &street.dossier, &street.entry, &street.of_fatma] {
            assert_eq!(ria.post(&path, &note(part, "Iets", &[])).await.status, 403, "{part}");
        }
        let of_others = ria.post(&path, &note(&street.wmo, "Iets", &[("draft", &nowhere)])).await;
        assert_eq!(of_others.status, 303, "a draft that is not there costs no note");
        let mut joost = Browser::of(&w, "joost").await;
        let assign = format!("/toezicht/toewijzen/{}", street.dossier);
        for (who, staff) in [("elsewhere", w.wouter().staff().to_string()), ("nobody", nowhere.clone())] {
            let fields = [("worker", staff.as_str()), ("domain", "wmo"), ("role", "support"), ("reason", "Helpt")];
            assert_eq!(joost.post(&assign, &fields).await.status, 422, "{who}");
        }
    }

    async fn dates_that_are_none_are_refused_and_partial_birth_dates_are_not(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let impossible = [
            ("31", "2", "1984"), ("29", "2", "1983"), ("1", "13", "1984"), ("1", "1", "84"),
            ("1", "1", "1899"), ("3", "3", "2026"), ("1", "1", "3000"), ("9", "", "1984"),
            ("een", "mei", "1984"), ("١", "٢", "١٩٨٤"), ("1", "1", "-1984"), ("1.5", "1", "1984"),
            ("99999999999", "1", "1984"), ("1", "1", "19840000000000"),
        ];
        let partial = [("17", "5", "1984"), ("", "", ""), ("", "5", "1984"), ("", "", "1984"), (" 17 ", "05", "1984"), ("29", "2", "1984"), ("0", "00", "1984")];
        let date = |(day, month, year)| {
            [("surname", "Jansen"), ("birth-date", day), ("birth-date-month", month), ("birth-date-year", year)]
        };

        for typed in impossible {
            ria.get("/werk/nieuw").await;
            let answer = ria.post("/werk/nieuw", &date(typed)).await;
            assert_eq!(answer.status, 422, "{typed:?}: {answer:?}");
            assert_eq!(answer.field("birth-date"), typed.0, "{typed:?}");
            assert!(answer.text().contains("id=\"birth-date-error\""), "{typed:?}: says what is wrong");
        }
        for typed in partial {
            ria.get("/werk/nieuw").await;
            let answer = ria.post("/werk/nieuw", &date(typed)).await;
            assert_eq!(answer.status, 200, "{typed:?}: {answer:?}");
        }
    }

    async fn a_bsn_that_fails_the_eleven_test_goes_no_further(w: World) {
        let mut ria = Browser::of(&w, "ria").await;

        for bsn in ["111222334", "11122233", "1112223333", "000000000", "abcdefghi", "١١١٢٢٢٣٣٣", "111222333 x"] {
            for path in ["/werk/nieuw", "/werk/nieuw/opslaan"] {
                let mut fields = somebody("Jansen", "Jan");
                fields.retain(|(name, _)| !["domain", "question-voluntary"].contains(name));
                fields.extend([("domain", "wmo".to_owned()), ("question-wmo", "Een traplift.".to_owned())]);
                fields.push(("bsn", bsn.to_owned()));
                fields.push(("once", w.random_id().to_string()));
                let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                ria.get("/werk/nieuw").await;

                let answer = ria.post(path, &fields).await;

                assert_eq!(answer.status, 422, "{path} {bsn}: {answer:?}");
                assert_eq!(answer.field("bsn"), bsn);
                assert!(answer.text().contains("id=\"bsn-error\""), "{path} {bsn}");
            }
        }
        let found = w.raw().one("SELECT COUNT(*) FROM dossier").await.int();
        assert_eq!(found, 0);
    }

    async fn tampered_addresses_and_cookies_are_answered_calmly(w: World) {
        let street = Street::build(&w).await;
        let long = "a".repeat(20_000);
        let parts = [
            "%00", "%FF", "%FF%FE", "..", "%2e%2e%2fetc%2fpasswd", "%0d%0aSet-Cookie:x", "💩", "0", "-1", "%",
            "'%20OR%201=1", "<script>", "null", &street.entry.to_uppercase(), long.as_str(),
        ];
        let cookies =
            ["", "x", &"g".repeat(64), &"0".repeat(64), &"a".repeat(10_000), "\u{e9}", "\"quoted\"", "a=b=c"].map(str::to_owned);

        for who in ["ria", "joost", "bilal"] {
            let mut browser = Browser::of(&w, who).await;
            for part in parts {
                for route in ["/werk/dossier/{}", "/werk/dossier/{}/tijdlijn", "/werk/notitie/{}", "/werk/concepten/{}",
                    "/toezicht/toewijzen/{}", "/mijn/dossier/{}", "/static/{}", "/taal/{}", "/werk/nieuw/klaar/{}",
                    "/mijn?bij={}", "/mijn/dossier?bij={}", "/inloggen?terug={}", "/werk/concepten?weg={}"]
                {
                    let Ok(address) = route.replace("{}", part).parse::<axum::http::Uri>() else { continue };
                    sound(&browser.get(&address.to_string()).await, &format!("{who} {route} {part}"));
                }
                let timeline = format!("/werk/dossier/{}/tijdlijn?pagina={part}&bewaard={part}", street.dossier);
                if timeline.parse::<axum::http::Uri>().is_ok() {
                    sound(&browser.get(&timeline).await, &timeline);
                }
            }
            for page in ["0", "1", "2", "4294967295", "4294967296", "-1"] {
                let timeline = format!("/werk/dossier/{}/tijdlijn?pagina={page}", street.dossier);
                sound(&browser.get(&timeline).await, &timeline);
            }
        }
        for broken in ["/werk/dossier/%FF", "/mijn?bij=%FF&bij=1&bij"] {
            let answer = Browser::of(&w, "ria").await.get(broken).await;
            let body = String::from_utf8_lossy(&answer.body);
            assert!(body.contains("<html lang=\"nl\""), "{broken}: our page, in Dutch: {body}");
        }
        for cookie in cookies {
            for name in ["sessie", "aanmelden", "taal"] {
                let mut browser = Browser::new(&w);
                browser.cookies.insert(name.to_owned(), cookie.clone());
                for path in ["/", "/werk", "/mijn", "/inloggen", "/inloggen/code", "/opnieuw"] {
                    sound(&browser.get(path).await, &format!("{path} with {name}"));
                    sound(&browser.post(path, &[("csrf", &"0".repeat(64))]).await, &format!("{path} with {name}"));
                }
            }
        }
    }
}

/// Every form, and that of somebody who holds a slip from the desk.
async fn forms(w: &World, street: &Street) -> Vec<Sheet> {
    let mut ria = Browser::of(w, "ria").await;
    takes_in(&mut ria, &somebody("Waterdrieblad", "Noa")).await;
    let slip = gives(&mut ria, "Waterdrieblad", "activation", &[("with-list", "1")]).await;
    let (name, code) = slip_of(&slip);
    let (holder, _) = opens(w, &name, &code).await;
    let mut all = vec![of_slip(w, holder.cookies["aanmelden"].clone())];
    all.extend(sheets(w, street));
    all
}

/// A browser with a token for this form.
async fn ready(w: &World, sheet: &Sheet) -> Browser {
    let (who, path) = (sheet.who, sheet.path.as_str());
    // A network of its own: whoever tries a hundred times from one is made to wait.
    let address = std::net::Ipv6Addr::from(w.random_id().as_u128());
    let mut browser = Browser::new(w).from(&address.to_string());
    match who {
        "" if !sheet.slip.is_empty() => {
            browser.cookies.insert("aanmelden".to_owned(), sheet.slip.clone());
            browser.get("/activeren/kies").await;
        }
        "" => {
            browser.get("/inloggen").await;
            if path.ends_with("/code") {
                let first = browser.post("/inloggen", &[("name", "niemand"), ("password", "x")]).await;
                browser.get(&first.location()).await;
            }
        }
        who => {
            let session = w.person(who).session().await;
            if !domain::session::confirmed_recently(Some(session.confirmed_at), w.now()) {
                // Wrong codes may have been typed for this account: wait them out.
                w.clock.advance(jiff::SignedDuration::from_mins(16));
                fresh_code(w, who);
                w.person(who).signs_in().await;
            }
            browser.cookies.insert("sessie".to_owned(), w.person(who).cookie().await);
            browser.get("/").await;
        }
    }
    browser
}

async fn send(browser: &mut Browser, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert!(encoded(&fields).len() < 1024 * 1024, "within the limit");
    browser.post(path, &fields).await
}

/// No fault of ours, and nothing typed became part of the page.
pub(crate) fn sound(answer: &Answer, what: &str) {
    const CALM: [u16; 12] = [200, 204, 303, 400, 401, 403, 404, 409, 413, 414, 422, 429];
    assert!(CALM.contains(&answer.status), "{what}: {answer:?}");
    let text = answer.text();
    for planted in ["<script>alert", "<img src=x", "</textarea><script", "49}}", "<script></title>"] {
        assert!(!text.contains(planted), "{what}: {planted} in the page");
    }
    for header in answer.headers.values() {
        assert!(!header.as_bytes().windows(11).any(|w| w == b"Nachtschade"), "{what}: in a header");
    }
}

/// What a browser makes of a value that was sent: line ends are LF, and NUL is the sign of something unreadable.
fn as_parsed(sent: &str) -> String {
    sent.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{FFFD}")
}
