import { evaluate } from '../constraints/evaluate.ts'
import { formatExact } from '../constraints/exact.ts'
import type { Cause, Diagnostic, Explanation, Severity } from '../diagnostics/diagnostic.ts'
import type { Suspicion, Symptom } from '../inference/group.ts'
import { mistypingOf } from '../inference/mistyping.ts'
import type { Fact } from '../model/fact.ts'
import type { Report, ReportTable } from '../model/report.ts'
import type { Text } from '../rules/index.ts'
import { cellName, cellNameInEnglish, tableInEnglish } from '../rules/words.ts'
import { causeWords } from './cause-words.ts'
import { excerptAround, locationOf, type Wording } from './describe.ts'
import { type Evidence, reasonsFor } from './evidence.ts'
import type { FoundCause, RuleFinding } from './run-rules.ts'

/** What rules found, with the diagnostic made of each. */
export type Described = ReadonlyMap<RuleFinding, Diagnostic>

/** The causes in words, in the order of their first diagnostics. `diagnostics` are the file's, in order. */
export function describeCauses(
  causes: readonly FoundCause[],
  described: Described,
  diagnostics: readonly Diagnostic[],
  report: Report,
  evidence: Evidence,
  wording: Wording,
): readonly Cause[] {
  if (causes.length === 0) return none
  const indexes = new Map(diagnostics.map((diagnostic, index) => [diagnostic, index]))
  return causes
    .map(cause => {
      const own = [...described].flatMap(([found, diagnostic]) =>
        belongsTo(found, diagnostic, cause) ? indexes.get(diagnostic)! : [],
      )
      own.sort((a, b) => a - b)
      return describeCause(cause, own, diagnostics, report, evidence, wording)
    })
    .sort((a, b) => a.diagnostics[0]! - b.diagnostics[0]! || a.diagnostics.length - b.diagnostics.length)
}

const none: readonly Cause[] = []

/** True for a symptom of the cause, and for a bound that holds once its one explanation is followed. */
function belongsTo(
  { rule, finding, relation }: RuleFinding,
  { severity }: Diagnostic,
  { symptoms, explanations, table }: FoundCause,
): boolean {
  const isSymptom = (symptom: Symptom) => symptoms.includes(symptom)
  if (relation && isSymptom(relation.constraint)) return true
  if (finding.symptom && isSymptom(finding.symptom)) return true
  if (rule.on === 'fact' && severity === 'error' && isSymptom(finding.at as Fact)) return true
  const [only, ...others] = explanations
  // What settings add names no cell, and may take in cells of other tables.
  if (relation?.own) return false
  if (!relation || relation.constraint.relation === '=' || !only || others.length > 0) return false
  return relation.constraint.table === table.form && settles(only, relation.constraint, table)
}

function settles(
  explanation: readonly Suspicion[],
  constraint: Parameters<typeof evaluate>[0],
  { facts }: ReportTable,
): boolean {
  const changed = new Map(explanation.map(({ fact, value }) => [fact.cell.index, value]))
  if (!constraint.operands.some(({ index }) => changed.has(index))) return false
  const corrected = facts.map((fact, index) => {
    const value = changed.get(index)
    return value === undefined || value === null ? fact : { value: { units: value, scale: 0 } }
  })
  return evaluate(constraint, corrected).outcome === 'held'
}

function describeCause(
  cause: FoundCause,
  indexes: readonly number[],
  diagnostics: readonly Diagnostic[],
  report: Report,
  evidence: Evidence,
  wording: Wording,
): Cause {
  const { explanations, isComplete, table, symptoms, others, recount } = cause
  const explained = (suspicions: readonly Suspicion[]): Explanation =>
    suspicions.map(each => suspectOf(each, wording))
  const rivals = recount.length > 0 ? [recount] : []
  const suspects = [...explanations, ...rivals].map(explained)
  const [only, ...more] = suspects
  const certain = only?.length === 1 && more.length === 0 ? explanations[0]![0]! : null
  const mistyping =
    certain && certain.value !== null
      ? mistypingOf(certain.fact, certain.value, table, evidence.lastYear?.get(certain.fact.cell.ref) ?? null)
      : null
  const words = causeWords[wording.language]
  const own = indexes.map(index => diagnostics[index]!)
  const isSuspect = suspects.some(set => set.some(({ ref }) => ref === own[0]!.ref))
  return {
    severity: worst(own),
    message: words.message({
      where: placeOf(cause),
      suspects: explanations.map(explained),
      symptoms: symptoms.length,
      others,
      recount: explained(recount),
      mistyping,
    }),
    notes: [...reasonsFor(explanations, evidence, wording.language), words.advice(suspects)],
    ref: certain?.fact.cell.ref ?? null,
    location: certain ? locationOf(certain.fact) : own[0]!.location,
    excerpt: certain ? excerptAround(certain.fact, report) : isSuspect ? own[0]!.excerpt : null,
    diagnostics: indexes,
    suspects,
    complete: isComplete,
  }
}

/** The table, and the group of it where the relations of each group stand by themselves. */
function placeOf({ table, symptoms }: FoundCause): Text {
  const { name } = table.form
  const cells = symptoms.flatMap(symptom => ('subjectCell' in symptom ? symptom.subjectCell : []))
  const heads = new Set(cells.map(({ column }) => column.heads.at(-1)))
  const [head] = heads
  const group = table.id === 'reviewLitigation' && heads.size === 1 && head ? `“${head}”` : ''
  return { zh: `${name}${group}`, en: [tableInEnglish(name), group].filter(Boolean).join(' ') }
}

function suspectOf({ fact, value }: Suspicion, { language }: Wording): Explanation[number] {
  return {
    ref: fact.cell.ref,
    name: language === 'en' ? cellNameInEnglish(fact.cell) : cellName(fact.cell),
    location: fact.place && locationOf(fact),
    actual: formatExact(fact.value!),
    expected: value === null ? null : String(value),
  }
}

function worst(diagnostics: readonly Diagnostic[]): Severity {
  const severities = diagnostics.map(({ severity }) => severity)
  return (['error', 'warning', 'info'] as const).find(severity => severities.includes(severity))!
}
