import type { HiddenText } from '../flow.ts'
import { isTelling } from '../telling.ts'
import { type PageNode, tagOf, walkPage } from './nodes.ts'
import { placeOfText } from './places.ts'

/** What an element would show, with the beginning of it; `holdsCells` when a table with text is in it. */
export interface Content {
  readonly hidden: HiddenText
  readonly holdsCells: boolean
}

/** The text in an element that is not shown; null when it could not matter to a table. */
export function contentOf(element: PageNode, source: string, unseen: ReadonlySet<string>): Content | null {
  let text = ''
  let span: readonly [number, number] | null = null
  let [matters, holdsCells, cells] = [false, false, 0]
  const isCell = (node: PageNode) => tagOf(node) === 'td' || tagOf(node) === 'th'
  if (isCell(element)) cells++
  walkPage(element, {
    enter(node) {
      if (isCell(node)) cells++
      if (node.nodeName !== '#text') return !unseen.has(node.nodeName)
      const value = node.value!
      if (!isTelling(value)) return false
      matters = true
      if (cells > 0) holdsCells = true
      span ??= placeOfText(node, source)
      if (text.length < longestText) text += ` ${value.slice(0, 1000)}`
      return false
    },
    leave(node) {
      if (isCell(node)) cells--
    },
  })
  return matters ? { hidden: { count: 1, text: beginningOf(text), span }, holdsCells } : null
}

/** A text that is not shown by itself; null when it could not matter to a table. */
export function hiddenTextOf(node: PageNode, source: string): HiddenText | null {
  const text = node.value!
  if (!isTelling(text)) return null
  return { count: 1, text: beginningOf(text.slice(0, 1000)), span: placeOfText(node, source) }
}

/** In characters, of what is quoted. */
const longestText = 100

function beginningOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, longestText)
}
