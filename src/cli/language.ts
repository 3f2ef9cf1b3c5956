import { resolve } from 'node:path'
import { decode, defaultLimits, type Language } from '../core/index.ts'
import { createProjectFinder } from '../node/project.ts'
import { readFile } from '../node/read-file.ts'
import type { Io } from './io.ts'

export const languages: readonly Language[] = ['zh-CN', 'en']

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
  { env, cwd }: Pick<Io, 'env' | 'cwd'>,
): Promise<LanguageChoice> {
  const flag = flagValue(argv, '--lang')
  const source = flag === undefined ? 'GOUJI_LANG' : '--lang'
  const value = flag ?? env.GOUJI_LANG ?? ''
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
  const path = named === undefined ? createProjectFinder()(cwd)?.files.config : resolve(cwd, named)
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
