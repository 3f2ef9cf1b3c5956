import type { Edit } from '../diagnostics/diagnostic.ts'
import { createLineIndex } from '../text/line-index.ts'
import { masked } from '../text/personal-numbers.ts'
import { orderEdits } from './apply-edits.ts'

/** Unchanged lines shown before and after a change. */
const context = 3

/** Whole lines, from 0 and the last one included, and what comes in their place. */
interface Change {
  readonly first: number
  readonly last: number
  readonly lines: readonly string[]
}

/**
 * What edits change of a text, in the form that `patch` and `git apply` take. A line ends with a line feed, so that
 * carriage returns are part of it. `mark` is what the file holds before the text, such as a byte order mark.
 */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[], mark = ''): string {
  const lines = splitLines(text)
  const changes = changesOf(text, lines, edits).map(change => (change.first === 0 ? marked(change) : change))
  const shown = lines.map((line, index) => (index === 0 ? mark + line : line))
  let grown = 0
  const hunks = groupsOf(changes, shown).map(group => {
    const hunk = hunkOf(group, shown, grown)
    grown += group.reduce((sum, { first, last, lines }) => sum + lines.length - (last - first + 1), 0)
    return hunk
  })
  return `--- ${nameOf('a', path)}\n+++ ${nameOf('b', path)}\n${hunks.join('')}`

  function marked(change: Change): Change {
    return { ...change, lines: change.lines.map((line, index) => (index === 0 ? mark + line : line)) }
  }
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function changesOf(text: string, lines: readonly string[], edits: readonly Edit[]): Change[] {
  const places = createLineIndex(text)
  const starts = startsOf(lines)
  const changes: { first: number; last: number; text: string; end: number }[] = []
  let line = 0
  for (const { location, text: replacement } of orderEdits(edits)) {
    const start = places.offset(location.line, location.column)
    const end = places.offset(location.endLine, location.endColumn)
    while (starts[line + 1]! <= start) line++
    let open = changes.at(-1)
    if (!open || line > open.last + 1) {
      if (open) open.text += text.slice(open.end, starts[open.last + 1])
      open = { first: line, last: line, text: '', end: starts[line]! }
      changes.push(open)
    }
    open.last = Math.max(open.last, line)
    open.text += text.slice(open.end, start) + replacement
    open.end = end
    // A line whose end is taken away goes on in the next one.
    while (open.last + 1 < lines.length && starts[open.last + 1]! <= end) open.last++
  }
  const open = changes.at(-1)
  if (open) open.text += text.slice(open.end, starts[open.last + 1])
  return changes.map(({ first, last, text }) => ({ first, last, lines: splitLines(text) }))
}

/** Offsets; the text's length last. */
function startsOf(lines: readonly string[]): number[] {
  const starts = [0]
  for (const line of lines) starts.push(starts.at(-1)! + line.length)
  return starts
}

/** Changes that are so near that the lines between them are shown anyway. */
function groupsOf(changes: readonly Change[], lines: readonly string[]): Change[][] {
  const groups: Change[][] = []
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1)
    const isNear = last && change.first - last.last - 1 <= 2 * context
    if (isNear && !lines.slice(last.last + 1, change.first).some(isHeldBack)) groups.at(-1)!.push(change)
    else groups.push([change])
  }
  return groups
}

/** Build servers would obey such a line, also behind blanks, or it tells of a person; it is left out, with what is beyond it. */
function isHeldBack(line: string): boolean {
  return /^\s*(?:::|##(?:vso|teamcity)?\[)/.test(line) || masked(line) !== line
}

/** `grown`: by how many lines the text has grown above. */
function hunkOf(group: readonly Change[], lines: readonly string[], grown: number): string {
  const [top, bottom] = [group[0]!.first, group.at(-1)!.last + 1]
  const before = lines.slice(Math.max(0, top - context), top)
  const behind = lines.slice(bottom, bottom + context)
  const first = top - before.length + before.map(isHeldBack).lastIndexOf(true) + 1
  const stop = behind.findIndex(isHeldBack)
  const end = bottom + (stop < 0 ? behind.length : stop)
  const body: string[] = []
  let [at, added] = [first, 0]
  for (const change of group) {
    for (; at < change.first; at++) body.push(shown(' ', lines[at]!))
    for (; at <= change.last; at++) body.push(shown('-', lines[at]!))
    for (const line of change.lines) body.push(shown('+', line))
    added += change.lines.length - (change.last - change.first + 1)
  }
  for (; at < end; at++) body.push(shown(' ', lines[at]!))
  const count = end - first
  return `@@ -${first + 1},${count} +${first + grown + 1},${count + added} @@\n${body.join('')}`
}

function shown(sign: string, line: string): string {
  return line.endsWith('\n') ? sign + masked(line) : `${sign}${masked(line)}\n\\ No newline at end of file\n`
}

/** As git writes it: in quotes where a name holds what would end it, and with a tab behind one with blanks. */
function nameOf(side: 'a' | 'b', path: string): string {
  const name = `${side}/${path}`
  if (/[\x00-\x1f\x7f"\\]/.test(path)) return `"${name.replace(/[\x00-\x1f\x7f"\\]/g, escaped)}"`
  return name.includes(' ') ? `${name}\t` : name
}

function escaped(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
}
