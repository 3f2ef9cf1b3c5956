import { append, declaration, type Parts, packages } from './parts.ts'
import { attributesOf, childrenOf, encodeText, rootOf } from './xml.ts'

/** A line of a part's list of relations. */
export interface Relation {
  readonly id: string
  readonly type: string
  /** A part's name; null for what is outside of the container. */
  readonly target: string | null
}

export function relationsOf(parts: Parts, part: string): Relation[] {
  const text = parts.read(relationsName(part))
  if (text === null) return []
  return childrenOf(text, rootOf(text)).map(element => {
    const attributes = attributesOf(text, element)
    const isOutside = attributes.get('TargetMode')?.toLowerCase() === 'external'
    return {
      id: attributes.get('Id') ?? '',
      type: attributes.get('Type') ?? '',
      target: isOutside ? null : resolve(part, attributes.get('Target') ?? ''),
    }
  })
}

/** Adds a relation to a part and returns its id. */
export function relate(parts: Parts, part: string, type: string, target: string): string {
  const name = relationsName(part)
  const text = parts.read(name) ?? `${declaration}<Relationships xmlns="${packages}/relationships"/>`
  const numbers = relationsOf(parts, part).map(({ id }) => Number(/^rId(\d{1,9})$/i.exec(id)?.[1] ?? 0))
  const id = `rId${greatest(numbers) + 1}`
  const root = rootOf(text)
  const line = `<${root.prefix}Relationship Id="${id}" Type="${type}" Target="${encodeText(relativeTo(part, target))}"/>`
  parts.write(name, append(text, line))
  return id
}

/** At least 0; of any amount, which arguments of a function are not. */
export function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => (number > most ? number : most), 0)
}

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function resolve(part: string, target: string): string {
  const path = target.startsWith('/') ? target : `${part.slice(0, part.lastIndexOf('/') + 1)}${target}`
  const steps: string[] = []
  for (const step of path.replaceAll('\\', '/').split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}

function relativeTo(part: string, target: string): string {
  const from = part.split('/').slice(0, -1)
  const to = target.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}
