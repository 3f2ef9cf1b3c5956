#!/usr/bin/env bash
# The recipes of docs/ci.md for lefthook, lint-staged and husky, as they stand there: a flawed report stops the commit,
# and without it the commit is made. Needs the npm registry.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
export PROJECT=$project

fail() {
  printf '%s\n' "$*" "${output:-}" >&2
  exit 1
}

unset $(git rev-parse --local-env-vars)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LANG=C LC_ALL=C CI=true
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=$work/gitconfig
git config --global user.name check
git config --global user.email check@example.org
git config --global init.defaultBranch main

cd "$project"
archive=$(npm pack --ignore-scripts --loglevel=error --pack-destination "$work")
mkdir "$work/packages"
cd "$work/packages"
npm init --yes >/dev/null
npm install --loglevel=error "$work/$archive" lefthook@2 lint-staged@15 husky@9

# usage: recipe FILE: the block of the page that follows the name of the file.
recipe() {
  mkdir -p "$(dirname "$1")"
  RECIPE=$1 node --input-type=module >"$1" <<'SCRIPT'
import { readFileSync } from 'node:fs'

const page = readFileSync(`${process.env.PROJECT}/docs/ci.md`, 'utf8')
const named = page.slice(page.indexOf(`\`${process.env.RECIPE}\``))
process.stdout.write(/```\w+\n([\s\S]*?)^```$/m.exec(named)[1])
SCRIPT
}

make_reports() {
  node --input-type=module <<'SCRIPT'
import { mkdirSync, writeFileSync } from 'node:fs'

const { balancedFigures, keptReport, plainStyle, reportSheet, writeText, writeWorkbook } = await import(
  `file://${process.env.PROJECT}/dist/testing.js`
)
const total = 'requests.outcomes.total.naturalPerson'
const good = balancedFigures('2021', 1)
const flawed = new Map([...good, [total, String(Number(good.get(total)) + 1)]])
const sheetOf = figures => reportSheet(keptReport('2021', figures))
mkdirSync('柳河 镇')
writeFileSync('柳河 镇/坏.CSV', writeText(sheetOf(flawed).rows, plainStyle))
writeFileSync("柳河 镇/王'镇 100% #1 $(touch made).csv", writeText(sheetOf(good).rows, plainStyle))
writeFileSync('柳河 镇/好.XLSX', writeWorkbook([sheetOf(good)]))
writeFileSync('柳河 镇/~$锁.xlsx', 'left behind by an editor')
writeFileSync('README.txt', 'Nothing in here is a report.\n')
writeFileSync('封面.png', 'no report either')
SCRIPT
}

# usage: check NAME: commits in this repository run the recipe.
check() {
  make_reports
  printf 'node_modules\n' >.gitignore
  git add --all
  if output=$(git commit --message 'All reports' 2>&1); then fail "$1: the flawed report did not stop the commit."; fi
  grep --quiet --fixed-strings '柳河 镇/坏.CSV' <<<"$output" || fail "$1: the report is not named."
  grep --quiet GJ302 <<<"$output" || fail "$1: the finding is not shown."
  git rm --quiet --force '柳河 镇/坏.CSV'
  output=$(git commit --message 'Reports in order' 2>&1) || fail "$1: reports in order were stopped."
  grep --quiet --fixed-strings "${2:-}" <<<"$output" || fail "$1: it is not said what was checked."
  [ ! -e made ] || fail "$1: a name was run."
  printf '%s: works\n' "$1"
}

# usage: start NAME: a repository in which the packages are installed.
start() {
  git init --quiet "$work/$1"
  cd "$work/$1"
  ln -s "$work/packages/node_modules" node_modules
  printf '{ "private": true, "type": "module" }\n' >package.json
}

start lefthook
recipe lefthook.yml
npx lefthook install >/dev/null
check lefthook '检查了2个文件'

start husky
npx husky >/dev/null
recipe .husky/pre-commit
check husky '检查了2个文件'

start lint-staged
recipe lint-staged.config.mjs
npx husky >/dev/null
mkdir -p .husky
echo 'npx lint-staged --verbose' >.husky/pre-commit
check lint-staged '检查了2个文件'
