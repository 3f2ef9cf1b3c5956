import type { BoundConstraint } from './linear.ts'
import { BeyondExact, eliminate, greatestDivisor, type Row, solvedFor } from './row.ts'

/** Equations over figures, some of them free to be any whole number ≥ 0. Never changed: every step makes a new one. */
export interface System {
  readonly rows: readonly Row[]
  /** By position; what a free figure says does not count. */
  readonly values: Float64Array
  /** By position: 1 for a figure that is free and given by no row; it stands at 0. */
  readonly loose: Uint8Array
}

/** Equations by the positions of the figures in them; the same for all reports of a form. */
export interface Equations {
  /** How many figures there are. */
  readonly size: number
  readonly rows: readonly Int32Array[]
}

/** The identities among constraints; bounds have exceptions and say nothing of single figures. */
export function equationsOf(constraints: readonly BoundConstraint[], size: number): Equations {
  const rows = constraints.map(({ operands }) => {
    const row = new Int32Array(size)
    for (const { weight, index } of operands) row[index]! += weight
    return row
  })
  return { size, rows }
}

/**
 * The system of figures as they stand, `free` ones set free.
 * @throws BeyondExact
 */
export function createSystem(
  { rows, size }: Equations,
  values: Float64Array,
  free: readonly number[],
): System {
  let sum = 0
  for (const value of values) sum += Math.abs(value)
  if (!Number.isSafeInteger(sum)) throw new BeyondExact()
  const system: System = {
    rows: rows.map(coefficients => {
      let residual = 0
      for (let index = 0; index < size; index++) residual += coefficients[index]! * values[index]!
      return { coefficients, residual, basic: -1 }
    }),
    values,
    loose: new Uint8Array(size),
  }
  return free.reduce((left, position) => release(left, position), system)
}

/** The system in which the figure at `position` is free; `preferred` is the row that is to give it. */
export function release({ rows, values, loose }: System, position: number, preferred?: Row): System {
  const value = values[position]!
  const isFixed = (row: Row) => row.basic < 0 && row.coefficients[position] !== 0
  const giving = preferred && isFixed(preferred) ? preferred : rows.find(isFixed)
  if (!giving) {
    const released = rows.map(row => {
      const coefficient = row.coefficients[position]!
      return coefficient === 0 ? row : { ...row, residual: row.residual - coefficient * value }
    })
    return { rows: released, values, loose: marked(loose, position, 1) }
  }
  return { rows: exchange(rows, giving, solvedFor(giving, position, value), position), values, loose }
}

/** The figure that `row` gives changes places with the loose one at `position`. */
export function pivot({ rows, values, loose }: System, row: Row, position: number): System {
  const exchanged = exchange(rows, row, solvedFor(row, position, 0), position)
  return { rows: exchanged, values, loose: marked(marked(loose, position, 0), row.basic, 1) }
}

function exchange(rows: readonly Row[], old: Row, solved: Row, position: number): readonly Row[] {
  return rows.map(row => {
    if (row === old) return solved
    return row.coefficients[position] === 0 ? row : eliminate(row, old, position)
  })
}

function marked(marks: Uint8Array, position: number, mark: 0 | 1): Uint8Array {
  const copy = marks.slice()
  copy[position] = mark
  return copy
}

/** A row that the free figures cannot satisfy, whatever whole numbers ≥ 0 they are. */
export interface Conflict {
  readonly row: Row
  /**
   * `lower`, `raise`: what the fixed figures must do to the row's sum. `divide`: some fixed figure must change, for the
   * free ones would have to be fractions. `undecided`: only fractions were found, and whole numbers may fit or not.
   */
  readonly kind: 'lower' | 'raise' | 'divide' | 'undecided'
}

export interface Settled {
  /** When there is no conflict, every row holds in it with all loose figures at 0. */
  readonly system: System
  readonly conflict: Conflict | null
}

/** Looks for whole numbers ≥ 0 of the free figures by the dual simplex method with the least-index rule, which ends. */
export function settle(start: System, onPivot: () => void = () => {}): Settled {
  let system = start
  const broken = system.rows.find(row => row.basic < 0 && row.residual !== 0)
  if (broken) return { system, conflict: { row: broken, kind: broken.residual > 0 ? 'lower' : 'raise' } }
  for (;;) {
    const row = lowestNegative(system)
    if (!row) break
    const entering = loosePositions(system).find(position => row.coefficients[position]! < 0)
    if (entering === undefined) return { system, conflict: { row, kind: 'lower' } }
    onPivot()
    system = pivot(system, row, entering)
  }
  for (const row of system.rows) {
    if (row.basic < 0 || row.residual % row.coefficients[row.basic]! === 0) continue
    const divisor = divisorOfFree(row, system)
    return { system, conflict: { row, kind: row.residual % divisor === 0 ? 'undecided' : 'divide' } }
  }
  return { system, conflict: null }
}

function lowestNegative({ rows }: System): Row | null {
  let lowest: Row | null = null
  for (const row of rows)
    if (row.basic >= 0 && row.residual > 0 && (!lowest || row.basic < lowest.basic)) lowest = row
  return lowest
}

function divisorOfFree(row: Row, system: System): number {
  const free = [row.basic, ...loosePositions(system)]
  return free.reduce(
    (divisor, position) => greatestDivisor(divisor, Math.abs(row.coefficients[position]!)),
    0,
  )
}

export function loosePositions({ loose }: System): number[] {
  const positions: number[] = []
  for (let index = 0; index < loose.length; index++) if (loose[index] === 1) positions.push(index)
  return positions
}

/** What the rows give the figure at `position` while all loose figures are 0. */
export function valueAt({ rows }: System, position: number): number {
  const row = rows.find(each => each.basic === position)
  return row ? (0 - row.residual) / row.coefficients[position]! : 0
}
