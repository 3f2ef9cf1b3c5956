import { type ExitCode, exitCode } from './exit-code.ts'
import { main } from './main.ts'

/** Runs the command line on a Node process. The status is returned, for `process.exit` would cut piped output short. */
export async function run(argv: readonly string[], process: NodeJS.Process): Promise<ExitCode> {
  let failure: ExitCode | null = null
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough closes its end of the pipe: no fault of anyone.
    failure = error.code === 'EPIPE' ? exitCode.ok : exitCode.failure
    if (failure !== exitCode.ok) process.stderr.write(`${error.message}\n`)
    process.exitCode = failure
  })
  process.stderr.on('error', () => {})
  const { stdout, stderr, env } = process
  const stdin = { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() }
  const status = await main(argv, { stdout, stderr, stdin, env, cwd: process.cwd(), now: Date.now })
  return failure ?? status
}
