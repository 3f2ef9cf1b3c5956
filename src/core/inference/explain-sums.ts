import { addExact, differenceOf, type Exact, isWhole, signOf, sumExact, zero } from '../constraints/exact.ts'
import type { BoundConstraint } from '../constraints/linear.ts'
import { type CellSum, isWithin } from './compare-sums.ts'

/** A report of a tree; its figures are parallel to those of its parent and of the others below it. */
export interface Account {
  readonly figures: readonly (Exact | null)[]
  /** The same of the year before; null where there is none to compare. */
  readonly before: readonly (Exact | null)[] | null
  /** Equations over its own figures: those of the form, and those that join them to the year before. */
  readonly equations: readonly Equation[]
}

/** Σ weight × figure + rest = 0 */
export interface Equation {
  readonly operands: BoundConstraint['operands']
  /** What figures besides its own add up to. */
  readonly rest: Exact
}

/**
 * One thing that may have happened, after which the sums hold.
 * `left-out`, `counted-twice`, `former`: the parent has not counted the child, has counted it twice, or with its figures
 * of the year before. `stale`, `copied`: the child's report repeats its figures of the year before, or those of `other`.
 * `figures`: figures of the child, or of the parent where `child` is null, are wrong.
 */
export interface SumReading {
  readonly kind: 'left-out' | 'counted-twice' | 'former' | 'stale' | 'copied' | 'figures'
  /** Position among the children. */
  readonly child: number | null
  readonly other: number | null
}

export interface SumExplanation {
  /** Positions of the sums that it is about, rising. */
  readonly positions: readonly number[]
  /** All that need the fewest faults, in order: of the parent, then of the children. None where two reports are wrong. */
  readonly readings: readonly SumReading[]
  /** True when more than one figure must be wrong, so that they may as well be in several reports. */
  readonly isManifold: boolean
}

export interface Family {
  readonly parent: Account
  readonly children: readonly Account[]
  /** Parallel to the figures. */
  readonly sums: readonly CellSum[]
  /** The totals of the forms over the figures. */
  readonly totals: readonly BoundConstraint[]
}

/**
 * Independent figures that must agree before more than single figures is suspected; fewer agree by chance, for small
 * reports look alike.
 */
export const telling = 5

/**
 * What the differences between a parent and the sums of its children come from. A difference in many figures is that of
 * a whole report if it is exactly one; else every group of figures that equations join is explained by itself, by a
 * change in one report. A change leaves every figure possible and breaks no equation that holds in its report; one that
 * mends all equations that are broken there goes before others.
 */
export function explainSums(family: Family): readonly SumExplanation[] {
  const { sums, totals } = family
  const differences = sums.map(({ outcome, difference }) => (outcome === 'failed' ? difference : zero))
  const positions = changedIn(differences)
  if (countFaults(differences, totals) >= telling) {
    const readings = wholeReadings(family, differences)
    if (readings.length > 0) return [{ positions, readings, isManifold: false }]
  }
  return joined(positions, family).map(part => {
    const own = differences.map((difference, index) => (part.includes(index) ? difference : zero))
    const isManifold = countFaults(own, totals) > 1
    return { positions: part, readings: figureReadings(family, own), isManifold }
  })
}

function wholeReadings({ parent, children, sums, totals }: Family, differences: readonly Exact[]) {
  const found: Weighed[] = []
  const atParent = judgeChange(parent, sums, differences.map(negative))
  for (const [child, account] of children.entries()) {
    // What is wrong in the child goes with it.
    const isPossible = atParent.isPossible && (!atParent.breaks || hasBroken(account))
    if (!isPossible) continue
    for (const kind of parentKinds(account, sums, differences))
      found.push({ reading: { kind, child, other: null }, mends: atParent.mends })
  }
  const twins = twinsOf(children, totals)
  for (const [child, account] of children.entries()) {
    const { figures, before } = account
    const isStale = before !== null && isTelling(figures, totals) && areEqual(figures, before)
    const others = twins(child)
    if (!isStale && others.length === 0) continue
    const { isPossible, breaks, mends } = judgeChange(account, sums, differences)
    if (!isPossible || breaks) continue
    if (isStale) found.push({ reading: { kind: 'stale', child, other: null }, mends })
    for (const other of others) found.push({ reading: { kind: 'copied', child, other }, mends })
  }
  return best(found)
}

function figureReadings({ parent, children, sums }: Family, differences: readonly Exact[]) {
  const found: Weighed[] = []
  const note = (account: Account, changes: readonly Exact[], child: number | null) => {
    const { isPossible, breaks, mends } = judgeChange(account, sums, changes)
    if (isPossible && !breaks) found.push({ reading: { kind: 'figures', child, other: null }, mends })
  }
  note(parent, differences.map(negative), null)
  for (const [child, account] of children.entries()) note(account, differences, child)
  return best(found)
}

interface Weighed {
  readonly reading: SumReading
  readonly mends: boolean
}

function best(found: readonly Weighed[]): readonly SumReading[] {
  const mending = found.filter(({ mends }) => mends)
  return (mending.length > 0 ? mending : found).map(({ reading }) => reading)
}

