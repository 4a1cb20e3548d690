#!/usr/bin/env bash
# Proves for all inputs what the policies may at most, a line for each claim; a counterexample fails.
#   scripts/prove.sh                  the claims in proofs/claims about the running policies
#   scripts/prove.sh planted REPORT   that the prover finds what is wrong; REPORT: where the counts go
# CVC5=program takes another solver than the one on the path. A missing solver fails.
set -euo pipefail
cd "$(dirname "$0")/.."

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
case ${1:-} in
  '') cargo run --quiet --locked --manifest-path proofs/Cargo.toml --target-dir "$target" ;;
  planted)
    # nextest keeps its report in the workspace's own folder, wherever cargo builds.
    made=proofs/target/nextest/ci/junit.xml
    outcome=0
    cargo nextest run --locked --manifest-path proofs/Cargo.toml --target-dir "$target" \
      --config-file .config/nextest.toml --profile ci || outcome=$?
    [ ! -f "$made" ] || mv "$made" "${2:?where the report goes}"
    rm -rf proofs/target
    exit $outcome
    ;;
  *) echo "prove.sh: nothing, or planted REPORT" >&2; exit 2 ;;
esac
