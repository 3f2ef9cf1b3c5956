import type { Said } from '../../core/config/settings.ts'
import { type Level, nearest, rules, saysUnread } from '../../core/index.ts'
import { UserError } from '../../node/user-error.ts'
import type { Words } from '../words/words.ts'

const levels: readonly Level[] = ['off', 'info', 'warning', 'error']

/**
 * What the values of `--rule`, RULE:LEVEL, say, by code.
 * @throws UserError
 */
export function parseRuleLevels(
  values: readonly string[],
  { config, ...words }: Words,
): ReadonlyMap<string, Level> {
  return new Map(
    values.map(value => {
      const [, name = '', written = ''] = /^([^:]*):(.*)$/.exec(value) ?? []
      if (name === '') throw new UserError(config.badRuleFlag(value), config.ruleFlagHint)
      const rule = rules.find(each => each.code === name.toUpperCase() || each.name === name)
      if (!rule) {
        const names = rules.flatMap(each => [each.code, each.name])
        const similar = nearest(name, names)
        const hint = similar.length > 0 ? words.didYouMean(words.list(similar)) : words.allRules
        throw new UserError(words.unknownRule(name), hint)
      }
      const level = levels.find(each => each === written)
      if (!level) throw new UserError(words.notOneOf('--rule', value), words.oneOf(words.list(levels)))
      if (saysUnread(rule)) throw new UserError(config.locked(rule.code), config.lockedHint)
      return [rule.code, level] as const
    }),
  )
}

/** The levels that a config gives by code or name, by code; what is said later wins. */
export function levelsByCode(
  said: readonly (readonly [rule: string, level: Said<Level>])[],
): ReadonlyMap<string, Said<Level>> {
  return new Map(
    said.map(([key, level]) => {
      const { code } = rules.find(each => each.code === key || each.name === key)!
      return [code, level] as const
    }),
  )
}