function parentKinds(
  { figures, before }: Account,
  sums: readonly CellSum[],
  differences: readonly Exact[],
): SumReading['kind'][] {
  const fits = (valueAt: (index: number) => Exact) =>
    sums.every(
      ({ outcome, rounding }, index) =>
        outcome === 'unknown' || isWithin(differenceOf(differences[index]!, valueAt(index)), rounding),
    )
  const own = (index: number) => figures[index] ?? zero
  const kinds: SumReading['kind'][] = []
  if (fits(index => negative(own(index)))) kinds.push('left-out')
  if (fits(own)) kinds.push('counted-twice')
  if (before && fits(index => differenceOf(before[index] ?? zero, own(index)))) kinds.push('former')
  return kinds
}

interface JudgedChange {
  /** False when a figure would be negative or a fraction. */
  readonly isPossible: boolean
  /** True when an equation that holds would not. */
  readonly breaks: boolean
  /** True when equations that a changed figure stands in are broken and all of them would hold. */
  readonly mends: boolean
}

function judgeChange(
  { figures, equations }: Account,
  sums: readonly CellSum[],
  changes: readonly Exact[],
): JudgedChange {
  const changed = [...figures]
  let isPossible = true
  for (const index of changedIn(changes)) {
    const figure = figures[index] && addExact([figures[index], changes[index]!])
    const { value } = sums[index]!.cell
    changed[index] = figure ?? null
    if (figure && value !== 'change' && signOf(figure) < 0) isPossible = false
    if (figure && value !== 'money' && !isWhole(figure)) isPossible = false
  }
  let [mended, left, broken] = [0, 0, 0]
  for (const equation of equations) {
    if (equation.operands.every(({ index }) => signOf(changes[index]!) === 0)) continue
    const before = residualOf(equation, figures)
    const after = residualOf(equation, changed)
    if (!before || !after) continue
    if (signOf(before) === 0) broken += signOf(after) === 0 ? 0 : 1
    else if (signOf(after) === 0) mended++
    else left++
  }
  return { isPossible, breaks: broken > 0, mends: mended > 0 && left === 0 && broken === 0 }
}

function hasBroken({ equations, figures }: Account): boolean {
  return equations.some(equation => {
    const residual = residualOf(equation, figures)
    return residual !== null && signOf(residual) !== 0
  })
}

/** Null where a figure is not known. */
function residualOf({ operands, rest }: Equation, figures: readonly (Exact | null)[]): Exact | null {
  const terms = [{ weight: 1, value: rest }]
  for (const { weight, index } of operands) {
    const value = figures[index]
    if (!value) return null
    terms.push({ weight, value })
  }
  return sumExact(terms)
}

function changedIn(differences: readonly Exact[]): number[] {
  return [...differences.keys()].filter(index => signOf(differences[index]!) !== 0)
}

/** The positions in groups, each of figures that equations join to one another. */
function joined(positions: readonly number[], { parent, children }: Family): readonly (readonly number[])[] {
  const groups = new Map(positions.map(position => [position, [position]]))
  for (const { equations } of [parent, ...children.slice(0, 1)])
    for (const { operands } of equations) {
      const touched = [...new Set(operands.flatMap(({ index }) => groups.get(index) ?? []))]
      for (const position of touched) groups.set(position, touched)
    }
  return positions.flatMap(position => {
    const group = [...groups.get(position)!].sort((a, b) => a - b)
    return group[0] === position ? [group] : []
  })
}

/**
 * How many figures must have been changed by themselves: a figure that is carried into its totals counts once, a total
 * that does not follow from its items counts too.
 */
export function countFaults(differences: readonly Exact[], totals: readonly BoundConstraint[]): number {
  const isChanged = (index: number) => signOf(differences[index]!) !== 0
  const changed = differences.filter((_, index) => isChanged(index)).length
  const own = independentFigures(differences, totals).length
  const broken = totals.filter(({ operands }) => {
    const terms = operands.map(({ weight, index }) => ({ weight, value: differences[index]! }))
    return signOf(sumExact(terms)) !== 0
  })
  return Math.min(changed, own + broken.length)
}

/** The positions of figures that are not 0 and no total of others. */
function independentFigures(
  figures: readonly (Exact | null)[],
  totals: readonly BoundConstraint[],
): readonly number[] {
  const positions = [...figures.keys()].filter(index => figures[index] && signOf(figures[index]) !== 0)
  const totalled = new Set(
    totals.map(
      ({ operands, terms, subject }) => operands[terms.findIndex(({ ref }) => ref === subject)]!.index,
    ),
  )
  return positions.filter(index => !totalled.has(index))
}

function isTelling(figures: readonly (Exact | null)[], totals: readonly BoundConstraint[]): boolean {
  return independentFigures(figures, totals).length >= telling
}

/** The other children with the very same figures; none for figures that say little. */
function twinsOf(
  children: readonly Account[],
  totals: readonly BoundConstraint[],
): (child: number) => readonly number[] {
  const byFigures = new Map<string, number[]>()
  const keys = children.map(({ figures }) =>
    isTelling(figures, totals)
      ? figures.map(each => (each ? `${each.units}/${each.scale}` : '')).join()
      : null,
  )
  for (const [child, key] of keys.entries())
    if (key !== null) byFigures.set(key, [...(byFigures.get(key) ?? []), child])
  return child => {
    const key = keys[child]!
    return key === null ? [] : byFigures.get(key)!.filter(other => other !== child)
  }
}

function areEqual(a: readonly (Exact | null)[], b: readonly (Exact | null)[]): boolean {
  return a.every((figure, index) => {
    const other = b[index]!
    return figure && other ? signOf(differenceOf(figure, other)) === 0 : figure === other
  })
}

function negative(value: Exact): Exact {
  return differenceOf(zero, value)
}
