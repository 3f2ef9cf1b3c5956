import { type Edition, type EditionId, editionById } from '../../src/core/editions/index.ts'
import { balancedFigures, cellsOf, createDraw, type Figures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { reportSheet } from '../../src/testing/laid-out.ts'
import { plainStyle, writeText } from '../../src/testing/write-text.ts'

/** A report in which some figures of one table were changed and some were taken away. */
export interface SpoiledReport {
  readonly bytes: Uint8Array
  readonly edition: Edition
  readonly figures: Figures
  /** The cells that were changed or taken away. */
  readonly spoiled: readonly string[]
}

export interface Spoiling {
  readonly table: 'requests' | 'reviewLitigation'
  readonly errors: number
  readonly blanks: number
}

/** The same seed, the same report. One error in ten is a figure that no count can be. */
export function spoiledReport(
  id: EditionId,
  seed: number,
  { table, errors, blanks }: Spoiling,
): SpoiledReport {
  const draw = createDraw(seed)
  const edition = editionById(id)!
  const figures = balancedFigures(id, seed)
  const refs = cellsOf(edition).flatMap(cell => (cell.table === table ? [cell.ref] : []))
  const spoiled = Array.from({ length: errors + blanks }, () => refs[draw(refs.length)]!)
  for (const [index, ref] of spoiled.entries()) {
    const wrong = draw(10) === 0 ? '-3' : String(Number(figures.get(ref)) + 1 + draw(60))
    figures.set(ref, index < errors ? wrong : '')
  }
  return { bytes: bytesOf(id, figures), edition, figures, spoiled }
}

export function bytesOf(id: EditionId, figures: Figures): Uint8Array {
  return writeText(reportSheet(keptReport(id, figures)).rows, plainStyle)
}
