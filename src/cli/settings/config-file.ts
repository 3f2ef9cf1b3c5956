import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Config } from '../../core/config/config-schema.ts'
import { knownInConfig } from '../../core/config/known.ts'
import { ownRelationsOf } from '../../core/config/own-relations.ts'
import type { ConfigProblem } from '../../core/config/read-config.ts'
import type { ReadySettings } from '../../core/config/settings.ts'
import {
  allRefs,
  decode,
  nearest,
  type OwnRelation,
  problemsOfRelation,
  type Roster,
  type RosterFileFault,
  readRoster,
  refuseRelations,
  rules,
  saysUnread,
} from '../../core/index.ts'
import { shownPath } from '../../node/find-files.ts'
import { nodeHost } from '../../node/host.ts'
import type { TextPlace } from '../../node/jsonc.ts'
import { UserError } from '../../node/user-error.ts'
import type { Context } from '../io.ts'

type ConfigContext = Pick<Context, 'io' | 'language' | 'words'>

/** A gouji.json that holds. */
export interface ConfigFile {
  /** As it is shown: relative to the working directory, with `/`. */
  readonly shown: string
  readonly settings: ReadySettings
  readonly relations: readonly OwnRelation[]
  /** Null where none is set. */
  readonly roster: Roster | null
}

/** @throws UserError when it is not there, or anything in it is wrong. */
export async function readConfigFile(absolute: string, context: ConfigContext): Promise<ConfigFile> {
  const { words } = context
  const shown = shownPath(absolute, context.io.cwd)
  const refuse = ({ line, column }: TextPlace, sentence: string, hint: string | null, more = 0) => {
    const place = `${shown}:${line}:${column}`
    const rest = more > 0 ? words.config.more(more) : ''
    return new UserError(`${words.config.at(place, sentence)}${rest}`, hint)
  }
  const text = decode(readBytes(absolute, shown, context))?.text
  if (text === undefined) throw new UserError(words.config.undecodable(shown), words.config.undecodableHint)
  const { parseJsonc } = await import('../../node/jsonc.ts')
  const { value, fault, placeOf } = parseJsonc(text)
  if (fault) throw refuse(fault, words.config.fault[fault.kind], words.config.faultHint)

  const { bodiesOf, readConfig, readySettings } = await import('../../core/config/index.ts')
  const read = readConfig(value, knownInConfig)
  const problems = read.kind === 'wrong' ? read.problems : problemsBeyondSchema(read.config)
  if (problems.length > 0) {
    const placed = problems.map(problem => ({ problem, place: placeOf(problem.path) }))
    placed.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
    const { problem, place } = placed[0]!
    const { sentence, hint } = describe(problem, context)
    throw refuse(place, sentence, hint, problems.length - 1)
  }
  if (read.kind === 'wrong') throw new TypeError('a wrong config without a problem')
  const relations = ownRelationsOf(read.config)
  const contradiction = refuseRelations(relations, context.language)
  if (contradiction) {
    const { contradictionHint } = words.config
    throw refuse(placeOf(['relations']), words.config.contradiction(contradiction), contradictionHint)
  }
  const { config } = read
  const roster =
    config.roster === undefined
      ? config.bodies
        ? { path: shown, bodies: bodiesOf(config).map((body, index) => ({ ...body, ...placed(index) })) }
        : null
      : await readRosterFile(resolve(dirname(absolute), config.roster), context, placeOf(['roster']), refuse)
  return { shown, settings: readySettings(config), relations, roster }

  function placed(index: number) {
    const { line, column } = placeOf(['bodies', index])
    return { location: { line, column, endLine: line, endColumn: column + 1, address: null } }
  }
}

async function readRosterFile(
  absolute: string,
  context: ConfigContext,
  named: TextPlace,
  refuse: (place: TextPlace, sentence: string, hint: string | null) => UserError,
): Promise<Roster> {
  const { words, io } = context
  const path = shownPath(absolute, io.cwd)
  if (!existsSync(absolute)) throw refuse(named, words.config.noRoster(path), null)
  const read = await readRoster({ path, bytes: readBytes(absolute, path, context) }, nodeHost)
  if (read.kind === 'roster') return { path, bodies: read.bodies }
  const { line, column, address } = read.location
  const place = `${path}:${address ?? `${line}:${column}`}`
  throw new UserError(words.config.at(place, rosterSentence(read.fault, context)), words.config.rosterHint)
}

function rosterSentence(fault: RosterFileFault, { words }: ConfigContext): string {
  const { roster } = words.config
  return fault.kind === 'unread' || fault.kind === 'no-name-column'
    ? roster[fault.kind]()
    : roster[fault.kind](fault.text)
}

