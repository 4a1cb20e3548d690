//! What only an open installation can tell: whether keys, shelf and data belong together, how the record is, and
//! whether the clock goes with it.

use jiff::SignedDuration;
use store::{Behind, Clock, Error};

use super::findings::Findings;
use super::mail;
use crate::checkpoints;
use crate::clock::STOOD_OUT;
use crate::config::Config;
use crate::house::House;
use crate::surroundings::{self, WallClock};

/// With this many lines without a number the sequencer is not working.
const MANY_WAIT: u64 = 10_000;

/// Opens it and looks.
pub async fn look(config: &Config, found: &mut Findings) {
    let house = match House::open(config, surroundings::real(&config.node)).await {
        Ok(house) => house,
        Err(why) => {
            found.wrong("together", why.to_string());
            return;
        }
    };
    if let Err(why) = together(&house, found).await {
        found.wrong(
            "together",
            format!("the databases do not answer ({why}): look at the log and at the disk"),
        );
    }
    if let Err(why) = nodes(&house, found).await {
        found.wrong("nodes", format!("they cannot be read ({why}): look at the log"));
    }
    if let Err(why) = record(config, &house, found).await {
        found.wrong("record", format!("it cannot be read ({why}): run `samendossier ledger verify`"));
    }
    match house.store.search_filled().await {
        Ok(filled) if filled.finished => found.fine("search", "all that was written can be found"),
        Ok(filled) => found.fine(
            "search",
            format!("{} older texts can be found; the others follow while the product serves", filled.items),
        ),
        Err(why) => found.wrong("search", format!("it cannot be read ({why}): look at the log")),
    }
    match house.store.outbox().await {
        Ok(outbox) => mail::outbox(config.mail.as_ref(), &outbox, WallClock.now(), found),
        Err(why) => found.wrong("outbox", format!("it cannot be read ({why}): look at the log")),
    }
    house.store.close();
}

async fn together(house: &House, found: &mut Findings) -> Result<(), Error> {
    let store = &house.store;
    found.fine("together", "data, key shelf and keys belong together");
    let wrappers = store.wrapped_by().await?;
    let told: Vec<String> = wrappers.iter().map(|(kek, keys)| format!("{keys} keys by {kek}")).collect();
    if wrappers.len() > 1 {
        let told = told.join(", ");
        found.warning("key shelf", format!("{told}: run `samendossier keys rotate` until one is left"));
    } else {
        found.fine("key shelf", if told.is_empty() { "no keys yet".to_owned() } else { told.join(", ") });
    }
    let lost = store.lost_keys().await?;
    if lost.is_empty() {
        found.fine("key shelf", "every key that the data names is there, or was destroyed on purpose");
    } else {
        found.wrong(
            "key shelf",
            format!("{} keys that the data names are lost: put back its latest copy", lost.len()),
        );
    }
    if let Some(Behind { lines, destroyed }) = store.behind().await? {
        found.warning(
            "data",
            format!("it is an older copy: {lines} lines of the record are missing; {destroyed} keys were destroyed"),
        );
    }
    Ok(())
}

async fn nodes(house: &House, found: &mut Findings) -> Result<(), Error> {
    let nodes = house.store.nodes().await?;
    let told: Vec<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
    found.fine(
        "nodes",
        if told.is_empty() {
            "nobody serves now".to_owned()
        } else {
            format!("serving now: {}", told.join(", "))
        },
    );
    Ok(())
}

async fn record(config: &Config, house: &House, found: &mut Findings) -> Result<(), Error> {
    let waiting = house.store.waiting_records().await?;
    if waiting > MANY_WAIT {
        found.warning(
            "record",
            format!("{waiting} lines wait for a number: is `samendossier serve` running?"),
        );
    } else {
        found.fine("record", format!("{waiting} lines wait for a number"));
    }
    match checkpoints::kept(&config.checkpoints) {
        Ok(kept) if kept.is_empty() => {
            found.warning("record", format!("no checkpoint is kept in {} yet", config.checkpoints.display()));
        }
        Ok(kept) => {
            found.fine(
                "record",
                format!("{} checkpoints are kept in {}", kept.len(), config.checkpoints.display()),
            );
        }
        Err(why) => {
            let file = config.checkpoints.display();
            found.wrong("record", format!("{file} cannot be read ({}): look at its owner", why.kind()));
        }
    }
    let now = WallClock.now();
    let told = now.strftime("%Y-%m-%d %H:%M:%S UTC");
    match house.store.newest_record_at().await? {
        Some(newest) if newest.duration_since(now) > STOOD_OUT => {
            let ahead = newest.duration_since(now).as_mins();
            found.wrong(
                "clock",
                format!("{told} is {ahead} minutes before the newest line: set the clock right"),
            );
        }
        Some(newest) => {
            let ago = now.duration_since(newest).max(SignedDuration::ZERO).as_mins();
            found.fine("clock", format!("{told}; the newest line is {ago} minutes old"));
        }
        None => found.fine("clock", format!("{told}; the record is empty")),
    }
    Ok(())
}
