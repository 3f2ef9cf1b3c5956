import type { Exact } from '../constraints/exact.ts'
import type { Grid } from '../document/grid.ts'
import type { Cell } from '../editions/index.ts'

/**
 * `missing`: the form has the cell, the report does not, or what stands there could not be placed with
 * certainty or read at all. `text`: something stands there that is not a number.
 */
export type FactState = 'number' | 'blank' | 'placeholder' | 'text' | 'missing'

/** Ways in which a figure is written that a strict reader would not accept; one rule words each. */
export type Notation =
  | 'full-width'
  | 'thousands-separator'
  | 'unit-suffix'
  | 'yuan'
  | 'sign'
  | 'spacing'
  | 'zero-fraction'
  | 'change'
  | 'annotated'
  | 'lookalike'
  | 'spreadsheet-error'
  | 'too-long'

/** What the text of one cell says. */
export interface Reading {
  readonly state: FactState
  /** Null unless the state is `number`. */
  readonly value: Exact | null
  /** Empty for a figure written as the form asks. */
  readonly notations: readonly Notation[]
}

/** One figure of a report, with the cell it was read from. */
export interface Fact extends Reading {
  readonly cell: Cell
  /** The text of the cell; empty when missing. */
  readonly raw: string
  /** Null when the report has no such cell, or it could not be told which it is. */
  readonly place: Place | null
}

/** A cell of a grid; row and column count from 0. */
export interface Place {
  readonly grid: Grid
  readonly row: number
  readonly column: number
}

export const missing: Reading = { state: 'missing', value: null, notations: [] }
