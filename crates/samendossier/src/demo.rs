//! `demo`: a world of invented people, made through the product's own use cases, and then served. Its
//! passwords are printed and its keys can be guessed by whoever reads the code: never for real data.

mod clock;
pub mod code;
mod content;
mod fresh;
mod load;
mod mark;
mod plan;
mod table;

use std::sync::Arc;

use app::App;
use domain::amsterdam_date;
use store::{Clock, Surroundings};
use vault::SeededEntropy;

use crate::clockwork::catch_up;
use crate::config::{Config, HouseAbout, Post, in_folder};
use crate::failure::Failure;
use crate::house::House;
use crate::surroundings::WallClock;
use crate::{checkpoints, documents, folder, keys, say, serve, surroundings};
use clock::SteppedClock;
use content::WORLD;
pub use load::LoadFailed;
use mark::Mark;

/// The same demo world on the same day, everywhere.
const SEED: u64 = 2026;
/// The folder in DATA where the demo keeps what would leave by e-mail.
const MAIL: &str = "mail";

/// `demo`: makes the world when there is none, prints who can sign in, and serves.
///
/// # Errors
/// What stands in the way and what to do.
pub async fn run(config: &Config, fresh: bool) -> Result<(), Failure> {
    let mut with_mail = config.clone();
    // What invented people did before today leaves by no server, and what happens now only by one that was named.
    if with_mail.mail.is_none() {
        with_mail.mail = Some(with_folder(config)?);
    }
    let config = &with_mail;
    // The port first: a demo that is running must not lose its files to a second one.
    let listener = serve::listen(config.listen).await?;
    if fresh {
        fresh::throw_away(config).await?;
    }
    let untouched = fresh::is_empty(&config.data);
    folder::make_writable(&config.data, "DATA")?;
    if untouched {
        // From here on all that is in the folder is the demo's own.
        Mark::Begun.write(&config.data)?;
    }
    match Mark::read(&config.data) {
        Some(Mark::Loading) => return Err(Failure::DemoUnfinished { data: config.data.clone() }),
        Some(Mark::Complete) => {}
        Some(Mark::Begun) | None => make(config).await?,
    }
    let house = House::open(config, surroundings::real(&config.node)).await?;
    let now = house.store.now();
    say::line(&table::of(&WORLD, config.listen, now));
    let front = serve::Front { about: about(config), secure_cookies: config.secure_cookies.unwrap_or(false) };
    serve::until_stopped(config, house, listener, front).await
}

/// Makes the world in an installation where nobody was added yet.
async fn make(config: &Config) -> Result<(), Failure> {
    if !config.keys.exists() && !config.has_data() {
        keys::make(config)?;
    }
    let house = House::open(config, surroundings::real(&config.node)).await?;
    let empty = house.store.is_empty().await;
    house.store.close();
    drop(house);
    if !empty? {
        Mark::remove(&config.data)?;
        return Err(Failure::NotADemo { data: config.data.clone() });
    }

    say::line("Making the demo world...");
    Mark::Loading.write(&config.data)?;
    let now = WallClock.now();
    let clock = Arc::new(SteppedClock::at(plan::beginning(&WORLD, amsterdam_date(now))));
    let stepped = Surroundings {
        clock: Arc::clone(&clock) as Arc<dyn Clock>,
        entropy: Arc::new(SeededEntropy::new(SEED)),
        node: config.node.clone(),
    };
    let house = House::open(config, stepped).await?;
    let app = App::new(house.store.clone()).with_documents(documents::desk(config)?);
    let postman = with_folder(config)?.postman(&house.store);
    let loaded = load::load(&WORLD, &app, &postman, &clock, now).await?;
    tracing::info!(deeds = loaded.deeds, left_out = loaded.left_out.len(), "the demo world is made");

    catch_up(&house.store, house.node(config)).await?;
    clock.set(now);
    if let Some(note) = house.store.checkpoint(Arc::clone(&house.signer)).await? {
        checkpoints::keep(&config.checkpoints, &note).map_err(|why| Failure::Checkpoints {
            file: config.checkpoints.clone(),
            why: why.kind().to_string(),
        })?;
    }
    house.store.close();
    Mark::Complete.write(&config.data)
}

/// What would leave by e-mail lies in a folder, so that it can be looked at.
fn with_folder(config: &Config) -> Result<Post, Failure> {
    let origin = config.origin.clone().unwrap_or_else(|| format!("http://{}", config.listen));
    Ok(in_folder(config.data.join(MAIL), origin)?)
}

/// What the pages say about the house, where the settings say nothing.
fn about(config: &Config) -> HouseAbout {
    if config.house == HouseAbout::default() {
        HouseAbout {
            name: "Buurtteams Waterrijk".to_owned(),
            phone: "088-0000100".to_owned(),
            visit: "Marktplein 1, Waterrijk".to_owned(),
            hours: "maandag tot en met vrijdag van 9.00 tot 17.00 uur".to_owned(),
        }
    } else {
        config.house.clone()
    }
}
