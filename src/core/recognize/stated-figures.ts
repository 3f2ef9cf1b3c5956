import type { Document } from '../document/document.ts'
import type { Location } from '../document/location.ts'

/** A figure that the running text of a report states of one cell. */
export interface StatedFigure {
  readonly ref: string
  readonly value: number
  /** As written. */
  readonly phrase: string
  readonly location: Location
}

/**
 * Whole clauses that mean one cell whatever the report, up to the figure. What reports use in several senses (收到, 办理,
 * 复议案件), what two cells share (予以公开及部分公开) and what is said of other years is left out: precision before recall.
 */
const clauses: readonly { readonly ref: string; readonly words: string }[] = [
  {
    ref: 'requests.newRequests.total',
    words: '(?:其中)?(?:本年度?|今年|全年)?(?:共|共计|累计|总共)?新收(?:到)?(?:政府信息公开)?申请',
  },
  { ref: 'requests.carriedOver.total', words: '(?:其中)?上一?年度?结转(?:的)?(?:政府信息公开)?(?:申请)?' },
  {
    ref: 'requests.carriedForward.total',
    words: '(?:其中)?结转(?:至|到)?(?:下一?|次)年度?(?:继续)?(?:办理)?(?:的)?(?:政府信息公开)?(?:申请)?',
  },
  {
    ref: 'requests.outcomes.granted.total',
    words: '(?:其中)?(?:本年度?|今年|全年)?予以公开(?:的)?(?:申请)?',
  },
  {
    ref: 'requests.outcomes.partiallyGranted.total',
    words: '(?:其中)?(?:本年度?|今年|全年)?(?:予以)?部分公开(?:的)?(?:申请)?',
  },
]

const patterns = clauses.map(({ ref, words }) => ({
  ref,
  pattern: new RegExp(`^${words}(?:共|共计|合计|计|为)?([0-9]{1,9})[件宗]`),
}))

/** A sentence with any of these may speak of another year. */
const comparison = /去年|同期|同比|环比|比上年|较上年|增加|减少|增长|下降/

/** True for a cell of which running text can say something for certain. */
export function canBeStated(ref: string): boolean {
  return clauses.some(clause => clause.ref === ref)
}

/** Every such statement, in the order of the text. Rows of tables and of text with several columns are passed over. */
export function statedFigures({ grids }: Document, year: number | null): readonly StatedFigure[] {
  return grids.flatMap(grid =>
    grid.rows.flatMap((cells, row) => {
      const [text = '', ...others] = cells.filter(cell => cell.trim() !== '')
      if (others.length > 0 || !/[0-9]/.test(text)) return []
      const location = () => grid.locate(row, cells.indexOf(text))
      return sentencesOf(text)
        .filter(sentence => isOfYear(sentence, year))
        .flatMap(sentence => statedIn(sentence).map(stated => ({ ...stated, location: location() })))
    }),
  )
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/[。；;！？!?\n]/)
}

function isOfYear(sentence: string, year: number | null): boolean {
  const years = [...sentence.matchAll(/(?:19|20)[0-9]{2}(?=年)/g)].map(([own]) => Number(own))
  return years.every(each => each === year) && !comparison.test(sentence)
}

function statedIn(sentence: string): Omit<StatedFigure, 'location'>[] {
  return sentence.split(/[，,：:\s]/).flatMap(clause =>
    patterns.flatMap(({ ref, pattern }) => {
      const match = pattern.exec(clause)
      return match ? [{ ref, value: Number(match[1]), phrase: match[0] }] : []
    }),
  )
}
