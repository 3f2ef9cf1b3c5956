import { cellKey } from '../../document/grid.ts'
import { reportRule } from '../rule.ts'
import { cellName, cellNameInEnglish, clauses, quoted } from '../words.ts'

export const shownOtherwise = reportRule({
  code: 'GJ015',
  name: 'shown-otherwise',
  severity: 'warning',
  title: { zh: '显示的数与存放的数不同', en: 'A cell shows another number than it holds' },
  basis: clauses.accuracy,
  why: {
    zh: '数字格式可以把12.6显示成13，也可以不显示0；打印和发布的是显示的数，求和用的是存放的数。核对用存放的数；格式里带文字（12%、25.1万）的，只看存放的数会差出倍数，就用显示的文字。只加千分位或补小数位的格式不指出。',
    en: 'A number format can show 12.6 as 13 or hide a 0; what is shown gets printed and published, what is held gets added up. The number held was checked; where the format adds words (12%, 25.1万) the text shown was, for the number alone would be wrong by a factor. Formats that only separate thousands or pad decimals are not reported.',
  },
  advice: {
    zh: '请把单元格格式改为“常规”，看清存放的数，改成应当公开的数。',
    en: 'Set the format of the cell to General, look at the number it holds and make it the one to publish.',
  },
  *check({ tables }) {
    for (const { facts, place } of tables)
      for (const fact of place.grid.notes ? facts : []) {
        if (!fact?.place) continue
        const { grid, row, column } = fact.place
        const other = grid.notes?.shownOtherwise.get(cellKey(row, column))
        if (other) yield { at: fact, data: { cell: fact.cell, ...other } }
      }
  },
  messages: {
    zh: ({ cell, held, shown }) =>
      `${cellName(cell)}存放的是${held}，${shown === '' ? '却显示为空白' : `显示的却是“${quoted(shown)}”`}。`,
    en: ({ cell, held, shown }) =>
      `${cellNameInEnglish(cell)} holds ${held} but ${shown === '' ? 'shows nothing' : `shows “${quoted(shown)}”`}.`,
  },
})
