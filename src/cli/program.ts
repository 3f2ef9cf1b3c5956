import { Argument, Command, CommanderError, Option } from 'commander'
import { defaultLimits, editions, type Language } from '../core/index.ts'
import { toolName, toolVersion } from '../core/name.ts'
import { displayWidth, reporterNames } from '../core/reporters/index.ts'
import { UserError } from '../node/user-error.ts'
import { ciFiles } from './ci-files.ts'
import { type CommandLine, describeProgram } from './command-line.ts'
import { type AggregateOptions, aggregate } from './commands/aggregate.ts'
import { type AnnotateOptions, annotate } from './commands/annotate.ts'
import { type BaselineOptions, baseline } from './commands/baseline.ts'
import { type CheckOptions, check } from './commands/check.ts'
import {
  type CollectOptions,
  collect as collectFigures,
  formats as collectFormats,
} from './commands/collect.ts'
import { completion, type Shell, shells } from './commands/completion.ts'
import { dump } from './commands/dump.ts'
import { envInfo } from './commands/env-info.ts'
import { type ExplainOptions, explain, formats as explainFormats, ruleNames } from './commands/explain.ts'
import { type InitOptions, init } from './commands/init.ts'
import { type MergeOptions, merge } from './commands/merge.ts'
import { parse } from './commands/parse.ts'
import { proveRules } from './commands/prove.ts'
import { listRules, type RulesOptions, formats as rulesFormats } from './commands/rules.ts'
import { type TemplateOptions, template, formats as templateFormats } from './commands/template.ts'
import { type WaiveOptions, waive } from './commands/waive.ts'
import { parseConcurrency } from './concurrency.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import type { Context } from './io.ts'
import { languageChoices } from './language.ts'
import { parseLimits } from './limits.ts'
import { misuse, refuseOtherDashes, unknownCommand } from './misuse.ts'
import { profiles } from './profile.ts'
import { notOneOf } from './suggestions.ts'
import { type Words, wordsIn } from './words/words.ts'

export type { Command } from 'commander'

/** What is known before the options are read. */
type Base = Omit<Context, 'color' | 'limits' | 'askedLimits'>

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
  const program = newProgram(words).configureOutput({
    writeOut: text => io.stdout.write(text),
    writeErr: text => io.stderr.write(text),
    outputError: () => {},
    getOutHelpWidth: () => helpWidth,
    getErrHelpWidth: () => helpWidth,
  })
  const context = (): Context => {
    const { color, limit = [] } = program.opts<{ color?: boolean; limit?: readonly string[] }>()
    const askedLimits = parseLimits(limit, words)
    return { ...base, color, limits: { ...defaultLimits, ...askedLimits }, askedLimits }
  }
  addCommands(program, words, context, code => (status = code))
  refuseOtherDashes(argv, program, base)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return status
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return exitCode.ok
    // Help that nobody asked for, in place of a command.
    if (error.code === 'commander.help') return exitCode.failure
    throw misuse(error, program, argv, base)
  }
}

/** What the command line takes, without running it. */
export function commandLineIn(language: Language): CommandLine {
  const words = wordsIn[language]
  const program = newProgram(words)
  const unused = () => {
    throw new Error('The command line is described, not run.')
  }
  addCommands(program, words, unused, unused)
  return describeProgram(program, closingOf, words)
}

