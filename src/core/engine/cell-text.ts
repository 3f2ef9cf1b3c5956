import { formatExact } from '../constraints/exact.ts'
import type { Cause, Language } from '../diagnostics/diagnostic.ts'
import { areSaidInFull } from '../diagnostics/explanations.ts'
import type { Fact } from '../model/fact.ts'
import { signed } from '../rules/relation-words.ts'
import { cellName, cellNameInEnglish, quoted } from '../rules/words.ts'
import { displayWidth } from '../text/width.ts'
import type { CellWords } from './cell-words.ts'
import type { CellExplanation } from './explain-cell.ts'
import type { JudgedRelation } from './judged-relations.ts'
import { relationName, sideOf, wordsOfCells } from './relation-text.ts'

/** The cell in the words of the form, then what is known of it, a line each; `place` is where it stands, as printed. */
export function cellText(explanation: CellExplanation, place: string, language: Language): readonly string[] {
  const words = wordsOfCells(language)
  const { fact, relations } = explanation
  const name = language === 'en' ? cellNameInEnglish(fact.cell) : cellName(fact.cell)
  return [
    name,
    fact.cell.ref,
    `${words.place}${place}`,
    `${words.content}${contentOf(fact, words)}`,
    '',
    ...(relations.length > 0 ? [words.relations] : [words.noRelation]),
    ...relations.flatMap(relation => relationLines(relation, words, language)),
    '',
    words.verdict,
    ...verdictOf(explanation, words).map(line => `  ${line}`),
  ]
}

function contentOf({ raw, value, state }: Fact, words: CellWords): string {
  const text = quoted(raw)
  if (value && formatExact(value) === text) return text
  return [text, value ? words.read(formatExact(value)) : words.states[state]].filter(Boolean).join(' — ')
}

function relationLines(relation: JudgedRelation, words: CellWords, language: Language): string[] {
  const { constraint } = relation
  const left = constraint.relation === '=' ? words.left : words.leftOfBound
  return [
    `  ${outcomeOf(relation, words)}${language === 'en' ? ': ' : '：'}${relationName(relation, language)}`,
    `    ${constraint.id}`,
    ...wrapped(`    ${left}${sideOf(relation, 1, words)}`),
    ...wrapped(`    ${words.right}${sideOf(relation, -1, words)}`),
  ]
}

function outcomeOf({ evaluation, isOpen }: JudgedRelation, words: CellWords): string {
  const { outcome, residual, unknown } = evaluation
  if (isOpen) return words.open
  if (outcome === 'held') return words.held
  return outcome === 'failed' ? words.failed(signed(residual)) : words.unknown(unknown.length)
}

/** Columns that a line of terms takes. */
const width = 100

/** A sum too long for a line, broken before its plus signs. */
function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const part of text.split(/(?=＋)|(?= \+ )/)) {
    const last = lines.at(-1)
    if (last !== undefined && displayWidth(last + part) <= width) lines[lines.length - 1] = last + part
    else lines.push(last === undefined ? part : `      ${part.trim()}`)
  }
  return lines
}

function verdictOf(explanation: CellExplanation, words: CellWords): string[] {
  const { fact, relations, diagnostics, causes, otherCauses, deduction } = explanation
  const isHeld = relations.some(({ constraint }) => constraint.relation === '=')
  const said = [
    ...causes.flatMap(cause => [cause.message, ...alternativesOf(cause, words)]),
    ...(causes.length === 0 && otherCauses.length > 0 && hasSuspects(otherCauses)
      ? [words.notSuspected]
      : []),
    ...otherCauses.map(({ message }) => message),
    ...diagnostics.map(({ code, message }) => `${code} ${message}`),
  ]
  const isDeduced = diagnostics.some(({ name }) => name === 'blank-not-zero')
  const isFine = said.length === 0 && fact.value !== null
  const isBroken = relations.some(({ evaluation }) => evaluation.outcome === 'failed')
  return [
    ...(fact.value === null && isHeld && !isDeduced
      ? [deduction ? words.deduced(deduction) : words.notDeduced]
      : []),
    ...said,
    ...(isHeld ? [] : [words.unchecked]),
    ...(isFine && isHeld && !isBroken ? [words.nothingAgainst] : []),
  ]
}

function hasSuspects(causes: readonly Cause[]): boolean {
  return causes.every(({ suspects }) => suspects.length > 0)
}

/** All changes that would do, where there are more than the sentence of the cause names. */
function alternativesOf({ suspects }: Cause, words: CellWords): string[] {
  if (areSaidInFull(suspects)) return []
  const lines = suspects.map(set =>
    set.map(({ name, actual, expected }) => `${name} ${actual} → ${expected ?? '?'}`).join('; '),
  )
  return [words.alternatives, ...lines.map(line => `  ${line}`)]
}
