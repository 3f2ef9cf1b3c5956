import type { Format } from '../document/format.ts'
import type { Advice } from '../document/problem.ts'

/** The format that an extension promises, of those that are read. */
const readFormats: Readonly<Record<string, Format>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  txt: 'txt',
  text: 'txt',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  mht: 'mht',
  mhtml: 'mht',
  md: 'md',
  markdown: 'md',
  docx: 'docx',
  docm: 'docx',
  xls: 'xls',
  xlt: 'xls',
  et: 'xls',
  ods: 'ods',
}

/** A format that reports are met in and that is not read, by the name people know it by. */
export interface UnreadFormat {
  readonly name: string
  readonly advice: Advice
}

const picture = (name: string): UnreadFormat => ({ name, advice: 'export-tables' })

/** By extension; those of content without an extension of its own are names that no file has. */
export const unreadFormats: Readonly<Record<string, UnreadFormat>> = {
  doc: { name: 'Word 97 (.doc)', advice: 'save-as-docx' },
  wps: { name: 'WPS (.wps)', advice: 'save-as-docx' },
  rtf: { name: 'RTF', advice: 'save-as-docx' },
  odt: { name: 'OpenDocument (.odt)', advice: 'save-as-docx' },
  xlsb: { name: 'Excel (.xlsb)', advice: 'save-as-xlsx' },
  fods: { name: 'OpenDocument (.fods)', advice: 'save-as-xlsx' },
  'excel-xml': { name: 'Excel 2003 XML', advice: 'save-as-xlsx' },
  'word-xml': { name: 'Word 2003 XML', advice: 'save-as-docx' },
  pdf: { name: 'PDF', advice: 'export-tables' },
  ofd: { name: 'OFD', advice: 'export-tables' },
  zip: { name: 'ZIP', advice: 'unpack' },
  png: picture('PNG'),
  jpg: picture('JPEG'),
  jpeg: picture('JPEG'),
  gif: picture('GIF'),
  bmp: picture('BMP'),
  tif: picture('TIFF'),
  tiff: picture('TIFF'),
}

export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** Of a format that is read; undefined for any other extension. */
export function promisedFormat(extension: string): Format | undefined {
  return Object.hasOwn(readFormats, extension) ? readFormats[extension] : undefined
}

/** The extensions of formats that are read. */
export const readableExtensions: readonly string[] = Object.keys(readFormats).sort()

/** True for a file that may be a report by its extension, whether or not its format is read. */
export function isCandidate(path: string): boolean {
  const extension = extensionOf(path)
  return Object.hasOwn(readFormats, extension) || Object.hasOwn(unreadFormats, extension)
}

/** True for a file whose extension is that of a format that is read. */
export function isReadable(path: string): boolean {
  return promisedFormat(extensionOf(path)) !== undefined
}
