// Annotates workbooks, has LibreOffice read the files and their copies, and compares what it reads: every value as it is
// held and as it is shown, and every formula. Also that it finds each note and each link. Run `npm run build` first.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import {
  annotateSource,
  balancedFigures,
  checkSource,
  editions,
  keptReport,
  layOut,
  nodeHost,
  reportWriters,
  templateWorkbook,
} from '../dist/testing.js'

const options = { language: 'zh-CN', profile: 'strict' }
/** What LibreOffice exports of each sheet: values as held, as shown, formulas. */
const exports = { held: 'false,false,false', shown: 'true,false,false', formulas: 'false,true,false' }
/** By what a file is. Of copies that are made anew only the values are those of the file. */
const kept = { xlsx: ['held', 'shown', 'formulas'], xls: ['held'], ods: ['held'] }
/** What a copy that is made anew holds as the text that is shown. */
const becomesText = /^"?(?:\d\d\/\d\d\/\d{4}|[\d.]+%|TRUE|FALSE|[01]|\d+E\+\d+)"?$/

const work = mkdtempSync(join(tmpdir(), 'gouji-annotate-'))
const counts = { files: 0, sheets: 0, cells: 0, 'cells as text': 0, notes: 0, links: 0, differences: 0 }
try {
  if (spawnSync('soffice', ['--version']).error)
    console.log('LibreOffice (soffice) is not installed; nothing is done.')
  else await compareAll()
} finally {
  rmSync(work, { recursive: true })
}

async function compareAll() {
  for (const folder of ['file', 'copy', 'saved']) mkdirSync(join(work, folder))
  const formats = new Map()
  for (const [name, bytes] of [...(await inputs())].sort()) {
    const source = { path: name, bytes, isNamed: true }
    const checked = await checkSource(source, options, nodeHost)
    if (checked.kind !== 'checked' || checked.file.tables.length === 0) continue
    if (!kept[checked.file.format]) continue
    const { bytes: copy } = await annotateSource(source, checked.file, options, nodeHost)
    writeFileSync(join(work, 'file', name), bytes)
    writeFileSync(join(work, 'copy', copyName(name)), copy)
    formats.set(name, checked.file.format)
  }
  const names = [...formats.keys()]
  convert('copy', 'saved', names.map(copyName), 'xlsx')
  for (const [kind, tokens] of Object.entries(exports)) {
    const filter = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,${tokens},false,-1`
    const wanted = names.filter(name => kept[formats.get(name)].includes(kind))
    for (const folder of ['file', 'copy']) mkdirSync(join(work, `${kind} ${folder}`))
    convert('file', `${kind} file`, wanted, filter)
    convert('copy', `${kind} copy`, wanted.map(copyName), filter)
    for (const name of wanted) compareSheets(kind, name, formats.get(name) !== 'xlsx')
  }
  for (const name of names) countMarks(name)
  counts.files = names.length
  console.log(
    Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', '),
  )
  process.exitCode = counts.differences > 0 ? 1 : 0
}

/** Workbooks of the fixtures, blank forms, and reports with a wrong figure in every way of writing a workbook. */
async function inputs() {
  const found = new Map()
  for (const path of readdirSync('fixtures', { recursive: true, encoding: 'utf8' }).map(path =>
    join('fixtures', path),
  ))
    if (/\.(xlsx|xlsm|xls|et|ods)$/.test(path))
      found.set(`${found.size}-${basename(path)}`, readFileSync(path))
  for (const edition of editions) {
    found.set(`template-${edition.id}.xlsx`, await templateWorkbook(edition))
    const figures = new Map(balancedFigures(edition.id, 7)).set(
      'requests.outcomes.total.naturalPerson',
      '9999',
    )
    figures.set('requests.newRequests.legalEntity.commercial', '')
    const report = layOut(keptReport(edition.id, figures))
    for (const [at, { extension, write }] of reportWriters.entries())
      if (/xlsx|xls|et|ods/.test(extension) && !reportWriters[at].encoding)
        found.set(`written-${edition.id}-${at}.${extension}`, write(report))
  }
  return found
}

function copyName(name) {
  return extname(name) === '.xlsm'
    ? name
    : `${name.slice(0, -extname(name).length)}${extname(name).replace('.', '_')}.xlsx`
}

function convert(from, to, names, filter) {
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`
  const files = names.map(name => join(work, from, name))
  const args = [profile, '--headless', '--convert-to', filter, '--outdir', join(work, to), ...files]
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`)
}

/** Every sheet of the file against that of the copy; blank ends of lines and of the sheet say nothing. */
function compareSheets(kind, name, isMade) {
  const base = name.slice(0, -extname(name).length)
  const copyBase = copyName(name).replace(/\.xlsx$/, '')
  const sheets = readdirSync(join(work, `${kind} file`)).filter(file => file.startsWith(`${base}-`))
  if (sheets.length === 0) differ(name, kind, 'nothing was exported')
  for (const sheet of sheets) {
    const cells = cellsOf(join(work, `${kind} file`, sheet))
    // A copy that is made anew has no blank sheets.
    if (isMade && cells.length === 0) continue
    const copy = cellsOf(join(work, `${kind} copy`, `${copyBase}-${sheet.slice(base.length + 1)}`))
    counts.sheets++
    counts.cells += cells.filter(cell => !/^[,\n]$/.test(cell)).length
    for (let at = 0; at < Math.max(cells.length, copy.length); at++) {
      if (cells[at] === copy[at]) continue
      if (isMade && becomesText.test(cells[at]) && !copy[at]?.startsWith(`"`)) counts['cells as text']++
      else {
        differ(
          name,
          kind,
          `${sheet}: ${cells.slice(at, at + 8).join('')} | ${copy.slice(at, at + 8).join('')}`,
        )
        break
      }
    }
  }
}

/** Cells and what stands between them. */
function cellsOf(path) {
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8').replace(/,+$/gm, '').trimEnd()
  return text.match(/"(?:[^"]|"")*"|[^,\n]+|[,\n]/g) ?? []
}

/** Notes and links in the copy, and in what LibreOffice saves of it. */
function countMarks(name) {
  const [copy, saved] = ['copy', 'saved'].map(folder => {
    const parts = partsOf(readFileSync(join(work, folder, copyName(name))))
    const count = (part, pattern) =>
      [...parts]
        .filter(([key]) => part.test(key))
        .reduce((sum, [, text]) => sum + (text.match(pattern)?.length ?? 0), 0)
    return {
      notes: count(/xl\/comments/, /<comment /g),
      links: count(/xl\/worksheets\/sheet/, /<hyperlink /g),
    }
  })
  counts.notes += saved.notes
  counts.links += saved.links
  if (copy.notes !== saved.notes) differ(name, 'notes', `${saved.notes} of ${copy.notes}`)
  if (copy.links !== saved.links) differ(name, 'links', `${saved.links} of ${copy.links}`)
}

function partsOf(bytes) {
  const parts = new Map()
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const offset = bytes.readUInt32LE(at + 42)
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    parts.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

function differ(name, kind, what) {
  counts.differences++
  console.log(`${name} (${kind}): ${what}`)
}
