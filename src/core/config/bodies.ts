import { type Body, bodyTypeNamed } from '../model/body.ts'
import type { Config } from './config-schema.ts'

/** The roster that a config holds itself, with what it leaves unsaid; each at its place in the list. */
export function bodiesOf({ bodies = [] }: Config): readonly Body[] {
  return bodies.map(({ name, aliases = [], parent = null, type, from = null, until = null }) => ({
    name: name.trim(),
    aliases: aliases.map(alias => alias.trim()),
    parent: parent?.trim() ?? null,
    type: type === undefined ? null : bodyTypeNamed(type),
    from,
    until,
  }))
}
