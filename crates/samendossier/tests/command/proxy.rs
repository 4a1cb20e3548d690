//! Behind a proxy that terminates TLS: its headers are believed when the settings name it, and only then.

use crate::house::House;

const STAY_ON_TLS: &str = "strict-transport-security: max-age=31536000";

#[test]
fn tls_is_believed_from_the_proxy_that_the_settings_name_and_from_nobody_else() {
    for (trusted, sent, stays) in [
        ("127.0.0.1", "X-Forwarded-Proto: https\r\n", true),
        ("127.0.0.0/8", "X-Forwarded-Proto: https\r\n", true),
        ("127.0.0.1", "X-Forwarded-Proto: http\r\n", false),
        ("127.0.0.1", "", false),
        ("10.0.0.1", "X-Forwarded-Proto: https\r\nX-Forwarded-For: 10.0.0.1\r\n", false),
        ("", "X-Forwarded-Proto: https\r\n", false),
    ] {
        let house = House::new().with("TRUSTED_PROXIES", trusted);
        assert_eq!(house.run(&["keys", "create"]).code, Some(0));
        let running = house.serve(&["serve"]);

        let answer = running.get_with("/inloggen", sent).expect("an answer");

        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert_eq!(answer.contains(STAY_ON_TLS), stays, "{trusted:?} {sent:?}");
        assert_eq!(running.stop(), Some(0));
    }
}

#[test]
fn a_proxy_that_was_forgotten_in_the_settings_is_told_once_and_without_its_address() {
    let house = House::new();
    assert_eq!(house.run(&["keys", "create"]).code, Some(0));
    let running = house.serve(&["serve"]);

    for _ in 0..3 {
        running.get_with("/", "X-Forwarded-For: 198.51.100.7\r\n").expect("an answer");
    }

    let log = running.err();
    assert_eq!(log.matches("TRUSTED_PROXIES").count(), 1, "{log}");
    assert!(!log.contains("198.51.100.7"), "{log}");
    assert_eq!(running.stop(), Some(0));
}
