import { eliminate, greatestDivisor, type Row, supportOf } from './row.ts'
import type { Equations } from './system.ts'
import { type Combination, combinationOf, traceable } from './trace.ts'

/** What equations can and cannot tell, whatever the figures. */
export interface Standing {
  /** How many of the equations are independent. */
  readonly rank: number
  /** Equations that follow from those before them. */
  readonly dependent: readonly Dependence[]
  /** Figures in no equation. */
  readonly uncovered: readonly number[]
  /** Figures in one equation only. */
  readonly coveredOnce: readonly number[]
  /** Figures of which an error in one looks just like an error in another; two at least a group. */
  readonly alike: readonly (readonly number[])[]
  /** How many figures are such that an error in one of them alone always points at it and no other. */
  readonly told: number
}

/** `times` × the equation at position `equation` is Σ times × equation over `from`. */
export interface Dependence {
  readonly equation: number
  readonly times: number
  readonly from: Combination
}

/** @throws BeyondExact */
export function standingOf(equations: Equations): Standing {
  const { size } = equations
  const dependent = dependencesOf(equations)
  const columns = Array.from({ length: size }, (_, position) => columnOf(equations, position))
  const uncovered = positionsWhere(columns, column => column.every(value => value === 0))
  const groups = new Map<string, number[]>()
  for (const [position, column] of columns.entries()) {
    const direction = directionOf(column)
    if (direction !== '') groups.set(direction, [...(groups.get(direction) ?? []), position])
  }
  const alike = [...groups.values()].filter(group => group.length > 1)
  return {
    rank: equations.rows.length - dependent.length,
    dependent,
    uncovered,
    coveredOnce: positionsWhere(columns, column => column.filter(value => value !== 0).length === 1),
    alike,
    told: groups.size - alike.length,
  }
}

/** The equations that elimination leaves nothing of, in the order given: the others are independent. */
function dependencesOf(equations: Equations): Dependence[] {
  const { size } = equations
  const solved: { readonly row: Row; readonly position: number }[] = []
  const dependent: Dependence[] = []
  for (const [equation, coefficients] of traceable(equations).rows.entries()) {
    let row: Row = { coefficients, residual: 0, basic: -1 }
    for (const pivot of solved)
      if (row.coefficients[pivot.position] !== 0)
        row = eliminate(row, pivot.row, supportOf(pivot.row), pivot.position)
    const position = row.coefficients.findIndex((value, at) => at < size && value !== 0)
    if (position >= 0) solved.push({ row, position })
    else dependent.push(dependenceOf(row, equation, size))
  }
  return dependent
}

/** Σ times × equation = 0, solved for one of them. */
function dependenceOf(row: Row, equation: number, size: number): Dependence {
  const own = row.coefficients[size + equation]!
  const from = new Map(combinationOf(row, size, own > 0 ? -1 : 1))
  from.delete(equation)
  return { equation, times: Math.abs(own), from }
}

function columnOf({ rows }: Equations, position: number): number[] {
  return rows.map(row => row[position]!)
}

/** The same for columns of which one is a multiple of the other; empty for a column of zeros. */
function directionOf(column: readonly number[]): string {
  const divisor = column.reduce((common, value) => greatestDivisor(common, Math.abs(value)), 0)
  if (divisor === 0) return ''
  const first = column.find(value => value !== 0)!
  const scale = first > 0 ? divisor : -divisor
  return column.map(value => (value === 0 ? 0 : value / scale)).join()
}

function positionsWhere(columns: readonly number[][], isSuch: (column: number[]) => boolean): number[] {
  return columns.flatMap((column, position) => (isSuch(column) ? [position] : []))
}
