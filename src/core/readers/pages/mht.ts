import { documentStart } from '../../document/location.ts'
import { decode } from '../../text/decode.ts'
import { joinHidden, layOutFlow } from '../flow.ts'
import { damagedFile, type Reader, refused } from '../reader.ts'
import { listParts } from './mime.ts'
import { frameProblems, readPages } from './read-pages.ts'

/**
 * A page saved as one file, or a workbook or document saved as a web archive: its pages one after the other. Each is
 * decoded by what it holds, for browsers do not say in which encoding they write, and others say it wrongly.
 */
export const readMht: Reader = async ({ path, bytes }, surroundings) => {
  const pages: string[] = []
  for (const part of listParts(bytes)) {
    if (part.type !== 'text/html' && part.type !== 'application/xhtml+xml') continue
    const decoded = decode(part.content())
    if (!decoded || decoded.text.includes('\ufffd')) {
      const data = { tried: 'UTF-8, UTF-16, GB18030' }
      return refused(path, 'mht', { name: 'undecodable-text', location: documentStart, data })
    }
    if (decoded.text.trim() !== '') pages.push(decoded.text)
  }
  if (pages.length === 0) return refused(path, 'mht', damagedFile('no part of it holds HTML'))
  const read = await readPages(pages, bytes.length, surroundings)
  if (read.kind === 'failed') return refused(path, 'mht', read.problem)
  const blocks = read.pages.flatMap(page => page.blocks)
  const hidden = read.pages.map(page => page.hidden).reduce(joinHidden, null)
  const { grids, problems } = layOutFlow(blocks, null, surroundings.limits, hidden)
  return { path, format: 'mht', encoding: null, grids, problems: [...problems, ...frameProblems(read.pages)] }
}
