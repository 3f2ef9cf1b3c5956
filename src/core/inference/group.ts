import type { Change, Explanations } from '../constraints/locate.ts'
import type { Constraint } from '../editions/index.ts'
import type { Fact } from '../model/fact.ts'
import type { Contradiction } from './contradictions.ts'

/** What shows that some figure is wrong: a failed relation, relations that contradict each other, an impossible figure. */
export type Symptom = Constraint | Contradiction | Fact

/** Symptoms with what explains them. */
export interface Grouped {
  readonly symptoms: readonly Symptom[]
  /** All smallest explanations; none when there were too many errors to tell. */
  readonly explanations: readonly (readonly Suspicion[])[]
  readonly isComplete: boolean
}

/** A figure that may be wrong, and what it must then be; null where several numbers fit. */
export interface Suspicion {
  readonly fact: Fact
  readonly value: number | null
}

/**
 * Causes are independent: the explanations of all symptoms are every choice of one explanation a cause. A figure that
 * all explanations change to the same value is a cause by itself; a relation that two causes break belongs to both.
 */
export function groupSymptoms(
  symptoms: readonly Symptom[],
  { sets, isComplete }: Explanations,
  facts: readonly Fact[],
): readonly Grouped[] {
  const isOne = sets.length === 1 && sets[0]!.length === 1
  if (sets.length === 0 || isOne) return [{ symptoms, explanations: suspicionsOf(sets, facts), isComplete }]
  const blocks = independentBlocks(sets, symptoms, facts).map((block): Grouped => {
    const touched = symptoms.filter(symptom => block.some(position => touches(symptom, facts[position]!)))
    return { symptoms: touched, explanations: suspicionsOf(choicesOf(sets, block), facts), isComplete }
  })
  if (blocks.every(block => block.symptoms.length > 0)) return blocks
  // A figure whose error shows in no symptom of its own cannot stand alone.
  return [{ symptoms, explanations: suspicionsOf(sets, facts), isComplete }]
}

export function suspicionsOf(sets: Sets, facts: readonly Fact[]): Grouped['explanations'] {
  return sets.map(set => set.map(({ position, value }) => ({ fact: facts[position]!, value })))
}

type Sets = readonly (readonly Change[])[]

/** The positions of all explanations, in groups of which each can be chosen from without regard to the others. */
function independentBlocks(sets: Sets, symptoms: readonly Symptom[], facts: readonly Fact[]): number[][] {
  const positions = [...new Set(sets.flat().map(change => change.position))].sort((a, b) => a - b)
  const shown = new Map(
    positions.map(position => [position, symptoms.filter(symptom => touches(symptom, facts[position]!))]),
  )
  const isCertain = new Set(positions.filter(position => choicesOf(sets, [position]).length === 1))
  const blocks = merged(
    positions.map(position => [position]),
    (a, b) =>
      !isCertain.has(a[0]!) &&
      !isCertain.has(b[0]!) &&
      a.some(x => b.some(y => shown.get(x)!.some(symptom => shown.get(y)!.includes(symptom)))),
  )
  const independent = merged(
    blocks,
    (a, b) => choicesOf(sets, [...a, ...b]).length !== choicesOf(sets, a).length * choicesOf(sets, b).length,
  )
  const product = independent.reduce((count, block) => count * choicesOf(sets, block).length, 1)
  return product === sets.length ? independent : [positions]
}

/** Joins what belongs together until nothing does. */
function merged(blocks: number[][], belong: (a: number[], b: number[]) => boolean): number[][] {
  for (const [index, a] of blocks.entries()) {
    const other = blocks.findIndex((b, at) => at > index && belong(a, b))
    if (other < 0) continue
    const joined = [...a, ...blocks[other]!].sort((x, y) => x - y)
    const rest = blocks.filter((_, at) => at !== index && at !== other)
    return merged(
      [joined, ...rest].sort((x, y) => x[0]! - y[0]!),
      belong,
    )
  }
  return blocks
}

/** What the explanations say of a block of positions, each possibility once. */
function choicesOf(sets: Sets, block: readonly number[]): (readonly Change[])[] {
  const choices = new Map<string, readonly Change[]>()
  for (const set of sets) {
    const choice = set.filter(({ position }) => block.includes(position))
    choices.set(choice.map(({ position, value }) => `${position}=${value}`).join(), choice)
  }
  return [...choices.values()]
}

export function touches(symptom: Symptom, fact: Fact): boolean {
  if ('operands' in symptom) return symptom.operands.some(({ index }) => index === fact.cell.index)
  if ('constraints' in symptom) return symptom.constraints.some(constraint => touches(constraint, fact))
  return symptom === fact
}
