import { fileEntry, headEntry } from './json.ts'
import { jsonText } from './json-text.ts'
import type { Reporter } from './reporter.ts'

/**
 * What `json` says, an object a line, for programs that read thousands of files: each file, each that was left alone,
 * and last the summary, without which the output is not whole.
 */
export const jsonl: Reporter = result =>
  [
    ...result.files.map(file => ({ type: 'file', ...fileEntry(file) })),
    ...result.skipped.map(({ path, reason }) => ({ type: 'skipped', path, reason })),
    { type: 'summary', ...headEntry(result) },
  ]
    .map(line => `${jsonText(line)}\n`)
    .join('')
