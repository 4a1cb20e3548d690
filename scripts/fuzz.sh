#!/usr/bin/env bash
# Builds the fuzz targets with coverage and runs each for a while, or one of them for as long as you like:
#   scripts/fuzz.sh                 every target, SECONDS_EACH (10) each
#   scripts/fuzz.sh record 3600     one target, an hour
# What it finds is written to target/fuzz/found/ and fails the run.
set -euo pipefail
cd "$(dirname "$0")/.."

targets=(checkpoint keys proof record sealed typed)
[ $# -gt 0 ] && targets=("$1")
each=${2:-${SECONDS_EACH:-10}}
host=$(rustc -vV | sed -n 's/^host: //p')
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")/fuzz

# The compiler's own coverage, which the stable toolchain has too; only for the targets, hence --target.
coverage="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4"
coverage+=" -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table"
coverage+=" -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing"
CARGO_TARGET_DIR=$target RUSTFLAGS=$coverage \
  cargo build --quiet --locked --release --target "$host" --manifest-path fuzz/Cargo.toml "${targets[@]/#/--bin=}"
built=$target/$host/release

# Not a target: without libFuzzer there is nobody to count for.
CARGO_TARGET_DIR=$target cargo run --quiet --locked --manifest-path fuzz/Cargo.toml --bin seeds -- "$target/seeds"
mkdir -p "$target/found"
for name in "${targets[@]}"; do
  mkdir -p "$target/corpus/$name"
  log=$target/$name.log
  if "$built/$name" -max_total_time="$each" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 \
    -artifact_prefix="$target/found/$name-" "$target/corpus/$name" "$target/seeds/$name" >"$log" 2>&1; then
    echo "fuzz $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $each s, nothing found"
  else
    tail -n 40 "$log"
    echo "fuzz $name: found something, see $target/found" >&2
    exit 1
  fi
done
