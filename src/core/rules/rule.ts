import type { Evaluation } from '../constraints/evaluate.ts'
import type { ConstraintKind } from '../constraints/linear.ts'
import type { Profile, Severity } from '../diagnostics/diagnostic.ts'
import type { ProblemData, ProblemName } from '../document/problem.ts'
import type { Cell, Constraint } from '../editions/index.ts'
import type { Contradiction } from '../inference/contradictions.ts'
import type { Inference } from '../inference/infer.ts'
import type { AddedRow } from '../model/added-row.ts'
import type { CollectedReport, Count, RosterBody, YearGroup, YearStep } from '../model/collection.ts'
import type { Fact, Notation } from '../model/fact.ts'
import type { Passage } from '../model/narrative.ts'
import type { Report, ReportTable, TableFacts } from '../model/report.ts'
import type { OwnRelation } from './own-relations.ts'

/** A text in both languages of the output. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** What every rule says of itself. Code and name are never reused. */
export interface RuleTexts {
  /** `GJ` and three digits; the first says the kind: 0 reading, 1 structure, 2 values, 3 totals, 4 balance, 5 years, 6 levels, 7 narrative, 9 gouji's own files. */
  readonly code: string
  /** The defect, in kebab-case. */
  readonly name: string
  readonly severity: Severity | Readonly<Record<Profile, Severity>>
  /** The defect in one line. */
  readonly title: Text
  /** The clause or the arithmetic that the rule rests on. */
  readonly basis: Text
  /** Why it matters, a sentence or two. */
  readonly why: Text
  /** What to do, a sentence or two. */
  readonly advice: Text
}

/** The message for data of one shape, a sentence without a line break. */
export interface Messages<Data> {
  zh(data: Data): string
  en(data: Data): string
}

/** Something that a rule found: where, and what its message needs. */
export interface Finding<Data = Readonly<Record<string, unknown>>> {
  readonly at: Fact | ReportTable | AddedRow | Report | Passage
  readonly data: Data
  /** Other cells that belong to it. */
  readonly related?: readonly Fact[]
  /** What it asks for, where another number would make it another finding. */
  readonly asked?: string
  /** What it is a symptom of, when not the figure it stands at. */
  readonly symptom?: Contradiction
  /** When the defect is worse or lighter than the rule's own severity, in every profile. */
  readonly severity?: Severity
}

/** Words a problem of reading or recognising. */
export interface ProblemRule extends RuleTexts {
  readonly on: 'problem'
  readonly problem: ProblemName
  readonly messages: Messages<never>
  /** The severity when it depends on the data. */
  readonly severityFor?: (data: never) => Severity
}

/** Words a failed relation. */
export interface RelationRule extends RuleTexts {
  readonly on: 'relation'
  readonly kind: ConstraintKind
  readonly messages: Messages<Relation>
}

/** A relation with the facts it was judged on. */
export interface Relation {
  readonly constraint: Constraint
  readonly evaluation: Evaluation<Fact>
  readonly subject: Fact
  /** Parallel to the constraint's terms. */
  readonly operands: readonly Fact[]
  /** Of one that settings add to those of the form. */
  readonly own?: OwnRelation
}

/** Looks at one figure at a time; only at those that are anything but a plain number ≥ 0. */
export interface FactRule extends RuleTexts {
  readonly on: 'fact'
  /** True when the figures of one table that share the defect make one diagnostic, at the first of them. */
  readonly isGrouped: boolean
  /** Null when the defect is not settled by writing the very same number plainly. */
  readonly cleaning: Cleaning | null
  readonly messages: Messages<never>
  check(fact: Fact, table: ReportTable): Readonly<Record<string, unknown>> | null
}

/** A defect that goes away when the figure is written plainly. */
export interface Cleaning {
  readonly notation: Notation
  /** False where the writing says something besides the number. Always lossless when absent. */
  isLossless?(fact: Fact, table: ReportTable): boolean
}

