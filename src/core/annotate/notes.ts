import { columnLetters } from '../document/location.ts'
import { linesOf } from './lines.ts'
import { declaration, inside } from './parts.ts'
import { type CellPlace, columnPixels, rowPixels, type Sheet } from './sheet.ts'
import {
  applyEdits,
  attributeOf,
  childOf,
  childrenOf,
  type Edit,
  type Element,
  encodeString,
  rootOf,
} from './xml.ts'

export interface Note extends CellPlace {
  readonly text: string
}

/** Who the notes are by. */
const author = 'gouji'

const runStyle =
  '<rPr><sz val="9"/><color indexed="81"/><rFont val="宋体"/><family val="3"/><charset val="134"/></rPr>'

/** A part of notes with more of them. One that a cell has already is added to; `added` are the cells that had none. */
export function addNotes(
  part: string | null,
  notes: readonly Note[],
  namespace: string,
): { readonly text: string; readonly added: readonly Note[] } {
  const text = part ?? `${declaration}<comments xmlns="${namespace}"><authors/><commentList/></comments>`
  const root = rootOf(text)
  const authors = childOf(text, root, 'authors')
  const list = childOf(text, root, 'commentList')
  if (!authors || !list) throw new Error('no list of notes')
  const names = childrenOf(text, authors).map(({ tagEnd, contentEnd }) => text.slice(tagEnd, contentEnd))
  const known = names.indexOf(author)
  const number = known < 0 ? names.length : known
  const old = new Map(
    childrenOf(text, list).map(element => [attributeOf(text, element, 'ref')?.toUpperCase(), element]),
  )
  const edits: Edit[] = []
  if (known < 0) {
    const name = `<${root.prefix}author>${author}</${root.prefix}author>`
    edits.push(inside(text, authors, authors.contentEnd, name))
  }
  const added = notes.filter(note => !old.has(refOf(note)))
  for (const note of notes) {
    const comment = old.get(refOf(note))
    if (comment) edits.push(...lengthen(text, comment, `\n\n${note.text}`))
  }
  const written = added.map(note => {
    const run = runOf(note.text, root.prefix, runStyle)
    return (
      withPrefix(`<comment ref="${refOf(note)}" authorId="${number}"><text>`, root.prefix) +
      run +
      withPrefix('</text></comment>', root.prefix)
    )
  })
  edits.push(inside(text, list, list.contentEnd, written.join('')))
  return { text: applyEdits(text, edits), added }
}

function refOf({ row, column }: CellPlace): string {
  return `${columnLetters(column)}${row + 1}`
}

/** Puts a run behind those of a note; a text without runs becomes the first. */
function lengthen(text: string, comment: Element, more: string): Edit[] {
  const content = childOf(text, comment, 'text')
  if (!content) throw new Error('a note without text')
  const { prefix } = content
  const pieces = childrenOf(text, content)
  const plain = pieces.find(({ name }) => name === 't')
  const last = pieces.filter(({ name }) => name === 't' || name === 'r').at(-1)
  const run = runOf(more, prefix, '')
  if (!last) return [inside(text, content, content.tagEnd, run)]
  const end = plain === last ? `</${prefix}r>` : ''
  return [
    ...(plain ? [{ start: plain.start, end: plain.start, text: `<${prefix}r>` }] : []),
    ...(plain && plain !== last ? [{ start: plain.end, end: plain.end, text: `</${prefix}r>` }] : []),
    { start: last.end, end: last.end, text: end + run },
  ]
}

function runOf(text: string, prefix: string, style: string): string {
  return (
    withPrefix(`<r>${style}<t xml:space="preserve">`, prefix) +
    encodeString(text) +
    withPrefix('</t></r>', prefix)
  )
}

