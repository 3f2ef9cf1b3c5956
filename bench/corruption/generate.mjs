// Writes reports with known mistakes and what is wrong with each:
// node bench/corruption/generate.mjs --seed 1 --count 6800 -o FOLDER
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { csvOf, labelOf, reportAt } from './corrupt.mjs'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '6800' },
    output: { type: 'string', short: 'o' },
  },
})
const [seed, count] = [values.seed, values.count].map(Number)
if (!values.output || !Number.isInteger(seed) || !Number.isInteger(count) || count < 1) {
  console.error('usage: node bench/corruption/generate.mjs [--seed N] [--count M] -o FOLDER')
  process.exit(2)
}
mkdirSync(values.output, { recursive: true })
// What is left from another run would be checked as well.
if (readdirSync(values.output).length > 0) {
  console.error(`${values.output} is not empty`)
  process.exit(2)
}

const files = []
for (let index = 0; index < count; index++) {
  const file = `${String(index).padStart(5, '0')}.csv`
  // Each is judged by itself, so that each is of a body of its own.
  const report = { ...reportAt(seed, index), body: `示例${inChinese(index)}镇` }
  writeFileSync(join(values.output, file), csvOf(report))
  files.push(labelOf(file, report))
}
const lines = files.map(label => JSON.stringify(label))
writeFileSync(
  join(values.output, 'labels.json'),
  `{"version":1,"seed":${seed},"count":${count},"files":[\n${lines.join(',\n')}\n]}\n`,
)
console.log(`${count} reports, seed ${seed}: ${values.output}`)

function inChinese(number) {
  return String(number).replace(/\d/g, digit => '〇一二三四五六七八九'[Number(digit)])
}
