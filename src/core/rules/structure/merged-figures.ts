import { problemRule } from '../rule.ts'
import { clauses, plural } from '../words.ts'
import { rowEn, rowZh } from './row-words.ts'

export const mergedFigures = problemRule({
  code: 'GJ118',
  name: 'merged-figures',
  problem: 'merged-figures',
  severity: 'error',
  title: { zh: '填数的单元格被合并', en: 'Cells for figures are merged' },
  basis: clauses.format,
  why: {
    zh: '几格合并成一格，就不知道其中的数属于哪一行、哪一列。',
    en: 'Where cells are merged, it cannot be told to which row and column the figure belongs.',
  },
  advice: {
    zh: '请取消合并，逐格填数，没有的填0。',
    en: 'Unmerge the cells and fill in each of them, with 0 where there is nothing.',
  },
  messages: {
    zh: ({ table, label, cells }) => `${rowZh(table, label)}有${cells}个填数的单元格被合并，其中的数未采用。`,
    en: ({ table, label, cells }) =>
      `${rowEn(table, label)} has ${plural(cells, 'merged cell')} where figures belong, so what stands there was not used.`,
  },
})
