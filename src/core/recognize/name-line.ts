import type { Line } from '../editions/index.ts'

/** A label with the heads it needs to be told from others of the same text. */
export function nameOf(line: Line): string {
  const isNumbered = /^[（一二三四]/.test(line.label)
  return line.heads.length > 0 && !isNumbered ? `${line.heads.at(-1)} ${line.label}` : line.label
}
