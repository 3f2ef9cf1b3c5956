#!/usr/bin/env bash
# The action on a checkout that nobody has built: its steps, one after the other, check the demonstration.
# Needs the npm registry.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$project/scripts/clean-copy.sh" "$work/action"
mkdir "$work/workspace" "$work/temp"
cp -r "$project/fixtures/demo" "$work/workspace"
PROJECT=$project WORK=$work node --input-type=module <<'SCRIPT'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { PROJECT, WORK } = process.env
const { parse } = createRequire(`${PROJECT}/`)('yaml')
const { steps } = parse(readFileSync(`${WORK}/action/action.yml`, 'utf8')).runs
for (const [index, { run }] of steps.entries()) writeFileSync(`${WORK}/step-${index}`, run)
SCRIPT

cd "$work/workspace"
export GITHUB_ACTION_PATH=$work/action GITHUB_OUTPUT=$work/output GITHUB_STEP_SUMMARY=$work/summary RUNNER_TEMP=$work/temp
export PATHS=demo ARGS= FORMAT=github SUMMARY=true SARIF_FILE=gouji.sarif MATCHER=false
status=0
for step in "$work"/step-*; do
  bash --noprofile --norc -eo pipefail "$step" >>"$work/log" 2>&1 || status=$?
done
if [ "$status" != 1 ] || [ "$(tr '\n' ' ' <"$work/output")" != 'errors=7 warnings=0 ' ] ||
  ! grep --quiet '^::error file=demo/' "$work/log" || [ ! -s "$work/summary" ] || [ ! -s gouji.sarif ]; then
  cat "$work/log" >&2
  echo "The action does not do what it should: exit $status." >&2
  exit 1
fi
echo 'The action builds itself and finds the errors of the demonstration.'
