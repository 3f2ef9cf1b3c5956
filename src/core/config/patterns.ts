import picomatch from 'picomatch/posix.js'

/** True for a path that fits, relative to the folder that patterns are relative to, with `/`. */
export type Matcher = (path: string) => boolean

/**
 * What any of the patterns fits. A pattern without `/` fits the name at any depth; neither case nor the way in which an
 * accent is encoded counts; names that begin with a dot are names like others. `*`, `**`, `?`, `[…]` and `{a,b}` are
 * patterns, all other characters stand for themselves.
 */
export function matcherOf(patterns: readonly string[]): Matcher {
  const tests = patterns.map(pattern => {
    const expression = expressionOf(pattern)
    const isOfNames = !trimmed(pattern).includes('/')
    return (path: string) => expression.test(isOfNames ? path.slice(path.lastIndexOf('/') + 1) : path)
  })
  return path => {
    const composed = path.normalize('NFC')
    return tests.some(test => test(composed))
  }
}

/** The same for what is left out: a folder that fits takes everything in it along. */
export function folderMatcherOf(patterns: readonly string[]): Matcher {
  const fits = matcherOf(patterns)
  return path => {
    for (let end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1))
      if (fits(path.slice(0, end))) return true
    return fits(path)
  }
}

/** Whose report a path says it is, and of which year. */
export interface Named {
  readonly body: string | null
  readonly year: number | null
}

/** What the first of the patterns that fits a path says of it: `{year}年/{body}.xlsx`; null when none fits. */
export function readerOfPaths(patterns: readonly string[]): (path: string) => Named | null {
  const expressions = patterns.map(pattern => {
    const marked = pattern.replaceAll('{year}', yearMark).replaceAll('{body}', bodyMark)
    const { source } = expressionOf(marked)
    return new RegExp(capture(capture(source, yearMark, 'year', '20\\d{2}'), bodyMark, 'body', '[^/]+?'), 'i')
  })
  return path => {
    const composed = path.normalize('NFC')
    for (const expression of expressions) {
      const groups = expression.exec(composed)?.groups
      if (groups) return { body: groups.body?.trim() || null, year: groups.year ? Number(groups.year) : null }
    }
    return null
  }
}

/** Of the areas for private use, so that no path has them. */
const [yearMark, bodyMark] = ['\ue000', '\ue001']

/** The mark's first place becomes a group, its others say the same again. */
function capture(source: string, mark: string, name: string, fitting: string): string {
  // A literal of a pattern may be escaped, which a group must not be.
  const [before = '', ...rest] = source.replaceAll(`\\${mark}`, mark).split(mark)
  return rest.length === 0 ? before : `${before}(?<${name}>${fitting})${rest.join(`\\k<${name}>`)}`
}

function expressionOf(pattern: string): RegExp {
  const literal = trimmed(pattern)
    .normalize('NFC')
    .replace(/[()|"!+@^$]/g, '\\$&')
  return picomatch.makeRe(literal, { dot: true, nocase: true, noextglob: true, nonegate: true })
}

/** `./归档/` is `归档`. */
function trimmed(pattern: string): string {
  return pattern.replace(/^(?:\.\/)+|\/+$/g, '')
}
