import { sumExact, zero } from '../../constraints/exact.ts'
import { type BoundConstraint, isTotal } from '../../constraints/linear.ts'
import { yearConstraints } from '../../editions/index.ts'
import { type CellSum, compareSum } from '../../inference/compare-sums.ts'
import {
  type Account,
  type Equation,
  explainSums,
  type SumExplanation,
} from '../../inference/explain-sums.ts'
import { type CollectedReport, collectedTable, type Family, type Member } from '../../model/collection.ts'
import type { Fact } from '../../model/fact.ts'
import type { TableFacts } from '../../model/report.ts'

/** A parent beside its children, all of which have reported: the cells of the tables that are of one edition in all. */
export interface FamilySums {
  readonly parent: CollectedReport
  readonly children: readonly CollectedReport[]
  /** Parallel to the sums. */
  readonly ofParent: readonly Fact[]
  readonly ofChildren: readonly (readonly Fact[])[]
  readonly sums: readonly CellSum[]
  /** Cells of the parent's other tables. */
  readonly incomparable: number
}

/** Null where a report is missing, or one of several would have to be chosen. */
export function sumsOf(family: Family): FamilySums | null {
  let sums = known.get(family)
  if (sums === undefined) {
    sums = addUp(family)
    known.set(family, sums)
  }
  return sums
}

const known = new WeakMap<Family, FamilySums | null>()

function addUp(family: Family): FamilySums | null {
  const parent = onlyReport(family.parent)
  const children = family.children.flatMap(child => onlyReport(child) ?? [])
  if (!parent || children.length < family.children.length) return null
  const shared = parent.tables.filter(table => children.every(child => counterpart(child, table)))
  const ofParent = shared.flatMap(table => table.facts) as Fact[]
  const ofChildren = children.map(
    child => shared.flatMap(table => counterpart(child, table)!.facts) as Fact[],
  )
  const sums = ofParent.map(({ cell, value }, index) =>
    compareSum(
      cell,
      value,
      ofChildren.map(facts => facts[index]!.value),
    ),
  )
  const cells = parent.tables.reduce((count, { form }) => count + form.size, 0)
  return { parent, children, ofParent, ofChildren, sums, incomparable: cells - sums.length }
}

/** The report of a body; null where there is none, or several. */
export function onlyReport({ reports }: Member): CollectedReport | null {
  return reports.length === 1 ? reports[0]! : null
}

function counterpart(report: CollectedReport, table: TableFacts): TableFacts | undefined {
  const own = collectedTable(report, table.id)
  return own?.edition === table.edition ? own : undefined
}

/** What the differences come from. */
export function explain(
  { parent, children, sums }: FamilySums,
  previousOf: (report: CollectedReport) => CollectedReport | null,
): readonly SumExplanation[] {
  const tables = parent.tables.filter(({ form }) => sums.some(({ cell }) => form.cells[cell.index] === cell))
  const identities = equationsOf(tables)
  const equations = identities.map(({ operands }) => ({ operands, rest: zero }))
  const account = (report: CollectedReport) => accountOf(report, previousOf(report), tables, equations)
  const totals = identities.filter(isTotal)
  return explainSums({ parent: account(parent), children: children.map(account), sums, totals })
}

/** The identities of the forms, over the figures of all tables together. */
function equationsOf(tables: readonly TableFacts[]): readonly BoundConstraint[] {
  let start = 0
  return tables.flatMap(({ form }) => {
    const from = start
    start += form.size
    return form.constraints
      .filter(({ relation }) => relation === '=')
      .map(constraint => ({ ...constraint, operands: shifted(constraint.operands, from) }))
  })
}

function shifted(operands: BoundConstraint['operands'], by: number): BoundConstraint['operands'] {
  return operands.map(operand => ({ ...operand, index: operand.index + by }))
}

function accountOf(
  report: CollectedReport,
  previous: CollectedReport | null,
  tables: readonly TableFacts[],
  equations: readonly Equation[],
): Account {
  const figuresIn = (own: CollectedReport) =>
    tables.flatMap(table => counterpart(own, table)?.facts.map(fact => fact?.value ?? null) ?? [])
  const figures = figuresIn(report)
  const before = previous && figuresIn(previous)
  return {
    figures,
    before: before && before.length === figures.length ? before : null,
    equations: previous ? [...equations, ...yearEquations(previous, tables)] : equations,
  }
}

/** What the year before asks of the figures, which are its own figures' only unknown. */
function yearEquations(previous: CollectedReport, tables: readonly TableFacts[]): Equation[] {
  let start = 0
  return tables.flatMap(({ id, form }) => {
    const from = start
    start += form.size
    const last = collectedTable(previous, id)
    if (!last) return []
    return yearConstraints(form, last.form).flatMap(({ relation, operands }): Equation[] => {
      if (relation !== '=') return []
      const others = operands.flatMap(({ weight, index }) => {
        const value = index < form.size ? undefined : (last.facts[index - form.size]?.value ?? null)
        return value === undefined ? [] : [{ weight, value }]
      })
      const rest = others.flatMap(({ weight, value }) => (value ? [{ weight, value }] : []))
      if (rest.length < others.length) return []
      const own = operands.filter(({ index }) => index < form.size)
      return [{ operands: shifted(own, from), rest: sumExact(rest) }]
    })
  })
}
