import { formatExact } from '../constraints/exact.ts'
import { type FormSheet, formSheet } from '../templates/index.ts'
import type { Sum } from './sum.ts'

/** The form filled with a sum, and remarks below it, a line each. */
export function sheetOfSum({ edition, figures }: Sum, title: string, remarks: readonly string[]): FormSheet {
  const sheet = formSheet(edition.tables, title, ({ ref }) => {
    const figure = figures.get(ref)
    return figure ? formatExact(figure) : ''
  })
  const blanks = sheet.rows[0]!.slice(1).map(() => '')
  return { ...sheet, rows: [...sheet.rows, ['', ...blanks], ...remarks.map(remark => [remark, ...blanks])] }
}
