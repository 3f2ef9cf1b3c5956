import type { TableId } from '../editions/index.ts'
import { type LabelMeaning, labelTextOf } from './labels.ts'
import type { LabelHit, Region } from './region.ts'

/** Characters from which a label is not met in other tables: 行政许可 is, 属于国家秘密 is not. */
const tellingLength = 5
/** Characters from which a label alone shows that a document means to be a report. */
const unmistakableLength = 8

/** True for a label that few other tables have. */
export function isTelling(hit: LabelHit, table: TableId): boolean {
  return hit.meanings.some(meaning => meaning.table === table && lengthOf(meaning) >= tellingLength)
}

/** True for a label that no other table has. */
export function isUnmistakable(meanings: readonly LabelMeaning[]): boolean {
  return meanings.some(
    meaning =>
      meaning.role === 'section' || meaning.role === 'caption' || lengthOf(meaning) >= unmistakableLength,
  )
}

/**
 * True when a stretch of rows says often enough that it is the table: budgets have a column 总计, lists of permits
 * a cell 行政许可 in every line.
 */
export function isConvincing({ table, parts }: Region): boolean {
  const heads = distinct(
    table,
    parts.flatMap(part => part.head),
  )
  const rows = distinct(
    table,
    parts.flatMap(part => part.data.flatMap(data => data.labels)),
  )
  const telling = (labels: readonly LabelMeaning[]) => labels.some(label => lengthOf(label) >= tellingLength)
  if (parts.every(part => part.data.length === 0 && part.head.length < 2)) return false
  switch (table) {
    case 'activeDisclosure':
      return (
        rows.length > 0 &&
        (telling(heads.filter(head => head.role !== 'stub')) || (rows.length > 2 && telling(rows)))
      )
    case 'requests':
      return (
        isUnmistakable(rows) || (rows.length > 2 && telling(rows)) || (heads.length > 2 && telling(heads))
      )
    case 'reviewLitigation':
      return heads.length > 3 || telling(heads)
  }
}

/** Each label once, by its role and id. */
function distinct(table: TableId, hits: readonly LabelHit[]): LabelMeaning[] {
  const byId = new Map<string, LabelMeaning>()
  for (const hit of hits)
    for (const meaning of hit.meanings)
      if (meaning.table === table) byId.set(`${meaning.role} ${meaning.id}`, meaning)
  return [...byId.values()]
}

function lengthOf({ official }: LabelMeaning): number {
  return labelTextOf(official).text.length
}
