#!/usr/bin/env bash
# Everything that `make test` runs, to the end, then one closing line. Fails when any part failed.
set -uo pipefail
cd "$(dirname "$0")/.."

if [ "${1:-}" != inside ]; then
  rm -f target/test-totals
  make lint || { echo "0 passed, 1 failed" >target/test-totals; echo "make check does not pass yet" >&2; exit 1; }
  exec scripts/with-postgres.sh "$0" inside
fi

target=${CARGO_TARGET_DIR:-target}
# nextest keeps its reports here, wherever cargo builds.
junit=target/nextest/ci/junit.xml
browser=$target/browser-junit.xml
proofs=$target/proofs-junit.xml
rm -f "$junit" "$browser" "$proofs"
failed=()
part() {
  local name=$1 start=$SECONDS
  shift
  echo "== $name"
  "$@" || failed+=("$name")
  echo "== $name took $((SECONDS - start)) s"
}

# The program that the tests before this one built; built alone it would be compiled anew, for other features.
browser_tests() {
  SAMENDOSSIER="$(realpath "$target")/debug/samendossier" node --test --test-concurrency=2 \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=junit --test-reporter-destination="$browser" tests-browser/*.test.mjs
}

cargo build --quiet --package xtask || exit 1
xtask=$target/debug/xtask
part "statements on both engines" "$xtask" check-sql
part "tables on both engines" "$xtask" schema
part "tests" cargo nextest run --workspace --profile ci
part "the proofs find what is wrong" scripts/prove.sh planted "$proofs"
part "both engines alike" "$xtask" count-engines "$junit"
part "examples in the documentation" cargo test --doc --workspace --quiet
part "browser" browser_tests
part "fuzz" env SECONDS_EACH="${SECONDS_EACH:-8}" scripts/fuzz.sh

[ ! -f "$junit" ] || "$xtask" print-slowest "$junit"
reports=()
for report in "$junit" "$browser" "$proofs"; do [ ! -f "$report" ] || reports+=("$report"); done
totals=$("$xtask" count-tests "${reports[@]}") || totals="0 passed, 1 failed"
# A part that failed without a failed test (a build, a check) must not read as a clean run.
if [ ${#failed[@]} -gt 0 ]; then
  echo "failed: $(IFS=,; echo "${failed[*]}")" >&2
  case $totals in *" 0 failed"*) totals=${totals/ 0 failed/ ${#failed[@]} failed} ;; esac
fi
mkdir -p target
echo "$totals" | tee target/test-totals
[ ${#failed[@]} = 0 ]
