import { documentStart } from '../../document/location.ts'
import type { Problem } from '../../document/problem.ts'
import { parse } from '../parsers.ts'
import { damagedFile, limitExceeded, type Reader, refused } from '../reader.ts'
import { readZip, sizeOfParts } from '../zip.ts'
import { zipProblem } from '../zip-problem.ts'
import { readSheets } from './sheets.ts'

/** A spreadsheet of the OpenDocument kind. */
export const readOds: Reader = async ({ path, bytes }, surroundings) => {
  const { host, limits } = surroundings
  const zip = readZip(bytes, host, { limits, wanted: name => parts.has(name) })
  if (zip.kind !== 'ok') return refused(path, 'ods', zipProblem(zip, limits))
  const unfit = whyUnfit(zip.parts)
  if (unfit) return refused(path, 'ods', unfit)
  const [content, styles] = [zip.parts.get('content.xml')!, zip.parts.get('styles.xml') ?? null]
  const input = { content, styles, mostCells: limits.cells, nesting: limits.nesting }
  const parsed = await parse('opendocument', input, sizeOfParts(zip.parts), surroundings)
  if (parsed.kind === 'failed') return refused(path, 'ods', parsed.problem)
  if (!parsed.result) return refused(path, 'ods', limitExceeded('nesting', '', limits))
  return readSheets(path, 'ods', parsed.result, limits)
}

const parts: ReadonlySet<string> = new Set(['mimetype', 'META-INF/manifest.xml', 'content.xml', 'styles.xml'])

/** Why the parts are not to be parsed, if there is a reason. */
function whyUnfit(parts: ReadonlyMap<string, Uint8Array>): Problem | null {
  const textOf = (name: string) => new TextDecoder().decode(parts.get(name))
  if (textOf('META-INF/manifest.xml').includes('encryption-data'))
    return { name: 'protected-file', location: documentStart, data: {} }
  const type = textOf('mimetype')
  if (/opendocument\.text/.test(type)) {
    const data = { format: 'OpenDocument (.odt)', advice: 'save-as-docx' } as const
    return { name: 'unread-format', location: documentStart, data }
  }
  if (!parts.has('content.xml')) return damagedFile('no content.xml')
  return null
}
