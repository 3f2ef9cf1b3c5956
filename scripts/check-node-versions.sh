#!/usr/bin/env bash
# usage: check-node-versions.sh [VERSION...]
# The README's two commands in a clean clone, on each supported version of Node. Needs the npm registry.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
[ $# -gt 0 ] || set -- 20 22 24

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

expect() {
  local right=$1 title=$2 status=0
  shift 2
  "$@" >"$work/output" 2>&1 </dev/null || status=$?
  if [ "$status" -eq "$right" ]; then
    printf '  %s: exit %d\n' "$title" "$status"
  else
    printf '  %s: exit %d, not %d\n' "$title" "$status" "$right"
    tail -n 40 "$work/output"
    failed=1
  fi
}

demo() {
  npm ci || return 3
  node bin/gouji.js check fixtures/demo
}

tests() {
  npm ci && npm test
}

# What the npm package `node` installs by a script, which not every npm runs.
binary=$(node -p '`${process.platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node"}-${process.platform}-${process.arch}`')

for version in "$@"; do
  npm install --silent --no-save --prefix "$work/node-$version" "$binary@$version"
  (
    PATH=$work/node-$version/node_modules/$binary/bin:$PATH
    printf 'Node %s, npm %s\n' "$(node --version)" "$(npm --version)"
    "$project/scripts/clean-copy.sh" "$work/gouji-$version"
    cd "$work/gouji-$version"
    expect 1 'npm ci && node bin/gouji.js check fixtures/demo' demo
    expect 0 'npm ci && npm test' tests
    exit $failed
  ) || failed=1
  rm -rf "$work/gouji-$version"
done
exit $failed
