import type { Said } from '../../core/config/settings.ts'
import { defaultLimits, type Level, type Limits, type Profile, type Source } from '../../core/index.ts'
import type { FoundFile } from '../../node/find-files.ts'
import type { Context } from '../io.ts'
import { levelsByCode } from './rule-levels.ts'
import { pathBelow, type Settings, type SettingsFlags } from './settings.ts'

/** Every setting that holds for a file, with what it comes from: an option, a config and which of its overrides. */
export function shownSettings(
  input: FoundFile | Source,
  settings: Settings,
  flags: SettingsFlags,
  { io, language, languageFrom, askedLimits }: Context,
) {
  const holding = settings.configFor(input)
  const config = holding?.file.settings.config
  const name = holding?.file.shown ?? ''
  const byConfig = <Value>(value: Value, override: number | null = null) => ({
    value,
    from: override === null ? name : `${name} overrides[${override}]`,
  })
  const byDefault = <Value>(value: Value) => ({ value, from: 'default' })
  const said = <Value>(value: Said<Value> | null | undefined, usual: Value) =>
    value ? byConfig(value.value, value.override) : byDefault(usual)
  const given = <Value>(value: Value | null | undefined) =>
    value === undefined || value === null ? byDefault(null) : byConfig(value)
  const { profile, maxWarnings } = flags
  const limits: Partial<Limits> = { ...(config?.limits as Partial<Limits> | undefined) }
  const levels = [...levelsByCode(holding?.own.rules ?? [])].map(
    ([code, { value, override }]) => [code, byConfig(value, override)] as const,
  )
  const asked = [...settings.asked].map(([code, value]): [string, { value: Level; from: string }] => [
    code,
    { value, from: '--rule' },
  ])
  return {
    file: input.path,
    config: holding ? name : null,
    folder: holding ? pathBelow(io.cwd, holding.root) || '.' : null,
    excluded: settings.isLeftOut(input),
    language: { value: language, from: languageFrom ?? 'default' },
    profile: profile
      ? { value: profile, from: '--profile' }
      : said<Profile>(holding?.own.profile, 'standard'),
    edition: said(holding?.own.edition, 'auto'),
    body: given(holding?.own.named?.body),
    year: given(holding?.own.named?.year),
    bodyType: said<string | null>(holding?.own.bodyType, null),
    deadline: said<string | null>(holding?.own.deadline, null),
    rules: Object.fromEntries([...levels, ...asked]),
    maxWarnings:
      maxWarnings === undefined ? given(config?.maxWarnings) : { value: maxWarnings, from: '--max-warnings' },
    limits: Object.fromEntries(
      (Object.keys(defaultLimits) as (keyof Limits)[]).map(key => {
        if (askedLimits[key] !== undefined) return [key, { value: askedLimits[key], from: '--limit' }]
        const own = limits[key]
        return [key, own === undefined ? byDefault(defaultLimits[key]) : byConfig(own)]
      }),
    ),
    relations: (holding?.file.relations ?? []).map(relation => relation.name),
    roster: holding?.file.roster
      ? byConfig({ file: holding.file.roster.path, bodies: holding.file.roster.bodies.length })
      : byDefault(null),
    events: (config?.events ?? []).length,
  }
}
