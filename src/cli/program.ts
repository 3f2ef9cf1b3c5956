import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import { defaultLimits } from '../core/index.ts'
import { toolName, toolVersion } from '../core/name.ts'
import { displayWidth } from '../core/reporters/index.ts'
import { UserError } from '../node/user-error.ts'
import { type AnnotateOptions, annotate } from './commands/annotate.ts'
import { type CheckOptions, check } from './commands/check.ts'
import { dump } from './commands/dump.ts'
import { type ExplainOptions, explain } from './commands/explain.ts'
import { type MergeOptions, merge } from './commands/merge.ts'
import { parse } from './commands/parse.ts'
import { proveRules } from './commands/prove.ts'
import { listRules, type RulesOptions } from './commands/rules.ts'
import { type TemplateOptions, template } from './commands/template.ts'
import { parseConcurrency } from './concurrency.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import type { Context } from './io.ts'
import { parseLimits } from './limits.ts'
import type { Words } from './words.ts'

/** What is known before the options are read. */
type Base = Omit<Context, 'color' | 'limits'>

/** Columns of the help texts, on every terminal the same. */
const helpWidth = 110

/**
 * Turns arguments into the call of one command.
 * @throws UserError when they make no sense.
 */
export async function runProgram(argv: readonly string[], base: Base): Promise<ExitCode> {
  const { io, words } = base
  if (argv.length === 0) {
    io.stderr.write(words.help.short)
    return exitCode.failure
  }
  let status: ExitCode = exitCode.ok
  const program = newProgram(base)
  const context = (): Context => {
    const { color, limit = [] } = program.opts<{ color?: boolean; limit?: readonly string[] }>()
    return { ...base, color, limits: parseLimits(limit, words) }
  }
  addCommands(program, words, context, code => (status = code))
  try {
    await program.parseAsync(argv, { from: 'user' })
    return status
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return exitCode.ok
    // Help that nobody asked for, in place of a command.
    if (error.code === 'commander.help') return exitCode.failure
    throw describeMisuse(error, program, argv, base)
  }
}

function newProgram({ io, words }: Base): Command {
  const { help } = words
  return new Command(toolName)
    .description(help.about)
    .usage(`${help.command} ${help.options}`)
    .version(toolVersion, '-V, --version', help.version)
    .option(`--lang <${help.value.name}>`, help.lang)
    .option(`--limit <${help.value.limit}>`, help.limit(Object.keys(defaultLimits)), collect)
    .option('--color', help.color)
    .option('--no-color', help.noColor)
    .helpOption('-h, --help', help.help)
    .helpCommand(`help [${help.command.slice(1, -1)}]`, help.helpCommand)
    .addHelpText('after', `\n${help.examples}`)
    .exitOverride()
    .configureOutput({
      writeOut: text => io.stdout.write(text),
      writeErr: text => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => helpWidth,
      getErrHelpWidth: () => helpWidth,
    })
    .configureHelp({
      displayWidth,
      showGlobalOptions: true,
      styleTitle: title => help.titles[title] ?? title,
      subcommandTerm: command =>
        `${command.name()} ${command.usage().replace(help.options, '').trim()}`.trim(),
    })
}

