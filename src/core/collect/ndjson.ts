import { columns, type Field, type Row } from './rows.ts'
import type { MakeWriter } from './writer.ts'

/** An object a line, each with all keys. */
export const ndjson: MakeWriter = () => ({ add: rows => rows.map(line).join(''), end: () => '' })

function line(row: Row): string {
  return `{${row.map((field, at) => `${keys[at]}:${written(field, at)}`).join(',')}}\n`
}

const keys = columns.map(({ name }) => JSON.stringify(name))

/** A decimal number stands as it is: through a number of the language it could lose digits. */
function written(field: Field, at: number): string {
  return field !== null && columns[at]!.kind === 'decimal' ? String(field) : JSON.stringify(field)
}
