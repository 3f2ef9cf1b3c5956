import type { CommandLine } from '../command-line.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const

export type Shell = (typeof shells)[number]

/** Prints the script that makes a shell complete the words of the command line. */
export async function completion(shell: Shell, commandLine: CommandLine, { io }: Context): Promise<ExitCode> {
  const { completionScripts } = await import('../completion/index.ts')
  io.stdout.write(completionScripts[shell](commandLine))
  return exitCode.ok
}
