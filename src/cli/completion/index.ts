import type { CommandLine } from '../command-line.ts'
import type { Shell } from '../commands/completion.ts'
import { bashScript } from './bash.ts'
import { fishScript } from './fish.ts'
import { powershellScript } from './powershell.ts'
import { zshScript } from './zsh.ts'

/** A script for each shell; where it has nothing of its own to offer, the shell completes names of files. */
export const completionScripts: Readonly<Record<Shell, (commandLine: CommandLine) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
}
