import type { Narrative, Passage } from '../../model/narrative.ts'
import { type Day, dateLine, publicationDates } from '../../narrative/dates.ts'

export interface Publication {
  readonly at: Passage
  readonly date: Day
  readonly found: string
}

/** The days that a report states as its publication: above and below its text, and the line below its body's name. */
export function publicationsOf({ preface, sections }: Narrative): readonly Publication[] {
  const last = sections.at(-1)?.paragraphs ?? []
  const stated = [...preface, ...last].flatMap(paragraph =>
    publicationDates(paragraph.text).map(({ start, end, date, found }) => ({
      at: { paragraph, start, end },
      date,
      found,
    })),
  )
  const ending = last.slice(-3).flatMap((paragraph, index, lines) => {
    const line = index > 0 && isSignature(lines[index - 1]!.text) ? dateLine(paragraph.text) : null
    if (!line) return []
    return [{ at: { paragraph, start: line.start, end: line.end }, date: line.date, found: line.found }]
  })
  return [...stated, ...ending]
}

/** A short line with nothing but the name of a body. */
function isSignature(text: string): boolean {
  return /^[\s\u3000]*[\u4e00-\u9fff（）()]{2,30}(?:政府|镇|乡|街道|办事处|办公室|局|委员会|委|厅|院|中心|处|站|大队|支队|管委会)[\s\u3000]*$/.test(
    text,
  )
}
