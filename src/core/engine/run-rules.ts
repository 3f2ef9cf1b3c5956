import { type Evaluation, evaluate, holds } from '../constraints/evaluate.ts'
import { signOf } from '../constraints/exact.ts'
import type { ConstraintKind } from '../constraints/linear.ts'
import type { Edit, Relations } from '../diagnostics/diagnostic.ts'
import type { Constraint } from '../editions/index.ts'
import { type Inference, type InferredCause, infer } from '../inference/infer.ts'
import type { Fact } from '../model/fact.ts'
import type { Report, ReportTable } from '../model/report.ts'
import { type OwnRelation, rules } from '../rules/index.ts'
import type { FactRule, Finding, Relation, RelationRule, ReportRule } from '../rules/rule.ts'
import { shortened } from '../rules/words.ts'
import { isExplainedByAddedRows } from './added-rows.ts'
import { type JudgedOwnRelation, judgeOwnRelations } from './judge-own-relations.ts'
import type { Rewriter } from './rewrite.ts'

/** What one rule found: where it stands and what its message needs. */
export interface RuleFinding {
  readonly rule: RelationRule | FactRule | ReportRule
  readonly finding: Finding<unknown>
  /** Only of relation rules. */
  readonly relation?: Relation
  /** What together settles it without a change of any number; none where a person has to. */
  readonly edits?: readonly Edit[]
}

export interface RuleRun {
  readonly findings: readonly RuleFinding[]
  readonly relations: Relations
  readonly causes: readonly FoundCause[]
  readonly judged: ReadonlyMap<ReportTable, JudgedTable>
  readonly ownRelations: readonly JudgedOwnRelation[]
}

/** What the identities of a table say, and those that rows added to the form may explain. */
export interface JudgedTable {
  readonly inference: Inference
  readonly open: ReadonlySet<Constraint>
}

/** A cause with the table it lies in. */
export interface FoundCause extends InferredCause {
  readonly table: ReportTable
}

/** All rules over one report, and the relations that settings add. */
export function runRules(report: Report, rewrite: Rewriter, added: readonly OwnRelation[] = []): RuleRun {
  const findings: RuleFinding[] = []
  const relations = { held: 0, failed: 0, unknown: 0 }
  const tables = new Map<ReportTable, JudgedTable>()
  const causes: FoundCause[] = []
  for (const table of report.tables) {
    const judged = judgeRelations(table, relations)
    findings.push(...judged.failed)
    const inference = infer(
      table,
      judged.failed.map(({ relation }) => relation.constraint).filter(isIdentity),
      judged.open,
    )
    tables.set(table, { inference, open: judged.open })
    for (const cause of inference.causes) causes.push({ ...cause, table })
    judgeFacts(table, rewrite, findings)
  }
  const ownRelations = judgeOwnRelations(report, added, relations)
  for (const { constraint, evaluation, facts, own } of ownRelations)
    if (evaluation.outcome === 'failed') findings.push(failed(constraint, evaluation, facts, own))
  const inferenceOf = (table: ReportTable) => tables.get(table)!.inference
  for (const rule of reportRules)
    for (const finding of rule.check(report, inferenceOf)) findings.push({ rule, finding })
  return { findings, relations, causes, judged: tables, ownRelations }
}

const reportRules = rules.filter(rule => rule.on === 'report')
const factRules = rules.filter(rule => rule.on === 'fact')
const relationRules = new Map<ConstraintKind, RelationRule>(
  rules.flatMap(rule => (rule.on === 'relation' ? [[rule.kind, rule] as const] : [])),
)

interface FailedRelation extends RuleFinding {
  readonly relation: Relation
}

/** A figure that adds nothing to its relation. */
function isZero({ value }: Fact): boolean {
  return value !== null && signOf(value) === 0
}

interface JudgedRelations {
  readonly failed: readonly FailedRelation[]
  /** Failed ones that rows added to the form may explain. */
  readonly open: ReadonlySet<Constraint>
}

