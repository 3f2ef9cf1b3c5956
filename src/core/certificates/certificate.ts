import type { ConstraintKind } from '../constraints/linear.ts'

/**
 * What is claimed of a cell and the cells that it hangs together with, and all that is needed to verify it: cells,
 * relations and claims. Nothing in it is taken from the report but the figures.
 */
export interface Certificate {
  readonly path: string
  readonly table: string
  readonly edition: string
  /** The cell that was asked about. */
  readonly ref: string
  /** Null where there is no number; `invalid` where there is one that no count can be. */
  readonly cells: Readonly<Record<string, number | null | 'invalid'>>
  /** Σ weight × cell = 0 */
  readonly relations: readonly CertifiedRelation[]
  /** None for a cell that no relation holds, and where the bound on work was reached. */
  readonly claims: readonly Claim[]
}

export interface CertifiedRelation {
  readonly id: string
  readonly kind: ConstraintKind
  readonly terms: readonly { readonly ref: string; readonly weight: 1 | -1 }[]
}

/** Whole numbers ≥ 0 by ref. */
export type Values = Readonly<Record<string, number>>

/** How often each relation takes part in a sum, by its id. */
export type Multipliers = Readonly<Record<string, number>>

export type Claim = ConsistencyClaim | ExplanationClaim | DeductionClaim

/** Every relation holds, with these numbers in the cells that have none. */
export interface ConsistencyClaim {
  readonly kind: 'consistent'
  readonly witness: Values
}

/**
 * Every set of at most `size` cells whose change makes all relations hold contains one of `sets`. Cells without a
 * number are free; invalid ones, which must change whatever else does, are not counted.
 */
export interface ExplanationClaim {
  readonly kind: 'explanations'
  readonly size: number
  readonly sets: readonly CertifiedSet[]
  /**
   * By the refs of a set that is not among `sets`, sorted and joined by a space: sums of relations that no numbers in
   * its cells satisfy. After a single one, each cell that could mend it is added to the set in turn; more of them than
   * cells are left, no two of which one cell could mend, end the matter.
   */
  readonly proof: Readonly<Record<string, readonly Multipliers[]>>
}

export interface CertifiedSet {
  readonly cells: readonly string[]
  /** Numbers for them, for the cells without a number and for the invalid ones. */
  readonly witness: Values
}

/** What the relations say of one cell, whatever stands in the `free` ones, those without a number and the invalid ones. */
export interface DeductionClaim {
  readonly kind: 'deduction'
  readonly ref: string
  readonly free: readonly string[]
  readonly lowest: CertifiedBound
  /** Null when there is none: then the numbers of `rise` can be added to the witness as often as one likes. */
  readonly highest: CertifiedBound | null
  readonly rise: Values | null
}

export interface CertifiedBound {
  readonly value: number
  /** Numbers with which all relations hold and the cell is at the bound. */
  readonly witness: Values
  /** A sum of relations that the cell breaks beyond the bound; empty for 0 as the lowest. */
  readonly by: Multipliers
}