/** What the message of a figure is given besides the rule's own data. */
export interface FactData {
  readonly cell: Cell
  /** The text of the cell, on one line. */
  readonly raw: string
  /** How many cells of the table share the defect; 1 unless the rule is grouped. */
  readonly count: number
}

/** Looks at the report as a whole. */
export interface ReportRule extends RuleTexts {
  readonly on: 'report'
  readonly messages: Messages<never>
  check(report: Report, inferenceOf: InferenceOf): Iterable<Finding>
}

/** What the identities of a table of the report say of its figures. */
export type InferenceOf = (table: ReportTable) => Inference

/** Something that comes out when reports are compared with each other. */
export interface CollectionFinding<Data = Readonly<Record<string, unknown>>> {
  /** The report that it is said of, or the entry of the roster. */
  readonly of: CollectedReport | RosterBody
  /** The figure or the table; the report as a whole when absent. */
  readonly at?: Fact | TableFacts
  readonly data: Data
  /**
   * What both reports say, such as `120 ≠ 121`, with what tells it from others of the rule at that place: it is accepted
   * for these numbers only.
   */
  readonly sides: string
  /** Figures that belong to it, of this report and of others. */
  readonly related?: readonly { readonly of: CollectedReport; readonly fact: Fact }[]
  /** When it is worse or lighter than the rule's own severity, in every profile. */
  readonly severity?: Severity
}

/** Looks at a report of a body and that of the year before. */
export interface SeriesRule extends RuleTexts {
  readonly on: 'series'
  readonly messages: Messages<never>
  check(step: YearStep): Iterable<CollectionFinding>
}

/** Looks at all reports of a year. */
export interface GroupRule extends RuleTexts {
  readonly on: 'group'
  readonly messages: Messages<never>
  check(group: YearGroup, count: Count): Iterable<CollectionFinding>
}

export type Rule = ProblemRule | RelationRule | FactRule | ReportRule | SeriesRule | GroupRule

export function problemRule<Name extends ProblemName>(
  rule: RuleTexts & {
    readonly problem: Name
    readonly messages: Messages<ProblemData[Name]>
    readonly severityFor?: (data: ProblemData[Name]) => Severity
  },
): ProblemRule {
  return { ...rule, on: 'problem' } as unknown as ProblemRule
}

export function relationRule(rule: Omit<RelationRule, 'on'>): RelationRule {
  return { ...rule, on: 'relation' }
}

export function factRule<Data extends Readonly<Record<string, unknown>>>(
  rule: RuleTexts & {
    readonly isGrouped?: boolean
    readonly cleaning?: Cleaning
    readonly messages: Messages<Data & FactData>
    check(fact: Fact, table: ReportTable): Data | null
  },
): FactRule {
  return { isGrouped: false, cleaning: null, ...rule, on: 'fact' } as unknown as FactRule
}

export function reportRule<Data extends Readonly<Record<string, unknown>>>(
  rule: RuleTexts & {
    readonly messages: Messages<Data>
    check(report: Report, inferenceOf: InferenceOf): Iterable<Finding<Data>>
  },
): ReportRule {
  return { ...rule, on: 'report' } as unknown as ReportRule
}

export function seriesRule<Data extends Readonly<Record<string, unknown>>>(
  rule: RuleTexts & {
    readonly messages: Messages<Data>
    check(step: YearStep): Iterable<CollectionFinding<Data>>
  },
): SeriesRule {
  return { ...rule, on: 'series' } as unknown as SeriesRule
}

export function groupRule<Data extends Readonly<Record<string, unknown>>>(
  rule: RuleTexts & {
    readonly messages: Messages<Data>
    check(group: YearGroup, count: Count): Iterable<CollectionFinding<Data>>
  },
): GroupRule {
  return { ...rule, on: 'group' } as unknown as GroupRule
}

export function severityOf(rule: RuleTexts, profile: Profile): Severity {
  return typeof rule.severity === 'string' ? rule.severity : rule.severity[profile]
}

/** True when what it finds can be settled, in files whose bytes can be edited, without a change of any number. */
export function isFixable(rule: Rule): boolean {
  return rule.on === 'fact' && rule.cleaning !== null
}
