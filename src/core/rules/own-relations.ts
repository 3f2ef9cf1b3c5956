import { expandRelation, type LinearConstraint } from '../constraints/linear.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import {
  type Cell,
  type Constraint,
  type Edition,
  type Table,
  type TableId,
  tableIds,
} from '../editions/index.ts'
import type { Text } from './rule.ts'

/** A relation that settings add to those of the forms, between cells of one report. */
export interface OwnRelation {
  readonly name: string
  readonly relation: '=' | '>='
  /** Refs, in which `*` stands for each row or column for which all the cells exist. */
  readonly left: readonly string[]
  readonly right: readonly string[]
  /** What is said where it does not hold, before both sides; null for its name. */
  readonly message: Text | null
  readonly basis: string
  readonly severity: Severity
  /** The editions of the form that it is for; null for all. */
  readonly editions: readonly string[] | null
}

/** The relation over the cells of certain forms. */
export interface BoundRelation {
  readonly own: OwnRelation
  /** Operands stand at the positions of `cellsOf(forms)`. */
  readonly constraint: Constraint
  /** The tables that it takes cells from. */
  readonly tables: readonly TableId[]
}

/** The cells that the forms of a report's tables have, in their order; possible subtotals are not among them. */
export function cellsOf(forms: readonly Table[]): readonly Cell[] {
  return forms.flatMap(({ cells, size }) => cells.slice(0, size))
}

/**
 * The relations over the forms of a report whose tables are of these editions, parallel to `tableIds`. The same list
 * for all reports of the same editions.
 */
export function bindOwnRelations(
  relations: readonly OwnRelation[],
  editions: readonly Edition[],
): readonly BoundRelation[] {
  const known = knownRelations.get(relations) ?? new Map<string, readonly BoundRelation[]>()
  knownRelations.set(relations, known)
  const key = editions.map(({ id }) => id).join()
  let bound = known.get(key)
  if (!bound) {
    bound = relations.flatMap(relation => bindOwnRelation(relation, editions))
    known.set(key, bound)
  }
  return bound
}

const knownRelations = new WeakMap<readonly OwnRelation[], Map<string, readonly BoundRelation[]>>()

/** `own/NAME`, with what `*` stands for; none where the forms lack a cell or are of editions that it is not for. */
function bindOwnRelation(own: OwnRelation, editions: readonly Edition[]): readonly BoundRelation[] {
  const forms = tableIds.map((id, index) => editions[index]!.tables[id])
  const cells = cellsOf(forms)
  const positions = new Map(cells.map(({ ref }, index) => [ref, index]))
  return expanded(own, new Set(positions.keys())).flatMap(({ terms, subject, ...constraint }) => {
    const tables = [...new Set(terms.map(({ ref }) => cells[positions.get(ref)!]!.table))]
    const involved = tables.map(id => editions[tableIds.indexOf(id)]!.id)
    if (own.editions && !involved.every(id => own.editions!.includes(id))) return []
    const operands = terms.map(({ weight, ref }) => {
      const index = positions.get(ref)!
      return { weight, index, isSigned: cells[index]!.value === 'change' }
    })
    const subjectCell = cells[positions.get(subject)!]!
    const table = forms[tableIds.indexOf(subjectCell.table)]!
    return [{ own, constraint: { ...constraint, terms, subject, table, operands, subjectCell }, tables }]
  })
}

/** The star is what comes last in the ids that the form's templates get. */
function expanded(
  { name, relation, left, right }: OwnRelation,
  refs: ReadonlySet<string>,
): LinearConstraint[] {
  const patterns = [...left, ...right]
  if (!patterns.every(pattern => fittingRefs(pattern, refs).length > 0)) return []
  return expandRelation({ kind: 'own', relation, left, right }, refs).map(constraint => {
    const [, , ...star] = constraint.id.split('/')
    return { ...constraint, id: ['own', name, ...star].join('/') }
  })
}

/** The refs that a pattern with at most one `*` fits. */
export function fittingRefs(pattern: string, refs: Iterable<string>): readonly string[] {
  const [before = '', after] = pattern.split('*')
  return [...refs].filter(ref =>
    after === undefined
      ? ref === pattern
      : ref.startsWith(before) && ref.endsWith(after) && ref.length > before.length + after.length,
  )
}
