import type { Edit } from '../diagnostics/diagnostic.ts'
import type { Document } from '../document/document.ts'
import { hasLines } from '../document/format.ts'
import type { Fact } from '../model/fact.ts'
import type { ReportTable } from '../model/report.ts'
import type { Source } from '../readers/index.ts'
import { plainWriting } from '../rules/index.ts'
import { decode } from '../text/decode.ts'
import { createLineIndex } from '../text/line-index.ts'

/** What can be done about the way in which a figure is written. */
export interface Rewrite {
  /** True when a person has to write it. */
  readonly isByHand: boolean
  /** Null also in formats of which the bytes cannot be edited. */
  readonly edit: Edit | null
}

export type Rewriter = (fact: Fact, table: ReportTable) => Rewrite

const byHand: Rewrite = { isByHand: true, edit: null }
const elsewhere: Rewrite = { isByHand: false, edit: null }

/** Finds the edits of a file: only where the very text of the cell, and nothing else, stands at its place. */
export function rewriterOf({ bytes }: Source, { format, encoding }: Document): Rewriter {
  const isText = hasLines(format) && encoding !== null
  let textAt: ((location: Edit['location']) => string) | undefined
  return (fact, table) => {
    const text = plainWriting(fact, table)
    if (text === null || !fact.place) return byHand
    if (!isText) return elsewhere
    const location = fact.place.grid.locate(fact.place.row, fact.place.column)
    textAt ??= readerOf(decode(bytes)?.text ?? '')
    return textAt(location) === fact.raw ? { isByHand: false, edit: { location, text } } : byHand
  }
}

function readerOf(text: string): (location: Edit['location']) => string {
  const index = createLineIndex(text)
  return ({ line, column, endLine, endColumn }) =>
    text.slice(index.offset(line, column), index.offset(endLine, endColumn))
}
