import type { Annotated } from '../annotate/annotate.ts'
import type { FileResult, Language } from '../diagnostics/diagnostic.ts'
import type { Host } from '../host.ts'
import { type Limits, readSource, type Source } from '../readers/index.ts'
import { limitsOf } from './open-report.ts'

export interface AnnotateOptions {
  readonly language: Language
  /** Those that differ from the usual ones. */
  readonly limits?: Partial<Limits>
}

/** A copy of a file with what was said of it, as a workbook; of the same bytes and words always the same bytes. */
export async function annotateSource(
  source: Source,
  file: FileResult,
  options: AnnotateOptions,
  host: Host,
): Promise<Annotated> {
  const limits = limitsOf(options)
  const { annotate } = await import('../annotate/annotate.ts')
  return annotate({
    bytes: source.bytes,
    file,
    language: options.language,
    host,
    limits,
    async readDocument() {
      const read = await readSource(source, host, limits)
      if (read.kind === 'unread') throw new TypeError(`not a file that was checked: ${source.path}`)
      return read.document
    },
  })
}
