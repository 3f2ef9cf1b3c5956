// A plain check of the sums, as spreadsheets with formulas and small scripts do it today: every total, every balance,
// a blank counts as 0. It says which sums do not agree and names no cell.
// node bench/corruption/baseline.mjs FOLDER prints its answers as JSON.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const caseGroups = ['行政复议', '未经复议直接起诉', '复议后起诉']

/** The sums of a report that do not agree, one message each. */
export function failedSums(csv) {
  const rows = csv
    .trimEnd()
    .split('\n')
    .map(line => line.split(','))
  const find = label => rows.findIndex(row => row[0].startsWith(label))
  const [first, last] = [find('一、本年新收'), find('四、结转下年度')]
  const table = rows.slice(first, last + 1)
  const figures = table.map(row => row.slice(3, 10).map(numberOf))
  const [fresh, over, ...outcomes] = figures.slice(0, -2)
  const [total, forward] = figures.slice(-2)
  const cases = rows.at(-1).slice(0, 15).map(numberOf)

  const messages = []
  const compare = (place, left, right) => {
    if (left !== right) messages.push(`${place}: ${left} ≠ ${right}`)
  }
  for (const [index, row] of figures.entries())
    compare(table[index].slice(0, 3).filter(Boolean).at(-1), row[6], sum(row.slice(0, 6)))
  for (const [column, name] of applicants.entries()) {
    compare(`（七）总计 × ${name}`, total[column], sum(outcomes.map(row => row[column])))
    compare(`勾稽关系 × ${name}`, fresh[column] + over[column], total[column] + forward[column])
  }
  for (const [index, name] of caseGroups.entries())
    compare(name, cases[index * 5 + 4], sum(cases.slice(index * 5, index * 5 + 4)))
  return messages
}

/** The answers for all CSV files of a folder, by name. */
export function checkFolder(folder) {
  const files = readdirSync(folder).filter(file => file.endsWith('.csv'))
  return files.map(file => ({ path: file, messages: failedSums(readFileSync(join(folder, file), 'utf8')) }))
}

function numberOf(text) {
  return Number(text.trim() || 0)
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify({ files: checkFolder(process.argv[2]) }, null, 1))
