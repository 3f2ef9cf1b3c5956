import type { Language, Result } from '../../diagnostics/diagnostic.ts'
import { type PrettyWords, prettyWords } from '../pretty-words.ts'
import { type SheetWords, sheetWords } from '../sheet-words.ts'
import { isPartial } from '../standing.ts'
import { type PageWords, pageWords } from './words.ts'

/** What every part of the page is written with. */
export interface PageContext {
  readonly language: Language
  readonly words: PageWords
  readonly pretty: PrettyWords
  readonly sheet: SheetWords
  readonly tool: string
  readonly time: string | null
  readonly rules: Result['rules']
  /** True when findings were counted and are not on the page. */
  readonly isPartial: boolean
}

export function contextOf(result: Result, time: string | null): PageContext {
  const { language, tool, rules } = result
  return {
    language,
    words: pageWords[language],
    pretty: prettyWords[language],
    sheet: sheetWords[language],
    tool: `${tool.name} ${tool.version}`,
    time,
    rules,
    isPartial: isPartial(result),
  }
}
