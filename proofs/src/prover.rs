//! The solver, asked one question at a time: is there a request that these policies allow and those do not?
//! It has a time limit, and no answer is never a proof.

use std::process::Stdio;
use std::time::Duration;

use cedar_policy::PolicySet;
use cedar_policy_symcc::CedarSymCompiler;
use cedar_policy_symcc::err::Error as SymError;
use cedar_policy_symcc::solver::LocalSolver;
use tokio::process::Command;
use tokio::time::timeout;

use crate::Kind;

/// The program that proves, and how long it may think about one question.
#[derive(Clone, Debug)]
pub struct Solver {
    /// Its name or path.
    pub program: String,
    /// A question takes a fraction of a second; one that takes this long has no answer.
    pub limit: Duration,
}

impl Solver {
    /// cvc5, from the variable CVC5 or the path.
    pub fn cvc5() -> Self {
        let program = std::env::var("CVC5").unwrap_or_else(|_| "cvc5".into());
        Self { program, limit: Duration::from_secs(60) }
    }
}

/// What a search found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// Nothing, and there is nothing to find.
    Nothing,
    /// A request that should not be allowed and is, with all facts.
    Counterexample(String),
}

/// Why there is no answer. No answer is never a proof.
#[derive(Debug, thiserror::Error)]
pub enum ProofFault {
    #[error("cvc5 is missing ({program}): run 'make test-deps', or 'sudo apt-get install cvc5'")]
    NoSolver { program: String },
    #[error("{about}: no answer within {} s", limit.as_secs())]
    TooLong { about: String, limit: Duration },
    #[error("{about}: {why}")]
    Failed { about: String, why: String },
}

/// Asks the solver.
pub struct Prover {
    compiler: CedarSymCompiler<LocalSolver>,
    limit: Duration,
}

impl Prover {
    /// Starts the solver.
    ///
    /// # Errors
    /// [`ProofFault::NoSolver`] when it is not there.
    pub fn start(solver: &Solver) -> Result<Self, ProofFault> {
        let missing = |_| ProofFault::NoSolver { program: solver.program.clone() };
        // Asked before the library does: its answer to a missing program names no program.
        std::process::Command::new(&solver.program)
            .arg("--version")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .and_then(|mut child| child.wait())
            .map_err(missing)?;
        let mut command = Command::new(&solver.program);
        command.args(["--lang", "smt"]).arg(format!("--tlimit-per={}", solver.limit.as_millis()));
        command.kill_on_drop(true);
        let failed = |why: SymError| ProofFault::Failed { about: "the start".into(), why: why.to_string() };
        let local = LocalSolver::from_command(&mut command).map_err(|why| failed(why.into()))?;
        Ok(Self { compiler: CedarSymCompiler::new(local).map_err(failed)?, limit: solver.limit })
    }

    /// Looks for a request of this kind that the running policies allow and `at_most` does not.
    ///
    /// # Errors
    /// [`ProofFault`] when the solver does not say, in time, that there is one or that there is none.
    pub async fn beyond(&mut self, kind: &Kind<'_>, at_most: &PolicySet) -> Result<Found, ProofFault> {
        let at_most = kind.compile(at_most)?;
        let search = self.compiler.check_implies_with_counterexample_opt(&kind.running, &at_most);
        match timeout(self.limit, search).await {
            Err(_) => Err(ProofFault::TooLong { about: kind.to_string(), limit: self.limit }),
            Ok(Err(why)) => Err(ProofFault::Failed { about: kind.to_string(), why: why.to_string() }),
            Ok(Ok(None)) => Ok(Found::Nothing),
            Ok(Ok(Some(found))) => Ok(Found::Counterexample(readable(&found.to_string()))),
        }
    }

    /// Whether the policies allow no request of this kind at all.
    ///
    /// # Errors
    /// As [`Prover::beyond`].
    pub async fn never_allowed(&mut self, kind: &Kind<'_>) -> Result<bool, ProofFault> {
        let search = self.compiler.check_always_denies_opt(&kind.running);
        match timeout(self.limit, search).await {
            Err(_) => Err(ProofFault::TooLong { about: kind.to_string(), limit: self.limit }),
            Ok(Err(why)) => Err(ProofFault::Failed { about: kind.to_string(), why: why.to_string() }),
            Ok(Ok(never)) => Ok(never),
        }
    }
}

/// The request and whom and what it is about. The solver also lists each deed as a thing, which tells nothing.
fn readable(found: &str) -> String {
    let told =
        found.lines().filter(|line| !line.trim_start().starts_with("Action::") || !line.ends_with(','));
    told.collect::<Vec<_>>().join("\n")
}
