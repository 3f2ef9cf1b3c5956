import { readXml, type XmlElement } from '../saxes.ts'

/** What an element does while it is open; nothing for one that only holds others. */
export interface Effect {
  /** Its content is passed over. */
  readonly isSkipped?: boolean
  /** For the text that stands directly in it. */
  readonly text?: (text: string) => void
  /** What the elements within it do, in place of the usual. */
  readonly within?: Elements
  readonly close?: () => void
}

/** By name with the prefix that is usual for its namespace; `parent` is written so too. */
export type Elements = Readonly<Record<string, (element: XmlElement, parent: string) => Effect | undefined>>

/** An element that only says something. */
export function act(run: (element: XmlElement, parent: string) => void): Elements[string] {
  return (element, parent) => {
    run(element, parent)
    return undefined
  }
}

export const skipped: Elements[string] = () => ({ isSkipped: true })

/**
 * Walks through a part, and does what its elements do. False when they stand too deep inside each other.
 * @throws an Error when the part is damaged or its root is another one.
 */
export function walkPart(
  part: Uint8Array,
  { name, root, nesting }: { readonly name: string; readonly root: string; readonly nesting: number },
  elements: Elements,
): boolean {
  const open: { readonly key: string; readonly effect: Effect | undefined; readonly around: Elements }[] = []
  let current = elements
  // Elements open inside of one that is skipped, itself included.
  let skipped = 0
  return readXml(part, name, nesting, {
    open(element) {
      if (skipped > 0) {
        skipped++
        return
      }
      const key = keyOf(element)
      if (open.length === 0 && key !== root) throw new Error(`${name}: the root is ${key} instead of ${root}`)
      const effect = Object.hasOwn(current, key) ? current[key]!(element, open.at(-1)?.key ?? '') : undefined
      if (effect?.isSkipped) {
        skipped = 1
        return
      }
      open.push({ key, effect, around: current })
      if (effect?.within) current = effect.within
    },
    close() {
      if (skipped > 0) {
        skipped--
        return
      }
      const { effect, around } = open.pop()!
      current = around
      effect?.close?.()
    },
    text(text) {
      if (skipped === 0) open.at(-1)?.effect?.text?.(text)
    },
  })
}

/** The usual prefixes. Each namespace of the standard has a second name, in files saved as strict. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
])

function keyOf({ space, name }: XmlElement): string {
  const prefix = prefixes.get(space)
  return prefix === undefined ? `?:${name}` : `${prefix}:${name}`
}

/** Properties that are on when they stand there, unless they say otherwise. */
export function isOn(element: XmlElement): boolean {
  return !/^(?:0|false|off)$/.test(element.attribute('val') ?? '')
}

/** A whole number of an attribute, from 0 to `most`; 0 for anything else. */
export function countOf(text: string | undefined, most: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Math.min(Number(text), most) : 0
}

/** Of several writings of a content, for older and newer programs, one is read: the first that Word would know. */
export function alternatives(): Elements {
  const isTaken: boolean[] = []
  const take = (isKnown: boolean): Effect => {
    if (!isKnown || isTaken.at(-1)) return { isSkipped: true }
    isTaken[isTaken.length - 1] = true
    return {}
  }
  return {
    'mc:AlternateContent': () => {
      isTaken.push(false)
      return { close: () => isTaken.pop() }
    },
    'mc:Choice': element => take(prefixesOf(element).every(prefix => isKnown(element.spaceOf(prefix)))),
    'mc:Fallback': () => take(true),
  }
}

function prefixesOf(element: XmlElement): string[] {
  return (element.attribute('Requires') ?? '').split(/\s+/).filter(Boolean)
}

function isKnown(space = ''): boolean {
  return /^http:\/\/schemas\.(?:microsoft\.com\/office|openxmlformats\.org)\/|^urn:schemas-microsoft-com:/.test(
    space,
  )
}
