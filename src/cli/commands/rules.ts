import { isFixable, rules, severityOf, toolName, toolVersion } from '../../core/index.ts'
import { displayWidth, padToWidth } from '../../core/reporters/index.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { styleFor } from '../style.ts'

export interface RulesOptions {
  readonly format?: (typeof formats)[number]
}

export const formats = ['table', 'json'] as const

export async function listRules({ format = 'table' }: RulesOptions, context: Context): Promise<ExitCode> {
  const { io } = context
  io.stdout.write(format === 'json' ? rulesJson(context) : await rulesTable(context))
  return exitCode.ok
}

function rulesJson({ language }: Context): string {
  const key = language === 'en' ? 'en' : 'zh'
  const list = {
    version: 1,
    tool: { name: toolName, version: toolVersion },
    rules: rules.map(rule => ({
      code: rule.code,
      name: rule.name,
      severity: { standard: severityOf(rule, 'standard'), strict: severityOf(rule, 'strict') },
      title: rule.title[key],
      basis: rule.basis[key],
      why: rule.why[key],
      advice: rule.advice[key],
      fixable: isFixable(rule),
    })),
  }
  return `${JSON.stringify(list, null, 2)}\n`
}

async function rulesTable(context: Context): Promise<string> {
  const { io, language, words } = context
  const style = await styleFor(io.stdout, context)
  const severities = rules.map(rule => severityOf(rule, 'standard'))
  const nameWidth = Math.max(...rules.map(rule => rule.name.length))
  const severityWidth = Math.max(...severities.map(severity => displayWidth(words.severity[severity])))
  return rules
    .map((rule, index) => {
      const severity = severities[index]!
      const word = style[severity](padToWidth(words.severity[severity], severityWidth))
      return `${rule.code}  ${rule.name.padEnd(nameWidth)}  ${word}  ${rule.title[language === 'en' ? 'en' : 'zh']}\n`
    })
    .join('')
}
