import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  modify,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'

/** A place in a text, line and column from 1. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

export type JsonPath = readonly (string | number)[]

/** A text in JSON with comments and trailing commas. */
export interface Jsonc {
  readonly value: unknown
  /** Where it first is no JSON, and why; null for a sound text. */
  readonly fault: (TextPlace & { readonly kind: JsonFault }) | null
  /** Where something stands, or where the nearest thing around it does. */
  placeOf(path: JsonPath): TextPlace
}

/** `duplicate`: a key stands twice in one object. */
export type JsonFault = 'empty' | 'duplicate' | 'comma' | 'colon' | 'unclosed' | 'invalid'

export function parseJsonc(text: string): Jsonc {
  const errors: ParseError[] = []
  const root = parsedTree(text, errors)
  if (root === 'too-deep')
    return {
      value: undefined,
      fault: { line: 1, column: 1, kind: 'invalid' },
      placeOf: () => placeAt(text, 0),
    }
  const [first] = errors
  const twice = root && keyTwice(root)
  const faultAt = (offset: number, kind: JsonFault) => ({ ...placeAt(text, offset), kind })
  return {
    value: root && getNodeValue(root),
    fault: first
      ? faultAt(first.offset, root ? faultOf(first) : 'empty')
      : twice
        ? faultAt(twice.offset, 'duplicate')
        : null,
    placeOf(path) {
      for (let length = path.length; root && length >= 0; length--) {
        const node = findNodeAtLocation(root, path.slice(0, length))
        // Of a pair the key is meant, which comes first.
        const whole = node?.parent?.type === 'property' ? node.parent : node
        if (whole) return placeAt(text, whole.offset)
      }
      return placeAt(text, 0)
    },
  }
}

/** The text with one more item at the end of an array; comments and all else stay. */
export function appendTo(text: string, path: JsonPath, item: unknown): string {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' }
  const options = { isArrayInsertion: true, formattingOptions }
  return applyEdits(text, modify(text, [...path, -1], item, options))
}

/** The parser goes down into brackets by calls of its own, for which there is room for some thousands. */
function parsedTree(text: string, errors: ParseError[]): Node | undefined | 'too-deep' {
  if (depthOf(text) > mostDepth) return 'too-deep'
  return parseTree(text, errors, { allowTrailingComma: true })
}

const mostDepth = 200

/** At most; brackets in texts count, too. */
function depthOf(text: string): number {
  let [depth, most] = [0, 0]
  for (const bracket of text.match(/[[\]{}]/g) ?? []) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    if (depth > most) most = depth
  }
  return most
}

function faultOf({ error }: ParseError): JsonFault {
  switch (printParseErrorCode(error)) {
    case 'CommaExpected':
      return 'comma'
    case 'ColonExpected':
      return 'colon'
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
    case 'UnexpectedEndOfString':
    case 'UnexpectedEndOfComment':
      return 'unclosed'
    default:
      return 'invalid'
  }
}

/** The second of two equal keys. */
function keyTwice(node: Node): Node | null {
  const children = node.children ?? []
  if (node.type === 'object') {
    const seen = new Set<unknown>()
    for (const { children: [key] = [] } of children) {
      if (key && seen.has(key.value)) return key
      seen.add(key?.value)
    }
  }
  for (const child of children) {
    const twice = keyTwice(child)
    if (twice) return twice
  }
  return null
}

function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}