function readBytes(absolute: string, shown: string, { words }: ConfigContext): Uint8Array {
  try {
    return readFileSync(absolute)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new UserError(
      code === 'ENOENT' ? words.config.missing(shown) : words.config.unreadable(shown, code),
    )
  }
}

/** What a schema cannot tell. */
type Problem =
  | ConfigProblem
  | {
      readonly path: ConfigProblem['path']
      readonly what:
        | { readonly kind: 'locked'; readonly code: string }
        | { readonly kind: 'unknown-ref' | 'two-stars' | 'ref-twice'; readonly ref: string }
        | { readonly kind: 'no-edition'; readonly name: string }
    }

function problemsBeyondSchema(config: Config): Problem[] {
  const { rules: levels = {}, overrides = [] } = config
  const lockedIn = (own: Readonly<Record<string, unknown>>, path: ConfigProblem['path']): Problem[] =>
    Object.keys(own).flatMap(key => {
      const rule = rules.find(({ code, name }) => code === key || name === key)
      return rule && saysUnread(rule)
        ? [{ path: [...path, key], what: { kind: 'locked', code: rule.code } }]
        : []
    })
  return [
    ...lockedIn(levels, ['rules']),
    ...overrides.flatMap((own, index) => lockedIn(own.rules ?? {}, ['overrides', index, 'rules'])),
    ...ownRelationsOf(config).flatMap((relation, index) =>
      problemsOfRelation(relation).map((problem): Problem => {
        if (problem.kind === 'no-edition')
          return { path: ['relations', index], what: { kind: 'no-edition', name: relation.name } }
        const kind = problem.kind === 'twice' ? 'ref-twice' : problem.kind
        return { path: ['relations', index, ...problem.at], what: { kind, ref: problem.ref } }
      }),
    ),
  ]
}

function describe(
  { path, what }: Problem,
  { words }: ConfigContext,
): { readonly sentence: string; readonly hint: string | null } {
  const { config } = words
  const key = keyOf(path) || config.whole
  switch (what.kind) {
    case 'unknown-key': {
      const similar = nearest(what.key, what.known)
      const isRule = path.at(-2) === 'rules'
      const all = isRule ? words.allRules : words.oneOf(words.list(what.known))
      return {
        sentence: isRule ? config.unknownRule(what.key) : config.unknownKey(key),
        hint: similar.length > 0 ? words.didYouMean(words.list(similar)) : all,
      }
    }
    case 'not-one-of': {
      const value = typeof what.value === 'string' ? what.value : JSON.stringify(what.value)
      return { sentence: config.notOneOf(key, value), hint: words.oneOf(words.list(what.allowed)) }
    }
    case 'wrong-type':
      return { sentence: config.type[what.expected](key), hint: null }
    case 'missing':
      return { sentence: config.required(key), hint: null }
    case 'too-small':
      return { sentence: config.tooSmall(key, what.bound), hint: null }
    case 'too-large':
      return { sentence: config.tooLarge(key, what.bound), hint: null }
    case 'empty':
      return { sentence: config.empty(key), hint: null }
    case 'bad-pattern':
      return { sentence: config.badPattern(key), hint: null }
    case 'bad-path-pattern':
      return { sentence: config.badPathPattern(key), hint: null }
    case 'bad-deadline':
      return { sentence: config.badDeadline(key), hint: null }
    case 'both-rosters':
      return { sentence: config.bothRosters, hint: null }
    case 'unknown-parent':
    case 'cycle':
      return { sentence: `${key}: ${config.roster[what.kind](what.name)}`, hint: null }
    case 'twice':
      return { sentence: config.twice(key, what.name), hint: null }
    case 'locked':
      return { sentence: config.locked(what.code), hint: config.lockedHint }
    case 'unknown-ref': {
      const similar = nearest(what.ref, allRefs())
      const hint = similar.length > 0 ? words.didYouMean(words.list(similar)) : config.refsHint
      return { sentence: config.unknownRef(key, what.ref), hint }
    }
    case 'two-stars':
      return { sentence: config.twoStars(key), hint: null }
    case 'ref-twice':
      return { sentence: config.refTwice(key, what.ref), hint: null }
    case 'no-edition':
      return { sentence: config.noEdition(what.name), hint: null }
  }
}

/** `overrides[0].profile` */
function keyOf(path: ConfigProblem['path']): string {
  return path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name === '' ? key : `${name}.${key}`),
    '',
  )
}
