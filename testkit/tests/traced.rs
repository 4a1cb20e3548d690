//! A killed process loses no page cache, so killing proves too little about power: this watches the system
//! calls. An answer leaves only after the sync that follows the write of its record.

use std::collections::HashMap;
use std::process::Command;

use store::Place;
use testkit::{BILAL, Engine, World};

/// What the trace tells, in the order of the clock.
#[derive(PartialEq, Debug)]
enum Event {
    /// Something was written to the write-ahead log.
    Write,
    /// All of that is on the disk.
    Synced,
    /// An answer left.
    Answer(String),
}

/// Reads the lines of `strace -f -y`: a call may be cut in two by another thread's.
fn events(trace: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut syncing = HashMap::new();
    for line in trace.lines() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        let call = call.trim_start();
        let is_sync = call.starts_with("fsync(") || call.starts_with("fdatasync(");
        if let Some(rest) = call.strip_prefix("write(1<") {
            let said = rest.split('"').nth(1).unwrap_or_default();
            events.push(Event::Answer(said.to_owned()));
        } else if is_sync && call.contains("data.db-wal>") {
            if call.contains("unfinished") {
                syncing.insert(thread.to_owned(), ());
            } else {
                assert!(call.ends_with("= 0"), "{call}");
                events.push(Event::Synced);
            }
        } else if call.contains("sync resumed") && syncing.remove(thread).is_some() {
            assert!(call.ends_with("= 0"), "{call}");
            events.push(Event::Synced);
        } else if (call.starts_with("write(") || call.starts_with("pwrite64("))
            && call.contains("data.db-wal>")
        {
            events.push(Event::Write);
        }
    }
    events
}

/// How many answers left, each after a write and the sync that follows it.
fn answers_after_their_sync(events: &[Event]) -> Result<usize, String> {
    let (mut wrote, mut synced, mut answers) = (false, false, 0);
    for event in events {
        match event {
            Event::Write => (wrote, synced) = (true, false),
            Event::Synced => synced = true,
            Event::Answer(said) if !wrote => return Err(format!("{said:?} left without a write")),
            Event::Answer(said) if !synced => return Err(format!("{said:?} left before the sync")),
            Event::Answer(_) => (wrote, synced, answers) = (false, false, answers + 1),
        }
    }
    Ok(answers)
}

#[test]
fn traced_an_answer_leaves_after_the_sync_of_its_record() {
    if Command::new("strace").arg("-V").output().is_err() {
        assert!(std::env::var_os("CI").is_none(), "strace is missing: run 'make test-deps'");
        eprintln!("NOT RUN: strace is missing, run 'make test-deps'");
        return;
    }
    let trace = testkit::runtime().block_on(async {
        let w = World::on(Engine::Sqlite).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let session = w.ria().session().await.id.to_string();
        let (now, part) = (w.now().to_string(), dossier.first_part().to_string());
        let trace = w.folder().join("trace");
        let (_up, status) = w
            .while_down(async |places| {
                let (Place::File(data), Place::File(shelf)) = (&places.data, &places.shelf) else {
                    panic!("two files")
                };
                Command::new("strace")
                    .args(["-f", "-y", "-s", "80", "-e", "trace=fsync,fdatasync,write,pwrite64", "-o"])
                    .arg(&trace)
                    .args([env!("CARGO_BIN_EXE_loadgen"), "steady"])
                    .args([data, shelf])
                    .args(["500", &now, &session, &dossier.id.to_string(), &part])
                    .output()
                    .expect("strace runs")
            })
            .await;
        assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
        std::fs::read_to_string(&trace).expect("a trace")
    });

    let events = events(&trace);

    assert_eq!(answers_after_their_sync(&events), Ok(20));
}

#[test]
fn an_answer_that_leaves_too_early_would_be_seen() {
    let early = "1 pwrite64(9</x/data.db-wal>, \"\"..., 24, 0) = 24\n\
                 1 fdatasync(9</x/data.db-wal> <unfinished ...>\n\
                 2 write(1<pipe:[7]>, \"shown\\n\", 6) = 6\n\
                 1 <... fdatasync resumed>) = 0\n";
    let in_time = "1 pwrite64(9</x/data.db-wal>, \"\"..., 24, 0) = 24\n\
                   1 fdatasync(9</x/data.db-wal> <unfinished ...>\n\
                   1 <... fdatasync resumed>) = 0\n\
                   2 write(1<pipe:[7]>, \"shown\\n\", 6) = 6\n";

    assert!(answers_after_their_sync(&events(early)).is_err());
    assert_eq!(answers_after_their_sync(&events(in_time)), Ok(1));
}
