//! Without an answer nothing is proved: a solver that is missing, slow or confused fails, with one line.

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use policy::Policies;
use proofs::{Kind, ProofFault, Prover, Solver};

/// A solver that is a shell script, in a folder of this test.
fn script(name: &str, body: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut file = std::fs::File::create(&path).expect("a file");
    writeln!(file, "#!/bin/sh\n[ \"$1\" = --version ] && exit 0\n{body}").expect("written");
    drop(file);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("may be run");
    path
}

/// What asking this solver about reading a dossier says.
async fn asked(program: PathBuf) -> ProofFault {
    let running = Policies::built_in().expect("the policies are right");
    let kinds = Kind::all(running.schema(), running.whole()).expect("kinds");
    let kind = kinds.iter().find(|kind| kind.to_string() == "Staff ReadDossier Part").expect("reading");
    let solver = Solver { program: program.display().to_string(), limit: Duration::from_secs(1) };
    let mut prover = Prover::start(&solver).expect("it is there");

    prover.never_allowed(kind).await.expect_err("no answer")
}

#[test]
fn a_missing_solver_fails_with_what_to_install() {
    let out =
        Command::new(env!("CARGO_BIN_EXE_proofs")).env("CVC5", "/nowhere/cvc5").output().expect("it runs");

    let told = String::from_utf8_lossy(&out.stdout);
    assert!(!out.status.success());
    assert_eq!(
        told.trim(),
        "nothing is proved: cvc5 is missing (/nowhere/cvc5): run 'make test-deps', or 'sudo apt-get install cvc5'"
    );
}

#[tokio::test]
async fn a_solver_that_thinks_for_ever_is_stopped() {
    let begin = Instant::now();

    let fault = asked(script("slow", "exec sleep 60")).await;

    assert!(matches!(fault, ProofFault::TooLong { .. }), "{fault}");
    assert!(begin.elapsed() < Duration::from_secs(20), "it waited");
}

#[tokio::test]
async fn not_knowing_is_not_a_proof() {
    let unknown = "while read -r line; do case $line in *check-sat*) echo unknown ;; esac; done";

    let fault = asked(script("unknown", unknown)).await;

    assert!(matches!(&fault, ProofFault::Failed { why, .. } if why.contains("unknown")), "{fault}");
}

#[tokio::test]
async fn a_solver_that_stops_halfway_is_a_failure() {
    let fault = asked(script("stops", "read -r line; exit 1")).await;

    assert!(matches!(fault, ProofFault::Failed { .. }), "{fault}");
}
