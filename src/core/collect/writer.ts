import type { Host } from '../host.ts'
import type { Row } from './rows.ts'

/** Turns rows into a file, piece by piece. The same rows always give the same bytes. */
export interface RowsWriter {
  /** What can be written already. */
  add(rows: readonly Row[]): Uint8Array | string
  /** The rest. */
  end(): Uint8Array | string
}

export type MakeWriter = (host: Host) => RowsWriter
