import { BeyondExact } from '../constraints/row.ts'
import { createSystem, settle, valueAt } from '../constraints/system.ts'
import type { Combination } from '../constraints/trace.ts'
import type { Constraint } from '../editions/index.ts'
import { type Component, componentsOf } from '../inference/components.ts'
import { figuresOf } from '../inference/figures.ts'
import { recount } from '../inference/recount.ts'
import type { Fact } from '../model/fact.ts'
import type { ReportTable } from '../model/report.ts'
import type {
  Certificate,
  CertifiedBound,
  Claim,
  DeductionClaim,
  Multipliers,
  Values,
} from './certificate.ts'
import { type Deduced, type ProvenBound, proveDeduction } from './deduction.ts'
import { type Explained, proveExplanations } from './explanations.ts'

/** The certificate of a cell, without the name of its file. `ignored` are the relations that cannot be judged. */
export function certify(
  table: ReportTable,
  fact: Fact,
  ignored: ReadonlySet<Constraint>,
): Omit<Certificate, 'path'> {
  const { ref, index } = fact.cell
  const head = { table: table.id, edition: table.edition.id, ref }
  const component = componentsOf(table, ignored).find(({ positions }) => positions.includes(index))
  if (!component) return { ...head, cells: {}, relations: [], claims: [] }
  return {
    ...head,
    cells: cellsOf(component, table.facts),
    relations: component.constraints.map(({ id, kind, terms }) => ({ id, kind, terms })),
    claims: claimsOf(component, table, index),
  }
}

type Facts = ReportTable['facts']

function cellsOf(component: Component, facts: Facts): Certificate['cells'] {
  const { values, unknown, invalid } = figuresOf(component, facts)
  const cells = component.positions.map((position): [string, number | null | 'invalid'] => {
    const stands = unknown.includes(position)
      ? null
      : invalid.includes(position)
        ? 'invalid'
        : values[position]!
    return [facts[position]!.cell.ref, stands]
  })
  return Object.fromEntries(cells)
}

function claimsOf(component: Component, { facts }: ReportTable, position: number): readonly Claim[] {
  const { equations, constraints } = component
  const figures = figuresOf(component, facts)
  const { values, unknown, invalid } = figures
  const refOf = (at: number) => facts[at]!.cell.ref
  const valuesOf = (numbers: ReadonlyMap<number, number>): Values =>
    Object.fromEntries([...numbers].map(([at, value]) => [refOf(at), value]))
  const multipliersOf = (combination: Combination): Multipliers =>
    Object.fromEntries([...combination].map(([equation, times]) => [constraints[equation]!.id, times]))

  const witness = invalid.length === 0 ? wholeSolution(component, values, unknown) : null
  if (witness) {
    const consistent: Claim = { kind: 'consistent', witness: valuesOf(witness) }
    return [consistent, ...(unknown.includes(position) ? deductionsOf([[]]) : [])]
  }
  const explained = proveExplanations(equations, figures)
  if (!explained) return []
  const sets = explained.sets.map(set => set.positions)
  const totals = recount(component, figures, sets).map(change => change.position)
  // Of a cell without a number counts what holds whichever explanation is true; of a suspect, what each makes of it.
  const frees = unknown.includes(position)
    ? [[...new Set([...sets, totals].flat())].sort((a, b) => a - b)].filter(() => sets.length > 0)
    : sets.filter(set => set.includes(position) || invalid.includes(position))
  return [explanationClaim(explained), ...deductionsOf(frees)]

  function explanationClaim({ size, sets, proof }: Explained): Claim {
    const keyOf = (positions: readonly number[]) => positions.map(refOf).sort().join(' ')
    const entries = proof.map(([set, sums]) => [keyOf(set), sums.map(multipliersOf)] as const)
    return {
      kind: 'explanations',
      size,
      sets: sets.map(({ positions, witness }) => ({
        cells: positions.map(refOf),
        witness: valuesOf(witness),
      })),
      proof: Object.fromEntries(entries),
    }
  }

  function deductionsOf(frees: readonly (readonly number[])[]): DeductionClaim[] {
    return frees.flatMap(free => {
      const deduced = proveDeduction(
        equations,
        values,
        [...new Set([...unknown, ...invalid, ...free])],
        position,
      )
      return deduced ? [deductionClaim(deduced, free)] : []
    })
  }

  function deductionClaim({ lowest, highest, rise }: Deduced, free: readonly number[]): DeductionClaim {
    const bound = ({ value, witness, by }: ProvenBound): CertifiedBound => ({
      value,
      witness: valuesOf(witness),
      by: multipliersOf(by),
    })
    return {
      kind: 'deduction',
      ref: refOf(position),
      free: free.map(refOf),
      lowest: bound(lowest),
      highest: highest && bound(highest),
      rise: rise && valuesOf(rise),
    }
  }
}

/** Whole numbers ≥ 0 of the free figures with which every relation holds; null where none were found. */
function wholeSolution({ equations }: Component, values: Float64Array, free: readonly number[]) {
  try {
    const { system, conflict } = settle(createSystem(equations, values, free))
    return conflict ? null : new Map(free.map(position => [position, valueAt(system, position)]))
  } catch (error) {
    if (error instanceof BeyondExact) return null
    throw error
  }
}
