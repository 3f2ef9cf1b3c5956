import type { Language } from '../core/index.ts'
import { toolVersion } from '../core/name.ts'
import { type ProjectFile, projectFiles } from '../node/project.ts'
import type { CommandPage, OptionEntry } from './command-line.ts'
import { commandLineIn } from './program.ts'
import type { HelpWords } from './words/help.ts'
import { manWords } from './words/manual.ts'
import { wordsIn } from './words/words.ts'

/** The manual page, section 1, as roff. Without a date, so that it changes with what it says alone. */
export function manPage(language: Language): string {
  const line = commandLineIn(language)
  const words = manWords[language]
  const { help } = wordsIn[language]
  const kinds = Object.keys(projectFiles) as ProjectFile[]
  const ownFiles = kinds.map(kind => [projectFiles[kind], words.ownFiles[kind]] as const)
  return [
    `.TH ${line.name.toUpperCase()} 1 "" ${quoted(`${line.name} ${toolVersion}`)} ${quoted(words.manual)}`,
    // Lines are neither stretched nor broken within words.
    '.ad l',
    '.nh',
    ...section(words.name, `${line.name} \\- ${text(words.purpose)}`),
    ...section(words.synopsis, `\\fB${line.name}\\fR ${text(line.usage)}`),
    ...section(words.description, text(line.about), '.PP', text(words.remarks)),
    ...section(words.globalOptions, ...line.options.flatMap(option => optionEntry(option, help))),
    ...section(words.commands, ...line.commands.flatMap(command => commandLines(command, line.name, help))),
    ...section(words.examples, ...asTyped(line.closing.replace(/^.*\n/, ''))),
    ...section(words.exitStatus, ...Object.entries(help.exitCodes).flatMap(entry)),
    ...section(words.environment, ...Object.entries(words.variables).flatMap(entry)),
    ...section(words.files, ...ownFiles.flatMap(entry)),
    '',
  ].join('\n')
}

function section(title: string, ...lines: readonly string[]): readonly string[] {
  return [`.SH ${quoted(title)}`, ...lines]
}

function commandLines(
  { name, about, usage, parameters, options, closing }: CommandPage,
  program: string,
  help: HelpWords,
): readonly string[] {
  const described = parameters.filter(parameter => parameter.about !== '')
  return [
    `.SS ${quoted(`${program} ${name} ${usage}`)}`,
    text(about),
    ...described.flatMap(parameter => entry([parameter.name, parameter.about])),
    ...options.flatMap(option => optionEntry(option, help)),
    '.PP',
    ...asTyped(closing),
  ]
}

function optionEntry({ flags, value, about }: OptionEntry, help: HelpWords): readonly string[] {
  const shown = `${flags.join(', ')}${value ? ` <${value.name}>` : ''}`
  const choices = value && value.choices.length > 0 ? help.choices(value.choices) : ''
  return entry([shown, `${about}${choices}`])
}

function entry([term, meaning]: readonly [string, string]): readonly string[] {
  return ['.TP', `\\fB${text(term)}\\fR`, text(meaning)]
}

function asTyped(lines: string): readonly string[] {
  return ['.nf', ...lines.split('\n').map(text), '.fi']
}

/** A dot or an apostrophe would begin a request, `-` would be a hyphen; Chinese lines may be broken between characters. */
function text(line: string): string {
  return line
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/(?<=[\u2e80-\uffef])(?<![（“])(?=\S)(?![，。；：、）”？！])/g, '\\:')
    .replace(/^(?=[.'])/, '\\&')
}

function quoted(title: string): string {
  return `"${text(title).replaceAll('"', '\\(dq')}"`
}
