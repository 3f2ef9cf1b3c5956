import type { XmlElement } from '../saxes.ts'

/**
 * Gathers what a cell says, from its paragraphs: not from its comments and pictures. What is raised, lowered, struck
 * through or hidden is set off by blanks: `1` with a raised `2` is not 12.
 */
export interface CellText {
  start(): void
  open(element: XmlElement): void
  add(text: string): void
  close(): void
  /** Null when the cell has no paragraph. */
  end(): string | null
}

/** `asideStyles`: those of texts that are to be set off. */
export function createCellText(asideStyles: ReadonlySet<string>): CellText {
  let paragraphs: string[] = []
  /** Null between paragraphs. */
  let paragraph: string | null = null
  /** How deep inside something that is not the cell's own text, and inside the paragraph. */
  let [aside, depth] = [0, 0]
  /** The depths of the elements that are open and set off. */
  let setOff: number[] = []
  return {
    start() {
      paragraphs = []
      paragraph = null
      aside = 0
    },
    open({ space, name, attribute }) {
      if (aside > 0 || space === drawSpace || asides.has(name)) aside++
      else if (paragraph === null) {
        if (space !== textSpace || (name !== 'p' && name !== 'h')) return
        paragraph = ''
        depth = 0
        setOff = []
      } else {
        depth++
        if (name === 's') paragraph += ' '.repeat(blanksOf(attribute('c')))
        else if (name === 'tab') paragraph += '\t'
        else if (name === 'line-break') paragraph += '\n'
        else if (
          name === 'hidden-text' ||
          (name === 'span' && asideStyles.has(attribute('style-name') ?? ''))
        ) {
          paragraph += ' '
          setOff.push(depth)
        }
      }
    },
    add(text) {
      if (aside > 0 || paragraph === null) return
      const narrow = text.replace(/[ \t\r\n]+/g, ' ')
      // White space that is written as such counts once.
      paragraph += /(?:^|\s)$/.test(paragraph) ? narrow.replace(/^ /, '') : narrow
    },
    close() {
      if (aside > 0) aside--
      else if (paragraph !== null) {
        if (setOff.at(-1) === depth) {
          paragraph += ' '
          setOff.pop()
        }
        if (depth-- > 0) return
        paragraphs.push(paragraph)
        paragraph = null
      }
    },
    end: () => (paragraphs.length === 0 ? null : paragraphs.join('\n')),
  }
}

const textSpace = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'
const drawSpace = 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'
const asides: ReadonlySet<string> = new Set(['annotation', 'note', 'ruby-text', 'detective'])

function blanksOf(count: string | undefined): number {
  const blanks = Number(count ?? 1)
  return blanks >= 1 && blanks <= 1000 ? Math.floor(blanks) : 1
}
