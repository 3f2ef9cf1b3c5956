import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isFixable, nearest, type Rule, rules, severityOf } from '../../core/index.ts'
import { UserError } from '../../node/user-error.ts'
import { parseCellArgument } from '../cell-argument.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { styleFor } from '../style.ts'
import { explainOneCell } from './explain-cell.ts'

export interface ExplainOptions {
  readonly format?: string
}

const formats: readonly string[] = ['text', 'json']

/** A rule, or a cell of a file. */
export async function explain(
  name: string,
  { format = 'text' }: ExplainOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, words } = context
  if (!formats.includes(format))
    throw new UserError(words.notOneOf('--format', format), words.oneOf(words.list(formats)))
  const wanted = name.trim().toLowerCase()
  const rule = rules.find(({ code, name }) => code.toLowerCase() === wanted || name === wanted)
  if (rule && format === 'json') throw new UserError(words.ruleAsJson, words.rulesAsJson)
  if (rule) return explainRule(rule, context)
  const cell = parseCellArgument(name, io.cwd)
  if (cell) return explainOneCell(cell, format === 'json' ? 'json' : 'text', context)
  if (/[:/\\]/.test(name) || existsSync(resolve(io.cwd, name)))
    throw new UserError(words.noCell(name), words.noCellHint)
  throw unknownRule(name, context)
}

/** What a rule finds, on what it rests, and what to do. */
async function explainRule(rule: Rule, context: Context): Promise<ExitCode> {
  const { io, language, words } = context
  const { bold } = await styleFor(io.stdout, context)
  const key = language === 'en' ? 'en' : 'zh'
  const standard = severityOf(rule, 'standard')
  const strict = severityOf(rule, 'strict')
  const lines = [
    `${bold(rule.code)} ${rule.name}`,
    bold(rule.title[key]),
    '',
    `${words.severityLabel}${words.severity[standard]}${strict === standard ? '' : words.inStrict(words.severity[strict])}`,
    `${words.basisLabel}${rule.basis[key]}`,
    `${words.whyLabel}${rule.why[key]}`,
    `${words.adviceLabel}${rule.advice[key]}`,
    ...(isFixable(rule) ? [words.isFixable] : []),
  ]
  io.stdout.write(`${lines.join('\n')}\n`)
  return exitCode.ok
}

function unknownRule(name: string, { words }: Context): UserError {
  const similar = nearest(
    name,
    rules.flatMap(rule => [rule.code, rule.name]),
  )
  return new UserError(
    words.unknownRule(name),
    similar.length > 0 ? words.didYouMean(words.list(similar)) : words.allRules,
  )
}
