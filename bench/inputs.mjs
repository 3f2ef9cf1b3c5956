import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  balancedFigures,
  createCounty,
  createDraw,
  encode,
  htmlStyles,
  keptReport,
  layOut,
  numbered,
  plainStyle,
  reportOf,
  reportSheet,
  sheetOf,
  writeAs,
  writeReport,
  writeText,
  writeWorkbook,
} from '../dist/testing.js'
import { judge, relatedRefs } from './corruption/relations.mjs'
import { mistype } from './corruption/typing.mjs'

const folderSize = 100
/** One report in so many has a total that is one too high. */
const flawedEach = 50
/** The relations that such a total breaks: its row's, its column's and the balance. */
const relationsBroken = 3

/** Folders of CSV files, half without a quotation mark, half with broken heads, each half UTF-8 and half GB18030. */
export function writeCsvReports(folder, count) {
  return writeReports(folder, count, 'csv', csvIn)
}

/** The reports of a county that add up, with its roster: so many bodies, three years each. */
export function writeCounty(folder, bodies) {
  const county = createCounty({ below: [bodies - 1], years: [2022, 2023, 2024], seed: 1 })
  for (const year of county.years) {
    mkdirSync(join(folder, String(year)), { recursive: true })
    for (const { name } of county.bodies) {
      const { rows } = reportSheet(reportOf(county, name, year))
      writeFileSync(join(folder, String(year), `${name}.csv`), writeText(rows, plainStyle))
    }
  }
  writeFileSync(join(folder, 'gouji.json'), JSON.stringify({ bodies: county.bodies.map(listed) }))
  return { folder, count: bodies * county.years.length, failed: 0 }
}

function listed({ name, parent }) {
  return parent === null ? { name } : { name, parent }
}

/** The same reports twice, in the styles of `writeCsvReports`: once sound, once with one figure mistyped in each. */
export function writeSoundAndMistyped(folder, count) {
  const draw = createDraw(1)
  const [sound, mistyped] = ['sound', 'mistyped'].map(name => ({
    folder: join(folder, name),
    count,
    failed: 0,
  }))
  for (let index = 0; index < count; index++) {
    const edition = editionAt(index)
    const figures = balancedFigures(edition, index)
    const wrong = new Map([...figures, ...mistypedFigure(figures, draw)])
    mistyped.failed += judge(wrong).identities.length
    for (const [to, of] of [
      [sound, figures],
      [mistyped, wrong],
    ])
      writeFile(to.folder, index, 'csv', csvIn(layOut(keptReport(edition, of)), index))
  }
  return { sound, mistyped }
}

function mistypedFigure(figures, draw) {
  const refs = relatedRefs(figures)
  for (;;) {
    const ref = refs[draw(refs.length)]
    const text = mistype(figures.get(ref), draw)
    if (text !== null) return [[ref, text]]
  }
}

function csvIn(report, index) {
  const style = {
    ...plainStyle,
    quotes: index % 2 === 0 ? 'where-needed' : 'broken',
    encoding: index % 4 < 2 ? 'utf-8' : 'gb18030',
  }
  return writeText(sheetOf(report).rows, style)
}

export function writeWorkbooks(folder, count) {
  return writeReports(folder, count, 'xlsx', workbook)
}

/** Half plain pages, half as Word saves them, each half UTF-8 and half GB18030. */
export function writePages(folder, count) {
  return writeReports(folder, count, 'html', (report, index) => {
    const page = index % 2 === 0 ? htmlStyles.spans(report) : htmlStyles.word(report)
    return encode(page, index % 4 < 2 ? 'utf-8' : 'gb18030')
  })
}

/** Half as Word writes them, half as WPS does. */
export function writeDocuments(folder, count) {
  return writeReports(folder, count, 'docx', (report, index) =>
    writeReport(report, index % 2 === 0 ? 'word' : 'wps'),
  )
}

/** The same saved as `xls` or `ods`. */
export function writeOldWorkbooks(folder, count, extension) {
  const bookType = extension === 'xls' ? 'biff8' : extension
  return writeReports(folder, count, extension, report => writeAs(bookType, [numbered(sheetOf(report))]))
}

/** What was written: the folder, how many files, and how many relations among all of them fail. */
function writeReports(folder, count, extension, write) {
  for (let index = 0; index < count; index++)
    writeFile(folder, index, extension, write(reportAt(index), index))
  return { folder, count, failed: Math.ceil(count / flawedEach) * relationsBroken }
}

function writeFile(folder, index, extension, bytes) {
  const part = join(folder, `示例县${String(Math.floor(index / folderSize)).padStart(3, '0')}`)
  if (index % folderSize === 0) mkdirSync(part, { recursive: true })
  writeFileSync(join(part, `示例镇${String(index).padStart(5, '0')}.${extension}`), bytes)
}

function editionAt(index) {
  return index % 8 < 4 ? '2019' : '2021'
}

function reportAt(index) {
  const edition = editionAt(index)
  const figures = balancedFigures(edition, index)
  const total = 'requests.outcomes.total.naturalPerson'
  if (index % flawedEach === 0) figures.set(total, String(Number(figures.get(total)) + 1))
  return layOut(keptReport(edition, figures))
}

function workbook(report) {
  return writeWorkbook([numbered(sheetOf(report))])
}

/** One file of each kind, as somebody checks the report just filled in. */
export function writeSingles(folder) {
  mkdirSync(folder, { recursive: true })
  const report = reportAt(1)
  const { rows } = sheetOf(report)
  const paths = {
    plain: join(folder, 'plain.csv'),
    quoted: join(folder, 'quoted.csv'),
    workbook: join(folder, 'workbook.xlsx'),
  }
  writeFileSync(paths.plain, writeText(rows, plainStyle))
  writeFileSync(paths.quoted, writeText(rows, { ...plainStyle, quotes: 'broken', encoding: 'gb18030' }))
  writeFileSync(paths.workbook, workbook(report))
  return paths
}
