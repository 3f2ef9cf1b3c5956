import type { Document } from '../document/document.ts'
import type { Host } from '../host.ts'

/** A file as it came, with the path it is shown under. */
export interface Source {
  /** True when the caller named the file, false when it was met in a folder. */
  readonly isNamed?: boolean
  readonly path: string
  readonly bytes: Uint8Array
}

/** Bytes of one kind of file to a document. Bad content is a problem of the document, never a throw. */
export type Reader = (source: Source, host: Host) => Document | Promise<Document>

/** Bounds on what is taken in; beyond them a file is refused with a diagnostic. */
export const limits = {
  /** Bytes of one file. */
  fileSize: 64 * 1024 * 1024,
  /** Bytes of all parts of one workbook together, inflated. */
  inflatedSize: 128 * 1024 * 1024,
  /** Cells of one file, blank ones inside the used area included. */
  cells: 2_000_000,
} as const
