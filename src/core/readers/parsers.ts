import type { Problem } from '../document/problem.ts'
import type { ParsedApart } from '../host.ts'
import type { PagesToParse, ParsedPages } from './pages/parse5.ts'
import type { QuotedRecords, QuotedText } from './plain/quoted-records.ts'
import { damagedFile, limitExceeded, type Surroundings } from './reader.ts'
import type { DocxParts, ParsedDocx } from './word/parse-docx.ts'
import type { OpenDocument } from './workbooks/opendocument.ts'
import type { ParsedWorkbook } from './workbooks/parsed-workbook.ts'
import type { WorkbookInput } from './workbooks/sheetjs.ts'

/**
 * What libraries do for readers: plain data in, plain data out, so that it can be done in another thread and stopped
 * there. Each throws an Error when its input is damaged.
 */
interface Parsers {
  workbook(input: WorkbookInput): ParsedWorkbook | null
  opendocument(input: OpenDocument): ParsedWorkbook | null
  pages(input: PagesToParse): ParsedPages
  docx(input: DocxParts): ParsedDocx
  records(input: QuotedText): QuotedRecords | null
}

export type ParserName = keyof Parsers

const loaders: { readonly [Name in ParserName]: () => Promise<Parsers[Name]> } = {
  workbook: async () => (await import('./workbooks/sheetjs.ts')).parseWorkbook,
  pages: async () => (await import('./pages/parse5.ts')).parsePages,
  docx: async () => (await import('./word/parse-docx.ts')).parseDocx,
  records: async () => (await import('./plain/quoted-records.ts')).parseRecords,
  opendocument: async () => (await import('./workbooks/opendocument.ts')).parseOpenDocument,
}

/** What a parser says of its input in this thread, which is one that may be ended: the other side of `Host.parseApart`. */
export async function parseHere(
  name: string,
  input: unknown,
): Promise<Extract<ParsedApart, { kind: 'parsed' | 'damaged' }>> {
  const parser = (await loaders[name as ParserName]()) as (input: unknown) => unknown
  try {
    return { kind: 'parsed', result: parser(input) }
  } catch (error) {
    if (isComplaint(error)) return { kind: 'damaged', detail: error.message }
    throw error
  }
}

/** True for what a parser says of its input; anything else thrown is a fault of ours. */
function isComplaint(error: unknown): error is Error {
  return error instanceof Error && error.name === 'Error' && !('code' in error)
}

export type Parsed<Result> =
  | { readonly kind: 'parsed'; readonly result: Result }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** Bytes to parse beyond which a damaged or hostile file could take more than a moment. */
const harmless = 1024 * 1024

/**
 * Parses here what is small, else where it can be stopped. `size` is in bytes; infinite for formats of which a few
 * damaged bytes can make the parser run for ever.
 */
export async function parse<Name extends ParserName>(
  name: Name,
  input: Parameters<Parsers[Name]>[0],
  size: number,
  { host, limits }: Surroundings,
): Promise<Parsed<ReturnType<Parsers[Name]>>> {
  type Result = ReturnType<Parsers[Name]>
  const apart = size <= harmless ? await parseHere(name, input) : await host.parseApart(name, input, limits)
  switch (apart.kind) {
    case 'parsed':
      return { kind: 'parsed', result: apart.result as Result }
    case 'damaged':
      return failed(damagedFile(apart.detail))
    case 'too-long':
      return failed(limitExceeded('seconds', '', limits))
    case 'too-much-memory':
      return failed(limitExceeded('memory', '', limits))
  }
}

function failed(problem: Problem): { readonly kind: 'failed'; readonly problem: Problem } {
  return { kind: 'failed', problem }
}
