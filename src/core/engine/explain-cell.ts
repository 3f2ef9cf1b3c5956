import type { Certificate } from '../certificates/certificate.ts'
import { certify } from '../certificates/certify.ts'
import type { Deduction } from '../constraints/deduce.ts'
import type { Cause, Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Format } from '../document/format.ts'
import type { Location } from '../document/location.ts'
import type { Host } from '../host.ts'
import type { Fact } from '../model/fact.ts'
import type { Report, ReportTable } from '../model/report.ts'
import { readSource, type Source } from '../readers/index.ts'
import { recognize } from '../recognize/index.ts'
import { quoted } from '../rules/words.ts'
import type { CheckOptions } from './check-source.ts'
import { describeFinding, locationOf } from './describe.ts'
import { describeCauses } from './describe-causes.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { findCell, type Target } from './find-cell.ts'
import { type JudgedRelation, judgedRelations } from './judged-relations.ts'
import { limitsOf } from './open-report.ts'
import { rewriterOf } from './rewrite.ts'
import { type RuleRun, runRules } from './run-rules.ts'

/** What can be said of one cell of a report. */
export interface CellExplanation {
  readonly path: string
  readonly format: Format
  readonly fact: Fact
  readonly table: ReportTable
  /** Null when the file has no such cell. */
  readonly location: Location | null
  readonly relations: readonly JudgedRelation[]
  /** What `check` says at the cell, or of a relation it stands in, and no cause explains. */
  readonly diagnostics: readonly Diagnostic[]
  /** Causes in which the cell is a suspect. */
  readonly causes: readonly Cause[]
  /** What makes its relations fail and leaves the cell alone. */
  readonly otherCauses: readonly Cause[]
  /** What a cell without a number must be; null for others, and where nothing can be told. */
  readonly deduction: Deduction | null
  readonly certificate: Certificate
}

export type ExplainedCell =
  | { readonly kind: 'cell'; readonly explanation: CellExplanation }
  /** In a row that the report adds to the form, of which no relation of the form speaks. */
  | { readonly kind: 'added-row'; readonly label: string }
  /** A label, a title, a figure that could not be placed. */
  | { readonly kind: 'no-figure'; readonly text: string }
  /** No such cell; `refs` are those that the report has. */
  | { readonly kind: 'nothing'; readonly refs: readonly string[] }
  | { readonly kind: 'no-report' }

/** What stands in a cell, what it is checked against, and what that says of it. */
export async function explainCell(
  source: Source,
  target: Target,
  options: CheckOptions,
  host: Host,
): Promise<ExplainedCell> {
  const read = await readSource(source, host, limitsOf(options))
  if (read.kind === 'unread') return { kind: 'no-report' }
  const { report } = recognize(read.document, options.expected)
  if (report.tables.length === 0) return { kind: 'no-report' }
  const found = findCell(target, report, read.document)
  if (found.kind === 'nothing') return { kind: 'nothing', refs: refsOf(report) }
  if (found.kind === 'added-row') return { kind: 'added-row', label: quoted(found.row.label) }
  if (found.kind === 'no-figure') return { kind: 'no-figure', text: quoted(found.raw) }
  const { fact, table } = found
  const run = runRules(report, rewriterOf(source, read.document), options.relations)
  const evidence = evidenceOf(report, options.previous)
  const { inference, open } = run.judged.get(table)!
  const path = source.path
  return {
    kind: 'cell',
    explanation: {
      path,
      format: read.document.format,
      fact,
      table,
      location: fact.place && locationOf(fact),
      relations: judgedRelations(table, open).filter(({ operands }) => operands.includes(fact)),
      ...findingsOf(fact, run, report, evidence, options),
      deduction: inference.deductions.get(fact) ?? null,
      certificate: { path, ...certify(table, fact, open) },
    },
  }
}

function refsOf({ tables }: Report): string[] {
  return tables.flatMap(({ facts }) => facts.flatMap(fact => fact?.cell.ref ?? []))
}

function findingsOf(
  { cell }: Fact,
  { findings, causes }: RuleRun,
  report: Report,
  evidence: Evidence,
  options: CheckOptions,
): Pick<CellExplanation, 'diagnostics' | 'causes' | 'otherCauses'> {
  const described = new Map(findings.map(found => [found, describeFinding(found, report, options)]))
  const all = describeCauses(causes, described, [...described.values()], report, evidence, options)
  const suspecting = all.filter(({ suspects }) =>
    suspects.some(set => set.some(({ ref }) => ref === cell.ref)),
  )
  const own = [...described].filter(([{ finding, relation, rule }]) => {
    if (relation) return relation.operands.some(operand => operand.cell === cell)
    const others = rule.on === 'fact' ? (finding.related ?? []) : []
    return [finding.at, ...others].some(at => 'cell' in at && at.cell === cell)
  })
  const diagnostics = [...described.values()]
  const symptomsOf = (cause: Cause) => cause.diagnostics.map(index => diagnostics[index]!)
  const explained = new Set(all.flatMap(symptomsOf))
  const ownDiagnostics = own.map(([, diagnostic]) => diagnostic)
  return {
    diagnostics: own.flatMap(([{ relation }, diagnostic]) =>
      relation && explained.has(diagnostic) ? [] : [diagnostic],
    ),
    causes: suspecting,
    otherCauses: all.filter(
      cause =>
        !suspecting.includes(cause) && symptomsOf(cause).some(symptom => ownDiagnostics.includes(symptom)),
    ),
  }
}
