// Checks the reports of a folder that generate.mjs wrote, with gouji and with the plain sum check, and says by kind
// what was found: node bench/corruption/score.mjs FOLDER [-o RESULTS.md] [--answers FILE]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { answerOf } from './answers.mjs'
import { checkFolder } from './baseline.mjs'
import { resultsOf } from './results.mjs'
import { scoreFile } from './scoring.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { output: { type: 'string', short: 'o' }, answers: { type: 'string' } },
})
const [folder] = positionals
if (!folder) {
  console.error('usage: node bench/corruption/score.mjs FOLDER [-o RESULTS.md] [--answers FILE]')
  process.exit(2)
}

const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'))
const { tool, answers } = values.answers ? readAnswers(values.answers) : askGouji()
const sums = byName(checkFolder(folder))
const scores = labels.files.map(label => {
  const answer = answers.get(label.file)
  if (!answer) throw new Error(`no answer for ${label.file}`)
  return scoreFile(label, answer, sums.get(label.file).messages)
})
const { seed, count } = labels
const results = resultsOf(scores, { tool, node: process.version, seed, count })
process.stdout.write(results)
if (values.output) writeFileSync(values.output, results)

function askGouji() {
  const work = mkdtempSync(join(tmpdir(), 'gouji-score-'))
  try {
    const output = join(work, 'result.json')
    const command = fileURLToPath(new URL('../../bin/gouji.js', import.meta.url))
    const { status, stderr } = spawnSync(
      process.execPath,
      // Each report is judged by itself: of its body there is no other, and published figures are used more than once.
      [
        command,
        'check',
        folder,
        ...['GJ511', 'GJ606'].flatMap(code => ['--rule', `${code}:off`]),
        '-f',
        `json:${output}`,
      ],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    if (status !== 0 && status !== 1) throw new Error(`gouji ended with ${status}\n${stderr}`)
    const { tool, files } = JSON.parse(readFileSync(output, 'utf8'))
    return { tool: `${tool.name} ${tool.version}`, answers: byName(files.map(answerOf)) }
  } finally {
    rmSync(work, { recursive: true })
  }
}

/** Another tool's, in the shape that answers.mjs describes: `{ "tool": "…", "files": [ … ] }`. */
function readAnswers(path) {
  const { tool, files } = JSON.parse(readFileSync(path, 'utf8'))
  return { tool, answers: byName(files.map(file => ({ causes: [], blanks: {}, ...file }))) }
}

function byName(files) {
  return new Map(files.map(file => [basename(file.path), file]))
}
