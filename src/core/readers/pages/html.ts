import { layOutFlow } from '../flow.ts'
import { type Reader, refused } from '../reader.ts'
import { decodeSource } from '../text.ts'
import { frameProblems, readPages } from './read-pages.ts'

/** A web page or a piece of one, also under the name of a workbook or a Word document. */
export const readHtml: Reader = async (source, surroundings) => {
  const decoded = decodeSource(source, 'html')
  if (decoded.kind === 'refused') return decoded.document
  const { text, encoding } = decoded
  const { path, bytes } = source
  const read = await readPages([text], bytes.length, surroundings)
  if (read.kind === 'failed') return refused(path, 'html', read.problem)
  const { blocks, hidden } = read.pages[0]!
  const { grids, problems } = layOutFlow(blocks, text, surroundings.limits, hidden)
  return { path, format: 'html', encoding, grids, problems: [...problems, ...frameProblems(read.pages)] }
}
