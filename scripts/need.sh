#!/usr/bin/env bash
# Says what is missing, one line each with what to do; with --install, or when CI is set, installs it.
#   scripts/need.sh build            what `make demo` needs (never installs: a newcomer decides)
#   scripts/need.sh lint             what `make check` needs
#   scripts/need.sh postgres         the server's programs
#   scripts/need.sh test [--install] what `make test` needs
set -euo pipefail
cd "$(dirname "$0")/.."

what=${1:?build, lint, postgres or test}
install=no
[ "${2:-}" = --install ] && install=yes
[ -n "${CI:-}" ] && [ "$what" != build ] && install=yes

missing=0
packages=()
has() { command -v "$1" >/dev/null 2>&1; }
say() { echo "missing: $1" >&2; missing=$((missing + 1)); }

need_build() {
  has cargo || say "Rust with cargo: install it from https://rustup.rs"
  has cc || say "a C compiler: 'sudo apt-get install build-essential', on macOS 'xcode-select --install'"
  has make || say "make: 'sudo apt-get install make'"
  if ! has node || ! has npm; then
    say "Node.js 20 or newer with npm: https://nodejs.org, or 'sudo apt-get install nodejs npm'"
  elif [ "$(node -p 'Number(process.versions.node.split(".")[0])')" -lt 20 ]; then
    say "Node.js 20 or newer (this is $(node --version)): https://nodejs.org"
  fi
}

# A program from Debian: the program, the package, and what to say.
need_package() {
  "$1" && return
  if [ $install = yes ]; then packages+=("$2"); else say "$3: run 'make test-deps', or 'sudo apt-get install $2'"; fi
}

has_postgres() {
  has initdb || [ -n "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] ||
    { has pg_config && [ -x "$(pg_config --bindir)/initdb" ]; }
}
has_chromium() { [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || has chromium || has google-chrome; }
has_strace() { [ "$(uname -s)" != Linux ] || has strace; }

has_cvc5() { [ -x "${CVC5:-}" ] || has cvc5; }

has_cxx() { has c++ || has g++ || has clang++; }

need_solver() { need_package has_cvc5 cvc5 "cvc5, the solver that proves the policies"; }

need_packages() {
  need_package has_postgres postgresql "PostgreSQL's server programs"
  [ "$what" = test ] || return 0
  need_package has_chromium chromium "Chromium"
  need_package has_strace strace "strace"
  need_package has_cxx g++ "a C++ compiler"
}

install_packages() {
  [ ${#packages[@]} -gt 0 ] || return 0
  has apt-get || { echo "install these by hand: ${packages[*]}" >&2; exit 1; }
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get update -qq
  local package
  for package in "${packages[@]}"; do
    apt-cache show "$package" >/dev/null 2>&1 && continue
    echo "apt has no $package here: install it by hand (cvc5: a program of version 1.0.3 or newer on the path, or its path in CVC5)" >&2
    exit 1
  done
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
}

# cargo's own tools come prebuilt from the Python registry; where that fails they are built.
need_tool() {
  has "$1" || [ -x "target/tools/bin/$1" ] && return
  if [ $install = no ]; then
    say "$1: run 'make test-deps', or 'cargo install --locked $1'"
    return
  fi
  [ -x target/tools/bin/pip ] || python3 -m venv target/tools || true
  if [ -x target/tools/bin/pip ] && target/tools/bin/pip install --quiet "astral-dev-toolchain-$1==$2"; then
    return
  fi
  cargo install --locked --root target/tools "$1"
}

need_tools() {
  need_tool cargo-nextest 0.9.148
  need_tool cargo-deny 0.20.2
}

need_browser_modules() {
  [ tests-browser/package-lock.json -nt tests-browser/node_modules/.package-lock.json ] || return 0
  if [ $install = yes ]; then
    npm ci --prefix tests-browser --no-audit --no-fund --loglevel=error
    touch tests-browser/node_modules/.package-lock.json
  else
    say "the browser tests' modules: run 'make test-deps', or 'npm ci --prefix tests-browser'"
  fi
}

need_build
case $what in
  build) ;;
  lint) need_solver; need_tools ;;
  postgres) need_packages ;;
  test) need_packages; need_solver; need_tools; need_browser_modules ;;
  *) echo "need.sh: build, lint, postgres or test" >&2; exit 2 ;;
esac
# After every apt step and before any cluster starts: an upgrade under a running server breaks it.
install_packages
[ "$missing" = 0 ] || exit 1
