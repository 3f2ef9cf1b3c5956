import type { Severity } from '../diagnostics/diagnostic.ts'
import { declaration, inside, recount } from './parts.ts'
import { applyEdits, childrenOf, type Edit, type Element, rootOf, withAttribute } from './xml.ts'

/** Looks of the sheet of results. */
export type Look = 'title' | 'line' | 'head' | 'cell' | 'link' | Severity

/** The styles of a workbook, to which some are added; a style is its number. */
export interface Styles {
  /** The style of a cell with another fill. */
  marked(style: number, severity: Severity): number
  look(look: Look): number
  /** The part with all that was asked for. */
  text(): string
}

/** As Excel's own styles for bad, neutral and a light blue. */
const fills: Readonly<Record<Severity | 'head', string>> = {
  error: 'FFFFC7CE',
  warning: 'FFFFEB9C',
  info: 'FFDDEBF7',
  head: 'FFD9D9D9',
}

const face = '<name val="宋体"/><family val="3"/><charset val="134"/>'
const fonts = {
  plain: `<sz val="11"/>${face}`,
  bold: `<b/><sz val="11"/>${face}`,
  title: `<b/><sz val="16"/>${face}`,
  link: `<u/><sz val="11"/><color rgb="FF0563C1"/>${face}`,
}

const line = '<color rgb="FFBFBFBF"/>'
const sides = ['left', 'right', 'top', 'bottom'] as const
const border = `${sides.map(side => `<${side} style="thin">${line}</${side}>`).join('')}<diagonal/>`

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** Styles of a part, or of none; elements of a new part are in `namespace`. */
export function openStyles(part: string | null, namespace: string): Styles {
  const text = part ?? `${declaration}<styleSheet xmlns="${namespace}">${blank}</styleSheet>`
  const root = rootOf(text)
  const lists = childrenOf(text, root)
  const elementsOf = (name: string) => {
    const list = lists.find(each => each.name === name)
    return list ? childrenOf(text, list) : []
  }
  const old = elementsOf('cellXfs').map(({ start, end }) => text.slice(start, end))
  const own: string[] = old.length > 0 ? [] : [withPrefix(firstStyle, root.prefix)]
  const known = new Map<string, number>()
  const first = (name: string) => elementsOf(name).length || defaults[name]!.length
  const start = { fills: first('fills'), fonts: first('fonts'), borders: first('borders') }
  const keep = (key: string, style: () => string) => {
    if (!known.has(key)) {
      known.set(key, old.length + own.length)
      own.push(style())
    }
    return known.get(key)!
  }
  const fillOf = (fill: keyof typeof fills) => start.fills + Object.keys(fills).indexOf(fill)
  const fontOf = (font: keyof typeof fonts) => start.fonts + Object.keys(fonts).indexOf(font)
  const numbers = { fillOf, fontOf, border: start.borders, hasBase: elementsOf('cellStyleXfs').length > 0 }
  return {
    marked: (style, severity) =>
      keep(`${style} ${severity}`, () => filled(old[style] ?? old[0] ?? own[0]!, fillOf(severity))),
    look: look => keep(look, () => xfOf(look, root.prefix, numbers)),
    text() {
      const { prefix } = root
      const additions: Readonly<Record<string, readonly string[]>> = {
        fonts: Object.values(fonts).map(font => `<font>${font}</font>`),
        fills: Object.values(fills).map(color => `<fill>${solid(color)}</fill>`),
        borders: [`<border>${border}</border>`],
      }
      const edits = Object.entries(additions).map(([name, elements]) =>
        addTo(
          text,
          root,
          lists,
          name,
          (elementsOf(name).length === 0 ? [...defaults[name]!, ...elements] : elements).map(element =>
            withPrefix(element, prefix),
          ),
        ),
      )
      return applyEdits(text, [...edits, addTo(text, root, lists, 'cellXfs', own)])
    },
  }
}

const firstStyle = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'

/** What the first of each list must be. */
const defaults: Readonly<Record<string, readonly string[]>> = {
  fonts: [`<font>${fonts.plain}</font>`],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
}

const blank =
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'

/** The order of the lists in the part. */
const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs']

function addTo(
  text: string,
  root: Element,
  lists: readonly Element[],
  name: string,
  elements: readonly string[],
): Edit {
  const list = lists.find(each => each.name === name)
  if (!list) {
    const before = lists
      .filter(each => order.indexOf(each.name) >= 0 && order.indexOf(each.name) < order.indexOf(name))
      .at(-1)
    const tag = `${root.prefix}${name}`
    const at = before ? before.end : root.tagEnd
    const added = `<${tag} count="${elements.length}">${elements.join('')}</${tag}>`
    return before ? { start: at, end: at, text: added } : inside(text, root, at, added)
  }
  const count = childrenOf(text, list).length + elements.length
  const tag = recount(text, list, count).replace(/\s*\/>$/, '>')
  const content = text.slice(list.tagEnd, list.contentEnd)
  return {
    start: list.start,
    end: list.end,
    text: `${tag}${content}${elements.join('')}</${list.prefix}${list.name}>`,
  }
}

function filled(style: string, fill: number): string {
  const end = style.indexOf('>') + 1
  const tag = withAttribute(withAttribute(style.slice(0, end), 'fillId', String(fill)), 'applyFill', '1')
  return tag + style.slice(end)
}

function solid(color: string): string {
  return `<patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill>`
}

function withPrefix(elements: string, prefix: string): string {
  return elements.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`)
}

interface Numbers {
  fillOf(fill: keyof typeof fills): number
  fontOf(font: keyof typeof fonts): number
  readonly border: number
  /** True when there are styles for a style to be based on. */
  readonly hasBase: boolean
}

function xfOf(look: Look, prefix: string, { fillOf, fontOf, border, hasBase }: Numbers): string {
  const isBoxed = look !== 'title' && look !== 'line'
  const severity = severities.find(each => each === look)
  const font = look === 'title' ? 'title' : look === 'head' ? 'bold' : look === 'link' ? 'link' : 'plain'
  const fill = severity ? fillOf(severity) : look === 'head' ? fillOf('head') : 0
  const xf =
    `<xf numFmtId="49" fontId="${fontOf(font)}" fillId="${fill}" borderId="${isBoxed ? border : 0}"${hasBase ? ' xfId="0"' : ''} ` +
    'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
    `<alignment horizontal="left" vertical="${isBoxed ? 'top' : 'center'}"${isBoxed ? ' wrapText="1"' : ''}/></xf>`
  return withPrefix(xf, prefix)
}
