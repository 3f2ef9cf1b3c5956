// What scripts/check-queries.sh runs: node scripts/queries.mjs FOLDER [--write], where FOLDER has DuckDB installed.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { layOut, reportWriters } from '../dist/testing.js'

const [folder, mode] = process.argv.slice(2)
const pages = ['docs/collect.md', 'docs/collect.zh-CN.md']
collectFigures()
const { DuckDBInstance } = createRequire(join(resolve(folder), 'package.json'))('@duckdb/node-api')
const connection = await (await DuckDBInstance.create(':memory:')).connect()
await connection.run(`SET file_search_path = '${folder}'`)

let queries = 0
let wrong = 0
for (const page of pages) {
  const text = readFileSync(page, 'utf8')
  const answered = await replaceAll(text, /```sql\n([\s\S]*?)```\n\n```output\n([\s\S]*?)```/g, answerTo)
  const all = text.match(/^```sql$/gm)?.length ?? 0
  const answeredHere = answered.match(/```sql\n[\s\S]*?```\n\n```output\n/g)?.length ?? 0
  if (all === 0 || all !== answeredHere) throw new Error(`${page}: a query without its output`)
  queries += all
  if (mode === '--write') writeFileSync(page, answered)
}
console.log(`${queries} queries run, ${wrong} with other answers than on the pages`)
process.exitCode = wrong > 0 && mode !== '--write' ? 1 : 0

/** The reports of the demo and of two cities, into one Parquet file. */
function collectFigures() {
  cpSync('fixtures/demo', join(folder, 'demo'), { recursive: true })
  mkdirSync(join(folder, 'city'))
  for (const year of [2023, 2024, 2025]) {
    const report = JSON.parse(readFileSync(`fixtures/figures/city-${year}.json`, 'utf8'))
    writeFileSync(join(folder, `city/${year}.csv`), reportWriters[0].write(layOut(report)))
  }
  const command = [resolve('bin/gouji.js'), 'collect', 'demo', 'city', '-o', 'figures.parquet']
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

async function answerTo(block, query, shown) {
  const result = await connection.runAndReadAll(query)
  const rows = [result.columnNames(), ...result.getRows()]
  const lines = rows.map(row => `${row.map(field => String(field ?? '')).join(' | ')}`.trimEnd())
  const answer = lines.map(line => `${line}\n`).join('')
  if (answer !== shown) {
    wrong++
    console.log(`${query}\nanswers\n${answer}\nnot\n${shown}`)
  }
  return block.replace(/```output\n[\s\S]*$/, () => `\`\`\`output\n${answer}\`\`\``)
}

async function replaceAll(text, pattern, replace) {
  const matches = [...text.matchAll(pattern)]
  const replaced = []
  for (const match of matches) replaced.push(await replace(...match))
  return text.replace(pattern, () => replaced.shift())
}
