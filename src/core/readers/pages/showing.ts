import { attributeOf, type PageNode, tagOf } from './nodes.ts'

/** How an element shows its text, by its tag, its attributes and the style written in it; style sheets are not read. */
export interface Showing {
  /** Nothing of it is shown, whatever is in it. */
  readonly isHidden: boolean
  /** Struck out, raised or lowered, or a reading beside its word: no part of the text around it. */
  readonly isSetOff: boolean
  /** Whether its text can be seen, as far as it says so itself; what is in it may say otherwise. */
  readonly isVisible: boolean | null
  /** True for letters without height; false where they have some, or a style sheet may say so. */
  readonly isTiny: boolean | null
}

export function showingOf(node: PageNode): Showing {
  const tag = tagOf(node)
  const style = styleOf(node)
  const display = style.get('display')
  const byAttribute =
    attributeOf(node, 'hidden') !== null || (tag === 'dialog' && attributeOf(node, 'open') === null)
  return {
    isHidden: (display ? display === 'none' : byAttribute) || style.get('mso-hide') === 'all',
    isSetOff: setOff.has(tag) || isStruck(style) || isShifted(style),
    isVisible: visibilities.get(style.get('visibility') ?? '') ?? null,
    isTiny: tininess(style.get('font-size'), node),
  }
}

/** A note's mark behind a figure, or a figure struck out before it, is no part of the figure; nor is another field. */
const setOff: ReadonlySet<string> = new Set(
  'sup sub s strike del ins rt rp rtc input select button output'.split(' '),
)

const visibilities: ReadonlyMap<string, boolean> = new Map([
  ['visible', true],
  ['hidden', false],
  ['collapse', false],
])

type Style = ReadonlyMap<string, string>

/** Of two declarations of one property the last counts. */
function styleOf(node: PageNode): Style {
  const style = new Map<string, string>()
  for (const declaration of (attributeOf(node, 'style') ?? '').toLowerCase().split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const value = declaration.slice(colon + 1).split('!', 1)[0]!
    style.set(declaration.slice(0, colon).trim(), value.trim())
  }
  return style
}

function isStruck(style: Style): boolean {
  const decorations = [style.get('text-decoration'), style.get('text-decoration-line')]
  return decorations.some(value => value?.includes('line-through'))
}

function isShifted(style: Style): boolean {
  const align = style.get('vertical-align') ?? ''
  return (
    /^(?:super|sub|text-top|text-bottom)$/.test(align) ||
    isLength(align) ||
    isLength(style.get('mso-text-raise'))
  )
}

/** True for a length or a percentage that is not zero. */
function isLength(value = ''): boolean {
  return /^[+-]?[\d.]/.test(value) && Number.parseFloat(value) !== 0
}

function tininess(size: string | undefined, node: PageNode): boolean | null {
  if (size !== undefined && /^[+-]?[\d.]/.test(size)) {
    if (Number.parseFloat(size) === 0) return true
    // Parts of nothing are nothing.
    return /(?:em|ex|ch|%)$/.test(size) && !size.endsWith('rem') ? null : false
  }
  if (size !== undefined && size !== 'inherit') return false
  return attributeOf(node, 'class') === null ? null : false
}
