import { toolVersion } from '../core/name.ts'
import { visible } from '../core/reporters/index.ts'
import { UserError } from '../node/user-error.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { chooseLanguage, languageChoices } from './language.ts'
import { fitConsole } from './old-console.ts'
import { runProgram } from './program.ts'
import { notOneOf } from './suggestions.ts'
import { type Words, wordsIn } from './words/words.ts'

/** Runs the command line; the only place that decides what a failure looks like. Never throws. */
export async function main(argv: readonly string[], streams: Io): Promise<ExitCode> {
  const [stdout, stderr] = [fitConsole(streams.stdout, streams), fitConsole(streams.stderr, streams)]
  const io = { ...streams, stdout, stderr }
  const { language, from: languageFrom, unknown } = await chooseLanguage(argv, io)
  const words = wordsIn[language]
  let subject = ''
  try {
    if (unknown) throw notOneOf(unknown.source, unknown.value, languageChoices, words)
    return await runProgram(argv, { io, language, languageFrom, words, workOn: what => (subject = what) })
  } catch (error) {
    io.stderr.write(
      error instanceof UserError ? describeMisuse(error, words) : describeBug(error, subject, words),
    )
    return exitCode.failure
  }
}

function describeMisuse({ message, hint }: UserError, words: Words): string {
  return `${words.error}${visible(message)}\n${hint ? `${words.hint}${visible(hint)}\n` : ''}`
}

function describeBug(error: unknown, subject: string, words: Words): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const lines = [
    words.bug(toolVersion),
    subject && words.workedOn(subject),
    ...stack.split('\n'),
    words.reportBug,
  ]
  return lines
    .filter(Boolean)
    .map(line => `${visible(line)}\n`)
    .join('')
}
