//! Killed at any moment under load: what was acknowledged is there, what was shown has its record, the ledger
//! verifies. Twenty times on each engine; the moments are different and the same in every run.

use std::collections::HashSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use domain::EntryId;
use ledger::Outcome;
use store::{Place, Places};
use testkit::{BILAL, Dossier, World, both_engines};

const TIMES: u64 = 20;

/// What the process said before it was killed.
#[derive(Default)]
struct Said {
    wrote: Vec<(EntryId, String)>,
    shown: Vec<String>,
    signed: Vec<String>,
}

impl Said {
    fn hear(&mut self, line: &str) {
        let words: Vec<&str> = line.trim_end().splitn(2, ' ').collect();
        match words.as_slice() {
            ["wrote", rest] => {
                let (entry, form) = rest.split_once(' ').expect("entry and form");
                self.wrote.push((entry.parse().expect("an id"), form.to_owned()));
            }
            ["shown", rest] => self.shown.push(rest.split(' ').next().expect("a correlation").to_owned()),
            ["signed", rest] => self.signed.push(rest.replace("\\n", "\n")),
            _ => panic!("it said {line:?}"),
        }
    }
}

fn word(place: &Place) -> String {
    match place {
        Place::File(path) => path.display().to_string(),
        Place::Url(url) => url.clone(),
    }
}

/// Works until it is killed. Every fourth time that comes before it could say a word.
fn work_and_be_killed(places: &Places, round: u64, args: &[String]) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_loadgen"))
        .args(["load", &word(&places.data), &word(&places.shelf), &(100 + round).to_string()])
        .args(args)
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut out = BufReader::new(child.stdout.take().expect("its words"));
    let mut said = Said::default();
    let mut line = String::new();
    if round % 4 != 3 {
        out.read_line(&mut line).expect("it says something");
    }
    let moment = Duration::from_millis(round * 7919 % 307);
    let killer = std::thread::spawn(move || {
        std::thread::sleep(moment);
        child.kill().expect("it is killed");
        child.wait().expect("it is gone")
    });
    loop {
        // A line without its end was not said.
        if line.ends_with('\n') {
            said.hear(&line);
        }
        line.clear();
        if out.read_line(&mut line).expect("its words") == 0 {
            break;
        }
    }
    let status = killer.join().expect("sound");
    assert!(status.code().is_none(), "it went by itself: {status}");
    said
}

async fn holds(w: &World, dossier: &Dossier, said: &Said, kept: &[String]) {
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

both_engines! {
    async fn killed_at_any_moment_nothing_acknowledged_is_lost(w: World) {
        let mut w = w;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let session = w.ria().session().await.id;
        let args = [w.now().to_string(), session.to_string(), dossier.id.to_string(), dossier.first_part().to_string()];
        let (mut wrote, mut shown, mut kept) = (0, 0, Vec::new());

        for round in 0..TIMES {
            let (up, said) = w.while_down(async |places| work_and_be_killed(places, round, &args)).await;
            w = up;
            kept.extend(said.signed.iter().cloned());
            holds(&w, &dossier, &said, &kept).await;
            wrote += said.wrote.len();
            shown += said.shown.len();
        }

        assert!(wrote > 50 && shown > 50 && kept.len() > 10, "it was under load: {wrote} {shown} {}", kept.len());
    }
}
