import type { Host } from '../host.ts'
import type { Limits } from '../readers/reader.ts'
import { readZip } from '../readers/zip.ts'
import { copyZip } from './copy-zip.ts'
import { applyEdits, attributeOf, childrenOf, encodeText, rootOf, withAttribute } from './xml.ts'

/** The parts of a workbook's container, to be read and changed as text. Names have no leading slash and any case. */
export interface Parts {
  /** Null when there is no such part. */
  read(name: string): string | null
  write(name: string, text: string): void
  /** The first of `before1after`, `before2after` … that is free. */
  freeName(before: string, after: string): string
  names(): readonly string[]
  /** The container with the changed parts, all others packed as they were. */
  bytes(): Uint8Array
}

/** @throws an Error when the container is damaged or larger than the bounds. */
export function openParts(bytes: Uint8Array, host: Host, limits: Limits): Parts {
  const zip = readZip(bytes, host, { limits, wanted: isNeeded })
  if (zip.kind !== 'ok') throw new Error(zip.kind === 'damaged' ? zip.detail : zip.kind)
  const found = new Map([...zip.parts].map(([name, part]) => [keyOf(name), { name, part }]))
  const texts = new Map<string, string>()
  const changed = new Map<string, { readonly name: string; readonly isNew: boolean }>()
  const names = () => [...found.keys(), ...changed.keys()]
  return {
    read(name) {
      const key = keyOf(name)
      const part = found.get(key)?.part
      if (part && !texts.has(key)) texts.set(key, decode(part, name))
      return texts.get(key) ?? null
    },
    write(name, text) {
      const key = keyOf(name)
      texts.set(key, text)
      const old = found.get(key)
      changed.set(key, { name: old?.name ?? name, isNew: !old })
    },
    freeName(before, after) {
      const taken = new Set(names())
      for (let number = 1; ; number++) {
        const name = `${before}${number}${after}`
        if (!taken.has(keyOf(name))) return name
      }
    },
    names,
    bytes() {
      const encoder = new TextEncoder()
      const written = [...changed].map(([key, part]) => ({
        ...part,
        content: encoder.encode(texts.get(key)!),
      }))
      const old = written.filter(({ isNew }) => !isNew)
      const added = written.filter(({ isNew }) => isNew)
      return copyZip(bytes, new Map(old.map(({ name, content }) => [name, content])), added, host)
    },
  }
}

/** What may have to be changed; what is only ever copied stays packed. */
function isNeeded(name: string): boolean {
  return (
    /\.(?:xml|rels|vml)$/i.test(name) &&
    !/(?:^|\/)(?:docProps|customXml|theme|charts|media|externalLinks|pivot\w*|sharedStrings\.xml|calcChain\.xml)/i.test(
      name,
    )
  )
}

function keyOf(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase()
}

/** @throws an Error when the text cannot be written back as it was. */
function decode(part: Uint8Array, name: string): string {
  const isWide = part[0] === 0xff || part[0] === 0xfe
  const encoding = !isWide ? 'utf-8' : part[0] === 0xff ? 'utf-16le' : 'utf-16be'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(part)
  } catch {
    throw new Error(`${name}: not in ${encoding}`)
  }
  return isWide ? text.replace(/^(<\?xml[^>]*?encoding=["'])utf-16\w*/i, '$1UTF-8') : text
}

/** Says what a part is in the container's list of types. */
export function declareType(parts: Parts, part: string, type: string): void {
  const text = parts.read(typesName)
  if (text === null) throw new Error('no list of types')
  const { prefix } = rootOf(text)
  const line = `<${prefix}Override PartName="/${encodeText(part)}" ContentType="${type}"/>`
  parts.write(typesName, append(text, line))
}

/** Says what all parts with an extension are, if nothing is said of it yet; else what this part is. */
export function declareExtension(parts: Parts, part: string, extension: string, type: string): void {
  const text = parts.read(typesName)
  if (text === null) throw new Error('no list of types')
  const root = rootOf(text)
  const known = childrenOf(text, root).find(
    element => attributeOf(text, element, 'Extension')?.toLowerCase() === extension,
  )
  if (known && attributeOf(text, known, 'ContentType') === type) return
  if (known) declareType(parts, part, type)
  else
    parts.write(
      typesName,
      // Before the others: some programs want all extensions first.
      insertFirst(text, `<${root.prefix}Default Extension="${extension}" ContentType="${type}"/>`),
    )
}

/** The type that a part is declared to be; empty when it is only told by its extension. */
export function typeOf(parts: Parts, part: string): string {
  const text = parts.read(typesName)
  if (text === null) return ''
  const line = childrenOf(text, rootOf(text)).find(
    element => keyOf(attributeOf(text, element, 'PartName') ?? '') === keyOf(part),
  )
  return (line && attributeOf(text, line, 'ContentType')) ?? ''
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const packages = 'http://schemas.openxmlformats.org/package/2006'
export const typesName = '[Content_Types].xml'

/** Puts elements behind the last child of the root. */
export function append(text: string, elements: string): string {
  const root = rootOf(text)
  return applyEdits(text, [inside(text, root, root.contentEnd, elements)])
}

function insertFirst(text: string, elements: string): string {
  const root = rootOf(text)
  return applyEdits(text, [inside(text, root, root.tagEnd, elements)])
}

/** An edit that puts elements into another one, which may have had no end tag. */
export function inside(
  text: string,
  { prefix, name, start, tagEnd, end }: ReturnType<typeof rootOf>,
  at: number,
  elements: string,
) {
  if (text[tagEnd - 2] !== '/' || tagEnd !== end) return { start: at, end: at, text: elements }
  const open = text.slice(start, tagEnd).replace(/\s*\/>$/, '>')
  return { start, end, text: `${open}${elements}</${prefix}${name}>` }
}

/** The start tag of an element with its `count` as it will be; without one if there was none. */
export function recount(text: string, element: ReturnType<typeof rootOf>, count: number) {
  const tag = text.slice(element.start, element.tagEnd)
  return attributeOf(text, element, 'count') === undefined ? tag : withAttribute(tag, 'count', String(count))
}
