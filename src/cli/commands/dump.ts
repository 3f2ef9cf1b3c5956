import { dumpSource } from '../../core/index.ts'
import { visible } from '../../core/reporters/index.ts'
import { nodeHost } from '../../node/host.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { readInput } from '../read-input.ts'

/** Prints every cell of a file. One without cells is no failure: `git diff` stops when its textconv fails. */
export async function dump(path: string, context: Context): Promise<ExitCode> {
  const { io, words } = context
  const cells = await dumpSource(readInput(path, context), nodeHost, context.limits)
  io.stdout.write(cells)
  if (cells === '') io.stderr.write(`${words.note}${visible(words.nothingToDump(path))}\n`)
  return exitCode.ok
}
