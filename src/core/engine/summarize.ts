import type {
  FileResult,
  Language,
  ListedBody,
  Profile,
  Relations,
  Result,
  RuleInfo,
  Severity,
  Skipped,
  Summary,
} from '../diagnostics/diagnostic.ts'
import { toolName, toolVersion } from '../name.ts'
import { rules, severityOf } from '../rules/index.ts'
import { countBodies } from './count-bodies.ts'

/** The result of a run over files that were checked, and others that were left alone. */
export function resultOf(
  files: readonly FileResult[],
  skipped: readonly Skipped[],
  { language, profile }: { readonly language: Language; readonly profile: Profile },
  bodies: readonly ListedBody[] = [],
): Result {
  return {
    tool: { name: toolName, version: toolVersion },
    language,
    summary: summarize(files, skipped),
    rules: ruleInfos(language, profile),
    files,
    bodies: countBodies(bodies, files),
    skipped,
  }
}

export function summarize(files: readonly FileResult[], skipped: readonly Skipped[]): Summary {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  const relations = { held: 0, failed: 0, unknown: 0 }
  const between = { held: 0, failed: 0, unknown: 0 }
  let waived = 0
  for (const file of files) {
    for (const { severity } of file.diagnostics) counts[severity]++
    waived += file.waived.length
    add(relations, file.relations)
    add(between, file.between)
  }
  const { error, warning, info } = counts
  return {
    files: files.filter(({ role }) => role === 'report').length,
    skipped: skipped.length,
    errors: error,
    warnings: warning,
    infos: info,
    waived,
    relations,
    between,
  }
}

function add(sum: { -readonly [outcome in keyof Relations]: number }, counts: Relations): void {
  sum.held += counts.held
  sum.failed += counts.failed
  sum.unknown += counts.unknown
}

/** All rules, by code. */
export function ruleInfos(language: Language, profile: Profile): readonly RuleInfo[] {
  const key = language === 'en' ? 'en' : 'zh'
  return rules.map(rule => ({
    code: rule.code,
    name: rule.name,
    severity: severityOf(rule, profile),
    title: rule.title[key],
    basis: rule.basis[key],
    why: rule.why[key],
    advice: rule.advice[key],
  }))
}
