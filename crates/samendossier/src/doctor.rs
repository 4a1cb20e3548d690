//! `doctor`: looks at everything that can be wrong with an installation and says all of it at once. It changes
//! nothing, makes nothing and migrates nothing, so it can be asked while the product serves.

mod documents;
mod findings;
mod inside;
mod machine;
mod mail;
mod policies;
mod theme;

use store::{AboutPlace, Place};

use crate::config::{Config, KeysFrom};
use crate::failure::Failure;
use crate::{keys, say};
use findings::Findings;

/// Looks at an installation and prints a line for each thing.
///
/// # Errors
/// [`Failure::Unwell`] when something is wrong; a warning is not.
pub async fn run(config: &Config) -> Result<(), Failure> {
    let mut found = Findings::default();
    settings(config, &mut found);
    let has_keys = has_keys(config, &mut found);
    let data = place(config, Which::Data, &mut found).await;
    let shelf = place(config, Which::Shelf, &mut found).await;
    if has_keys && data.is_some_and(up_to_date) && shelf.is_some_and(up_to_date) {
        inside::look(config, &mut found).await;
    }
    machine::look(config, &mut found);
    documents::look(config, &mut found).await;
    theme::look(config, &mut found);
    policies::look(config, &mut found);
    mail::way(config, &mut found).await;

    for line in found.lines() {
        say::line(&line);
    }
    found.verdict()
}

fn settings(config: &Config, found: &mut Findings) {
    let keys = match config.keys_from {
        KeysFrom::Folder => format!("keys in {}", config.keys.display()),
        KeysFrom::Mount => format!("keys mounted in {}", config.keys.display()),
        KeysFrom::Environment => "keys in the environment".to_owned(),
    };
    found.fine(
        "settings",
        format!("DATA {}, {keys}, LISTEN {}, NODE {}", config.data.display(), config.listen, config.node),
    );
    if config.secure_cookies == Some(false) {
        found.warning("settings", "SECURE_COOKIES=no: cookies also go over plain HTTP, for a demo only");
    }
    if config.trusted_proxies.is_empty() {
        found.warning(
            "settings",
            "TRUSTED_PROXIES is empty: behind a proxy every visitor seems to come from it; name it",
        );
    }
    if !config.listen.ip().is_loopback() {
        found.warning("settings", "LISTEN is no loopback address: others can pass by the proxy and its TLS");
    }
}

fn has_keys(config: &Config, found: &mut Findings) -> bool {
    match keys::load(config) {
        Ok(secrets) => {
            let names: Vec<&str> = secrets.keks.ids().collect();
            found.fine("keys", format!("all there; key-encryption keys: {}", names.join(", ")));
            true
        }
        Err(why) => {
            found.wrong("keys", why.to_string());
            false
        }
    }
}

#[derive(Clone, Copy)]
enum Which {
    Data,
    Shelf,
}

/// Looks at one of the two databases from outside.
async fn place(config: &Config, which: Which, found: &mut Findings) -> Option<AboutPlace> {
    let (what, place) = match which {
        Which::Data => ("data", &config.places.data),
        Which::Shelf => ("key shelf", &config.places.shelf),
    };
    if let Place::File(file) = place {
        if !file.exists() {
            found.wrong(
                what,
                format!("there is none in {}: choose the folder with DATA=folder", file.display()),
            );
            return None;
        }
        match store::damage_in(file) {
            Ok(None) => {}
            Ok(Some(damage)) => {
                found.wrong(what, format!("{} is damaged ({damage}): put back a whole copy", file.display()));
                return None;
            }
            Err(why) => {
                found
                    .wrong(what, format!("{} cannot be read ({why}): put back a whole copy", file.display()));
                return None;
            }
        }
    }
    let about = match which {
        Which::Data => store::about_data(place).await,
        Which::Shelf => store::about_shelf(place).await,
    };
    let kind = match place {
        Place::File(file) => format!("SQLite in {}, whole", file.display()),
        Place::Url(_) => "PostgreSQL".to_owned(),
    };
    match about {
        Ok(about) if up_to_date(about.clone()) => {
            found.fine(what, format!("{kind}, schema {}", about.schema));
            Some(about)
        }
        Ok(about) if about.schema > about.known_schema => {
            found.wrong(what, format!("{kind}, schema {}: use the newer program that made it", about.schema));
            None
        }
        Ok(about) => {
            let waiting = about.known_schema - about.schema;
            found.warning(
                what,
                format!("{kind}: {waiting} migrations wait for the next start; make a backup first"),
            );
            None
        }
        Err(why) => {
            found.wrong(what, format!("{kind} cannot be used ({why}): start it, and look at its settings"));
            None
        }
    }
}

fn up_to_date(about: AboutPlace) -> bool {
    about.schema == about.known_schema
}
