import { formatExact } from '../../constraints/exact.ts'
import type { ConstraintKind } from '../../constraints/linear.ts'
import { before } from '../../editions/index.ts'
import type { CollectedReport, YearRelation, YearStep } from '../../model/collection.ts'
import type { Fact } from '../../model/fact.ts'
import { written } from '../relation-words.ts'

/** The relations of a kind that do not hold. */
export function failedOf({ relations }: YearStep, kind: ConstraintKind): readonly YearRelation[] {
  return relations.filter(
    ({ constraint, evaluation }) => constraint.kind === kind && evaluation.outcome === 'failed',
  )
}

/** Whose each figure of a relation is; without the subject, at which the finding stands. */
export function relatedOf(
  { current, previous }: YearStep,
  { constraint, operands, subject }: YearRelation,
): { readonly of: CollectedReport; readonly fact: Fact }[] {
  return operands
    .map((fact, index) => ({ of: isBefore(constraint.terms[index]!.ref) ? previous! : current, fact }))
    .filter(({ fact }) => fact !== subject && fact.place !== null)
}

/** True when the last report's own errors are about one of its figures in the relation. */
export function isDoubted({ previous }: YearStep, { constraint }: YearRelation): boolean {
  return constraint.terms.some(({ ref }) => isBefore(ref) && previous!.doubted.has(ref.slice(before.length)))
}

export function isBefore(ref: string): boolean {
  return ref.startsWith(before)
}

/** Said at the end of a message where the last report's own figures are in doubt. */
export function doubtZh(isDoubted: boolean): string {
  return isDoubted ? '上年报告的这个数本身有错误，请一并核对。' : ''
}

export function doubtEn(isDoubted: boolean): string {
  return isDoubted ? ' Last year’s report has errors in this figure itself; check both.' : ''
}

/** `120 ≠ 121`, `1 < 2` */
export function sidesOf({ constraint: { relation }, evaluation: { left, right } }: YearRelation): string {
  return `${formatExact(left)} ${relation === '=' ? '≠' : '<'} ${formatExact(right)}`
}

/** The figures of a relation as they are written, in the order of its terms; empty where one is not known. */
export function figuresIn({ operands }: YearRelation): readonly string[] {
  return operands.map(({ value }) => (value ? written(value) : ''))
}
