import { parseExact } from '../../src/core/constraints/exact.ts'
import { type EditionId, editionById, type Table, type TableId } from '../../src/core/editions/index.ts'
import type { Fact } from '../../src/core/model/fact.ts'
import type { ReportTable } from '../../src/core/model/report.ts'
import { balancedFigures } from '../../src/testing/balanced.ts'
import { tablesOf } from '../../src/testing/figures.ts'
import { flowOracle, type Network, networkOf } from '../constraints/network.ts'
import type { Equation, Oracle, Problem } from '../constraints/problem.ts'
import { isNeeded } from '../constraints/small-tables.ts'
import { keptReports } from '../formats/kept-reports.ts'

/** One table of a report, whole and balanced. */
export interface BalancedTable {
  readonly name: string
  readonly edition: EditionId
  readonly form: Table
  /** By position of the cells. */
  readonly values: readonly number[]
}

/** The tables of that id in the reports that are kept and in which nothing is blank or wrong. */
export function keptTables(id: TableId): BalancedTable[] {
  return keptReports.flatMap(([file, report]) => {
    const form = tablesOf(report)[id]
    const texts = form.cells.slice(0, form.size).map(({ ref }) => report.facts[ref] ?? null)
    if (texts.includes(null)) return []
    const values = texts.map(Number)
    const table = { name: file, edition: report.editions[id] as EditionId, form, values }
    return isBalanced(table) ? [table] : []
  })
}

export function generatedTable(id: TableId, edition: EditionId, seed: number): BalancedTable {
  const form = editionById(edition)!.tables[id]
  const figures = balancedFigures(edition, seed)
  const values = form.cells.slice(0, form.size).map(({ ref }) => Number(figures.get(ref)))
  return { name: `${edition} seed ${seed}`, edition, form, values }
}

function isBalanced({ form, values }: BalancedTable): boolean {
  return equationsOfForm(form).every(
    ({ terms }) => terms.reduce((sum, { weight, index }) => sum + weight * values[index]!, 0) === 0,
  )
}

export function equationsOfForm({ constraints }: Table): Equation[] {
  return constraints.flatMap(({ id, relation, operands }) =>
    relation === '=' ? [{ id, terms: operands.map(({ weight, index }) => ({ weight, index })) }] : [],
  )
}

/** What a cell says: a number, a text of any kind, or null for a blank. */
export type Said = number | string | null

/** A table of a report as reading it would give it, without a place in a file. */
export function reportTable(form: Table, said: readonly Said[], edition: EditionId): ReportTable {
  const facts = said.map((each, index): Fact => {
    const raw = each === null ? '' : String(each)
    const value = parseExact(raw)
    const state = value ? 'number' : raw === '' ? 'blank' : raw === '/' ? 'placeholder' : 'text'
    return { cell: form.cells[index]!, raw, place: null, state, value, notations: [] }
  })
  return {
    id: form.id,
    edition: editionById(edition)!,
    form,
    facts,
    place: { grid: null as never, row: 0, column: 0 },
    heads: new Map(),
    added: [],
    isEmpty: false,
    hasCornerNote: true,
  }
}

/** The question that the oracles are asked about such a table. */
export function problemOf(form: Table, said: readonly Said[]): Problem {
  const values = said.map(each => (each === null || Number.isNaN(Number(each)) ? null : Number(each)))
  const invalid = values.flatMap((value, index) =>
    value !== null && (value < 0 || !Number.isInteger(value)) ? [index] : [],
  )
  return { equations: equationsOfForm(form), values, invalid }
}

/** Equations that hang together through shared figures, with an oracle of their own. */
export interface Part {
  readonly problem: Problem
  readonly oracle: Oracle
  /** The positions of the figures in them. */
  readonly positions: ReadonlySet<number>
}

export function partsOf(form: Table, said: readonly Said[]): Part[] {
  const whole = problemOf(form, said)
  return networksOf(form).map(({ equations, positions, network }) => {
    const invalid = whole.invalid.filter(position => positions.has(position))
    const problem = { equations, values: whole.values, invalid }
    return { problem, oracle: flowOracle(network, problem), positions }
  })
}

interface Connected {
  readonly equations: readonly Equation[]
  readonly positions: ReadonlySet<number>
  readonly network: Network
}

function networksOf(form: Table): readonly Connected[] {
  let networks = knownNetworks.get(form)
  if (!networks) {
    networks = connected(equationsOfForm(form)).map(equations => ({
      equations,
      positions: positionsOf(equations),
      network: networkOf(equations.filter(isNeeded), form.size),
    }))
    knownNetworks.set(form, networks)
  }
  return networks
}

const knownNetworks = new Map<Table, readonly Connected[]>()

function connected(equations: readonly Equation[]): Equation[][] {
  const [first, ...rest] = equations
  if (!first) return []
  const own = [first]
  const others = [...rest]
  for (;;) {
    const positions = positionsOf(own)
    const at = others.findIndex(({ terms }) => terms.some(({ index }) => positions.has(index)))
    if (at < 0) return [own, ...connected(others)]
    own.push(...others.splice(at, 1))
  }
}

function positionsOf(equations: readonly Equation[]): Set<number> {
  return new Set(equations.flatMap(({ terms }) => terms.map(({ index }) => index)))
}
