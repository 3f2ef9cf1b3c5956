import type { Grid } from '../document/grid.ts'
import type { TableId } from '../editions/index.ts'
import type { LabelMeaning } from './labels.ts'

/** A label of a form found in a grid; row and column count from 0. */
export interface LabelHit {
  readonly row: number
  readonly column: number
  readonly raw: string
  readonly meanings: readonly LabelMeaning[]
}

/** A row that holds figures of a table, with the labels left of them. */
export interface DataRow {
  readonly row: number
  readonly labels: readonly LabelHit[]
  /** 小计 beside a label; or the first text of a row that has no label of the form. */
  readonly strange: { readonly raw: string; readonly column: number } | null
}

/** Rows of data under one head. 表二 has a head for each block; a page break repeats the head of 表三. */
export interface Part {
  readonly head: LabelHit[]
  /** Rows that the head takes up. */
  readonly headRows: number[]
  readonly data: DataRow[]
}

/** A stretch of a grid that is one table, or a piece of one. */
export interface Region {
  readonly table: TableId
  readonly grid: Grid
  readonly parts: Part[]
  /** The region of an earlier grid whose rows this one goes on with, without a head of its own. */
  readonly continues: Region | null
}

/** Of the widest row. */
export function widthOf({ rows }: Grid): number {
  return rows.reduce((width, cells) => Math.max(width, cells.length), 0)
}