function judgeRelations(
  table: ReportTable,
  relations: { -readonly [Key in keyof Relations]: number },
): JudgedRelations {
  const { facts, form } = table
  const found: FailedRelation[] = []
  const open = new Set<Constraint>()
  for (const constraint of form.constraints) judge(constraint)
  if (facts.some((fact, index) => fact && index >= form.size))
    for (const constraint of form.subtotalConstraints)
      if (constraint.operands.every(operand => facts[operand.index])) judge(constraint)
  return { failed: found, open }

  function judge(constraint: Constraint): void {
    if (holds(constraint, facts)) {
      if (isIdentity(constraint)) relations.held++
      return
    }
    const evaluation = evaluate(constraint, facts)
    const { outcome } = evaluation
    const isOpen = outcome === 'failed' && isExplainedByAddedRows(constraint, evaluation, table)
    if (isIdentity(constraint)) relations[isOpen ? 'unknown' : outcome]++
    if (isOpen) open.add(constraint)
    else if (outcome === 'failed') found.push(failed(constraint, evaluation, facts))
  }
}

function isIdentity({ relation }: Constraint): boolean {
  return relation === '='
}

function failed(
  constraint: Constraint,
  evaluation: Evaluation<Fact>,
  facts: readonly (Fact | undefined)[],
  own?: OwnRelation,
): FailedRelation {
  const operands = constraint.operands.map(operand => facts[operand.index]!)
  const subject = operands[constraint.terms.findIndex(({ ref }) => ref === constraint.subject)]!
  const relation = { constraint, evaluation, subject, operands, ...(own ? { own } : {}) }
  // A total that is not there cannot be pointed at; the first of its items that is there can.
  const at = subject.place ? subject : (operands.find(fact => fact.place) ?? subject)
  const rule = relationRules.get(constraint.kind)!
  return {
    rule,
    relation,
    finding: {
      at,
      data: relation,
      related: operands.filter(fact => fact !== at && !isZero(fact)),
      ...(own ? { severity: own.severity } : {}),
    },
  }
}

/** Figures of a table that make one diagnostic. */
interface Group {
  readonly rule: FactRule
  readonly first: Fact
  readonly data: Readonly<Record<string, unknown>>
  readonly others: Fact[]
  readonly edits: Edit[]
}

function judgeFacts(table: ReportTable, rewrite: Rewriter, findings: RuleFinding[]): void {
  const groups = new Map<string, Group>()
  for (const fact of table.facts) {
    if (!fact || isPlain(fact) || fact.state === 'missing') continue
    for (const rule of factRules) {
      const data = rule.check(fact, table)
      if (!data) continue
      if (!rule.isGrouped) {
        findings.push(factFinding({ rule, first: fact, data, others: [], edits: [] }))
        continue
      }
      const { isByHand, edit } = rule.cleaning ? rewrite(fact, table) : { isByHand: true, edit: null }
      // What a fix settles stands apart from what is left to a person.
      const key = `${rule.code} ${isByHand}`
      const group = groups.get(key)
      const edits = edit ? [edit] : []
      if (group) {
        group.others.push(fact)
        group.edits.push(...edits)
      } else groups.set(key, { rule, first: fact, data, others: [], edits })
    }
  }
  for (const group of groups.values()) findings.push(factFinding(group))
}

/** The common case, of which no rule has anything to say. */
function isPlain(fact: Fact): boolean {
  return (
    fact.value !== null && fact.notations.length === 0 && fact.value.scale === 0 && signOf(fact.value) >= 0
  )
}

function factFinding({ rule, first, data, others, edits }: Group): RuleFinding {
  return {
    rule,
    edits,
    finding: {
      at: first,
      data: { ...data, cell: first.cell, raw: shortened(first.raw), count: others.length + 1 },
      related: others,
    },
  }
}
