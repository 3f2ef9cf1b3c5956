import type { BoundConstraint } from '../constraints/linear.ts'
import type { Language } from '../diagnostics/diagnostic.ts'
import { editions, tableIds } from '../editions/index.ts'
import { bindOwnRelations, cellsOf, fittingRefs, type OwnRelation } from '../rules/index.ts'
import { refuseContradictions } from './proof-text.ts'

/** What makes a relation of one's own senseless; `at` is its side and the ref's position there. */
export type RelationProblem =
  | { readonly kind: 'unknown-ref' | 'two-stars' | 'twice'; readonly ref: string; readonly at: RefPlace }
  /** The cells are never all in one edition that the relation is for. */
  | { readonly kind: 'no-edition' }

export type RefPlace = readonly ['left' | 'right', number]

/** Refs that there are, in any edition. */
export function allRefs(): readonly string[] {
  return [...new Set(editions.flatMap(({ tables }) => cellsOf(Object.values(tables)).map(({ ref }) => ref)))]
}

/** What is wrong with one relation by itself; empty when nothing is. */
export function problemsOfRelation(own: OwnRelation): readonly RelationProblem[] {
  const refs = allRefs()
  const placed = (['left', 'right'] as const).flatMap(side =>
    own[side].map((ref, index) => ({ ref, at: [side, index] as const })),
  )
  const problems = placed.flatMap(({ ref, at }, index): readonly RelationProblem[] => {
    if (ref.split('*').length > 2) return [{ kind: 'two-stars', ref, at }]
    if (fittingRefs(ref, refs).length === 0) return [{ kind: 'unknown-ref', ref, at }]
    return placed.findIndex(other => other.ref === ref) < index ? [{ kind: 'twice', ref, at }] : []
  })
  if (problems.length > 0) return problems
  const bound = editions.flatMap(edition =>
    bindOwnRelations(
      [own],
      tableIds.map(() => edition),
    ),
  )
  for (const { constraint } of bound) {
    // A pattern and a ref that it fits, side by side.
    const refs = constraint.terms.map(({ ref }) => ref)
    const again = refs.findIndex((ref, index) => refs.indexOf(ref) < index)
    if (again >= 0) return [{ kind: 'twice', ref: refs[again]!, at: placed[again]!.at }]
  }
  return bound.length > 0 ? [] : [{ kind: 'no-edition' }]
}

/**
 * A sentence that says which relations contradict each other, those of the forms among them, in the first edition in
 * which they do; null when none do.
 * @throws BeyondExact
 */
export function refuseRelations(relations: readonly OwnRelation[], language: Language): string | null {
  for (const edition of editions) {
    const own = bindOwnRelations(
      relations,
      tableIds.map(() => edition),
    )
    if (own.length === 0) continue
    // What no relation of one's own takes in is settled by the forms.
    const forms = tableIds.map(id => edition.tables[id])
    const involved = new Set(own.flatMap(({ tables }) => tables))
    const cells = cellsOf(forms)
    let start = 0
    const official = forms.flatMap((form): BoundConstraint[] => {
      const offset = start
      start += form.size
      if (!involved.has(form.id)) return []
      return form.constraints.map(constraint => ({
        ...constraint,
        operands: constraint.operands.map(operand => ({ ...operand, index: operand.index + offset })),
      }))
    })
    const all = [...official, ...own.map(({ constraint }) => constraint)]
    const sentence = refuseContradictions(all, cells.length, position => cells[position]!.ref, language)
    if (sentence) return sentence
  }
  return null
}
