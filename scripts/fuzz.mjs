// Checks changed reports through the built package and says what did not hold: node scripts/fuzz.mjs --help
import { fork } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inputAt, soundSeeds } from './fuzz/inputs.mjs'
import { limits } from './fuzz/judge.mjs'
import { formats as known } from './fuzz/seeds.mjs'

const usage = `node scripts/fuzz.mjs [--count N] [--formats a,b] [--seed N] [--from N] [--minutes M] [--keep DIR] [--every]

--count    inputs of each format (200)
--formats  ${known.join(',')}
--seed     the same seed gives the same inputs (1)
--from     the number of the first input; with --count 1 that one alone
--minutes  ends after so long, shared by the formats
--keep     a folder for inputs that break what must hold, and for figures changed in many cells unsaid
--every    keeps figures changed in one or two cells unsaid, too
`
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    formats: { type: 'string', default: known.join(',') },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    minutes: { type: 'string', default: '0' },
    keep: { type: 'string' },
    every: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  process.stdout.write(usage)
  process.exit(0)
}

const [count, run, first, minutes] = [values.count, values.seed, values.from, values.minutes].map(Number)
const formats = values.formats.split(',')
/** Seconds without a word from the child; an input is parsed several times, each within the tool's own limit. */
const patience = limits.seconds * 6 + 10
/** MB; the parsers' thread is one of the process. */
const mostMemory = 1500
const share = minutes > 0 ? (minutes * 60) / formats.length : Number.POSITIVE_INFINITY

const keeping = []
let violations = 0
for (const format of formats) {
  const report = await fuzz(format)
  violations += report.violations
  process.stdout.write(report.text)
}
await Promise.all(keeping)
process.exit(violations > 0 ? 1 : 0)

/** All inputs of a format, in as many child processes as it takes. */
async function fuzz(format) {
  const total = { outcomes: new Map(), slowest: { milliseconds: 0 }, largest: { memory: 0 }, lines: [] }
  const end = performance.now() + share * 1000
  let next = first
  while (next < first + count && performance.now() < end) {
    const left = Math.min((end - performance.now()) / 1000, 2 ** 31)
    const { reached, ended, unread } = await runChild(format, next, left, total)
    if (unread !== undefined)
      return { violations: unread.isFault ? 1 : 0, text: `${format}: ${unread.why}\n` }
    if (ended === 'done') break
    note(format, total, { index: reached, ...ended })
    next = reached + 1
  }
  return summaryOf(format, total)
}

/** Runs until the child is done, dies, hangs or grows too large; `reached` is the input it was at. */
function runChild(format, from, seconds, total) {
  return new Promise(resolve => {
    const arguments_ = [format, run, from, first + count, Number.isFinite(seconds) ? seconds : 2 ** 31].map(
      String,
    )
    const child = fork(join(import.meta.dirname, 'fuzz/child.mjs'), arguments_, {
      execArgv: ['--max-old-space-size=512'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let [reached, ended, unread, errors] = [from, undefined, undefined, '']
    let heard = performance.now()
    child.stderr.on('data', chunk => {
      errors = (errors + chunk).slice(-2000)
    })
    const watch = setInterval(() => {
      if (performance.now() - heard > patience * 1000) end({ outcome: '!hang' })
      else if (memoryOf(child.pid) > mostMemory)
        end({ outcome: '!memory', detail: `${memoryOf(child.pid)} MB` })
    }, 250)
    const end = how => {
      ended ??= how
      child.kill('SIGKILL')
    }
    child.on('message', message => {
      heard = performance.now()
      if (message.seeds !== undefined) {
        if (message.unsound.length > 0) unread = unreadOf(message)
        if (message.seeds > 0) unread &&= { ...unread, isFault: true }
      } else if (message.done) ended = 'done'
      else {
        reached = message.index + 1
        note(format, total, message)
      }
    })
    child.on('close', (code, signal) => {
      clearInterval(watch)
      resolve({
        reached,
        ended: ended ?? { outcome: '!died', detail: `${signal ?? code} ${errors}` },
        unread,
      })
    })
  })
}

function unreadOf({ seeds, unsound }) {
  return { isFault: seeds > 0, why: `${seeds > 0 ? 'some seeds are not sound' : 'not read'} (${unsound[0]})` }
}

/** MB in which a process lives, where the system tells. */
function memoryOf(pid) {
  const path = `/proc/${pid}/statm`
  try {
    return existsSync(path) ? (Number(readFileSync(path, 'utf8').split(' ')[1]) * 4096) / 1024 / 1024 : 0
  } catch {
    return 0
  }
}

function note(format, total, { index, outcome, detail, milliseconds = 0, memory = 0 }) {
  total.outcomes.set(outcome, (total.outcomes.get(outcome) ?? 0) + 1)
  if (milliseconds > total.slowest.milliseconds) total.slowest = { milliseconds, index }
  if (memory > total.largest.memory) total.largest = { memory, index }
  const isViolation = outcome.startsWith('!')
  if (isViolation)
    total.lines.push(
      `  ${outcome} ${format} --seed ${run} --from ${index} --count 1\n      ${detail ?? ''}\n`,
    )
  if (
    values.keep &&
    (isViolation || outcome.includes('many') || (values.every && outcome.includes('untold')))
  )
    keeping.push(keep(format, index, outcome, detail))
}

async function keep(format, index, outcome, detail = '') {
  const { seeds } = await soundSeeds(format)
  const name = `${format}-${run}-${index}-${outcome.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')}`
  mkdirSync(values.keep, { recursive: true })
  writeFileSync(join(values.keep, `${name}.${format}`), inputAt(format, seeds, run, index).source.bytes)
  writeFileSync(join(values.keep, `${name}.why`), `${detail}\n`)
}

function summaryOf(format, { outcomes, slowest, largest, lines }) {
  const sorted = [...outcomes].sort((a, b) => b[1] - a[1])
  const amount = sorted.reduce((sum, [, number]) => sum + number, 0)
  const list = sorted.map(([outcome, number]) => `${outcome} ${number}`).join(' · ')
  const slow = `slowest ${Math.round(slowest.milliseconds)} ms (${slowest.index ?? '–'})`
  const large = `most memory ${Math.round(largest.memory)} MB (${largest.index ?? '–'})`
  return {
    violations: lines.length,
    text: `${format}: ${amount} inputs · ${list}\n  ${slow} · ${large}\n${lines.join('')}`,
  }
}
