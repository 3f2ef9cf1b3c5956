import { compareExact, differenceOf, type Exact, signOf, sumExact } from '../../constraints/exact.ts'
import { type CollectedReport, collectedTable } from '../../model/collection.ts'
import type { Fact } from '../../model/fact.ts'
import { formFacts } from '../../model/report.ts'
import { written } from '../relation-words.ts'
import { seriesRule } from '../rule.ts'
import { cellName, cellNameInEnglish } from '../words.ts'
import { yearClauses } from './clauses.ts'

/** The least difference, and the ratio beyond which a change is unusual. */
const [least, ratio] = [20, 5]
/** Cells that a message names. */
const most = 5

export const swingingFigures = seriesRule({
  code: 'GJ509',
  name: 'swinging-figures',
  severity: 'info',
  title: { zh: '与上年相比变化异常', en: 'Figures that changed unusually since the last report' },
  basis: yearClauses.comparison,
  why: {
    zh: '增减到五倍以上、相差又在20以上的数，可能填错了行、列或者位数。',
    en: 'A figure that is more than five times another, or less than a fifth of it, and at least 20 apart may have slipped into another row, column or digit.',
  },
  advice: {
    zh: '请核对这些数；确实如此的，不必修改。',
    en: 'Check these figures; where they are right, leave them.',
  },
  *check({ current, previous }) {
    if (!previous) return
    const swings = swingsBetween(current, previous)
    const [first] = swings
    if (!first) return
    yield {
      of: current,
      at: first.now,
      data: {
        cells: swings.map(({ now, before }) => ({
          zh: cellName(now.cell),
          en: cellNameInEnglish(now.cell),
          now: written(now.value!),
          before: written(before.value!),
        })),
        year: String(previous.year),
      },
      sides: swings
        .map(({ now, before }) => `${now.cell.ref} ${written(before.value!)}→${written(now.value!)}`)
        .join(', '),
      related: swings.flatMap(({ now, before }) => [
        ...(now === first.now ? [] : [{ of: current, fact: now }]),
        { of: previous, fact: before },
      ]),
    }
  },
  messages: {
    zh: ({ cells, year }) =>
      `与${year}年报告相比变化异常：${cells
        .slice(0, most)
        .map(({ zh, before, now }) => `${zh}由${before}变为${now}`)
        .join('；')}${cells.length > most ? `等${cells.length}处` : ''}。`,
    en: ({ cells, year }) =>
      `Unusual changes since the report of ${year}: ${cells
        .slice(0, most)
        .map(({ en, before, now }) => `${en} from ${before} to ${now}`)
        .join('; ')}${cells.length > most ? ` and ${cells.length - most} more` : ''}.`,
  },
})

interface Swing {
  readonly now: Fact
  readonly before: Fact
}

/** Of counts in cells that both forms have: totals where a table has them, for items swing with their totals. */
function swingsBetween(current: CollectedReport, previous: CollectedReport): readonly Swing[] {
  return current.tables.flatMap(table => {
    const last = collectedTable(previous, table.id)
    if (!last || (table.id === 'activeDisclosure' && last.edition !== table.edition)) return []
    return formFacts(table).flatMap((now): Swing[] => {
      const { row, column, value } = now.cell
      if (value !== 'count' || (table.id !== 'activeDisclosure' && !/(?:^|\.)total$/.test(column.id)))
        return []
      const cell = last.form.cell(row.id, column.id)
      const before = cell && !cell.isSubtotal ? last.facts[cell.index] : undefined
      return before?.value && now.value && isSwing(now.value, before.value) ? [{ now, before }] : []
    })
  })
}

function isSwing(a: Exact, b: Exact): boolean {
  const [small, large] = compareExact(a, b) < 0 ? [a, b] : [b, a]
  if (signOf(small) < 0) return false
  if (compareExact(differenceOf(large, small), { units: least, scale: 0 }) < 0) return false
  return compareExact(large, sumExact([{ weight: ratio, value: small }])) > 0
}
