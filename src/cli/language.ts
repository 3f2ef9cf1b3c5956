import { resolve } from 'node:path'
import { decode, defaultLimits, type Language } from '../core/index.ts'
import { createProjectFinder } from '../node/project.ts'
import { readFile } from '../node/read-file.ts'
import type { Io } from './io.ts'

export const languages: readonly Language[] = ['zh-CN', 'en']

/** What `--lang` and GOUJI_LANG take. */
export const languageChoices: readonly string[] = [...languages, 'auto']

export interface LanguageChoice {
  readonly language: Language
  /** What it was chosen by; null by nothing. */
  readonly from: string | null
  /** What was asked for, and by what, when it is none of them. */
  readonly unknown: { readonly source: string; readonly value: string } | null
}

/**
 * `--lang`, then GOUJI_LANG, then the config for the working directory, then Chinese. Read before the options are
 * parsed, for these errors need words too.
 */
export async function chooseLanguage(
  argv: readonly string[],
  { env, platform, cwd }: Pick<Io, 'env' | 'platform' | 'cwd'>,
): Promise<LanguageChoice> {
  const flag = flagValue(argv, '--lang')
  const source = flag === undefined ? 'GOUJI_LANG' : '--lang'
  const value = flag ?? env.GOUJI_LANG ?? ''
  if (value === 'auto') return { language: systemLanguage(env, platform), from: source, unknown: null }
  const language = languages.find(each => each === value)
  if (language) return { language, from: source, unknown: null }
  if (value !== '') return { language: 'zh-CN', from: null, unknown: { source, value } }
  const configured = await languageOfConfig(argv, cwd)
  return { language: configured ?? 'zh-CN', from: configured && 'gouji.json', unknown: null }
}

/** Null for a config that is wrong, too: reading all of it says so. */
async function languageOfConfig(argv: readonly string[], cwd: string): Promise<Language | null> {
  if (optionsOf(argv).includes('--no-config')) return null
  const named = flagValue(argv, '--config') ?? flagValue(argv, '-c')
  const path = named === undefined ? createProjectFinder(['config'])(cwd)?.files.config : resolve(cwd, named)
  if (path === undefined) return null
  const read = readFile(path, defaultLimits)
  const text = read.kind === 'read' ? decode(read.bytes)?.text : undefined
  if (text === undefined) return null
  const { parseJsonc } = await import('../node/jsonc.ts')
  const { language } = Object(parseJsonc(text).value) as { readonly language?: unknown }
  return languages.find(each => each === language) ?? null
}

function flagValue(argv: readonly string[], name: string): string | undefined {
  const options = optionsOf(argv)
  const joined = options.filter(option => option.startsWith(`${name}=`)).at(-1)
  const at = options.lastIndexOf(name)
  return joined?.slice(name.length + 1) ?? (at < 0 ? undefined : options[at + 1])
}

function optionsOf(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return end < 0 ? argv : argv.slice(0, end)
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
