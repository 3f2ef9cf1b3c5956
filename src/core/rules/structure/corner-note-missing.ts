import { reportRule } from '../rule.ts'
import { clauses, tableInEnglish } from '../words.ts'

export const cornerNoteMissing = reportRule({
  code: 'GJ119',
  name: 'corner-note-missing',
  severity: 'info',
  title: { zh: '缺少勾稽关系说明', en: 'The note on the balance is missing' },
  basis: clauses.printedBalance,
  why: {
    zh: '这句说明是统一格式的一部分，提示填表人和审核人核对。',
    en: 'The note is part of the form and reminds those who fill in and review the table of the check.',
  },
  advice: {
    zh: '请按统一格式在表格左上角补上这句说明。',
    en: 'Restore the note in the top left corner of the table.',
  },
  *check(report) {
    for (const table of report.tables) {
      const note = table.form.blocks.find(block => block.form.columnsHead)?.form.stubHead
      if (note && !table.hasCornerNote) yield { at: table, data: { table: table.form.name, note } }
    }
  },
  messages: {
    zh: ({ table, note }) => `${table}左上角没有统一格式所印的说明“${note}”。`,
    en: ({ table, note }) =>
      `The top left corner of ${tableInEnglish(table)} lacks the note that the form prints there: “${note}”.`,
  },
})
