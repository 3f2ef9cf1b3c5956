#!/usr/bin/env bash
# Runs every query of docs/collect.md with DuckDB on figures that gouji collects here, and compares the answers with those
# on the pages; with --write, writes them there. Needs the npm registry; status 3 where DuckDB cannot be installed.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! npm install --prefix "$work" --silent --no-save @duckdb/node-api@1.5.6-r.1 >"$work/output" 2>&1; then
  cat "$work/output" >&2
  echo 'DuckDB could not be installed: no query was run.' >&2
  exit 3
fi
cd "$project"
exec_status=0
node scripts/queries.mjs "$work" "$@" || exec_status=$?
exit "$exec_status"
