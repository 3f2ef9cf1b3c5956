import type { Attributes } from './xml.ts'

/** Gathers what a cell says, from its paragraphs: not from its comments and pictures. */
export interface CellText {
  start(): void
  open(name: string, attributes: Attributes): void
  add(text: string): void
  close(name: string): void
  /** Null when the cell has no paragraph. */
  end(): string | null
}

export function createCellText(): CellText {
  let paragraphs: string[] = []
  /** Null between paragraphs. */
  let paragraph: string | null = null
  /** How deep inside something that is not the cell's own text. */
  let aside = 0
  return {
    start() {
      paragraphs = []
      paragraph = null
      aside = 0
    },
    open(name, attributes) {
      if (aside > 0 || isAside(name)) aside++
      else if (name === 'text:p') paragraph = ''
      else if (paragraph === null) return
      else if (name === 'text:s') paragraph += ' '.repeat(blanksOf(attributes['text:c']))
      else if (name === 'text:tab') paragraph += '\t'
      else if (name === 'text:line-break') paragraph += '\n'
    },
    add(text) {
      if (aside > 0 || paragraph === null) return
      const narrow = text.replace(/[ \t\r\n]+/g, ' ')
      // White space that is written as such counts once.
      paragraph += /(?:^|\s)$/.test(paragraph) ? narrow.replace(/^ /, '') : narrow
    },
    close(name) {
      if (aside > 0) aside--
      else if (name === 'text:p' && paragraph !== null) {
        paragraphs.push(paragraph)
        paragraph = null
      }
    },
    end: () => (paragraphs.length === 0 ? null : paragraphs.join('\n')),
  }
}

function isAside(name: string): boolean {
  return name.startsWith('draw:') || asides.has(name)
}

const asides: ReadonlySet<string> = new Set([
  'office:annotation',
  'text:note',
  'text:ruby-text',
  'table:detective',
])

function blanksOf(count: string | undefined): number {
  const blanks = Number(count ?? 1)
  return blanks >= 1 && blanks <= 1000 ? Math.floor(blanks) : 1
}
