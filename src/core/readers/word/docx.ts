import type { Grid } from '../../document/grid.ts'
import { documentStart, type Location } from '../../document/location.ts'
import type { Problem, ProblemData } from '../../document/problem.ts'
import { type Block, layOutFlow } from '../flow.ts'
import { parse } from '../parsers.ts'
import { limitExceeded, type Reader, refused } from '../reader.ts'
import { readZip, sizeOfParts } from '../zip.ts'
import { zipProblem } from '../zip-problem.ts'
import type { ParsedDocx } from './parse-docx.ts'
import type { Place } from './story.ts'

/** A document of the Office Open XML kind, of Word or WPS. */
export const readDocx: Reader = async ({ path, bytes }, surroundings) => {
  const { host, limits } = surroundings
  const zip = readZip(bytes, host, { limits, wanted: isNeeded })
  if (zip.kind !== 'ok') return refused(path, 'docx', zipProblem(zip, limits))
  const { parts } = zip
  const parsed = await parse('docx', { parts, nesting: limits.nesting }, sizeOfParts(parts), surroundings)
  if (parsed.kind === 'failed') return refused(path, 'docx', parsed.problem)
  if (!parsed.result) return refused(path, 'docx', limitExceeded('nesting', '', limits))
  const { grids, problems } = layOutFlow(parsed.result.blocks, null, limits)
  const all = [...problems, ...changeProblems(parsed.result, grids), ...leftOutProblems(parsed.result, grids)]
  return { path, format: 'docx', encoding: null, grids, problems: all }
}

/** Leaves out what is no part of the text. A part may have any name, but these names have no other use. */
function isNeeded(name: string): boolean {
  const aside = /^\/?(?:META-INF|customXml|docProps)\//i
  const besideText =
    /^\/?word\/(?:charts|comments|diagrams|embeddings|endnotes|fontTable|footer|footnotes|glossary|header|media|people|settings|theme|webSettings)/i
  return /\.(?:xml|rels)$/i.test(name) && !aside.test(name) && !besideText.test(name)
}

type Found = NonNullable<ParsedDocx>

/** Of the whole document, for its figures are read all the same. */
function changeProblems({ isChanged, firstChange }: Found, grids: readonly Grid[]): Problem[] {
  if (!isChanged) return []
  const first = firstChange && locate(firstChange, grids)
  const data = { place: first?.address ?? '' }
  return [
    { name: 'tracked-changes', location: documentStart, data, ...(first !== null && { related: [first] }) },
  ]
}

/**
 * In the cells of tables one for each kind and cell, for its figures are not used; elsewhere one for each kind, at the
 * first. Pictures and objects are everywhere; they count where there is no table, and in cells that hold nothing else.
 */
function leftOutProblems({ leftOut, blocks }: Found, grids: readonly Grid[]): Problem[] {
  const hasTable = blocks.some(isFilledTable)
  const tables = grids.filter(({ sheet }) => sheet !== null)
  const kinds = new Map<string, { location: Location; data: Growing }>()
  for (const { kind, text, isTelling, place } of leftOut) {
    const cell = cellOf(place, tables)
    const isAlone = cell?.table.rows[cell.row]?.[cell.column]?.trim() === ''
    const isUsual = hasTable && (kind === 'picture' || kind === 'object')
    if (!isAlone && (isUsual || !isTelling)) continue
    const key = cell ? `${kind} ${cell.table.sheet} ${cell.row} ${cell.column}` : kind
    const same = kinds.get(key)
    if (same) {
      same.data.count++
      continue
    }
    const location = cell ? cell.table.locate(cell.row, cell.column) : place && locate(place, grids)
    kinds.set(key, {
      location: location ?? documentStart,
      data: { kind, count: 1, text, isInCell: cell !== null },
    })
  }
  return [...kinds.values()].map(({ location, data }) => ({ name: 'left-out-text', location, data }))
}

/** Null for what a limit kept out of the grids. */
function cellOf(place: Place | null, tables: readonly Grid[]) {
  const table = place?.kind === 'cell' ? tables[place.table] : undefined
  return place?.kind === 'cell' && table ? { table, row: place.row, column: place.column } : null
}

type Growing = { -readonly [Key in keyof ProblemData['left-out-text']]: ProblemData['left-out-text'][Key] }

function isFilledTable(block: Block): boolean {
  return block.kind === 'table' && block.rows.some(cells => cells.some(({ text }) => text.trim() !== ''))
}

/** Null for what a limit kept out of the grids. */
function locate(place: Place, grids: readonly Grid[]): Location | null {
  if (place.kind === 'cell') {
    const table = grids.filter(({ sheet }) => sheet !== null)[place.table]
    return table?.locate(place.row, place.column) ?? null
  }
  let first = 0
  for (const grid of grids) {
    if (grid.sheet !== null) continue
    if (place.paragraph < first + grid.rows.length) return grid.locate(place.paragraph - first, 0)
    first += grid.rows.length
  }
  return null
}
