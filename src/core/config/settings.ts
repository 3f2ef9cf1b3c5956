import type { Profile } from '../diagnostics/diagnostic.ts'
import { type BodyType, bodyTypeNamed } from '../model/body.ts'
import type { Config, Level } from './config-schema.ts'
import { folderMatcherOf, matcherOf, type Named, readerOfPaths } from './patterns.ts'

/** A value and which of the overrides gives it; null for the config itself. */
export interface Said<Value> {
  readonly value: Value
  readonly override: number | null
}

/** What holds for one file. */
export interface FileSettings {
  /** Null: nothing is said. */
  readonly profile: Said<Profile> | null
  /** `auto` is null, too. */
  readonly edition: Said<string> | null
  readonly named: Named | null
  readonly bodyType: Said<BodyType> | null
  readonly deadline: Said<string> | null
  /** By code or name, as written; later entries win. */
  readonly rules: readonly (readonly [rule: string, level: Said<Level>])[]
}

/** A config with its patterns made ready; paths are relative to its folder, with `/`. */
export interface ReadySettings {
  readonly config: Config
  /** True for what a folder that is walked does not take, by `ignores` or `files`. */
  isLeftOut(path: string): boolean
  of(path: string): FileSettings
}

export function readySettings(config: Config): ReadySettings {
  const isIgnored = folderMatcherOf(config.ignores ?? [])
  const isTaken = config.files ? matcherOf(config.files) : () => true
  const overrides = (config.overrides ?? []).map((own, override) => ({
    own,
    override,
    applies: matcherOf(own.files),
  }))
  const named = readerOfPaths(config.paths ?? [])
  return {
    config,
    isLeftOut: path => isIgnored(path) || !isTaken(path),
    of(path) {
      const layers = [{ own: config, override: null }, ...overrides.filter(({ applies }) => applies(path))]
      const last = <Value>(pick: (own: Config | Override) => Value | undefined): Said<Value> | null =>
        layers
          .flatMap(({ own, override }) => {
            const value = pick(own)
            return value === undefined ? [] : [{ value, override }]
          })
          .at(-1) ?? null
      const edition = last(own => (own.edition === undefined ? undefined : String(own.edition)))
      return {
        profile: last(own => own.profile),
        edition: edition?.value === 'auto' ? null : edition,
        named: named(path),
        bodyType: last(own => (own.bodyType === undefined ? undefined : bodyTypeNamed(own.bodyType)!)),
        deadline: last(own => own.deadline),
        rules: layers.flatMap(({ own: { rules = {} }, override }) =>
          Object.entries(rules as Readonly<Record<string, Level>>).map(
            ([rule, value]) => [rule, { value, override }] as const,
          ),
        ),
      }
    },
  }
}

type Override = NonNullable<Config['overrides']>[number]
