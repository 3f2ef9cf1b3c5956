import { type Equations, equationsOf } from '../constraints/system.ts'
import type { Constraint, Table } from '../editions/index.ts'
import type { ReportTable } from '../model/report.ts'

/** Identities that hang together through shared cells, and nothing else of the table with them. */
export interface Component {
  readonly constraints: readonly Constraint[]
  /** Parallel to `constraints`; positions are those of the table's cells. */
  readonly equations: Equations
  /** The positions of its cells, rising. */
  readonly positions: readonly number[]
}

/** The components of a table as it stands in a report: with the subtotals that are added, without what is `ignored`. */
export function componentsOf(table: ReportTable, ignored: ReadonlySet<Constraint>): readonly Component[] {
  const { form, facts } = table
  const isPlain = ignored.size === 0 && facts.every((fact, index) => index < form.size || !fact)
  const known = isPlain && knownComponents.get(form)
  if (known) return known
  const constraints = [...form.constraints, ...(isPlain ? [] : form.subtotalConstraints)].filter(
    constraint =>
      constraint.relation === '=' &&
      !ignored.has(constraint) &&
      constraint.operands.every(({ index, isSigned }) => facts[index] && !isSigned),
  )
  const components = connected(constraints, form)
  if (isPlain) knownComponents.set(form, components)
  return components
}

/** Of tables without subtotals; nearly all are. */
const knownComponents = new WeakMap<Table, readonly Component[]>()

function connected(constraints: readonly Constraint[], form: Table): Component[] {
  const groups: { constraints: Constraint[]; positions: Set<number> }[] = []
  for (const constraint of constraints) {
    const indexes = constraint.operands.map(operand => operand.index)
    const touching = groups.filter(({ positions }) => indexes.some(index => positions.has(index)))
    const merged = {
      constraints: [...touching.flatMap(group => group.constraints), constraint],
      positions: new Set([...touching.flatMap(group => [...group.positions]), ...indexes]),
    }
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.map(group => {
    const own = constraints.filter(constraint => group.constraints.includes(constraint))
    return {
      constraints: own,
      equations: equationsOf(own, form.cells.length),
      positions: [...group.positions].sort((a, b) => a - b),
    }
  })
}
