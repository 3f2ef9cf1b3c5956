import { SaxesParser } from 'saxes'

/** The start of an element. */
export interface XmlElement {
  /** The namespace; empty for none. */
  readonly space: string
  /** Without its prefix. */
  readonly name: string
  /** An attribute by its name without prefix. */
  attribute(name: string): string | undefined
  /** The namespace that a prefix stands for at this place. */
  spaceOf(prefix: string): string | undefined
}

export interface XmlHandler {
  open(element: XmlElement): void
  close(): void
  text?(text: string): void
}

/**
 * Hands the elements and texts of a part to a handler; false when elements stand deeper inside each other than allowed.
 * @throws an Error when the part is not well-formed or declares a document type, which could hold entities.
 */
export function readXml(part: Uint8Array, name: string, nesting: number, handler: XmlHandler): boolean {
  const parser = new SaxesParser({ fileName: name, xmlns: false })
  const spaces = createSpaces()
  let depth = 0
  parser.on('doctype', () => {
    throw new Error(`${name}: a document type is declared`)
  })
  parser.on('opentag', tag => {
    depth++
    if (depth > nesting) throw tooDeep
    const { attributes } = tag
    spaces.open(attributes)
    const [prefix, local] = split(tag.name)
    const space = spaces.find(prefix)
    if (space === undefined) throw new Error(`${name}: unbound prefix ${prefix}`)
    handler.open({
      space,
      name: local,
      attribute(wanted) {
        for (const key in attributes) if (split(key)[1] === wanted) return attributes[key]
        return undefined
      },
      spaceOf: spaces.find,
    })
  })
  parser.on('closetag', () => {
    depth--
    spaces.close()
    handler.close()
  })
  const onText = (text: string) => handler.text?.(text)
  parser.on('text', onText)
  parser.on('cdata', onText)
  try {
    parser.write(decodePart(part, name)).close()
  } catch (error) {
    if (error === tooDeep) return false
    throw error
  }
  return true
}

const tooDeep = new Error('elements stand too deep inside each other')

/** Parts are in UTF-8, or in UTF-16 with its mark. */
function decodePart(part: Uint8Array, name: string): string {
  const encoding =
    part[0] === 0xff && part[1] === 0xfe
      ? 'utf-16le'
      : part[0] === 0xfe && part[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(part)
  } catch {
    throw new Error(`${name}: not in ${encoding}`)
  }
}

function split(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}

/** What prefixes stand for. The library would search all open elements for each. */
function createSpaces() {
  // The last of a prefix counts.
  const spaces = new Map<string, string[]>([
    ['', ['']],
    ['xml', ['http://www.w3.org/XML/1998/namespace']],
  ])
  // By open element; null for most.
  const declared: (string[] | null)[] = []
  return {
    open(attributes: Readonly<Record<string, string>>): void {
      let prefixes: string[] | null = null
      for (const key in attributes) {
        if (!key.startsWith('xmlns')) continue
        const prefix = key === 'xmlns' ? '' : key.startsWith('xmlns:') ? key.slice(6) : null
        if (prefix === null) continue
        prefixes ??= []
        prefixes.push(prefix)
        const bound = spaces.get(prefix)
        if (bound) bound.push(attributes[key]!)
        else spaces.set(prefix, [attributes[key]!])
      }
      declared.push(prefixes)
    },
    close(): void {
      for (const prefix of declared.pop() ?? []) spaces.get(prefix)!.pop()
    },
    find: (prefix: string): string | undefined => spaces.get(prefix)?.at(-1),
  }
}
