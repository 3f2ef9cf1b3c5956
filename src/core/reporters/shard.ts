import type { Result } from '../diagnostics/diagnostic.ts'
import { type Part, partVersion } from '../diagnostics/part.ts'
import { jsonText } from './json-text.ts'
import type { Reporter } from './reporter.ts'

/** A part of a run with nothing left out, a file on a line, for `merge` of the same build. */
export const shard: Reporter = (result, { part }) => {
  const { files, skipped, ...about } = part ?? onlyPart(result)
  const head = jsonText({ version: partVersion, tool: result.tool, ...about })
  const lines = files.map(file => jsonText(file))
  return `${head.slice(0, -1)},\n"skipped":${jsonText(skipped)},\n"files":[\n${lines.join(',\n')}\n]}\n`
}

/** A result that nothing more is known of. */
function onlyPart({ language, files, skipped }: Result): Part {
  const unknown = { build: '', run: '', settings: '', missing: [], unmatched: [], notes: [] }
  const total = files.length + skipped.length
  return { index: 1, count: 1, total, language, profile: 'standard', ...unknown, files, skipped }
}
