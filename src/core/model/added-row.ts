import type { Line } from '../editions/index.ts'
import type { Place, Reading } from './fact.ts'

/** A row that a report adds to the form, kept apart from the form's own. */
export interface AddedRow {
  /** As written. */
  readonly label: string
  /** True when it stands among the rows that a total of the form adds up. */
  readonly isItem: boolean
  /** Where its label stands. */
  readonly place: Place
  /** Under the columns of the form. */
  readonly figures: readonly AddedFigure[]
}

export interface AddedFigure extends Reading {
  readonly column: Line
}
