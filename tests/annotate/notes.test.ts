import { expect, test } from 'vitest'
import { addShapes } from '../../src/core/annotate/notes.ts'

const sheet = { rows: [], columns: [], usual: { width: 8, height: 15 } } as unknown as Parameters<
  typeof addShapes
>[2]
const notes = [{ row: 0, column: 0, text: '甲' }] as Parameters<typeof addShapes>[1]

test('a drawing with prefixes of its own is given ours', () => {
  const drawing =
    '<xml xmlns:ns0="urn:schemas-microsoft-com:office:office" xmlns:ns1="urn:schemas-microsoft-com:vml"><ns0:shapelayout ns1:ext="edit"><ns0:idmap ns1:ext="edit" data="1" /></ns0:shapelayout></xml>'
  const wider = addShapes(drawing, notes, sheet, 2)
  expect(wider).toMatch(/^<xml xmlns:v="urn:schemas-microsoft-com:vml" /)
  expect(wider).toContain('data="1,2"')
  expect(wider).toContain('<v:shape ')
})

test('a prefix that means something else is refused', () => {
  expect(() => addShapes('<xml xmlns:v="urn:other"></xml>', notes, sheet, 2)).toThrow('unusual drawing')
})
