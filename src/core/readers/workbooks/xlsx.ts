import { parse } from '../parsers.ts'
import { type Limits, limitExceeded, type Reader, refused } from '../reader.ts'
import { readZip, sizeOfParts } from '../zip.ts'
import { zipProblem } from '../zip-problem.ts'
import { readSheets } from './sheets.ts'

/** A workbook of the Office Open XML kind. */
export const readXlsx: Reader = async ({ path, bytes }, surroundings) => {
  const { host, limits } = surroundings
  const zip = readZip(bytes, host, { limits, wanted: isNeeded })
  if (zip.kind !== 'ok') return refused(path, 'xlsx', zipProblem(zip, limits))
  const sheets = countSheets(zip.parts)
  if (sheets > limits.sheets) return refused(path, 'xlsx', limitExceeded('sheets', sheets, limits))
  const cells = countCells(zip.parts, limits)
  if (cells > limits.cells) return refused(path, 'xlsx', limitExceeded('cells', cells, limits))
  const input = { parts: zip.parts, mostCells: limits.cells }
  const parsed = await parse('workbook', input, sizeOfParts(zip.parts), surroundings)
  if (parsed.kind === 'failed') return refused(path, 'xlsx', parsed.problem)
  // Only OLE containers are found to be protected here.
  return readSheets(path, 'xlsx', parsed.result!, limits)
}

/** Leaves out what holds no cell, above all comments and drawings; `META-INF` would make it another format. */
function isNeeded(name: string): boolean {
  const aside = /^\/?(?:META-INF|customXml|docProps)\//i
  const besideCells =
    /^\/?xl\/(?:calcChain|charts\/|comments|drawings|externalLinks|pivot|theme|threaded|worksheets\/_rels)/i
  return /\.(?:xml|rels)$/i.test(name) && !aside.test(name) && !besideCells.test(name)
}

/** How many sheets a workbook names; the parser compares each of them with all others. */
function countSheets(parts: ReadonlyMap<string, Uint8Array>): number {
  const decoder = new TextDecoder('utf-8')
  let sheets = 0
  for (const [name, part] of parts)
    if (/workbook[^/]*\.xml$/i.test(name))
      sheets += decoder.decode(part).match(/<(?:\w+:)?sheet\s/g)?.length ?? 0
  return sheets
}

/**
 * How many cells the parser would have to hold at least, those without content too. A cell needs no more than four
 * elements: `c` and `v`, and either `f` or `si` and `t`.
 */
function countCells(parts: ReadonlyMap<string, Uint8Array>, limits: Limits): number {
  const [lessThan, slash, c, space, greaterThan] = [0x3c, 0x2f, 0x63, 0x20, 0x3e]
  // The shortest element is `<c/>`.
  if (sizeOfParts(parts) <= limits.cells * 4) return 0
  let elements = 0
  let cells = 0
  for (const part of parts.values()) {
    for (let at = part.indexOf(lessThan); at >= 0; at = part.indexOf(lessThan, at + 1)) {
      const [first, second] = [part[at + 1], part[at + 2]]
      if (first === slash) continue
      elements++
      if (first === c && (second === space || second === slash || second === greaterThan)) cells++
    }
  }
  return Math.max(cells, Math.ceil(elements / 4))
}
