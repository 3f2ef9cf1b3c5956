import { columnLetters } from '../../document/location.ts'
import type { Fact, Place } from '../../model/fact.ts'
import type { Report } from '../../model/report.ts'
import { reportRule } from '../rule.ts'
import { clauses, plural } from '../words.ts'

export const hiddenContent = reportRule({
  code: 'GJ013',
  name: 'hidden-content',
  severity: 'warning',
  title: { zh: '统计表的数在隐藏的行、列或工作表中', en: 'Figures of a table are hidden' },
  basis: clauses.accuracy,
  why: {
    zh: '隐藏的格子打开文件时看不到，打印和发布时也不出现，里面却可能是旧数或底稿；这些数已照常读取和核对，表格外隐藏的内容不影响核对。',
    en: 'Hidden cells are neither seen nor printed and may hold old or working figures; they were read and checked like all others. What is hidden beside the tables makes no difference.',
  },
  advice: {
    zh: '请取消隐藏并核对其中的数；不属于报告的行、列或工作表请删除，不要隐藏。',
    en: 'Unhide them and look at the figures; delete rows, columns and sheets that are not part of the report instead of hiding them.',
  },
  *check(report) {
    for (const [, hidden] of groupBySheet(hiddenFacts(report))) {
      const [first] = hidden
      const { grid } = first!.place
      const { isHidden, hiddenRows, hiddenColumns } = grid.notes!
      const lines = (all: ReadonlySet<number>, of: 'row' | 'column') =>
        isHidden ? [] : [...new Set(hidden.map(({ place }) => place[of]))].filter(line => all.has(line))
      yield {
        at: first!.fact,
        data: {
          sheet: grid.sheet ?? '',
          isWholeSheet: isHidden,
          rows: ranges(lines(hiddenRows, 'row'), row => String(row + 1)),
          columns: ranges(lines(hiddenColumns, 'column'), columnLetters),
          count: hidden.length,
        },
      }
    }
  },
  messages: {
    zh: ({ sheet, isWholeSheet, rows, columns, count }) => {
      const lines = [
        rows && `第${rows.replaceAll(', ', '、')}行`,
        columns && `${columns.replaceAll(', ', '、')}列`,
      ]
      const where = isWholeSheet ? '是隐藏的' : `隐藏了${lines.filter(Boolean).join('和')}`
      return `工作表“${sheet}”${where}，其中有统计表的${count}格，已照常读取。`
    },
    en: ({ sheet, isWholeSheet, rows, columns, count }) => {
      const lines = [
        rows && `${/[-,]/.test(rows) ? 'rows' : 'row'} ${rows}`,
        columns && `${/[-,]/.test(columns) ? 'columns' : 'column'} ${columns}`,
      ]
      const where = isWholeSheet ? 'is hidden' : `has hidden ${lines.filter(Boolean).join(' and ')}`
      return `The sheet “${sheet}” ${where} with ${plural(count, 'cell')} of the tables, which were read all the same.`
    },
  },
})

interface HiddenFact {
  readonly fact: Fact
  readonly place: Place
}

function hiddenFacts({ tables }: Report): HiddenFact[] {
  return tables.flatMap(({ facts, place }) =>
    // Only workbooks hide something.
    !place.grid.notes
      ? []
      : facts.flatMap(fact => {
          const place = fact?.place
          const notes = place?.grid.notes
          if (!fact || !place || !notes) return []
          const { isHidden, hiddenRows, hiddenColumns } = notes
          return isHidden || hiddenRows.has(place.row) || hiddenColumns.has(place.column)
            ? [{ fact, place }]
            : []
        }),
  )
}

/** Of each sheet its cells by rows, then columns. */
function groupBySheet(hidden: readonly HiddenFact[]): Map<unknown, HiddenFact[]> {
  const groups = new Map<unknown, HiddenFact[]>()
  for (const each of hidden) {
    const group = groups.get(each.place.grid)
    if (group) group.push(each)
    else groups.set(each.place.grid, [each])
  }
  for (const group of groups.values())
    group.sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column)
  return groups
}

/** `3-5, 8` for 3, 4, 5 and 8. */
function ranges(lines: readonly number[], name: (line: number) => string): string {
  const sorted = [...lines].sort((a, b) => a - b)
  const parts: string[] = []
  for (let at = 0; at < sorted.length; at++) {
    const first = sorted[at]!
    while (sorted[at + 1] === sorted[at]! + 1) at++
    const last = sorted[at]!
    parts.push(first === last ? name(first) : `${name(first)}-${name(last)}`)
  }
  return parts.join(', ')
}
