import type { Language } from '../core/index.ts'
import type { Io } from './io.ts'

export const languages: readonly Language[] = ['zh-CN', 'en']

export interface LanguageChoice {
  readonly language: Language
  /** What was asked for, and by what, when it is none of them. */
  readonly unknown: { readonly source: string; readonly value: string } | null
}

/** `--lang`, then GOUJI_LANG, then Chinese. Read before the options are parsed, for these errors need words too. */
export function chooseLanguage(argv: readonly string[], env: Io['env']): LanguageChoice {
  const flag = flagValue(argv)
  const source = flag === undefined ? 'GOUJI_LANG' : '--lang'
  const value = flag ?? env.GOUJI_LANG ?? ''
  const language = languages.find(each => each === value)
  const isUnknown = language === undefined && value !== ''
  return { language: language ?? 'zh-CN', unknown: isUnknown ? { source, value } : null }
}

function flagValue(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  const joined = options.filter(option => option.startsWith('--lang=')).at(-1)
  const at = options.lastIndexOf('--lang')
  return joined?.slice('--lang='.length) ?? (at < 0 ? undefined : options[at + 1])
}
