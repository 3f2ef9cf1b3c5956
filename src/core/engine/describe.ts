import { differenceOf, type Exact, formatExact } from '../constraints/exact.ts'
import type {
  Diagnostic,
  Edit,
  Excerpt,
  ExcerptRow,
  Fix,
  Language,
  Profile,
  Related,
  Severity,
} from '../diagnostics/diagnostic.ts'
import { documentStart, type Location } from '../document/location.ts'
import type { Problem } from '../document/problem.ts'
import type { Cell } from '../editions/index.ts'
import type { Fact } from '../model/fact.ts'
import { locationOfPassage } from '../model/narrative.ts'
import { factOf, type Report, type TableFacts } from '../model/report.ts'
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
import { lineName, shortened } from '../rules/words.ts'
import type { RuleFinding } from './run-rules.ts'

export interface Wording {
  readonly language: Language
  readonly profile: Profile
}

const problemRules = new Map(
  rules.flatMap(rule => (rule.on === 'problem' ? [[rule.problem, rule] as const] : [])),
)

/** A problem of reading or recognising in words; `cell` is the ref of what it is about, if that is a cell. */
export function describeProblem(problem: Problem, wording: Wording, cell = ''): Diagnostic {
  const rule = problemRules.get(problem.name)!
  const severity = severityOfProblem(rule, problem, wording.profile)
  const related = (problem.related ?? []).map(location => ({
    ref: null,
    path: null,
    format: null,
    location,
    message: '',
  }))
  return {
    ...worded(rule, problem.data, severity, wording),
    ref: null,
    location: problem.location,
    related,
    data: problem.data,
    excerpt: null,
    fixes: [],
    subjects: [{ ref: cell, value: saidBy(problem.data) }],
  }
}

function severityOfProblem(rule: ProblemRule, problem: Problem, profile: Profile): Severity {
  const severityFor = rule.severityFor as ((data: unknown) => Severity) | undefined
  return severityFor ? severityFor(problem.data) : severityOf(rule, profile)
}

/** A finding in words, at the place of its cell. */
export function describeFinding(
  { rule, finding, relation, edits = [] }: RuleFinding,
  report: Report,
  wording: Wording,
): Diagnostic {
  const severity = finding.severity ?? severityOf(rule, wording.profile)
  const fact = isFact(finding.at) ? finding.at : null
  const data = relation
    ? relationData(relation)
    : plainData(finding.data as Readonly<Record<string, unknown>>)
  return {
    ...worded(rule, finding.data, severity, wording, relation?.own?.basis),
    ref: fact?.cell.ref ?? null,
    location: locationOf(finding.at),
    related: (finding.related ?? []).filter(other => other.place).map(other => relatedTo(other, wording)),
    data,
    excerpt: fact && excerptAround(fact, report),
    fixes: fact && edits.length > 0 ? [safeFix(fact, edits, wording)] : [],
    subjects: relation
      ? [{ ref: relation.subject.cell.ref, value: disagreement(relation) }]
      : fact
        ? subjectsOf(fact, finding)
        : [{ ref: '', value: saidBy(finding.data) }],
  }
}

/** The cells as they are written; what the finding asks for belongs to the first, `→ 12`. */
function subjectsOf(fact: Fact, { asked, related = [] }: Finding<unknown>): Diagnostic['subjects'] {
  const first = asked === undefined ? fact.raw : `${fact.raw} → ${asked}`.trim()
  const others = related.map(({ cell, raw }) => ({ ref: cell.ref, value: raw }))
  return [{ ref: fact.cell.ref, value: first }, ...others]
}

/** `20 ≠ 26`, `5 < 7`: both sides, for a relation is another one as soon as either changes; of several at a cell, which. */
function disagreement({ constraint, own, evaluation: { left, right } }: Relation): string {
  return `${own ? `${constraint.id}: ` : ''}${formatExact(left)} ${constraint.relation === '=' ? '≠' : '<'} ${formatExact(right)}`
}

/** All that a message says, without what may differ from run to run. */
function saidBy(data: unknown): string {
  return textsOf(data).join(' ')
}

function textsOf(value: unknown): readonly string[] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [String(value)]
  return 'units' in value ? [formatExact(value as Exact)] : Object.values(value).flatMap(textsOf)
}

