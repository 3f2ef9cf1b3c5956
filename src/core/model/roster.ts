import { type Body, bodyKey, bodyNamed } from './body.ts'

/** What is wrong with a list of bodies: at which of them, from 0, and the name that it is about. */
export interface RosterFault {
  readonly index: number
  /** `cycle`: the body stands below itself. */
  readonly kind: 'twice' | 'unknown-parent' | 'cycle'
  readonly name: string
}

/** The first fault; null when names are told apart and parents make trees. */
export function faultOf(bodies: readonly Body[]): RosterFault | null {
  const seen = new Set<string>()
  for (const [index, body] of bodies.entries()) {
    const names = new Map([body.name, ...body.aliases].map(name => [bodyKey(name), name]))
    for (const [key, name] of names) if (seen.has(key)) return { index, kind: 'twice', name }
    for (const key of names.keys()) seen.add(key)
  }
  for (const [index, { parent }] of bodies.entries())
    if (parent !== null && !bodyNamed(bodies, parent)) return { index, kind: 'unknown-parent', name: parent }
  for (const [index, body] of bodies.entries()) {
    let above: Body | undefined = body
    for (let steps = 0; above; steps++) {
      above = above.parent === null ? undefined : bodyNamed(bodies, above.parent)
      if (above === body || steps > bodies.length) return { index, kind: 'cycle', name: body.name }
    }
  }
  return null
}
