import { newZip } from '../annotate/copy-zip.ts'
import { main } from '../annotate/made-sheet.ts'
import { declaration } from '../annotate/parts.ts'
import { sheetPart, workbookFrame } from '../annotate/workbook-frame.ts'
import { encodeString } from '../annotate/xml.ts'
import { columnLetters } from '../document/location.ts'
import { collectedSheet } from '../name.ts'
import { columns, type Field } from './rows.ts'
import type { MakeWriter } from './writer.ts'

/** Characters that a cell holds. */
const longestText = 32_767

/** One sheet with a head that stays in sight; numbers are numbers, all else is text, so that nothing is a formula. */
export const xlsx: MakeWriter = host => {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  let row = 0
  const put = (fields: readonly Field[], isHead = false) => {
    row++
    const cells = fields.map((field, at) => cell(field, at, row, isHead)).join('')
    return `<row r="${row}">${cells}</row>`
  }
  const names = columns.map(({ name }) => name)
  pieces.push(encoder.encode(start + put(names, true)))
  return {
    add(rows) {
      pieces.push(encoder.encode(rows.map(fields => put(fields)).join('')))
      return ''
    },
    end() {
      const filter = `<autoFilter ref="A1:${columnLetters(columns.length - 1)}${row}"/>`
      pieces.push(encoder.encode(`</sheetData>${filter}</worksheet>`))
      const frame = Object.entries(workbookFrame([{ name: collectedSheet.name, isHidden: false }]))
      const parts = frame.map(([name, text]) => ({ name, content: encoder.encode(text) }))
      return newZip([...parts, { name: sheetPart(0), content: joined(pieces) }], host)
    },
  }
}

const start =
  `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'

function cell(field: Field, at: number, row: number, isHead: boolean): string {
  if (field === null || field === '') return ''
  const address = `${columnLetters(at)}${row}`
  if (!isHead && columns[at]!.kind !== 'text') return `<c r="${address}"><v>${field}</v></c>`
  const text = encodeString(String(field).slice(0, longestText))
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
