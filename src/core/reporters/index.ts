import type { Extra, Result } from '../diagnostics/diagnostic.ts'
import { pretty } from './pretty.ts'
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
  json: { load: async () => (await import('./json.ts')).json },
  shard: { load: async () => (await import('./shard.ts')).shard, extras: ['record', 'lines'] },
} as const satisfies Readonly<Record<string, Registered>>

export type ReporterName = keyof typeof registered

export const reporterNames = Object.keys(registered) as readonly ReporterName[]

/** A result in a format. */
export async function render(
  result: Result,
  name: ReporterName,
  options: ReporterOptions = plainOptions,
): Promise<string> {
  const reporter = await registered[name].load()
  return reporter(result, options)
}

export function extrasOf(names: readonly ReporterName[]): readonly Extra[] {
  return [...new Set(names.flatMap(name => (registered[name] as Registered).extras ?? []))]
}
