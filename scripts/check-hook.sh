#!/usr/bin/env bash
# The hooks from end to end: pre-commit installs them from a clone of this project, a flawed report stops the commit,
# and without it the commit is made. Needs pre-commit, the built project and the npm registry.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)

fail() {
  printf '%s\n' "$*" "${output:-}" >&2
  exit 1
}

command -v pre-commit >/dev/null || fail 'The hook cannot be checked: pre-commit is not installed.'
[ -e "$project/dist/testing.js" ] || fail 'The hook cannot be checked: the project is not built.'

unset $(git rev-parse --local-env-vars)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LANG=C LC_ALL=C
export PRE_COMMIT_HOME=$work/home GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=$work/gitconfig
git config --global user.name check
git config --global user.email check@example.org
git config --global init.defaultBranch main
git config --global safe.directory '*'

"$project/scripts/clean-copy.sh" "$work/gouji"

user=$work/user
flawed='示例县/柳河 镇/2024年报告.csv'
git init --quiet "$user"
cd "$user"
GOUJI=$project FLAWED=$flawed node --input-type=module <<'SCRIPT'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const { balancedFigures, keptReport, plainStyle, reportSheet, writeText, writeWorkbook } = await import(
  `file://${process.env.GOUJI}/dist/testing.js`
)
const total = 'requests.outcomes.total.naturalPerson'
// Each file is the report of another body, with other figures.
const figuresOf = seed => balancedFigures('2021', seed)
const flawed = new Map([...figuresOf(1), [total, String(Number(figuresOf(1).get(total)) + 1)]])
const sheetOf = (body, figures) => reportSheet(keptReport('2021', figures, body))
const csv = (body, figures) => writeText(sheetOf(body, figures).rows, { ...plainStyle, encoding: 'gb18030' })
const workbook = writeWorkbook([sheetOf('教育局', figuresOf(3))])
const files = {
  [process.env.FLAWED]: csv('柳河镇', flawed),
  '示例县/石桥镇/2024 年报告.CSV': csv('石桥镇', figuresOf(2)),
  '示例县/教育局.XLSX': workbook,
  "示例县/王'镇 100% #1 (终稿).csv": csv('王镇', figuresOf(4)),
  [`示例县/${'Café 镇'.normalize('NFD')}.csv`]: csv('咖啡镇', figuresOf(5)),
  '-前面有横线.csv': csv('横线镇', figuresOf(6)),
  '示例县/~$锁.xlsx': 'left behind by an editor',
  '示例县/.~锁.xlsx': 'left behind by an editor',
  '示例县/封面.png': 'no report either',
}
for (const [path, content] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
SCRIPT

# usage: use HOOK: from now on, commits run this hook.
use() {
  cat >.pre-commit-config.yaml <<CONFIG
default_language_version:
  node: system
repos:
  - repo: $work/gouji
    rev: $(git -C "$work/gouji" rev-parse HEAD)
    hooks:
      - id: $1
        verbose: true
CONFIG
  git add .pre-commit-config.yaml
}

expect() {
  local text
  for text in "$@"; do
    grep --quiet --fixed-strings -- "$text" <<<"$output" || fail "The output does not show $text."
  done
}

expect_no() {
  if grep --quiet --fixed-strings -- "$1" <<<"$output"; then fail "$2"; fi
}

stopped() {
  if output=$(git commit --message "$1" 2>&1); then fail "Not stopped: $1."; fi
}

# usage: passes MESSAGE FILES: the commit is made, and so many files were checked.
passes() {
  output=$(git commit --message "$1" 2>&1) || fail "Stopped: $1."
  grep --quiet --extended-regexp '^gouji.*Passed' <<<"$output" || fail "The hook did not run: $1."
  expect "$2"
  [ -z "$(git status --porcelain)" ] || fail "The hook changed files: $1."
}

pre-commit validate-manifest "$work/gouji/.pre-commit-hooks.yaml"
use gouji
pre-commit install >/dev/null
git add --all
stopped 'All reports'
expect GJ302 GJ401 "$flawed" '（七）总计'
expect_no '~$' 'A lock file of Excel was handed to the hook.'
expect_no '.~' 'A lock file of WPS was handed to the hook.'

cp -- "$flawed" "$work/flawed.csv"
git rm --quiet --force -- "$flawed"
passes 'Reports in order' '检查了5个文件，没有发现问题。'

echo 'Nothing in here is a report.' >README.txt
git add README.txt
passes 'Something else' '交来1个文件，没有一个可以核对'

# A flawed report that is there already stops any commit, but only where all reports are checked.
mkdir --parents -- "$(dirname "$flawed")"
cp -- "$work/flawed.csv" "$flawed"
git add -- "$flawed"
git commit --quiet --no-verify --message 'Past the hook'
echo 'Another word.' >>README.txt
git add README.txt
passes 'Something else again' '交来1个文件，没有一个可以核对'
use gouji-all
stopped 'All reports are checked'
expect "$flawed"
git rm --quiet --force -- "$flawed"
passes 'All reports in order' '检查了5个文件，没有发现问题。'
git rm --quiet -- '示例县/教育局.XLSX'
passes 'One report less' '检查了4个文件，没有发现问题。'

echo 'The hooks stop flawed reports and let reports in order pass.'
