import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5'
import { moveBlock, moveHidden } from '../flow.ts'
import { type PageContent, readContent } from './content.ts'

/** Pages to read one after the other, and how deeply their elements may be nested. */
export interface PagesToParse {
  readonly pages: readonly string[]
  readonly nesting: number
}

export type ParsedPages =
  /** What each page holds; spans are offsets in its text. */
  { readonly kind: 'read'; readonly pages: readonly PageContent[] } | { readonly kind: 'too-deep' }

/** @throws an Error when a page opens the same elements again and again. */
export function parsePages({ pages, nesting }: PagesToParse): ParsedPages {
  try {
    return { kind: 'read', pages: pages.map(page => parsePage(page, nesting)) }
  } catch (error) {
    if (error === tooDeep) return { kind: 'too-deep' }
    throw error
  }
}

const tooDeep = new Error('elements nested too deeply')

function parsePage(page: string, nesting: number): PageContent {
  const before = startsInTable(page) ? '<table>' : ''
  const text = before + page
  const document = parse(text, {
    sourceCodeLocationInfo: true,
    treeAdapter: boundedAdapter(nesting, Math.ceil(text.length / 2) + 1000),
  })
  const content = readContent(document, text)
  if (before === '') return content
  const by = -before.length
  const blocks = content.blocks.map(block => moveBlock(block, by))
  return { ...content, blocks, hidden: moveHidden(content.hidden, by) }
}

type Adapter = TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>

/**
 * Builds the tree of the standard, in bounds. A tag has three characters at least, but one that is left open is opened
 * again in each block that follows, so that a page could come to the square of its length in elements.
 */
function boundedAdapter(nesting: number, most: number): Adapter {
  let [depth, elements] = [0, 0]
  return {
    ...defaultTreeAdapter,
    createElement(...description) {
      if (++elements > most) throw new Error('elements that are never closed')
      return defaultTreeAdapter.createElement(...description)
    },
    onItemPush() {
      if (++depth > nesting) throw tooDeep
    },
    onItemPop() {
      depth--
    },
    // One text for each that is written, so that it is known where it stands.
    insertText(parent, text) {
      defaultTreeAdapter.appendChild(parent, defaultTreeAdapter.createTextNode(text))
    },
    insertTextBefore(parent, text, reference) {
      defaultTreeAdapter.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference)
    },
  }
}

/** True for rows that were copied without their table; as a page they would be figures run together. */
function startsInTable(page: string): boolean {
  let at = 0
  for (;;) {
    while (/\s/.test(page.charAt(at))) at++
    const end = page.startsWith('<!--', at) ? '-->' : page.startsWith('<!', at) ? '>' : null
    if (end === null)
      return /^<(?:t[rdh]|tbody|thead|tfoot|caption|colgroup|col)[\s/>]/i.test(page.slice(at, at + 12))
    const close = page.indexOf(end, at)
    if (close < 0) return false
    at = close + end.length
  }
}
