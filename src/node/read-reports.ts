import type { Body, CheckOptions, Report, Skipped, Source } from '../core/index.ts'
import { readReport } from '../core/index.ts'
import { openInput } from './check-input.ts'
import type { FoundFile } from './find-files.ts'
import { nodeHost } from './host.ts'

/** What became of one file. */
export type FileOutcome = {
  readonly path: string
  /** The bodies that settings list for it; null when they list none. */
  readonly roster: readonly Body[] | null
} & (
  | { readonly kind: 'skipped'; readonly reason: Skipped['reason'] }
  | {
      readonly kind: 'read'
      /** Null when the file could not be read. */
      readonly report: Report | null
      /** Why not all of it could be read, a sentence; null when all of it was. */
      readonly lacking: string | null
    }
)

/** The reports of files, one after the other in their order, so that no more than one is held. */
export async function* readReports(
  inputs: readonly FoundFile[],
  optionsFor: (input: FoundFile | Source) => CheckOptions,
): AsyncGenerator<FileOutcome> {
  for (const input of inputs) {
    const { path } = input
    const options = optionsFor(input)
    const { roster = null } = options
    const opened = openInput({ input, options })
    if (!('kind' in opened)) yield { path, roster, ...(await readReport(opened, options, nodeHost)) }
    else if (opened.kind === 'skipped') yield { path, roster, ...opened }
    else yield { path, roster, kind: 'read', report: null, lacking: opened.file.diagnostics[0]!.message }
  }
}
