import type { FileResult } from '../../diagnostics/diagnostic.ts'
import { standingText } from '../sheet-words.ts'
import { standingOf } from '../standing.ts'
import type { PageContext } from './context.ts'
import { html, type Markup } from './markup.ts'

/** What a file comes to, with a sign and in words. */
export function standingMark(file: FileResult, { words, sheet, isPartial }: PageContext): Markup {
  const standing = standingOf(file)
  const text = standingText(file, sheet, isPartial)
  return html`<strong class="${standing}">${words.signs[standing]} ${text}</strong>`
}

/** The same in a sentence, with what was counted; what could not be judged is never left out. */
export function verdictOf(file: FileResult, context: PageContext): Markup {
  const { words, sheet } = context
  const { held, failed, unknown } = file.relations
  const parts = [
    ...(held + failed + unknown > 0
      ? [`${words.relations}${sheet.colon}${words.relationCounts(file.relations)}`]
      : []),
    ...(file.waived.length > 0 ? [words.waivedCount(file.waived.length)] : []),
  ]
  return html`${words.result}${standingMark(file, context)}${parts.map(part => sheet.separator + part)}`
}
