import type { Language } from '../core/index.ts'
import type { Io } from './io.ts'

export const languages: readonly Language[] = ['zh-CN', 'en']

/** What `--lang` and GOUJI_LANG take. */
export const languageChoices: readonly string[] = [...languages, 'auto']

export interface LanguageChoice {
  readonly language: Language
  /** What was asked for, and by what, when it is none of them. */
  readonly unknown: { readonly source: string; readonly value: string } | null
}

/** `--lang`, then GOUJI_LANG, then Chinese. Read before the options are parsed, for these errors need words too. */
export function chooseLanguage(
  argv: readonly string[],
  { env, platform }: Pick<Io, 'env' | 'platform'>,
): LanguageChoice {
  const flag = flagValue(argv)
  const source = flag === undefined ? 'GOUJI_LANG' : '--lang'
  const value = flag ?? env.GOUJI_LANG ?? ''
  if (value === 'auto') return { language: systemLanguage(env, platform), unknown: null }
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

/** Chinese where the system speaks it, else English. */
export function systemLanguage(env: Io['env'], platform: NodeJS.Platform): Language {
  const spoken = systemLocales(env, platform).flatMap(locale => /^(?:zh|en)(?![a-z])/i.exec(locale) ?? [])
  return spoken[0]?.toLowerCase() === 'zh' ? 'zh-CN' : 'en'
}

/**
 * As gettext reads the environment, where there is one: what is empty counts as unset, and LANGUAGE lists what is
 * wanted first unless the locale is C. Node itself makes `und` of some of these.
 */
function systemLocales(env: Io['env'], platform: NodeJS.Platform): readonly string[] {
  if (platform === 'win32' || platform === 'darwin') return [Intl.DateTimeFormat().resolvedOptions().locale]
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || 'C'
  if (/^(?:C|POSIX)(?:\.|$)/.test(locale)) return []
  return [...(env.LANGUAGE ?? '').split(':'), locale]
}
