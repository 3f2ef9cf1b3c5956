import { formatExact, sumExact } from '../constraints/exact.ts'
import type { Diagnostic, Excerpt, Language, Profile, Related, Severity } from '../diagnostics/diagnostic.ts'
import { documentStart, type Location } from '../document/location.ts'
import type { Problem } from '../document/problem.ts'
import type { Fact } from '../model/fact.ts'
import type { Report } from '../model/report.ts'
import {
  type Finding,
  type Messages,
  type ProblemRule,
  type Relation,
  type Rule,
  rules,
  severityOf,
} from '../rules/index.ts'
import { excessOf } from '../rules/relation-words.ts'
import { lineName } from '../rules/words.ts'
import type { RuleFinding } from './run-rules.ts'

export interface Wording {
  readonly language: Language
  readonly profile: Profile
}

const problemRules = new Map(
  rules.flatMap(rule => (rule.on === 'problem' ? [[rule.problem, rule] as const] : [])),
)

/** A problem of reading or recognising in words. */
export function describeProblem(problem: Problem, wording: Wording): Diagnostic {
  const rule = problemRules.get(problem.name)!
  const severity = severityOfProblem(rule, problem, wording.profile)
  const related = (problem.related ?? []).map(location => ({ ref: null, location, message: '' }))
  return {
    ...worded(rule, problem.data, severity, wording),
    ref: null,
    location: problem.location,
    related,
    data: problem.data,
    excerpt: null,
  }
}

function severityOfProblem(rule: ProblemRule, problem: Problem, profile: Profile): Severity {
  const severityFor = rule.severityFor as ((data: unknown) => Severity) | undefined
  return severityFor ? severityFor(problem.data) : severityOf(rule, profile)
}

/** A finding in words, at the place of its cell. */
export function describeFinding(
  { rule, finding, relation }: RuleFinding,
  report: Report,
  wording: Wording,
): Diagnostic {
  const severity = finding.severity ?? severityOf(rule, wording.profile)
  const fact = isFact(finding.at) ? finding.at : null
  return {
    ...worded(rule, finding.data, severity, wording),
    ref: fact?.cell.ref ?? null,
    location: locationOf(finding.at),
    related: (finding.related ?? []).filter(other => other.place).map(other => relatedTo(other, wording)),
    data: relation ? relationData(relation) : plainData(finding.data as Readonly<Record<string, unknown>>),
    excerpt: fact && excerptAround(fact, report),
  }
}

function worded(rule: Rule, data: unknown, severity: Severity, { language }: Wording) {
  const key = language === 'en' ? 'en' : 'zh'
  const messages = rule.messages as Messages<unknown>
  const message = messages[key](data)
  return { code: rule.code, name: rule.name, severity, message, notes: notesOf(rule, key) }
}

/** Why, what to do, and the basis; one list for all diagnostics of a rule. */
function notesOf({ code, why, advice, basis }: Rule, key: 'zh' | 'en'): readonly string[] {
  let notes = notesByRule.get(`${code} ${key}`)
  if (!notes) {
    const labels =
      key === 'zh'
        ? (['为什么：', '怎么办：', '依据：'] as const)
        : (['Why: ', 'What to do: ', 'Basis: '] as const)
    const ending = key === 'zh' ? '。' : '.'
    const closed = basis[key].endsWith(ending) ? basis[key] : `${basis[key]}${ending}`
    notes = [`${labels[0]}${why[key]}`, `${labels[1]}${advice[key]}`, `${labels[2]}${closed}`]
    notesByRule.set(`${code} ${key}`, notes)
  }
  return notes
}

const notesByRule = new Map<string, readonly string[]>()

function isFact(at: Finding['at']): at is Fact {
  return 'cell' in at
}

export function locationOf(at: Finding['at']): Location {
  const place = 'place' in at ? at.place : null
  return place?.grid.locate(place.row, place.column) ?? documentStart
}

function relatedTo(fact: Fact, { language }: Wording): Related {
  const name = [lineName(fact.cell.row), lineName(fact.cell.column)].filter(Boolean).join(' × ')
  return {
    ref: fact.cell.ref,
    location: locationOf(fact),
    message: `${name}: ${fact.raw.trim() || (language === 'en' ? 'blank' : '空')}`,
  }
}

/** What the subject says and what the rest of its identity asks for; both sides of a bound. */
function relationData(relation: Relation): Readonly<Record<string, unknown>> {
  const { constraint, evaluation, subject } = relation
  const { left, right, residual, unknown } = evaluation
  if (constraint.relation === '>=' || !subject.value || unknown.length > 0)
    return {
      relation: constraint.id,
      left: formatExact(left),
      right: formatExact(right),
      difference: formatExact(residual),
    }
  const excess = excessOf(relation)
  const expected = sumExact([
    { weight: 1, value: subject.value },
    { weight: -1, value: excess },
  ])
  return {
    relation: constraint.id,
    expected: formatExact(expected),
    actual: formatExact(subject.value),
    difference: formatExact(excess),
  }
}

/** The part of a message's data that other programs can use. */
function plainData(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => typeof value !== 'object' || Array.isArray(value)),
  )
}

/** The cells of the same row: of the same head where a row has many. */
export function excerptAround(fact: Fact, report: Report): Excerpt | null {
  const table = report.tables.find(each => each.facts[fact.cell.index] === fact)
  if (!table) return null
  const head = table.id === 'reviewLitigation' ? fact.cell.column.heads.at(-1) : null
  const neighbours = table.facts.filter(
    (other): other is Fact =>
      other !== undefined &&
      other.cell.row === fact.cell.row &&
      (head === null || other.cell.column.heads.at(-1) === head),
  )
  return {
    label: fact.cell.row.label || (head ?? ''),
    cells: neighbours.map(other => ({
      ref: other.cell.ref,
      head: other.cell.column.label,
      raw: other.raw,
      isFocus: other === fact,
    })),
  }
}
