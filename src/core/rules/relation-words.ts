import { type Exact, formatExact, signOf, sumExact } from '../constraints/exact.ts'
import type { ConstraintKind } from '../constraints/linear.ts'
import type { Constraint } from '../editions/index.ts'
import type { Fact } from '../model/fact.ts'
import type { Relation } from './rule.ts'
import { cellName, cellNameInEnglish, lineName, plural } from './words.ts'

/** `−6`: with the minus sign of typography, which no dash can be mistaken for. */
export function written(value: Exact): string {
  return formatExact(value).replace('-', '−')
}

/** `12`, or 空 / blank for a figure that is not known. */
function figure(fact: Fact, unknown: string): string {
  return fact.value ? written(fact.value) : unknown
}

/** Both sides of a relation written out: `本年新收12＋上年结转3＝15`. */
export function sides({ constraint, operands, evaluation }: Relation, language: 'zh' | 'en') {
  const write = (weight: 1 | -1, sum: Exact) => {
    const terms = operands.filter((_, index) => constraint.terms[index]!.weight === weight)
    if (language === 'zh') {
      const parts = terms.map(fact => `${shortName(fact)}${figure(fact, '空')}`).join('＋')
      return terms.length > 1 ? `${parts}＝${written(sum)}` : parts
    }
    const parts = terms.map(fact => `${shortName(fact)} ${figure(fact, 'blank')}`).join(' + ')
    return terms.length > 1 ? `${parts} = ${written(sum)}` : parts
  }
  return { left: write(1, evaluation.left), right: write(-1, evaluation.right) }
}

/** A relation by its line of the form: “自然人”列的（七）总计. */
export function relationNameZh({ kind, subjectCell }: Constraint): string {
  const { row, column } = subjectCell
  const names: Partial<Record<ConstraintKind, string>> = {
    'row-total': `“${lineName(row)}”行的总计`,
    'outcome-total': `“${lineName(column)}”列的（七）总计`,
    balance: `“${lineName(column)}”列“第一项加第二项等于第三项加第四项”`,
    'case-total': `“${lineName(column)}”`,
  }
  return names[kind] ?? `${cellName(subjectCell)}`
}

export function relationNameEn({ kind, subjectCell }: Constraint): string {
  const { row, column } = subjectCell
  const names: Partial<Record<ConstraintKind, string>> = {
    'row-total': `the total of row “${lineName(row)}”`,
    'outcome-total': `（七）总计 of column “${lineName(column)}”`,
    balance: `the balance of column “${lineName(column)}”`,
    'case-total': `“${lineName(column)}”`,
  }
  return names[kind] ?? cellNameInEnglish(subjectCell)
}

function shortName({ cell }: Fact): string {
  return shortLabel(cell.table === 'requests' ? cell.row.label : lineName(cell.column))
}

/** A label without its number and explanations: 本年新收, 总计, 结转下年度. */
export function shortLabel(label: string): string {
  return label
    .replace(/^（[一二三四五六七]）|^[一二三四]、|^\d\./, '')
    .replace(/政府信息公开申请数量|继续办理|（.*）$/g, '')
}

/** `+27`, `−6`: the sign is always shown. */
export function signed(value: Exact): string {
  return signOf(value) > 0 ? `+${written(value)}` : written(value)
}

/** A total that is not the sum of its items; `items` says of which. A total without a number is never said to be 0. */
export function totalMismatchZh(relation: Relation, items: string): string {
  const { subject, evaluation } = relation
  const sum = written(evaluation.right)
  const cell = cellName(subject.cell)
  if (!subject.value) return `${cell}没有数字，而${items}之和为${sum}，填任何非负数都不能相等。`
  return `${cell}填${written(subject.value)}，${items}之和为${sum}，差${signed(evaluation.residual)}${despiteUnknownZh(relation)}。`
}

export function totalMismatchEn(relation: Relation, items: string): string {
  const { subject, evaluation } = relation
  const sum = written(evaluation.right)
  const cell = cellNameInEnglish(subject.cell)
  if (!subject.value)
    return `${cell} has no number and ${items} add up to ${sum}; no number ≥ 0 can make it hold.`
  return `${cell} says ${written(subject.value)}, ${items} add up to ${sum}: off by ${signed(evaluation.residual)}${despiteUnknownEn(relation)}.`
}

/** What the subject exceeds the rest of its identity by. */
export function excessOf({ constraint, evaluation }: Relation): Exact {
  const weight = constraint.terms.find(term => term.ref === constraint.subject)!.weight
  return sumExact([{ weight, value: evaluation.residual }])
}

/** Says that figures of the relation are unknown and cannot mend it; empty when all are known. */
export function despiteUnknownZh({ evaluation }: Relation): string {
  const count = evaluation.unknown.length
  return count > 0 ? `（另有${count}格为空、缺失或读不出，填任何非负数都不能使两边相等）` : ''
}

export function despiteUnknownEn({ evaluation }: Relation): string {
  const count = evaluation.unknown.length
  return count > 0
    ? ` (no number ≥ 0 in the ${plural(count, 'blank, missing or unreadable cell')} can make it hold)`
    : ''
}
