import { formatExact, signOf } from '../constraints/exact.ts'
import type { Language } from '../diagnostics/diagnostic.ts'
import type { Fact } from '../model/fact.ts'
import { relationNameEn, relationNameZh, shortLabel, written } from '../rules/relation-words.ts'
import { cellName, cellNameInEnglish, lineName } from '../rules/words.ts'
import { type CellWords, cellWordsEn, cellWordsZh } from './cell-words.ts'
import type { JudgedRelation } from './judged-relations.ts'

export function wordsOfCells(language: Language): CellWords {
  return language === 'en' ? cellWordsEn : cellWordsZh
}

/** A relation by its line of the form. */
export function relationName({ constraint }: JudgedRelation, language: Language): string {
  const { kind, relation, subjectCell } = constraint
  const words = wordsOfCells(language)
  const cell = language === 'en' ? cellNameInEnglish(subjectCell) : cellName(subjectCell)
  if (relation === '>=') return words.bound(cell)
  if (kind === 'subtotal') return words.subtotal(cell)
  return language === 'en' ? relationNameEn(constraint) : relationNameZh(constraint)
}

/** One side written out; figures of 0 are only counted. */
export function sideOf(
  { constraint, operands, evaluation }: JudgedRelation,
  weight: 1 | -1,
  words: CellWords,
): string {
  const facts = operands.filter((_, index) => constraint.operands[index]!.weight === weight)
  const isOneRow = operands.every(({ cell }) => cell.row === operands[0]!.cell.row)
  const nameOf = ({ cell }: Fact) => shortLabel(lineName(isOneRow ? cell.column : cell.row))
  const shown = facts.filter(({ value }) => value === null || signOf(value) !== 0)
  const terms = shown.map(fact => words.term(nameOf(fact), fact.value ? written(fact.value) : words.blank))
  if (facts.length === 1 && shown.length === 0) return words.term(nameOf(facts[0]!), '0')
  const isComplete = facts.every(({ value }) => value !== null)
  const sum = formatExact(weight > 0 ? evaluation.left : evaluation.right).replace('-', '−')
  return words.side(
    terms,
    facts.length === 1 ? null : { value: sum, isComplete },
    facts.length - shown.length,
  )
}
