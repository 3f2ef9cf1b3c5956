/** A piece of a text that something is to be said of; offsets in UTF-16 units, end exclusive. */
export interface Slip {
  readonly start: number
  readonly end: number
  /** As written. */
  readonly found: string
}

/** Every match of a pattern with the flag `g`; of a group in it where `group` is given, which must have the flag `d`. */
export function slipsOf(text: string, pattern: RegExp, group = 0): Slip[] {
  return [...text.matchAll(pattern)].map(match => {
    const [start, end] = group === 0 ? [match.index, match.index + match[0].length] : match.indices![group]!
    return { start, end, found: text.slice(start, end) }
  })
}

/** The sentence around an offset, without what ends it. */
export function sentenceAround(text: string, offset: number): string {
  const start = Math.max(...[...'。！？；;\n'].map(end => text.lastIndexOf(end, offset - 1))) + 1
  const rest = text.slice(offset).search(/[。！？；;\n]/)
  return text.slice(start, rest < 0 ? text.length : offset + rest)
}
