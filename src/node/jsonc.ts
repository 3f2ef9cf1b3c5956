import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  modify,
  type ParseError,
  parseTree,
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
  /** Where it first is no JSON; null for a sound text. */
  readonly fault: TextPlace | null
  /** Where something stands, or where the nearest thing around it does. */
  placeOf(path: JsonPath): TextPlace
}

export function parseJsonc(text: string): Jsonc {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const [first] = errors
  return {
    value: root && getNodeValue(root),
    fault: first ? placeAt(text, first.offset) : null,
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

function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}
