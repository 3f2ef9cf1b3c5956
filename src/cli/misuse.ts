import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { toolName } from '../core/name.ts'
import { UserError } from '../node/user-error.ts'
import type { Context } from './io.ts'
import type { Command } from './program.ts'
import { meant } from './suggestions.ts'
import type { Words } from './words/words.ts'

/** commander's findings in the language of the output, with what was probably meant. */
export function misuse(
  { code, message }: Error & { readonly code: string },
  program: Command,
  argv: readonly string[],
  { io, words }: Pick<Context, 'io' | 'words'>,
): UserError {
  const [, subject = ''] = /'([^']*)'/.exec(message) ?? []
  const command = program.commands.find(each => argv.includes(each.name()))
  const isPath = (argument: string) =>
    !argument.startsWith('-') && (/[./\\*]/.test(argument) || existsSync(resolve(io.cwd, argument)))
  if (!command && argv.some(isPath))
    return new UserError(
      words.missingCommand,
      words.meantCheck([toolName, 'check', ...argv].map(each => quote(each, io.platform)).join(' ')),
    )
  if (code === 'commander.unknownCommand') return unknownCommand(subject, program, words)
  const seeHelp = words.seeHelp([toolName, ...(command ? [command.name()] : [])].join(' '))
  const both = command ? [program, command] : [program]
  if (code === 'commander.unknownOption')
    return new UserError(
      words.unknownOption(subject),
      meant(subject, both.flatMap(flagsOf), words) ?? seeHelp,
    )
  if (code === 'commander.optionMissingArgument') {
    const option = both.flatMap(each => each.options).find(({ flags }) => flags === subject)
    const choices = option?.argChoices && words.oneOf(words.list(option.argChoices))
    return new UserError(words.missingValue(subject), choices ?? seeHelp)
  }
  const sentences: Readonly<Record<string, (subject: string) => string>> = {
    'commander.missingArgument': words.missingArgument,
    'commander.missingMandatoryOptionValue': words.missingOption,
    'commander.excessArguments': words.tooManyArguments,
  }
  return new UserError(sentences[code]?.(subject) ?? message, seeHelp)
}

/**
 * Refuses what begins with a dash of another kind, as input methods and word processors make of `-`.
 * @throws UserError
 */
export function refuseOtherDashes(
  argv: readonly string[],
  program: Command,
  { io, words }: Pick<Context, 'io' | 'words'>,
): void {
  const typed = argv.find(each => /^[－‐-―−]/.test(each) && !existsSync(resolve(io.cwd, each)))
  if (typed === undefined) return
  const flags = [...new Set([program, ...program.commands].flatMap(flagsOf))]
  const plain = typed.normalize('NFKC').replace(/^[-‐-―−]+/, '--')
  throw new UserError(words.unknownOption(typed), meant(plain, flags, words) ?? words.seeHelp(toolName))
}

export function unknownCommand(name: string, program: Command, words: Words): UserError {
  const names = program.commands.map(each => each.name())
  return new UserError(words.unknownCommand(name), meant(name, names, words) ?? words.seeHelp(toolName))
}

function flagsOf(command: Command): readonly string[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long }) => long ?? [])
}

/** An argument as it would be typed; a shell that would run a part of it gets it between single quotes. */
function quote(argument: string, platform: NodeJS.Platform): string {
  if (!/[\s"'$&|<>;()*?[\]`!\\]/.test(argument)) return argument
  const isRead = platform !== 'win32' && /["$`!\\]/.test(argument)
  return isRead ? `'${argument.replaceAll("'", "'\\''")}'` : `"${argument}"`
}
