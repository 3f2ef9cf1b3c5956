import type { Paragraph } from '../../model/narrative.ts'
import type { Slip } from '../../narrative/slip.ts'
import type { Finding } from '../rule.ts'

/** A finding at each slip of some paragraphs; its data says everything but where it stands. */
export function* findingsIn<Own extends Slip>(
  paragraphs: readonly Paragraph[],
  slipsIn: (text: string) => readonly Own[],
): Generator<Finding<Omit<Own, 'start' | 'end'>>> {
  for (const paragraph of paragraphs)
    for (const { start, end, ...data } of slipsIn(paragraph.text))
      yield { at: { paragraph, start, end }, data }
}

/** All text of some paragraphs, a line each. */
export function textOfAll(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join('\n')
}
