import type { Document } from '../document/document.ts'
import type { Location } from '../document/location.ts'

/** A figure that the running text of a report states of one cell. */
export interface StatedFigure {
  readonly ref: string
  readonly value: number
  /** As written, from the words that say which cell to the figure. */
  readonly phrase: string
  readonly location: Location
}

/**
 * Words that mean one cell whatever the report, followed by its figure in the same clause. What reports use in several
 * senses (收到, 办理, 复议案件) is left out.
 */
const phrases: readonly { readonly ref: string; readonly words: RegExp }[] = [
  { ref: 'requests.newRequests.total', words: /新收/ },
  { ref: 'requests.carriedOver.total', words: /上一?年度?结转/ },
  { ref: 'requests.carriedForward.total', words: /结转(?:至|到)?(?:下一?|次)年度?/ },
  { ref: 'requests.outcomes.granted.total', words: /(?<!不)予以公开(?!及|和|或|、)/ },
  { ref: 'requests.outcomes.partiallyGranted.total', words: /(?<!及|和|或|、)(?:予以)?部分公开/ },
]

/** Between the words and the figure: nothing that ends the clause, and no other figure. */
const figure = '[^。；;，,、：:0-9０-９\\n]{0,20}?([0-9]{1,9})(?:件|宗|条)'

const patterns = phrases.map(({ ref, words }) => ({ ref, pattern: new RegExp(words.source + figure, 'g') }))

/** True for a cell of which running text can say something for certain. */
export function canBeStated(ref: string): boolean {
  return phrases.some(phrase => phrase.ref === ref)
}

/** Every such statement, in the order of the text. Rows of tables and of text with several columns are passed over. */
export function statedFigures({ grids }: Document): readonly StatedFigure[] {
  return grids.flatMap(grid =>
    grid.rows.flatMap((cells, row) => {
      const [text = '', ...others] = cells.filter(cell => cell.trim() !== '')
      if (others.length > 0 || !/[0-9]/.test(text)) return []
      const column = cells.indexOf(text)
      return patterns.flatMap(({ ref, pattern }) =>
        [...text.matchAll(pattern)].map(match => ({
          ref,
          value: Number(match[1]),
          phrase: match[0],
          location: grid.locate(row, column),
        })),
      )
    }),
  )
}
