import type { TableId } from '../editions/index.ts'
import { type LabelMeaning, labelTextOf } from './labels.ts'
import type { LabelHit, Region } from './region.ts'

/** Characters from which a label is not met in other tables: 行政许可 is, 属于国家秘密 is not. */
const tellingLength = 5
/** Characters from which a label alone shows that a document means to be a report. */
const unmistakableLength = 8

/** True for a label that few other tables have; what counts is the text as written, for 上年结转 stands in budgets. */
export function isTelling({ raw }: LabelHit): boolean {
  return lengthOf(raw) >= tellingLength
}

/** True for a text that no other document has. */
export function isUnmistakable(raw: string, meanings: readonly LabelMeaning[]): boolean {
  return (
    meanings.some(({ role }) => role === 'section' || role === 'caption') ||
    isUnmistakableLabel(raw, meanings)
  )
}

function isUnmistakableLabel(raw: string, meanings: readonly LabelMeaning[]): boolean {
  return meanings.length > 0 && lengthOf(raw) >= unmistakableLength
}

/**
 * True when a stretch of rows says often enough that it is the table: budgets have a column 总计, lists of permits
 * a cell 行政许可 in every line, ledgers of requests the form's own words for their outcome.
 */
export function isConvincing(region: Region): boolean {
  const { table, parts } = region
  const heads = distinct(
    table,
    parts.flatMap(part => part.head),
  )
  const rows = distinct(
    table,
    parts.flatMap(part => part.data.flatMap(data => data.labels.slice(-1))),
  )
  const isHeaded = heads.some(isTelling)
  switch (table) {
    case 'activeDisclosure': {
      const hasCaption = heads.some(hit => hit.meanings.some(({ role }) => role === 'caption'))
      return (
        rows.length > 0 &&
        (hasCaption || (isHeaded && rows.length > 1) || (rows.length > 2 && rows.some(isTelling)))
      )
    }
    case 'requests': {
      const unmistakable = rows.filter(hit => isUnmistakableLabel(hit.raw, hit.meanings))
      return (
        ((heads.length > 0 || hasFigures(region)) &&
          (unmistakable.length > 1 || (rows.length > 2 && rows.some(isTelling)))) ||
        (rows.length > 0 && heads.length > 2 && isHeaded)
      )
    }
    case 'reviewLitigation': {
      const results = heads.filter(hit => hit.meanings.some(({ role }) => role === 'column'))
      return results.length > 2
    }
  }
}

/** A ledger has the words of the form too, but no figures behind them. */
function hasFigures({ grid, parts }: Region): boolean {
  return parts.some(part =>
    part.data.some(({ row, labels }) =>
      grid.rows[row]?.some((raw, column) => column > (labels.at(-1)?.column ?? -1) && /^[\d０-９]/.test(raw)),
    ),
  )
}

/** One hit for each label, by what it means in the table. */
function distinct(table: TableId, hits: readonly LabelHit[]): LabelHit[] {
  const byLabel = new Map<string, LabelHit>()
  for (const hit of hits) {
    const meaning = hit.meanings.find(each => each.table === table)
    if (meaning) byLabel.set(`${meaning.role} ${meaning.official}`, hit)
  }
  return [...byLabel.values()]
}

function lengthOf(raw: string): number {
  return labelTextOf(raw).text.length
}
