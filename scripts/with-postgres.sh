#!/usr/bin/env bash
# Runs a command with a PostgreSQL cluster of its own, in a temporary folder, on a unix socket.
# The command finds it in PG_TEST_URL. The cluster goes away with the command, however that ends.
# As root the server runs as the user postgres, because PostgreSQL refuses to run as root.
set -euo pipefail

[ $# -gt 0 ] || { echo "usage: scripts/with-postgres.sh COMMAND…" >&2; exit 2; }

bin_folder() {
  local folder
  for folder in "${PG_BIN:-}" $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) \
    "$(pg_config --bindir 2>/dev/null || true)" "$(dirname "$(command -v initdb || echo /nowhere/initdb)")"; do
    [ -n "$folder" ] && [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && { echo "$folder"; return; }
  done
  echo "PostgreSQL's server programs are missing: run 'make test-deps'" >&2
  return 1
}

bin=$(bin_folder)
# In memory where there is room: each test copies two databases, and on a slow disk that is half of its time. What a
# killed process leaves behind is the same there; nothing tests a machine that loses its power.
room() { df --output=avail -BG /dev/shm 2>/dev/null | tail -1 | tr -dc 0-9; }
home=${TMPDIR:-/tmp}
[ "$(room || true)" -ge 3 ] 2>/dev/null && [ -w /dev/shm ] && home=/dev/shm
# A socket's path may be 107 characters long at most, so the folder stands directly in that.
cluster=$(mktemp -d "$home/sd-pg.XXXXXX")
port=$((20000 + RANDOM % 20000))
as_owner=()
if [ "$(id -u)" = 0 ]; then
  chown postgres: "$cluster"
  as_owner=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi

child=
finish() {
  local outcome=$?
  trap - EXIT INT TERM HUP
  [ -z "$child" ] || kill "$child" 2>/dev/null || true
  "${as_owner[@]}" "$bin/pg_ctl" --pgdata="$cluster/data" --mode=immediate --silent stop >/dev/null 2>&1 || true
  rm -rf "$cluster"
  exit "$outcome"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

cd_home() { cd "$cluster"; "${as_owner[@]}" env HOME="$cluster" "$@"; }

# Making the files need not be durable; serving is: the kill tests rely on fsync and synchronous_commit as shipped.
(cd_home "$bin/initdb" --pgdata="$cluster/data" --username=samendossier --auth=trust --encoding=UTF8 --locale=C \
  --no-sync) >"$cluster/initdb.log" 2>&1 || { cat "$cluster/initdb.log" >&2; exit 1; }
(cd_home "$bin/pg_ctl" --pgdata="$cluster/data" --log="$cluster/server.log" --wait --silent --options="\
  -c listen_addresses='' -c unix_socket_directories='$cluster' -c port=$port -c max_connections=300 -c max_wal_size=256MB \
  -c fsync=on -c synchronous_commit=on -c timezone=UTC" start) || { cat "$cluster/server.log" >&2; exit 1; }

export PG_TEST_URL="postgres:///postgres?host=$cluster&port=$port&user=samendossier"
"$@" &
child=$!
outcome=0
wait "$child" || outcome=$?
child=
[ "$outcome" = 0 ] || [ ! -s "$cluster/server.log" ] ||
  grep -E 'PANIC|FATAL|server process' "$cluster/server.log" | tail -5 >&2 || true
exit "$outcome"
