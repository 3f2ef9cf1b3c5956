import { arch, release } from 'node:os'
import { toolName, toolVersion } from '../../core/name.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { systemLanguage } from '../language.ts'

/** What a report of a bug should say of where it was met. Nothing of the user: no names, no paths. */
export function envInfo({ io, language }: Context): ExitCode {
  const { env, platform } = io
  const set = [
    'LC_ALL',
    'LC_MESSAGES',
    'LANG',
    'LANGUAGE',
    'GOUJI_LANG',
    'TERM',
    'NO_COLOR',
    'FORCE_COLOR',
    'CI',
  ]
  const lines = [
    [toolName, toolVersion],
    ['node', process.version],
    ['icu', `${process.versions.icu}`],
    ['system', `${platform} ${release()} ${arch()}`],
    ['language', `${language}, system ${systemLanguage(env, platform)}`],
    ['terminal', `stdout ${io.stdout.isTTY === true}, stderr ${io.stderr.isTTY === true}`],
    ...set.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]]])),
  ]
  io.stdout.write(lines.map(([name, value]) => `${name}: ${value}\n`).join(''))
  return exitCode.ok
}
