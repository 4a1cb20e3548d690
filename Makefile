# Samendossier: what a person types. Everything here also works without make; the commands stand below each name.
#   make demo        build, make a demo world in DATA when there is none, serve on LISTEN
#   make check       the fast gate: run it before each commit
#   make test        everything, on both database engines and in a browser
# Settings: DATA=folder LISTEN=address:port DATABASE_URL=postgres://… (the binary reads the same names).

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

export DATA ?= data
export LISTEN ?= 127.0.0.1:8080

TARGET := $(or $(CARGO_TARGET_DIR),target)
BINARY := $(TARGET)/debug/samendossier
# Tools that `make test-deps` fetched; what is installed already comes first.
export PATH := $(PATH):$(CURDIR)/target/tools/bin

ASSETS := crates/web/assets/dist/app.css
ASSET_SOURCES := package-lock.json scripts/assets.mjs \
  $(shell find crates/web/assets -type f -not -path '*/dist/*' 2>/dev/null)
PURE := -p domain -p policy -p vault -p ledger -p text -p xtask
XTASK := cargo run --quiet --package xtask --

.PHONY: help demo demo-fresh build assets check lint proofs test test-deps bench bench-scale fuzz pictures fmt schema clean-data need-build

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

demo: need-build assets ## build, make a demo world when there is none, serve it
	@cargo build --package samendossier
	@exec $(BINARY) demo

demo-fresh: need-build assets ## the same with a new demo world; the old one is thrown away
	@cargo build --package samendossier
	@exec $(BINARY) demo --fresh

build: need-build assets ## the binary for use, in target/release
	cargo build --release --package samendossier

assets: $(ASSETS) ## bundle style and script

$(ASSETS): $(ASSET_SOURCES) node_modules/.package-lock.json
	@node scripts/assets.mjs
	@touch $(ASSETS)

node_modules/.package-lock.json: package-lock.json
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

check: lint ## the fast gate: format, lints, licences, architecture, words, migrations, SQL, proofs, rules
	cargo nextest run $(PURE) --status-level=fail --no-tests=warn

lint: need-build assets
	@scripts/need.sh lint
	cargo fmt --all --check
	cargo fmt --manifest-path fuzz/Cargo.toml --check
	cargo fmt --manifest-path proofs/Cargo.toml --check
	cargo clippy --workspace --all-targets --quiet -- --deny warnings
	cargo clippy --manifest-path proofs/Cargo.toml --locked --target-dir $(TARGET) --all-targets --quiet -- --deny warnings
	cargo deny --log-level error check --hide-inclusion-graph licenses bans sources
	cargo deny --manifest-path proofs/Cargo.toml --config deny.toml --log-level error check --hide-inclusion-graph licenses bans sources
	$(XTASK) check-arch
	$(XTASK) check-text
	$(XTASK) check-migrations
	$(XTASK) check-sql
	$(XTASK) schema
	@scripts/prove.sh

proofs: need-build ## prove for all inputs what the policies may at most
	@scripts/need.sh lint
	@scripts/prove.sh

test: need-build ## everything: check, all tests on both engines, the browser
	@scripts/need.sh test
	@$(MAKE) assets
	@scripts/test.sh

test-deps: ## install what `make test` needs
	@scripts/need.sh test --install

bench: need-build assets ## speed, as ratios against this machine's own floor
	@scripts/need.sh postgres
	cargo build --quiet --package xtask
	scripts/with-postgres.sh $(TARGET)/debug/xtask bench

SCALE_SMALL ?= 10000/200000/500000
SCALE_LARGE ?= 1000000/20000000/50000000
bench-scale: need-build assets ## what a city's years cost; SCALE_LARGE=300000/6000000/15000000 takes 20 GB, the whole 65
	$(XTASK) bench-scale $(SCALE_SMALL) $(SCALE_LARGE)

fuzz: need-build ## every parser against random input, SECONDS_EACH=10 each
	@scripts/fuzz.sh

pictures: need-build assets ## the pictures of the handleiding, from the demo world in a browser
	@scripts/need.sh test
	@cargo build --package samendossier
	@SAMENDOSSIER=$(BINARY) node tests-browser/pictures.mjs

fmt: ## format everything
	cargo fmt --all
	cargo fmt --manifest-path fuzz/Cargo.toml
	cargo fmt --manifest-path proofs/Cargo.toml

schema: ## write docs/schema/ anew from the migrations
	@scripts/need.sh postgres
	@cargo build --quiet --package xtask
	scripts/with-postgres.sh $(TARGET)/debug/xtask schema --accept

clean-data: ## throw the demo world in DATA away
	@$(if $(filter / . .. ~ $(HOME),$(DATA)),echo "DATA=$(DATA) is not a folder to throw away" && exit 1,true)
	@[ ! -e "$(DATA)" ] || rm -r -- "$(DATA)"

need-build:
	@scripts/need.sh build
