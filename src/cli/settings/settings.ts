import { dirname, relative, resolve, sep } from 'node:path'
import type { FileSettings } from '../../core/config/settings.ts'
import {
  type CheckOptions,
  type Level,
  type Limits,
  nothingExpected,
  type Profile,
  type Result,
  type Source,
} from '../../core/index.ts'
import type { FoundFile } from '../../node/find-files.ts'
import { createProjectFinder } from '../../node/project.ts'
import { UserError } from '../../node/user-error.ts'
import type { Context } from '../io.ts'
import { type ConfigFile, readConfigFile } from './config-file.ts'
import { levelsByCode, parseRuleLevels } from './rule-levels.ts'

/** The options that say how files are checked; what they say goes before any config. */
export interface SettingsFlags {
  readonly profile?: Profile | undefined
  /** False: none is used. */
  readonly config?: string | false
  readonly rule?: readonly string[]
  readonly exclude?: readonly string[]
  readonly ignorePattern?: readonly string[]
  readonly forceExclude?: boolean
  readonly maxWarnings?: number
}

/** How each file of a run is checked: by the options, and by the gouji.json that holds for it. */
export interface Settings {
  optionsFor(input: FoundFile | Source): CheckOptions
  /** What a folder that is walked leaves out. */
  isLeftOut(input: FoundFile | Source): boolean
  /** What is not checked although it is named. */
  isExcluded(input: FoundFile | Source): boolean
  /** The first bound on warnings that is passed; null when none is. */
  passedBound(result: Result): PassedBound | null
  /** What the gouji.json says that holds for a file; null without one. */
  configFor(input: FoundFile | Source): HoldingConfig | null
  /** What `--rule` says, by code. */
  readonly asked: ReadonlyMap<string, Level>
}

export interface PassedBound {
  readonly found: number
  readonly allowed: number
  /** What sets it. */
  readonly by: string
}

/** A gouji.json as it holds for one file. */
export interface HoldingConfig {
  readonly file: ConfigFile
  /** The folder that its patterns are relative to, absolute. */
  readonly root: string
  readonly own: FileSettings
}

/**
 * Reads each gouji.json that holds for any of the inputs, once; without one nothing is loaded. `base` holds for all files.
 * @throws UserError when one is wrong, or an option is.
 */
export async function loadSettings(
  inputs: readonly (FoundFile | Source)[],
  flags: SettingsFlags,
  context: Context,
  base: Pick<CheckOptions, 'previous' | 'extras'> = {},
): Promise<Settings> {
  const { io, words, language, askedLimits } = context
  const asked = parseRuleLevels(flags.rule ?? [], words)
  const scopeOf = await loadScopes(inputs, flags, context)
  const isExcludedByFlag = await flagMatcher(flags, context)
  const absoluteOf = (input: FoundFile | Source) =>
    'absolute' in input ? input.absolute : resolve(io.cwd, input.path)
  const configFor = (input: FoundFile | Source): HoldingConfig | null => {
    const absolute = absoluteOf(input)
    const scope = scopeOf(absolute)
    return scope && { ...scope, own: scope.file.settings.of(pathBelow(scope.root, absolute)) }
  }
  const isLeftOut = (input: FoundFile | Source) => {
    const absolute = absoluteOf(input)
    const scope = scopeOf(absolute)
    return (
      (scope?.file.roster && resolve(io.cwd, scope.file.roster.path) === absolute) ||
      scope?.file.settings.isLeftOut(pathBelow(scope.root, absolute)) === true ||
      isExcludedByFlag(pathBelow(io.cwd, absolute))
    )
  }
  return {
    asked,
    configFor,
    isLeftOut,
    isExcluded: input => flags.forceExclude === true && isLeftOut(input),
    optionsFor(input) {
      const plain = { ...base, language, profile: flags.profile ?? 'standard' } as const
      const holding = configFor(input)
      if (!holding) return { ...plain, levels: Object.fromEntries(asked), limits: askedLimits }
      const { file, own } = holding
      const levels = [...levelsByCode(own.rules)].map(([code, { value }]) => [code, value] as const)
      return {
        ...plain,
        profile: flags.profile ?? own.profile?.value ?? 'standard',
        levels: Object.fromEntries([...levels, ...asked]),
        limits: { ...(file.settings.config.limits as Partial<Limits>), ...askedLimits },
        expected: {
          ...nothingExpected,
          edition: own.edition?.value ?? null,
          named: own.named,
          bodyType: own.bodyType?.value ?? null,
          deadline: own.deadline?.value ?? null,
        },
        relations: file.relations,
        ...(file.roster && { roster: file.roster.bodies }),
      }
    },
    passedBound({ summary, files }) {
      const { maxWarnings } = flags
      if (maxWarnings !== undefined) return passed(summary.warnings, maxWarnings, '--max-warnings')
      const counts = new Map<ConfigFile, number>()
      for (const { path, diagnostics } of files) {
        const file = scopeOf(resolve(io.cwd, path))?.file
        const warnings = diagnostics.filter(({ severity }) => severity === 'warning')
        if (file) counts.set(file, (counts.get(file) ?? 0) + warnings.length)
      }
      for (const [{ shown, settings }, found] of counts) {
        const bound = passed(found, settings.config.maxWarnings, `${shown} maxWarnings`)
        if (bound) return bound
      }
      return null
    },
  }
}

type Scope = Omit<HoldingConfig, 'own'>

/** The config that holds for a file, by its absolute path. */
async function loadScopes(
  inputs: readonly (FoundFile | Source)[],
  { config }: SettingsFlags,
  context: Context,
): Promise<(absolute: string) => Scope | null> {
  const { cwd } = context.io
  if (config === false) return () => null
  if (config !== undefined) {
    const scope = { file: await readConfigFile(resolve(cwd, config), context), root: cwd }
    return () => scope
  }
  const find = createProjectFinder(['config'])
  const scopes = new Map<string, Scope>()
  const folders = inputs.map(input =>
    dirname('absolute' in input ? input.absolute : resolve(cwd, input.path)),
  )
  for (const folder of new Set(folders)) {
    const project = find(folder)
    const path = project?.files.config
    if (!project || path === undefined || scopes.has(project.root)) continue
    scopes.set(project.root, { file: await readConfigFile(path, context), root: project.root })
  }
  return absolute => scopes.get(find(dirname(absolute))?.root ?? '') ?? null
}

async function flagMatcher(
  { exclude = [], ignorePattern = [] }: SettingsFlags,
  { words }: Context,
): Promise<(path: string) => boolean> {
  const patterns = [...exclude, ...ignorePattern]
  if (patterns.length === 0) return () => false
  const wrong = patterns.find(pattern => pattern === '' || /^!|\\/.test(pattern))
  if (wrong !== undefined) throw new UserError(words.config.badPattern(wrong))
  const { folderMatcherOf } = await import('../../core/config/index.ts')
  return folderMatcherOf(patterns)
}

function passed(found: number, allowed: number | undefined, by: string): PassedBound | null {
  return allowed !== undefined && found > allowed ? { found, allowed, by } : null
}

export function pathBelow(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/')
}