function withPrefix(elements: string, prefix: string): string {
  return elements.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`)
}

const namespaces = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
}
const drawingStart = `<xml${Object.entries(namespaces)
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('')}>`
const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

/** Shapes that the numbers of a block go round for. */
const blockSize = 1024

/**
 * A drawing with a hidden box for each note. A drawing like this need not be well-formed, so that it is only added to.
 * `firstBlock`: the first block of shape numbers that no drawing of the workbook uses.
 */
export function addShapes(
  drawing: string | null,
  notes: readonly Note[],
  sheet: Sheet,
  firstBlock: number,
): string {
  const blocks = Array.from({ length: Math.ceil((notes.length + 1) / blockSize) }, (_, at) => firstBlock + at)
  const heights = rowPixels(sheet)
  const shapes = notes
    .map((note, at) => shapeOf(note, firstBlock * blockSize + at + 1, sheet, heights))
    .join('')
  if (drawing === null) {
    const numbers = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join()}"/></o:shapelayout>`
    return `${drawingStart}${numbers}${shapeType}${shapes}</xml>`
  }
  return addTo(withPrefixes(drawing), shapes, blocks)
}

/** The drawing with the prefixes that our shapes use; other programs choose their own. */
function withPrefixes(drawing: string): string {
  const start = /<xml\b[^>]*>/.exec(drawing)
  if (!start) throw new Error('an unusual drawing')
  const missing = Object.entries(namespaces).filter(([prefix, uri]) => {
    const [, bound] = new RegExp(`\\bxmlns:${prefix}\\s*=\\s*["']([^"']*)`).exec(drawing) ?? []
    if (bound !== undefined && bound !== uri) throw new Error('an unusual drawing')
    return bound === undefined
  })
  const declared = missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('')
  return drawing.replace('<xml', `<xml${declared}`)
}

function addTo(drawing: string, shapes: string, blocks: readonly number[]): string {
  const end = drawing.lastIndexOf('</xml')
  const type = drawing.includes('id="_x0000_t202"') ? '' : shapeType
  const wider =
    end < 0
      ? drawing.replace(/<xml([^>]*?)\s*\/>/, (_, attributes) => `<xml${attributes}>${type}${shapes}</xml>`)
      : `${drawing.slice(0, end)}${type}${shapes}${drawing.slice(end)}`
  return wider.replace(
    /(<\w+:idmap\b[^>]*\bdata=["'])([\d,\s]*)/,
    (_, before, data) => `${before}${data},${blocks.join()}`,
  )
}

/** The blocks of shape numbers that a drawing uses. */
export function blocksOf(drawing: string): number[] {
  const lists = [...drawing.matchAll(/<\w+:idmap\b[^>]*\bdata=["']([\d,\s]*)/g)]
  const shapes = [...drawing.matchAll(/_x0000_[si](\d{1,9})\b/g)].map(match =>
    Math.floor(Number(match[1]) / blockSize),
  )
  return [...lists.flatMap(match => match[1]!.split(',').map(Number)), ...shapes]
}

const boxWidth = 330

function shapeOf(
  { row, column, text }: Note,
  number: number,
  sheet: Sheet,
  heights: ReadonlyMap<number, number>,
): string {
  const lines = linesOf(text, 51)
  const usual = Math.round((sheet.usual.height * 4) / 3)
  const right = reach(column + 1, boxWidth + 15, at => columnPixels(sheet, at))
  const bottom = reach(row, lines * 16 + 14, at => heights.get(at) ?? usual)
  const anchor = [column + 1, 15, row, 2, right.at, right.rest, bottom.at, bottom.rest].join(', ')
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;` +
    `width:${Math.round(boxWidth * 0.75)}pt;height:${lines * 12 + 10}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  )
}

/** The line in which a length from the start of line `from` ends, and how far into it. */
function reach(from: number, length: number, sizeOf: (line: number) => number) {
  let [at, rest] = [from, length]
  for (let size = sizeOf(at); rest > size && at < from + 200; size = sizeOf(at)) {
    rest -= size
    at++
  }
  return { at, rest: Math.min(rest, sizeOf(at)) }
}
