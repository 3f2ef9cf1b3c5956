import type { Document } from '../document/document.ts'
import type { Garbling } from '../document/problem.ts'

/** How the Chinese of a document was destroyed before it was saved; null when it was not, or not in a known way. */
export function garblingOf({ grids }: Document): Garbling | null {
  const misread = said.flatMap(misreadingsOf)
  let [marks, letters] = [0, 0]
  for (const { rows } of grids)
    for (const cells of rows)
      for (const raw of cells) {
        if (raw === '') continue
        if (misread.some(mark => raw.includes(mark))) return 'misread'
        marks += raw.match(/[?\ufffd]/g)?.length ?? 0
        letters += raw.match(/[A-Za-z\u3400-\u9fff]/g)?.length ?? 0
      }
  return marks >= fewestMarks && marks > letters * 5 ? 'lost' : null
}

/** The labels of 表四 alone have more characters. */
const fewestMarks = 40

/** What every report says; its bytes read as another encoding give text that means nothing. */
const said = ['信息公开', '行政复议', '自然人']

/** In UTF-8 read as GB18030, where characters begin at even or at odd bytes, or as Latin-1. */
function misreadingsOf(text: string): string[] {
  const bytes = new TextEncoder().encode(text)
  const inPairs = (start: number) => bytes.subarray(start, start + 2 * Math.floor((bytes.length - start) / 2))
  return [
    new TextDecoder('gb18030').decode(inPairs(0)),
    new TextDecoder('gb18030').decode(inPairs(1)),
    new TextDecoder('windows-1252').decode(bytes),
  ]
}
