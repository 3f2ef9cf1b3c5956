import type { Extra, Language, Result, Skipped } from '../diagnostics/diagnostic.ts'
import { pretty } from './pretty.ts'
import { prettyWords } from './pretty-words.ts'
import { plainOptions, type Reporter, type ReporterOptions } from './reporter.ts'
import { unix } from './unix.ts'

export { displayWidth, padToWidth } from '../text/width.ts'
export type { Reporter, ReporterOptions, Style } from './reporter.ts'
export { plainOptions, plainStyle } from './reporter.ts'
export { visible, visiblePlace } from './visible.ts'

interface Registered {
  /** Those that people see every day are at hand; the others are loaded when they are asked for. */
  load(): Promise<Reporter>
  /** What it needs of each file besides the diagnostics. */
  readonly extras?: readonly Extra[]
}

/** Every reporter by the name that `--format` takes. A new one is one file and one line here. */
const registered = {
  pretty: { load: async () => pretty },
  unix: { load: async () => unix },
  html: { load: async () => (await import('./html.ts')).html, extras: ['record'] },
  markdown: { load: async () => (await import('./markdown.ts')).markdown },
  csv: { load: async () => (await import('./csv.ts')).csv },
  json: { load: async () => (await import('./json.ts')).json },
  jsonl: { load: async () => (await import('./jsonl.ts')).jsonl },
  github: { load: async () => (await import('./github.ts')).github },
  sarif: { load: async () => (await import('./sarif.ts')).sarif, extras: ['lines'] },
  gitlab: { load: async () => (await import('./gitlab.ts')).gitlab },
  junit: { load: async () => (await import('./junit.ts')).junit },
  rdjson: { load: async () => (await import('./rdjson.ts')).rdjson, extras: ['lines'] },
  checkstyle: { load: async () => (await import('./checkstyle.ts')).checkstyle },
  shard: { load: async () => (await import('./shard.ts')).shard, extras: ['record', 'lines', 'figures'] },
} as const satisfies Readonly<Record<string, Registered>>

export type ReporterName = keyof typeof registered

export const reporterNames = Object.keys(registered) as readonly ReporterName[]

/** Why files were left alone, in words. */
export function skipReasons(language: Language): Readonly<Record<Skipped['reason'], string>> {
  return prettyWords[language].skipReason
}

/** A result in a format. */
export async function render(
  result: Result,
  name: ReporterName,
  options: ReporterOptions = plainOptions,
): Promise<string> {
  const reporter = await registered[name].load()
  return reporter(result, options)
}

export function extrasOf(names: readonly ReporterName[]): Extra[] {
  return [...new Set(names.flatMap(name => (registered[name] as Registered).extras ?? []))]
}
