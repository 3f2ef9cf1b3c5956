// Milliseconds that one report takes inside one process, the harder the more is wrong with it, and the most of
// processor time, which bears other load better:
// node bench/corruption/hard.mjs [--count N] [--seed N] [--json]
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { checkSource, createDraw, nodeHost } from '../../dist/testing.js'
import { corruptReport, csvOf } from './corrupt.mjs'
import { errorsOf, kinds, several } from './kinds.mjs'
import { relatedRefs } from './relations.mjs'
import { manners } from './reports.mjs'
import { median } from './scoring.mjs'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const [count, seed] = [values.count, values.seed].map(Number)
const warmUp = 40

const named = id => kinds.find(kind => kind.id === id)
const hard = [
  named('none'),
  ...[1, 2, 3, 4, 6, 8, 12, 20, 60].map(errorsOf),
  ...['moved', 'swapped-in-column', 'total-row-counts-group-twice', 'row-shifted', 'column-zeroed'].map(
    named,
  ),
  ...['zeros-blank', 'error-and-zeros-blank'].map(named),
  blanksAnd(8, 0),
  blanksAnd(8, 4),
  blanksAnd(40, 3),
  blanksAnd(126, 2),
]

function blanksAnd(blanks, errors) {
  return {
    id: `${blanks} blanks and ${errors} errors`,
    corrupt(figures, draw) {
      const mistyped = errorsOf(errors).corrupt(figures, draw)
      if (!mistyped) return null
      const wrong = mistyped.errors.flatMap(error => [...error.keys()])
      const rest = relatedRefs(figures).filter(ref => !wrong.includes(ref))
      return { errors: mistyped.errors, blanks: several(rest, blanks, draw) }
    },
  }
}

const lines = []
for (const kind of hard) {
  const times = []
  let mostCpu = 0
  for (let index = -warmUp; index < count; index++) {
    const draw = createDraw(Math.imul(seed, 0x9e3779b1) + index)
    const source = manners[(index + warmUp) % manners.length]
    const { wall, cpu } = await timeOf(csvOf(corruptReport(kind, source, draw)))
    if (index < 0) continue
    times.push(wall)
    mostCpu = Math.max(mostCpu, cpu)
  }
  times.sort((a, b) => a - b)
  const p95 = times[Math.ceil(times.length * 0.95) - 1]
  lines.push({ name: kind.id, median: median(times), p95, max: times.at(-1), mostCpu })
}
if (values.json) console.log(JSON.stringify(lines))
else
  for (const { name, median, p95, max, mostCpu } of lines)
    console.log(name.padEnd(30), ...[median, p95, max, mostCpu].map(time => time.toFixed(2).padStart(8)))

async function timeOf(bytes) {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  await checkSource({ path: '示例镇.csv', bytes }, { language: 'zh-CN', profile: 'standard' }, nodeHost)
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  return { wall, cpu: (user + system) / 1000 }
}
