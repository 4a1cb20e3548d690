//! What the tests share that start `loadgen` and kill it: hearing what it said, and holding it against what is there.

use std::collections::HashSet;

use domain::EntryId;
use ledger::Outcome;
use store::Place;
use testkit::{Dossier, World};

/// What the process said before it was killed.
#[derive(Default, Clone)]
pub struct Said {
    pub wrote: Vec<(EntryId, String)>,
    pub shown: Vec<String>,
    pub signed: Vec<String>,
    /// How many lines it numbered.
    pub numbered: u64,
    /// What did not go: nobody was told that it was done.
    pub failed: Vec<String>,
}

impl Said {
    /// Hears one whole line.
    pub fn hear(&mut self, line: &str) {
        let words: Vec<&str> = line.trim_end().splitn(2, ' ').collect();
        match words.as_slice() {
            ["wrote", rest] => {
                let (entry, form) = rest.split_once(' ').expect("entry and form");
                self.wrote.push((entry.parse().expect("an id"), form.to_owned()));
            }
            ["shown", rest] => self.shown.push(rest.split(' ').next().expect("a correlation").to_owned()),
            ["signed", rest] => self.signed.push(rest.replace("\\n", "\n")),
            ["numbered", lines] => self.numbered += lines.parse::<u64>().expect("a number"),
            ["failed", why] => self.failed.push((*why).to_owned()),
            _ => panic!("it said {line:?}"),
        }
    }
}

/// A place as `loadgen` takes it.
pub fn word(place: &Place) -> String {
    match place {
        Place::File(path) => path.display().to_string(),
        Place::Url(url) => url.clone(),
    }
}

/// What was acknowledged is there, what was shown has its record, and the ledger verifies without a gap.
pub async fn holds(w: &World, dossier: &Dossier, said: &Said, kept: &[String]) {
    let there: HashSet<Vec<u8>> =
        w.raw().rows("SELECT id FROM entry").await.iter().map(|row| row[0].bytes().to_vec()).collect();
    for (entry, _) in &said.wrote {
        assert!(there.contains(entry.uuid().as_bytes().as_slice()), "an acknowledged write is gone: {entry}");
    }
    for (entry, form) in said.wrote.iter().rev().take(3) {
        let read = w.ria().looks(app::entry::ReadOne(*entry)).await.expect("involved");
        assert_eq!((read.dossier, read.entry.facts.as_str()), (dossier.id, format!("regel {form}").as_str()));
    }
    let records = w.records().await;
    let shown = records.iter().filter(|it| it.event == "ReadDossier" && it.outcome == Outcome::Done);
    let shown: HashSet<String> = shown.map(|it| it.correlation.to_string()).collect();
    for correlation in &said.shown {
        assert!(shown.contains(correlation), "shown without a record: {correlation}");
    }
    let written: HashSet<_> =
        records.iter().filter(|it| it.event == "WriteEntry").flat_map(|it| it.items.clone()).collect();
    assert!(
        said.wrote.iter().all(|(entry, _)| written.contains(&entry.uuid())),
        "a write without its record"
    );
    w.sequences().await;
    let report = w.verifies(kept).await.unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(report.lines, records.len() as u64);
    let projections = w.store.check_projections().await.expect("it can be read");
    assert_eq!(projections, store::Projections::default());
}
