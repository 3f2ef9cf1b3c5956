import type { Block } from '../flow.ts'
import { hiddenOptions, inputText } from './forms.ts'
import { attributeOf, type PageNode, tagOf, walkPage } from './nodes.ts'
import { placeInside, placeOfText } from './places.ts'
import { addPreformatted, splitTabs } from './preformatted.ts'
import { createRun, type PlacedText } from './run.ts'
import { closeCell, closeTable, type Item, listBlocks, type OpenRow } from './tables.ts'

/** The paragraphs and tables of a parsed page. `source` is the text that its nodes point into. */
export function readContent(document: PageNode, source: string): Block[] {
  const flows: Item[][] = [[]]
  const tables: OpenTable[] = []
  const hidden = new Set<PageNode>()
  /** How many elements that keep blanks are open, and how much stood before the first, in the page or its cell. */
  let [preformatted, before] = [0, 0]
  const emit = (paragraph: PlacedText) => {
    flows.at(-1)!.push({ kind: 'paragraph', ...paragraph })
  }
  const run = createRun(source, emit)
  const endParagraph = () => {
    const paragraph = run.take()
    if (paragraph) emit(paragraph)
  }

  walkPage(document, {
    enter(node) {
      const { nodeName } = node
      if (nodeName === '#text') {
        const [start, end] = placeOfText(node, source)
        if (preformatted > 0) addPreformatted(run, node.value!, source, [start, end], endParagraph)
        else run.add(node.value!, start, end)
        return false
      }
      if (unseen.has(nodeName)) return false
      const tag = tagOf(node)
      if (tag === 'br') run.breakLine()
      else if (tag === 'input') {
        const shown = inputText(node, source)
        if (shown) run.add(shown.text, ...shown.span)
      } else if (tag === 'select') for (const option of hiddenOptions(node)) hidden.add(option)
      else if (hidden.has(node)) return false
      if (blocks.has(tag)) endParagraph()
      if (setOff.has(tag)) run.setOff()
      if (keepsBlanks.has(tag) && preformatted++ === 0) before = flows.at(-1)!.length
      openTablePart(tag)
      return true
    },
    leave(node) {
      const tag = tagOf(node)
      if (blocks.has(tag)) endParagraph()
      if (setOff.has(tag)) run.setOff()
      if (keepsBlanks.has(tag) && --preformatted === 0)
        for (const item of splitTabs(flows.at(-1)!.splice(before), source)) flows.at(-1)!.push(item)
      closeTablePart(tag, node)
    },
  })
  endParagraph()
  return listBlocks(flows[0]!)

  function openTablePart(tag: string): void {
    if (tag === 'table') tables.push({ rows: [], group: 0 })
    else if (rowGroups.has(tag) && tables.length > 0) tables.at(-1)!.group++
    else if (tag === 'tr') tables.at(-1)?.rows.push({ group: tables.at(-1)!.group, cells: [] })
    else if (tag === 'td' || tag === 'th') flows.push([])
  }

  function closeTablePart(tag: string, node: PageNode): void {
    if (tag === 'table') {
      const items = closeTable(tables.pop()!.rows)
      const flow = flows.at(-1)!
      // Taken over whole where possible: a frame in a frame in a frame must not be copied at each.
      if (flow.length === 0) flows[flows.length - 1] = items
      else for (const item of items) flow.push(item)
    } else if (tag === 'td' || tag === 'th') {
      const items = flows.pop()!
      const row = tables.at(-1)?.rows.at(-1)
      if (row) row.cells.push(closeCell(items, sizeOf(node), placeInside(node)))
      else for (const item of items) flows.at(-1)!.push(item)
    }
  }
}

interface OpenTable {
  readonly rows: OpenRow[]
  group: number
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** What is never shown, or only where scripts or frames are not. */
const unseen = wordsOf('#comment script style template noscript noframes noembed iframe datalist xml')

const rowGroups = wordsOf('thead tbody tfoot')

/** A note's mark behind a figure, or a figure struck out before it, is no part of the figure. */
const setOff = wordsOf('sup sub s strike del ins')
const keepsBlanks = wordsOf('pre listing xmp plaintext textarea')

/** Text before, in and after them does not run together. */
const blocks = wordsOf(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr legend li listing main menu nav ol option p plaintext pre search section select summary table tbody td textarea tfoot th thead title tr ul xmp',
)

/** As browsers take them; 0 rows are all that the row group has left. */
function sizeOf(node: PageNode): { readonly rows: number; readonly columns: number } {
  const rows = wholeNumber(attributeOf(node, 'rowspan')) ?? 1
  const columns = wholeNumber(attributeOf(node, 'colspan')) ?? 1
  return { rows: Math.min(rows, 65534), columns: columns === 0 ? 1 : Math.min(columns, 1000) }
}

function wholeNumber(text: string | null): number | null {
  const digits = /^[\t\n\f\r ]*\+?(\d+)/.exec(text ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}
