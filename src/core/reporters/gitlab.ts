import type { Severity } from '../diagnostics/diagnostic.ts'
import { entriesOf } from './entries.ts'
import { entryMessage } from './entry-text.ts'
import { jsonText } from './json-text.ts'
import type { Reporter } from './reporter.ts'

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/** GitLab's Code Quality report, an entry a line. It takes equal fingerprints for one entry, so that none are. */
export const gitlab: Reporter = ({ files }) => {
  const seen = new Set<string>()
  const issues = files.flatMap(file =>
    entriesOf(file).map(entry => {
      let { fingerprint } = entry
      while (seen.has(fingerprint)) fingerprint += "'"
      seen.add(fingerprint)
      const { line, endLine } = entry.location
      return {
        description: entryMessage(entry),
        check_name: entry.code,
        fingerprint,
        severity: severities[entry.severity],
        location: { path: file.path, lines: { begin: line, end: endLine } },
      }
    }),
  )
  if (issues.length === 0) return '[]\n'
  return `[\n${issues.map(issue => `  ${jsonText(issue)}`).join(',\n')}\n]\n`
}
