import type { Format, PlainFormat } from '../document/format.ts'
import { listZip } from './zip.ts'

/** What a file is by its bytes: a format that may be read, the key of one that is not, or text of some kind. */
export type Content =
  | { readonly kind: 'format'; readonly format: Exclude<Format, PlainFormat> }
  | { readonly kind: 'other'; readonly key: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'encrypted' }

/** `extension` decides only where the bytes leave it open. */
export function contentOf(bytes: Uint8Array, extension: string): Content {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return zipContent(bytes, extension)
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return oleContent(bytes, extension)
  for (const [key, signature] of signatures) if (starts(...signature)) return { kind: 'other', key }
  return textContent(bytes, extension)
}

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['tif', [0x49, 0x49, 0x2a, 0x00]],
  ['tif', [0x4d, 0x4d, 0x00, 0x2a]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

function format(format: Exclude<Format, PlainFormat>): Content {
  return { kind: 'format', format }
}

/** By the parts it holds; a container whose directory is lost is what its name says. */
function zipContent(bytes: Uint8Array, extension: string): Content {
  if (isOpenDocumentText(bytes)) return { kind: 'other', key: 'odt' }
  const names = listZip(bytes)
  const has = (name: RegExp) => names.some(part => name.test(part))
  if (has(/^\/?word\/[^/]+\.xml$/i)) return format('docx')
  if (has(/^\/?xl\/.*\.bin$/i) && !has(/^\/?xl\/workbook\.xml$/i)) return { kind: 'other', key: 'xlsb' }
  const isNamedDocument = (extension === 'docx' || extension === 'docm') && !has(/^\/?xl\//i)
  if (has(/^\/?(?:xl\/|\[Content_Types\]\.xml$)/i)) return format(isNamedDocument ? 'docx' : 'xlsx')
  if (has(/^OFD\.xml$/i)) return { kind: 'other', key: 'ofd' }
  if (has(/^content\.xml$/)) return extension === 'odt' ? { kind: 'other', key: 'odt' } : format('ods')
  if (names.length > 0 && extension === 'zip') return { kind: 'other', key: 'zip' }
  if (extension === 'docx' || extension === 'docm') return format('docx')
  return format(extension === 'ods' ? 'ods' : 'xlsx')
}

/** By the entry that stands first in files of this kind, unpacked; its name begins at 30. */
function isOpenDocumentText(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(30, 30 + 256))
  return /^mimetype[\s\S]{0,64}?application\/vnd\.oasis\.opendocument\.text/.test(start)
}

/** By the names in its directory, which are in UTF-16; of a document inside a document the name decides. */
function oleContent(bytes: Uint8Array, extension: string): Content {
  if (hasName(bytes, 'EncryptedPackage')) return { kind: 'encrypted' }
  const isWord = hasName(bytes, 'WordDocument')
  const isWorkbook = hasName(bytes, 'Workbook') || hasName(bytes, 'Book')
  if (isWord && isWorkbook)
    return extension === 'doc' || extension === 'wps' ? { kind: 'other', key: extension } : format('xls')
  if (isWord) return { kind: 'other', key: extension === 'wps' ? 'wps' : 'doc' }
  return format('xls')
}

/** The first letter of a name stands at a multiple of 128 bytes. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const length = name.length * 2
  for (let at = 512; at + length + 2 <= bytes.length; at += 128) {
    let index = 0
    while (index <= name.length && bytes[at + 2 * index] === (name.charCodeAt(index) || 0)) {
      if (bytes[at + 2 * index + 1] !== 0) break
      index++
    }
    if (index > name.length) return true
  }
  return false
}

/** How far a text is looked into, in bytes. */
const headLength = 4096

function textContent(bytes: Uint8Array, extension: string): Content {
  const named = extension === 'html' || extension === 'htm' ? format('html') : ({ kind: 'text' } as const)
  const isArchive = extension === 'mht' || extension === 'mhtml'
  if (!isArchive && !bytes.subarray(0, 64).some(byte => byte === lessThan || byte === colon)) return named
  // UTF-16 too: its zero bytes and the mark at the start are no part of what is looked for.
  const head = String.fromCharCode(...bytes.subarray(0, headLength)).replace(
    /\0|^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/g,
    '',
  )
  if (/^\s*<\?xml\b|^\s*<\?mso-application\b/i.test(head)) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return { kind: 'other', key: 'excel-xml' }
    if (/schemas\.microsoft\.com\/office\/(?:word|2006\/xmlPackage)/.test(head))
      return { kind: 'other', key: 'word-xml' }
    if (/urn:oasis:names:tc:opendocument/.test(head)) return { kind: 'other', key: 'fods' }
  }
  // Markdown may begin with HTML; a whole page does not become Markdown by its name.
  const isMarkdown =
    (extension === 'md' || extension === 'markdown') && !/<(?:!doctype|head|meta|title)\b/i.test(head)
  if (isMarkdown) return named
  // One that has lost its beginning is damaged, and no text and no page.
  const isHeader = /^[\w-]+:/.test(head) || /^Content-(?:Type|Transfer-Encoding):/im.test(head)
  if (isArchive && isHeader) return format('mht')
  if (/^\s*<(?:[a-z][a-z\d]*[\s/>]|!doctype\s+html|!--|\?xml\b)/i.test(head)) return format('html')
  if (
    /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*(?:MIME-Version:|Content-Type:\s*multipart\/)/i.test(
      head.replaceAll('\r\n', '\n'),
    )
  )
    return format('mht')
  return named
}

const lessThan = 0x3c
const colon = 0x3a

/** True for text in any encoding of which a line begins with a vertical line, as the rows of tables in Markdown do. */
export function hasPipedLines(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(verticalLine); at >= 0; at = bytes.indexOf(verticalLine, at + 1)) {
    let before = at - 1
    while (ignored.has(bytes[before] ?? lineFeed)) before--
    if (before < 0 || bytes[before] === lineFeed || bytes[before] === carriageReturn) return true
  }
  return false
}

const verticalLine = 0x7c
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Blanks, the zero bytes of UTF-16, and byte order marks. */
const ignored: ReadonlySet<number> = new Set([0x20, 0x09, 0x00, 0xef, 0xbb, 0xbf, 0xff, 0xfe])
