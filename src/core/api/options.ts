import type { Extra, Language, Profile } from '../diagnostics/diagnostic.ts'
import type { CheckOptions } from '../engine/check-source.ts'
import type { ParsedReport } from '../engine/parse-source.ts'
import type { Host } from '../host.ts'
import { defaultLimits, type Limits, type Source } from '../readers/reader.ts'

/** How files are checked; each may be left out. No settings file is looked for. */
export interface Options {
  /** Of all texts; `zh-CN` unless told. */
  readonly language?: Language | undefined
  /** `standard` unless told; `strict` makes errors of blanks and placeholders. */
  readonly profile?: Profile | undefined
  /** Bounds that differ from `defaultLimits`. */
  readonly limits?: Partial<Limits> | undefined
  /** The report of the year before, as evidence where equations cannot tell. */
  readonly previous?: ParsedReport | undefined
  /**
   * What is kept of each file besides its findings: all that any reporter needs, unless told. Without `figures` reports
   * are not compared with each other.
   */
  readonly extras?: readonly Extra[] | undefined
}

export interface HostedOptions extends Options {
  readonly host: Host
}

const choices = {
  language: ['zh-CN', 'en'],
  profile: ['standard', 'strict'],
  extras: ['record', 'lines', 'figures'],
} as const satisfies {
  readonly language: readonly Language[]
  readonly profile: readonly Profile[]
  readonly extras: readonly Extra[]
}

const keys: Readonly<Record<keyof HostedOptions, true>> = {
  language: true,
  profile: true,
  limits: true,
  previous: true,
  extras: true,
  host: true,
}

/**
 * The options with what was left out. A slip of the pen must not check something else than was asked for.
 * @throws TypeError for options that do not exist and values that they do not take.
 */
export function settle(options: Options): CheckOptions {
  refuseOthers('option', Object.keys(options), Object.keys(keys))
  const { language = 'zh-CN', profile = 'standard', limits = {}, previous, extras = choices.extras } = options
  refuseOthers('language', [language], choices.language)
  refuseOthers('profile', [profile], choices.profile)
  refuseOthers('extra', extras, choices.extras)
  refuseOthers('limit', Object.keys(limits), Object.keys(defaultLimits))
  for (const [name, bound] of Object.entries(limits))
    if (!(typeof bound === 'number' && bound > 0))
      throw new TypeError(`limit ${name}: ${String(bound)} is no number above 0`)
  return { language, profile, limits, previous, extras }
}

/** @throws TypeError for a host that lacks something. */
export function settleHost({ host }: HostedOptions): Host {
  const wanted: readonly (keyof Host)[] = ['inflateRaw', 'deflateRaw', 'parseApart']
  const missing = wanted.find(name => typeof host?.[name] !== 'function')
  if (missing) throw new TypeError(`the host has no ${missing}`)
  return host
}

/**
 * Sources as they came, those without a word on it as named by the caller.
 * @throws TypeError for what is no source.
 */
export function settleSources(sources: Source | readonly Source[]): readonly Source[] {
  const list: readonly Source[] = Array.isArray(sources) ? sources : [sources]
  return list.map(source => {
    if (typeof source?.path !== 'string') throw new TypeError('a source has a path and bytes')
    // Of any realm, for a page may be given bytes by one of its frames.
    if (Object.prototype.toString.call(source.bytes) !== '[object Uint8Array]')
      throw new TypeError(`the bytes of ${source.path} are no Uint8Array`)
    return { ...source, isNamed: source.isNamed ?? true }
  })
}

export function refuseOthers(what: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.find(each => !known.includes(each))
  if (unknown !== undefined)
    throw new TypeError(`${what} ${String(unknown)} does not exist; there are ${known.join(', ')}`)
}
