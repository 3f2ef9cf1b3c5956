import type { Part } from './parts.ts'
import { act, countOf, isOn, walkPart } from './walk.ts'

/** The lists of a document, by their ids. */
export interface Lists {
  readonly lists: ReadonlyMap<string, List>
  readonly schemes: ReadonlyMap<string, Levels>
}

/** By their depth, from 0. */
export type Levels = ReadonlyMap<number, Level>

export interface Level {
  start: number
  format: string
  /** `（%1）`, in which %1 is the number of the outermost level. */
  text: string
  /** What separates it from the paragraph. */
  after: string
  /** True when all numbers are written in ASCII digits. */
  isPlain: boolean
  /** The style whose paragraphs are on this level. */
  style: string | null
}

/** Lists with one scheme count on; each may change levels of it. */
export interface List {
  scheme: string
  readonly levels: Map<number, Level>
  readonly starts: Map<number, number>
}

/** Null when elements stand too deep inside each other. */
export function readLists(part: Part | null, nesting: number): Lists | null {
  const found = { lists: new Map<string, List>(), schemes: new Map<string, Map<number, Level>>() }
  return !part || readNumberingPart(part, nesting, found) ? found : null
}

function readNumberingPart(
  { name, content }: Part,
  nesting: number,
  {
    lists,
    schemes,
  }: { readonly lists: Map<string, List>; readonly schemes: Map<string, Map<number, Level>> },
): boolean {
  let list: List | null = null
  let levels = new Map<number, Level>()
  let level: Level | null = null
  let depth = 0
  const set = (change: (level: Level, value: string) => void) =>
    act((element, parent) => {
      if (level && parent === 'w:lvl') change(level, element.attribute('val') ?? '')
    })
  const depthOf = (text: string | undefined) => countOf(text, 8)
  return walkPart(
    content,
    { name, root: 'w:numbering', nesting },
    {
      'w:abstractNum': act(element => {
        levels = new Map()
        schemes.set(element.attribute('abstractNumId') ?? '', levels)
      }),
      'w:num': act(element => {
        levels = new Map()
        list = { scheme: '', levels, starts: new Map() }
        lists.set(element.attribute('numId') ?? '', list)
      }),
      'w:abstractNumId': act(element => {
        if (list) list.scheme = element.attribute('val') ?? ''
      }),
      'w:lvlOverride': act(element => {
        depth = depthOf(element.attribute('ilvl'))
      }),
      'w:startOverride': act(element => {
        list?.starts.set(depth, countOf(element.attribute('val'), mostCounted))
      }),
      'w:lvl': act(element => {
        level = { start: 1, format: 'decimal', text: '', after: '\t', isPlain: false, style: null }
        levels.set(depthOf(element.attribute('ilvl')), level)
      }),
      'w:start': set((own, value) => {
        own.start = countOf(value, mostCounted)
      }),
      'w:numFmt': set((own, value) => {
        own.format = value
      }),
      'w:lvlText': set((own, value) => {
        own.text = value
      }),
      'w:suff': set((own, value) => {
        own.after = value === 'nothing' ? '' : value === 'space' ? ' ' : '\t'
      }),
      'w:isLgl': act(element => {
        if (level) level.isPlain = isOn(element)
      }),
      'w:pStyle': set((own, value) => {
        own.style = value
      }),
    },
  )
}

const mostCounted = 1_000_000
