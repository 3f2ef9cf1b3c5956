#!/usr/bin/env bash
# The ways to install gouji other than from the registry: as a packed file, globally, and from its git repository.
# Needs the npm registry.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(node -p "require('$project/package.json').version")

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Both readers are tried: a blank form is read, and every table of it complained about.
check() {
  local title=$1 gouji=$2 format status
  [ "$("$gouji" --version)" = "$version" ] || fail "$title: another version"
  for format in csv xlsx; do
    rm -f "$work/blank.$format"
    "$gouji" template --format "$format" --output "$work/blank.$format"
    status=0
    "$gouji" check -f unix "$work/blank.$format" >"$work/output" || status=$?
    [ "$status $(grep --count GJ219 "$work/output")" = '1 3' ] || fail "$title:" "$(cat "$work/output")"
  done
  printf '%s: works\n' "$title"
}

"$project/scripts/clean-copy.sh" "$work/gouji"

cd "$work/gouji"
file=$(npm pack --loglevel=error --pack-destination "$work")
[ "$file" = "gouji-$version.tgz" ] || fail "npm pack prints more than the name of its file: $file"
npm install --loglevel=error --global --prefix "$work/global" "$work/$file"
check 'npm install --global FILE' "$work/global/bin/gouji"
rm -rf "$work/gouji/node_modules" "$work/gouji/dist"

mkdir "$work/project"
cd "$work/project"
npm init --yes >/dev/null
npm install --loglevel=error --allow-git=root "git+file://$work/gouji"
check 'npm install git+file://FOLDER' "$work/project/node_modules/.bin/gouji"

# As pre-commit does from 4.6.1 on.
npm install --loglevel=error --allow-git=root --install-links --global --prefix "$work/hook" "git+file://$work/gouji"
check 'npm install --global git+file://FOLDER' "$work/hook/bin/gouji"
