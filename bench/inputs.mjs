import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, write } from 'xlsx'
import {
  balancedFigures,
  keptReport,
  plainStyle,
  reportSheet,
  writeText,
  writeWorkbook,
} from '../dist/testing.js'

const folderSize = 100
/** One report in so many has a total that is one too high. */
const flawedEach = 50
/** The relations that such a total breaks: its row's, its column's and the balance. */
const relationsBroken = 3

/** Folders of CSV files, half without a quotation mark, half with broken heads, each half UTF-8 and half GB18030. */
export function writeCsvReports(folder, count) {
  const style = index => ({
    ...plainStyle,
    quotes: index % 2 === 0 ? 'where-needed' : 'broken',
    encoding: index % 4 < 2 ? 'utf-8' : 'gb18030',
  })
  return writeReports(folder, count, 'csv', (sheet, index) => writeText(sheet.rows, style(index)))
}

export function writeWorkbooks(folder, count) {
  return writeReports(folder, count, 'xlsx', ({ name, rows, merges }) =>
    writeWorkbook([{ name, rows: rows.map(row => row.map(asNumber)), merges }]),
  )
}

/** The same saved as `xls` or `ods`. */
export function writeOldWorkbooks(folder, count, extension) {
  const bookType = extension === 'xls' ? 'biff8' : extension
  return writeReports(folder, count, extension, ({ name, rows, merges }) => {
    const bytes = writeWorkbook([{ name, rows: rows.map(row => row.map(asNumber)), merges }])
    return write(read(bytes), { type: 'buffer', bookType })
  })
}

/** What was written: the folder, how many files, and how many relations among all of them fail. */
function writeReports(folder, count, extension, write) {
  for (let index = 0; index < count; index++) {
    const part = join(folder, `示例县${String(Math.floor(index / folderSize)).padStart(3, '0')}`)
    if (index % folderSize === 0) mkdirSync(part, { recursive: true })
    writeFileSync(
      join(part, `示例镇${String(index).padStart(5, '0')}.${extension}`),
      write(sheet(index), index),
    )
  }
  return { folder, count, failed: Math.ceil(count / flawedEach) * relationsBroken }
}

function sheet(index) {
  const edition = index % 8 < 4 ? '2019' : '2021'
  const figures = balancedFigures(edition, index)
  const total = 'requests.outcomes.total.naturalPerson'
  if (index % flawedEach === 0) figures.set(total, String(Number(figures.get(total)) + 1))
  return reportSheet(keptReport(edition, figures))
}

function asNumber(text) {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

/** One file of each kind, as somebody checks the report just filled in. */
export function writeSingles(folder) {
  mkdirSync(folder, { recursive: true })
  const { name, rows, merges } = sheet(1)
  const paths = {
    plain: join(folder, 'plain.csv'),
    quoted: join(folder, 'quoted.csv'),
    workbook: join(folder, 'workbook.xlsx'),
  }
  writeFileSync(paths.plain, writeText(rows, plainStyle))
  writeFileSync(paths.quoted, writeText(rows, { ...plainStyle, quotes: 'broken', encoding: 'gb18030' }))
  writeFileSync(paths.workbook, writeWorkbook([{ name, rows: rows.map(row => row.map(asNumber)), merges }]))
  return paths
}
