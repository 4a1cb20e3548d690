//! An e-mail address, checked before it is kept: plain ASCII, one @, a domain with a dot. No sign of it can end a line
//! of a message or of a protocol.

use std::fmt;
use std::str::FromStr;

/// The longest address (RFC 5321, 4.5.3.1.3, less the angle brackets).
pub const MAX: usize = 254;
/// The longest part before the @ (RFC 5321, 4.5.3.1.1).
const LOCAL_MAX: usize = 64;
/// The longest label of a domain.
const LABEL_MAX: usize = 63;

/// An address that mail can be sent to. Not shown by `Debug`: it is personal.
#[derive(Clone, PartialEq, Eq)]
pub struct MailAddress(String);

/// What was typed is no address.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no e-mail address")]
pub struct NoMailAddress;

impl MailAddress {
    /// As it was typed; the domain in small letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What comes after the @.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl FromStr for MailAddress {
    type Err = NoMailAddress;

    /// Spaces around it are left out. Quoted names and letters outside ASCII are refused: few servers take them.
    fn from_str(typed: &str) -> Result<Self, NoMailAddress> {
        // Only spaces: a line break around it is no slip of a finger.
        let (local, domain) = typed.trim_matches(' ').rsplit_once('@').ok_or(NoMailAddress)?;
        let fits = local.len() <= LOCAL_MAX && local.len() + 1 + domain.len() <= MAX;
        if fits && is_local(local) && is_domain(domain) {
            Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
        } else {
            Err(NoMailAddress)
        }
    }
}

impl fmt::Debug for MailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailAddress")
    }
}

/// Words of letters, digits and the signs that RFC 5322 allows in an atom, with single dots between them.
fn is_local(local: &str) -> bool {
    let sign = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    local.split('.').all(|word| !word.is_empty() && word.chars().all(sign))
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=LABEL_MAX).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(typed: &str) -> Option<String> {
        typed.parse().ok().map(|address: MailAddress| address.as_str().to_owned())
    }

    #[test]
    fn nothing_that_ends_a_line_or_adds_a_person_is_taken() {
        let wrong = [
            "ria@example.nl\r\nBcc: pers@example.nl",
            "ria@example.nl\n",
            "\r\nria@example.nl",
            "ria@example.nl, tom@example.nl",
            "ria@example.nl>",
            "<ria@example.nl>",
            "Ria <ria@example.nl>",
            "ria@example.nl\0",
            "\"ria\"@example.nl",
            "ria@@example.nl",
            "ria(samen)@example.nl",
        ];

        for typed in wrong {
            assert_eq!(taken(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn half_an_address_is_none() {
        for typed in
            ["", "@", "ria", "ria@", "@example.nl", "ria@localhost", "ria@example..nl", "r..a@example.nl"]
        {
            assert_eq!(taken(typed), None, "{typed:?}");
        }
        for typed in
            [".ria@example.nl", "ria.@example.nl", "ria@-example.nl", "ria@[127.0.0.1]", "ria@café.nl"]
        {
            assert_eq!(taken(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn an_address_may_be_as_long_as_mail_allows_and_no_longer() {
        let local = "a".repeat(64);
        let domain = |labels: usize| vec!["b".repeat(60); labels].join(".");

        assert!(taken(&format!("{local}@{}", domain(3))).is_some());
        assert_eq!(taken(&format!("{local}a@{}", domain(3))), None);
        assert_eq!(taken(&format!("{local}@{}", domain(4))), None);
    }

    #[test]
    fn spaces_around_and_capitals_in_the_domain_are_forgiven() {
        assert_eq!(
            taken("  Ria.deWit+werk@Gemeente.Example "),
            Some("Ria.deWit+werk@gemeente.example".to_owned())
        );
    }

    #[test]
    fn an_address_does_not_slip_into_a_log() {
        let address: MailAddress = "ria@example.nl".parse().expect("an address");

        assert!(!format!("{address:?}").contains("ria"));
        assert_eq!(address.domain(), "example.nl");
    }
}
