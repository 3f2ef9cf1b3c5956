import type { FileResult, RecordedRelation, Relations } from '../../diagnostics/diagnostic.ts'
import { tableName } from '../table-name.ts'
import type { PageContext } from './context.ts'
import { html, type Markup } from './markup.ts'
import { tableOf } from './table.ts'

/** Those that need somebody first. */
const outcomes = ['failed', 'unknown', 'held'] as const

/** Every identity with its sides, table by table. */
export function relationsOf({ record, relations }: FileResult, context: PageContext): Markup {
  const tables = byTable(record?.relations ?? [])
  const isJudged = Object.values(relations).some(count => count > 0)
  if (!isJudged) return html`<p>${context.words.noRelations}</p>`
  // Nobody asked for a record, so that only the counts are known.
  if (tables.size === 0) return html`<p>${context.pretty.relations(relations)}</p>`
  return html`${[...tables].map(([table, relations]) => relationTable(table, relations, context))}`
}

export function byTable(
  relations: readonly RecordedRelation[],
): ReadonlyMap<string, readonly RecordedRelation[]> {
  const tables = new Map<string, RecordedRelation[]>()
  for (const relation of relations) {
    const own = tables.get(relation.table)
    if (own) own.push(relation)
    else tables.set(relation.table, [relation])
  }
  return tables
}

function relationTable(
  table: string,
  relations: readonly RecordedRelation[],
  { words, language }: PageContext,
): Markup {
  const [failed, unknown, held] = outcomes.map(outcome => relations.filter(each => each.outcome === outcome))
  const counts: Relations = { failed: failed!.length, unknown: unknown!.length, held: held!.length }
  return tableOf(
    'relations',
    words.relationsOf(tableName(table, language), counts),
    words.relationHeads,
    [...failed!, ...unknown!, ...held!].map(({ name, left, right, difference, outcome }) => ({
      className: outcome === 'held' ? '' : outcome,
      cells: [name, left, right, difference ?? words.notJudged, words.outcome[outcome]],
    })),
  )
}
