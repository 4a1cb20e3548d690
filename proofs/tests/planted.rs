//! The prover finds what is wrong: policies that were planted or taken away, a deed nobody spoke about.

use std::collections::BTreeSet;
use std::path::Path;

use cedar_policy::{Policy, PolicyId, PolicySet, Schema};
use policy::Policies;
use proofs::{Claim, ClaimFault, Found, Kind, Prover, Solver, claims};

/// How many kinds of requests the schema knows: who asks, which deed, about what. When this is wrong a deed was
/// added: say in `claims/` what it may at most, then put the new number here.
const KINDS: usize = 145;

/// Which claim would be broken without a wall.
const GUARDED: &[(&str, &str)] = &[
    ("wall-administrator", "administrator"),
    ("wall-approved-review", "judging"),
    ("wall-client-review", "judging"),
    ("wall-closed", "closed"),
    ("wall-closed-documents", "closed"),
    ("wall-closed-plan", "closed"),
    ("wall-closed-handover", "closed"),
    ("wall-closed-tasks", "closed"),
    ("wall-conflict", "conflict"),
    ("wall-conflict-inquiry", "conflict"),
    ("wall-conflict-review", "conflict"),
    ("wall-conflict-way-in", "conflict"),
    ("wall-conflict-withholding", "conflict"),
    ("wall-controller", "controller"),
    ("wall-controller-desk", "controller"),
    ("wall-controller-finding", "controller"),
    ("wall-controller-inquiry", "controller"),
    ("wall-controller-review", "controller"),
    ("wall-controller-withholding", "controller"),
    ("wall-deputy-not-delegated", "team"),
    ("wall-excluded", "excluded"),
    ("wall-excluded-inquiry", "excluded"),
    ("wall-excluded-review", "excluded"),
    ("wall-excluded-way-in", "excluded"),
    ("wall-excluded-withholding", "excluded"),
    ("wall-extra-protection", "fresh"),
    ("wall-extra-protection-handover", "fresh"),
    ("wall-not-ready", "ready"),
    ("wall-own-dossier", "oneself"),
    ("wall-own-emergency-review", "judging"),
    ("wall-own-finding", "oneself"),
    ("wall-own-inquiry", "oneself"),
    ("wall-own-look", "oneself"),
    ("wall-own-part-withholding", "withhold"),
    ("wall-own-post", "oneself"),
    ("wall-own-way-in", "oneself"),
    ("wall-own-withholding", "oneself"),
    ("wall-shielded", "hidden"),
    ("wall-stale-sign-in", "fresh"),
    ("wall-stale-withholding", "fresh"),
];

fn running() -> Policies {
    Policies::built_in().expect("the policies are right")
}

fn all_claims() -> Vec<Claim> {
    claims(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/claims"))).expect("the claims are right")
}

fn claim(name: &str) -> Claim {
    all_claims().into_iter().find(|claim| claim.name == name).unwrap_or_else(|| panic!("no claim {name}"))
}

/// The requests that are allowed beyond the claim, at most one for each kind of request and `enough` in all.
async fn beyond(claim: &Claim, policies: &PolicySet, enough: usize) -> Vec<(String, String)> {
    let running = running();
    let mut prover = Prover::start(&Solver::cvc5()).expect("a solver");
    let mut found = Vec::new();
    for kind in Kind::all(running.schema(), policies).expect("policies that fit") {
        if found.len() >= enough {
            break;
        }
        match prover.beyond(&kind, &claim.at_most).await.expect("an answer") {
            Found::Nothing => {}
            Found::Counterexample(request) => found.push((kind.to_string(), request)),
        }
    }
    found
}

fn with(planted: &str) -> PolicySet {
    let mut policies = running().whole().clone();
    let planted = Policy::parse(Some(PolicyId::new("planted")), planted).expect("a policy");
    policies.add(planted).expect("another name");
    policies
}

#[tokio::test]
async fn managers_of_the_organisation_may_read_is_found_with_a_request() {
    let policies = with(
        "permit (principal is Staff, action == Action::\"ReadDossier\", resource is Part)
         when { principal.coordinates && principal.controller == resource.controller };",
    );

    let found = beyond(&claim("content"), &policies, usize::MAX).await;

    let [(kind, request)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(kind, "Staff ReadDossier Part");
    assert!(request.contains("coordinates: true") && request.contains("involved: ["), "{request}");
    assert!(!request.contains("PurgeDrafts"), "{request}");
}

#[tokio::test]
async fn a_clock_that_may_read_is_found() {
    let policies = with("permit (principal is Job, action == Action::\"AddressOwner\", resource is Portal);");

    let found = beyond(&claim("clocks"), &policies, usize::MAX).await;

    assert_eq!(found.len(), 1, "{found:?}");
}

#[tokio::test]
async fn a_representative_for_a_domain_not_given_is_found() {
    let policies = with(
        "permit (principal is Proxy, action == Action::\"ReadOwnDossier\", resource is Part)
         when { principal.on_behalf_of == resource.subject };",
    );

    for name in ["content", "domain"] {
        let found = beyond(&claim(name), &policies, usize::MAX).await;
        assert_eq!(found.len(), 1, "{name}: {found:?}");
    }
}

#[tokio::test]
async fn each_wall_holds_up_a_claim() {
    let running = running();
    let walls: BTreeSet<&str> =
        running.ids().iter().map(String::as_str).filter(|id| id.starts_with("wall-")).collect();
    let guarded: BTreeSet<&str> = GUARDED.iter().map(|(wall, _)| *wall).collect();
    assert_eq!(walls, guarded, "each wall has a claim that falls without it");

    for (wall, name) in GUARDED {
        let without = Policies::without(Some(wall)).expect("the others stand without it");
        let found = beyond(&claim(name), without.whole(), 1).await;
        assert!(!found.is_empty(), "{name} does not need {wall}");
    }
}

#[test]
fn every_kind_of_request_is_asked_about() {
    let running = running();
    let kinds = Kind::all(running.schema(), running.whole()).expect("kinds");
    let deeds: BTreeSet<String> = kinds.iter().map(Kind::deed).collect();

    assert_eq!(kinds.len(), KINDS, "a deed came or went: say in claims/ what it may at most");
    assert_eq!(deeds.len(), policy::actions::ALL.len(), "each deed is asked about");
}

#[test]
fn a_deed_that_nobody_spoke_about_is_named() {
    let schema = include_str!("../../crates/policy/cedar/schema.cedarschema");
    let more =
        format!("{schema}\naction ReadEverything appliesTo {{ principal: [Staff], resource: [Part] }};");
    let (schema, _) = Schema::from_cedarschema_str(&more).expect("a schema");

    let told = claim("content").names_each_deed_of(&schema).expect_err("not spoken about");

    assert!(matches!(&told, ClaimFault::Deed { deed } if deed.contains("ReadEverything")), "{told}");
}

#[test]
fn a_claim_says_what_it_claims() {
    let told = Claim::read("bare", "permit (principal, action, resource);").err().map(|why| why.to_string());

    assert_eq!(told.as_deref(), Some("bare.cedar does not begin with what it claims, as a comment"));
}

#[test]
fn what_is_proved_is_the_engine_that_runs() {
    let version = |lock: &str| {
        let at = lock.find("name = \"cedar-policy-core\"").expect("the engine is there");
        lock[at..].lines().nth(1).expect("a version").to_owned()
    };
    let product = include_str!("../../Cargo.lock");
    let proofs = include_str!("../Cargo.lock");

    assert_eq!(version(product), version(proofs), "run 'cargo update -p cedar-policy' in proofs/");
}