function newProgram({ help }: Words): Command {
  const exitCodes = Object.entries(help.exitCodes).map(
    ([code, meaning]) => `  ${code.padEnd(4)} ${meaning}\n`,
  )
  const program = new Command(toolName)
    .description(help.about)
    .usage(`${help.command} ${help.options}`)
    .version(toolVersion, '-V, --version', help.version)
    .addOption(withChoices(new Option(`--lang <${help.value.name}>`, help.lang), languageChoices))
    .addOption(
      withChoices(
        new Option(`--limit <${help.value.limit}>`, help.limit).argParser(collect),
        Object.keys(defaultLimits),
      ),
    )
    .option('--color', help.color)
    .option('--no-color', help.noColor)
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .addHelpText('after', `\n${help.examples}\n\n${help.exitStatus}\n${exitCodes.join('')}`.trimEnd())
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureHelp({
      displayWidth,
      showGlobalOptions: true,
      styleTitle: title => help.titles[title] ?? title,
      optionDescription: ({ description, argChoices }) =>
        `${description}${argChoices ? help.choices(argChoices) : ''}`,
      argumentDescription: ({ description }) => description,
      subcommandTerm: command =>
        `${command.name()} ${command.usage().replace(help.options, '').trim()}`.trim(),
    })
  // The other letter that people try.
  const version = new Option('-v').hideHelp()
  closings.set(program, help.examples)
  return program.addOption(version).on('option:v', () => program.parseOptions(['--version']))
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
  const command = (name: string, parameters: string, about: string, examples: string) => {
    const added = program
      .command(name)
      .usage(`${help.options} ${parameters}`.trim())
      .description(about)
      .addHelpText('after', `\n${examples}`)
    closings.set(added, examples)
    return added
  }
  const parserOf = (name: string, choices: readonly string[]) => (typed: string) => {
    if (choices.includes(typed)) return typed
    throw notOneOf(name, typed, choices, words)
  }
  const oneOf = (flags: string, about: string, choices: readonly string[]) => {
    const option = new Option(flags, about)
    return withChoices(option, choices).argParser(parserOf(option.long ?? flags, choices))
  }

  /** What a result is made into, however it came about. */
  const reporting = (added: Command) =>
    added
      .addOption(
        withChoices(
          new Option(`-f, --format <${value.format}>`, help.checkFormat).argParser(collect),
          reporterNames,
        ),
      )
      .option(`-o, --output <${value.file}>`, help.checkOutput)
      .addOption(new Option(`--output-file <${value.file}>`).hideHelp())
      .option(`--max-warnings <${value.count}>`, help.checkMaxWarnings, count('--max-warnings'))
      .option('--quiet', help.checkQuiet)
      .option('--exit-zero', help.checkExitZero)
      .option('--no-error-on-unmatched', help.checkUnmatched)
      .option('--no-timestamp', help.checkTimestamp)
      .option('--no-waivers', help.checkNoWaivers)
      .option(`-c, --config <${value.file}>`, help.config)
      .option('--no-config', help.noConfig)

  reporting(command('check', `[${value.path}...]`, help.check, help.checkExamples))
    .argument(`[${value.path}...]`, help.checkPath)
    .addOption(oneOf(`--profile <${value.name}>`, help.checkProfile, profiles))
    .option(`--rule <${value.level}>`, help.checkRule, collect)
    .option(`--exclude <${value.pattern}>`, help.checkExclude, collect)
    .addOption(new Option(`--ignore-pattern <${value.pattern}>`).hideHelp().argParser(collect))
    .option('--force-exclude', help.checkForceExclude)
    .option(`--print-config <${value.file}>`, help.checkPrintConfig)
    .option('--fix', help.checkFix)
    .option('--diff', help.checkDiff)
    .option(`--previous <${value.file}>`, help.checkPrevious)
    .option(`--stdin-filename <${value.file}>`, help.checkStdin)
    .option(`--concurrency <${value.threads}>`, help.checkConcurrency, text => parseConcurrency(text, words))
    .option('--cache', help.checkCache)
    .option(`--cache-location <${value.folder}>`, help.checkCacheLocation)
    .option(`--shard <${value.shard}>`, help.checkShard)
    .action(async (paths: string[], options: CheckOptions) => finish(await check(paths, options, context())))

  reporting(command('merge', `<${value.part}...>`, help.merge, help.mergeExamples))
    .argument(`<${value.part}...>`, help.mergePart)
    .action(async (paths: string[], options: MergeOptions) => finish(await merge(paths, options, context())))

  command('annotate', `<${value.file}>`, help.annotate, help.annotateExamples)
    .argument(`<${value.file}>`)
    .option(`-o, --output <${value.file}>`, help.annotateOutput)
    .option('--no-waivers', help.checkNoWaivers)
    .addOption(oneOf(`--profile <${value.name}>`, help.checkProfile, profiles))
    .option(`-c, --config <${value.file}>`, help.config)
    .option('--no-config', help.noConfig)
    .option(`--rule <${value.level}>`, help.checkRule, collect)
    .action(async (path: string, options: AnnotateOptions) =>
      finish(await annotate(path, options, context())),
    )

  command('waive', `<${value.cell}...>`, help.waive, help.waiveExamples)
    .argument(`<${value.cell}...>`, help.waiveCell)
    .requiredOption(`--reason <${value.text}>`, help.waiveReason)
    .requiredOption(`--who <${value.text}>`, help.waiveWho)
    .option(`--code <${value.code}>`, help.waiveCode, collect)
    .option(`--until <${value.day}>`, help.waiveUntil)
    .action(async (cells: string[], options: WaiveOptions) => finish(await waive(cells, options, context())))

  command('baseline', `[${value.path}...]`, help.baseline, help.baselineExamples)
    .argument(`[${value.path}...]`, help.baselinePath)
    .option('--update', help.baselineUpdate)
    .option('--prune', help.baselinePrune)
    .action(async (paths: string[], options: BaselineOptions) =>
      finish(await baseline(paths, options, context())),
    )

  command('explain', `<${value.rule}>`, help.explain, help.explainExamples)
    .addArgument(withChoices(new Argument(`<${value.rule}>`, help.explainRule), ruleNames))
    .addOption(oneOf(`-f, --format <${value.format}>`, help.explainFormat, explainFormats))
    .action(async (name: string, options: ExplainOptions) => finish(await explain(name, options, context())))

  command('rules', '', help.rules, help.rulesExamples)
    .addOption(oneOf(`-f, --format <${value.format}>`, help.rulesFormat, rulesFormats))
    .option('--prove', help.rulesProve)
    .action(async ({ prove, ...options }: RulesOptions & { readonly prove?: boolean }) =>
      finish(await (prove ? proveRules(options, context()) : listRules(options, context()))),
    )

  command('parse', `<${value.file}...>`, help.parse, help.parseExamples)
    .argument(`<${value.file}...>`)
    .action(async (paths: string[]) => finish(await parse(paths, context())))

  command('collect', `[${value.path}...]`, help.collect, help.collectExamples)
    .argument(`[${value.path}...]`, help.baselinePath)
    .option(`-o, --output <${value.file}>`, help.collectOutput)
    .addOption(oneOf(`-f, --format <${value.format}>`, help.collectFormat, collectFormats))
    .option(`--exclude <${value.pattern}>`, help.checkExclude, collect)
    .option(`-c, --config <${value.file}>`, help.config)
    .option('--no-config', help.noConfig)
    .action(async (paths: string[], options: CollectOptions) =>
      finish(await collectFigures(paths, options, context())),
    )

  command('aggregate', `[${value.path}...]`, help.aggregate, help.aggregateExamples)
    .argument(`[${value.path}...]`, help.baselinePath)
    .requiredOption(`-o, --output <${value.file}>`, help.aggregateOutput)
    .option(`--body <${value.name}>`, help.aggregateBody)
    .option(`--year <${value.reportYear}>`, help.aggregateYear, count('--year'))
    .option(`--exclude <${value.pattern}>`, help.checkExclude, collect)
    .option(`-c, --config <${value.file}>`, help.config)
    .option('--no-config', help.noConfig)
    .action(async (paths: string[], options: AggregateOptions) =>
      finish(await aggregate(paths, options, context())),
    )

  command('dump', `<${value.file}>`, help.dump, help.dumpExamples)
    .argument(`<${value.file}>`)
    .action(async (path: string) => finish(await dump(path, context())))

  command('template', '', help.template, help.templateExamples)
    .addOption(oneOf(`--edition <${value.year}>`, help.templateEdition, editionIds))
    .addOption(oneOf(`-f, --format <${value.format}>`, help.templateFormat, templateFormats))
    .option(`-o, --output <${value.file}>`, help.templateOutput)
    .action(async (options: TemplateOptions) => finish(await template(options, context())))

  command('init', '', help.init, help.initExamples)
    .option(`--dir <${value.folder}>`, help.initDir)
    .option('--hook', help.initHook)
    .addOption(oneOf(`--ci <${value.system}>`, help.initCi, Object.keys(ciFiles)))
    .action(async (options: InitOptions) => finish(await init(options, context())))

  command('completion', `<${value.shell}>`, help.completion, help.completionExamples)
    .addArgument(
      withChoices(new Argument(`<${value.shell}>`, help.completionShell), shells).argParser(
        parserOf(value.shell, shells),
      ),
    )
    .action(async (shell: Shell) =>
      finish(await completion(shell, describeProgram(program, closingOf, words), context())),
    )

  command('env-info', '', help.envInfo, help.envInfoExamples).action(() => finish(envInfo(context())))

  command('help', `[${value.command}]`, help.helpCommand, help.helpExamples)
    .addArgument(
      withChoices(
        new Argument(`[${value.command}]`),
        program.commands.map(each => each.name()),
      ),
    )
    .action((name: string | undefined) => {
      const page = name === undefined ? program : program.commands.find(each => each.name() === name)
      if (!page) throw unknownCommand(name!, program, words)
      page.help()
    })
}

/** What the help of a command ends with, which commander does not give back. */
const closings = new WeakMap<Command, string>()
const closingOf = (command: Command) => closings.get(command) ?? ''
const editionIds = editions.map(({ id }) => id)

/** For the help, the completion and the manual; whether a value is one of them is checked where it is parsed. */
function withChoices<Named extends Option | Argument>(named: Named, choices: readonly string[]): Named {
  named.argChoices = [...choices]
  return named
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value]
}
