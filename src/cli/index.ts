import { type ExitCode, exitCode } from './exit-code.ts'
import { chooseLanguage } from './language.ts'
import { main } from './main.ts'
import { wordsIn } from './words/words.ts'

/** Runs the command line on a Node process. The status is returned, for `process.exit` would cut piped output short. */
export async function run(argv: readonly string[], process: NodeJS.Process): Promise<ExitCode> {
  const { stdout, stderr, env, platform } = process
  let broken: 'by the reader' | 'by a fault' | null = null
  // A reader that has seen enough closes its end of the pipe: no fault of anyone, and nothing is found by that.
  const settle = (status: ExitCode): ExitCode => {
    if (broken === 'by a fault') return exitCode.failure
    return broken && status === exitCode.findings ? exitCode.ok : status
  }
  const complain = async (error: NodeJS.ErrnoException) => {
    const { language } = await chooseLanguage(argv, { env, platform, cwd: process.cwd() })
    const words = wordsIn[language]
    stderr.write(`${words.error}${words.cannotPrint(error.code ?? error.message)}\n`)
  }
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (broken) return
    broken = error.code === 'EPIPE' ? 'by the reader' : 'by a fault'
    if (broken === 'by a fault') void complain(error)
    // After the run this is heard of too late for its status.
    if (process.exitCode !== undefined) process.exitCode = settle(process.exitCode as ExitCode)
  })
  stderr.on('error', () => {})
  const stdin = { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() }
  return settle(await main(argv, { stdout, stderr, stdin, env, platform, cwd: process.cwd(), now: Date.now }))
}
