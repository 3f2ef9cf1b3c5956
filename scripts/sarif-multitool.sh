#!/usr/bin/env bash
# What Microsoft's validator says of the SARIF files named, or of the demo's: each of its rules once, with
# how often and the first. Its exit status tells nothing, so that a person has to read it. Needs the npm registry; Linux.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# It would look for ICU otherwise.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

if [ $# -eq 0 ]; then
  (cd "$project" && node bin/gouji.js check -f "sarif:$work/demo.sarif" fixtures/demo) || [ $? -eq 1 ]
  set -- "$work/demo.sarif"
fi

npm install --prefix "$work" --silent --no-save @microsoft/sarif-multitool@5.7.0
# Its own install script would do this, and npm 12 runs none unasked.
chmod +x "$work/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"

for file in "$@"; do
  echo "$file"
  rm -f "$work/said.sarif"
  npx --prefix "$work" sarif-multitool validate --rule-kind "'Sarif;Ghas'" --level "'Error;Warning;Note'" \
    --output "$work/said.sarif" "$file" >"$work/output" 2>&1 || true
  if [ ! -e "$work/said.sarif" ]; then
    cat "$work/output"
    exit 1
  fi
  node --input-type=module - "$work/said.sarif" <<'JS'
import { readFileSync } from 'node:fs'

const { runs } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const said = new Map()
for (const { tool, results = [], invocations = [] } of runs) {
  for (const { message, level = 'warning' } of invocations.flatMap(each => each.toolExecutionNotifications ?? []))
    add(level, message.text)
  for (const { ruleId, ruleIndex, level = 'warning', message } of results) {
    const { name, messageStrings } = tool.driver.rules[ruleIndex]
    const words = message.text ?? messageStrings[message.id].text
    add(`${level} ${ruleId} ${name}`, words.replace(/\{(\d+)\}/g, (_, index) => message.arguments?.[index] ?? ''))
  }
}
for (const [what, [first, ...others]] of said) console.log(`  ${1 + others.length} × ${what}: ${first}`)
if (said.size === 0) console.log('  nothing')

function add(what, words) {
  said.set(what, [...(said.get(what) ?? []), words])
}
JS
done
