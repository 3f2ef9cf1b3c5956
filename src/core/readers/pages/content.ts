import { type Block, type HiddenText, joinHidden } from '../flow.ts'
import { hiddenOptions, inputText } from './forms.ts'
import { contentOf, hiddenTextOf } from './left-out.ts'
import { attributeOf, type PageNode, tagOf, walkPage } from './nodes.ts'
import { placeInside, placeOfText } from './places.ts'
import { addPreformatted, splitTabs } from './preformatted.ts'
import { createRun, type PlacedText } from './run.ts'
import { showingOf } from './showing.ts'
import { closeCell, closeTable, type Item, listBlocks, type OpenRow } from './tables.ts'

/** What a page shows, and what of it is not shown outside of the cells that are. */
export interface PageContent {
  readonly blocks: readonly Block[]
  readonly hidden: HiddenText | null
  /** The address of the first frame, as it is written; null where there is none. */
  readonly frame: string | null
}

/** The paragraphs and tables of a parsed page. `source` is the text that its nodes point into. */
export function readContent(document: PageNode, source: string): PageContent {
  const flows: Item[][] = [[]]
  /** Of each flow, what of its text is not shown. */
  const lost: (HiddenText | null)[] = [null]
  const visible: { readonly isVisible: boolean; readonly isTiny: boolean }[] = [
    { isVisible: true, isTiny: false },
  ]
  let frame: string | null = null
  const tables: OpenTable[] = []
  const hidden = new Set<PageNode>()
  const setOff = new Set<PageNode>()
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
        const { isVisible, isTiny } = visible.at(-1)!
        if (!isVisible || isTiny) {
          if (mayBeFigure()) lose(hiddenTextOf(node, source), true)
          return false
        }
        const [start, end] = placeOfText(node, source)
        if (preformatted > 0) addPreformatted(run, node.value!, source, [start, end], endParagraph)
        else run.add(node.value!, start, end)
        return false
      }
      if (unseen.has(nodeName)) return false
      const tag = tagOf(node)
      if (tag === '' && unseenInPictures.has(nodeName)) return false
      const showing = showingOf(node)
      const around = visible.at(-1)!
      const isVisible = showing.isVisible ?? around.isVisible
      const isTiny = showing.isTiny ?? around.isTiny
      const isHidden = showing.isHidden || (tag === 'table' && (!isVisible || isTiny))
      if (isHidden || fallbacks.has(tag)) {
        const content = contentOf(node, source, unseen)
        // Menus and the like are hidden on most pages; what is told of is what may be a table, or a part of one.
        if (content && (content.holdsCells || (isHidden && mayBeFigure())))
          lose(content.hidden, !blocks.has(tag))
        return false
      }
      if (tag === 'frame') frame ??= attributeOf(node, 'src')
      if (showing.isSetOff) run.setOff()
      if (tag === 'img' && tables.length === 0)
        flows[0]!.push({ kind: 'paragraph', text: '', span: placeInside(node), hasPicture: true })
      else if (tag === 'br') run.breakLine()
      else if (tag === 'input') {
        const shown = inputText(node, source)
        if (shown) run.add(shown.text, ...shown.span)
      } else if (tag === 'select') for (const option of hiddenOptions(node)) hidden.add(option)
      else if (hidden.has(node)) return false
      visible.push({ isVisible, isTiny })
      if (showing.isSetOff) setOff.add(node)
      if (blocks.has(tag)) endParagraph()
      if (keepsBlanks.has(tag) && preformatted++ === 0) before = flows.at(-1)!.length
      openTablePart(tag)
      return true
    },
    leave(node) {
      const tag = tagOf(node)
      visible.pop()
      if (blocks.has(tag)) endParagraph()
      if (setOff.delete(node)) run.setOff()
      if (keepsBlanks.has(tag) && --preformatted === 0)
        for (const item of splitTabs(flows.at(-1)!.splice(before), source)) flows.at(-1)!.push(item)
      closeTablePart(tag, node)
    },
  })
  endParagraph()
  return { blocks: listBlocks(flows[0]!), hidden: lost[0]!, frame }

  /** In a cell, or between the tabs of text that keeps its blanks. */
  function mayBeFigure(): boolean {
    return lost.length > 1 || preformatted > 0
  }

  function lose(text: HiddenText | null, isInText: boolean): void {
    if (text === null) return
    lost[lost.length - 1] = joinHidden(lost.at(-1)!, text)
    // A cell is refused by its place. In text between tabs it is not known yet, and must not look like a figure.
    if (isInText && preformatted > 0 && text.span) run.addWhole(mark, ...text.span)
  }

  function openTablePart(tag: string): void {
    if (tag === 'table') tables.push({ rows: [], group: 0 })
    else if (rowGroups.has(tag) && tables.length > 0) tables.at(-1)!.group++
    else if (tag === 'tr') tables.at(-1)?.rows.push({ group: tables.at(-1)!.group, cells: [] })
    else if (tag === 'td' || tag === 'th') {
      flows.push([])
      lost.push(null)
    }
  }

  function closeTablePart(tag: string, node: PageNode): void {
    if (tag === 'table') {
      const { rows } = tables.pop()!
      const items = closeTable(rows)
      const flow = flows.at(-1)!
      // What is in an only cell is handed on, and what it lost with it.
      const cells = rows.flatMap(row => row.cells)
      if (cells.length === 1) lost[lost.length - 1] = joinHidden(lost.at(-1)!, cells[0]!.hidden ?? null)
      // Taken over whole where possible: a frame in a frame in a frame must not be copied at each.
      if (flow.length === 0) flows[flows.length - 1] = items
      else for (const item of items) flow.push(item)
    } else if (tag === 'td' || tag === 'th') {
      const items = flows.pop()!
      const missed = lost.pop()!
      const row = tables.at(-1)?.rows.at(-1)
      const cell = closeCell(items, sizeOf(node), placeInside(node), missed)
      if (row) row.cells.push(cell.holdsTables ? { ...cell, hidden: null } : cell)
      else for (const item of items) flows.at(-1)!.push(item)
      // Around a table the cell is not read, so that it cannot tell.
      if (!row || cell.holdsTables) lost[lost.length - 1] = joinHidden(lost.at(-1)!, missed)
    }
  }
}

interface OpenTable {
  readonly rows: OpenRow[]
  group: number
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** What is never shown, or only where scripts or frames are not. */
const unseen = wordsOf(
  '#comment script style template noscript noframes noembed iframe datalist meter progress xml',
)

/** Words about a picture, in the picture. */
const unseenInPictures = wordsOf('title desc metadata annotation annotation-xml')

/** What is in them is for programs that cannot show them. */
const fallbacks = wordsOf('audio video canvas object')

/** Stands in preformatted text for what is not shown; no figure is written so. */
const mark = '【隐藏文字】'

const rowGroups = wordsOf('thead tbody tfoot')

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
