import { rowsOfSheet } from '../readers/workbooks/parsed-workbook.ts'
import { csv } from './csv.ts'
import { ndjson } from './ndjson.ts'
import type { MakeWriter } from './writer.ts'
import { xlsx } from './xlsx.ts'

export { type Row, rowsOf } from './rows.ts'
export type { RowsWriter } from './writer.ts'

interface RowsFormat {
  readonly load: () => Promise<MakeWriter>
  /** Rows that it can hold; null for any number. */
  readonly mostRows: number | null
}

export const rowsFormats = {
  csv: { load: async () => csv, mostRows: null },
  ndjson: { load: async () => ndjson, mostRows: null },
  // One is the head.
  xlsx: { load: async () => xlsx, mostRows: rowsOfSheet - 1 },
  parquet: { load: async () => (await import('./parquet.ts')).parquet, mostRows: null },
} as const satisfies Readonly<Record<string, RowsFormat>>

export type RowsFormatName = keyof typeof rowsFormats
