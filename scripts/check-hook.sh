#!/usr/bin/env bash
# The hook from end to end: pre-commit installs it from a clone of this project, a flawed report stops the commit, and
# without it the commit is made. Needs pre-commit, the built project and the npm registry.
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
const good = balancedFigures('2021', 1)
const flawed = new Map([...good, [total, String(Number(good.get(total)) + 1)]])
const sheetOf = figures => reportSheet(keptReport('2021', figures))
const csv = figures => writeText(sheetOf(figures).rows, { ...plainStyle, encoding: 'gb18030' })
const files = {
  [process.env.FLAWED]: csv(flawed),
  '示例县/石桥镇/2024 年报告.CSV': csv(good),
  '示例县/教育局.XLSX': writeWorkbook([sheetOf(good)]),
  '示例县/~$锁.xlsx': 'left behind by an editor',
  'README.txt': 'Nothing in here is a report.\n',
}
for (const [path, content] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
SCRIPT
cat >.pre-commit-config.yaml <<CONFIG
default_language_version:
  node: system
repos:
  - repo: $work/gouji
    rev: $(git -C "$work/gouji" rev-parse HEAD)
    hooks:
      - id: gouji
        verbose: true
CONFIG
pre-commit install >/dev/null
git add --all

if output=$(git commit --message 'All reports' 2>&1); then fail 'The flawed report did not stop the commit.'; fi
for expected in GJ302 GJ401 "$flawed" '（七）总计'; do
  grep --quiet --fixed-strings -- "$expected" <<<"$output" || fail "The output does not show $expected."
done
if grep --quiet --fixed-strings '~$' <<<"$output"; then fail 'A lock file was handed to the hook.'; fi

git rm --quiet --force -- "$flawed"
output=$(git commit --message 'Reports in order' 2>&1) || fail 'Reports in order were stopped.'
grep --quiet --extended-regexp '^gouji.*Passed' <<<"$output" || fail 'The hook did not run.'
[ -z "$(git status --porcelain)" ] || fail 'The hook changed files.'

echo 'The hook stops a flawed report and lets reports in order pass.'
