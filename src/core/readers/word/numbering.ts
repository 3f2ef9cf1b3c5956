import { writeNumber } from './list-numbers.ts'
import { type Level, type List, type Lists, readLists } from './lists.ts'
import type { DocumentParts } from './parts.ts'
import { type Styles, sayingOf } from './styles.ts'

/** What a paragraph says of itself. */
export interface ListedParagraph {
  readonly style: string | null
  readonly list: string | null
  /** From 0. */
  readonly level: number | null
}

/** The number that Word shows before the next paragraph, with what separates them; empty for none. */
export type Numbering = (paragraph: ListedParagraph) => string

/** Counts the paragraphs of lists. Null when elements of a part stand too deep inside each other. */
export function createNumbering(
  { numbering }: DocumentParts,
  styles: Styles,
  nesting: number,
): Numbering | null {
  const known = readLists(numbering, nesting)
  if (!known) return null
  const counts = new Map<string, number[]>()
  // The levels whose own start was used.
  const started = new Set<string>()
  const count = (id: string, list: List, depth: number): readonly number[] => {
    const own = counts.get(list.scheme) ?? []
    counts.set(list.scheme, own)
    const start = started.has(`${id} ${depth}`) ? undefined : list.starts.get(depth)
    started.add(`${id} ${depth}`)
    for (let above = 0; above < depth; above++) own[above] ??= levelOf(known, list, above)?.start ?? 1
    const last = own[depth]
    own[depth] = start ?? (last === undefined ? (levelOf(known, list, depth)?.start ?? 1) : last + 1)
    own.length = depth + 1
    return own
  }
  return paragraph => {
    const { id, depth } = listOf(known, styles, paragraph)
    const list = known.lists.get(id)
    const level = list && levelOf(known, list, depth)
    if (!level) return ''
    const numbers = count(id, list, depth)
    // A bullet is a drawing of its font.
    if (level.format === 'bullet' || level.text === '') return ''
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const format = levelOf(known, list, at)?.format ?? 'decimal'
      return format === 'none' ? '' : writeNumber(numbers[at] ?? 1, level.isPlain ? 'decimal' : format)
    })
    return text + level.after
  }
}

function levelOf({ schemes }: Lists, { scheme, levels }: List, depth: number): Level | undefined {
  return levels.get(depth) ?? schemes.get(scheme)?.get(depth)
}

/** The paragraph's own list, else that of its style or of the nearest style that this one rests on. */
function listOf(
  known: Lists,
  styles: Styles,
  { style, list, level }: ListedParagraph,
): { id: string; depth: number } {
  if (list !== null) return { id: list, depth: level ?? 0 }
  const said = sayingOf(styles, style ?? styles.usual, (own, id) =>
    own.list === null
      ? null
      : { id: own.list, depth: level ?? levelOfStyle(known, own.list, id) ?? own.level ?? 0 },
  )
  return said ?? { id: '', depth: 0 }
}

/** Levels name the style whose paragraphs are on them. */
function levelOfStyle({ lists, schemes }: Lists, list: string, style: string): number | undefined {
  const levels = schemes.get(lists.get(list)?.scheme ?? '')
  return [...(levels ?? [])].find(([, level]) => level.style === style)?.[0]
}
