import type { Document } from '../document/document.ts'
import type { Format } from '../document/format.ts'
import { documentStart } from '../document/location.ts'
import type { Limit, Problem } from '../document/problem.ts'
import type { Host } from '../host.ts'

/** A file as it came, with the path it is shown under. */
export interface Source {
  /** True when the caller named the file, false when it was met in a folder. */
  readonly isNamed?: boolean
  readonly path: string
  readonly bytes: Uint8Array
}

/** What a reader works with besides the file. */
export interface Surroundings {
  readonly host: Host
  readonly limits: Limits
}

/** Bytes of one kind of file to a document. Bad content is a problem of the document, never a throw. */
export type Reader = (source: Source, surroundings: Surroundings) => Document | Promise<Document>

/** Bounds on what is taken in; beyond them a file is refused with a diagnostic. */
export type Limits = Readonly<Record<Limit, number>>

export const defaultLimits: Limits = {
  /** MB of one file. */
  fileSize: 64,
  /** MB of all parts of one zip container together, inflated. */
  inflatedSize: 128,
  /** How many times its packed size a container may inflate to, when that is more than 8 MB. */
  inflatedRatio: 200,
  /** Cells of one file, blank ones inside the used area included. */
  cells: 2_000_000,
  /** Sheets of a workbook; tables of a page or a document. */
  sheets: 1000,
  /** Elements inside each other, in HTML and XML. */
  nesting: 1000,
  /** Seconds in which a large or an old binary file must be parsed. */
  seconds: 20,
  /** MB of memory in which it must be parsed. */
  memory: 1024,
}

export const megabyte = 1024 * 1024

export function limitExceeded(
  limit: Limit,
  actual: string | number,
  limits: Limits,
  location = documentStart,
): Problem {
  const data = { limit, actual: String(actual), allowed: limits[limit] }
  return { name: 'limit-exceeded', location, data }
}

/** `detail` is what a technician needs to know. */
export function damagedFile(detail: string): Problem {
  return { name: 'damaged-file', location: documentStart, data: { detail: detail.slice(0, 200) } }
}

/** The document of a file that could not be read. */
export function refused(path: string, format: Format, ...problems: readonly Problem[]): Document {
  return { path, format, encoding: null, grids: [], problems }
}
