import { isFixable, rules, severityOf } from '../../core/index.ts'
import { UserError } from '../../node/user-error.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { nearest } from '../nearest.ts'
import { styleFor } from '../style.ts'

/** What a rule finds, on what it rests, and what to do. */
export async function explain(name: string, context: Context): Promise<ExitCode> {
  const { io, language, words } = context
  const wanted = name.trim().toLowerCase()
  const rule = rules.find(({ code, name }) => code.toLowerCase() === wanted || name === wanted)
  if (!rule) throw unknownRule(name, context)
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
