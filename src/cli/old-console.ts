import type { Io, Output } from './io.ts'

/**
 * The fonts of Windows's old consoles have all that is printed but the minus sign, which would be a box there: they show
 * a hyphen. Anywhere else, and in what is piped or stored, it stays.
 */
export function fitConsole(output: Output, { env, platform }: Pick<Io, 'env' | 'platform'>): Output {
  if (platform !== 'win32' || !output.isTTY || env.WT_SESSION || env.TERM_PROGRAM) return output
  return {
    isTTY: true,
    columns: output.columns,
    write: content => output.write(typeof content === 'string' ? content.replaceAll('−', '-') : content),
  }
}
