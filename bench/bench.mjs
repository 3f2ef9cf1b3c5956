// Measures whole processes against what the same work costs otherwise. Only ratios of one run mean anything: the
// seconds are those of the machine. `--quick` for a first look, `--json FILE` for the samples as well.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measureInTurn, measurePeak, ratio, spread } from './measure.mjs'

const { values: options } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'string' } } })
const size = options.quick
  ? {
      csv: 1000,
      fewCsv: 100,
      workbooks: 100,
      fewWorkbooks: 300,
      ods: 40,
      pages: 60,
      starts: 9,
      rounds: 3,
      peaks: 3,
      hard: 40,
      county: 200,
    }
  : {
      csv: 10_000,
      fewCsv: 1000,
      workbooks: 1000,
      fewWorkbooks: 300,
      ods: 200,
      pages: 300,
      starts: 31,
      rounds: 7,
      peaks: 5,
      hard: 200,
      county: 1000,
    }

const node = process.execPath
const pathOf = name => fileURLToPath(new URL(name, import.meta.url))
const gouji = pathOf('../bin/gouji.js')

if (!existsSync(pathOf('../dist/testing.js')))
  spawnSync(node, ['scripts/build.mjs'], { cwd: pathOf('..'), stdio: 'inherit' })
const {
  writeCounty,
  writeCsvReports,
  writeDocuments,
  writeOldWorkbooks,
  writePages,
  writeSingles,
  writeSoundAndMistyped,
  writeWorkbooks,
} = await import('./inputs.mjs')

const results = []
const work = mkdtempSync(join(tmpdir(), 'gouji-bench-'))
try {
  const singles = writeSingles(join(work, 'single'))
  const csv = writeCsvReports(join(work, 'csv'), size.csv)
  const fewCsv = writeCsvReports(join(work, 'few-csv'), size.fewCsv)
  const pairs = writeSoundAndMistyped(join(work, 'pairs'), size.csv)
  const workbooks = writeWorkbooks(join(work, 'xlsx'), size.workbooks)
  const fewWorkbooks = writeWorkbooks(join(work, 'few-xlsx'), size.fewWorkbooks)
  const xls = writeOldWorkbooks(join(work, 'xls'), size.workbooks, 'xls')
  const ods = writeOldWorkbooks(join(work, 'ods'), size.ods, 'ods')
  const pages = writePages(join(work, 'html'), size.pages)
  const documents = writeDocuments(join(work, 'docx'), size.pages)
  const { version, arch, platform } = process
  console.log(
    `Node ${version}, ${platform} ${arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`,
  )
  console.log(
    'Median (least–most). Ratios are taken round by round. cpu is user and system time on all threads; it bears other load best.',
  )
  benchStart(singles)
  benchCsv(csv)
  benchMistyped(pairs)
  benchHard()
  benchWorkbooks(workbooks, 'xlsx')
  benchWorkbooks(xls, 'xls', 2)
  benchWorkbooks(ods, 'ods')
  benchAgainst(pages, 'html', { name: 'parse5 alone', script: 'peers/parse5.mjs' })
  benchAgainst(documents, 'docx', { name: 'saxes alone', script: 'peers/saxes.mjs' })
  benchMany(fewWorkbooks, 'xlsx')
  benchMany(csv, 'CSV')
  benchMemory(fewCsv, csv)
  benchCounty(writeCounty(join(work, 'county'), size.county))
} finally {
  rmSync(work, { recursive: true })
}
if (options.json)
  writeFileSync(options.json, `${JSON.stringify({ node: process.version, results }, null, 2)}\n`)

function benchStart({ plain, quoted, workbook }) {
  const bare = { name: 'node -e 0', command: [node, '-e', '0'] }
  const run = (name, ...args) => ({ name, command: [node, gouji, ...args] })
  const version = run('gouji --version', '--version')
  const checkPlain = run('gouji check, CSV without quotes', 'check', plain)
  const checkQuoted = run('gouji check, CSV with quotes', 'check', quoted)
  const checkWorkbook = run('gouji check, xlsx', 'check', workbook)
  compare('Cold start', 'ms', [bare, version, checkPlain, checkQuoted, checkWorkbook], size.starts, [
    { of: version, to: bare },
    { of: checkPlain, to: bare, target: 1.6 },
    { of: checkQuoted, to: bare, target: 1.6 },
    { of: checkWorkbook, to: bare },
  ])
}

