import type { OwnRelation } from '../rules/index.ts'
import type { Config } from './config-schema.ts'

/** The relations of a config, with what it leaves unsaid; texts are on one line. */
export function ownRelationsOf({ relations = [] }: Config): readonly OwnRelation[] {
  return relations.map(({ name, relation, left, right, message, basis, severity, editions }) => ({
    name: onOneLine(name),
    relation,
    left,
    right,
    message: message === undefined ? null : inBoth(message),
    basis: onOneLine(basis),
    severity: severity ?? 'error',
    editions: editions?.map(String) ?? null,
  }))
}

function inBoth(message: string | { readonly zh: string; readonly en: string }) {
  if (typeof message !== 'string') return { zh: withoutEnd(message.zh), en: withoutEnd(message.en) }
  return { zh: withoutEnd(message), en: withoutEnd(message) }
}

/** A colon and both sides come after it. */
function withoutEnd(text: string): string {
  return onOneLine(text).replace(/[。．.：:；;，,]+$/, '')
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
