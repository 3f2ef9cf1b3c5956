import { writeCsv } from '../text/csv.ts'
import { withoutFormula } from '../text/no-formula.ts'
import { columns, type Row } from './rows.ts'
import type { MakeWriter } from './writer.ts'

/** With a byte order mark, without which Excel takes UTF-8 for GBK. What is not known is an empty field. */
export const csv: MakeWriter = () => {
  let head = `\ufeff${writeCsv([columns.map(({ name }) => name)])}`
  const take = (rows: readonly Row[]) => {
    const text = head + writeCsv(rows.map(written))
    head = ''
    return text
  }
  return { add: take, end: () => take([]) }
}

function written(row: Row): readonly string[] {
  return row.map((field, at) =>
    columns[at]!.kind === 'text' ? withoutFormula((field ?? '') as string) : String(field ?? ''),
  )
}
