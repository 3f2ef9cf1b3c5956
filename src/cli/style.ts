import { plainStyle, type Style } from '../core/reporters/index.ts'
import type { Context, Io, Output } from './io.ts'

/** The flag, then FORCE_COLOR, then NO_COLOR, then what the stream is; decided for each stream by itself. */
export function usesColor(stream: Output, flag: boolean | undefined, env: Io['env']): boolean {
  if (flag !== undefined) return flag
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR)
  if (env.NO_COLOR) return false
  return stream.isTTY === true && env.TERM !== 'dumb'
}

/** chalk is loaded only when there is something to paint. */
export async function styleFor(stream: Output, { color, io }: Pick<Context, 'color' | 'io'>): Promise<Style> {
  if (!usesColor(stream, color, io.env)) return plainStyle
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: 1 })
  return {
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.cyan,
    success: chalk.green,
    path: chalk.underline,
    bold: chalk.bold,
    dim: chalk.dim,
  }
}
