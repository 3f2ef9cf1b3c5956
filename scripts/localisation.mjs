// Compares what is said of wrong and blank figures with oracles that try everything, and times hostile tables:
// node scripts/localisation.mjs --help
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { build } from 'esbuild'

const usage = `node scripts/localisation.mjs [--seed N] [--count N] [--small N] [--times N] [--only TEXT]

--seed    the same seed gives the same tables (1)
--count   tables of each kind that are compared with the oracles (200)
--small   small tables of each kind that are compared (1000)
--times   tables of each kind that are only timed (200)
--only    the kinds with this text in their names
`
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    small: { type: 'string', default: '1000' },
    times: { type: 'string', default: '200' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
})
if (options.help) {
  process.stdout.write(usage)
  process.exit(0)
}
const [seed, count, small, times] = [options.seed, options.count, options.small, options.times].map(Number)
const tests = await load(
  'answers',
  `export * from './tests/inference/answers.ts'
   export * from './tests/inference/forms.ts'
   export * from './tests/inference/inferred.ts'
   export * from './tests/inference/spoilers.ts'
   export * from './tests/constraints/agreement.ts'
   export * from './tests/constraints/small-tables.ts'
   export { createDraw } from './src/testing/balanced.ts'`,
)

/** Rows of items and columns, then how many figures are wrong, unknown and impossible. */
const smallKinds = Object.fromEntries(
  [
    ['2 × 2', '1 0 0', '2 0 0', '3 0 0', '0 6 0', '1 4 0', '2 4 0', '1 8 0', '1 2 2'],
    ['3 × 3', '1 0 0', '2 0 0', '0 12 0', '1 6 0', '2 3 0', '1 3 1'],
    ['3 × 3 with subtotals', '1 0 0', '2 0 0', '0 16 0', '0 26 0', '1 12 0', '1 24 0', '1 4 1'],
  ].flatMap(([shape, ...kinds]) =>
    kinds.map(kind => {
      const [items, columns] = shape.split(' × ').map(text => Number.parseInt(text, 10))
      const [wrong, unknown, invalid] = kind.split(' ').map(Number)
      return [
        `${shape}: ${wrong} wrong, ${unknown} unknown, ${invalid} impossible`,
        {
          shape: { items, columns, hasSubtotals: shape.endsWith('subtotals') },
          counts: { wrong, unknown, invalid },
        },
      ]
    }),
  ),
)

let wrong = 0
const tables = [
  ...tests.keptTables('requests'),
  ...[1, 2, 3].flatMap(each => [
    tests.generatedTable('requests', '2021', seed * 10 + each),
    tests.generatedTable('requests', '2019', seed * 10 + each),
  ]),
]

if (small > 0) {
  print(['small tables', 'tables', 'as the oracles', 'one answer', 'several', 'too many', 'no error'])
  for (const [name, kind] of chosen(smallKinds)) compareSmall(name, kind)
  process.stdout.write('\n')
}
print([
  'kind',
  'tables',
  'as the oracle',
  'one answer',
  'several',
  'too many',
  'no error',
  'worst ms',
  'seed',
])
if (count > 0) for (const [name, spoil] of chosen(tests.fewErrors)) compareKind(name, spoil)
process.stdout.write('\n')
print(['kind', 'tables', 'median ms', 'worst ms', 'too many', 'seed'])
if (times > 0) for (const [name, spoil] of chosen(tests.manyErrors)) timeKind(name, spoil)
process.exitCode = wrong > 0 ? 1 : 0

function compareSmall(name, { shape, counts }) {
  const table = tests.smallTable(shape)
  const told = { one: 0, several: 0, none: 0, sound: 0 }
  let same = 0
  for (let run = 0; run < small; run++) {
    const problem = tests.spoil(table, tests.createDraw(seed * 1_000_003 + run), counts)
    const { code, oracles } = tests.answersTo(problem)
    if (oracles.every(oracle => isDeepStrictEqual(code, oracle))) same++
    else complain(name, run, { name: JSON.stringify({ code, oracles }) }, problem.values)
    const [{ sets }] = oracles
    told[
      sets.length === 0
        ? 'sound'
        : sets[0] === tests.notComplete
          ? 'none'
          : sets.length === 1
            ? 'one'
            : 'several'
    ]++
  }
  wrong += small - same
  print([name, small, same, told.one, told.several, told.none, told.sound])
}

function compareKind(name, spoil) {
  const told = { one: 0, several: 0, none: 0, sound: 0 }
  let same = 0
  let worst = { milliseconds: 0, run: 0 }
  for (let run = 0; run < count; run++) {
    const { table, said } = spoiled(spoil, run)
    const { code, oracle, faults } = tests.answersOf(table.form, said, table.edition)
    if (isDeepStrictEqual(code, oracle) && faults.length === 0) same++
    else complain(name, run, table, said)
    const { sets } = oracle.parts[0]
    told[sets === null ? 'sound' : sets.length === 0 ? 'none' : sets.length === 1 ? 'one' : 'several']++
    const milliseconds = timeOf(table, said)
    if (milliseconds > worst.milliseconds) worst = { milliseconds, run }
  }
  wrong += count - same
  const { one, several, none, sound } = told
  print([name, count, same, one, several, none, sound, worst.milliseconds.toFixed(1), worst.run])
}

function timeKind(name, spoil) {
  const all = []
  let tooMany = 0
  for (let run = 0; run < times; run++) {
    const { table, said } = spoiled(spoil, run)
    const inference = tests.inferred(table.form, said, table.edition)
    const masked = tests.maskedIn(inference)
    if (masked.length > 0) {
      complain(`${name}: masks ${masked}`, run, table, said)
      wrong++
    }
    if (inference.causes.some(cause => cause.explanations.length === 0)) tooMany++
    all.push({ milliseconds: timeOf(table, said), run })
  }
  all.sort((a, b) => a.milliseconds - b.milliseconds)
  const worst = all.at(-1)
  print([
    name,
    times,
    all[times >> 1].milliseconds.toFixed(1),
    worst.milliseconds.toFixed(1),
    tooMany,
    worst.run,
  ])
}

function spoiled(spoil, run) {
  const table = tables[run % tables.length]
  return { table, said: spoil(table, tests.createDraw(seed * 1_000_003 + run)) }
}

/** The best of three, for other programs may run beside this one. */
function timeOf({ form, edition }, said) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    tests.inferred(form, said, edition)
    best = Math.min(best, performance.now() - start)
  }
  return best
}

function complain(name, run, table, said) {
  process.stderr.write(`${name}, ${run}, ${table.name}: ${JSON.stringify(said)}\n`)
}

function chosen(kinds) {
  return Object.entries(kinds).filter(([name]) => name.includes(options.only))
}

function print([first, ...others]) {
  process.stdout.write(
    `${String(first).padEnd(52)}${others.map(each => String(each).padStart(14)).join('')}\n`,
  )
}

/** TypeScript of the tests, as it stands. */
async function load(name, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.', sourcefile: `${name}.ts` },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    define: { __GOUJI_VERSION__: '""', __GOUJI_BUILD__: '""', __GOUJI_LATE__: '""' },
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}
