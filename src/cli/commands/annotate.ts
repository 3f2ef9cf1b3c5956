import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { annotateSource, type Profile } from '../../core/index.ts'
import { copyMark } from '../../core/name.ts'
import { plainOptions, render, visible } from '../../core/reporters/index.ts'
import { checkInputs } from '../../node/check-files.ts'
import { nodeHost } from '../../node/host.ts'
import { UserError } from '../../node/user-error.ts'
import { type ExitCode, exitCode, exitCodeOf } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { writeOutput } from '../outputs.ts'
import { readInput } from '../read-input.ts'
import { loadSettings, type SettingsFlags } from '../settings/settings.ts'
import { styleFor } from '../style.ts'
import { waiversFor } from '../waivers.ts'

export interface AnnotateOptions extends Pick<SettingsFlags, 'config' | 'rule'> {
  readonly output?: string
  readonly profile?: Profile
  readonly waivers: boolean
}

/** Writes a copy of a report with the findings in it. The report itself is only read. */
export async function annotate(path: string, options: AnnotateOptions, context: Context): Promise<ExitCode> {
  const { io, words } = context
  if (options.output !== undefined) refuseOutput(options.output, path, ['xlsx', 'xlsm'], context)
  const source = readInput(path, context)
  const settings = await loadSettings([source], options, context)
  const checking = settings.optionsFor(source)
  const waived = await waiversFor([source], { ...options, profile: checking.profile }, settings, context)
  const result = waived(await checkInputs([source], checking))
  const file = result.files.find(({ role }) => role === 'report')
  const printing = { ...plainOptions, style: await styleFor(io.stdout, context) }
  if (!file || file.tables.length === 0) {
    io.stdout.write(await render(result, 'pretty', printing))
    const sentence = file ? words.nothingToAnnotate(path) : words.nothingToCheck
    io.stderr.write(`${words.error}${visible(sentence)}\n`)
    return file ? exitCode.findings : exitCode.failure
  }
  const { bytes, extension, remarks } = await annotateSource(source, file, checking, nodeHost)
  const output = options.output ?? besideName(path, extension)
  refuseOutput(output, path, [extension], context)
  writeOutput(output, bytes, context)
  const counts = { ...result, files: result.files.map(each => ({ ...each, diagnostics: [], causes: [] })) }
  io.stdout.write(`${await render(counts, 'pretty', printing)}${visible(words.annotated(output))}\n`)
  for (const remark of remarks) io.stderr.write(`${words.note}${visible(remark)}\n`)
  return exitCodeOf(result)
}

/** What auditors call such a copy. */
function besideName(path: string, extension: string): string {
  const name = `${basename(path, extname(path))}${copyMark}.${extension}`
  const folder = dirname(path)
  return (folder === '.' ? name : join(folder, name)).replaceAll('\\', '/')
}

/** True also for a link that leads nowhere. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // A folder on the way is a file: writing says so.
    return false
  }
}

/** @throws UserError when the copy would replace a file or bear a wrong name. */
function refuseOutput(
  output: string,
  input: string,
  extensions: readonly string[],
  { io, words }: Context,
): void {
  const target = resolve(io.cwd, output)
  if (isThere(target)) {
    const source = resolve(io.cwd, input)
    if (existsSync(source) && existsSync(target) && realpathSync(source) === realpathSync(target))
      throw new UserError(words.outputIsInput(output), words.copyHint)
    throw new UserError(words.alreadyThere(output), words.copyHint)
  }
  const extension = extname(target).slice(1).toLowerCase()
  if (!extensions.includes(extension))
    throw new UserError(words.copyIsWorkbook(output), words.copyExtension(extensions[0]!))
}
