//! Proves every claim about the running policies and says so, a line each; a counterexample ends it with failure.
//! CVC5 names another solver than the one on the path.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use policy::Policies;
use proofs::{Claim, Found, Kind, Prover, Solver, claims};

/// Kinds of requests that no policy allows to anybody yet, with the reason.
const NOBODY: &[&str] = &[
    // The portal for parents and other representatives is not there yet.
    "Proxy AnswerOwnPlan Part",
    "Proxy AskAboutLook Part",
    "Proxy AskAboutPlan Part",
    "Proxy MarkOwnStep Part",
    "Proxy PursueInquiry Part",
    "Proxy ReadOwnAccess Part",
    "Proxy ReadOwnDocument Part",
    "Proxy ReadOwnDocuments Part",
    "Proxy ReadOwnDossier Part",
    "Proxy ReadOwnEntry Part",
    "Proxy ReadOwnHome Portal",
    "Proxy ReadOwnInquiry Part",
    "Proxy ReadOwnPeople Part",
    "Proxy ReadOwnPlan Part",
];

type Fault = Box<dyn std::error::Error>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match prove().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            say(&format!("nothing is proved: {why}"));
            ExitCode::FAILURE
        }
    }
}

/// Whether everything holds.
async fn prove() -> Result<bool, Fault> {
    let begin = Instant::now();
    let policies = Policies::built_in()?;
    let claims = claims(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/claims")))?;
    content(&claims)?.names_each_deed_of(policies.schema())?;
    let kinds = Kind::all(policies.schema(), policies.whole())?;
    let mut prover = Prover::start(&Solver::cvc5())?;

    let mut broken = 0;
    for claim in &claims {
        broken += one(&mut prover, claim, &kinds).await?;
    }
    broken += alive(&mut prover, &kinds).await?;

    let checks = (claims.len() + 1) * kinds.len();
    let (claims, kinds, took) = (claims.len(), kinds.len(), begin.elapsed().as_secs_f32());
    say(&format!(
        "{claims} claims about {kinds} kinds of requests, policies {}: {checks} checks in {took:.1} s, {broken} broken",
        policies.version()
    ));
    Ok(broken == 0)
}

/// How many kinds of requests break the claim.
async fn one(prover: &mut Prover, claim: &Claim, kinds: &[Kind<'_>]) -> Result<usize, Fault> {
    let (begin, mut broken) = (Instant::now(), 0);
    for kind in kinds {
        if let Found::Counterexample(request) = prover.beyond(kind, &claim.at_most).await? {
            broken += 1;
            say(&format!("BROKEN {}: {kind}\n  {}\n{request}", claim.name, claim.says));
        }
    }
    if broken == 0 {
        let took = begin.elapsed().as_secs_f32();
        say(&format!("proved {:<16} {took:4.1} s  {}", claim.name, claim.says));
    }
    Ok(broken)
}

/// How many kinds of requests nobody may make, while somebody should: about those everything is true, and a
/// proof says nothing.
async fn alive(prover: &mut Prover, kinds: &[Kind<'_>]) -> Result<usize, Fault> {
    let mut wrong = 0;
    for kind in kinds {
        let expected = NOBODY.contains(&kind.to_string().as_str());
        if prover.never_allowed(kind).await? != expected {
            wrong += 1;
            let told = if expected {
                "is allowed to somebody now; take it off the list"
            } else {
                "is allowed to nobody"
            };
            say(&format!("BROKEN {kind} {told}"));
        }
    }
    Ok(wrong)
}

fn content(claims: &[Claim]) -> Result<&Claim, Fault> {
    claims.iter().find(|claim| claim.name == "content").ok_or_else(|| "claims/content.cedar is gone".into())
}

#[expect(clippy::print_stdout, reason = "a program that answers on the terminal")]
fn say(line: &str) {
    println!("{line}");
}
