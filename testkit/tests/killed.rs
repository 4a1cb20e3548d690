//! Killed at any moment under load: what was acknowledged is there, what was shown has its record, the ledger
//! verifies. Twenty times on each engine, and more on a slow machine, until it was killed under load; the moments are
//! different and the same in every run.

mod load;

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use load::{Said, holds, word};
use store::Places;
use testkit::{BILAL, World, both_engines};

const TIMES: u64 = 20;
/// A machine that has not been under load by then is none to test on.
const AT_MOST: u64 = 200;

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

both_engines! {
    async fn killed_at_any_moment_nothing_acknowledged_is_lost(w: World) {
        let mut w = w;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let session = w.ria().session().await.id;
        let args = [w.now().to_string(), session.to_string(), dossier.id.to_string(), dossier.first_part().to_string()];
        let (mut wrote, mut shown, mut numbered, mut kept) = (0, 0, 0, Vec::new());

        for round in 0..AT_MOST {
            let was_under_load = wrote > 50 && shown > 50 && kept.len() > 10 && numbered > 0;
            if round >= TIMES && was_under_load {
                return;
            }
            let (up, said) = w.while_down(async |places| work_and_be_killed(places, round, &args)).await;
            w = up;
            kept.extend(said.signed.iter().cloned());
            holds(&w, &dossier, &said, &kept).await;
            wrote += said.wrote.len();
            shown += said.shown.len();
            numbered += said.numbered;
            assert!(said.failed.iter().all(|why| why == "Conflict"), "{:?}", said.failed);
        }

        panic!("it was never under load: {wrote} {shown} {} {numbered}", kept.len());
    }
}