function benchCsv(input) {
  const check = checkOf(input)
  const read = { name: 'reading alone', command: [node, pathOf('peers/read.mjs'), input.folder] }
  const parse = { name: 'csv-parse with info', command: [node, pathOf('peers/csv-parse.mjs'), input.folder] }
  const script = pythonScript(input)
  compare(`${input.count} CSV`, 's', [check, read, parse, ...script], size.rounds, [
    { of: check, to: read },
    { of: check, to: parse, target: 1 },
    ...script.map(python => ({ of: check, to: python })),
  ])
}

/** What it costs to say which cell is wrong. */
function benchMistyped({ sound, mistyped }) {
  const of = checkOf(mistyped, 'one wrong cell in each')
  const to = checkOf(sound, 'no wrong cell')
  compare(`${sound.count} CSV`, 's', [of, to], size.rounds, [{ of, to, target: 2 }])
}

/** Single reports inside one process, not as ratios: a report that someone waits for must not hang. */
function benchHard() {
  const { stdout, stderr, status } = spawnSync(
    node,
    [pathOf('corruption/hard.mjs'), '--json', '--count', String(size.hard)],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  const lines = JSON.parse(stdout)
  const single = milliseconds => ({ median: milliseconds })
  const fewErrors = lines.filter(({ name }) => /^errors-[1-4]$/.test(name))
  report(
    `One report, ${size.hard} of each`,
    ['median ms', '95%', 'most', 'most cpu'],
    [
      ...lines.map(({ name, median, p95, max, mostCpu }) => ({
        name,
        figures: [median, p95, max, mostCpu].map(single),
      })),
      {
        name: 'typical: 1 to 4 errors',
        figures: [single(Math.max(...fewErrors.map(line => line.median)))],
        target: 5,
      },
      { name: 'worst', figures: [single(Math.max(...lines.map(line => line.max)))], target: 100 },
    ],
  )
}

function benchWorkbooks(input, extension, target) {
  benchAgainst(input, extension, { name: 'SheetJS', script: 'peers/sheetjs.mjs', target })
}

/** What threads and the cache save; its folder is taken away before each run that finds none. */
function benchMany(input, name) {
  const cache = join(work, `cache ${name}`)
  const check = (name, ...more) => {
    const { command, ...candidate } = checkOf(input, name)
    return { ...candidate, command: [...command, ...more] }
  }
  const forgetful = ({ command, ...candidate }) => ({
    ...candidate,
    command: ['bash', '-c', 'rm -rf "$0" && exec "$@"', cache, ...command],
  })
  const off = check('one thread', '--concurrency', 'off')
  const two = check('two threads', '--concurrency', '2')
  const cold = forgetful(check('cache, cold', '--concurrency', 'off', '--cache-location', cache))
  const warm = check('cache, warm', '--concurrency', 'off', '--cache-location', cache)
  compare(
    `${input.count} ${name}`,
    's',
    [off, two, cold, warm],
    size.rounds,
    [two, cold, warm].map(of => ({ of, to: off })),
  )
}

/** What a library alone takes that does nothing with what it reads. */
function benchAgainst(input, extension, { name, script, target }) {
  const check = checkOf(input)
  const parse = { name, command: [node, pathOf(script), input.folder, `.${extension}`] }
  compare(`${input.count} ${extension}`, 's', [check, parse], size.rounds, [{ of: check, to: parse, target }])
}

function benchMemory(few, many) {
  const candidates = [few, many].map(input => ({
    name: `gouji check, ${input.count} CSV`,
    command: [node, gouji, 'check', input.folder],
    status: input.failed > 0 ? 1 : 0,
  }))
  const peaks = candidates.map(() => [])
  for (let round = 0; round < size.peaks; round++)
    for (const [index, candidate] of candidates.entries()) peaks[index].push(measurePeak(candidate))
  const [fewPeak, manyPeak] = peaks
  const name = `${candidates[1].name} ÷ ${few.count} CSV`
  report(
    'Peak memory',
    ['MB', ''],
    [
      ...candidates.map((candidate, index) => ({ name: candidate.name, figures: [spread(peaks[index])] })),
      { name, figures: [ratio(manyPeak, fewPeak)], target: 1.5 },
    ],
  )
}

/** What it costs to compare the reports of a county with each other, beside checking each by itself. */
function benchCounty(input) {
  const whole = checkOf(input, 'gouji check')
  const alone = {
    name: 'each report by itself',
    command: [node, gouji, 'check', input.folder, '--shard', '1/1', '-f', `json:${join(work, 'alone.json')}`],
    status: 0,
  }
  const title = `${size.county} bodies over three years`
  compare(title, 's', [whole, alone], size.peaks, [{ of: whole, to: alone }])
  const [peak, peakAlone] = [whole, alone].map(candidate =>
    Array.from({ length: size.peaks }, () => measurePeak(candidate)),
  )
  report(
    `${title}, peak memory`,
    ['MB'],
    [
      { name: whole.name, figures: [spread(peak)] },
      { name: alone.name, figures: [spread(peakAlone)] },
      { name: `${whole.name} ÷ ${alone.name}`, figures: [ratio(peak, peakAlone)] },
    ],
  )
}

/** Checks a folder and makes sure that everything in it was read and judged. */
function checkOf({ folder, count, failed }, name = 'gouji check') {
  const output = join(work, 'result.json')
  return {
    name,
    command: [node, gouji, 'check', folder, '-f', `json:${output}`],
    status: failed > 0 ? 1 : 0,
    verify() {
      const { summary } = JSON.parse(readFileSync(output, 'utf8'))
      if (summary.files !== count || summary.relations.failed !== failed || summary.relations.unknown !== 0)
        throw new Error(`not what was to be found: ${JSON.stringify(summary)}`)
    },
  }
}

function pythonScript({ folder, count, failed }) {
  // What `python3` stands for, which may be a slow script that looks for the real one.
  const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], {
    encoding: 'utf8',
  })
  if (status !== 0) {
    console.log('\nNo comparison with a Python script: there is no python3.')
    return []
  }
  const verify = output => {
    const [files, , found] = output.split(' ').map(Number)
    if (files !== count || found !== failed) throw new Error(`not what was to be found: ${output}`)
  }
  return [{ name: 'Python script', command: [stdout.trim(), pathOf('peers/sums.py'), folder], verify }]
}

