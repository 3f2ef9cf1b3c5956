import { cellKey } from '../../document/grid.ts'
import type { Fact } from '../../model/fact.ts'
import { reportRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses } from '../words.ts'

export const numberAsText = reportRule({
  code: 'GJ014',
  name: 'number-as-text',
  severity: 'info',
  title: { zh: '数按文本存放', en: 'A number is stored as text' },
  basis: clauses.accuracy,
  why: {
    zh: '求和公式会跳过按文本存放的数，同一张表里有的是数、有的是文本，合计就可能少算。整张表都是文本的不指出：表中没有可以漏算的数。',
    en: 'Sums pass over numbers that are stored as text, so a total may come out too low where a table mixes the two. A table in which all figures are text is not reported: no sum can leave out some of them.',
  },
  advice: {
    zh: '请选中这些格子，点左上角的绿色三角，选择“转换为数字”，再看合计有没有变。',
    en: 'Select the cells, open the green triangle in their corner, choose Convert to Number, and see whether a total changes.',
  },
  *check({ tables }) {
    for (const { facts, place } of tables) {
      if (!place.grid.notes) continue
      const figures = facts.flatMap(fact =>
        fact?.state === 'number' && fact.place?.grid.notes ? [fact] : [],
      )
      // What is written otherwise than the form asks, `12件`, has a rule of its own; `增3` is always a text.
      const texts = figures.filter(fact => fact.notations.length === 0 && isStoredAsText(fact))
      const numbers = figures.filter(fact => /^-?\d/.test(fact.raw) && !isStoredAsText(fact))
      const [first] = texts
      if (first && numbers.length > 0)
        yield {
          at: first,
          data: {
            cell: first.cell,
            raw: first.raw.trim(),
            count: texts.length,
            numbers: numbers.length,
          },
        }
    }
  },
  messages: {
    zh: ({ cell, raw, count, numbers }) =>
      `${cellName(cell)}的“${raw}”按文本存放${count > 1 ? `（本表共${count}格）` : ''}，本表另有${numbers}格是数。`,
    en: ({ cell, raw, count, numbers }) =>
      `${cellNameInEnglish(cell)}: “${raw}” is stored as text${count > 1 ? ` (${count} cells of the table in all)` : ''}, while ${numbers} of its cells hold numbers.`,
  },
})

function isStoredAsText({ place }: Fact): boolean {
  const { grid, row, column } = place!
  return grid.notes!.textFigures.has(cellKey(row, column))
}
