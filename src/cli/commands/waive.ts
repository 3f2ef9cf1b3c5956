import { dirname, join, resolve } from 'node:path'
import {
  acceptedOf,
  type Diagnostic,
  type FileResult,
  findingsAt,
  fitsField,
  isWaivable,
  nearest,
  rules,
  type Source,
  type WaiverEntry,
  waive as waiveFile,
} from '../../core/index.ts'
import { visible, visiblePlace } from '../../core/reporters/index.ts'
import { checkInputs } from '../../node/check-files.ts'
import { findFiles, shownPath } from '../../node/find-files.ts'
import { projectFiles } from '../../node/project.ts'
import { UserError } from '../../node/user-error.ts'
import { keptWaivers, textOf } from '../../node/waivers.ts'
import { type CellArgument, parseCellArgument } from '../cell-argument.ts'
import { dayInBeijing } from '../clock.ts'
import { compareReports } from '../comparing.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { writeOutput } from '../outputs.ts'
import { readInput } from '../read-input.ts'
import { loadSettings } from '../settings/settings.ts'
import { nameInside } from '../waivers.ts'

export interface WaiveOptions {
  readonly reason: string
  readonly who: string
  readonly code?: readonly string[]
  readonly until?: string
}

/** What a waiver says besides what it accepts. */
type Grounds = Pick<WaiverEntry, 'reason' | 'who' | 'until'>

/** Waives what was found at cells: writes it, with the reason, beside the waivers that the folder keeps. */
export async function waive(
  cells: readonly string[],
  options: WaiveOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, words } = context
  const grounds = readGrounds(options, context)
  const codes = options.code?.map(name => codeOf(name, context)) ?? null
  const written = new Map<string, { entries: WaiverEntry[]; lines: string[] }>()
  for (const [path, own] of byFile(cells, context)) {
    const { file, name, into, left } = await checkAgain(path, context)
    const found = own.flatMap(({ cell, target }) => {
      const there = findingsAt(file, target).filter(({ code }) => !codes || codes.includes(code))
      return refuseUnwaivable(there, file, cell, context)
    })
    const { entries, lines } = written.get(into) ?? { entries: [], lines: [] }
    for (const diagnostic of new Set(found)) {
      const { code, location, message, subjects } = diagnostic
      lines.push(`${visiblePlace(file.path, location, file.format)}  ${code}  ${visible(message)}\n`)
      for (const { ref, value } of subjects)
        if (left.take(code, ref, value)) entries.push({ file: name, code, ref, value, ...grounds })
    }
    written.set(into, { entries, lines })
  }
  const { withWaivers } = await import('../../node/waivers-file.ts')
  for (const [into, { entries, lines }] of written) {
    const path = shownPath(into, io.cwd)
    writeOutput(path, withWaivers(textOf(into), entries), context)
    io.stdout.write(`${lines.join('')}${visible(words.waived(path, lines.length, entries.length))}\n`)
  }
  return exitCode.ok
}

function readGrounds({ reason, who, until }: WaiveOptions, { io, words }: Context): Grounds {
  for (const [option, text] of [
    ['--reason', reason],
    ['--who', who],
  ] as const)
    if (text.trim() === '') throw new UserError(words.blankOption(option))
  if (until === undefined) return { reason, who }
  if (!fitsField('until', until) || until < dayInBeijing(io)) throw new UserError(words.notADay(until))
  return { reason, who, until }
}

function codeOf(name: string, { words }: Context): string {
  const rule = rules.find(each => each.name === name || each.code === name.toUpperCase())
  if (rule) return rule.code
  const similar = nearest(
    name,
    rules.flatMap(each => [each.code, each.name]),
  )
  const hint = similar.length > 0 ? words.didYouMean(words.list(similar)) : words.allRules
  throw new UserError(words.unknownRule(name), hint)
}

type AskedCell = CellArgument & { readonly cell: string }

/** Each file is checked once, however many of its cells are asked for. */
function byFile(cells: readonly string[], { io, words }: Context): ReadonlyMap<string, readonly AskedCell[]> {
  const files = new Map<string, AskedCell[]>()
  for (const cell of cells) {
    const argument = parseCellArgument(cell, io.cwd)
    if (!argument) throw new UserError(words.noCell(cell), words.noCellHint)
    files.set(argument.path, [...(files.get(argument.path) ?? []), { ...argument, cell }])
  }
  return files
}

interface CheckedAgain {
  /** Without what waivers that still hold accept. */
  readonly file: FileResult
  /** In the folder that keeps the waivers. */
  readonly name: string
  /** The file of waivers, absolute. */
  readonly into: string
  readonly left: Left
}

/** What no waiver accepts yet; each occurrence can be taken once. */
interface Left {
  take(code: string, ref: string, value: string): boolean
}

async function checkAgain(path: string, context: Context): Promise<CheckedAgain> {
  const { io, language, words } = context
  const source = readInput(path, context)
  const checked = await checkAmongOthers(source, context)
  if (!checked) throw new UserError(words.noTable(path))
  const keptOf = await keptWaivers([source.path], { cwd: io.cwd, language })
  const kept = keptOf(source.path)
  const root = kept?.root ?? io.cwd
  const name = nameInside(root, source.path, context)
  const today = dayInBeijing(io)
  const own = (kept?.waivers ?? []).filter(waiver => waiver.file === name)
  const { file, left } = waiveFile(
    checked,
    acceptedOf(own, [], today).filter(({ isLive }) => isLive),
  )
  const free = left.map(({ code, ref, value }) => [code, ref, value].join('\0'))
  const take: Left['take'] = (...occurrence) => {
    const index = free.indexOf(occurrence.join('\0'))
    if (index >= 0) free.splice(index, 1)
    return index >= 0
  }
  return { file, name, into: join(root, projectFiles.waivers), left: { take } }
}

/** The file as a check of its folder finds it, or of that of its gouji.json: compared with the other reports there. */
async function checkAmongOthers(source: Source, context: Context): Promise<FileResult | undefined> {
  const { io, language } = context
  const own = resolve(io.cwd, source.path)
  const holding = (await loadSettings([source], {}, context)).configFor(source)
  const { files } = await findFiles([holding?.root ?? dirname(own)], io.cwd)
  const settings = await loadSettings([source, ...files], {}, context, { extras: ['figures'] })
  const others = files.filter(file => file.absolute !== own && !settings.isLeftOut(file))
  const wording = { language, profile: 'standard' } as const
  const { optionsFor } = settings
  const result = await checkInputs([source, ...others], { ...wording, optionsFor, onCrash: () => {} })
  const given = [source, ...files].map(({ path }) => path)
  const compared = await compareReports(result, given, settings, wording, context)
  return compared.files.find(({ path }) => path === source.path)
}

function refuseUnwaivable(
  there: readonly Diagnostic[],
  file: FileResult,
  cell: string,
  { words }: Context,
): readonly Diagnostic[] {
  const waivable = there.filter(diagnostic => isWaivable(diagnostic, file))
  if (waivable.length > 0) return waivable
  if (there.length > 0) throw new UserError(words.unwaivable(cell), words.unwaivableHint)
  throw new UserError(words.nothingThere(cell), words.nothingThereHint)
}
