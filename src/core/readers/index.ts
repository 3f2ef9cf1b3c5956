import type { Document } from '../document/document.ts'
import { type Format, isPlain, type PlainFormat } from '../document/format.ts'
import { documentStart } from '../document/location.ts'
import type { Problem } from '../document/problem.ts'
import type { Host } from '../host.ts'
import { extensionOf, promisedFormat, unreadFormats } from './formats.ts'
import { withMaskedNumbers } from './personal-data.ts'
import { readDelimited } from './plain/delimited.ts'
import { defaultLimits, type Limits, type Reader, type Source, type Surroundings } from './reader.ts'
import { contentOf, hasPipedLines } from './sniff.ts'

export { isCandidate, isReadable, readableExtensions } from './formats.ts'
export type { Limits, Reader, Source } from './reader.ts'
export { defaultLimits, limitExceeded, megabyte } from './reader.ts'

/** A document, or the reason why the format is not read. */
export type ReadResult =
  | { readonly kind: 'read'; readonly document: Document }
  | { readonly kind: 'unread'; readonly problem: Problem }

/** Loaded when the first such file comes. */
const readers: Readonly<Record<Exclude<Format, PlainFormat>, () => Promise<Reader>>> = {
  xlsx: async () => (await import('./workbooks/xlsx.ts')).readXlsx,
  html: async () => (await import('./pages/html.ts')).readHtml,
  mht: async () => (await import('./pages/mht.ts')).readMht,
  docx: async () => (await import('./word/docx.ts')).readDocx,
  xls: async () => (await import('./workbooks/xls.ts')).readXls,
  ods: async () => (await import('./workbooks/ods.ts')).readOds,
}

/** Reads a file by what it is; its name is a hint, and a name that says otherwise is a problem of the document. */
export async function readSource(
  source: Source,
  host: Host,
  limits: Limits = defaultLimits,
): Promise<ReadResult> {
  const extension = extensionOf(source.path)
  const content = contentOf(source.bytes, extension)
  switch (content.kind) {
    case 'encrypted':
      return { kind: 'unread', problem: { name: 'protected-file', location: documentStart, data: {} } }
    case 'other':
      return unread(content.key)
    case 'format': {
      const read = await readers[content.format]()
      return readDocument(await read(source, { host, limits }), extension)
    }
    case 'text': {
      const promised = promisedFormat(extension)
      const format = isPlain(promised) ? promised : 'txt'
      const document =
        (await readAsMarkdown(source, format, { host, limits })) ??
        (await readDelimited(source, format, { host, limits }))
      return readDocument(document, extension)
    }
  }
}

function readDocument(document: Document, extension: string): ReadResult {
  return { kind: 'read', document: withMaskedNumbers(withNameProblem(document, extension)) }
}

/** Also what was pasted from a chat program; null for text of another kind. */
async function readAsMarkdown(
  source: Source,
  format: Format,
  surroundings: Surroundings,
): Promise<Document | null> {
  if (format !== 'md' && !(format === 'txt' && hasPipedLines(source.bytes))) return null
  const { readMarkdown } = await import('./plain/markdown.ts')
  return readMarkdown(source, surroundings)
}

function unread(key: string): ReadResult {
  const { name, advice } = unreadFormats[key]!
  return {
    kind: 'unread',
    problem: { name: 'unread-format', location: documentStart, data: { format: name, advice } },
  }
}

/** Kinds of text are one another's; a file without an extension promises nothing. */
function withNameProblem(document: Document, extension: string): Document {
  const found = document.format
  const promised = promisedFormat(extension)
  if (extension === '' || promised === found || (isPlain(promised) && isPlain(found))) return document
  const data = { extension: `.${extension}`, found }
  return {
    ...document,
    problems: [...document.problems, { name: 'name-mismatch', location: documentStart, data }],
  }
}