function compare(title, unit, candidates, rounds, ratios) {
  const samples = measureInTurn(candidates, rounds)
  const scale = unit === 'ms' ? 1000 : 1
  const times = candidates.map(({ name }) => {
    const { wall, cpu } = samples.get(name)
    return { name, figures: [wall, cpu].map(times => spread(times.map(time => time * scale))) }
  })
  const quotients = ratios.map(({ of, to, target }) => {
    const [a, b] = [of, to].map(({ name }) => samples.get(name))
    return { name: `${of.name} ÷ ${to.name}`, figures: [ratio(a.wall, b.wall), ratio(a.cpu, b.cpu)], target }
  })
  report(`${title}, ${rounds} rounds`, [`wall ${unit}`, `cpu ${unit}`], [...times, ...quotients])
  results.at(-1).samples = Object.fromEntries(samples)
}

/** A target holds for the first figure of its line. */
function report(title, heads, lines) {
  const rows = lines.map(({ name, figures, target }) => {
    const verdict = target && (figures[0].median <= target ? 'met' : 'MISSED')
    return [name, ...figures.map(show), ...(target ? [`target ≤ ${target.toFixed(1)}: ${verdict}`] : [])]
  })
  const table = [[title, ...heads], ...rows]
  const widths = table[0].map((_, column) => Math.max(...table.map(row => (row[column] ?? '').length)))
  const line = row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  console.log(`\n${table.map(row => line(row).trimEnd()).join('\n')}`)
  results.push({ title, heads, lines })
}

function show({ median, min, max }) {
  const digits = median >= 20 ? 0 : 2
  if (min === undefined) return median.toFixed(digits)
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`
}
