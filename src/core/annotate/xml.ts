/** An element by its place in the text of its part: `<` of its start tag to behind its end tag. */
export interface Element {
  /** With the colon; empty for none. */
  readonly prefix: string
  /** Without its prefix. */
  readonly name: string
  readonly start: number
  /** Behind the start tag; the same as `contentEnd` and `end` in an element without an end tag. */
  readonly tagEnd: number
  readonly contentEnd: number
  readonly end: number
}

/** A stretch of a text, empty for an insertion, and what comes in its place. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** All edits at once; they do not overlap. Those at the same place come in their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const pieces: string[] = []
  let at = 0
  for (const edit of sorted) {
    pieces.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return pieces.join('') + text.slice(at)
}

/** @throws an Error when the part is not well-formed. */
export function rootOf(text: string): Element {
  const [root] = elementsIn(text, 0, text.length)
  if (!root) throw new Error('no element')
  return root
}

export function childrenOf(text: string, parent: Element): Element[] {
  return elementsIn(text, parent.tagEnd, parent.contentEnd)
}

export function childOf(text: string, parent: Element, name: string): Element | undefined {
  return childrenOf(text, parent).find(child => child.name === name)
}

/** The outermost elements of a stretch. */
function elementsIn(text: string, from: number, to: number): Element[] {
  const found: Element[] = []
  let open: { readonly name: string; readonly start: number; readonly tagEnd: number } | null = null
  let depth = 0
  for (let at = nextMark(text, from); at >= 0 && at < to; at = nextMark(text, at)) {
    const start = at
    at = endOfTag(text, start)
    if (text[start + 1] === '/') {
      depth--
      if (depth < 0 || !open) throw new Error('an end tag without its start')
      if (depth > 0) continue
      if (text.slice(start + 2, at - 1).trimEnd() !== open.name)
        throw new Error(`<${open.name}> is not closed`)
      found.push({ ...open, ...split(open.name), contentEnd: start, end: at })
      open = null
    } else if (text[at - 2] === '/') {
      if (depth === 0)
        found.push({ ...split(nameAt(text, start)), start, tagEnd: at, contentEnd: at, end: at })
    } else {
      if (depth === 0) open = { name: nameAt(text, start), start, tagEnd: at }
      depth++
    }
  }
  if (depth > 0) throw new Error('an element is not closed')
  return found
}

/** The next `<` of a tag: not of a comment, a section of characters, an instruction or a document type. */
function nextMark(text: string, from: number): number {
  let at = text.indexOf('<', from)
  while (at >= 0 && (text[at + 1] === '!' || text[at + 1] === '?')) {
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : '>'
    const end = text.indexOf(close, at + 2)
    if (end < 0) throw new Error('cut short')
    at = text.indexOf('<', end)
  }
  return at
}

function endOfTag(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === greaterThan) return at + 1
    if (code !== quotation && code !== apostrophe) continue
    at = text.indexOf(code === quotation ? '"' : "'", at + 1)
    if (at < 0) break
  }
  throw new Error('cut short')
}

const [quotation, apostrophe, greaterThan] = [0x22, 0x27, 0x3e]

function nameAt(text: string, start: number): string {
  return /[^\s/>]+/y.exec(text.slice(start + 1, start + 101))?.[0] ?? ''
}

function split(name: string): Pick<Element, 'prefix' | 'name'> {
  const colon = name.indexOf(':') + 1
  return { prefix: name.slice(0, colon), name: name.slice(colon) }
}

/** The value of an attribute by its name as it is written, with prefix. */
export function attributeOf(text: string, element: Element, name: string): string | undefined {
  return attributesOf(text, element).get(name)
}

export function attributesOf(text: string, { start, tagEnd }: Element): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name, quoted, other] of text.slice(start, tagEnd).matchAll(attribute))
    attributes.set(name!, decodeText(quoted ?? other ?? ''))
  return attributes
}

const attribute = /\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The start tag with an attribute changed, added or (null) taken away. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const own = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`)
  const written = value === null ? '' : ` ${name}="${encodeText(value)}"`
  if (own.test(tag)) return tag.replace(own, () => written)
  return tag.replace(/\s*(\/?>)$/, (_, close: string) => `${written}${close}`)
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export function decodeText(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name: string) => {
    if (name !== undefined) return entities[name] ?? all
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

/** Text for an element or an attribute in quotation marks. */
export function encodeText(text: string): string {
  return text.replace(/[<>&"]/g, character => escapes[character]!)
}

/** Text as the string type of workbooks writes it: what XML cannot hold as `_x0001_` (ECMA-376-1, 22.9.2.19). */
export function encodeString(text: string): string {
  const escaped = text
    .replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
    .replace(
      /[\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      character => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
  return encodeText(escaped)
}
