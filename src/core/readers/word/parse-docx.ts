import type { LeftOut } from '../../document/problem.ts'
import type { Block } from '../flow.ts'
import type { XmlElement } from '../saxes.ts'
import { leftOutElements } from './left-out.ts'
import { createNumbering } from './numbering.ts'
import { findParts } from './parts.ts'
import { newReading, noteChange, type Reading } from './reading.ts'
import { blocksOf, endStory, type Place, placeFinder } from './story.ts'
import { readStyles } from './styles.ts'
import { endTable, mostColumns, newCell, type OpenCell, type OpenRow } from './tables.ts'
import { textElements } from './text.ts'
import { act, alternatives, countOf, type Effect, type Elements, walkPart } from './walk.ts'

export interface DocxParts {
  /** The inflated parts of the container, by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** How deep elements may stand inside each other. */
  readonly nesting: number
}

/** The text and tables of a document, changes accepted. Null when elements stand too deep inside each other. */
export type ParsedDocx = {
  readonly blocks: readonly Block[]
  readonly leftOut: readonly LeftOutPlace[]
  /** True when the document has changes to accept or refuse. */
  readonly isChanged: boolean
  /** The first change; null when there is no text where it was. */
  readonly firstChange: Place | null
} | null

export interface LeftOutPlace {
  readonly kind: LeftOut
  readonly text: string
  readonly isTelling: boolean
  readonly place: Place | null
}

/** @throws an Error when the parts are not those of a Word document. */
export function parseDocx({ parts, nesting }: DocxParts): ParsedDocx {
  const found = findParts(parts, nesting)
  const styles = found && readStyles(found.styles, nesting)
  const numbering = styles && createNumbering(found, styles, nesting)
  if (!numbering) return null
  const { main } = found
  const reading = newReading(numbering, styles)
  const elements = {
    ...alternatives(),
    ...textElements(reading),
    ...tableElements(reading),
    ...leftOutElements(reading),
  }
  if (!walkPart(main.content, { name: main.name, root: 'w:document', nesting }, elements)) return null
  endStory(reading.story)
  const blocks = blocksOf(reading.story)
  const placeOf = placeFinder(blocks)
  const leftOut = reading.leftOut.map(({ mark, ...left }) => ({ ...left, place: placeOf(mark) }))
  return {
    blocks: withPictures(blocks, leftOut),
    leftOut,
    isChanged: reading.changes !== null,
    firstChange: reading.changes && placeOf(reading.changes),
  }
}

/** Marks the paragraphs in which pictures stand. */
function withPictures(blocks: readonly Block[], leftOut: readonly LeftOutPlace[]): readonly Block[] {
  const pictured = new Set(
    leftOut.flatMap(({ kind, isTelling, place }) =>
      kind === 'picture' && isTelling && place?.kind === 'paragraph' ? [place.paragraph] : [],
    ),
  )
  let paragraphs = 0
  return blocks.map(block =>
    block.kind === 'paragraph' && pictured.has(paragraphs++) ? { ...block, hasPicture: true } : block,
  )
}

function tableElements(reading: Reading): Elements {
  const inRow = (change: (row: OpenRow, element: XmlElement) => void) =>
    act((element, parent) => {
      if (reading.row && parent === 'w:trPr') change(reading.row, element)
    })
  const inCell = (change: (cell: OpenCell, element: XmlElement) => void) =>
    act((element, parent) => {
      if (reading.cell && parent === 'w:tcPr') change(reading.cell, element)
    })
  return {
    'w:tbl': () => openTable(reading),
    'w:tr': () => openRow(reading),
    'w:tc': () => openCell(reading),
    'w:gridBefore': inRow((row, element) => {
      row.before = countOf(element.attribute('val'), mostColumns)
    }),
    'w:gridSpan': inCell((cell, element) => {
      cell.columns = Math.max(1, countOf(element.attribute('val'), mostColumns))
    }),
    'w:vMerge': inCell((cell, element) => {
      cell.merge = element.attribute('val') === 'restart' ? 'start' : 'further'
    }),
    'w:hMerge': inCell((cell, element) => {
      cell.isAppended = element.attribute('val') !== 'restart'
    }),
    // A merge that is itself a change.
    'w:cellMerge': inCell((cell, element) => {
      cell.merge = element.attribute('vMerge') === 'cont' ? 'further' : 'start'
      noteChange(reading)
    }),
    'w:cellIns': inCell(() => noteChange(reading)),
    'w:cellDel': inCell(cell => {
      cell.isDeleted = true
      noteChange(reading)
    }),
  }
}

function openTable(reading: Reading): Effect {
  const { table, row, story, isInCell, isPlaceholder } = reading
  const own = { rows: [] }
  // The words of a control are no table.
  Object.assign(reading, { table: own, row: null, isPlaceholder: false })
  return {
    close() {
      Object.assign(reading, { table, row, isPlaceholder })
      endTable(own, story, isInCell)
    },
  }
}

function openRow(reading: Reading): Effect | undefined {
  const { table, row } = reading
  // Outside of a table there are no rows; what such a one holds is text.
  if (!table || row) return undefined
  const own: OpenRow = { cells: [], before: 0, isDeleted: false }
  reading.row = own
  return {
    close() {
      reading.row = null
      if (!own.isDeleted) table.rows.push(own)
    },
  }
}

function openCell(reading: Reading): Effect | undefined {
  const { row, table, cell, story, isInCell, paragraph } = reading
  if (!row) return undefined
  const own = newCell()
  Object.assign(reading, {
    table: null,
    row: null,
    cell: own,
    story: own.story,
    isInCell: true,
    paragraph: null,
  })
  return {
    close() {
      Object.assign(reading, { table, row, cell, story, isInCell, paragraph })
      if (!own.isDeleted) row.cells.push(own)
    },
  }
}
