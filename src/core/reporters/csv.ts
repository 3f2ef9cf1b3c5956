import type { Diagnostic, FileResult } from '../diagnostics/diagnostic.ts'
import { outputStarts } from '../name.ts'
import { withoutFormula } from '../text/no-formula.ts'
import { type Entry, entriesOf } from './entries.ts'
import { placeWords } from './place-words.ts'
import { prettyWords } from './pretty-words.ts'
import type { Reporter } from './reporter.ts'
import { sheetWords, standingText } from './sheet-words.ts'
import { isPartial } from './standing.ts'
import { visible } from './visible.ts'
import { waiverWords } from './waiver-words.ts'

/**
 * A sheet for a reviewer, a row for each thing to look at; a file without any, and one that was not checked, has a row
 * that says so. It begins with a byte order mark, without which Excel takes UTF-8 for GBK.
 */
export const csv: Reporter = result => {
  const { language, files, skipped } = result
  const words = sheetWords[language]
  const pretty = prettyWords[language]
  const partial = isPartial(result)
  const about = (each: Entry | Diagnostic, file: FileResult) => [
    pretty.severity[each.severity],
    each.code,
    each.name,
    placeWords(file, each.location, words),
    each.ref ?? '',
    each.message,
    each.notes.join(' '),
  ]
  const cleanRow = (file: FileResult) => {
    const judged = file.role === 'report' ? pretty.relations(file.relations).trim() : ''
    return [standingText(file, words, partial), '', '', '', '', judged]
  }
  const rowsOf = (file: FileResult) => {
    const subject = [file.path, file.body ?? '', file.year === null ? '' : String(file.year)]
    const entries = entriesOf(file).map(entry => about(entry, file))
    const waived = file.waived.map(each => [...about(each.diagnostic, file), waiverWords(each, words)])
    return [...(entries.length > 0 ? entries : [cleanRow(file)]), ...waived].map(row => [...subject, ...row])
  }
  const left = skipped.map(({ path, reason }) => {
    const said = [words.unchecked, '', '', '', '', pretty.skipReason[reason]]
    return [path, '', '', ...said]
  })
  const heads = `${outputStarts.sheets[language]}${words.sheetHeads.map(quoted).join(',')}`
  const columns = heads.split(',')
  const lines = [...files.flatMap(rowsOf), ...left].map(row =>
    columns.map((_, index) => quoted(row[index] ?? '')).join(','),
  )
  return [heads, ...lines].map(line => `${line}\r\n`).join('')
}

function quoted(text: string): string {
  return `"${withoutFormula(visible(text)).replaceAll('"', '""')}"`
}
