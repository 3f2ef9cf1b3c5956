import type { Deduction } from '../constraints/deduce.ts'
import type { FactState } from '../model/fact.ts'
import { plural } from '../rules/words.ts'

/** Of the terms that have a number; null where there is one term alone. */
export interface Sum {
  readonly value: string
  /** False when terms have no number. */
  readonly isComplete: boolean
}

/** What the explanation of a cell says besides names, figures and the sentences of `check`. */
export interface CellWords {
  readonly place: string
  readonly content: string
  readonly states: Readonly<Record<FactState, string>>
  /** The number that was read, where the writing differs from it. */
  read(value: string): string
  readonly relations: string
  readonly noRelation: string
  readonly held: string
  failed(difference: string): string
  unknown(count: number): string
  readonly open: string
  readonly left: string
  readonly leftOfBound: string
  readonly right: string
  readonly blank: string
  term(name: string, figure: string): string
  /** Terms above or below 0, or without a number, and how many more are 0. */
  side(terms: readonly string[], sum: Sum | null, zeros: number): string
  bound(cell: string): string
  subtotal(cell: string): string
  readonly verdict: string
  readonly nothingAgainst: string
  readonly unchecked: string
  readonly notSuspected: string
  deduced(deduction: Deduction): string
  readonly notDeduced: string
  readonly alternatives: string
}

export const cellWordsZh: CellWords = {
  place: '位置：',
  content: '内容：',
  states: {
    number: '',
    blank: '空白',
    placeholder: '占位符，没有数字',
    text: '不是数字',
    missing: '文件中没有这一格，或者不能断定是哪一格',
  },
  read: value => `读作${value}`,
  relations: '所在的关系：',
  noRelation: '没有任何关系涉及这一格。',
  held: '成立',
  failed: difference => `不成立，差${difference}`,
  unknown: count => `不能判断，${count}格没有数字`,
  open: '不能判断，增加的行可能解释差额',
  left: '左边：',
  leftOfBound: '左边（应不小于右边）：',
  right: '右边：',
  blank: '空',
  term: (name, figure) => `${name}${figure}`,
  side: (terms, sum, zeros) => {
    const rest = zeros === 0 ? '' : terms.length === 0 ? `（${zeros}格都是0）` : `（另有${zeros}格为0）`
    if (sum === null) return `${terms.join('＋')}${rest}`
    if (!sum.isComplete) return `${terms.join('＋')}，已知部分共${sum.value}${rest}`
    return `${terms.join('＋')}${terms.length > 0 ? '＝' : ''}${sum.value}${rest}`
  },
  bound: cell => `${cell}的界限`,
  subtotal: cell => `${cell}小计`,
  verdict: '结论：',
  nothingAgainst: '没有发现问题。',
  unchecked: '没有等式涉及这一格，数填得对不对，从表内不能断定。',
  notSuspected: '这一格所在的关系有不成立的，但改动最少的改法不需要改这一格：',
  deduced: deduction => {
    if (deduction.kind === 'forced') return `没有数字，按勾稽关系必为${deduction.value}。`
    if (deduction.kind === 'open') return '没有数字，按勾稽关系可以是0，也可以更大。'
    const { lowest, highest } = deduction
    return `没有数字，按勾稽关系${highest === null ? `至少为${lowest}` : `应在${lowest}至${highest}之间`}。`
  },
  notDeduced: '没有数字；表内其他数互相矛盾，不能断定应为多少。',
  alternatives: '可能的改法：',
}

export const cellWordsEn: CellWords = {
  place: 'Place: ',
  content: 'Content: ',
  states: {
    number: '',
    blank: 'blank',
    placeholder: 'a placeholder, no number',
    text: 'not a number',
    missing: 'the file has no such cell, or it cannot be told which it is',
  },
  read: value => `read as ${value}`,
  relations: 'Relations it stands in:',
  noRelation: 'No relation holds this cell.',
  held: 'holds',
  failed: difference => `fails, off by ${difference}`,
  unknown: count => `cannot be judged, ${plural(count, 'cell has', 'cells have')} no number`,
  open: 'cannot be judged, added rows may explain the difference',
  left: 'left:  ',
  leftOfBound: 'left, to be no less than the right: ',
  right: 'right: ',
  blank: 'blank',
  term: (name, figure) => `${name} ${figure}`,
  side: (terms, sum, zeros) => {
    const rest =
      zeros === 0 ? '' : terms.length === 0 ? ` (${plural(zeros, 'cell')}, all 0)` : ` (and ${zeros} more, 0)`
    if (sum === null) return `${terms.join(' + ')}${rest}`
    if (!sum.isComplete) return `${terms.join(' + ')}; known: ${sum.value}${rest}`
    return `${terms.join(' + ')}${terms.length > 0 ? ' = ' : ''}${sum.value}${rest}`
  },
  bound: cell => `bound of ${cell}`,
  subtotal: cell => `subtotal at ${cell}`,
  verdict: 'What that says:',
  nothingAgainst: 'Nothing speaks against it.',
  unchecked: 'No equation holds this cell; whether its figure is right cannot be told from the table.',
  notSuspected: 'A relation it stands in fails, but the smallest changes that mend it leave this cell alone:',
  deduced: deduction => {
    if (deduction.kind === 'forced') return `No number; by the relations it must be ${deduction.value}.`
    if (deduction.kind === 'open') return 'No number; by the relations it may be 0 or more.'
    const { lowest, highest } = deduction
    return `No number; by the relations it must be ${highest === null ? `at least ${lowest}` : `from ${lowest} to ${highest}`}.`
  },
  notDeduced:
    'No number; the other figures of the table contradict each other, so what it must be cannot be told.',
  alternatives: 'What may be wrong:',
}
