import { type Looks, lookElements, newLooks } from './looks.ts'
import type { Part } from './parts.ts'
import { act, countOf, skipped, walkPart } from './walk.ts'

/** The styles of a document: how their text looks, and the lists that they put paragraphs into. */
export interface Styles {
  readonly byId: ReadonlyMap<string, Style>
  /** The style of paragraphs that name none. */
  readonly usual: string | null
  /** Where no style says otherwise. */
  readonly defaults: Looks
}

export interface Style {
  list: string | null
  level: number | null
  parent: string | null
  readonly looks: Looks
}

/** Null when elements stand too deep inside each other. */
export function readStyles(part: Part | null, nesting: number): Styles | null {
  const byId = new Map<string, Style>()
  const defaults = newLooks()
  let usual: string | null = null
  if (!part) return { byId, usual, defaults }
  let style: Style | null = null
  const set = (change: (style: Style, value: string) => void) =>
    act(element => {
      if (style) change(style, element.attribute('val') ?? '')
    })
  const isRead = walkPart(
    part.content,
    { name: part.name, root: 'w:styles', nesting },
    {
      'w:docDefaults': act(() => {
        style = null
      }),
      'w:latentStyles': skipped,
      'w:style': act(element => {
        style = { list: null, level: null, parent: null, looks: newLooks() }
        const id = element.attribute('styleId') ?? ''
        byId.set(id, style)
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
      // Of some rows and columns of a table.
      'w:tblStylePr': skipped,
      'w:rPrChange': skipped,
      'w:pPrChange': skipped,
      ...lookElements(() => style?.looks ?? defaults),
    },
  )
  return isRead ? { byId, usual, defaults } : null
}

/** What a style says, else the nearest style that it rests on. */
export function sayingOf<Said>(
  { byId }: Styles,
  style: string | null,
  say: (style: Style, id: string) => Said | null,
): Said | null {
  let id = style
  for (let steps = 0; id !== null && steps < mostSteps; steps++) {
    const own = byId.get(id)
    const said = own ? say(own, id) : null
    if (said !== null) return said
    id = own?.parent ?? null
  }
  return null
}

/** Styles that rest on each other; Word allows fewer. */
const mostSteps = 20
