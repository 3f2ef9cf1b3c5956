import { isUnread } from '../document/problem.ts'
import type { Rule } from '../rules/index.ts'

/**
 * True for a rule that says that a file, or a table of it, was not read. Its level is not up to settings: what was not
 * checked must not look like what was.
 */
export function saysUnread(rule: Rule): boolean {
  return rule.on === 'problem' && isUnread(rule.problem)
}