function safeFix({ raw }: Fact, edits: readonly Edit[], { language }: Wording): Fix {
  const [from, to, others] = [shortened(raw), edits[0]!.text, edits.length - 1]
  const title =
    language === 'en'
      ? `write “${from}” as “${to}”${others > 0 ? `, and ${others} more ${others === 1 ? 'cell' : 'cells'} in the same way` : ''}`
      : `把“${from}”改写为“${to}”${others > 0 ? `，另有${others}处同样改写` : ''}`
  return { title, kind: 'safe', edits }
}

export function worded(rule: Rule, data: unknown, severity: Severity, { language }: Wording, basis?: string) {
  const key = language === 'en' ? 'en' : 'zh'
  const messages = rule.messages as Messages<unknown>
  const message = messages[key](data)
  const notes = notesOf(basis === undefined ? rule : { ...rule, basis: { zh: basis, en: basis } }, key)
  return { code: rule.code, name: rule.name, severity, message, notes }
}

/** Why, what to do, and the basis; one list for all diagnostics of a rule. */
function notesOf({ code, why, advice, basis }: Rule, key: 'zh' | 'en'): readonly string[] {
  const known = `${code} ${key} ${basis[key]}`
  let notes = notesByRule.get(known)
  if (!notes) {
    const labels =
      key === 'zh'
        ? (['为什么：', '怎么办：', '依据：'] as const)
        : (['Why: ', 'What to do: ', 'Basis: '] as const)
    const ending = key === 'zh' ? '。' : '.'
    const closed = basis[key].endsWith(ending) ? basis[key] : `${basis[key]}${ending}`
    notes = [`${labels[0]}${why[key]}`, `${labels[1]}${advice[key]}`, `${labels[2]}${closed}`]
    notesByRule.set(known, notes)
  }
  return notes
}

const notesByRule = new Map<string, readonly string[]>()

function isFact(at: Finding['at']): at is Fact {
  return 'cell' in at
}

export function locationOf(at: Finding['at'] | TableFacts): Location {
  if ('paragraph' in at) return locationOfPassage(at)
  const place = 'place' in at ? at.place : null
  return place?.grid.locate(place.row, place.column) ?? documentStart
}

export function relatedTo(fact: Fact, { language }: Pick<Wording, 'language'>): Related {
  return {
    ref: fact.cell.ref,
    path: null,
    format: null,
    location: locationOf(fact),
    message: `${relatedName(fact.cell)}: ${fact.raw.trim() || (language === 'en' ? 'blank' : '空')}`,
  }
}

/** （一）予以公开 × 自然人, put together once for each cell of the forms. */
function relatedName(cell: Cell): string {
  let name = relatedNames.get(cell)
  if (name === undefined) {
    name = [lineName(cell.row), lineName(cell.column)].filter(Boolean).join(' × ')
    relatedNames.set(cell, name)
  }
  return name
}

const relatedNames = new WeakMap<Cell, string>()

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
  const expected = differenceOf(subject.value, excess)
  return {
    relation: constraint.id,
    expected: formatExact(expected),
    actual: formatExact(subject.value),
    difference: formatExact(excess),
  }
}

/** The part of a message's data that other programs can use. */
export function plainData(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => typeof value !== 'object' || Array.isArray(value)),
  )
}

/** The cells of the same row: of the same head where a row has many. */
export function excerptAround(
  fact: Fact,
  report: { readonly tables: readonly TableFacts[] },
): Excerpt | null {
  const table = report.tables.find(each => each.facts[fact.cell.index] === fact)
  return table ? { ...rowAround(fact, table), focus: fact.cell.ref } : null
}

function rowAround({ cell }: Fact, table: TableFacts): ExcerptRow {
  const head = table.id === 'reviewLitigation' ? (cell.column.heads.at(-1) ?? '') : null
  const own = excerptRows.get(table) ?? new Map<string, ExcerptRow>()
  excerptRows.set(table, own)
  const key = `${cell.row.id} ${head}`
  let row = own.get(key)
  if (!row) {
    const columns = table.form.columns.filter(({ heads }) => head === null || (heads.at(-1) ?? '') === head)
    const cells = columns.flatMap(column => factOf(table, cell.row.id, column.id) ?? [])
    row = {
      label: cell.row.label || (head ?? ''),
      cells: cells.map(({ cell, raw }) => ({ ref: cell.ref, head: cell.column.label, raw })),
    }
    own.set(key, row)
  }
  return row
}

const excerptRows = new WeakMap<TableFacts, Map<string, ExcerptRow>>()
