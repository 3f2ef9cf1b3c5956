import { type Deduction, deduce } from '../constraints/deduce.ts'
import { type Change, type Explanations, type Figures, locate } from '../constraints/locate.ts'
import { BeyondExact } from '../constraints/row.ts'
import { createSystem, settle } from '../constraints/system.ts'
import type { Constraint } from '../editions/index.ts'
import type { Fact } from '../model/fact.ts'
import type { ReportTable } from '../model/report.ts'
import { type Component, componentsOf } from './components.ts'
import { type Contradiction, contradictionsOf } from './contradictions.ts'
import { figuresOf, isInvalid } from './figures.ts'
import { type Grouped, groupSymptoms, type Suspicion, type Symptom, suspicionsOf } from './group.ts'
import { recount } from './recount.ts'

/** What identities say of the figures that are not known. */
export interface UnknownFigures {
  /** What they must be; those of which nothing can be told are left out. */
  readonly deductions: ReadonlyMap<Fact, Deduction>
  /** Open ones that cannot all be 0 together, though each may be. */
  readonly notAllZero: ReadonlySet<Fact>
  /** Those of which the deduction supposes that wrong figures are corrected first. */
  readonly afterCorrection: ReadonlySet<Fact>
}

/** What the identities of a table say of its figures together. */
export interface Inference extends UnknownFigures {
  readonly contradictions: readonly Contradiction[]
  readonly causes: readonly InferredCause[]
}

export interface InferredCause extends Grouped {
  /** How many other causes the same relations have. */
  readonly others: number
  /**
   * Where several figures are wrong: the totals that are, if every item is right after all. They are more than the
   * smallest sets have, but so everyday a slip that nothing smaller may be said for certain beside them.
   */
  readonly recount: readonly Suspicion[]
}

const nothingDeduced: UnknownFigures = {
  deductions: new Map(),
  notAllZero: new Set(),
  afterCorrection: new Set(),
}
const nothing: Inference = { ...nothingDeduced, contradictions: [], causes: [] }

/** Takes the failed identities of a table and those that cannot be judged for other reasons than blanks. */
export function infer(
  table: ReportTable,
  failed: readonly Constraint[],
  ignored: ReadonlySet<Constraint>,
): Inference {
  if (failed.length === 0 && table.facts.every(isSound)) return nothing
  const parts = componentsOf(table, ignored).map(component => inferPart(table, component, failed))
  return {
    deductions: new Map([...unboundOf(table, parts), ...parts.flatMap(part => [...part.deductions])]),
    notAllZero: new Set(parts.flatMap(part => [...part.notAllZero])),
    afterCorrection: new Set(parts.flatMap(part => [...part.afterCorrection])),
    contradictions: parts.flatMap(part => part.contradictions),
    causes: parts.flatMap(part => part.causes),
  }
}

/** Unknown figures in no identity, of which nothing is forced. */
function unboundOf({ facts }: ReportTable, parts: readonly Part[]): [Fact, Deduction][] {
  const unknown = facts.filter((fact): fact is Fact => fact?.value === null)
  if (unknown.length === 0) return []
  const bound = new Set(parts.flatMap(part => part.positions))
  return unknown.flatMap(fact => (bound.has(fact.cell.index) ? [] : [[fact, { kind: 'open' }]]))
}

function isSound(fact: Fact | undefined): boolean {
  return fact === undefined || (fact.value !== null && !isInvalid(fact))
}

interface Part extends Inference {
  readonly positions: readonly number[]
}

function inferPart(table: ReportTable, component: Component, allFailed: readonly Constraint[]): Part {
  const { positions, equations, constraints } = component
  const facts = table.facts as readonly Fact[]
  const failed = constraints.filter(constraint => allFailed.includes(constraint))
  const figures = figuresOf(component, facts)
  const { unknown, invalid } = figures
  if (failed.length + unknown.length + invalid.length === 0) return { ...nothing, positions }
  const contradictions = unknown.length > 0 ? contradictionsOf(component, figures, failed, facts) : []
  const isSick = failed.length + contradictions.length + invalid.length > 0
  const explanations = isSick ? locate(equations, figures) : null
  const totals = explanations ? recount(component, figures, explanations.sets.map(positionsOf)) : []
  const symptoms = [...failed, ...contradictions, ...invalid.map(position => facts[position]!)]
  return {
    positions,
    contradictions,
    causes: explanations ? causesOf(symptoms, explanations, totals, facts) : [],
    ...deduceUnknown(component, figures, explanations, totals, facts),
  }
}

function causesOf(
  symptoms: readonly Symptom[],
  explanations: Explanations,
  totals: readonly Change[],
  facts: readonly Fact[],
): readonly InferredCause[] {
  const { sets, isComplete } = explanations
  if (totals.length === 0) {
    const grouped = groupSymptoms(symptoms, explanations, facts)
    return grouped.map(cause => ({ ...cause, others: grouped.length - 1, recount: [] }))
  }
  // The totals explain all symptoms together, and so no cause stands by itself.
  const [rival] = suspicionsOf([totals], facts)
  return [{ symptoms, explanations: suspicionsOf(sets, facts), isComplete, others: 0, recount: rival! }]
}

function positionsOf(changes: readonly Change[]): number[] {
  return changes.map(({ position }) => position)
}

/** What holds of the unknown figures whichever explanation is true, the totals too; nothing where there is none. */
function deduceUnknown(
  { equations }: Component,
  { values, unknown, invalid }: Figures,
  explanations: Explanations | null,
  totals: readonly Change[],
  facts: readonly Fact[],
): UnknownFigures {
  if (unknown.length === 0 || explanations?.sets.length === 0) return nothingDeduced
  const doubtful = [...(explanations?.sets ?? []), totals].flatMap(positionsOf)
  const wrong = [...new Set([...invalid, ...doubtful])]
  try {
    const { system, conflict } = settle(createSystem(equations, values, [...unknown, ...wrong]))
    if (conflict) return nothingDeduced
    const byPosition = deduce(system, unknown)
    const deductions = new Map([...byPosition].map(([position, deduction]) => [facts[position]!, deduction]))
    const open = unknown.filter(position => byPosition.get(position)!.kind === 'open')
    const others = unknown.filter(position => byPosition.get(position)!.kind !== 'open')
    const canBeZero = settle(createSystem(equations, values, [...others, ...wrong])).conflict === null
    return {
      deductions,
      notAllZero: new Set(canBeZero ? [] : open.map(position => facts[position]!)),
      afterCorrection: new Set(explanations ? deductions.keys() : []),
    }
  } catch (error) {
    if (error instanceof BeyondExact) return nothingDeduced
    throw error
  }
}
