import type { DocumentParts, Part } from './parts.ts'
import { act, countOf, isOn, walkPart } from './walk.ts'

/** The lists of a document and the styles that put paragraphs into them, by their ids. */
export interface Lists {
  readonly lists: ReadonlyMap<string, List>
  readonly schemes: ReadonlyMap<string, Levels>
  readonly styles: ReadonlyMap<string, Style>
  /** The style of paragraphs that name none. */
  readonly usual: string | null
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

export interface Style {
  list: string | null
  level: number | null
  parent: string | null
}

/** Null when elements of a part stand too deep inside each other. */
export function readLists({ numbering, styles }: DocumentParts, nesting: number): Lists | null {
  const found = { lists: new Map<string, List>(), schemes: new Map<string, Map<number, Level>>() }
  const none = { styles: new Map<string, Style>(), usual: null }
  if (!numbering) return { ...found, ...none }
  if (!readNumberingPart(numbering, nesting, found)) return null
  const style = styles ? readStylesPart(styles, nesting) : none
  return style && { ...found, ...style }
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

function readStylesPart({ name, content }: Part, nesting: number): Pick<Lists, 'styles' | 'usual'> | null {
  const styles = new Map<string, Style>()
  let usual: string | null = null
  let style: Style | null = null
  const set = (change: (style: Style, value: string) => void) =>
    act(element => {
      if (style) change(style, element.attribute('val') ?? '')
    })
  const isRead = walkPart(
    content,
    { name, root: 'w:styles', nesting },
    {
      'w:style': act(element => {
        style = { list: null, level: null, parent: null }
        const id = element.attribute('styleId') ?? ''
        styles.set(id, style)
        const isUsual = /^(?:1|true|on)$/.test(element.attribute('default') ?? '')
        if (isUsual && element.attribute('type') === 'paragraph') usual = id
      }),
      'w:basedOn': set((own, value) => {
        own.parent = value
      }),
      'w:numId': set((own, value) => {
        own.list = value
      }),
      'w:ilvl': set((own, value) => {
        own.level = countOf(value, 8)
      }),
    },
  )
  return isRead ? { styles, usual } : null
}
