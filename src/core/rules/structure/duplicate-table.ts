import { type Cell, editions } from '../../editions/index.ts'
import { problemRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses, plural, tableInEnglish } from '../words.ts'
import { hiddenEn, hiddenZh } from './hidden-words.ts'

export const duplicateTable = problemRule({
  code: 'GJ105',
  name: 'duplicate-table',
  problem: 'duplicate-table',
  severity: 'warning',
  severityFor: ({ different }) => (different > 0 ? 'error' : 'warning'),
  title: { zh: '同一张表重复出现', en: 'A table appears more than once' },
  basis: clauses.accuracy,
  why: {
    zh: '同一张表有几份时，各份的数一旦不同，就不知道以哪一份为准。',
    en: 'Once the copies of a table differ, nobody knows which of them holds.',
  },
  advice: {
    zh: '请只保留一份；各份不同的，先对照登记台账确认哪一份正确。',
    en: 'Keep one copy only; where the copies differ, check your records first to find the right one.',
  },
  messages: {
    zh: ({ table, different, first, hidden }) => {
      if (different === 0) return `${table}重复出现${hiddenZh(hidden)}，与第一份内容相同，这一份未核对。`
      const cell = cellOf(first)
      return `${table}重复出现${hiddenZh(hidden)}，与第一份有${different}处不同，第一处是${cell ? cellName(cell) : first}，这一份未核对。`
    },
    en: ({ table, different, first, hidden }) => {
      const name = tableInEnglish(table)
      if (different === 0)
        return `${name} appears again${hiddenEn(hidden)} with the same content as the first copy; this copy was not checked.`
      const cell = cellOf(first)
      return `${name} appears again${hiddenEn(hidden)} and differs from the first copy in ${plural(different, 'cell')}, first in ${cell ? cellNameInEnglish(cell) : first}; this copy was not checked.`
    },
  },
})

/** The cell of a ref, as the newest edition that has it words it. */
function cellOf(ref: string): Cell | undefined {
  const cells = editions.flatMap(edition => Object.values(edition.tables).flatMap(table => table.cells))
  return cells.filter(cell => cell.ref === ref).at(-1)
}
