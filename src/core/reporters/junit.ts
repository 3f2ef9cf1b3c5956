import type { FileResult, Language, Result } from '../diagnostics/diagnostic.ts'
import { type Entry, entriesOf } from './entries.ts'
import { entryLines, entryMessage } from './entry-text.ts'
import { prettyWords } from './pretty-words.ts'
import type { Reporter } from './reporter.ts'
import { visiblePosition } from './visible.ts'
import { xmlAttributes, xmlHead, xmlText } from './xml.ts'

interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
  /** What is no failure and should still be read. */
  readonly remarks: readonly string[]
}

interface Case {
  /** Where several of a suite bear the same, GitLab reads the first only. */
  readonly name: string
  readonly file: string
  readonly line?: number
  /** Null for what was checked and is right. */
  readonly outcome: Failure | Omission | null
}

interface Failure {
  readonly kind: 'failure'
  readonly code: string
  readonly message: string
  readonly lines: readonly string[]
}

interface Omission {
  readonly kind: 'skipped'
  readonly message: string
}

/**
 * JUnit's XML, a suite a file: a case for each table without an error, which passes, and one for each error, which
 * fails. Warnings and what is waived never fail; they are remarks of the suite.
 */
export const junit: Reporter = result => {
  const suites = [...result.files.map(file => suiteOf(file, result.language)), ...skippedSuites(result)]
  const counts = countsOf(suites.flatMap(suite => suite.cases))
  const head = `<testsuites${xmlAttributes({ name: result.tool.name, ...counts })}>`
  return `${[xmlHead, head, ...suites.flatMap(suiteLines), '</testsuites>'].join('\n')}\n`
}

function suiteOf(file: FileResult, language: Language): Suite {
  const entries = entriesOf(file)
  const errors = entries.filter(({ severity }) => severity === 'error')
  const others = entries.filter(({ severity }) => severity !== 'error')
  const cases = [
    ...tableCases(file, errors, language),
    ...errors.map(entry => errorCase(entry, file, language)),
  ]
  return { name: file.path, cases: uniquelyNamed(cases), remarks: remarksOf(file, others, language) }
}

/** An error that stands in no table may concern each of them, so that none passes then. */
function tableCases(file: FileResult, errors: readonly Entry[], language: Language): readonly Case[] {
  const words = prettyWords[language]
  const wrong = errors.map(tableOf)
  if (wrong.includes(null)) return []
  const { path, relations } = file
  const isJudged = relations.held + relations.failed > 0
  return file.tables
    .filter(({ table }) => !wrong.includes(table))
    .map(({ table, edition }) => ({
      name: words.head({ body: null, year: null, editions: [{ edition, tables: [table] }] }),
      file: path,
      outcome: isJudged ? null : { kind: 'skipped', message: words.relations(relations) },
    }))
}

function tableOf({ ref, symptoms }: Entry): string | null {
  return (ref ?? symptoms[0]?.ref)?.split('.')[0] ?? null
}

function errorCase(entry: Entry, file: FileResult, language: Language): Case {
  const { code, name, location } = entry
  return {
    name: `${code} ${name} ${visiblePosition(location, file.format)}`,
    file: file.path,
    line: location.line,
    outcome: {
      kind: 'failure',
      code,
      message: entryMessage(entry),
      lines: entryLines(entry, file.format, language),
    },
  }
}

function uniquelyNamed(cases: readonly Case[]): readonly Case[] {
  const seen = new Map<string, number>()
  return cases.map(each => {
    const count = (seen.get(each.name) ?? 0) + 1
    seen.set(each.name, count)
    return count === 1 ? each : { ...each, name: `${each.name} (${count})` }
  })
}

function remarksOf(file: FileResult, entries: readonly Entry[], language: Language): readonly string[] {
  const placed = ({ code, location, message }: Pick<Entry, 'code' | 'location' | 'message'>) =>
    `${visiblePosition(location, file.format)} ${code} ${message}`
  return [
    ...(file.tables.length > 0 ? [prettyWords[language].relations(file.relations)] : []),
    ...entries.map(entry => `${entry.severity} ${placed(entry)}`),
    ...file.off.map(code => `off ${code}`),
    ...file.waived.flatMap(({ diagnostic, by, reasons }) => [
      `${by} ${placed(diagnostic)}`,
      ...reasons.map(({ reason, who, until }) => `  ${[reason, who, until].filter(Boolean).join(' | ')}`),
    ]),
  ]
}

function skippedSuites({ skipped, language }: Result): readonly Suite[] {
  if (skipped.length === 0) return []
  const words = prettyWords[language]
  const cases = skipped.map(({ path, reason }): Case => {
    return { name: path, file: path, outcome: { kind: 'skipped', message: words.skipReason[reason] } }
  })
  return [{ name: words.skipped(skipped.length).replace(/[:：]$/, ''), cases, remarks: [] }]
}

function countsOf(cases: readonly Case[]) {
  const count = (kind: string) => cases.filter(({ outcome }) => outcome?.kind === kind).length
  return { tests: cases.length, failures: count('failure'), errors: 0, skipped: count('skipped') }
}

function suiteLines({ name, cases, remarks }: Suite): readonly string[] {
  return [
    `  <testsuite${xmlAttributes({ name, ...countsOf(cases) })}>`,
    ...cases.flatMap(caseLines),
    ...(remarks.length > 0 ? [`    <system-out>${textLines(remarks)}</system-out>`] : []),
    '  </testsuite>',
  ]
}

function caseLines({ name, file, line, outcome }: Case): readonly string[] {
  const head = `    <testcase${xmlAttributes({ classname: file, name, file, line })}`
  if (outcome === null) return [`${head}/>`]
  const { kind, message } = outcome
  const inside =
    kind === 'failure'
      ? `<failure${xmlAttributes({ type: outcome.code, message })}>${textLines(outcome.lines)}</failure>`
      : `<skipped${xmlAttributes({ message })}/>`
  return [`${head}>`, `      ${inside}`, '    </testcase>']
}

function textLines(lines: readonly string[]): string {
  return lines.map(xmlText).join('\n')
}
