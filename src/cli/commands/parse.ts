import { type ParsedReport, parseSource } from '../../core/index.ts'
import { nodeHost } from '../../node/host.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { readInput } from '../read-input.ts'
import { loadSettings } from '../settings/settings.ts'

/** Prints the typed reports of files as JSON, version 1: keys may be added, none removed. */
export async function parse(paths: readonly string[], context: Context): Promise<ExitCode> {
  const { io, words } = context
  const reports: ParsedReport[] = []
  for (const path of paths) {
    const source = readInput(path, context)
    const { expected } = (await loadSettings([source], {}, context)).optionsFor(source)
    reports.push(await parseSource(source, nodeHost, context.limits, expected))
  }
  io.stdout.write(`${JSON.stringify({ version: 1, reports }, null, 2)}\n`)
  const empty = reports.filter(report => report.tables.length === 0)
  for (const { path } of empty) io.stderr.write(`${words.error}${words.noTable(path)}\n`)
  return empty.length > 0 ? exitCode.findings : exitCode.ok
}
