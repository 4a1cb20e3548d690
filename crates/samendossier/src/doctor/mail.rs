//! Whether e-mail leaves: the way out, tried without sending anything, and what lies in the outbox.

use jiff::{SignedDuration, Timestamp};
use mail::{Carrier, Trouble};
use store::office::outbox::Outbox;

use super::findings::Findings;
use crate::config::{Config, Post};

/// Something that waits longer than this is not only waiting for its turn.
const LONG: SignedDuration = SignedDuration::from_mins(90);

/// Tries the way out.
pub async fn way(config: &Config, found: &mut Findings) {
    let Some(post) = &config.mail else {
        found.fine("mail", "not configured: notices stand in the product only (MAIL_HOST)");
        return;
    };
    match (&post.carrier, post.carrier.test().await) {
        (Carrier::Folder(folder), Ok(())) => found.warning(
            "mail",
            format!("MAIL_FOLDER: it lies in {} and nobody gets it; for a demo only", folder.display()),
        ),
        (Carrier::Folder(folder), Err(_)) => {
            found.wrong("mail", format!("{} cannot be written: choose another MAIL_FOLDER", folder.display()))
        }
        (Carrier::Server(server), Ok(())) => {
            let login = if server.login.is_some() { "takes the password" } else { "asks for no password" };
            found.fine("mail", format!("{}, port {}, answers and {login}", server.host, server.port));
        }
        (Carrier::Server(server), Err(trouble)) => {
            let (host, port) = (&server.host, server.port);
            found.wrong("mail", format!("{host}, port {port}: {trouble}: {}", remedy(trouble)));
        }
    }
}

/// What lies in the outbox.
pub fn outbox(way: Option<&Post>, outbox: &Outbox, now: Timestamp, found: &mut Findings) {
    let Outbox { open, oldest, given_up, uncertain, last_sent } = outbox;
    let age = |at: Timestamp| now.duration_since(at).max(SignedDuration::ZERO).as_mins();
    let last = last_sent.map_or_else(
        || "none was sent in thirty days".to_owned(),
        |at| format!("the last one was sent {} minutes ago", age(at)),
    );
    let waits = match oldest {
        None => "nothing waits".to_owned(),
        Some(at) => format!("{open} notices wait, the oldest for {} minutes", age(*at)),
    };
    if way.is_none() && *open > 0 {
        found.warning("outbox", format!("{waits}; without a mail server they are given up after five days"));
    } else if oldest.is_some_and(|at| now.duration_since(at) > LONG) {
        found.warning("outbox", format!("{waits}; {last}: look at the log for why"));
    } else {
        found.fine("outbox", format!("{waits}; {last}"));
    }
    if *given_up > 0 {
        found.warning(
            "outbox",
            format!(
                "{given_up} notices were given up in thirty days: an address is wrong, or the server was away"
            ),
        );
    }
    if *uncertain > 0 {
        found.warning(
            "outbox",
            format!(
                "{uncertain} notices may not have arrived: sent twice, and nobody said that they were taken"
            ),
        );
    }
}

const fn remedy(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Unreachable | Trouble::TooSlow | Trouble::Broken => "look at MAIL_HOST and MAIL_PORT",
        Trouble::Tls => "look at MAIL_TLS, and at MAIL_CA when the house signs its own certificates",
        Trouble::Login => "look at MAIL_USER and MAIL_PASSWORD_FILE",
        Trouble::Answer(_) | Trouble::Unwritable => "ask who keeps the mail server",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::in_folder;

    fn told(way: Option<&Post>, now: &Outbox) -> Vec<String> {
        let mut found = Findings::default();
        outbox(way, now, Timestamp::from_second(1_800_000_000).expect("an instant"), &mut found);
        found.lines()
    }

    fn ago(minutes: i64) -> Option<Timestamp> {
        Timestamp::from_second(1_800_000_000 - 60 * minutes).ok()
    }

    #[test]
    fn what_is_lost_or_late_is_named_and_an_empty_box_is_well() {
        let folder = in_folder("post".into(), "https://dossier.example".to_owned()).expect("a way out");

        assert_eq!(
            told(None, &Outbox::default()),
            ["ok    outbox     nothing waits; none was sent in thirty days"]
        );
        let late = Outbox { open: 3, oldest: ago(91), last_sent: ago(200), ..Outbox::default() };
        assert!(
            told(Some(&folder), &late)[0]
                .starts_with("look  outbox     3 notices wait, the oldest for 91 minutes")
        );
        let soon = Outbox { open: 3, oldest: ago(2), ..Outbox::default() };
        assert!(told(Some(&folder), &soon)[0].starts_with("ok"));
        assert!(told(None, &soon)[0].contains("without a mail server they are given up after five days"));
        let lost = Outbox { given_up: 2, uncertain: 1, ..Outbox::default() };
        let lines = told(Some(&folder), &lost);
        assert!(
            lines[1].contains("2 notices were given up")
                && lines[2].contains("1 notices may not have arrived")
        );
    }
}
