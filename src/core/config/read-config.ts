import { faultOf } from '../model/roster.ts'
import { bodiesOf } from './bodies.ts'
import { type Config, configSchema, type Known } from './config-schema.ts'

/** What is wrong with a value of a config, and where: the way to it from the top. */
export interface ConfigProblem {
  readonly path: readonly (string | number)[]
  readonly what:
    | { readonly kind: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
    | { readonly kind: 'not-one-of'; readonly value: unknown; readonly allowed: readonly string[] }
    | { readonly kind: 'wrong-type'; readonly expected: ExpectedType }
    | { readonly kind: 'missing' }
    | { readonly kind: 'too-small' | 'too-large'; readonly bound: number }
    | { readonly kind: 'empty' }
    | { readonly kind: 'bad-pattern' }
    | { readonly kind: 'bad-path-pattern' }
    | { readonly kind: 'bad-deadline' }
    | { readonly kind: 'both-rosters' }
    | { readonly kind: 'unknown-parent' | 'cycle'; readonly name: string }
    | { readonly kind: 'twice'; readonly name: string }
}

export type ExpectedType = 'object' | 'array' | 'string' | 'number' | 'text-or-both'

export type ReadConfig =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'wrong'; readonly problems: readonly ConfigProblem[] }

/** A value as it was parsed, to a config; or all that is wrong with it. */
export function readConfig(value: unknown, known: Known): ReadConfig {
  const parsed = configSchema(known).safeParse(value)
  if (!parsed.success)
    return { kind: 'wrong', problems: parsed.error.issues.flatMap(issue => problemsOf(issue, value, known)) }
  const problems = [...namedTwice(parsed.data), ...faultsOfRoster(parsed.data)]
  return problems.length > 0 ? { kind: 'wrong', problems } : { kind: 'config', config: parsed.data }
}

/** As zod reports it; only what this schema can bring forth. */
interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
  readonly values?: readonly unknown[]
  readonly expected?: string
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
  readonly origin?: string
  readonly params?: Readonly<Record<string, unknown>> | undefined
}

function problemsOf(issue: Issue, value: unknown, known: Known): readonly ConfigProblem[] {
  const path = issue.path as readonly (string | number)[]
  const found = valueAt(value, path)
  if (found === undefined && issue.code !== 'unrecognized_keys') return [{ path, what: { kind: 'missing' } }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys!.map(key => ({
        path: [...path, key],
        what: { kind: 'unknown-key', key, known: keysAt(path, known) },
      }))
    case 'invalid_value':
      return [
        {
          path,
          what: { kind: 'not-one-of', value: found, allowed: [...new Set(issue.values!.map(String))] },
        },
      ]
    case 'too_small': {
      const isOfNumber = issue.origin === 'number' || issue.origin === 'int'
      const bound = Number(issue.minimum)
      return [{ path, what: isOfNumber ? { kind: 'too-small', bound } : { kind: 'empty' } }]
    }
    case 'too_big':
      return [{ path, what: { kind: 'too-large', bound: Number(issue.maximum) } }]
    case 'invalid_union':
      return [{ path, what: { kind: 'wrong-type', expected: 'text-or-both' } }]
    case 'custom':
      return [{ path, what: { kind: reasons[issue.params!.reason as keyof typeof reasons] } }]
    default:
      return [{ path, what: { kind: 'wrong-type', expected: types[issue.expected!] ?? 'object' } }]
  }
}

const reasons = {
  blank: 'empty',
  pattern: 'bad-pattern',
  path: 'bad-path-pattern',
  deadline: 'bad-deadline',
} as const

const types: Readonly<Record<string, ExpectedType>> = {
  array: 'array',
  string: 'string',
  int: 'number',
  number: 'number',
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | null)?.[key], value)
}

/** The keys that an object at that place may have. */
function keysAt(path: readonly (string | number)[], known: Known): readonly string[] {
  let at: unknown = configSchema(known)
  for (const key of path) {
    const inner = withoutOptional(at)
    at = typeof key === 'number' ? inner.element : inner.shape?.[key]
  }
  return Object.keys(withoutOptional(at).shape ?? {})
}

interface Schema {
  readonly shape?: Readonly<Record<string, unknown>>
  readonly element?: unknown
}

function withoutOptional(schema: unknown): Schema {
  const { def } = schema as { readonly def?: { readonly type: string; readonly innerType?: unknown } }
  return def?.type === 'optional' ? withoutOptional(def.innerType) : (schema as Schema)
}

function namedTwice({ relations = [] }: Config): readonly ConfigProblem[] {
  return relations.flatMap(({ name }, index): readonly ConfigProblem[] =>
    relations.findIndex(other => other.name === name) < index
      ? [{ path: ['relations', index, 'name'], what: { kind: 'twice', name } }]
      : [],
  )
}

function faultsOfRoster(config: Config): readonly ConfigProblem[] {
  if (config.roster !== undefined && config.bodies)
    return [{ path: ['roster'], what: { kind: 'both-rosters' } }]
  const fault = faultOf(bodiesOf(config))
  if (!fault) return []
  const { index, kind, name } = fault
  return [{ path: ['bodies', index], what: { kind, name } }]
}