function addCommands(
  program: Command,
  words: Words,
  context: () => Context,
  finish: (status: ExitCode) => void,
): void {
  const { help, notACount } = words
  const { value } = help
  const count = (option: string) => (text: string) => {
    if (/^\d{1,9}$/.test(text)) return Number(text)
    throw new UserError(notACount(option, text))
  }
  const command = (name: string, parameters: string, about: string, examples: string) =>
    program
      .command(name)
      .usage(`${help.options} ${parameters}`.trim())
      .description(about)
      .addHelpText('after', `\n${examples}`)

  command('check', `[${value.path}...]`, help.check, help.checkExamples)
    .argument(`[${value.path}...]`, help.checkPath)
    .option(`-f, --format <${value.format}>`, help.checkFormat, collect)
    .option(`--profile <${value.name}>`, help.checkProfile)
    .option(`--max-warnings <${value.count}>`, help.checkMaxWarnings, count('--max-warnings'))
    .option('--fix', help.checkFix)
    .option('--diff', help.checkDiff)
    .option(`--previous <${value.file}>`, help.checkPrevious)
    .option('--quiet', help.checkQuiet)
    .option('--no-error-on-unmatched', help.checkUnmatched)
    .option(`--stdin-filename <${value.file}>`, help.checkStdin)
    .option(`--concurrency <${value.threads}>`, help.checkConcurrency, text => parseConcurrency(text, words))
    .option('--cache', help.checkCache)
    .option(`--cache-location <${value.folder}>`, help.checkCacheLocation)
    .option(`--shard <${value.shard}>`, help.checkShard)
    .action(async (paths: string[], options: CheckOptions) => finish(await check(paths, options, context())))

  command('merge', `<${value.part}...>`, help.merge, help.mergeExamples)
    .argument(`<${value.part}...>`, help.mergePart)
    .option(`-f, --format <${value.format}>`, help.checkFormat, collect)
    .option(`--max-warnings <${value.count}>`, help.checkMaxWarnings, count('--max-warnings'))
    .option('--quiet', help.checkQuiet)
    .option('--no-error-on-unmatched', help.checkUnmatched)
    .action(async (paths: string[], options: MergeOptions) => finish(await merge(paths, options, context())))

  command('annotate', `<${value.file}>`, help.annotate, help.annotateExamples)
    .argument(`<${value.file}>`)
    .option(`-o, --output <${value.file}>`, help.annotateOutput)
    .option(`--profile <${value.name}>`, help.checkProfile)
    .action(async (path: string, options: AnnotateOptions) =>
      finish(await annotate(path, options, context())),
    )

  command('explain', `<${value.rule}>`, help.explain, help.explainExamples)
    .argument(`<${value.rule}>`, help.explainRule)
    .option(`-f, --format <${value.format}>`, help.explainFormat)
    .action(async (name: string, options: ExplainOptions) => finish(await explain(name, options, context())))

  command('rules', '', help.rules, help.rulesExamples)
    .option(`-f, --format <${value.format}>`, help.rulesFormat)
    .option('--prove', help.rulesProve)
    .action(async ({ prove, ...options }: RulesOptions & { readonly prove?: boolean }) =>
      finish(await (prove ? proveRules(options, context()) : listRules(options, context()))),
    )

  command('parse', `<${value.file}...>`, help.parse, help.parseExamples)
    .argument(`<${value.file}...>`)
    .action(async (paths: string[]) => finish(await parse(paths, context())))

  command('dump', `<${value.file}>`, help.dump, help.dumpExamples)
    .argument(`<${value.file}>`)
    .action(async (path: string) => finish(await dump(path, context())))

  command('template', '', help.template, help.templateExamples)
    .option(`--edition <${value.year}>`, help.templateEdition)
    .option(`-f, --format <${value.format}>`, help.templateFormat)
    .option(`-o, --output <${value.file}>`, help.templateOutput)
    .action(async (options: TemplateOptions) => finish(await template(options, context())))
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value]
}

/** commander's findings in the language of the output, with its suggestion or ours. */
function describeMisuse(
  { code, message }: CommanderError,
  program: Command,
  argv: readonly string[],
  { io, words }: Base,
): UserError {
  const name = argv.find(argument => !argument.startsWith('-'))
  const command = program.commands.find(each => each.name() === name)
  if (!command && name && (/[./\\*]/.test(name) || existsSync(resolve(io.cwd, name))))
    return new UserError(
      words.missingCommand,
      words.meantCheck([toolName, 'check', ...argv].map(quote).join(' ')),
    )
  const [, subject = ''] = /'([^']*)'/.exec(message) ?? []
  const [, similar] = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message) ?? []
  const sentences: Readonly<Record<string, (subject: string) => string>> = {
    'commander.unknownOption': words.unknownOption,
    'commander.unknownCommand': words.unknownCommand,
    'commander.missingArgument': words.missingArgument,
    'commander.optionMissingArgument': words.missingValue,
    'commander.excessArguments': words.tooManyArguments,
  }
  const seeHelp = words.seeHelp([toolName, ...(command ? [command.name()] : [])].join(' '))
  return new UserError(sentences[code]?.(subject) ?? message, similar ? words.didYouMean(similar) : seeHelp)
}

/** An argument as it would be typed. */
function quote(argument: string): string {
  return /[\s"'$&|<>;()*?[\]`!]/.test(argument) ? `"${argument}"` : argument
}
