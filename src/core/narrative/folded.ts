import { blanks, foldCharacters } from '../text/label-text.ts'

/** A text with width, radicals and blanks folded, that knows where each of its characters stood. */
export interface Folded {
  readonly text: string
  /** Where each character stood, and at the end where the text ends; UTF-16 offsets. */
  readonly offsets: readonly number[]
  /** Characters before which a blank stood in the text. */
  readonly gaps: ReadonlySet<number>
}

/**
 * Folds for comparison. Quotation marks around words are left out, titles in 《》 become one ※ each, and `，` stays
 * apart from the comma between figures.
 */
export function fold(raw: string): Folded {
  const gaps = new Set<number>()
  const offsets: number[] = []
  let text = ''
  let depth = 0
  let at = 0
  for (const character of raw) {
    const start = at
    at += character.length
    if (character === '《') {
      if (depth++ === 0) add('※', start)
    } else if (character === '》' && depth > 0) depth--
    else if (depth > 0 || quotationMarks.has(character)) continue
    else if (character.replace(blanks, '') === '') gaps.add(text.length)
    else add(character === '，' ? character : foldCharacters(character), start)
  }
  return { text, offsets: [...offsets, raw.length], gaps }

  function add(folded: string, start: number) {
    for (let unit = 0; unit < folded.length; unit++) offsets.push(start)
    text += folded
  }
}

const quotationMarks = new Set('“”‘’「」『』"')
