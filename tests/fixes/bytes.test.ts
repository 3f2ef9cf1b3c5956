import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits.ts'
import type { Edit } from '../../src/core/index.ts'
import { decode, type Encoding } from '../../src/core/text/decode.ts'
import { createLineIndex } from '../../src/core/text/line-index.ts'
import { encode, type TextStyle } from '../../src/testing/index.ts'

const encodings: Readonly<Record<TextStyle['encoding'], Encoding>> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16le-bom': 'utf-16le',
  'utf-16be-bom': 'utf-16be',
  gb18030: 'gb18030',
}

/** Of one, two and four bytes in GB18030, of one to four in UTF-8, and every line end. */
const characters = ['1', '２', ',', '"', '\n', '\r', '\r\n', 'é', '件', '€', '㥷', '𠀀', '\u00a0', '\ufeff']

test('an edit changes the bytes of its place and no others', () => {
  const pieces = fc.array(
    fc.record({
      text: fc.array(fc.constantFrom(...characters), { maxLength: 8 }).map(parts => parts.join('')),
      replacement: fc.option(fc.stringMatching(/^-?[0-9]{0,4}$/)),
    }),
    { minLength: 1, maxLength: 8 },
  )
  const style = fc.constantFrom(...(Object.keys(encodings) as TextStyle['encoding'][]))
  fc.assert(
    fc.property(pieces, style, (pieces, style) => {
      const text = pieces.map(piece => piece.text).join('')
      const places = createLineIndex(text)
      const edits: Edit[] = []
      let at = 0
      let isRepresentable = true
      for (const { text: piece, replacement } of pieces) {
        const [start, end] = [places.position(at), places.position(at + piece.length)]
        // Between the two characters of one line end there is no place.
        const isBetween = (offset: number) => text[offset - 1] === '\r' && text[offset] === '\n'
        if (isBetween(at) || isBetween(at + piece.length)) isRepresentable = false
        if (replacement !== null && piece !== '') {
          const location = { ...start, endLine: end.line, endColumn: end.column, address: null }
          edits.push({ location, text: replacement })
        }
        at += piece.length
      }
      fc.pre(isRepresentable)
      const changed = pieces
        .map(piece => (piece.text === '' ? '' : (piece.replacement ?? piece.text)))
        .join('')
      const bytes = encode(text, style)
      // The text of a file without a mark may begin with one of its own.
      fc.pre(style !== 'utf-8' || !text.startsWith('\ufeff'))
      fc.pre(style !== 'utf-16le' || !text.startsWith('\ufeff'))
      expect(applyEdits(bytes, encodings[style], edits)).toEqual(encode(changed, style))
    }),
    { seed: 2024, numRuns: 3000 },
  )
})

test('a character with two codes in GB18030 keeps the one it has', () => {
  // U+3000 in two bytes; a private character in two bytes that others write in four.
  const rare = [0xa6, 0xd9]
  const bytes = Uint8Array.from([...rare, 0x2c, 0xa3, 0xb1, 0x2c, 0xa1, 0xa1, 0x80, ...rare])
  const { text, encoding } = decode(bytes)!
  expect([encoding, text[2]]).toEqual(['gb18030', '１'])
  const location = { line: 1, column: 3, endLine: 1, endColumn: 4, address: null }
  const fixed = applyEdits(bytes, encoding, [{ location, text: '1' }])
  expect([...fixed]).toEqual([...rare, 0x2c, 0x31, 0x2c, 0xa1, 0xa1, 0x80, ...rare])
})

const at = (column: number, endColumn: number) => ({ line: 1, column, endLine: 1, endColumn, address: null })
const four = new TextEncoder().encode('１２３４')

test('the same edit twice is made once', () => {
  const edit = { location: at(2, 4), text: '23' }
  expect(new TextDecoder().decode(applyEdits(four, 'utf-8', [edit, edit]))).toBe('１23４')
})

test.each<[string, Edit[]]>([
  ['overlap', [at(1, 3), at(2, 4)].map(location => ({ location, text: '1' }))],
  ['disagree', ['1', '2'].map(text => ({ location: at(1, 3), text }))],
  ['are not ASCII', [{ location: at(1, 2), text: '１' }]],
  ['stand on no line', [{ location: { ...at(1, 2), line: 2, endLine: 2 }, text: '1' }]],
  ['stand beyond their line', [{ location: at(6, 7), text: '1' }]],
])('edits that %s are refused', (_, edits) => {
  expect(() => applyEdits(four, 'utf-8', edits)).toThrow(RangeError)
})

test('an edit in the middle of a character is refused', () => {
  const bytes = new TextEncoder().encode('𠀀1')
  expect(() => applyEdits(bytes, 'utf-8', [{ location: at(2, 3), text: '1' }])).toThrow(RangeError)
})
