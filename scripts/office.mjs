// Writes the reports of fixtures/office that LibreOffice saves from kept figures, where it is installed. The outcome is
// committed; tests/formats/office.test.ts reads it, and needs no LibreOffice.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { htmlStyles, layOut, numbered, sheetOf, sheetsOf, writeWorkbook } from '../dist/testing.js'

const reports = ['city-2024', 'office-2019', 'district-mixed-2024', 'township-2020', 'office-2025']
const folder = 'fixtures/office'
/** In bytes. */
const most = 40_000

const work = mkdtempSync(join(tmpdir(), 'gouji-office-'))
try {
  if (spawnSync('soffice', ['--version']).error)
    console.log('LibreOffice (soffice) is not installed; nothing is written.')
  else {
    for (const extension of ['sheet', 'sheets', 'page']) mkdirSync(join(work, extension))
    for (const name of reports) writeReport(name)
    saveAll()
  }
} finally {
  rmSync(work, { recursive: true })
}

/** What LibreOffice is given: a workbook with one sheet, one with a sheet for each table, and a page. */
function writeReport(name) {
  const report = layOut(JSON.parse(readFileSync(`fixtures/figures/${name}.json`, 'utf8')))
  writeFileSync(join(work, 'sheet', `${name}.xlsx`), writeWorkbook([numbered(sheetOf(report))]))
  writeFileSync(join(work, 'sheets', `${name}.xlsx`), writeWorkbook(sheetsOf(report).map(numbered)))
  writeFileSync(join(work, 'page', `${name}.html`), htmlStyles.spans(report))
}

function saveAll() {
  convert('sheet', 'xlsx', 'ods')
  convert('sheet', 'xlsx', 'xls')
  convert('ods', 'ods', 'xlsx')
  // All sheets come to stand on one page.
  convert('sheets', 'xlsx', 'html')
  convert('page', 'html', 'odt', 'odt:writer8', '--infilter=HTML (StarWriter)')
  convert('odt', 'odt', 'docx', 'docx:MS Word 2007 XML')
  for (const name of reports) {
    for (const extension of ['xlsx', 'xls', 'ods', 'html', 'docx']) keep(name, extension, extension)
    // What WPS calls an .xls.
    keep(name, 'xls', 'et')
  }
}

function convert(from, extension, to, filter = to, ...more) {
  const files = reports.map(name => join(work, from, `${name}.${extension}`))
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`
  const options = [profile, '--headless', ...more, '--convert-to', filter, '--outdir', join(work, to)]
  const { status, stderr } = spawnSync('soffice', [...options, ...files], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`)
}

function keep(name, from, extension) {
  const file = join(work, from, `${name}.${from}`)
  const { size } = statSync(file)
  if (size > most) throw new Error(`${name}.${extension} has ${size} bytes`)
  copyFileSync(file, `${folder}/${name}.${extension}`)
}
