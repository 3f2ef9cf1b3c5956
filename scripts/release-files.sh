#!/usr/bin/env bash
# usage: release-files.sh FOLDER
# Makes the files of a release of what is committed: the package, what it consists of (CycloneDX) and checksums of both.
# Each is made twice and compared, then installed and run from the package. Needs the npm registry.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
out=${1:?usage: release-files.sh FOLDER}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

[ -z "$(git -C "$project" status --porcelain)" ] || fail 'There are changes that are not committed.'
mkdir -p "$out"
out=$(cd "$out" && pwd)
[ -z "$(ls -A "$out")" ] || fail "$out is not empty."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$project/scripts/clean-copy.sh" "$work/gouji"
cd "$work/gouji"
npm ci --loglevel=error >"$work/log" 2>&1 || fail "$(cat "$work/log")"
version=$(node -p "require('./package.json').version")

make() {
  npm run build >"$work/log" 2>&1 || fail "$(cat "$work/log")"
  npm pack --ignore-scripts --loglevel=error --pack-destination "$1" >"$work/log" || fail "$(cat "$work/log")"
  node scripts/sbom.mjs >"$1/gouji-$version.cdx.json"
  (cd "$1" && LC_ALL=C && sha256sum -- * >"$work/SHA256SUMS" && mv "$work/SHA256SUMS" .)
}

mkdir "$work/first" "$work/second"
make "$work/first"
make "$work/second"
diff --recursive --brief "$work/first" "$work/second" >&2 || fail 'The same commit gives different files.'
(cd "$work/first" && sha256sum --check --strict SHA256SUMS)

npm install --loglevel=error --ignore-scripts --no-audit --no-fund --global --prefix "$work/prefix" \
  "$work/first/gouji-$version.tgz" >"$work/log"
gouji=$work/prefix/bin/gouji
[ "$("$gouji" --version)" = "$version" ] || fail 'The installed command has another version.'
"$gouji" template --format xlsx --output "$work/blank.xlsx"
status=0
"$gouji" check -f unix "$work/blank.xlsx" >"$work/log" || status=$?
[ "$status $(grep --count GJ219 "$work/log")" = '1 3' ] || fail "$(cat "$work/log")"

mv "$work/first"/* "$out"
ls -l "$out"
