import type { RuleInfo, Severity } from '../diagnostics/diagnostic.ts'

export const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** By the first digit of the code. */
const kinds: Readonly<Record<string, string>> = {
  0: 'reading',
  1: 'structure',
  2: 'values',
  3: 'totals',
  4: 'balance',
  5: 'years',
  6: 'levels',
  7: 'narrative',
  9: 'tool',
}
const problemSeverities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
}

export function ruleEntry({ code, name, severity, title, why, advice, basis }: RuleInfo) {
  const kind = kinds[code.charAt('GJ'.length)]
  return {
    id: code,
    name: pascalCase(name),
    shortDescription: { text: messageText(title) },
    fullDescription: { text: messageText(why) },
    help: {
      text: messageText([why, advice, basis].join('\n')),
      markdown: messageText([why, advice, basis].map(literalMarkdown).join('\n\n')),
    },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: kind ? [kind] : [],
      precision: kind === 'totals' || kind === 'balance' ? 'very-high' : 'high',
      'problem.severity': problemSeverities[severity],
    },
  }
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())
}

function literalMarkdown(text: string): string {
  return text.replace(/[\\`*_<>[\]#|~]/g, '\\$&')
}

/** In messages braces hold arguments, and `[text](target)` is a link wherever it came from. */
export function messageText(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (')
}
