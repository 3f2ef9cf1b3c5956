import { documentStart } from '../../document/location.ts'
import { parse } from '../parsers.ts'
import { type Reader, refused } from '../reader.ts'
import { readSheets } from './sheets.ts'

/** A workbook of Excel 97 or before, or of WPS (.et): never parsed here, for a few damaged bytes can hang the parser. */
export const readXls: Reader = async ({ path, bytes }, surroundings) => {
  const input = { bytes, mostCells: surroundings.limits.cells }
  const parsed = await parse('workbook', input, Number.POSITIVE_INFINITY, surroundings)
  if (parsed.kind === 'failed') return refused(path, 'xls', parsed.problem)
  if (!parsed.result)
    return refused(path, 'xls', { name: 'protected-file', location: documentStart, data: {} })
  return readSheets(path, 'xls', parsed.result, surroundings.limits)
}
