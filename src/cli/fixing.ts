import { setImmediate } from 'node:timers/promises'
import {
  type CheckedSource,
  type CheckOptions,
  diffOf,
  type FileResult,
  fixSource,
  type Source,
} from '../core/index.ts'
import { visible } from '../core/reporters/index.ts'
import { nodeHost } from '../node/host.ts'
import { UserError } from '../node/user-error.ts'
import { type Replaced, replaceFile } from '../node/write-file.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import type { Context } from './io.ts'
import type { OutputOptions } from './outputs.ts'

/** What a check does about figures that can be written more plainly. */
export interface Fixing {
  readonly mode: 'write' | 'show'
  /** Checks a file and fixes it, or remembers what would change; `absolute` is null for standard input. */
  checkRead(source: Source, absolute: string | null, options: CheckOptions): Promise<CheckedSource>
  /** Prints what was done, or what would be; says whether the run failed or found something to change. */
  conclude(): ExitCode
}

export interface FixingOptions {
  readonly fix?: boolean
  readonly diff?: boolean
}

/**
 * Null when nothing of the kind was asked for.
 * @throws UserError when what was asked for makes no sense together.
 */
export function startFixing(
  { fix = false, diff = false, format, output, outputFile }: FixingOptions & OutputOptions,
  paths: readonly string[],
  context: Context,
): Fixing | null {
  const { words } = context
  if (fix && diff) throw new UserError(words.notTogether('--fix', '--diff'), words.fixOrDiffHint)
  if (diff && format) throw new UserError(words.notTogether('--diff', '--format'), words.diffAloneHint)
  if (diff && (output ?? outputFile) !== undefined)
    throw new UserError(words.notTogether('--diff', '--output'), words.diffAloneHint)
  if (fix && paths.includes('-')) throw new UserError(words.fixStandardInput, words.fixStandardInputHint)
  if (fix) return writeFixes(context)
  return diff ? showFixes(context) : null
}

function writeFixes({ io, words }: Context): Fixing {
  let [edits, files] = [0, 0]
  const failures: { readonly path: string; readonly why: Exclude<Replaced, { kind: 'replaced' }> }[] = []
  return {
    mode: 'write',
    async checkRead(source, absolute, options) {
      const { checked, fixed } = await fixSource(source, options, nodeHost)
      if (!fixed || absolute === null) return checked
      const replaced = replaceFile(absolute, source.bytes, fixed.bytes)
      if (replaced.kind !== 'replaced') {
        failures.push({ path: source.path, why: replaced })
        return checked
      }
      edits += fixed.edits.length
      files++
      // Between two files the run can be interrupted.
      await setImmediate()
      return fixed.checked
    },
    conclude() {
      const nothing = failures.length > 0 ? words.notFixed : words.nothingFixed
      io.stderr.write(`${words.note}${edits > 0 ? words.fixed(edits, files) : nothing}\n`)
      for (const { path, why } of failures) {
        const sentence = why.kind === 'changed' ? words.changed(path) : words.cannotWrite(path, why.reason)
        io.stderr.write(`${words.error}${visible(sentence)}\n`)
      }
      return failures.length > 0 ? exitCode.failure : exitCode.ok
    },
  }
}

function showFixes({ io, words }: Context): Fixing {
  let [edits, files, unread] = [0, 0, 0]
  const diffs: string[] = []
  return {
    mode: 'show',
    async checkRead(source, _, options) {
      const { checked, fixed } = await fixSource(source, options, nodeHost)
      if (checked.kind === 'checked' && isUnread(checked.file)) unread++
      if (fixed) {
        diffs.push(diffOf(source, fixed.edits))
        edits += fixed.edits.length
        files++
      }
      return checked
    },
    conclude() {
      for (const diff of diffs) io.stdout.write(io.stdout.isTTY ? shownLines(diff) : diff)
      const said = edits > 0 ? words.fixable(edits, files) : words.nothingFixable
      io.stderr.write(`${words.note}${said}${unread > 0 ? words.unreadForFixes(unread) : ''}\n`)
      return edits > 0 ? exitCode.findings : exitCode.ok
    },
  }
}

/** Its content could not be read, so that nothing is known of its figures. */
function isUnread({ format, tables }: FileResult): boolean {
  return format === null || tables.length === 0
}

/** A terminal must not obey what stands in a file; a pipe gets it byte for byte. */
function shownLines(diff: string): string {
  return diff
    .split('\n')
    .map(line => visible(line))
    .join('\n')
}
