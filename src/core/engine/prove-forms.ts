import { type ForcedZero, forcedZero } from '../constraints/forced.ts'
import { type Standing, standingOf } from '../constraints/rank.ts'
import { equationsOf } from '../constraints/system.ts'
import { type Constraint, type Edition, editions, type Table, tableIds } from '../editions/index.ts'

/** What the relations of a table can and cannot tell of a report, proven from the form alone. */
export interface TableProof {
  readonly edition: Edition
  readonly table: Table
  readonly identities: readonly Constraint[]
  /** Equations at the positions of `identities`, figures at those of the table's cells. */
  readonly standing: Standing
  /** Relations that contradict each other, those of subtotals among them; null when none do. */
  readonly contradiction: ForcedZero | null
}

export function proveForms(forms: readonly Edition[] = editions): readonly TableProof[] {
  return forms.flatMap(edition =>
    tableIds.map((id): TableProof => {
      const table = edition.tables[id]
      const identities = table.constraints.filter(({ relation }) => relation === '=')
      const all = [...table.constraints, ...table.subtotalConstraints]
      return {
        edition,
        table,
        identities,
        standing: standingOf(equationsOf(identities, table.size)),
        contradiction: forcedZero(all, table.cells.length),
      }
    }),
  )
}

/** A proof as plain data: refs and ids in place of positions. */
export function proofData({ edition, table, identities, standing, contradiction }: TableProof) {
  const refOf = (position: number) => table.cells[position]!.ref
  return {
    edition: edition.id,
    table: table.id,
    cells: table.size,
    identities: identities.length,
    rank: standing.rank,
    dependent: standing.dependent.map(({ equation, times, from }) => ({
      relation: identities[equation]!.id,
      times,
      from: Object.fromEntries([...from].map(([at, count]) => [identities[at]!.id, count])),
    })),
    uncovered: standing.uncovered.map(refOf),
    coveredOnce: standing.coveredOnce.map(refOf),
    alike: standing.alike.map(group => group.map(refOf)),
    told: standing.told,
    contradiction: contradiction && {
      ref: refOf(contradiction.position),
      relations: contradiction.constraints.map(({ id }) => id),
    },
  }
}
