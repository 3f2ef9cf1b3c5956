import type { Annotated } from '../annotate/annotate.ts'
import type { Edit, FileResult, Result, RuleInfo, Skipped } from '../diagnostics/diagnostic.ts'
import { annotateSource } from '../engine/annotate-source.ts'
import { checkCollection } from '../engine/check-collection.ts'
import { type CheckOptions, checkSource, limitsOf } from '../engine/check-source.ts'
import { diffOf, fixSource } from '../engine/fix-source.ts'
import { type ParsedReport, parseSource } from '../engine/parse-source.ts'
import { resultOf, ruleInfos } from '../engine/summarize.ts'
import type { Source } from '../readers/reader.ts'
import { plainOptions, type ReporterName, render as renderAs, reporterNames } from '../reporters/index.ts'
import {
  type HostedOptions,
  type Options,
  refuseOthers,
  settle,
  settleHost,
  settleSources,
} from './options.ts'

/**
 * Checks sources, in the order of their paths. Bad content is a diagnostic, never a throw; what looks like no report at
 * all is in `skipped`.
 * @throws TypeError for options that do not exist.
 */
export async function check(sources: Source | readonly Source[], options: HostedOptions): Promise<Result> {
  const settings = settle(options)
  const host = settleHost(options)
  const files: FileResult[] = []
  const skipped: Skipped[] = []
  const list = [...settleSources(sources)].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  for (const source of list) {
    const checked = await checkSource(source, settings, host)
    if (checked.kind === 'checked') files.push(checked.file)
    else skipped.push({ path: source.path, reason: checked.reason, isNamed: source.isNamed === true })
  }
  return resultOf(compared(files, settings), skipped, settings)
}

/** Files with what comes out when their reports are compared with each other. */
export function compared(files: readonly FileResult[], settings: CheckOptions): readonly FileResult[] {
  const nothingSaid = { roster: null, events: [], isWhole: false, namedBy: () => null }
  return checkCollection(files, { ...nothingSaid, optionsFor: () => settings })
}

/**
 * The figures of sources, one report each, in the order given. A report has no tables where none could be read; `check`
 * says why.
 * @throws TypeError for options that do not exist.
 */
export async function parse(
  sources: Source | readonly Source[],
  options: HostedOptions,
): Promise<readonly ParsedReport[]> {
  const limits = limitsOf(settle(options))
  const host = settleHost(options)
  const reports: ParsedReport[] = []
  for (const source of settleSources(sources)) reports.push(await parseSource(source, host, limits))
  return reports
}

/** A source with its figures written plainly. */
export interface Fixed {
  /** The very same where there is nothing to write more plainly. */
  readonly bytes: Uint8Array
  /** One for each cell that changes, by place. */
  readonly edits: readonly Edit[]
  /** For `git apply` and `patch`; empty without edits. */
  readonly diff: string
}

/**
 * Writes figures plainly (full-width digits, separators, units, signs, blanks, zeros) where no number changes by it; in
 * text formats only. What comes out was read again and says the same.
 * @throws TypeError for options that do not exist.
 */
export async function fix(source: Source, options: HostedOptions): Promise<Fixed> {
  const [named] = settleSources(source)
  const { fixed } = await fixSource(named!, settle(options), settleHost(options))
  if (!fixed) return { bytes: source.bytes, edits: [], diff: '' }
  return { bytes: fixed.bytes, edits: fixed.edits, diff: diffOf(source, fixed.edits) }
}

/**
 * A copy of a source as a workbook with the findings in it: coloured cells, notes, a list. Null when no table was found.
 * @throws TypeError for options that do not exist.
 */
export async function annotate(source: Source, options: HostedOptions): Promise<Annotated | null> {
  const settings = settle(options)
  const host = settleHost(options)
  const [named] = settleSources(source)
  const checked = await checkSource(named!, settings, host)
  if (checked.kind === 'skipped' || checked.file.tables.length === 0) return null
  return annotateSource(named!, checked.file, settings, host)
}

export interface RenderOptions {
  /** Columns that a line of `pretty` may take; 100 unless told. */
  readonly width?: number | undefined
  /** When the check was made, as a report of it says so; left out unless told. */
  readonly time?: string | null | undefined
}

/**
 * A result in a format, as the command prints it, without colours.
 * @throws TypeError when there is no such format.
 */
export async function render(
  result: Result,
  format: ReporterName,
  { width = plainOptions.width, time = plainOptions.time }: RenderOptions = {},
): Promise<string> {
  refuseOthers('format', [format], reporterNames)
  return renderAs(result, format, { ...plainOptions, width, time })
}

/**
 * All rules, by code, in the words of the language and with the severities of the profile.
 * @throws TypeError for options that do not exist.
 */
export function rules(options: Pick<Options, 'language' | 'profile'> = {}): readonly RuleInfo[] {
  const { language, profile } = settle(options)
  return ruleInfos(language, profile)
}
