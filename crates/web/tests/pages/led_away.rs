//! Nobody is led to another site, and nothing of an address becomes a line of the answer: whatever the host, the path or
//! the fields to go back to say. What comes back after signing in is in `sign_in`.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use http_body_util::BodyExt;
use testkit::{Engine, World};
use tower::ServiceExt;
use web::ROUTES;

use crate::browser::{FORM, router};

const STRANGER: &str = "elders.example";
/// What would be a header of its own if it were written as it was read.
const SPLIT: &str = "%0d%0aSet-Cookie:%20sessie=geplant%0d%0aLocation:%20https://elders.example";

struct Came {
    status: u16,
    headers: HeaderMap,
    text: String,
}

async fn asks(
    router: &Router,
    method: &str,
    path: &str,
    cookie: &str,
    headers: &[(&str, &str)],
) -> Option<Came> {
    // Some of these no browser could send: they never get here.
    let mut request =
        Request::builder().method(method).uri(path).header("cookie", format!("sessie={cookie}"));
    if method == "POST" {
        request = request.header("content-type", FORM);
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = router.clone().oneshot(request.body(Body::empty()).ok()?).await.expect("it never fails");
    let (parts, body) = answer.into_parts();
    let body = body.collect().await.expect("the body is there").to_bytes();
    let text = String::from_utf8_lossy(&body).into_owned();
    Some(Came { status: parts.status.as_u16(), headers: parts.headers, text })
}

/// To a path of our own, or nowhere; and no cookie that somebody else made.
fn stays_here(came: &Came, what: &str) {
    if let Some(to) = came.headers.get("location") {
        let to = to.to_str().expect("plain text");
        assert!(to.starts_with('/') && !to.starts_with("//") && !to.starts_with("/\\"), "{what}: {to}");
        assert!(!to.contains(char::is_control) && !to.contains("://"), "{what}: {to}");
    }
    assert!(came.headers.get("refresh").is_none(), "{what}");
    for line in came.headers.get_all("set-cookie") {
        assert!(!line.as_bytes().windows(7).any(|it| it == b"geplant"), "{what}");
    }
    assert_ne!(came.status, 500, "{what}: {}", came.text);
}

#[test]
fn the_host_that_a_request_names_stands_in_no_answer() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let router = router(&w);
        let ria = w.ria().cookie().await;
        let headers = [
            ("host", STRANGER),
            ("x-forwarded-host", STRANGER),
            ("forwarded", "for=1.2.3.4;host=elders.example;proto=https"),
            ("x-original-url", "https://elders.example/werk"),
            ("origin", "https://elders.example"),
            ("referer", "https://elders.example/"),
        ];

        for (method, route) in ROUTES {
            let path = filled(route, "0123456789abcdef0123456789abcdef");
            for cookie in ["", ria.as_str()] {
                let method = method.to_uppercase();
                let came = asks(&router, &method, &path, cookie, &headers).await.expect("a request");

                let what = format!("{method} {path}");
                stays_here(&came, &what);
                assert!(!came.text.contains(STRANGER), "{what}: {}", came.text);
                for value in came.headers.values() {
                    assert!(
                        !String::from_utf8_lossy(value.as_bytes()).contains(STRANGER),
                        "{what}: {value:?}"
                    );
                }
            }
        }
    });
}

#[test]
fn an_address_becomes_no_line_of_the_answer() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let router = router(&w);
        let cookies = [String::new(), w.ria().cookie().await, w.bilal().cookie().await, "f".repeat(64)];

        let mut redirects = 0;
        for (method, route) in ROUTES {
            for value in [SPLIT, "%2F%2Felders.example", "%5C%5Celders.example", "%E2%80%AE", "a;b=c", "%00"]
            {
                for path in [
                    filled(route, value),
                    format!("{}?terug={value}&waarom={value}&met={value}&bij={value}", filled(route, "1")),
                    format!("{}?terug=/{value}", filled(route, "1")),
                    format!("{}?terug=/werk{value}", filled(route, "1")),
                ] {
                    for cookie in &cookies {
                        let method = method.to_uppercase();
                        let came = asks(&router, &method, &path, cookie, &[]).await.expect("a request");
                        stays_here(&came, &format!("{method} {path}"));
                        redirects += usize::from(came.status == 303);
                    }
                }
            }
        }

        assert!(redirects > 500, "there was something to lead astray: {redirects}");
    });
}

#[test]
fn a_path_that_looks_like_a_host_leads_nowhere() {
    testkit::run(Engine::Sqlite, async |w: World| {
        let router = router(&w);
        for path in [
            "//elders.example/werk",
            "//elders.example",
            "/werk//elders.example",
            "/.//elders.example",
            "/%2e%2e//elders.example",
            "/werk/..//elders.example",
            "/@elders.example",
            "/werk@elders.example",
            "https://elders.example/werk",
        ] {
            for method in ["GET", "POST", "HEAD", "PUT", "OPTIONS"] {
                if let Some(came) = asks(&router, method, path, "", &[]).await {
                    stays_here(&came, &format!("{method} {path}"));
                }
            }
        }
    });
}

/// A route with this in the place of each id.
fn filled(route: &str, value: &str) -> String {
    route
        .split('/')
        .map(|piece| if piece.starts_with('{') { value } else { piece })
        .collect::<Vec<_>>()
        .join("/")
}
