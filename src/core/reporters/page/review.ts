import type { FileResult } from '../../diagnostics/diagnostic.ts'
import type { Entry } from '../entries.ts'
import { tableName } from '../table-name.ts'
import type { PageContext } from './context.ts'
import type { Markup } from './markup.ts'
import { byTable } from './relations.ts'
import { tableOf } from './table.ts'

/** What is left to a person: first of this file, then of every report. */
export function reviewOf(
  file: FileResult,
  entries: readonly Entry[],
  caption: Markup,
  context: PageContext,
): Markup {
  const { words } = context
  const items = [...itemsOf(file, entries, context), ...words.reviewItems]
  return tableOf(
    'review',
    caption,
    words.reviewHeads,
    items.map((text, index) => ({ cells: [`${index + 1}. ${text}`, words.reviewResult] })),
  )
}

function itemsOf(
  { record, waived }: FileResult,
  entries: readonly Entry[],
  { words, language }: PageContext,
): readonly string[] {
  const unknown = byTable(record?.relations.filter(({ outcome }) => outcome === 'unknown') ?? [])
  const undecided = entries.filter(({ symptoms, ref }) => symptoms.length > 0 && ref === null)
  return [
    ...undecided.map(({ message }) => words.undecided(message)),
    ...[...unknown].map(([table, { length }]) => words.unknownIn(tableName(table, language), length)),
    ...(waived.length > 0 ? [words.waivedItem(waived.length)] : []),
  ]
}
