import type { FileResult, Result, Skipped } from '../diagnostics/diagnostic.ts'
import { outputStarts } from '../name.ts'
import { bodyLists, bodyRow, sortedBodies } from './bodies.ts'
import { bodyColumns, bodyWords } from './body-words.ts'
import { type Entry, entriesOf } from './entries.ts'
import { isJudged } from './is-judged.ts'
import { markdownText } from './markdown-text.ts'
import { placeWords } from './place-words.ts'
import { type PrettyWords, prettyWords } from './pretty-words.ts'
import type { Reporter } from './reporter.ts'
import { type SheetWords, sheetWords, standingText } from './sheet-words.ts'
import { countEntries, isPartial } from './standing.ts'
import { waiverWords } from './waiver-words.ts'

/** In bytes of UTF-8: the summary of a step on GitHub may have 1 MiB, and is lost when it has more. */
const most = 900 * 1024

interface ListedFile {
  readonly file: FileResult
  readonly entries: readonly Entry[]
}

/** Lines that stand or go together. */
interface Piece {
  readonly text: string
  /** What is gone with them. */
  readonly of?: 'file' | 'finding' | 'skipped'
}

/** A summary for a job, a merge request or a mail. */
export const markdown: Reporter = result => {
  const words = sheetWords[result.language]
  const pretty = prettyWords[result.language]
  const listed = result.files.map(file => ({ file, entries: entriesOf(file) }))
  return cutToSize(
    [
      ...headOf(result, listed, words, pretty),
      ...bodiesOf(result),
      ...listed.flatMap(each => sectionOf(each, words, pretty)),
      ...skippedList(result.skipped, pretty),
    ],
    words,
  )
}

/** How all of it stands, and a table of the files. */
function headOf(
  result: Result,
  listed: readonly ListedFile[],
  words: SheetWords,
  pretty: PrettyWords,
): readonly Piece[] {
  const { tool, summary } = result
  const counted = words.counted(summary.files, countEntries(listed.flatMap(({ entries }) => entries)))
  const title = {
    text: `${outputStarts.summary}${tool.name}${words.colon}${counted}\n\n${pretty.relations(summary.relations)}${isJudged(summary.between) ? pretty.between(summary.between) : ''}\n`,
  }
  const partial = isPartial(result)
  const remark = partial ? [{ text: `\n${words.errorsOnly}\n` }] : []
  if (listed.length === 0) return [title, ...remark]
  const heads = words.fileHeads
  const rows = listed.map(({ file, entries }) => {
    const { error, warning, info } = countEntries(entries)
    const said = standingText(file, words, partial)
    const { held, failed, unknown } = file.relations
    const cells = [
      file.path,
      file.body ?? '',
      file.year ?? '',
      said,
      error,
      warning,
      info,
      file.waived.length,
    ]
    return { text: row([...cells, failed, unknown, held]), of: 'file' } as const
  })
  return [title, ...remark, { text: `\n${row(heads)}${row(heads.map(() => '---'))}` }, ...rows]
}

/** How the bodies stand, above what each file says. */
function bodiesOf(result: Result): readonly Piece[] {
  if (result.bodies.length === 0) return []
  const words = bodyWords[result.language]
  const rows = sortedBodies(result).listed.map(body => {
    const { body: name, years, counts, causes } = bodyRow(body, result)
    return { text: row([name, years, ...counts, causes.join(words.separator)]) }
  })
  const heads = bodyColumns.map(column => words.heads[column])
  return [
    { text: `\n### ${words.title(result.bodies.length)}\n` },
    ...(rows.length > 0 ? [{ text: `\n${row(heads)}${row(heads.map(() => '---'))}` }, ...rows] : []),
    ...bodyLists(result).map(({ title, names }) => {
      return { text: `\n${title}${names.map(markdownText).join(words.separator)}\n` }
    }),
  ]
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map(each => markdownText(String(each))).join(' | ')} |\n`
}

/** What a file has to say; nothing of one that has nothing. */
function sectionOf({ file, entries }: ListedFile, words: SheetWords, pretty: PrettyWords): readonly Piece[] {
  if (entries.length + file.waived.length + file.off.length === 0) return []
  return [
    { text: `\n### ${markdownText(file.path)}\n\n` },
    ...entries.map(({ severity, code, location, message }) => {
      const place = markdownText(placeWords(file, location, words))
      const text = `- **${pretty.severity[severity]}** ${code} ${place}${words.colon}${markdownText(message)}\n`
      return { text, of: 'finding' } as const
    }),
    ...file.waived.map(waived => {
      const { code, location, message } = waived.diagnostic
      const place = markdownText(placeWords(file, location, words))
      const reason = markdownText(waiverWords(waived, words))
      const text = `- ${code} ${place}${words.colon}${markdownText(message)} — ${reason}\n`
      return { text, of: 'finding' } as const
    }),
    ...(file.off.length > 0 ? [{ text: `- ${words.off}${words.colon}${file.off.join(' ')}\n` }] : []),
  ]
}

function skippedList(skipped: readonly Skipped[], pretty: PrettyWords): readonly Piece[] {
  if (skipped.length === 0) return []
  return [
    { text: `\n### ${pretty.skipped(skipped.length)}\n\n` },
    ...skipped.map(({ path, reason }) => {
      const text = `- ${markdownText(path)} (${pretty.skipReason[reason]})\n`
      return { text, of: 'skipped' } as const
    }),
  ]
}

/** All of it, or as much as fits and what is missing. */
function cutToSize(pieces: readonly Piece[], words: SheetWords): string {
  const encoder = new TextEncoder()
  let size = 0
  const end = pieces.findIndex(({ text }) => {
    size += encoder.encode(text).length
    return size > most
  })
  if (end < 0) return pieces.map(({ text }) => text).join('')
  const count = (kind: Piece['of']) => pieces.slice(end).filter(({ of }) => of === kind).length
  const rest = words.cut({ files: count('file'), findings: count('finding'), skipped: count('skipped') })
  return `${pieces
    .slice(0, end)
    .map(({ text }) => text)
    .join('')}\n${rest}\n`
}
