import type { Command } from './program.ts'
import type { Words } from './words/words.ts'

/** All that can be typed, as data: what the help, the completion scripts and the manual have in common. */
export interface CommandLine extends CommandPage {
  readonly commands: readonly CommandPage[]
}

export interface CommandPage {
  readonly name: string
  readonly about: string
  /** What follows the name. */
  readonly usage: string
  readonly parameters: readonly Parameter[]
  readonly options: readonly OptionEntry[]
  /** Examples and remarks. */
  readonly closing: string
}

export interface Parameter extends Value {
  readonly about: string
}

export interface OptionEntry {
  /** The short one first. */
  readonly flags: readonly string[]
  readonly about: string
  /** Null for a switch. */
  readonly value: Value | null
}

export interface Value {
  readonly name: string
  /** Words that it can be, or begin with; none when it can be anything. */
  readonly choices: readonly string[]
  /** Also where it is a file and something behind it. */
  readonly isFile: boolean
}

/** Reads commander's tree. What is hidden from the help is left out. */
export function describeProgram(
  program: Command,
  closingOf: (command: Command) => string,
  words: Words,
): CommandLine {
  return {
    ...describe(program, closingOf, words),
    commands: program.commands.map(command => describe(command, closingOf, words)),
  }
}

function describe(
  command: Command,
  closingOf: (command: Command) => string,
  { help: { value: names } }: Words,
): CommandPage {
  const describeValue = (name: string, choices: readonly string[] = []): Value => ({
    name,
    choices,
    isFile: [names.file, names.path, names.rule].includes(name),
  })
  const help = command.createHelp()
  return {
    name: command.name(),
    about: command.description(),
    usage: command.usage(),
    parameters: command.registeredArguments.map(argument => ({
      ...describeValue(argument.name(), argument.argChoices),
      about: argument.description,
    })),
    options: help.visibleOptions(command).map(({ short, long, description, flags, argChoices }) => {
      const [, valueName] = /[<[](.*?)(?:\.\.\.)?[>\]]/.exec(flags) ?? []
      return {
        flags: [short, long].filter(flag => flag !== undefined),
        about: description,
        value: valueName === undefined ? null : describeValue(valueName, argChoices),
      }
    }),
    closing: closingOf(command),
  }
}
