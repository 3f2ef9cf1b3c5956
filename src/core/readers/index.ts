import type { Document, Format } from '../document/document.ts'
import { documentStart } from '../document/location.ts'
import type { Advice, Problem } from '../document/problem.ts'
import type { Host } from '../host.ts'
import { readDelimited } from './delimited.ts'
import type { Source } from './reader.ts'

export type { Reader, Source } from './reader.ts'
export { limits } from './reader.ts'

/** What a file is by its first bytes. */
type Content = 'zip' | 'ole' | 'pdf' | 'picture' | 'rtf' | 'html' | 'text'

/** A document, or the reason why the format is not read. */
export type ReadResult =
  | { readonly kind: 'read'; readonly document: Document }
  | { readonly kind: 'unread'; readonly problem: Problem }

/** Formats that are read, by extension. */
const readFormats: Readonly<Record<string, Format>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  txt: 'txt',
  text: 'txt',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
}

/** Formats that reports are met in and that are not read, by extension, with the name people know them by. */
const unreadFormats: Readonly<Record<string, { readonly name: string; readonly advice: Advice }>> = {
  xls: { name: 'Excel 97 (.xls)', advice: 'save-as-xlsx' },
  et: { name: 'WPS (.et)', advice: 'save-as-xlsx' },
  ods: { name: 'OpenDocument (.ods)', advice: 'save-as-xlsx' },
  html: { name: 'HTML', advice: 'save-as-xlsx' },
  htm: { name: 'HTML', advice: 'save-as-xlsx' },
  mht: { name: 'MHTML', advice: 'save-as-xlsx' },
  docx: { name: 'Word (.docx)', advice: 'save-as-xlsx' },
  doc: { name: 'Word 97 (.doc)', advice: 'save-as-xlsx' },
  wps: { name: 'WPS (.wps)', advice: 'save-as-xlsx' },
  rtf: { name: 'RTF', advice: 'save-as-xlsx' },
  md: { name: 'Markdown', advice: 'save-as-xlsx' },
  pdf: { name: 'PDF', advice: 'export-tables' },
  ofd: { name: 'OFD', advice: 'export-tables' },
  png: { name: 'PNG', advice: 'export-tables' },
  jpg: { name: 'JPEG', advice: 'export-tables' },
  jpeg: { name: 'JPEG', advice: 'export-tables' },
  tif: { name: 'TIFF', advice: 'export-tables' },
  tiff: { name: 'TIFF', advice: 'export-tables' },
}

export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** True for a file that may be a report by its extension, whether or not its format is read. */
export function isCandidate(path: string): boolean {
  const extension = extensionOf(path)
  return Object.hasOwn(readFormats, extension) || Object.hasOwn(unreadFormats, extension)
}

/** True for a file whose extension is that of a format that is read. */
export function isReadable(path: string): boolean {
  return Object.hasOwn(readFormats, extensionOf(path))
}

/** Reads a file by what it is; its name is a hint, and a name that says otherwise is a problem of the document. */
export async function readSource(source: Source, host: Host): Promise<ReadResult> {
  const extension = extensionOf(source.path)
  const content = contentOf(source.bytes)
  if (content === 'zip' && !isOtherZip(extension)) {
    const { readXlsx } = await import('./xlsx.ts')
    return { kind: 'read', document: withNameProblem(await readXlsx(source, host), extension, 'xlsx') }
  }
  if (content === 'text') {
    const format = readFormats[extension]
    if (
      format === undefined &&
      Object.hasOwn(unreadFormats, extension) &&
      extension !== 'xls' &&
      extension !== 'et'
    )
      return unread(extension)
    const document = await readDelimited(source, format === undefined || format === 'xlsx' ? 'txt' : format)
    return { kind: 'read', document: withNameProblem(document, extension, document.format) }
  }
  if (content === 'ole' && isEncrypted(source.bytes))
    return { kind: 'unread', problem: { name: 'protected-workbook', location: documentStart, data: {} } }
  return unread(extension in unreadFormats ? extension : contentExtension[content])
}

const contentExtension: Readonly<Record<Content, string>> = {
  zip: 'docx',
  ole: 'xls',
  pdf: 'pdf',
  picture: 'png',
  rtf: 'rtf',
  html: 'html',
  text: 'txt',
}

function contentOf(bytes: Uint8Array): Content {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'ole'
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38))
    return 'picture'
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf'
  if (!bytes.subarray(0, 64).includes(0x3c)) return 'text'
  const head = String.fromCharCode(...bytes.subarray(0, 512)).replace(/^\xef\xbb\xbf/, '')
  return /^\s*(?:<!doctype html|<html|<table|<meta|<head|<\?xml|<!--)/i.test(head) ? 'html' : 'text'
}

/** A password turns an xlsx into an old container with a stream of this name. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap(letter => [letter.charCodeAt(0), 0])
  for (let at = bytes.indexOf(name[0]!); at >= 0; at = bytes.indexOf(name[0]!, at + 1))
    if (name.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}

/** Packages that are no workbook although they are zip files. */
function isOtherZip(extension: string): boolean {
  return Object.hasOwn(unreadFormats, extension) && extension !== 'xls' && extension !== 'et'
}

function unread(extension: string): ReadResult {
  const { name, advice } = unreadFormats[extension] ?? { name: extension, advice: 'save-as-xlsx' }
  return {
    kind: 'unread',
    problem: { name: 'unread-format', location: documentStart, data: { format: name, advice } },
  }
}

function withNameProblem(document: Document, extension: string, format: Format): Document {
  const expected = readFormats[extension]
  const isText = (each: Format | undefined) => each !== undefined && each !== 'xlsx'
  if (extension === '' || expected === format || (isText(expected) && isText(format))) return document
  const data = { extension: `.${extension}`, found: format === 'xlsx' ? 'xlsx' : 'text' }
  return {
    ...document,
    problems: [...document.problems, { name: 'name-mismatch', location: documentStart, data }],
  }
}
