/** What a relation between figures says; one rule words each kind. */
export type ConstraintKind =
  | 'row-total'
  | 'outcome-total'
  | 'case-total'
  | 'subtotal'
  | 'balance'
  | 'carried-over-closed'
  | 'carried-forward-within-new'
  | 'effective-floor'
  | 'published-within-total'
  | 'change-floor'
  | 'carry'
  | 'documents-in-force'
  | 'items-carried'
  | 'total-published'
  | 'pending-counted'
  | 'own'

/** True where the subject is the sum of the other figures. */
export function isTotal({ kind }: { readonly kind: ConstraintKind }): boolean {
  return kind === 'row-total' || kind === 'outcome-total' || kind === 'case-total'
}

export interface Term {
  /** +1 on the left side of the relation, −1 on its right side. */
  readonly weight: 1 | -1
  readonly ref: string
}

/** Σ weight × fact = 0 (an identity), or ≥ 0 (a bound). All refs are of one table. */
export interface LinearConstraint {
  /** Stable: `requests/balance/naturalPerson`. */
  readonly id: string
  readonly kind: ConstraintKind
  readonly relation: '=' | '>='
  readonly terms: readonly Term[]
  /** The term at which a failure is reported: the total, or the figure that the others bound. */
  readonly subject: string
}

/** A constraint over a table's list of quantities. */
export interface BoundConstraint extends LinearConstraint {
  readonly operands: readonly Operand[]
}

export interface Operand {
  readonly weight: 1 | -1
  /** Position in the list of quantities, from 0. */
  readonly index: number
  /** True where the quantity may be negative. */
  readonly isSigned: boolean
}

/**
 * One line of a form's relations. `*` stands for each row or column for which all the named cells exist, so that
 * `requests.newRequests.*` makes one constraint a column.
 */
export interface RelationTemplate {
  readonly kind: ConstraintKind
  readonly relation: '=' | '>='
  readonly left: readonly string[]
  readonly right: readonly string[]
  /** The first of the left side unless said otherwise. */
  readonly subject?: string
}

/** total = Σ parts */
export function rollUp(
  id: string,
  kind: ConstraintKind,
  total: string,
  parts: readonly string[],
): LinearConstraint {
  return { id, kind, relation: '=', terms: weigh([total], parts), subject: total }
}

/** The constraints of one template over the refs that a form has. */
export function expandRelation(template: RelationTemplate, refs: ReadonlySet<string>): LinearConstraint[] {
  const constraints = bindTemplate(template, refs)
  if (constraints.length === 0) throw new Error(`relation ${template.kind} names no cell of the form`)
  return constraints
}

/** The same, none where the refs are not all there. */
export function bindTemplate(template: RelationTemplate, refs: ReadonlySet<string>): LinearConstraint[] {
  const { kind, relation, left, right } = template
  const patterns = [...left, ...right]
  const constraints: LinearConstraint[] = []
  for (const star of starValues(patterns.find(pattern => pattern.includes('*')) ?? patterns[0]!, refs)) {
    const fill = (pattern: string) => pattern.replace('*', star)
    if (!patterns.every(pattern => refs.has(fill(pattern)))) continue
    const terms = weigh(left.map(fill), right.map(fill))
    const table = terms[0]!.ref.split('.', 1)[0]!
    const id = [table, kind, star].filter(Boolean).join('/')
    constraints.push({ id, kind, relation, terms, subject: fill(template.subject ?? left[0]!) })
  }
  return constraints
}

function starValues(pattern: string, refs: ReadonlySet<string>): string[] {
  const [before = '', after] = pattern.split('*')
  if (after === undefined) return ['']
  const fitting = [...refs].filter(ref => ref.startsWith(before) && ref.endsWith(after))
  return fitting.map(ref => ref.slice(before.length, ref.length - after.length))
}

function weigh(left: readonly string[], right: readonly string[]): Term[] {
  return [
    ...left.map(ref => ({ weight: 1, ref }) as const),
    ...right.map(ref => ({ weight: -1, ref }) as const),
  ]
}
